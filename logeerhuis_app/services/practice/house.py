"""Locations, rooms, beds and closures of the practice house."""

from dataclasses import dataclass
from datetime import timedelta

from logeerhuis_app.models import Bed, Closure, Location, LocationRule, Night, Room
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.ledger import Ledger
from logeerhuis_app.services.practice.resources import Calendar

NOT_COLUMNS = {"rules", "rooms", "lengths", "guests", "elv_guests", "towns", "number_of_rooms"}


@dataclass(frozen=True)
class BedSpot:
    """A bed with what the builder asks of it."""

    bed_id: int
    code: str  # «PLZ-3»
    kind: str
    location_id: int
    location: str  # code
    is_supervised: bool


def locations_of(words: Row, size: str) -> list[Row]:
    """The three houses; a large practice house has a fourth, invented one."""
    if size != "groot":
        return list(words["locations"])
    large = dict(words["large_location"])
    large["rooms"] = [
        {"name": f"Kamer {n}", "features": "rolstoel" if n % 4 == 0 else "", "is_wheelchair_accessible": n % 4 == 0}
        for n in range(1, large["number_of_rooms"] + 1)
    ]
    return [*words["locations"], large]


def add_locations(book: RowBook, locations: list[Row], vat_exemption: str) -> dict[str, BedSpot]:
    """Gives the beds by code."""
    beds: dict[str, BedSpot] = {}
    for row in locations:
        columns = {key: value for key, value in row.items() if key not in NOT_COLUMNS}
        location_id = book.add(Location, **columns, vat_exemption=vat_exemption)
        for rule in row["rules"]:
            book.add(LocationRule, location_id=location_id, **rule)
        for number, room in enumerate(row["rooms"], start=1):
            spot = _add_room(book, location_id, row["code"], number, room)
            beds[spot.code] = spot
    return beds


def _add_room(book: RowBook, location_id: int, location: str, number: int, room: Row) -> BedSpot:
    columns = {key: value for key, value in room.items() if key != "bed"}
    room_id = book.add(Room, location_id=location_id, **columns)
    kind = room.get("bed", "fixed")
    code = f"{location}-{number}"
    bed_id = book.add(Bed, room_id=room_id, code=code, kind=kind, order=number)
    return BedSpot(bed_id, code, kind, location_id, location, room.get("has_supervision", False))


def add_closures(
    book: RowBook, closures: list[Row], beds: dict[str, BedSpot], ledger: Ledger, calendar: Calendar
) -> None:
    for closure in closures:
        first = calendar.day(closure["from"])
        until = first + timedelta(days=closure["nights"])
        closure_id = book.add(Closure, from_day=first, until_day=until, reason=closure["reason"], note=closure["note"])
        for code in closure["beds"]:
            for night in ledger.close(beds[code].bed_id, first, until):
                book.add(Night, night=night, bed_id=beds[code].bed_id, closure_id=closure_id)
