"""A month to point at."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QTableView, QToolButton, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon


class CalendarPopup(QFrame):
    """Opens below a widget; a click or Enter picks the day, Esc closes it."""

    picked = Signal(object)  # date

    def __init__(self, day: date, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(px(4), px(4), px(4), px(4))
        self.calendar = QCalendarWidget()
        self.calendar.setAccessibleName(_("Calendar"))
        self.calendar.setLocale(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setGridVisible(False)
        self.calendar.setSelectedDate(QDate(day.year, day.month, day.day))
        self.calendar.setMinimumSize(px(330), px(260))
        self._calm_weekend()
        self._draw_arrows()
        layout.addWidget(self.calendar)
        self.calendar.clicked.connect(self._pick)
        self.calendar.activated.connect(self._pick)

    def open_below(self, widget: QWidget) -> None:
        """Below the field, within the screen."""
        self.adjustSize()
        corner = widget.mapToGlobal(widget.rect().bottomLeft())
        room = widget.screen().availableGeometry()
        x = max(room.left(), min(corner.x(), room.right() - self.width()))
        below, above = corner.y() + 2, corner.y() - widget.height() - self.height()
        self.move(x, below if below + self.height() <= room.bottom() else max(room.top(), above))
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def _calm_weekend(self) -> None:
        """Qt paints weekends red; red is for risk of life only."""
        plain = QTextCharFormat()
        plain.setForeground(QColor(tokens.MUTE_ON_TINT))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, plain)

    def _draw_arrows(self) -> None:
        for name, drawing, spoken in (
            ("qt_calendar_prevmonth", "chevron-left", _("Previous month")),
            ("qt_calendar_nextmonth", "chevron-right", _("Next month")),
        ):
            button = self.calendar.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icon(drawing, tokens.INK, 16))
                button.setAccessibleName(spoken)
        days = self.calendar.findChild(QTableView, "qt_calendar_calendarview")
        if days is not None:
            days.setAccessibleName(self.calendar.accessibleName())

    def _pick(self, chosen: QDate) -> None:
        self.picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
        self.close()
