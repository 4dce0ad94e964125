"""The table of a declaration: which columns this payer gets, a row per line, and the sums under them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reportlab.lib.styles import ParagraphStyle

from logeerhuis_app.domain.funding import NIGHT_UNIT, Law
from logeerhuis_app.domain.money import Cents
from logeerhuis_app.i18n import _, pgettext
from logeerhuis_app.i18n.format import amount, number, period
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.reports.flowables import Columns, Gap, Part, Rule, Stack, Text, cell
from logeerhuis_app.reports.markup import BREAK, Markup, safe
from logeerhuis_app.reports.styles import (
    CAPTION,
    CAPTION_RIGHT,
    CELL,
    CELL_BOLD,
    CELL_MUTE,
    CELL_RIGHT,
    CELL_RIGHT_BOLD,
    INK,
    TOTAL_RIGHT,
)
from logeerhuis_app.services.rows.declaring import DeclarationSheet, LineRow, StaySpan

PAD = 4.5
COLUMN_GAP = 7.0
RATE_WIDTH = 40.0
AMOUNT_WIDTH = 51.0
ROOMY_PAD = 4.0
CLOSE_PAD = 2.0
"""Points above and below a row; the close one only if that saves a page."""


@dataclass(frozen=True)
class Column:
    """One column; a width of 0 takes what the others leave."""

    caption: str
    width: float
    value: Callable[[LineRow], str]
    style: ParagraphStyle = CELL

    @property
    def is_right(self) -> bool:
        return self.style is CELL_RIGHT


@dataclass(frozen=True)
class TableRow:
    """A row with what it adds to the sums."""

    part: Part
    nights: int
    amount: Cents


def columns_of(sheet: DeclarationSheet) -> list[Column]:
    """Without BSN where it may not stand, without numbers of decisions where nobody has one."""
    numbered = any(line.allocation_number for line in sheet.lines)
    bsn = [Column(_("BSN"), 54, lambda line: line.bsn or _("missing"))] if sheet.show_bsn else []
    decision = [Column(_decision_caption(sheet.law), 50, lambda line: line.allocation_number or "–")]
    return [
        *bsn,
        Column(_("Name"), 0, lambda line: line.name, CELL_BOLD),
        Column(_("Born"), 54, lambda line: birth_words(line.born)),
        *(decision if numbered else []),
        Column(_("Stay"), 88, lambda line: "\n".join(span_words(span, line) for span in line.spans)),
        Column(unit_caption(sheet), 38, lambda line: number(line.nights), CELL_RIGHT),
        Column(_("Rate €"), RATE_WIDTH, lambda line: amount(line.rate), CELL_RIGHT),
        Column(_("Amount €"), AMOUNT_WIDTH, lambda line: amount(line.amount), CELL_RIGHT),
    ]


def _decision_caption(law: Law) -> str:
    """What the payer itself calls its decision."""
    captions = {Law.WMO: _("Allocation"), Law.WLZ: _("Indication")}
    return captions.get(law, _("Decision"))


def unit_caption(sheet: DeclarationSheet) -> str:
    if sheet.law is Law.PRIVATE:
        return _("Nights")
    return pgettext("iWmo unit 14", "Nights") if sheet.unit == NIGHT_UNIT else _("Number")


def span_words(span: StaySpan, line: LineRow) -> str:
    """«9 – 10 okt (proef)»; with its own number of nights when the line adds up several stays."""
    words = period(span.arrival, span.departure)
    if len(line.spans) > 1:
        words = _("{period}: {n}").format(period=words, n=number(span.nights))
    return _("{period} (trial)").format(period=words) if span.is_trial else words


# -- parts -------------------------------------------------------------------------------------------------------


def head_part(columns: Sequence[Column]) -> Part:
    """The captions with a dark line under them."""
    captions = [Text(safe(column.caption), CAPTION_RIGHT if column.is_right else CAPTION) for column in columns]
    return Stack((_padded(captions, columns), Gap(4), Rule(INK, 0.9)))


def row_of(line: LineRow, columns: Sequence[Column], product: str, pad: float) -> TableRow:
    """One line, under it its remarks and its product if that is not the sheet's own, and a thin rule below."""
    cells: list[Part] = [_cell(column, line) for column in columns]
    other = [_("Product: {product}").format(product=line.product)] if line.product not in ("", product) else []
    remarks = [*other, *line.remarks]
    under = [_indented(Text(_lines(remarks), CELL_MUTE))] if remarks else []
    part = Stack((Gap(pad), _padded(cells, columns), *under, Gap(pad), Rule()))
    return TableRow(part, line.nights, line.amount)


def _cell(column: Column, line: LineRow) -> Part:
    words = column.value(line)
    if not column.width or "\n" in words:
        return Text(safe(words), column.style)
    return cell(words, column.style, column.width)


def sum_part(caption: str, nights: int, total: Cents, columns: Sequence[Column], *, is_total: bool) -> Part:
    """The total, or the subtotal that is carried over to the next page."""
    last = Text(safe(amount(total)), TOTAL_RIGHT if is_total else CELL_RIGHT_BOLD)
    widths = (0.0, columns[-3].width, RATE_WIDTH + AMOUNT_WIDTH + COLUMN_GAP)
    cells = (Text(safe(caption), CELL_BOLD), Text(safe(number(nights)), CELL_RIGHT_BOLD), last)
    row = Columns((Gap(0), Columns(cells, widths, gap=COLUMN_GAP), Gap(0)), (PAD, 0, PAD))
    return Stack((Gap(5), row, Gap(5))) if is_total else Stack((Gap(4), row, Gap(4), Rule()))


def _padded(cells: Sequence[Part], columns: Sequence[Column]) -> Part:
    widths = [column.width for column in columns]
    return Columns((Gap(0), Columns(cells, widths, gap=COLUMN_GAP), Gap(0)), (PAD, 0, PAD))


def _indented(part: Part) -> Part:
    return Columns((Gap(0), part, Gap(0)), (PAD, 0, PAD))


def _lines(sentences: Sequence[str]) -> Markup:
    return Markup(BREAK.join(safe(sentence) for sentence in sentences))
