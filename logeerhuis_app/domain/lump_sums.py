"""What is paid by the month, however many nights were slept, and how the parties share it (Dutch: verdeelsleutel)."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from logeerhuis_app.domain.billing_facts import PayerFact, Terms
from logeerhuis_app.domain.funding import Law, PayerKind
from logeerhuis_app.domain.money import Cents, round_cents, split
from logeerhuis_app.domain.nights import Month

_LAW_OF_KIND = {
    PayerKind.MUNICIPALITY: Law.WMO,
    PayerKind.CARE_OFFICE: Law.WLZ,
    PayerKind.INSURER: Law.ZVW,
    PayerKind.GUEST: Law.PRIVATE,
}


@dataclass(frozen=True)
class LumpPart:
    """One party's part of one month. ``amount`` None: the contract has no amount, or its shares do not add up."""

    terms: Terms
    payer_id: int
    law: Law
    share: Fraction
    total: Cents
    amount: Cents | None


def lump_key(contract_id: int, payer_id: int, month: Month) -> str:
    """What makes a share of a month payable once."""
    return f"{contract_id}:{payer_id}:{month}"


def month_total(terms: Terms, month: Month) -> Cents:
    """What the parties owe together. A month that begins or ends half-way counts by its days."""
    days = (month.last - month.first).days + 1
    exact = Decimal(0)
    for lump in terms.lump_sums:
        first = max(month.first, lump.valid_from, terms.valid_from)
        last = min(day for day in (month.last, lump.valid_until, terms.valid_until) if day is not None)
        exact += Decimal(lump.monthly) * max(0, (last - first).days + 1) / days
    return round_cents(exact)


def lump_parts(terms: Terms, payers: dict[int, PayerFact], month: Month) -> list[LumpPart]:
    """Each party's part, adding up to the month's total; what is left of a cent goes to the first party."""
    total = month_total(terms, month)
    shares = [part for _payer, part in terms.parties]
    is_known = sum(shares) == 1 and total > 0
    amounts: list[Cents] | list[None] = split(total, shares) if is_known else [None] * len(shares)
    return [
        LumpPart(terms, payer_id, _LAW_OF_KIND.get(payers[payer_id].kind, terms.law), share, total, amount)
        for (payer_id, share), amount in zip(terms.parties, amounts, strict=True)
    ]
