"""Everything the billing rules need for one month, read in a dozen statements however many guests there are."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.billing_facts import (
    GuestFact,
    GuestNight,
    LumpFact,
    MonthFacts,
    NightFact,
    PayerFact,
    PayerKey,
    RateFact,
    Terms,
)
from logeerhuis_app.domain.bookings import BookingLabel
from logeerhuis_app.domain.declaring import Billing, DeclarationState
from logeerhuis_app.domain.entitlement import Grant
from logeerhuis_app.domain.funding import PayerKind
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import NameUsage
from logeerhuis_app.models import (
    Allocation,
    Bed,
    Booking,
    Contract,
    Declaration,
    DeclarationLine,
    DeclaredNight,
    Guest,
    House,
    Location,
    LumpSum,
    Night,
    Payer,
    Rate,
    Room,
    Share,
)


@dataclass(frozen=True)
class GuestOnPaper:
    """What of a guest may stand on a declaration; nothing about care."""

    id: int
    guest_no: str
    given_name: str
    prefix: str
    last_name: str
    partner_prefix: str
    partner_last_name: str
    name_usage: NameUsage
    born: PartialDate
    bsn: str
    street: str
    house_no: str
    house_letter: str
    house_addition: str
    postcode: str
    town: str
    municipality_code: str


@dataclass(frozen=True)
class Stay:
    arrival: date
    departure: date
    is_trial: bool


@dataclass(frozen=True)
class LoadedMonth:
    """The facts for the rules, and the names, stays and contracts to show them with."""

    facts: MonthFacts
    guests: dict[int, GuestOnPaper]
    stays: dict[int, Stay]
    payers: dict[int, Payer]
    contracts: dict[int, Contract]
    locations: dict[int, Location]
    allocations: dict[int, Allocation]
    is_practice: bool


def load_month(session: Session, month: Month, today: date, only: PayerKey | None = None) -> LoadedMonth:
    """The month's nights, and what of earlier months counts along or turned up late.

    ``only``: the guests of this payer alone, for its bill is all that is asked for.
    """
    wanted = _guests_with_nights(session, month, only)
    guests = _guests(session, wanted)
    allocations = {row.id: row for row in session.scalars(select(Allocation).where(Allocation.guest_id.in_(wanted)))}
    payers = {row.id: row for row in session.scalars(select(Payer))}
    contracts = {row.id: row for row in session.scalars(select(Contract).order_by(Contract.id))}
    first = _look_back_to(month, allocations.values())
    nights = _nights(session, wanted, first, month.last)
    fixed_months, fixed_lumps = _fixed(session)
    facts = MonthFacts(
        month=month,
        today=today,
        nights=tuple(nights),
        guests=_guest_facts(guests, payers),
        grants=tuple(_grant(row) for row in allocations.values()),
        contracts=tuple(_terms(session, contracts)),
        payers={row.id: PayerFact(row.id, row.kind) for row in payers.values()},
        declared=_declared(session, wanted, first, month.last),
        fixed_months=fixed_months,
        fixed_lumps=fixed_lumps,
    )
    shown = {fact.booking_id for fact in nights if facts.may_be_shown(fact)}
    stays = _stays(session, shown)
    locations = {row.id: row for row in session.scalars(select(Location))}
    is_practice = bool(session.scalar(select(House.is_practice)))
    return LoadedMonth(facts, guests, stays, payers, contracts, locations, allocations, is_practice)


# -- whose nights


def _guests_with_nights(session: Session, month: Month, only: PayerKey | None) -> list[int]:
    """Guests with a night in the month, or with one of before that may come along now."""
    inside = Night.night.between(month.first, month.last)
    late = and_(Night.night < month.first, _may_be_late(session), ~_is_declared())
    wanted = select(Night.guest_id).where(Night.guest_id.is_not(None), or_(inside, late)).distinct()
    if only is not None and only.guest_id is not None:
        wanted = wanted.where(Night.guest_id == only.guest_id)
    elif only is not None and only.payer_id is not None and only.contract_id is None:
        granted = select(Allocation.guest_id).where(Allocation.payer_id == only.payer_id)
        wanted = wanted.where(Night.guest_id.in_(granted))
    return sorted(guest_id for guest_id in session.scalars(wanted) if guest_id is not None)


def _may_be_late(session: Session) -> ColumnElement[bool]:
    """Held nights, and nights of a stretch in which something was fixed already."""
    first, last = session.execute(select(func.min(Declaration.month), func.max(Declaration.month))).one()
    held = Night.billing == Billing.HELD
    if first is None:
        return held
    return or_(held, Night.night.between(first, Month.of(last).last))


def _is_declared() -> ColumnElement[bool]:
    return (
        select(DeclaredNight.id)
        .where(DeclaredNight.guest_id == Night.guest_id, DeclaredNight.night == Night.night)
        .where(DeclaredNight.is_credited.is_(False))
        .exists()
    )


def _look_back_to(month: Month, allocations: Iterable[Allocation]) -> date:
    """Counters look back: to the start of an allocation with a volume, and a Wlz year (a late night: of last year)."""
    starts = [row.valid_from for row in allocations if row.volume is not None]
    return min([date(month.year - 1, 1, 1), *starts])


def _nights(session: Session, guest_ids: Sequence[int], first: date, last: date) -> list[NightFact]:
    """A night belongs to the house of its own bed, for a stay may move half-way; without a bed to that of the stay."""
    query = (
        select(
            Booking.guest_id,
            Night.night,
            Booking.id,
            Night.presence,
            Night.billing,
            func.coalesce(Room.location_id, Booking.location_id),
            Booking.state,
        )
        .join(Booking, Night.booking_id == Booking.id)
        .outerjoin(Bed, Night.bed_id == Bed.id)
        .outerjoin(Room, Bed.room_id == Room.id)
        .where(Night.guest_id.in_(guest_ids), Night.night.between(first, last))
    )
    return [
        NightFact(guest_id, night, booking_id, location_id, state, presence, billing)
        for guest_id, night, booking_id, presence, billing, location_id, state in session.execute(query)
    ]


def _stays(session: Session, booking_ids: Iterable[int]) -> dict[int, Stay]:
    query = select(Booking.id, Booking.arrival, Booking.departure, Booking.label).where(Booking.id.in_(booking_ids))
    rows = session.execute(query)
    return {row.id: Stay(row.arrival, row.departure, row.label is BookingLabel.TRIAL) for row in rows}


def _declared(session: Session, guest_ids: Sequence[int], first: date, last: date) -> dict[GuestNight, int | None]:
    query = (
        select(DeclaredNight.guest_id, DeclaredNight.night, DeclarationLine.allocation_id)
        .join(DeclarationLine, DeclaredNight.line_id == DeclarationLine.id)
        .where(DeclaredNight.guest_id.in_(guest_ids), DeclaredNight.night.between(first, last))
        .where(DeclaredNight.is_credited.is_(False))
    )
    return {(guest_id, night): allocation_id for guest_id, night, allocation_id in session.execute(query)}


# -- who they are, what was granted and agreed


def _guests(session: Session, guest_ids: Sequence[int]) -> dict[int, GuestOnPaper]:
    columns = (
        *(Guest.id, Guest.guest_no, Guest.given_name, Guest.prefix, Guest.last_name, Guest.born),
        *(Guest.partner_prefix, Guest.partner_last_name, Guest.name_usage),
    )
    address = (
        *(Guest.street, Guest.house_no, Guest.house_letter, Guest.house_addition),
        *(Guest.postcode, Guest.town, Guest.municipality_code),
    )
    bsn = func.coalesce(Guest.bsn, "").label("bsn")
    rows = session.execute(select(*columns, bsn, *address).where(Guest.id.in_(guest_ids)))
    return {row.id: GuestOnPaper(**row._mapping) for row in rows}


def _guest_facts(guests: Mapping[int, GuestOnPaper], payers: Mapping[int, Payer]) -> dict[int, GuestFact]:
    by_code = {row.code: row.id for row in payers.values() if row.kind is PayerKind.MUNICIPALITY}
    return {
        guest.id: GuestFact(guest.id, bool(guest.bsn), by_code.get(guest.municipality_code))
        for guest in guests.values()
    }


def _grant(row: Allocation) -> Grant:
    return Grant(
        id=row.id,
        guest_id=row.guest_id,
        payer_id=row.payer_id,
        basis=row.basis,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
        volume=row.volume,
        frequency=row.frequency,
    )


def _terms(session: Session, contracts: Mapping[int, Contract]) -> list[Terms]:
    rates: dict[int, list[RateFact]] = defaultdict(list)
    for rate in session.scalars(select(Rate).order_by(Rate.id)):
        fact = RateFact(rate.basis, Cents(rate.amount_cents), rate.valid_from, rate.valid_until)
        rates[rate.contract_id].append(fact)
    lumps: dict[int, list[LumpFact]] = defaultdict(list)
    for lump in session.scalars(select(LumpSum).order_by(LumpSum.id)):
        lumps[lump.contract_id].append(LumpFact(Cents(lump.monthly_cents), lump.valid_from, lump.valid_until))
    shares: dict[int, list[tuple[int, Fraction]]] = defaultdict(list)
    for share in session.scalars(select(Share).order_by(Share.order, Share.id)):
        shares[share.contract_id].append((share.payer_id, Fraction(share.numerator, share.denominator)))
    return [
        Terms(
            id=row.id,
            location_id=row.location_id,
            payer_id=row.payer_id,
            law=row.law,
            arrangement=row.arrangement,
            valid_from=row.valid_from,
            valid_until=row.valid_until,
            rates=tuple(rates[row.id]),
            lump_sums=tuple(lumps[row.id]),
            shares=tuple(shares[row.id]),
        )
        for row in contracts.values()
    ]


# -- what left the house before


def _fixed(session: Session) -> tuple[dict[PayerKey, frozenset[Month]], frozenset[str]]:
    """The months that were fixed, per payer, and the shares of lump sums."""
    columns = (
        Declaration.payer_id,
        Declaration.location_id,
        Declaration.law,
        Declaration.guest_id,
        Declaration.month,
        Declaration.lump_key,
    )
    months: dict[PayerKey, set[Month]] = defaultdict(set)
    lumps: set[str] = set()
    query = select(*columns).where(Declaration.state != DeclarationState.CREDITED)
    for payer_id, location_id, law, guest_id, month, lump in session.execute(query):
        if lump is not None:
            lumps.add(lump)
        else:
            months[PayerKey(payer_id, location_id, law, guest_id)].add(Month.of(month))
    return {key: frozenset(fixed) for key, fixed in months.items()}, frozenset(lumps)
