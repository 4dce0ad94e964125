"""The rows of a house to be, table by table, before they are written in one go."""

from typing import Any

from sqlalchemy import insert, inspect
from sqlalchemy.orm import Session

from logeerhuis_app.models import Base

Row = dict[str, Any]


class RowBook:
    """Collects rows as a model would be made (``add(Guest, born=...)``) and hands out their ids."""

    def __init__(self, first_ids: dict[type[Base], int] | None = None) -> None:
        self.rows: dict[type[Base], list[Row]] = {}
        self._first_ids = first_ids or {}
        self._defaults: dict[type[Base], Row] = {}

    def add(self, table: type[Base], **values: Any) -> int:
        """Gives the id. A name that the table does not have is our mistake."""
        rows = self.rows.setdefault(table, [])
        row_id = self._first_ids.get(table, 1) + len(rows)
        defaults = self._defaults.get(table) or self._defaults.setdefault(table, _defaults(table))
        if unknown := values.keys() - defaults.keys():
            raise KeyError(f"{table.__name__}: {sorted(unknown)}")
        rows.append({**defaults, **values, "id": row_id})
        return row_id

    def of(self, table: type[Base]) -> list[Row]:
        return self.rows.get(table, [])

    def write(self, session: Session) -> None:
        """Parents before children, one statement per table."""
        by_name = {table.__tablename__: table for table in self.rows}
        for table in Base.metadata.sorted_tables:
            if table.name in by_name:
                model = by_name[table.name]
                names = _column_names(model)
                rows = [{names[key]: value for key, value in row.items()} for row in self.rows[model]]
                session.execute(insert(table), rows)

    def counts(self) -> dict[str, int]:
        return {table.__tablename__: len(rows) for table, rows in self.rows.items()}


def _column_names(table: type[Base]) -> dict[str, str]:
    """Attribute → column: «order» is kept in «sort_order»."""
    return {attribute.key: attribute.columns[0].name for attribute in inspect(table).column_attrs}


def _defaults(table: type[Base]) -> Row:
    return {attribute.key: _default(attribute.key, attribute.columns[0]) for attribute in inspect(table).column_attrs}


def _default(key: str, column: Any) -> Any:
    if key == "version":
        return 1
    return column.default.arg if column.default is not None and column.default.is_scalar else None
