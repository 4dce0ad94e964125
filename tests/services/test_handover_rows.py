"""Who stands on the handover page, with what, on both databases."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import event, select

from logeerhuis_app import i18n
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingLabel, BookingState, CheckInGate
from logeerhuis_app.domain.care import AllergyStatus
from logeerhuis_app.domain.errors import NotAllowed, NotFound
from logeerhuis_app.domain.handover import Shift, ShiftKind
from logeerhuis_app.domain.medication import DoseUnit, Period
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, MedicationItem
from logeerhuis_app.services.handover import (
    AckWish,
    CorrectionWish,
    NoteWish,
    TaskWish,
    acknowledge,
    add_task,
    correct_note,
    do_task,
    write_note,
)
from logeerhuis_app.services.queries.handover import guest_cards, handover_places, handover_rows
from tests.support.care import medication, ready_guest, stay
from tests.support.houses import TestHouse, nov

EARLY, LATE, NIGHT = (Shift(nov(22), kind) for kind in ShiftKind)
EVENING_AT = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)  # 16:30


@pytest.fixture(autouse=True)
def dutch() -> None:
    """The page holds a few words; it is read in Dutch, whatever ran before."""
    i18n.install("nl")


@dataclass
class Beds:
    """Two rooms and a guest in the first."""

    place: int
    one: int
    two: int
    piet: int


@pytest.fixture
def beds(house: TestHouse) -> Beds:
    place = house.location()
    one, two = house.bed("Kamer 1", place), house.bed("Kamer 2", place)
    piet = ready_guest(house, "Piet", last_name="van den Berg")
    stay(house, piet, one, place)
    return Beds(place, one, two, piet)


def test_everyone_present_stands_in_the_order_of_the_rooms(house: TestHouse, beds: Beds) -> None:
    jan = ready_guest(house, "Jan")
    stay(house, jan, beds.two, beds.place, label=BookingLabel.TRIAL, arrival=nov(22), departure=nov(24))
    rows = handover_rows(house.as_role(Role.CARE), beds.place, EARLY)
    assert [(row.room, row.banner.guest.guest_id) for row in rows.guests] == [("1", beds.piet), ("2", jan)]
    assert [(row.night_number, row.nights, row.is_trial) for row in rows.guests] == [(3, 5, False), (1, 2, True)]
    assert rows.location == "Plezant"


@pytest.mark.parametrize("state", [BookingState.OPTION, BookingState.LEFT, BookingState.CANCELLED_GUEST])
def test_who_is_not_there_does_not_stand_there(house: TestHouse, beds: Beds, state: BookingState) -> None:
    stay(house, ready_guest(house, "Jan"), beds.two, beds.place, state=state)
    assert len(handover_rows(house.door, beds.place, EARLY).guests) == 1


def test_a_guest_who_should_have_left_is_never_hidden(house: TestHouse, beds: Beds) -> None:
    late = stay(house, ready_guest(house, "Jan"), beds.two, beds.place, arrival=nov(18), departure=nov(20))
    rows = handover_rows(house.door, beds.place, LATE)
    (jan,) = [row for row in rows.guests if row.booking_id == late]
    assert (jan.room, jan.night_number, jan.nights) == ("2", 2, 2)


def test_who_leaves_today_is_counted_and_still_there(house: TestHouse, beds: Beds) -> None:
    stay(house, ready_guest(house, "Jan"), beds.two, beds.place, arrival=nov(20), departure=nov(22))
    rows = handover_rows(house.door, beds.place, EARLY)
    assert (len(rows.guests), rows.departures_today) == (2, 1)


def test_a_shift_that_is_over_shows_who_was_there_then(house: TestHouse, beds: Beds) -> None:
    left = nov(22)
    stay(
        house,
        ready_guest(house, "Jan"),
        beds.two,
        beds.place,
        arrival=nov(18),
        departure=left,
        state=BookingState.LEFT,
        checked_in_at_utc=datetime(2026, 11, 18, 13, tzinfo=UTC),
        checked_out_at_utc=datetime(2026, 11, 22, 9, tzinfo=UTC),
    )
    assert len(handover_rows(house.door, beds.place, Shift(nov(21), ShiftKind.LATE)).guests) == 2
    assert len(handover_rows(house.door, beds.place, EARLY).guests) == 1


def test_who_comes_in_after_midnight_stands_in_the_night_that_runs(house: TestHouse, beds: Beds) -> None:
    came = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)  # 01:30
    jan = stay(
        house,
        ready_guest(house, "Jan"),
        beds.two,
        beds.place,
        arrival=nov(23),
        departure=nov(25),
        checked_in_at_utc=came,
    )
    for moment in (came + timedelta(minutes=5), came + timedelta(hours=8)):
        rows = handover_rows(house.at(moment), beds.place, NIGHT)
        assert [(row.room, row.night_number) for row in rows.guests if row.booking_id == jan] == [("2", 1)]
    before = handover_rows(house.at(came + timedelta(minutes=5)), beds.place, LATE)
    assert jan not in {row.booking_id for row in before.guests}


def test_another_house_is_another_page(house: TestHouse, beds: Beds) -> None:
    other = house.location("WIJ", name="Wijkpension")
    house.bed("Kamer 1", other)
    assert handover_rows(house.door, other, EARLY).guests == ()
    assert [place.name for place in handover_places(house.door)] == ["Plezant", "Wijkpension"]
    with pytest.raises(NotFound):
        handover_rows(house.door, 99_999, EARLY)


def test_arrivals_say_what_is_missing(house: TestHouse, beds: Beds) -> None:
    jannie = house.guest("Jannie")
    stay(
        house,
        jannie,
        beds.two,
        beds.place,
        arrival=nov(22),
        departure=nov(25),
        state=BookingState.CONFIRMED,
        arrival_time=time(14, 0),
        note="rolstoel",
    )
    rows = handover_rows(house.door, beds.place, EARLY)
    (arrival,) = rows.arrivals
    assert (arrival.room, arrival.arrival_time, arrival.note) == ("2", time(14, 0), "rolstoel")
    assert CheckInGate.ALLERGY.value in arrival.missing
    assert CheckInGate.CONTACT.value in arrival.missing
    assert arrival.banner.allergy_status is AllergyStatus.NOT_ASKED


def test_an_urgent_stay_keeps_showing_what_was_not_asked(house: TestHouse, beds: Beds) -> None:
    stay(house, house.guest("Jannie"), beds.two, beds.place, label=BookingLabel.URGENT)
    jannie = handover_rows(house.door, beds.place, EARLY).guests[1]
    assert CheckInGate.SWALLOWING.value in jannie.missing


# -- medication ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hour_utc", "expected"), [(6, "8:00"), (7, "8:00"), (8, "18:00"), (17, "18:00"), (18, "morgen 8:00")]
)
def test_the_next_dose_is_the_first_from_now_on(house: TestHouse, beds: Beds, hour_utc: int, expected: str) -> None:
    at = datetime(2026, 11, 22, hour_utc, 0, tzinfo=UTC)  # an hour earlier than the wall clock
    (piet,) = handover_rows(house.at(at), beds.place, EARLY).guests
    assert (piet.next_dose, piet.next_dose_needs_two) == (expected, False)


def test_moments_in_words_and_two_people_are_not_lost(house: TestHouse, beds: Beds) -> None:
    medication(house, beds.piet, "voor de nacht", "20:00", double_check=True)
    (piet,) = handover_rows(house.door, beds.place, EARLY).guests
    assert (piet.next_dose, piet.next_dose_needs_two) == ("20:00 · voor de nacht", True)


def test_as_needed_has_no_moment_and_no_list_no_dose(house: TestHouse, beds: Beds) -> None:
    list_id = medication(house, beds.piet)
    (piet,) = handover_rows(house.door, beds.place, EARLY).guests
    assert piet.next_dose == ""
    house.add(
        MedicationItem(
            list_id=list_id,
            name="paracetamol 500 mg",
            dose="1 tablet",
            times=["8:00"],
            as_needed=True,
            condition="pijn",
            most="6",
            most_unit=DoseUnit.TABLET,
            most_per=Period.DAY,
        )
    )
    assert handover_rows(house.door, beds.place, EARLY).guests[0].next_dose == ""


# -- news ----------------------------------------------------------------------------------------------------------


def test_news_is_of_this_shift_and_the_one_before_important_first(house: TestHouse, beds: Beds) -> None:
    care = house.as_role(Role.CARE)
    write_note(care, NoteWish(beds.place, "gisteren", beds.piet, shift=EARLY.previous().previous()))
    write_note(care, NoteWish(beds.place, "vannacht onrustig", beds.piet, shift=EARLY.previous()))
    write_note(care, NoteWish(beds.place, "urine troebel", beds.piet, is_important=True))
    write_note(care, NoteWish(beds.place, "at goed", beds.piet))
    write_note(care, NoteWish(beds.place, "lift kapot"))
    rows = handover_rows(house.door, beds.place, EARLY)
    assert [note.text for note in rows.guests[0].notes] == ["urine troebel", "at goed", "vannacht onrustig"]
    assert [note.text for note in rows.notes] == ["lift kapot"]
    assert rows.guests[0].notes[0].by == "Care Test"


def test_an_important_note_stays_until_somebody_else_signed(house: TestHouse, beds: Beds) -> None:
    care = house.as_role(Role.CARE)
    yesterday = Shift(nov(21), ShiftKind.EARLY)
    write_note(care, NoteWish(beds.place, "gevallen", beds.piet, is_important=True, shift=yesterday))
    acknowledge(care, AckWish(EARLY, (beds.piet,)))
    assert [note.text for note in handover_rows(house.door, beds.place, EARLY).guests[0].notes] == ["gevallen"]
    acknowledge(house.door, AckWish(EARLY, (beds.piet,), last_note_id=99))
    assert handover_rows(house.door, beds.place, EARLY).guests[0].notes == ()


def test_a_correction_stands_with_what_it_corrects(house: TestHouse, beds: Beds) -> None:
    old = write_note(house.door, NoteWish(beds.place, "2 tabletten", beds.piet)).created_id
    correct_note(house.door, CorrectionWish(old, "1 tablet", "las verkeerd"))
    new, was = handover_rows(house.door, beds.place, EARLY).guests[0].notes
    assert (new.text, new.corrects, new.reason, new.is_corrected) == ("1 tablet", old, "las verkeerd", False)
    assert (was.text, was.is_corrected) == ("2 tabletten", True)


def test_unread_until_signed_and_again_after_something_new(house: TestHouse, beds: Beds) -> None:
    care, door = house.as_role(Role.CARE), house.door
    write_note(care, NoteWish(beds.place, "at weinig", beds.piet))
    assert (handover_rows(care, beds.place, LATE).unread, handover_rows(door, beds.place, LATE).unread) == (0, 1)
    page = handover_rows(door, beds.place, LATE)
    acknowledge(door, AckWish(LATE, (beds.piet,), page.last_note_id))
    read = handover_rows(door, beds.place, LATE)
    assert (read.unread, read.guests[0].is_read_by_me) == (0, True)
    assert [receipt.user for receipt in read.guests[0].receipts] == ["M. Beheer"]
    later = house.at(EVENING_AT)
    write_note(house_care_at(house, EVENING_AT), NoteWish(beds.place, "valt", beds.piet))
    assert handover_rows(later, beds.place, LATE).unread == 1


def house_care_at(house: TestHouse, at: datetime):
    door = house.at(at)
    door.actor = house.users[Role.CARE]
    return door


def test_the_next_shift_signs_for_itself(house: TestHouse, beds: Beds) -> None:
    acknowledge(house.door, AckWish(LATE, (beds.piet,)))
    assert handover_rows(house.door, beds.place, LATE).guests[0].is_read_by_me
    assert not handover_rows(house.door, beds.place, NIGHT).guests[0].is_read_by_me


def test_tasks_carry_over_and_count(house: TestHouse, beds: Beds) -> None:
    care = house.as_role(Role.CARE)
    urgent = add_task(care, TaskWish(beds.place, "huisarts terugbellen", nov(22), time(13, 0), beds.piet)).created_id
    add_task(care, TaskWish(beds.place, "katheterzak legen", nov(23), time(2, 0), beds.piet))
    add_task(care, TaskWish(beds.place, "kapper", nov(23), time(10, 30), beds.piet))
    early = handover_rows(care, beds.place, EARLY).guests[0]
    assert [(task.text, task.times_carried) for task in early.tasks] == [("huisarts terugbellen", 0)]
    assert [task.text for task in early.upcoming] == ["katheterzak legen", "kapper"]
    night = handover_rows(care, beds.place, NIGHT)
    said = [(task.text, task.times_carried) for task in night.guests[0].tasks]
    assert said == [("huisarts terugbellen", 2), ("katheterzak legen", 0)]
    do_task(care, urgent)
    assert [task.is_done for task in handover_rows(care, beds.place, EARLY).tasks] == [True]
    assert [task.text for task in handover_rows(care, beds.place, NIGHT).tasks] == ["katheterzak legen"]


def test_a_task_for_the_day_is_there_from_the_morning_and_not_yet_late_at_night(house: TestHouse, beds: Beds) -> None:
    add_task(house.door, TaskWish(beds.place, "bed verschonen", nov(22)))
    carried = [handover_rows(house.door, beds.place, shift).tasks[0].times_carried for shift in (EARLY, LATE, NIGHT)]
    assert carried == [0, 0, 0]
    assert handover_rows(house.door, beds.place, NIGHT.next()).tasks[0].times_carried == 1


# -- nights without and with an hour too many ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "instants"),
    [
        (date(2026, 10, 24), (datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC))),
        (date(2027, 3, 27), (datetime(2027, 3, 28, 0, 59, tzinfo=UTC), datetime(2027, 3, 28, 1, 0, tzinfo=UTC))),
    ],
)
def test_both_notes_of_the_odd_hour_reach_the_morning(
    house: TestHouse, day: date, instants: tuple[datetime, datetime]
) -> None:
    place = house.location()
    bed, piet = house.bed("Kamer 1", place), ready_guest(house, "Piet")
    stay(house, piet, bed, place, arrival=day, departure=day + timedelta(days=3))
    for at, text in zip(instants, ("eerste", "tweede"), strict=True):
        write_note(house.at(at), NoteWish(place, text, piet))
    morning = Shift(day + timedelta(days=1), ShiftKind.EARLY)
    rows = handover_rows(house.at(instants[1] + timedelta(hours=6)), place, morning)
    assert [note.text for note in rows.guests[0].notes] == ["tweede", "eerste"]


# -- who may, and what is on record ---------------------------------------------------------------------------------


def test_every_guest_that_was_shown_is_on_record_once(house: TestHouse, beds: Beds) -> None:
    jan = ready_guest(house, "Jan")
    stay(house, jan, beds.two, beds.place)
    care = house.as_role(Role.CARE)
    handover_rows(care, beds.place, EARLY)
    handover_rows(care, beds.place, EARLY)
    assert looked_at(house, "guest") == sorted([beds.piet, jan])


def test_every_print_is_on_record(house: TestHouse, beds: Beds) -> None:
    for _time in range(2):
        guest_cards(house.as_role(Role.CARE), beds.place, EARLY)
    assert looked_at(house, "handover_print") == [beds.piet, beds.piet]


def looked_at(house: TestHouse, kind: str) -> list[int]:
    with reading(house.door.engine) as session:
        query = select(AuditLine.guest_id).where(AuditLine.object_kind == kind, AuditLine.guest_id.is_not(None))
        return sorted(guest_id or 0 for guest_id in session.scalars(query))


def test_the_administrator_sees_no_handover(house: TestHouse, beds: Beds) -> None:
    for query in (handover_rows, guest_cards):
        with pytest.raises(NotAllowed):
            query(house.as_role(Role.ADMINISTRATOR), beds.place, EARLY)


def test_the_cards_tell_the_same_as_the_page(house: TestHouse, beds: Beds) -> None:
    write_note(house.door, NoteWish(beds.place, "urine troebel", beds.piet))
    made = guest_cards(house.as_role(Role.CARE), beds.place, EARLY)
    (card,), (row,) = made.cards, made.rows.guests
    assert card.file.banner == row.banner
    assert (card.room, card.notes, card.next_dose) == (row.room, row.notes, row.next_dose)
    assert (made.stamp.printed_by, made.stamp.house) == ("Care Test", "Testhuis")
    assert card.file.person.bsn == ""


def test_a_full_house_is_read_in_as_many_statements_as_one_guest(file_house: TestHouse) -> None:
    place = file_house.location()
    counts = []
    for number in range(1, 7):
        stay(file_house, ready_guest(file_house, f"Gast {number}"), file_house.bed(f"Kamer {number}", place), place)
        counts.append(statements(file_house, place))
    assert counts[0] == counts[-1]
    assert counts[0] < 40


def statements(house: TestHouse, place: int) -> int:
    seen: list[str] = []

    def count(_conn, _cursor, statement, *_rest) -> None:
        seen.append(statement)

    door = house.as_role(Role.CARE)
    handover_rows(door, place, EARLY)  # the looks are on record now
    event.listen(house.door.engine, "before_cursor_execute", count)
    handover_rows(door, place, EARLY)
    event.remove(house.door.engine, "before_cursor_execute", count)
    return len(seen)
