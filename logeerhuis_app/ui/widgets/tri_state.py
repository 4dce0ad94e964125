"""One question of care: not asked, asked but unknown, none, or an answer; never two of them in one empty field."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.answer_entry import AnswerEntry, Codes, ListEntry
from logeerhuis_app.ui.widgets.segmented import Segmented

_EMPTIES = tuple((state, "") for state in AnswerState)


class TriState(QWidget):
    """The states beside each other; only an answer opens its editor, which keeps what was typed meanwhile.

    ``entry`` edits the code of the answer; ``choices`` are (code, words) pairs for a plain list. ``beside`` are the few
    answers of a question without «none» («nee», «ja»): they stand among the states and are one key away.
    """

    changed = Signal()

    def __init__(
        self,
        question: str,
        choices: Codes = (),
        parent: QWidget | None = None,
        *,
        entry: AnswerEntry | None = None,
        beside: Codes = (),
        has_text: bool = True,
    ) -> None:
        super().__init__(parent)
        self._question = question
        self._has_text = has_text
        self._is_beside = bool(beside)
        self.entry = entry if entry is not None else ListEntry(choices) if choices else None
        self._places = _EMPTIES if not beside else _places(beside)
        self._build([words for _code, words in beside])
        self.states.changed.connect(self._state_chosen)
        self.text.textChanged.connect(self.changed)
        if self.entry is not None:
            self.entry.changed.connect(self.changed)
        self.set_answer(AnswerState.NOT_ASKED)

    def state(self) -> AnswerState:
        return self._places[self.states.current()][0]

    def code(self) -> str:
        """The code of the answer; empty unless one is given."""
        state, code = self._places[self.states.current()]
        return self.entry.code() if state is AnswerState.GIVEN and self.entry is not None else code

    def answer_text(self) -> str:
        """The words; empty unless an answer is given."""
        return self.text.toPlainText().strip() if self.state() is AnswerState.GIVEN else ""

    def set_answer(self, state: AnswerState, code: str = "", text: str = "") -> None:
        self.states.set_current(self._place_of(state, code))
        if self.entry is not None:
            self.entry.set_code(code)
        self.text.setPlainText(text)
        self._show_answer()

    def _place_of(self, state: AnswerState, code: str) -> int:
        """What is none of the answers here is shown as unknown, never as one of them."""
        wanted = (state, code if self._is_beside else "")
        return self._places.index(wanted if wanted in self._places else (AnswerState.UNKNOWN, ""))

    def _build(self, beside: Sequence[str]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_1))
        self.states = Segmented(self._state_words(beside), accessible_name=self._question)
        column.addWidget(self.states)
        if self.entry is not None:
            self.entry.name_for(self._question)
            column.addWidget(self.entry)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(self._question)
        self.text.setPlaceholderText(_("in your own words"))
        lines = 1 if self.entry is not None or beside else 2  # words beside a choice are few
        self.text.setFixedHeight(self.text.fontMetrics().lineSpacing() * lines + px(24))
        column.addWidget(self.text)
        self.setFocusProxy(self.states)

    def _state_words(self, beside: Sequence[str]) -> list[str]:
        if not beside:
            return [label(state) for state in AnswerState]
        return [label(AnswerState.NOT_ASKED), label(AnswerState.UNKNOWN), *beside]

    def _state_chosen(self) -> None:
        self._show_answer()
        self.changed.emit()

    def _show_answer(self) -> None:
        given = self.state() is AnswerState.GIVEN
        if self.entry is not None:
            self.entry.setVisible(given)
        self.text.setVisible(given and self._has_text)
        words = self.states.buttons()[self.states.current()].text()
        self.setAccessibleName(_("{question}: {state}").format(question=self._question, state=words))


def _places(beside: Codes) -> tuple[tuple[AnswerState, str], ...]:
    codes = ((AnswerState.GIVEN, code) for code, _words in beside)
    return ((AnswerState.NOT_ASKED, ""), (AnswerState.UNKNOWN, ""), *codes)
