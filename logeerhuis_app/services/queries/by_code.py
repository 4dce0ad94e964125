"""Find a guest, a bed or a location by the code that people type."""

from dataclasses import dataclass

from sqlalchemy import select

from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Bed, Guest, Location, Room
from logeerhuis_app.services.door import Work, reads


@dataclass(frozen=True)
class Named:
    """What a code stands for."""

    id: int
    code: str
    name: str


@reads(UseCase.FIND_GUESTS)
def guest_by_number(work: Work, guest_no: str) -> Named:
    """Raises: NotFound."""
    guest = work.session.scalar(select(Guest).where(Guest.guest_no == guest_no.strip()))
    if guest is None:
        raise NotFound("guest", guest_no)
    return Named(guest.id, guest.guest_no, shown_name(guest))


@reads(UseCase.SEE_PLANNING)
def bed_by_code(work: Work, code: str) -> Named:
    """Raises: NotFound."""
    query = (
        select(Bed.id, Bed.code, Room.name).join(Room, Bed.room_id == Room.id).where(Bed.code == code.strip().upper())
    )
    found = work.session.execute(query).first()
    if found is None:
        raise NotFound("bed", code)
    return Named(*found)


@reads(UseCase.SEE_TODAY)
def location_names(work: Work) -> tuple[Named, ...]:
    """All locations, in their own order."""
    query = select(Location.id, Location.code, Location.name).order_by(Location.id)
    return tuple(Named(*row) for row in work.session.execute(query))
