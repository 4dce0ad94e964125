"""Which shift it is, and that a night belongs to the day it starts."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.handover import Shift, ShiftKind, shift_at


@pytest.mark.parametrize(
    ("moment", "shift"),
    [
        (datetime(2026, 11, 22, 7, 0), Shift(date(2026, 11, 22), ShiftKind.EARLY)),
        (datetime(2026, 11, 22, 14, 59), Shift(date(2026, 11, 22), ShiftKind.EARLY)),
        (datetime(2026, 11, 22, 15, 0), Shift(date(2026, 11, 22), ShiftKind.LATE)),
        (datetime(2026, 11, 22, 23, 0), Shift(date(2026, 11, 22), ShiftKind.NIGHT)),
        (datetime(2026, 11, 23, 2, 30), Shift(date(2026, 11, 22), ShiftKind.NIGHT)),
        (datetime(2026, 11, 23, 6, 59), Shift(date(2026, 11, 22), ShiftKind.NIGHT)),
    ],
)
def test_each_moment_has_its_shift(moment: datetime, shift: Shift):
    assert shift_at(moment) == shift


@given(st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31)))
def test_shifts_follow_each_other_without_a_gap(moment: datetime):
    shift = shift_at(moment)
    assert shift.starts_at <= moment < shift.next().starts_at
    assert shift.next().previous() == shift
    assert shift.place < shift.next().place


def test_both_half_past_twos_of_october_fall_in_the_same_night():
    summer, winter = (datetime(2026, 10, 25, hour, 30, tzinfo=UTC) for hour in (0, 1))
    assert house_time(summer).hour == house_time(winter).hour == 2
    night = Shift(date(2026, 10, 24), ShiftKind.NIGHT)
    assert shift_at(house_time(summer)) == shift_at(house_time(winter)) == night


def test_the_short_night_of_march_is_one_night():
    start = datetime(2027, 3, 27, 22, 0, tzinfo=UTC)
    found = {shift_at(house_time(start + timedelta(minutes=n))) for n in range(7 * 60)}
    assert found == {Shift(date(2027, 3, 27), ShiftKind.NIGHT)}
