"""What one row of the handover says, in words: pure, so that the order of safety is tested without a window.

Source of the columns and their order: data dictionary D1.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.domain.care import (
    LIFE_RISK,
    AlertKind,
    AllergyStatus,
    AnswerState,
    CareTopic,
    DuringStay,
    MedicationCare,
    Resuscitation,
    Sensitivity,
    Severity,
)
from logeerhuis_app.domain.care_topics import PLAIN_LEVELS
from logeerhuis_app.domain.guests import VISITS
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.answer_words import code_words, fall_words
from logeerhuis_app.i18n.format import clock_time, date_numeric, day_month, day_short, days_ago, number
from logeerhuis_app.i18n.gate_words import SAID_ELSEWHERE, missing_words
from logeerhuis_app.i18n.medicine_words import days_words, to_check_words
from logeerhuis_app.i18n.safety_words import allergy_words, resuscitation_words
from logeerhuis_app.reports.shift_words import note_moment, on_day
from logeerhuis_app.services.rows.guest import AlertRow, AllergyRow, AnswerRow, SafetyBanner
from logeerhuis_app.services.rows.handover import ArrivalRow, HandoverGuest, NoteRow, TaskRow
from logeerhuis_app.services.rows.medication import MedicationRow


class Weight(StrEnum):
    """How a line looks; the words say the same without it. Red is for risk of life only."""

    LIFE = "life"
    AMBER = "amber"
    STRONG = "strong"
    PLAIN = "body"
    MUTE = "mute"


@dataclass(frozen=True)
class Line:
    """``badge``: a word or two in a pill after the text."""

    text: str
    weight: Weight = Weight.PLAIN
    badge: str = ""
    tip: str = ""


DOT = " · "
MOST_OF_A_NOTE = 160
"""Characters; the rest is read in the panel beside the list."""
_END_OF_DAY = time(23, 59)


# -- stop-signals --------------------------------------------------------------------------------------------------


def stop_lines(guest: HandoverGuest, day: date) -> list[Line]:
    """Red ones first, then allergy and resuscitation where they are no risk, then what to mind; never empty."""
    banner = guest.banner
    said = [*_allergy_lines(banner, day), _resuscitation_line(banner)]
    red = red_lines(banner, day)
    unknown = [line for line in said if line.weight is Weight.AMBER]
    calm = [line for line in said if line.weight is Weight.PLAIN]
    mind = [*_mind_lines(guest), *_intake_lines(guest.missing)]
    return [*red, *unknown, *_joined(calm, Weight.PLAIN), *_joined(mind, Weight.AMBER)]


def red_lines(banner: SafetyBanner, day: date) -> list[Line]:
    """Everything that can kill: allergy, resuscitation, red alerts, in that order; often there is nothing."""
    said = [*_allergy_lines(banner, day), _resuscitation_line(banner)]
    alerts = [_red_alert(alert) for alert in banner.alerts if alert.severity is Severity.RED]
    return [line for line in [*said, *alerts] if line.weight is Weight.LIFE]


def warning_lines(banner: SafetyBanner, day: date) -> list[Line]:
    """Of a guest who is still to come: what can kill, and always what is known of allergy and resuscitation."""
    said = [*_allergy_lines(banner, day), _resuscitation_line(banner)]
    unknown = [line for line in said if line.weight is Weight.AMBER]
    calm = [line for line in said if line.weight is Weight.PLAIN]
    return [*red_lines(banner, day), *unknown, *_joined(calm, Weight.PLAIN)]


def red_on_one_line(lines: Sequence[Line]) -> list[Line]:
    """In a full house the red statements stand after each other; not one of them is left out."""
    red = [line for line in lines if line.weight is Weight.LIFE]
    return [*_joined(red, Weight.LIFE), *(line for line in lines if line.weight is not Weight.LIFE)]


def _allergy_lines(banner: SafetyBanner, day: date) -> list[Line]:
    """The substance in capitals where it can kill; the empties that ask attention in the words of the banner."""
    on = banner.allergy_confirmed_on
    if banner.allergy_status is AllergyStatus.NONE_KNOWN and on is not None:
        confirmed = day_month(on) if on.year == day.year else date_numeric(on)
        return [Line(_("allergy: none known ({date})").format(date=confirmed))]
    if banner.allergy_status is not AllergyStatus.KNOWN or not banner.allergies:
        return [_as_said(line.severity, line.text, line.action) for line in allergy_words(banner)]
    life_risk_first = sorted(banner.allergies, key=lambda row: row.criticality not in LIFE_RISK)
    return [_known_allergy(row) for row in life_risk_first]


def _known_allergy(row: AllergyRow) -> Line:
    reaction = row.reaction or _("reaction unknown")
    if row.criticality in LIFE_RISK:
        words = _("ALLERGY {agent}: {reaction}").format(agent=row.agent.upper(), reaction=reaction)
        return Line(words, Weight.LIFE, tip=row.rescue)
    kind = _("intolerance") if row.sensitivity is Sensitivity.INTOLERANCE else _("allergy")
    words = _("{kind}: {agent} ({reaction})").format(kind=kind, agent=row.agent, reaction=reaction)
    return Line(words, tip=row.rescue)


def _resuscitation_line(banner: SafetyBanner) -> Line:
    if banner.resuscitation is Resuscitation.NO:
        on = banner.resuscitation_on
        day = date_numeric(on) if on else _("date not filled in")
        words = _("DO NOT RESUSCITATE ({date})").format(date=day)
        return Line(words, Weight.LIFE, tip=banner.resuscitation_text)
    if banner.resuscitation is Resuscitation.YES:
        return Line(_("resuscitate: yes"), tip=resuscitation_words(banner).in_full)
    line = resuscitation_words(banner)
    return _as_said(line.severity, line.text, line.action)


def _as_said(severity: Severity, text: str, tip: str) -> Line:
    weights = {Severity.RED: Weight.LIFE, Severity.AMBER: Weight.AMBER, Severity.INFO: Weight.PLAIN}
    return Line(text, weights[severity], tip=tip)


def _red_alert(alert: AlertRow) -> Line:
    words = _("{alert}: {action}").format(alert=alert.name.upper(), action=alert.action)
    return Line(words, Weight.LIFE)


def _mind_lines(guest: HandoverGuest) -> list[Line]:
    """Alerts that ask attention, choking with its levels; what to do stands in the tip and in the panel."""
    levels = changed_levels(guest.answers)
    alerts = [alert for alert in guest.banner.alerts if alert.severity is not Severity.RED]
    lines = [Line(_mind_word(alert, levels), tip=alert.action) for alert in alerts]
    known = {alert.kind for alert in guest.banner.alerts}
    if levels and AlertKind.CHOKING not in known:
        lines.insert(0, Line(levels))
    return [*lines, *(Line(words) for words in _risks_without_alert(guest.answers, known))]


def _risks_without_alert(answers: Iterable[AnswerRow], known: Collection[str]) -> list[str]:
    """A risk that was answered with yes is said, also while nobody wrote down what to do about it.

    Of falling also where only the questions about it ask for a plan.
    """
    risks = {CareTopic.CHOKING: AlertKind.CHOKING, CareTopic.WANDERING: AlertKind.WANDERING}
    risks[CareTopic.FALL_RISK] = AlertKind.FALLING
    found = {answer.topic: answer for answer in answers}
    said = [
        code_words(topic, found[topic].code)
        for topic in CareTopic
        if topic in found and topic in risks and found[topic].code not in ("", "no", "0") and risks[topic] not in known
    ]
    falls = found[CareTopic.FALL_RISK].code == "yes" if CareTopic.FALL_RISK in found else False
    if not falls and AlertKind.FALLING not in known and fall_words(found):
        said.append(_("fall risk: make a plan"))
    return said


def _mind_word(alert: AlertRow, levels: str) -> str:
    says_it = any(char.isdigit() for char in alert.name)
    is_choking = alert.kind == AlertKind.CHOKING and levels and not says_it
    return _("{alert}: {levels}").format(alert=alert.name, levels=levels) if is_choking else alert.name


def changed_levels(answers: Iterable[AnswerRow]) -> str:
    """«drank 2 · voeding 5»: the numbers of IDDSI, where food or drink may not be given as it is."""
    names = {CareTopic.DRINK_LEVEL: _("drink {level}"), CareTopic.FOOD_LEVEL: _("food {level}")}
    said = {answer.topic: answer.code for answer in answers if answer.state is AnswerState.GIVEN and answer.code}
    changed = [topic for topic in names if said.get(topic, PLAIN_LEVELS[topic]) != PLAIN_LEVELS[topic]]
    return DOT.join(names[topic].format(level=said[topic]) for topic in changed)


def _intake_lines(missing: Sequence[str]) -> list[Line]:
    """What an urgent stay began without; allergy, resuscitation and list are said where they belong."""
    rest = [code for code in missing if CheckInGate(code) not in SAID_ELSEWHERE]
    if not rest:
        return []
    words = _("intake incomplete: {missing}").format(missing=DOT.join(missing_words(rest)))
    return [Line(words)]


def _joined(lines: Sequence[Line], weight: Weight) -> list[Line]:
    if not lines:
        return []
    tips = "\n".join(f"{line.text}: {line.tip}" for line in lines if line.tip)
    return [Line(DOT.join(line.text for line in lines), weight, tip=tips)]


# -- who -----------------------------------------------------------------------------------------------------------


def stay_words(guest: HandoverGuest, day: date) -> str:
    """«nacht 2/4», «vertrekt vandaag», «afwezig di 24 nov tot do 26 nov»."""
    if guest.absence is not None:
        away = _("away {first} to {until}") if guest.is_away else _("goes away {first} to {until}")
        return away.format(first=day_short(guest.absence.first), until=day_short(guest.absence.until))
    if guest.departure <= day:
        leaves = _("leaves today") if guest.departure == day else _("should have left {date}")
        return leaves.format(date=day_short(guest.departure))
    return _("night {n}/{total}").format(n=number(guest.night_number), total=number(guest.nights))


def badges(guest: HandoverGuest) -> list[str]:
    """In words: namesake, trial stay, away."""
    flags = (
        (guest.banner.guest.has_namesake, _("NAMESAKE")),
        (guest.is_trial, _("TRIAL")),
        (guest.is_away, _("AWAY")),
    )
    return [word for holds, word in flags if holds]


# -- medication ----------------------------------------------------------------------------------------------------


def medication_lines(guest: HandoverGuest, today: date) -> list[Line]:
    """The next dose and how far the list may be trusted; without a list nobody knows, which is not «none»."""
    if guest.medication.list_date is None:
        return [Line(_("no list of the pharmacy"), Weight.AMBER), Line(_("next dose unknown"), Weight.MUTE)]
    row = guest.medication
    return [*_dose_lines(guest, today), *_list_lines(row, today), *_special_lines(row, today), *_care_lines(row)]


def _dose_lines(guest: HandoverGuest, today: date) -> list[Line]:
    """Copied lines are not active: then the next dose may be another one, and that is said first."""
    waiting = len(guest.medication.to_check(today))
    copied = [Line(to_check_words(waiting), Weight.AMBER)] if waiting else []
    if not guest.next_dose:
        unknown = Line(_("next dose unknown"), Weight.AMBER) if waiting else Line(_("no fixed time"), Weight.MUTE)
        return [*copied, unknown]
    two = _("2 people") if guest.next_dose_needs_two else ""
    return [*copied, Line(guest.next_dose, Weight.STRONG, badge=two)]


def _list_lines(medication: MedicationRow, today: date) -> list[Line]:
    """How old, and who compared it. Red while a guest who is here has a list that two people did not compare."""
    if medication.list_date is None:
        return []
    is_old = bool(medication.worries(today))
    said = _("list {age} old") if is_old else _("list, {age}")
    words = said.format(age=days_ago(medication.list_date, today))
    if is_old:
        words = DOT.join((words, _("ask for a new one")))
    if not medication.is_checked:
        old = [Line(words, Weight.AMBER)] if is_old else []
        return [*old, Line(_("list not checked by two people yet"), Weight.LIFE)]
    if is_old:
        return [Line(words, Weight.AMBER)]
    return [Line(DOT.join((words, _("checked"))), Weight.MUTE)]


def _special_lines(medication: MedicationRow, today: date) -> list[Line]:
    """What is not every day, with its day. What is for when it is needed stands in the panel, with its maximum."""
    found = [row for row in medication.shown(today) if not row.is_stopped(today) and not row.is_to_check]
    return [Line(DOT.join((row.name, days_words(row)))) for row in found if days_words(row)]


def _care_lines(medication: MedicationRow) -> list[Line]:
    return [Line(_("takes them alone"), Weight.MUTE)] if medication.care is MedicationCare.SELF else []


# -- news and what follows -------------------------------------------------------------------------------------------


def news(guest: HandoverGuest) -> list[NoteRow]:
    """What still holds: a note that was corrected is read in the panel only."""
    return [note for note in guest.notes if not note.is_corrected]


def note_time(note: NoteRow, day: date) -> str:
    return note_moment(note.at_utc, day)


def note_start(note: NoteRow) -> str:
    """The note in full, or as much as a row has room for."""
    text = " ".join(note.text.split())
    return text if len(text) <= MOST_OF_A_NOTE else text[:MOST_OF_A_NOTE].rsplit(" ", 1)[0] + " …"


def news_lines(guest: HandoverGuest) -> list[Line]:
    """Under the most urgent note: how many more, the open tasks, and the first thing that follows."""
    notes = news(guest)
    more = len(notes) - 1
    said = [] if notes else [_("nothing new")]
    if notes and not guest.has_news:
        said.append(_("read"))
    if more > 0:
        said.append(ngettext("{n} more note", "{n} more notes", more).format(n=number(more)))
    tasks = [tasks_line(guest.tasks)] if guest.tasks else []
    if tasks and tasks[0].weight is Weight.MUTE:
        said.append(tasks.pop().text)
    return [*([Line(DOT.join(said), Weight.MUTE)] if said else []), *tasks]


def tasks_line(tasks: Sequence[TaskRow]) -> Line:
    """«1 taak open», amber once it was carried over."""
    words = ngettext("{n} task open", "{n} tasks open", len(tasks)).format(n=number(len(tasks)))
    carried = max(task.times_carried for task in tasks)
    if not carried:
        return Line(words, Weight.MUTE)
    times = ngettext("carried over {n} time", "carried over {n} times", carried).format(n=number(carried))
    return Line(DOT.join((words, times)), Weight.AMBER)


def next_lines(guest: HandoverGuest, day: date) -> list[Line]:
    """What follows within the week, the first only; departure when it is near; help that comes along."""
    said = [_task_words(task, day) for task in guest.upcoming[:1]]
    if day <= guest.departure <= day + timedelta(days=1):
        said.append(departure_words(guest, day))
    said += [
        _("{help} comes along").format(help=" ".join((row.kind, row.frequency)).strip())
        for row in guest.help_at_home
        if row.during_stay is DuringStay.COMES_ALONG and row.kind_code in VISITS
    ]
    return [Line(DOT.join(said))] if said else []


def departure_words(guest: HandoverGuest, day: date) -> str:
    """«vertrekt 11:00», «vertrekt wo 25 nov 11:00»."""
    at = clock_time(guest.departure_time) if guest.departure_time else ""
    return _("leaves {moment}").format(moment=on_day(guest.departure, at, day).strip() or _("today"))


def _task_words(task: TaskRow, day: date) -> str:
    at = clock_time(task.due_at) if task.due_at else ""
    return f"{task.text} {on_day(task.due_on, at, day)}".strip()


# -- arrivals --------------------------------------------------------------------------------------------------------


def arrival_lines(arrival: ArrivalRow, day: date, now: datetime) -> list[Line]:
    """When, and what the booking says about the way here; whoever should have been here is amber."""
    at = clock_time(arrival.arrival_time) if arrival.arrival_time else ""
    when = on_day(arrival.arrival, at, day).strip()
    lines = [Line(_("comes today, time not agreed"), Weight.STRONG)]
    if when:
        is_late = datetime.combine(arrival.arrival, arrival.arrival_time or _END_OF_DAY) < now
        words = _("should have come at {time}") if is_late else _("comes at {time}")
        lines = [Line(words.format(time=when), Weight.AMBER if is_late else Weight.STRONG)]
    return [*lines, Line(arrival.note)] if arrival.note else lines


def arrival_missing(arrival: ArrivalRow) -> list[Line]:
    """Everything that is missing in amber, or that all is ready."""
    if not arrival.missing:
        return [Line(_("everything is ready"), Weight.MUTE)]
    return [Line(DOT.join(missing_words(arrival.missing)), Weight.AMBER)]


def arrival_list(arrival: ArrivalRow) -> list[Line]:
    """That the pharmacy's list is there; that it is missing stands with the rest."""
    has_list = CheckInGate.MEDICATION.value not in arrival.missing
    return [Line(_("medication list received"), Weight.MUTE)] if has_list else []
