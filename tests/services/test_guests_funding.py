"""What payers granted: periods, nights, and two that pay for the same."""

from dataclasses import replace
from datetime import date

import pytest

from logeerhuis_app.domain.bookings import BookingLabel, BookingState, Presence
from logeerhuis_app.domain.errors import ChangedByOther, ConcernsOpen, FieldInvalid, FieldRequired, NotAllowed, NotFound
from logeerhuis_app.domain.funding import Basis, Frequency, Law, PayerKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Booking, Night
from logeerhuis_app.services.funding import AllocationWish, add_allocation, change_allocation, remove_allocation
from logeerhuis_app.services.queries.guests import guest_file, payer_choices
from tests.support.houses import TestHouse, nov


def wmo(house: TestHouse, **values) -> AllocationWish:
    wish = AllocationWish(house.payer(), Basis.WMO, date(2026, 1, 1), date(2026, 12, 31), "4471", volume=4)
    return replace(wish, **{"frequency": Frequency.MONTH, **values})


def test_an_allocation_is_kept_with_its_budget(house: TestHouse):
    guest = house.guest()
    add_allocation(house.as_role(Role.ADMINISTRATOR), guest, wmo(house))
    (row,) = guest_file(house.door, guest).allocations
    assert (row.law, row.payer, row.number, row.is_now) == (Law.WMO, "Gemeente Helmond", "4471", True)
    assert row.budget is not None
    assert (row.budget.used, row.budget.planned, row.budget.most) == (0, 0, 4)


def test_where_there_is_no_payer_yet_one_is_asked_for(house: TestHouse):
    with pytest.raises(FieldRequired) as refusal:
        add_allocation(house.door, house.guest(), AllocationWish(None, Basis.WMO, date(2026, 1, 1)))
    assert refusal.value.field == "payer_id"


def test_the_wlz_year_counts_the_nights_of_this_house(house: TestHouse):
    guest, bed = house.guest(), house.bed()
    office = house.payer("CZ", PayerKind.CARE_OFFICE)
    add_allocation(house.door, guest, AllocationWish(office, Basis.MPT, date(2026, 2, 1)))
    booking = house.add(
        Booking(
            guest_id=guest,
            location_id=house._any_location(),
            arrival=nov(20),
            departure=nov(25),
            state=BookingState.PRESENT,
            label=BookingLabel.STRUCTURAL,
        )
    )
    for day, presence in ((20, Presence.SLEPT), (21, Presence.AWAY), (22, Presence.PLANNED), (23, Presence.PLANNED)):
        house.add(Night(night=nov(day), bed_id=bed, guest_id=guest, booking_id=booking.id, presence=presence))
    (row,) = guest_file(house.door, guest).allocations
    assert row.budget is not None
    assert (row.budget.used, row.budget.planned, row.budget.most) == (1, 2, 156)
    assert row.budget.counts_own_house_only


@pytest.mark.parametrize(
    ("values", "field", "error"),
    [
        ({"valid_from": None}, "valid_from", FieldRequired),
        ({"valid_until": date(2025, 12, 31)}, "valid_until", FieldInvalid),
        ({"volume": 0}, "volume", FieldInvalid),
        ({"frequency": None}, "frequency", FieldRequired),
        ({"volume": None}, "volume", FieldRequired),
        ({"number": "9" * 40}, "number", FieldInvalid),
    ],
)
def test_what_no_payer_could_have_granted_is_refused(house: TestHouse, values, field, error):
    guest = house.guest()
    with pytest.raises(error) as caught:
        add_allocation(house.door, guest, wmo(house, **values))
    assert caught.value.field == field
    assert guest_file(house.door, guest).allocations == ()


def test_two_of_one_law_on_the_same_days_ask_first(house: TestHouse):
    guest = house.guest()
    add_allocation(house.door, guest, wmo(house))
    second = wmo(house, valid_from=date(2026, 12, 31), valid_until=None)
    with pytest.raises(ConcernsOpen) as caught:
        add_allocation(house.door, guest, second)
    assert [concern.kind for concern in caught.value.concerns] == ["allocation_overlap"]
    add_allocation(house.door, guest, replace(second, valid_from=date(2027, 1, 1)))
    add_allocation(house.door, guest, replace(second, accepted=("allocation_overlap",)))
    assert len(guest_file(house.door, guest).allocations) == 3


def test_another_law_beside_it_is_no_concern(house: TestHouse):
    guest = house.guest()
    add_allocation(house.door, guest, wmo(house))
    office = house.payer("CZ", PayerKind.CARE_OFFICE)
    add_allocation(house.door, guest, AllocationWish(office, Basis.MPT, date(2026, 2, 1)))
    assert {row.basis for row in guest_file(house.door, guest).allocations} == {Basis.WMO, Basis.MPT}


def test_a_payer_of_another_law_asks_first(house: TestHouse):
    with pytest.raises(ConcernsOpen) as caught:
        add_allocation(house.door, house.guest(), wmo(house, basis=Basis.MPT))
    assert [concern.kind for concern in caught.value.concerns] == ["payer_unusual"]
    with pytest.raises(NotFound):
        add_allocation(house.door, house.guest(), wmo(house, payer_id=4711))


def test_a_change_is_versioned_and_its_own_period_no_overlap(house: TestHouse):
    guest, wish = house.guest(), wmo(house)
    made = add_allocation(house.door, guest, wish).created_id
    change_allocation(house.door, made, replace(wish, valid_until=nov(30), version=1))
    with pytest.raises(ChangedByOther):
        change_allocation(house.door, made, replace(wish, version=1))
    assert guest_file(house.door, guest).allocations[0].valid_until == nov(30)
    with pytest.raises(ChangedByOther):
        remove_allocation(house.door, made, 1)
    remove_allocation(house.door, made, 2)
    assert guest_file(house.door, guest).allocations == ()


def test_care_sees_and_changes_no_money(house: TestHouse):
    care = house.as_role(Role.CARE)
    with pytest.raises(NotAllowed):
        add_allocation(care, house.guest(), wmo(house))
    with pytest.raises(NotAllowed):
        payer_choices(care)
    assert [choice.name for choice in payer_choices(house.door)] == ["Gemeente Helmond"]
