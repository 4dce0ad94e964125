"""The first window where no house can be opened: what there is, and the way on."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.label import Label, Role


class StartWindow(QWidget):
    """No house here yet: offers the practice house. With ``problem``: says why the house does not open.

    ``can_restore``: a backup may take the place of what is, or is not, there.
    """

    practice_wished = Signal()
    restore_wished = Signal()

    def __init__(
        self, place: str, *, problem: str = "", can_restore: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Logeerhuis"))
        self.setProperty("role", "inside")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(px(480))
        body = QVBoxLayout(card)
        body.setContentsMargins(*[px(28)] * 4)
        body.setSpacing(px(tokens.SPACE_3))
        title = _("The house cannot be opened") if problem else _("There is no house here yet")
        body.addWidget(Label(title, Role.TITLE, wraps=True))
        body.addWidget(Label(_("Folder: {place}").format(place=place), Role.SMALL, wraps=True))
        self._problem = Label(problem, Role.PROBLEM, wraps=True)
        explanation = _("Try everything in the practice house: invented guests, a full year of stays, nothing real.")
        self._explanation = Label(explanation, wraps=True)
        self.practice_button = Button(_("Make the practice house"), Kind.PRIMARY)
        self.practice_button.clicked.connect(self._wish)
        self.restore_button = Button(_("Put back a backup…"), Kind.PRIMARY if problem else Kind.PLAIN)
        self.restore_button.clicked.connect(self.restore_wished)
        for widget in (self._problem, self._explanation, self.practice_button, self.restore_button):
            body.addWidget(widget)
        self._problem.setVisible(bool(problem))
        self.restore_button.setVisible(can_restore)
        self._explanation.setVisible(not problem)
        self.practice_button.setVisible(not problem)
        around = QVBoxLayout(self)
        around.setContentsMargins(*[px(tokens.SPACE_6)] * 4)
        around.addWidget(card, 0, Qt.AlignmentFlag.AlignCenter)

    @property
    def problem(self) -> str:
        """The sentence that says why; empty when there is none."""
        return "" if self._problem.isHidden() else self._problem.text()

    def show_problem(self, text: str) -> None:
        self._problem.setText(text)
        self._problem.show()
        self._explanation.show()
        self.practice_button.setEnabled(True)

    def _wish(self) -> None:
        self.practice_button.setEnabled(False)
        self._explanation.setText(_("The practice house is being built; this takes a few seconds…"))
        self.practice_wished.emit()
