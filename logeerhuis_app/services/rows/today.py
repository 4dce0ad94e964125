"""What today asks of whom, and what must be known at the door when a guest comes or goes (data dictionary C5, C6)."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from logeerhuis_app.services.rows.guest import AnswerRow, ContactRow, HelpRow, MedicationRow, SafetyBanner
from logeerhuis_app.services.rows.handover import TaskRow


@dataclass(frozen=True)
class TodayGuest:
    """Someone who comes, goes or is there. ``missing``: codes of CheckInGate that are still open."""

    banner: SafetyBanner
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
        return self.banner.guest.guest_id


class WaitKind(StrEnum):
    """What can wait for someone, most urgent first."""

    UNSIGNED_NEWS = "unsigned_news"
    INTAKE_OPEN = "intake_open"
    MEDICATION_UNCHECKED = "medication_unchecked"
    MEDICATION_OLD = "medication_old"
    OPTION_EXPIRES = "option_expires"
    TRAJECTORY_LATE = "trajectory_late"
    DECLARATION_OPEN = "declaration_open"


@dataclass(frozen=True)
class WaitRow:
    """One thing that waits. ``key``: the guest, booking, trajectory or location it is about, by ``kind``."""

    kind: WaitKind
    key: int
    name: str
    day: date | None = None
    count: int = 0
    detail: tuple[str, ...] = ()  # codes of gates, or words people wrote
    guest_id: int | None = None
    is_urgent: bool = False  # today or past


@dataclass(frozen=True)
class TodayRows:
    """What this role may see of today; a part it may not see is None, which is not the same as empty."""

    day: date
    arrivals: tuple[TodayGuest, ...]
    departures: tuple[TodayGuest, ...]
    in_house: tuple[TodayGuest, ...]
    waits: tuple[WaitRow, ...]
    beds: int = 0


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

    @property
    def guest_id(self) -> int:
        return self.banner.guest.guest_id
