"""The missing-person sheet of one guest, in one step; that it was made is on record."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.bookings import IN_HOUSE
from logeerhuis_app.domain.handover import shift_at
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Booking, Guest, House, Location
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found
from logeerhuis_app.services.queries.documents import content_of
from logeerhuis_app.services.queries.guests import guest_files
from logeerhuis_app.services.rows.handover import PrintStamp
from logeerhuis_app.services.rows.missing import MissingSheet


@writes(UseCase.PRINT_MISSING_SHEET)
def missing_sheet(work: Work, guest_id: int) -> MissingSheet:
    """Everything that helps to know and to find this guest; each time is on record as a print.

    Raises: NotFound.
    """
    found(work.session, Guest, guest_id)
    file = guest_files(work, [guest_id])[guest_id]
    photo_id = file.banner.photo.document_id
    location = _location(work.session, guest_id)
    work.log("E", "missing_print", guest_id, guest_id)
    house = work.session.scalars(select(House)).one()
    shift = shift_at(house_time(work.now_utc).replace(tzinfo=None))
    return MissingSheet(
        file=file,
        stamp=PrintStamp(work.now_utc, work.actor.name, shift, house.name, house.is_practice),
        place=location.name if location is not None else house.name,
        phone=location.phone if location is not None else "",
        room=file.banner.room,
        photo=content_of(work, photo_id).content if photo_id else b"",
    )


def _location(session: Session, guest_id: int) -> Location | None:
    """Where the guest stays, else the first house there is."""
    stays = select(Booking.location_id).where(Booking.guest_id == guest_id, Booking.state.in_(IN_HOUSE))
    location_id = session.scalar(stays.limit(1))
    if location_id is not None:
        return session.get(Location, location_id)
    return session.scalars(select(Location).order_by(Location.id)).first()
