"""Payers, contracts and rates. A rate counts for the night's date; a new one ends the one before it the day before.

What was declared is a copy and stays as it was; a rate that is put right later shows up as a difference to be credited.
"""

import re
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.checks import Reason, require_order
from logeerhuis_app.domain.errors import AlreadyExists, FieldInvalid, FieldRequired, NotFound
from logeerhuis_app.domain.funding import LAW_OF_BASIS, Arrangement, Basis, PayerKind
from logeerhuis_app.domain.guests import fold
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.typed_text import tidy_line
from logeerhuis_app.models import Contract, Location, Payer, Rate, Share
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, reads, writes
from logeerhuis_app.services.field_values import found, put
from logeerhuis_app.services.rows.payers import ContractRow, PayerFacts, PayerRow, RateRow

_CHANGED = Topic.HOUSE | Topic.FUNDING | Topic.DECLARATIONS
_NUMBERED = frozenset({PayerKind.MUNICIPALITY, PayerKind.CARE_OFFICE, PayerKind.INSURER})
"""Known by four digits: the municipality code of CBS, or the UZOVI code of Vektis."""
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True)
class PayerWish:
    kind: PayerKind
    name: str
    code: str = ""
    department: str = ""
    address: str = ""
    postcode_town: str = ""
    is_signature_wanted: bool = False
    version: int = 0


@dataclass(frozen=True)
class ContractWish:
    """One per location, with its first rate: the law follows from the basis."""

    location_id: int
    number: str
    basis: Basis
    valid_from: date | None
    amount_cents: int | None
    product: str = ""
    product_category: str = ""
    product_code: str = ""
    payment_days: int = 30


@dataclass(frozen=True)
class RateWish:
    basis: Basis
    valid_from: date | None
    amount_cents: int | None


# --- looking --------------------------------------------------------------------------------------------------------


@reads(UseCase.CHANGE_PAYERS)
def payer_facts(work: Work) -> PayerFacts:
    """Nothing of a guest."""
    kinds = list(PayerKind)
    payers = sorted(work.session.scalars(select(Payer)), key=lambda row: (kinds.index(row.kind), fold(row.name)))
    locations = {row.id: row.name for row in work.session.scalars(select(Location).order_by(Location.id))}
    rates: dict[int, list[Rate]] = {}
    for rate in work.session.scalars(select(Rate).order_by(Rate.basis, Rate.valid_from.desc(), Rate.id)):
        rates.setdefault(rate.contract_id, []).append(rate)
    parties: dict[int, list[int]] = {}
    for contract_id, payer_id in work.session.execute(select(Share.contract_id, Share.payer_id).order_by(Share.order)):
        parties.setdefault(contract_id, []).append(payer_id)
    contracts = work.session.scalars(select(Contract).order_by(Contract.location_id, Contract.valid_from, Contract.id))
    return PayerFacts(
        work.today,
        tuple(_row(PayerRow, row, payer_id=row.id) for row in payers),
        tuple(
            _row(
                ContractRow,
                row,
                contract_id=row.id,
                location=locations[row.location_id],
                parties=tuple(parties.get(row.id, [row.payer_id])),
                rates=tuple(_rate_rows(rates.get(row.id, []))),
            )
            for row in contracts
        ),
        tuple(locations.items()),
    )


def _row(kind: Any, row: Any, **own: Any) -> Any:
    names = [name for name in kind.__dataclass_fields__ if name not in own]
    return kind(**own, **{name: getattr(row, name) for name in names})


def _rate_rows(rates: list[Rate]) -> list[RateRow]:
    """The first of each basis is the newest, for they come in that order."""
    seen: set[Basis] = set()
    rows = []
    for rate in rates:
        rows.append(_row(RateRow, rate, rate_id=rate.id, is_last=rate.basis not in seen))
        seen.add(rate.basis)
    return rows


# --- payers ---------------------------------------------------------------------------------------------------------


@writes(UseCase.CHANGE_PAYERS)
def add_payer(work: Work, wish: PayerWish) -> Changes:
    """Raises: FieldRequired, FieldInvalid, AlreadyExists."""
    row = Payer()
    put(row, _checked_payer(work.session, wish))
    work.session.add(row)
    work.session.flush()
    work.log("C", "payer", row.id, code=row.code)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_PAYERS)
def change_payer(work: Work, payer_id: int, wish: PayerWish) -> Changes:
    """Raises: FieldRequired, FieldInvalid, AlreadyExists, ChangedByOther."""
    row = found(work.session, Payer, payer_id, wish.version)
    work.log("U", "payer", row.id, changed=put(row, _checked_payer(work.session, wish, row.id)))
    return Changes(_CHANGED)


def _checked_payer(session: Session, wish: PayerWish, own_id: int = 0) -> dict[str, Any]:
    if not tidy_line(wish.name):
        raise FieldRequired("name")
    code = tidy_line(wish.code).upper()
    if wish.kind in _NUMBERED and not re.fullmatch(r"\d{4}", code):
        raise FieldInvalid("code", code or "–", Reason.FOUR_DIGITS)
    other = session.scalar(select(Payer).where(Payer.kind == wish.kind, Payer.code == code, Payer.id != own_id))
    if other is not None:
        raise AlreadyExists("payer", f"{code} ({other.name})" if code else other.name)
    return {key: value for key, value in asdict(wish).items() if key != "version"} | {"code": code}


# --- contracts and rates --------------------------------------------------------------------------------------------


@writes(UseCase.CHANGE_PAYERS)
def add_contract(work: Work, payer_id: int, wish: ContractWish) -> Changes:
    """An agreement per night of one location with one payer, with its first rate.

    Raises: FieldRequired, FieldInvalid, NotFound.
    """
    if work.session.get(Payer, payer_id) is None:
        raise NotFound("payer", str(payer_id))
    if work.session.get(Location, wish.location_id) is None:
        raise NotFound("location", str(wish.location_id))
    if not tidy_line(wish.number):
        raise FieldRequired("contract_number")
    first, cents = _priced(wish.valid_from, wish.amount_cents)
    row = Contract(payer_id=payer_id, law=LAW_OF_BASIS[wish.basis], arrangement=Arrangement.PER_NIGHT, valid_from=first)
    names = ("location_id", "number", "product", "product_category", "product_code", "payment_days")
    put(row, {name: getattr(wish, name) for name in names})
    work.session.add(row)
    work.session.flush()
    rate = Rate(contract_id=row.id, basis=wish.basis, valid_from=first, amount_cents=cents)
    work.session.add(rate)
    work.session.flush()
    work.log("C", "contract", row.id, number=row.number, basis=wish.basis.value, cents=cents)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_PAYERS)
def end_contract(work: Work, contract_id: int, last_day: date | None, version: int) -> Changes:
    """The last day on which it holds; empty: no end is agreed.

    Raises: FieldInvalid, ChangedByOther.
    """
    row = found(work.session, Contract, contract_id, version)
    require_order("valid_until", row.valid_from, last_day)
    work.log("U", "contract", row.id, changed=put(row, {"valid_until": last_day}))
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_PAYERS)
def add_rate(work: Work, contract_id: int, wish: RateWish) -> Changes:
    """Another price from a day on; the one before it on this basis ends the day before.

    Raises:
        FieldRequired, FieldInvalid: no day or amount; a basis of another law; a day before the newest rate begins.
    """
    contract = _locked_contract(work.session, contract_id)
    first, cents = _priced(wish.valid_from, wish.amount_cents)
    if LAW_OF_BASIS[wish.basis] is not contract.law:
        raise FieldInvalid("basis", wish.basis.value, Reason.OTHER_LAW)
    newest = _newest(work.session, contract_id, wish.basis)
    if newest is not None:
        if first <= newest.valid_from:
            raise FieldInvalid("valid_from", first.isoformat(), Reason.ORDER)
        newest.valid_until = first - _ONE_DAY
    rate = Rate(contract_id=contract_id, basis=wish.basis, valid_from=first, amount_cents=cents)
    work.session.add(rate)
    work.session.flush()
    work.log("C", "rate", rate.id, contract=contract_id, basis=wish.basis.value, cents=cents)
    return Changes(_CHANGED, created_id=rate.id)


@writes(UseCase.CHANGE_PAYERS)
def correct_rate(work: Work, rate_id: int, amount_cents: int | None) -> Changes:
    """The newest price of its basis was typed wrongly.

    Raises: FieldRequired, FieldInvalid, NotFound.
    """
    rate = work.session.get(Rate, rate_id, with_for_update=True)
    if rate is None:
        raise NotFound("line", str(rate_id))
    _first, cents = _priced(rate.valid_from, amount_cents)
    work.log("U", "rate", rate.id, contract=rate.contract_id, changed=put(rate, {"amount_cents": cents}))
    return Changes(_CHANGED)


def _locked_contract(session: Session, contract_id: int) -> Contract:
    """Two desks that add a rate queue up: two newest ones would both count."""
    row = session.get(Contract, contract_id, with_for_update=True)
    if row is None:
        raise NotFound("contract", str(contract_id))
    return row


def _newest(session: Session, contract_id: int, basis: Basis) -> Rate | None:
    query = select(Rate).where(Rate.contract_id == contract_id, Rate.basis == basis)
    return session.scalars(query.order_by(Rate.valid_from.desc()).limit(1)).first()


def _priced(first: date | None, cents: int | None) -> tuple[date, int]:
    if first is None:
        raise FieldRequired("valid_from")
    if cents is None:
        raise FieldRequired("amount_cents")
    if cents < 0:
        raise FieldInvalid("amount_cents", str(cents), Reason.NEGATIVE)
    return first, cents
