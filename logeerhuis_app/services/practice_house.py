"""The practice house: three houses of beds, six families, a year of stays. Test persons only, nothing of it is real.

Deterministic for a day and a seed. The rows are thought up first and written in one transaction through the door.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from random import Random

from sqlalchemy import select

from logeerhuis_app.clock import Clock
from logeerhuis_app.db.guest_words import fold_everybody
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.sequences import set_sequences
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingLabel
from logeerhuis_app.domain.errors import HouseExists, UserFacingError
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.models import Guest, House
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door, Work, writes
from logeerhuis_app.services.login import (
    NewUser,
    create_house,
    gone_if_it_fails,
    house_exists,
    log_in,
    making,
    remove_house,
)
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.care import CareMaker
from logeerhuis_app.services.practice.carers import CarerMaker
from logeerhuis_app.services.practice.cast import Cast
from logeerhuis_app.services.practice.funding import FundingMaker
from logeerhuis_app.services.practice.guests import PracticeGuest
from logeerhuis_app.services.practice.house import BedSpot, add_closures, add_locations, locations_of
from logeerhuis_app.services.practice.ledger import Ledger
from logeerhuis_app.services.practice.legal import representation_columns, write_legal
from logeerhuis_app.services.practice.needs import NeedMaker
from logeerhuis_app.services.practice.news import NewsMaker
from logeerhuis_app.services.practice.papers import PaperMaker
from logeerhuis_app.services.practice.people import PeopleMaker
from logeerhuis_app.services.practice.resources import Calendar, read
from logeerhuis_app.services.practice.roads import RoadMaker
from logeerhuis_app.services.practice.stays import StayMaker
from logeerhuis_app.services.practice.users import PracticeUser, practice_users
from logeerhuis_app.services.users import add_user

HOUSE_NAME = "Oefenhuis"
FIRST_NUMBER_BY_CHANCE = 201
REGULARS = 0.25
"""A quarter of the guests comes more than ten times. Source: DSP-groep 2021, §2.1.2."""


@dataclass(frozen=True)
class PracticeHouse:
    """What was built. ``counts``: rows by table."""

    place: HousePlace
    users: tuple[PracticeUser, ...]
    counts: dict[str, int] = field(default_factory=dict)


def build_practice_house(
    place: HousePlace, clock: Clock, size: str = "klein", seed: int = 1, *, again: bool = False
) -> PracticeHouse:
    """Make the practice house. ``again``: throw away the practice house that is there.

    Raises:
        HouseExists: there is a house already; one that is no practice house is never thrown away.
    """
    users = practice_users()
    if again and house_exists(place):
        _throw_away(place, users[0], clock)
    with making(place) as site:
        counts = _built(site, users, clock, size, seed)
    return PracticeHouse(place, users, counts)


def _built(place: HousePlace, users: tuple[PracticeUser, ...], clock: Clock, size: str, seed: int) -> dict[str, int]:
    """Gives the number of rows by table."""
    manager = next(user for user in users if user.role is Role.MANAGER)
    door = create_house(place, HOUSE_NAME, _account(manager), clock, is_practice=True)
    try:
        with gone_if_it_fails(place):
            ids = {manager.username: door.actor.user_id or 0}
            for user in users:
                if user is not manager:
                    ids[user.username] = add_user(door, _account(user)).created_id
            book = practice_rows(clock.now_utc(), size, seed, ids)
            write_practice_house(door, book)
            return book.counts()
    finally:
        door.engine.dispose()


def practice_rows(now_utc: datetime, size: str, seed: int, user_ids: dict[str, int]) -> RowBook:
    """Everything but the users and the house itself. ``user_ids`` by user name."""
    return _Builder(Calendar(now_utc), size, seed, practice_users(), user_ids).book()


@writes(UseCase.BUILD_PRACTICE_HOUSE)
def write_practice_house(work: Work, book: RowBook) -> Changes:
    """All rows or none; the constraints of the database look at each."""
    book.write(work.session)
    fold_everybody(work.session)
    set_sequences(work.session)
    work.log("C", "practice_house", rows=sum(book.counts().values()))
    return Changes(Topic.EVERYTHING)


def _account(user: PracticeUser) -> NewUser:
    return NewUser(user.username, user.name, user.role, user.password)


def _throw_away(place: HousePlace, user: PracticeUser, clock: Clock) -> None:
    """Raises: HouseExists when it is not surely a practice house."""
    try:
        door = log_in(place, user.username, user.password, clock)
    except UserFacingError:
        raise HouseExists(str(place)) from None
    try:
        is_practice = _is_practice(door)
    finally:
        door.engine.dispose()
    if not is_practice:
        raise HouseExists(str(place))
    remove_house(place)


def _is_practice(door: Door) -> bool:
    with reading(door.engine) as session:
        return bool(session.scalar(select(House.is_practice)))


def _coordinator(users: tuple[PracticeUser, ...]) -> str:
    """Who may write down how a carer is doing."""
    return next(user.name for user in users if user.role is Role.COORDINATOR)


class _Builder:
    """Thinks up the whole house, in an order that gives every row its parents' ids."""

    def __init__(
        self, calendar: Calendar, size: str, seed: int, users: tuple[PracticeUser, ...], ids: dict[str, int]
    ) -> None:
        self._calendar = calendar
        self._size = size
        self._random = Random(f"{seed} {calendar.today}")
        self._names = {user.username: user.name for user in users}
        carers = [user for user in users if user.role is Role.CARE]
        self._carer_names = [user.name for user in carers]
        self._carer_ids = {user.username: ids[user.username] for user in carers}
        self._book = RowBook()
        self._ledger = Ledger()
        self._words = read("houses")
        self._people = PeopleMaker(self._random, read("people"), calendar.today)
        days_back = self._words["days"][size][0]
        self._funding = FundingMaker(self._book, read("payers"), calendar, self._random, days_back)
        self._care_words = read("care")
        self._care = CareMaker(self._book, self._care_words, calendar, self._random, self._carer_names)
        self._stays = StayMaker(self._random, self._ledger, calendar, self._words)
        self._families = read("families")
        self._papers = PaperMaker(self._book, read("papers"), calendar, self._carer_names[0])
        self._carers = CarerMaker(self._book, calendar, _coordinator(users))
        self._needs = NeedMaker(self._book, calendar, self._carer_names[0])
        self._cast = Cast(self._families, calendar, self._people, self._ledger, self._carers)
        self._news = NewsMaker(self._book, self._care_words, calendar, self._random, self._carer_ids)
        self._roads = RoadMaker(
            self._book, calendar, self._random, {name: (ids[name], shown) for name, shown in self._names.items()}
        )

    def book(self) -> RowBook:
        locations = locations_of(self._words, self._size)
        beds = add_locations(self._book, locations, self._words["vat_exemption"])
        location_ids = {bed.location: bed.location_id for bed in beds.values()}
        self._funding.add_payers()
        self._funding.add_contracts(location_ids, is_large=self._size == "groot")
        told = self._cast.guests(beds)
        add_closures(self._book, self._words["closures"], beds, self._ledger, self._calendar)
        by_chance = self._guests_by_chance(locations, len(told))
        self._fill_beds(locations, beds, by_chance)
        guests = [*told, *(guest for guest in by_chance if guest.stays)]
        for guest in guests:
            self._write_guest(guest)
        self._write_roads_and_stays(told, guests, location_ids["PLZ"])
        self._write_news(told, guests, location_ids)
        return self._book

    def _guests_by_chance(self, locations: list[Row], number: int) -> list[PracticeGuest]:
        guests: list[PracticeGuest] = []
        for row in locations:
            for key in ("guests", "elv_guests"):
                for _ in range(row[key].get(self._size, 0)):
                    number += 1
                    guests.append(self._guest_by_chance(number, row, is_elv=key == "elv_guests"))
        return guests

    def _guest_by_chance(self, number: int, location: Row, *, is_elv: bool) -> PracticeGuest:
        town = self._random.choice(location["towns"])
        mix = self._care_words["mix"]["elv" if is_elv else location["code"]]
        person = self._people.person(f"{FIRST_NUMBER_BY_CHANCE + number:04d}", town)
        guest = PracticeGuest(number, person, town, location["code"], is_elv=is_elv)
        guest.care = self._random.choices([row[0] for row in mix], weights=[row[1] for row in mix])[0]
        guest.payer, guest.basis = self._funding.choose(location["code"], is_elv=is_elv, town=town)
        guest.may_walk_away = not any(rule["condition"] == "wandering" for rule in location["rules"])
        guest.weight = 4.0 if self._random.random() < REGULARS else 1.0
        return guest

    def _fill_beds(self, locations: list[Row], beds: dict[str, BedSpot], guests: list[PracticeGuest]) -> None:
        before, after = self._words["days"][self._size]
        first = self._calendar.today - timedelta(days=before)
        until = self._calendar.today + timedelta(days=after)
        lengths = {row["code"]: row["lengths"] for row in locations}
        for bed in beds.values():
            is_elv = bed.kind == "elv"
            pool = [guest for guest in guests if guest.location == bed.location and guest.is_elv == is_elv]
            nights = self._words["lengths_groot"] if self._size == "groot" else lengths[bed.location]
            self._stays.fill(bed, nights, pool, first, until)
        for guest in guests:
            guest.stays.sort(key=lambda stay: stay.period.arrival)
            for place, stay in enumerate(guest.stays):
                if stay.label is BookingLabel.TRIAL and place:
                    stay.label = BookingLabel.INCIDENTAL

    def _write_guest(self, guest: PracticeGuest) -> None:
        told = guest.told
        if guest.care:
            guest.person |= self._care.columns(guest) | representation_columns(guest)
        guest.person |= self._care.told_columns(told)
        columns = {
            **guest.person,
            "fixed_contact_id": self._roads.contact_of(told),
        }
        guest.guest_id = self._book.add(Guest, **columns)
        if "contacts" in told:
            self._cast.write_people(self._book, guest)
            self._care.write_told(guest)
            self._papers.write(guest)
        else:
            has_second = guest.was_here or self._random.random() < 0.7
            self._people.around(self._book, guest.guest_id, guest.person, has_second=has_second)
            self._carers.invented(guest)
            self._care.write(guest)
            write_legal(self._book, guest, self._calendar)
        for allocation in told.get("allocations", []):
            self._funding.allocate_as_told(guest.guest_id, allocation)
        if guest.payer:
            self._funding.allocate(guest.guest_id, guest.payer, guest.basis, guest.first_day, guest.nights)

    def _write_roads_and_stays(self, told: list[PracticeGuest], guests: list[PracticeGuest], location_id: int) -> None:
        roads: dict[int, int] = {}
        for guest in told:
            if road := guest.told.get("road"):
                home = guest.stays[0].bed.location_id if guest.stays else location_id
                roads[guest.guest_id] = self._roads.told(road, guest, home)
        for road in self._families["roads"]:
            self._roads.told(road, None, location_id)
        roads |= self._roads.of_new_guests(guests[len(told) :])
        for guest in guests:
            for stay in guest.stays:
                self._stays.write(self._book, guest, stay, roads.get(guest.guest_id))
        for guest, stay in self._stays.cancelled(guests[len(told) :]):
            self._stays.write(self._book, guest, stay)
        self._needs.write(guests)

    def _write_news(self, told: list[PracticeGuest], guests: list[PracticeGuest], locations: dict[str, int]) -> None:
        for guest in told:
            self._news.told(guest, self._names)
        for guest in guests:
            for stay in guest.stays if not guest.told.get("contacts") else []:
                self._news.of_stay(guest, stay)
        self._news.of_house(locations.values(), self._names)
        self._news.finish()
        self._news.receipts(guest for guest in guests if guest.present)
