"""A family's road from first call to a plan (Dutch: traject). Source: data dictionary C3."""

from enum import StrEnum

from logeerhuis_app.domain.errors import TransitionRefused


class TrajectoryState(StrEnum):
    REQUESTED = "requested"  # aangemeld
    FAMILY_THINKS = "family_thinks"  # wacht op familie
    INTAKE_PLANNED = "intake_planned"
    INTAKE_DONE = "intake_done"
    VISIT_PLANNED = "visit_planned"  # kennismaking
    VISIT_DONE = "visit_done"
    WAITING_LIST = "waiting_list"
    TRIAL_PLANNED = "trial_planned"
    TRIAL_RUNS = "trial_runs"
    TRIAL_BROKEN_OFF = "trial_broken_off"
    EVALUATION = "evaluation"
    ACTIVE_STRUCTURAL = "active_structural"
    ACTIVE_INCIDENTAL = "active_incidental"
    RESTING = "resting"
    REFERRED = "referred"  # doorverwezen
    NOT_FITTING = "not_fitting"
    STOPPED = "stopped"
    ENDED = "ended"


class Urgency(StrEnum):
    NORMAL = "normal"
    TWO_WEEKS = "two_weeks"
    URGENT = "urgent"


class Referrer(StrEnum):
    FAMILY = "family"
    GP = "gp"
    CASE_MANAGER = "case_manager"
    SOCIAL_TEAM = "social_team"
    MUNICIPALITY = "municipality"
    HOSPITAL = "hospital"
    HOME_CARE = "home_care"
    VOLUNTEERS = "volunteers"
    OTHER = "other"


class Stage(StrEnum):
    """The columns of the board."""

    REQUEST = "request"
    INTAKE = "intake"
    VISIT = "visit"
    TRIAL = "trial"
    EVALUATION = "evaluation"
    PLAN = "plan"


_S = TrajectoryState
_LEAVE = frozenset({_S.STOPPED})

NEXT_STATES: dict[TrajectoryState, frozenset[TrajectoryState]] = {
    _S.REQUESTED: frozenset({_S.INTAKE_PLANNED, _S.FAMILY_THINKS, _S.REFERRED, _S.TRIAL_RUNS}) | _LEAVE,
    _S.FAMILY_THINKS: frozenset({_S.REQUESTED, _S.INTAKE_PLANNED}) | _LEAVE,
    _S.INTAKE_PLANNED: frozenset({_S.INTAKE_DONE, _S.FAMILY_THINKS}) | _LEAVE,
    _S.INTAKE_DONE: frozenset({_S.VISIT_PLANNED, _S.TRIAL_PLANNED, _S.WAITING_LIST, _S.NOT_FITTING}) | _LEAVE,
    _S.VISIT_PLANNED: frozenset({_S.VISIT_DONE, _S.FAMILY_THINKS}) | _LEAVE,
    _S.VISIT_DONE: frozenset({_S.TRIAL_PLANNED, _S.FAMILY_THINKS, _S.NOT_FITTING}) | _LEAVE,
    _S.WAITING_LIST: frozenset({_S.TRIAL_PLANNED, _S.REFERRED}) | _LEAVE,
    _S.TRIAL_PLANNED: frozenset({_S.TRIAL_RUNS, _S.FAMILY_THINKS}) | _LEAVE,
    _S.TRIAL_RUNS: frozenset({_S.EVALUATION, _S.TRIAL_BROKEN_OFF}) | _LEAVE,
    _S.TRIAL_BROKEN_OFF: frozenset({_S.EVALUATION}) | _LEAVE,
    _S.EVALUATION: frozenset({_S.ACTIVE_STRUCTURAL, _S.ACTIVE_INCIDENTAL, _S.TRIAL_PLANNED, _S.NOT_FITTING}) | _LEAVE,
    _S.ACTIVE_INCIDENTAL: frozenset({_S.ACTIVE_STRUCTURAL, _S.RESTING, _S.ENDED}),
    _S.ACTIVE_STRUCTURAL: frozenset({_S.ACTIVE_INCIDENTAL, _S.RESTING, _S.ENDED}),
    _S.RESTING: frozenset({_S.ACTIVE_STRUCTURAL, _S.ACTIVE_INCIDENTAL, _S.ENDED}),
    _S.REFERRED: frozenset({_S.REQUESTED}),
    _S.NOT_FITTING: frozenset({_S.REQUESTED}),
    _S.STOPPED: frozenset({_S.REQUESTED}),
    _S.ENDED: frozenset({_S.REQUESTED}),
}
"""``STOPPED`` can be reached from every state before the active ones, without a reason: the exit is free."""

STAGE_OF: dict[TrajectoryState, Stage] = {
    _S.REQUESTED: Stage.REQUEST,
    _S.FAMILY_THINKS: Stage.REQUEST,
    _S.INTAKE_PLANNED: Stage.INTAKE,
    _S.INTAKE_DONE: Stage.INTAKE,
    _S.WAITING_LIST: Stage.INTAKE,
    _S.VISIT_PLANNED: Stage.VISIT,
    _S.VISIT_DONE: Stage.VISIT,
    _S.TRIAL_PLANNED: Stage.TRIAL,
    _S.TRIAL_RUNS: Stage.TRIAL,
    _S.TRIAL_BROKEN_OFF: Stage.TRIAL,
    _S.EVALUATION: Stage.EVALUATION,
    _S.ACTIVE_STRUCTURAL: Stage.PLAN,
    _S.ACTIVE_INCIDENTAL: Stage.PLAN,
    _S.RESTING: Stage.PLAN,
}

OPEN_STATES = frozenset(STAGE_OF)
NEEDS_DATE = frozenset({_S.FAMILY_THINKS, _S.INTAKE_PLANNED, _S.VISIT_PLANNED, _S.TRIAL_PLANNED})
"""States that are nothing without a day: when to call again, when to meet, when to come."""
NEEDS_REASON = frozenset({_S.NOT_FITTING, _S.REFERRED, _S.TRIAL_BROKEN_OFF})
WAITS_FOR_BED = frozenset({_S.INTAKE_DONE, _S.WAITING_LIST, _S.VISIT_DONE})


def require_transition(before: TrajectoryState, after: TrajectoryState) -> None:
    """Raises: TransitionRefused, unless the table of states allows the step."""
    if after not in NEXT_STATES[before]:
        raise TransitionRefused(before.value, after.value)
