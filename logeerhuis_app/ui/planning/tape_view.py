"""The tape chart: beds down, nights across. It shows rows and utters wishes; it changes nothing itself."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QWidget

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.planning import BarRow, ChartRows, ClosureRow
from logeerhuis_app.ui.planning.tape_bars import BarPainter
from logeerhuis_app.ui.planning.tape_fonts import TapeFonts
from logeerhuis_app.ui.planning.tape_geometry import Scale, Zoom
from logeerhuis_app.ui.planning.tape_ghost import Judge, always_free
from logeerhuis_app.ui.planning.tape_ghost_painter import paint_cursor, paint_ghost
from logeerhuis_app.ui.planning.tape_headers import BedHeader, NightHeader
from logeerhuis_app.ui.planning.tape_interaction import GhostHand
from logeerhuis_app.ui.planning.tape_keys import TapeKeys
from logeerhuis_app.ui.planning.tape_model import ROLE_ID, Index, LocationLine, TapeModel
from logeerhuis_app.ui.planning.tape_mouse import TapeMouse
from logeerhuis_app.ui.planning.tape_painter import RowBox, Sheet, paint_sheet
from logeerhuis_app.ui.style.scale import px

BED_HEIGHT = 46
LOCATION_HEIGHT = 34


class TapeView(QTableView):
    """Signals are wishes: the screen asks the services, and shows the rows that come of it.

    ``judge`` says of a ghost whether it is free, taken or does not fit, before it is dropped.
    """

    place_wished = Signal(int, object, object)  # bed, arrival, departure
    move_wished = Signal(int, int, object, object, object)  # booking, bed, arrival, departure, from which night
    resize_wished = Signal(int, object, object)  # booking, arrival, departure
    cancel_wished = Signal(int)  # booking
    closure_wished = Signal(int, object)  # bed, night: to be closed, or to be opened again
    opened = Signal(int)  # booking
    selected = Signal(object)  # booking, or None
    waiting_dropped = Signal(int, int, object)  # trajectory, bed, arrival
    menu_wished = Signal(object, object)  # booking or None, global position
    refused = Signal(str)  # why a drop was not taken
    announced = Signal(str)  # what a screen reader should say
    zoomed = Signal(object)
    shown_nights_changed = Signal()
    nights_wanted = Signal(object)  # a day that lies outside the chart

    def __init__(self, rows: ChartRows, today: date, judge: Judge = always_free, parent: QWidget | None = None) -> None:
        self._is_sizing = False
        super().__init__(parent)
        self.today = today
        self.judge = judge
        self.zoom = Zoom.MONTH
        self.may_change = True
        self.selected_booking: int | None = None
        self._left_day = today - today.weekday() * ONE_DAY
        self.tape = TapeModel(rows, self)
        self._bars = BarPainter(TapeFonts(self.font()))
        self.hand = GhostHand(self)
        self.mouse = TapeMouse(self)
        self.keys = TapeKeys(self)
        self._build()

    def _build(self) -> None:
        self.setAccessibleName(_("Tape chart of beds and nights"))
        self.setProperty("role", "tape")
        self.night_header = NightHeader(self.today, self)
        self.setHorizontalHeader(self.night_header)
        self.setVerticalHeader(BedHeader(self))
        self.setModel(self.tape)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setAutoScroll(False)
        self.setCornerButtonEnabled(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.horizontalHeader().sectionResized.connect(self.shown_nights_changed)
        self.horizontalScrollBar().valueChanged.connect(self._remember_left)
        self._size_rows()

    # what the chart shows

    def show_rows(self, rows: ChartRows) -> None:
        """Other rows, the same place: the left day, the night the keyboard is on and the selection stay."""
        self.hand.abandon()
        bed, night, left = self.current_bed(), self.current_night(), self._left_day
        self.tape.show_rows(rows)
        self._size_rows()
        self.show_day(left)
        if bed is not None and night is not None:
            self.go_to(bed, night)
        if self.selected_booking is not None and not self.tape.bars_of(self.selected_booking):
            self.select(None)
        self.viewport().update()

    def _size_rows(self) -> None:
        bed_height, location_height = px(BED_HEIGHT), px(LOCATION_HEIGHT)
        header = self.verticalHeader()
        header.setDefaultSectionSize(bed_height)
        for row, line in enumerate(self.tape.lines):
            header.resizeSection(row, location_height if isinstance(line, LocationLine) else bed_height)
        self._set_column_width()
        self.updateGeometry()

    def content_height(self) -> int:
        """How high the chart is with all its beds in view."""
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length()

    def sizeHint(self) -> QSize:
        return QSize(px(900), self.content_height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(320), min(self.content_height(), px(190)))

    def scale_(self) -> Scale:
        return Scale(self.tape.chart.first, max(1, self.horizontalHeader().defaultSectionSize()))

    def _set_column_width(self) -> None:
        """Other columns would move the left day out of place: it is put back, and not forgotten on the way."""
        width, left = self.zoom.column_width(self.viewport().width()), self._left_day
        if self.horizontalHeader().defaultSectionSize() != width:
            self._is_sizing = True
            self.horizontalHeader().setDefaultSectionSize(width)
            self._is_sizing = False
        self.show_day(left)

    def set_zoom(self, zoom: Zoom) -> None:
        """Closer or further away, keeping the day at the left."""
        if zoom is not self.zoom:
            self.zoom = zoom
            self._set_column_width()
            self.viewport().update()
            self.horizontalHeader().viewport().update()
            self.zoomed.emit(zoom)

    def left_day(self) -> date:
        return self._left_day

    def show_day(self, day: date) -> None:
        """Put this day at the left edge, as far as the chart reaches."""
        self.updateGeometries()
        self.horizontalScrollBar().setValue(self.scale_().left_of(day))
        self._left_day = day

    def travel_to(self, day: date) -> None:
        """As ``show_day``; for days outside the chart others are asked to bring their rows first."""
        last = day + timedelta(days=self.zoom.value)
        if day < self.tape.chart.first or last > self.tape.chart.until:
            self.nights_wanted.emit(day)
        self.show_day(day)

    def set_today(self, today: date) -> None:
        self.today = today
        self.night_header.today = today
        self.viewport().update()
        self.night_header.viewport().update()

    def show_today(self) -> None:
        self.travel_to(self.today - self.today.weekday() * ONE_DAY)
        bed = self.current_bed() or next((bed.bed_id for bed in self.tape.chart.beds), None)
        if bed is not None:
            self.go_to(bed, self.today)

    def _remember_left(self) -> None:
        if not self._is_sizing:
            self._left_day = self.scale_().day_at(self.horizontalScrollBar().value())
        self.shown_nights_changed.emit()

    def offset(self) -> int:
        return self.horizontalHeader().offset()

    # where the keyboard is

    def current_bed(self) -> int | None:
        bed = self.tape.bed(self.currentIndex().row()) if self.currentIndex().isValid() else None
        return bed.bed_id if bed else None

    def current_night(self) -> date | None:
        return self.tape.night(self.currentIndex().column()) if self.currentIndex().isValid() else None

    def current_bar(self) -> BarRow | None:
        night = self.current_night()
        return self.tape.bar_at(self.currentIndex().row(), night) if night else None

    def current_closure(self) -> ClosureRow | None:
        night = self.current_night()
        return self.tape.closure_at(self.currentIndex().row(), night) if night else None

    def go_to(self, bed_id: int, night: date) -> None:
        """Put the keyboard on a night of a bed, bring it in view and select the stay that is there."""
        self.go_to_still(bed_id, night)
        if self.currentIndex().isValid():
            self.bring_in_view(self.tape.night(self.currentIndex().column()))
            self.bring_row_in_view(self.currentIndex().row())

    def go_to_still(self, bed_id: int, night: date) -> None:
        """The same without scrolling: what was clicked is in view, and must not run from under the pointer."""
        row = self.tape.row_of_bed(bed_id)
        if row is not None:
            self.setCurrentIndex(self.tape.index(row, self.tape.column_of(night)))
            self.select(self.currentIndex().data(ROLE_ID))

    def bring_in_view(self, night: date) -> None:
        bar = self.horizontalScrollBar()
        span = self.scale_().night_span(night)
        if span.left < bar.value():
            bar.setValue(self.scale_().left_of(night))
        elif span.right > bar.value() + self.viewport().width():
            bar.setValue(span.right - self.viewport().width() + self.scale_().width // 2)

    def bring_row_in_view(self, row: int) -> None:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        bar = self.verticalScrollBar()
        if top < 0:
            bar.setValue(bar.value() + top)
        elif top + height > self.viewport().height():
            bar.setValue(bar.value() + top + height - self.viewport().height())

    def select(self, booking_id: int | None) -> None:
        if booking_id != self.selected_booking:
            self.selected_booking = booking_id
            self.selected.emit(booking_id)
        self.viewport().update()

    def show_booking(self, booking_id: int) -> bool:
        """Select a stay and bring it in view; False when it has no bar here."""
        bars = self.tape.bars_of(booking_id)
        if bars:
            self.go_to(bars[0].bed_id, bars[0].first_night)
        return bool(bars)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    # painting

    def row_box(self, row: int) -> RowBox:
        return RowBox(row, self.rowViewportPosition(row), self.rowHeight(row))

    def _rows_in(self, top: int, bottom: int) -> tuple[RowBox, ...]:
        count = self.tape.rowCount()
        first, last = self.rowAt(max(0, top)), self.rowAt(bottom)
        last = count - 1 if last < 0 else last
        return tuple(self.row_box(row) for row in range(first, last + 1)) if first >= 0 else ()

    def sheet(self, top: int = 0, bottom: int | None = None) -> Sheet:
        size = self.viewport().size()
        return Sheet(
            model=self.tape,
            scale=self.scale_(),
            bars=self._bars,
            today=self.today,
            offset=self.offset(),
            width=size.width(),
            height=size.height(),
            header_width=self.verticalHeader().width(),
            rows=self._rows_in(top, size.height() if bottom is None else bottom),
            selected=self.selected_booking,
            has_focus=self.hasFocus(),
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        sheet = self.sheet(event.rect().top(), event.rect().bottom())
        painter = QPainter(self.viewport())
        paint_sheet(painter, sheet)
        night, ghost = self.current_night(), self.hand.ghost
        if ghost is None and night and self.hasFocus() and self.current_bar() is None:
            paint_cursor(painter, sheet, self.row_box(self.currentIndex().row()), night)
        row = self.tape.row_of_bed(ghost.bed_id) if ghost else None
        if ghost and row is not None:
            paint_ghost(painter, sheet, self.row_box(row), ghost, self.hand.verdict)
        painter.end()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Paint all anew: names stick to the left edge of the view."""
        super().scrollContentsBy(dx, dy)
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def updateGeometries(self) -> None:
        """Where Qt fits the scroll bars to the size: what it shifts then is no choice of the user's."""
        was_sizing, self._is_sizing = self._is_sizing, True
        super().updateGeometries()
        self._is_sizing = was_sizing

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._set_column_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "keys"):
            self._bars = BarPainter(TapeFonts(self.font()))
            self._size_rows()

    # hands and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.mouse.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.menu_wished.emit(self.selected_booking, self.keys.menu_position())
        else:
            self.menu_wished.emit(self.selected_booking, event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.keys.press(event):
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Something is always under the keyboard: today in the first bed, if nothing was before."""
        super().focusInEvent(event)
        if self.current_bed() is None and self.tape.chart.beds and event.reason() != Qt.FocusReason.MouseFocusReason:
            self.go_to(self.tape.chart.beds[0].bed_id, self.today)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason and not self.mouse.is_carrying:
            self.hand.abandon()
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.mouse.wheel(event)

    def base_wheel(self, event: QWheelEvent) -> None:
        super().wheelEvent(event)
