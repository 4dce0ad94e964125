"""Away for some nights: to hospital, or home for a day. The bed is kept."""

from datetime import timedelta

from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.errors import FieldRequired, UserFacingError
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import day_short
from logeerhuis_app.services.rows.planning import BookingDetail
from logeerhuis_app.services.stays import record_absence
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.form_row import FormRow

REASON_LENGTH = 200


class AbsenceDialog(FormDialog):
    """From which day, until which day, and why."""

    def __init__(self, operations: Operations, detail: BookingDetail, parent: QWidget) -> None:
        title = _("{guest} is away for some nights").format(guest=detail.banner.guest.name)
        hint = _("{bed} is kept. The nights of the absence do not count as slept.").format(bed=detail.bed)
        super().__init__(title, parent, hint=hint, save_text=_("Record the absence"))
        self._operations, self._detail = operations, detail
        clock = operations.door.clock
        start = min(max(clock.today(), detail.arrival), detail.departure - ONE_DAY)
        self.first = DateField(clock, value=start)
        self.until = DateField(clock, value=min(start + timedelta(days=1), detail.departure))
        self.reason = QLineEdit()
        self.reason.setMaxLength(REASON_LENGTH)
        self.add_rows_beside(
            FormRow(_("Away &from"), self.first, required=True, hint=_("Day of leaving")),
            FormRow(_("Back &on"), self.until, required=True, hint=_("If you do not know it: the day of departure")),
        )
        self.add_row(_("&Reason"), self.reason, required=True, hint=_("For example: hospital, or home for a party"))
        self.save_requested.connect(self._record)
        self.first.setFocus()

    def _record(self) -> None:
        if (problem := self._wrong_date()) is not None:
            self.show_problem(*problem)
            return
        first, until = self.first.value(), self.until.value()
        if first is None or until is None:
            return
        one, reason = self._detail, self.reason.text().strip()
        done = self._operations.run(
            lambda door: record_absence(door, one.booking_id, one.version, first, until, reason), self, self._refuse
        )
        if done is not None:
            self.accept()

    def _wrong_date(self) -> tuple[str, QWidget] | None:
        """What the dates cannot mean, and where."""
        first, until, stay = self.first.value(), self.until.value(), self._detail
        for field in (self.first, self.until):
            if field.value() is None:
                return _("Fill in a day, for example 4 dec"), field
        if first is not None and until is not None:
            if not stay.arrival <= first < stay.departure:
                return self._outside(), self.first
            if until > stay.departure:
                return self._outside(), self.until
            if until <= first:
                return _("The day of coming back must be after the day of leaving."), self.until
        return None

    def _outside(self) -> str:
        sentence = _(
            "This day is not in the stay, from {arrival} to {departure}. For longer, move the departure first."
        )
        return sentence.format(arrival=day_short(self._detail.arrival), departure=day_short(self._detail.departure))

    def _refuse(self, error: UserFacingError) -> None:
        self.show_problem(error_text(error), self.reason if isinstance(error, FieldRequired) else self.first)
