"""Who saw or changed a file, on paper: for the guest who asks, and as the manager filtered it."""

from typing import BinaryIO

from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.audit_words import KINDS, period_words
from logeerhuis_app.i18n.format import moment, number
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
from logeerhuis_app.reports.flowables import Columns, Gap, Part, Rule, Stack, Text, cell
from logeerhuis_app.reports.markup import safe
from logeerhuis_app.reports.styles import BODY, BODY_MUTE, CAPTION, CELL, CELL_MUTE, NAME
from logeerhuis_app.services.rows.audit import AuditRow, AuditSheet

MARGIN_TOP = 40.0
WIDTH = PORTRAIT[0] - 2 * MARGIN
WIDTHS = (88.0, 120.0, 0.0)
COLUMN_GAP = 10.0


def build_audit_report(sheet: AuditSheet, out: BinaryIO) -> None:
    """At least one page."""
    title = _("Who saw what")
    write_pages(_pages(sheet, title), About(title, sheet.house, sheet.made_at_utc, sheet.is_practice), out)


def _pages(sheet: AuditSheet, title: str) -> list[Page]:
    top, bottom = PORTRAIT[1] - MARGIN_TOP, text_bottom(_footer(sheet, 1, 1), WIDTH)
    rest: Part | None = Stack([_row(row, with_guest=not sheet.guest) for row in sheet.rows] or [_nothing()])
    filled: list[tuple[Placed, ...]] = []
    while rest is not None:
        head = _head(sheet, title) if not filled else Stack((_captions(), Gap(3)))
        start = top - head.height(WIDTH)
        first, rest = cut(rest, WIDTH, start - bottom)
        filled.append((Placed(head, MARGIN, top, WIDTH), Placed(first, MARGIN, start, WIDTH)))

    def page(place: int, total: int) -> Page:
        return Page(PORTRAIT, filled[place - 1], _footer(sheet, place, total), title if place == 1 else "")

    return numbered(len(filled), page)


def _footer(sheet: AuditSheet, place: int, total: int) -> Footer:
    made = _("Printed {moment} by {name}").format(moment=moment(sheet.made_at_utc), name=sheet.made_by)
    page = _("{house} · page {page} of {pages}").format(house=sheet.house, page=place, pages=total)
    return Footer((made,), page)


def _head(sheet: AuditSheet, title: str) -> Part:
    about = _("About the file of {guest}").format(guest=sheet.guest) if sheet.guest else _("About all guests")
    asked = [period_words(sheet.asked), sheet.user, _(KINDS[sheet.asked.kind]) if sheet.asked.kind else ""]
    count = ngettext("{n} line", "{n} lines", sheet.total).format(n=number(sheet.total))
    lines: list[Part] = [
        Text(safe(title), NAME),
        Text(safe(about), BODY),
        Text(safe(" · ".join([word for word in asked if word] + [count])), BODY_MUTE),
    ]
    if sheet.total > len(sheet.rows):
        short = _("Only the latest {n} are on this paper: choose a shorter period.")
        lines.append(Text(safe(short.format(n=number(len(sheet.rows)))), BODY))
    return Stack((*lines, Gap(10), _captions(), Gap(3)))


def _captions() -> Part:
    words = (_("When"), _("Who"), _("What"))
    cells = [Text(safe(word), CAPTION) for word in words]
    return Stack((Columns(cells, WIDTHS, gap=COLUMN_GAP), Gap(2), Rule()))


def _row(row: AuditRow, *, with_guest: bool) -> Part:
    what = f"{row.what} · {row.guest}" if with_guest and row.guest else row.what
    who = f"{row.who} ({row.role})" if row.role else row.who
    cells = [cell(moment(row.at_utc), CELL_MUTE, WIDTHS[0]), Text(safe(who), CELL), Text(safe(what), CELL)]
    return Stack((Gap(2), Columns(cells, WIDTHS, gap=COLUMN_GAP), Gap(2), Rule()))


def _nothing() -> Part:
    return Text(safe(_("There is no such line in the log.")), BODY)
