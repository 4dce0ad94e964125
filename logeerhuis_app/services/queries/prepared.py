"""Statements that are compiled once and only filled in: making one anew costs more than the rows of one guest.

A file is read with some thirty of them. They are SQLAlchemy's statements, compiled by it for the house's database and
with its conversions of dates and codes; only its bookkeeping around each single execution is left out.
"""

from collections import namedtuple
from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Enum, Select, bindparam, inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import InstrumentedAttribute, Session

from logeerhuis_app.models import Base

Query = Select[*tuple[Any, ...]]
Convert = Callable[[Any], Any]
_PLAIN = (str, int, date)
_CONNECTION = "connection below"


def whole_rows(table: type[Base], *more: ColumnElement[Any]) -> Query:
    """Every column by the name of its attribute, as plain values: there is no object to keep track of."""
    columns = (attribute.columns[0].label(attribute.key) for attribute in inspect(table).column_attrs)
    return select(*columns, *more)


def one_of(name: str, column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    """Filled in with a collection of this name."""
    return column.in_(bindparam(name, expanding=True))


def of_guests(column: InstrumentedAttribute[Any]) -> ColumnElement[bool]:
    return one_of("guest_ids", column)


class Prepared:
    """One statement; compiled for each database and each number of values in its collections."""

    def __init__(self, query: Query) -> None:
        self._query = query
        self._compiled: dict[tuple[Any, ...], _Compiled] = {}

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
        compiled = self._compiled.get(tuple(key))
        if compiled is None:
            compiled = self._compiled[tuple(key)] = _Compiled(self._query, dialect, values)
        return compiled.rows(connection, values)


def _connected(session: Session) -> tuple[Dialect, Any]:
    """A session is one transaction here, so that its connection stays the same."""
    connection = session.connection()
    driver = connection.connection.driver_connection
    session.info[_CONNECTION] = connection.dialect, driver
    return connection.dialect, driver


def _converter(kind: Any, dialect: Dialect) -> Convert | None:
    """A code is looked up in its list; everything else as SQLAlchemy does it."""
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return {None: None, **{member.value: member for member in kind.enum_class}}.__getitem__
    convert: Convert | None = kind.dialect_impl(dialect).result_processor(dialect, None)
    return None if convert is None else lambda found: None if found is None else convert(found)


def _row_maker(names: list[str]) -> Any:
    make_kind: Any = namedtuple
    return make_kind("Row", names, rename=True)._make  # a name may be that of nothing but a count


class _Compiled:
    """The text, in which order it wants its values, and how what comes back becomes dates and codes."""

    def __init__(self, query: Query, dialect: Dialect, values: dict[str, Any]) -> None:
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
