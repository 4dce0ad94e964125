"""kill -9 while a backup is put back: the house is the old one or the restored one, and nothing of the old is lost."""

import random
import shutil
import signal
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest

from logeerhuis_app.db.engine import file_engine
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.models import Guest
from logeerhuis_app.services.backups import back_up_to
from logeerhuis_app.services.login import create_house, log_in
from logeerhuis_app.services.restoring import carry_out, prepare_restore
from tests.support.balance import assert_file_is_whole, assert_record_is_whole
from tests.support.counts import COUNT, how_often
from tests.support.houses import PASSWORD, TestHouse
from tests.torture.killing import copied, key_of, killed_at_step, killed_at_work, say
from tests.torture.test_first_start import CLOCK, MANAGER

THEN, NOW, ELSEWHERE = 3, 7, 5
"""Guests: when the backup was made, today, and in the backup of another house."""


@dataclass
class Stage:
    """A house, and backups to put back. ``before``: what is in the folder before each attempt."""

    house: TestHouse
    own: Path
    other: Path

    def fresh(self, folder: Path) -> TestHouse:
        shutil.rmtree(folder, ignore_errors=True)
        return copied(self.house, folder)


@pytest.fixture
def stage(file_house: TestHouse, tmp_path: Path) -> Stage:
    add_guests(file_house, THEN)
    own = Path(back_up_to(file_house.door, tmp_path / "own.backup").file)
    add_guests(file_house, NOW - THEN)
    file_house.door.engine.dispose()
    elsewhere = TestHouse(
        create_house(HousePlace(tmp_path / "other"), "Ander huis", MANAGER, CLOCK, is_practice=False),
        HousePlace(tmp_path / "other"),
    )
    add_guests(elsewhere, ELSEWHERE)
    other = Path(back_up_to(elsewhere.door, tmp_path / "other.backup").file)
    elsewhere.door.engine.dispose()
    return Stage(file_house, own, other)


def add_guests(house: TestHouse, number: int) -> None:
    for _guest in range(number):
        house.guest()


def restore(house: TestHouse, file: Path, pipe: int) -> None:
    """Put it back as the program does, through a door of its own."""
    door = log_in(house.place, "manager", PASSWORD, CLOCK)
    restoration = prepare_restore(house.place, file, "manager", PASSWORD, door)
    carry_out(restoration, CLOCK, door)
    say(pipe, "restored")


def look(house: TestHouse, restored: int, *, was_said: bool) -> None:
    """Somebody comes in the next morning."""
    door = log_in(house.place, "manager", PASSWORD, CLOCK)
    with reading(door.engine) as session:
        assert_file_is_whole(session)
        assert_record_is_whole(session)
        found = session.query(Guest).count()
    door.engine.dispose()
    assert found in ((restored,) if was_said else (restored, NOW))
    if found == restored:
        assert NOW in kept_guests(house), "the old house was not kept"


def kept_guests(house: TestHouse) -> list[int]:
    """How many guests the houses have that were set apart."""
    counts = []
    for path in house.place.database.parent.glob("logeerhuis-before-*.db"):
        engine = file_engine(path, key_of(house))
        with reading(engine) as session:
            assert_file_is_whole(session)
            counts.append(session.query(Guest).count())
        engine.dispose()
    return counts


def _at_each_step(stage: Stage, file: Path, guests: int, folder: Path) -> int:
    kills, is_killed = 0, True
    while is_killed:
        house = stage.fresh(folder)
        said, is_killed = killed_at_step(partial(restore, house, file), kills)
        look(house, guests, was_said=bool(said))
        kills += is_killed
    return kills


def test_a_restore_is_killed_at_each_step(stage: Stage, tmp_path: Path, record_property):
    kills = _at_each_step(stage, stage.own, THEN, tmp_path / "here")
    assert kills > 10
    record_property(COUNT + "kills: while restoring, at each step", kills)


def test_another_house_takes_the_place_and_is_killed_at_each_step(stage: Stage, tmp_path: Path, record_property):
    kills = _at_each_step(stage, stage.other, ELSEWHERE, tmp_path / "here")
    assert kills > 10
    record_property(COUNT + "kills: while restoring, at each step", kills)


@pytest.mark.torture
def test_a_restore_is_killed_at_random(stage: Stage, tmp_path: Path, record_property):
    kills, looked, chance = how_often(60), 0, random.Random(23)
    for _kill in range(kills):
        house = stage.fresh(tmp_path / "here")

        def work(pipe: int, house: TestHouse = house) -> None:
            restore(house, stage.own, pipe)
            signal.pause()

        said = killed_at_work(work, chance.uniform(0.1, 1.5))
        look(house, THEN, was_said=bool(said))
        looked += 1
    assert looked == kills
    record_property(COUNT + "kills: while restoring, at random", kills)
