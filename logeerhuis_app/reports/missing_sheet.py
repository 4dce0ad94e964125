"""The missing-person sheet (Dutch: vermissingsblad): who it is, how to know and to find the guest, whom to call.

One A4 for whoever looks, in the house and outside. It leaves the house, so it says nothing of money, BSN, diagnoses
or how a carer is doing; of health only what a finder must do. After the practice of the Belgian police and
dementie.be: photo, build, clothing of the day, likely places, telephone numbers.
"""

from collections.abc import Iterable
from datetime import date
from typing import BinaryIO

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.care import AlertKind, AnswerState, CareTopic, Section, Severity
from logeerhuis_app.domain.care_topics import SECTION_OF
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.person import house_number
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_words import answer_words
from logeerhuis_app.i18n.format import capital, date_numeric, day_month
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import age_words, birth_long, birth_words
from logeerhuis_app.reports.base import (
    MARGIN,
    PORTRAIT,
    About,
    Footer,
    Page,
    Placed,
    cut,
    numbered,
    text_bottom,
    write_pages,
)
from logeerhuis_app.reports.flowables import Box, Columns, Gap, Headed, Look, Part, Picture, Rule, Stack, Text
from logeerhuis_app.reports.markup import EMPTY, Markup, bold, fill, join, safe, strong, unbroken
from logeerhuis_app.reports.shift_words import printed_words
from logeerhuis_app.reports.styles import (
    HEADING,
    IDENTITY,
    IDENTITY_MUTE,
    INK,
    PHOTO,
    PLACEHOLDER,
    SHEET_BODY,
    SHEET_MUTE,
    SHEET_NAME,
    TITLE,
)
from logeerhuis_app.services.rows.guest import AnswerRow, GuestFile
from logeerhuis_app.services.rows.missing import MissingSheet

WIDTH = PORTRAIT[0] - 2 * MARGIN
TOP = PORTRAIT[1] - MARGIN
PHOTO_WIDTH, PHOTO_HEIGHT = 172.0, 215.0
LABEL = 108.0
LINE_TO_WRITE = 19.0
APPROACH = (
    *(CareTopic.WHAT_HELPS, CareTopic.APPROACH, CareTopic.BEHAVIOUR, CareTopic.VISION, CareTopic.HEARING),
    *(CareTopic.MOBILITY, CareTopic.AIDS),
)
"""Topics that say how to walk up to the guest, and how far the guest can have come."""
OUTSIDE = frozenset({AlertKind.WANDERING.value, AlertKind.RESISTANT_BACTERIA.value, AlertKind.INFECTION.value})
"""Alerts that a finder needs not know: the first says what the sheet says."""


def build_missing_sheet(sheet: MissingSheet, out: BinaryIO) -> None:
    guest = sheet.file.banner.guest
    title = _("Missing-person sheet {number}").format(number=guest.guest_no)
    about = About(title, sheet.stamp.house, sheet.stamp.printed_at_utc, sheet.stamp.is_practice)
    write_pages(sheet_pages(sheet), about, out)


def sheet_pages(sheet: MissingSheet) -> list[Page]:
    """One page; more only where somebody wrote more than a page can hold, for nothing is cut off."""
    bottom = text_bottom(_footer(sheet, 1, 1), WIDTH)
    rest: Part | None = Stack(_parts(sheet), 11)
    filled: list[Part] = []
    while rest is not None:
        part, rest = cut(rest, WIDTH, TOP - bottom)
        filled.append(part)
    return numbered(
        len(filled),
        lambda place, total: Page(
            PORTRAIT, (Placed(filled[place - 1], MARGIN, TOP, WIDTH),), _footer(sheet, place, total)
        ),
    )


def _footer(sheet: MissingSheet, place: int, total: int) -> Footer:
    guest = sheet.file.banner.guest
    whose = _("{name} · {born} · guest {no} · {page}/{pages}").format(
        name=guest.name, born=birth_words(guest.born), no=guest.guest_no, page=place, pages=total
    )
    return Footer(printed_words(sheet.stamp), whose)


def _parts(sheet: MissingSheet) -> list[Part]:
    file, today = sheet.file, house_time(sheet.stamp.printed_at_utc).date()
    return [
        _head(sheet),
        _section(_("How to know {name}").format(name=_called(file)), _description(file, today)),
        _section(_("Where to look"), [_fact(_("Likely places"), _answer(file, CareTopic.LIKELY_PLACES))]),
        _section(_("How to walk up to {name}").format(name=_called(file)), _approach(file)),
        _section(_("What a finder must know"), _health(file)),
        _section(_("Call at once"), _numbers(sheet)),
        _section(_("Fill in when the guest is missing"), _blanks()),
    ]


def _called(file: GuestFile) -> str:
    return file.person.given_name or file.banner.guest.name


# -- who -----------------------------------------------------------------------------------------------------------


def _head(sheet: MissingSheet) -> Part:
    file = sheet.file
    guest, person = file.banner.guest, file.person
    born = fill(
        _("born {date}, {age} years"), date=bold(birth_long(guest.born)), age=safe(age_words(guest.born, guest.age))
    )
    speak = _("address as “{form}”").format(form=person.form_of_address or _called(file))
    home = " ".join(part for part in (person.street, house_number(person)) if part)
    lines: list[Part] = [
        Text(safe(_("MISSING PERSON")), TITLE),
        Gap(6),
        Text(safe(guest.name), SHEET_NAME),
        Gap(4),
        Text(born, IDENTITY),
        Text(join(" · ", (safe(label(person.gender_code)), safe(speak))), IDENTITY),
        Gap(6),
        Text(safe(_("Stays in {place}").format(place=_staying(sheet))), IDENTITY_MUTE),
        Text(safe(_("Home: {address}").format(address=_home(home, person.town))), IDENTITY_MUTE),
    ]
    if guest.has_namesake:
        lines.append(Text(bold(_("NAMESAKE in the house: check the birth date")), IDENTITY))
    return Columns((_photo(sheet), Stack(lines)), (PHOTO_WIDTH, 0), gap=18)


def _staying(sheet: MissingSheet) -> str:
    return _("{place}, {room}").format(place=sheet.place, room=sheet.room) if sheet.room else sheet.place


def _home(street: str, town: str) -> str:
    return ", ".join(part for part in (street, town) if part) or label(AnswerState.NOT_ASKED)


def _photo(sheet: MissingSheet) -> Part:
    photo = sheet.file.banner.photo
    if not sheet.photo:
        words = Text(safe(_("no photo")), PHOTO)
        gap = (PHOTO_HEIGHT - words.height(PHOTO_WIDTH)) / 2
        return Box(Stack((Gap(gap), words, Gap(gap))), Look(fill=PLACEHOLDER, radius=0, pad_x=0, pad_y=0))
    picture = Picture(sheet.photo, PHOTO_HEIGHT)
    if photo.taken_on is None:
        return picture
    taken = _("photo of {date}").format(date=date_numeric(photo.taken_on))
    caption = safe(taken) if not photo.is_old else bold(_("{photo}: older than a year").format(photo=taken))
    return Stack((picture, Gap(2), Text(caption, SHEET_MUTE)))


# -- sections ------------------------------------------------------------------------------------------------------


def _description(file: GuestFile, today: date) -> list[Part]:
    topics = [
        topic
        for topic, place in SECTION_OF.items()
        if place is Section.APPEARANCE and topic not in (CareTopic.CLOTHING, CareTopic.LIKELY_PLACES)
    ]
    return [*(_fact(label(topic), _answer(file, topic)) for topic in topics), _clothing(file, today)]


def _clothing(file: GuestFile, today: date) -> Part:
    """Of today; an older answer keeps its day, so that nobody looks for the coat of last week."""
    answer = file.answers.get(CareTopic.CLOTHING)
    name = label(CareTopic.CLOTHING)
    if answer is None or answer.state is not AnswerState.GIVEN:
        return Columns((Text(safe(name), SHEET_MUTE), _blank()), (LABEL, 0), gap=8)
    day = house_time(answer.answered_at_utc).date() if answer.answered_at_utc is not None else None
    if day == today:
        return _fact(name, strong(safe(answer_words(answer))))
    when = _("of {date}").format(date=day_month(day)) if day is not None else _("day unknown")
    told = fill(_("{clothing} ({when}: ask again)"), clothing=safe(answer_words(answer)), when=bold(when))
    return _fact(name, told)


def _answer(file: GuestFile, topic: CareTopic) -> Markup:
    row = file.answers.get(topic) or AnswerRow(topic, AnswerState.NOT_ASKED)
    words = safe(answer_words(row))
    return strong(words) if row.state in (AnswerState.GIVEN, AnswerState.NOT_ASKED) else words


def _approach(file: GuestFile) -> list[Part]:
    told = [topic for topic in APPROACH if topic in file.answers]
    given = [topic for topic in told if file.answers[topic].state is AnswerState.GIVEN]
    rows = [_fact(label(topic), safe(answer_words(file.answers[topic]))) for topic in given]
    return rows or [Text(bold(label(AnswerState.NOT_ASKED)), SHEET_BODY)]


def _health(file: GuestFile) -> list[Part]:
    """The red alerts with what to do. No allergy, no directive: a finder gives nothing and calls."""
    alerts = [row for row in file.banner.alerts if row.kind not in OUTSIDE and row.severity is Severity.RED]
    lines = [Text(fill(_("{alert} → {action}"), alert=bold(capital(row.name)), action=safe(row.action)), SHEET_BODY)
             for row in alerts]  # fmt: skip
    asked = file.state_of(FileList.ALERTS)
    if asked in (AnswerState.NOT_ASKED, AnswerState.UNKNOWN):  # nobody can go by what is not there
        return [Text(bold(_("alerts: {asked}").format(asked=label(asked))), SHEET_BODY)]
    return [*lines] or [Text(safe(_("no alert of life risk written down")), SHEET_MUTE)]


def _numbers(sheet: MissingSheet) -> list[Part]:
    rows = [(_("The house"), sheet.phone or _("no telephone number"), sheet.place)]
    for contact in sorted(sheet.file.contacts, key=lambda contact: contact.order):
        number_words = contact.phone or _("no telephone number")
        rows.append((contact.name, number_words, contact.relationship))
    if len(rows) == 1:
        rows.append((_("Contact person"), label(AnswerState.NOT_ASKED), ""))
    return [_number(*row) for row in rows]


def _number(name: str, phone: str, who: str) -> Part:
    value = join(" · ", (bold(unbroken(phone)), safe(who) if who else EMPTY))
    return _fact(name, value)


def _blanks() -> list[Part]:
    names = (_("Last seen: time and place"), _("By whom, and going where"), _("Police called: time and by whom"))
    return [Columns((Text(safe(name), SHEET_MUTE), _blank()), (LABEL + 62, 0), gap=8) for name in names]


def _blank() -> Part:
    return Stack((Gap(LINE_TO_WRITE - 4), Rule(INK, 0.5)))


def _fact(name: str, value: Markup) -> Part:
    return Columns((Text(safe(name), SHEET_MUTE), Text(value, SHEET_BODY)), (LABEL, 0), gap=8, repeated=frozenset({0}))


def _section(title: str, rows: Iterable[Part]) -> Part:
    head = Stack((Text(safe(title), HEADING), Gap(1.5), Rule(INK, 0.75), Gap(3)))
    again = Stack((Text(safe(_("{heading} (continued)").format(heading=title)), HEADING), Gap(3)))
    return Headed(head, Stack(list(rows), 2.5), again, keep_below=120)
