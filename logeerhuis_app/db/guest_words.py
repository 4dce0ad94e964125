"""Keeps what guests are found by in step with their rows, in the one place that every write goes through."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import delete, event, insert, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.contact_points import numbers_in
from logeerhuis_app.domain.guests import FOUND_FILES
from logeerhuis_app.domain.searching import Person, sort_name, sounds, words_of
from logeerhuis_app.models import ContactPerson, Guest, GuestKey, GuestWord

BATCH = 500
_TOUCHED = "guests to find anew"
_NAMES = (
    *(Guest.id, Guest.given_name, Guest.first_names, Guest.prefix, Guest.last_name, Guest.born, Guest.phone),
    *(Guest.more_phones, Guest.partner_prefix, Guest.partner_last_name, Guest.name_usage),
)


def keep_in_step(session: Session) -> None:
    """From now on what this session writes of guests and those around them is found."""
    event.listen(session, "after_flush", _remember)
    event.listen(session, "after_flush_postexec", _catch_up)


def fold_everybody(session: Session) -> None:
    """Work it all out again: after rows were written in bulk, past the objects that are watched."""
    fold(session, session.scalars(select(Guest.id)).all())


def fold(session: Session, guest_ids: Collection[int]) -> None:
    """Work out again by what these guests are found; who is gone is found no more."""
    rest = iter(guest_ids)
    while some := tuple(islice(rest, BATCH)):
        for table in (GuestWord, GuestKey):
            session.execute(delete(table).where(table.guest_id.in_(some)))
        people = _people(session, some)
        _insert(session, GuestKey, (_key(guest_id, person) for guest_id, person in people.items()))
        _insert(session, GuestWord, (row for guest_id, person in people.items() for row in _rows(guest_id, person)))


def _remember(session: Session, _context: object) -> None:
    touched: set[int] = session.info.setdefault(_TOUCHED, set())
    for row in (*session.new, *session.dirty, *session.deleted):
        if isinstance(row, Guest):
            touched.add(row.id)
        elif isinstance(row, ContactPerson):
            touched.add(row.guest_id)


def _catch_up(session: Session, _context: object) -> None:
    if touched := session.info.pop(_TOUCHED, None):
        fold(session, touched)


def _people(session: Session, guest_ids: Collection[int]) -> dict[int, Person]:
    phones: dict[int, tuple[str, ...]] = defaultdict(tuple)
    around = select(ContactPerson.guest_id, ContactPerson.phone, ContactPerson.more_phones)
    for guest_id, phone, more in session.execute(around.where(ContactPerson.guest_id.in_(guest_ids))):
        phones[guest_id] += (phone, *numbers_in(more))
    numbers: dict[int, tuple[str, ...]] = defaultdict(tuple)
    own_and_merged = or_(Guest.id.in_(guest_ids), Guest.merged_into_id.in_(guest_ids))
    for guest_id, kept_id, guest_no in session.execute(
        select(Guest.id, Guest.merged_into_id, Guest.guest_no).where(own_and_merged)
    ):
        numbers[kept_id or guest_id] += (guest_no,)
    asked = select(*_NAMES).where(Guest.id.in_(guest_ids), Guest.file_status.in_(FOUND_FILES))
    return {
        row.id: Person(
            row.given_name,
            row.first_names,
            row.prefix,
            row.last_name,
            row.born,
            numbers[row.id],
            (row.phone, *numbers_in(row.more_phones), *phones[row.id]),
            row.partner_prefix,
            row.partner_last_name,
            row.name_usage,
        )
        for row in session.execute(asked)
    }


def _key(guest_id: int, person: Person) -> dict[str, Any]:
    given, last = sounds(person)
    return {"guest_id": guest_id, "sort_name": sort_name(person), "given_sound": given, "last_sound": last}


def _rows(guest_id: int, person: Person) -> Iterator[dict[str, Any]]:
    return ({"guest_id": guest_id, "kind": kind, "word": word} for kind, word in words_of(person))


def _insert(session: Session, table: type[GuestWord] | type[GuestKey], rows: Iterable[dict[str, Any]]) -> None:
    if found := list(rows):
        session.connection().execute(insert(table), found)
