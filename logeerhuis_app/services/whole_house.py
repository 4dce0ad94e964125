"""A whole house out and in: every table, every row; and one guest's rows, for the right of access.

Passwords, the keys of second steps and the log stay where they are: the first two are nobody else's, and a log that
can be imported proves nothing.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import JSON, Boolean, Date, Enum, Integer, LargeBinary, Table, Time, func, insert, select
from sqlalchemy.exc import DataError, IntegrityError
from sqlalchemy.orm import Session

from logeerhuis_app.db import passwords
from logeerhuis_app.db.guest_words import fold_everybody
from logeerhuis_app.db.sequences import set_sequences
from logeerhuis_app.domain.errors import HouseNotEmpty, ImportRefused
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.models import AuditHead, AuditLine, Base, Guest, GuestKey, GuestWord, Location, User
from logeerhuis_app.models.base import PartialDay, UtcMoment
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door, Work, reads, writes
from logeerhuis_app.services.house_checks import broken_rule, problems_in
from logeerhuis_app.services.practice.users import practice_users
from logeerhuis_app.services.rows.whole_house import ColumnFact, ColumnKind, Row, TableFact, Tables

DERIVED_TABLES = {GuestWord.__tablename__, GuestKey.__tablename__}
LEFT_OUT_TABLES = {AuditLine.__tablename__, AuditHead.__tablename__} | DERIVED_TABLES
LEFT_OUT_COLUMNS = {(User.__tablename__, name) for name in ("password_hash", "second_factor_key", "second_factor_step")}
MOST_PROBLEMS = 20


# -- what there is


def table_facts() -> tuple[TableFact, ...]:
    """The tables of a house as they go out and come in, parents before children."""
    docs: dict[str, type] = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
    return tuple(
        TableFact(table.name, tuple(_column_fact(column) for column in _columns(table)), _first_line(docs[table.name]))
        for table in _tables()
    )


def _tables() -> list[Table]:
    return [table for table in Base.metadata.sorted_tables if table.name not in LEFT_OUT_TABLES]


def _columns(table: Table) -> list[Any]:
    return [column for column in table.columns if (table.name, column.name) not in LEFT_OUT_COLUMNS]


def _first_line(model: type) -> str:
    return (model.__doc__ or "").strip().partition("\n")[0]


def _column_fact(column: Any) -> ColumnFact:
    kind = _kind(column.type)
    choices = tuple(column.type.enums) if kind is ColumnKind.CODE else ()
    most = getattr(column.type, "length", None) if kind is ColumnKind.TEXT else None
    return ColumnFact(column.name, kind, bool(column.nullable), choices, most, column.doc or "")


_KINDS: tuple[tuple[type, ColumnKind], ...] = (
    (Enum, ColumnKind.CODE),
    (UtcMoment, ColumnKind.MOMENT),
    (PartialDay, ColumnKind.PARTIAL_DATE),
    (Boolean, ColumnKind.BOOLEAN),
    (Integer, ColumnKind.INTEGER),
    (Date, ColumnKind.DATE),
    (Time, ColumnKind.TIME),
    (LargeBinary, ColumnKind.BYTES),
    (JSON, ColumnKind.JSON),
)


def _kind(column_type: object) -> ColumnKind:
    return next((kind for base, kind in _KINDS if isinstance(column_type, base)), ColumnKind.TEXT)


# -- out


@reads(UseCase.EXPORT_HOUSE)
def whole_house(work: Work) -> Tables:
    """Every row, by id."""
    tables = {table.name: _rows(work.session, table) for table in _tables()}
    work.log("E", "house_export", rows=sum(len(rows) for rows in tables.values()))
    return tables


def guest_tables(session: Session, guest_id: int) -> Tables:
    """What is kept about one guest: own row, and all rows that lead to it. The caller says that it was taken out."""
    tables: Tables = {table.name: [] for table in _tables()}
    for table in _tables():
        tables[table.name] = _rows_of_guest(session, table, guest_id, tables)
    return tables


def _rows(session: Session, table: Table, *conditions: Any) -> list[Row]:
    columns = _columns(table)
    query = select(*columns).where(*conditions).order_by(table.c.id)
    names = [column.name for column in columns]
    return [dict(zip(names, row, strict=True)) for row in session.execute(query)]


def _rows_of_guest(session: Session, table: Table, guest_id: int, found: Tables) -> list[Row]:
    """By its own guest column, or by belonging to a row that was found."""
    if table.name == Guest.__tablename__:
        return _rows(session, table, table.c.id == guest_id)
    if "guest_id" in table.c:
        return _rows(session, table, table.c.guest_id == guest_id)
    for column in table.columns:
        for key in column.foreign_keys:
            parent = key.column.table
            if "guest_id" in parent.c and parent.name in found:
                return _rows(session, table, column.in_([row["id"] for row in found[parent.name]]))
    return []


# -- in


def check_tables(tables: Tables, place: str) -> None:
    """Look at a house in a file before anything is written.

    Raises:
        ImportRefused: with the first problems.
    """
    problems = problems_in(tables, _tables())
    if problems:
        raise ImportRefused(place, tuple(problems[:MOST_PROBLEMS]))


@writes(UseCase.IMPORT_HOUSE)
def take_over(work: Work, tables: Tables, place: str) -> Changes:
    """Put every row of a file into this empty house, or none.

    Raises:
        HouseNotEmpty: there is somebody or something in it already.
        ImportRefused: the database does not accept a row.
    """
    session = work.session
    _require_empty(session)
    _take_over_users(session, tables, place)
    for table in _tables():
        if table.name == User.__tablename__:
            continue
        if table.name == "house":
            session.execute(table.delete())
        _insert(session, table, tables[table.name], place)
    set_sequences(session)
    fold_everybody(session)
    work.log("C", "house_import", rows=sum(len(rows) for rows in tables.values()))
    return Changes(Topic.EVERYTHING)


def _require_empty(session: Session) -> None:
    guests = session.scalar(select(func.count()).select_from(Guest)) or 0
    if guests or session.scalar(select(func.count()).select_from(Location)):
        raise HouseNotEmpty(guests)


def _take_over_users(session: Session, tables: Tables, place: str) -> None:
    """Whoever has an account here keeps it; the log already names these users by number.

    Raises:
        ImportRefused: a user of this house is somebody else in the file.
    """
    wanted = {row["id"]: row for row in tables[User.__tablename__]}
    here = list(session.scalars(select(User)))
    for user in here:
        row = wanted.pop(user.id, None)
        if row is None or row["username"] != user.username:
            raise ImportRefused(place, (broken_rule("app_user", user.id, "other_user"),))
        user.name, user.role, user.is_active = row["name"], Role(row["role"]), row["is_active"]
    session.flush()
    _insert(session, Base.metadata.tables[User.__tablename__], list(wanted.values()), place)


def _insert(session: Session, table: Table, rows: Sequence[Row], place: str) -> None:
    if not rows:
        return
    try:
        with session.begin_nested():
            session.execute(insert(table), list(rows))
    except (IntegrityError, DataError):
        raise ImportRefused(place, (_first_refused(session, table, rows),)) from None


def _first_refused(session: Session, table: Table, rows: Sequence[Row]) -> str:
    """Row by row, to say which one it was."""
    for row_number, row in enumerate(rows, start=1):
        try:
            with session.begin_nested():
                session.execute(insert(table), [row])
        except (IntegrityError, DataError) as failure:
            return broken_rule(table.name, row_number, str(failure.orig))
    return broken_rule(table.name, 0, "")


def manager_in(tables: Tables, username: str) -> Row | None:
    """The row of this user, if the file knows such a manager."""
    found: Iterable[Row] = tables[User.__tablename__]
    return next(
        (row for row in found if row["username"] == username.casefold() and row["role"] == Role.MANAGER.value), None
    )


def give_practice_passwords(door: Door) -> int:
    """In a practice house the other users get the practice password again; gives how many users still have none."""
    known = {user.username: user.password for user in practice_users()}

    def deed(work: Work) -> int:
        others = [user for user in work.session.scalars(select(User)) if user.id != work.actor.user_id]
        for user in others:
            if user.username not in known:
                continue
            if work.keys is not None:
                work.keys.add_user(user.username, known[user.username])
            else:
                user.password_hash = passwords.hashed(known[user.username])
        work.log("U", "user", None, practice_passwords=True)
        return sum(user.username not in known for user in others)

    return door.write(UseCase.MANAGE_USERS, deed)
