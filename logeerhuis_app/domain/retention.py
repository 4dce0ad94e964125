"""How long a file is kept, in two parts: care and finance; when each falls due, and what stands in the way.

Everything about the guest is the care file, save what says who paid for which night.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from logeerhuis_app.domain.bookings import EXPECTED, IN_HOUSE, BookingState
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.rights import StayFact

CARE_YEARS = 20
"""After the last change of the file. Source: art. 7:454 paragraph 3 BW (Wgbo)."""
FINANCE_YEARS = 7
"""A setting of the house, after the book year, with the tax keeping duty in mind (art. 52 AWR): ask the accountant.

It is not a period of the Wmo: for that no rule was found that says so.
"""
LONGEST_YEARS = 99
NO_BIRTH_DATE = PartialDate(1900)
"""Stands where a birth date was: the column cannot be empty, and nobody was born then who stays today."""


class Part(StrEnum):
    """The two halves of what is kept about a guest."""

    CARE = "care"
    FINANCE = "finance"


class Obstacle(StrEnum):
    """What stands in the way of destroying a care file, in the order in which it is said."""

    DESTROYED = "destroyed"
    IN_HOUSE = "in_house"
    STAY_AHEAD = "stay_ahead"
    DECLARATION_OPEN = "declaration_open"
    RESTRICTED = "restricted"
    KEPT_LONGER = "kept_longer"
    TERM_RUNS = "term_runs"


class RemovalGround(StrEnum):
    """Source: art. 7:455 BW (on request); art. 7:454 BW and AVG art. 5 paragraph 1 e (the term is over)."""

    REQUEST = "request"
    TERM = "term"


@dataclass(frozen=True)
class Terms:
    """The years of this house; it may keep longer than the law asks, never shorter."""

    care_years: int = CARE_YEARS
    finance_years: int = FINANCE_YEARS


@dataclass(frozen=True)
class FileFacts:
    """What the rules need to know of one guest's file.

    ``changed_on``: the last change of the care file, None where nobody knows. ``declared_on``: the day of issue of the
    last declaration that names the guest, None: never declared.
    """

    changed_on: date | None = None
    stays: tuple[StayFact, ...] = ()
    declared_on: date | None = None
    has_open_nights: bool = False
    has_request: bool = False
    is_restricted: bool = False
    kept_until: date | None = None
    is_destroyed: bool = False


@dataclass(frozen=True)
class Due:
    """One part of one file: from ``day`` on it may go; None: no term is known."""

    part: Part
    day: date | None

    def is_over(self, today: date) -> bool:
        return self.day is not None and self.day <= today

    def is_over_by(self, year: int) -> bool:
        """Ends in this year, or ended before."""
        return self.day is not None and self.day.year <= year


def years_after(day: date, years: int) -> date:
    """The same day so many years later; of 29 February the day after, for a term is never a day short."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return date(day.year + years, 3, 1)


def care_due(facts: FileFacts, terms: Terms) -> Due:
    """The first day on which the care file may go without anybody asking for it."""
    gone = [stay.departure for stay in facts.stays if stay.state not in _NEVER_CAME]
    last = max([*gone, *([facts.changed_on] if facts.changed_on else [])], default=None)
    if facts.is_destroyed or last is None:
        return Due(Part.CARE, None)
    return Due(Part.CARE, years_after(last, max(terms.care_years, CARE_YEARS)))


def finance_due(facts: FileFacts, terms: Terms) -> Due:
    """1 January after so many whole years since the book year of the last declaration; none without a declaration."""
    if facts.declared_on is None:
        return Due(Part.FINANCE, None)
    return Due(Part.FINANCE, date(facts.declared_on.year + max(terms.finance_years, FINANCE_YEARS) + 1, 1, 1))


def obstacles(facts: FileFacts, terms: Terms, today: date) -> tuple[Obstacle, ...]:
    """Why the care file cannot be destroyed today; empty: it can. A request passes the term, and nothing else."""
    if facts.is_destroyed:
        return (Obstacle.DESTROYED,)
    found = {
        Obstacle.IN_HOUSE: any(stay.state in IN_HOUSE for stay in facts.stays),
        Obstacle.STAY_AHEAD: any(_is_ahead(stay, today) for stay in facts.stays),
        Obstacle.DECLARATION_OPEN: facts.has_open_nights,
        Obstacle.RESTRICTED: facts.is_restricted,
        Obstacle.KEPT_LONGER: facts.kept_until is not None and facts.kept_until >= today,
        Obstacle.TERM_RUNS: not facts.has_request and not care_due(facts, terms).is_over(today),
    }
    return tuple(obstacle for obstacle in Obstacle if found.get(obstacle))


def removal_ground(facts: FileFacts) -> RemovalGround:
    """Somebody asked, or time did."""
    return RemovalGround.REQUEST if facts.has_request else RemovalGround.TERM


def backups_until(destroyed_on: date, months: int) -> date:
    """The last day on which a rotated backup may still hold the file, if each month has its backup."""
    after = destroyed_on.year * 12 + destroyed_on.month + months  # the month after the one in which it goes
    return date(after // 12, after % 12 + 1, 1) - timedelta(days=1)


def dues(facts: FileFacts, terms: Terms) -> tuple[Due, Due]:
    """Care first."""
    return care_due(facts, terms), finance_due(facts, terms)


_NEVER_CAME = frozenset(
    {*EXPECTED, BookingState.WAITING, BookingState.CANCELLED_GUEST, BookingState.CANCELLED_HOUSE}
    | {BookingState.NO_SHOW, BookingState.WITHDRAWN}
)


def _is_ahead(stay: StayFact, today: date) -> bool:
    return stay.state in EXPECTED | {BookingState.WAITING} and stay.departure > today
