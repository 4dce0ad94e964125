"""Two desks, one bed, the same moment: one gets it, the other gets a sentence that says who."""

import multiprocessing
import time
from datetime import date, timedelta
from typing import Any

import pytest

from logeerhuis_app.db.engine import file_engine, server_engine
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import BedTaken, GuestElsewhere, UserFacingError
from logeerhuis_app.models import Night
from logeerhuis_app.services.audit import broken_lines
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.door import Door
from tests.support.counts import COUNT, how_often
from tests.support.houses import TestHouse

PATIENCE_S = 5.0
TIMES_ALONE = 20
"""On a machine so busy that booking in peace takes a quarter of a second, a race may take this many times that."""
ANYWAY = frozenset({"in_past", "far_ahead"})
START = date(2027, 1, 1)
IN_PEACE = date(2026, 12, 1)
ALONE = "alone"
LONE_BOOKINGS = 4
Said = list[tuple[str, float]]


def _desk(house: TestHouse, wishes: list[BookingWish], lone: list[BookingWish], barrier: Any, answers: Any) -> None:
    """One process: book each wish at the same moment as the other desk, and some that nobody else wants."""
    if house.place.url:
        engine = server_engine(house.place.url)
    else:
        if house.door.vault is None:
            raise RuntimeError("a file house has a vault")
        engine = file_engine(house.place.database, house.door.vault.key)
    door = Door(engine, house.door.actor, house.door.clock)
    place_booking(door, lone[0])  # the first one takes longer, for everything is loaded by it
    for wish in wishes:
        barrier.wait()
        answers.put(_answer(door, wish))
    for wish in lone[1:]:
        answers.put((ALONE, _answer(door, wish)[1]))
    engine.dispose()


def _answer(door: Door, wish: BookingWish) -> tuple[str, float]:
    """What was said, and after how many seconds."""
    started = time.monotonic()
    try:
        place_booking(door, wish)
        said = "booked"
    except UserFacingError as refusal:
        said = type(refusal).__name__
    return said, time.monotonic() - started


def _race(house: TestHouse, mine: list[BookingWish], theirs: list[BookingWish]) -> Said:
    lone = [_lone_wishes(house, name) for name in ("Rustig", "Stil")]
    house.door.engine.dispose()  # connections do not survive a fork
    context = multiprocessing.get_context("fork")
    barrier, answers = context.Barrier(2), context.Queue()
    desks = [
        context.Process(target=_desk, args=(house, wishes, own, barrier, answers))
        for wishes, own in zip((mine, theirs), lone, strict=True)
    ]
    for desk in desks:
        desk.start()
    said = [answers.get(timeout=60) for _ in range(len(mine) + len(theirs) + 2 * (LONE_BOOKINGS - 1))]
    for desk in desks:
        desk.join(timeout=30)
        assert desk.exitcode == 0
    return said


def _lone_wishes(house: TestHouse, name: str) -> list[BookingWish]:
    """A bed and a guest of its own."""
    bed, guest = house.bed(name), house.guest(name)
    days = [IN_PEACE + timedelta(days=2 * n) for n in range(LONE_BOOKINGS)]
    return [BookingWish(guest, bed, day, day + timedelta(days=1), accepted=ANYWAY) for day in days]


def _same_bed(house: TestHouse, rounds: int) -> Said:
    bed, one, other = house.bed("Kamer 1"), house.guest("Een"), house.guest("Twee")
    starts = [START + timedelta(days=4 * n) for n in range(rounds)]
    mine = [BookingWish(one, bed, day, day + timedelta(days=3), accepted=ANYWAY) for day in starts]
    theirs = [
        BookingWish(other, bed, day + timedelta(days=1), day + timedelta(days=4), accepted=ANYWAY) for day in starts
    ]
    return _race(house, mine, theirs)


def _same_guest(house: TestHouse, rounds: int) -> Said:
    one, other, guest = house.bed("Kamer 1"), house.bed("Kamer 2"), house.guest()
    starts = [START + timedelta(days=4 * n) for n in range(rounds)]
    wishes = [
        [BookingWish(guest, bed, day, day + timedelta(days=3), accepted=ANYWAY) for day in starts]
        for bed in (one, other)
    ]
    return _race(house, *wishes)


def _check(house: TestHouse, said: Said, rounds: int, loser: str) -> None:
    words = [word for word, _seconds in said]
    alone = [seconds for word, seconds in said if word == ALONE]
    assert words.count("booked") == rounds
    assert words.count(loser) == rounds
    assert max(seconds for _word, seconds in said) < max(PATIENCE_S, TIMES_ALONE * max(alone))
    with reading(house.door.engine) as session:
        assert session.query(Night).filter(Night.night >= START).count() == 3 * rounds
        assert list(broken_lines(session)) == []


def test_two_desks_cannot_give_the_same_bed(house: TestHouse):
    _check(house, _same_bed(house, 25), 25, BedTaken.__name__)


def test_two_desks_cannot_book_the_same_guest(house: TestHouse):
    _check(house, _same_guest(house, 25), 25, GuestElsewhere.__name__)


def test_stays_that_only_touch_are_both_booked(house: TestHouse):
    bed, one, other = house.bed(), house.guest("Een"), house.guest("Twee")
    starts = [START + timedelta(days=4 * n) for n in range(15)]
    mine = [BookingWish(one, bed, day, day + timedelta(days=2)) for day in starts]
    theirs = [BookingWish(other, bed, day + timedelta(days=2), day + timedelta(days=4)) for day in starts]
    assert [word for word, _seconds in _race(house, mine, theirs)].count("booked") == 30


@pytest.mark.torture
def test_two_thousand_races_for_one_bed(house: TestHouse, record_property):
    races = how_often(2000)
    _check(house, _same_bed(house, races), races, BedTaken.__name__)
    record_property(f"{COUNT}races: two desks, one bed ({house.door.engine.dialect.name})", races)


@pytest.mark.torture
def test_two_thousand_races_for_one_guest(house: TestHouse, record_property):
    races = how_often(2000)
    _check(house, _same_guest(house, races), races, GuestElsewhere.__name__)
    record_property(f"{COUNT}races: two desks, one guest ({house.door.engine.dialect.name})", races)
