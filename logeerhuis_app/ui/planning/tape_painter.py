"""Draws one view of the chart: only the rows and nights that are seen."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainter, QPen

from logeerhuis_app.domain.bookings import IN_HOUSE, BookingLabel, BookingState
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow, ClosureRow
from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.tape_fonts import TapeFonts
from logeerhuis_app.ui.planning.tape_geometry import Scale, Span, text_span
from logeerhuis_app.ui.planning.tape_headers import DAYS_FROM, WEEKS_FROM, paint_location
from logeerhuis_app.ui.planning.tape_model import LocationLine, TapeModel
from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.style.scale import px

WEEKEND = "#F5EFE8"
GRID = "#EFEBE4"
CLOSED_STRIPE = "#D9D5CE"
LEFT_FILL = "#EDEBE7"
LEFT_INK = "#566066"
LEFT_BARE = "#CFCBC4"
STRIPE = 6
WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
LEAST_LETTERS = 4
LEAST_NAME = 20
"""A trial stay says so even where its guest's name must be cut, but not if less than this were left of the name."""
BARE_BELOW = 14
"""Bars narrower than this have no words and square corners: nothing would be seen of either."""


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
    fonts: TapeFonts
    today: date
    offset: int
    width: int
    height: int
    header_width: int
    rows: tuple[RowBox, ...]
    selected: int | None = None
    has_focus: bool = False

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
    for box in beds:
        painter.fillRect(QRect(0, box.top, _right_end(sheet), box.height), QColor(tokens.PANEL))
    _paint_columns(painter, sheet, beds)
    _paint_lines(painter, sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    first, last = sheet.first_day(), sheet.last_day()
    for box in beds:
        for closure in sheet.model.closures_in(box.row, first, last):
            _paint_closure(painter, sheet, box, closure)
        for bar in sheet.model.bars_in(box.row, first, last):
            paint_bar(painter, sheet, box, bar)


def _right_end(sheet: Sheet) -> int:
    """Where the last night ends, if that is in view."""
    return min(sheet.width, sheet.scale.left_of(sheet.model.chart.until) - sheet.offset)


def _paint_columns(painter: QPainter, sheet: Sheet, beds: list[RowBox]) -> None:
    """Weekends, today and the lines between days; between weeks when days get too narrow."""
    lines: list[QLineF] = []
    day, last = sheet.first_day(), sheet.last_day()
    while day <= last:
        left = sheet.scale.left_of(day) - sheet.offset
        tint = tokens.TEAL_TINT if day == sheet.today else WEEKEND if day.weekday() >= 5 else None
        is_shown = day == sheet.today or sheet.scale.width >= WEEKS_FROM
        for box in beds:
            if tint and is_shown:
                painter.fillRect(QRect(left, box.top, sheet.scale.width, box.height), QColor(tint))
        if sheet.scale.width >= DAYS_FROM or (day.weekday() == 0 and sheet.scale.width >= WEEKS_FROM) or day.day == 1:
            lines += [QLineF(left, box.top, left, box.top + box.height) for box in beds]
        day += ONE_DAY
    painter.setPen(QColor(GRID))
    painter.drawLines(lines)


def _paint_lines(painter: QPainter, sheet: Sheet) -> None:
    for box in sheet.rows:
        line = sheet.model.line(box.row)
        if isinstance(line, LocationLine):
            rect = QRect(-sheet.header_width, box.top, sheet.width + sheet.header_width, box.height)
            paint_location(painter, sheet.fonts, rect, line)
        painter.setPen(QColor(tokens.LINE))
        bottom = box.top + box.height - 1
        painter.drawLine(0, bottom, _right_end(sheet), bottom)


@lru_cache(maxsize=64)
def _stripes(colour: str, ground: str, shift: int) -> QBrush:
    """Diagonal stripes that move along with what they fill; ``shift`` is the pixel they start from."""
    gradient = QLinearGradient(QPointF(shift, 0), QPointF(shift + STRIPE, STRIPE))
    gradient.setSpread(QGradient.Spread.RepeatSpread)
    for place, stripe in ((0.0, ground), (0.5, ground), (0.501, colour), (1.0, colour)):
        gradient.setColorAt(place, QColor(stripe))
    return QBrush(gradient)


def stripes(colour: str, left: int, ground: str = tokens.PANEL) -> QBrush:
    return _stripes(colour, ground, left % (2 * STRIPE))


def _paint_closure(painter: QPainter, sheet: Sheet, box: RowBox, closure: ClosureRow) -> None:
    span = sheet.scale.span(closure.first_night, closure.last_night + ONE_DAY)
    rect = sheet.bar_rect(box, span)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(stripes(CLOSED_STRIPE, rect.left(), tokens.DISABLED_FILL))
    painter.drawRect(rect)
    room = text_span(span, sheet.view, px(8))
    text = sheet.fonts.plain_metrics.elidedText(closure.reason, Qt.TextElideMode.ElideRight, room.width - px(8))
    if not text or room.width < px(24):
        return
    plate = QRect(
        room.left - sheet.offset,
        box.bar_top + px(5),
        sheet.fonts.plain_metrics.horizontalAdvance(text) + px(8),
        box.bar_height - 2 * px(5),
    )
    painter.setBrush(QColor(tokens.DISABLED_FILL))
    painter.drawRect(plate)
    painter.setPen(QColor(tokens.INK))
    painter.setFont(sheet.fonts.plain)
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, text)


@dataclass(frozen=True)
class BarLook:
    """The colours of one bar; ``edge`` None: no dark edge at the arrival. ``bare``: when it is too narrow for both."""

    fill: str
    text: str
    edge: str | None
    bare: str
    is_option: bool = False


@lru_cache(maxsize=64)
def look_of(colours: tokens.Colours, state: BookingState) -> BarLook:
    """Option hatched, confirmed light, present full, left faded; Source: the house's design, §5."""
    if state is BookingState.OPTION:
        return BarLook(colours.tint, colours.ink, None, colours.mid, is_option=True)
    if state is BookingState.CONFIRMED:
        return BarLook(colours.tint, colours.ink, colours.full, colours.mid)
    if state in IN_HOUSE:
        return BarLook(colours.full, tokens.PANEL, QColor(colours.full).darker(165).name(), colours.full)
    return BarLook(LEFT_FILL, LEFT_INK, colours.mid, LEFT_BARE)


def paint_bar(painter: QPainter, sheet: Sheet, box: RowBox, bar: BarRow) -> None:
    span = sheet.scale.span(bar.first_night, bar.last_night + ONE_DAY)
    rect = sheet.bar_rect(box, span)
    look = look_of(tokens.law_colours(bar.law), bar.state)
    if span.width < BARE_BELOW:
        painter.fillRect(rect, stripes(look.bare, rect.left()) if look.is_option else QColor(look.bare))
    else:
        _paint_body(painter, rect, look, has_edge=bar.first_night == bar.arrival)
        _paint_words(painter, sheet, box, span, bar, look)
    if bar.booking_id == sheet.selected:
        _paint_ring(painter, rect, sheet.has_focus)


def _paint_body(painter: QPainter, rect: QRect, look: BarLook, has_edge: bool) -> None:
    radius = px(5)
    if look.is_option:
        pen = QPen(QColor(look.text), 1.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(stripes(look.fill, rect.left()))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.edge or look.fill))
    painter.drawRoundedRect(rect, radius, radius)
    edge = min(px(5), rect.width() // 4) if has_edge else 1
    painter.setBrush(QColor(look.fill))
    painter.drawRoundedRect(rect.adjusted(edge, 0, 0, 0), radius - 1, radius)


def _paint_words(painter: QPainter, sheet: Sheet, box: RowBox, span: Span, bar: BarRow, look: BarLook) -> None:
    """The guest in bold and, as far as there is room, what kind of stay; never a letter outside the bar."""
    room = text_span(span, sheet.view, px(10) if span.width > px(50) else px(8))
    fonts, left, words = sheet.fonts, room.left - sheet.offset, tape_words.bar_info(bar)
    gap = px(4)
    kept = fonts.plain_metrics.horizontalAdvance(words[0]) + gap if bar.label is BookingLabel.TRIAL else 0
    if room.width - kept < px(LEAST_NAME):
        kept = 0
    name = fonts.bold_metrics.elidedText(bar.guest, Qt.TextElideMode.ElideRight, room.width - kept)
    if len(name) < min(2, len(bar.guest)):
        return
    painter.setPen(QColor(look.text))
    painter.setFont(fonts.bold)
    painter.drawText(QRect(left, box.bar_top, room.width, box.bar_height), WORDS, name)
    used = fonts.bold_metrics.horizontalAdvance(name) + gap
    info = _fitting(fonts, words, room.width - used) if kept or name == bar.guest else ""
    if info:
        painter.setFont(fonts.plain)
        painter.drawText(QRect(left + used, box.bar_top, room.width - used, box.bar_height), WORDS, info)


def _fitting(fonts: TapeFonts, words: tuple[str, ...], width: int) -> str:
    """As many of the words as fit whole; if not even the first does, its beginning."""
    for count in range(len(words), 0, -1):
        text = " · ".join(words[:count])
        if fonts.plain_metrics.horizontalAdvance(text) <= width:
            return text
    beginning = fonts.plain_metrics.elidedText(words[0], Qt.TextElideMode.ElideRight, width)
    return beginning if len(beginning) > LEAST_LETTERS else ""


def _paint_ring(painter: QPainter, rect: QRect, has_focus: bool) -> None:
    """Around the selected bar, with a line of white between, so that it shows on every colour."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.PANEL), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(-1, -1, 1, 1), px(6), px(6))
    painter.setPen(QPen(QColor(tokens.TEAL if has_focus else tokens.LINE_STRONG), 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(-3, -3, 3, 3), px(8), px(8))
