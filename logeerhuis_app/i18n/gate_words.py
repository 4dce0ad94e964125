"""What stands between a guest and «present», and how to put it right: one source for dialogs and lists."""

from collections.abc import Iterable

from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.labels import label

_SHORT: dict[CheckInGate, str] = {
    CheckInGate.IDENTITY: N_("identity not established"),
    CheckInGate.ALLERGY: N_("allergy not asked"),
    CheckInGate.RESUSCITATION: N_("resuscitation not asked"),
    CheckInGate.MEDICATION: N_("medication list missing"),
    CheckInGate.MEDICATION_CARE: N_("not asked who manages the medicines"),
    CheckInGate.CONTACT: N_("second contact missing"),
    CheckInGate.HOME_CARE: N_("home care to arrange"),
}
_FIXES: dict[CheckInGate, str] = {
    CheckInGate.IDENTITY: N_("look at a valid identity document and write down its kind and today's date"),
    CheckInGate.ALLERGY: N_("ask for allergies and write down the answer, also when there are none"),
    CheckInGate.RESUSCITATION: N_("ask for the wish and write down the day, also when it was not decided"),
    CheckInGate.MEDICATION: N_("ask the pharmacy for today's list"),
    CheckInGate.MEDICATION_CARE: N_("ask whether the guest takes the medicines alone"),
    CheckInGate.CONTACT: N_("two people with a telephone number, one of whom is not away today"),
    CheckInGate.HOME_CARE: N_("agree for each help at home: comes along, taken over or paused"),
    CheckInGate.WANDERING: N_("ask whether the guest wanders or walks away"),
    CheckInGate.FALLING: N_("ask for falls in the past year"),
    CheckInGate.SWALLOWING: N_("ask whether the guest chokes on food or drink"),
}


def gate_label(code: str) -> str:
    """What must be known; the word of the code."""
    return label(CheckInGate(code))


def gate_fix(code: str) -> str:
    """What to do about it."""
    return _(_FIXES[CheckInGate(code)])


_TOPICS: dict[CheckInGate, str] = {
    CheckInGate.WANDERING: N_("wandering"),
    CheckInGate.FALLING: N_("falling"),
    CheckInGate.SWALLOWING: N_("swallowing"),
}


SAID_ELSEWHERE = frozenset({CheckInGate.ALLERGY, CheckInGate.RESUSCITATION, CheckInGate.MEDICATION})
"""Stop-signs and medicines have words of their own in each row of the house."""


def missing_words(codes: Iterable[str]) -> list[str]:
    """«tweede contact ontbreekt», «niet gevraagd: dwalen, vallen»: short enough for a row."""
    gates = [CheckInGate(code) for code in codes]
    topics = [_(_TOPICS[gate]) for gate in gates if gate in _TOPICS]
    said = [_(_SHORT[gate]) for gate in gates if gate not in _TOPICS]
    return [*said, _("not asked: {topics}").format(topics=", ".join(topics))] if topics else said
