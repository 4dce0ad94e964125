"""Draws one view of the chart: only the rows and nights that are seen."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow, ClosureRow
from logeerhuis_app.ui.planning.tape_bars import BarPainter, stripes
from logeerhuis_app.ui.planning.tape_fonts import TapeFonts
from logeerhuis_app.ui.planning.tape_geometry import Scale, Span, text_span
from logeerhuis_app.ui.planning.tape_headers import DAYS_FROM, WEEKS_FROM, paint_location
from logeerhuis_app.ui.planning.tape_model import LocationLine, TapeModel
from logeerhuis_app.ui.style import tokens

WEEKEND = "#F5EFE8"
GRID = "#EFEBE4"
CLOSED_STRIPE = "#D9D5CE"


@dataclass(frozen=True)
class RowBox:
    """A line of the chart where it stands in the view."""

    row: int
    top: int
    height: int

    @property
    def bar_top(self) -> int:
        return self.top + self.height * 15 // 100

    @property
    def bar_height(self) -> int:
        return self.height * 70 // 100


@dataclass(frozen=True)
class Sheet:
    """What is to be drawn; ``offset`` is the pixel of the chart at the left edge of the view."""

    model: TapeModel
    scale: Scale
    bars: BarPainter
    today: date
    offset: int
    width: int
    height: int
    header_width: int
    rows: tuple[RowBox, ...]
    selected: int | None = None
    has_focus: bool = False

    @property
    def fonts(self) -> TapeFonts:
        return self.bars.fonts

    @property
    def view(self) -> Span:
        return Span(self.offset, self.offset + self.width)

    def first_day(self) -> date:
        return max(self.model.chart.first, self.scale.day(self.offset // self.scale.width - 1))

    def last_day(self) -> date:
        last = self.scale.day((self.offset + self.width) // self.scale.width)
        return min(last, self.model.chart.until - ONE_DAY)

    def bar_rect(self, box: RowBox, span: Span) -> QRect:
        return QRect(span.left - self.offset, box.bar_top, span.width, box.bar_height)


def paint_sheet(painter: QPainter, sheet: Sheet) -> None:
    painter.fillRect(QRect(0, 0, sheet.width, sheet.height), QColor(tokens.PAPER))
    beds = [box for box in sheet.rows if not isinstance(sheet.model.line(box.row), LocationLine)]
    _paint_columns(painter, sheet, list(_blocks(beds)))
    _paint_lines(painter, sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    first, last = sheet.first_day(), sheet.last_day()
    for box in beds:
        for closure in sheet.model.closures_in(box.row, first, last):
            _paint_closure(painter, sheet, box, closure)
        for bar in sheet.model.bars_in(box.row, first, last):
            _paint_bar(painter, sheet, box, bar)


def _paint_bar(painter: QPainter, sheet: Sheet, box: RowBox, bar: BarRow) -> None:
    rect = sheet.bar_rect(box, sheet.scale.span(bar.first_night, bar.last_night + ONE_DAY))
    sheet.bars.paint(painter, bar, rect, sheet.width)
    if bar.booking_id == sheet.selected:
        _paint_ring(painter, sheet.fonts, rect, sheet.has_focus)


def _blocks(beds: list[RowBox]) -> Iterator[Span]:
    """The rows of beds that follow each other without a location's line between, from top to bottom."""
    top = bottom = None
    for box in beds:
        if bottom != box.top:
            if top is not None and bottom is not None:
                yield Span(top, bottom)
            top = box.top
        bottom = box.top + box.height
    if top is not None and bottom is not None:
        yield Span(top, bottom)


def _right_end(sheet: Sheet) -> int:
    """Where the last night ends, if that is in view."""
    return min(sheet.width, sheet.scale.left_of(sheet.model.chart.until) - sheet.offset)


def _paint_columns(painter: QPainter, sheet: Sheet, blocks: list[Span]) -> None:
    """Weekends, today and the lines between days; between weeks when days get too narrow."""
    for block in blocks:
        painter.fillRect(QRect(0, block.left, _right_end(sheet), block.width), QColor(tokens.PANEL))
    lines: list[QLineF] = []
    day, last, width = sheet.first_day(), sheet.last_day(), sheet.scale.width
    while day <= last:
        left = sheet.scale.left_of(day) - sheet.offset
        tint = _tint_of(day, sheet)
        for block in blocks if tint else ():
            painter.fillRect(QRect(left, block.left, width, block.width), QColor(tint))
        if width >= DAYS_FROM or (day.weekday() == 0 and width >= WEEKS_FROM) or day.day == 1:
            lines += [QLineF(left, block.left, left, block.right) for block in blocks]
        day += ONE_DAY
    painter.setPen(QColor(GRID))
    painter.drawLines(lines)


def _tint_of(day: date, sheet: Sheet) -> str:
    if day == sheet.today:
        return tokens.TEAL_TINT
    return WEEKEND if day.weekday() >= 5 and sheet.scale.width >= WEEKS_FROM else ""


def _paint_lines(painter: QPainter, sheet: Sheet) -> None:
    for box in sheet.rows:
        line = sheet.model.line(box.row)
        if isinstance(line, LocationLine):
            rect = QRect(-sheet.header_width, box.top, sheet.width + sheet.header_width, box.height)
            paint_location(painter, sheet.fonts, rect, line)
        painter.setPen(QColor(tokens.LINE))
        bottom = box.top + box.height - 1
        painter.drawLine(0, bottom, _right_end(sheet), bottom)


def _paint_closure(painter: QPainter, sheet: Sheet, box: RowBox, closure: ClosureRow) -> None:
    span = sheet.scale.span(closure.first_night, closure.last_night + ONE_DAY)
    rect = sheet.bar_rect(box, span)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(stripes(CLOSED_STRIPE, rect.left(), tokens.DISABLED_FILL))
    painter.drawRect(rect)
    room = text_span(span, sheet.view, sheet.fonts.px(8))
    text = sheet.fonts.plain_metrics.elidedText(
        closure.reason, Qt.TextElideMode.ElideRight, room.width - sheet.fonts.px(8)
    )
    if not text or room.width < sheet.fonts.px(24):
        return
    plate = QRect(
        room.left - sheet.offset,
        box.bar_top + sheet.fonts.px(5),
        sheet.fonts.plain_metrics.horizontalAdvance(text) + sheet.fonts.px(8),
        box.bar_height - 2 * sheet.fonts.px(5),
    )
    painter.setBrush(QColor(tokens.DISABLED_FILL))
    painter.drawRect(plate)
    painter.setPen(QColor(tokens.INK))
    painter.setFont(sheet.fonts.plain)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


def _paint_ring(painter: QPainter, fonts: TapeFonts, rect: QRect, has_focus: bool) -> None:
    """Around the selected bar, with a line of white between, so that it shows on every colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.PANEL), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), fonts.px(6), fonts.px(6))
    painter.setPen(QPen(QColor(tokens.TEAL if has_focus else tokens.LINE_STRONG), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(-3, -3, 3, 3), fonts.px(8), fonts.px(8))
