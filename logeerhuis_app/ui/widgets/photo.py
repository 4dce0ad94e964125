"""The guest's picture, or the initial while there is none."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logeerhuis_app.ui.style import px, tokens


class Photo(QWidget):
    """A circle with the first letter of the name."""

    def __init__(self, name: str = "", size: int = tokens.PHOTO_SIZE, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._initial = ""
        self._side = px(size)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        self._initial = name.strip()[:1].upper()
        self.setAccessibleName(name)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.PHOTO))
        painter.drawEllipse(QRectF(0, 0, self._side, self._side))
        font = self.font()
        font.setPixelSize(round(self._side * 0.375))
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(QColor(tokens.TEAL))
        painter.drawText(QRectF(0, 0, self._side, self._side), Qt.AlignmentFlag.AlignCenter, self._initial)
        painter.end()
