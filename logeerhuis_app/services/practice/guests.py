"""Who stays in the practice house, and when: guests with their stays, before they are rows."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.nights import StayPeriod
from logeerhuis_app.services.practice.book import Row
from logeerhuis_app.services.practice.house import BedSpot


@dataclass
class PracticeStay:
    """One stay. ``away``: which of its nights (0 is the first) were spent elsewhere."""

    bed: BedSpot
    period: StayPeriod
    state: BookingState
    label: BookingLabel
    option_until: date | None = None
    note: str = ""
    end_reason: str = ""
    away: tuple[int, ...] = ()

    def is_here(self) -> bool:
        return self.state is BookingState.PRESENT


@dataclass
class PracticeGuest:
    """A guest and what was decided about care and payment. ``told``: the families' file has a whole file of it."""

    number: int
    person: Row
    town: str
    location: str
    care: str = ""
    payer: str = ""
    basis: str = ""
    is_elv: bool = False
    may_walk_away: bool = True
    weight: float = 1.0
    told: Row = field(default_factory=dict)
    stays: list[PracticeStay] = field(default_factory=list)
    guest_id: int = 0

    @property
    def was_here(self) -> bool:
        return any(stay.state in (BookingState.PRESENT, BookingState.LEFT) for stay in self.stays)

    @property
    def present(self) -> PracticeStay | None:
        return next((stay for stay in self.stays if stay.is_here()), None)

    @property
    def first_day(self) -> date:
        return min(stay.period.arrival for stay in self.stays)

    @property
    def nights(self) -> int:
        return sum(stay.period.count for stay in self.stays)

    def stays_between(self, first: date, last: date) -> list[PracticeStay]:
        return [stay for stay in self.stays if stay.period.departure > first and stay.period.arrival <= last]

    def stays_near(self, today: date, before: int, after: int) -> list[PracticeStay]:
        return self.stays_between(today - timedelta(days=before), today + timedelta(days=after))
