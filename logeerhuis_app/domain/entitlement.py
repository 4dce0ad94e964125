"""How many nights a guest is granted (Dutch: toewijzing, indicatie), and which nights go beyond that."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from logeerhuis_app.domain.funding import WLZ_NIGHTS_A_YEAR, Basis, Frequency
from logeerhuis_app.domain.nights import Month


@dataclass(frozen=True)
class Grant:
    """What a payer granted one guest. Both ends count; ``volume`` empty: no number of nights was agreed."""

    id: int
    guest_id: int
    payer_id: int
    basis: Basis
    valid_from: date
    valid_until: date | None = None
    volume: int | None = None
    frequency: Frequency | None = None

    def covers(self, night: date) -> bool:
        return self.valid_from <= night and (self.valid_until is None or night <= self.valid_until)

    def days_from(self, night: date) -> int:
        """How far this night lies outside; 0 when it is covered."""
        if night < self.valid_from:
            return (self.valid_from - night).days
        if self.valid_until is not None and night > self.valid_until:
            return (night - self.valid_until).days
        return 0

    def within(self, month: Month) -> tuple[date, date]:
        """The part of the month in which the grant is in force: the product period of a line.

        Source: iWmo rules TR387 and TR388.
        """
        last = month.last if self.valid_until is None else min(month.last, self.valid_until)
        return max(month.first, self.valid_from), last


def weeks_touched(first: date, last: date) -> int:
    """How many weeks, Monday to Sunday, have a day in [first, last]. Source: iWmo IV077."""
    monday = first - timedelta(days=first.weekday())
    return (last - monday).days // 7 + 1


def beyond_volume(grant: Grant, nights: Iterable[date], declared: Collection[date] = ()) -> frozenset[date]:
    """The nights for which no volume is left; the latest ones, and never one that was declared already.

    Source: iWmo IV077 (per week: the broken weeks of the month count whole, and the sum over the grant is
    checked as well), IV078 (per month: a broken month has the whole volume), TR321 and TR322.
    """
    if grant.volume is None:
        return frozenset()
    by_month: dict[Month, list[date]] = defaultdict(list)
    for night in nights:
        by_month[Month.of(night)].append(night)
    gone: set[date] = set()
    if grant.frequency in (Frequency.MONTH, Frequency.WEEK):
        for month, its_nights in by_month.items():
            gone |= _beyond(its_nights, _month_volume(grant, grant.volume, month), declared)
    total = _total_volume(grant, grant.volume)
    if total is not None:
        every = [night for its_nights in by_month.values() for night in its_nights]
        gone |= _beyond([night for night in every if night not in gone], total, declared)
    return frozenset(gone)


def beyond_wlz_year(nights: Iterable[date], declared: Collection[date] = ()) -> frozenset[date]:
    """The Wlz nights after the 156th of their calendar year, as far as this house knows them."""
    by_year: dict[int, list[date]] = defaultdict(list)
    for night in nights:
        by_year[night.year].append(night)
    gone: set[date] = set()
    for its_nights in by_year.values():
        gone |= _beyond(its_nights, WLZ_NIGHTS_A_YEAR, declared)
    return frozenset(gone)


def _month_volume(grant: Grant, volume: int, month: Month) -> int:
    if grant.frequency is Frequency.MONTH:
        return volume
    return volume * weeks_touched(*grant.within(month))


def _total_volume(grant: Grant, volume: int) -> int | None:
    """None: no sum over the whole grant was agreed."""
    if grant.frequency is Frequency.MONTH:
        return None
    if grant.frequency is Frequency.WEEK:
        return None if grant.valid_until is None else volume * weeks_touched(grant.valid_from, grant.valid_until)
    return volume


def _beyond(nights: list[date], most: int, declared: Collection[date]) -> set[date]:
    in_order = sorted(nights, key=lambda night: (night not in declared, night))
    return {night for night in in_order[most:] if night not in declared}
