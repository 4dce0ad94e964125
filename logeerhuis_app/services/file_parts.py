"""Which rows belong to one guest's care file, found through the tables themselves: a new table is covered unasked.

Everything that refers to the guest, or to something of the guest, goes with the care file; what is named here stays.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, or_, select, update
from sqlalchemy.orm import Session
from sqlalchemy.sql.schema import ScalarElementColumnDefault

from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.retention import NO_BIRTH_DATE
from logeerhuis_app.models import (
    Allocation,
    AuditLine,
    Base,
    Booking,
    Declaration,
    DeclarationLine,
    DeclaredNight,
    Destruction,
    Guest,
    Night,
)

GUEST = Guest.__tablename__
FINANCE = frozenset(
    model.__tablename__ for model in (Allocation, Booking, Night, Declaration, DeclarationLine, DeclaredNight)
)
"""Who paid for which night: kept, so that what was declared can be rebuilt."""
TRACES = frozenset({AuditLine.__tablename__, Destruction.__tablename__})
"""That something was there, who saw it and who destroyed it."""
PASSED_THROUGH = frozenset({GUEST, Booking.__tablename__})
"""What refers to a kept row of these belongs to the care file as well."""
EMPTIED: dict[str, frozenset[str]] = {Booking.__tablename__: frozenset({"note", "end_reason", "destination"})}
"""Columns of kept tables that say something about the guest."""
GUEST_KEEPS = frozenset({"id", "guest_no", "municipality_code", "municipality", "version"})
"""The number, and which municipality paid."""

Ids = dict[str, list[int]]


def care_rows(session: Session, guest_id: int) -> Ids:
    """Ids of the rows that go, by table, parents before children; tables without such rows are left out.

    Rows without an id are worked out from others (the words a guest is found by); ``destroy_rows`` takes them along.
    """
    found: Ids = {GUEST: [guest_id]}
    for table in Base.metadata.sorted_tables:
        if table.name == GUEST or table.name in TRACES or "id" not in table.c:
            continue
        if (leads := _leads(table, found)) is not None:
            query = select(table.c.id).where(leads).order_by(table.c.id)
            found[table.name] = list(session.scalars(query))
    return {name: ids for name, ids in found.items() if ids and name != GUEST and name not in FINANCE}


def destroy_rows(session: Session, guest_id: int, gone: Ids) -> None:
    """Let go of them where a kept row refers to them, then delete them, children first."""
    tables = Base.metadata.tables
    for table in Base.metadata.sorted_tables:
        if "id" not in table.c and (leads := _leads(table, {GUEST: [guest_id], **gone})) is not None:
            session.execute(table.delete().where(leads))
    for name in FINANCE:
        for column, parent in _parents(tables[name]):
            if parent in gone:
                session.execute(update(tables[name]).where(column.in_(gone[parent])).values({column.name: None}))
    for name, ids in reversed(gone.items()):
        session.execute(tables[name].delete().where(tables[name].c.id.in_(ids)))


def empty_kept_rows(session: Session, guest_id: int, stand_in: str) -> None:
    """Take out what the kept rows say about the guest; ``stand_in`` is what the file is called from now on."""
    tables = Base.metadata.tables
    for name, columns in EMPTIED.items():
        table = tables[name]
        session.execute(update(table).where(table.c.guest_id == guest_id).values(dict.fromkeys(columns, "")))
    empty_guest(session, guest_id, stand_in, FileStatus.DESTROYED)


def empty_guest(
    session: Session, guest_id: int, stand_in: str, status: FileStatus, *, merged_into: int | None = None
) -> None:
    """Leave the number; a file that was merged leads to the one that was kept."""
    guest = Base.metadata.tables[GUEST]
    values = {column.name: _nothing(column) for column in guest.columns if column.name not in GUEST_KEEPS}
    values |= {"given_name": stand_in, "born": NO_BIRTH_DATE, "file_status": status, "merged_into_id": merged_into}
    session.execute(update(guest).where(guest.c.id == guest_id).values(**values, version=guest.c.version + 1))


def _leads(table: Table, found: Ids) -> ColumnElement[bool] | None:
    """Which rows refer to what was found; None for a table that refers to none of it."""
    columns = [(column, found[parent]) for column, parent in _parents(table) if found.get(parent)]
    conditions = [column.in_(ids) for column, ids in columns if _leads_on(table, column)]
    return or_(*conditions) if conditions else None


def _parents(table: Table) -> Iterable[tuple[Column[Any], str]]:
    for column in table.columns:
        for key in column.foreign_keys:
            yield column, key.column.table.name


def _leads_on(table: Table, column: Column[Any]) -> bool:
    """A kept row that was made on the road of a request is no part of that request."""
    parents = {parent for own, parent in _parents(table) if own is column}
    return table.name not in FINANCE or bool(parents & PASSED_THROUGH)


def _nothing(column: Column[Any]) -> Any:
    """The value of a column about which nothing is known."""
    if column.nullable:
        return None
    return column.default.arg if isinstance(column.default, ScalarElementColumnDefault) else ""
