"""Any value of a file in words, by its type alone."""

from datetime import date, datetime, time
from enum import Enum
from typing import Any

from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import clock_time, date_numeric, moment, number
from logeerhuis_app.i18n.labels import WORDS, label
from logeerhuis_app.i18n.partial_dates import partial_words


def plain_words(value: Any) -> str:
    """«nee», «14-10-2026», «levensbedreigend»."""
    match value:
        case Enum():
            return label(value) if type(value) in WORDS else str(value.value)
        case bool():
            return _("yes") if value else _("no")
        case int():
            return number(value)
        case datetime():
            return moment(value)
        case date():
            return date_numeric(value)
        case PartialDate():
            return partial_words(value)
        case time():
            return clock_time(value)
        case list() | tuple():
            return ", ".join(str(each) for each in value)
        case dict():
            return _("changed") if value else ""
    return str(value)
