"""Who pays and what: payers with their contracts and rates, as the manager sees them in the settings."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.funding import Arrangement, Basis, Law, PayerKind


@dataclass(frozen=True)
class PayerRow:
    payer_id: int
    version: int
    kind: PayerKind
    code: str
    name: str
    department: str
    address: str
    postcode_town: str
    is_signature_wanted: bool


@dataclass(frozen=True)
class RateRow:
    """The price of a night on one basis from a day on. ``is_last``: the newest of its basis, which may be put right."""

    rate_id: int
    basis: Basis
    valid_from: date
    valid_until: date | None
    amount_cents: int
    is_last: bool


@dataclass(frozen=True)
class ContractRow:
    """Rates by basis, the newest first. A lump sum is shared by several payers and has none.

    ``parties``: everybody who pays a part; without shares the payer alone.
    """

    contract_id: int
    version: int
    payer_id: int
    parties: tuple[int, ...]
    location_id: int
    location: str
    law: Law
    arrangement: Arrangement
    number: str
    product: str
    product_category: str
    product_code: str
    valid_from: date
    valid_until: date | None
    payment_days: int
    rates: tuple[RateRow, ...]

    def cents_on(self, day: date) -> tuple[int, ...]:
        """What a night costs that day, by basis; nothing where the contract does not hold."""
        if day < self.valid_from or (self.valid_until is not None and self.valid_until < day):
            return ()
        in_force = (rate for rate in self.rates if rate.valid_from <= day <= (rate.valid_until or day))
        return tuple(rate.amount_cents for rate in in_force)


@dataclass(frozen=True)
class PayerFacts:
    """Payers by kind and name; ``locations``: number and name."""

    today: date
    payers: tuple[PayerRow, ...]
    contracts: tuple[ContractRow, ...]
    locations: tuple[tuple[int, str], ...]

    def of(self, payer_id: int) -> tuple[ContractRow, ...]:
        return tuple(contract for contract in self.contracts if payer_id in contract.parties)
