"""The guest card (Dutch: overdrachtskaart): one A4 per guest, in the order of safety.

Black-and-white safe: the stop box says STOP and has the thickest border, the box for attention is dashed. What does
not fit goes on to a next page that repeats name, birth date and stop-signs; nothing gets smaller, nothing is cut off.
"""

from collections.abc import Sequence
from datetime import date
from typing import BinaryIO

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.care import Section, Severity
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.legal_words import limits_words
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
from logeerhuis_app.reports.care_words import (
    CardSection,
    Line,
    care_section,
    departure_section,
    departure_words,
    empty_list,
    news_section,
    people_section,
)
from logeerhuis_app.reports.flowables import Box, Columns, Gap, Headed, Look, Part, Picture, Rule, Stack, Text
from logeerhuis_app.reports.markup import EMPTY, Markup, bold, fill, join, safe
from logeerhuis_app.reports.medicine_lines import medication_section
from logeerhuis_app.reports.shift_words import printed_words
from logeerhuis_app.reports.stop_words import StopLine, attention_lines, stop_lines
from logeerhuis_app.reports.styles import (
    BODY,
    CLOSE,
    IDENTITY,
    IDENTITY_MUTE,
    INK,
    NAME,
    PHOTO,
    PLACEHOLDER,
    RED,
    ROOMY,
    STOP,
    STOP_TITLE,
    Density,
)
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.handover import GuestCard, PrintStamp

WIDTH = PORTRAIT[0] - 2 * MARGIN
TOP = PORTRAIT[1] - MARGIN
COLUMN_GAP = 20.0
COLUMN = (WIDTH - COLUMN_GAP) / 2
BOX_GAP = 10.0
LEAST_ROOM = 170.0
"""Points: with less than this left under the boxes, the sections start on a new page."""
KEPT_TOGETHER = 160.0
"""Points: a section lower than this is not cut over two columns; less than LEAST_ROOM, or it would never fit."""
MOST_REPEATED = 330.0
"""Points: stop-signs higher than this are repeated in a shorter form."""

STOP_LOOK = Look(stroke=RED, thickness=2.25, radius=5, pad_x=12, pad_y=8)
ATTENTION_LOOK = Look(stroke=INK, thickness=1.2, dash=(4, 3), radius=5, pad_x=11, pad_y=7)


def build_guest_cards(cards: Sequence[GuestCard], stamp: PrintStamp, out: BinaryIO) -> None:
    """All cards in one file, each numbered on its own."""
    pages = [page for card in cards for page in card_pages(card, stamp)]
    about = About(_("Guest cards"), stamp.house, stamp.printed_at_utc, stamp.is_practice)
    write_pages(pages, about, out)


def card_pages(card: GuestCard, stamp: PrintStamp) -> list[Page]:
    """The pages of one guest, at least one."""
    bottom = text_bottom(_footer(card, stamp, 1, 1), WIDTH)
    today = house_time(stamp.printed_at_utc).date()
    filled = _lay_out(card, stamp, today, bottom)

    def page(place: int, total: int) -> Page:
        bookmark = card.file.banner.guest.name if place == 1 else ""
        return Page(PORTRAIT, tuple(filled[place - 1]), _footer(card, stamp, place, total), bookmark)

    return numbered(len(filled), page)


def _footer(card: GuestCard, stamp: PrintStamp, place: int, total: int) -> Footer:
    guest = card.file.banner.guest
    whose = _("{name} · {born} · guest {no} · {page}/{pages}").format(
        name=guest.name, born=birth_words(guest.born), no=guest.guest_no, page=place, pages=total
    )
    return Footer(printed_words(stamp), whose)


# -- laying out --------------------------------------------------------------------------------------------------


def _lay_out(card: GuestCard, stamp: PrintStamp, today: date, bottom: float) -> list[list[Placed]]:
    """Roomy if that takes one page, else set closely, which then may take more."""
    left, right = _sections(card, stamp, today)
    for density in (ROOMY, CLOSE):
        pages, room = _front_pages(card, bottom)
        if room >= LEAST_ROOM:
            columns = _one_page(left, right, density, room)
            if columns is not None:
                pages[-1] += _beside(*columns, bottom + room)
                return pages
    return _more_pages(card, [*left, *right], bottom)


def _one_page(
    left: list[CardSection], right: list[CardSection], density: Density, room: float
) -> tuple[Part, Part] | None:
    """Both columns if they fit: each section on its usual side, else one after the other."""
    first, second = _column(left, density), _column(right, density)
    if max(first.height(COLUMN), second.height(COLUMN)) <= room:
        return first, second
    head, rest = _column([*left, *right], density).split(COLUMN, room)
    if head is not None and rest is not None and rest.height(COLUMN) <= room:
        return head, rest
    return None


def _more_pages(card: GuestCard, sections: list[CardSection], bottom: float) -> list[list[Placed]]:
    pages, room = _front_pages(card, bottom)
    if room < LEAST_ROOM:
        room = _new_page(pages, card, bottom)
    rest: Part | None = _column(sections, CLOSE)
    while rest is not None:
        first, rest = cut(rest, COLUMN, room)
        second, rest = cut(rest, COLUMN, room) if rest is not None else (Stack(()), None)
        pages[-1] += _beside(first, second, bottom + room)
        if rest is not None:
            room = _new_page(pages, card, bottom)
    return pages


def _beside(left: Part, right: Part, top: float) -> list[Placed]:
    return [Placed(left, MARGIN, top, COLUMN), Placed(right, MARGIN + COLUMN + COLUMN_GAP, top, COLUMN)]


def _front_pages(card: GuestCard, bottom: float) -> tuple[list[list[Placed]], float]:
    """Who and the two boxes; on more than one page only if the stop-signs alone fill one."""
    pages: list[list[Placed]] = []
    rest: Part | None = Stack((_who(card), _stop_box(card), _attention_box(card)), BOX_GAP)
    top = TOP
    while rest is not None:
        if pages:
            again = _who_again(card)
            top = TOP - again.height(WIDTH) - BOX_GAP
            pages.append([Placed(again, MARGIN, TOP, WIDTH)])
        else:
            pages.append([])
        part, rest = cut(rest, WIDTH, top - bottom)
        pages[-1].append(Placed(part, MARGIN, top, WIDTH))
    return pages, top - part.height(WIDTH) - 16 - bottom


def _new_page(pages: list[list[Placed]], card: GuestCard, bottom: float) -> float:
    """A page that starts with who and the stop-signs; the room that is left under them."""
    head = Stack((_who_again(card), _stop_again(card)), BOX_GAP)
    pages.append([Placed(head, MARGIN, TOP, WIDTH)])
    return TOP - head.height(WIDTH) - 16 - bottom


# -- who ---------------------------------------------------------------------------------------------------------


def _who(card: GuestCard) -> Part:
    guest = card.file.banner.guest
    name = Text(safe(guest.name), NAME)
    lines: list[Part] = [name, Gap(1), Text(_identity(card), IDENTITY), Text(_manner(card), IDENTITY_MUTE)]
    if guest.has_namesake:
        lines.append(Text(bold(_("NAMESAKE in the house: check the birth date")), IDENTITY))
    words = Stack(lines)
    photo = _photo(card)
    lower = Gap(max(0.0, (photo.height(69) - words.height(WIDTH - 83)) / 2))
    return Columns((photo, Stack((lower, words))), (69, 0), gap=14)


def _photo(card: GuestCard) -> Part:
    """The face, or the place where one can be glued; an old one says so."""
    photo = card.file.banner.photo
    if not photo.small:
        return Box(Stack((Gap(33), Text(safe(_("photo")), PHOTO), Gap(33))), _PHOTO_LOOK)
    picture = Picture(photo.small, PHOTO_SIDE)
    if not photo.is_old or photo.taken_on is None:
        return picture
    return Stack((picture, Gap(2), Text(bold(_("photo {year}").format(year=photo.taken_on.year)), PHOTO)))


PHOTO_SIDE = 69.0
_PHOTO_LOOK = Look(stroke="#CFC8BD", thickness=0.75, fill=PLACEHOLDER, radius=0, pad_x=2, pad_y=3)


def _identity(card: GuestCard) -> Markup:
    """«14 maart 1949 (77) · man · gast 0113 · kamer 1»."""
    guest = card.file.banner.guest
    born = fill(_("{born} ({age})"), born=bold(birth_long(guest.born)), age=safe(age_words(guest.born, guest.age)))
    return join(
        " · ",
        (
            born,
            safe(label(card.file.person.gender_code)),
            safe(_("guest {no}").format(no=guest.guest_no)),
            safe(_("room {room}").format(room=card.room)) if card.room else EMPTY,
            bold(_("TRIAL STAY")) if card.is_trial else EMPTY,
        ),
    )


def _manner(card: GuestCard) -> Markup:
    """«zeg “Piet” · woont samen met Margreet · t/m wo 25 nov, 11:00»."""
    person = card.file.person
    address = _("address as “{form}”").format(form=person.form_of_address) if person.form_of_address else ""
    home = person.lives_with or (_("lives in {town}").format(town=person.town) if person.town else "")
    until = fill(_("until {departure}"), departure=departure_words(card))
    return join(" · ", (safe(address), safe(home), until))


def _who_again(card: GuestCard) -> Part:
    guest = card.file.banner.guest
    name = bold(guest.name)
    return Text(join(" · ", (name, _identity(card), safe(_("continued")))), IDENTITY)


# -- boxes -------------------------------------------------------------------------------------------------------


def _stop_box(card: GuestCard) -> Part:
    lines = [Text(_stop_words(line), STOP) for line in stop_lines(card.file.banner)]
    title = _("STOP — read first")
    return Box(Headed(_stop_title(title), Stack(lines), _stop_title(_("STOP (continued)"))), STOP_LOOK)


def _stop_title(title: str) -> Part:
    return Stack((Text(safe(title), STOP_TITLE), Gap(2)))


def _stop_words(line: StopLine) -> Markup:
    """«ALLERGIE: penicilline — anafylaxie → adrenalinepen in medicijnkast»."""
    detail = safe(f" — {line.detail}") if line.detail else EMPTY
    action = safe(f" → {line.action}") if line.action else EMPTY
    head = safe(line.head) if line.severity is Severity.INFO else bold(line.head)  # what is in order does not shout
    return Markup(f"{head}{_spaced(detail)}{_spaced(action)}")


def _spaced(words: Markup) -> str:
    return f" {words}" if words else ""


def _stop_again(card: GuestCard) -> Part:
    """The stop-signs once more: whole if there is room for them, else by name, and always their number."""
    whole = _stop_box(card)
    if whole.height(WIDTH) <= MOST_REPEATED:
        return whole
    lines = stop_lines(card.file.banner)
    names = Text(join(" · ", (bold(line.head) for line in lines)), BODY)
    short = Box(Stack((_stop_title(_("STOP — in full on page 1")), names)), STOP_LOOK)
    if short.height(WIDTH) <= MOST_REPEATED:
        return short
    count = ngettext("{n} stop-sign: see page 1", "{n} stop-signs: see page 1", len(lines))
    return Box(Stack((_stop_title(count.format(n=number(len(lines)))),)), STOP_LOOK)


def _attention_box(card: GuestCard) -> Part:
    lines = attention_lines(card.file.banner)
    limited = limits_words(card.file.legal)
    agreed = [safe(_("agreed: {limits}").format(limits=limited))] if limited else []
    said = [*(_attention_words(line) for line in lines), *agreed]
    words = join(" · ", [*_no_alerts(card.file), *said]) or safe(_("no other alerts written down"))
    title = bold(_("ATTENTION"))
    return Box(Text(Markup(f"{title} &nbsp; {words}"), BODY), ATTENTION_LOOK)


def _no_alerts(file: GuestFile) -> list[Markup]:
    """Where no alert stands on file at all: whether anybody asked."""
    if file.banner.alerts:
        return []
    return [fill(_("alerts: {asked}"), asked=empty_list(file, FileList.ALERTS))]


def _attention_words(line: StopLine) -> Markup:
    return safe(f"{line.head} → {line.action}") if line.action else safe(line.head)


# -- sections ----------------------------------------------------------------------------------------------------


def _sections(card: GuestCard, stamp: PrintStamp, today: date) -> tuple[list[CardSection], list[CardSection]]:
    """What stands left and what stands right, in the order of safety."""
    file = card.file
    name = file.person.given_name or file.banner.guest.name
    left = [
        medication_section(card, today),
        care_section(_("Eating and drinking"), file, Section.EATING),
        care_section(_("Moving, falling, daily care"), file, Section.MOVING, Section.SELF_CARE),
        care_section(_("Toilet, skin, oxygen"), file, Section.TOILET, Section.BODY),
    ]
    right = [
        care_section(_("Night"), file, Section.NIGHT),
        care_section(_("Behaviour and approach"), file, Section.MIND),
        care_section(_("This is {name}").format(name=name), file, Section.THIS_IS_ME),
        news_section(card.notes, card.tasks, stamp.shift),
        people_section(file, today),
        departure_section(card),
    ]
    return left, right


def _column(sections: Sequence[CardSection], density: Density) -> Part:
    return Stack([_section_part(section, density) for section in sections], density.section_gap)


def _section_part(section: CardSection, density: Density) -> Part:
    """A heading with a line under it; cut over two columns, the heading is repeated."""
    again = _("{heading} (continued)").format(heading=section.title)
    body = Stack([_line_part(line, density) for line in section.lines])
    return Headed(_heading(section.title, density), body, _heading(again, density), KEPT_TOGETHER)


def _heading(title: str, density: Density) -> Part:
    return Stack((Text(safe(title), density.heading), Gap(1.5), Rule(INK, 0.75), Gap(3)))


def _line_part(line: Line, density: Density) -> Part:
    value = Text(line.value, density.mute if line.is_mute else density.body)
    if not line.name:
        return value
    cells = (Text(safe(line.name), density.mute), value)
    return Columns(cells, (density.label_width, 0), gap=6, repeated=frozenset({0}))
