"""The rights of one guest: what was asked, what was decided, and what can be done."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.rights import Decision
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_long, date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.removal import removal_sheet
from logeerhuis_app.services.rights import rights_sheet
from logeerhuis_app.services.rows.guest import RequestRow
from logeerhuis_app.services.rows.retention import RemovalSheet
from logeerhuis_app.services.rows.rights import RightsSheet
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.rights.access_dialog import AccessDialog
from logeerhuis_app.ui.rights.destroy_dialog import DestroyDialog
from logeerhuis_app.ui.rights.request_dialogs import DecisionDialog, LiftDialog, NewRequestDialog, RestrictDialog
from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role


class RightsDialog(FormDialog):
    """``said`` carries a sentence for the message bar of the screen below."""

    said = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget, guest_id: int) -> None:
        self.sheet = operations.read(partial(_sheet, guest_id=guest_id))
        title = _("Rights of {name}").format(name=f"{self.sheet.name}, {birth_words(self.sheet.born)}")
        super().__init__(title, parent, save_text=_("Close"))
        self._operations = operations
        self.cancel_button.hide()
        self.save_requested.connect(self.accept)
        self._fill()
        self._connect()
        self._show()

    def chosen(self) -> RequestRow | None:
        place = self.table.currentRow()
        return self.sheet.requests[place] if 0 <= place < len(self.sheet.requests) else None

    # --- inside ------------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.state = Label("", Role.BODY, wraps=True)
        headings = [_("Received"), _("What"), _("Who"), _("Decided")]
        self.table = FactTable(headings, wraps=(1, 2, 3), name=_("Requests about this file"))
        self.nothing = Label(_("Nothing was asked about this file yet."), Role.MUTE, wraps=True)
        self.detail = Label("", Role.BODY, wraps=True)
        self.access_button = Button(_("Give access…"), icon="print")
        self.record_button = Button(_("Record a request…"), icon="plus")
        self.decide_button = Button(_("Decide…"))
        self.restrict_button = Button(_("Restrict the file…"))
        self.lift_button = Button(_("Lift the restriction…"))
        self.destroy_button = Button(_("Destroy the care file…"))
        deeds = FlowArea(tokens.SPACE_2)
        deeds.add(self.record_button, self.decide_button, self.access_button)
        deeds.add(self.restrict_button, self.lift_button, self.destroy_button)
        for widget in (self.state, self.table, self.nothing, self.detail, deeds):
            self.add_wide(widget)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._show_chosen)
        self.record_button.clicked.connect(self._record)
        self.decide_button.clicked.connect(self._decide)
        self.access_button.clicked.connect(self.give_access)
        self.restrict_button.clicked.connect(self._restrict)
        self.lift_button.clicked.connect(self._lift)
        self.destroy_button.clicked.connect(self._destroy)

    def _show(self) -> None:
        sheet, may = self.sheet, self._operations.door.may
        since = sheet.restriction.since
        self.state.setVisible(since is not None)
        if since is not None:
            words = _("This file is restricted since {date}: {reason}")
            self.state.setText(words.format(date=date_long(since), reason=sheet.restriction.reason))
        self.table.show_rows([_words(row) for row in sheet.requests])
        self.table.setVisible(bool(sheet.requests))
        self.nothing.setVisible(not sheet.requests)
        if sheet.requests:
            self.table.selectRow(0)
        self.access_button.setVisible(may(UseCase.EXPORT_GUEST))
        self.restrict_button.setVisible(may(UseCase.RESTRICT_FILE) and since is None)
        self.lift_button.setVisible(may(UseCase.RESTRICT_FILE) and since is not None)
        self.destroy_button.setVisible(may(UseCase.REMOVE_FILE))
        self._show_chosen()

    def _show_chosen(self) -> None:
        row = self.chosen()
        self.detail.setText(_detail(row) if row is not None else "")
        self.detail.setVisible(bool(self.detail.text()))
        is_open = row is not None and row.decision is Decision.OPEN
        self.decide_button.setVisible(is_open and self._operations.door.may(UseCase.DECIDE_REQUEST))

    def _reload(self) -> None:
        self.sheet = self._operations.read(partial(_sheet, guest_id=self.sheet.guest_id))
        self._show()

    # --- deeds -------------------------------------------------------------------------------------------------

    def give_access(self) -> None:
        sheet = self.sheet
        self._open(AccessDialog(self._operations, self, sheet.guest_id, sheet.guest_no, sheet.name))

    def _record(self) -> None:
        self._open(NewRequestDialog(self._operations, self, self.sheet))

    def _decide(self) -> None:
        row = self.chosen()
        if row is not None:
            self._open(DecisionDialog(self._operations, self, row))

    def _restrict(self) -> None:
        self._open(RestrictDialog(self._operations, self, self.sheet))

    def _lift(self) -> None:
        self._open(LiftDialog(self._operations, self, self.sheet))

    def _destroy(self) -> None:
        removal = self._operations.read(partial(_removal, guest_id=self.sheet.guest_id))
        dialog = DestroyDialog(self._operations, self, removal)
        dialog.finished.connect(dialog.deleteLater)
        dialog.access_wished.connect(self.give_access)
        dialog.saved.connect(self._destroyed)
        dialog.open()

    def _destroyed(self, changes: object) -> None:
        self.said.emit(destroyed_words(getattr(changes, "number", "")))
        self.accept()

    def _open(self, dialog: FormDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.accepted.connect(self._reload)
        dialog.open()


def destroyed_words(number: str) -> str:
    return _(
        "The care file is destroyed. The proof, number {number}, stands in the settings under “Retention”."
    ).format(number=number)


def _sheet(door: Door, guest_id: int) -> RightsSheet:
    return rights_sheet(door, guest_id)


def _removal(door: Door, guest_id: int) -> RemovalSheet:
    return removal_sheet(door, guest_id)


def _words(row: RequestRow) -> list[str]:
    """«20-11-2026», «iets verbeteren», «de gast», «afgewezen op 22-11-2026»."""
    who = ", ".join(part for part in (label(row.asker), row.asker_name) if part)
    decided = label(row.decision)
    if row.decided_on is not None:
        decided = _("{decision} on {date}").format(decision=decided, date=date_numeric(row.decided_on))
    return [date_numeric(row.received_on), label(row.kind), who, decided]


def _detail(row: RequestRow) -> str:
    parts = (
        _("Asked: {wish}").format(wish=row.wish) if row.wish else "",
        _("Ground: {ground}").format(ground=row.ground) if row.ground else "",
        _("Reason: {reason}").format(reason=row.reason) if row.reason else "",
        _("Statement of the guest: {statement}").format(statement=row.statement) if row.statement else "",
    )
    return "\n".join(part for part in parts if part)
