"""The lists that are walked through when a guest comes and goes, with what the file says beside each step.

Source: data dictionary C5 and C6. Pure words; the order is the order of safety.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_words import maybe_answer_words
from logeerhuis_app.i18n.format import clock_time, date_numeric, day_short, days_ago, period
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.medicine_words import to_check_words, worry_words
from logeerhuis_app.i18n.safety_words import allergy_words, identity_words, resuscitation_words
from logeerhuis_app.services.rows.guest import AnswerRow, ContactRow, HelpRow
from logeerhuis_app.services.rows.handover import TaskRow
from logeerhuis_app.services.rows.medication import MedicationRow
from logeerhuis_app.services.rows.today import ArrivalSheet, DepartureSheet

MOST_NAMED = 6


@dataclass(frozen=True)
class Step:
    """One thing to do at the door. ``short`` names it in a task when it was left for later."""

    title: str
    facts: str = ""
    short: str = ""
    is_required: bool = False
    needs_attention: bool = False


def arrival_steps(sheet: ArrivalSheet) -> tuple[Step, ...]:
    """Twelve steps; the required ones come before «present», the others may follow within the shift."""
    guest = sheet.banner.guest
    allergies = allergy_words(sheet.banner)
    resuscitation = resuscitation_words(sheet.banner)
    who = f"{guest.name} · {identity_words(guest)}"
    return (
        Step(
            _("Name and birth date said by guest or family"), who, is_required=True, needs_attention=guest.has_namesake
        ),
        Step(
            _("Allergy asked again, aloud"),
            " · ".join(line.in_full for line in allergies),
            is_required=True,
            needs_attention=any(line.is_unknown for line in allergies),
        ),
        Step(
            _("Medicines counted and laid beside the pharmacy's list"),
            _medication(sheet.medication, sheet.next_dose, sheet.today),
            is_required=True,
            needs_attention=is_old(sheet.medication, sheet.today),
        ),
        Step(
            _("Resuscitation and representative confirmed"),
            " · ".join((resuscitation.in_full, _representative(sheet.contacts))),
            is_required=True,
            needs_attention=resuscitation.is_unknown,
        ),
        Step(_("Asked about infection today: fever, cough, diarrhoea"), short=_("questions about infection")),
        Step(_("Asked what changed: falls, hospital, swallowing, skin"), _last_stay(sheet), _("what changed")),
        Step(_("Diet and consistency told to the kitchen"), _kitchen(sheet.answers), _("tell the kitchen")),
        Step(_("Aids are here"), _answer(sheet.answers, CareTopic.AIDS), _("check the aids")),
        Step(_("Valuables and belongings written down"), short=_("list of belongings")),
        Step(
            _("Someone can be reached now and tonight; who fetches, and when"),
            _contacts(sheet),
            is_required=True,
            needs_attention=len(sheet.contacts) < 2,
        ),
        Step(
            _("Room ready, call bell explained, night agreed"),
            _answer(sheet.answers, CareTopic.NIGHT),
            _("room, bell and night"),
        ),
        Step(_("Who does which care during the stay"), help_words(sheet.help_at_home), _("who does which care")),
    )


def departure_steps(sheet: DepartureSheet) -> tuple[Step, ...]:
    """Ten steps; who fetches the guest and the medicines come before «left»."""
    collectors = ", ".join(contact.name for contact in sheet.contacts if contact.may_collect)
    return (
        Step(
            _("The person at the door may fetch the guest"),
            collectors or _("nobody is named as allowed to fetch: ask the first contact person"),
            is_required=True,
            needs_attention=not collectors,
        ),
        Step(
            _("Medicines counted and given back, with the list"),
            list_words(sheet.medication, sheet.today),
            is_required=True,
        ),
        Step(_("Last doses with their time told to the family"), is_required=True),
        Step(_("Aids and belongings given back"), short=_("belongings given back")),
        Step(_("Skin, weight and continence written down"), short=_("skin, weight, continence")),
        Step(_("Falls, sleep, food and mood told on one page"), short=_("report for the family")),
        Step(_("Advice and agreements told"), _open_tasks(sheet.tasks), needs_attention=bool(sheet.tasks)),
        Step(_("Next stay confirmed"), _next_stay(sheet.next_stay)),
        Step(_("Care at home knows that the guest comes back"), help_words(sheet.help_at_home), _("call home care")),
        Step(_("Call to the family planned, kitchen and room released"), short=_("call the family, release the room")),
    )


def is_old(medication: MedicationRow, today: date) -> bool:
    """There is no list, or one that the pharmacy should make anew."""
    return medication.list_date is None or bool(medication.worries(today))


def list_words(medication: MedicationRow, today: date) -> str:
    """«lijst 3 dagen oud · nog niet gecontroleerd»; an absent list says so."""
    if medication.list_date is None:
        return _("no list of the pharmacy")
    age = days_ago(medication.list_date, today)
    return _("list of {date} ({age})").format(date=date_numeric(medication.list_date), age=age)


def help_words(rows: Iterable[HelpRow]) -> str:
    """«wijkverpleging: gaat mee · huishoudelijke hulp: pauze»."""
    said = [_("{help}: {arrangement}").format(help=row.kind, arrangement=label(row.during_stay)) for row in rows]
    return " · ".join(said) or _("no help at home written down")


def _medication(medication: MedicationRow, next_dose: str, today: date) -> str:
    checked = _("checked by two people") if medication.is_checked else _("to be checked by two people this shift")
    dose = _("next dose {time}").format(time=next_dose) if next_dose else _("no fixed time on the list")
    if waiting := medication.to_check(today):
        dose = to_check_words(len(waiting))
    worries = [_("ask for a new list: {why}").format(why=", ".join(worry_words(medication, today)))]
    said = worries if medication.worries(today) else []
    return " · ".join((list_words(medication, today), *said, dose, checked))


def _representative(contacts: Iterable[ContactRow]) -> str:
    names = [contact.name for contact in contacts if contact.is_representative]
    return _("representative: {names}").format(names=", ".join(names) or _("none written down"))


def _last_stay(sheet: ArrivalSheet) -> str:
    if sheet.last_stay_until is None:
        return _("first stay in this house")
    said = [_("last stay until {date}").format(date=day_short(sheet.last_stay_until))]
    if names := list(dict.fromkeys(row.what for row in sheet.changes.rows)):
        more = "" if len(names) <= MOST_NAMED else "…"
        said.append(_("changed in the file since: {names}").format(names=", ".join(names[:MOST_NAMED]) + more))
    return " · ".join(said)


def _kitchen(answers: Iterable[AnswerRow]) -> str:
    known = {answer.topic: answer for answer in answers}
    topics = (CareTopic.DRINK_LEVEL, CareTopic.FOOD_LEVEL, CareTopic.DIET)
    return " · ".join(f"{label(topic)}: {maybe_answer_words(known.get(topic))}" for topic in topics)


def _answer(answers: Iterable[AnswerRow], topic: CareTopic) -> str:
    return maybe_answer_words(next((answer for answer in answers if answer.topic is topic), None))


def _contacts(sheet: ArrivalSheet) -> str:
    said = [_contact(contact, sheet.today) for contact in sheet.contacts]
    leaves = _("leaves {date}").format(date=day_short(sheet.departure))
    return " · ".join([*(said or [_("no contact person written down")]), leaves])


def _contact(contact: ContactRow, today: date) -> str:
    words = f"{contact.name} ({contact.relationship}) {contact.phone or _('no telephone number')}"
    until = contact.away_until
    if contact.away_from is not None and until is not None and until >= today:
        words = f"{words}, " + _("away {period}").format(period=period(contact.away_from, until))
    return words


def _open_tasks(tasks: Iterable[TaskRow]) -> str:
    said = [f"{clock_time(task.due_at)} {task.text}" if task.due_at else task.text for task in tasks]
    return _("still open: {tasks}").format(tasks=" · ".join(said)) if said else _("no open tasks")


def _next_stay(on: date | None) -> str:
    return _("from {date}").format(date=day_short(on)) if on else _("none planned yet")
