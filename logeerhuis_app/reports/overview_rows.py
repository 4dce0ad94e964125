"""The rows of the house overview: one guest, one arrival, or what concerns the whole house."""

from dataclasses import replace
from datetime import date

from logeerhuis_app.domain.care import (
    AnswerState,
    CareTopic,
    DuringStay,
    Resuscitation,
    Severity,
)
from logeerhuis_app.domain.care_topics import PLAIN_LEVELS
from logeerhuis_app.domain.guests import VISITS
from logeerhuis_app.domain.handover import Shift
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.answer_words import answer_words
from logeerhuis_app.i18n.format import clock_time, day_short, days_ago, number
from logeerhuis_app.i18n.gate_words import SAID_ELSEWHERE, missing_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.medicine_words import days_words, most_words, to_check_words
from logeerhuis_app.i18n.partial_dates import age_words, birth_words
from logeerhuis_app.reports.care_words import carried_words, note_words, task_words
from logeerhuis_app.reports.flowables import Box, Columns, Gap, Look, Part, Stack, Text, Whole
from logeerhuis_app.reports.markup import EMPTY, Markup, bold, coloured, fill, join, safe, strong
from logeerhuis_app.reports.medicine_lines import next_dose_words
from logeerhuis_app.reports.shift_words import on_day
from logeerhuis_app.reports.stop_words import StopLine, attention_lines, stop_lines
from logeerhuis_app.reports.styles import AMBER, BADGE, INK, RED, ROW, ROW_NAME
from logeerhuis_app.services.rows.guest import AnswerRow, SafetyBanner
from logeerhuis_app.services.rows.handover import ArrivalRow, HandoverGuest, HandoverRows, TaskRow
from logeerhuis_app.services.rows.medication import MedicationRow

WIDTHS = (128.0, 244.0, 102.0, 118.0, 0.0)
"""Points: who, stop-signs, medication, news, what comes next."""
COLUMN_GAP = 9.0
PAD_X = 7.0
WIDEST_BESIDE = 50.0
"""Points: a badge wider than this stands above the name."""
_ROW_LOOK = Look(stroke="#BDB6AA", thickness=0.75, radius=4, pad_x=PAD_X)
_ARRIVAL_LOOK = Look(stroke="#8A8378", thickness=0.9, dash=(3, 2.5), radius=4, pad_x=PAD_X)
_BADGE_LOOK = Look(thickness=0, fill=INK, radius=3, pad_x=1, pad_y=0.8)


def guest_part(guest: HandoverGuest, shift: Shift, today: date, pad: float) -> Part:
    """One guest present. Cut over two pages, who and the stop-signs are repeated."""
    cells = (
        _who(guest.banner, guest.room, _stay_words(guest)),
        _texts(_stop_lines(guest.banner, guest.answers, guest.alerts_asked)),
        _texts(_medication_lines(guest, today)),
        _texts(_news_lines(guest, shift.day)),
        _texts(_next_lines(guest, today)),
    )
    return _row(Columns(cells, WIDTHS, COLUMN_GAP, repeated=frozenset({0, 1})), _ROW_LOOK, pad)


def arrival_part(arrival: ArrivalRow, today: date, pad: float) -> Part:
    """One guest who comes in this day, with what is still missing before check-in."""
    time = clock_time(arrival.arrival_time) if arrival.arrival_time else _("time not agreed")
    comes = bold(_("arrives {time}").format(time=on_day(arrival.arrival, time, today)))
    news = [safe(arrival.note)] if arrival.note else []
    namesake = bold(_("NAMESAKE")) if arrival.banner.guest.has_namesake else EMPTY
    cells = (
        _who(arrival.banner, arrival.room, [join(" · ", (comes, namesake))]),
        _texts(_stop_lines(arrival.banner, (), arrival.alerts_asked)),
        _texts([_intake_line(arrival.missing), *news, *(_task_line(task, today) for task in arrival.tasks)]),
    )
    return _row(Columns(cells, (*WIDTHS[:2], 0), COLUMN_GAP, repeated=frozenset({0, 1})), _ARRIVAL_LOOK, pad)


def _intake_line(missing: tuple[str, ...]) -> Markup:
    if not missing:
        return safe(_("intake complete"))
    return fill(_("intake incomplete: {missing}"), missing=bold(", ".join(missing_words(missing))))


def house_part(rows: HandoverRows, pad: float) -> Part | None:
    """Notes and open tasks that concern the house and not one guest."""
    tasks = [task for task in rows.tasks if task.guest_id is None and not task.is_done]
    if not rows.notes and not tasks:
        return None
    cells = (
        Text(safe(_("The house")), ROW_NAME),
        _texts([note_words(note, rows.shift.day) for note in rows.notes]),
        _texts([task_words(task, rows.shift.day) for task in tasks]),
    )
    return _row(Columns(cells, (*WIDTHS[:2], 0), COLUMN_GAP), _ROW_LOOK, pad)


def _row(inner: Part, look: Look, pad: float) -> Part:
    """Whole on one page; only what is higher than most of a page is cut."""
    return Whole(Box(inner, replace(look, pad_y=pad)))


def _texts(lines: list[Markup]) -> Stack:
    return Stack([Text(line, ROW) for line in lines])


# -- who ---------------------------------------------------------------------------------------------------------


def _who(banner: SafetyBanner, room: str, lines: list[Markup]) -> Part:
    guest = banner.guest
    badge = Box(Text(safe(room or "–"), BADGE), _BADGE_LOOK)
    badge_width = max(18.0, 8.0 + 5.7 * len(room))
    name: Part = Text(safe(guest.name), ROW_NAME)
    if badge_width <= WIDEST_BESIDE:
        name = Columns((badge, name), (badge_width, 0), gap=6)
    else:  # the name of a room is not broken in the middle of a word
        name = Stack((Columns((badge, Gap(0)), (min(badge_width, WIDTHS[0]), 0), gap=0), Gap(2), name))
    born = fill(_("{born} ({age})"), born=bold(birth_words(guest.born)), age=safe(age_words(guest.born, guest.age)))
    return Stack([name, *(Text(line, ROW) for line in [born, *lines])])


def _stay_words(guest: HandoverGuest) -> list[Markup]:
    nights = _("night {n}/{total}").format(n=number(guest.night_number), total=number(guest.nights))
    flags = (
        (guest.banner.guest.has_namesake, _("NAMESAKE")),
        (guest.is_trial, _("TRIAL")),
        (guest.is_away, _("AWAY FOR NOW")),
    )
    return [join(" · ", (safe(nights), *(bold(word) for holds, word in flags if holds)))]


# -- stop-signs --------------------------------------------------------------------------------------------------


def _stop_lines(banner: SafetyBanner, answers: tuple[AnswerRow, ...], asked: AnswerState) -> list[Markup]:
    """Each red sign on its own line, then what is in order, then the alerts to mind."""
    lines = [_short_resuscitation(line, banner) for line in stop_lines(banner)]
    signs = [_sign(line) for line in lines if line.severity is not Severity.INFO]
    calm = join(" · ", (safe(_in_full(line)) for line in lines if line.severity is Severity.INFO))
    alerts = [safe(line.head) for line in attention_lines(banner)] if banner.alerts else [_no_alerts(asked)]
    mind = join(" · ", [*alerts, *_consistencies(answers)])
    return [line for line in (*signs, calm, coloured(mind, AMBER) if mind else mind) if line]


def _no_alerts(asked: AnswerState) -> Markup:
    words = safe(_("alerts: {asked}").format(asked=label(asked)))
    return words if asked is AnswerState.NONE else strong(words)


def _short_resuscitation(line: StopLine, banner: SafetyBanner) -> StopLine:
    """«Reanimeren: wel» is enough on a list; with whom and when it was discussed stands on the card."""
    if banner.resuscitation is Resuscitation.YES and line.head.startswith(_("Resuscitation: yes")):
        return StopLine(_("Resuscitation: yes"), "", "", line.severity)
    return line


def _sign(line: StopLine) -> Markup:
    return coloured(strong(safe(_in_full(line))), RED if line.severity is Severity.RED else INK)


def _in_full(line: StopLine) -> str:
    tail = " → ".join(part for part in (line.detail, line.action) if part)
    return f"{line.head} — {tail}" if tail else line.head


def _consistencies(answers: tuple[AnswerRow, ...]) -> list[Markup]:
    """Food and drink that must not be given as they are."""
    changed = [
        answer
        for answer in answers
        if answer.state is AnswerState.GIVEN and answer.code != PLAIN_LEVELS.get(answer.topic, answer.code)
    ]
    names = {CareTopic.DRINK_LEVEL: _("drink {level}"), CareTopic.FOOD_LEVEL: _("food {level}")}
    return [bold(names[answer.topic].format(level=answer_words(answer))) for answer in changed]


# -- medication, news, next --------------------------------------------------------------------------------------


def _medication_lines(guest: HandoverGuest, today: date) -> list[Markup]:
    if guest.medication.list_date is None and not guest.next_dose:
        return [bold(_("no list of the pharmacy")), bold(_("next dose unknown"))]
    dose = next_dose_words(guest.medication, guest.next_dose, today, needs_two=guest.next_dose_needs_two)
    waiting = len(guest.medication.to_check(today))
    copied = [bold(to_check_words(waiting))] if waiting else []
    return [*copied, dose, *_list_lines(guest.medication, today), *_special_lines(guest.medication, today)]


def _list_lines(medication: MedicationRow, today: date) -> list[Markup]:
    if medication.list_date is None:
        return [bold(_("no list of the pharmacy"))]
    age = _("list: {age}").format(age=days_ago(medication.list_date, today))
    is_old = bool(medication.worries(today))
    checks = (
        safe(_("checked"))
        if medication.is_checked
        else bold(_("second check missing") if medication.checked_by else _("not checked yet"))
    )
    old = [bold(_("old list, ask for a new one"))] if is_old else []
    return [join(" · ", (safe(age), *old)), checks]


def _special_lines(medication: MedicationRow, today: date) -> list[Markup]:
    """Weekly medicines with their day, and the maximum of what is for when it is needed."""
    found = [row for row in medication.shown(today) if not row.is_stopped(today) and not row.is_to_check]
    rare = [bold(f"{row.name}: {days_words(row)}") for row in found if days_words(row)]
    needed = [safe(_("{name} at most {most}").format(name=row.name, most=most_words(row))) for row in found if row.most]
    return [*rare, *needed]


def _news_lines(guest: HandoverGuest, today: date) -> list[Markup]:
    """What is important in full, else the first note; the rest is counted and stands on the card."""
    current = [note for note in guest.notes if not note.is_corrected]
    shown = [note for note in current if note.is_important] or current[:1]
    lines = [note_words(note, today) for note in shown]
    more = len(current) - len(shown)
    if more:
        lines.append(safe(ngettext("and {n} more note", "and {n} more notes", more).format(n=number(more))))
    return lines or [safe(_("nothing new"))]


def _next_lines(guest: HandoverGuest, today: date) -> list[Markup]:
    open_gates = tuple(code for code in guest.missing if code not in SAID_ELSEWHERE)
    missing = [_intake_line(open_gates)] if open_gates else []
    tasks = [_task_line(task, today) for task in (*guest.tasks, *guest.upcoming)]
    return [*missing, *tasks, *_visit_lines(guest), _departure_line(guest, today)]


def _visit_lines(guest: HandoverGuest) -> list[Markup]:
    """Who comes into the house, or takes the guest out of it, meanwhile; what is not arranged yet, whatever it is."""
    if not guest.help_at_home and guest.help_asked is not AnswerState.NONE:
        return [bold(_("home care: {asked}").format(asked=label(guest.help_asked)))]
    coming = [
        row for row in guest.help_at_home if row.during_stay is DuringStay.COMES_ALONG and row.kind_code in VISITS
    ]
    still_open = [row for row in guest.help_at_home if row.during_stay is DuringStay.OPEN]
    lines = [safe(_("{help}: comes along").format(help=_with_detail(row.kind, row.note))) for row in coming]
    return [*lines, *(bold(_("{help}: still to be arranged").format(help=row.kind)) for row in still_open)]


def _with_detail(what: str, detail: str) -> str:
    return _("{what} ({detail})").format(what=what, detail=detail) if detail else what


def _task_line(task: TaskRow, today: date) -> Markup:
    time = clock_time(task.due_at) if task.due_at else ""
    due = on_day(task.due_on, time, today).strip()
    return join(" ", (bold(due) if due else EMPTY, safe(task.text), carried_words(task)))


def _departure_line(guest: HandoverGuest, today: date) -> Markup:
    time = clock_time(guest.departure_time) if guest.departure_time else _("time not agreed")
    if (guest.departure - today).days > 1:
        return safe(_("until {departure}").format(departure=day_short(guest.departure)))
    day = _("today") if guest.departure == today else day_short(guest.departure)
    collectors = ", ".join(contact.name for contact in guest.contacts if contact.may_collect)
    fetch = _("may fetch: {names}").format(names=collectors or label(AnswerState.NOT_ASKED))
    leaves = _("leaves {day}, {time}").format(day=day, time=time)
    return join(" · ", (bold(leaves), safe(fetch)))
