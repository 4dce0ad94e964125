"""What is told about backups: which there are, what became of the last one, what restoring would take away."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from logeerhuis_app.domain.backups import is_too_old


class SecondCopy(StrEnum):
    """What became of the copy at the second place."""

    NOT_CHOSEN = "not_chosen"
    COPIED = "copied"
    ABSENT = "absent"  # the stick is not in the computer
    FAILED = "failed"


@dataclass(frozen=True)
class BackupRow:
    """One backup of this house."""

    file: str
    made_at_utc: datetime
    bytes: int


@dataclass(frozen=True)
class BackupState:
    """``backups`` and ``second``: newest first. ``second_is_there``: the second place is chosen and can be reached."""

    now_utc: datetime
    folder: str
    backups: tuple[BackupRow, ...]
    second_place: str
    second_is_there: bool
    second: tuple[BackupRow, ...]

    @property
    def last_good(self) -> BackupRow | None:
        return self.backups[0] if self.backups else None

    @property
    def is_too_old(self) -> bool:
        return is_too_old(self.last_good.made_at_utc if self.last_good else None, self.now_utc)


@dataclass(frozen=True)
class BackupDone:
    """A backup that was made and checked. ``removed``: how many older ones gave way."""

    file: str
    made_at_utc: datetime
    bytes: int
    removed: int
    second: SecondCopy
    second_place: str


@dataclass(frozen=True)
class TableLoss:
    """What restoring does to one table: rows made since, changed since, and removed since (which come back)."""

    table: str
    made: int
    changed: int
    removed: int

    @property
    def is_nothing(self) -> bool:
        return not (self.made or self.changed or self.removed)


@dataclass(frozen=True)
class LastLine:
    """The end of a log. ``use_case`` is a code of ``UseCase``, or of an older version of the program."""

    at_utc: datetime
    name: str
    use_case: str


@dataclass(frozen=True)
class Comparison:
    """The house as it is beside the house as it was. ``now`` is empty when the present house cannot be read.

    ``is_keys_alone``: the file of the house is whole, and only its key file comes out of the backup.
    """

    file: str
    made_at_utc: datetime
    losses: tuple[TableLoss, ...]
    now: LastLine | None
    then: LastLine | None
    is_same_house: bool
    is_readable: bool
    is_keys_alone: bool = False


@dataclass(frozen=True)
class RestoreDone:
    """``kept``: where the old house stands now; empty when there was none."""

    file: str
    kept: str


@dataclass(frozen=True)
class BackupCheck:
    """A backup that was found whole."""

    file: str
    made_at_utc: datetime
    lines: int
