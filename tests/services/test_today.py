"""What today asks of each role, on both databases."""

from datetime import date, time

import pytest

from logeerhuis_app import i18n
from logeerhuis_app.domain.bookings import BookingLabel, BookingState, CheckInGate
from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.rights import Asker, RightKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.trajectory import Referrer, TrajectoryState, Urgency
from logeerhuis_app.models import Trajectory
from logeerhuis_app.services.care import AnswerWish, record_answers
from logeerhuis_app.services.queries.arrivals import arrival_sheet, departure_sheet
from logeerhuis_app.services.queries.today import today_rows
from logeerhuis_app.services.rights import AskedBy, RequestWish, record_request
from logeerhuis_app.services.rows.today import TodayRows, WaitKind
from logeerhuis_app.ui.today.today_words import wait
from tests.support.care import contact, medication, ready_guest, stay
from tests.support.houses import TestHouse, nov


@pytest.fixture
def place(house: TestHouse) -> int:
    i18n.install("nl")
    return house.location()


def of_kind(rows: TodayRows, kind: WaitKind) -> list[tuple[str, bool]]:
    return [(row.name, row.is_urgent) for row in rows.waits if row.kind is kind]


def test_an_empty_house_waits_for_nothing(house: TestHouse) -> None:
    rows = today_rows(house.door)
    assert (rows.arrivals, rows.departures, rows.in_house, rows.waits) == ((), (), (), ())


def test_who_comes_goes_and_is_there(house: TestHouse, place: int) -> None:
    one, two, three = (house.bed(f"Kamer {number}", place) for number in (1, 2, 3))
    piet, jan, ida = (ready_guest(house, name) for name in ("Piet", "Jan", "Ida"))
    contact(house, jan, "Greet", "06 1", order=3, may_collect=True)
    stay(house, piet, one, place, nov(22), nov(25), BookingState.CONFIRMED, arrival_time=time(14, 0))
    stay(house, jan, two, place, nov(18), nov(22), departure_time=time(11, 0))
    stay(house, ida, three, place, nov(20), nov(24), label=BookingLabel.TRIAL)
    rows = today_rows(house.as_role(Role.CARE))
    assert [(row.guest.name, row.room, row.at) for row in rows.arrivals] == [("Piet Jansen", "1", time(14, 0))]
    assert [(row.guest.name, row.fetched_by) for row in rows.departures] == [("Jan Jansen", ("Greet",))]
    assert [(row.guest.name, row.is_trial) for row in rows.in_house] == [("Jan Jansen", False), ("Ida Jansen", True)]
    assert rows.beds == 3


def test_who_did_not_come_or_go_stays_on_the_list(house: TestHouse, place: int) -> None:
    stay(
        house, ready_guest(house, "Piet"), house.bed("Kamer 1", place), place, nov(21), nov(25), BookingState.CONFIRMED
    )
    stay(house, ready_guest(house, "Jan"), house.bed("Kamer 2", place), place, nov(18), nov(20))
    rows = today_rows(house.door)
    assert [(row.guest.name, row.is_late) for row in rows.arrivals] == [("Piet Jansen", True)]
    assert [(row.guest.name, row.is_late) for row in rows.departures] == [("Jan Jansen", True)]


def test_a_catheter_to_be_changed_during_the_stay_is_told(house: TestHouse, place: int) -> None:
    for name, day, until in (("Over", 25, 28), ("Vandaag", 22, 28), ("Later", 29, 28), ("Voorbij", 20, 28)):
        guest = ready_guest(house, name)
        stay(house, guest, house.bed(f"Kamer {name}", place), place, nov(18), nov(until))
        record_answers(
            house.door, guest, [AnswerWish(CareTopic.CATHETER_NEXT, AnswerState.GIVEN, nov(day).isoformat())]
        )
    rows = today_rows(house.as_role(Role.CARE))
    assert of_kind(rows, WaitKind.CARE_DUE) == [
        ("Voorbij Jansen", True),
        ("Vandaag Jansen", True),
        ("Over Jansen", False),
    ]
    said = [wait(row, nov(22)) for row in rows.waits if row.kind is WaitKind.CARE_DUE]
    assert said[0].attention == "Katheter wisselen op vr 20 nov (2 dagen geleden)"
    assert said[2].detail == "Katheter wisselen op wo 25 nov (over 3 dagen)"


def test_an_open_intake_waits_from_three_days_before(house: TestHouse, place: int) -> None:
    for name, first in (("Morgen", 23), ("Woensdag", 25), ("Donderdag", 26)):
        bed = house.bed(f"Kamer {name}", place)
        stay(house, house.guest(name), bed, place, nov(first), nov(28), BookingState.CONFIRMED)
    rows = today_rows(house.as_role(Role.CARE))
    assert of_kind(rows, WaitKind.INTAKE_OPEN) == [("Morgen Jansen", False), ("Woensdag Jansen", False)]
    assert CheckInGate.ALLERGY.value in rows.waits[0].detail
    assert rows.arrivals == ()


def test_lists_that_are_old_or_seen_by_one_wait(house: TestHouse, place: int) -> None:
    old, unchecked = ready_guest(house, "Oud"), ready_guest(house, "Open")
    medication(house, old, "8:00", list_date=nov(7))
    medication(house, unchecked, "8:00", checked_by_2="")
    for number, guest in enumerate((old, unchecked), 1):
        stay(house, guest, house.bed(f"Kamer {number}", place), place)
    rows = today_rows(house.as_role(Role.CARE))
    assert of_kind(rows, WaitKind.MEDICATION_OLD) == [("Oud Jansen", False)]
    assert of_kind(rows, WaitKind.MEDICATION_UNCHECKED) == [("Open Jansen", True)]


def test_options_and_roads_wait_on_their_day(house: TestHouse, place: int) -> None:
    for name, until in (("Vandaag", 22), ("Gisteren", 21), ("Later", 23)):
        stay(
            house,
            ready_guest(house, name),
            house.bed(f"Kamer {name}", place),
            place,
            nov(27),
            nov(29),
            BookingState.OPTION,
            option_until=nov(until),
        )
    for name, due in (("M.", 20), ("T.", 22), ("later", 24)):
        house.add(
            Trajectory(
                guest_name=name,
                received_on=nov(1),
                referrer=Referrer.FAMILY,
                urgency=Urgency.NORMAL,
                state=TrajectoryState.REQUESTED,
                next_step="bellen",
                next_on=nov(due),
            )
        )
    rows = today_rows(house.as_role(Role.COORDINATOR))
    assert [name for name, _urgent in of_kind(rows, WaitKind.OPTION_EXPIRES)] == ["Gisteren Jansen", "Vandaag Jansen"]
    assert of_kind(rows, WaitKind.TRAJECTORY_LATE) == [("M.", True), ("T.", False)]


def test_last_month_waits_until_it_is_fixed(house: TestHouse, place: int) -> None:
    piet, payer = ready_guest(house, "Piet"), house.payer()
    house.contract(payer, place)
    house.allocation(piet, payer)
    bed = house.bed("Kamer 1", place)
    stay(house, piet, bed, place, date(2026, 10, 5), date(2026, 10, 8), BookingState.LEFT)
    rows = today_rows(house.as_role(Role.ADMINISTRATOR))
    (row,) = [row for row in rows.waits if row.kind is WaitKind.DECLARATION_OPEN]
    assert (row.day, row.count) == (date(2026, 10, 1), 1)


@pytest.mark.parametrize(
    ("role", "kinds"),
    [
        (
            Role.CARE,
            {WaitKind.INTAKE_OPEN, WaitKind.MEDICATION_OLD, WaitKind.MEDICATION_UNCHECKED, WaitKind.CARE_DUE},
        ),
        (Role.ADMINISTRATOR, {WaitKind.DECLARATION_OPEN}),
        (Role.COORDINATOR, set(WaitKind) - {WaitKind.DECLARATION_OPEN, WaitKind.FILES_DUE}),
        (Role.MANAGER, set(WaitKind)),
    ],
)
def test_each_role_sees_its_own(house: TestHouse, place: int, role: Role, kinds: set[WaitKind]) -> None:
    stay(house, house.guest("Noor"), house.bed("Kamer 1", place), place)
    rows = today_rows(house.as_role(role))
    assert rows.kinds == kinds
    assert {row.kind for row in rows.waits} <= kinds
    assert bool(rows.in_house[0].missing) == (WaitKind.INTAKE_OPEN in kinds)


def test_the_sheets_at_the_door_tell_what_the_file_says(house: TestHouse, place: int) -> None:
    piet = ready_guest(house, "Piet")
    bed = house.bed("Kamer 1", place)
    stay(house, piet, bed, place, nov(2), nov(5), BookingState.LEFT)
    booking = stay(house, piet, bed, place, nov(22), nov(25), BookingState.CONFIRMED)
    stay(house, piet, bed, place, nov(28), nov(30), BookingState.CONFIRMED)
    arrival = arrival_sheet(house.as_role(Role.CARE), booking)
    assert (arrival.room, arrival.last_stay_until, arrival.missing) == ("1", nov(5), ())
    assert [row.name for row in arrival.contacts] == ["Margreet", "Els"]
    assert departure_sheet(house.as_role(Role.CARE), booking).next_stay == nov(28)


def test_a_file_that_may_go_is_one_line_for_the_manager(house: TestHouse) -> None:
    assert of_kind(today_rows(house.door), WaitKind.FILES_DUE) == []
    for name in ("Noor", "Piet"):
        wish = RequestWish(RightKind.REMOVAL, nov(20), AskedBy(Asker.GUEST))
        record_request(house.door, house.guest(name), wish)
    (row,) = [row for row in today_rows(house.door).waits if row.kind is WaitKind.FILES_DUE]
    assert row.count == 2
    house.guest("Oud", care_changed_on=date(2006, 11, 22))
    house.guest("Nog niet", care_changed_on=date(2006, 11, 23))
    (row,) = [row for row in today_rows(house.door).waits if row.kind is WaitKind.FILES_DUE]
    assert row.count == 3
