"""The base of every dialog: a title, a form, one line for what went wrong, and two buttons."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import pixmap
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.more_section import open_around

_USUAL_WIDTH = 620
_MOST_OF_SCREEN = 0.92


class FormDialog(QDialog):
    """Asks, and keeps what was typed until it is saved or cancelled.

    It never closes itself on saving: whoever listens to ``save_requested`` calls ``accept()`` after success, or
    ``show_problem`` after a refusal. Show it with ``open()``. Ctrl+Enter saves, Esc cancels.
    """

    save_requested = Signal()

    def __init__(
        self,
        title: str,
        parent: QWidget | None = None,
        *,
        save_text: str = "",
        cancel_text: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setModal(True)
        self.accepted_concerns: tuple[str, ...] = ()
        self._rows: list[FormRow] = []
        self._save_text = save_text or _("Save")
        self._asked: tuple[str, ...] = ()
        self._was_shown = False
        self._is_inside = False
        self._build(title, hint, cancel_text or _("Cancel"))
        self.save_button.clicked.connect(self._save)
        self.cancel_button.clicked.connect(self.reject)
        self._keys = (QShortcut(QKeySequence("Ctrl+Return"), self), QShortcut(QKeySequence("Ctrl+L"), self))
        self._keys[0].activated.connect(self.save_button.click)
        self._keys[1].activated.connect(lambda: lock_house_below(self))

    # --- building the form -------------------------------------------------------------------------------------

    def add_row(self, label: str, field: QWidget, *, required: bool = False, hint: str = "") -> FormRow:
        """One question under the last; gives back its row."""
        row = FormRow(label, field, required=required, hint=hint)
        self._rows.append(row)
        self.form.addWidget(row)
        return row

    def add_rows_beside(self, *rows: FormRow) -> None:
        """Short questions on one line."""
        line = QHBoxLayout()
        line.setSpacing(px(tokens.SPACE_4))
        for row in rows:
            self._rows.append(row)
            line.addWidget(row, 1, Qt.AlignmentFlag.AlignTop)
        self.form.addLayout(line)

    def pin(self, widget: QWidget, *, first: bool = False) -> None:
        """Something above the form that never scrolls away; the safety banner comes first."""
        self._pinned.insertWidget(0 if first else self._pinned.count(), widget)

    def add_wide(self, widget: QWidget) -> None:
        """Something in the form that is no question: a card, a list."""
        self.form.addWidget(widget)

    def stand_inside(self) -> None:
        """A part of a larger window: without title and buttons, and its keys belong to the window around it."""
        self._is_inside = True
        self.setWindowFlags(Qt.WindowType.Widget)
        self.setModal(False)
        for key in self._keys:
            key.setEnabled(False)
        self._title.hide()
        self.save_button.hide()
        self.cancel_button.hide()
        self.save_button.setDefault(False)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.setMinimumWidth(0)

    @property
    def is_inside(self) -> bool:
        """Whether it is a part of a larger window."""
        return self._is_inside

    def done(self, result: int) -> None:
        """A part of a larger window stays where it is."""
        if not self._is_inside:
            super().done(result)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._is_inside:
            event.ignore()
        else:
            super().keyPressEvent(event)

    # --- what went wrong ---------------------------------------------------------------------------------------

    @property
    def problem(self) -> Label:
        """The line at the bottom; its text is empty when all is well."""
        return self._problem

    def show_problem(self, text: str, field: QWidget | None = None) -> None:
        """One sentence at the bottom, and beside its field if there is one; what was typed stays."""
        self._asked = ()
        self.save_button.setText(self._save_text)
        self._say(text)
        row = next((row for row in self._rows if field is not None and row.field is field), None)
        if row is not None:
            open_around(row)
            row.show_message(text)
            row.focus_field()
            QTimer.singleShot(0, row, lambda: self._scroll.ensureWidgetVisible(row))  # once the message has its room
        self.set_busy(False)

    def scroll_to(self, widget: QWidget) -> None:
        """Bring it in sight, once it has its room; a section that it stands in opens."""
        open_around(widget)
        QTimer.singleShot(0, widget, lambda: self._scroll.ensureWidgetVisible(widget))

    def clear_problem(self) -> None:
        self._say("")
        for row in self._rows:
            row.clear_message()

    def ask_anyway(self, concerns: Sequence[str], button_text: str = "") -> None:
        """Concerns that may be passed: shown in full; pressing the button again passes them.

        The passed ones stand in ``accepted_concerns`` when ``save_requested`` comes the second time.
        """
        self._asked = tuple(concerns)
        self._say("\n".join(concerns))
        self.save_button.setText(button_text or _("Do it anyway"))
        self.set_busy(False)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def set_busy(self, busy: bool) -> None:
        """While the answer is on its way the button cannot be pressed twice."""
        self.save_button.setEnabled(not busy)

    def missing_required(self) -> FormRow | None:
        """The first required line edit that is empty, or None."""
        for row in self._rows:
            text = getattr(row.field.focusProxy() or row.field, "text", None)
            if row.is_required and callable(text) and not str(text()).strip():
                return row
        return None

    def showEvent(self, event: QShowEvent) -> None:
        is_first = not event.spontaneous() and not self._was_shown and not self._is_inside
        if is_first:
            self._was_shown = True
            self._fit()
        super().showEvent(event)
        if is_first:
            self._column.activate()
            self._fit()  # now every line of words has its width and knows its height
            self._take_up()

    # --- inside ------------------------------------------------------------------------------------------------

    def _save(self) -> None:
        passed, self._asked = self._asked, ()
        self.accepted_concerns = passed
        self.save_button.setText(self._save_text)
        self.clear_problem()
        if (row := self.missing_required()) is not None:
            self.show_problem(_("Fill in: {field}").format(field=row.plain_label), row.field)
            return
        self.save_requested.emit()

    def _take_up(self) -> None:
        """The keyboard in the first question, unless the dialog has put it elsewhere already."""
        if self._rows and self.focusWidget() in (None, self, self.save_button, self.cancel_button):
            self._rows[0].focus_field()

    def _fit(self) -> None:
        """Qt keeps a dialog at two thirds of the screen; a form may have nearly all of it before it scrolls."""
        least = max(self.minimumWidth(), self.minimumSizeHint().width())
        width = max(least, min(self.sizeHint().width(), px(_USUAL_WIDTH)))
        self.resize(width, self._height_for(width))

    def _grow(self) -> None:
        """Taller for what came in; a dialog that someone made large stays so."""
        if self.isVisible() and not self._is_inside:
            self.resize(self.width(), max(self.height(), self._height_for(self.width())))

    def _height_for(self, width: int) -> int:
        column = self._column
        margins = self.contentsMargins() + column.contentsMargins()
        whole = column.totalHeightForWidth(width) if column.hasHeightForWidth() else self.sizeHint().height()
        around = whole - self._scroll.sizeHint().height()
        needed = around + self._scroll.height_within(width - margins.left() - margins.right())
        return min(needed, int(self.screen().availableGeometry().height() * _MOST_OF_SCREEN))

    def _say(self, text: str) -> None:
        self._problem.setText(text)
        self._problem_line.setVisible(bool(text))
        self._problem.setAccessibleName(text)
        if text:
            self._grow()
            QAccessible.updateAccessibility(QAccessibleEvent(self._problem, QAccessible.Event.Alert))

    def _build(self, title: str, hint: str, cancel_text: str) -> None:
        self._column = column = QVBoxLayout(self)
        side = px(tokens.SPACE_6)
        column.setContentsMargins(side, px(20), side, px(20))
        column.setSpacing(px(tokens.SPACE_3))
        self._title = Label(title, Role.TITLE, wraps=True)
        column.addWidget(self._title)
        if hint:
            column.addWidget(Label(hint, Role.MUTE, wraps=True))
        self._pinned = QVBoxLayout()
        column.addLayout(self._pinned)
        column.addWidget(self._build_form(), 1)
        column.addWidget(self._build_problem())
        column.addLayout(self._build_buttons(cancel_text))
        self.setMinimumWidth(px(460))

    def _build_form(self) -> QWidget:
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, px(tokens.SPACE_1), 0)
        self.form = QVBoxLayout()
        self.form.setSpacing(px(tokens.SPACE_3))
        outer.addLayout(self.form)
        outer.addStretch(1)
        self._scroll = GrowingScrollArea(inside)
        self._scroll.content_changed.connect(self._grow)
        return self._scroll

    def _build_problem(self) -> QWidget:
        self._problem_line = QFrame()
        self._problem_line.setProperty("role", "message")
        self._problem_line.setProperty("tone", "attention")
        line = QHBoxLayout(self._problem_line)
        line.setContentsMargins(px(12), px(8), px(12), px(8))
        sign = Label()
        sign.setPixmap(pixmap("warning", tokens.AMBER_INK, 18))
        self._problem = Label("", Role.PROBLEM, wraps=True)
        line.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._problem, 1)
        self._problem_line.hide()
        return self._problem_line

    def _build_buttons(self, cancel_text: str) -> QHBoxLayout:
        self.save_button = Button(self._save_text, Kind.PRIMARY)
        self.save_button.setToolTip(_("{action} (Ctrl+Enter)").format(action=self._save_text))
        self.save_button.setDefault(True)
        self.cancel_button = Button(cancel_text)
        self.cancel_button.setToolTip(_("{action} (Esc)").format(action=cancel_text))
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(px(tokens.SPACE_2))
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.save_button)
        return self.buttons


def lock_house_below(dialog: QDialog) -> None:
    """Whoever is called away must be able to lock: the window below does not hear its keys now."""
    below = dialog.parentWidget()
    while below is not None and not hasattr(below, "lock_requested"):
        below = below.parentWidget()
    if below is not None:
        below.lock_requested.emit()
