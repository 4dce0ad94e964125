"""What must stand in the columns of a carer that hold a list, in a house that comes in from a file.

The database takes any list; a screen that reads one of another shape would open with an error.
"""

from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, datetime
from enum import Enum
from typing import Any

from sqlalchemy import Date, Integer, String
from sqlalchemy import Enum as SqlEnum

from logeerhuis_app.domain.carers import EMPTIES, Complaint, HomeTask, RespiteReason
from logeerhuis_app.domain.measures import CarerQolItem, HowMuch
from logeerhuis_app.models import CarerMeasure, CarerSituation
from logeerhuis_app.services.rows.whole_house import Tables

Fits = Callable[[Any], bool]


def misshapen(tables: Tables) -> Iterator[tuple[str, int, str]]:
    """Table, row from 1 and column of each value that is of another shape than its column has."""
    for (table, column), fits in SHAPES.items():
        for row_number, row in enumerate(tables.get(table, ()), start=1):
            if not fits(row[column]):
                yield table, row_number, column


def _codes_of(kind: type[Enum]) -> Fits:
    known = {code.value for code in kind}
    return lambda value: isinstance(value, list) and all(isinstance(one, str) and one in known for one in value)


def _by_code(kind: type[Enum], fits: Fits) -> Fits:
    known = {code.value for code in kind}
    return lambda value: isinstance(value, dict) and all(key in known and fits(held) for key, held in value.items())


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_answer(value: Any) -> bool:
    return type(value) is int and value in {answer.value for answer in HowMuch}


def _are_empties(value: Any) -> bool:
    allowed = {fact.value: [state.value for state in states] for fact, states in EMPTIES.items()}
    return isinstance(value, dict) and all(state in allowed.get(fact, ()) for fact, state in value.items())


def _are_steps(value: Any) -> bool:
    return isinstance(value, list) and all(_is_step(step) for step in value)


def _is_step(step: Any) -> bool:
    if not isinstance(step, dict) or step.keys() != {"until", "by", "was"} or not isinstance(step["was"], dict):
        return False
    until = parsed(datetime.fromisoformat, step["until"]) if _is_text(step["until"]) else None
    is_moment = until is not None and until.tzinfo is not None
    return is_moment and _is_text(step["by"]) and all(_old_fits(name, old) for name, old in step["was"].items())


def _old_fits(name: str, old: Any) -> bool:
    if name in CODES:
        return isinstance(old, str) and old in CODES[name]
    if (_SITUATION, name) in SHAPES:
        return SHAPES[_SITUATION, name](old)
    if name in DAYS:
        return old is None or (isinstance(old, str) and parsed(date.fromisoformat, old) is not None)
    if name in TEXTS:
        return isinstance(old, str)
    return name in NUMBERS and (old is None or type(old) is int)


def parsed(read: Callable[[str], Any], text: str) -> Any:
    """None for what cannot be read."""
    with suppress(ValueError):
        return read(text)
    return None


def _columns(kind: type[Any]) -> frozenset[str]:
    return frozenset(column.name for column in CarerSituation.__table__.columns if isinstance(column.type, kind))


_SITUATION, _MEASURE = CarerSituation.__tablename__, CarerMeasure.__tablename__
_TABLE = CarerSituation.__table__
CODES: dict[str, frozenset[str]] = {
    column.name: frozenset(column.type.enums) for column in _TABLE.columns if isinstance(column.type, SqlEnum)
}
LINKS = {"id", "guest_id", "contact_id", "version"}
DAYS = _columns(Date)
TEXTS = _columns(String) - CODES.keys()
NUMBERS = _columns(Integer) - LINKS
SHAPES: dict[tuple[str, str], Fits] = {
    (_SITUATION, "tasks"): _by_code(HomeTask, _is_text),
    (_SITUATION, "complaints"): _codes_of(Complaint),
    (_SITUATION, "reasons"): _codes_of(RespiteReason),
    (_SITUATION, "empties"): _are_empties,
    (_SITUATION, "earlier"): _are_steps,
    (_MEASURE, "items"): _by_code(CarerQolItem, _is_answer),
}
