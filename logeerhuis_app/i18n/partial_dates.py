"""Dates of which only a part is known, in words and as they are typed: «1938», «mei 1938», «12-5-1938»."""

import re
from datetime import date

from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.dates import month_number, parse_date
from logeerhuis_app.i18n.format import date_long, date_numeric, month_year

_YEAR = re.compile(r"(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})\s?[-/.\s]\s?(\d{4})")
_NAMED_YEAR = re.compile(r"([a-z]{3,})\.?[\s-]*(\d{4})")
_YEAR_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


def partial_words(day: PartialDate) -> str:
    """«12-05-1938», «mei 1938», «1938»: as much as is known."""
    return date_numeric(day.whole) if day.whole is not None else _part_words(day)


def partial_long(day: PartialDate) -> str:
    """«12 mei 1938», «mei 1938», «1938»."""
    return date_long(day.whole) if day.whole is not None else _part_words(day)


def birth_words(born: PartialDate) -> str:
    """«12-05-1938», «1938 (dag onbekend)»: a birth date says that its day is not known, for it tells guests apart."""
    return date_numeric(born.whole) if born.whole is not None else _day_unknown(born)


def birth_long(born: PartialDate) -> str:
    """«12 mei 1938», «mei 1938 (dag onbekend)»."""
    return date_long(born.whole) if born.whole is not None else _day_unknown(born)


def age_words(born: PartialDate, age: int) -> str:
    """«88», «circa 88»."""
    return str(age) if born.is_whole else _("circa {age}").format(age=age)


def parse_partial(text: str, today: date, *, birth: bool = False) -> PartialDate | None:
    """As much of a date as was typed; None when it is none. A whole day is read as every date field reads it."""
    said = " ".join(text.lower().split())
    try:
        part = _part(said)
    except ValueError:
        return None
    if part is not None:
        return part
    day = parse_date(text, today, past=True, birth=birth)
    return PartialDate.of(day) if day is not None else None


def _part(said: str) -> PartialDate | None:
    """A year, or a month of a year. Raises: ValueError for a month that there is not."""
    if match := _YEAR.fullmatch(said):
        return PartialDate(int(match[1]))
    if match := _MONTH_YEAR.fullmatch(said):
        return PartialDate(int(match[2]), int(match[1]))
    if match := _YEAR_MONTH.fullmatch(said):
        return PartialDate(int(match[1]), int(match[2]))
    match = _NAMED_YEAR.fullmatch(said)
    month = month_number(match[1]) if match else None
    return PartialDate(int(match[2]), month) if match and month else None


def _part_words(day: PartialDate) -> str:
    return month_year(day.first) if day.month is not None else f"{day.year:04d}"


def _day_unknown(born: PartialDate) -> str:
    return _("{date} (day unknown)").format(date=_part_words(born))
