"""What people type of a medicine: a strength, a dose, a maximum, hours; taken apart, or refused beside its field.

The words are those that stand on Dutch lists; what is not among them is never guessed.
"""

from collections.abc import Mapping

from logeerhuis_app.domain.amounts import Typed, plain, read_amount, read_amounts, take_apart
from logeerhuis_app.domain.checks import Reason, clock_text, dose_fault
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired
from logeerhuis_app.domain.medication import DayPart, DoseUnit, StrengthUnit

STRENGTH_WORDS: Mapping[str, StrengthUnit] = {
    "mg": StrengthUnit.MG,
    "milligram": StrengthUnit.MG,
    "g": StrengthUnit.G,
    "gram": StrengthUnit.G,
    "microgram": StrengthUnit.MICROGRAM,
    "mcg": StrengthUnit.MICROGRAM,
    "µg": StrengthUnit.MICROGRAM,
    "ug": StrengthUnit.MICROGRAM,
    "ie": StrengthUnit.IE,
    "eenheden": StrengthUnit.IE,
    "mmol": StrengthUnit.MMOL,
    "ml": StrengthUnit.ML,
    "%": StrengthUnit.PERCENT,
    "mg/ml": StrengthUnit.MG_ML,
    "microgram/ml": StrengthUnit.MICROGRAM_ML,
    "mcg/ml": StrengthUnit.MICROGRAM_ML,
    "ie/ml": StrengthUnit.IE_ML,
    "eenheden/ml": StrengthUnit.IE_ML,
    "e/ml": StrengthUnit.IE_ML,
    "mg/g": StrengthUnit.MG_G,
    "microgram/uur": StrengthUnit.MICROGRAM_HOUR,
    "mcg/uur": StrengthUnit.MICROGRAM_HOUR,
    "microgram/u": StrengthUnit.MICROGRAM_HOUR,
    "mg/24uur": StrengthUnit.MG_DAY,
    "mg/24u": StrengthUnit.MG_DAY,
    "mg/dag": StrengthUnit.MG_DAY,
    "microgram/dosis": StrengthUnit.MICROGRAM_DOSE,
    "mcg/dosis": StrengthUnit.MICROGRAM_DOSE,
}
DOSE_WORDS: Mapping[str, DoseUnit] = {
    **dict.fromkeys(("tablet", "tabletten", "tabl", "tab"), DoseUnit.TABLET),
    **dict.fromkeys(("capsule", "capsules", "caps"), DoseUnit.CAPSULE),
    **dict.fromkeys(("mg", "milligram"), DoseUnit.MG),
    **dict.fromkeys(("g", "gram"), DoseUnit.G),
    **dict.fromkeys(("microgram", "mcg", "µg", "ug"), DoseUnit.MICROGRAM),
    **dict.fromkeys(("ml", "milliliter"), DoseUnit.ML),
    **dict.fromkeys(("ie", "eenheid", "eenheden"), DoseUnit.IE),
    **dict.fromkeys(("druppel", "druppels"), DoseUnit.DROP),
    **dict.fromkeys(("pufje", "pufjes", "puf", "puffen", "inhalatie", "inhalaties"), DoseUnit.PUFF),
    **dict.fromkeys(("spray", "sprays", "verstuiving", "verstuivingen"), DoseUnit.SPRAY),
    **dict.fromkeys(("pleister", "pleisters"), DoseUnit.PATCH),
    **dict.fromkeys(("sachet", "sachets", "zakje", "zakjes"), DoseUnit.SACHET),
    **dict.fromkeys(("zetpil", "zetpillen"), DoseUnit.SUPPOSITORY),
    **dict.fromkeys(("ampul", "ampullen"), DoseUnit.AMPOULE),
    **dict.fromkeys(("stuk", "stuks"), DoseUnit.PIECE),
    **dict.fromkeys(("keer", "maal", "x"), DoseUnit.TIMES),
}
DAY_PART_WORDS: Mapping[str, DayPart] = {
    **dict.fromkeys(("ochtend", "'s ochtends", "s ochtends", "ochtends"), DayPart.MORNING),
    **dict.fromkeys(("middag", "'s middags", "s middags", "middags"), DayPart.AFTERNOON),
    **dict.fromkeys(("avond", "'s avonds", "s avonds", "avonds"), DayPart.EVENING),
    **dict.fromkeys(("nacht", "voor de nacht", "'s nachts", "s nachts"), DayPart.NIGHT),
}


def read_strength(text: str) -> tuple[str, StrengthUnit | None]:
    """«0,5 mg», «100/25 mg», «5 mg/ml»; empty: the list names no strength.

    Raises:
        FieldRequired, FieldInvalid: a number that is easily misread, or a unit that is missing or not on the list.
    """
    if not text.strip():
        return "", None
    typed = _with_unit("strength", text)
    unit = STRENGTH_WORDS.get(typed.unit.casefold().replace(" ", "").replace("per", "/"))
    amount = read_amounts("strength", typed.amount)
    if unit is None:
        raise FieldInvalid("strength", text.strip(), Reason.STRENGTH_UNIT)
    return amount, unit


def read_dose(text: str) -> tuple[str, DoseUnit | None, str]:
    """«0,5 tablet» as amount and unit; «volgens schema» as the pharmacy's own words, the third part.

    Raises:
        FieldRequired, FieldInvalid: nothing, a number that is easily misread, or one without a unit.
    """
    typed = take_apart(text)
    if not text.strip():
        raise FieldRequired("dose")
    if typed is not None:
        unit = DOSE_WORDS.get(typed.unit.casefold())
        if unit is not None and unit is not DoseUnit.TIMES:
            return plain(read_amount("dose", typed.amount)), unit, ""
        if "/" not in typed.amount:  # «1 kauwtablet»: words, but its number must still be a clear one
            read_amount("dose", typed.amount)
    if (fault := dose_fault(text)) is not None:
        raise FieldInvalid("dose", text.strip(), fault)
    return "", None, text.strip()


def read_most(text: str) -> tuple[str, DoseUnit]:
    """«6 tabletten», «4 keer», «3 g»: the most there may be in the period beside it.

    Raises:
        FieldRequired, FieldInvalid: nothing, no number, or a unit that is missing or not on the list.
    """
    if not text.strip():
        raise FieldRequired("maximum")
    typed = _with_unit("maximum", text)
    amount = plain(read_amount("maximum", typed.amount))
    unit = DOSE_WORDS.get(typed.unit.casefold())
    if unit is None:
        raise FieldInvalid("maximum", text.strip(), Reason.DOSE_UNIT)
    return amount, unit


def read_moments(text: str) -> tuple[tuple[str, ...], tuple[DayPart, ...]]:
    """«8, 18.00, nacht»: hours as «8:00», and parts of the day where the list gives no hour.

    Raises:
        FieldInvalid: something that is neither.
    """
    times: list[str] = []
    parts: list[DayPart] = []
    for piece in text.replace(";", ",").split(","):
        typed = piece.strip()
        moment, part = clock_text(typed), DAY_PART_WORDS.get(typed.casefold().replace("\u2019", "'"))
        if part is not None:
            parts.append(part)
        elif moment is not None:
            times.append(moment)
        elif typed:
            raise FieldInvalid("times", typed, Reason.CLOCK_TIME)
    return tuple(dict.fromkeys(times)), tuple(dict.fromkeys(parts))


def _with_unit(field: str, text: str) -> Typed:
    typed = take_apart(text)
    if typed is None:
        raise FieldInvalid(field, text.strip(), Reason.NO_AMOUNT)
    if not typed.unit:
        read_amounts(field, typed.amount)
        raise FieldInvalid(field, text.strip(), Reason.STRENGTH_UNIT if field == "strength" else Reason.DOSE_UNIT)
    return typed
