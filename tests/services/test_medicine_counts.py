"""Medicines counted at arrival and departure, on both databases; of an opioid by two people."""

from dataclasses import replace

import pytest
from sqlalchemy.exc import DBAPIError

from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired, NotAllowed
from logeerhuis_app.domain.medication import CountMoment, HighRisk
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import MedicationItem
from logeerhuis_app.services.medication import record_list
from logeerhuis_app.services.medicine_counts import CountWish, record_counts, sign_count
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.medication import MedicationRow
from tests.support.houses import TestHouse
from tests.support.medicines import METOPROLOL, pharmacy_list

BROUGHT, RETURNED = CountMoment
OXYCODONE = replace(METOPROLOL, name="oxycodon", high_risk=HighRisk.OPIOID)


def list_of(house: TestHouse, guest: int) -> MedicationRow:
    return guest_file(house.door, guest).medication


@pytest.fixture
def guest(house: TestHouse) -> int:
    guest_id = house.guest()
    record_list(house.door, guest_id, pharmacy_list(METOPROLOL, OXYCODONE))
    return guest_id


def counted(house: TestHouse, guest: int, *quantities: int, moment: CountMoment = BROUGHT) -> MedicationRow:
    row = list_of(house, guest)
    pairs = tuple((line.item_id, number) for line, number in zip(row.medicines, quantities, strict=False))
    record_counts(house.as_role(Role.CARE), row.list_id, CountWish(moment, pairs, row.version))
    return list_of(house, guest)


def test_what_was_not_counted_is_not_none(house: TestHouse, guest: int):
    metoprolol, oxycodone = counted(house, guest, 0).medicines
    assert metoprolol.brought is not None
    assert metoprolol.brought.quantity == 0
    assert (oxycodone.brought, metoprolol.returned) == (None, None)


def test_an_opioid_waits_for_a_second_person_who_counts_the_same(house: TestHouse, guest: int):
    metoprolol, oxycodone = counted(house, guest, 30, 20).medicines
    assert not metoprolol.needs_second(BROUGHT)
    assert oxycodone.needs_second(BROUGHT)
    with pytest.raises(FieldInvalid) as caught:
        sign_count(house.as_role(Role.CARE), oxycodone.item_id, BROUGHT, 20)
    assert caught.value.reason == "same_person"
    second = house.as_role(Role.COORDINATOR)
    with pytest.raises(FieldInvalid) as caught:
        sign_count(second, oxycodone.item_id, BROUGHT, 19)
    assert caught.value.reason == "other_count"
    sign_count(second, oxycodone.item_id, BROUGHT, 20)
    line = list_of(house, guest).medicines[1]
    assert line.brought is not None
    assert len(line.brought.by) == 2
    assert not line.needs_second(BROUGHT)


def test_another_number_is_a_new_count(house: TestHouse, guest: int):
    oxycodone = counted(house, guest, 30, 20).medicines[1]
    sign_count(house.as_role(Role.COORDINATOR), oxycodone.item_id, BROUGHT, 20)
    assert not counted(house, guest, 30, 20).medicines[1].needs_second(BROUGHT), "the same number changes nothing"
    assert counted(house, guest, 30, 18).medicines[1].needs_second(BROUGHT)


def test_of_two_who_count_at_once_the_second_sees_the_first(house: TestHouse, guest: int):
    seen = list_of(house, guest)
    counted(house, guest, 30, 20)
    wish = CountWish(BROUGHT, ((seen.medicines[1].item_id, 19),), seen.version)
    with pytest.raises(ChangedByOther):
        record_counts(house.as_role(Role.COORDINATOR), seen.list_id, wish)
    line = list_of(house, guest).medicines[1]
    assert line.brought is not None
    assert line.brought.quantity == 20


def test_arrival_and_departure_are_counted_apart(house: TestHouse, guest: int):
    counted(house, guest, 30)
    line = counted(house, guest, 12, moment=RETURNED).medicines[0]
    assert (line.brought and line.brought.quantity, line.returned and line.returned.quantity) == (30, 12)


def test_a_count_that_cannot_be_is_refused(house: TestHouse, guest: int):
    row = list_of(house, guest)
    item = row.medicines[0].item_id
    with pytest.raises(FieldInvalid):
        record_counts(house.door, row.list_id, CountWish(BROUGHT, ((item, -1),), row.version))
    with pytest.raises(FieldRequired):
        record_counts(house.door, row.list_id, CountWish(BROUGHT, (), row.version))
    with pytest.raises(FieldRequired):
        sign_count(house.door, item, BROUGHT, 1)
    with pytest.raises(ChangedByOther):
        record_counts(house.door, row.list_id, CountWish(BROUGHT, ((item, 1),), 9))
    with pytest.raises(NotAllowed):
        record_counts(house.as_role(Role.ADMINISTRATOR), row.list_id, CountWish(BROUGHT, ((item, 1),), row.version))


@pytest.mark.parametrize(
    "columns", [{"brought_qty": -1}, {"returned_qty": 3, "returned_by_1": "A", "returned_by_2": "A"}]
)
def test_the_database_itself_refuses_it(house: TestHouse, guest: int, columns: dict[str, object]):
    list_id = list_of(house, guest).list_id
    with pytest.raises(DBAPIError):
        house.add(MedicationItem(list_id=list_id, name="middel", dose="1 stuk", times=[], **columns))
