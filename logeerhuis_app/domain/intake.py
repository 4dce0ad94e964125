"""The intake talk: its parts in the order of the talk, and what each of them must yield before check-in.

The guest as a person comes first in the talk, though last on the safety card (data dictionary B9, C1 step 3).
"""

from enum import StrEnum

from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.domain.care import Section


class IntakePart(StrEnum):
    """One part of the talk. The carer's own situation is none of them: it is asked on a sheet of its own."""

    WHO = "who"
    THIS_IS_ME = "this_is_me"
    PEOPLE = "people"
    HELP = "help"
    WISHES = "wishes"
    HEALTH = "health"
    ALLERGY = "allergy"
    MEDICATION = "medication"
    USE = "use"  # self-care medicines, alcohol, drugs
    MOVING = "moving"
    SELF_CARE = "self_care"
    TOILET = "toilet"
    BODY = "body"  # oxygen and infection
    EATING = "eating"
    NIGHT = "night"
    MIND = "mind"
    APPEARANCE = "appearance"
    ESTIMATE = "estimate"  # how much care is expected, to be compared with what was seen


SECTION_OF_PART: dict[IntakePart, Section] = {
    IntakePart.THIS_IS_ME: Section.THIS_IS_ME,
    IntakePart.USE: Section.USE,
    IntakePart.MOVING: Section.MOVING,
    IntakePart.SELF_CARE: Section.SELF_CARE,
    IntakePart.TOILET: Section.TOILET,
    IntakePart.BODY: Section.BODY,
    IntakePart.EATING: Section.EATING,
    IntakePart.NIGHT: Section.NIGHT,
    IntakePart.MIND: Section.MIND,
    IntakePart.APPEARANCE: Section.APPEARANCE,
}
"""Parts that are questions of care; the others ask for people, lists and agreements."""

PART_OF_GATE: dict[CheckInGate, IntakePart] = {
    CheckInGate.IDENTITY: IntakePart.WHO,
    CheckInGate.CONTACT: IntakePart.PEOPLE,
    CheckInGate.HOME_CARE: IntakePart.HELP,
    CheckInGate.RESUSCITATION: IntakePart.WISHES,
    CheckInGate.ALLERGY: IntakePart.ALLERGY,
    CheckInGate.MEDICATION: IntakePart.MEDICATION,
    CheckInGate.MEDICATION_CARE: IntakePart.MEDICATION,
    CheckInGate.FALLING: IntakePart.MOVING,
    CheckInGate.SWALLOWING: IntakePart.EATING,
    CheckInGate.WANDERING: IntakePart.MIND,
}
"""Where in the talk the answer to each condition of check-in is given; in the order of the talk."""


class FileList(StrEnum):
    """A list of the file: an empty one is «none» only where somebody said so."""

    CONTACTS = "contacts"
    PROFESSIONALS = "professionals"
    HELP = "help"
    PROBLEMS = "problems"
    ALERTS = "alerts"


class PartState(StrEnum):
    """How far a part of the talk is; «not asked» is never shown as «none»."""

    NOT_ASKED = "not_asked"
    PARTLY = "partly"
    NONE = "none"
    UNKNOWN = "unknown"
    FILLED = "filled"
