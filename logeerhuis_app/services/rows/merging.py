"""Two files of one person beside each other, before they become one."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.merging import MergeConcern, MergeObstacle, Side
from logeerhuis_app.domain.partial_date import PartialDate


@dataclass(frozen=True)
class MergeSide:
    """One of the two files. Of a file that is shut only the number is told."""

    guest_id: int
    guest_no: str
    version: int
    name: str = ""
    born: PartialDate | None = None
    town: str = ""
    bsn: str = ""  # masked
    stays: int = 0


@dataclass(frozen=True)
class MergeRow:
    """Something in which the files differ, in words. ``chosen`` None: a person has to choose."""

    code: str
    label: str
    kept: str
    other: str
    front: Side
    chosen: Side | None
    is_safety: bool


@dataclass(frozen=True)
class MergeSheet:
    """What would happen: ``moves`` are rows of the other file by table, ``joined`` what is kept of both."""

    kept: MergeSide
    other: MergeSide
    obstacles: tuple[MergeObstacle, ...]
    nights: tuple[date, ...] = ()
    concerns: tuple[MergeConcern, ...] = ()
    rows: tuple[MergeRow, ...] = ()
    moves: tuple[tuple[str, int], ...] = ()
    allergies: int = 0
    alerts: int = 0
    has_two_lists: bool = False
