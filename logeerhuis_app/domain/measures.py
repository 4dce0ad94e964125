"""Questionnaires about a carer's load and quality of life: what they hold, how they add up, and which way is better.

The house records and shows; nothing here judges what is to be done. The wording of EDIZ, EDIZ-plus and CSI belongs to
their makers: of these only the total is written down, as it stands on the paper form.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum, StrEnum

from logeerhuis_app.domain.carers import require_limits
from logeerhuis_app.domain.errors_carers import HalfNumberOutside, NothingMeasured


class MeasureKind(StrEnum):
    """What was filled in.

    Source: CarerQol-7D: W.B.F. Brouwer and others, «The CarerQol instrument», Quality of Life Research 15 (2006); free
    to use with this reference, iMTA, Erasmus Universiteit Rotterdam. CSI: B.C. Robinson, «Validation of a Caregiver
    Strain Index», Journal of Gerontology 38 (1983). EDIZ: A.M. Pot and others (1995); EDIZ-plus: A.H. de Boer and
    others, TvGG 43 (2012).
    """

    CARERQOL = "carerqol"
    ENDURANCE = "endurance"
    EDIZ_PLUS = "ediz_plus"
    EDIZ = "ediz"
    CSI = "csi"


class CarerQolItem(StrEnum):
    """The seven dimensions of the CarerQol-7D, in the order of its form."""

    FULFILMENT = "fulfilment"
    RELATIONSHIP = "relationship"
    MENTAL_HEALTH = "mental_health"
    DAILY_ACTIVITIES = "daily_activities"
    FINANCES = "finances"
    SUPPORT = "support"
    PHYSICAL_HEALTH = "physical_health"


POSITIVE = frozenset({CarerQolItem.FULFILMENT, CarerQolItem.SUPPORT})
"""Of these «a lot» is good; of the five others «none» is."""


class HowMuch(IntEnum):
    """The answer to one dimension, as it is ticked on the form."""

    NONE = 0
    SOME = 1
    LOT = 2


class Endurance(StrEnum):
    """How long the carer can go on like this (Dutch: volhoudtijd), from short to long.

    The house's own classes in plain words: they are not those of a published questionnaire, so that the answers are
    not to be compared with published figures.
    """

    NO_LONGER = "no_longer"
    WEEKS = "weeks"
    MONTHS = "months"
    YEAR = "year"
    LONGER = "longer"


class LoadClass(StrEnum):
    """The makers' word for a total.

    Source: EDIZ-plus, 0 none, 1-3 light, 4-8 moderate, 9-15 heavy (A.H. de Boer and others, TvGG 43, 2012); CSI, from
    7 overburdened (B.C. Robinson, 1983).
    """

    NONE = "none"
    LIGHT = "light"
    MODERATE = "moderate"
    HEAVY = "heavy"
    BELOW = "below"  # below the makers' limit of being overburdened
    OVERBURDENED = "overburdened"


class Direction(StrEnum):
    """What a higher number means."""

    BETTER = "better"
    HEAVIER = "heavier"
    LONGER = "longer"


class Series(StrEnum):
    """What is followed over time: each is one line of points."""

    CARERQOL = "carerqol"
    HAPPINESS = "happiness"
    ENDURANCE = "endurance"
    EDIZ_PLUS = "ediz_plus"
    EDIZ = "ediz"
    CSI = "csi"


@dataclass(frozen=True)
class Scale:
    least: int
    most: int
    direction: Direction


SCALES: dict[Series, Scale] = {
    Series.CARERQOL: Scale(0, 14, Direction.BETTER),
    Series.HAPPINESS: Scale(0, 10, Direction.BETTER),
    Series.ENDURANCE: Scale(0, len(Endurance) - 1, Direction.LONGER),
    Series.EDIZ_PLUS: Scale(0, 15, Direction.HEAVIER),
    Series.EDIZ: Scale(0, 9, Direction.HEAVIER),
    Series.CSI: Scale(0, 13, Direction.HEAVIER),
}
MOST_TOTAL: dict[MeasureKind, int] = {
    MeasureKind.EDIZ_PLUS: SCALES[Series.EDIZ_PLUS].most,
    MeasureKind.EDIZ: SCALES[Series.EDIZ].most,
    MeasureKind.CSI: SCALES[Series.CSI].most,
}
"""Of these the total is read off the form."""
OVERBURDENED_FROM = 7
_EDIZ_PLUS_FROM = ((9, LoadClass.HEAVY), (4, LoadClass.MODERATE), (1, LoadClass.LIGHT), (0, LoadClass.NONE))

Items = Mapping[CarerQolItem, HowMuch]


@dataclass(frozen=True)
class Answers:
    """What was filled in on one form; what belongs to another kind is empty.

    ``happiness_tenths``: the mark from 0 to 10 beside the CarerQol, in tenths, so that a half is a whole number.
    """

    kind: MeasureKind
    items: Items
    total: int | None = None
    happiness_tenths: int | None = None
    endurance: Endurance | None = None


def carerqol_total(items: Items) -> int | None:
    """The sum of the seven, 0 to 14, higher is better; None while one of them is not answered."""
    if set(items) != set(CarerQolItem):
        return None
    return sum(_worth(item, answer) for item, answer in items.items())


def _worth(item: CarerQolItem, answer: HowMuch) -> int:
    return int(answer) if item in POSITIVE else HowMuch.LOT - answer


def load_class(kind: MeasureKind, total: int) -> LoadClass | None:
    """The makers' word for this total; None where they gave none."""
    if kind is MeasureKind.CSI:
        return LoadClass.OVERBURDENED if total >= OVERBURDENED_FROM else LoadClass.BELOW
    if kind is MeasureKind.EDIZ_PLUS:
        return next(word for least, word in _EDIZ_PLUS_FROM if total >= least)
    return None


def values_of(answers: Answers) -> dict[Series, float]:
    """The points that one measurement adds to the courses; none for what was left open."""
    found: dict[Series, float] = {}
    if answers.kind is MeasureKind.CARERQOL:
        total = carerqol_total(answers.items)
        if total is not None:
            found[Series.CARERQOL] = total
        if answers.happiness_tenths is not None:
            found[Series.HAPPINESS] = answers.happiness_tenths / 10
    elif answers.endurance is not None:
        found[Series.ENDURANCE] = list(Endurance).index(answers.endurance)
    elif answers.total is not None:
        found[Series(answers.kind.value)] = answers.total
    return found


def require_answers(answers: Answers) -> None:
    """Each kind has its own answers, within its limits.

    Raises: NothingMeasured, NumberOutside, HalfNumberOutside.
    """
    if answers.kind is MeasureKind.CARERQOL:
        if not answers.items and answers.happiness_tenths is None:
            raise NothingMeasured(CarerQolItem.FULFILMENT.value)
        _require_happiness(answers.happiness_tenths)
    elif answers.kind is MeasureKind.ENDURANCE:
        if answers.endurance is None:
            raise NothingMeasured("endurance")
    elif answers.total is None:
        raise NothingMeasured("total")
    else:
        require_limits("total", answers.total, 0, MOST_TOTAL[answers.kind])


def own_answers(answers: Answers) -> Answers:
    """Without what was filled in for another kind before this one was chosen."""
    if answers.kind is MeasureKind.CARERQOL:
        return Answers(answers.kind, answers.items, happiness_tenths=answers.happiness_tenths)
    if answers.kind is MeasureKind.ENDURANCE:
        return Answers(answers.kind, {}, endurance=answers.endurance)
    return Answers(answers.kind, {}, total=answers.total)


def happiness_tenths(text: str) -> int | None:
    """«7», «7,5», «7.5» and «7½» in tenths; None for an empty field.

    Raises: HalfNumberOutside.
    """
    said = text.strip().replace("½", ",5").replace(".", ",")
    if not said:
        return None
    whole, _sign, rest = said.partition(",")
    is_number = whole.isascii() and whole.isdigit() and len(whole) < 3 and rest in ("", "0", "5")
    if not is_number:
        raise HalfNumberOutside("happiness_tenths", text.strip()[:20], 0, SCALES[Series.HAPPINESS].most)
    tenths = int(whole) * 10 + int(rest or 0)
    _require_happiness(tenths)
    return tenths


def _require_happiness(tenths: int | None) -> None:
    most = SCALES[Series.HAPPINESS].most
    if tenths is not None and (not 0 <= tenths <= most * 10 or tenths % 5):
        raise HalfNumberOutside("happiness_tenths", f"{tenths / 10:g}".replace(".", ","), 0, most)
