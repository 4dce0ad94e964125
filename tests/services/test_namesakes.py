"""The rule of who can be taken for whom, as the database keeps it: on every screen the same mark."""

from datetime import date
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.namesakes import Identity, are_alike
from logeerhuis_app.domain.sounds import sound
from logeerhuis_app.models import Booking, Guest
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.services.queries.namesakes import namesakes
from tests.support.houses import TestHouse, nov

TODAY = nov(22)


def stay(house: TestHouse, guest: int, state: BookingState, arrival: date = TODAY) -> None:
    location = house._any_location()
    values = {"state": state, "label": BookingLabel.STRUCTURAL, "departure": nov(28)}
    house.add(Booking(guest_id=guest, location_id=location, arrival=arrival, **values))


def marked(house: TestHouse, *guest_ids: int) -> set[int]:
    with reading(house.door.engine) as session:
        return namesakes(session, guest_ids, TODAY)


@pytest.mark.parametrize(
    ("given_name", "last_name", "is_alike"),
    [("Noor", "Janssen", True), ("Nóór", "Jansens", True), ("Ida", "Janssen", False), ("Noor", "Smit", False)],
)
def test_names_that_sound_alike_are_marked(house: TestHouse, given_name: str, last_name: str, is_alike: bool):
    noor = house.guest("Noor", "Jansen", born=date(1940, 1, 30))
    other = house.guest(given_name, last_name, prefix="van", born=date(1950, 1, 1))
    assert marked(house, noor, other) == ({noor, other} if is_alike else set())


def test_in_the_house_one_name_that_sounds_alike_is_enough(house: TestHouse):
    meijer = house.guest("Riet", "Meijer", born=date(1940, 1, 30))
    meyer = house.guest("Truus", "Meyer", born=date(1950, 1, 1))
    stay(house, meijer, BookingState.PRESENT, nov(20))
    assert marked(house, meijer, meyer) == set()
    stay(house, meyer, BookingState.CONFIRMED)
    assert marked(house, meijer, meyer) == {meijer, meyer}


def test_the_list_marks_whom_the_rule_marks(house: TestHouse):
    house.guest("Noor", "Jansen", born=date(1940, 1, 30))
    house.guest("Noor", "Janssen", born=date(1950, 1, 1))
    house.guest("Ida", "Smit", born=date(1951, 1, 1))
    found = {row.guest.name: row.guest.has_namesake for row in guest_list(house.door).rows}
    assert found == {"Noor Jansen": True, "Noor Janssen": True, "Ida Smit": False}


people = st.tuples(
    st.sampled_from(["Noor", "Noortje", "Ida"]),
    st.sampled_from(["", "Jansen", "Janssen", "Smit"]),
    st.dates(date(1940, 1, 1), date(1940, 1, 5)),
    st.sampled_from([None, BookingState.PRESENT, BookingState.CONFIRMED, BookingState.LEFT]),
    st.sampled_from([FileStatus.ACTIVE, FileStatus.ACTIVE, FileStatus.ENDED]),
)
_numbers = count(1)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(people, max_size=6))
def test_the_database_keeps_the_rule(file_house: TestHouse, found: list[Any]):
    with writing(file_house.door.engine) as session:
        session.execute(delete(Booking))
        session.execute(delete(Guest))
    identities, is_open = {}, {}
    for given_name, last_name, born, state, status in found:
        number = f"H{next(_numbers)}"
        guest = file_house.guest(given_name, last_name, born=born, file_status=status, guest_no=number)
        if state is not None:
            stay(file_house, guest, state)
        is_near = state in (BookingState.PRESENT, BookingState.CONFIRMED)
        identities[guest] = Identity(guest, sound(given_name), sound(last_name), born, is_near)
        is_open[guest] = status is FileStatus.ACTIVE
    wanted = {
        one.guest_id
        for one in identities.values()
        if any(are_alike(one, other) for other in identities.values() if is_open[other.guest_id])
    }
    assert marked(file_house, *identities) == wanted
