"""A clock that is wrong puts notes in the wrong night: somebody who comes in is warned."""

from sqlalchemy import func, select

from logeerhuis_app.domain.clock_faults import ClockFault, clock_fault
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.door import Work, reads

LINES_LOOKED_AT = 200
"""The warning stays while a clock is wrong, and fades after a clock that was wrong for a moment was put right."""


@reads(UseCase.SEE_TODAY)
def wrong_clock(work: Work) -> ClockFault | None:
    """What is odd about the present, seen from what was written before this user came in.

    The record itself does not depend on it: its lines are chained in the order in which they were written.
    """
    mine = select(func.max(AuditLine.id)).where(
        AuditLine.object_kind == "login", AuditLine.user_id == work.actor.user_id
    )
    came_in = work.session.scalar(mine) or 0
    before = select(AuditLine.at_utc).where(AuditLine.id < came_in).order_by(AuditLine.id.desc())
    moments = work.session.scalars(before.limit(LINES_LOOKED_AT)).all()
    return clock_fault(max(moments), work.now_utc) if moments else None
