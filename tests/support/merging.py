"""Two files of one person, made and joined."""

from datetime import date

import pytest

from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.errors_merging import MergeBlocked
from logeerhuis_app.domain.merging import Side
from logeerhuis_app.models import (
    Booking,
    Night,
)
from logeerhuis_app.services.guests import PersonWish, register_guest
from logeerhuis_app.services.merging import MergeWish, merge_files
from logeerhuis_app.services.queries.merging import merge_sheet
from tests.support.houses import TestHouse


def second(house: TestHouse, **more: object) -> int:
    values = {"last_name": "Berg", "prefix": "van den", "phone": "06 9876 5432", "accepted": ("duplicate_guest",)}
    return register_guest(house.door, PersonWish("Piet", date(1949, 3, 14), **{**values, **more})).created_id  # type: ignore[arg-type]


def wish_for(house: TestHouse, kept: int, other: int, accepted: tuple[str, ...] = (), /, **sides: Side) -> MergeWish:
    """Whatever must be chosen is chosen as the kept file has it, unless it is said otherwise."""
    sheet = merge_sheet(house.door, kept, other)
    choices = {row.code: row.chosen or Side.KEPT for row in sheet.rows} | sides
    return MergeWish(kept, other, sheet.kept.version, sheet.other.version, choices, accepted)


def merge(house: TestHouse, kept: int, other: int, **sides: Side) -> None:
    merge_files(house.door, wish_for(house, kept, other, (), **sides))


def stay(house: TestHouse, guest: int, bed: int, first: date, last: date, state: BookingState) -> int:
    values = {"location_id": house._any_location(), "arrival": first, "departure": last, "state": state}
    booking = house.add(Booking(guest_id=guest, label="structural", **values)).id
    presence = Presence.SLEPT if state is BookingState.LEFT else Presence.PLANNED
    for number in range((last - first).days):
        night = date.fromordinal(first.toordinal() + number)
        house.add(Night(night=night, bed_id=bed, guest_id=guest, booking_id=booking, presence=presence))
    return booking


def blocked(house: TestHouse, kept: int, other: int) -> set[str]:
    with pytest.raises(MergeBlocked) as refusal:
        merge(house, kept, other)
    assert {one.value for one in merge_sheet(house.door, kept, other).obstacles} == set(refusal.value.missing)
    return set(refusal.value.missing)
