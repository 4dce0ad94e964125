"""Clocks that jump about at random, on both databases: each note in the right shift, and the record in its order."""

import random
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from logeerhuis_app.clock import house_time
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.handover import Shift, ShiftKind, shift_at
from logeerhuis_app.models import AuditLine, Note
from logeerhuis_app.services.handover import NoteWish, write_note
from tests.support.balance import assert_record_is_whole
from tests.support.counts import COUNT, how_often
from tests.support.houses import TestHouse

NOTES = 60
MINUTE = timedelta(minutes=1)
OCTOBER_NIGHT = datetime(2026, 10, 24, 20, 0, tzinfo=UTC)
MARCH_NIGHT = datetime(2027, 3, 27, 20, 0, tzinfo=UTC)
LEAPS = (timedelta(days=-30), timedelta(days=-1), timedelta(hours=-1), timedelta(days=9), timedelta(days=200))
HOURS_OF_NIGHT = {OCTOBER_NIGHT: (date(2026, 10, 24), 9), MARCH_NIGHT: (date(2027, 3, 27), 7)}


def moments(chance: random.Random) -> list[datetime]:
    """Around the nights in which the clocks change, now forward, now back, now far away."""
    at = chance.choice((OCTOBER_NIGHT, MARCH_NIGHT))
    found = []
    for _note in range(NOTES):
        if chance.random() < 0.1:
            at = chance.choice((OCTOBER_NIGHT, MARCH_NIGHT, at + chance.choice(LEAPS)))
        at += MINUTE * chance.randrange(-20, 120)
        found.append(at)
    return found


def write_down(house: TestHouse, seed: int) -> int:
    """Gives how often the clock went back."""
    location, when = house.location(f"P{seed}"), moments(random.Random(seed))
    for number, moment in enumerate(when):
        write_note(house.at(moment), NoteWish(location, f"{seed}-{number}"))
    with reading(house.door.engine) as session:
        notes = session.query(Note).filter_by(location_id=location).order_by(Note.id).all()
        assert [note.text for note in notes] == [f"{seed}-{number}" for number in range(NOTES)]
        assert [note.at_utc.replace(tzinfo=UTC) for note in notes] == when
        for note in notes:
            assert Shift(note.shift_day, note.shift_kind) == shift_at(house_time(note.at_utc))
        last = session.query(AuditLine.at_utc).filter_by(use_case="write_note").order_by(AuditLine.id.desc())
        assert [line.at_utc.replace(tzinfo=UTC) for line in last.limit(NOTES)] == list(reversed(when))
        assert_record_is_whole(session)
    return sum(later < earlier for earlier, later in pairwise(when))


def test_notes_written_by_a_clock_that_jumps_about(house: TestHouse, record_property):
    back = write_down(house, 2026)
    assert back > 3
    record_property(f"{COUNT}nights: notes while the clock jumps about ({house.door.engine.dialect.name})", NOTES)


@pytest.mark.torture
def test_many_notes_written_by_clocks_that_jump_about(house: TestHouse, record_property):
    walks = how_often(25)
    back = sum(write_down(house, seed) for seed in range(walks))
    database = house.door.engine.dialect.name
    record_property(f"{COUNT}nights: notes while the clock jumps about ({database})", NOTES * walks)
    record_property(f"{COUNT}nights: of which after a step back ({database})", back)


@pytest.mark.parametrize("start", HOURS_OF_NIGHT, ids=["25 hours", "23 hours"])
def test_each_minute_of_the_day_in_which_clocks_change_has_one_shift(start: datetime):
    """The night is an hour longer, or shorter; the shifts around it last eight hours, and none is skipped."""
    day, hours = HOURS_OF_NIGHT[start]
    minutes = Counter(shift_at(house_time(start + MINUTE * n)) for n in range(24 * 60))
    assert minutes[Shift(day, ShiftKind.NIGHT)] == hours * 60
    assert minutes[Shift(day + timedelta(days=1), ShiftKind.EARLY)] == 8 * 60
    order = list(dict.fromkeys(shift_at(house_time(start + MINUTE * n)) for n in range(24 * 60)))
    assert order == sorted(order, key=lambda shift: shift.place)
    assert [shift.next() for shift in order[:-1]] == order[1:]
