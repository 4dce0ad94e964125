"""What is said of the people around a guest, in words: how often help comes, who decides while a contact is away."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from logeerhuis_app.domain.contact_points import MorePhone
from logeerhuis_app.domain.person import FrequencyPeriod, FrequencyUnit
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import date_numeric, number, weekday_letters
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.guest import ContactRow

_A_MONDAY = date(2026, 11, 16)


class Often(Protocol):
    """How often, in numbers."""

    @property
    def often(self) -> int | None: ...
    @property
    def often_most(self) -> int | None: ...
    @property
    def often_unit(self) -> FrequencyUnit: ...
    @property
    def often_period(self) -> FrequencyPeriod: ...


def often_words(row: Often, weekdays: Sequence[int], own_words: str) -> str:
    """«4 dagdelen per week, ma wo», «1–2 keer per week», or only the words that were typed."""
    days = " ".join(weekday_word(day) for day in weekdays)
    return ", ".join(part for part in (_counted(row), days, own_words) if part)


def weekday_word(day: int) -> str:
    """1 is «ma»."""
    return weekday_letters(date.fromordinal(_A_MONDAY.toordinal() + day - 1))


def phones_words(phones: Sequence[MorePhone]) -> list[str]:
    """«06 1234 5678 (werk, mobiel)», one line each."""
    return [
        f"{one.number} ({', '.join(label(part) for part in (one.use, one.kind) if part is not None)})" for one in phones
    ]


def contact_facts(row: ContactRow) -> list[str]:
    """Roles, address, how far, how to reach, key: only what is known, a line each."""
    roles = ", ".join(label(role) for role in row.roles)
    minutes = row.travel_minutes
    travel = ngettext("{n} minute away", "{n} minutes away", minutes).format(n=number(minutes)) if minutes else ""
    agreed = _agreed_words(row)
    named = (
        (_("reachable: {words}"), row.reach_note),
        (_("key and alarm: {words}"), row.key_note),
        (_("to fetch: {words}"), row.collect_note),
    )
    home = ", ".join(part for part in (row.address, travel) if part)
    return [
        line for line in (roles, home, *(words.format(words=text) for words, text in named if text), agreed) if line
    ]


def _agreed_words(row: ContactRow) -> str:
    """«mag weten: afgesproken met Piet op 03-11-2026»."""
    if not row.info_agreed_by and row.info_agreed_on is None:
        return ""
    by = row.info_agreed_by or _("not written down")
    if row.info_agreed_on is None:
        return _("telling was agreed by {name}").format(name=by)
    return _("telling was agreed by {name} on {date}").format(name=by, date=date_numeric(row.info_agreed_on))


def _counted(row: Often) -> str:
    if row.often is None:
        return ""
    count = number(row.often)
    if row.often_most is not None and row.often_most != row.often:
        count = f"{count}–{number(row.often_most)}"
    return _("{count} {unit} {period}").format(count=count, unit=label(row.often_unit), period=label(row.often_period))
