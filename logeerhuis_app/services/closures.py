"""Closing beds for some nights: by the same rows, so by the same constraint, as a stay."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import delete, select

from logeerhuis_app.domain.bookings import ClosureReason
from logeerhuis_app.domain.errors import BedClosed, BedTaken, NotFound
from logeerhuis_app.domain.nights import StayPeriod
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.models import Bed, Booking, Closure, Guest, Night
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, reads, writes
from logeerhuis_app.services.stay_nights import bed_name


@dataclass(frozen=True)
class ClosureWish:
    """[from_day, until_day) of these beds."""

    bed_ids: tuple[int, ...]
    from_day: date
    until_day: date
    reason: ClosureReason
    note: str = ""


@writes(UseCase.CLOSE_BEDS)
def close_beds(work: Work, wish: ClosureWish) -> Changes:
    """Nobody can be booked here (Dutch: sluiting).

    Raises:
        BedTaken: a stay is in the way; it must be moved or cancelled by a human first.
        BedClosed: the bed is closed already on one of the nights.
    """
    nights = list(StayPeriod(wish.from_day, wish.until_day).nights())
    locked = select(Bed.id).where(Bed.id.in_(wish.bed_ids)).order_by(Bed.id).with_for_update()
    work.session.execute(locked)
    _refuse_if_taken(work, wish.bed_ids, nights)
    closure = Closure(from_day=wish.from_day, until_day=wish.until_day, reason=wish.reason, note=wish.note)
    work.session.add(closure)
    work.session.flush()
    work.session.add_all(
        Night(night=night, bed_id=bed_id, closure_id=closure.id) for bed_id in wish.bed_ids for night in nights
    )
    work.session.flush()
    work.log("C", "closure", closure.id, beds=list(wish.bed_ids), nights=[wish.from_day, wish.until_day])
    return Changes(Topic.BOOKINGS, created_id=closure.id)


@writes(UseCase.CLOSE_BEDS)
def reopen_beds(work: Work, closure_id: int) -> Changes:
    """Take a closure back; its nights are free again."""
    closure = work.session.get(Closure, closure_id)
    if closure is None:
        raise NotFound("closure", str(closure_id))
    work.session.execute(delete(Night).where(Night.closure_id == closure_id))
    work.session.delete(closure)
    work.log("D", "closure", closure_id, nights=[closure.from_day, closure.until_day])
    return Changes(Topic.BOOKINGS)


@reads(UseCase.CLOSE_BEDS)
def closure_wish(work: Work, closure_id: int) -> ClosureWish | None:
    """What was asked for when these beds were closed; None when they are open again."""
    closure = work.session.get(Closure, closure_id)
    if closure is None:
        return None
    beds = work.session.scalars(
        select(Night.bed_id).where(Night.closure_id == closure_id, Night.bed_id.is_not(None)).distinct()
    )
    bed_ids = tuple(sorted(bed_id for bed_id in beds if bed_id is not None))
    return ClosureWish(bed_ids, closure.from_day, closure.until_day, closure.reason, closure.note)


def _refuse_if_taken(work: Work, bed_ids: Sequence[int], nights: Sequence[date]) -> None:
    query = (
        select(Night.night, Night.bed_id, Booking, Guest, Closure)
        .join(Booking, Night.booking_id == Booking.id, isouter=True)
        .join(Guest, Booking.guest_id == Guest.id, isouter=True)
        .join(Closure, Night.closure_id == Closure.id, isouter=True)
        .where(Night.bed_id.in_(bed_ids), Night.night.in_(nights))
        .order_by(Night.night)
    )
    found = work.session.execute(query).all()
    if not found:
        return
    _night, bed_id, booking, guest, closure = found[0]
    room = bed_name(work.session, bed_id or 0)
    if closure is not None:
        closed = tuple(night for night, _bed, _booking, _guest, other in found if other is closure)
        raise BedClosed(room, closed, label(closure.reason))
    taken = tuple(night for night, _bed, other, _guest, _closure in found if other is booking)
    name = shown_name(guest)
    raise BedTaken(room, taken, name, booking.arrival, booking.departure)
