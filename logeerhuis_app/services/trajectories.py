"""A family's road: open it with one minute of typing, take one step at a time, keep every step."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from logeerhuis_app.domain.errors import ChangedByOther, FieldRequired, NotFound
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.trajectory import (
    NEEDS_DATE,
    NEEDS_REASON,
    Referrer,
    TrajectoryState,
    Urgency,
    require_transition,
)
from logeerhuis_app.models import Trajectory, TrajectoryStep, User
from logeerhuis_app.services.bookings import found_guest
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import put

_CHANGED = Topic.TRAJECTORIES | Topic.BOOKINGS


@dataclass(frozen=True)
class RequestWish:
    """What the phone call tells. Only the name of the guest and the fixed contact are needed."""

    guest_name: str
    fixed_contact_id: int
    guest_id: int | None = None
    caller: str = ""
    phone: str = ""
    born: PartialDate | None = None
    town: str = ""
    referrer: Referrer = Referrer.FAMILY
    urgency: Urgency = Urgency.NORMAL
    reasons: str = ""
    wish: str = ""
    wished_from: date | None = None
    wished_nights: int | None = None
    next_step: str = ""
    next_on: date | None = None


@dataclass(frozen=True)
class StepWish:
    """One step on the road. ``next_step``/``next_on``: what follows and when."""

    trajectory_id: int
    version: int
    state: TrajectoryState
    next_step: str = ""
    next_on: date | None = None
    fixed_contact_id: int | None = None
    guest_id: int | None = None
    reason: str = ""
    outcome: str = ""
    note: str = ""


@writes(UseCase.OPEN_TRAJECTORY)
def open_trajectory(work: Work, wish: RequestWish) -> Changes:
    """Somebody asked for a place.

    Raises:
        FieldRequired: the guest's name, or who in the house stays the fixed contact.
        FieldInvalid: a text that is too long.
    """
    if not wish.guest_name.strip():
        raise FieldRequired("guest_name")
    _require_user(work, wish.fixed_contact_id)
    row = Trajectory(received_on=work.today, state=TrajectoryState.REQUESTED)
    put(row, asdict(wish))
    work.session.add(row)
    work.session.flush()
    _keep_step(work, row, "")
    work.log("C", "trajectory", row.id, row.guest_id, state=row.state, urgency=row.urgency)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.ADVANCE_TRAJECTORY)
def advance_trajectory(work: Work, wish: StepWish) -> Changes:
    """Take a step: the table of states says which may follow.

    Raises:
        TransitionRefused: this step does not follow that one.
        FieldRequired: a date or a reason that the new state is nothing without.
        FieldInvalid: a text that is too long.
        ChangedByOther: somebody took a step since.
    """
    row = _found(work, wish.trajectory_id, wish.version)
    require_transition(row.state, wish.state)
    _require_details(wish)
    changed = put(row, {"state": wish.state}) | _take_over(work, row, wish)
    _keep_step(work, row, wish.note or wish.reason or wish.outcome)
    work.log("U", "trajectory", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED)


@writes(UseCase.ADVANCE_TRAJECTORY)
def plan_next_step(work: Work, wish: StepWish) -> Changes:
    """Another next step, date or fixed contact, the state stays. A note is kept as a step of the road.

    Raises:
        as ``advance_trajectory``.
    """
    row = _found(work, wish.trajectory_id, wish.version)
    _require_details(wish)
    changed = _take_over(work, row, wish)
    if wish.note:
        _keep_step(work, row, wish.note)
    work.log("U", "trajectory", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED)


def _take_over(work: Work, row: Trajectory, wish: StepWish) -> dict[str, Any]:
    """Gives [old, new] of what changed."""
    values: dict[str, Any] = {
        "next_step": wish.next_step,
        "next_on": wish.next_on,
        "reason": wish.reason or row.reason,
        "outcome": wish.outcome or row.outcome,
    }
    if wish.fixed_contact_id is not None:
        _require_user(work, wish.fixed_contact_id)
        values["fixed_contact_id"] = wish.fixed_contact_id
    if wish.guest_id is not None:
        values["guest_id"] = found_guest(work.session, wish.guest_id).id
    return put(row, values)


def _require_details(wish: StepWish) -> None:
    if wish.state in NEEDS_DATE and wish.next_on is None:
        raise FieldRequired("next_on")
    if wish.state in NEEDS_REASON and not wish.reason.strip():
        raise FieldRequired("reason")


def _found(work: Work, trajectory_id: int, version: int) -> Trajectory:
    row = work.session.get(Trajectory, trajectory_id, with_for_update=True)
    if row is None:
        raise NotFound("trajectory", str(trajectory_id))
    if row.version != version:
        raise ChangedByOther("trajectory")
    return row


def _require_user(work: Work, user_id: int) -> None:
    if work.session.get(User, user_id) is None:
        raise FieldRequired("fixed_contact")


def _keep_step(work: Work, row: Trajectory, note: str) -> None:
    step = TrajectoryStep(trajectory_id=row.id, at_utc=work.now_utc, by=work.actor.name, state=row.state)
    put(step, {"note": note})
    work.session.add(step)
