"""What stands in the fields of a form, as a draft keeps it, and back."""

from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.ui.guests.composed_field import ComposedField
from logeerhuis_app.ui.guests.field_access import CodeChoice
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.partial_date_field import PartialDateField
from logeerhuis_app.ui.widgets.tri_state import TriState

TYPED, BASE = "typed", "base"


def kept(value: Any) -> Any:
    """A value of a field as JSON has it."""
    if isinstance(value, tuple | list):
        return [kept(part) for part in value]
    if isinstance(value, set | frozenset):
        return sorted(kept(part) for part in value)
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | PartialDate) else value


def read_back(field: QWidget, value: Any) -> Any:
    """The value as the field takes it; one that it does not know any more is none."""
    if isinstance(field, ComposedField):
        return field.from_kept(value)
    if isinstance(field, TriState):
        state, code, text = value
        return (AnswerState(state), code, text)
    if isinstance(field, DateField):
        return date.fromisoformat(value) if value else None
    if isinstance(field, PartialDateField):
        return PartialDate.fromisoformat(value) if value else None
    if isinstance(field, CodeChoice):
        return field.code_of(value)
    return value


def all_kept(values: Mapping[str, Any]) -> dict[str, Any]:
    return {code: kept(value) for code, value in values.items()}


def all_read_back(fields: Mapping[str, QWidget], values: Mapping[str, Any]) -> dict[str, Any]:
    """A field that the form has no longer is left out."""
    return {code: read_back(fields[code], value) for code, value in values.items() if code in fields}
