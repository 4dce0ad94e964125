"""Families on the road, for board, list and detail."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import Role, UseCase, is_allowed
from logeerhuis_app.domain.trajectory import OPEN_STATES, STAGE_OF
from logeerhuis_app.models import Guest, Trajectory, TrajectoryStep, User
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.rows.trajectory import StepRow, TrajectoryRow, UserRef


@reads(UseCase.SEE_TRAJECTORIES)
def trajectory_rows(work: Work, *, with_ended: bool = False) -> tuple[TrajectoryRow, ...]:
    """All open roads, the next date first and those without a date last; ended ones only when asked for."""
    query = (
        select(Trajectory, Guest, User.name)
        .join(Guest, Trajectory.guest_id == Guest.id, isouter=True)
        .join(User, Trajectory.fixed_contact_id == User.id, isouter=True)
    )
    if not with_ended:
        query = query.where(Trajectory.state.in_(OPEN_STATES))
    found = work.session.execute(query).all()
    steps = _steps(work.session, [trajectory.id for trajectory, _guest, _name in found])
    rows = [_row(one, guest, name or "", steps[one.id], work.today) for one, guest, name in found]
    return tuple(sorted(rows, key=lambda row: (row.next_on or date.max, row.received_on, row.trajectory_id)))


def _steps(session: Session, ids: Iterable[int]) -> dict[int, list[StepRow]]:
    steps: dict[int, list[StepRow]] = defaultdict(list)
    query = select(TrajectoryStep).where(TrajectoryStep.trajectory_id.in_(list(ids))).order_by(TrajectoryStep.id)
    for step in session.scalars(query):
        steps[step.trajectory_id].append(StepRow(step.at_utc, step.by, step.state, step.note))
    return steps


def _row(one: Trajectory, guest: Guest | None, contact: str, steps: list[StepRow], today: date) -> TrajectoryRow:
    stage = STAGE_OF.get(one.state)
    return TrajectoryRow(
        trajectory_id=one.id,
        version=one.version,
        guest_id=one.guest_id,
        guest=shown_name(guest) if guest else one.guest_name,
        born=guest.born if guest else one.born,
        town=guest.town if guest else one.town,
        caller=one.caller,
        phone=one.phone,
        state=one.state,
        stage=stage,
        urgency=one.urgency,
        referrer=one.referrer,
        next_step=one.next_step,
        next_on=one.next_on,
        fixed_contact=contact,
        fixed_contact_id=one.fixed_contact_id,
        wish=one.wish,
        reason=one.reasons if not one.reason else one.reason,
        outcome=one.outcome,
        received_on=one.received_on,
        steps=tuple(steps),
        is_late=stage is not None and one.next_on is not None and one.next_on < today,
    )


@reads(UseCase.SEE_TRAJECTORIES)
def fixed_contacts(work: Work) -> tuple[UserRef, ...]:
    """Who can be a family's fixed contact: everyone who works with guests, by name."""
    users = work.session.scalars(select(User).where(User.is_active.is_(True)).order_by(User.name))
    return tuple(UserRef(user.id, user.name, user.role.value) for user in users if _meets_guests(user.role))


def _meets_guests(role: Role) -> bool:
    return is_allowed(role, UseCase.SEE_CARE)
