"""The chart with its occupancy strip and one scroll bar for both."""

from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QToolButton, QToolTip, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.planning import ChartRows
from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.occupancy_strip import OccupancyStrip
from logeerhuis_app.ui.planning.tape_ghost import Judge, always_free
from logeerhuis_app.ui.planning.tape_view import TapeView
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon

LEAST_WITH_STRIP = 260
"""Lower than this the strip gives its place to the beds: on a small screen with large letters."""


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
        self.keys = self._key_button()
        self._corner: QWidget | None = None
        self._join_scroll_bars()
        self.view.tape.modelReset.connect(self._fit_height)
        self._fit_height()

    def set_corner(self, widget: QWidget) -> None:
        """A small control above the rooms, left of the weeks."""
        self._corner = widget
        widget.setParent(self.view)
        widget.show()
        self._place_corners()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.strip.setVisible(self.height() >= px(LEAST_WITH_STRIP))
        self._place_corners()

    def _place_corners(self) -> None:
        """What lies over an empty corner belongs to no layout."""
        rooms = self.view.verticalHeader().sizeHint().width()
        if self._corner is not None:
            height = self._corner.sizeHint().height()
            top = (self.view.horizontalHeader().sizeHint().height() - height) // 2
            self._corner.setGeometry(0, max(0, top), rooms - px(10), height)
        self.keys.setGeometry(0, px(4), self.keys.sizeHint().width(), self.keys.sizeHint().height())

    def _key_button(self) -> QToolButton:
        """Left of the strip: what can be done with keys, in a tooltip and on a click."""
        button = QToolButton(self.strip)
        button.setProperty("kind", "plain")
        button.setIcon(icon("question", tokens.MUTE, 16))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setText(_("Keys"))
        button.setToolTip(tape_words.key_help())
        button.setAccessibleName(_("Keys of the chart"))
        button.setAccessibleDescription(tape_words.key_help())
        button.clicked.connect(
            lambda: QToolTip.showText(button.mapToGlobal(button.rect().topRight()), tape_words.key_help(), button)
        )
        return button

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
        """As high as the beds; what is over belongs to what stands below the chart."""
        self.view.setMaximumHeight(self.view.content_height())
        around = self.strip.sizeHint().height() + self.scroll_bar.sizeHint().height()
        self.setMaximumHeight(self.view.content_height() + around)

    def event(self, event: QEvent) -> bool:
        """Letters get their size when the window is shown, or when the text scale changes."""
        answer = super().event(event)
        if event.type() in (QEvent.Type.PolishRequest, QEvent.Type.Show, QEvent.Type.FontChange):
            self._fit_height()
        return answer
