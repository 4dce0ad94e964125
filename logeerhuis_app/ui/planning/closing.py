"""Closing a bed for some nights, from the chart and from the settings; lifted again when the reason is over."""

from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from logeerhuis_app.domain.bookings import ClosureReason
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import day_short
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.closures import ClosureWish, close_beds, closure_wish, reopen_beds
from logeerhuis_app.services.door import Door
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.form_row import FormRow


class Closing:
    """Made, lifted and made again: each time the same nights, under another number."""

    def __init__(self, wish: ClosureWish, closure_id: int = 0) -> None:
        self._wish = wish
        self._closure_id = closure_id

    def close(self, door: Door, _changes: Changes | None = None) -> Changes:
        changes = close_beds(door, self._wish)
        self._closure_id = changes.created_id
        return changes

    def lift(self, door: Door, _changes: Changes | None = None) -> Changes:
        return reopen_beds(door, self._closure_id)


def lift_closure(operations: Operations, closure_id: int, bed: str, origin: QWidget) -> Changes | None:
    """The nights are free again; Ctrl+Z closes them as they were."""
    wish = operations.read(lambda door: closure_wish(door, closure_id))
    if wish is None:  # somebody else was faster
        return None
    closing = Closing(wish, closure_id)
    return operations.run_undoable(_("{bed} is open again").format(bed=bed), closing.lift, closing.close, origin)


class CloseForNowDialog(FormDialog):
    """From which night to which, and why; a stay that is in the way is named."""

    def __init__(self, operations: Operations, bed_id: int, bed: str, night: date, parent: QWidget) -> None:
        title = _("Close {bed} for some nights").format(bed=bed)
        hint = _("Nobody can be booked there on these nights. A stay that is there is moved or cancelled first.")
        super().__init__(title, parent, hint=hint, save_text=_("Close the bed"))
        self._operations, self._bed_id, self._bed = operations, bed_id, bed
        clock = operations.door.clock
        self.first = DateField(clock, value=night)
        self.last = DateField(clock, value=night)
        self.reason = QComboBox()
        for reason in ClosureReason:
            self.reason.addItem(label(reason), reason)
        self.reason.setCurrentIndex(list(ClosureReason).index(ClosureReason.MAINTENANCE))
        self.add_rows_beside(
            FormRow(_("&First night without guests"), self.first, required=True),
            FormRow(_("&Last night without guests"), self.last, required=True),
        )
        self.add_row(_("&Reason"), self.reason)
        self.first.changed.connect(self._keep_order)
        self.save_requested.connect(self._close)
        self.first.setFocus()

    def _keep_order(self, first: date | None) -> None:
        last = self.last.value()
        if first is not None and last is not None and last < first:
            self.last.set_value(first)

    def _close(self) -> None:
        first, last = self.first.value(), self.last.value()
        if first is None or last is None:
            self.show_problem(_("Fill in a day, for example 4 dec"), self.first if first is None else self.last)
            return
        if last < first:
            self.show_problem(_("The last night is before the first one. Choose a later day."), self.last)
            return
        closing = Closing(ClosureWish((self._bed_id,), first, last + ONE_DAY, self.reason.currentData()))
        step = _("{bed} is closed from {first} to {last}").format(
            bed=self._bed, first=day_short(first), last=day_short(last)
        )
        if self._operations.run_undoable(step, closing.close, closing.lift, self, self._refuse) is not None:
            self.accept()

    def _refuse(self, error: UserFacingError) -> None:
        self.show_problem(error_text(error), self.first)
