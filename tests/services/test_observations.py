"""What care a stay took, kept with the stay and laid beside the estimate of the talk."""

from datetime import date

import pytest

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.errors import BookingLocked, ChangedByOther, FieldInvalid, FieldRequired, NotAllowed
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n.need_words import NEEDS, need_lines
from logeerhuis_app.models import Booking
from logeerhuis_app.services.intake import EstimateWish, set_estimate
from logeerhuis_app.services.observations import ObservationWish, record_observation
from logeerhuis_app.services.queries.arrivals import departure_sheet
from logeerhuis_app.services.queries.care_need import care_need
from logeerhuis_app.services.rows.intake import EstimateRow, ObservedRow
from tests.support.houses import TestHouse, nov

SEEN = ObservationWish(NEEDS[2], 90, 3, "stond elke nacht op")


def stay(house: TestHouse, guest: int, first: int, state: BookingState = BookingState.LEFT) -> int:
    place = house.location(f"L{first}")
    row = Booking(
        guest_id=guest, location_id=place, arrival=nov(first), departure=nov(first + 2), state=state,
        label=BookingLabel.INCIDENTAL,
    )  # fmt: skip
    return house.add(row).id


@pytest.fixture
def guest(house: TestHouse) -> int:
    guest = house.guest("Noor")
    wish = EstimateWish(nov(1), estimate_adl=NEEDS[1], estimate_minutes=60, estimate_nightly=1)
    set_estimate(house.door, guest, wish)
    return guest


def test_each_stay_keeps_what_was_seen_in_it(house: TestHouse, guest: int):
    first, second = stay(house, guest, 4), stay(house, guest, 10)
    care = house.as_role(Role.CARE)
    record_observation(care, first, SEEN)
    record_observation(care, second, ObservationWish(seen_minutes=45))
    need = care_need(care, guest)
    assert [(row.booking_id, row.seen_minutes) for row in need.stays] == [(second, 45), (first, 90)]
    assert (need.estimate.estimate_minutes, need.stays[1].recorded_by) == (60, house.users[Role.CARE].name)
    record_observation(care, first, ObservationWish(NEEDS[2], 120, version=1))
    with pytest.raises(ChangedByOther):
        record_observation(care, first, SEEN)
    assert care_need(care, guest).stays[1].seen_minutes == 120


def test_nobody_judges_a_stay_that_was_none_or_says_nothing(house: TestHouse, guest: int):
    coming, been = stay(house, guest, 28, BookingState.CONFIRMED), stay(house, guest, 4)
    with pytest.raises(BookingLocked):
        record_observation(house.door, coming, SEEN)
    for wish, refusal in (
        (ObservationWish(), FieldRequired),
        (ObservationWish(seen_adl="heel veel"), FieldInvalid),
        (ObservationWish(seen_minutes=1441), FieldInvalid),
        (ObservationWish(seen_nightly=-1), FieldInvalid),
    ):
        with pytest.raises(refusal):
            record_observation(house.door, been, wish)
    with pytest.raises(NotAllowed):
        record_observation(house.as_role(Role.ADMINISTRATOR), been, SEEN)
    assert [row.version for row in care_need(house.door, guest).stays] == [0]


def test_the_first_departure_asks_and_the_next_does_not(house: TestHouse, guest: int):
    here = stay(house, guest, 20, BookingState.PRESENT)
    assert departure_sheet(house.door, here).asks_need
    record_observation(house.door, here, SEEN)
    assert not departure_sheet(house.door, here).asks_need


def test_the_difference_is_said_in_words():
    estimate = EstimateRow(date(2026, 11, 1), estimate_adl=NEEDS[1], estimate_minutes=60, estimate_nightly=3)
    lines = need_lines(estimate, ObservedRow(1, nov(4), nov(6), NEEDS[2], 90, 1))
    assert [line[3] for line in lines] == ["meer zorg dan geschat", "30 minuten meer", "2 keer minder"]
    same = need_lines(estimate, ObservedRow(1, nov(4), nov(6), NEEDS[1], 60, None))
    assert [line[3] for line in same] == ["zoals geschat", "zoals geschat", "–"]
    assert same[2][1:3] == ["3 keer", "niet opgeschreven"]
    assert [line[1] for line in need_lines(EstimateRow(), ObservedRow(1, nov(4), nov(6)))] == ["niet geschat"] * 3
