"""What falls due, what stands in its way, and what was destroyed."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.retention import Obstacle, Part, RemovalGround, Terms


@dataclass(frozen=True)
class RemovalSheet:
    """Everything to be weighed before a care file is destroyed."""

    guest_id: int
    guest_no: str
    name: str
    last_name: str  # what is typed to confirm
    born: PartialDate
    version: int
    obstacles: tuple[Obstacle, ...]
    ground: RemovalGround
    care_due: date | None
    finance_due: date | None
    gone: tuple[tuple[str, int], ...]  # table and number of rows
    nights_kept: int
    declared_kept: int
    mentions: int  # notes, tasks and requests outside the file that hold the last name
    backups_until: date
    terms: Terms
    kept_until: date | None = None
    kept_reason: str = ""


@dataclass(frozen=True)
class DueRow:
    """One part of one file that has fallen due, falls due this year, or that a guest asked to have destroyed."""

    guest_id: int
    guest_no: str
    name: str
    born: PartialDate
    part: Part
    day: date | None
    has_request: bool
    obstacles: tuple[Obstacle, ...] = ()


@dataclass(frozen=True)
class DestructionRow:
    """One line of the protocol; it names nobody."""

    destruction_id: int
    number: str
    guest_no: str
    destroyed_on: date
    ground: RemovalGround
    decided_by: str
    removed: tuple[tuple[str, int], ...]
    finance_until: date | None
    backups_until: date


@dataclass(frozen=True)
class DueList:
    """``rows`` by day, requests first; ``destroyed`` the latest first."""

    rows: tuple[DueRow, ...]
    destroyed: tuple[DestructionRow, ...]
    terms: Terms


@dataclass(frozen=True)
class ProofSheet:
    """The proof of destruction on paper."""

    row: DestructionRow
    house: str
    is_practice: bool
    made_by: str
    today: date
