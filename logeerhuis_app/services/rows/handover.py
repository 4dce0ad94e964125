"""What the next shift must know, in the order of safety (data dictionary D1, D2)."""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from logeerhuis_app.domain.handover import Shift
from logeerhuis_app.services.rows.guest import AnswerRow, ContactRow, GuestFile, MedicationRow, SafetyBanner


@dataclass(frozen=True)
class NoteRow:
    note_id: int
    guest_id: int | None
    at_utc: datetime
    shift: Shift
    text: str
    is_important: bool
    by: str
    corrects: int | None = None
    is_corrected: bool = False


@dataclass(frozen=True)
class TaskRow:
    task_id: int
    guest_id: int | None
    guest: str
    text: str
    due_on: date
    due_at: time | None
    is_done: bool
    done_by: str = ""
    times_carried: int = 0


@dataclass(frozen=True)
class ReceiptRow:
    """Who signed for having read, and when."""

    user: str
    at_utc: datetime


@dataclass(frozen=True)
class HandoverGuest:
    """One guest present. ``night_number`` of ``nights``: «nacht 2/4»."""

    banner: SafetyBanner
    booking_id: int
    bed_id: int
    room: str
    is_trial: bool
    night_number: int
    nights: int
    departure: date
    departure_time: time | None
    is_away: bool
    medication: MedicationRow
    next_dose: str  # «18:00», empty: no fixed dose follows
    next_dose_needs_two: bool
    notes: tuple[NoteRow, ...] = ()  # since the last handover, important first
    tasks: tuple[TaskRow, ...] = ()  # open ones
    receipts: tuple[ReceiptRow, ...] = ()
    is_read_by_me: bool = False
    answers: tuple[AnswerRow, ...] = ()
    contacts: tuple[ContactRow, ...] = ()


@dataclass(frozen=True)
class ArrivalRow:
    """A guest who comes in this day; ``missing``: codes of CheckInGate that are still open."""

    banner: SafetyBanner
    booking_id: int
    room: str
    arrival: date
    arrival_time: time | None
    missing: tuple[str, ...]


@dataclass(frozen=True)
class HandoverRows:
    """The whole house for one shift."""

    shift: Shift
    location: str
    guests: tuple[HandoverGuest, ...]
    arrivals: tuple[ArrivalRow, ...]
    departures_today: int
    tasks: tuple[TaskRow, ...] = ()  # all of this shift, done ones too
    made_at_utc: datetime | None = None
    notes: tuple[NoteRow, ...] = ()  # of the house, not of one guest

    @property
    def unread(self) -> int:
        """Guests with news that this user has not signed for."""
        return sum(1 for guest in self.guests if guest.notes and not guest.is_read_by_me)


@dataclass(frozen=True)
class GuestCard:
    """One page for one guest: what is pinned, then the file, then the news."""

    file: GuestFile
    room: str
    booking_id: int
    is_trial: bool
    departure: date
    departure_time: time | None
    night_number: int
    nights: int
    next_dose: str
    next_dose_needs_two: bool
    notes: tuple[NoteRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()


@dataclass(frozen=True)
class PrintStamp:
    """Who printed when, and how long the paper may be trusted."""

    printed_at_utc: datetime
    printed_by: str
    shift: Shift  # valid to the end of this shift
    house: str
    is_practice: bool = False


@dataclass(frozen=True)
class HandoverPrint:
    """House overview plus one card per guest."""

    rows: HandoverRows
    cards: tuple[GuestCard, ...]
    stamp: PrintStamp
    extra: dict[str, str] = field(default_factory=dict)
