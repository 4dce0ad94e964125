"""The two edges that do not scroll away: weeks and days above, rooms at the left."""

from datetime import date

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHeaderView, QWidget

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.i18n.format import weekday_letters
from logeerhuis_app.services.rows.planning import BedRow
from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.tape_fonts import TapeFonts
from logeerhuis_app.ui.planning.tape_geometry import Scale
from logeerhuis_app.ui.planning.tape_model import LocationLine, TapeModel
from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.style.scale import px

DAYS_FROM = 18
"""Columns narrower than this lose their weekday and number."""
WEEKS_FROM = 5
"""Columns narrower than this lose their weeks too."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
MIDDLE = Qt.AlignmentFlag.AlignCenter


class NightHeader(QHeaderView):
    """Week, weekday and day number; today is filled."""

    def __init__(self, today: date, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.today = today
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def tape(self) -> TapeModel:
        model = self.model()
        if not isinstance(model, TapeModel):
            raise TypeError("the night header stands above a tape model")
        return model

    def scale_(self) -> Scale:
        return Scale(self.tape().chart.first, max(1, self.defaultSectionSize()))

    def sizeHint(self) -> QSize:
        fonts = TapeFonts(self.font())
        height = fonts.small_metrics.height() * 2 + fonts.bold_metrics.height() + px(14)
        return QSize(super().sizeHint().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), QColor(tokens.PAPER))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fonts, scale = TapeFonts(self.font()), self.scale_()
        first = max(0, self.offset() // scale.width)
        last = min(self.count() - 1, (self.offset() + self.width()) // scale.width)
        shown = [scale.day(column) for column in range(first, last + 1)]
        self._paint_weeks(painter, fonts, scale, shown)
        if scale.width >= DAYS_FROM:
            self._paint_days(painter, fonts, scale, shown)
        elif scale.width >= WEEKS_FROM:
            self._paint_mondays(painter, fonts, scale, shown)
        painter.setPen(QColor(tokens.LINE))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _line(self, fonts: TapeFonts, number: int) -> QRect:
        """The box of one of the three lines over the whole width."""
        small, top = fonts.small_metrics.height(), px(4)
        tops = (top, top + small + px(2), top + 2 * small + px(2))
        heights = (small, small, fonts.bold_metrics.height())
        return QRect(0, tops[number], self.width(), heights[number])

    def _paint_weeks(self, painter: QPainter, fonts: TapeFonts, scale: Scale, shown: list[date]) -> None:
        """The labels of the weeks (of the months when far away); the first sticks to the left edge."""
        if not shown:
            return
        if scale.width >= WEEKS_FROM:
            starts = sorted({day - day.weekday() * ONE_DAY for day in shown})
            labels = [tape_words.week_labels(shown[0], monday) for monday in starts]
        else:
            starts = sorted({day.replace(day=1) for day in shown})
            labels = [tape_words.month_labels(day) for day in starts]
        lefts = [scale.left_of(day) - self.offset() for day in starts]
        painter.setFont(fonts.small)
        for left, right, texts in zip(lefts, [*lefts[1:], self.width()], labels, strict=True):
            self._paint_label(painter, fonts, left, right, texts)

    def _paint_label(self, painter: QPainter, fonts: TapeFonts, left: int, right: int, texts: list[str]) -> None:
        """The longest of the texts that fits before the next label."""
        line = self._line(fonts, 0)
        painter.setPen(QColor(tokens.LINE))
        painter.drawLine(left, line.top(), left, line.bottom())
        start = max(left, 0) + px(6)
        room = right - px(4) - start
        text = next((text for text in texts if fonts.small_metrics.horizontalAdvance(text) <= room), "")
        painter.setPen(QColor(tokens.MUTE))
        painter.drawText(QRect(start, line.top(), max(0, room), line.height()), LEFT, text)

    def _paint_days(self, painter: QPainter, fonts: TapeFonts, scale: Scale, shown: list[date]) -> None:
        upper, lower = self._line(fonts, 1), self._line(fonts, 2)
        for day in shown:
            left = scale.left_of(day) - self.offset()
            is_today = day == self.today
            if is_today:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.TEAL))
                box = QRect(left, upper.top() - px(1), scale.width, lower.bottom() - upper.top() + px(4))
                painter.drawRoundedRect(box, px(6), px(6))
            painter.setPen(QColor(tokens.PANEL if is_today else tokens.MUTE))
            painter.setFont(fonts.small)
            painter.drawText(QRect(left, upper.top(), scale.width, upper.height()), MIDDLE, weekday_letters(day))
            painter.setPen(QColor(tokens.PANEL if is_today else tokens.INK))
            painter.setFont(fonts.bold)
            painter.drawText(QRect(left, lower.top(), scale.width, lower.height()), MIDDLE, str(day.day))

    def _paint_mondays(self, painter: QPainter, fonts: TapeFonts, scale: Scale, shown: list[date]) -> None:
        """Only the Mondays keep their number, and today its mark."""
        line = self._line(fonts, 2)
        painter.setFont(fonts.bold)
        for day in shown:
            left = scale.left_of(day) - self.offset()
            if day.weekday() == 0:
                painter.setPen(QColor(tokens.INK))
                painter.drawText(QRect(left + px(4), line.top(), 7 * scale.width, line.height()), LEFT, str(day.day))
            if day == self.today:
                painter.fillRect(QRect(left, line.bottom() - px(1), max(3, scale.width), px(4)), QColor(tokens.TEAL))


class BedHeader(QHeaderView):
    """Room names with what the room offers; a location's own line runs on into the chart."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(1)
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(px(150), super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        model = self.model()
        if not isinstance(model, TapeModel) or section >= len(model.lines):
            return
        painter.save()
        painter.fillRect(rect, QColor(tokens.PAPER))
        painter.setPen(QColor(tokens.LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        line, fonts = model.line(section), TapeFonts(self.font())
        if isinstance(line, LocationLine):
            paint_location(painter, fonts, rect, line)
        else:
            painter.drawLine(rect.topRight(), rect.bottomRight())
            _paint_bed(painter, fonts, rect, line)
        painter.restore()


def paint_location(painter: QPainter, fonts: TapeFonts, rect: QRect, line: LocationLine) -> None:
    """«Plezant 7 bedden»; painted in the header and again in the chart, so that a long name runs on."""
    box = rect.adjusted(px(8), 0, 0, 0)
    painter.setFont(fonts.bold)
    painter.setPen(QColor(tokens.INK))
    painter.drawText(box, LEFT, line.name)
    after = fonts.bold_metrics.horizontalAdvance(line.name + " ")
    painter.setFont(fonts.small)
    painter.setPen(QColor(tokens.MUTE))
    painter.drawText(box.adjusted(after, 0, 0, 0), LEFT, tape_words.bed_count(line.beds))


def _paint_bed(painter: QPainter, fonts: TapeFonts, rect: QRect, bed: BedRow) -> None:
    name_height = fonts.bold_metrics.height()
    small_height = fonts.small_metrics.height() if bed.features else 0
    top = rect.top() + (rect.height() - name_height - small_height) // 2
    _paint_elided(painter, fonts.bold, tokens.INK, QRect(rect.left(), top, rect.width(), name_height), bed.name)
    below = QRect(rect.left(), top + name_height, rect.width(), small_height)
    _paint_elided(painter, fonts.small, tokens.MUTE, below, bed.features)


def _paint_elided(painter: QPainter, font: QFont, colour: str, rect: QRect, text: str) -> None:
    box = rect.adjusted(px(8), 0, -px(6), 0)
    painter.setFont(font)
    painter.setPen(QColor(colour))
    painter.drawText(box, LEFT, QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, box.width()))
