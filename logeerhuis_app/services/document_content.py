"""What a file holds, by its content: magic bytes first, then really opened. A file's name proves nothing."""

import threading

import filetype
import pypdfium2
from pypdfium2.raw import FPDF_ERR_PASSWORD

from logeerhuis_app.domain.documents import MEGABYTE, MOST_BYTES, MOST_PAGES, MediaType
from logeerhuis_app.domain.errors_documents import DocumentTooLarge, DocumentUnfit

PDFIUM = threading.Lock()
"""PDFium is not made for two threads at once: whoever opens a PDF holds this."""
_PDF_WITHIN = 1024
"""Some scanners write a few bytes before «%PDF»; readers accept that."""
_HEIC = frozenset({"image/heic", "image/heif", "image/avif"})


def require_size(name: str, size: int, most: int = MOST_BYTES) -> None:
    """Raises: DocumentTooLarge, DocumentUnfit for nothing at all."""
    if size <= 0:
        raise DocumentUnfit(name, "empty")
    if size > most:
        raise DocumentTooLarge(name, -(-size // MEGABYTE), most // MEGABYTE)


def media_type(name: str, content: bytes) -> MediaType:
    """Raises: DocumentUnfit: none of the kinds that are kept."""
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return MediaType.PDF
    guess = filetype.guess_mime(content[:8192]) or ""
    if guess in _HEIC:
        raise DocumentUnfit(name, "heic")
    if guess in (MediaType.JPEG.value, MediaType.PNG.value):
        return MediaType(guess)
    claims_pdf = name.lower().endswith(".pdf")
    raise DocumentUnfit(name, "pdf" if claims_pdf else "unknown")


def page_count(name: str, pdf: bytes) -> int:
    """How many pages there are to read.

    Raises:
        DocumentUnfit: it cannot be opened, is locked with a password, or has no pages or too many.
    """
    with PDFIUM:
        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as failure:
            is_locked = getattr(failure, "err_code", None) == FPDF_ERR_PASSWORD
            raise DocumentUnfit(name, "password" if is_locked else "pdf") from failure
        try:
            pages = len(document)
            if not pages:
                raise DocumentUnfit(name, "pdf")
            document[0].close()  # a page tree that leads nowhere fails here and not before the reader's eyes
        except pypdfium2.PdfiumError as failure:
            raise DocumentUnfit(name, "pdf") from failure
        finally:
            document.close()
    if pages > MOST_PAGES:
        raise DocumentUnfit(name, "pages")
    return pages
