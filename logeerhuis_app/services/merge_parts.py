"""Moving what belongs to one guest to another, found through the tables themselves: a new table is covered unasked."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sqlalchemy import Column, Row, Table, delete, func, select, update
from sqlalchemy.orm import Session

from logeerhuis_app.models import (
    Alert,
    Allergy,
    Allocation,
    AuditLine,
    Base,
    CapacityNote,
    CareAnswer,
    CarerSituation,
    ContactPerson,
    DeclaredNight,
    Destruction,
    Guest,
    GuestKey,
    GuestWord,
    HandoverAck,
    HealthProfessional,
    HelpFromOthers,
    LivingWill,
    Night,
    Problem,
    Representative,
    TreatmentDirective,
)

Lost = Callable[[Table, dict[str, Any]], None]
"""Told of each row that gives way, so that it stands on record."""

GUEST = Guest.__tablename__
STAY_BEHIND = frozenset(model.__tablename__ for model in (AuditLine, Destruction, GuestWord, GuestKey))
"""The record is never rewritten: the log of the kept file reads the lines of both. The words are worked out again."""
REFUSED = frozenset({Night.__tablename__, DeclaredNight.__tablename__, "form_draft"})
"""Of these a guest has one (of a night, of a part); ``domain.merging`` refuses where both files have it."""
CHOSEN = frozenset({CareAnswer.__tablename__, TreatmentDirective.__tablename__, "intake"})
"""Of these a guest has one, and a person chooses."""
STATED = "intake_statement"
"""«Asked: none» holds for the person only where the list is empty in both files."""
LISTS_OF_PART: dict[str, tuple[str, ...]] = {
    "contacts": ("contact_person",),
    "professionals": ("health_professional",),
    "help": ("help_from_others",),
    "problems": ("problem",),
    "alerts": ("alert",),
}
DOUBLE = tuple(
    model.__tablename__
    for model in (
        *(Allergy, Alert, Problem, HealthProfessional, HelpFromOthers, ContactPerson, Allocation),
        *(Representative, CapacityNote, LivingWill),
    )
)
"""The same line word for word in both files is one line; anything less alike is kept beside it."""
NOT_COMPARED = frozenset(
    {"id", "guest_id", "version", "sort_order", "source"}
    | {"recorded_at_utc", "recorded_by", "verified_at_utc", "verified_by"}
)


def owned_columns() -> Iterator[Column[Any]]:
    """Every column that says whose a row is."""
    for table in Base.metadata.sorted_tables:
        if table.name not in STAY_BEHIND:
            yield from (column for column in table.columns if _refers_to(column, GUEST))


def counts(session: Session, guest_id: int) -> tuple[tuple[str, int], ...]:
    """How many rows of which table a guest has; tables without any are left out."""
    found = []
    for column in owned_columns():
        count = session.scalar(select(func.count()).select_from(column.table).where(column == guest_id))
        if count:
            found.append((column.table.name, count))
    return tuple(found)


def move_rows(session: Session, other_id: int, kept_id: int) -> None:
    """All of it, in as many statements as there are tables. What was declared keeps its paper to the letter."""
    for column in owned_columns():
        table = column.table
        values: dict[str, Any] = {column.name: kept_id}
        if "version" in table.c and table.name != GUEST:
            values["version"] = table.c.version + 1
        session.execute(update(table).where(column == other_id).values(values))


# -- rows of which there can be one


def drop_doubles(session: Session, other_id: int, kept_id: int, lost: Lost) -> None:
    """One of two lines that are the same to the letter; what refers to it refers to the other from now on."""
    for name in DOUBLE:
        table = Base.metadata.tables[name]
        known = {_said(row): row.id for row in _rows(session, table, kept_id)}
        for row in _rows(session, table, other_id):
            twin = known.get(_said(row))
            if twin is not None and not _both_have_carer(session, name, row.id, twin):
                _point_elsewhere(session, name, row.id, twin)
                lost(table, dict(row._mapping))
                session.execute(delete(table).where(table.c.id == row.id))


def drop_acks(session: Session, other_id: int, kept_id: int) -> None:
    """Who signed for both files in one shift signed once."""
    ack = Base.metadata.tables[HandoverAck.__tablename__]
    mine = {(row.shift_day, row.shift_kind, row.user_id) for row in _rows(session, ack, kept_id)}
    for row in _rows(session, ack, other_id):
        if (row.shift_day, row.shift_kind, row.user_id) in mine:
            session.execute(delete(ack).where(ack.c.id == row.id))


def drop_statements(session: Session, other_id: int, kept_id: int, lost: Lost) -> None:
    """«None» is taken back where the other file knows of something, or says something else: then it is asked again."""
    table = Base.metadata.tables.get(STATED)
    if table is None:
        return
    kept = {row.part: row for row in _rows(session, table, kept_id)}
    other = {row.part: row for row in _rows(session, table, other_id)}
    for part in kept.keys() | other.keys():
        rows = [row for row in (kept.get(part), other.get(part)) if row is not None]
        if _holds_something(session, part, kept_id, other_id) or len({row.state for row in rows}) > 1:
            gone = rows
        else:
            gone = rows[1:]
        for row in gone:
            lost(table, dict(row._mapping))
            session.execute(delete(table).where(table.c.id == row.id))


def lead_once(session: Session, other_id: int, kept_id: int) -> None:
    """One problem leads: that of the kept file."""
    leads = select(func.count()).where(Problem.guest_id == kept_id, Problem.is_leading)
    if session.scalar(leads):
        session.execute(update(Problem).where(Problem.guest_id == other_id).values(is_leading=False))


def stand_behind(session: Session, other_id: int, kept_id: int) -> None:
    """Whom to call first is whom the kept file calls first."""
    last = session.scalar(select(func.max(ContactPerson.order)).where(ContactPerson.guest_id == kept_id)) or 0
    query = update(ContactPerson).where(ContactPerson.guest_id == other_id)
    session.execute(query.values(order=ContactPerson.order + last))


def remove_row(session: Session, table: Table, row_id: int, lost: Lost) -> None:
    """Take out the answer that was not chosen."""
    row = session.execute(select(table).where(table.c.id == row_id)).one()
    lost(table, dict(row._mapping))
    session.execute(delete(table).where(table.c.id == row_id))


# -- inside


def _refers_to(column: Column[Any], name: str) -> bool:
    return any(key.column.table.name == name for key in column.foreign_keys)


def _rows(session: Session, table: Table, guest_id: int) -> Sequence[Row[Any]]:
    return session.execute(select(table).where(table.c.guest_id == guest_id).order_by(table.c.id)).all()


def _said(row: Row[Any]) -> tuple[Any, ...]:
    return tuple(
        repr(value) if isinstance(value, list | dict) else value
        for name, value in row._mapping.items()
        if name not in NOT_COMPARED
    )


def _both_have_carer(session: Session, name: str, *ids: int) -> bool:
    """A carer's own words are nobody's double."""
    if name != ContactPerson.__tablename__:
        return False
    query = select(func.count()).select_from(CarerSituation).where(CarerSituation.contact_id.in_(ids))
    return (session.scalar(query) or 0) > 1


def _point_elsewhere(session: Session, name: str, row_id: int, twin_id: int) -> None:
    for table in Base.metadata.sorted_tables:
        for column in table.columns:
            if _refers_to(column, name):
                session.execute(update(table).where(column == row_id).values({column.name: twin_id}))


def _holds_something(session: Session, part: Any, *guest_ids: int) -> bool:
    tables = [Base.metadata.tables[name] for name in LISTS_OF_PART.get(str(part), ())]
    queries = [select(func.count()).select_from(one).where(one.c.guest_id.in_(guest_ids)) for one in tables]
    return any(session.scalar(query) for query in queries)
