"""What a guest card says: one section per heading, in the order of safety (data dictionary D2).

No section is ever left empty: what was not asked says so. Nothing here reads the BSN, the carer's burden or the money.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.care import (
    AnswerState,
    CareTopic,
    InfoScope,
    Section,
)
from logeerhuis_app.domain.care_topics import SAFETY, topics_of
from logeerhuis_app.domain.handover import Shift
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.i18n import N_, _, ngettext, pgettext
from logeerhuis_app.i18n.answer_words import answer_words, fall_words, not_asked_words
from logeerhuis_app.i18n.format import capital, clock_time, day_short, number, period
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.legal_words import representation_words
from logeerhuis_app.i18n.list_words import empty_words
from logeerhuis_app.reports.markup import EMPTY, Markup, bold, fill, join, safe, strong, struck, unbroken
from logeerhuis_app.reports.shift_words import note_moment, on_day, since_words
from logeerhuis_app.services.rows.guest import AnswerRow, ContactRow, GuestFile, HelpRow
from logeerhuis_app.services.rows.handover import GuestCard, NoteRow, TaskRow

_SHORT_LABELS = {
    CareTopic.DRINK_LEVEL: N_("Drink"),
    CareTopic.FOOD_LEVEL: N_("Food"),
    CareTopic.EATING_HELP: N_("Help"),
}
_PROSE = {CareTopic.NIGHT, CareTopic.THIS_IS_ME}
"""Topics that say what their heading says: shown without a label of their own."""


@dataclass(frozen=True)
class Line:
    """One line of a section: «Drank — 0 dun», or prose without a name."""

    name: str
    value: Markup
    is_mute: bool = False


@dataclass(frozen=True)
class CardSection:
    """A heading and what stands under it; never without a line."""

    title: str
    lines: tuple[Line, ...]


def section(title: str, lines: Iterable[Line]) -> CardSection:
    return CardSection(title, tuple(lines))


def prose(value: Markup) -> Line:
    return Line("", value)


def not_asked() -> Markup:
    """«niet gevraagd», bold: an empty place in the file is a thing to do."""
    return bold(label(AnswerState.NOT_ASKED))


def empty_list(file: GuestFile, which: FileList) -> Markup:
    """«gevraagd: geen (20-11-2026, S. de Wit)»; bold where nobody can go by it."""
    words = empty_words(file, which)
    return safe(words) if file.state_of(which) is AnswerState.NONE else bold(words)


def initials(name: str) -> str:
    """«SW» for «S. de Wit»; what already is initials stays as it is."""
    words = [word for word in name.replace(".", " ").split() if word[0].isupper()]
    return "".join(word[0] for word in words) if len(words) > 1 else name


# -- care --------------------------------------------------------------------------------------------------------


def care_section(title: str, file: GuestFile, *wanted: Section) -> CardSection:
    """The answers of these parts of the file; the questions nobody asked stand together on the last line."""
    topics = [topic for part in wanted for topic in topics_of(part)]
    answers = [file.answers.get(topic) or AnswerRow(topic, AnswerState.NOT_ASKED) for topic in topics]
    asked = [answer for answer in answers if answer.state is not AnswerState.NOT_ASKED]
    if not asked:
        return section(title, [prose(not_asked())])
    is_safety = any(topic in SAFETY for topic in topics)  # of habits nobody misses the rest
    missing = [answer.topic for answer in answers if is_safety and answer.state is AnswerState.NOT_ASKED]
    plan = fall_words(file.answers) if Section.MOVING in wanted else ""
    first = [prose(bold(plan))] if plan else []
    return section(title, [*first, *map(_answer_line, asked), *_missing_line(missing)])


def _answer_line(answer: AnswerRow) -> Line:
    words = safe(answer_words(answer))
    if answer.topic in _PROSE:
        return prose(words)
    return Line(_short(answer.topic), strong(words) if answer.code else words)


def _missing_line(missing: list[CareTopic]) -> list[Line]:
    if not missing:
        return []
    words = not_asked_words(missing, lambda topic: _in_sentence(_short(topic)))
    return [prose(fill(_("{not_asked}: {topics}"), not_asked=not_asked(), topics=safe(words)))]


def _in_sentence(word: str) -> str:
    """Without its capital, unless it is an abbreviation."""
    return word if word.isupper() else word[:1].lower() + word[1:]


def _short(topic: CareTopic) -> str:
    return _(_SHORT_LABELS[topic]) if topic in _SHORT_LABELS else label(topic)


# -- news --------------------------------------------------------------------------------------------------------


def news_section(notes: Sequence[NoteRow], tasks: Sequence[TaskRow], shift: Shift) -> CardSection:
    """Notes since the last handover, important ones first, then what is still open."""
    lines = [*(note_words(note, shift.day) for note in notes), *(task_words(task, shift.day) for task in tasks)]
    shown = [prose(line) for line in lines] or [Line("", safe(_("nothing new")), is_mute=True)]
    return section(_("New since {time}").format(time=since_words(shift, notes)), shown)


def note_words(note: NoteRow, today: date) -> Markup:
    """«16:20 urine troebel (SW)»; the corrected text stays readable, with a line through it."""
    time = note_moment(note.at_utc, today)
    text = bold(note.text) if note.is_important else safe(note.text)
    if note.is_corrected:
        text = fill(_("{note} (corrected)"), note=struck(text))
    elif note.corrects is not None:
        text = fill(_("correction: {note}"), note=text)
    return fill(_("{time} {note} ({by})"), time=bold(time), note=text, by=safe(initials(note.by)))


def task_words(task: TaskRow, today: date) -> Markup:
    """«Taak 20:00: huisarts belt terug (2 keer doorgeschoven)»."""
    time = clock_time(task.due_at) if task.due_at else ""
    due = on_day(task.due_on, time, today).strip()
    head = _("Task {due}:").format(due=due) if due else _("Task:")
    return join(" ", (bold(head), safe(task.text), carried_words(task)))


def carried_words(task: TaskRow) -> Markup:
    """«(2 keer doorgeschoven)», nothing for a task of this shift."""
    if not task.times_carried:
        return EMPTY
    times = ngettext("carried over {n} time", "carried over {n} times", task.times_carried)
    return safe(f"({times.format(n=number(task.times_carried))})")


# -- people ------------------------------------------------------------------------------------------------------


def people_section(file: GuestFile, today: date) -> CardSection:
    """Whom to call, in order; who may fetch the guest; the professionals."""
    contacts = sorted(file.contacts, key=lambda contact: contact.order)
    names = (pgettext("guest card", "First"), pgettext("guest card", "Then"))
    nobody = not_asked() if contacts else empty_list(file, FileList.CONTACTS)
    calls = [
        Line(name, contact_words(contacts[place], today, is_first=place == 0) if place < len(contacts) else nobody)
        for place, name in enumerate(names)
    ]
    others = [Line(pgettext("guest card", "Also"), contact_words(contact, today)) for contact in contacts[len(names) :]]
    decides = _decides(file, today)
    rest = [_collectors(contacts), *decides, *_professionals(file)]
    return section(pgettext("guest card", "Call"), [*calls, *others, *rest])


def contact_words(contact: ContactRow, today: date, *, is_first: bool = False) -> Markup:
    """«Margreet, partner, 06 1234 5678», then what to keep in mind with this person."""
    who = ", ".join(part for part in (contact.name, contact.relationship, unbroken(contact.phone)) if part)
    flags = [_("decides")] if contact.is_representative else []
    flags += [] if contact.phone else [_("no telephone number")]
    scope = {InfoScope.NOTHING: _("TELL NOTHING"), InfoScope.PRACTICAL: _("practical matters only")}
    flags += [scope[contact.info_scope]] if contact.info_scope in scope else []
    flags += _away(contact, today)
    return join(" · ", [bold(who) if is_first else safe(who), *(bold(flag) for flag in flags)])


def _away(contact: ContactRow, today: date) -> list[str]:
    until = contact.away_until or contact.away_from
    if until is None or until < today:
        return []
    return [pgettext("guest card", "away {period}").format(period=period(contact.away_from or today, until))]


def _decides(file: GuestFile, today: date) -> Iterable[Line]:
    """Who decides where the guest cannot."""
    is_open = file.legal.representation_state is AnswerState.NOT_ASKED
    if not (is_open and any(contact.is_representative for contact in file.contacts)):  # else it stands with the name
        yield Line(_("Decides"), not_asked() if is_open else safe(representation_words(file.legal, today)))


def _collectors(contacts: Sequence[ContactRow]) -> Line:
    names = [contact.name for contact in contacts if contact.may_collect]
    return Line(_("May fetch"), safe(", ".join(names)) if names else not_asked())


def _professionals(file: GuestFile) -> Iterable[Line]:
    for person in file.professionals:
        who = ", ".join(part for part in (person.name, person.organisation, unbroken(person.phone)) if part)
        yield Line(capital(person.role), safe(who))
    if not file.professionals:
        yield Line(_("GP"), empty_list(file, FileList.PROFESSIONALS))


# -- today and departure -----------------------------------------------------------------------------------------


def departure_section(card: GuestCard) -> CardSection:
    """How far the stay is, when the guest leaves, and who comes from outside meanwhile."""
    nights = _("{n} of {total}").format(n=number(card.night_number), total=number(card.nights))
    departure = fill(_("departure {departure}"), departure=strong(departure_words(card)))
    helped = join(" · ", map(help_words, card.file.help_at_home)) or empty_list(card.file, FileList.HELP)
    lines = [Line(_("Night"), join(" · ", (safe(nights), departure))), Line(_("Home care"), helped)]
    return section(_("Today and departure"), lines)


def departure_words(card: GuestCard) -> Markup:
    """«wo 25 nov, 11:00», or without a time if none was agreed."""
    day = day_short(card.departure)
    if card.departure_time is None:
        return safe(_("{day}, time not agreed").format(day=day))
    return safe(_("{day}, {time}").format(day=day, time=clock_time(card.departure_time)))


def help_words(row: HelpRow) -> Markup:
    """«wijkverpleging, dagelijks: gaat mee»."""
    what = ", ".join(part for part in (row.kind, row.frequency) if part)
    arranged = fill(_("{help}: {arrangement}"), help=safe(what), arrangement=bold(label(row.during_stay)))
    return join(" – ", (arranged, safe(row.note)))
