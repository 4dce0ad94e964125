"""What the carer's own sheet of the intake asks, in the order of the screen; open counts as «not asked»."""

from collections.abc import Iterable
from enum import Enum

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.carers import (
    EMPTIES,
    CarerFact,
    CarerWork,
    Complaint,
    HomeTask,
    RespiteReason,
    SickLeave,
)
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.reports.question import Question

_CODES: dict[CarerFact, type[Enum]] = {
    CarerFact.TASKS: HomeTask,
    CarerFact.WORK: CarerWork,
    CarerFact.SICK_LEAVE: SickLeave,
    CarerFact.HEALTH: Complaint,
    CarerFact.LOAD: CarerLoad,
    CarerFact.REASONS: RespiteReason,
}
_LINES = {CarerFact.TASKS: 2, CarerFact.WORK: 0, CarerFact.SICK_LEAVE: 0}


def carer_questions() -> list[Question]:
    """Every fact that the screen asks, after whose sheet it is."""
    return [Question(_("Name of the carer, day of the talk")), *(_of(fact) for fact in CarerFact)]


def _of(fact: CarerFact) -> Question:
    words = label(fact)
    name = capital(words)
    return Question(name, (*_boxes(fact), *_empties(fact)), _LINES.get(fact, 1), hint=_hint(fact))


def _boxes(fact: CarerFact) -> Iterable[str]:
    """«Not asked» is an open form; «unknown» comes last."""
    codes = [code for code in _CODES.get(fact, ()) if code.value != AnswerState.NOT_ASKED.value]
    return (label(code) for code in sorted(codes, key=lambda code: code.value == AnswerState.UNKNOWN.value))


def _empties(fact: CarerFact) -> Iterable[str]:
    states = EMPTIES.get(fact, frozenset())
    return (label(state) for state in (AnswerState.NONE, AnswerState.UNKNOWN) if state in states)


def _hint(fact: CarerFact) -> str:
    hints = {
        CarerFact.CARING_SINCE: _("A year, or a month and year"),
        CarerFact.TASKS: _("What, how, how often"),
        CarerFact.LOAD: _("In the carer's own words"),
    }
    return hints.get(fact, "")
