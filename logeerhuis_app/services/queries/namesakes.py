"""The files that ``domain.namesakes`` compares: three short statements, however many guests are asked about."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import EXPECTED, IN_HOUSE
from logeerhuis_app.domain.guests import FileStatus, fold
from logeerhuis_app.domain.namesakes import Identity, alike_ids
from logeerhuis_app.models import Booking, Guest


def namesakes(session: Session, guests: Iterable[Guest], today: date) -> set[int]:
    """Ids of those of ``guests`` that another open file can be taken for."""
    asked = list(guests)
    if not asked:
        return set()
    near = _near_ids(session, today)
    found = select(Guest.id, Guest.given_name, Guest.last_name, Guest.born).where(
        Guest.file_status != FileStatus.ENDED,
        or_(
            Guest.born.in_({guest.born for guest in asked}),
            Guest.name_folded.in_({guest.name_folded for guest in asked}),
            Guest.last_name.in_({guest.last_name for guest in asked if guest.last_name}),
            Guest.id.in_(near),
        ),
    )
    others = [
        Identity(guest_id, fold(given_name), fold(last_name), born, guest_id in near)
        for guest_id, given_name, last_name, born in session.execute(found)
    ]
    mine = [
        Identity(guest.id, fold(guest.given_name), fold(guest.last_name), guest.born, guest.id in near)
        for guest in asked
    ]
    return alike_ids(mine, others)


def _near_ids(session: Session, today: date) -> set[int]:
    """Guests in the house, and those who arrive today."""
    arriving = and_(Booking.state.in_(EXPECTED), Booking.arrival == today)
    return set(session.scalars(select(Booking.guest_id).where(or_(Booking.state.in_(IN_HOUSE), arriving))))
