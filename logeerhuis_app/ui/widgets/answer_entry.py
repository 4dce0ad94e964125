"""The editor of one answer, by the kind of its question; each holds the code of the answer and nothing else."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.care_topics import Choice, chosen, day_of, joined, number_of
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.swatch import swatch
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role

Codes = Sequence[tuple[str, str]]
"""(code, words) pairs."""


class AnswerEntry(QWidget):
    """What every editor of an answer does. A code that cannot be read is given as it was typed: nothing is lost."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(tokens.SPACE_1))

    def code(self) -> str:
        raise NotImplementedError

    def set_code(self, code: str) -> None:
        raise NotImplementedError

    def name_for(self, question: str) -> None:
        """What a screen reader says."""
        raise NotImplementedError


class ListEntry(AnswerEntry):
    """One of a list; ``colours`` by code, beside the words and never instead of them."""

    def __init__(self, choices: Codes, colours: dict[str, str] | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = QComboBox()
        self.choice.addItem(_("choose…"), "")
        for code, words in choices:
            self.choice.addItem(words, code)
            if colours and code in colours:
                self.choice.setItemIcon(self.choice.count() - 1, QIcon(swatch(colours[code])))
        self.column.addWidget(self.choice)
        self.choice.currentIndexChanged.connect(self.changed)
        self.setFocusProxy(self.choice)

    def code(self) -> str:
        return str(self.choice.currentData() or "")

    def set_code(self, code: str) -> None:
        self.choice.setCurrentIndex(max(0, self.choice.findData(code)))

    def name_for(self, question: str) -> None:
        self.choice.setAccessibleName(question)


class TicksEntry(AnswerEntry):
    """Any of a list; where the question has marks each ticked one gets its own («medisch», «eigen keus»)."""

    def __init__(self, choices: Codes, marks: Codes = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes = [code for code, _words in choices]
        self.ticks = {code: QCheckBox(words) for code, words in choices}
        self.marks: dict[str, QComboBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(tokens.SPACE_3))
        grid.setVerticalSpacing(px(tokens.SPACE_1))
        columns = 2 if marks else 3
        for place, code in enumerate(self._codes):
            cell = self._cell(code, marks)
            grid.addWidget(cell, place // columns, place % columns)
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        self.column.addLayout(grid)
        self.setFocusProxy(self.ticks[self._codes[0]])

    def code(self) -> str:
        return joined(tuple(Choice(code, self._mark(code)) for code, tick in self.ticks.items() if tick.isChecked()))

    def set_code(self, code: str) -> None:
        held = {one.code: one.mark for one in chosen(code)}
        for name, tick in self.ticks.items():
            tick.setChecked(name in held)
            if name in self.marks:
                self.marks[name].setCurrentIndex(max(0, self.marks[name].findData(held.get(name, ""))))

    def name_for(self, question: str) -> None:
        for code, tick in self.ticks.items():
            words = _("{question}: {state}").format(question=question, state=tick.text())
            tick.setAccessibleName(words)
            if code in self.marks:
                self.marks[code].setAccessibleName(words)

    def _cell(self, code: str, marks: Codes) -> QWidget:
        tick = self.ticks[code]
        tick.toggled.connect(self.changed)
        if not marks:
            return tick
        cell = QWidget()
        row = QHBoxLayout(cell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.SPACE_1))
        choice = self.marks[code] = QComboBox(cell)
        choice.addItem(_("choose…"), "")
        for mark, words in marks:
            choice.addItem(words, mark)
        choice.currentIndexChanged.connect(self.changed)
        kept = choice.sizePolicy()
        kept.setRetainSizeWhenHidden(True)  # a tick moves nothing
        choice.setSizePolicy(kept)
        choice.hide()
        tick.toggled.connect(choice.setVisible)
        row.addWidget(tick, 1)
        row.addWidget(choice)
        return cell

    def _mark(self, code: str) -> str:
        return str(self.marks[code].currentData() or "") if code in self.marks else ""


class DayEntry(AnswerEntry):
    def __init__(self, clock: Clock, *, is_past: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DateField(clock, past=is_past)
        self.column.addWidget(self.day)
        self.day.line.textChanged.connect(self.changed)
        self.setFocusProxy(self.day.line)

    def code(self) -> str:
        value: date | None = self.day.value()
        return self.day.line.text().strip() if value is None else value.isoformat()

    def set_code(self, code: str) -> None:
        day = day_of(code)
        self.day.set_value(day)
        if day is None:
            self.day.line.setText(code)

    def name_for(self, question: str) -> None:
        self.day.line.setAccessibleName(question)


class NumberEntry(AnswerEntry):
    """A number with its unit; ``bounds`` says in words what may be typed."""

    def __init__(self, bounds: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMaximumWidth(px(110))
        self.bounds = Label(bounds, Role.MUTE)
        area = FlowArea(tokens.SPACE_2)
        area.add(self.line, self.bounds)
        self.column.addWidget(area)
        self.line.textChanged.connect(self.changed)
        self.setFocusProxy(self.line)

    def code(self) -> str:
        value = number_of(self.line.text())
        return self.line.text().strip() if value is None else f"{value.normalize():f}"

    def set_code(self, code: str) -> None:
        value = number_of(code)
        self.line.setText(code if value is None else number(value).replace(".", ""))

    def name_for(self, question: str) -> None:
        self.line.setAccessibleName(question)
        self.line.setAccessibleDescription(self.bounds.text())
