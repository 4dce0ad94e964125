"""The first window where no house can be opened: what there is, and the ways on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import pixmap
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.label import Label, Role


class StartWindow(QWidget):
    """No house here yet: offers a new one, the practice house and a backup. With ``problem``: why it does not open.

    ``can_restore``: a backup may take the place of what is, or is not, there.
    """

    new_house_wished = Signal()
    practice_wished = Signal()
    restore_wished = Signal()

    def __init__(
        self, place: str, *, problem: str = "", can_restore: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Logeerhuis"))
        self.setProperty("role", "inside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._body = QVBoxLayout()
        self._body.setSpacing(px(tokens.SPACE_3))
        self._build(place, problem, can_restore=can_restore)
        self._connect()

    @property
    def problem(self) -> str:
        """The sentence that says why; empty when there is none."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_problem(self, text: str) -> None:
        self._set_busy(False)
        self._problem.setText(text)
        self._problem.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self._problem, QAccessible.Event.Alert))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        first = next((one for one in self._buttons if one.isVisibleTo(self)), None)
        if first is not None and self.focusWidget() not in self._buttons:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside ------------------------------------------------------------------------------------------------

    def _build(self, place: str, problem: str, *, can_restore: bool) -> None:
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(px(520))
        card.setLayout(self._body)
        self._body.setContentsMargins(*[px(28)] * 4)
        self._body.addLayout(self._heading(place, problem))
        self._problem = Label(problem, Role.PROBLEM, wraps=True)
        self._body.addWidget(self._problem)
        self._problem.setVisible(bool(problem))
        self._build_ways(problem, can_restore=can_restore)
        building = _("The practice house is being built; this takes a few seconds…")
        self._busy_text = Label(building, Role.MUTE, wraps=True)
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        for widget in (self._busy_text, self.progress):
            self._body.addWidget(widget)
            widget.hide()
        around = QVBoxLayout(self)
        around.setContentsMargins(*[px(tokens.SPACE_6)] * 4)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    @staticmethod
    def _heading(place: str, problem: str) -> QHBoxLayout:
        logo = Label()
        logo.setPixmap(pixmap("logo", tokens.RAIL, 36))
        words = QVBoxLayout()
        words.setSpacing(0)
        title = _("The house cannot be opened") if problem else _("Welcome")
        words.addWidget(Label(title, Role.TITLE, wraps=True))
        where = _("Folder: {place}") if problem else _("There is no house in {place} yet.")
        words.addWidget(Label(where.format(place=place), Role.SMALL, wraps=True))
        row = QHBoxLayout()
        row.setSpacing(px(tokens.SPACE_3))
        row.addWidget(logo, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _build_ways(self, problem: str, *, can_restore: bool) -> None:
        """Each button with what it is for."""
        self.new_button = Button(_("Make a new &house…"), Kind.PRIMARY)
        self.practice_button = Button(_("Make the &practice house"))
        self.restore_button = Button(_("Put back a &backup…"), Kind.PRIMARY if problem else Kind.PLAIN)
        self._buttons = (self.new_button, self.practice_button, self.restore_button)
        self._way(self.new_button, _("For real work. A few questions, about five minutes."), is_shown=not problem)
        self._way(
            self.practice_button,
            _("To try everything: invented guests, a full year of stays, nothing real."),
            is_shown=not problem,
        )
        stolen = _("After a theft or on a new computer: the house as it was, with everybody's password.")
        self._way(self.restore_button, "" if problem else stolen, is_shown=can_restore)

    def _way(self, button: Button, words: str, *, is_shown: bool) -> None:
        """Below each other, close: the words belong to the button above."""
        box = QVBoxLayout()
        box.setSpacing(px(tokens.SPACE_1))
        box.setContentsMargins(0, px(tokens.SPACE_2), 0, 0)
        self._body.addLayout(box)
        label = Label(words, Role.MUTE, wraps=True)
        button.setAccessibleDescription(words)
        for widget, shown in ((button, is_shown), (label, is_shown and bool(words))):
            box.addWidget(widget)
            widget.setVisible(shown)

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.new_house_wished)
        self.practice_button.clicked.connect(self._wish_practice)
        self.restore_button.clicked.connect(self.restore_wished)

    def _set_busy(self, busy: bool) -> None:
        for button in self._buttons:
            button.setEnabled(not busy)
        for widget in (self._busy_text, self.progress):
            widget.setVisible(busy)

    def _wish_practice(self) -> None:
        self._problem.hide()
        self._set_busy(True)
        self.practice_wished.emit()
