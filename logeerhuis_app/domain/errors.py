"""What can go wrong that the user understands and can put right.

One class per case, with the details as plain values; the sentences stand in ``i18n/error_texts.py``.
Anything that is not a ``UserFacingError`` is our fault and goes to the crash dialog.
"""

from dataclasses import dataclass
from datetime import date


class UserFacingError(Exception):
    """The user understands this and can put it right."""


@dataclass
class DepartureTooEarly(UserFacingError):
    """There is no night between arrival and departure."""

    arrival: date
    departure: date


@dataclass
class StayTooLong(UserFacingError):
    """The period is longer than a respite stay can be; almost always a typing error in the year."""

    nights: int
    most: int


@dataclass
class BedTaken(UserFacingError):
    """The bed is kept for someone else on one of the nights."""

    bed: str
    nights: tuple[date, ...]
    guest: str
    arrival: date
    departure: date


@dataclass
class BedClosed(UserFacingError):
    """The bed is closed on one of the nights."""

    bed: str
    nights: tuple[date, ...]
    reason: str


@dataclass
class GuestElsewhere(UserFacingError):
    """The guest already sleeps in another bed on one of the nights."""

    guest: str
    bed: str
    nights: tuple[date, ...]


@dataclass
class NotFound(UserFacingError):
    """Nothing is known under this name or number (``kind``: guest, bed, booking, payer, user, location...)."""

    kind: str
    key: str


@dataclass
class NotAllowed(UserFacingError):
    """The role may not do this."""

    use_case: str
    role: str


@dataclass
class TransitionRefused(UserFacingError):
    """A booking or trajectory cannot go from this state to that one."""

    from_state: str
    to_state: str


@dataclass
class NotInHouse(UserFacingError):
    """Something that needs the guest to be present, while the guest is not."""

    guest: str


@dataclass
class CheckInBlocked(UserFacingError):
    """The guest cannot be checked in yet; ``missing`` names what (codes of ``domain.bookings.CheckInGate``)."""

    guest: str
    missing: tuple[str, ...]


@dataclass
class WrongDay(UserFacingError):
    """Check-in or check-out on another day than planned, without a reason."""

    planned: date
    today: date


@dataclass
class GuestAlreadyPresent(UserFacingError):
    """A guest can be in the house once."""

    guest: str


@dataclass
class NightsDeclared(UserFacingError):
    """These nights stand on a fixed declaration; they change only through a credit."""

    number: str
    nights: tuple[date, ...]


@dataclass
class ChangedByOther(UserFacingError):
    """Someone else saved this row since it was read; nothing of theirs is overwritten."""

    kind: str


@dataclass
class FieldRequired(UserFacingError):
    """A field that must be filled is empty; ``field`` is its code."""

    field: str


@dataclass
class FieldInvalid(UserFacingError):
    """A field holds something that cannot be right; ``reason`` is a code of ``domain.checks.Reason``."""

    field: str
    value: str
    reason: str


@dataclass
class AlreadyExists(UserFacingError):
    """A second one of something that is unique (``kind``: guest, bsn, user...)."""

    kind: str
    key: str
    guest_id: int = 0


@dataclass
class NothingToDeclare(UserFacingError):
    """No night in this month is to be declared."""

    month: date


@dataclass
class OpenQuestions(UserFacingError):
    """A declaration cannot be fixed while a question on it is open."""

    payer: str
    count: int


@dataclass
class NoBankAccount(UserFacingError):
    """A declaration that is to be paid does not say to which account: fixed, it would stay so for ever."""

    location: str


@dataclass
class MonthNotOver(UserFacingError):
    """A month can be fixed after its last night only."""

    month: date


@dataclass
class AlreadyFixed(UserFacingError):
    """This declaration is fixed and locked."""

    number: str


@dataclass
class WrongPassword(UserFacingError):
    """User name or password is not right; which of the two is not said."""


@dataclass
class HouseMissing(UserFacingError):
    """There is no house in this data folder yet."""

    place: str


@dataclass
class HouseExists(UserFacingError):
    """There is a house in this data folder already; nothing is overwritten."""

    place: str


@dataclass
class HouseUnreadable(UserFacingError):
    """The house file cannot be opened; ``reason`` is a key of ``i18n.error_words.HOUSES``."""

    place: str
    reason: str


@dataclass
class FileUnreadable(UserFacingError):
    """A file to be read is no file of ours; ``reason`` is a code: missing, not_json, not_a_house, unwritable."""

    place: str
    reason: str
    line: int = 0


@dataclass
class ImportRefused(UserFacingError):
    """The file was read but not taken over; ``problems`` tell row, column and reason. Nothing was changed."""

    place: str
    problems: tuple[str, ...]


@dataclass
class HouseNotEmpty(UserFacingError):
    """A whole house can be imported into an empty one only."""

    guests: int


@dataclass
class MonthUnclear(UserFacingError):
    """A month was asked that is no month (want YYYY-MM)."""

    text: str


@dataclass
class DateUnclear(UserFacingError):
    """A date was typed that is no date."""

    text: str


@dataclass
class NothingToUndo(UserFacingError):
    """There is no step to take back."""


@dataclass
class HouseBusy(UserFacingError):
    """Another writer kept the house for longer than anyone should wait; nothing was changed."""


@dataclass
class HouseFull(UserFacingError):
    """There is no room left on the disk of the house; nothing was changed."""

    place: str


@dataclass
class Concern:
    """Something to weigh before going on; ``kind`` is a code, ``detail`` its values in words, and whose file it is."""

    kind: str
    detail: str = ""
    guest_id: int = 0


@dataclass
class ConcernsOpen(UserFacingError):
    """A warning that may be passed: say it, and call again with the accepted kinds. The acceptance is logged."""

    concerns: tuple[Concern, ...]


@dataclass
class GuestExcluded(UserFacingError):
    """The location does not take guests like this one; ``kinds`` are codes of ``domain.matching.MisfitKind``."""

    guest: str
    location: str
    kinds: tuple[str, ...]


@dataclass
class BookingLocked(UserFacingError):
    """A stay in this state keeps its dates and bed: it is over, cancelled or declared."""

    state: str


@dataclass
class ArrivalIsPast(UserFacingError):
    """The guest is here already: the nights that were slept stay where they were."""

    guest: str
    arrival: date


@dataclass
class NoShowTooEarly(UserFacingError):
    """Only after the day of arrival is it certain that a guest did not come."""

    arrival: date


@dataclass
class ShiftOutOfReach(UserFacingError):
    """A note is for the shift that runs or one just before it, a task for the one that runs or a later one."""

    day: date
    shift: str


@dataclass
class QuestionsOpen(UserFacingError):
    """A month is to be fixed while questions of these guests are open; nothing was fixed."""

    month: date
    guests: tuple[str, ...]
    count: int


@dataclass
class LogBroken(UserFacingError):
    """Lines of the log were changed, or one before them is missing; 0: the end was cut off."""

    lines: tuple[int, ...]


@dataclass
class NotManagerInFile(UserFacingError):
    """A house is to be made out of a file, by somebody who is no manager in it."""

    username: str
    place: str


@dataclass
class SelfTestFailed(UserFacingError):
    """This copy of the program does not work here; ``step``: language, encryption, login, window or pdf."""

    step: str


@dataclass
class BackupFailed(UserFacingError):
    """No backup was made and the older ones stay: full, unwritable, occupied, medium, busy or house_damaged."""

    place: str
    reason: str


@dataclass
class BackupStopped(UserFacingError):
    """The user did not want to wait for the backup; the older ones stay."""


@dataclass
class BackupUnreadable(UserFacingError):
    """A backup cannot be used; ``reason``: missing, unreadable, foreign, damaged, newer or log."""

    place: str
    reason: str


@dataclass
class BackedUpElsewhere(UserFacingError):
    """The house is on a server, and so are its backups."""
