"""Numbers of medicines: read so that no dose becomes ten times what it was, or a tenth of it.

A number is kept as plain text with a point («0.5», «50»): that is exact, and no program in between rounds it.
Source: data dictionary B7 and D4 nr. 8.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired

Unit = TypeVar("Unit")

_FRACTIONS = {"¼": ".25", "½": ".5", "¾": ".75"}
_PLAIN = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:[ \u00a0\u202f][0-9]{3})+(?:,[0-9]+)?")
_HALF_OR_DATE = re.compile(r"1/2|1/3|2/3|1/4|3/4")
_AMOUNT_THEN_UNIT = re.compile(r"([0-9.,/¼½¾]+(?:[ \u00a0\u202f][0-9.,/]+)*)[ \u00a0]*(.*)")
MOST_DECIMALS = 4


@dataclass(frozen=True)
class Typed:
    """What was typed in one field, taken apart: «0,5 mg» is «0,5» and «mg»."""

    amount: str
    unit: str


def take_apart(text: str) -> Typed | None:
    """A number and the words after it; None when it does not begin with a number."""
    found = _AMOUNT_THEN_UNIT.fullmatch(text.strip())
    return Typed(found[1], found[2].strip().rstrip(".")) if found else None


def read_amount(field: str, text: str) -> Decimal:
    """«0,5» and «0.5» are one value, «½» too; a number that two people read in two ways is refused.

    Raises:
        FieldRequired: nothing was typed.
        FieldInvalid: «,5» without its zero, «5,0» with one too many, «1.000», «05», zero, or no number at all.
    """
    typed = text.strip()
    if not typed:
        raise FieldRequired(field)
    if (fault := _fault(typed)) is not None:
        raise FieldInvalid(field, typed, fault)
    value = _value(typed)
    if not value:
        raise FieldInvalid(field, typed, Reason.NO_AMOUNT)
    return value


def plain(value: Decimal) -> str:
    """«0.5», «50»: as it is kept."""
    return format(value.normalize(), "f")


def read_amounts(field: str, text: str) -> str:
    """One number, or those of a combined medicine: «100/25» stays «100/25».

    Raises:
        FieldRequired, FieldInvalid: as ``read_amount``; «1/2» is a half to one reader and one of two to another.
    """
    if _HALF_OR_DATE.fullmatch(text.strip()):
        raise FieldInvalid(field, text.strip(), Reason.FRACTION)
    return "/".join(plain(read_amount(field, part)) for part in text.split("/"))


def _fault(typed: str) -> Reason | None:
    if re.fullmatch(r"[0-9]*[¼½¾]", typed) or _GROUPED.fullmatch(typed):
        return None
    if re.fullmatch(r"[.,][0-9.,]+", typed):
        return Reason.LEADING_ZERO
    if re.fullmatch(r"[0-9]+/[0-9]+", typed):
        return Reason.FRACTION
    if re.fullmatch(r"[1-9][0-9]*\.[0-9]{3}", typed) or re.fullmatch(r"[0-9]+(?:[.,][0-9]+){2,}", typed):
        return Reason.THOUSANDS
    if not _PLAIN.fullmatch(typed):
        return Reason.NO_AMOUNT
    if re.fullmatch(r"0[0-9].*", typed):
        return Reason.STRAY_ZERO
    return _decimals_fault(re.split("[.,]", typed)[1:])


def _decimals_fault(decimals: list[str]) -> Reason | None:
    if not decimals:
        return None
    if decimals[0].endswith("0"):
        return Reason.TRAILING_ZERO
    return Reason.NO_AMOUNT if len(decimals[0]) > MOST_DECIMALS else None


def _value(typed: str) -> Decimal:
    if typed[-1] in _FRACTIONS:
        return Decimal((typed[:-1] or "0") + _FRACTIONS[typed[-1]])
    return Decimal(re.sub(r"\s", "", typed).replace(",", "."))
