"""A restricted file is closed to everybody but the manager, save what a present stay needs."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.care import AllergyStatus, AnswerState, CareTopic
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired, NotAllowed
from logeerhuis_app.domain.errors_rights import FileRestricted
from logeerhuis_app.domain.guests import Relationship
from logeerhuis_app.domain.handover import shift_at
from logeerhuis_app.domain.rights import RestrictionGround
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, Task
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.care import AnswerWish, record_answers
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.network import ContactWish, add_contact
from logeerhuis_app.services.queries.arrivals import arrival_sheet, departure_sheet
from logeerhuis_app.services.queries.guests import guest_file, guest_list, show_bsn
from logeerhuis_app.services.queries.handover import guest_cards, handover_rows
from logeerhuis_app.services.queries.planning import booking_detail
from logeerhuis_app.services.rights import lift_restriction, restrict_file, rights_sheet
from tests.support.care import stay
from tests.support.houses import NOON, TestHouse, nov

OTHERS = (Role.COORDINATOR, Role.CARE, Role.ADMINISTRATOR)


def restrict(house: TestHouse, guest: int) -> None:
    version = guest_file(house.door, guest).person.version
    restrict_file(house.door, guest, RestrictionGround.ACCURACY, "klopt de diagnose?", version)


@pytest.mark.parametrize("role", OTHERS)
def test_it_is_in_no_list_and_opens_for_nobody_else(house: TestHouse, role: Role):
    guest, door = house.guest("Noor"), house.as_role(role)
    assert guest_list(door, "Noor").total == 1
    restrict(house, guest)
    for words in ("", "Noor"):
        assert (guest_list(door, words).rows, guest_list(door, words).total) == ((), 0)
    with pytest.raises(FileRestricted):
        guest_file(door, guest)
    assert guest_list(house.door, "Noor").total == 1
    assert guest_file(house.door, guest).restricted_on == nov(22)


def test_who_came_to_a_closed_file_is_on_record(house: TestHouse):
    guest = house.guest()
    restrict(house, guest)
    with pytest.raises(FileRestricted):
        show_bsn(house.as_role(Role.COORDINATOR), guest)
    with reading(house.door.engine) as session:
        line = session.query(AuditLine).order_by(AuditLine.id.desc()).first()
        assert line is not None
        assert (line.outcome, line.username, line.guest_id) == ("refused", "coordinator", guest)


def deeds(guest: int, bed: int) -> dict[str, Callable[[Door], object]]:
    wish = BookingWish(guest, bed, nov(25), nov(27), accepted=frozenset({"no_payer"}))
    answer = AnswerWish(CareTopic.NIGHT, AnswerState.GIVEN, "", "slaapt door")
    return {
        "care": lambda door: record_answers(door, guest, [answer]),
        "contacts": lambda door: add_contact(door, guest, ContactWish("Els", Relationship.DAUGHTER, "06 12345678")),
        "booking": lambda door: place_booking(door, wish),
    }


@pytest.mark.parametrize("deed", ["care", "contacts", "booking"])
def test_nothing_is_changed_in_a_closed_file(house: TestHouse, deed: str):
    guest, bed = house.guest(), house.bed()
    restrict(house, guest)
    with pytest.raises(FileRestricted):
        deeds(guest, bed)[deed](house.as_role(Role.COORDINATOR))
    with reading(house.door.engine) as session:
        assert session.query(AuditLine).filter_by(outcome="done", username="coordinator").count() == 0
    deeds(guest, bed)[deed](house.door)


def test_at_the_bedside_nothing_is_missing(house: TestHouse):
    """The safety banner and the handover may not vanish while the guest stays."""
    guest = house.guest("Noor")
    stay(house, guest, house.bed(), house._any_location(), nov(20), nov(24))
    restrict(house, guest)
    care = house.as_role(Role.CARE)
    assert guest_file(care, guest).banner.guest.guest_id == guest
    assert guest_list(care, "Noor").total == 1
    rows = handover_rows(care, house._any_location(), shift_at(NOON.replace(tzinfo=None)))
    assert guest in {row.banner.guest.guest_id for row in rows.guests}
    record_answers(care, guest, [AnswerWish(CareTopic.NIGHT, AnswerState.GIVEN, "", "slaapt door")])


def test_a_shift_of_long_ago_is_no_way_into_a_closed_file(house: TestHouse):
    """Neither on screen, nor as cards on paper, nor through what was to be done for the guest."""
    guest, place = house.guest("Noor"), house._any_location()
    at = {"checked_in_at_utc": datetime(2026, 11, 10, 12, tzinfo=UTC), "checked_out_at_utc": NOON - timedelta(days=8)}
    stay(house, guest, house.bed(), place, nov(10), nov(14), state=BookingState.LEFT, **at)
    house.add(Task(location_id=place, guest_id=guest, text="Els bellen", due_on=nov(12)))
    care, then = house.as_role(Role.CARE), shift_at(datetime(2026, 11, 12, 10))
    assert "Noor" in repr(handover_rows(care, place, then))
    restrict(house, guest)
    for seen in (handover_rows(care, place, then), guest_cards(care, place, then)):
        assert "Noor" not in repr(seen)
        assert "Els bellen" not in repr(seen)
    assert "Noor" in repr(handover_rows(house.door, place, then))


@pytest.mark.parametrize("sheet", [arrival_sheet, departure_sheet])
def test_the_sheets_at_the_door_open_with_the_stay_and_not_after_it(
    house: TestHouse, sheet: Callable[[Door, int], object]
):
    guest, place = house.guest(), house._any_location()
    gone = stay(house, guest, house.bed(), place, nov(10), nov(14), state=BookingState.LEFT)
    restrict(house, guest)
    with pytest.raises(FileRestricted):
        sheet(house.as_role(Role.CARE), gone)
    assert sheet(house.door, gone)


def test_beside_the_chart_stands_who_has_the_bed_and_no_more(house: TestHouse):
    guest, place = house.guest(), house._any_location()
    add_contact(house.door, guest, ContactWish("Els", Relationship.DAUGHTER, "06 12345678"))
    coming = stay(
        house, guest, house.bed(), place, nov(26), nov(29), state=BookingState.CONFIRMED, note="zoon mag niet weten"
    )
    restrict(house, guest)
    seen = booking_detail(house.as_role(Role.COORDINATOR), coming)
    assert seen is not None
    assert (seen.guest_id, seen.carer, seen.note, seen.budget) == (guest, "", "", None)
    assert seen.banner.allergy_status is AllergyStatus.UNAVAILABLE
    whole = booking_detail(house.door, coming)
    assert whole is not None
    assert "Els" in whole.carer


def test_on_the_day_of_arrival_the_door_is_open(house: TestHouse):
    guest = house.guest("Noor")
    stay(house, guest, house.bed(), house._any_location(), nov(22), nov(24), state=BookingState.CONFIRMED)
    restrict(house, guest)
    assert guest_file(house.as_role(Role.CARE), guest)


def test_it_has_a_ground_a_reason_and_an_end(house: TestHouse):
    guest = house.guest()
    version = guest_file(house.door, guest).person.version
    with pytest.raises(FieldRequired):
        restrict_file(house.door, guest, None, "x", version)
    with pytest.raises(FieldRequired):
        restrict_file(house.door, guest, RestrictionGround.CLAIM, " ", version)
    restrict_file(house.door, guest, RestrictionGround.CLAIM, "rechtszaak", version)
    with pytest.raises(ChangedByOther):
        lift_restriction(house.door, guest, version)
    with pytest.raises(FieldInvalid):
        restrict_file(house.door, guest, RestrictionGround.CLAIM, "nog eens", version + 1)
    assert rights_sheet(house.door, guest).restriction.reason == "rechtszaak"
    lift_restriction(house.door, guest, version + 1)
    assert rights_sheet(house.door, guest).restriction.since is None
    assert guest_file(house.as_role(Role.CARE), guest)


@pytest.mark.parametrize("role", OTHERS)
def test_only_the_manager_restricts(house: TestHouse, role: Role):
    with pytest.raises(NotAllowed):
        restrict_file(house.as_role(role), house.guest(), RestrictionGround.CLAIM, "x", 1)
