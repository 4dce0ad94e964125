"""An amber box with one question and what can be decided about it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logeerhuis_app.domain.declaring import Choice
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.services.rows.declaring import QuestionRow
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role


class QuestionBox(QFrame):
    """The likeliest choice comes first; the arrows walk between them, Enter decides."""

    answered = Signal(object, object)  # QuestionRow, Choice

    def __init__(self, question: QuestionRow, *, may_answer: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.question = question
        self.setProperty("role", "question")
        who = question.guest
        if question.born is not None:
            who = _("{guest} ({born})").format(guest=question.guest, born=birth_words(question.born))
        self.setAccessibleName(f"{who}: {question.detail}")
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(10), px(12), px(8))
        column.setSpacing(px(tokens.SPACE_1))
        column.addWidget(Label(who, Role.PROBLEM, wraps=True))
        column.addWidget(Label(question.detail, Role.AMBER, wraps=True))
        self.buttons: list[Button] = []
        # Rates and contracts have no screen of their own yet: the sentence says what is wrong with them.
        choices = [choice for choice in question.choices if choice is not Choice.OPEN_RATES]
        if may_answer and choices:
            column.addWidget(self._choices(choices))

    def _choices(self, choices: Sequence[Choice]) -> QWidget:
        area = FlowArea(tokens.SPACE_2)
        area.add(Label(_("Choose:"), Role.AMBER))
        for choice in choices:
            button = Button(label(choice), Kind.LINK)
            button.setAccessibleName(f"{label(choice)}: {self.accessibleName()}")
            button.clicked.connect(lambda _checked=False, choice=choice: self.answered.emit(self.question, choice))
            self.buttons.append(button)
            area.add(button)
        return area

    def focus_first(self) -> None:
        if self.buttons:
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt lets the arrows walk and the space bar decide; Enter decides too."""
        for button in self.buttons:
            if button.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                button.click()
                return
        super().keyPressEvent(event)
