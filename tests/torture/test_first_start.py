"""kill -9 while a house is made: afterwards there is a whole house, or room to make one; never half a house."""

import random
import shutil
import signal
from collections.abc import Callable
from pathlib import Path
from unittest.mock import Mock

import pytest

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db import keyfile
from logeerhuis_app.db.moving_in import move_in, new_site
from logeerhuis_app.db.passwords import Cost
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import HouseExists
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import User
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import NewUser, create_house, house_exists, log_in
from logeerhuis_app.services.practice.users import practice_users
from logeerhuis_app.services.practice_house import build_practice_house
from tests.support.balance import assert_file_is_whole, assert_record_is_whole
from tests.support.counts import COUNT, how_often
from tests.support.houses import NOON, PASSWORD
from tests.torture.killing import Line, killed_at_step, killed_at_work, say

CLOCK = FixedClock(NOON)
MANAGER = NewUser("manager", "M. Beheer", Role.MANAGER, PASSWORD)


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a guess costs is not what is tried here."""
    monkeypatch.setattr(keyfile, "Cost", lambda **_usual: CHEAP)


CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def start(place: HousePlace, pipe: int) -> None:
    create_house(place, "Testhuis", MANAGER, CLOCK, is_practice=False).engine.dispose()
    say(pipe, "made")


def practise(place: HousePlace, pipe: int) -> None:
    build_practice_house(place, CLOCK)
    say(pipe, "made")


def assert_house_or_room(place: HousePlace, said: list[Line]) -> bool:
    """Gives whether the house was there before it could be said."""
    was_there = house_exists(place)
    assert was_there or not said, "a house that was made is gone"
    if not was_there:
        create_house(place, "Testhuis", MANAGER, CLOCK, is_practice=False).engine.dispose()
    door = log_in(place, "manager", PASSWORD, CLOCK)
    assert_whole(door, 1)
    door.engine.dispose()
    return was_there and not said


def assert_whole(door: Door, users: int) -> None:
    with reading(door.engine) as session:
        assert_file_is_whole(session)
        assert_record_is_whole(session)
        assert session.query(User).count() == users
    place = door.vault.path.parent if door.vault else Path()
    assert not list(place.glob("being-made-*")), "what was broken off still lies about"


def test_a_first_start_that_is_killed_at_any_step_can_be_done_again(tmp_path: Path, record_property):
    kills, is_killed, place = 0, True, HousePlace(tmp_path / "house")
    while is_killed:
        said, is_killed = killed_at_step(lambda pipe: start(place, pipe), kills)
        assert_house_or_room(place, said)
        shutil.rmtree(tmp_path / "house")
        kills += is_killed
    assert kills > 10
    record_property(COUNT + "kills: first start of a house, at each step", kills)


@pytest.mark.torture
def test_a_first_start_that_is_killed_at_any_moment_can_be_done_again(tmp_path: Path, record_property):
    kills, landed, chance = how_often(100), 0, random.Random(13)
    place = HousePlace(tmp_path / "house")
    for _kill in range(kills):
        said = killed_at_work(lambda pipe: stay(start, place, pipe), chance.uniform(0.005, 0.5))
        landed += assert_house_or_room(place, said)
        shutil.rmtree(tmp_path / "house")
    record_property(COUNT + "kills: first start of a house, at random", kills)


@pytest.mark.torture
def test_a_practice_house_that_is_killed_half_made_can_be_made_again(tmp_path: Path, record_property):
    kills, chance = how_often(25), random.Random(17)
    place = HousePlace(tmp_path / "house")
    for _kill in range(kills):
        said = killed_at_work(lambda pipe: stay(practise, place, pipe), chance.uniform(0.02, 2.5))
        if not house_exists(place):
            assert not said
            build_practice_house(place, CLOCK)
        user = practice_users()[0]
        door = log_in(place, user.username, user.password, CLOCK)
        assert_whole(door, len(practice_users()))
        door.engine.dispose()
        shutil.rmtree(tmp_path / "house")
    record_property(COUNT + "kills: building the practice house", kills)


def stay(work: Callable[[HousePlace, int], None], place: HousePlace, pipe: int) -> None:
    """The work, and then wait for the end."""
    work(place, pipe)
    signal.pause()


def test_two_that_make_a_house_at_once_make_one(tmp_path: Path):
    """Whoever is slower is told that there is a house; the one that is there stays as it is."""
    place = HousePlace(tmp_path / "house")
    slow = new_site(place)
    for site in (slow, place):
        create_house(site, "Testhuis", MANAGER, CLOCK, is_practice=False).engine.dispose()
    whole = place.database.read_bytes(), place.keys.read_bytes()
    with pytest.raises(HouseExists):
        move_in(slow, place)
    slow = new_site(place)
    create_house(slow, "Testhuis", MANAGER, CLOCK, is_practice=False).engine.dispose()
    with pytest.raises(HouseExists):
        move_in(slow, place)
    assert (place.database.read_bytes(), place.keys.read_bytes()) == whole


def test_a_disk_without_second_names_takes_a_new_house_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("os.link", Mock(side_effect=PermissionError))
    place = HousePlace(tmp_path / "stick")
    create_house(place, "Testhuis", MANAGER, CLOCK, is_practice=False).engine.dispose()
    slow = new_site(place)
    create_house(slow, "Testhuis", MANAGER, CLOCK, is_practice=False).engine.dispose()
    with pytest.raises(HouseExists):
        move_in(slow, place)
    assert_house_or_room(place, [])
