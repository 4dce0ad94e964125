"""Numbers, euros, dates and nights as text, through Babel only.

A fixed locale for the whole program: the house is Dutch. Amounts come in integer cents.
"""

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache

from babel import Locale
from babel import dates as babel_dates
from babel import numbers as babel_numbers

from logeerhuis_app.clock import house_time
from logeerhuis_app.i18n import _, ngettext

LOCALE = Locale.parse("nl_NL")


@lru_cache(maxsize=4096)
def euros(cents: int) -> str:
    """«€ 1.234,50»; the space after the sign is a no-break space."""
    return babel_numbers.format_currency(Decimal(cents) / 100, "EUR", locale=LOCALE)


@lru_cache(maxsize=4096)
def amount(cents: int) -> str:
    """«1.234,50»: an amount in a column that already says euros."""
    return babel_numbers.format_decimal(Decimal(cents) / 100, format="#,##0.00", locale=LOCALE)


@lru_cache(maxsize=4096)
def number(value: int | Decimal) -> str:
    """«1.234» or «1.234,5»."""
    return babel_numbers.format_decimal(value, locale=LOCALE)


def percent(share: Decimal | float) -> str:
    """«75%»; 1 is 100%."""
    return babel_numbers.format_percent(share, locale=LOCALE)


@lru_cache(maxsize=8192)
def date_numeric(day: date) -> str:
    """«14-03-1949»: birth dates and tables."""
    return babel_dates.format_date(day, "dd-MM-yyyy", locale=LOCALE)


@lru_cache(maxsize=8192)
def day_month(day: date) -> str:
    """«18-11»: where the year is plain and room is scarce."""
    return babel_dates.format_date(day, "dd-MM", locale=LOCALE)


@lru_cache(maxsize=8192)
def date_short(day: date) -> str:
    """«24 nov» : a day near today."""
    return babel_dates.format_date(day, "d MMM", locale=LOCALE).replace(".", "")


@lru_cache(maxsize=8192)
def date_long(day: date) -> str:
    """«24 november 2026»."""
    return babel_dates.format_date(day, "d MMMM yyyy", locale=LOCALE)


@lru_cache(maxsize=8192)
def day_short(day: date) -> str:
    """«di 24 nov»."""
    return babel_dates.format_date(day, "EEEEEE d MMM", locale=LOCALE).replace(".", "")


@lru_cache(maxsize=8192)
def day_long(day: date) -> str:
    """«dinsdag 24 november 2026»."""
    return babel_dates.format_date(day, "EEEE d MMMM yyyy", locale=LOCALE)


@lru_cache(maxsize=512)
def weekday_letters(day: date) -> str:
    """«di»."""
    return babel_dates.format_date(day, "EEEEEE", locale=LOCALE)


def month_name(day: date) -> str:
    """«november»."""
    return babel_dates.format_date(day, "MMMM", locale=LOCALE)


def month_year(day: date) -> str:
    """«oktober 2026»."""
    return babel_dates.format_date(day, "MMMM yyyy", locale=LOCALE)


def period(first: date, last: date) -> str:
    """«2 – 12 okt», «30 sep – 4 okt»; both ends as given, the year only where it is not shared."""
    if first == last:
        return date_short(first)
    if first.year != last.year:
        return f"{date_short(first)} {first.year} – {date_short(last)} {last.year}"
    if first.month == last.month:
        return f"{first.day} – {date_short(last)}"
    return f"{date_short(first)} – {date_short(last)}"


def clock_time(moment: time | datetime) -> str:
    """«8:05»; a datetime is shown on the house's wall clock."""
    if isinstance(moment, datetime):
        moment = house_time(moment).time()
    return f"{moment.hour}:{moment.minute:02d}"


def moment(instant_utc: datetime) -> str:
    """«zo 22-11-2026 17:02» on the house's wall clock."""
    local = house_time(instant_utc)
    return f"{weekday_letters(local.date())} {date_numeric(local.date())} {clock_time(local.time())}"


def nights(count: int) -> str:
    """«1 nacht», «3 nachten»."""
    return ngettext("{n} night", "{n} nights", count).format(n=number(count))


def days_ago(day: date, today: date) -> str:
    """«vandaag», «1 dag», «3 dagen»: the age of a list."""
    count = (today - day) // timedelta(days=1)
    if count == 0:
        return _("today")
    return ngettext("{n} day", "{n} days", count).format(n=number(count))


def capital(words: str) -> str:
    """«Wie de gast is»: as words stand at the head of a line; what follows the first letter stays as it is."""
    return words[:1].upper() + words[1:]
