"""One frame of the tape chart, beside a bare QPainter that draws the same shapes."""

from datetime import date, timedelta

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench.measure import Result, beside
from logeerhuis_app import i18n
from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.services.rows.planning import BarRow, BedRow, ChartRows
from logeerhuis_app.ui.planning.tape_view import TapeView
from logeerhuis_app.ui.style import apply_style

FIRST = date(2026, 1, 1)
TODAY = date(2026, 11, 22)
WIDTH, HEIGHT = 1600, 900
BEDS, DAYS, NIGHTS = 40, 730, 3
STATES = (BookingState.LEFT, BookingState.PRESENT, BookingState.CONFIRMED, BookingState.OPTION)
LAWS = (Law.WMO, Law.WLZ, Law.ZVW)


def run() -> list[Result]:
    i18n.install()
    app = QApplication.instance()
    app = app if isinstance(app, QApplication) else QApplication([])
    apply_style(app)
    view = TapeView(_rows(), TODAY)
    view.resize(WIDTH, HEIGHT)
    view.show()
    bare = _Bare(view)
    bare.resize(view.viewport().size())
    bare.show()
    app.processEvents()
    result = beside(
        f"one frame of the chart: {WIDTH}×{HEIGHT}, {BEDS} beds × {DAYS} nights in it",
        view.viewport().repaint,
        "a bare QPainter: the same number of bars, names and lines",
        bare.repaint,
        rounds=60,
    )
    view.close()
    bare.close()
    return [result]


def _rows() -> ChartRows:
    beds = tuple(BedRow(n + 1, f"B{n}", f"Kamer {n + 1}", "tillift", 1, "Meethuis") for n in range(BEDS))
    bars = [
        _bar(bed.bed_id, place, FIRST + timedelta(days=place * (NIGHTS + 1) + bed.bed_id % 4))
        for bed in beds
        for place in range(DAYS // (NIGHTS + 1) - 1)
    ]
    return ChartRows(FIRST, FIRST + timedelta(days=DAYS), beds, tuple(bars), ())


def _bar(bed_id: int, place: int, arrival: date) -> BarRow:
    departure = arrival + timedelta(days=NIGHTS)
    return BarRow(
        booking_id=bed_id * 1000 + place,
        bed_id=bed_id,
        first_night=arrival,
        last_night=departure - timedelta(days=1),
        arrival=arrival,
        departure=departure,
        guest_id=bed_id,
        guest="Noor van den Berg",
        state=STATES[(bed_id + place) % 4],
        label=BookingLabel.STRUCTURAL,
        law=LAWS[(bed_id + place) % 3],
    )


class _Bare(QWidget):
    """Draws what the chart shows now, and knows nothing of guests, states or keys."""

    def __init__(self, view: TapeView) -> None:
        super().__init__()
        night = max(8, view.horizontalHeader().sectionSize(0))
        rows = HEIGHT // max(1, view.verticalHeader().sectionSize(1))
        step = (NIGHTS + 1) * night
        self._lines = [(x, 0, x, HEIGHT) for x in range(0, WIDTH, night)]
        height = HEIGHT // rows
        self._bars = [
            QRect(x, row * height + 6, NIGHTS * night, height - 12)
            for row in range(rows)
            for x in range(0, WIDTH, step)
        ]
        self._colours = [QColor("#2B62A8"), QColor("#E2F1E5"), QColor("#86429B"), QColor("#EEE9E3")]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        for line in self._lines:
            painter.drawLine(*line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, bar in enumerate(self._bars):
            painter.setBrush(self._colours[place % 4])
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(bar, 4, 4)
            painter.setPen(QColor("#1E2B30"))
            painter.drawText(bar.adjusted(8, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, "Noor van den Berg")
        painter.end()
