"""The intake on paper (Dutch: intakeformulier): the same parts in the same order as on screen, for a pen.

Each page carries two identifiers, so that loose pages of two guests can never be mixed up. What is left open counts
as «not asked» and never as «none». The carer's own situation is on a sheet of its own: it is not the guest's.
"""

from collections.abc import Sequence
from typing import BinaryIO

from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import moment
from logeerhuis_app.i18n.intake_words import part_title
from logeerhuis_app.i18n.partial_dates import birth_words
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
from logeerhuis_app.reports.carer_questions import carer_questions
from logeerhuis_app.reports.flowables import Box, Columns, Gap, Headed, Look, Part, Rule, Stack, Text, Whole
from logeerhuis_app.reports.form_parts import Boxes, WriteLines
from logeerhuis_app.reports.intake_questions import questions_of
from logeerhuis_app.reports.markup import bold, safe
from logeerhuis_app.reports.question import Question
from logeerhuis_app.reports.styles import (
    BODY,
    FORM_MUTE,
    FORM_NEEDED,
    FORM_PART,
    FORM_WORD,
    IDENTITY,
    INK,
    LETTERHEAD,
    LETTERHEAD_RIGHT,
    TITLE,
)
from logeerhuis_app.services.rows.intake import IntakeSheet

WIDTH = PORTRAIT[0] - 2 * MARGIN
TOP = PORTRAIT[1] - MARGIN
LABEL = 128.0
AFTER_HEAD = 10.0


def build_intake_form(sheet: IntakeSheet, out: BinaryIO) -> None:
    title = _("Intake form {number}").format(number=sheet.guest.guest_no) if sheet.guest else _("Intake form")
    about = About(title, sheet.house, sheet.printed_at_utc, sheet.is_practice)
    write_pages(intake_pages(sheet), about, out)


def intake_pages(sheet: IntakeSheet) -> list[Page]:
    """The talk, then the carer's sheet on a page of its own."""
    talk = _filled(sheet, _("Intake"), Stack([_how(), *_parts()], 12))
    carer = _filled(sheet, _("Sheet of the carer"), Stack([_apart(), _rows(carer_questions())], 12))
    pages = [*talk, *carer]
    return numbered(len(pages), lambda place, total: Page(PORTRAIT, pages[place - 1], _footer(sheet, place, total)))


def _filled(sheet: IntakeSheet, title: str, whole: Part) -> list[tuple[Placed, ...]]:
    head = _head(sheet, title)
    top = TOP - head.height(WIDTH) - AFTER_HEAD
    room = top - text_bottom(_footer(sheet, 9, 9), WIDTH)
    rest: Part | None = whole
    pages: list[tuple[Placed, ...]] = []
    while rest is not None:
        part, rest = cut(rest, WIDTH, room)
        pages.append((Placed(head, MARGIN, TOP, WIDTH), Placed(part, MARGIN, top, WIDTH)))
    return pages


def _footer(sheet: IntakeSheet, place: int, total: int) -> Footer:
    printed = _("Printed {moment} by {user}").format(moment=moment(sheet.printed_at_utc), user=sheet.printed_by)
    left = (printed, _("type into the file, then destroy"))
    number = _("guest {number}").format(number=sheet.guest.guest_no) if sheet.guest else _("new guest")
    return Footer(left, _("{what} · {page}/{pages}").format(what=number, page=place, pages=total))


def _head(sheet: IntakeSheet, title: str) -> Part:
    """On each page: whose house, which paper, and name with birth date."""
    line = Columns((Text(safe(sheet.house), LETTERHEAD), Text(safe(title), LETTERHEAD_RIGHT)), (0, 190), gap=12)
    return Stack((line, Gap(4), Box(_who(sheet), Look(stroke=INK, thickness=1.0, pad_x=9, pad_y=5))))


def _who(sheet: IntakeSheet) -> Part:
    guest = sheet.guest
    if guest is None:
        blanks = [Stack((Text(safe(name), FORM_MUTE), WriteLines(1, 17))) for name in (_("Name"), _("Birth date"))]
        return Columns(blanks, (0, 170), gap=14)
    born = _("born {date}").format(date=birth_words(guest.born))
    right = Text(safe(_("{born} · guest {number}").format(born=born, number=guest.guest_no)), IDENTITY)
    name = bold(guest.name)
    if guest.has_namesake:
        return Stack((Columns((Text(name, IDENTITY), right), (0, 220), gap=12), Text(bold(_("NAMESAKE")), FORM_WORD)))
    return Columns((Text(name, IDENTITY), right), (0, 220), gap=12)


def _how() -> Part:
    return Stack(
        (
            Text(safe(_("Intake talk")), TITLE),
            Gap(3),
            Text(safe(_("What is left open counts as «not asked». Tick «none» only when it was asked.")), BODY),
            Text(safe(_("What says «needed for arrival» must be known before the guest can come.")), BODY),
            Gap(4),
            Columns((_blank(_("Date and place")), _blank(_("Who were there"))), (0, 0), gap=14),
        )
    )


def _blank(name: str) -> Part:
    return Stack((Text(safe(name), FORM_MUTE), WriteLines()))


def _apart() -> Part:
    words = _("How the carer is doing is the carer's own: keep this sheet apart, it goes on no print of the guest.")
    return Text(safe(words), BODY)


def _parts() -> list[Part]:
    return [
        _section(_("{number}. {part}").format(number=place, part=part_title(part)), questions_of(part))
        for place, part in enumerate(IntakePart, start=1)
    ]


def _section(title: str, questions: Sequence[Question]) -> Part:
    again = _heading(_("{heading} (continued)").format(heading=title))
    return Headed(_heading(title), _rows(questions), again, keep_below=110)


def _rows(questions: Sequence[Question]) -> Part:
    return Stack([_row(question) for question in questions], 7)


def _heading(title: str) -> Part:
    return Stack((Text(safe(title), FORM_PART), Gap(1), Rule(INK, 0.9), Gap(6)))


def _row(question: Question) -> Part:
    left: list[Part] = [Text(bold(question.name), FORM_WORD)]
    if question.hint:
        left.append(Text(safe(question.hint), FORM_MUTE))
    right: list[Part] = []
    if question.is_needed:
        right.append(Text(safe(_("needed for arrival")), FORM_NEEDED))
    if question.boxes:
        right.append(Boxes(question.boxes))
    if question.lines:
        right.append(WriteLines(question.lines))
    return Whole(Columns((Stack(left), Stack(right)), (LABEL, 0), gap=12))
