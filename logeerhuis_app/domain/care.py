"""What must be known of a guest to care safely: the statuses, grades and topics.

Three kinds of empty are three things everywhere: not asked, asked but unknown, and none.
"""

from datetime import date
from enum import IntEnum, StrEnum


class AnswerState(StrEnum):
    """Whether a question was asked, and what came of it."""

    NOT_ASKED = "not_asked"  # niet gevraagd
    UNKNOWN = "unknown"  # gevraagd, onbekend
    NONE = "none"  # gevraagd: geen
    GIVEN = "given"


class AllergyStatus(StrEnum):
    """«Not asked» is never shown as «none known»."""

    NOT_ASKED = "not_asked"
    NONE_KNOWN = "none_known"  # confirmed by someone, on a day
    KNOWN = "known"
    UNAVAILABLE = "unavailable"


class Criticality(StrEnum):
    """zib AllergieIntolerantie: MateVanKritiekZijn."""

    MILD = "mild"
    MODERATE = "moderate"
    SEVERE = "severe"
    FATAL = "fatal"


class Sensitivity(StrEnum):
    """A preference is neither; it stands with food and is never red."""

    ALLERGY = "allergy"
    INTOLERANCE = "intolerance"


class AllergyCategory(StrEnum):
    FOOD = "food"
    MEDICATION = "medication"
    ENVIRONMENT = "environment"
    SUBSTANCE = "substance"
    OTHER = "other"


class Resuscitation(StrEnum):
    """No default: «not discussed» is shown as such."""

    NOT_DISCUSSED = "not_discussed"
    YES = "yes"
    NO = "no"
    OTHER = "other"


class AlertKind(StrEnum):
    """zib Alert: AlertName."""

    WANDERING = "wandering"
    FALLING = "falling"
    CHOKING = "choking"
    AGGRESSION = "aggression"
    FIRE = "fire"
    INFECTION = "infection"
    EPILEPSY = "epilepsy"
    PACEMAKER = "pacemaker"
    BLOOD_THINNER = "blood_thinner"
    INSULIN = "insulin"
    OXYGEN = "oxygen"
    CATHETER = "catheter"
    RESISTANT_BACTERIA = "resistant_bacteria"
    OTHER = "other"


class Severity(StrEnum):
    """Red is for life risk only."""

    RED = "red"
    AMBER = "amber"
    INFO = "info"


SEVERITY_ORDER = {Severity.RED: 0, Severity.AMBER: 1, Severity.INFO: 2}


class Wandering(IntEnum):
    """Graded, since houses accept some wandering but no walking away."""

    NONE = 0
    INDOORS = 1  # zoekt in huis
    LEAVES = 2  # verlaat het huis
    MISSING_BEFORE = 3


class MedicationCare(StrEnum):
    """zib VermogenTotZelfstandigMedicatiegebruik."""

    SELF = "self"
    HELP = "help"
    TAKEN_OVER = "taken_over"


class DuringStay(StrEnum):
    """What happens to the help at home while the guest stays; an open one blocks check-in."""

    COMES_ALONG = "comes_along"  # gaat mee
    TAKEN_OVER = "taken_over"
    PAUSED = "paused"
    OPEN = "open"  # nog regelen


class InfoScope(StrEnum):
    """What a contact person may be told."""

    EVERYTHING = "everything"
    PRACTICAL = "practical"
    NOTHING = "nothing"


class Section(StrEnum):
    """Parts of the file, in the order of safety (data dictionary D2)."""

    EATING = "eating"
    MOVING = "moving"
    TOILET = "toilet"
    NIGHT = "night"
    MIND = "mind"
    THIS_IS_ME = "this_is_me"
    APPEARANCE = "appearance"  # signalement: for the missing-person sheet only


class CareTopic(StrEnum):
    """One question of care, one answer. The section it belongs to stands in ``SECTION_OF``."""

    DRINK_LEVEL = "drink_level"  # IDDSI 0-4
    FOOD_LEVEL = "food_level"  # IDDSI 3-7
    CHOKING = "choking"
    DIET = "diet"
    EATING_HELP = "eating_help"
    LIKES = "likes"
    DISLIKES = "dislikes"
    ADL_OVERALL = "adl_overall"
    WASHING = "washing"
    MOBILITY = "mobility"
    TRANSFER = "transfer"
    FALL_RISK = "fall_risk"
    AIDS = "aids"
    TOILET = "toilet"
    CATHETER = "catheter"
    SKIN = "skin"
    NIGHT = "night"
    SUPERVISION = "supervision"
    WANDERING = "wandering"
    MEMORY = "memory"
    BEHAVIOUR = "behaviour"
    WHAT_HELPS = "what_helps"
    SENSES = "senses"
    THIS_IS_ME = "this_is_me"
    DAY_RHYTHM = "day_rhythm"
    HEIGHT = "height"
    BUILD = "build"
    HAIR = "hair"
    MARKS = "marks"
    CLOTHING = "clothing"  # of today: an older answer is shown with its day
    LIKELY_PLACES = "likely_places"


SECTION_OF: dict[CareTopic, Section] = {
    CareTopic.DRINK_LEVEL: Section.EATING,
    CareTopic.FOOD_LEVEL: Section.EATING,
    CareTopic.CHOKING: Section.EATING,
    CareTopic.DIET: Section.EATING,
    CareTopic.EATING_HELP: Section.EATING,
    CareTopic.LIKES: Section.EATING,
    CareTopic.DISLIKES: Section.EATING,
    CareTopic.ADL_OVERALL: Section.MOVING,
    CareTopic.WASHING: Section.MOVING,
    CareTopic.MOBILITY: Section.MOVING,
    CareTopic.TRANSFER: Section.MOVING,
    CareTopic.FALL_RISK: Section.MOVING,
    CareTopic.AIDS: Section.MOVING,
    CareTopic.TOILET: Section.TOILET,
    CareTopic.CATHETER: Section.TOILET,
    CareTopic.SKIN: Section.TOILET,
    CareTopic.NIGHT: Section.NIGHT,
    CareTopic.SUPERVISION: Section.NIGHT,
    CareTopic.WANDERING: Section.MIND,
    CareTopic.MEMORY: Section.MIND,
    CareTopic.BEHAVIOUR: Section.MIND,
    CareTopic.WHAT_HELPS: Section.MIND,
    CareTopic.SENSES: Section.MIND,
    CareTopic.THIS_IS_ME: Section.THIS_IS_ME,
    CareTopic.DAY_RHYTHM: Section.THIS_IS_ME,
    CareTopic.HEIGHT: Section.APPEARANCE,
    CareTopic.BUILD: Section.APPEARANCE,
    CareTopic.HAIR: Section.APPEARANCE,
    CareTopic.MARKS: Section.APPEARANCE,
    CareTopic.CLOTHING: Section.APPEARANCE,
    CareTopic.LIKELY_PLACES: Section.APPEARANCE,
}

CODES: dict[CareTopic, tuple[str, ...]] = {
    CareTopic.DRINK_LEVEL: ("0", "1", "2", "3", "4"),
    CareTopic.FOOD_LEVEL: ("3", "4", "5", "6", "7"),
    CareTopic.ADL_OVERALL: ("independent", "partly", "partly_to_fully", "fully"),
    CareTopic.WANDERING: ("0", "1", "2", "3"),
    CareTopic.SUPERVISION: ("none", "regular", "nearby", "around_the_clock"),
    CareTopic.FALL_RISK: ("no", "yes"),
    CareTopic.CHOKING: ("no", "yes"),
    CareTopic.DIET: ("medical", "own_choice"),
    CareTopic.MOBILITY: ("walks", "limited", "wheelchair"),
    CareTopic.BUILD: ("slim", "average", "heavy"),
}
"""Topics whose answer is one of a list; the text beside it stays free. Other topics are text only."""

MEDICATION_LIST_OLD_DAYS = 14
"""A pharmacy list older than this is amber (house setting; data dictionary B7)."""


def is_list_old(list_date: date, today: date) -> bool:
    """Whether the pharmacy is to be asked for a new list."""
    return (today - list_date).days > MEDICATION_LIST_OLD_DAYS
