"""Papers as pictures of their pages; made off the window's thread."""

import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pypdfium2
from PySide6.QtGui import QImage

from logeerhuis_app.domain.errors_documents import DocumentUnfit
from logeerhuis_app.services.document_content import PDFIUM
from logeerhuis_app.ui.pictures import is_pdf, picture_page

POINTS_PER_INCH = 72
MOST_DOTS = 40_000_000


@dataclass(frozen=True)
class PageImage:
    """One page as a picture, and its words for who cannot see it."""

    image: QImage
    text: str


def page_count(pdf: bytes) -> int:
    """How many pages; a picture is one. Raises: DocumentUnfit: the bytes are bent."""
    if not is_pdf(pdf):
        return 1
    with _opened(pdf) as document:
        return len(document)


def page_image(pdf: bytes, place: int, dots_per_inch: float) -> PageImage:
    """The page at this place, from 0. A page as large as a field is drawn no larger than a screen can use.

    Raises: DocumentUnfit: this page cannot be drawn.
    """
    if not is_pdf(pdf):
        return PageImage(picture_page(pdf, dots_per_inch), "")
    with _opened(pdf) as document:
        page = document[place]
        width, height = page.get_size()
        most = math.sqrt(MOST_DOTS / max(1.0, width * height))
        bitmap = page.render(scale=min(dots_per_inch / POINTS_PER_INCH, most))
        text = page.get_textpage().get_text_bounded()
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_BGR888)
        return PageImage(image.copy(), text)  # the buffer goes when the document is closed


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    """One PDF at a time: what the library cannot do with it is the paper's fault, and is said as such."""
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
            try:
                yield document
            finally:
                document.close()
        except pypdfium2.PdfiumError as failure:
            raise DocumentUnfit("", "pdf") from failure
