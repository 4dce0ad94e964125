"""Arrival and departure as one question: the length is kept while the arrival moves."""

from datetime import date

from PySide6.QtCore import QObject, Signal

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.i18n import _
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.form_row import FormRow


class PeriodFields(QObject):
    """Two date fields with their form rows; ``changed`` when either means another day."""

    changed = Signal()

    def __init__(self, clock: Clock, arrival: date | None, departure: date | None, parent: QObject) -> None:
        super().__init__(parent)
        self.arrival = DateField(clock, value=arrival)
        self.departure = DateField(clock, value=departure)
        self.arrival_row = FormRow(_("&Arrival"), self.arrival, required=True)
        self.departure_row = FormRow(_("&Departure"), self.departure, required=True)
        self._nights = (departure - arrival) if arrival and departure else ONE_DAY
        self.arrival.changed.connect(self._on_arrival)
        self.departure.changed.connect(self._on_departure)

    def values(self) -> tuple[date, date] | None:
        """Both days, or None while one of them is not understood."""
        arrival, departure = self.arrival.value(), self.departure.value()
        return (arrival, departure) if arrival is not None and departure is not None else None

    def _on_arrival(self, day: date | None) -> None:
        if day is not None and self.departure.value() != day + self._nights:
            self.departure.set_value(day + self._nights)
        self.changed.emit()

    def _on_departure(self, day: date | None) -> None:
        arrival = self.arrival.value()
        if day is not None and arrival is not None and day > arrival:
            self._nights = day - arrival
        self.changed.emit()
