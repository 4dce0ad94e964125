"""From whom the house has what can harm a guest: kept with each item, gone stale with a change, fresh at the door."""

from datetime import UTC, datetime, timedelta

import pytest

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    Resuscitation,
    Severity,
)
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.sources import InfoSource
from logeerhuis_app.i18n.origin_words import origin_words
from logeerhuis_app.models import Allergy, Booking
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    AnswerWish,
    ResuscitationWish,
    add_alert,
    add_allergy,
    change_allergy,
    record_answers,
    remove_allergy,
    set_resuscitation,
)
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.stays import check_in, undo_check_in
from tests.support.houses import NOON, TestHouse, nov

NUTS = AllergyWish("noten", Criticality.MILD, source=InfoSource.CARER, valid_from=nov(2))


def file_of(house: TestHouse, guest: int) -> GuestFile:
    return guest_file(house.door, guest)


@pytest.fixture
def guest(house: TestHouse) -> int:
    guest, care = house.guest("Noor"), house.as_role(Role.CARE)
    add_allergy(care, guest, NUTS)
    add_alert(care, guest, AlertWish(AlertKind.FALLING, "rollator", Severity.AMBER, source=InfoSource.OBSERVATION))
    choking = AnswerWish(CareTopic.CHOKING, AnswerState.UNKNOWN, source=InfoSource.GP)
    record_answers(care, guest, [choking, AnswerWish(CareTopic.LIKES, AnswerState.GIVEN, text="koffie")])
    version = file_of(house, guest).person.version
    wish = ResuscitationWish(Resuscitation.NO, nov(20), version=version, source=InfoSource.DOCUMENT)
    set_resuscitation(care, guest, wish)
    return guest


def arrive(house: TestHouse, guest: int) -> int:
    booking = house.add(
        Booking(
            guest_id=guest, location_id=house.location(), arrival=nov(22), departure=nov(25),
            state=BookingState.CONFIRMED, label=BookingLabel.URGENT,
        )
    ).id  # fmt: skip
    check_in(house.as_role(Role.COORDINATOR), booking, None)
    return booking


def test_each_item_says_from_whom_when_and_by_whom(house: TestHouse, guest: int):
    file, care = file_of(house, guest), house.users[Role.CARE].name
    origins = [file.banner.allergies[0].origin, file.banner.alerts[0].origin, file.banner.resuscitation_origin]
    assert [origin.source for origin in origins] == [InfoSource.CARER, InfoSource.OBSERVATION, InfoSource.DOCUMENT]
    assert {(origin.recorded_at_utc, origin.recorded_by) for origin in origins} == {(NOON, care)}
    assert {origin.verified_at_utc for origin in origins} == {None}
    assert file.answers[CareTopic.CHOKING].origin.source is InfoSource.GP
    assert file.banner.allergies[0].valid_from == nov(2)
    assert origin_words(origins[0]) == f"bron: mantelzorger · 22-11-2026 {care}"


def test_at_the_door_it_was_asked_again(house: TestHouse, guest: int):
    arrive(house, guest)
    banner, who = file_of(house, guest).banner, house.users[Role.COORDINATOR].name
    for origin in (banner.allergies[0].origin, banner.resuscitation_origin):
        assert (origin.verified_at_utc, origin.verified_by) == (NOON, who)
        assert f"nagevraagd op 22-11-2026 door {who}" in origin_words(origin)
    assert banner.alerts[0].origin.verified_at_utc is None  # nobody asks about a rollator at the door


def test_the_wrong_guest_at_the_door_was_asked_nothing(house: TestHouse, guest: int):
    booking = arrive(house, guest)
    undo_check_in(house.as_role(Role.COORDINATOR), booking, None, "de verkeerde gast")
    banner = file_of(house, guest).banner
    for origin in (banner.allergies[0].origin, banner.resuscitation_origin):
        assert (origin.verified_at_utc, origin.verified_by) == (None, "")
        assert origin.recorded_at_utc == NOON


def test_a_change_is_not_what_was_asked_about(house: TestHouse, guest: int):
    arrive(house, guest)
    row = file_of(house, guest).banner.allergies[0]
    later = house.at(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
    wish = AllergyWish("noten", Criticality.SEVERE, source=InfoSource.GP, valid_from=nov(2), version=row.version)
    change_allergy(later, row.allergy_id, wish)
    origin = file_of(house, guest).banner.allergies[0].origin
    assert (origin.source, origin.verified_at_utc, origin.verified_by) == (InfoSource.GP, None, "")
    assert origin.recorded_at_utc == NOON + timedelta(hours=22)


def test_a_source_that_nobody_named_stays_as_it_was(house: TestHouse, guest: int):
    version = file_of(house, guest).answers[CareTopic.CHOKING].version
    record_answers(house.door, guest, [AnswerWish(CareTopic.CHOKING, AnswerState.NOT_ASKED, version=version)])
    assert file_of(house, guest).answers[CareTopic.CHOKING].origin.source is InfoSource.GP


def test_an_allergy_that_is_none_ends_with_its_reason_and_stays_on_file(house: TestHouse, guest: int):
    row = file_of(house, guest).banner.allergies[0]
    remove_allergy(house.door, row.allergy_id, "was van de buurman", row.version)
    banner = file_of(house, guest).banner
    assert (banner.allergies, banner.allergy_status) == ((), AllergyStatus.NOT_ASKED)
    with reading(house.door.engine) as session:
        held = session.get_one(Allergy, row.allergy_id)
        assert (held.agent, held.ended_on, held.ended_why) == ("noten", nov(22), "was van de buurman")
