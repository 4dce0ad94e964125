"""The guest's picture, or the initial while there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens


class Photo(QWidget):
    """A circle with the face, or with the first letter of the name."""

    def __init__(self, name: str = "", size: int = tokens.PHOTO_SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ""
        self._side = px(size)
        self._bytes = b""
        self._picture = QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    @property
    def has_picture(self) -> bool:
        return not self._picture.isNull()

    def set_name(self, name: str) -> None:
        self._name = name.strip()
        self._tell()

    def set_picture(self, content: bytes) -> None:
        """A small square JPEG; empty, or one that cannot be read: the initial."""
        if content == self._bytes:
            return
        self._bytes, self._picture = content, QPixmap()
        if content:
            self._picture.loadFromData(content)
        self._tell()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        circle = QRectF(0, 0, self._side, self._side)
        if self.has_picture:
            self._paint_picture(painter, circle)
        else:
            self._paint_initial(painter, circle)
        painter.end()

    def _paint_picture(self, painter: QPainter, circle: QRectF) -> None:
        path = QPainterPath()
        path.addEllipse(circle)
        painter.setClipPath(path)
        painter.drawPixmap(circle, self._picture, QRectF(self._picture.rect()))

    def _paint_initial(self, painter: QPainter, circle: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.PHOTO))
        painter.drawEllipse(circle)
        font = self.font()
        font.setPixelSize(round(self._side * 0.375))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.TEAL))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._name[:1].upper())

    def _tell(self) -> None:
        self.setAccessibleName(_("photo of {guest}").format(guest=self._name) if self.has_picture else self._name)
        self.update()
