"""A real mouse on the chart, aimed by bed and night."""

from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from logeerhuis_app.ui.planning.tape_geometry import Span
from logeerhuis_app.ui.planning.tape_view import TapeView

LEFT = Qt.MouseButton.LeftButton


def row_middle(view: TapeView, bed_id: int) -> int:
    row = view.tape.row_of_bed(bed_id)
    assert row is not None
    return view.rowViewportPosition(row) + view.rowHeight(row) // 2


def day_point(view: TapeView, bed_id: int, day: date) -> QPoint:
    """The middle of a day's cell."""
    return QPoint(view.scale_().middle_of(day) - view.offset(), row_middle(view, bed_id))


def bar_span(view: TapeView, booking_id: int) -> Span:
    """A bar's pixels in the view."""
    bars = view.tape.bars_of(booking_id)
    span = view.scale_().span(bars[0].arrival, bars[0].departure)
    return Span(span.left - view.offset(), span.right - view.offset())


def bar_point(view: TapeView, booking_id: int) -> QPoint:
    span = bar_span(view, booking_id)
    return QPoint(span.left + span.width // 2, row_middle(view, view.tape.bars_of(booking_id)[0].bed_id))


def drag(view: TapeView, start: QPoint, end: QPoint, let_go: bool = True) -> None:
    """Press, move in steps, and let go."""
    port = view.viewport()
    QTest.mousePress(port, LEFT, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, 9):
        QTest.mouseMove(port, start + (end - start) * (step / 8))
    QTest.mouseMove(port, end)
    if let_go:
        QTest.mouseRelease(port, LEFT, Qt.KeyboardModifier.NoModifier, end)
