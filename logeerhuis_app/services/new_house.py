"""Making a real house: its name, the first location with its beds, and the first manager; whole, or not at all."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from logeerhuis_app.clock import Clock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.unit_of_work import is_double, writing
from logeerhuis_app.domain.bookings import BedKind
from logeerhuis_app.domain.errors import HouseExists, HouseFull
from logeerhuis_app.domain.errors_setup import FolderUnfit
from logeerhuis_app.domain.new_house import (
    HouseWish,
    ManagerWish,
    house_faults,
    location_code,
    manager_name_faults,
)
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.domain.typed_text import tidy_line
from logeerhuis_app.domain.usernames import require_username
from logeerhuis_app.models import Bed, Location, Room
from logeerhuis_app.services.audit import Entry, append
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import NewUser, create_house
from logeerhuis_app.services.password_rules import require_strong
from logeerhuis_app.services.stays import start_day

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_CLOSED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG})


def make_house(place: HousePlace, house: HouseWish, manager: ManagerWish, clock: Clock) -> Door:
    """Make the house and come in as its manager. Whatever breaks it off leaves no half house behind.

    Raises:
        FieldRequired, FieldInvalid, BedsUnfit, RoomTwice, UsernameUnfit, PasswordWeak.
        HouseExists: there is one already; nothing is overwritten.
        FolderUnfit, HouseFull, HouseUnreadable: the folder, its disk or the server does not let us.
    """
    account = _account(house, manager)
    with _told(place):
        return create_house(
            place,
            tidy_line(house.name),
            account,
            clock,
            is_practice=False,
            first_rows=lambda session: _furnished(session, house),
        )


def enter(door: Door) -> Door:
    """Whoever made the house begins to work in it: on record like every log-in."""
    with writing(door.engine) as session:
        entry = Entry(UseCase.SEE_TODAY, "E", "login")
        append(session, entry, door.actor, door.clock.now_utc(), door.workstation)
    start_day(door)
    return door


def _account(house: HouseWish, manager: ManagerWish) -> NewUser:
    """Raises: the first thing that is wrong with what was typed."""
    for fault in (*house_faults(house).values(), *manager_name_faults(manager).values()):
        raise fault
    username = require_username(manager.username)
    require_strong(manager.password, username, manager.given_name, manager.last_name)
    return NewUser(username, manager.shown_name, Role.MANAGER, manager.password)


def _furnished(session: Session, house: HouseWish) -> list[Entry]:
    """The location with its rooms and beds; who declares and how is told later, in the settings."""
    code = location_code(house.location)
    location = Location(code=code, name=tidy_line(house.location), provider=tidy_line(house.name))
    session.add(location)
    session.flush()
    for order, name in enumerate(house.rooms, start=1):
        room = Room(location_id=location.id, name=name)
        session.add(room)
        session.flush()
        session.add(Bed(room_id=room.id, code=f"{code}-{order}", kind=BedKind.FIXED, order=order))
    session.flush()
    return [Entry(UseCase.CHANGE_HOUSE, "C", "location", location.id, detail={"beds": len(house.rooms)})]


@contextmanager
def _told(place: HousePlace) -> Iterator[None]:
    """What a folder or its disk says, as something the user understands.

    Raises: FolderUnfit, HouseFull, HouseExists.
    """
    try:
        yield
    except OSError as failure:
        if failure.errno in _FULL:
            raise HouseFull(str(place)) from failure
        if failure.errno in _CLOSED:
            raise FolderUnfit(str(place)) from failure
        raise
    except IntegrityError as failure:
        if is_double(failure):  # on a server somebody else was faster
            raise HouseExists(str(place)) from failure
        raise
    except HouseFull as refusal:  # it knows the folder in which the house was being made
        raise HouseFull(str(place)) from refusal
