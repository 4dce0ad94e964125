"""Taking, moving and freeing the nights of a stay: the only code that writes night rows of bookings."""

from collections.abc import Iterable, Mapping
from datetime import date

from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from logeerhuis_app.domain.errors import BedClosed, BedTaken, GuestElsewhere, NightsDeclared
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.models import (
    Bed,
    Booking,
    Closure,
    Declaration,
    DeclarationLine,
    DeclaredNight,
    Guest,
    Night,
    Room,
)

BedOfNight = Mapping[date, int | None]


def lock(session: Session, guest_id: int, bed_ids: Iterable[int]) -> None:
    """Queue up behind whoever books the same guest or bed on a server; a file is locked whole already.

    Always guests before beds and in order of id, or two desks wait for each other for ever.
    """
    session.execute(select(Guest.id).where(Guest.id == guest_id).with_for_update())
    session.execute(select(Bed.id).where(Bed.id.in_(sorted(set(bed_ids)))).order_by(Bed.id).with_for_update())


def nights_of(session: Session, booking_id: int) -> dict[date, Night]:
    """The nights of one booking, by date."""
    rows = session.scalars(select(Night).where(Night.booking_id == booking_id).order_by(Night.night))
    return {row.night: row for row in rows}


def assign(session: Session, booking: Booking, wanted: BedOfNight) -> None:
    """Make the booking's nights exactly these. The constraints of the database have the last word.

    Raises:
        BedTaken, BedClosed, GuestElsewhere: with who has it, and on which nights.
        NightsDeclared: a night that is to go stands on a fixed declaration.
    """
    have = nights_of(session, booking.id)
    refuse_if_taken(session, booking, wanted)
    gone = [night for night in have if night not in wanted]
    refuse_if_declared(session, booking.guest_id, gone)
    try:
        with session.begin_nested():
            _write(session, booking, have, wanted, gone)
    except IntegrityError:
        # Somebody was faster between the look and the insert: look again and say who.
        refuse_if_taken(session, booking, wanted)
        raise


def _write(
    session: Session, booking: Booking, have: Mapping[date, Night], wanted: BedOfNight, gone: list[date]
) -> None:
    for night in gone:
        session.delete(have[night])
    for night, bed_id in wanted.items():
        if night in have:
            have[night].bed_id = bed_id
        else:
            session.add(Night(night=night, bed_id=bed_id, guest_id=booking.guest_id, booking_id=booking.id))
    session.flush()


def free(session: Session, booking: Booking) -> None:
    """Give all nights back.

    Raises:
        NightsDeclared: one of them stands on a fixed declaration.
    """
    refuse_if_declared(session, booking.guest_id, list(nights_of(session, booking.id)))
    session.execute(delete(Night).where(Night.booking_id == booking.id))


def refuse_if_declared(session: Session, guest_id: int, nights: list[date]) -> None:
    """Raises: NightsDeclared."""
    if not nights:
        return
    query = (
        select(Declaration.number, DeclaredNight.night)
        .join(DeclarationLine, DeclaredNight.line_id == DeclarationLine.id)
        .join(Declaration, DeclarationLine.declaration_id == Declaration.id)
        .where(DeclaredNight.guest_id == guest_id, DeclaredNight.night.in_(nights))
        .where(DeclaredNight.is_credited.is_(False))
        .order_by(DeclaredNight.night)
    )
    if found := session.execute(query).all():
        raise NightsDeclared(found[0][0], tuple(night for _number, night in found))


def refuse_if_taken(session: Session, booking: Booking, wanted: BedOfNight) -> None:
    """Say who has the bed, or where the guest already sleeps."""
    _refuse_guest_elsewhere(session, booking, wanted)
    beds: dict[int, list[date]] = {}
    for night, bed_id in wanted.items():
        if bed_id is not None:
            beds.setdefault(bed_id, []).append(night)
    for bed_id, nights in beds.items():
        _refuse_bed_taken(session, booking.id, bed_id, nights)


def _refuse_guest_elsewhere(session: Session, booking: Booking, wanted: BedOfNight) -> None:
    query = (
        select(Night.night, Room.name)
        .join(Bed, Night.bed_id == Bed.id, isouter=True)
        .join(Room, Bed.room_id == Room.id, isouter=True)
        .where(Night.guest_id == booking.guest_id, Night.night.in_(list(wanted)))
        .where(Night.booking_id != (booking.id or 0))
        .order_by(Night.night)
    )
    if found := session.execute(query).all():
        guest = session.get_one(Guest, booking.guest_id)
        raise GuestElsewhere(_name(guest), found[0][1] or "", tuple(night for night, _room in found))


def _refuse_bed_taken(session: Session, booking_id: int | None, bed_id: int, nights: list[date]) -> None:
    query = (
        select(Night.night, Night.closure_id, Booking, Guest)
        .join(Booking, Night.booking_id == Booking.id, isouter=True)
        .join(Guest, Night.guest_id == Guest.id, isouter=True)
        .where(Night.bed_id == bed_id, Night.night.in_(nights))
        .where((Night.booking_id != (booking_id or 0)) | Night.booking_id.is_(None))
        .order_by(Night.night)
    )
    found = session.execute(query).all()
    if not found:
        _refuse_bed_gone(session, bed_id, nights)
        return
    room = bed_name(session, bed_id)
    _night, closure_id, other, guest = found[0]
    if closure_id is not None:
        closed = tuple(night for night, closure, *_rest in found if closure is not None)
        raise BedClosed(room, closed, label(session.get_one(Closure, closure_id).reason))
    taken = tuple(night for night, _closure, booking, _guest in found if booking is other)
    raise BedTaken(room, taken, _name(guest), other.arrival, other.departure)


def _refuse_bed_gone(session: Session, bed_id: int, nights: list[date]) -> None:
    closed_from = session.scalar(select(Bed.closed_from).where(Bed.id == bed_id))
    if closed_from is not None and (late := tuple(night for night in nights if night >= closed_from)):
        raise BedClosed(bed_name(session, bed_id), late, _("closed for good"))


def bed_name(session: Session, bed_id: int) -> str:
    """«Kamer 3»."""
    return session.scalar(select(Room.name).join(Bed, Bed.room_id == Room.id).where(Bed.id == bed_id)) or ""


def _name(guest: Guest) -> str:
    return shown_name(guest)
