"""What today asks of whom, and what must be known at the door when a guest comes or goes (data dictionary C5, C6)."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from logeerhuis_app.services.rows.guest import AnswerRow, ContactRow, GuestRef, HelpRow, SafetyBanner
from logeerhuis_app.services.rows.handover import TaskRow
from logeerhuis_app.services.rows.medication import MedicationRow
from logeerhuis_app.services.rows.record import NOTHING_CHANGED, FileChanges


@dataclass(frozen=True)
class TodayGuest:
    """Someone who comes, goes or is there. ``missing``: codes of CheckInGate that are still open."""

    guest: GuestRef
    booking_id: int
    room: str
    location: str
    at: time | None  # of arrival or departure
    arrival: date
    departure: date
    is_trial: bool
    is_here: bool
    is_late: bool = False  # the planned day has passed
    is_away: bool = False
    missing: tuple[str, ...] = ()
    fetched_by: tuple[str, ...] = ()  # names of those who may

    @property
    def guest_id(self) -> int:
        return self.guest.guest_id


class WaitKind(StrEnum):
    """What can wait for someone, most urgent first."""

    INTAKE_OPEN = "intake_open"
    MEDICATION_UNCHECKED = "medication_unchecked"
    MEDICATION_OLD = "medication_old"
    CARE_DUE = "care_due"  # a catheter or its bag is to be changed during the stay
    OPTION_EXPIRES = "option_expires"
    STAY_FORGOTTEN = "stay_forgotten"  # confirmed, over, and nobody came in or was cancelled
    TRAJECTORY_LATE = "trajectory_late"
    DECLARATION_OPEN = "declaration_open"
    FILES_DUE = "files_due"  # care files whose term is over, or that a guest asked to have destroyed


@dataclass(frozen=True)
class WaitRow:
    """One thing that waits. ``key``: the guest, booking or trajectory by ``kind``; 0 for a month and for files."""

    kind: WaitKind
    key: int
    name: str
    day: date | None = None  # of arrival, of the list, until when, when it should have been done; the month
    count: int = 0
    detail: tuple[str, ...] = ()  # codes of gates or questions, or words people wrote
    is_urgent: bool = False  # today or past
    is_here: bool = False


@dataclass(frozen=True)
class TodayRows:
    """What this role may see of today. A kind of ``waits`` that the role may not see is not in ``kinds``."""

    day: date
    arrivals: tuple[TodayGuest, ...]
    departures: tuple[TodayGuest, ...]
    in_house: tuple[TodayGuest, ...]
    waits: tuple[WaitRow, ...]
    kinds: frozenset[WaitKind]
    beds: int
    locations: int


@dataclass(frozen=True)
class ArrivalSheet:
    """Everything that is checked when a guest comes in, read once, in the order of the arrival list."""

    banner: SafetyBanner
    booking_id: int
    version: int
    location_id: int
    room: str
    arrival: date
    departure: date
    today: date
    is_urgent: bool
    missing: tuple[str, ...]
    medication: MedicationRow
    next_dose: str
    contacts: tuple[ContactRow, ...]
    answers: tuple[AnswerRow, ...]
    help_at_home: tuple[HelpRow, ...]
    last_stay_until: date | None  # None: this is the first stay
    changes: FileChanges = NOTHING_CHANGED

    @property
    def guest_id(self) -> int:
        return self.banner.guest.guest_id


@dataclass(frozen=True)
class DepartureSheet:
    """Everything that is checked when a guest goes."""

    banner: SafetyBanner
    booking_id: int
    version: int
    location_id: int
    room: str
    arrival: date
    departure: date
    today: date
    is_trial: bool
    medication: MedicationRow
    contacts: tuple[ContactRow, ...]
    help_at_home: tuple[HelpRow, ...]
    tasks: tuple[TaskRow, ...]  # still open
    next_stay: date | None
    asks_need: bool = False  # nobody said yet what care this guest took

    @property
    def guest_id(self) -> int:
        return self.banner.guest.guest_id
