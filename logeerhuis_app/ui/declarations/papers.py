"""Papers off the window's thread: drawn from a sheet, and shown as pictures of pages."""

import io
import threading
from dataclasses import dataclass

import pypdfium2
from PySide6.QtGui import QImage

from logeerhuis_app.services.rows.declaring import DeclarationSheet

_DRAWING = threading.Lock()  # ReportLab registers fonts in one place for all threads
_READING = threading.Lock()  # PDFium is not made for two threads at once
POINTS_PER_INCH = 72


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
    with _READING:
        document = pypdfium2.PdfDocument(pdf)
        try:
            return len(document)
        finally:
            document.close()


def page_image(pdf: bytes, place: int, dots_per_inch: float) -> PageImage:
    """The page at this place, from 0."""
    with _READING:
        document = pypdfium2.PdfDocument(pdf)
        try:
            page = document[place]
            bitmap = page.render(scale=dots_per_inch / POINTS_PER_INCH)
            text = page.get_textpage().get_text_bounded()
            image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
            return PageImage(image.copy(), text)  # the buffer goes when the document is closed
        finally:
            document.close()
