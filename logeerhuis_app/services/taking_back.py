"""Taking back a change of a file: what stood there is put back, as a new deed on record.

It works from the lines that the deed wrote, so that every form of the file has it without a word of its own.
"""

import json
from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from logeerhuis_app.domain.errors_record import ChangedSince, NotToBeTakenBack
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import (
    Alert,
    Allergy,
    AuditLine,
    Base,
    CapacityNote,
    CareAnswer,
    ContactPerson,
    Guest,
    HealthProfessional,
    HelpFromOthers,
    Intake,
    IntakeStatement,
    LivingWill,
    Problem,
    Representative,
    TreatmentDirective,
    User,
)
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door, Work
from logeerhuis_app.services.field_values import kept, plain, put
from logeerhuis_app.services.lists_kept_true import keep_lists_true
from logeerhuis_app.services.network import call_as, call_in_order
from logeerhuis_app.services.record_values import read_value

KINDS: dict[str, type[Base]] = {
    model.__tablename__: model
    for model in (
        *(Guest, Allergy, Alert, Problem, CareAnswer, ContactPerson, HealthProfessional, HelpFromOthers),
        *(Intake, IntakeStatement, Representative, CapacityNote, TreatmentDirective, LivingWill),
    )
}
"""What a person expects to take back. Medicines, papers and consents are not undone but put right."""
_CHANGES = frozenset("CUD")


def can_take_back(door: Door, lines: Sequence[int]) -> bool:
    """Whether the deed that wrote these lines changed a file in a way that can be put back."""
    return bool(lines) and door.glance(lambda session: _is_reversible(_lines(session, lines)))


def take_back(door: Door, lines: Sequence[int]) -> Changes:
    """Put back what stood there before the deed that wrote these lines; who did the deed may do this.

    Raises:
        ChangedSince: somebody changed it after that.
        NotToBeTakenBack: a change of another kind, or of somebody else.
    """
    use_case = door.glance(lambda session: _use_case(session, lines))
    return door.write(use_case, partial(_take_back, lines=lines))


def _use_case(session: Session, lines: Sequence[int]) -> UseCase:
    found = _lines(session, lines)
    if not found:
        raise NotToBeTakenBack
    return UseCase(found[0].use_case)


def _take_back(work: Work, lines: Sequence[int]) -> Changes:
    written = _lines(work.session, lines)
    if not _is_reversible(written) or any(line.user_id != work.actor.user_id for line in written):
        raise NotToBeTakenBack
    try:
        for line in reversed(written):
            _turn(work, line, max(lines))
        work.session.flush()
        for guest_id in {line.guest_id for line in written if line.guest_id is not None}:
            keep_lists_true(work, guest_id)
    except IntegrityError:  # something was hung on it since: how a new contact person is doing
        raise ChangedSince("") from None
    return Changes(Topic.CARE | Topic.GUESTS)


def _turn(work: Work, line: AuditLine, since: int) -> None:
    model, detail = KINDS[line.object_kind], json.loads(line.detail)
    row = work.session.get(model, line.object_id, with_for_update=True)
    if line.action == "D":
        _bring_back(work, line, model, detail["was"])
        return
    if row is None or any(plain(getattr(row, name)) != new for name, (_old, new) in detail["changed"].items()):
        raise ChangedSince(_who_since(work.session, line, since))
    if line.action == "C":
        _take_away(work, line, row)
    else:
        _put_back(work, line, row, detail)


def _put_back(work: Work, line: AuditLine, row: Base, detail: dict[str, Any]) -> None:
    held = {name: read_value(type(row), name, old) for name, (old, _new) in detail["changed"].items()}
    changed = put(row, {name: value for name, value in held.items() if name != "order"})
    if isinstance(row, ContactPerson) and "order" in held:
        changed["order"] = [row.order, held["order"]]
        call_as(work.session, row, held["order"])
    more = {"topic": detail["topic"]} if "topic" in detail else {}
    if isinstance(row, CareAnswer):
        row.recorded_at_utc, row.recorded_by = work.now_utc, work.actor.name
    work.log("U", line.object_kind, line.object_id, line.guest_id, changed=changed, taken_back=line.id, **more)


def _take_away(work: Work, line: AuditLine, row: Base) -> None:
    was = kept(row)
    work.session.delete(row)
    work.session.flush()
    if isinstance(row, ContactPerson):
        call_in_order(work.session, row.guest_id)
    work.log("D", line.object_kind, line.object_id, line.guest_id, was=was, taken_back=line.id)


def _bring_back(work: Work, line: AuditLine, model: type[Base], was: dict[str, Any]) -> None:
    """Under its own number, unless a file has given that away meanwhile."""
    values = {name: read_value(model, name, value) for name, value in was.items()}
    if work.session.get(model, values["id"]) is not None:
        del values["id"]
    row = model(**values)
    work.session.add(row)
    work.session.flush()
    if isinstance(row, ContactPerson):
        call_as(work.session, row, values["order"])
    changed = {name: [None, value] for name, value in was.items() if value not in (None, "") and name in values}
    named = {name: change for name, change in changed.items() if name not in {"id", "guest_id"}}
    (row_id,) = inspect(row).identity or (None,)
    work.log("C", line.object_kind, row_id, line.guest_id, changed=named, taken_back=line.id)


def _is_reversible(lines: Iterable[AuditLine]) -> bool:
    changes = [line for line in lines if line.action in _CHANGES]
    return bool(changes) and len(changes) == len(list(lines)) and all(map(_can_turn, changes))


def _can_turn(line: AuditLine) -> bool:
    """Its kind is one of a file, and the line says whole what stood there."""
    if line.object_kind not in KINDS:
        return False
    detail = json.loads(line.detail)
    if line.action == "D":
        return isinstance(detail.get("was"), dict)
    changed = detail.get("changed")
    is_whole = isinstance(changed, dict) and all(isinstance(change, list) for change in changed.values())
    return is_whole and bool(changed) and not (line.action == "C" and line.object_kind == Guest.__tablename__)


def _lines(session: Session, lines: Sequence[int]) -> list[AuditLine]:
    query = select(AuditLine).where(AuditLine.id.in_(lines), AuditLine.outcome == "done")
    return list(session.scalars(query.order_by(AuditLine.id)))


def _who_since(session: Session, line: AuditLine, since: int) -> str:
    """The name of whoever changed the same thing last."""
    query = select(User.name).join(AuditLine, AuditLine.user_id == User.id)
    same = AuditLine.object_kind == line.object_kind, AuditLine.object_id == line.object_id
    later = AuditLine.id > since, AuditLine.action.in_(_CHANGES)
    return session.scalar(query.where(*same, *later).order_by(AuditLine.id.desc()).limit(1)) or ""
