"""Line drawings from ``resources/icons``, in the colour and size asked for."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from logeerhuis_app import paths
from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.style.scale import px


def icon(name: str, colour: str = tokens.INK, size: int = 18) -> QIcon:
    """The drawing as an icon, with a paler one for a disabled control."""
    result = QIcon(pixmap(name, colour, size))
    result.addPixmap(pixmap(name, tokens.DISABLED_INK, size), QIcon.Mode.Disabled)
    return result


def pixmap(name: str, colour: str = tokens.INK, size: int = 18) -> QPixmap:
    """The drawing at ``size`` pixels of the 100 % scale, sharp on the screen it is for.

    Raises:
        FileNotFoundError: there is no drawing of that name.
    """
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    side = px(size)
    picture = QPixmap(round(side * ratio), round(side * ratio))
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(_tinted(name, colour))).render(painter, QRectF(0, 0, side * ratio, side * ratio))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@lru_cache(maxsize=256)
def _tinted(name: str, colour: str) -> bytes:
    return paths.resource("icons", f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
