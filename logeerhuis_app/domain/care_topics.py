"""The questions of care: of which part of the file each is, what an answer on it may be, and what its code says.

An answer is stored as a code and a text. The code is the value in one spelling, whatever the kind of the question:
«2.5», «2026-11-26», «glasses,walker», «salt_reduced:medical», «yes». ``code_of`` is the only way from something typed
to a code; ``chosen``, ``day_of`` and ``number_of`` lead back to the value.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from logeerhuis_app.domain.care import AnswerState, CareTopic, Section


class Kind(StrEnum):
    """What an answer is, and so which editor asks for it."""

    TEXT = "text"
    ONE_OF = "one_of"  # a code of the list, and words beside it
    SEVERAL = "several"  # any number of codes, each with a mark where the question has marks
    DAY = "day"
    NUMBER = "number"  # with a unit, between bounds, in steps
    YES_NO = "yes_no"


class Unit(StrEnum):
    LITRES_A_MINUTE = "litres_a_minute"
    HOURS_A_DAY = "hours_a_day"
    KILOGRAMS = "kilograms"
    CENTIMETRES = "centimetres"
    MILLILITRES_A_DAY = "millilitres_a_day"
    TIMES_A_NIGHT = "times_a_night"


@dataclass(frozen=True)
class Bounds:
    """The least and the most that can be right, both included, and the smallest step between two answers."""

    least: Decimal
    most: Decimal
    step: Decimal
    unit: Unit


@dataclass(frozen=True)
class Question:
    """``in_words``: words without a code are an answer too. ``is_safety``: never hidden among others while unasked.

    ``is_closed``: one of its few codes is always the case, so that «none» is no answer. ``is_past``: the day has been.
    ``is_due``: on the day something is to be done.
    """

    section: Section
    kind: Kind = Kind.TEXT
    codes: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    bounds: Bounds | None = None
    in_words: bool = False
    is_safety: bool = False
    is_closed: bool = False
    is_past: bool = False
    is_due: bool = False

    @property
    def has_none(self) -> bool:
        """Whether «asked: none» says anything: of an ability or a yes it says nothing."""
        return not self.is_closed


ABILITIES = ("independent", "help", "unable")
"""zibs VermogenTot…: does it alone, needs help, is not able to."""

YES_NO = ("no", "yes")
LEVELS_OF_UNREST = ("never", "sometimes", "often")


def _text(section: Section) -> Question:
    return Question(section)


def _one_of(section: Section, *codes: str, in_words: bool = False, is_safety: bool = False) -> Question:
    return Question(section, Kind.ONE_OF, codes, in_words=in_words, is_safety=is_safety)


def _ability(section: Section, *, is_safety: bool = False) -> Question:
    """«Zo doen we het» stands in the words beside it."""
    return Question(section, Kind.ONE_OF, ABILITIES, is_safety=is_safety, is_closed=True)


def _closed(section: Section, *codes: str) -> Question:
    return Question(section, Kind.ONE_OF, codes, is_closed=True)


def _several(section: Section, *codes: str, marks: tuple[str, ...] = (), is_safety: bool = False) -> Question:
    return Question(section, Kind.SEVERAL, codes, marks, in_words=True, is_safety=is_safety)


def _yes_no(section: Section, *, is_safety: bool = False) -> Question:
    return Question(section, Kind.YES_NO, YES_NO, is_safety=is_safety, is_closed=True)


def _day(section: Section, *, is_past: bool = False, is_due: bool = False) -> Question:
    return Question(section, Kind.DAY, is_past=is_past, is_due=is_due)


def _number(section: Section, bounds: tuple[str, str, str], unit: Unit, *, is_safety: bool = False) -> Question:
    least, most, step = (Decimal(part) for part in bounds)
    return Question(section, Kind.NUMBER, bounds=Bounds(least, most, step, unit), is_safety=is_safety)


_DIETS = (
    *("diabetes", "salt_reduced", "gluten_free", "lactose_free", "protein_rich", "protein_reduced"),
    *("potassium_reduced", "fluid_restricted", "energy_rich", "vegetarian", "vegan", "halal", "kosher", "other"),
)
_AIDS = (
    *("wheelchair", "walker", "cane", "lift", "glasses", "hearing_aid_left", "hearing_aid_right", "dentures"),
    "pacemaker",
)

QUESTIONS: dict[CareTopic, Question] = {
    # zib MedicatieGebruik (self-care medicines), AlcoholGebruik, DrugsGebruik; smoking stands with the habits
    CareTopic.OTC: _text(Section.USE),
    CareTopic.ALCOHOL: _text(Section.USE),
    CareTopic.DRUGS: _text(Section.USE),
    # zib Voedingsadvies (DietType, Consistency, Indication), EetBeperkingen, Lichaamsgewicht
    CareTopic.DRINK_LEVEL: _one_of(Section.EATING, "0", "1", "2", "3", "4", is_safety=True),
    CareTopic.FOOD_LEVEL: _one_of(Section.EATING, "3", "4", "5", "6", "7", is_safety=True),
    CareTopic.LEVELS_ADVISED_ON: _day(Section.EATING, is_past=True),
    CareTopic.CHOKING: _yes_no(Section.EATING, is_safety=True),
    CareTopic.CHOKING_HOW: _several(Section.EATING, "upright", "supervision", "small_sips"),
    CareTopic.DIET: _several(Section.EATING, *_DIETS, marks=("medical", "own_choice"), is_safety=True),
    CareTopic.FLUID_LIMIT: _number(Section.EATING, ("300", "4000", "50"), Unit.MILLILITRES_A_DAY),
    CareTopic.EATING_HELP: _one_of(Section.EATING, "self", "prepare", "encourage", "feed", in_words=True),
    CareTopic.WEIGHT: _number(Section.EATING, ("20", "300", "0.1"), Unit.KILOGRAMS),
    CareTopic.BREAD: _one_of(Section.EATING, "white", "brown", "wholegrain", "varies", in_words=True),
    CareTopic.TOPPING: _text(Section.EATING),
    CareTopic.DRINKS: _text(Section.EATING),
    CareTopic.MEAL_TIME: _one_of(Section.EATING, "midday", "evening", in_words=True),
    CareTopic.LIKES: _text(Section.EATING),
    CareTopic.DISLIKES: _text(Section.EATING),
    # zib Lopen, UitvoerenTransfer, Traplopen, HoudingVeranderen, Mobiliteit, MedischHulpmiddel, FunctieZien/Horen
    CareTopic.FALL_RISK: _yes_no(Section.MOVING, is_safety=True),
    CareTopic.FELL_PAST_YEAR: _yes_no(Section.MOVING),
    CareTopic.AFRAID_TO_FALL: _yes_no(Section.MOVING),
    CareTopic.TROUBLE_MOVING: _yes_no(Section.MOVING),
    CareTopic.MOBILITY: _one_of(Section.MOVING, "walks", "limited", "wheelchair"),
    CareTopic.TRANSFER: _ability(Section.MOVING, is_safety=True),
    CareTopic.HELPERS: _closed(Section.MOVING, "0", "1", "2"),
    CareTopic.LIFT: _one_of(Section.MOVING, "active", "passive", "ceiling", "other", in_words=True),
    CareTopic.BRAKES: _yes_no(Section.MOVING),
    CareTopic.WALKING: _ability(Section.MOVING),
    CareTopic.STAIRS: _ability(Section.MOVING),
    CareTopic.POSITION: _ability(Section.MOVING),
    CareTopic.AIDS: _several(Section.MOVING, *_AIDS),
    CareTopic.VISION: _closed(Section.MOVING, "good", "limited", "blind"),
    CareTopic.HEARING: _closed(Section.MOVING, "good", "limited", "deaf"),
    # zib ZichWassen, ZichKleden, Eten, Drinken, VerzorgenTanden, UiterlijkeVerzorging
    CareTopic.ADL_OVERALL: _one_of(Section.SELF_CARE, "independent", "partly", "partly_to_fully", "fully"),
    CareTopic.WASHING: _ability(Section.SELF_CARE),
    CareTopic.DRESSING: _ability(Section.SELF_CARE),
    CareTopic.EATING: _ability(Section.SELF_CARE),
    CareTopic.DRINKING: _ability(Section.SELF_CARE),
    CareTopic.ORAL_CARE: _ability(Section.SELF_CARE),
    CareTopic.GROOMING: _ability(Section.SELF_CARE),
    # zib Toiletgebruik, Blaasfunctie, Darmfunctie, UrineKatheterType, Stoma, Sondesysteem, Wond, DecubitusWond
    CareTopic.TOILET: _ability(Section.TOILET),
    CareTopic.URINE: _closed(Section.TOILET, "continent", "sometimes", "incontinent"),
    CareTopic.BOWEL: _closed(Section.TOILET, "continent", "sometimes", "incontinent"),
    CareTopic.CONTINENCE_MATERIAL: _text(Section.TOILET),
    CareTopic.CONTINENCE_TIMES: _text(Section.TOILET),
    CareTopic.CATHETER: _one_of(
        Section.TOILET, "indwelling", "single_use", "condom", "suprapubic", "other", in_words=True
    ),
    CareTopic.CATHETER_CHANGED: _day(Section.TOILET, is_past=True),
    CareTopic.CATHETER_NEXT: _day(Section.TOILET, is_due=True),
    CareTopic.BAG_CHANGE: _day(Section.TOILET, is_due=True),
    CareTopic.STOMA: _one_of(Section.TOILET, "colostomy", "ileostomy", "urostomy", "other", in_words=True),
    CareTopic.TUBE: _one_of(Section.TOILET, "nose", "stomach", "other", in_words=True),
    CareTopic.SKIN: _text(Section.TOILET),
    CareTopic.WOUND: _text(Section.TOILET),
    CareTopic.PRESSURE_ULCER: _one_of(Section.TOILET, "1", "2", "3", "4", in_words=True),
    # zib ToegediendeZuurstof; the infection questions have none
    CareTopic.OXYGEN: _number(Section.BODY, ("0.5", "15", "0.5"), Unit.LITRES_A_MINUTE, is_safety=True),
    CareTopic.OXYGEN_HOURS: _number(Section.BODY, ("1", "24", "1"), Unit.HOURS_A_DAY),
    CareTopic.RESISTANT_BACTERIA: _yes_no(Section.BODY),
    CareTopic.CARE_ABROAD: _yes_no(Section.BODY),
    CareTopic.LIVESTOCK: _yes_no(Section.BODY),
    CareTopic.OUTBREAK: _yes_no(Section.BODY),
    CareTopic.NIGHT: _text(Section.NIGHT),
    CareTopic.NIGHT_TOILET: _text(Section.NIGHT),
    CareTopic.NIGHT_WAKES: _text(Section.NIGHT),
    CareTopic.NIGHT_HELP: _number(Section.NIGHT, ("0", "20", "1"), Unit.TIMES_A_NIGHT),
    CareTopic.BED_RAIL: _yes_no(Section.NIGHT),
    CareTopic.BED_SENSOR: _yes_no(Section.NIGHT),
    CareTopic.SUPERVISION: _one_of(Section.NIGHT, "none", "regular", "nearby", "around_the_clock", is_safety=True),
    CareTopic.WANDERING: _one_of(Section.MIND, "0", "1", "2", "3", is_safety=True),
    CareTopic.MEMORY: _text(Section.MIND),
    CareTopic.RESTLESS: _closed(Section.MIND, *LEVELS_OF_UNREST),
    CareTopic.AGGRESSIVE: _closed(Section.MIND, *LEVELS_OF_UNREST),
    CareTopic.NIGHT_FOR_DAY: _closed(Section.MIND, *LEVELS_OF_UNREST),
    CareTopic.BEHAVIOUR: _text(Section.MIND),
    CareTopic.WHAT_HELPS: _text(Section.MIND),
    CareTopic.STIMULI: _text(Section.MIND),
    CareTopic.APPROACH: _text(Section.MIND),
    # zib ParticipatieInMaatschappij (Hobby), TabakGebruik, Levensovertuiging
    CareTopic.THIS_IS_ME: _text(Section.THIS_IS_ME),
    CareTopic.DAY_RHYTHM: _text(Section.THIS_IS_ME),
    CareTopic.WAKES_AT: _text(Section.THIS_IS_ME),
    CareTopic.BED_AT: _text(Section.THIS_IS_ME),
    CareTopic.NAP: _text(Section.THIS_IS_ME),
    CareTopic.WASHES_BY: _one_of(Section.THIS_IS_ME, "shower", "bath", "basin", in_words=True),
    CareTopic.CLOTHES: _text(Section.THIS_IS_ME),
    CareTopic.NIGHT_LIGHT: _yes_no(Section.THIS_IS_ME),
    CareTopic.DOOR_OPEN: _yes_no(Section.THIS_IS_ME),
    CareTopic.TV_MUSIC: _text(Section.THIS_IS_ME),
    CareTopic.PET: _text(Section.THIS_IS_ME),
    CareTopic.SMOKING: _yes_no(Section.THIS_IS_ME),
    CareTopic.HOBBY: _text(Section.THIS_IS_ME),
    CareTopic.RITUALS: _text(Section.THIS_IS_ME),
    CareTopic.VISITS: _text(Section.THIS_IS_ME),
    # zib Lichaamslengte; the others are the description of a missing person
    CareTopic.HEIGHT: _number(Section.APPEARANCE, ("100", "230", "1"), Unit.CENTIMETRES),
    CareTopic.BUILD: _one_of(Section.APPEARANCE, "slim", "average", "heavy"),
    CareTopic.HAIR: _text(Section.APPEARANCE),
    CareTopic.MARKS: _text(Section.APPEARANCE),
    CareTopic.CLOTHING: _text(Section.APPEARANCE),
    CareTopic.LIKELY_PLACES: _text(Section.APPEARANCE),
}
"""Every question, in the order in which it is asked and shown.

Source: the house's own data dictionary (B8 functioning, B9 eating and habits, B10 behaviour and risk). The
consistencies are those of the International Dysphagia Diet Standardisation Initiative (iddsi.org). The three questions
about falling are those of the World guidelines for falls prevention (Montero-Odasso and others, Age and Ageing 51,
2022). The four questions about infection are those that care houses ask by the guideline on resistant bacteria of the
LCI (lci.rivm.nl), as publiekzipnet publishes them.
"""

SECTION_OF: dict[CareTopic, Section] = {topic: question.section for topic, question in QUESTIONS.items()}

SAFETY = frozenset(topic for topic, question in QUESTIONS.items() if question.is_safety)
"""What stands on its own with «niet gevraagd», and is never counted among the others."""

BEFORE_CHECK_IN = frozenset({CareTopic.CHOKING, CareTopic.FALL_RISK, CareTopic.WANDERING})
"""What may not stay unasked when the guest comes (data dictionary C1, step 3)."""

PLAIN_LEVELS = {CareTopic.DRINK_LEVEL: "0", CareTopic.FOOD_LEVEL: "7"}
"""Drink and food as they are (IDDSI); any other level must not be forgotten."""

FALL_QUESTIONS = (CareTopic.FELL_PAST_YEAR, CareTopic.AFRAID_TO_FALL, CareTopic.TROUBLE_MOVING)


def topics_of(section: Section) -> list[CareTopic]:
    """The questions of one part of the file, in their fixed order."""
    return [topic for topic, part in SECTION_OF.items() if part is section]


# -- from what was typed to a code, and back


@dataclass(frozen=True)
class Choice:
    """One of several: «zoutarm», and its mark «medisch» where the question has marks."""

    code: str
    mark: str = ""


def code_of(topic: CareTopic, typed: str) -> str | None:
    """The value in its one spelling; empty for nothing, None where it is no answer to this question."""
    question = QUESTIONS[topic]
    typed = typed.strip()
    if not typed:
        return ""
    if question.kind is Kind.SEVERAL:
        return _joined(question, chosen(typed))
    if question.kind is Kind.DAY:
        return day_text(typed)
    if question.bounds is not None:
        return _number_text(question.bounds, typed)
    return typed if typed in question.codes else None


def chosen(code: str) -> tuple[Choice, ...]:
    """The choices in the code of a question with several answers."""
    parts = (part.strip().partition(":") for part in code.split(",") if part.strip())
    return tuple(Choice(name, mark) for name, _colon, mark in parts)


def joined(choices: tuple[Choice, ...]) -> str:
    return ",".join(f"{one.code}:{one.mark}" if one.mark else one.code for one in choices)


def day_of(code: str) -> date | None:
    """The day in a code; None where there is none."""
    try:
        return date.fromisoformat(code)
    except ValueError:
        return None


def number_of(code: str) -> Decimal | None:
    """The number, typed with a comma or a point; None for what is none."""
    try:
        value = Decimal(code.strip().replace(",", "."))
    except InvalidOperation:
        return None
    return value if value.is_finite() else None


def day_text(typed: str) -> str | None:
    day = day_of(typed)
    return None if day is None else day.isoformat()


def _joined(question: Question, choices: tuple[Choice, ...]) -> str | None:
    """In the order of the question; None for one that is not on its list, comes twice or lacks its mark."""
    allowed = set(question.marks) if question.marks else {""}
    names = [one.code for one in choices]
    if len(set(names)) < len(names) or any(
        one.code not in question.codes or one.mark not in allowed for one in choices
    ):
        return None
    return joined(tuple(sorted(choices, key=lambda one: question.codes.index(one.code))))


def _number_text(bounds: Bounds, typed: str) -> str | None:
    """«2,50» as «2.5»; None for what is outside the bounds or between two steps."""
    value = number_of(typed)
    if value is None or not bounds.least <= value <= bounds.most or value % bounds.step:
        return None
    return f"{value.normalize():f}"


# -- what follows from answers


class FallRisk(StrEnum):
    """What the three questions about falling come to. A yes is enough for a plan; three times no for «no risk»."""

    NOT_ASKED = "not_asked"
    INCOMPLETE = "incomplete"
    NO = "no"
    PLAN = "plan"


def fall_risk(codes: Mapping[CareTopic, str]) -> FallRisk:
    """``codes``: the given answers, by topic.

    Source: World guidelines for falls prevention and management for older adults (2022): any yes asks for more.
    """
    said = [codes.get(topic, "") for topic in FALL_QUESTIONS]
    if "yes" in said:
        return FallRisk.PLAN
    if not any(said):
        return FallRisk.NOT_ASKED
    return FallRisk.NO if all(said) else FallRisk.INCOMPLETE


def due_days(answers: Mapping[CareTopic, tuple[AnswerState, str]]) -> list[tuple[CareTopic, date]]:
    """On which day what is to be changed, the first one first; nothing of a catheter that is none."""
    if answers.get(CareTopic.CATHETER, (AnswerState.NOT_ASKED, ""))[0] is AnswerState.NONE:
        return []
    found = [
        (topic, day)
        for topic, (state, code) in answers.items()
        if QUESTIONS[topic].is_due and state is AnswerState.GIVEN and (day := day_of(code)) is not None
    ]
    return sorted(found, key=lambda pair: pair[1])
