"""One question of a form: its name, its field, and what is wrong with the answer."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import pixmap
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.label import Label, Role


class FormRow(QWidget):
    """The label names the field for eye and screen reader; an «&» in it gives the field an Alt key.

    ``show_message`` says below the field what is wrong; it stays until ``clear_message`` or a key in the field.
    """

    def __init__(
        self,
        label: str,
        field: QWidget,
        *,
        required: bool = False,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self.is_required = required
        self.plain_label = label.replace("&", "")
        self._hint = hint
        self._build(label)
        self._describe("")
        self._inner().installEventFilter(self)

    @property
    def message(self) -> str:
        """What stands below the field as wrong; empty when all is well."""
        return self._message.text() if not self._message_line.isHidden() else ""

    def show_message(self, text: str) -> None:
        self._message.setText(text)
        self._message_line.show()
        self._set_invalid(True)
        self._describe(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self._inner(), QAccessible.Event.DescriptionChanged))

    def clear_message(self) -> None:
        if self._message_line.isHidden():
            return
        self._message.setText("")
        self._message_line.hide()
        self._set_invalid(False)
        self._describe("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who is mending the answer needs no reminder; moving away with Tab is not mending."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.text().strip():
            self.clear_message()
        return super().eventFilter(watched, event)

    def add_below(self, widget: QWidget) -> None:
        """Something about this answer that is no message: another's answer to the same question."""
        column = self.layout()
        if column is not None:
            column.addWidget(widget)
        widget.show()

    def focus_field(self) -> None:
        self._inner().setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self, label: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        heading = QHBoxLayout()
        heading.setSpacing(px(6))
        self.label = Label(label, Role.STRONG)
        self.label.setBuddy(self._inner())
        heading.addWidget(self.label)
        if self.is_required:
            heading.addWidget(Label(_("required"), Role.SMALL))
        heading.addStretch(1)
        column.addLayout(heading)
        column.addWidget(self.field)
        if self._hint:
            column.addWidget(Label(self._hint, Role.SMALL, wraps=True))
        column.addWidget(self._build_message())
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def _build_message(self) -> QWidget:
        self._message_line = QWidget()
        line = QHBoxLayout(self._message_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(6))
        sign = Label()
        sign.setPixmap(pixmap("warning", tokens.AMBER_INK, 15))
        self._message = Label("", Role.PROBLEM, wraps=True)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._message, 1)
        self._message_line.hide()
        return self._message_line

    def _inner(self) -> QWidget:
        """The control itself, where the field is a group of widgets around one."""
        return self.field.focusProxy() or self.field

    def _set_invalid(self, invalid: bool) -> None:
        inner = self._inner()
        inner.setProperty("invalid", "true" if invalid else "false")
        restyle(inner)

    def _describe(self, problem: str) -> None:
        inner = self._inner()
        required = _("{field}, required").format(field=self.plain_label)
        inner.setAccessibleName(required if self.is_required else self.plain_label)
        inner.setAccessibleDescription(problem or self._hint)
