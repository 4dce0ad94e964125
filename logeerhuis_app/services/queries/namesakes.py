"""``domain.namesakes`` as a condition of the database, for as many guests as a list shows at once."""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import CTE, ColumnElement, Date, and_, bindparam, exists, literal_column, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import EXPECTED, IN_HOUSE
from logeerhuis_app.domain.guests import OPEN_FILES
from logeerhuis_app.models import Booking, Guest, GuestKey
from logeerhuis_app.services.queries.prepared import Prepared, of_guests


def namesakes(session: Session, guest_ids: Collection[int], today: date) -> set[int]:
    """Ids of those of these guests whom the open file of another can be taken for."""
    if not guest_ids:
        return set()
    return {row.guest_id for row in _ALIKE.rows(session, guest_ids=guest_ids, today=today)}


def among(column: Any, codes: Iterable[StrEnum]) -> ColumnElement[bool]:
    """Codes written out in the statement: it is made once, and needs no values to be filled in."""
    return column.in_([literal_column(f"'{code.value}'") for code in sorted(codes)])  # type: ignore[no-any-return]


def near_guests(today: ColumnElement[Any]) -> CTE:
    """How those sound who are in the house or arrive today."""
    is_near = or_(among(Booking.state, IN_HOUSE), and_(among(Booking.state, EXPECTED), Booking.arrival == today))
    return (
        select(GuestKey.guest_id, GuestKey.given_sound, GuestKey.last_sound, Guest.file_status)
        .join_from(Booking, GuestKey, GuestKey.guest_id == Booking.guest_id)
        .join(Guest, Guest.id == Booking.guest_id)
        .where(is_near)
        .cte("near")
    )


def is_alike(key: Any, born: Any, near: CTE) -> ColumnElement[bool]:
    """Whether an open file can be taken for the guest with this row of ``guest_key`` and this birth date."""
    other, other_key = Guest.__table__.alias(), GuestKey.__table__.alias()
    same_day = exists().where(other.c.born == born, other.c.id != key.guest_id, _is_open(other.c.file_status))
    same_name = (
        exists()
        .select_from(other_key.join(other, other.c.id == other_key.c.guest_id))
        .where(
            key.last_sound != "",
            other_key.c.last_sound == key.last_sound,
            other_key.c.given_sound == key.given_sound,
            other_key.c.guest_id != key.guest_id,
            _is_open(other.c.file_status),
        )
    )
    return or_(same_day, same_name, and_(key.guest_id.in_(select(near.c.guest_id)), _sounds_near(key, near)))


def _sounds_near(key: Any, near: CTE) -> ColumnElement[bool]:
    neighbour = near.alias()
    same_last = and_(key.last_sound != "", neighbour.c.last_sound == key.last_sound)
    return exists().where(
        neighbour.c.guest_id != key.guest_id,
        _is_open(neighbour.c.file_status),
        or_(same_last, neighbour.c.given_sound == key.given_sound),
    )


def _is_open(status: ColumnElement[Any]) -> ColumnElement[bool]:
    return among(status, OPEN_FILES)


_ALIKE = Prepared(
    select(GuestKey.guest_id)
    .join(Guest, Guest.id == GuestKey.guest_id)
    .where(
        of_guests(GuestKey.guest_id),
        is_alike(GuestKey, Guest.born, near_guests(bindparam("today", type_=Date()))),
    )
)
