"""Real small documents for tests: a PDF, pictures made by Qt, and files that only claim to be one."""

import io
from datetime import date

import pikepdf
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QPainter
from reportlab.pdfgen.canvas import Canvas

from logeerhuis_app.domain.documents import ConsentAnswer, ConsentHow, ConsentKind, DocumentKind
from logeerhuis_app.services.documents import ConsentWish, DocumentWish, attach_document, record_consent
from tests.support.houses import TestHouse, nov


def pdf_of(
    words: str = "Medicatieoverzicht", pages: int = 1, *, packed: bool = True, size: tuple[int, int] = (595, 842)
) -> bytes:
    """With ``packed`` off the words stand in the file as they are."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=int(packed), pagesize=size)
    for page in range(pages):
        canvas.drawString(72, 700, f"{words} {page + 1}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def locked_pdf() -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf_of())) as document:
        document.save(out, encryption=pikepdf.Encryption(user="geheim", owner="geheim"))
    return out.getvalue()


def picture(width: int = 60, height: int = 80, kind: str = "JPEG", colour: str = "#B08968") -> bytes:
    """A face as a child draws it; enough to see which way is up."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#DDE7E6"))
    painter = QPainter(image)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(width // 4, height // 6, width // 2, height // 2)
    painter.drawRect(width // 6, height * 3 // 4, width * 2 // 3, height // 4)
    painter.end()
    return saved(image, kind)


def saved(image: QImage, kind: str = "JPEG") -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]
    buffer.close()
    return bytes(content.data())


def agree_to_photo(house: TestHouse, guest: int) -> int:
    wish = ConsentWish(ConsentKind.PHOTO, ConsentAnswer.GIVEN, "Margreet", ConsentHow.WRITTEN, nov(2))
    return record_consent(house.door, guest, wish).created_id


def attach(house: TestHouse, guest: int, kind: DocumentKind = DocumentKind.CARE_LETTER, **more: object) -> int:
    wish = DocumentWish(kind, "scan.pdf", pdf_of(), **more)  # type: ignore[arg-type]
    return attach_document(house.door, guest, wish).created_id


def attach_photo(house: TestHouse, guest: int, taken_on: date = date(2026, 11, 2)) -> int:
    wish = DocumentWish(DocumentKind.PHOTO, "foto.jpg", picture(300, 400), taken_on, small=picture(96, 96))
    return attach_document(house.door, guest, wish).created_id
