"""Reading and writing the fields of a form by what they hold, so that two people's changes can be laid side by side."""

from collections.abc import Callable, Sequence
from datetime import date
from enum import Enum
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_words import answer_words
from logeerhuis_app.i18n.format import capital, date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import partial_words
from logeerhuis_app.services.rows.guest import AnswerRow
from logeerhuis_app.ui.guests.composed_field import ComposedField
from logeerhuis_app.ui.guests.path_field import PathField
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.partial_date_field import PartialDateField
from logeerhuis_app.ui.widgets.tri_state import TriState

Code = TypeVar("Code", bound=Enum)
Answer = tuple[AnswerState, str, str]
"""State, code and text of one question of care."""


class CodeChoice(QComboBox, Generic[Code]):
    """One value of a list of codes, by its Dutch word; with ``nothing`` the first line is «not chosen»."""

    def __init__(self, codes: Sequence[Code], nothing: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: list[Code | None] = [None, *codes] if nothing else list(codes)
        for code in self._codes:
            words = nothing if code is None else label(code)
            self.addItem(capital(words))

    def value(self) -> Code | None:
        place = self.currentIndex()
        return self._codes[place] if 0 <= place < len(self._codes) else None

    def set_value(self, code: Code | None) -> None:
        self.setCurrentIndex(self._codes.index(code) if code in self._codes else 0)

    def code_of(self, value: Any) -> Code | None:
        """The code that is stored so; None for nothing, and for one that is not on the list."""
        return next((code for code in self._codes if code is not None and code.value == value), None)


class RowChoice(QComboBox):
    """One of a list of rows, by name; the value is its id, None where nothing is chosen.

    ``other`` names a value that is not on the list, such as a number of minutes that came in from elsewhere: it is
    added, for a form that left it out would save «nothing» over it.
    """

    def __init__(
        self,
        rows: Sequence[tuple[int, str]],
        nothing: str = "",
        parent: QWidget | None = None,
        *,
        other: Callable[[int], str] | None = None,
    ) -> None:
        super().__init__(parent)
        self._other = other
        if nothing:
            self.addItem(nothing, None)
        for row_id, name in rows:
            self.addItem(name, row_id)

    def value(self) -> int | None:
        chosen = self.currentData()
        return None if chosen is None else int(chosen)

    def set_value(self, row_id: int | None) -> None:
        place = next((n for n in range(self.count()) if self.itemData(n) == row_id), None)
        if place is None and row_id is not None and self._other is not None:
            self.addItem(self._other(row_id), row_id)
            place = self.count() - 1
        self.setCurrentIndex(place or 0)


class WideText(QPlainTextEdit):
    """Some lines of free text; Tab goes on to the next field."""

    def __init__(self, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * lines + px(20))


def read(field: QWidget) -> Any:
    """What the field holds now."""
    if isinstance(field, ComposedField):
        return field.value()
    if isinstance(field, TriState):
        return (field.state(), field.code(), field.answer_text())
    if isinstance(field, DateField | PartialDateField | CodeChoice | RowChoice | PathField):
        return field.value()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    if isinstance(field, QSpinBox):
        return field.value() or None
    if isinstance(field, QLineEdit):
        return field.text().strip()
    raise TypeError(type(field).__name__)


def write(field: QWidget, value: Any) -> None:
    if isinstance(field, ComposedField):
        field.set_value(value)
    elif isinstance(field, TriState):
        field.set_answer(*value)
    elif isinstance(field, DateField | PartialDateField | CodeChoice | RowChoice | PathField):
        field.set_value(value)
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText(value or "")
    elif isinstance(field, QSpinBox):
        field.setValue(value or 0)
    elif isinstance(field, QLineEdit):
        field.setText(value or "")
        field.setCursorPosition(0)  # a long name begins with its beginning
    else:
        raise TypeError(type(field).__name__)


def words_of(field: QWidget, value: Any, topic: CareTopic | None = None) -> str:
    """A value in words, for «the other wrote»."""
    if isinstance(field, ComposedField):
        return field.words(value)
    if isinstance(field, TriState) and topic is not None:
        return answer_words(AnswerRow(topic, *value))
    if isinstance(field, RowChoice):
        return next((field.itemText(n) for n in range(field.count()) if field.itemData(n) == value), "")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Enum):
        return label(value)
    if isinstance(value, date):
        return date_numeric(value)
    if isinstance(value, PartialDate):
        return partial_words(value)
    return str(value) if value not in (None, "") else _("empty")
