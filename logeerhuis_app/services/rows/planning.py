"""What the tape chart shows: beds down, nights across."""

from dataclasses import dataclass
from datetime import date, time

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.services.rows.absence import Absence
from logeerhuis_app.services.rows.funding import BudgetRow
from logeerhuis_app.services.rows.guest import SafetyBanner


@dataclass(frozen=True)
class BedRow:
    """One line of the chart. ``features`` in words: «tillift · rolstoel»."""

    bed_id: int
    code: str
    name: str  # «Kamer 3»
    features: str
    location_id: int
    location: str


@dataclass(frozen=True)
class BarRow:
    """An unbroken run of nights of one booking in one bed: one bar.

    A booking that changes beds half-way is several bars with the same ``booking_id``.
    """

    booking_id: int
    bed_id: int
    first_night: date
    last_night: date
    arrival: date  # of the whole booking
    departure: date
    guest_id: int
    guest: str
    state: BookingState
    label: BookingLabel
    law: Law | None  # who pays; None: not known yet
    option_until: date | None = None
    note: str = ""
    version: int = 0
    absence: Absence | None = None  # that runs now, or is planned

    @property
    def nights(self) -> int:
        return (self.departure - self.arrival).days


@dataclass(frozen=True)
class ClosureRow:
    closure_id: int
    bed_id: int
    first_night: date
    last_night: date
    reason: str  # in words


@dataclass(frozen=True)
class WaitingRow:
    """A family that waits for a bed, as a card under the chart."""

    trajectory_id: int
    guest_id: int | None
    guest: str
    age: int | None
    urgency: str  # code of domain.trajectory.Urgency
    wish: str  # in words: «7 nachten vanaf 24 nov»
    wished_from: date | None
    wished_nights: int | None
    law: Law | None
    payer: str


@dataclass(frozen=True)
class ChartRows:
    """Everything the planning screen draws for [first, last_excluded)."""

    first: date
    until: date
    beds: tuple[BedRow, ...]
    bars: tuple[BarRow, ...]
    closures: tuple[ClosureRow, ...]
    waiting: tuple[WaitingRow, ...] = ()


@dataclass(frozen=True)
class Misfit:
    """What does not fit between guest and bed, before the drop. ``is_excluding``: the location does not take it."""

    text_code: str  # code of domain.matching.MisfitKind
    detail: str
    is_excluding: bool


@dataclass(frozen=True)
class BookingDetail:
    """The panel beside the chart. ``next_states``: codes of what may be done now by this role."""

    booking_id: int
    version: int
    guest_id: int
    banner: SafetyBanner
    state: BookingState
    label: BookingLabel
    arrival: date
    departure: date
    arrival_time: time | None
    departure_time: time | None
    bed_id: int | None
    bed: str
    location: str
    option_until: date | None
    carer: str
    fixed_contact: str
    law: Law | None
    payer: str
    budget: BudgetRow | None
    misfits: tuple[Misfit, ...] = ()
    missing_for_check_in: tuple[str, ...] = ()  # codes of CheckInGate
    note: str = ""
    absence: Absence | None = None  # that runs now, or is planned


@dataclass(frozen=True)
class FreeBed:
    """A bed that is free for a whole period, with what does not fit; best first."""

    bed: BedRow
    misfits: tuple[Misfit, ...]
    was_last_bed: bool
