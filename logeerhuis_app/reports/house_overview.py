"""The house overview (Dutch: huisoverzicht): all guests present on one landscape A4, in the order of safety.

Columns as on the screen: who, stop-signs in words, medication, news, what comes next. A row grows with its words and is
never clipped; guests who arrive are dashed rows below. More guests than fit go on to a next page under the same heads.
"""

from typing import BinaryIO

from logeerhuis_app.clock import house_time
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import number
from logeerhuis_app.reports.base import (
    LANDSCAPE,
    MARGIN,
    About,
    Footer,
    Page,
    Placed,
    cut,
    numbered,
    text_bottom,
    write_pages,
)
from logeerhuis_app.reports.flowables import Columns, Gap, Part, Stack, Text
from logeerhuis_app.reports.markup import Markup, bold, join, safe
from logeerhuis_app.reports.overview_rows import COLUMN_GAP, PAD_X, WIDTHS, arrival_part, guest_part, house_part
from logeerhuis_app.reports.shift_words import printed_words, shift_words, since_words
from logeerhuis_app.reports.styles import BODY, BODY_MUTE, ROW_HEADING, TITLE
from logeerhuis_app.services.rows.handover import HandoverRows, PrintStamp

MARGIN_TOP = 26.0
WIDTH = LANDSCAPE[0] - 2 * MARGIN
SPACES = (5.0, 2.5, 1.5)
"""Points between rows and inside them: as roomy as one page allows."""


def build_house_overview(rows: HandoverRows, stamp: PrintStamp, out: BinaryIO) -> None:
    """The overview as a file of its own."""
    write_pages(overview_pages(rows, stamp), about_overview(stamp), out)


def about_overview(stamp: PrintStamp) -> About:
    return About(_("House overview"), stamp.house, stamp.printed_at_utc, stamp.is_practice)


def overview_pages(rows: HandoverRows, stamp: PrintStamp) -> list[Page]:
    """At least one page, also for an empty house."""
    bottom = text_bottom(_footer(rows, stamp, 1, 1), WIDTH)
    top = LANDSCAPE[1] - MARGIN_TOP
    room = top - _head(rows, stamp, is_first=True).height(WIDTH) - bottom
    rest: Part | None = _rows_that_fit(rows, stamp, room)
    filled: list[list[Placed]] = []
    while rest is not None:
        head = _head(rows, stamp, is_first=not filled)
        first, rest = cut(rest, WIDTH, top - head.height(WIDTH) - bottom)
        body = Placed(first, MARGIN, top - head.height(WIDTH), WIDTH)
        filled.append([Placed(head, MARGIN, top, WIDTH), body])

    def page(place: int, total: int) -> Page:
        bookmark = _("House overview") if place == 1 else ""
        return Page(LANDSCAPE, tuple(filled[place - 1]), _footer(rows, stamp, place, total), bookmark)

    return numbered(len(filled), page)


def _footer(rows: HandoverRows, stamp: PrintStamp, place: int, total: int) -> Footer:
    whose = _("House overview {location} · {page}/{pages}").format(location=rows.location, page=place, pages=total)
    return Footer(printed_words(stamp), whose)


def _rows_that_fit(rows: HandoverRows, stamp: PrintStamp, room: float) -> Part:
    stacks = [Stack(_row_parts(rows, stamp, space), space) for space in SPACES]
    return next((stack for stack in stacks if stack.height(WIDTH) <= room), stacks[-1])


def _row_parts(rows: HandoverRows, stamp: PrintStamp, pad: float) -> list[Part]:
    today = house_time(stamp.printed_at_utc).date()
    parts = [guest_part(guest, rows.shift, today, pad) for guest in rows.guests]
    if not parts:
        parts.append(Text(safe(_("Nobody stays in the house in this shift.")), BODY))
    parts += [arrival_part(arrival, today, pad) for arrival in rows.arrivals]
    house = house_part(rows, pad)
    return [*parts, house] if house is not None else parts


# -- head --------------------------------------------------------------------------------------------------------


def _head(rows: HandoverRows, stamp: PrintStamp, *, is_first: bool) -> Part:
    title = _("House overview") if is_first else _("House overview, continued")
    words = Columns((Text(safe(title), TITLE), Stack((Gap(4.5), Text(_strip(rows, stamp), BODY_MUTE)))), (200, 0))
    heads = [Gap(4), _column_heads(rows), Gap(1.5)] if rows.guests or rows.arrivals else [Gap(14)]
    return Stack((words, *heads))


def _strip(rows: HandoverRows, stamp: PrintStamp) -> Markup:
    """«Plezant · avonddienst zondag 22 november 2026 · 6 in huis · 1 komt · niemand gaat»."""
    counts = (
        ngettext("{n} in the house", "{n} in the house", len(rows.guests)).format(n=number(len(rows.guests))),
        _arriving(len(rows.arrivals)),
        _leaving(rows.departures_today),
    )
    house = bold(rows.location or stamp.house)
    return join(" · ", (house, safe(shift_words(rows.shift)), *(safe(count) for count in counts)))


def _arriving(count: int) -> str:
    if count == 0:
        return _("nobody arrives")
    return ngettext("{n} arrives", "{n} arrive", count).format(n=number(count))


def _leaving(count: int) -> str:
    if count == 0:
        return _("nobody leaves")
    return ngettext("{n} leaves", "{n} leave", count).format(n=number(count))


def _column_heads(rows: HandoverRows) -> Part:
    notes = [note for guest in rows.guests for note in guest.notes]
    titles = (
        _("Who"),
        _("Stop-signs"),
        _("Medication"),
        _("New since {time}").format(time=since_words(rows.shift, notes)),
        _("What comes next"),
    )
    cells = [Text(safe(title), ROW_HEADING) for title in titles]
    return Columns((Gap(0), Columns(cells, WIDTHS, gap=COLUMN_GAP), Gap(0)), (PAD_X, 0, PAD_X))
