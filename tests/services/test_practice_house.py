"""The practice house is whole, plausible and the same each time, and never takes the place of a real one."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from stdnum.nl import bsn

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.care import AllergyStatus
from logeerhuis_app.domain.declaring import QuestionKind
from logeerhuis_app.domain.errors import HouseExists
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Bed, Booking, Guest, Location, Night, Room
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import NewUser, create_house, log_in
from logeerhuis_app.services.practice.book import RowBook
from logeerhuis_app.services.practice_house import PracticeHouse, build_practice_house, practice_rows
from logeerhuis_app.services.queries.declarations import month_groups
from tests.support.houses import NOON
from tests.support.postgres import PostgresServer

IDS = {"hoogland": 1, "lemmens": 2, "bakker": 3, "vermeer": 4, "dewit": 5, "aydin": 6}
CLOCK = FixedClock(NOON)
TODAY = CLOCK.today()


def door_of(house: PracticeHouse, role: Role) -> Door:
    user = next(user for user in house.users if user.role is role)
    return log_in(house.place, user.username, user.password, CLOCK)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> PracticeHouse:
    return build_practice_house(HousePlace(tmp_path_factory.mktemp("practice")), CLOCK)


@pytest.fixture(scope="module")
def manager(built: PracticeHouse) -> Iterator[Door]:
    door = door_of(built, Role.MANAGER)
    yield door
    door.engine.dispose()


@pytest.fixture(params=["file", "server"])
def empty_place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[HousePlace]:
    if request.param == "file":
        yield HousePlace(tmp_path / "empty")
        return
    server: PostgresServer = request.getfixturevalue("postgres_server")
    name = server.create()
    yield HousePlace(url=server.url(name))
    server.drop(name)


def test_it_is_built_on_both_databases_and_goes_on_from_there(empty_place: HousePlace) -> None:
    house = build_practice_house(empty_place, CLOCK)
    door = door_of(house, Role.COORDINATOR)
    with reading(door.engine) as session:
        guest_id = session.scalar(select(Guest.id).where(Guest.guest_no == "0117"))
        bed_id = session.scalar(select(Bed.id).where(Bed.code == "PLZ-1"))
    assert guest_id is not None
    assert bed_id is not None
    far = TODAY + timedelta(days=200)
    made = place_booking(door, BookingWish(guest_id, bed_id, far, far + timedelta(days=2)))
    assert made.created_id == house.counts["booking"] + 1
    door.engine.dispose()


@pytest.mark.parametrize("role", Role)
def test_each_role_can_log_in(built: PracticeHouse, role: Role) -> None:
    door = door_of(built, role)
    assert door.role is role
    door.engine.dispose()


def test_the_families_sleep_where_the_planning_shows_them(manager: Door) -> None:
    query = (
        select(Bed.code, Guest.given_name)
        .join(Night, Night.bed_id == Bed.id)
        .join(Guest, Night.guest_id == Guest.id)
        .where(Night.night == TODAY, Bed.code.startswith("PLZ"))
    )
    with reading(manager.engine) as session:
        sleeping = [tuple(row) for row in session.execute(query.order_by(Bed.code))]
    names = ("Piet", "Jan", "Rita", "Ida", "Jannie", "Johan", "Bert")
    assert sleeping == [(f"PLZ-{number}", name) for number, name in enumerate(names, start=1)]


def test_what_was_not_asked_stays_not_asked(manager: Door) -> None:
    with reading(manager.engine) as session:
        rita = session.scalar(select(Guest.allergy_status).where(Guest.guest_no == "0110"))
        found = Counter(session.scalars(select(Guest.allergy_status)))
    assert rita is AllergyStatus.NOT_ASKED
    assert set(found) == set(AllergyStatus)


def test_the_past_is_three_quarters_full(manager: Door) -> None:
    first = TODAY - timedelta(days=270)
    query = (
        select(Location.code, func.count(Night.id))
        .join(Room, Room.location_id == Location.id)
        .join(Bed, Bed.room_id == Room.id)
        .join(Night, Night.bed_id == Bed.id)
        .where(Night.night >= first, Night.night < TODAY, Night.guest_id.is_not(None))
        .group_by(Location.code)
    )
    beds = {"PLZ": 7, "OPW": 10, "DEN": 1}
    with reading(manager.engine) as session:
        shares = {code: count / 270 / beds[code] for code, count in session.execute(query)}
    assert all(0.65 < share < 0.85 for share in shares.values()), shares


def test_last_month_has_the_questions_it_should_have_and_no_other(manager: Door) -> None:
    groups = month_groups(manager, Month.of(TODAY).previous())
    asked = {(question.kind, question.guest.split()[0]) for group in groups for question in group.questions}
    assert asked == {
        (QuestionKind.OUTSIDE_ALLOCATION, "Jannie"),
        (QuestionKind.NO_PAYER, "Koos"),
        (QuestionKind.NOT_CHECKED_OUT, "Dirk"),
        (QuestionKind.NO_BSN, "Halina"),
    }
    assert sum(group.nights for group in groups) > 300


def test_rates_are_those_of_the_pilots(manager: Door) -> None:
    groups = month_groups(manager, Month.of(TODAY).previous())
    rates = {line.rate for group in groups for line in group.lines}
    assert {15000, 20891, 24930, 23031} <= rates
    before = month_groups(manager, Month.of(TODAY - timedelta(days=200)))
    assert 20345 in {line.rate for group in before for line in group.lines}


def test_it_is_not_built_over_another_house(tmp_path: Path) -> None:
    place = HousePlace(tmp_path / "real")
    create_house(
        place, "Echt huis", NewUser("baas", "B. Aas", Role.MANAGER, "een lang wachtwoord"), CLOCK, is_practice=False
    )
    before = place.database.read_bytes()
    for again in (False, True):
        with pytest.raises(HouseExists):
            build_practice_house(place, CLOCK, again=again)
    assert place.database.read_bytes() == before


def test_a_practice_house_is_built_anew_when_asked(empty_place: HousePlace) -> None:
    build_practice_house(empty_place, CLOCK)
    with pytest.raises(HouseExists):
        build_practice_house(empty_place, CLOCK)
    house = build_practice_house(empty_place, CLOCK, seed=2, again=True)
    door = door_of(house, Role.MANAGER)
    with reading(door.engine) as session:
        assert session.scalar(select(func.count()).select_from(Booking)) == house.counts["booking"]
    door.engine.dispose()


# -- the rows alone


def rows(now: datetime = NOON, seed: int = 1, size: str = "klein") -> RowBook:
    return practice_rows(now, size, seed, IDS)


def plain(book: RowBook) -> dict[str, list[dict[str, Any]]]:
    return {table.__tablename__: found for table, found in book.rows.items()}


def test_same_day_and_seed_make_the_same_house() -> None:
    assert plain(rows()) == plain(rows())
    assert plain(rows(seed=2)) != plain(rows())


def test_all_bsns_are_test_numbers_and_nobody_shares_one() -> None:
    numbers = [row["bsn"] for row in rows().of(Guest) if row["bsn"]]
    assert len(set(numbers)) == len(numbers)
    assert all(number.startswith("9999") and bsn.is_valid(number) for number in numbers)


def test_only_one_pair_shares_a_name() -> None:
    names = Counter((row["given_name"], row["prefix"], row["last_name"]) for row in rows().of(Guest))
    assert [name for name, count in names.items() if count > 1] == [("Annie", "", "Janssen")]


def test_difficult_letters_are_there() -> None:
    names = {f"{row['given_name']} {row['last_name']}" for row in rows().of(Guest)}
    assert {"Zoë Koster", "Łukasz Kowalski", "Marie-José d'Hondt"} <= names


def test_large_house_is_large() -> None:
    book = rows(size="groot")
    assert len(book.of(Bed)) == 40
    assert 6500 < len(book.of(Booking)) < 9500
    assert 1000 < len(book.of(Guest)) < 1300


@settings(max_examples=12)
@given(st.datetimes(datetime(2026, 1, 1), datetime(2029, 12, 31), timezones=st.just(UTC)))
@example(datetime(2027, 1, 1, 0, 5, tzinfo=UTC))
@example(datetime(2028, 2, 29, 3, 0, tzinfo=UTC))
@example(datetime(2027, 3, 1, 23, 30, tzinfo=UTC))
@example(datetime(2026, 10, 25, 1, 30, tzinfo=UTC))
def test_on_any_day_nobody_shares_a_bed_and_nothing_is_later_than_now(now: datetime) -> None:
    book = rows(now)
    nights = book.of(Night)
    in_beds = Counter((row["bed_id"], row["night"]) for row in nights)
    of_guests = Counter((row["guest_id"], row["night"]) for row in nights if row["guest_id"])
    assert max(in_beds.values()) == 1
    assert max(of_guests.values()) == 1
    values = (value for found in book.rows.values() for row in found for value in row.values())
    assert all(value <= now for value in values if isinstance(value, datetime))
