"""One small bar per night under the chart, with the number below; it scrolls with the chart."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.occupancy import NightCount, occupancy
from logeerhuis_app.ui.planning.tape_fonts import TapeFonts
from logeerhuis_app.ui.planning.tape_headers import DAYS_FROM
from logeerhuis_app.ui.planning.tape_view import TapeView
from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.style.scale import px

BAR_HEIGHT = 36


class OccupancyStrip(QWidget):
    """Amber and a full-height bar when no open bed is left."""

    def __init__(self, view: TapeView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.counts: tuple[NightCount, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Occupied beds per night"))
        view.shown_nights_changed.connect(self.update)
        view.tape.modelReset.connect(self.recount)
        self.recount()

    def recount(self) -> None:
        self.counts = occupancy(self._view.tape.chart)
        today = next((count for count in self.counts if count.night == self._view.today), None)
        self.setAccessibleDescription(self.sentence(today) if today else "")
        self.update()

    def sentence(self, count: NightCount) -> str:
        return tape_words.occupied_tip(count.night, count.occupied, count.closed, count.beds)

    def sizeHint(self) -> QSize:
        small = TapeFonts(self.font()).small_metrics.height()
        return QSize(px(400), px(8) + px(BAR_HEIGHT) + 2 * small + px(12))

    def count_at(self, x: int) -> NightCount | None:
        column = (x - self._left() + self._view.offset()) // self._view.scale_().width
        return self.counts[column] if x >= self._left() and 0 <= column < len(self.counts) else None

    def _left(self) -> int:
        """Where the nights begin: right of the rooms."""
        return self._view.viewport().x()

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            count = self.count_at(event.pos().x())
            QToolTip.showText(event.globalPos(), self.sentence(count) if count else "", self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        fonts, width, left = TapeFonts(self.font()), self._view.scale_().width, self._left()
        view_width = self._view.viewport().width()
        painter.setClipRect(QRect(left, 0, view_width, self.height()))
        painter.setFont(fonts.small)
        first = self._view.offset() // width
        for column in range(first, min(len(self.counts), first + view_width // width + 2)):
            x = left + column * width - self._view.offset()
            self._paint_night(painter, fonts, x, width, self.counts[column])
        if self.counts:
            top = px(8) + px(BAR_HEIGHT) + fonts.small_metrics.height() + px(4)
            painter.setPen(QColor(tokens.MUTE))
            box = QRect(left, top, view_width, fonts.small_metrics.height() + px(4))
            painter.drawText(box, Qt.AlignmentFlag.AlignLeft, tape_words.occupied_caption(self.counts[0].beds))
        painter.end()

    def _paint_night(self, painter: QPainter, fonts: TapeFonts, x: int, width: int, count: NightCount) -> None:
        room, bottom = px(BAR_HEIGHT), px(8) + px(BAR_HEIGHT)
        tall = round(room * count.occupied / count.beds) if count.beds else 0
        air = width // 5 if width >= 6 else 0
        colour = QColor(tokens.AMBER if count.is_full else tokens.TEAL)
        painter.fillRect(QRect(x + air, bottom - tall, max(1, width - 2 * air), tall), colour)
        if width >= DAYS_FROM:
            painter.setPen(QColor(tokens.AMBER_INK if count.is_full else tokens.MUTE))
            box = QRect(x, bottom + px(1), width, fonts.small_metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, number(count.occupied))
