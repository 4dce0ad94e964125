"""The declaration that goes to one payer (Dutch: declaratie), and the invoice a guest gets.

Contents: head, one line per client, total, exemption and payment line. Sources: Wet op de omzetbelasting 1968,
art. 35a (what an invoice says); Regeling langdurige zorg, art. 5.16 and Uitvoeringsregeling Wmo 2015, art. 2b (personal
budget). A lump sum carries no client data at all. A draft says so in words on each page.
"""

from datetime import UTC, datetime, time
from typing import BinaryIO

from logeerhuis_app.domain.funding import Arrangement
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.i18n import _
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
from logeerhuis_app.reports.declaration_table import (
    CLOSE_PAD,
    ROOMY_PAD,
    Column,
    TableRow,
    columns_of,
    head_part,
    row_of,
    sum_part,
)
from logeerhuis_app.reports.declaration_words import (
    foot_parts,
    letterhead,
    lump_sum_table,
    number_words,
    repeated_head,
    title_words,
)
from logeerhuis_app.reports.flowables import Gap, Part, Stack, Text
from logeerhuis_app.reports.markup import safe
from logeerhuis_app.reports.styles import BODY
from logeerhuis_app.services.rows.declaring import DeclarationSheet

WIDTH = PORTRAIT[0] - 2 * MARGIN
TOP = PORTRAIT[1] - MARGIN
FOOT_GAP = 14.0


def build_declaration(sheet: DeclarationSheet, out: BinaryIO) -> None:
    """One payer, one month."""
    bottom = text_bottom(_footer(sheet, 1, 1), WIDTH)
    roomy, close = _Filler(sheet, bottom, ROOMY_PAD).fill(), _Filler(sheet, bottom, CLOSE_PAD).fill()
    filled = close if len(close) < len(roomy) else roomy

    def page(place: int, total: int) -> Page:
        return Page(PORTRAIT, tuple(filled[place - 1]), _footer(sheet, place, total))

    issued = datetime.combine(sheet.issued_on, time(), UTC)
    title = f"{title_words(sheet)} · {number_words(sheet)}"
    about = About(title, sheet.house.name, issued, sheet.is_practice, is_draft=not sheet.number)
    write_pages(numbered(len(filled), page), about, out)


def _footer(sheet: DeclarationSheet, place: int, total: int) -> Footer:
    is_personal = sheet.arrangement is not Arrangement.LUMP_SUM
    left = _("Contains personal data: for the addressee only") if is_personal else sheet.house.name
    right = _("{number} · page {page} of {pages}").format(number=number_words(sheet), page=place, pages=total)
    return Footer((left,), right)


class _Filler:
    """Fills pages from above: head, rows, the subtotal carried over, and the foot where there is room for it."""

    def __init__(self, sheet: DeclarationSheet, bottom: float, pad: float) -> None:
        self.sheet = sheet
        self.bottom = bottom
        self.pad = pad
        self.pages: list[list[Placed]] = []
        self.top = 0.0

    def fill(self) -> list[list[Placed]]:
        self._new_page()
        if self.sheet.arrangement is Arrangement.LUMP_SUM:
            self._put(lump_sum_table(self.sheet))
        elif self.sheet.lines:
            self._put_table()
        else:
            self._put(Text(safe(_("There are no nights to declare in this month.")), BODY))
        rest: Part | None = Stack((Gap(2), *foot_parts(self.sheet)), FOOT_GAP)
        while rest is not None:
            rest = self._put_some(rest)
        return self.pages

    @property
    def room(self) -> float:
        return self.top - self.bottom

    def _new_page(self) -> None:
        head = repeated_head(self.sheet) if self.pages else letterhead(self.sheet)
        self.pages.append([])
        self.top = TOP
        self._put(head)

    def _put(self, part: Part) -> None:
        self.pages[-1].append(Placed(part, MARGIN, self.top, WIDTH))
        self.top -= part.height(WIDTH)

    def _put_some(self, part: Part) -> Part | None:
        """What fits under what already stands here, else on a new page; gives back the remainder."""
        first, rest = part.split(WIDTH, self.room)
        if first is None:
            self._new_page()
            first, rest = cut(part, WIDTH, self.room)
        self._put(first)
        return rest

    def _put_table(self) -> None:
        columns = columns_of(self.sheet)
        reserve = sum_part("", 0, Cents(0), columns, is_total=True).height(WIDTH) + 2
        nights, so_far = 0, Cents(0)
        is_fresh = True
        self._put(head_part(columns))
        for line in self.sheet.lines:
            row = row_of(line, columns, self.sheet.product, self.pad)
            if not is_fresh and row.part.height(WIDTH) + reserve > self.room:
                self._carry_over(columns, nights, so_far)
            self._put_row(row, columns, reserve)
            nights, so_far, is_fresh = nights + row.nights, Cents(so_far + row.amount), False
        self._put(sum_part(_("Total"), nights, self.sheet.total, columns, is_total=True))

    def _put_row(self, row: TableRow, columns: list[Column], reserve: float) -> None:
        rest: Part | None = row.part
        while rest is not None:
            first, rest = cut(rest, WIDTH, self.room - reserve)
            self._put(first)
            if rest is not None:  # one client with more stays and remarks than a page holds
                self._new_page()
                self._put(head_part(columns))

    def _carry_over(self, columns: list[Column], nights: int, so_far: Cents) -> None:
        """Close the page with its subtotal and open the next one with the same."""
        place = len(self.pages)
        here = _("Subtotal, continued on page {page}").format(page=place + 1)
        self._put(sum_part(here, nights, so_far, columns, is_total=False))
        self._new_page()
        self._put(head_part(columns))
        there = _("Subtotal of page {page}").format(page=place)
        self._put(sum_part(there, nights, so_far, columns, is_total=False))
