"""What a guest card and the house overview say of medicines: how far the list may be trusted, and what is not daily.

Never the whole list: a copy is not the list, and a page with every dose would be given from.
"""

from collections.abc import Iterable
from datetime import date

from logeerhuis_app.domain.care import AnswerState, Section
from logeerhuis_app.domain.care_topics import topics_of
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_words import answer_words
from logeerhuis_app.i18n.format import date_numeric, days_ago
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.medicine_words import (
    DOT,
    dose_words,
    flags,
    medicine_name,
    needed_words,
    period_words,
    to_check_words,
    watermark,
    worry_words,
)
from logeerhuis_app.reports.care_words import CardSection, empty_list, initials, not_asked, prose, section
from logeerhuis_app.reports.markup import EMPTY, Markup, bold, fill, join, safe, struck, unbroken
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.handover import GuestCard
from logeerhuis_app.services.rows.medication import MedicationRow, MedicineRow


def medication_section(card: GuestCard, today: date) -> CardSection:
    """Status of the pharmacy's list, the next dose, and each line that is not given every day or needs care."""
    medication = card.file.medication
    next_dose = next_dose_words(medication, card.next_dose, today, needs_two=card.next_dose_needs_two)
    care = safe(label(medication.care)) if medication.care else fill(_("help: {answer}"), answer=not_asked())
    upcoming = fill(_("Next: {time} · {care}"), time=next_dose, care=care)
    special = [line for row in medication.shown(today) if (line := _special(row, today))]
    lines = [
        list_words(medication, today),
        upcoming,
        *_copied(medication, today),
        *special,
        _beside(card.file),
        _conditions(card.file),
    ]
    return section(_("Medication"), [*map(prose, lines), prose(bold(watermark()))])


def next_dose_words(medication: MedicationRow, next_dose: str, today: date, *, needs_two: bool) -> Markup:
    """«18:00 (dubbele controle)»; without a list, or with copied lines only, nobody knows: which is not «none»."""
    if next_dose:
        return fill(_("{time} (double check)"), time=bold(next_dose)) if needs_two else bold(next_dose)
    is_known = medication.list_date is not None and not medication.to_check(today)
    return safe(_("no fixed time")) if is_known else bold(_("unknown"))


def list_words(medication: MedicationRow, today: date) -> Markup:
    """«Lijst apotheek van 19-11-2026 (3 dagen) · gecontroleerd SW + MB»."""
    if medication.list_date is None:
        return bold(_("No list of the pharmacy received"))
    age = days_ago(medication.list_date, today)
    dated = bold(_("{date} ({age})").format(date=date_numeric(medication.list_date), age=age))
    worries = worry_words(medication, today)
    old = bold(_("ask for a new list: {why}").format(why="; ".join(worries))) if worries else EMPTY
    whole = fill(_("Pharmacy's list of {dated}"), dated=dated)
    return join(DOT, (whole, old, checked_words(medication)))


def checked_words(medication: MedicationRow) -> Markup:
    """Who looked the list over, by initials; two different people make it checked."""
    who = unbroken(" + ".join(initials(name) for name in dict.fromkeys(medication.checked_by)))
    if medication.is_checked:
        return safe(_("checked {who}").format(who=who))
    if who:
        return bold(_("checked {who}, second check missing").format(who=who))
    return bold(_("not checked yet"))


def _copied(medication: MedicationRow, today: date) -> Iterable[Markup]:
    count = len(medication.to_check(today))
    return [bold(_("{lines}: not active").format(lines=to_check_words(count)))] if count else []


def _special(row: MedicineRow, today: date) -> Markup:
    """One line for what is easily done wrong; nothing for a medicine that is simply given each day."""
    if row.is_stopped(today):
        return join(DOT, (struck(safe(medicine_name(row))), bold(period_words(row, today))))
    marks = flags(row)
    if not marks and not row.as_needed and row.ends_on is None:
        return EMPTY
    said = (needed_words(row), period_words(row, today), row.instruction)
    head = (bold(medicine_name(row)), safe(dose_words(row)))
    return join(DOT, (*head, *(bold(mark) for mark in marks), *(safe(part) for part in said if part)))


def _beside(file: GuestFile) -> Markup:
    """«Naast de lijst van de apotheek: alcohol: een glas wijn»; what nobody asked says so."""
    asked = [file.answers[topic] for topic in topics_of(Section.USE) if topic in file.answers]
    said = [
        fill(_("{topic}: {answer}"), topic=safe(label(row.topic).lower()), answer=safe(answer_words(row)))
        for row in asked
        if row.state is not AnswerState.NOT_ASKED
    ]
    words = join(", ", said) if said else not_asked()
    return fill(_("{part}: {answers}"), part=safe(label(Section.USE)), answers=words)


def _conditions(file: GuestFile) -> Markup:
    """What the guest is known with, the leading condition first."""
    problems = sorted(file.problems, key=lambda problem: not problem.is_leading)
    names = [bold(problem.name) if problem.is_leading else safe(problem.name) for problem in problems]
    known = join(", ", names) if names else empty_list(file, FileList.PROBLEMS)
    return fill(_("Known with: {conditions}"), conditions=known)
