"""How a carer is doing (Dutch: mantelzorgsituatie): codes, limits and the three empties.

The carer's own data: behind a right of its own, and on no print but the file for the right of access.
"""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import FieldInvalid
from logeerhuis_app.domain.errors_carers import NumberOutside
from logeerhuis_app.domain.partial_date import PartialDate


class CarerFact(StrEnum):
    """What is asked about a carer, in the order of the talk; the same on screen, on the paper sheet and in the file.

    Whether the carer lives with the guest, or how far away, is asked with the contact person.
    """

    AGE = "age"
    CARING_SINCE = "caring_since"
    HOURS_WEEK = "hours_week"
    TASKS = "tasks"
    WORK = "work"
    WORK_HOURS = "work_hours"
    SICK_LEAVE = "sick_leave"
    HEALTH = "health"
    LOAD = "load"
    REASONS = "reasons"


class CarerWork(StrEnum):
    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"
    NONE = "none"
    EMPLOYED = "employed"
    SELF_EMPLOYED = "self_employed"
    RETIRED = "retired"


class SickLeave(StrEnum):
    """Whether the carer reports sick at work because of the caring."""

    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"
    NO = "no"
    YES = "yes"


class Complaint(StrEnum):
    """What the carer's own health suffers from."""

    BACK = "back"
    SLEEP = "sleep"
    STRESS = "stress"
    HEART = "heart"
    DIABETES = "diabetes"
    OTHER = "other"  # in the note beside it


class HomeTask(StrEnum):
    """What the carer does at home. zib HulpVanAnderen: SoortHulp, Aard."""

    WASHING = "washing"
    DRESSING = "dressing"
    EATING = "eating"
    MEDICINES = "medicines"
    TOILET = "toilet"
    NIGHT = "night"
    COOKING = "cooking"
    HOUSEHOLD = "household"
    SHOPPING = "shopping"
    TRANSPORT = "transport"
    ADMINISTRATION = "administration"
    WATCHING = "watching"
    OTHER = "other"


class RespiteReason(StrEnum):
    """Why the family asks for respite."""

    BREATHING_SPACE = "breathing_space"
    HOLIDAY = "holiday"
    FAMILY_ABROAD = "family_abroad"
    ADMISSION = "admission"  # the carer goes to hospital
    RECOVERY = "recovery"  # the carer recovers from an operation
    CHORES = "chores"
    BRIDGING = "bridging"  # waits for a place in a nursing home
    STAY_TOGETHER = "stay_together"
    OWN_LIFE = "own_life"
    OTHER = "other"


LIMITS: dict[CarerFact, tuple[int, int]] = {
    CarerFact.AGE: (10, 115),
    CarerFact.HOURS_WEEK: (0, 168),
    CarerFact.WORK_HOURS: (0, 168),
}
"""Least and most: a week has 168 hours. Ages outside these are typing errors."""

EMPTIES: dict[CarerFact, frozenset[AnswerState]] = {
    **dict.fromkeys(
        (CarerFact.AGE, CarerFact.CARING_SINCE, CarerFact.HOURS_WEEK, CarerFact.WORK_HOURS),
        frozenset({AnswerState.UNKNOWN}),
    ),
    CarerFact.REASONS: frozenset({AnswerState.UNKNOWN}),
    CarerFact.TASKS: frozenset({AnswerState.UNKNOWN, AnswerState.NONE}),
    CarerFact.HEALTH: frozenset({AnswerState.UNKNOWN, AnswerState.NONE}),
}
"""What an asked question without a value may have been answered with; the other facts are codes that say it."""

Empties = Mapping[CarerFact, AnswerState]


def require_limits(field: str, value: int | None, least: int, most: int) -> None:
    """Raises: NumberOutside."""
    if value is not None and not least <= value <= most:
        raise NumberOutside(field, str(value), least, most)


def whole_number(field: str, text: str, least: int, most: int) -> int | None:
    """What was typed, as a number; None for an empty field.

    Raises: NumberOutside, also for what is no whole number.
    """
    said = text.strip()
    if not said:
        return None
    if not (said.isascii() and said.isdigit() and len(said) < 10):
        raise NumberOutside(field, said[:20], least, most)
    require_limits(field, int(said), least, most)
    return int(said)


def require_since(field: str, text: str, today: date) -> None:
    """«2019» or «2019-03»; empty is right.

    Raises: FieldInvalid for anything else, and for what lies in the future or longer ago than anybody lives.
    """
    if not text:
        return
    try:
        since = PartialDate.fromisoformat(text)
    except ValueError:
        raise FieldInvalid(field, text, Reason.MONTH) from None
    if since.is_whole:
        raise FieldInvalid(field, text, Reason.MONTH)
    if since.first > today:
        raise FieldInvalid(field, text, Reason.IN_FUTURE)
    if since.year < today.year - LIMITS[CarerFact.AGE][1]:
        raise FieldInvalid(field, text, Reason.TOO_OLD)


def kept_empties(said: Empties, given: Collection[CarerFact]) -> dict[str, str]:
    """Which facts were asked without a value; a fact that has one, or was not asked, is not among them.

    Raises: FieldInvalid for an answer that the question does not have.
    """
    kept = {}
    for fact, state in said.items():
        if fact in given or state in (AnswerState.NOT_ASKED, AnswerState.GIVEN):
            continue
        if state not in EMPTIES.get(fact, frozenset()):
            raise FieldInvalid(fact.value, state.value, Reason.UNKNOWN_CODE)
        kept[fact.value] = state.value
    return kept
