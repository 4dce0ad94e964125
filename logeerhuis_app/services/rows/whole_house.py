"""A whole house as plain tables, and what is known of each column: enough to write it to a file and read it back."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

Row = dict[str, Any]
Tables = dict[str, list[Row]]
"""By table name; values as Python has them (dates, moments in UTC, bytes), codes by value."""


class ColumnKind(StrEnum):
    """How a value is written."""

    INTEGER = "integer"
    BOOLEAN = "boolean"
    TEXT = "text"
    CODE = "code"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    TIME = "time"
    MOMENT = "moment"
    BYTES = "bytes"
    JSON = "json"


@dataclass(frozen=True)
class ColumnFact:
    """``choices``: the codes of a coded column. ``most``: longest text."""

    name: str
    kind: ColumnKind
    is_nullable: bool
    choices: tuple[str, ...] = ()
    most: int | None = None
    doc: str = ""


@dataclass(frozen=True)
class TableFact:
    name: str
    columns: tuple[ColumnFact, ...]
    doc: str = ""
