"""Pixels that grow with the text scale, read from the application's own font."""

from PySide6.QtGui import QGuiApplication

from logeerhuis_app.ui.style import tokens


def current_scale() -> float:
    """1.0 to 1.5: how much larger than the base the text is shown."""
    size = QGuiApplication.font().pixelSize()
    return size / tokens.FONT_PX if size > 0 else 1.0


def px(at_full_size: float) -> int:
    """This many pixels at 100 %, at least one."""
    return max(1, round(at_full_size * current_scale()))
