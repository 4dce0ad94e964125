"""What someone typed, as a day: «4 dec», «4-12», «4/12/26», «morgen», «+7», «vr», «2026-12-04».

The words are Dutch whatever the language of the screen: they are what a Dutch keyboard types.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

_DAY_WORDS: Final = {"eergisteren": -2, "gisteren": -1, "vandaag": 0, "morgen": 1, "overmorgen": 2}
_WEEKDAYS: Final = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MONTHS: Final = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
_SHORT_MONTHS: Final = {"mrt": 3}  # the only usual abbreviation that is not the beginning of the word

_YEARS_TO_LOOK: Final = 9
"""From one 29 February to the next is eight years at most (1896-1904, 2096-2104)."""

_FULL_AGE: Final = 18

_OFFSET = re.compile(r"([+-])\s?(\d{1,4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,2})\s?[-/.\s]\s?(\d{1,2})(?:\s?[-/.\s]\s?(\d{4}|\d{2}))?[-/.]?")
_COMPACT = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})")
_NAMED = re.compile(r"(\d{1,2})[\s-]*([a-z]{3,})\.?(?:[\s-]*(\d{4}|\d{2}))?")
_WITH_WEEKDAY = re.compile(r"([a-z]{2,9})\.?,?\s+(\d.*)")


def parse_date(text: str, today: date, *, past: bool = False, birth: bool = False) -> date | None:
    """The day that is meant, or None when the text is not a day.

    Without a year it is the nearest such day from ``today`` on; with ``past`` the nearest up to ``today``.
    ``birth`` is for birth dates of adults: it asks for a year, and «14-3-49» is 1949, «3-5-26» is 1926.
    A weekday before the date must agree with it, so that what a field shows can be typed again.
    """
    said = " ".join(text.lower().split())
    for read in (_relative, _iso, _written):
        found = read(said, today, past or birth, birth)
        if found is not None:
            return found
    return _after_its_weekday(said, today, past, birth)


def _relative(said: str, today: date, past: bool, birth: bool) -> date | None:
    """«morgen», «+7», «vr»; a weekday is never today itself, for that is «vandaag»."""
    if birth:
        return None
    if said in _DAY_WORDS:
        return _shift(today, _DAY_WORDS[said])
    if match := _OFFSET.fullmatch(said):
        return _shift(today, int(match[1] + match[2]))
    weekday = _weekday(said)
    if weekday is None:
        return None
    ahead = (weekday - today.weekday() - 1) % 7 + 1
    behind = (today.weekday() - weekday - 1) % 7 + 1
    return _shift(today, -behind if past else ahead)


def _iso(said: str, _today: date, _past: bool, _birth: bool) -> date | None:
    match = _ISO.fullmatch(said)
    return _day(int(match[1]), int(match[2]), int(match[3])) if match else None


def _written(said: str, today: date, past: bool, birth: bool) -> date | None:
    """Day and month, with or without a year."""
    if match := _NUMBERS.fullmatch(said) or _COMPACT.fullmatch(said):
        month: int | None = int(match[2])
    elif match := _NAMED.fullmatch(said):
        month = month_number(match[2])
    else:
        return None
    if month is None:
        return None
    return _with_year(int(match[1]), month, match[3], today, past, birth)


def _after_its_weekday(said: str, today: date, past: bool, birth: bool) -> date | None:
    match = _WITH_WEEKDAY.fullmatch(said)
    weekday = _weekday(match[1]) if match else None
    if match is None or weekday is None:
        return None
    found = _written(match[2], today, past or birth, birth) or _iso(match[2], today, past, birth)
    return found if found is not None and found.weekday() == weekday else None


def _with_year(day: int, month: int, year: str | None, today: date, past: bool, birth: bool) -> date | None:
    if year is None:
        return None if birth else _nearest(day, month, today, past)
    if len(year) == 4:
        return _day(int(year), month, day)
    this_century = _day(today.year // 100 * 100 + int(year), month, day)
    last_century = _day(today.year // 100 * 100 + int(year) - 100, month, day)
    if birth:
        return _first(lambda found: _is_of_age(found, today), this_century, last_century)
    if past:
        return _first(lambda found: found <= today, this_century, last_century)
    return this_century


def _nearest(day: int, month: int, today: date, past: bool) -> date | None:
    def fits(found: date) -> bool:
        return found <= today if past else found >= today

    return _first(fits, *_in_years(day, month, today.year, -1 if past else 1))


def _in_years(day: int, month: int, start: int, step: int) -> Iterator[date | None]:
    return (_day(start + step * count, month, day) for count in range(_YEARS_TO_LOOK))


def _first(fits: Callable[[date], bool], *days: date | None) -> date | None:
    return next((found for found in days if found is not None and fits(found)), None)


def _is_of_age(born: date, today: date) -> bool:
    return (today.year - born.year) - ((today.month, today.day) < (born.month, born.day)) >= _FULL_AGE


def _weekday(word: str) -> int | None:
    """«vr», «vrij», «vrijdag»."""
    if len(word) < 2:
        return None
    return next((place for place, name in enumerate(_WEEKDAYS) if name.startswith(word)), None)


def month_number(word: str) -> int | None:
    if word in _SHORT_MONTHS:
        return _SHORT_MONTHS[word]
    return next((place for place, name in enumerate(_MONTHS, 1) if name.startswith(word)), None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
