"""A picture that a phone reads."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logeerhuis_app.ui.style import px, tokens

QUIET_ZONE = 4
"""White modules around the picture. Source: ISO/IEC 18004, four of them."""
_MODULE = 4


class QrCode(QWidget):
    """Dark on white whatever the theme, in whole pixels, larger with larger letters. Empty until ``show_text``."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._matrix: tuple[bytes, ...] = ()
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def matrix(self) -> tuple[bytes, ...]:
        """Row by row, 1 for a dark module; without the white around it."""
        return self._matrix

    @property
    def module(self) -> int:
        """The side of one module, in pixels."""
        return px(_MODULE)

    def show_text(self, text: str) -> None:
        """What the phone is to read. A screen has no stains: the lowest correction makes the largest modules."""
        import segno  # only whoever turns a second step on needs it

        self._matrix = tuple(bytes(row) for row in segno.make_qr(text, error="l").matrix)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = (len(self._matrix) + 2 * QUIET_ZONE) * self.module if self._matrix else 0
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        dark, side = QColor(tokens.INK), self.module
        for row, modules in enumerate(self._matrix, start=QUIET_ZONE):
            for column, is_dark in enumerate(modules, start=QUIET_ZONE):
                if is_dark:
                    painter.fillRect(QRect(column * side, row * side, side, side), dark)
        painter.end()
