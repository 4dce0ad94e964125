"""Stays, contracts and papers for tests of declarations."""

import json
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.bookings import BookingLabel, BookingState, Presence
from logeerhuis_app.domain.declaring import Billing
from logeerhuis_app.domain.funding import Arrangement, Basis, Law, PayerKind
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.models import Booking, Contract, LumpSum, Night, Rate, Share
from logeerhuis_app.services.rows.declaring import DeclarationSheet
from logeerhuis_app.services.sheet_copy import sheet_to_json
from tests.support.houses import TestHouse

OCTOBER = Month(2026, 10)
NOVEMBER = Month(2026, 11)
FUNDED = {"takes_wlz": True, "street": "Voorbeeldstraat 1", "postcode": "5700 AA", "town": "Helmond"}


def oct_(day: int) -> date:
    return date(2026, 10, day)


def plain_paper(sheet: DeclarationSheet) -> bytes:
    """A stand-in for the drawn paper: the same sheet gives the same bytes."""
    return json.dumps(sheet_to_json(sheet), sort_keys=True).encode()


def add_stay(house: TestHouse, guest_id: int, arrival: date, nights: int, **values: Any) -> int:
    """A stay that was slept and left, unless said otherwise; without a bed, for beds are not what this is about."""
    location_id = values.pop("location_id", 0) or house._any_location()
    presence, billing = values.pop("presence", Presence.SLEPT), values.pop("billing", Billing.NORMAL)
    defaults: dict[str, Any] = {"state": BookingState.LEFT, "label": BookingLabel.INCIDENTAL, "option_until": None}
    with writing(house.door.engine) as session:
        booking = Booking(
            guest_id=guest_id,
            location_id=location_id,
            arrival=arrival,
            departure=arrival + timedelta(days=nights),
            **{**defaults, **values},
        )
        session.add(booking)
        session.flush()
        for n in range(nights):
            night = arrival + timedelta(days=n)
            row = Night(guest_id=guest_id, booking_id=booking.id, night=night, presence=presence, billing=billing)
            session.add(row)
        return booking.id


def add_private_contract(house: TestHouse, cents: int = 12500) -> int:
    """The payer that stands for all guests who pay themselves, with a private and a budget rate."""
    payer = house.payer("Particulier / pgb", PayerKind.GUEST)
    contract_id = house.contract(payer, cents=cents, law=Law.PRIVATE, basis=Basis.PRIVATE)
    house.add(Rate(contract_id=contract_id, basis=Basis.PGB, valid_from=date(2026, 1, 1), amount_cents=24930))
    return payer


def add_lump_sum(house: TestHouse, monthly_cents: int, shares: dict[int, tuple[int, int]]) -> int:
    """Payers and their parts; the first one's name is on the contract."""
    contract = Contract(
        location_id=house._any_location(),
        payer_id=next(iter(shares)),
        law=Law.ZVW,
        arrangement=Arrangement.LUMP_SUM,
        number="L-1",
        product="Logeerhuis",
        valid_from=date(2026, 1, 1),
    )
    contract_id = house.add(contract).id
    house.add(LumpSum(contract_id=contract_id, valid_from=date(2026, 1, 1), monthly_cents=monthly_cents))
    for order, (payer_id, (part, whole)) in enumerate(shares.items()):
        house.add(Share(contract_id=contract_id, payer_id=payer_id, order=order, numerator=part, denominator=whole))
    return contract_id


def nights_of(house: TestHouse, guest_id: int) -> list[tuple[date, Presence, Billing]]:
    with reading(house.door.engine) as session:
        query = select(Night.night, Night.presence, Night.billing).where(Night.guest_id == guest_id)
        return [(night, presence, billing) for night, presence, billing in session.execute(query.order_by(Night.night))]


def state_of(house: TestHouse, booking_id: int) -> BookingState:
    with reading(house.door.engine) as session:
        return session.get_one(Booking, booking_id).state
