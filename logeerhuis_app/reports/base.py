"""What every paper shares: size, margins, footer with page x of y, marks, and what the file says of itself.

A document is laid out first and drawn after, so that each footer knows the number of pages. The same values
give the same bytes: the file's date is the one on the paper, never the machine's.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import BinaryIO

from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas as PdfCanvas

from logeerhuis_app.i18n import _, language
from logeerhuis_app.reports import fonts
from logeerhuis_app.reports.flowables import Canvas, Columns, Part, Text
from logeerhuis_app.reports.markup import BREAK, Markup, clean, safe
from logeerhuis_app.reports.styles import ACCENT, FOOTER, FOOTER_RIGHT, INK, LINE, SMALLEST

PORTRAIT = (float(A4[0]), float(A4[1]))
LANDSCAPE = (float(landscape(A4)[0]), float(landscape(A4)[1]))
MARGIN = 36.0
FOOTER_BOTTOM = 26.0
FOOTER_ROOM = 12.0
"""Between the text and the rule above the footer."""
FOOTER_GAP = 12.0


class DoesNotFit(Exception):
    """A part cannot be cut small enough for an empty page: our fault, never the user's."""


@dataclass(frozen=True)
class Placed:
    """A part with its place on the page; ``top`` measured from the bottom of the page."""

    part: Part
    x: float
    top: float
    width: float


@dataclass(frozen=True)
class Footer:
    """Left what may be done with the paper, in pieces that stay whole; right whose it is and which page."""

    left: tuple[str, ...]
    right: str

    def part(self, width: float) -> Part:
        wide = min(width / 2, fonts.text_width(self.right, fonts.MAIN, SMALLEST) + 2)
        left = _whole_pieces(self.left, width - wide - FOOTER_GAP)
        return Columns((Text(left, FOOTER), Text(safe(self.right), FOOTER_RIGHT)), (0, wide), gap=FOOTER_GAP)


def _whole_pieces(pieces: Sequence[str], width: float) -> Markup:
    """The pieces with « · » between them, a line end where the next one does not fit any more."""
    lines = [pieces[0]]
    for piece in pieces[1:]:
        longer = f"{lines[-1]} · {piece}"
        if fonts.text_width(longer, fonts.MAIN, SMALLEST) <= width:
            lines[-1] = longer
        else:
            lines.append(piece)
    return Markup(BREAK.join(safe(line) for line in lines))


@dataclass(frozen=True)
class Page:
    """One page, ready to draw. ``bookmark``: what the reader's table of contents calls it, empty for none."""

    size: tuple[float, float]
    placed: tuple[Placed, ...]
    footer: Footer
    bookmark: str = ""


@dataclass(frozen=True)
class About:
    """What the file says of itself, and which marks stand on each page."""

    title: str
    author: str
    made_at_utc: datetime
    is_practice: bool = False
    is_draft: bool = False


def numbered(count: int, page: Callable[[int, int], Page]) -> list[Page]:
    """The pages 1 to count, each told its number and the total."""
    return [page(number, count) for number in range(1, count + 1)]


def text_bottom(footer: Footer, width: float) -> float:
    """How far down the text may come, the footer with its rule being below it."""
    return FOOTER_BOTTOM + footer.part(width).height(width) + FOOTER_ROOM


def cut(part: Part, width: float, room: float) -> tuple[Part, Part | None]:
    """What fits on an empty page, and the remainder.

    Raises:
        DoesNotFit: not even a piece of it does.
    """
    first, rest = part.split(width, room)
    if first is None:
        raise DoesNotFit(f"{room:.0f} points are too low for {type(part).__name__}")
    return first, rest


def write_pages(pages: Sequence[Page], about: About, out: BinaryIO) -> None:
    """Draw the pages into one PDF file."""
    canvas = _open(about, out)
    for page in pages:
        canvas.setPageSize(page.size)
        _draw_page(canvas, page, about)
        canvas.showPage()
    canvas.save()


def _open(about: About, out: BinaryIO) -> Canvas:
    canvas = PdfCanvas(out, pagesize=PORTRAIT, invariant=1, lang=f"{language()}-NL", initialFontName=fonts.MAIN)
    canvas.setTitle(clean(about.title))
    canvas.setAuthor(clean(about.author))
    canvas.setSubject(clean(about.title))
    canvas.setCreator("Logeerhuis")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stamp = about.made_at_utc.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
    canvas.setDateFormatter(lambda *_parts: stamp)
    return canvas


def _draw_page(canvas: Canvas, page: Page, about: About) -> None:
    if about.is_draft:
        _draw_draft_mark(canvas, page.size)
    if page.bookmark:
        key = f"page{canvas.getPageNumber()}"
        canvas.bookmarkPage(key)
        canvas.addOutlineEntry(clean(page.bookmark), key)
    for placed in page.placed:
        placed.part.draw(canvas, placed.x, placed.top, placed.width)
    _draw_footer(canvas, page)
    if about.is_practice:
        _draw_practice_mark(canvas, page.size)


def _draw_footer(canvas: Canvas, page: Page) -> None:
    width = page.size[0] - 2 * MARGIN
    part = page.footer.part(width)
    top = FOOTER_BOTTOM + part.height(width)
    canvas.setStrokeColor(HexColor(LINE))
    canvas.setLineWidth(0.75)
    canvas.line(MARGIN, top + 5, MARGIN + width, top + 5)
    part.draw(canvas, MARGIN, top, width)


def _draw_practice_mark(canvas: Canvas, size: tuple[float, float]) -> None:
    """A frame around the page and a band on top: nobody may take an invented guest for a real one."""
    wide, tall = size
    text = _("PRACTICE HOUSE — invented guests, not for care")
    band = fonts.text_width(text, fonts.MAIN_BOLD, SMALLEST) + 28
    canvas.saveState()
    canvas.setStrokeColor(HexColor(ACCENT))
    canvas.setFillColor(HexColor(ACCENT))
    canvas.setLineWidth(5)
    canvas.rect(8, 8, wide - 16, tall - 16)
    canvas.roundRect((wide - band) / 2, tall - 22, band, 16, 3, stroke=0, fill=1)
    canvas.setFillColor(HexColor(INK))
    canvas.setFont(fonts.MAIN_BOLD, SMALLEST)
    canvas.drawCentredString(wide / 2, tall - 17, text)
    canvas.restoreState()


def _draw_draft_mark(canvas: Canvas, size: tuple[float, float]) -> None:
    """The word across the page, behind the text and light enough to read through."""
    canvas.saveState()
    canvas.translate(size[0] / 2, size[1] / 2)
    canvas.rotate(50)
    canvas.setFillColor(HexColor("#F3F0EA"))
    canvas.setFont(fonts.MAIN_BOLD, 110)
    canvas.drawCentredString(0, -38, _("DRAFT"))
    canvas.restoreState()
