"""The mouse on the chart: press, drag, let go; edges lengthen, the middle moves, empty nights book."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow, WaitingRow
from logeerhuis_app.ui.planning import tape_ghost, tape_words
from logeerhuis_app.ui.planning.tape_geometry import Edge, edge_at
from logeerhuis_app.ui.planning.tape_ghost import Ghost, GhostKind

if TYPE_CHECKING:
    from logeerhuis_app.ui.planning.tape_view import TapeView

BORDER = 24
"""A drag this near to the side of the view scrolls it."""
SCROLL_MS = 40


@dataclass(frozen=True)
class Press:
    """Where a drag began; ``bar`` None on an empty night."""

    at: QPoint
    row: int
    day: date
    bar: BarRow | None
    edge: Edge | None


class TapeMouse:
    def __init__(self, view: "TapeView") -> None:
        self.view = view
        self.pressed: Press | None = None
        self.is_carrying = False
        self._last = QPoint()
        self._timer = QTimer(view)
        self._timer.setInterval(SCROLL_MS)
        self._timer.timeout.connect(self._scroll_on)

    # what is under the pointer

    def row_at(self, y: int) -> int | None:
        row = self.view.rowAt(y)
        return row if self.view.tape.bed(row) else None

    def bar_at(self, at: QPoint) -> BarRow | None:
        """The bar whose painted box holds the pointer."""
        row = self.row_at(at.y())
        if row is None:
            return None
        box, scale, x = self.view.row_box(row), self.view.scale_(), at.x() + self.view.offset()
        if not box.bar_top <= at.y() < box.bar_top + box.bar_height:
            return None
        bar = self.view.tape.bar_at(row, scale.night_at(x))
        is_on_it = bar and scale.span(bar.first_night, bar.last_night + ONE_DAY).holds(x)
        return bar if is_on_it else None

    def edge_of(self, bar: BarRow, at: QPoint) -> Edge | None:
        """The end the pointer could pull, if this stay lets itself be pulled there."""
        span = self.view.scale_().span(bar.first_night, bar.last_night + ONE_DAY)
        edge = edge_at(at.x() + self.view.offset(), span)
        if edge is Edge.ARRIVAL and tape_ghost.may_change_arrival(bar):
            return edge
        if edge is Edge.DEPARTURE and tape_ghost.may_change_departure(bar):
            return edge
        return None

    # press, move, release

    def press(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        row = self.row_at(at.y())
        self.view.hand.abandon()
        self.pressed = None
        if row is None:
            return
        bar, scale, x = self.bar_at(at), self.view.scale_(), at.x() + self.view.offset()
        bed = self.view.tape.bed(row)
        if bed:
            self.view.go_to_still(bed.bed_id, scale.night_at(x))
        if event.button() == Qt.MouseButton.LeftButton:
            self.pressed = Press(at, row, scale.day_at(x), bar, self.edge_of(bar, at) if bar else None)

    def move(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        if self.pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_grip(at)
            return
        is_drag = (at - self.pressed.at).manhattanLength() >= QApplication.startDragDistance()
        if self.view.hand.ghost is None and not (is_drag and self._begin()):
            return
        self._last = at
        self._drag_to(at)
        self._watch_border(at)

    def release(self, event: QMouseEvent) -> None:
        self._timer.stop()
        self.pressed = None
        if event.button() == Qt.MouseButton.LeftButton:
            self.view.hand.drop()

    def cancel(self) -> None:
        """Esc while dragging."""
        self._timer.stop()
        self.pressed = None
        self.view.hand.abandon()

    def double_click(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position().toPoint())
        if bar and event.button() == Qt.MouseButton.LeftButton:
            self.pressed = None
            self.view.opened.emit(bar.booking_id)

    def _show_grip(self, at: QPoint) -> None:
        bar = self.bar_at(at)
        cursor = Qt.CursorShape.ArrowCursor
        if bar and self.edge_of(bar, at):
            cursor = Qt.CursorShape.SizeHorCursor
        elif bar and tape_ghost.may_move(bar):
            cursor = Qt.CursorShape.OpenHandCursor
        self.view.viewport().setCursor(cursor)

    def _begin(self) -> bool:
        """Take up the ghost; False when there is nothing here that may be dragged."""
        pressed = self.pressed
        if pressed is None:
            return False
        if pressed.bar and not tape_ghost.may_move(pressed.bar):
            self.pressed = None
            self.view.refused.emit(tape_words.cannot_change(pressed.bar, GhostKind.MOVE))
            return False
        kinds = {Edge.ARRIVAL: GhostKind.ARRIVAL, Edge.DEPARTURE: GhostKind.DEPARTURE, None: GhostKind.MOVE}
        if pressed.bar:
            self.view.hand.take(tape_ghost.of_bar(pressed.bar, kinds[pressed.edge], self.view.today))
            return True
        bed = self.view.tape.bed(pressed.row)
        if bed:
            self.view.hand.take(tape_ghost.placed(bed.bed_id, pressed.day, pressed.day))
        return bed is not None

    def _drag_to(self, at: QPoint) -> None:
        pressed, start = self.pressed, self.view.hand.start
        if pressed is None or start is None:
            return
        day = self.view.scale_().day_at(at.x() + self.view.offset())
        self.view.hand.change(self._dragged(start, pressed, day, at.y()))

    def _dragged(self, start: Ghost, pressed: Press, day: date, y: int) -> Ghost:
        by = (day - pressed.day).days
        if start.kind is GhostKind.PLACE:
            return tape_ghost.placed(start.bed_id, pressed.day, day)
        if start.kind in (GhostKind.ARRIVAL, GhostKind.DEPARTURE):
            return tape_ghost.grown(start, by)
        row = self.row_at(y)
        bed = self.view.tape.bed(row) if row is not None else None
        held = self.view.hand.ghost or start
        return tape_ghost.shifted(tape_ghost.on_bed(start, bed.bed_id if bed else held.bed_id), by)

    # scrolling along

    def _watch_border(self, at: QPoint) -> None:
        if self._pull(at) == (0, 0):
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _pull(self, at: QPoint) -> tuple[int, int]:
        """Which way the view should run while the pointer stays here."""
        size = self.view.viewport().size()
        return _side(at.x(), size.width()), _side(at.y(), size.height())

    def _scroll_on(self) -> None:
        across, down = self._pull(self._last)
        bars = self.view.horizontalScrollBar(), self.view.verticalScrollBar()
        bars[0].setValue(bars[0].value() + across * max(4, self.view.scale_().width // 2))
        bars[1].setValue(bars[1].value() + down * 12)
        self._drag_to(self._last)

    def wheel(self, event: QWheelEvent) -> None:
        """Ctrl zooms; Shift, or a chart that needs no scrolling down, runs along the nights."""
        turned = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and turned.y():
            self.view.set_zoom(self.view.zoom.nearer() if turned.y() > 0 else self.view.zoom.farther())
            event.accept()
            return
        is_sideways = event.modifiers() & Qt.KeyboardModifier.ShiftModifier or turned.x()
        if not is_sideways and self.view.verticalScrollBar().maximum() > 0:
            self.view.base_wheel(event)
            return
        bar = self.view.horizontalScrollBar()
        bar.setValue(bar.value() - (turned.y() or turned.x()))
        event.accept()

    # a card of the waiting list

    def carry(self, row: WaitingRow, at: QPoint) -> None:
        """Show a waiting family's ghost under the pointer (viewport coordinates), while it is over the chart."""
        self.is_carrying = True
        tape_row = self.row_at(at.y()) if self.view.viewport().rect().contains(at) else None
        bed = self.view.tape.bed(tape_row) if tape_row is not None else None
        if bed is None:
            self.view.hand.abandon()
            return
        ghost = tape_ghost.of_waiting(row, bed.bed_id, self.view.scale_().day_at(at.x() + self.view.offset()))
        if self.view.hand.ghost is None:
            self.view.hand.take(ghost)
        else:
            self.view.hand.change(ghost)

    def stop_carrying(self) -> None:
        self.is_carrying = False
        self.view.hand.abandon()

    def put_down(self) -> None:
        self.is_carrying = False
        self.view.hand.drop()


def _side(at: int, size: int) -> int:
    if at < BORDER:
        return -1
    return 1 if at > size - BORDER else 0
