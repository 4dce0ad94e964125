"""Aankomst: the guest stands at the door; first two identifiers, then what can harm, then the rest."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from logeerhuis_app.domain.errors import UserFacingError, WrongDay
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import capital, day_short
from logeerhuis_app.i18n.gate_words import gate_fix, gate_label
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.handover import TaskWish, add_task
from logeerhuis_app.services.queries.arrivals import arrival_sheet
from logeerhuis_app.services.rows.today import ArrivalSheet
from logeerhuis_app.services.stays import check_in, undo_check_in
from logeerhuis_app.ui.guests.changes_dialog import ChangesDialog, changed_words
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.stays.door_steps import arrival_steps
from logeerhuis_app.ui.stays.step_list import StepList
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView


class CheckInDialog(FormDialog):
    """Reads the file itself; show it with ``open()``. What was left for later becomes one task of this shift."""

    guest_opened = Signal(int)  # what is missing is filled in in the file

    def __init__(self, operations: Operations, booking_id: int, parent: QWidget | None = None) -> None:
        self._operations = operations
        self._sheet = operations.read(lambda door: arrival_sheet(door, booking_id))
        super().__init__(self._heading(), parent, save_text=_("Guest is here"))
        self._add_banner()
        if self._sheet.missing:
            self.add_wide(self._gates())
        self.steps = StepList(arrival_steps(self._sheet))
        self.add_wide(self.steps)
        self.reason = QLineEdit()
        if self._sheet.today != self._sheet.arrival:
            planned = _("Planned on {date}").format(date=day_short(self._sheet.arrival))
            self.add_row(_("&Why today?"), self.reason, hint=planned)
        self.save_requested.connect(self._check_in)
        self.save_button.setEnabled(self._may_come_in)
        self.setMinimumWidth(px(640))
        self.steps.boxes[0].box.setFocus()

    @property
    def _may_come_in(self) -> bool:
        return self._sheet.is_urgent or not self._sheet.missing

    def _heading(self) -> str:
        guest, room = self._sheet.banner.guest.name, self._sheet.room
        return _("Arrival of {guest}, room {room}").format(guest=guest, room=room or "–")

    def _add_banner(self) -> None:
        """Above the list, where it does not scroll away."""
        self.banner = SafetyBannerView(self._sheet.banner, compact=True)
        self.pin(self.banner)
        self.changes_button = Button(changed_words(self._sheet.changes), Kind.LINK)
        self.changes_button.clicked.connect(self._show_changes)
        self.pin(self.changes_button)
        self.changes_button.setVisible(bool(self.changes_button.text()))

    def _show_changes(self) -> None:
        dialog = ChangesDialog(self._sheet.banner.guest.name, self._sheet.changes, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    # -- what blocks -----------------------------------------------------------------------------------------------

    def _gates(self) -> QWidget:
        """Each gate with the way to open it; of an urgent stay they are shown and do not block."""
        panel = QFrame()
        panel.setProperty("role", "message")
        panel.setProperty("tone", "attention")
        column = QVBoxLayout(panel)
        column.setContentsMargins(px(12), px(10), px(12), px(10))
        column.setSpacing(px(tokens.SPACE_1))
        column.addWidget(Label(self._gates_heading(), Role.STRONG, wraps=True))
        for code in self._sheet.missing:
            gate = gate_label(code)
            words = _("{gate}: {fix}").format(gate=capital(gate), fix=gate_fix(code))
            column.addWidget(Label(f"• {words}", Role.AMBER, wraps=True))
        self.file_button = Button(_("Open the guest file"), Kind.PLAIN, key="Ctrl+D")
        self.file_button.clicked.connect(self._open_file)
        line = QHBoxLayout()
        line.addWidget(self.file_button)
        line.addStretch(1)
        column.addLayout(line)
        return panel

    def _gates_heading(self) -> str:
        if self._sheet.is_urgent:
            return _("Incomplete intake: this urgent stay may begin, and these must be filled in within 24 hours")
        return _("These must be known before the guest can come in")

    def _open_file(self) -> None:
        self.guest_opened.emit(self._sheet.guest_id)
        self.reject()

    # -- coming in -------------------------------------------------------------------------------------------------

    def _check_in(self) -> None:
        missing = self.steps.first_missing()
        if missing is not None:
            self.show_problem(_("Do this first, then tick it: {step}").format(step=missing.step.title))
            missing.box.setFocus()
            return
        self.set_busy(True)
        sheet, reason = self._sheet, self.reason.text().strip()
        step = _("{guest} is in the house.").format(guest=sheet.banner.guest.name)
        deed = _ComeInOnce(sheet.booking_id, sheet.version, reason)
        done = self._operations.run_undoable(step, deed, deed.take_back, self, self._refuse)
        if done is None:
            return
        self._leave_task(sheet)
        self.accept()

    def _leave_task(self, sheet: ArrivalSheet) -> None:
        """What was not ticked is not forgotten: the shift sees it as a task."""
        left = self.steps.left_open()
        if left:
            text = _("Finish the arrival: {steps}").format(steps=", ".join(left))
            wish = TaskWish(sheet.location_id, text, sheet.today, guest_id=sheet.guest_id)
            self._operations.run(lambda door: add_task(door, wish), origin=self)

    def _refuse(self, error: UserFacingError) -> None:
        self.show_problem(error_text(error), self.reason if isinstance(error, WrongDay) else None)


class _ComeInOnce:
    """Done again after an undo the row is newer than the one that was read."""

    def __init__(self, booking_id: int, version: int, reason: str) -> None:
        self._booking_id = booking_id
        self._version: int | None = version
        self._reason = reason

    def __call__(self, door: Door) -> Changes:
        changes = check_in(door, self._booking_id, self._version, self._reason)
        self._version = None
        return changes

    def take_back(self, door: Door, _changes: Changes) -> Changes:
        """The wrong guest was checked in."""
        return undo_check_in(door, self._booking_id, None, _("taken back at once"))
