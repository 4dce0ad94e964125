"""A date of which only the year, or the month and year, may be known; what was understood stands beside it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import weekday_letters
from logeerhuis_app.i18n.partial_dates import parse_partial, partial_long, partial_words
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role


class PartialDateField(QWidget):
    """Takes «1938», «mei 1938», «5-1938», «12-5-1938», and whole days as ``DateField`` does.

    ``value()`` is None both when empty and when not understood; ``is_understood()`` tells them apart.
    ``birth`` reads a year of two digits as that of an adult.
    """

    changed = Signal(object)  # PartialDate or None

    def __init__(
        self, clock: Clock, *, birth: bool = False, value: PartialDate | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._clock, self._birth = clock, birth
        self._value: PartialDate | None = None
        self._build()
        self.line.textChanged.connect(self._read)
        self.line.editingFinished.connect(self._tidy)
        self.set_value(value)

    def value(self) -> PartialDate | None:
        return self._value

    def set_value(self, day: PartialDate | None) -> None:
        self.line.setText("" if day is None else partial_words(day))
        self._read(self.line.text())

    def is_empty(self) -> bool:
        return not self.line.text().strip()

    def is_understood(self) -> bool:
        """Empty, or (a part of) a date."""
        return self.is_empty() or self._value is not None

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        area = FlowArea(tokens.SPACE_2)
        column.addWidget(area)
        self.line = QLineEdit()
        self.line.setPlaceholderText(_("dd-mm-yyyy") if self._birth else _("year, month or day"))
        self.line.setToolTip(_("A year alone is enough, or a month and a year: 1938 · may 1938 · 12-5-1938"))
        self.line.setMinimumWidth(px(136))
        self.line.setMaximumWidth(px(170))
        self.echo = Label("", Role.MUTE)
        self.echo.setMinimumWidth(px(150))
        area.add(self.line, self.echo)
        self.setFocusProxy(self.line)

    def _read(self, text: str) -> None:
        before = self._value
        self._value = parse_partial(text, self._clock.today(), birth=self._birth)
        self._show_understood()
        if self._value != before:
            self.changed.emit(self._value)

    def _show_understood(self) -> None:
        is_wrong = not self.is_understood()
        self.echo.set_role(Role.PROBLEM if is_wrong else Role.MUTE)
        self.echo.setText(_("this is not a day") if is_wrong else _echo(self._value))
        self.line.setAccessibleDescription(self.echo.text())

    def _tidy(self) -> None:
        if self._value is not None:
            self.line.setText(partial_words(self._value))
        self.line.setProperty("invalid", "false" if self.is_understood() else "true")
        restyle(self.line)


def _echo(day: PartialDate | None) -> str:
    """«di 12 mei 1938», «mei 1938, dag onbekend», «1938, dag onbekend»."""
    if day is None:
        return ""
    if day.whole is not None:
        return f"{weekday_letters(day.whole)} {partial_long(day)}"
    return _("{date}, day unknown").format(date=partial_long(day))
