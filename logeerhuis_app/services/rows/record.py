"""What changed in a file, as screens show it."""

from dataclasses import dataclass
from datetime import date, datetime

from logeerhuis_app.domain.file_changes import ChangeSection


@dataclass(frozen=True)
class ChangeRow:
    """One thing that is different. ``old`` empty: it is new; ``new`` empty: it is there no longer."""

    key: str  # «allergy 12», «care_answer washing», «guest town»: what carries the mark on screen
    section: ChangeSection
    what: str
    old: str
    new: str
    user: str  # who changed it last
    at_utc: datetime
    reason: str = ""


@dataclass(frozen=True)
class FileChanges:
    """Since the last departure, safety first. ``since`` None: the guest never stayed here, and nothing is compared."""

    since: date | None = None
    rows: tuple[ChangeRow, ...] = ()

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(row.key for row in self.rows)


NOTHING_CHANGED = FileChanges()
