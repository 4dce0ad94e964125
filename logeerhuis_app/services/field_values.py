"""Writing values on a row so that the record knows what they were before."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import Column, inspect
from sqlalchemy.orm import Session

from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, NotFound
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.typed_text import tidy_line, tidy_text
from logeerhuis_app.models import Base

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", bound=Base)
SECRET = frozenset({"bsn", "identity_number"})
"""Never on the record by value: it is read by people who may not see the number."""


def wish_values(wish: "DataclassInstance") -> dict[str, Any]:
    """What a wish says of its row, by column; its version only says which row was looked at."""
    return {name: value for name, value in asdict(wish).items() if name != "version"}


def put(row: Base, values: Mapping[str, Any]) -> dict[str, Any]:
    """Write the values that differ; gives [old, new] of each, for the audit line.

    Raises:
        FieldInvalid: a text is longer than its column; a server would refuse it, a file would not.
    """
    changed: dict[str, Any] = {}
    columns = inspect(type(row)).columns
    for name, given in values.items():
        longest = getattr(columns[name].type, "length", None)
        value = _tidy(given, one_line=longest is not None)
        if longest and isinstance(value, str) and not isinstance(value, Enum) and len(value) > longest:
            raise FieldInvalid(name, f"{value[:20]}…", Reason.TOO_LONG)
        before = getattr(row, name)
        if before != value:
            setattr(row, name, value)
        if before != value and (before or value or _is_told(columns[name], before, value)):
            changed[name] = "changed" if name in SECRET else [plain(before), plain(value)]
    return changed


def _is_told(column: Column[Any], *values: Any) -> bool:
    """«No» and «0» say something where «not asked» is possible; elsewhere they are how a column begins."""
    return bool(column.nullable) and any(isinstance(value, bool | int) for value in values)


def found(session: Session, kind: type[Row], row_id: int, version: int | None = None, *, lock: bool = False) -> Row:
    """The row as the user last saw it; with ``lock`` whoever else asks so on a server waits until we are done.

    Raises:
        NotFound: it is not there any more.
        ChangedByOther: somebody saved it since.
    """
    row = session.get(kind, row_id, with_for_update=True if lock else None)
    if row is None:
        raise NotFound("guest" if kind.__tablename__ == "guest" else "line", str(row_id))
    if version is not None and getattr(row, "version", version) != version:
        raise ChangedByOther("guest")
    return row


def kept(row: Base) -> dict[str, Any]:
    """Everything a row says, for the record of its removal."""
    names = inspect(type(row)).columns.keys()
    return {name: plain(getattr(row, name)) for name in names if name not in SECRET | {"version"}}


def _tidy(given: Any, *, one_line: bool) -> Any:
    if not isinstance(given, str) or isinstance(given, Enum):
        return given
    return tidy_line(given) if one_line else tidy_text(given)


def plain(value: Any) -> Any:
    """A value as the record has it."""
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, date | PartialDate) else value
