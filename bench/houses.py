"""Houses to measure in: real encrypted files, filled without the door so that filling takes no time."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import cycle
from pathlib import Path

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.bookings import BedKind, BookingLabel, BookingState, Presence
from logeerhuis_app.domain.funding import Arrangement, Basis, Law, PayerKind
from logeerhuis_app.domain.guests import Gender
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import (
    Allocation,
    Bed,
    Booking,
    Contract,
    Guest,
    Location,
    Night,
    Payer,
    Rate,
    Room,
)
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import HousePlace, NewUser, create_house
from logeerhuis_app.services.practice.people import test_bsns

NOON = datetime(2026, 11, 22, 11, tzinfo=UTC)
MONTH = date(2026, 10, 1)
SURNAMES = ("Jansen", "de Vries", "van den Berg", "Bakker", "Visser", "Smit", "Meijer", "d'Hondt", "Łukasik", "Kok")
GIVEN = ("Riet", "Jan", "Truus", "Piet", "Zoë", "Henk", "Greet", "Kees", "Wil", "Gerrit", "Annie", "Dirk", "Bep")


@contextmanager
def empty_house() -> Iterator[Door]:
    """A fresh house in a folder of its own, gone afterwards."""
    with tempfile.TemporaryDirectory() as folder:
        manager = NewUser("bench", "B. Ench", Role.MANAGER, "een lang wachtwoord")
        place = HousePlace(Path(folder) / "house")
        door = create_house(place, "Meethuis", manager, FixedClock(NOON), is_practice=True)
        yield door
        door.engine.dispose()


def add_beds(door: Door, count: int) -> list[int]:
    with writing(door.engine) as session:
        location = Location(code="PLZ", name="Plezant", provider="Stichting Voorbeeld", has_supervision_24_7=True)
        session.add(location)
        session.flush()
        rooms = [Room(location_id=location.id, name=f"Kamer {n + 1}") for n in range(count)]
        session.add_all(rooms)
        session.flush()
        beds = [Bed(room_id=room.id, code=f"B{n}", kind=BedKind.FIXED, order=n) for n, room in enumerate(rooms)]
        session.add_all(beds)
        session.flush()
        return [bed.id for bed in beds]


def add_guests(door: Door, count: int, *, with_bsn: bool = False) -> list[int]:
    with writing(door.engine) as session:
        guests = [_guest(n) for n in range(count)]
        if with_bsn:
            for guest, bsn in zip(guests, test_bsns(), strict=False):
                guest.bsn = bsn
        session.add_all(guests)
        session.flush()
        return [guest.id for guest in guests]


def _guest(n: int) -> Guest:
    *prefix, last = SURNAMES[n % len(SURNAMES)].split(" ")
    given, last_name = GIVEN[n // len(SURNAMES) % len(GIVEN)], f"{last}{n // 130 or ''}"
    return Guest(
        guest_no=f"{n:06d}",
        given_name=given,
        prefix=" ".join(prefix),
        last_name=last_name,
        born=date(1930, 1, 1) + timedelta(days=n * 37 % 9000),
        gender=Gender.UNKNOWN,
        town="Helmond",
        bsn=None,
    )


def add_stays(door: Door, bed_ids: list[int], guest_ids: list[int], count: int, nights: int, first: date) -> None:
    """``count`` stays of so many nights, one after the other in each bed, each of another guest while they last."""
    beds, starts = cycle(bed_ids), dict.fromkeys(bed_ids, first)
    with writing(door.engine) as session:
        for n in range(count):
            bed_id, guest_id = next(beds), guest_ids[n % len(guest_ids)]
            arrival = starts[bed_id]
            starts[bed_id] = arrival + timedelta(days=nights)
            booking = Booking(
                guest_id=guest_id,
                location_id=1,
                arrival=arrival,
                departure=arrival + timedelta(days=nights),
                state=BookingState.LEFT,
                label=BookingLabel.INCIDENTAL,
            )
            session.add(booking)
            session.flush()
            session.add_all(
                Night(
                    night=arrival + timedelta(days=day),
                    bed_id=bed_id,
                    guest_id=guest_id,
                    booking_id=booking.id,
                    presence=Presence.SLEPT,
                )
                for day in range(nights)
            )


def add_funding(door: Door, guest_ids: list[int], payers: int) -> None:
    """Each guest an allocation with one of so many municipalities, and a contract with each."""
    with writing(door.engine) as session:
        rows = [Payer(kind=PayerKind.MUNICIPALITY, code=f"{n:04d}", name=f"Gemeente {n}") for n in range(payers)]
        session.add_all(rows)
        session.flush()
        for row in rows:
            contract = Contract(
                location_id=1,
                payer_id=row.id,
                law=Law.WMO,
                arrangement=Arrangement.PER_NIGHT,
                number=f"C{row.id}",
                product="Kortdurend verblijf",
                product_category="04",
                valid_from=date(2026, 1, 1),
            )
            session.add(contract)
            session.flush()
            session.add(Rate(contract_id=contract.id, basis=Basis.WMO, valid_from=date(2026, 1, 1), amount_cents=15000))
        session.add_all(
            Allocation(
                guest_id=guest_id,
                payer_id=rows[n % payers].id,
                basis=Basis.WMO,
                number=str(100000 + n),
                valid_from=date(2026, 1, 1),
            )
            for n, guest_id in enumerate(guest_ids)
        )
