"""What is known about a month before it is billed: plain facts, no rules."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from functools import cached_property

from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.declaring import Billing
from logeerhuis_app.domain.entitlement import Grant
from logeerhuis_app.domain.funding import Arrangement, Basis, Law, PayerKind
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.domain.nights import Month

GuestNight = tuple[int, date]


@dataclass(frozen=True, slots=True)
class NightFact:
    """One night of one booking."""

    guest_id: int
    night: date
    booking_id: int
    location_id: int
    state: BookingState
    presence: Presence
    billing: Billing = Billing.NORMAL


@dataclass(frozen=True)
class RateFact:
    """A price; both ends count, no end means until further notice."""

    basis: Basis
    cents: Cents
    valid_from: date
    valid_until: date | None = None


@dataclass(frozen=True)
class LumpFact:
    """What a contract pays each month; both ends count."""

    monthly: Cents
    valid_from: date
    valid_until: date | None = None


@dataclass(frozen=True)
class Terms:
    """A contract. ``shares``: payer and part, in the order in which a left-over cent is given away."""

    id: int
    location_id: int
    payer_id: int
    law: Law
    arrangement: Arrangement
    valid_from: date
    valid_until: date | None = None
    rates: tuple[RateFact, ...] = ()
    lump_sums: tuple[LumpFact, ...] = ()
    shares: tuple[tuple[int, Fraction], ...] = ()

    @property
    def parties(self) -> tuple[tuple[int, Fraction], ...]:
        """Who pays which part; without shares the contract's payer pays it all."""
        return self.shares or ((self.payer_id, Fraction(1)),)


@dataclass(frozen=True)
class PayerFact:
    id: int
    kind: PayerKind


@dataclass(frozen=True)
class GuestFact:
    """``home_payer_id``: the municipality of residence, if it is a known payer."""

    id: int
    has_bsn: bool
    home_payer_id: int | None = None


@dataclass(frozen=True, slots=True)
class PayerKey:
    """Whose declaration it is. ``guest_id``: the guest pays; ``contract_id``: a share of that lump sum.

    No payer: nights of which nobody knows who pays.
    """

    payer_id: int | None
    location_id: int
    law: Law | None = None
    guest_id: int | None = None
    contract_id: int | None = None

    def __str__(self) -> str:
        tail = f"c{self.contract_id}" if self.contract_id else str(self.guest_id or 0)
        return f"{self.payer_id or 0}:{self.location_id}:{self.law or '-'}:{tail}"

    @classmethod
    def parse(cls, text: str) -> "PayerKey":
        """Raises: ValueError: this is no key."""
        payer, location, law, tail = text.split(":")
        contract_id = int(tail.removeprefix("c")) if tail.startswith("c") else None
        guest_id = None if contract_id else int(tail) or None
        return cls(int(payer) or None, int(location), None if law == "-" else Law(law), guest_id, contract_id)


@dataclass(frozen=True)
class MonthFacts:
    """Everything the rules need for one month.

    ``nights`` hold the month's own and, for guests with a volume, those before it, for the counters look back.
    ``declared``: nights on a fixed line that is not credited, with the grant it was declared on.
    """

    month: Month
    today: date
    nights: tuple[NightFact, ...]
    guests: Mapping[int, GuestFact]
    grants: tuple[Grant, ...] = ()
    contracts: tuple[Terms, ...] = ()
    payers: Mapping[int, PayerFact] = field(default_factory=dict)
    declared: Mapping[GuestNight, int | None] = field(default_factory=dict)
    fixed_months: Mapping[PayerKey, frozenset[Month]] = field(default_factory=dict)
    fixed_lumps: frozenset[str] = frozenset()

    @cached_property
    def _fixed(self) -> frozenset[Month]:
        return frozenset[Month]().union(*self.fixed_months.values())

    def may_be_shown(self, fact: NightFact) -> bool:
        """It can stand on this month's declaration: of this month, held, or found after its month was fixed."""
        return self.month.holds(fact.night) or fact.billing is Billing.HELD or Month.of(fact.night) in self._fixed


def in_force(day: date, valid_from: date, valid_until: date | None) -> bool:
    return valid_from <= day and (valid_until is None or day <= valid_until)
