"""How a number went over time: points with their values and dates, small enough for a card."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.ui.style import px, tokens

_PLOT_HEIGHT = 74
_DOT = 4.5
_WIDEST_SHARE = 0.36
"""So much of the width at most for the words beside the axis."""


@dataclass(frozen=True)
class CoursePoint:
    """One measurement; ``words``: its value as a person reads it."""

    day: date
    value: float
    words: str


@dataclass(frozen=True)
class CourseScale:
    """From the bottom of the graph to its top, with the words that stand there."""

    least: float
    most: float
    least_words: str
    most_words: str
    direction: str  # «hoger is beter»


class CourseGraph(QWidget):
    """Every point is a dot on a line; as many values as there is room for stand in writing, the last one always.

    The whole course is in the accessible name, and in the tool tip: nothing depends on seeing the dots.
    """

    def __init__(
        self, title: str, scale: CourseScale, points: Sequence[CoursePoint] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title, self._scale = title, scale
        self._points: tuple[CoursePoint, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_points(points)

    def show_points(self, points: Sequence[CoursePoint]) -> None:
        """By day; those of one day keep their order."""
        self._points = tuple(sorted(points, key=lambda point: point.day))
        words = self._in_words()
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(300), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), self._height())

    def written(self) -> list[str]:
        """The values that stand in writing at this size, from left to right."""
        return [point.words for point, _box in self._labels(self._places())]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small())
        self._paint_axis(painter)
        places = self._places()
        self._paint_course(painter, places)
        self._paint_labels(painter, places)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.TEAL), px(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), px(4), px(4))
        painter.end()

    # --- in words ----------------------------------------------------------------------------------------------

    def _in_words(self) -> str:
        if not self._points:
            return _("{title}: nothing was measured yet").format(title=self._title)
        course = "; ".join(f"{date_numeric(point.day)} {point.words}" for point in self._points)
        words = _("{title}, {direction}: {course}")
        return words.format(title=self._title, direction=self._scale.direction, course=course)

    # --- where things stand ------------------------------------------------------------------------------------

    def _small(self) -> QFont:
        font = QFont(self.font())
        if font.pixelSize() > 0:
            font.setPixelSize(max(9, round(font.pixelSize() * tokens.TINY_PX / tokens.FONT_PX)))
        return font

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._small())

    def _height(self) -> int:
        """Room for a value above the highest dot, and for the dates below."""
        return px(_PLOT_HEIGHT) + 2 * self._metrics().height() + px(14)

    def _plot(self) -> QRectF:
        metrics = self._metrics()
        widest = max(metrics.horizontalAdvance(words) for words in (self._scale.least_words, self._scale.most_words))
        left = min(widest, round(self.width() * _WIDEST_SHARE)) + px(10)
        top, below = metrics.height() + px(6), metrics.height() + px(6)
        return QRectF(left, top, max(1, self.width() - left - px(16)), max(1, self.height() - top - below))

    def _places(self) -> list[QPointF]:
        """By date from left to right; a single day stands in the middle."""
        if not self._points:
            return []
        plot, scale = self._plot(), self._scale
        first = self._points[0].day
        days = (self._points[-1].day - first).days
        inner = plot.adjusted(px(_DOT + 3), 0, -px(_DOT + 3), 0)
        return [
            QPointF(
                inner.left() + inner.width() * ((point.day - first).days / days if days else 0.5),
                plot.bottom() - plot.height() * (point.value - scale.least) / ((scale.most - scale.least) or 1),
            )
            for point in self._points
        ]

    def _labels(self, places: Sequence[QPointF]) -> list[tuple[CoursePoint, QRectF]]:
        """The last one first, then the first, then the others from new to old, as far as they do not touch."""
        order = [len(places) - 1, 0, *range(len(places) - 2, 0, -1)] if places else []
        taken: dict[int, QRectF] = {}
        for place in order:
            box = self._box(self._points[place].words, places[place])
            if place not in taken and not any(box.intersects(other) for other in taken.values()):
                taken[place] = box
        return [(self._points[place], taken[place]) for place in sorted(taken)]

    def _box(self, words: str, at: QPointF) -> QRectF:
        """Above its dot, and never over the edge."""
        metrics = self._metrics()
        plot = self._plot()
        width = min(float(metrics.horizontalAdvance(words) + px(4)), self.width() - plot.left())
        left = min(max(plot.left(), at.x() - width / 2), self.width() - width)
        return QRectF(left, at.y() - px(_DOT) - metrics.height() - px(1), width, metrics.height())

    # --- painting ----------------------------------------------------------------------------------------------

    def _paint_axis(self, painter: QPainter) -> None:
        plot, metrics = self._plot(), self._metrics()
        painter.setPen(QPen(QColor(tokens.LINE), 1))
        for height in (plot.top(), plot.bottom()):
            painter.drawLine(QPointF(plot.left(), height), QPointF(plot.right(), height))
        painter.setPen(QColor(tokens.MUTE))
        room = round(plot.left()) - px(8)
        for words, height in ((self._scale.most_words, plot.top()), (self._scale.least_words, plot.bottom())):
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
            box = QRectF(0, height - metrics.height() / 2, room, metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        if not self._points:
            painter.drawText(plot, Qt.AlignmentFlag.AlignCenter, _("nothing measured yet"))
            return
        self._paint_dates(painter, plot)

    def _paint_dates(self, painter: QPainter, plot: QRectF) -> None:
        first, last = self._points[0].day, self._points[-1].day
        metrics = self._metrics()
        line = QRectF(plot.left(), plot.bottom() + px(5), plot.width(), metrics.height())
        if first == last:
            painter.drawText(line, Qt.AlignmentFlag.AlignHCenter, date_numeric(first))
            return
        if metrics.horizontalAdvance(date_numeric(first) + date_numeric(last)) + px(8) > line.width():
            line.setLeft(0)
            line.setRight(self.width())
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft, date_numeric(first))
        painter.drawText(line, Qt.AlignmentFlag.AlignRight, date_numeric(last))

    def _paint_course(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        painter.setPen(QPen(QColor(tokens.TONES[tokens.Tone.TEAL].mid), px(2)))
        if len(places) > 1:
            painter.drawPolyline(QPolygonF(list(places)))
        painter.setPen(QPen(QColor(tokens.PANEL), px(1.5)))
        painter.setBrush(QColor(tokens.TEAL))
        for at in places:
            painter.drawEllipse(at, px(_DOT), px(_DOT))

    def _paint_labels(self, painter: QPainter, places: Sequence[QPointF]) -> None:
        painter.setPen(QColor(tokens.INK))
        for point, box in self._labels(places):
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, point.words)
