"""A sheet as JSON and back: the copy that a fixed declaration keeps of everything on its paper."""

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.services.rows.declaring import DeclarationSheet


def sheet_to_json(sheet: DeclarationSheet) -> dict[str, Any]:
    """Plain JSON values; dates as ISO text, codes by their value."""
    plain: dict[str, Any] = _plain(sheet)
    return plain


def sheet_from_json(stored: dict[str, Any]) -> DeclarationSheet:
    """The same sheet again. Fields that were added since have their default, and those that went are left out."""
    sheet: DeclarationSheet = _typed(DeclarationSheet, stored)
    return sheet


def _plain(value: Any) -> Any:
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | PartialDate) else value


def _typed(wanted: Any, value: Any) -> Any:
    wanted = getattr(wanted, "__supertype__", wanted)  # NewType, as Cents
    if get_origin(wanted) in (Union, UnionType):
        return None if value is None else _typed(_without_none(wanted), value)
    if get_origin(wanted) is tuple:
        return tuple(_typed(get_args(wanted)[0], each) for each in value)
    if is_dataclass(wanted):
        hints = get_type_hints(wanted)
        known = {field.name for field in fields(wanted)} & value.keys()
        return wanted(**{name: _typed(hints[name], value[name]) for name in known})  # type: ignore[operator]
    if wanted in (date, PartialDate):
        return wanted.fromisoformat(value)
    return wanted(value)


def _without_none(union: Any) -> Any:
    (wanted,) = (each for each in get_args(union) if each is not NoneType)
    return wanted
