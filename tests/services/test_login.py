"""Coming in: the right password, and nobody else."""

import pytest

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.domain.errors import (
    AlreadyExists,
    HouseExists,
    HouseMissing,
    HouseUnreadable,
    NotAllowed,
    WrongPassword,
)
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.login import HousePlace, NewUser, create_house, house_sign, log_in, remove_house
from logeerhuis_app.services.users import add_user
from tests.support.houses import NOON, PASSWORD, TestHouse

CLOCK = FixedClock(NOON)
NEW = NewUser("Sanne", "S. de Wit", Role.CARE, "korenbloem blauw")


def test_each_user_opens_the_same_house_with_an_own_password(house: TestHouse):
    add_user(house.door, NEW)
    door = log_in(house.place, "sanne", "korenbloem blauw", CLOCK)
    assert (door.actor.name, door.role) == ("S. de Wit", Role.CARE)
    door.engine.dispose()


@pytest.mark.parametrize(("username", "password"), [("sanne", PASSWORD), ("manager", "iets anders"), ("", "")])
def test_a_wrong_name_or_password_says_no_more_than_that(house: TestHouse, username: str, password: str):
    add_user(house.door, NEW)
    with pytest.raises(WrongPassword):
        log_in(house.place, username, password, CLOCK)


def test_only_the_manager_lets_people_in(house: TestHouse):
    with pytest.raises(NotAllowed):
        add_user(house.as_role(Role.COORDINATOR), NEW)


def test_a_user_name_is_given_once(house: TestHouse):
    add_user(house.door, NEW)
    with pytest.raises(AlreadyExists):
        add_user(house.door, NEW)


def test_a_house_is_never_made_over_another(house: TestHouse):
    manager = NewUser("ander", "A. Nder", Role.MANAGER, PASSWORD)
    with pytest.raises(HouseExists):
        create_house(house.place, "Tweede", manager, CLOCK, is_practice=False)


def test_an_empty_folder_holds_no_house(tmp_path):
    with pytest.raises(HouseMissing):
        log_in(HousePlace(tmp_path), "manager", PASSWORD, CLOCK)


def test_the_file_says_nothing_in_plain_text(file_house: TestHouse):
    file_house.guest(given_name="Xanthippe", last_name="Zeldzaam")
    for path in file_house.place.database.parent.iterdir():
        assert b"Xanthippe" not in path.read_bytes()
        assert b"SQLite format" not in path.read_bytes()


def test_the_door_says_which_house_before_anybody_comes_in(house: TestHouse):
    sign = house_sign(house.place)
    assert (sign.house, sign.is_practice) == ("Testhuis", False)


@pytest.mark.parametrize("content", ["", "{}", '{"format": 1, "users": [], "sign": []}', '{"format": 99, "users": []}'])
def test_a_damaged_key_file_is_said_and_left_alone(file_house: TestHouse, content: str):
    file_house.place.keys.write_text(content, encoding="utf-8")
    with pytest.raises(HouseUnreadable):
        log_in(file_house.place, "manager", PASSWORD, CLOCK)
    assert file_house.place.keys.read_text(encoding="utf-8") == content


def test_the_files_are_for_their_owner_alone(file_house: TestHouse, tmp_path):
    manager = NewUser("een", "E. En", Role.MANAGER, PASSWORD)
    place = HousePlace(tmp_path / "nieuw")
    door = create_house(place, "Nieuw", manager, CLOCK, is_practice=False)
    rights = {path.name: path.stat().st_mode & 0o077 for path in (tmp_path / "nieuw").iterdir()}
    door.engine.dispose()
    assert set(rights.values()) == {0}, rights


@pytest.mark.parametrize("url", ["postgresql+psycopg://nobody@127.0.0.1:1/none", "geen adres"])
def test_a_server_that_does_not_answer_is_a_sentence(url: str):
    with pytest.raises(HouseUnreadable) as refusal:
        log_in(HousePlace(url=url), "manager", PASSWORD, CLOCK)
    assert refusal.value.reason == "unreachable"
    with pytest.raises(HouseUnreadable):
        house_sign(HousePlace(url=url))


def test_a_house_that_goes_leaves_somebodys_copies_alone(file_house: TestHouse):
    file_house.door.engine.dispose()
    folder = file_house.place.database.parent
    copies = [folder / "logeerhuis.db.bak", folder / "logeerhuis.db-van-maandag", folder / "logeerhuis.keys.bak"]
    for copy in copies:
        copy.write_bytes(b"kopie")
    remove_house(file_house.place)
    assert sorted(folder.iterdir()) == sorted(copies)
