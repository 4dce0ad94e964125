"""The statement that answers while somebody types: one for each shape of question, made once and kept.

It takes the beginning of an index, never a whole table: a few dozen candidates from each span, the best of them, and
only of these what a line shows. Guests in the house come first, then names, then what sounds like them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    Select,
    String,
    Subquery,
    and_,
    bindparam,
    case,
    exists,
    func,
    literal_column,
    null,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import InstrumentedAttribute

from logeerhuis_app.domain.bookings import EXPECTED, IN_HOUSE, BookingLabel
from logeerhuis_app.domain.guests import FOUND_FILES, OPEN_FILES
from logeerhuis_app.domain.searching import Asked, Span
from logeerhuis_app.models import Allocation, Bed, Booking, Guest, GuestKey, GuestWord, Night, Room
from logeerhuis_app.services.queries.namesakes import among, is_alike, near_guests
from logeerhuis_app.services.rows.search import GuestFilter

CANDIDATES = 60
"""So many of each span are looked at and counted; who means somebody further on types a letter more."""
THIS_WEEK = timedelta(days=7)
Query = Select[*tuple[Any, ...]]
Column = ColumnElement[int] | InstrumentedAttribute[int]


@dataclass(frozen=True)
class Shape:
    """What two questions have in common that are answered by one statement: the number of spans of each word."""

    spans: tuple[int, ...]
    filters: frozenset[GuestFilter]
    with_bsn: bool
    with_law: bool


def question(
    words: Sequence[Asked], filters: Collection[GuestFilter], *, may_see_bsn: bool, may_see_law: bool
) -> tuple[Query, dict[str, Any]]:
    """The statement and its values, without ``today`` and ``most``. The most telling word is looked up first."""
    ordered = sorted(words, key=lambda word: -len(word.text))
    bsn = next((word.bsn for word in ordered if word.bsn), "") if may_see_bsn and len(ordered) == 1 else ""
    shape = Shape(tuple(len(word.spans) for word in ordered), frozenset(filters), bool(bsn), may_see_law)
    values: dict[str, Any] = {"bsn": bsn} if bsn else {}
    for place, word in enumerate(ordered):
        values |= _room_values(place, word.text)
        for number, span in enumerate(word.spans):
            values |= _span_values(place, number, span)
    return _statement(shape), values


def days(today: date) -> dict[str, date]:
    """The values that depend on the day."""
    return {"today": today, "yesterday": today - timedelta(days=1), "next_week": today + THIS_WEEK}


def constant(text: str) -> ColumnElement[str]:
    return literal_column(f"'{text}'", String)


@lru_cache(maxsize=256)
def _statement(shape: Shape) -> Query:
    candidates = _found(shape) if shape.spans else _everybody(shape)
    return _lines(candidates, with_law=shape.with_law)


@lru_cache(maxsize=16)
def number_of_files(filters: frozenset[GuestFilter]) -> Query:
    """How many open files there are."""
    count = select(func.count()).select_from(Guest).where(among(Guest.file_status, OPEN_FILES))
    return count.where(*(_FILTERS[one](Guest.id) for one in sorted(filters)))


# -- who


def _everybody(shape: Shape) -> Subquery:
    """Nothing typed: the open files by name."""
    query: Query = (
        select(GuestKey.guest_id, GuestKey.sort_name.label("rank"), literal_column("0").label("total"))
        .join(Guest, Guest.id == GuestKey.guest_id)
        .where(among(Guest.file_status, OPEN_FILES), *_filtered(shape, GuestKey.guest_id))
        .order_by(GuestKey.sort_name, GuestKey.guest_id)
        .limit(bindparam("most"))
    )
    return query.subquery("chosen")


def _found(shape: Shape) -> Subquery:
    """The best of the candidates, and how many lines the spans gave in all."""
    arms: list[Query] = [_in_house(shape), *(_arm(shape, number) for number in range(shape.spans[0]))]
    if shape.with_bsn:
        arms.append(select(Guest.id, constant("1").label("rank")).where(Guest.bsn == bindparam("bsn")))
    each = union_all(*arms).subquery("each")
    one_each = (
        select(each.c.guest_id, func.min(each.c.rank).label("rank"), func.sum(func.count()).over().label("lines"))
        .group_by(each.c.guest_id)
        .subquery("one_each")
    )
    return (
        select(one_each.c.guest_id, one_each.c.rank, func.count().over().label("total"), one_each.c.lines)
        .join(GuestKey, GuestKey.guest_id == one_each.c.guest_id)
        .order_by(one_each.c.rank, GuestKey.sort_name, one_each.c.guest_id)
        .limit(bindparam("most"))
        .subquery("chosen")
    )


def _in_house(shape: Shape) -> Query:
    """Few are here, and most questions are about them: looked through one by one, and listed first."""
    conditions = [_is_found(place, count, Booking.guest_id) for place, count in enumerate(shape.spans)]
    query: Query = select(Booking.guest_id, constant("0").label("rank"))
    return query.where(among(Booking.state, IN_HOUSE), *conditions, *_filtered(shape, Booking.guest_id))


def _arm(shape: Shape, number: int) -> Query:
    others = [_is_found(place, count, GuestWord.guest_id) for place, count in enumerate(shape.spans) if place]
    rank = constant(str(number + 1)) + GuestWord.word
    arm = (
        select(GuestWord.guest_id, rank.label("rank"))
        .where(_in_span(GuestWord, 0, number), *others, *_filtered(shape, GuestWord.guest_id))
        .order_by(GuestWord.word)
        .limit(CANDIDATES)
        .subquery()
    )
    return select(arm.c.guest_id, arm.c.rank)


def _is_found(place: int, count: int, guest_id: Column) -> ColumnElement[bool]:
    """Whether this guest has the word, or sleeps in the room that is called so."""
    word = GuestWord.__table__.alias()
    spans = [and_(word.c.guest_id == guest_id, _in_span(word.c, place, number)) for number in range(count)]
    return or_(*(exists().where(span) for span in spans), guest_id.in_(_sleepers(place)))


def _in_span(word: Any, place: int, number: int) -> ColumnElement[bool]:
    kind, first, end = (bindparam(f"{name}_{place}_{number}", type_=String()) for name in ("kind", "first", "end"))
    return and_(word.kind == kind, word.word >= first, word.word < end)


def _span_values(place: int, number: int, span: Span) -> dict[str, str]:
    names = (f"{name}_{place}_{number}" for name in ("kind", "first", "end"))
    return dict(zip(names, (span.kind, span.first, span.end), strict=True))


def _sleepers(place: int) -> Query:
    """Who sleeps tonight in the room of this name, or slept there and leaves today."""
    is_last_night = and_(Night.night == bindparam("yesterday", type_=Date()), Booking.departure <= _TODAY)
    return (
        select(Night.guest_id)
        .join(Booking, Booking.id == Night.booking_id)
        .join(Bed, Bed.id == Night.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .where(
            (" " + func.lower(Room.name) + " ").like(bindparam(f"room_{place}"), escape="/"),
            Night.night.in_((_TODAY, bindparam("yesterday", type_=Date()))),
            among(Booking.state, IN_HOUSE),
            or_(Night.night == _TODAY, is_last_night),
        )
    )


def _room_values(place: int, text: str) -> dict[str, str]:
    """«3» is room 3 and not room 13."""
    plain = text.replace("/", "//").replace("%", "/%").replace("_", "/_")
    return {f"room_{place}": f"% {plain} %" if text.isdecimal() else f"%{plain}%"}


# -- the pills

_TODAY = bindparam("today", type_=Date())


def _has_booking(guest_id: Column, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    return exists().where(Booking.guest_id == guest_id, *conditions)


def is_in_house(guest_id: Column) -> ColumnElement[bool]:
    return _has_booking(guest_id, among(Booking.state, IN_HOUSE))


def comes_soon(guest_id: Column) -> ColumnElement[bool]:
    """Expected today or in the six days after."""
    next_week = bindparam("next_week", type_=Date())
    return _has_booking(
        guest_id, among(Booking.state, EXPECTED), Booking.arrival >= _TODAY, Booking.arrival < next_week
    )


def has_trial(guest_id: Column) -> ColumnElement[bool]:
    """In the house on a trial stay, or expected for one."""
    is_trying = (among(Booking.label, (BookingLabel.TRIAL,)), Booking.departure >= _TODAY)
    return _has_booking(guest_id, among(Booking.state, EXPECTED | IN_HOUSE), *is_trying)


_FILTERS = {
    GuestFilter.IN_HOUSE: is_in_house,
    GuestFilter.THIS_WEEK: comes_soon,
    GuestFilter.TRIAL: has_trial,
}


def _filtered(shape: Shape, guest_id: Column) -> list[ColumnElement[bool]]:
    return [_FILTERS[one](guest_id) for one in sorted(shape.filters)]


# -- what a line shows


def _lines(chosen: Subquery, *, with_law: bool) -> Query:
    guest_id = chosen.c.guest_id
    near = near_guests(_TODAY)
    lines = chosen.c.lines if "lines" in chosen.c else literal_column("0").label("lines")
    return (
        select(
            Guest.id, Guest.guest_no, Guest.given_name, Guest.prefix, Guest.last_name, Guest.born, Guest.town,
            Guest.partner_prefix, Guest.partner_last_name, Guest.name_usage,
            is_alike(GuestKey, Guest.born, near).label("is_alike"),
            _room_now(guest_id).label("room"),
            (_basis_now(guest_id) if with_law else null()).label("basis"),
            is_in_house(guest_id).label("is_in_house"),
            comes_soon(guest_id).label("comes_this_week"),
            has_trial(guest_id).label("has_trial"),
            chosen.c.total,
            lines,
        )
        .join_from(chosen, Guest, Guest.id == guest_id)
        .join(GuestKey, GuestKey.guest_id == guest_id)
        .where(among(Guest.file_status, FOUND_FILES))
        .order_by(chosen.c.rank, GuestKey.sort_name, guest_id)
    )  # fmt: skip


def _room_now(guest_id: Column) -> ColumnElement[str | None]:
    """Of tonight, or of the last night on the day of departure."""
    return (
        select(Room.name)
        .join_from(Booking, Night, Night.booking_id == Booking.id)
        .join(Bed, Bed.id == Night.bed_id)
        .join(Room, Room.id == Bed.room_id)
        .where(Booking.guest_id == guest_id, among(Booking.state, IN_HOUSE), Night.night <= _TODAY)
        .order_by(Night.night.desc())
        .limit(1)
        .scalar_subquery()
    )


def _basis_now(guest_id: Column) -> ColumnElement[Any]:
    """On what ground the guest stays: of today, else of the first day to come."""
    begins = case((Allocation.valid_from < _TODAY, _TODAY), else_=Allocation.valid_from)
    return (
        select(Allocation.basis)
        .where(
            Allocation.guest_id == guest_id,
            or_(Allocation.valid_until.is_(None), Allocation.valid_until >= _TODAY),
        )
        .order_by(begins, Allocation.id)
        .limit(1)
        .scalar_subquery()
    )
