"""What stays of the backups, and what they are called."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.backups import backup_name, is_too_old, kept, moment_of

NOON = datetime(2026, 11, 22, 12, 0)
moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 12, 31)).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
many = st.sets(moments, max_size=200)


@given(moments, st.integers(1, 20))
def test_a_name_tells_its_moment(moment: datetime, copy: int):
    assert moment_of(backup_name(moment, copy)) == moment


@pytest.mark.parametrize(
    "name",
    [
        "logeerhuis.db",
        "logeerhuis-2026-11-22-1503.backup.part",
        "logeerhuis-2026-13-22-1503.backup",
        "vakantie.backup",
        "logeerhuis-2026-11-22-1503.backup ",
        "xlogeerhuis-2026-11-22-1503.backup",
    ],
)
def test_other_files_are_not_ours(name: str):
    assert moment_of(name) is None


def test_a_backup_each_hour_leaves_days_weeks_and_months():
    hours = {NOON - timedelta(hours=n) for n in range(24 * 500)}
    left = kept(hours)
    days = {moment.date() for moment in left}
    assert {(NOON - timedelta(days=n)).date() for n in range(7)} <= days
    assert len({(moment.year, moment.month) for moment in left}) == 12
    assert len(left) == 7 + 4 + 11  # the newest is the end of its day, its week and its month alike
    assert max(left) == NOON


@given(many)
def test_the_newest_always_stays_and_nothing_is_made_up(found: set[datetime]):
    left = kept(found)
    assert left <= found
    assert len(left) <= 7 + 5 + 12
    assert not found or max(found) in left


@given(many)
def test_rotating_twice_is_rotating_once(found: set[datetime]):
    assert kept(kept(found)) == kept(found)


@given(many, moments)
def test_a_newer_backup_never_brings_an_older_one_back(found: set[datetime], newer: datetime):
    """Rotating after each backup keeps the same as rotating once at the end, so nothing was missed on the way."""
    fresh = max(found | {newer}) + timedelta(minutes=1)
    assert kept(kept(found) | {fresh}) == kept(found | {fresh})


@given(many)
def test_seven_days_that_have_one_keep_their_newest(found: set[datetime]):
    left = kept(found)
    for day in sorted({moment.date() for moment in found}, reverse=True)[:7]:
        assert max(moment for moment in found if moment.date() == day) in left


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (timedelta(0), False),
        (timedelta(days=2), False),
        (timedelta(days=2, minutes=1), True),
        (timedelta(days=-1), False),
        (timedelta(days=-3), True),
    ],
)
def test_two_days_is_old_and_the_future_is_not_trusted(age: timedelta, expected: bool):
    assert is_too_old(NOON - age, NOON) is expected


def test_no_backup_is_too_old():
    assert is_too_old(None, NOON)
