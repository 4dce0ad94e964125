"""Who is in the house during one shift, in which room, and who is still to come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import GONE, IN_HOUSE, BookingState
from logeerhuis_app.domain.handover import Shift
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.models import Bed, Booking, Night, Room
from logeerhuis_app.services.queries.shift_news import utc_of

ROOM_WORD = "kamer "
"""Rooms are named as people say them («Kamer 1»); a badge has room for what tells them apart."""


@dataclass(frozen=True)
class Sleeping:
    """One booking with the bed of the shift's night. ``bed_id`` 0: respite at home, without a bed."""

    booking: Booking
    bed_id: int = 0
    order: int = 0
    room: str = ""

    @property
    def nights(self) -> int:
        return (self.booking.departure - self.booking.arrival).days

    def night_number(self, day: date) -> int:
        """1 on the first evening; on the day of departure the last night still counts."""
        return min(max(1, (day - self.booking.arrival).days + 1), self.nights)


def short_room(name: str) -> str:
    """«1» for «Kamer 1»; a room with a name of its own keeps it."""
    return name[len(ROOM_WORD) :].strip() or name if name.casefold().startswith(ROOM_WORD) else name


def present_in(session: Session, location_id: int, shift: Shift, now_utc: datetime) -> list[Sleeping]:
    """Everybody in the house in this shift, by room. Whoever is in the house now is never left out.

    That holds for a guest who comes in after midnight too: on the calendar that is the day after the night shift's.
    Of a shift that is over, also those who left after it, and not those who came in after it.
    """
    start, end = utc_of(shift.starts_at), utc_of(shift.ends_at)
    here: ColumnElement[bool] = Booking.state.in_(IN_HOUSE)
    if end <= now_utc:
        unrecorded = and_(Booking.checked_in_at_utc.is_(None), Booking.arrival <= shift.day)
        left = Booking.state.in_(GONE)
        was_here = or_(here, and_(left, Booking.checked_out_at_utc > start))
        here = and_(or_(unrecorded, Booking.checked_in_at_utc < end), was_here)
    return _with_beds(session, select(Booking).where(Booking.location_id == location_id, here), shift.day)


def arriving_in(session: Session, location_id: int, shift: Shift) -> list[Sleeping]:
    """Confirmed guests who come this day, and those of yesterday who have not come yet."""
    expected = and_(
        Booking.location_id == location_id,
        Booking.state == BookingState.CONFIRMED,
        Booking.arrival.between(shift.day - timedelta(days=1), shift.day),
    )
    return _with_beds(session, select(Booking).where(expected), shift.day)


def _with_beds(session: Session, query: Select[Booking], day: date) -> list[Sleeping]:
    bookings = list(session.scalars(query))
    after_midnight = [booking.id for booking in bookings if booking.arrival > day]
    beds = beds_on(session, after_midnight, day + ONE_DAY) | beds_on(session, [one.id for one in bookings], day)
    found = [beds.get(booking.id, Sleeping(booking)) for booking in bookings]
    return sorted(found, key=lambda one: (one.order, one.bed_id, one.booking.id))


def beds_on(session: Session, booking_ids: Iterable[int], day: date) -> dict[int, Sleeping]:
    """The bed of each booking on this night, or of its last night before it."""
    query = (
        select(Booking, Bed.id, Bed.order, Room.name)
        .join(Night, Night.booking_id == Booking.id)
        .join(Bed, Bed.id == Night.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .where(Booking.id.in_(list(booking_ids)), Night.night < day + ONE_DAY)
        .order_by(Night.night)
    )
    return {
        booking.id: Sleeping(booking, bed_id, order, short_room(room))
        for booking, bed_id, order, room in session.execute(query)
    }
