"""Files and pictures that come in: refused by their size before they are read, opened with care, made small enough.

A photo is drawn anew: what a camera writes into its file (place, time, serial number) does not come along.
"""

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from logeerhuis_app.domain.documents import MOST_BYTES, MOST_PHOTO_BYTES, MOST_PIXELS, MOST_SMALL_BYTES
from logeerhuis_app.domain.errors_documents import DocumentTooLarge, DocumentUnfit
from logeerhuis_app.services.document_content import media_type, require_size

PHOTO_SIDE = 1600
"""Points on the longer side: enough for a face as large as a hand on paper."""
SMALL_SIDE = 192
PAGE_WIDTH_INCHES = 8.27
_QUALITIES = (88, 80, 70, 60, 45)


def read_file(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file that may come in.

    Raises:
        DocumentTooLarge: said by its size, before one byte of it was read.
        DocumentUnfit: it is not there, is no file, or is empty.
    """
    try:
        if not path.is_file():
            raise DocumentUnfit(path.name, "not_readable")
        require_size(path.name, path.stat().st_size, most)
        with path.open("rb") as file:
            content = file.read(most + 1)
    except OSError as failure:
        raise DocumentUnfit(path.name, "not_readable") from failure
    require_size(path.name, len(content), most)
    return content


def is_pdf(content: bytes) -> bool:
    return b"%PDF-" in content[:1024]


def require_picture(name: str, content: bytes) -> None:
    """Really open it. Raises: DocumentUnfit."""
    _opened(name, content, QSize(SMALL_SIDE, SMALL_SIDE))


def fitted_photo(name: str, content: bytes) -> tuple[bytes, bytes]:
    """The photo as it is kept, and the small square of it for the round frame; both JPEG, upright.

    Raises: DocumentUnfit: it is no picture that can be opened.
    """
    if is_pdf(content):
        raise DocumentUnfit(name, "not_photo")
    media_type(name, content)
    image = _opened(name, content, QSize(PHOTO_SIDE, PHOTO_SIDE))
    large = _within(name, _redrawn(image), MOST_PHOTO_BYTES)
    square = image.copy(_face(image.size())).scaled(
        SMALL_SIDE, SMALL_SIDE, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
    return large, _within(name, _redrawn(square), MOST_SMALL_BYTES)


def picture_page(content: bytes, dots_per_inch: float) -> QImage:
    """A picture as wide as a page of paper, and never larger than it is.

    Raises: DocumentUnfit: the bytes are bent.
    """
    side = max(64, round(PAGE_WIDTH_INCHES * dots_per_inch))
    image = _opened("", content, QSize(side, side * 4))
    if image.width() < side:
        return image.scaledToWidth(side, Qt.TransformationMode.SmoothTransformation)
    return image


def _opened(name: str, content: bytes, within: QSize) -> QImage:
    """Decoded no larger than ``within``, turned as the camera was held."""
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.isEmpty():
        raise DocumentUnfit(name, "picture")
    if size.width() * size.height() > MOST_PIXELS:
        raise DocumentUnfit(name, "pixels")
    if size.width() > within.width() or size.height() > within.height():
        reader.setScaledSize(size.scaled(within, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise DocumentUnfit(name, "picture")
    return image


def _face(size: QSize) -> QRect:
    """The square in which a face is: in the middle, and of a tall picture rather above it."""
    side = min(size.width(), size.height())
    return QRect((size.width() - side) // 2, (size.height() - side) // 4, side, side)


def _redrawn(image: QImage) -> QImage:
    """On white, and without what the file said besides."""
    fresh = QImage(image.size(), QImage.Format.Format_RGB32)
    fresh.fill(Qt.GlobalColor.white)
    painter = QPainter(fresh)
    painter.drawImage(0, 0, image)
    painter.end()
    return fresh


def _within(name: str, image: QImage, most: int) -> bytes:
    for quality in _QUALITIES:
        content = _jpeg(image, quality)
        if len(content) <= most:
            return content
    raise DocumentTooLarge(name, -(-len(content) // 2**20), 1)


def _jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPEG", quality)  # type: ignore[call-overload]  # the stub wants bytes for the format
    return bytes(buffer.data().data())
