"""What can be done about representation and wishes: each deed opens its dialog."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.services.legal import state_representation
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.legal import CapacityRow, LivingWillRow, RepresentativeRow
from logeerhuis_app.ui.guests.legal_dialogs import CapacityDialog, LivingWillDialog, RepresentativeDialog, WzdDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.dialog import FormDialog

Open = Callable[[FormDialog], None]


class LegalDeeds:
    """Handed to the tabs by ``FileDeeds``, which says how a dialog is opened."""

    def __init__(self, operations: Operations, window: QWidget, open_dialog: Open) -> None:
        self._operations, self._window, self._open = operations, window, open_dialog

    @property
    def may(self) -> bool:
        return self._operations.door.may(UseCase.CHANGE_CARE)

    def edit_representative(self, file: GuestFile, row: RepresentativeRow | None = None) -> None:
        self._open(RepresentativeDialog(self._operations, self._window, file, row))

    def edit_capacity(self, file: GuestFile, row: CapacityRow | None = None) -> None:
        self._open(CapacityDialog(self._operations, self._window, file, row))

    def edit_will(self, file: GuestFile, row: LivingWillRow | None = None) -> None:
        self._open(LivingWillDialog(self._operations, self._window, file, row))

    def edit_wzd(self, file: GuestFile) -> None:
        self._open(WzdDialog(self._operations, self._window, file))

    def state_representation(self, file: GuestFile, state: AnswerState) -> None:
        guest_id, version = file.person.guest.guest_id, file.person.version
        self._operations.run(lambda door: state_representation(door, guest_id, state, version))
