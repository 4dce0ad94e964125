"""A clock that is wrong is said; the night in which the clocks change is no fault, and the record keeps its order."""

from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from logeerhuis_app.clock import FixedClock, house_time
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.clock_faults import ClockFaultKind, clock_fault
from logeerhuis_app.domain.handover import ShiftKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n.clock_words import clock_text
from logeerhuis_app.models import AuditLine, Note
from logeerhuis_app.services.clock_watch import wrong_clock
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.handover import NoteWish, write_note
from logeerhuis_app.services.login import log_in
from tests.support.balance import assert_record_is_whole
from tests.support.houses import NOON, PASSWORD, TestHouse

LONGER_NIGHT = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
"""Half past two in the morning of 25 October 2026, for the first time; an hour later it is half past two again."""
SHORTER_NIGHT = datetime(2027, 3, 28, 0, 59, tzinfo=UTC)
"""A minute before two in the morning of 28 March 2027; two minutes later it is past three."""


def come_in(house: TestHouse, at_utc: datetime) -> Door:
    return log_in(house.place, "manager", PASSWORD, FixedClock(at_utc))


def look(house: TestHouse, at_utc: datetime):
    door = come_in(house, at_utc)
    fault = wrong_clock(door)
    door.engine.dispose()
    return fault


@pytest.mark.parametrize("later", [timedelta(0), timedelta(minutes=-4), timedelta(hours=9), timedelta(days=5)])
def test_a_clock_that_may_be_right_is_left_in_peace(later: timedelta, house: TestHouse):
    assert look(house, NOON + later) is None


def test_a_clock_that_went_back_is_said_until_it_is_right(house: TestHouse):
    yesterday = NOON - timedelta(days=1)
    for _time in range(2):
        fault = look(house, yesterday)
        assert fault is not None
        assert fault.kind is ClockFaultKind.BACK
    words = clock_text(fault)
    assert "zaterdag 21 november 2026, 12:00 uur" in words
    assert "zondag 22 november 2026, 12:00 uur" in words
    assert look(house, NOON + timedelta(minutes=1)) is None
    with reading(house.door.engine) as session:
        assert_record_is_whole(session)
        moments = [line.at_utc for line in session.query(AuditLine).order_by(AuditLine.id)]
    assert moments != sorted(moments)  # in the order of writing, whatever the clock said


def test_a_jump_of_days_is_said(house: TestHouse):
    fault = look(house, NOON + timedelta(days=8))
    assert fault is not None
    assert fault.kind is ClockFaultKind.AHEAD
    assert "maandag 30 november 2026" in clock_text(fault)


def test_every_role_is_warned(house: TestHouse):
    for role in Role:
        door = house.as_role(role)
        assert wrong_clock(door) is None


@pytest.mark.parametrize(
    ("start", "steps", "day"),
    [(LONGER_NIGHT, 4, date(2026, 10, 24)), (SHORTER_NIGHT, 4, date(2027, 3, 27))],
    ids=["25 hours", "23 hours"],
)
def test_the_night_in_which_clocks_change_is_one_night(start: datetime, steps: int, day: date, house: TestHouse):
    location = house.location()
    moments = [start + timedelta(minutes=30) * step for step in range(steps)]
    for moment in moments:
        write_note(house.at(moment), NoteWish(location, f"{moment:%H:%M}"))
    with reading(house.door.engine) as session:
        notes = session.query(Note).order_by(Note.id).all()
        assert [note.at_utc.replace(tzinfo=UTC) for note in notes] == moments
        assert {(note.shift_day, note.shift_kind) for note in notes} == {(day, ShiftKind.NIGHT)}
        assert_record_is_whole(session)


@pytest.mark.parametrize("start", [LONGER_NIGHT, SHORTER_NIGHT])
def test_the_hour_that_comes_twice_or_never_is_no_wrong_clock(start: datetime):
    moments = [start + timedelta(minutes=30) * step for step in range(5)]
    walls = [house_time(moment).replace(tzinfo=None) for moment in moments]
    assert [later - earlier for earlier, later in pairwise(walls)] != [timedelta(minutes=30)] * 4
    assert [clock_fault(earlier, later) for earlier, later in pairwise(moments)] == [None] * 4
