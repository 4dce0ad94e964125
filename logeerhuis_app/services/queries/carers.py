"""How the carers of a guest are doing, and what was measured; for those who may see it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from enum import Enum
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.carers import CarerFact, CarerWork, Complaint, HomeTask, RespiteReason, SickLeave
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.measures import Answers, CarerQolItem, HowMuch
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import CarerMeasure, CarerSituation, Guest
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.field_values import found
from logeerhuis_app.services.queries.guest_parts import contacts_of
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, whole_rows
from logeerhuis_app.services.rows.carer import CarerFile, CarerRow, CarerStep, MeasureRow
from logeerhuis_app.services.rows.guest import ContactRow

Code = TypeVar("Code", bound=Enum)
Values = Mapping[str, Any]
_Who = tuple[int, str, str]

_SITUATIONS = Prepared(whole_rows(CarerSituation).where(of_guests(CarerSituation.guest_id)))
_MEASURES = Prepared(
    whole_rows(CarerMeasure)
    .where(of_guests(CarerMeasure.guest_id))
    .order_by(CarerMeasure.taken_on, CarerMeasure.recorded_at_utc, CarerMeasure.id)
)


@reads(UseCase.SEE_CARER)
def carer_file(work: Work, guest_id: int) -> CarerFile:
    """How the carers of this guest are doing; a look of its own, apart from that at the guest's file."""
    found(work.session, Guest, guest_id)
    work.looked_at(guest_id)
    return carers_of(work.session, guest_id)


def carers_of(session: Session, guest_id: int) -> CarerFile:
    """One row per contact person, also of those who were never asked. The caller may see it, and says so."""
    situations = {row.contact_id: row for row in _SITUATIONS.rows(session, guest_ids=[guest_id])}
    contacts = contacts_of(session, [guest_id])[guest_id]
    return CarerFile(
        tuple(_carer(contact, situations.get(contact.contact_id)) for contact in contacts),
        tuple(_measure(row) for row in _MEASURES.rows(session, guest_ids=[guest_id])),
    )


def _carer(contact: ContactRow, row: Any) -> CarerRow:
    who = contact.contact_id, contact.name, contact.relationship
    if row is None:
        return CarerRow(*who)
    values = {name: getattr(row, name) for name in _COLUMNS}
    return replace(_told(who, values), version=row.version, steps=_steps(who, values, row.earlier))


def _steps(who: _Who, values: Values, earlier: Iterable[dict[str, Any]]) -> tuple[CarerStep, ...]:
    """From what it says now back to what it said first."""
    steps, after = [], _told(who, values)
    for step in reversed(list(earlier)):
        values = {**values, **{name: _read(name, old) for name, old in step["was"].items()}}
        before = _told(who, values)
        steps.append(CarerStep(datetime.fromisoformat(step["until"]), step["by"], before, after))
        after = before
    return tuple(steps)


def _told(who: _Who, values: Values) -> CarerRow:
    """The codes of lists as values of their lists; the others are so already."""
    lists = {
        "tasks": {HomeTask(code): how for code, how in values["tasks"].items() if code in _TASKS},
        "complaints": _codes(Complaint, values["complaints"]),
        "reasons": _codes(RespiteReason, values["reasons"]),
        "empties": _empties(values["empties"]),
    }
    return CarerRow(*who, **{**values, **lists})


def _read(name: str, old: Any) -> Any:
    """A value as the column has it, from how it is kept."""
    if name == "asked_on":
        return date.fromisoformat(old) if old else None
    return _CODES[name](old) if name in _CODES else old


_CODES: dict[str, type[Enum]] = {"work": CarerWork, "sick_leave": SickLeave, "load": CarerLoad}
_COLUMNS = (
    *("asked_on", "age", "caring_since", "hours_week", "tasks", "tasks_note", "work", "work_hours"),
    *("sick_leave", "work_note", "complaints", "health_note", "load", "load_note", "reasons", "reasons_note"),
    "empties",
)
_TASKS = frozenset(task.value for task in HomeTask)


def _codes(kind: type[Code], said: Iterable[str]) -> tuple[Code, ...]:
    """In the order of the list."""
    held = set(said)
    return tuple(code for code in kind if code.value in held)


def _empties(said: Mapping[str, str]) -> dict[CarerFact, AnswerState]:
    return {fact: AnswerState(said[fact.value]) for fact in CarerFact if fact.value in said}


def _measure(row: Any) -> MeasureRow:
    return MeasureRow(
        measure_id=row.id,
        contact_id=row.contact_id,
        carer=row.carer_name,
        taken_on=row.taken_on,
        answers=Answers(row.kind, _items(row.items), row.total, row.happiness_tenths, row.endurance),
        note=row.note,
        recorded_by=row.recorded_by,
        recorded_at_utc=row.recorded_at_utc,
        ended_at_utc=row.ended_at_utc,
        ended_by=row.ended_by,
        end_reason=row.end_reason,
        version=row.version,
    )


def _items(said: Mapping[str, int]) -> dict[CarerQolItem, HowMuch]:
    return {item: HowMuch(said[item.value]) for item in CarerQolItem if item.value in said}
