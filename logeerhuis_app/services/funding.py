"""What payers granted a guest (Dutch: toewijzing, indicatie)."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.checks import FileConcern, Reason, is_usual_payer, periods_overlap, require_order
from logeerhuis_app.domain.errors import Concern, ConcernsOpen, FieldInvalid, FieldRequired, NightsDeclared, NotFound
from logeerhuis_app.domain.funding import LAW_OF_BASIS, Basis, Frequency
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.models import Allocation, Declaration, DeclarationLine, Guest, Payer
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, kept, put

_CHANGED = Topic.FUNDING | Topic.GUESTS | Topic.DECLARATIONS


@dataclass(frozen=True)
class AllocationWish:
    """``volume`` in nights, with over which stretch it counts; both empty: no number was granted."""

    payer_id: int | None
    basis: Basis
    valid_from: date | None
    valid_until: date | None = None
    number: str = ""
    decision_no: str = ""
    product: str = ""
    volume: int | None = None
    frequency: Frequency | None = None
    version: int = 0
    accepted: tuple[str, ...] = ()


@writes(UseCase.CHANGE_FUNDING)
def add_allocation(work: Work, guest_id: int, wish: AllocationWish) -> Changes:
    """Write down what was granted.

    Raises:
        FieldRequired, FieldInvalid: no first day, an end before it, nights without a stretch.
        ConcernsOpen: it overlaps another of the same law, or the payer is an unusual one for this basis.
    """
    found(work.session, Guest, guest_id)
    values = _checked(wish)
    accepted = _weigh(work.session, guest_id, wish, 0)
    row = Allocation(guest_id=guest_id)
    changed = put(row, values)
    work.session.add(row)
    work.session.flush()
    work.log("C", "allocation", row.id, guest_id, changed=changed, accepted=accepted)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_FUNDING)
def change_allocation(work: Work, allocation_id: int, wish: AllocationWish) -> Changes:
    """What was declared on it stays as it was declared: a later difference is credited, never rewritten."""
    row = found(work.session, Allocation, allocation_id, wish.version)
    values = _checked(wish)
    accepted = _weigh(work.session, row.guest_id, wish, row.id)
    changed = put(row, values)
    work.log("U", "allocation", row.id, row.guest_id, changed=changed, accepted=accepted)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_FUNDING)
def remove_allocation(work: Work, allocation_id: int, version: int) -> Changes:
    """Take away one that was written in the wrong file.

    Raises: NightsDeclared when a declaration stands on it; then it gets an end date instead.
    """
    row = found(work.session, Allocation, allocation_id, version)
    query = select(Declaration.number).join(DeclarationLine, DeclarationLine.declaration_id == Declaration.id)
    number = work.session.scalar(query.where(DeclarationLine.allocation_id == row.id).limit(1))
    if number is not None:
        raise NightsDeclared(number, (row.valid_from,))
    work.session.delete(row)
    work.log("D", "allocation", row.id, row.guest_id, was=kept(row))
    return Changes(_CHANGED)


def _checked(wish: AllocationWish) -> dict[str, Any]:
    if wish.valid_from is None:
        raise FieldRequired("valid_from")
    require_order("valid_until", wish.valid_from, wish.valid_until)
    if wish.volume is not None and wish.volume < 1:
        raise FieldInvalid("volume", str(wish.volume), Reason.NUMBER)
    if wish.volume is not None and wish.frequency is None:
        raise FieldRequired("frequency")
    if wish.frequency is not None and wish.volume is None:
        raise FieldRequired("volume")
    return {name: value for name, value in asdict(wish).items() if name not in {"version", "accepted"}}


def _weigh(session: Session, guest_id: int, wish: AllocationWish, own_id: int) -> list[str]:
    """The concerns that were passed. Raises: ConcernsOpen for the others."""
    concerns = [*_unusual_payer(session, wish), *_overlaps(session, guest_id, wish, own_id)]
    waiting = tuple(concern for concern in concerns if concern.kind not in wish.accepted)
    if waiting:
        raise ConcernsOpen(waiting)
    return [concern.kind for concern in concerns]


def _unusual_payer(session: Session, wish: AllocationWish) -> list[Concern]:
    if wish.payer_id is None:  # a house that has no payers yet
        raise FieldRequired("payer_id")
    payer = session.get(Payer, wish.payer_id)
    if payer is None:
        raise NotFound("payer", str(wish.payer_id))
    return [] if is_usual_payer(wish.basis, payer.kind) else [Concern(FileConcern.PAYER_UNUSUAL.value, payer.name)]


def _overlaps(session: Session, guest_id: int, wish: AllocationWish, own_id: int) -> list[Concern]:
    """Another one of the same law on the same days: the declaration will have to ask which of the two pays."""
    law, first = LAW_OF_BASIS[wish.basis], wish.valid_from or date.min
    query = select(Allocation).where(Allocation.guest_id == guest_id, Allocation.id != own_id)
    for other in session.scalars(query.order_by(Allocation.valid_from)):
        is_same_law = LAW_OF_BASIS[other.basis] is law
        if is_same_law and periods_overlap(first, wish.valid_until, other.valid_from, other.valid_until):
            return [Concern(FileConcern.ALLOCATION_OVERLAP.value, f"{other.number} {_period(other)}".strip())]
    return []


def _period(row: Allocation) -> str:
    if row.valid_until is None:
        return _("from {date}").format(date=date_numeric(row.valid_from))
    return f"{date_numeric(row.valid_from)} – {date_numeric(row.valid_until)}"
