"""The record of actions as it is shown and printed."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class AuditKind(StrEnum):
    """What a person asks after."""

    SEEN = "seen"
    CHANGED = "changed"
    PRINTED = "printed"
    EXPORTED = "exported"
    LOGGED_IN = "logged_in"
    REFUSED = "refused"


@dataclass(frozen=True)
class AuditFilter:
    """What is left open is not looked at. Both days count."""

    guest_id: int | None = None
    username: str | None = None
    first: date | None = None
    last: date | None = None
    kind: AuditKind | None = None


@dataclass(frozen=True)
class AuditRow:
    """One line in plain words. ``guest``: name and number, empty where the line is about no guest."""

    line_id: int
    at_utc: datetime
    who: str
    role: str
    what: str
    guest: str


@dataclass(frozen=True)
class AuditPage:
    """The latest first. ``total`` counts the lines on all pages."""

    rows: tuple[AuditRow, ...]
    total: int
    offset: int


@dataclass(frozen=True)
class AuditSheet:
    """The record on paper, for a guest who asks or for the file."""

    rows: tuple[AuditRow, ...]
    total: int
    asked: AuditFilter
    guest: str
    user: str
    house: str
    is_practice: bool
    made_at_utc: datetime
    made_by: str
