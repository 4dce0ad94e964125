"""Fields about a person that are more than one line: telephones, addresses, a language, yes or no or not asked."""

from collections.abc import Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from logeerhuis_app.domain.person import ContactUse
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.languages import language_name, languages
from logeerhuis_app.i18n.network_words import weekday_word
from logeerhuis_app.ui.guests.composed_field import ComposedField
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.flow_area import FlowArea

MOST_MORE_PHONES = 2
Phone = tuple[str, ContactUse]


class PhonesField(ComposedField):
    """Two more numbers, each with what it is for. A mobile number is known by itself."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_1))
        self.lines = [QLineEdit() for _place in range(MOST_MORE_PHONES)]
        self.uses = [_uses() for _place in range(MOST_MORE_PHONES)]
        for place, (line, use) in enumerate(zip(self.lines, self.uses, strict=True), start=2):
            line.setAccessibleName(_("Telephone {n}").format(n=place))
            use.setAccessibleName(_("Telephone {n} is for").format(n=place))
            line.textChanged.connect(self.changed)
            use.currentIndexChanged.connect(self.changed)
            row = QHBoxLayout()
            row.setSpacing(px(tokens.SPACE_2))
            row.addWidget(line, 2)
            row.addWidget(use, 1)
            column.addLayout(row)
        self.setFocusProxy(self.lines[0])

    def value(self) -> tuple[Phone, ...]:
        """Without their kind: that is told by the number when it is saved."""
        pairs = zip(self.lines, self.uses, strict=True)
        return tuple((line.text().strip(), ContactUse(use.currentData())) for line, use in pairs if line.text().strip())

    def set_value(self, value: Sequence[Phone]) -> None:
        for place, (line, use) in enumerate(zip(self.lines, self.uses, strict=True)):
            number, purpose = value[place] if place < len(value) else ("", ContactUse.HOME)
            line.setText(number)
            use.setCurrentIndex(use.findData(purpose.value))

    def words(self, value: Sequence[Phone]) -> str:
        return ", ".join(f"{number} ({label(use)})" for number, use in value) or _("empty")

    def from_kept(self, value: Any) -> tuple[Phone, ...]:
        return tuple((str(number), ContactUse(use)) for number, use in value)


class EmailsField(ComposedField):
    """More addresses on one line, with commas between them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.line = QLineEdit()
        self.line.textChanged.connect(self.changed)
        column.addWidget(self.line)
        self.setFocusProxy(self.line)

    def value(self) -> tuple[str, ...]:
        parts = self.line.text().replace(";", ",").split(",")
        return tuple(part.strip() for part in parts if part.strip())

    def set_value(self, value: Sequence[str]) -> None:
        self.line.setText(", ".join(value))
        self.line.setCursorPosition(0)

    def words(self, value: Sequence[str]) -> str:
        return ", ".join(value) or _("empty")

    def from_kept(self, value: Any) -> tuple[str, ...]:
        return tuple(str(one) for one in value)


class _ChoiceField(ComposedField):
    """A list with a value behind each line; the first line is «not asked»."""

    def __init__(self, lines: Sequence[tuple[Any, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.box = QComboBox()
        self._values = [value for value, _words in lines]
        for _value, words in lines:
            self.box.addItem(words)
        self.box.currentIndexChanged.connect(self.changed)
        column.addWidget(self.box)
        self.setFocusProxy(self.box)

    def value(self) -> Any:
        return self._values[max(self.box.currentIndex(), 0)]

    def set_value(self, value: Any) -> None:
        self.box.setCurrentIndex(self._values.index(value) if value in self._values else 0)

    def words(self, value: Any) -> str:
        return self.box.itemText(self._values.index(value)) if value in self._values else _("not asked")

    def from_kept(self, value: Any) -> Any:
        return value if value in self._values else self._values[0]


class LanguageChoice(_ChoiceField):
    """A language by its name; typing its first letters finds it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        named = [(code, capital(name)) for code, name in languages()]
        super().__init__([("", _("Not asked")), *named], parent)
        self.box.setMaxVisibleItems(14)

    def words(self, value: Any) -> str:
        return language_name(value) if value else _("not asked")


class YesNoChoice(_ChoiceField):
    """Not asked, yes or no."""

    def __init__(self, yes: str = "", no: str = "", parent: QWidget | None = None) -> None:
        super().__init__([(None, _("Not asked")), (True, yes or _("Yes")), (False, no or _("No"))], parent)


class CodeBoxes(ComposedField):
    """Any number of a list of codes, each a box to tick; the value is a tuple in the order of the list."""

    def __init__(self, question: str, codes: Sequence[Enum], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = FlowArea(tokens.SPACE_3)
        column.addWidget(area)
        self.boxes = {code: QCheckBox(capital(label(code))) for code in codes}
        for box in self.boxes.values():
            box.setAccessibleName(_("{question}: {choice}").format(question=question, choice=box.text()))
            box.toggled.connect(self.changed)
            area.add(box)
        self.setFocusProxy(next(iter(self.boxes.values())))

    def value(self) -> tuple[Enum, ...]:
        return tuple(code for code, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[Enum]) -> None:
        for code, box in self.boxes.items():
            box.setChecked(code in value)

    def words(self, value: Sequence[Enum]) -> str:
        return ", ".join(label(code) for code in value) or _("empty")

    def from_kept(self, value: Any) -> tuple[Enum, ...]:
        return tuple(code for code in self.boxes if code.value in value)


class WeekdaysField(ComposedField):
    """The days of the week, 1 Monday; none ticked means that they are not fixed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = FlowArea(tokens.SPACE_2)
        column.addWidget(area)
        self.boxes = {day: QCheckBox(weekday_word(day)) for day in range(1, 8)}
        for box in self.boxes.values():
            box.setAccessibleName(box.text())
            box.toggled.connect(self.changed)
            area.add(box)
        self.setFocusProxy(self.boxes[1])

    def value(self) -> tuple[int, ...]:
        return tuple(day for day, box in self.boxes.items() if box.isChecked())

    def set_value(self, value: Sequence[int]) -> None:
        for day, box in self.boxes.items():
            box.setChecked(day in value)

    def words(self, value: Sequence[int]) -> str:
        return " ".join(weekday_word(day) for day in value) or _("empty")

    def from_kept(self, value: Any) -> tuple[int, ...]:
        return tuple(int(day) for day in value)


def _uses() -> QComboBox:
    box = QComboBox()
    for use in ContactUse:
        words = label(use)
        box.addItem(capital(words), use.value)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return box
