"""Papers off the window's thread: drawn from a sheet, and shown as pictures of pages."""

import io
import math
import threading
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

from logeerhuis_app.services.document_content import PDFIUM
from logeerhuis_app.services.rows.declaring import DeclarationSheet
from logeerhuis_app.ui.pictures import is_pdf, picture_page

_DRAWING = threading.Lock()  # ReportLab registers fonts in one place for all threads
POINTS_PER_INCH = 72
MOST_DOTS = 40_000_000


@dataclass(frozen=True)
class PageImage:
    """One page as a picture, and its words for who cannot see it."""

    image: QImage
    text: str


def drawn(sheet: DeclarationSheet) -> bytes:
    """The sheet as PDF; the same sheet gives the same bytes."""
    from logeerhuis_app.reports.declaration import build_declaration  # a quarter of a second, at first use only

    out = io.BytesIO()
    with _DRAWING:
        build_declaration(sheet, out)
    return out.getvalue()


def page_count(pdf: bytes) -> int:
    """How many pages; a picture is one."""
    if not is_pdf(pdf):
        return 1
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_image(pdf: bytes, place: int, dots_per_inch: float) -> PageImage:
    """The page at this place, from 0. A page as large as a field is drawn no larger than a screen can use."""
    if not is_pdf(pdf):
        return PageImage(picture_page(pdf, dots_per_inch), "")
    with PDFIUM:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[place]
            width, height = page.get_size()
            most = math.sqrt(MOST_DOTS / max(1.0, width * height))
            bitmap = page.render(scale=min(dots_per_inch / POINTS_PER_INCH, most))
            text = page.get_textpage().get_text_bounded()
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
            return PageImage(image.copy(), text)  # the buffer goes when the document is closed
        finally:
            document.close()
