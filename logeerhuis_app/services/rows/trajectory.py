"""A family's road, as card and as list line."""

from dataclasses import dataclass
from datetime import date, datetime

from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.trajectory import Referrer, Stage, TrajectoryState, Urgency


@dataclass(frozen=True)
class StepRow:
    at_utc: datetime
    by: str
    state: TrajectoryState
    note: str


@dataclass(frozen=True)
class TrajectoryRow:
    """``next_on`` None with a state that needs a date never happens; elsewhere it means no date is set."""

    trajectory_id: int
    version: int
    guest_id: int | None
    guest: str  # the caller's words when there is no file yet
    born: PartialDate | None
    town: str
    caller: str
    phone: str
    state: TrajectoryState
    stage: Stage | None  # None: ended
    urgency: Urgency
    referrer: Referrer
    next_step: str
    next_on: date | None
    fixed_contact: str
    fixed_contact_id: int | None
    wish: str
    reason: str
    outcome: str
    received_on: date
    steps: tuple[StepRow, ...] = ()
    is_late: bool = False  # the next date has passed


@dataclass(frozen=True)
class UserRef:
    user_id: int
    name: str
    role: str
