"""A day, typed the way people say it, with what was understood in words beside it."""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from logeerhuis_app.clock import Clock
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.dates import parse_date
from logeerhuis_app.i18n.format import date_long, date_numeric, weekday_letters
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.calendar_popup import CalendarPopup
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role

_STEPS = {
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_PageUp: 7,
    Qt.Key.Key_PageDown: -7,
}


class DateField(QWidget):
    """Takes «4 dec», «4-12», «vr», «+7», «morgen»; up and down move a day, Page up and down a week.

    ``value()`` is None both when empty and when not understood; ``is_understood()`` tells them apart.
    ``past`` looks backwards for a missing year; ``birth`` is for birth dates (see ``i18n.dates``).
    """

    changed = Signal(object)  # date or None, each time another day is meant

    def __init__(
        self,
        clock: Clock,
        *,
        past: bool = False,
        birth: bool = False,
        value: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._past, self._birth = past, birth
        self._value: date | None = None
        self._popup: CalendarPopup | None = None
        self._build()
        self.line.textChanged.connect(self._read)
        self.line.editingFinished.connect(self._tidy)
        self._button.clicked.connect(self.open_calendar)
        self.set_value(value)

    def value(self) -> date | None:
        return self._value

    def set_value(self, day: date | None) -> None:
        self.line.setText("" if day is None else date_numeric(day))
        self._read(self.line.text())

    def is_empty(self) -> bool:
        return not self.line.text().strip()

    def is_understood(self) -> bool:
        """Empty, or a day."""
        return self.is_empty() or self._value is not None

    def step(self, days: int) -> None:
        """So many days on; from an empty field it starts at today."""
        start = self._value
        try:
            self.set_value(self._clock.today() if start is None else start + timedelta(days=days))
        except OverflowError:
            return
        self.line.selectAll()

    def open_calendar(self) -> None:
        """The month as a picture, for who would rather point."""
        self._popup = CalendarPopup(self._value or self._clock.today(), self)
        self._popup.picked.connect(self._take_picked)
        self._popup.open_below(self.line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and key == Qt.Key.Key_Down:
                self.open_calendar()
                return True
            if key in _STEPS and event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            ):
                self.step(_STEPS[key])
                return True
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = FlowArea(tokens.SPACE_2)  # the words go below the field where there is no room beside it
        column.addWidget(area)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("dd-mm-yyyy") if self._birth else _("for example 4 dec"))
        self.line.setMinimumWidth(px(136))
        self.line.setMaximumWidth(px(150))
        self.line.setToolTip(_("Up and down: a day · Page up and down: a week · Alt+Down: calendar"))
        self.line.installEventFilter(self)
        self._button = QToolButton()
        self._button.setProperty("kind", "icon")
        self._button.setIcon(icon("calendar", tokens.INK, 16))
        self._button.setToolTip(_("Choose in the calendar (Alt+Down)"))
        self._button.setAccessibleName(_("Choose in the calendar"))
        self._button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Alt+Down does the same without an extra Tab
        self.echo = Label("", Role.MUTE)
        self.echo.setMinimumWidth(px(170))
        area.add(self._line_and_button(), self.echo)
        self.setFocusProxy(self.line)

    def _line_and_button(self) -> QWidget:
        together = QWidget()
        row = QHBoxLayout(together)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.SPACE_1))
        row.addWidget(self.line)
        row.addWidget(self._button)
        return together

    def _read(self, text: str) -> None:
        before = self._value
        self._value = parse_date(text, self._clock.today(), past=self._past, birth=self._birth)
        self._show_understood()
        if self._value != before:
            self.changed.emit(self._value)

    def _show_understood(self) -> None:
        if self._value is not None:
            self.echo.set_role(Role.MUTE)
            self.echo.setText(f"{weekday_letters(self._value)} {date_long(self._value)}")
        elif self.is_empty():
            self.echo.setText("")
        else:
            self.echo.set_role(Role.PROBLEM)
            self.echo.setText(_("this is not a day"))
        self.line.setAccessibleDescription(self.echo.text())

    def _tidy(self) -> None:
        """Leave the day in full in the field, so that the year that was meant stands there."""
        if self._value is not None:
            self.line.setText(date_numeric(self._value))
        self.line.setProperty("invalid", "false" if self.is_understood() else "true")
        restyle(self.line)

    def _take_picked(self, day: date) -> None:
        self.set_value(day)
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
