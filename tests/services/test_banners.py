"""The banner and the gates: what a nurse reads first, for many guests at once."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import event

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingLabel, BookingState, CheckInGate
from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyCategory,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    DuringStay,
    MedicationCare,
    Resuscitation,
    Sensitivity,
    Severity,
)
from logeerhuis_app.domain.guests import FileStatus, HelpKind, Relationship
from logeerhuis_app.models import (
    Alert,
    Allergy,
    Booking,
    CareAnswer,
    ContactPerson,
    HelpFromOthers,
    MedicationList,
    Night,
)
from logeerhuis_app.services.queries.banners import banners, guest_refs
from logeerhuis_app.services.queries.check_in import open_gates
from tests.support.houses import NOON, TestHouse, nov

TODAY = nov(22)


def banners_of(house: TestHouse, *guest_ids: int):
    with reading(house.door.engine) as session:
        return banners(session, guest_ids, TODAY)


def gates_of(house: TestHouse, guest_id: int, today: date = TODAY) -> set[CheckInGate]:
    with reading(house.door.engine) as session:
        return set(open_gates(session, [guest_id], today)[guest_id])


def answer(house: TestHouse, guest_id: int, topic: CareTopic, state: AnswerState = AnswerState.GIVEN) -> None:
    house.add(CareAnswer(guest_id=guest_id, topic=topic, state=state, recorded_at_utc=NOON, recorded_by="Test"))


def contact(house: TestHouse, guest_id: int, order: int, phone: str = "06 11122233", **values) -> None:
    house.add(
        ContactPerson(
            guest_id=guest_id, order=order, name="Margreet", relationship=Relationship.PARTNER, phone=phone, **values
        )
    )


def ready_guest(house: TestHouse) -> int:
    guest = house.guest(
        allergy_status=AllergyStatus.NONE_KNOWN,
        resuscitation=Resuscitation.YES,
        identity_checked_on=TODAY,
        medication_care=MedicationCare.HELP,
    )
    for topic in (CareTopic.WANDERING, CareTopic.FALL_RISK, CareTopic.CHOKING):
        answer(house, guest, topic)
    contact(house, guest, 1)
    contact(house, guest, 2)
    house.add(MedicationList(guest_id=guest, list_date=TODAY))
    return guest


def test_a_new_file_says_that_nothing_was_asked(house: TestHouse):
    guest = house.guest("Piet", "Berg", prefix="van den", born=date(1949, 3, 14))
    banner = banners_of(house, guest)[guest]
    assert (banner.guest.name, banner.guest.born, banner.guest.age) == ("Piet van den Berg", date(1949, 3, 14), 77)
    assert (banner.allergy_status, banner.allergies) == (AllergyStatus.NOT_ASKED, ())
    assert banner.resuscitation is Resuscitation.NOT_DISCUSSED
    assert (banner.alerts, banner.room, banner.guest.has_namesake) == ((), "", False)


def test_none_known_never_hides_an_allergy(house: TestHouse):
    """A house that was read in from elsewhere can say both of one guest."""
    guest = house.guest(allergy_status=AllergyStatus.NONE_KNOWN, allergy_confirmed_on=nov(1))
    known = {"category": AllergyCategory.MEDICATION, "sensitivity": Sensitivity.ALLERGY}
    house.add(Allergy(guest_id=guest, agent="penicilline", criticality=Criticality.SEVERE, **known))
    banner = banners_of(house, guest)[guest]
    assert banner.allergy_status is AllergyStatus.KNOWN
    assert [row.agent for row in banner.allergies] == ["penicilline"]


def test_allergies_and_alerts_stand_with_their_own_guest(house: TestHouse):
    piet, ida = house.guest("Piet", "Berg"), house.guest("Ida", "Bos", born=date(1941, 1, 1))
    house.add(
        Allergy(
            guest_id=piet,
            agent="penicilline",
            category=AllergyCategory.MEDICATION,
            sensitivity=Sensitivity.ALLERGY,
            criticality=Criticality.FATAL,
            reaction="anafylaxie",
        )
    )
    house.add(Alert(guest_id=piet, kind=AlertKind.FALLING, action="rollator binnen bereik", severity=Severity.AMBER))
    house.add(Alert(guest_id=piet, kind=AlertKind.OXYGEN, action="2 l/min", severity=Severity.RED))
    house.add(Alert(guest_id=piet, kind=AlertKind.FIRE, action="geen vuur", severity=Severity.RED, ended_on=nov(1)))
    found = banners_of(house, piet, ida)
    assert [row.agent for row in found[piet].allergies] == ["penicilline"]
    assert [row.kind for row in found[piet].alerts] == ["oxygen", "falling"]
    assert (found[ida].allergies, found[ida].alerts) == ((), ())


@pytest.mark.parametrize(
    ("other", "is_alike"),
    [
        ({"given_name": "Nóór", "last_name": "Jansen", "born": date(1950, 1, 1)}, True),
        ({"given_name": "Noor", "last_name": "Jansen", "prefix": "de", "born": date(1950, 1, 1)}, True),
        ({"given_name": "Johan", "last_name": "Jansen", "born": date(1950, 1, 1)}, False),
        ({"given_name": "Ida", "last_name": "Smit", "born": date(1940, 1, 30)}, True),
        ({"given_name": "Ida", "last_name": "Smit", "born": date(1950, 1, 1)}, False),
        ({"given_name": "Ida", "last_name": "Vries-Jansen", "born": date(1950, 1, 1)}, False),
        (
            {
                "given_name": "Noor",
                "last_name": "Jansen",
                "born": date(1940, 1, 30),
                "file_status": FileStatus.ENDED,
            },
            False,
        ),
    ],
)
def test_a_guest_who_can_be_taken_for_another_is_marked(house: TestHouse, other: dict[str, Any], is_alike: bool):
    noor = house.guest("Noor", "Jansen", born=date(1940, 1, 30))
    house.guest(**other)
    assert banners_of(house, noor)[noor].guest.has_namesake is is_alike
    with reading(house.door.engine) as session:
        assert guest_refs(session, [noor], TODAY)[noor].has_namesake is is_alike


def test_two_guests_without_a_last_name_are_no_namesakes(house: TestHouse):
    ida = house.guest("Ida", "", born=date(1940, 11, 19))
    house.guest("Jan", "", born=date(1951, 7, 2))
    assert not banners_of(house, ida)[ida].guest.has_namesake


@pytest.mark.parametrize(
    ("state", "arrival", "departure", "room"),
    [
        (BookingState.PRESENT, nov(20), nov(25), "Kamer 3"),
        (BookingState.AWAY, nov(20), nov(25), "Kamer 3"),
        (BookingState.PRESENT, nov(20), nov(22), "Kamer 3"),  # leaves today
        (BookingState.CONFIRMED, nov(20), nov(25), ""),
        (BookingState.LEFT, nov(18), nov(21), ""),
    ],
)
def test_the_room_comes_from_the_stay(house: TestHouse, state: BookingState, arrival: date, departure: date, room: str):
    bed, guest = house.bed("Kamer 3"), house.guest()
    location = house._any_location()
    booking = house.add(
        Booking(
            guest_id=guest,
            location_id=location,
            arrival=arrival,
            departure=departure,
            arrival_time=time(14),
            state=state,
            label=BookingLabel.STRUCTURAL,
        )
    )
    for day in range((departure - arrival).days):
        house.add(Night(night=nov(arrival.day + day), bed_id=bed, guest_id=guest, booking_id=booking.id))
    assert banners_of(house, guest)[guest].room == room


def test_forty_guests_cost_as_many_statements_as_one(house: TestHouse):
    guests = [house.guest(f"Gast{n}", f"Naam{n}", born=date(1940, 1, 1 + n % 28)) for n in range(40)]
    counts = [_statements(house, guests[:1]), _statements(house, guests)]
    assert counts[0] == counts[1] <= 14


def _statements(house: TestHouse, guests: list[int]) -> int:
    seen: list[str] = []

    def note(conn, cursor, statement, *rest):
        seen.append(statement)

    event.listen(house.door.engine, "before_cursor_execute", note)
    try:
        with reading(house.door.engine) as session:
            assert len(banners(session, guests, TODAY)) == len(guests)
            assert len(open_gates(session, guests, TODAY)) == len(guests)
    finally:
        event.remove(house.door.engine, "before_cursor_execute", note)
    return len(seen)


def test_a_new_file_is_blocked_by_everything_but_home_care(house: TestHouse):
    assert gates_of(house, house.guest()) == set(CheckInGate) - {CheckInGate.HOME_CARE}


def test_a_complete_file_lets_the_guest_in(house: TestHouse):
    assert gates_of(house, ready_guest(house)) == set()


def test_help_at_home_that_nobody_arranged_blocks(house: TestHouse):
    guest = ready_guest(house)
    house.add(HelpFromOthers(guest_id=guest, kind=HelpKind.DAY_CARE, during_stay=DuringStay.PAUSED))
    assert gates_of(house, guest) == set()
    house.add(HelpFromOthers(guest_id=guest, kind=HelpKind.DISTRICT_NURSING, during_stay=DuringStay.OPEN))
    assert gates_of(house, guest) == {CheckInGate.HOME_CARE}


def test_not_discussed_passes_only_with_the_day_it_was_asked(house: TestHouse):
    silent = house.guest()
    asked = house.guest(resuscitation_on=TODAY)
    assert CheckInGate.RESUSCITATION in gates_of(house, silent)
    assert CheckInGate.RESUSCITATION not in gates_of(house, asked)


def test_one_contact_is_not_enough_and_a_number_is_needed(house: TestHouse):
    guest = house.guest()
    contact(house, guest, 1)
    contact(house, guest, 2, phone="")
    assert CheckInGate.CONTACT in gates_of(house, guest)
    contact(house, guest, 3)
    assert CheckInGate.CONTACT not in gates_of(house, guest)


def test_contacts_who_are_all_away_today_cannot_be_reached(house: TestHouse):
    guest = house.guest()
    contact(house, guest, 1, away_from=nov(20), away_until=nov(27))
    contact(house, guest, 2, away_from=nov(21))
    assert CheckInGate.CONTACT in gates_of(house, guest)
    assert CheckInGate.CONTACT not in gates_of(house, guest, nov(20).replace(month=10))


def test_asked_but_unknown_passes_and_not_asked_does_not(house: TestHouse):
    guest = house.guest()
    answer(house, guest, CareTopic.WANDERING, AnswerState.UNKNOWN)
    answer(house, guest, CareTopic.CHOKING, AnswerState.NOT_ASKED)
    assert CheckInGate.WANDERING not in gates_of(house, guest)
    assert CheckInGate.SWALLOWING in gates_of(house, guest)
