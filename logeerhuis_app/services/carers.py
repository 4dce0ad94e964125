"""How a carer is doing and what is measured over time: the carer's own data, behind its own right.

On record is that something was written down, never what: the log is kept longer than the carer's data.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.carers import (
    LIMITS,
    CarerFact,
    CarerWork,
    Complaint,
    HomeTask,
    RespiteReason,
    SickLeave,
    kept_empties,
    require_limits,
    require_since,
)
from logeerhuis_app.domain.checks import require_not_future
from logeerhuis_app.domain.errors import ChangedByOther, FieldRequired
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.measures import Answers, own_answers, require_answers
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.typed_text import tidy_line
from logeerhuis_app.models import CarerMeasure, CarerSituation, ContactPerson
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, plain, put, wish_values


@dataclass(frozen=True)
class CarerWish:
    """``empties``: what was asked and has no value; see ``CarerRow``."""

    load: CarerLoad = CarerLoad.NOT_ASKED
    load_note: str = ""
    health_note: str = ""
    asked_on: date | None = None
    age: int | None = None
    caring_since: str = ""
    hours_week: int | None = None
    tasks: Mapping[HomeTask, str] = field(default_factory=dict)
    tasks_note: str = ""
    work: CarerWork = CarerWork.NOT_ASKED
    work_hours: int | None = None
    sick_leave: SickLeave = SickLeave.NOT_ASKED
    work_note: str = ""
    complaints: Collection[Complaint] = ()
    reasons: Collection[RespiteReason] = ()
    reasons_note: str = ""
    empties: Mapping[CarerFact, AnswerState] = field(default_factory=dict)
    version: int = 0


@dataclass(frozen=True)
class MeasureWish:
    """One questionnaire as it was filled in, on the day that stands on it."""

    answers: Answers
    taken_on: date | None
    note: str = ""


@writes(UseCase.CHANGE_CARER)
def set_carer_situation(work: Work, contact_id: int, wish: CarerWish) -> Changes:
    """How one carer is doing, as the carer tells it.

    Raises:
        NumberOutside: more hours than a week has, an age that nobody has.
        FieldInvalid: a day or month in the future, or a month that is none.
        ChangedByOther.
    """
    contact = found(work.session, ContactPerson, contact_id)
    values = _situation_values(wish, work.today)
    row = _situation(work.session, contact_id)
    if row is None:
        row = CarerSituation(guest_id=contact.guest_id, contact_id=contact_id)
        fields, action = set(put(row, values)), "C"
        work.session.add(row)
    else:
        found(work.session, CarerSituation, row.id, wish.version)
        fields, action = _change(work, row, values), "U"
    work.session.flush()
    work.log(action, "carer_situation", row.id, contact.guest_id, fields=sorted(fields))
    return Changes(Topic.GUESTS, created_id=row.id)


@writes(UseCase.CHANGE_CARER)
def add_measure(work: Work, contact_id: int, wish: MeasureWish) -> Changes:
    """Write down one questionnaire.

    Raises:
        FieldRequired: the day it was filled in.
        FieldInvalid: that day lies in the future.
        NothingMeasured, NumberOutside, HalfNumberOutside: see ``require_answers``.
    """
    contact = found(work.session, ContactPerson, contact_id)
    row = _new_measure(work, contact.guest_id, contact_id, contact.name, wish)
    return Changes(Topic.GUESTS, created_id=row.id)


@writes(UseCase.CHANGE_CARER)
def correct_measure(work: Work, measure_id: int, wish: MeasureWish, reason: str, version: int) -> Changes:
    """Put right what was written down wrongly: what stood there ends with a reason and stays readable.

    Raises: as ``add_measure``; FieldRequired without a reason; ChangedByOther, also where it was ended meanwhile.
    """
    old = _end(work, measure_id, reason, version)
    row = _new_measure(work, old.guest_id, old.contact_id, old.carer_name, wish)
    return Changes(Topic.GUESTS, created_id=row.id)


@writes(UseCase.CHANGE_CARER)
def end_measure(work: Work, measure_id: int, reason: str, version: int) -> Changes:
    """Withdraw one that should not count. Raises: FieldRequired without a reason; ChangedByOther."""
    _end(work, measure_id, reason, version)
    return Changes(Topic.GUESTS)


def forget_carer(work: Work, contact: ContactPerson) -> None:
    """This person is no contact any more: the situation goes, what was measured stays under the name it had."""
    row = _situation(work.session, contact.id)
    if row is not None:
        work.session.delete(row)
        work.log("D", "carer_situation", row.id, contact.guest_id)
    for measure in work.session.scalars(select(CarerMeasure).where(CarerMeasure.contact_id == contact.id)):
        put(measure, {"contact_id": None})
        work.log("U", "carer_measure", measure.id, contact.guest_id, let_go=True)
    work.session.flush()


def _situation(session: Session, contact_id: int) -> CarerSituation | None:
    return session.scalars(select(CarerSituation).where(CarerSituation.contact_id == contact_id)).first()


def _change(work: Work, row: CarerSituation, values: dict[str, Any]) -> set[str]:
    """Write it, and keep what stood there with the carer's own data, where it goes when they go."""
    before = {name: plain(getattr(row, name)) for name in values}
    put(row, values)
    was = {name: old for name, old in before.items() if plain(getattr(row, name)) != old}
    if was:
        step = {"until": work.now_utc.isoformat(), "by": work.actor.name, "was": was}
        row.earlier = [*(row.earlier or []), step]
    return set(was)


def _situation_values(wish: CarerWish, today: date) -> dict[str, Any]:
    require_not_future("asked_on", wish.asked_on, today)
    require_since("caring_since", wish.caring_since, today)
    for fact, (least, most) in LIMITS.items():
        require_limits(fact.value, getattr(wish, fact.value), least, most)
    values = wish_values(replace(wish, tasks={}, empties={}))
    values["tasks"] = {task.value: tidy_line(how) for task, how in wish.tasks.items()}
    values["complaints"] = [code.value for code in Complaint if code in wish.complaints]
    values["reasons"] = [code.value for code in RespiteReason if code in wish.reasons]
    values["empties"] = kept_empties(wish.empties, _given(wish))
    return values


def _given(wish: CarerWish) -> set[CarerFact]:
    """The facts that have a value."""
    told = {
        CarerFact.AGE: wish.age is not None,
        CarerFact.CARING_SINCE: bool(wish.caring_since),
        CarerFact.HOURS_WEEK: wish.hours_week is not None,
        CarerFact.WORK_HOURS: wish.work_hours is not None,
        CarerFact.TASKS: bool(wish.tasks),
        CarerFact.HEALTH: bool(wish.complaints),
        CarerFact.REASONS: bool(wish.reasons),
    }
    return {fact for fact, is_told in told.items() if is_told}


def _new_measure(work: Work, guest_id: int, contact_id: int | None, carer: str, wish: MeasureWish) -> CarerMeasure:
    answers = own_answers(wish.answers)
    if wish.taken_on is None:
        raise FieldRequired("taken_on")
    require_not_future("taken_on", wish.taken_on, work.today)
    require_answers(answers)
    row = CarerMeasure(guest_id=guest_id, contact_id=contact_id, carer_name=carer, kind=answers.kind)
    items = {item.value: int(answer) for item, answer in answers.items.items()}
    put(row, {"taken_on": wish.taken_on, "items": items, "total": answers.total, "note": wish.note})
    put(row, {"happiness_tenths": answers.happiness_tenths, "endurance": answers.endurance})
    put(row, {"recorded_by": work.actor.name, "recorded_at_utc": work.now_utc})
    work.session.add(row)
    work.session.flush()
    work.log("C", "carer_measure", row.id, guest_id, measure=answers.kind.value)
    return row


def _end(work: Work, measure_id: int, reason: str, version: int) -> CarerMeasure:
    row = found(work.session, CarerMeasure, measure_id, version)
    if row.ended_at_utc is not None:
        raise ChangedByOther("guest")
    if not reason.strip():
        raise FieldRequired("reason")
    put(row, {"ended_at_utc": work.now_utc, "ended_by": work.actor.name, "end_reason": reason})
    work.log("U", "carer_measure", row.id, row.guest_id, ended=True)
    return row
