"""Small invented months for the billing tests: one line per fact, sensible defaults."""

from datetime import date, timedelta
from fractions import Fraction
from itertools import count
from typing import Any

from logeerhuis_app.domain.billing_facts import (
    GuestFact,
    LumpFact,
    MonthFacts,
    NightFact,
    PayerFact,
    RateFact,
    Terms,
)
from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.declaring import Billing
from logeerhuis_app.domain.entitlement import Grant
from logeerhuis_app.domain.funding import Arrangement, Basis, Law, PayerKind
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.domain.nights import Month

HELMOND, CARE_OFFICE, INSURER, SELF, ZEIST = 1, 2, 3, 4, 5
PAYERS = {
    HELMOND: PayerFact(HELMOND, PayerKind.MUNICIPALITY),
    CARE_OFFICE: PayerFact(CARE_OFFICE, PayerKind.CARE_OFFICE),
    INSURER: PayerFact(INSURER, PayerKind.INSURER),
    SELF: PayerFact(SELF, PayerKind.GUEST),
    ZEIST: PayerFact(ZEIST, PayerKind.MUNICIPALITY),
}
HOUSE = 10
OCTOBER = Month(2026, 10)
LONG_AGO = date(2025, 1, 1)
_ids = count(100)


def oct_(day: int) -> date:
    return date(2026, 10, day)


def nights(first: date, how_many: int, guest: int = 1, **values: Any) -> list[NightFact]:
    """Nights that were slept, unless said otherwise."""
    defaults: dict[str, Any] = {
        "booking_id": values.pop("booking", 1),
        "location_id": HOUSE,
        "state": BookingState.LEFT,
        "presence": Presence.SLEPT,
        "billing": Billing.NORMAL,
    }
    return [NightFact(guest, first + timedelta(days=n), **{**defaults, **values}) for n in range(how_many)]


def grant(
    payer: int = HELMOND, guest: int = 1, first: date = LONG_AGO, last: date | None = None, **values: Any
) -> Grant:
    basis = {HELMOND: Basis.WMO, ZEIST: Basis.WMO, CARE_OFFICE: Basis.MPT, INSURER: Basis.ELV, SELF: Basis.PGB}[payer]
    return Grant(
        **{"id": next(_ids), "basis": basis, **values},
        guest_id=guest,
        payer_id=payer,
        valid_from=first,
        valid_until=last,
    )


def rate(basis: Basis, cents: int, first: date = LONG_AGO, last: date | None = None) -> RateFact:
    return RateFact(basis, Cents(cents), first, last)


def contract(payer: int, *rates: RateFact, **values: Any) -> Terms:
    defaults: dict[str, Any] = {"law": Law.WMO, "arrangement": Arrangement.PER_NIGHT, "valid_from": LONG_AGO}
    return Terms(next(_ids), HOUSE, payer, rates=rates, **{**defaults, **values})


def lump_contract(monthly: int, shares: dict[int, Fraction], **values: Any) -> Terms:
    payer = next(iter(shares))
    return contract(
        payer,
        arrangement=Arrangement.LUMP_SUM,
        lump_sums=(LumpFact(Cents(monthly), LONG_AGO),),
        shares=tuple(shares.items()),
        **values,
    )


def usual_contracts() -> list[Terms]:
    return [
        contract(HELMOND, rate(Basis.WMO, 15000)),
        contract(ZEIST, rate(Basis.WMO, 23031)),
        contract(CARE_OFFICE, rate(Basis.MPT, 20891), law=Law.WLZ),
        contract(INSURER, rate(Basis.ELV, 17453), law=Law.ZVW),
        contract(SELF, rate(Basis.PRIVATE, 12500), rate(Basis.PGB, 24930), law=Law.PRIVATE),
    ]


def month_facts(stays: list[NightFact], *grants: Grant, month: Month = OCTOBER, **values: Any) -> MonthFacts:
    guests = values.pop("guests", {fact.guest_id: GuestFact(fact.guest_id, has_bsn=True) for fact in stays})
    defaults: dict[str, Any] = {"today": date(2026, 11, 22), "contracts": tuple(usual_contracts()), "payers": PAYERS}
    return MonthFacts(month, nights=tuple(stays), guests=guests, grants=grants, **{**defaults, **values})
