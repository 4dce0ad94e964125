"""Draws where a stay would be, with the words of the judge, and the cell the keyboard is on."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.tape_bars import stripes
from logeerhuis_app.ui.planning.tape_geometry import text_span
from logeerhuis_app.ui.planning.tape_ghost import Fit, Ghost, Verdict
from logeerhuis_app.ui.planning.tape_painter import RowBox, Sheet
from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.style.scale import px

BUBBLE_WIDTH = 320
WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop


@dataclass(frozen=True)
class GhostLook:
    outline: str
    fill: str
    text: str
    is_hatched: bool


LOOKS = {
    Fit.FREE: GhostLook(tokens.TEAL, tokens.TEAL_TINT, tokens.TEAL, is_hatched=False),
    Fit.MISFIT: GhostLook(tokens.AMBER, tokens.AMBER_TINT, tokens.AMBER_INK, is_hatched=False),
    Fit.TAKEN: GhostLook(tokens.INK, "#C9C5BE", tokens.INK, is_hatched=True),
}


def paint_cursor(painter: QPainter, sheet: Sheet, box: RowBox, night: date) -> None:
    """The empty night the keyboard is on."""
    rect = QRectF(sheet.bar_rect(box, sheet.scale.night_span(night)))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.TEAL), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), px(5), px(5))


def paint_ghost(painter: QPainter, sheet: Sheet, box: RowBox, ghost: Ghost, verdict: Verdict) -> None:
    span = sheet.scale.span(ghost.from_night, ghost.departure)
    rect, look = sheet.bar_rect(box, span), LOOKS[verdict.fit]
    pen = QPen(QColor(look.outline), 2, Qt.PenStyle.CustomDashLine)
    pen.setDashPattern([3, 2])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(stripes(look.fill, rect.left()) if look.is_hatched else QBrush(QColor(look.fill)))
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), px(5), px(5))
    room = text_span(span, sheet.view, px(9))
    title = sheet.fonts.bold_metrics.elidedText(tape_words.ghost_title(ghost), Qt.TextElideMode.ElideRight, room.width)
    painter.setFont(sheet.fonts.bold)
    painter.setPen(QColor(look.text))
    align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(QRect(room.left - sheet.offset, box.bar_top, room.width, box.bar_height), align, title)
    _paint_bubble(painter, sheet, rect, ghost, verdict)


def _paint_bubble(painter: QPainter, sheet: Sheet, rect: QRect, ghost: Ghost, verdict: Verdict) -> None:
    """Dates and verdict in words, under the ghost or above it, always whole in view."""
    dates, words = tape_words.ghost_dates(ghost), verdict.text
    size = _bubble_size(sheet, dates, words)
    left = max(0, min(rect.left(), sheet.width - size.width()))
    below = rect.bottom() + px(6)
    top = below if below + size.height() <= sheet.height else max(0, rect.top() - px(6) - size.height())
    bubble, look = QRect(left, top, size.width(), size.height()), LOOKS[verdict.fit]
    painter.setPen(QPen(QColor(look.outline), 1.5))
    painter.setBrush(QColor(tokens.AMBER_TINT if verdict.fit is Fit.MISFIT else tokens.PANEL))
    painter.drawRoundedRect(QRectF(bubble).adjusted(0.75, 0.75, -0.75, -0.75), px(6), px(6))
    inner = bubble.adjusted(px(10), px(7), -px(10), -px(7))
    painter.setPen(QColor(look.text))
    painter.setFont(sheet.fonts.bold)
    painter.drawText(inner, WRAP, dates)
    painter.setFont(sheet.fonts.plain)
    painter.drawText(inner.adjusted(0, sheet.fonts.bold_metrics.height(), 0, 0), WRAP, words)


def _bubble_size(sheet: Sheet, dates: str, words: str) -> QSize:
    fonts = sheet.fonts
    room = QRect(0, 0, max(px(40), min(px(BUBBLE_WIDTH), sheet.width - px(20))), 10_000)
    said = fonts.plain_metrics.boundingRect(room, WRAP, words) if words else QRect()
    width = max(fonts.bold_metrics.horizontalAdvance(dates), said.width()) + px(20) + 2
    return QSize(width, fonts.bold_metrics.height() + said.height() + px(14))
