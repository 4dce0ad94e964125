"""At the door of the house: who comes late, and what that says about the nights before."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.errors import (
    BookingLocked,
    DepartureTooEarly,
    FieldInvalid,
    FieldRequired,
    TransitionRefused,
    WrongDay,
)
from logeerhuis_app.models import Booking, Night
from logeerhuis_app.services.queries.planning import booking_detail, chart_rows
from logeerhuis_app.services.rows.absence import Absence
from logeerhuis_app.services.stays import check_in, come_back, record_absence, start_day, undo_check_in
from tests.support.care import ready_guest, stay
from tests.support.declaring import nights_of
from tests.support.houses import NOON, TestHouse, nov


def confirmed(house: TestHouse) -> tuple[int, int]:
    """A guest who was expected on the 19th, three days ago; gives guest and booking."""
    location = house.location()
    guest = ready_guest(house, "Jan")
    bed = house.bed("Kamer 1", location)
    return guest, stay(house, guest, bed, location, nov(19), nov(24), BookingState.CONFIRMED)


def test_who_comes_days_late_needs_a_reason(house: TestHouse):
    _guest, booking_id = confirmed(house)
    with pytest.raises(WrongDay):
        check_in(house.door, booking_id, 1)


def test_the_nights_before_a_late_arrival_were_not_slept(house: TestHouse):
    guest, booking_id = confirmed(house)
    check_in(house.door, booking_id, 1, "viel thuis")
    presences = [presence for _night, presence, _billing in nights_of(house, guest)]
    assert presences == [Presence.NO_SHOW] * 3 + [Presence.PLANNED] * 2


def test_a_night_that_was_decided_about_stays_as_decided(house: TestHouse):
    guest, booking_id = confirmed(house)
    with writing(house.door.engine) as session:
        first = select(Night).where(Night.booking_id == booking_id, Night.night == nov(19))
        session.scalars(first).one().presence = Presence.SLEPT
    check_in(house.door, booking_id, 1, "was hier al, niet ingeschreven")
    presences = [presence for _night, presence, _billing in nights_of(house, guest)]
    assert presences == [Presence.SLEPT, *[Presence.NO_SHOW] * 2, *[Presence.PLANNED] * 2]


def test_the_wrong_guest_can_be_checked_in_and_taken_back_for_a_day(house: TestHouse):
    guest, booking_id = confirmed(house)
    check_in(house.door, booking_id, 1, "verkeerde gast")
    with pytest.raises(FieldRequired):
        undo_check_in(house.door, booking_id, None, "")
    with pytest.raises(WrongDay):
        undo_check_in(house.at(NOON + timedelta(hours=25)), booking_id, None, "verkeerde gast")
    undo_check_in(house.door, booking_id, None, "verkeerde gast")
    assert [presence for _night, presence, _billing in nights_of(house, guest)] == [Presence.PLANNED] * 5
    with pytest.raises(BookingLocked):
        undo_check_in(house.door, booking_id, None, "nog eens")
    check_in(house.door, booking_id, None, "toch deze")


def test_an_absence_that_was_planned_ahead_begins_on_its_day(house: TestHouse):
    _guest, booking_id = confirmed(house)
    check_in(house.door, booking_id, 1, "viel thuis")
    record_absence(house.door, booking_id, 2, nov(23), nov(24), "ziekenhuis")
    start_day(house.door)
    assert state_of(house, booking_id) is BookingState.PRESENT
    start_day(house.at(NOON + timedelta(days=1)))
    assert state_of(house, booking_id) is BookingState.AWAY


def test_a_planned_absence_is_told_and_taken_back(house: TestHouse):
    guest, booking_id = confirmed(house)
    check_in(house.door, booking_id, 1, "viel thuis")
    record_absence(house.door, booking_id, 2, nov(23), nov(25), "ziekenhuis")
    detail = booking_detail(house.door, booking_id)
    assert detail is not None
    assert detail.absence == Absence(nov(23), nov(24))
    bar = next(row for row in chart_rows(house.door, nov(1), nov(30)).bars if row.booking_id == booking_id)
    assert bar.absence == detail.absence
    come_back(house.door, booking_id, detail.version)
    after = booking_detail(house.door, booking_id)
    assert after is not None
    assert after.absence is None
    assert {presence for night, presence, _billing in nights_of(house, guest) if night >= nov(22)} == {Presence.PLANNED}
    with pytest.raises(TransitionRefused):
        come_back(house.door, booking_id, after.version)


def test_who_did_not_come_back_on_the_day_is_still_away(house: TestHouse):
    _guest, booking_id = confirmed(house)
    check_in(house.door, booking_id, 1, "viel thuis")
    record_absence(house.door, booking_id, 2, nov(22), nov(23), "thuis")
    late = booking_detail(house.at(NOON + timedelta(days=1)), booking_id)
    assert late is not None
    assert late.state is BookingState.AWAY
    assert late.absence == Absence(nov(22), nov(23))


@pytest.mark.parametrize(("first", "until"), [(nov(23), nov(23)), (nov(24), nov(23)), (nov(1), nov(3))])
def test_an_absence_that_is_no_night_of_the_stay_is_refused(house: TestHouse, first: date, until: date):
    _guest, booking_id = confirmed(house)
    check_in(house.door, booking_id, 1, "viel thuis")
    with pytest.raises((DepartureTooEarly, FieldInvalid)):
        record_absence(house.door, booking_id, 2, first, until, "ziekenhuis")


def state_of(house: TestHouse, booking_id: int) -> BookingState:
    with reading(house.door.engine) as session:
        return session.get_one(Booking, booking_id).state
