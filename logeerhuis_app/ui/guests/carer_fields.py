"""Fields that keep «not asked», «asked, unknown» and «none» apart where a list or a number is asked."""

from collections.abc import Collection, Sequence
from enum import Enum
from typing import Any

from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QVBoxLayout, QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.ui.guests.composed_field import ComposedField
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role

Said = tuple[AnswerState, str]
Ticked = tuple[AnswerState, tuple[Any, ...]]


class KnownLine(ComposedField):
    """One line that may stay empty because nobody asked, or because nobody knows: (state, what was typed)."""

    def __init__(self, question: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = FlowArea(tokens.SPACE_2)
        column.addWidget(area)
        self.line = QLineEdit()
        self.line.setPlaceholderText(label(AnswerState.NOT_ASKED))
        self.line.setFixedWidth(px(118))
        self.unknown = QCheckBox(label(AnswerState.UNKNOWN))
        self.unknown.setAccessibleName(_named(question, label(AnswerState.UNKNOWN)))
        area.add(self.line, self.unknown)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self.changed)
        self.unknown.toggled.connect(self._show_unknown)

    def value(self) -> Said:
        if self.unknown.isChecked():
            return AnswerState.UNKNOWN, ""
        text = self.line.text().strip()
        return (AnswerState.GIVEN, text) if text else (AnswerState.NOT_ASKED, "")

    def set_value(self, value: Said) -> None:
        state, text = value
        self.unknown.setChecked(state is AnswerState.UNKNOWN)
        self.line.setText(text)
        self.line.setCursorPosition(0)

    def words(self, value: Said) -> str:
        state, text = value
        return text or label(state)

    def from_kept(self, value: Any) -> Said:
        return AnswerState(value[0]), str(value[1])

    def _show_unknown(self, is_unknown: bool) -> None:
        self.line.setEnabled(not is_unknown)
        self.line.setPlaceholderText("" if is_unknown else label(AnswerState.NOT_ASKED))
        self.changed.emit()


class CodeTicks(ComposedField):
    """Any number of a list of codes, or one of the empties: (state, codes). Nothing ticked is «not asked»."""

    def __init__(
        self, question: str, codes: Sequence[Enum], empties: Collection[AnswerState], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._codes = {code: QCheckBox(capital(label(code))) for code in codes}
        self._empties = {state: QCheckBox(capital(label(state))) for state in AnswerState if state in empties}
        self._build(question)

    @property
    def boxes(self) -> dict[Enum, QCheckBox]:
        """By code and by empty, in the order of the keyboard."""
        boxes: dict[Enum, QCheckBox] = {}
        for group in (self._codes, self._empties):
            boxes |= dict(group.items())
        return boxes

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Led on to the first tick; a focus proxy would take its name away from it."""
        next(iter(self._codes.values())).setFocus(event.reason())

    def value(self) -> Ticked:
        codes = tuple(code for code, box in self._codes.items() if box.isChecked())
        state = next((state for state, box in self._empties.items() if box.isChecked()), AnswerState.NOT_ASKED)
        return (AnswerState.GIVEN, codes) if codes else (state, ())

    def set_value(self, value: Ticked) -> None:
        state, codes = value
        for code, box in self._codes.items():
            box.setChecked(code in codes)
        for empty, box in self._empties.items():
            box.setChecked(empty is state and not codes)

    def words(self, value: Ticked) -> str:
        state, codes = value
        return ", ".join(label(code) for code in codes) or label(state)

    def from_kept(self, value: Any) -> Ticked:
        held = set(value[1])
        return AnswerState(value[0]), tuple(code for code in self._codes if code.value in held)

    def _build(self, question: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = FlowArea(tokens.SPACE_1)
        column.addWidget(area)
        for box in self.boxes.values():
            box.setAccessibleName(_named(question, box.text()))
            area.add(box)
        for box in self._codes.values():
            box.toggled.connect(lambda is_on: self._leave_one(is_on, *self._empties.values()))
        for empty in self._empties.values():
            others = [box for box in self.boxes.values() if box is not empty]
            empty.toggled.connect(lambda is_on, others=others: self._leave_one(is_on, *others))

    def _leave_one(self, is_on: bool, *others: QCheckBox) -> None:
        """A thing that is there and «none» cannot both be true."""
        if is_on:
            for box in others:
                box.setChecked(False)
        self.changed.emit()


class TaskTicks(ComposedField):
    """Tasks, each with how and how often: (state, ((code, how), …)). Nothing ticked is «not asked»."""

    def __init__(
        self, question: str, codes: Sequence[Enum], empties: Collection[AnswerState], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ticks = CodeTicks(question, codes, empties)
        self.lines = {code: self._line(code) for code in codes}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_2))
        column.addWidget(self._ticks)
        column.addLayout(self._build_lines())
        self._ticks.changed.connect(self._show_lines)
        self._show_lines()

    @property
    def boxes(self) -> dict[Enum, QCheckBox]:
        return self._ticks.boxes

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ticks.setFocus(event.reason())

    def value(self) -> Ticked:
        state, codes = self._ticks.value()
        return state, tuple((code, self.lines[code].text().strip()) for code in codes)

    def set_value(self, value: Ticked) -> None:
        state, tasks = value
        told = dict(tasks)
        for code, line in self.lines.items():
            line.setText(told.get(code, ""))
            line.setCursorPosition(0)
        self._ticks.set_value((state, tuple(told)))
        self._show_lines()

    def words(self, value: Ticked) -> str:
        state, tasks = value
        told = [_("{subject}: {words}").format(subject=label(code), words=how) if how else label(code)
                for code, how in tasks]  # fmt: skip
        return ", ".join(told) or label(state)

    def from_kept(self, value: Any) -> Ticked:
        known = {code.value: code for code in self.lines}
        return AnswerState(value[0]), tuple((known[code], how) for code, how in value[1] if code in known)

    def _line(self, code: Enum) -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(_("how, and how often"))
        line.setAccessibleName(_("{task}: how, and how often").format(task=capital(label(code))))
        line.textChanged.connect(self.changed)
        return line

    def _build_lines(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(tokens.SPACE_2))
        grid.setVerticalSpacing(px(tokens.SPACE_1))
        grid.setColumnStretch(1, 1)
        self._names = {code: Label(self.boxes[code].text(), Role.MUTE) for code in self.lines}
        for place, (code, line) in enumerate(self.lines.items()):
            self._names[code].setBuddy(line)
            grid.addWidget(self._names[code], place, 0)
            grid.addWidget(line, place, 1)
        return grid

    def _show_lines(self) -> None:
        """Only beside what is ticked: thirteen empty lines say nothing."""
        for code, line in self.lines.items():
            self._names[code].setVisible(self.boxes[code].isChecked())
            line.setVisible(self.boxes[code].isChecked())
        self.changed.emit()


def _named(question: str, words: str) -> str:
    return _("{subject}: {words}").format(subject=question, words=words)
