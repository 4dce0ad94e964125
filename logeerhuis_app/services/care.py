"""What must be known to care safely: allergies, resuscitation, alerts, answers, problems."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyCategory,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    Resuscitation,
    Sensitivity,
    Severity,
)
from logeerhuis_app.domain.checks import Reason, require_answer, require_not_future, require_order
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired
from logeerhuis_app.domain.health import (
    DementiaStage,
    EuAllergen,
    ProblemKind,
    Reaction,
    ReactionSeverity,
    Verification,
)
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.legal import Seen
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.sources import InfoSource
from logeerhuis_app.models import Alert, Allergy, CareAnswer, Guest, Problem
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, kept, put, wish_values
from logeerhuis_app.services.intake_lists import withdraw_statement
from logeerhuis_app.services.legal import DirectiveWish, write_directives
from logeerhuis_app.services.lists_kept_true import allergy_count, put_allergy_status
from logeerhuis_app.services.oxygen import keep_fire_alert, require_oxygen_ended
from logeerhuis_app.services.sources import note_recorded

_CHANGED = Topic.CARE | Topic.GUESTS


@dataclass(frozen=True)
class AllergyWish:
    agent: str
    criticality: Criticality
    category: AllergyCategory = AllergyCategory.OTHER
    sensitivity: Sensitivity = Sensitivity.ALLERGY
    reaction: str = ""
    rescue: str = ""
    version: int = 0
    eu_allergen: EuAllergen | None = None
    reactions: tuple[Reaction, ...] = ()
    reaction_severity: ReactionSeverity | None = None
    last_reaction: PartialDate | None = None
    source: InfoSource | None = None
    valid_from: date | None = None


@dataclass(frozen=True)
class ResuscitationWish:
    """``text``: what «otherwise» means. ``version`` is the guest's; ``directives``: the other treatments."""

    choice: Resuscitation
    discussed_on: date | None
    text: str = ""
    version: int = 0
    source: InfoSource | None = None
    discussed_with: str = ""
    seen: Seen = Seen.NOT_ASKED
    directives: tuple[DirectiveWish, ...] = ()


@dataclass(frozen=True)
class AlertWish:
    """``name`` empty: the kind's own word."""

    kind: AlertKind
    action: str
    severity: Severity
    name: str = ""
    version: int = 0
    source: InfoSource | None = None
    starts_on: date | None = None
    review_on: date | None = None


@dataclass(frozen=True)
class AnswerWish:
    """``version`` 0: nobody answered this question before."""

    topic: CareTopic
    state: AnswerState
    code: str = ""
    text: str = ""
    version: int = 0
    source: InfoSource | None = None


@dataclass(frozen=True)
class ProblemWish:
    """``name``: in words, beside the kind or, for another kind, in its place."""

    name: str = ""
    detail: str = ""
    is_leading: bool = False
    version: int = 0
    kind: ProblemKind = ProblemKind.OTHER
    stage: DementiaStage | None = None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    verification: Verification | None = None


@writes(UseCase.CHANGE_CARE)
def state_allergies(work: Work, guest_id: int, status: AllergyStatus, version: int) -> Changes:
    """Say that none are known (by whom and on which day is recorded), that nobody can tell, or ask again.

    Raises:
        FieldInvalid: «none» while allergies are written down; each is to be removed with its reason first.
        FieldRequired: «known» without saying what.
    """
    guest = found(work.session, Guest, guest_id, version, lock=True)
    if status is AllergyStatus.KNOWN:
        raise FieldRequired("agent")
    if allergy_count(work.session, guest_id):
        raise FieldInvalid("allergy_status", "", Reason.HAS_ALLERGIES)
    put_allergy_status(work, guest, status)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_CARE)
def add_allergy(work: Work, guest_id: int, wish: AllergyWish) -> Changes:
    """Write down one allergy; the status becomes «known».

    Raises:
        FieldRequired: the substance, or for a life-threatening one the emergency medicine and where it lies.
    """
    guest = found(work.session, Guest, guest_id, lock=True)
    row = Allergy(guest_id=guest_id)
    changed = put(row, _allergy_values(work, wish))
    note_recorded(work, row)
    work.session.add(row)
    work.session.flush()
    work.log("C", "allergy", row.id, guest_id, changed=changed)
    put_allergy_status(work, guest, AllergyStatus.KNOWN)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CARE)
def change_allergy(work: Work, allergy_id: int, wish: AllergyWish) -> Changes:
    row = found(work.session, Allergy, allergy_id, wish.version)
    changed = put(row, _allergy_values(work, wish))
    if changed:
        note_recorded(work, row)
    work.log("U", "allergy", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CARE)
def remove_allergy(work: Work, allergy_id: int, reason: str, version: int) -> Changes:
    """Close an allergy that is none; it stays on file with the day and the reason.

    Without the last one nothing is known again: ask, and never read «none».

    Raises: FieldRequired without a reason.
    """
    row = found(work.session, Allergy, allergy_id, version)
    if not reason.strip():
        raise FieldRequired("reason")
    guest = found(work.session, Guest, row.guest_id, lock=True)
    changed = put(row, {"ended_on": work.today, "ended_why": reason})
    work.session.flush()
    work.log("U", "allergy", row.id, guest.id, changed=changed)
    if not allergy_count(work.session, guest.id):
        put_allergy_status(work, guest, AllergyStatus.NOT_ASKED)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_CARE)
def set_resuscitation(work: Work, guest_id: int, wish: ResuscitationWish) -> Changes:
    """What was agreed, on which day. «Not discussed» carries a day too: the one on which it was asked.

    Raises:
        FieldRequired: the day; or what «otherwise» means.
        FieldInvalid: a day that is still to come.
    """
    guest = found(work.session, Guest, guest_id, wish.version)
    if wish.discussed_on is None:
        raise FieldRequired("resuscitation_on")
    require_not_future("resuscitation_on", wish.discussed_on, work.today)
    if wish.choice is Resuscitation.OTHER and not wish.text.strip():
        raise FieldRequired("resuscitation_text")
    values = {
        "resuscitation": wish.choice,
        "resuscitation_on": wish.discussed_on,
        "resuscitation_text": wish.text,
        "resuscitation_with": wish.discussed_with,
        "resuscitation_seen": wish.seen,
        "resuscitation_source": wish.source,
    }
    changed = put(guest, values)
    if changed:
        guest.resuscitation_recorded_at_utc, guest.resuscitation_recorded_by = work.now_utc, work.actor.name
        guest.resuscitation_verified_at_utc, guest.resuscitation_verified_by = None, ""
    work.log("U", "guest", guest.id, guest.id, changed=changed)
    write_directives(work, guest, wish.directives)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_CARE)
def add_alert(work: Work, guest_id: int, wish: AlertWish) -> Changes:
    """Raises: FieldRequired for an alert that does not say what to do."""
    found(work.session, Guest, guest_id)
    row = Alert(guest_id=guest_id)
    changed = put(row, _alert_values(wish))
    note_recorded(work, row)
    withdraw_statement(work, guest_id, FileList.ALERTS)
    work.session.add(row)
    work.session.flush()
    work.log("C", "alert", row.id, guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CARE)
def change_alert(work: Work, alert_id: int, wish: AlertWish) -> Changes:
    row = found(work.session, Alert, alert_id, wish.version)
    changed = put(row, _alert_values(wish))
    if changed:
        note_recorded(work, row)
    work.log("U", "alert", row.id, row.guest_id, changed=changed)
    work.session.flush()
    keep_fire_alert(work, row.guest_id)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CARE)
def end_alert(work: Work, alert_id: int, reason: str, version: int) -> Changes:
    """From today on it is no longer shown; it stays on file with the reason.

    Raises:
        FieldRequired: no reason.
        FieldInvalid: it is the alert against fire of a guest who has oxygen.
    """
    row = found(work.session, Alert, alert_id, version)
    if not reason.strip():
        raise FieldRequired("reason")
    require_oxygen_ended(work, row)
    changed = put(row, {"ended_on": work.today, "ended_why": reason})
    work.log("U", "alert", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_CARE)
def record_answers(work: Work, guest_id: int, wishes: Iterable[AnswerWish]) -> Changes:
    """Answers to questions of care, all or none of them.

    Raises:
        FieldRequired, FieldInvalid: an answer that says nothing or is not on the topic's list.
        ChangedByOther: somebody answered one of them since.
    """
    found(work.session, Guest, guest_id)
    query = select(CareAnswer).where(CareAnswer.guest_id == guest_id)
    known = {row.topic: row for row in work.session.scalars(query)}
    for wish in wishes:
        _answer(work, guest_id, known.get(wish.topic), wish)
    keep_fire_alert(work, guest_id)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_CARE)
def add_problem(work: Work, guest_id: int, wish: ProblemWish) -> Changes:
    """Raises: FieldRequired for another kind without words; FieldInvalid for dates that cannot be."""
    found(work.session, Guest, guest_id)
    row = Problem(guest_id=guest_id)
    changed = _put_problem(work, row, wish)
    withdraw_statement(work, guest_id, FileList.PROBLEMS)
    work.session.add(row)
    work.session.flush()
    work.log("C", "problem", row.id, guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CARE)
def change_problem(work: Work, problem_id: int, wish: ProblemWish) -> Changes:
    row = found(work.session, Problem, problem_id, wish.version)
    changed = _put_problem(work, row, wish)
    work.log("U", "problem", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CARE)
def remove_problem(work: Work, problem_id: int, version: int | None = None) -> Changes:
    row = found(work.session, Problem, problem_id, version)
    work.session.delete(row)
    work.log("D", "problem", row.id, row.guest_id, was=kept(row))
    return Changes(_CHANGED)


def _allergy_values(work: Work, wish: AllergyWish) -> dict[str, Any]:
    if not wish.agent.strip():
        raise FieldRequired("agent")
    if wish.criticality is Criticality.FATAL and not wish.rescue.strip():
        raise FieldRequired("rescue")
    require_not_future("last_reaction", wish.last_reaction, work.today)
    values = wish_values(wish)
    is_food = wish.category is AllergyCategory.FOOD
    return values | {
        "eu_allergen": wish.eu_allergen if is_food else None,
        "reactions": [one.value for one in wish.reactions],
    }


def _alert_values(wish: AlertWish) -> dict[str, Any]:
    if not wish.action.strip():
        raise FieldRequired("action")
    if wish.kind is AlertKind.OTHER and not wish.name.strip():
        raise FieldRequired("name")
    require_order("review_on", wish.starts_on, wish.review_on)
    return wish_values(wish)


def _answer(work: Work, guest_id: int, row: CareAnswer | None, wish: AnswerWish) -> None:
    code = require_answer(wish.topic, wish.state, wish.code, wish.text, work.today)
    if (row.version if row is not None else 0) != wish.version:
        raise ChangedByOther("guest")
    is_given = wish.state is AnswerState.GIVEN
    values = {"state": wish.state, "code": code, "text": wish.text if is_given else ""}
    if wish.source is not None:
        values["source"] = wish.source
    action = "U" if row is not None else "C"
    row = row or CareAnswer(guest_id=guest_id, topic=wish.topic)
    changed = put(row, values)
    if not changed:
        return
    put(row, {"recorded_at_utc": work.now_utc, "recorded_by": work.actor.name})
    row.verified_at_utc, row.verified_by = None, ""
    work.session.add(row)
    work.session.flush()
    work.log(action, "care_answer", row.id, guest_id, topic=wish.topic.value, changed=changed)


def _put_problem(work: Work, row: Problem, wish: ProblemWish) -> dict[str, Any]:
    """One problem leads at most: the new one takes over, and what is over leads no more."""
    if wish.kind is ProblemKind.OTHER and not wish.name.strip():
        raise FieldRequired("name")
    require_not_future("started", wish.started, work.today)
    require_not_future("ended", wish.ended, work.today)
    if wish.started is not None and wish.ended is not None and wish.ended.last < wish.started.first:
        raise FieldInvalid("ended", wish.ended.isoformat(), Reason.ORDER)
    values = wish_values(wish)
    values["stage"] = wish.stage if wish.kind is ProblemKind.DEMENTIA else None
    values["is_leading"] = wish.is_leading and wish.ended is None
    if values["is_leading"]:
        led = (Problem.guest_id == row.guest_id, Problem.id != (row.id or 0), Problem.is_leading)
        for other in work.session.scalars(select(Problem).where(*led)):
            work.log("U", "problem", other.id, row.guest_id, changed=put(other, {"is_leading": False}))
        work.session.flush()  # the database counts who leads at each statement
    return put(row, values)
