"""The whole file of one guest on paper, for the right of access (AVG art. 15): everything, in words."""

from typing import BinaryIO

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.rights import Asker
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_long, moment
from logeerhuis_app.i18n.labels import label
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
from logeerhuis_app.reports.care_words import CardSection, Line
from logeerhuis_app.reports.file_lines import file_sections
from logeerhuis_app.reports.flowables import Columns, Gap, Headed, Part, Rule, Stack, Text
from logeerhuis_app.reports.markup import safe
from logeerhuis_app.reports.styles import BODY, BODY_MUTE, CELL, CELL_MUTE, NAME, SHEET_TITLE
from logeerhuis_app.services.rows.rights import Dossier

MARGIN_TOP = 40.0
WIDTH = PORTRAIT[0] - 2 * MARGIN
NAME_WIDTH = 132.0
COLUMN_GAP = 10.0
KEPT_TOGETHER = 90.0
"""Points: a part lower than this is not cut over two pages."""


def build_guest_file(dossier: Dossier, out: BinaryIO) -> None:
    """At least one page; nothing is left out."""
    title = _("File of {name}").format(name=dossier.file.banner.guest.name)
    write_pages(_pages(dossier, title), About(title, dossier.house, dossier.made_at_utc, dossier.is_practice), out)


def _pages(dossier: Dossier, title: str) -> list[Page]:
    top, bottom = PORTRAIT[1] - MARGIN_TOP, text_bottom(_footer(dossier, 1, 1), WIDTH)
    parts = [_head(dossier, title), *(_section(one) for one in file_sections(dossier))]
    rest: Part | None = Stack(parts)
    filled: list[tuple[Placed, ...]] = []
    while rest is not None:
        first, rest = cut(rest, WIDTH, top - bottom)
        filled.append((Placed(first, MARGIN, top, WIDTH),))

    def page(place: int, total: int) -> Page:
        return Page(PORTRAIT, filled[place - 1], _footer(dossier, place, total), title if place == 1 else "")

    return numbered(len(filled), page)


def _footer(dossier: Dossier, place: int, total: int) -> Footer:
    guest = dossier.file.banner.guest
    made = _("Made {moment} by {name}").format(moment=moment(dossier.made_at_utc), name=dossier.made_by)
    whose = _("{name} · {born} · guest {no} · {page}/{pages}").format(
        name=guest.name, born=birth_words(guest.born), no=guest.guest_no, page=place, pages=total
    )
    return Footer((made, _("confidential: personal and health data")), whose)


def _head(dossier: Dossier, title: str) -> Part:
    guest = dossier.file.banner.guest
    who = _("born {born} · guest {no}").format(born=birth_words(guest.born), no=guest.guest_no)
    lines: list[Part] = [
        Text(safe(title), NAME),
        Text(safe(who), BODY),
        Gap(6),
        Text(safe(_given_words(dossier)), BODY),
        Text(safe(_about_words(dossier)), BODY_MUTE),
    ]
    since = dossier.restriction.since
    if since is not None:
        closed = _("This file is restricted since {date}.").format(date=date_long(since))
        lines.append(Text(safe(closed), BODY))
    return Stack(lines)


def _given_words(dossier: Dossier) -> str:
    """«Gegeven op 22 november 2026 aan de vertegenwoordiger, Els Berg (levenstestament).»."""
    to = dossier.given_to
    who = ", ".join(part for part in (label(to.asker), to.name) if part)
    ground = f" ({to.ground})" if to.ground else ""
    day = date_long(house_time(dossier.made_at_utc).date())
    if to.asker is Asker.HOUSE:
        return _("Made on {day} for the house itself.").format(day=day)
    return _("Given on {day} to {who}.").format(day=day, who=who + ground)


def _about_words(dossier: Dossier) -> str:
    return _(
        "This is everything that {house} keeps about you, and who looked at it. "
        "You may ask to have put right what is not right, to have the file restricted, and to have it destroyed. "
        "Papers and pictures are handed over beside this file."
    ).format(house=dossier.house)


def _section(one: CardSection) -> Part:
    head = Stack((Gap(12), Text(safe(one.title), SHEET_TITLE), Gap(2), Rule(), Gap(3)))
    again = Stack((Text(safe(_("{title} (continued)").format(title=one.title)), SHEET_TITLE), Gap(2), Rule(), Gap(3)))
    return Headed(head, Stack([_line(line) for line in one.lines], gap=2), again, KEPT_TOGETHER)


def _line(line: Line) -> Part:
    value = Text(line.value, CELL_MUTE if line.is_mute else CELL)
    if not line.name:
        return value
    return Columns((Text(safe(line.name), CELL_MUTE), value), (NAME_WIDTH, 0), gap=COLUMN_GAP)
