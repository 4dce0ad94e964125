"""What the panel beside the rows says about one guest: pure words, in the order of safety (data dictionary D2)."""

from collections.abc import Iterable, Sequence
from datetime import date

from logeerhuis_app.domain.care import AnswerState, CareTopic, InfoScope
from logeerhuis_app.domain.care_topics import due_days
from logeerhuis_app.domain.handover import Shift
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.answer_words import answer_words, due_sentence, fall_words, maybe_answer_words
from logeerhuis_app.i18n.format import clock_time, number, period
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.medicine_words import medicine_name, needed_words, period_words
from logeerhuis_app.reports.shift_words import note_moment, on_day, shift_word
from logeerhuis_app.services.rows.guest import AnswerRow, ContactRow
from logeerhuis_app.services.rows.handover import HandoverGuest, NoteRow, ReceiptRow, TaskRow
from logeerhuis_app.ui.handover.row_words import DOT, Line, Weight, departure_words


def now_lines(guest: HandoverGuest, day: date) -> list[Line]:
    """The next dose, the open tasks, what is to be changed during the stay, and the departure if it is today."""
    lines = [
        _dose_line(guest),
        *_medicine_lines(guest, day),
        *(_task_line(task, day) for task in guest.tasks),
        *due_lines(guest, day),
    ]
    if guest.departure <= day:
        lines.append(Line(departure_words(guest, day), Weight.STRONG))
    return lines


def _dose_line(guest: HandoverGuest) -> Line:
    if not guest.next_dose:
        known = guest.medication.list_date is not None
        return Line(_("no fixed medication time") if known else _("next dose unknown: there is no list"), Weight.MUTE)
    if guest.next_dose_needs_two:
        return Line(_("{time} medication, with two people").format(time=guest.next_dose), Weight.STRONG)
    return Line(_("{time} medication").format(time=guest.next_dose))


def due_lines(guest: HandoverGuest, day: date) -> list[Line]:
    """«Katheter wisselen: do 26 nov (over 3 dagen)»; amber from the day itself on."""
    answers = {answer.topic: (answer.state, answer.code) for answer in guest.answers}
    return [
        Line(due_sentence(topic, due, day), Weight.AMBER if due <= day else Weight.PLAIN)
        for topic, due in due_days(answers)
        if due <= guest.departure
    ]


def _medicine_lines(guest: HandoverGuest, day: date) -> list[Line]:
    """What is given when needed with its maximum, and what was stopped lately."""
    rows = [row for row in guest.medication.shown(day) if not row.is_to_check]
    stopped = [Line(DOT.join((medicine_name(row), period_words(row, day)))) for row in rows if row.is_stopped(day)]
    needed = [Line(DOT.join((medicine_name(row), needed_words(row)))) for row in rows if row.as_needed]
    return [*needed, *stopped]


def _task_line(task: TaskRow, day: date) -> Line:
    words = task_text(task, day)
    if not task.times_carried:
        return Line(words)
    times = ngettext("carried over {n} time", "carried over {n} times", task.times_carried)
    return Line(DOT.join((words, times.format(n=number(task.times_carried)))), Weight.AMBER)


def task_text(task: TaskRow, day: date, *, with_guest: bool = False) -> str:
    """«20:00 huisarts over Piet»; the day before it when it is another day's."""
    time = clock_time(task.due_at) if task.due_at else ""
    name = task.guest if with_guest else ""
    return " ".join(part for part in (on_day(task.due_on, time, day).strip(), name, task.text) if part)


def upcoming_lines(guest: HandoverGuest, day: date) -> list[Line]:
    return [Line(task_text(task, day)) for task in guest.upcoming]


# -- care --------------------------------------------------------------------------------------------------------


def eating_lines(answers: Sequence[AnswerRow]) -> list[Line]:
    """Levels and diet on one line, help and taste on the next; what nobody asked says so."""
    found = {answer.topic: answer for answer in answers}
    levels = [
        _("drink {level}").format(level=maybe_answer_words(found.get(CareTopic.DRINK_LEVEL))),
        _("food {level}").format(level=maybe_answer_words(found.get(CareTopic.FOOD_LEVEL))),
        _("diet {diet}").format(diet=maybe_answer_words(found.get(CareTopic.DIET))),
    ]
    more = [CareTopic.CHOKING_HOW, CareTopic.FLUID_LIMIT, CareTopic.EATING_HELP, CareTopic.LIKES, CareTopic.DISLIKES]
    return [Line(DOT.join(levels)), *given_lines(answers, more)]


def night_lines(answers: Sequence[AnswerRow]) -> list[Line]:
    lines = given_lines(answers, [CareTopic.NIGHT, CareTopic.SUPERVISION])
    return lines or [Line(label(AnswerState.NOT_ASKED), Weight.MUTE)]


def moving_lines(answers: Sequence[AnswerRow]) -> list[Line]:
    plan = fall_words({answer.topic: answer for answer in answers})
    lines = [Line(plan, Weight.AMBER)] if plan else []
    lines += given_lines(answers, [CareTopic.MOBILITY, CareTopic.TRANSFER, CareTopic.HELPERS, CareTopic.LIFT])
    lines += given_lines(answers, [CareTopic.AIDS, CareTopic.OXYGEN])
    return lines or [Line(label(AnswerState.NOT_ASKED), Weight.MUTE)]


def given_lines(answers: Iterable[AnswerRow], topics: Sequence[CareTopic]) -> list[Line]:
    """Those that were asked, joined on one line in the order of the topics."""
    asked = {answer.topic: answer for answer in answers if answer.state is not AnswerState.NOT_ASKED}
    said = [_with_topic(asked[topic]) for topic in topics if topic in asked]
    return [Line(DOT.join(said))] if said else []


def _with_topic(answer: AnswerRow) -> str:
    """«Lust graag: koffie zwart»; the night says itself."""
    words = answer_words(answer)
    if answer.topic in (CareTopic.NIGHT, CareTopic.MOBILITY):
        return words
    return _("{topic}: {answer}").format(topic=label(answer.topic).lower(), answer=words)


# -- people ------------------------------------------------------------------------------------------------------


def contact_words(contact: ContactRow) -> str:
    """«06 1234 5678 (partner)»."""
    phone = contact.phone or _("no telephone number")
    return _("{phone} ({relationship})").format(phone=phone, relationship=contact.relationship)


def contact_warning(contact: ContactRow, today: date) -> str:
    """What to keep in mind before calling; empty when there is nothing."""
    said = []
    if contact.info_scope is InfoScope.NOTHING:
        said.append(_("tell nothing"))
    if contact.info_scope is InfoScope.PRACTICAL:
        said.append(_("practical matters only"))
    until = contact.away_until or contact.away_from
    if until is not None and until >= today:
        said.append(_("away {period}").format(period=period(contact.away_from or today, until)))
    return DOT.join(said)


# -- notes and receipts --------------------------------------------------------------------------------------------


def note_head(note: NoteRow, day: date) -> str:
    """«16:20 · S. de Wit», «16:20 · S. de Wit · verbetering: las verkeerd»."""
    parts = [note_moment(note.at_utc, day), note.by]
    if note.corrects is not None:
        parts.append(_("correction: {reason}").format(reason=note.reason))
    if note.is_corrected:
        parts.append(_("was corrected"))
    return DOT.join(parts)


def receipt_lines(receipts: Sequence[ReceiptRow], shift: Shift) -> list[Line]:
    """Who signed in this shift and when, and whether the next one has."""
    mine = [receipt for receipt in receipts if receipt.shift in (shift, None)]
    later = [receipt for receipt in receipts if receipt.shift == shift.next()]
    first = Line(_receipts(mine, shift.day)) if mine else Line(_("nobody yet"), Weight.MUTE)
    if later:
        return [first, Line(_receipts(later, shift.day))]
    return [first, Line(_("{shift} not yet").format(shift=shift_word(shift.next().kind)), Weight.MUTE)]


def _receipts(receipts: Sequence[ReceiptRow], day: date) -> str:
    return DOT.join(f"{receipt.user} {note_moment(receipt.at_utc, day)}" for receipt in receipts)
