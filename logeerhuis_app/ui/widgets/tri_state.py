"""One question of care: not asked, asked but unknown, none, or an answer; never two of them in one empty field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.segmented import Segmented

_STATES = tuple(AnswerState)


class TriState(QWidget):
    """Four states beside each other; only «filled in» opens the answer itself, which keeps what was typed meanwhile.

    ``choices`` are (code, words) pairs for questions with a list of answers; the text beside it stays free.
    """

    changed = Signal()

    def __init__(self, question: str, choices: Sequence[tuple[str, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question = question
        self._build(choices)
        self.states.changed.connect(self._state_chosen)
        self.choice.currentIndexChanged.connect(self.changed)
        self.text.textChanged.connect(self.changed)
        self.set_answer(AnswerState.NOT_ASKED)

    def state(self) -> AnswerState:
        return _STATES[self.states.current()]

    def code(self) -> str:
        """The chosen code; empty unless «filled in»."""
        return str(self.choice.currentData() or "") if self.state() is AnswerState.GIVEN else ""

    def answer_text(self) -> str:
        """The words; empty unless «filled in»."""
        return self.text.toPlainText().strip() if self.state() is AnswerState.GIVEN else ""

    def is_complete(self) -> bool:
        """«Filled in» needs something that was filled in."""
        return self.state() is not AnswerState.GIVEN or bool(self.code() or self.answer_text())

    def set_answer(self, state: AnswerState, code: str = "", text: str = "") -> None:
        self.states.set_current(_STATES.index(state))
        self.choice.setCurrentIndex(max(0, self.choice.findData(code)))
        self.text.setPlainText(text)
        self._show_answer()

    def _build(self, choices: Sequence[tuple[str, str]]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_1))
        self.states = Segmented([label(state) for state in _STATES], accessible_name=self._question)
        column.addWidget(self.states)
        self.choice = QComboBox()
        self.choice.setAccessibleName(self._question)
        self.choice.addItem(_("choose…"), "")
        for code, words in choices:
            self.choice.addItem(words, code)
        self._has_choices = bool(choices)
        column.addWidget(self.choice)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self._question)
        self.text.setPlaceholderText(_("in your own words"))
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * 2 + px(20))
        column.addWidget(self.text)
        self.setFocusProxy(self.states)

    def _state_chosen(self) -> None:
        self._show_answer()
        self.changed.emit()

    def _show_answer(self) -> None:
        given = self.state() is AnswerState.GIVEN
        self.choice.setVisible(given and self._has_choices)
        self.text.setVisible(given)
        words = label(self.state())
        self.setAccessibleName(_("{question}: {state}").format(question=self._question, state=words))
