"""Finding the one guest that is meant, however it is typed, and by nobody who may not."""

from datetime import date

import pytest

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.care import AllergyStatus
from logeerhuis_app.domain.funding import Law, PayerKind
from logeerhuis_app.domain.guests import FileStatus, Relationship
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Booking, ContactPerson, Night
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.services.queries.search import find_everything
from logeerhuis_app.services.rows.search import GuestFilter
from tests.support.houses import TestHouse, nov


def names(house: TestHouse, text: str = "", *filters: GuestFilter, role: Role = Role.MANAGER) -> list[str]:
    return [row.guest.name for row in guest_list(house.as_role(role), text, filters).rows]


def stay(house: TestHouse, guest: int, first: date, last: date, state: BookingState, bed: int, **values) -> None:
    location = house._any_location()
    defaults = {"label": BookingLabel.STRUCTURAL, "arrival": first, "departure": last, "state": state}
    booking = house.add(Booking(guest_id=guest, location_id=location, **{**defaults, **values}))
    for night in range((last - first).days):
        house.add(Night(night=first.replace(day=first.day + night), bed_id=bed, guest_id=guest, booking_id=booking.id))


@pytest.fixture
def busy(house: TestHouse) -> TestHouse:
    beds = {name: house.bed(name) for name in ("Kamer 3", "Kamer 13", "Duin")}
    piet = house.guest("Piet", "Berg", "van den", born=date(1949, 3, 14), bsn="123456782", phone="0492-12 34 56")
    zoe = house.guest("Zoë", "Müller", born=date(1941, 12, 4), guest_no="0000")
    ida = house.guest("Ida", "", born=date(1940, 11, 19), town="Korendijk")
    house.guest("Jannie", "Bergman", born=date(1940, 1, 30))
    house.guest("Oud", "Dossier", born=date(1930, 5, 5), file_status=FileStatus.ENDED)
    house.add(
        ContactPerson(guest_id=ida, order=1, name="Els", relationship=Relationship.DAUGHTER, phone="+31 6 2345 6789")
    )
    stay(house, piet, nov(20), nov(24), BookingState.PRESENT, beds["Kamer 3"])
    stay(house, zoe, nov(22), nov(25), BookingState.PRESENT, beds["Kamer 13"], label=BookingLabel.TRIAL)
    stay(house, ida, nov(26), nov(28), BookingState.CONFIRMED, beds["Duin"])
    return house


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("piet", ["Piet van den Berg"]),
        ("BERG piet", ["Piet van den Berg"]),
        ("van den berg", ["Piet van den Berg", "Jannie Bergman"]),
        ("vandenberg", ["Piet van den Berg"]),
        ("burgman", []),
        ("bercman", []),
        ("berchman", ["Jannie Bergman"]),
        ("14 maart", ["Piet van den Berg"]),
        ("maart 1949", ["Piet van den Berg"]),
        ("piet 14-3", ["Piet van den Berg"]),
        ("berg", ["Piet van den Berg", "Jannie Bergman"]),
        ("zoe muller", ["Zoë Müller"]),
        ("Zoë", ["Zoë Müller"]),
        ("14-03", ["Piet van den Berg"]),
        ("14-3-1949", ["Piet van den Berg"]),
        ("14 03 49", ["Piet van den Berg"]),
        ("1949", ["Piet van den Berg"]),
        ("1940", ["Jannie Bergman", "Ida"]),
        ("ida 1940", ["Ida"]),
        ("0", ["Zoë Müller"]),
        ("0000", ["Zoë Müller"]),
        ("0492 123456", ["Piet van den Berg"]),
        ("06 2345 6789", ["Ida"]),
        ("+31623456789", ["Ida"]),
        ("kamer 3", ["Piet van den Berg"]),
        ("kamer", ["Piet van den Berg", "Zoë Müller"]),
        ("kamer 13", ["Zoë Müller"]),
        ("duin", []),  # nobody sleeps there yet
        ("123456782", ["Piet van den Berg"]),
        ("1234.56.782", ["Piet van den Berg"]),
        ("12345678", []),  # a part of a BSN finds nobody
        ("dossier", ["Oud Dossier"]),
        ("%", []),
        ("_", []),
        ("piet 1950", []),
    ],
)
def test_a_guest_is_found_as_people_ask(busy: TestHouse, text: str, found: list[str]):
    assert sorted(names(busy, text)) == sorted(found)


def test_the_list_goes_by_last_name_and_leaves_ended_files_out(busy: TestHouse):
    assert names(busy) == ["Piet van den Berg", "Jannie Bergman", "Ida", "Zoë Müller"]


def test_care_finds_nobody_by_bsn(busy: TestHouse):
    assert names(busy, "123456782", role=Role.CARE) == []
    assert names(busy, "123456782", role=Role.ADMINISTRATOR) == ["Piet van den Berg"]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ((GuestFilter.IN_HOUSE,), ["Piet van den Berg", "Zoë Müller"]),
        ((GuestFilter.THIS_WEEK,), ["Ida"]),
        ((GuestFilter.TRIAL,), ["Zoë Müller"]),
        ((GuestFilter.IN_HOUSE, GuestFilter.TRIAL), ["Zoë Müller"]),
        ((GuestFilter.THIS_WEEK, GuestFilter.TRIAL), []),
    ],
)
def test_the_pills_narrow_the_list_down(busy: TestHouse, filters, found: list[str]):
    assert names(busy, "", *filters) == found


def test_a_row_says_what_the_pills_say(busy: TestHouse):
    rows = {row.guest.name: row for row in guest_list(busy.door).rows}
    piet, zoe, ida = rows["Piet van den Berg"], rows["Zoë Müller"], rows["Ida"]
    assert (piet.is_in_house, piet.room, piet.has_trial) == (True, "Kamer 3", False)
    assert (zoe.is_in_house, zoe.has_trial, zoe.comes_this_week) == (True, True, False)
    assert (ida.is_in_house, ida.comes_this_week, ida.room) == (False, True, "")


def test_the_law_is_that_of_today_and_not_for_care(busy: TestHouse):
    ida = guest_list(busy.door, "ida").rows[0].guest.guest_id
    busy.allocation(ida, busy.payer(), valid_from=date(2026, 1, 1), valid_until=nov(1))
    assert guest_list(busy.door, "ida").rows[0].law is None
    office = busy.payer("CZ", PayerKind.CARE_OFFICE)
    busy.allocation(ida, office, basis="mpt", valid_from=nov(20))
    assert guest_list(busy.door, "ida").rows[0].law is Law.WLZ
    assert guest_list(busy.as_role(Role.CARE), "ida").rows[0].law is None


def test_a_long_list_says_how_many_there_are(house: TestHouse):
    for number in range(7):
        house.guest(f"Gast{number}", "Jansen")
    listing = guest_list(house.door, "jansen", most=3)
    assert (len(listing.rows), listing.total) == (3, 7)
    assert all(row.guest.has_namesake for row in listing.rows)


def test_the_one_search_shows_two_identifiers_and_who_is_here_first(busy: TestHouse):
    assert find_everything(busy.door, "p") == ()
    busy.guest("Piet", "Berg", born=date(1945, 1, 1))
    hits = find_everything(busy.door, "berg")
    assert hits[0].title == "Piet van den Berg"
    assert "14-03-1949 (77)" in hits[0].subtitle
    assert "Kamer 3" in hits[0].subtitle
    assert hits[0].badge
    assert AllergyStatus.NOT_ASKED.value not in hits[0].subtitle
