"""Values of the record: as their column takes them, and in words."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import Column, Date, Enum, Time, inspect

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n.answer_words import answer_words
from logeerhuis_app.i18n.file_words import column_words
from logeerhuis_app.i18n.listed_words import listed_words
from logeerhuis_app.i18n.plain_words import plain_words
from logeerhuis_app.models import Base
from logeerhuis_app.models.base import PartialDay, UtcMoment
from logeerhuis_app.services.rows.guest import AnswerRow

Names = Mapping[tuple[str, int], str]
"""By table and id: what a row is called that another one refers to."""
MODELS: dict[str, type[Base]] = {mapper.class_.__tablename__: mapper.class_ for mapper in Base.registry.mappers}
NO_WORDS = frozenset({"id", "guest_id", "version", "recorded_at_utc", "recorded_by", "verified_at_utc", "verified_by"})
"""How the program finds its rows, and what the record says already by itself."""


def read_value(model: type[Base], name: str, value: Any) -> Any:
    """A value of the record as its column takes it."""
    column = inspect(model).columns[name]
    if value is None:
        return None if column.nullable else ""
    return _converted(column, value)


def value_words(model: type[Base], name: str, value: Any, names: Names) -> str:
    """«nee», «14-10-2026», «levensbedreigend»; empty for what is not filled in."""
    if value is None or value == "" or value == []:
        return ""
    columns = inspect(model).columns
    if name not in columns:
        return plain_words(value)
    if words := listed_words(name, value):
        return words
    column = columns[name]
    if column.foreign_keys:
        (key,) = column.foreign_keys
        return names.get((key.column.table.name, value), "")
    return plain_words(_converted(column, value))


def answer_in_words(topic: CareTopic, values: Mapping[str, Any]) -> str:
    """The answer to a question of care as it stands on screen."""
    state = AnswerState(values.get("state") or AnswerState.NOT_ASKED)
    return answer_words(AnswerRow(topic, state, values.get("code") or "", values.get("text") or ""))


def summary(model: type[Base], values: Mapping[str, Any], names: Names) -> str:
    """A whole row on one line: «noten · ernst: levensbedreigend · reactie: benauwd»."""
    parts = []
    for name, value in values.items():
        if name in NO_WORDS or name == "order" or value is False:
            continue
        words = value_words(model, name, value, names)
        if words:
            parts.append(column_words(name) if value is True else f"{column_words(name)}: {words}")
    return " · ".join(parts)


def _converted(column: Column[Any], value: Any) -> Any:
    kind = column.type
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return kind.enum_class(value)
    if isinstance(kind, UtcMoment):
        return datetime.fromisoformat(value)
    if isinstance(kind, PartialDay):
        return PartialDate.fromisoformat(value)
    if isinstance(kind, Date):
        return date.fromisoformat(value)
    return time.fromisoformat(value) if isinstance(kind, Time) else value
