"""Nights and periods. The night is the atom: it bears the date of its evening."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from logeerhuis_app.domain.errors import DepartureTooEarly, StayTooLong

ONE_DAY = timedelta(days=1)
MOST_NIGHTS = 366


@dataclass(frozen=True, order=True)
class StayPeriod:
    """The nights a guest sleeps in the house (Dutch: logeerperiode).

    Half open: [arrival, departure). A night bears the date of its evening.

    Raises:
        DepartureTooEarly: there is no night between arrival and departure.
        StayTooLong: more than a year, which is a typing error and not a respite stay.
    """

    arrival: date
    departure: date

    def __post_init__(self) -> None:
        if self.departure <= self.arrival:
            raise DepartureTooEarly(self.arrival, self.departure)
        if self.count > MOST_NIGHTS:
            raise StayTooLong(self.count, MOST_NIGHTS)

    @property
    def count(self) -> int:
        """The number of nights."""
        return (self.departure - self.arrival).days

    @property
    def last_night(self) -> date:
        return self.departure - ONE_DAY

    def nights(self) -> Iterator[date]:
        return (self.arrival + timedelta(days=n) for n in range(self.count))

    def overlaps(self, other: "StayPeriod") -> bool:
        return self.arrival < other.departure and other.arrival < self.departure


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month, the period of a declaration."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> "Month":
        return cls(day.year, day.month)

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def last(self) -> date:
        return self.next().first - ONE_DAY

    def next(self) -> "Month":
        return Month(self.year + self.number // 12, self.number % 12 + 1)

    def previous(self) -> "Month":
        return Month.of(self.first - ONE_DAY)

    def holds(self, day: date) -> bool:
        return (day.year, day.month) == (self.year, self.number)

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"


def runs(nights: Iterable[date]) -> Iterator[tuple[date, date]]:
    """The nights as unbroken runs (first night, last night), in order."""
    ordered = sorted(set(nights))
    start = 0
    for place in range(1, len(ordered) + 1):
        if place == len(ordered) or ordered[place] - ordered[place - 1] != ONE_DAY:
            yield ordered[start], ordered[place - 1]
            start = place


def age_on(born: date, day: date) -> int:
    """Whole years; someone born on 29 February becomes a year older on 1 March of a common year."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
