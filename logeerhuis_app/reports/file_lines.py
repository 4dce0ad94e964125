"""Everything on file about one guest, as headings with lines: names of columns, values in words."""

from collections.abc import Iterator
from datetime import date
from types import SimpleNamespace
from typing import Any

from logeerhuis_app.domain.care import Section
from logeerhuis_app.domain.guests import Gender
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.legal import Directive
from logeerhuis_app.domain.medication import CountMoment
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.file_words import HIDDEN, SHOWN_OTHERWISE, TITLES, column_words, table_words
from logeerhuis_app.i18n.format import capital, date_numeric, euros, moment, month_year, nights, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.listed_words import listed_words
from logeerhuis_app.i18n.medicine_words import all_words, count_words, medicine_name, watermark
from logeerhuis_app.i18n.plain_words import plain_words
from logeerhuis_app.i18n.safety_words import safety_words
from logeerhuis_app.reports.care_words import CardSection, Line, care_section, empty_list, not_asked, prose, section
from logeerhuis_app.reports.carer_lines import carer_sections
from logeerhuis_app.reports.markup import Markup, bold, join, safe
from logeerhuis_app.reports.score_lines import score_section
from logeerhuis_app.services.rows.medication import medicine_of
from logeerhuis_app.services.rows.rights import DeclaredRow, Dossier, StayLine
from logeerhuis_app.services.rows.whole_house import Row

_LEADS = (
    "name",
    "treatment",
    "decision",
    "role",
    "agent",
    "text",
    "guest_name",
    "contact_id",
    "list_date",
    "number",
    "state",
    "kind",
)
"""What a row is known by: the first of these that it has stands in bold."""
_CHILDREN = {"medication_list": ("medication_item", "list_id"), "trajectory": ("trajectory_step", "trajectory_id")}
_REFERS_TO = {
    "by_user_id": "app_user",
    "fixed_contact_id": "app_user",
    "payer_id": "payer",
    "location_id": "location",
    "contact_id": "contact_person",
}
_LISTS = {
    "contact_person": FileList.CONTACTS,
    "health_professional": FileList.PROFESSIONALS,
    "help_from_others": FileList.HELP,
    "problem": FileList.PROBLEMS,
    "alert": FileList.ALERTS,
}
_NEVER_EMPTY = frozenset(
    {
        *("resuscitation", "allergy_status", "medication_care", "marital_status", "language", "interpreter_needed"),
        *("life_stance", "living_situation", "house_kind", "wzd_status"),
    }
)


def file_sections(dossier: Dossier) -> list[CardSection]:
    """All sections in the order of the file on screen; a part without rows says that there is nothing on record."""
    care = [care_section(label(part), dossier.file, part) for part in Section]
    rest = [table for table in dossier.tables if table not in TITLES and table not in SHOWN_OTHERWISE]
    return [
        _person(dossier),
        section(_("Safety"), [prose(safe(line.in_full)) for line in safety_words(dossier.file.banner)]),
        *_rows(dossier, "allergy", "alert", "problem"),
        *_rows(dossier, "representative", "capacity_note", "treatment_directive", "living_will"),
        *care,
        score_section(dossier.file),
        *_rows(dossier, "medication_list"),
        *_rows(dossier, "contact_person", "health_professional", "help_from_others"),
        *carer_sections(dossier.carers),
        *_rows(dossier, "consent"),
        _stays(dossier),
        *_rows(dossier, "allocation"),
        _declared(dossier),
        *_rows(dossier, "trajectory", "note", "task", "document", "rights_request"),
        *(_table(dossier, table) for table in rest if dossier.tables[table]),
        _log(dossier),
    ]


# -- who


def _person(dossier: Dossier) -> CardSection:
    row = dossier.tables["guest"][0]
    lines = [
        Line(capital(column_words(name)), _person_value(dossier, name, value))
        for name, value in row.items()
        if name not in HIDDEN and (value or not name.startswith(("restrict", "kept"))) and not _is_link(name)
    ]
    return section(table_words("guest"), lines)


def _person_value(dossier: Dossier, name: str, value: Any) -> Markup:
    if name == "bsn":
        return safe(dossier.bsn or _("not filled in"))
    if value in (None, "") and name in _NEVER_EMPTY:
        return not_asked()
    if value is Gender.UNKNOWN:
        return safe(_("not filled in"))
    return safe(_value(dossier, name, value) or _("not filled in"))


# -- rows


def _rows(dossier: Dossier, *tables: str) -> Iterator[CardSection]:
    """Tables that this house does not have yet are passed over."""
    return (_table(dossier, table) for table in tables if table in dossier.tables)


def _table(dossier: Dossier, table: str) -> CardSection:
    lines = [line for row in dossier.tables[table] for line in _row_lines(dossier, table, row)]
    if lines and table == "medication_list":
        lines.insert(0, Line("", safe(watermark()), is_mute=True))
    return section(table_words(table), lines or [_nothing_in(dossier, table)])


def _nothing_in(dossier: Dossier, table: str) -> Line:
    """Of a list that is asked for in the intake: whether anybody asked."""
    if table in _LISTS:
        return prose(empty_list(dossier.file, _LISTS[table]))
    if table == "representative":
        return prose(bold(label(dossier.file.legal.representation_state)))
    return prose(bold(label(Directive.NOT_DISCUSSED))) if table == "treatment_directive" else _nothing()


def _row_lines(dossier: Dossier, table: str, row: Row) -> Iterator[Line]:
    yield prose(_row(dossier, row))
    child, column = _CHILDREN.get(table, ("", ""))
    for below in dossier.tables.get(child, ()):
        if below[column] == row["id"]:
            words = _medicine(below) if child == "medication_item" else _row(dossier, below)
            yield Line("", join(" ", (safe("–"), words)))


def _medicine(row: Row) -> Markup:
    """A line of the transcript as it is read on screen: its codes belong together and say nothing one by one."""
    medicine = medicine_of(SimpleNamespace(**row))
    counted = [words for moment in CountMoment if (words := count_words(medicine, moment))]
    return join(" · ", (bold(medicine_name(medicine)), *map(safe, (*all_words(medicine), *counted))))


def _row(dossier: Dossier, row: Row) -> Markup:
    lead = next((name for name in _LEADS if row.get(name) not in (None, "")), "")
    head = bold(capital(_value(dossier, lead, row[lead]))) if lead else Markup("")
    parts = [
        safe(column_words(name) if value is True else f"{column_words(name)}: {words}")
        for name, value in row.items()
        if name != lead and name not in HIDDEN and value is not False and (words := _value(dossier, name, value))
    ]
    return join(" · ", (head, *parts))


def _is_link(name: str) -> bool:
    """Says only where a row belongs."""
    return name.endswith("_id") and name not in _REFERS_TO


def _value(dossier: Dossier, name: str, value: Any) -> str:
    """In words; empty for what is not filled in, and for what only says where a row belongs."""
    if value is None or value == "" or isinstance(value, bytes):
        return ""
    if name in _REFERS_TO:
        return dossier.names.get((_REFERS_TO[name], value), "")
    if _is_link(name):
        return ""
    return listed_words(name, value) or plain_words(value)


# -- stays, money, log


def _stays(dossier: Dossier) -> CardSection:
    lines = [Line(_period(stay.arrival, stay.departure), _stay(stay)) for stay in dossier.stays]
    return section(_("Stays"), lines or [_nothing()])


def _stay(stay: StayLine) -> Markup:
    count = nights((stay.departure - stay.arrival).days)
    slept = ngettext("{n} night slept", "{n} nights slept", stay.slept).format(n=number(stay.slept))
    others = [f"{date_numeric(night)} {words}" for night, words in stay.other_nights]
    facts = [count, slept if stay.slept else "", stay.place, stay.state, stay.label, *others]
    said = [stay.note, stay.end_reason, stay.destination]
    return safe(" · ".join(fact for fact in (*facts, *said) if fact))


def _declared(dossier: Dossier) -> CardSection:
    lines = [Line(row.number, safe(_declaration(row))) for row in dossier.declared]
    return section(_("Declared to payers"), lines or [_nothing()])


def _declaration(row: DeclaredRow) -> str:
    facts = (month_year(row.month), row.payer, nights(row.nights), euros(row.amount_cents), label(row.state))
    return " · ".join(facts)


def _log(dossier: Dossier) -> CardSection:
    """Who saw or changed the file: the guest has a right to that as well."""
    lines = [Line(moment(row.at_utc), safe(f"{row.user}: {row.what}")) for row in dossier.log]
    return section(_("Who saw or changed this file"), lines or [_nothing()])


def _nothing() -> Line:
    return Line("", safe(_("Nothing on record.")), is_mute=True)


def _period(first: date, last: date) -> str:
    return _("{first} to {last}").format(first=date_numeric(first), last=date_numeric(last))
