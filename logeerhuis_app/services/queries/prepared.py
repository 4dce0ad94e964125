"""Statements that are compiled once and only filled in: making one anew costs more than the rows of one guest.

A file is read with some thirty of them. They are SQLAlchemy's statements, compiled by it for the house's database and
with its conversions of dates and codes; only its bookkeeping around each single execution is left out.
"""

from collections import namedtuple
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Date,
    DateTime,
    Dialect,
    Enum,
    Join,
    Select,
    Table,
    bindparam,
    exists,
    inspect,
    literal,
    select,
    union_all,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute, Session

from logeerhuis_app.models.base import Base, PartialDay, UtcMoment

Query = Select[*tuple[Any, ...]]
AnyQuery = Query | CompoundSelect[Any]
Convert = Callable[[Any], Any]
_PLAIN = (str, int, date)
_UNCHANGING = (Date, DateTime, UtcMoment, PartialDay)
"""What these become may be shared by many rows; a list from JSON may not."""
MOST_KNOWN = 4096
_CONNECTION = "connection below"
_HELD = "which tables hold something"


def whole_rows(table: type[Base], *more: ColumnElement[Any]) -> Query:
    """Every column by the name of its attribute, as plain values: there is no object to keep track of."""
    columns = (attribute.columns[0].label(attribute.key) for attribute in inspect(table).column_attrs)
    return select(*columns, *more)


def one_of(name: str, column: InstrumentedAttribute[Any] | ColumnElement[Any]) -> ColumnElement[bool]:
    """Filled in with a collection of this name."""
    return column.in_(bindparam(name, expanding=True))


def of_guests(column: InstrumentedAttribute[Any] | ColumnElement[Any]) -> ColumnElement[bool]:
    return one_of("guest_ids", column)


@dataclass(frozen=True)
class _Held:
    """Of which guests it was asked, about which tables, and which of them hold something."""

    guest_ids: tuple[int, ...]
    asked: frozenset[str]
    holding: frozenset[str]


@contextmanager
def empty_tables_known(session: Session, guest_ids: Collection[int]) -> Iterator[None]:
    """In here a table that holds nothing of these guests is not asked for its rows.

    Of a file most tables are empty, and to a server each question is a journey; one question tells which. For reading
    only: what is written meanwhile would not be seen.
    """
    ids = tuple(guest_ids)
    tables = frozenset(_OWNED)
    holding = frozenset(row.name for row in _which_hold(tables).rows(session, guest_ids=ids))
    session.info[_HELD] = _Held(ids, tables, holding)
    try:
        yield
    finally:
        del session.info[_HELD]


class Prepared:
    """One statement; compiled for each database and each number of values in its collections."""

    def __init__(self, query: AnyQuery) -> None:
        self._query = query
        self._compiled: dict[tuple[Any, ...], _Compiled] = {}
        self._table = _table_of(query)
        if self._table is not None:
            _OWNED[self._table.name] = self._table

    def rows(self, session: Session, **values: Any) -> list[Any]:
        """Rows with the names of the columns; what was just changed in this session counts."""
        if session.autoflush:
            session.flush()
        dialect, connection = session.info.get(_CONNECTION) or _connected(session)
        key: list[Any] = [dialect.name]
        for name, value in values.items():
            if not isinstance(value, _PLAIN):
                if not value:
                    return []
                values[name] = value = tuple(value)
                key.append(len(value))
        if self._table is not None and (held := session.info.get(_HELD)) and self._holds_nothing(held, values):
            return []
        compiled = self._compiled.get(tuple(key))
        if compiled is None:
            compiled = self._compiled[tuple(key)] = _Compiled(self._query, dialect, values)
        return compiled.rows(connection, values)

    def _holds_nothing(self, held: _Held, values: dict[str, Any]) -> bool:
        name = "" if self._table is None else self._table.name
        return values.get("guest_ids") == held.guest_ids and name in held.asked and name not in held.holding


_OWNED: dict[str, Table] = {}
"""Tables of which some statement asks the rows of guests."""


def _table_of(query: AnyQuery) -> Table | None:
    """The table whose rows of these guests the statement gives: without any, it gives nothing."""
    if not isinstance(query, Select):
        return None
    froms = query.get_final_froms()
    first: Any = froms[0] if len(froms) == 1 else None
    while isinstance(first, Join):
        first = None if first.isouter or first.full else first.left
    return first if isinstance(first, Table) and "guest_id" in first.c else None


@cache
def _which_hold(tables: frozenset[str]) -> Prepared:
    """The names of those that hold a row of these guests."""
    return Prepared(
        union_all(
            *(
                select(literal(name).label("name")).where(exists().where(of_guests(_OWNED[name].c.guest_id)))
                for name in sorted(tables)
            )
        )
    )


def _connected(session: Session) -> tuple[Dialect, Any]:
    """A session is one transaction here, so that its connection stays the same."""
    connection = session.connection()
    driver = connection.connection.driver_connection
    session.info[_CONNECTION] = connection.dialect, driver
    return connection.dialect, driver


def _converter(kind: Any, dialect: Dialect) -> Convert | None:
    """A code is looked up in its list; everything else as SQLAlchemy does it, the same day or moment only once."""
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return {None: None, **{member.value: member for member in kind.enum_class}}.__getitem__
    convert: Convert | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    if convert is None:
        return None
    unless_empty: Convert = lambda found: None if found is None else convert(found)  # noqa: E731 — one line, one use
    return lru_cache(maxsize=MOST_KNOWN)(unless_empty) if isinstance(kind, _UNCHANGING) else unless_empty


def _row_maker(names: list[str]) -> Any:
    make_kind: Any = namedtuple
    return make_kind("Row", names, rename=True)._make  # a name may be that of nothing but a count


class _Compiled:
    """The text, in which order it wants its values, and how what comes back becomes dates and codes."""

    def __init__(self, query: AnyQuery, dialect: Dialect, values: dict[str, Any]) -> None:
        compiled = query.compile(dialect=dialect)
        state = compiled.construct_expanded_state(values)
        self._dialect = dialect
        self._errors = dialect.loaded_dbapi.Error
        self._text = state.statement
        self._order = state.positiontup
        parameters, binds = dict(state.parameters), dict(state.processors)
        self._lists = state.parameter_expansion
        taken = {each for name in values for each in self._lists.get(name, (name,))}
        self._binds: dict[str, Convert] = {name: binds[name] for name in binds if name in taken}
        fixed = {name: value for name, value in parameters.items() if name not in taken}
        self._fixed = {name: binds[name](value) if name in binds else value for name, value in fixed.items()}
        first = next(iter(values), "")
        in_order = list(self._lists.get(first, (first,)))
        self._is_plain = not self._fixed and not self._binds and self._order == in_order
        entries = compiled._result_columns
        self._shape = _row_maker([entry.keyname for entry in entries])
        converts = [_converter(entry.type, dialect) for entry in entries]
        self._converts = [(place, convert) for place, convert in enumerate(converts) if convert is not None]

    def rows(self, connection: Any, values: dict[str, Any]) -> list[Any]:
        cursor = connection.cursor()
        try:
            cursor.execute(self._text, self._filled(values))
            found = cursor.fetchall()
        except self._errors as failure:
            is_gone = self._dialect.is_disconnect(failure, connection, cursor)
            raise DBAPIError(self._text, None, failure, connection_invalidated=is_gone) from failure
        finally:
            cursor.close()
        return self._rows(found)

    def _filled(self, values: dict[str, Any]) -> Any:
        if self._is_plain:
            value = next(iter(values.values()))
            return value if isinstance(value, tuple) else (value,)
        filled = dict(self._fixed)
        for name, value in values.items():
            if isinstance(value, tuple):
                filled.update(zip(self._lists[name], value, strict=True))
            else:
                filled[name] = value
        for name, convert in self._binds.items():
            filled[name] = convert(filled[name])
        return filled if self._order is None else [filled[name] for name in self._order]

    def _rows(self, found: list[Any]) -> list[Any]:
        """Column by column: a conversion that is called for one cell after another takes longer than the reading."""
        if not found or not self._converts:
            return list(map(self._shape, found))
        columns: list[Any] = list(zip(*found, strict=True))
        for place, convert in self._converts:
            columns[place] = map(convert, columns[place])
        return list(map(self._shape, zip(*columns, strict=True)))
