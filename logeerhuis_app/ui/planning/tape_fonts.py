"""The three letters of the chart, with their measures."""

from PySide6.QtGui import QFont, QFontMetrics

from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.style.scale import current_scale


class TapeFonts:
    """Bold for names and day numbers, plain beside them, small for weekdays and room features."""

    def __init__(self, base: QFont) -> None:
        self.bold = _at(base, tokens.SMALL_PX, QFont.Weight.Bold)
        self.plain = _at(base, tokens.TINY_PX, QFont.Weight.Normal)
        self.small = _at(base, tokens.TINY_PX, QFont.Weight.Normal)
        self.bold_metrics = QFontMetrics(self.bold)
        self.plain_metrics = QFontMetrics(self.plain)
        self.small_metrics = QFontMetrics(self.small)
        self._scale = current_scale()

    def px(self, at_full_size: float) -> int:
        """This many pixels at 100 %, at least one; quicker than asking the application each time."""
        return max(1, round(at_full_size * self._scale))


def _at(base: QFont, pixels_at_full_size: int, weight: QFont.Weight) -> QFont:
    """The base font at another of the house's sizes, growing with the text scale."""
    font = QFont(base)
    if base.pixelSize() > 0:
        font.setPixelSize(max(8, round(base.pixelSize() * pixels_at_full_size / tokens.FONT_PX)))
    else:
        font.setPointSizeF(base.pointSizeF() * pixels_at_full_size / tokens.FONT_PX)
    font.setWeight(weight)
    return font
