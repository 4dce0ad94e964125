"""A whole house, or one guest, as documented JSON: written the same to the byte each time, and read back with care.

The shape is described by ``docs/house.schema.json``, which is made from the tables themselves.
"""

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, time
from itertools import islice
from typing import Any, NoReturn

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from logeerhuis_app.domain.errors import FileUnreadable, ImportRefused
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.services.rows.whole_house import ColumnFact, ColumnKind, TableFact, Tables

HOUSE_FORMAT = "logeerhuis-house"
GUEST_FORMAT = "logeerhuis-guest"
VERSION = 1
MOST_PROBLEMS = 20
SMALLEST, LARGEST = -(2**31), 2**31 - 1
_DATE = r"^\d{4}-\d{2}-\d{2}$"
_PARTIAL_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_TIME = r"^\d{2}:\d{2}:\d{2}(\.\d{6})?$"
_MOMENT = r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{6})?Z$"
_BASE64 = r"^[A-Za-z0-9+/]*={0,2}$"
_NO_NUL = r"^[^\u0000]*$"


# -- writing


def written(tables: Tables, facts: Sequence[TableFact], file_format: str = HOUSE_FORMAT) -> bytes:
    """One line per row, tables by name, rows by id: two files of one house can be compared line by line."""
    kinds = {table.name: {column.name: column.kind for column in table.columns} for table in facts}
    head = f'{{\n"format": {json.dumps(file_format)},\n"version": {VERSION},\n"tables": {{\n'
    parts = [_table_text(name, tables.get(name, []), kinds[name]) for name in sorted(kinds)]
    return (head + ",\n".join(parts) + "\n}\n}\n").encode()


def _table_text(name: str, rows: Iterable[Mapping[str, Any]], kinds: Mapping[str, ColumnKind]) -> str:
    lines = [_row_text(row, kinds) for row in rows]
    return f"{json.dumps(name)}: [" + ("\n" + ",\n".join(lines) + "\n" if lines else "") + "]"


def _row_text(row: Mapping[str, Any], kinds: Mapping[str, ColumnKind]) -> str:
    plain = {name: None if row[name] is None else _TO_JSON[kind](row[name]) for name, kind in kinds.items()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True)


def _moment_text(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _same(value: Any) -> Any:
    return value


_TO_JSON: dict[ColumnKind, Callable[[Any], Any]] = {
    ColumnKind.INTEGER: int,
    ColumnKind.BOOLEAN: bool,
    ColumnKind.TEXT: str,
    ColumnKind.CODE: str,
    ColumnKind.DATE: date.isoformat,
    ColumnKind.PARTIAL_DATE: PartialDate.isoformat,
    ColumnKind.TIME: time.isoformat,
    ColumnKind.MOMENT: _moment_text,
    ColumnKind.BYTES: lambda value: base64.b64encode(value).decode("ascii"),
    ColumnKind.JSON: _same,
}


def _whole_text(text: str) -> str:
    """JSON can hold half a sign («\\ud800»), which no database stores."""
    text.encode("utf-8")
    return text


_FROM_JSON: dict[ColumnKind, Callable[[Any], Any]] = {
    ColumnKind.TEXT: _whole_text,
    ColumnKind.INTEGER: int,  # «1.0» passes the schema, for JSON knows one kind of number
    ColumnKind.DATE: date.fromisoformat,
    ColumnKind.PARTIAL_DATE: PartialDate.fromisoformat,
    ColumnKind.TIME: time.fromisoformat,
    ColumnKind.MOMENT: datetime.fromisoformat,
    ColumnKind.BYTES: lambda text: base64.b64decode(text, validate=True),
}


# -- reading


def read(content: bytes, facts: Sequence[TableFact], place: str) -> Tables:
    """The tables of a file that holds a house.

    Raises:
        FileUnreadable: it is no text, no JSON (with the line), no house of ours, or of a newer version.
        ImportRefused: a value does not fit; the first problems with table, row and column.
    """
    document = _parsed(content, place)
    _require_house(document, place)
    errors = Draft202012Validator(house_schema(facts)).iter_errors(document)
    problems = [_problem(error) for error in islice(errors, MOST_PROBLEMS)]
    if problems:
        raise ImportRefused(place, tuple(problems))
    return _typed(document["tables"], facts, place)


def _parsed(content: bytes, place: str) -> Any:
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise FileUnreadable(place, "not_text") from None
    except json.JSONDecodeError as failure:
        raise FileUnreadable(place, "not_json", failure.lineno) from None
    except (RecursionError, ValueError):  # nested without end, or a number of thousands of digits
        raise FileUnreadable(place, "not_a_house") from None


def _refuse_constant(name: str) -> NoReturn:
    raise json.JSONDecodeError(f"{name} is no JSON", name, 0)


def _require_house(document: Any, place: str) -> None:
    if not isinstance(document, dict) or document.get("format") != HOUSE_FORMAT:
        raise FileUnreadable(place, "not_a_house")
    version = document.get("version")
    if not isinstance(version, int) or not isinstance(document.get("tables"), dict):
        raise FileUnreadable(place, "not_a_house")
    if version > VERSION:
        raise FileUnreadable(place, "newer")


def _typed(tables: Mapping[str, Any], facts: Sequence[TableFact], place: str) -> Tables:
    problems: list[str] = []
    typed: Tables = {}
    for table in facts:
        converters = [(column.name, _FROM_JSON.get(column.kind, _same)) for column in table.columns]
        typed[table.name] = []
        for row_number, row in enumerate(tables[table.name], start=1):
            values = {}
            for name, convert in converters:
                try:
                    values[name] = None if row[name] is None else convert(row[name])
                except (ValueError, binascii.Error):
                    problems.append(
                        problem_text(
                            table.name, row_number, name, _("this does not exist: {value}").format(value=row[name])
                        )
                    )
            typed[table.name].append(values)
    if problems:
        raise ImportRefused(place, tuple(problems[:MOST_PROBLEMS]))
    return typed


def problem_text(table: str, row_number: int, column: str, reason: str) -> str:
    """«guest, rij 12, kolom born: dit is geen datum»."""
    return _("{table}, row {row}, column {column}: {reason}").format(
        table=table, row=number(row_number), column=column, reason=reason
    )


def _problem(error: ValidationError) -> str:
    path = list(error.absolute_path)
    match path:
        case ["tables", str(table), int(row), *column]:
            name = str(column[0]) if column else _property_of(error)
            return problem_text(table, row + 1, name, _reason(error))
        case ["tables", *_rest]:
            return _("{table}: {reason}").format(table=_property_of(error), reason=_reason(error))
    return _("{table}: {reason}").format(table=".".join(map(str, path)) or "JSON", reason=_reason(error))


def _property_of(error: ValidationError) -> str:
    """Which property is missing or too much; jsonschema tells it in English words only."""
    if error.validator == "required":
        return next((name for name in error.validator_value if name not in error.instance), "?")
    if error.validator == "additionalProperties":
        return next((name for name in error.instance if name not in error.schema["properties"]), "?")
    return str(error.absolute_path[-1])


def _reason(error: ValidationError) -> str:
    value = str(error.instance)[:40]
    match error.validator:
        case "required":
            return _("is missing")
        case "additionalProperties":
            return _("is not known here")
        case "enum":
            return _("“{value}” is not one of the choices").format(value=value)
        case "maxLength":
            return _("is longer than {n} characters").format(n=number(error.validator_value))
        case "pattern" | "format":
            return _("“{value}” is not written as it should be").format(value=value)
        case "minimum" | "maximum":
            return _("{value} is too small or too large").format(value=value)
    return _("“{value}” is of the wrong kind").format(value=value)


# -- the description


def house_schema(facts: Sequence[TableFact]) -> dict[str, Any]:
    """JSON Schema (draft 2020-12) of an exported house."""
    tables = {table.name: _table_schema(table) for table in sorted(facts, key=lambda table: table.name)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A logeerhuis, whole",
        "description": (
            "Every table with every row and column, save passwords and the log. Codes stand by value, dates as"
            " YYYY-MM-DD (YYYY or YYYY-MM where only that is known), moments in UTC, money in whole cents,"
            " files as base64. Rows refer to each other by id."
        ),
        "type": "object",
        "additionalProperties": False,
        "required": ["format", "version", "tables"],
        "properties": {
            "format": {"const": HOUSE_FORMAT},
            "version": {"const": VERSION},
            "tables": {
                "type": "object",
                "additionalProperties": False,
                "required": list(tables),
                "properties": tables,
            },
        },
    }


def _table_schema(table: TableFact) -> dict[str, Any]:
    columns = {column.name: _column_schema(column) for column in table.columns}
    row = {"type": "object", "additionalProperties": False, "required": list(columns), "properties": columns}
    return {"description": table.doc, "type": "array", "items": row}


def _column_schema(column: ColumnFact) -> dict[str, Any]:
    schema = dict(_kind_schema(column))
    if column.is_nullable and "type" in schema:
        schema["type"] = [schema["type"], "null"]
    if column.choices:
        schema["enum"] = [*column.choices, None] if column.is_nullable else list(column.choices)
    if column.most is not None and column.kind is ColumnKind.TEXT:
        schema["maxLength"] = column.most
    return {"description": column.doc, **schema} if column.doc else schema


def _kind_schema(column: ColumnFact) -> dict[str, Any]:
    return _SCHEMA_OF[column.kind]


_SCHEMA_OF: dict[ColumnKind, dict[str, Any]] = {
    ColumnKind.INTEGER: {"type": "integer", "minimum": SMALLEST, "maximum": LARGEST},
    ColumnKind.BOOLEAN: {"type": "boolean"},
    ColumnKind.TEXT: {"type": "string", "pattern": _NO_NUL},
    ColumnKind.CODE: {"type": "string"},
    ColumnKind.DATE: {"type": "string", "pattern": _DATE},
    ColumnKind.PARTIAL_DATE: {"type": "string", "pattern": _PARTIAL_DATE},
    ColumnKind.TIME: {"type": "string", "pattern": _TIME},
    ColumnKind.MOMENT: {"type": "string", "pattern": _MOMENT},
    ColumnKind.BYTES: {"type": "string", "pattern": _BASE64, "contentEncoding": "base64"},
    ColumnKind.JSON: {},
}


def schema_text(facts: Sequence[TableFact]) -> str:
    """As it stands in ``docs/house.schema.json``."""
    return json.dumps(house_schema(facts), ensure_ascii=False, indent=1) + "\n"


def row_numbers(tables: Tables) -> Iterator[tuple[str, int]]:
    """How many rows each table has, by name."""
    return ((name, len(rows)) for name, rows in sorted(tables.items()))
