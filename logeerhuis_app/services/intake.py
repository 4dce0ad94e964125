"""The intake talk: what no other part of the file holds, and what was typed and not saved yet.

The answers themselves are saved by the use cases of the file: one place for each rule.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.care_topics import QUESTIONS
from logeerhuis_app.domain.checks import Reason, require_not_future
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired
from logeerhuis_app.domain.intake import FileList, IntakePart
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Guest, House, Intake, IntakeStatement
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.drafts import drop, intake_form, keep
from logeerhuis_app.services.field_values import found, put, wish_values
from logeerhuis_app.services.intake_lists import withdraw_statement
from logeerhuis_app.services.lists_kept_true import has_rows
from logeerhuis_app.services.queries.guests import guest_files
from logeerhuis_app.services.rows.intake import IntakeSheet

_CHANGED = Topic.CARE
MOST_MINUTES = 24 * 60
MOST_TIMES = 30


@dataclass(frozen=True)
class EstimateWish:
    """How much care is expected. ``version`` 0: nobody estimated it before."""

    held_on: date | None = None
    place: str = ""
    present: str = ""
    estimate_adl: str = ""
    estimate_minutes: int | None = None
    estimate_nightly: int | None = None
    estimate_why: str = ""
    version: int = 0


@writes(UseCase.CHANGE_CARE)
def set_estimate(work: Work, guest_id: int, wish: EstimateWish) -> Changes:
    """When the talk was, who were there, and the care need as it looks now.

    Raises:
        FieldInvalid: a talk that is still to come, a need that is not on the list, minutes that no day has.
        ChangedByOther: somebody estimated it since.
    """
    found(work.session, Guest, guest_id)
    _require_estimate(wish, work.today)
    row = work.session.scalars(select(Intake).where(Intake.guest_id == guest_id)).one_or_none()
    if (row.version if row is not None else 0) != wish.version:
        raise ChangedByOther("guest")
    action = "U" if row is not None else "C"
    row = row or Intake(guest_id=guest_id)
    changed = put(row, wish_values(wish))
    work.session.add(row)
    work.session.flush()
    work.log(action, "intake", row.id, guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CARE)
def state_list(work: Work, guest_id: int, which: FileList, state: AnswerState) -> Changes:
    """Say of an empty list that it was asked for: there is none, or nobody can tell; or that it is to be asked again.

    Raises:
        FieldRequired: «filled in» is said by filling in.
        ChangedByOther: somebody wrote something in the list meanwhile.
    """
    found(work.session, Guest, guest_id, lock=True)
    if state is AnswerState.GIVEN:
        raise FieldRequired("part")
    if state is AnswerState.NOT_ASKED:
        withdraw_statement(work, guest_id, which)
    elif has_rows(work.session, guest_id, which):
        raise ChangedByOther("guest")
    else:
        _state(work, guest_id, which, state)
    return Changes(_CHANGED)


def _state(work: Work, guest_id: int, which: FileList, state: AnswerState) -> None:
    query = select(IntakeStatement).where(IntakeStatement.guest_id == guest_id, IntakeStatement.part == which)
    row = work.session.scalars(query).one_or_none()
    action = "U" if row is not None else "C"
    row = row or IntakeStatement(guest_id=guest_id, part=which)
    said = {"state": state, "recorded_at_utc": work.now_utc, "recorded_by": work.actor.name}
    changed = put(row, said)
    work.session.add(row)
    work.session.flush()
    work.log(action, "intake_statement", row.id, guest_id, part=which.value, changed=changed)


@writes(UseCase.CHANGE_CARE)
def keep_draft(work: Work, guest_id: int, part: IntakePart, typed: Mapping[str, Any]) -> Changes:
    """What this user typed in this part and did not save. Nobody else is offered it; the log holds no word of it.

    One line says that there is a draft: it is kept again at each pause between keys, and the log would drown in that.
    """
    keep(work, guest_id, intake_form(part), typed)
    return Changes(Topic.NONE)


@writes(UseCase.CHANGE_CARE)
def drop_draft(work: Work, guest_id: int, part: IntakePart) -> Changes:
    """It was saved, or its writer starts anew."""
    drop(work, guest_id, intake_form(part))
    return Changes(Topic.NONE)


@writes(UseCase.CHANGE_CARE)
def intake_sheet(work: Work, guest_id: int) -> IntakeSheet:
    """The head of the paper form; that it was printed is on record."""
    found(work.session, Guest, guest_id)
    guest = guest_files(work, [guest_id])[guest_id].person.guest
    house = work.session.scalars(select(House)).one()
    work.log("E", "intake_print", guest_id, guest_id)
    return IntakeSheet(house.name, work.now_utc, work.actor.name, guest, house.is_practice)


def _require_estimate(wish: EstimateWish, today: date) -> None:
    require_not_future("held_on", wish.held_on, today)
    if wish.estimate_adl and wish.estimate_adl not in QUESTIONS[CareTopic.ADL_OVERALL].codes:
        raise FieldInvalid("estimate_adl", wish.estimate_adl, Reason.UNKNOWN_CODE)
    for name, value, most in (
        ("estimate_minutes", wish.estimate_minutes, MOST_MINUTES),
        ("estimate_nightly", wish.estimate_nightly, MOST_TIMES),
    ):
        if value is not None and not 0 <= value <= most:
            raise FieldInvalid(name, str(value), Reason.NUMBER)
