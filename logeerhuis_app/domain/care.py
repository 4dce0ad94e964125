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


LIFE_RISK = frozenset({Criticality.SEVERE, Criticality.FATAL})
"""An allergy of these can kill: it comes first and is red, on screen and on paper."""


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

    USE = "use"  # what is taken beside the pharmacy's list
    EATING = "eating"
    MOVING = "moving"
    SELF_CARE = "self_care"
    TOILET = "toilet"
    BODY = "body"  # oxygen and infection
    NIGHT = "night"
    MIND = "mind"
    THIS_IS_ME = "this_is_me"
    APPEARANCE = "appearance"  # signalement: for the missing-person sheet only


class CareTopic(StrEnum):
    """One question of care, one answer. What an answer may be stands in ``care_topics.QUESTIONS``."""

    OTC = "otc"  # zelfzorgmiddelen
    ALCOHOL = "alcohol"
    DRUGS = "drugs"
    DRINK_LEVEL = "drink_level"  # IDDSI 0-4
    FOOD_LEVEL = "food_level"  # IDDSI 3-7
    LEVELS_ADVISED_ON = "levels_advised_on"  # by the speech therapist
    CHOKING = "choking"
    CHOKING_HOW = "choking_how"  # how it is kept from happening
    DIET = "diet"
    FLUID_LIMIT = "fluid_limit"
    EATING_HELP = "eating_help"
    WEIGHT = "weight"
    BREAD = "bread"
    TOPPING = "topping"
    DRINKS = "drinks"
    MEAL_TIME = "meal_time"
    LIKES = "likes"
    DISLIKES = "dislikes"
    FALL_RISK = "fall_risk"  # how it is judged here, and the plan
    FELL_PAST_YEAR = "fell_past_year"
    AFRAID_TO_FALL = "afraid_to_fall"
    TROUBLE_MOVING = "trouble_moving"
    MOBILITY = "mobility"
    TRANSFER = "transfer"
    HELPERS = "helpers"
    LIFT = "lift"
    BRAKES = "brakes"
    WALKING = "walking"
    STAIRS = "stairs"
    POSITION = "position"
    AIDS = "aids"
    VISION = "vision"
    HEARING = "hearing"
    ADL_OVERALL = "adl_overall"
    WASHING = "washing"
    DRESSING = "dressing"
    EATING = "eating"
    DRINKING = "drinking"
    ORAL_CARE = "oral_care"
    GROOMING = "grooming"
    TOILET = "toilet"
    URINE = "urine"
    BOWEL = "bowel"
    CONTINENCE_MATERIAL = "continence_material"
    CONTINENCE_TIMES = "continence_times"
    CATHETER = "catheter"
    CATHETER_CHANGED = "catheter_changed"
    CATHETER_NEXT = "catheter_next"
    BAG_CHANGE = "bag_change"
    STOMA = "stoma"
    TUBE = "tube"
    SKIN = "skin"
    WOUND = "wound"
    PRESSURE_ULCER = "pressure_ulcer"
    OXYGEN = "oxygen"
    OXYGEN_HOURS = "oxygen_hours"
    RESISTANT_BACTERIA = "resistant_bacteria"
    CARE_ABROAD = "care_abroad"
    LIVESTOCK = "livestock"
    OUTBREAK = "outbreak"
    NIGHT = "night"
    NIGHT_TOILET = "night_toilet"
    NIGHT_WAKES = "night_wakes"
    NIGHT_HELP = "night_help"
    BED_RAIL = "bed_rail"
    BED_SENSOR = "bed_sensor"
    SUPERVISION = "supervision"
    WANDERING = "wandering"
    MEMORY = "memory"
    RESTLESS = "restless"
    AGGRESSIVE = "aggressive"
    NIGHT_FOR_DAY = "night_for_day"  # ontregeld dag-nachtritme
    BEHAVIOUR = "behaviour"
    WHAT_HELPS = "what_helps"
    STIMULI = "stimuli"
    APPROACH = "approach"
    THIS_IS_ME = "this_is_me"
    DAY_RHYTHM = "day_rhythm"
    WAKES_AT = "wakes_at"
    BED_AT = "bed_at"
    NAP = "nap"
    WASHES_BY = "washes_by"
    CLOTHES = "clothes"
    NIGHT_LIGHT = "night_light"
    DOOR_OPEN = "door_open"
    TV_MUSIC = "tv_music"
    PET = "pet"
    SMOKING = "smoking"
    HOBBY = "hobby"
    RITUALS = "rituals"
    VISITS = "visits"
    HEIGHT = "height"
    BUILD = "build"
    HAIR = "hair"
    MARKS = "marks"
    CLOTHING = "clothing"  # of today: an older answer is shown with its day
    LIKELY_PLACES = "likely_places"


MEDICATION_LIST_OLD_DAYS = 14
"""A pharmacy list older than this is amber (house setting; data dictionary B7)."""


def is_list_old(list_date: date, today: date) -> bool:
    """Whether the pharmacy is to be asked for a new list."""
    return (today - list_date).days > MEDICATION_LIST_OLD_DAYS
