"""What a new house may be made of, and the names it gets by itself."""

import pytest

from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired
from logeerhuis_app.domain.errors_access import UsernameUnfit
from logeerhuis_app.domain.errors_setup import BedsUnfit, RoomTwice
from logeerhuis_app.domain.new_house import (
    MOST_BEDS,
    HouseWish,
    ManagerWish,
    fitted_rooms,
    house_faults,
    location_code,
    manager_name_faults,
    numbered_room,
    renamed_rooms,
    rooms_fault,
    tidy_rooms,
)
from logeerhuis_app.domain.recovery import code_of, groups, is_first_group
from logeerhuis_app.domain.usernames import proposed_username, require_username


def rooms(count: int) -> tuple[str, ...]:
    return tuple(numbered_room("Kamer", place) for place in range(1, count + 1))


@pytest.mark.parametrize("count", [1, 7, MOST_BEDS])
def test_one_to_forty_beds_are_a_house(count: int):
    assert house_faults(HouseWish("Plezant", "Plezant", rooms(count))) == {}


@pytest.mark.parametrize("count", [0, MOST_BEDS + 1])
def test_no_beds_and_too_many_are_refused(count: int):
    assert rooms_fault(rooms(count)) == BedsUnfit(count, 40)


def test_every_fault_is_told_at_once():
    faults = house_faults(HouseWish(" ", "x" * 121, ("Kamer 1", "kamer  1", "KAMER 1")))
    assert faults["house_name"] == FieldRequired("house_name")
    assert isinstance(faults["location_name"], FieldInvalid)
    assert faults["rooms"] == RoomTwice("KAMER 1")


def test_a_room_name_that_does_not_fit_its_column_is_refused():
    assert isinstance(rooms_fault(("x" * 61,)), FieldInvalid)


def test_rooms_are_read_line_by_line():
    assert tidy_rooms("Duin \n\n  Zee\r\nBos\u202e") == ("Duin", "Zee", "Bos")


def test_another_number_keeps_the_names_that_were_given():
    assert fitted_rooms(("Tuinkamer", "Kamer 2"), "Kamer", 4) == ("Tuinkamer", "Kamer 2", "Kamer 3", "Kamer 4")
    assert fitted_rooms(("Tuinkamer", "Kamer 2"), "Kamer", 1) == ("Tuinkamer",)


def test_another_word_leaves_own_names_alone():
    assert renamed_rooms(("Tuinkamer", "Kamer 2"), "Kamer", "Suite") == ("Tuinkamer", "Suite 2")
    assert renamed_rooms(("Kamer 1",), "Kamer", "") == ("1",)


@pytest.mark.parametrize(
    ("name", "code"),
    [("Plezant", "PLE"), ("In de Dennen", "DEN"), ("'t Óranjehof", "ORA"), ("De", "BED"), ("X", "BED"), ("旅", "BED")],
)
def test_a_location_has_a_short_code(name: str, code: str):
    assert location_code(name) == code


def test_the_manager_has_a_name_under_notes_and_one_to_log_in_with():
    assert ManagerWish("paul", " van der Hoogland ").shown_name == "P. van der Hoogland"
    assert proposed_username("Zoë", "Müller-Smit") == "z.mullersmit"
    assert proposed_username("Zoë", "") == ""
    assert require_username(" P.Hoogland ") == "p.hoogland"
    assert set(manager_name_faults(ManagerWish())) == {"given_name", "last_name"}
    assert "geheim" not in repr(ManagerWish(password="geheim"))


@pytest.mark.parametrize("typed", ["", "p", "met spatie", "x" * 41, ".punt"])
def test_a_user_name_that_nobody_can_type_is_refused(typed: str):
    with pytest.raises(UsernameUnfit):
        require_username(typed)


def test_the_first_group_shows_that_the_paper_is_there():
    code = code_of(1234567890123456789)
    first = groups(code)[0]
    assert is_first_group(f" {first.lower()} ", code)
    assert is_first_group(first.replace("0", "O").replace("1", "l"), code)
    assert not is_first_group("", code)
    assert not is_first_group(groups(code)[1], code)
    assert not is_first_group(code, code)
