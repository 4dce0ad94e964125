"""Nights, months and ages: the atom that everything else is a sum of."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.errors import DepartureTooEarly, StayTooLong
from logeerhuis_app.domain.nights import MOST_NIGHTS, Month, StayPeriod, age_on, runs

days = st.dates(date(2020, 1, 1), date(2035, 12, 31))
periods = st.builds(lambda first, n: StayPeriod(first, first + timedelta(days=n)), days, st.integers(1, 40))


@given(periods, periods)
def test_overlap_means_a_shared_night(one: StayPeriod, other: StayPeriod):
    assert one.overlaps(other) == bool(set(one.nights()) & set(other.nights()))


@given(periods)
def test_a_period_has_as_many_nights_as_it_says(period: StayPeriod):
    nights = list(period.nights())
    assert len(nights) == period.count == len(set(nights))
    assert (nights[0], nights[-1]) == (period.arrival, period.last_night)
    assert period.departure not in nights


@given(days, st.integers(0, 400))
def test_no_night_or_years_of_them_is_no_stay(first: date, n: int):
    with pytest.raises(DepartureTooEarly):
        StayPeriod(first, first - timedelta(days=n))
    with pytest.raises(StayTooLong):
        StayPeriod(first, first + timedelta(days=MOST_NIGHTS + 1 + n))


def test_the_nights_of_the_clock_change_count_as_one_each():
    assert StayPeriod(date(2026, 10, 24), date(2026, 10, 26)).count == 2
    assert StayPeriod(date(2027, 3, 27), date(2027, 3, 29)).count == 2


@given(days)
def test_a_month_holds_its_days_and_no_others(day: date):
    month = Month.of(day)
    assert month.holds(day)
    assert month.first <= day <= month.last
    assert month.last + timedelta(days=1) == month.next().first
    assert month.next().previous() == month
    assert not month.next().holds(day)


@given(st.sets(days, max_size=30))
def test_runs_cover_the_nights_and_nothing_else(nights: set[date]):
    covered = {first + timedelta(days=n) for first, last in runs(nights) for n in range((last - first).days + 1)}
    assert covered == nights
    ends = list(runs(nights))
    assert all(later[0] - earlier[1] > timedelta(days=1) for earlier, later in pairwise(ends))


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(1940, 2, 29), date(2026, 2, 28), 85),
        (date(1940, 2, 29), date(2026, 3, 1), 86),
        (date(1949, 3, 14), date(2026, 3, 14), 77),
        (date(1949, 3, 14), date(2026, 3, 13), 76),
    ],
)
def test_a_year_older_on_the_birthday(born: date, day: date, age: int):
    assert age_on(born, day) == age
