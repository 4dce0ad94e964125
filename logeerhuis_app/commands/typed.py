"""What was typed on the command line, as values."""

import re
from datetime import MAXYEAR, MINYEAR, date

from logeerhuis_app.domain.errors import DateUnclear, MonthUnclear
from logeerhuis_app.domain.nights import Month

_DUTCH = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_MONTH = re.compile(r"(\d{4})-(\d{1,2})")


def typed_date(text: str) -> date:
    """«2026-11-24» or «24-11-2026».

    Raises:
        DateUnclear.
    """
    try:
        if dutch := _DUTCH.fullmatch(text.strip()):
            return date(int(dutch[3]), int(dutch[2]), int(dutch[1]))
        return date.fromisoformat(text.strip())
    except ValueError:
        raise DateUnclear(text) from None


def typed_month(text: str) -> Month:
    """Raises: MonthUnclear."""
    found = _MONTH.fullmatch(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or not MINYEAR < int(found[1]) < MAXYEAR:
        raise MonthUnclear(text)
    return Month(int(found[1]), int(found[2]))
