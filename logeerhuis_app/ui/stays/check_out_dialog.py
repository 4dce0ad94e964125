"""Vertrek: who fetches the guest, what goes along, and where to."""

from dataclasses import replace

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from logeerhuis_app.domain.errors import UserFacingError, WrongDay
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import day_short, nights
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.handover import TaskWish, add_task
from logeerhuis_app.services.observations import record_observation
from logeerhuis_app.services.queries.arrivals import departure_sheet
from logeerhuis_app.services.rows.today import DepartureSheet
from logeerhuis_app.services.stays import CheckOutWish, check_out, undo_check_out
from logeerhuis_app.ui.guests.observation_dialog import seen_fields, seen_wish
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.stays.door_steps import departure_steps
from logeerhuis_app.ui.stays.step_list import StepList
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView

DESTINATIONS = (N_("home"), N_("nursing home"), N_("hospital"), N_("family"), N_("deceased"), N_("elsewhere"))
"""zib Bestemming; kept in words, for a letter to the payer says it so."""


class CheckOutDialog(FormDialog):
    """Reads the file itself; show it with ``open()``. Leaving early gives the other nights back."""

    def __init__(self, operations: Operations, booking_id: int, parent: QWidget | None = None) -> None:
        self._operations = operations
        self._sheet = operations.read(lambda door: departure_sheet(door, booking_id))
        guest, room = self._sheet.banner.guest.name, self._sheet.room or "–"
        heading = _("Departure of {guest}, room {room}").format(guest=guest, room=room)
        super().__init__(heading, parent, save_text=_("Guest has left"))
        self.banner = SafetyBannerView(self._sheet.banner, compact=True)
        self.pin(self.banner)
        if early := self._early_words():
            self.add_wide(Label(early, Role.PROBLEM, wraps=True))
        self.steps = StepList(departure_steps(self._sheet))
        self.add_wide(self.steps)
        self._add_fields()
        self.save_requested.connect(self._check_out)
        self.setMinimumWidth(px(640))
        self.steps.boxes[0].box.setFocus()

    def _early_words(self) -> str:
        left = (self._sheet.departure - self._sheet.today).days
        if left <= 0:
            return ""
        planned = day_short(self._sheet.departure)
        return _("Planned on {date}: the remaining {nights} are given back.").format(date=planned, nights=nights(left))

    def _add_fields(self) -> None:
        self.destination = QComboBox()
        self.destination.addItem("")
        for place in DESTINATIONS:
            self.destination.addItem(_(place))
        self.add_row(_("Where &to"), self.destination, required=True)
        self.seen = seen_fields() if self._sheet.asks_need else []
        if self.seen:
            words = _("How much care was it? It is laid beside the estimate of the talk; it may follow later.")
            self.add_wide(Label(words, Role.STRONG, wraps=True))
            rows = [FormRow(label, field) for _code, label, field in self.seen]
            self.add_rows_beside(*rows[:3])
            self.add_row(self.seen[3][1], self.seen[3][2])
        self.reason = QLineEdit()
        if self._sheet.today != self._sheet.departure:
            planned = _("Planned on {date}").format(date=day_short(self._sheet.departure))
            self.add_row(_("&Why today?"), self.reason, hint=planned)

    def _check_out(self) -> None:
        missing = self.steps.first_missing()
        if missing is not None:
            self.show_problem(_("Do this first, then tick it: {step}").format(step=missing.step.title))
            missing.box.setFocus()
            return
        if not self.destination.currentText():
            self.show_problem(_("Choose where the guest goes"), self.destination)
            return
        self.set_busy(True)
        sheet = self._sheet
        wish = CheckOutWish(sheet.booking_id, sheet.version, self.destination.currentText(), self.reason.text().strip())
        step = _("{guest} has left.").format(guest=sheet.banner.guest.name)
        done = self._operations.run_undoable(step, _LeaveOnce(wish), _come_in_again, self, self._refuse)
        if done is None:
            return
        self._keep_seen(sheet)
        self._leave_task(sheet)
        self.accept()

    def _keep_seen(self, sheet: DepartureSheet) -> None:
        """What care the stay took, as far as somebody said so."""
        if self.seen and (wish := seen_wish(self.seen)).says_something:
            self._operations.run(lambda door: record_observation(door, sheet.booking_id, wish), origin=self)

    def _leave_task(self, sheet: DepartureSheet) -> None:
        """What was not ticked is not forgotten: the shift sees it as a task."""
        left = self.steps.left_open()
        if left:
            text = _("Finish the departure: {steps}").format(steps=", ".join(left))
            wish = TaskWish(sheet.location_id, text, sheet.today, guest_id=sheet.guest_id)
            self._operations.run(lambda door: add_task(door, wish), origin=self)

    def _refuse(self, error: UserFacingError) -> None:
        self.show_problem(error_text(error), self.reason if isinstance(error, WrongDay) else None)


class _LeaveOnce:
    """Done again after an undo the row is newer than the one that was read."""

    def __init__(self, wish: CheckOutWish) -> None:
        self._wish = wish

    def __call__(self, door: Door) -> Changes:
        changes = check_out(door, self._wish)
        self._wish = replace(self._wish, version=None)
        return changes


def _come_in_again(door: Door, changes: Changes) -> Changes:
    """The wrong guest was checked out: the stay goes on, with the nights it had."""
    before = changes.before
    if before is None:
        raise ValueError("the departure did not say what was there before")
    return undo_check_out(door, before.booking_id, None, _("taken back at once"), before)
