"""Amounts of medicines as figures and in words: «0,5 mg» and «nul komma vijf milligram».

The figures carry no thousands dot, the words leave no comma to be overlooked. Source: data dictionary D4 nr. 8.
"""

from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache

from babel import numbers as babel_numbers

from logeerhuis_app.domain.medication import DoseUnit, StrengthUnit
from logeerhuis_app.i18n import N_, _, language, ngettext
from logeerhuis_app.i18n.format import LOCALE
from logeerhuis_app.i18n.labels import label

THIN_SPACE = "\u202f"


@lru_cache(maxsize=4096)
def figures(amount: str) -> str:
    """«0,5», «1000», «25 000», «100/25» of what is kept as «0.5», «1000», «25000», «100/25»."""
    return "/".join(_figure(Decimal(part)) for part in amount.split("/"))


def strength_figures(amount: str, unit: StrengthUnit | None) -> str:
    """«0,5 mg»; empty where the list names no strength."""
    return f"{figures(amount)} {label(unit)}" if amount and unit is not None else ""


def dose_figures(amount: str, unit: DoseUnit | None) -> str:
    """«0,5 tablet», «2 tabletten»."""
    return f"{figures(amount)} {unit_word(unit, Decimal(amount))}" if amount and unit is not None else ""


def strength_in_words(amount: str, unit: StrengthUnit | None) -> str:
    """«nul komma vijf milligram», «honderd en vijfentwintig milligram» for a combined one."""
    if not amount or unit is None:
        return ""
    numbers = [_spelled(Decimal(part)) for part in amount.split("/")]
    unit_words = _(_LONG_STRENGTH[unit]) if unit in _LONG_STRENGTH else label(unit)
    together = _(" and ").join(numbers)
    return f"{together} {unit_words}"


def dose_in_words(amount: str, unit: DoseUnit | None) -> str:
    """«nul komma vijf tablet (een halve)»."""
    if not amount or unit is None:
        return ""
    value = Decimal(amount)
    words = f"{_spelled(value)} {unit_word(unit, value, is_long=True)}"
    spoken = {
        Decimal("0.5"): _("a half"),
        Decimal("1.5"): _("one and a half"),
        Decimal("0.25"): _("a quarter"),
    }.get(value)
    return _("{words} ({spoken})").format(words=words, spoken=spoken) if spoken else words


def unit_word(unit: DoseUnit, value: Decimal, *, is_long: bool = False) -> str:
    """«tablet» up to one, «tabletten» above; ``is_long``: «milligram» for «mg»."""
    counted = _COUNTED.get(unit)
    if counted is not None:
        return counted(1 if value <= 1 else 2)
    return _(_LONG_DOSE[unit]) if is_long and unit in _LONG_DOSE else label(unit)


def _figure(value: Decimal) -> str:
    """No thousands dot, which one reads as a comma: from ten thousand on a thin space."""
    pattern = "#,##0.####" if value >= 10_000 else "#0.####"
    return babel_numbers.format_decimal(value, format=pattern, locale=LOCALE).replace(".", THIN_SPACE)


@lru_cache(maxsize=1024)
def _spelled(value: Decimal) -> str:
    from num2words import num2words  # forty languages: loaded when the first amount is spelled, not at the start

    words: str = num2words(value, lang=language())
    return words


_LONG_STRENGTH: dict[StrengthUnit, str] = {
    StrengthUnit.MG: N_("milligram"),
    StrengthUnit.G: N_("gram"),
    StrengthUnit.IE: N_("international units"),
    StrengthUnit.MMOL: N_("millimole"),
    StrengthUnit.ML: N_("millilitre"),
    StrengthUnit.PERCENT: N_("percent"),
    StrengthUnit.MG_ML: N_("milligram per millilitre"),
    StrengthUnit.MICROGRAM_ML: N_("microgram per millilitre"),
    StrengthUnit.IE_ML: N_("international units per millilitre"),
    StrengthUnit.MG_G: N_("milligram per gram"),
    StrengthUnit.MICROGRAM_HOUR: N_("microgram per hour"),
    StrengthUnit.MG_DAY: N_("milligram per 24 hours"),
    StrengthUnit.MICROGRAM_DOSE: N_("microgram per dose"),
}
_LONG_DOSE: dict[DoseUnit, str] = {
    DoseUnit.MG: N_("milligram"),
    DoseUnit.G: N_("gram"),
    DoseUnit.ML: N_("millilitre"),
}
_COUNTED: dict[DoseUnit, Callable[[int], str]] = {
    DoseUnit.TABLET: lambda n: ngettext("tablet", "tablets", n),
    DoseUnit.CAPSULE: lambda n: ngettext("capsule", "capsules", n),
    DoseUnit.IE: lambda n: ngettext("unit", "units", n),
    DoseUnit.DROP: lambda n: ngettext("drop", "drops", n),
    DoseUnit.PUFF: lambda n: ngettext("puff", "puffs", n),
    DoseUnit.SPRAY: lambda n: ngettext("spray", "sprays", n),
    DoseUnit.PATCH: lambda n: ngettext("patch", "patches", n),
    DoseUnit.SACHET: lambda n: ngettext("sachet", "sachets", n),
    DoseUnit.SUPPOSITORY: lambda n: ngettext("suppository", "suppositories", n),
    DoseUnit.AMPOULE: lambda n: ngettext("ampoule", "ampoules", n),
    DoseUnit.PIECE: lambda n: ngettext("piece", "pieces", n),
}
