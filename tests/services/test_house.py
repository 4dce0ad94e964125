"""Locations, rooms and beds: an empty house becomes one that can receive guests, and no bed with nights gets lost."""

from datetime import date
from typing import Any

import pytest

from logeerhuis_app.domain.bookings import BedKind
from logeerhuis_app.domain.errors import (
    AlreadyExists,
    BedClosed,
    BedTaken,
    ChangedByOther,
    FieldInvalid,
    FieldRequired,
    NotAllowed,
    UserFacingError,
)
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.house import (
    BedWish,
    LocationWish,
    add_bed,
    add_location,
    change_bed,
    change_location,
    change_lock_minutes,
    close_bed_for_good,
    house_facts,
    lock_minutes,
    rename_house,
    reopen_bed,
)
from logeerhuis_app.services.login import house_sign
from logeerhuis_app.services.queries.audit_log import audit_page
from logeerhuis_app.services.queries.planning import chart_rows, free_beds
from logeerhuis_app.services.queries.today import today_rows
from logeerhuis_app.services.rows.audit import AuditFilter
from tests.support.houses import TestHouse, nov

PLEZANT = LocationWish("Plezant", "Stichting Voorbeeld", code="plz", takes_wlz=False, turnover_minutes=45)
ROOM = BedWish("Kamer 1", BedKind.FLEXIBLE, "tillift", has_lift=True)


def book(house: TestHouse, bed_id: int, arrival: date, departure: date) -> int:
    wish = BookingWish(guest_id=house.guest(), bed_id=bed_id, arrival=arrival, departure=departure)
    return place_booking(house.door, wish).created_id


def test_an_empty_house_gets_its_first_location_and_beds(house: TestHouse):
    place = add_location(house.door, PLEZANT).created_id
    first, second = (add_bed(house.door, place, BedWish(name)).created_id for name in ("Kamer 1", "Kamer 2"))
    facts = house_facts(house.door)
    (row,) = facts.locations
    assert (row.code, row.name, row.takes_wlz, row.turnover_minutes, row.beds) == ("PLZ", "Plezant", False, 45, 2)
    assert [(bed.bed_id, bed.code, bed.name) for bed in facts.beds] == [
        (first, "PLZ-1", "Kamer 1"),
        (second, "PLZ-2", "Kamer 2"),
    ]
    assert [bed.bed_id for bed in chart_rows(house.door, nov(20), nov(30)).beds] == [first, second]
    assert book(house, second, nov(24), nov(26))


def test_beds_of_two_locations_are_never_called_the_same(house: TestHouse):
    one = add_location(house.door, PLEZANT).created_id
    two = add_location(house.door, LocationWish("De Dennen", "Stichting Voorbeeld", code="DEN")).created_id
    for place in (one, two):
        add_bed(house.door, place, ROOM)
    assert [bed.code for bed in house_facts(house.door).beds] == ["PLZ-1", "DEN-1"]


def test_a_room_and_a_location_get_another_name(house: TestHouse):
    place = add_location(house.door, PLEZANT).created_id
    bed_id = add_bed(house.door, place, ROOM).created_id
    (bed,) = house_facts(house.door).beds
    change_bed(house.door, bed_id, BedWish("Vlinder", BedKind.ELV, is_quiet=True, version=bed.version))
    (bed,) = house_facts(house.door).beds
    assert (bed.name, bed.kind, bed.features, bed.has_lift, bed.is_quiet) == ("Vlinder", BedKind.ELV, "", False, True)
    (row,) = house_facts(house.door).locations
    wish = LocationWish("Plezant Noord", "Zorggroep", postcode="5701aa", agb="12 34 56 78", iban="nl91 abna 0417164300")
    change_location(house.door, place, LocationWish(**{**vars(wish), "version": row.version}))
    (row,) = house_facts(house.door).locations
    assert (row.code, row.name, row.postcode, row.agb) == ("PLZ", "Plezant Noord", "5701 AA", "12345678")
    assert row.iban == "NL91ABNA0417164300"


def test_who_was_slower_does_not_overwrite(house: TestHouse):
    place = add_location(house.door, PLEZANT).created_id
    bed_id = add_bed(house.door, place, ROOM).created_id
    (bed,), (row,) = house_facts(house.door).beds, house_facts(house.door).locations
    change_bed(house.door, bed_id, BedWish("Vlinder", version=bed.version))
    change_location(house.door, place, LocationWish("Noord", "Zorggroep", version=row.version))
    with pytest.raises(ChangedByOther):
        change_bed(house.door, bed_id, BedWish("Mus", version=bed.version))
    with pytest.raises(ChangedByOther):
        change_location(house.door, place, LocationWish("Zuid", "Zorggroep", version=row.version))


@pytest.mark.parametrize(
    ("values", "error", "field"),
    [
        ({"name": "  "}, FieldRequired, "name"),
        ({"provider": ""}, FieldRequired, "provider"),
        ({"code": "p"}, FieldInvalid, "code"),
        ({"code": "te lang"}, FieldInvalid, "code"),
        ({"postcode": "57 AA"}, FieldInvalid, "postcode"),
        ({"agb": "123"}, FieldInvalid, "agb"),
        ({"kvk": "12 34 56 7"}, FieldInvalid, "kvk"),
        ({"iban": "NL00ABNA0417164300"}, FieldInvalid, "iban"),
        ({"phone": "geen"}, FieldInvalid, "phone"),
        ({"name": "x" * 121}, FieldInvalid, "name"),
    ],
)
def test_a_location_that_cannot_be_is_refused_beside_its_field(
    house: TestHouse, values: dict[str, Any], error: type[UserFacingError], field: str
):
    with pytest.raises(error) as refusal:
        add_location(house.door, LocationWish(**{**vars(PLEZANT), **values}))
    assert refusal.value.field == field  # type: ignore[attr-defined]
    assert house_facts(house.door).locations == ()


def test_a_name_or_code_is_given_once(house: TestHouse):
    place = add_location(house.door, PLEZANT).created_id
    with pytest.raises(AlreadyExists):
        add_location(house.door, PLEZANT)
    bed_id = add_bed(house.door, place, ROOM).created_id
    with pytest.raises(AlreadyExists):
        add_bed(house.door, place, BedWish("KAMER 1"))
    change_bed(house.door, bed_id, BedWish("kamer 1", version=1))
    assert len(house_facts(house.door).beds) == 1


# --- closing for good ----------------------------------------------------------------------------------------------


def test_a_bed_closed_for_good_takes_nobody_any_more_and_keeps_its_nights(house: TestHouse):
    bed_id = house.bed()
    booking = book(house, bed_id, nov(24), nov(26))
    close_bed_for_good(house.door, bed_id, nov(26))
    with pytest.raises(BedClosed) as refusal:
        book(house, bed_id, nov(26), nov(28))
    assert (refusal.value.bed, refusal.value.nights) == ("Kamer 1", (nov(26), nov(27)))
    assert free_beds(house.door, nov(25), nov(27)) == ()
    chart = chart_rows(house.door, nov(20), nov(30))
    assert [bar.booking_id for bar in chart.bars] == [booking]
    (closed,) = chart.closures
    assert (closed.bed_id, closed.first_night, closed.last_night) == (bed_id, nov(26), nov(29))
    assert closed.reason == "opgeheven"
    assert chart_rows(house.door, nov(26), nov(30)).beds == ()


def test_a_stay_in_the_way_is_named(house: TestHouse):
    bed_id = house.bed()
    book(house, bed_id, nov(24), nov(27))
    with pytest.raises(BedTaken) as refusal:
        close_bed_for_good(house.door, bed_id, nov(26))
    assert (refusal.value.guest, refusal.value.nights) == ("Noor Jansen", (nov(26),))
    with pytest.raises(FieldRequired):
        close_bed_for_good(house.door, bed_id, None)
    assert house_facts(house.door).beds[0].closed_from is None


def test_the_house_gets_another_name_at_its_door_too(house: TestHouse):
    rename_house(house.door, "  Huis ter Duin ")
    assert house_facts(house.door).name == house_sign(house.place).house == "Huis ter Duin"
    for name in ("  ", "x" * 121):
        with pytest.raises((FieldRequired, FieldInvalid)):
            rename_house(house.door, name)
    with pytest.raises(NotAllowed):
        rename_house(house.as_role(Role.COORDINATOR), "Elders")
    assert house_facts(house.door).name == "Huis ter Duin"


def test_a_bed_can_come_back(house: TestHouse):
    bed_id = house.bed()
    close_bed_for_good(house.door, bed_id, nov(22))
    assert (today_rows(house.door).beds, house_facts(house.door).locations[0].beds) == (0, 0)
    reopen_bed(house.door, bed_id)
    assert (today_rows(house.door).beds, house_facts(house.door).locations[0].beds) == (1, 1)
    assert book(house, bed_id, nov(26), nov(28))


# --- every PC -------------------------------------------------------------------------------------------------------


def test_the_lock_belongs_to_the_house(house: TestHouse):
    assert lock_minutes(house.as_role(Role.CARE)) == 5
    change_lock_minutes(house.door, 12)
    assert lock_minutes(house.as_role(Role.CARE)) == 12
    for minutes in (0, 31):
        with pytest.raises(FieldInvalid):
            change_lock_minutes(house.door, minutes)
    assert lock_minutes(house.door) == 12


@pytest.mark.parametrize("role", [Role.CARE, Role.COORDINATOR, Role.ADMINISTRATOR])
def test_only_the_manager_changes_the_house(house: TestHouse, role: Role):
    with pytest.raises(NotAllowed):
        add_location(house.as_role(role), PLEZANT)
    with pytest.raises(NotAllowed):
        house_facts(house.as_role(role))


def test_each_change_is_on_record(house: TestHouse):
    place = add_location(house.door, PLEZANT).created_id
    bed_id = add_bed(house.door, place, ROOM).created_id
    close_bed_for_good(house.door, bed_id, nov(30))
    lines = audit_page(house.door, AuditFilter(), 0).rows
    assert len([line for line in lines if "huis" in line.what or "bed" in line.what]) >= 3
