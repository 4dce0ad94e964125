"""A month's declarations for every payer, beside the same pages on a bare ReportLab canvas."""

import io
from datetime import date

import pypdfium2
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from bench.houses import MONTH, add_beds, add_funding, add_guests, add_stays, empty_house
from bench.measure import Result, beside
from logeerhuis_app import i18n
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.reports.declaration import build_declaration
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.declarations import declaration_sheet, month_groups

PAYERS = 8
NIGHTS = 3
STAYS_PER_BED = 10


def run() -> list[Result]:
    i18n.install()
    return [_of(100, rounds=9), _of(1000, rounds=5)]


def _of(stays: int, rounds: int) -> Result:
    with empty_house() as door:
        beds, guests = add_beds(door, stays // STAYS_PER_BED), add_guests(door, stays, with_bsn=True)
        add_stays(door, beds, guests, stays, NIGHTS, date(MONTH.year, MONTH.month, 1))
        add_funding(door, guests, PAYERS)
        texts = [_texts(pdf) for pdf in _declare(door)]
        pages = sum(len(one) for one in texts)
        return beside(
            f"declarations of a month: {stays} stays, {PAYERS} payers, check and {pages} PDF pages",
            lambda: _declare(door),
            "the same words on the same pages, bare canvas",
            lambda: [_bare(one) for one in texts],
            rounds=rounds,
        )


def _declare(door: Door) -> list[bytes]:
    """What the administrator waits for: collect, check, and the paper of each payer."""
    month = Month.of(MONTH)
    made = []
    for group in month_groups(door, month):
        out = io.BytesIO()
        build_declaration(declaration_sheet(door, group.key, month), out)
        made.append(out.getvalue())
    return made


def _texts(pdf: bytes) -> list[list[str]]:
    """The words of each page, line by line."""
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range().splitlines() for page in document]


def _bare(pages: list[list[str]]) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for lines in pages:
        for place, line in enumerate(lines):
            canvas.drawString(40, 800 - place * 11, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
