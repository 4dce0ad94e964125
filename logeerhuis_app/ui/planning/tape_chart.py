"""The chart with its occupancy strip and one scroll bar for both."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.planning import ChartRows
from logeerhuis_app.ui.planning.occupancy_strip import OccupancyStrip
from logeerhuis_app.ui.planning.tape_ghost import Judge, always_free
from logeerhuis_app.ui.planning.tape_view import TapeView


class TapeChart(QWidget):
    """As high as its beds need and no higher; with more beds than fit, only the beds scroll."""

    def __init__(self, rows: ChartRows, today: date, judge: Judge = always_free, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = TapeView(rows, today, judge, self)
        self.strip = OccupancyStrip(self.view, self)
        self.scroll_bar = QScrollBar(Qt.Orientation.Horizontal, self)
        self.scroll_bar.setAccessibleName(_("Earlier and later nights"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.strip)
        beside_rooms = QHBoxLayout()
        beside_rooms.addSpacing(self.view.verticalHeader().sizeHint().width())
        beside_rooms.addWidget(self.scroll_bar)
        layout.addLayout(beside_rooms)
        self._join_scroll_bars()
        self.view.tape.modelReset.connect(self._fit_height)
        self._fit_height()

    def _join_scroll_bars(self) -> None:
        inner = self.view.horizontalScrollBar()
        inner.rangeChanged.connect(self._follow_range)
        inner.valueChanged.connect(self.scroll_bar.setValue)
        self.scroll_bar.valueChanged.connect(inner.setValue)
        self._follow_range()

    def _follow_range(self) -> None:
        inner = self.view.horizontalScrollBar()
        self.scroll_bar.setRange(inner.minimum(), inner.maximum())
        self.scroll_bar.setPageStep(inner.pageStep())
        self.scroll_bar.setSingleStep(self.view.scale_().width)
        self.scroll_bar.setValue(inner.value())

    def _fit_height(self) -> None:
        self.view.setMaximumHeight(self.view.content_height())
