"""What the next shift must know, in the order of safety (data dictionary D1, D2).

Screen, PDF and command line read the same rows. ``room`` is the room as a badge shows it: «1» for «Kamer 1», else its
whole name. ``notes`` are those of the previous shift and of this one, and older important ones nobody signed for;
important first, then by time. ``tasks`` are the open ones that are due by the end of this shift.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.handover import Shift
from logeerhuis_app.services.rows.absence import Absence
from logeerhuis_app.services.rows.guest import AnswerRow, ContactRow, GuestFile, HelpRow, SafetyBanner
from logeerhuis_app.services.rows.medication import MedicationRow


@dataclass(frozen=True)
class PlaceRow:
    """A location with beds, to choose from."""

    location_id: int
    name: str


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
    is_mine: bool = False  # written by the user who looks
    reason: str = ""  # of a correction


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
    """Who signed for having read, when, and as part of which shift."""

    user: str
    at_utc: datetime
    shift: Shift | None = None


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
    next_dose: str  # «18:00», «morgen 8:00»; empty: no fixed dose follows
    next_dose_needs_two: bool
    notes: tuple[NoteRow, ...] = ()
    tasks: tuple[TaskRow, ...] = ()
    receipts: tuple[ReceiptRow, ...] = ()  # of this shift and of the next
    is_read_by_me: bool = False  # in this shift, and nothing was added by others since
    answers: tuple[AnswerRow, ...] = ()
    contacts: tuple[ContactRow, ...] = ()
    upcoming: tuple[TaskRow, ...] = ()  # open, due after this shift
    help_at_home: tuple[HelpRow, ...] = ()
    alerts_asked: AnswerState = AnswerState.NOT_ASKED
    help_asked: AnswerState = AnswerState.NOT_ASKED
    missing: tuple[str, ...] = ()  # codes of CheckInGate: an urgent stay began with an incomplete intake
    absence: Absence | None = None  # that runs now, or is planned

    @property
    def has_news(self) -> bool:
        """Something another person wrote, which this user has not signed for."""
        return not self.is_read_by_me and any(not note.is_mine for note in self.notes)


@dataclass(frozen=True)
class ArrivalRow:
    """A guest who comes in this day; ``missing``: codes of CheckInGate that are still open."""

    banner: SafetyBanner
    booking_id: int
    room: str
    arrival: date
    arrival_time: time | None
    missing: tuple[str, ...]
    alerts_asked: AnswerState = AnswerState.NOT_ASKED
    tasks: tuple[TaskRow, ...] = ()
    note: str = ""  # of the booking: «rolstoel, vervoer vrijwilligers»


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
    location_id: int = 0
    last_note_id: int = 0  # the newest note there was: what a signature under this page covers

    @property
    def everyone(self) -> tuple[HandoverGuest | ArrivalRow, ...]:
        """Guests, then arrivals: the rows of the page."""
        return (*self.guests, *self.arrivals)

    @property
    def unread(self) -> int:
        """Guests with news that this user has not signed for."""
        return sum(guest.has_news for guest in self.guests)


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
