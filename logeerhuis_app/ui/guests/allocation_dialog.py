"""What a payer granted: who, on which basis, from when to when, how many nights."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.checks import is_usual_payer
from logeerhuis_app.domain.funding import Basis, Frequency
from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.funding import AllocationWish, add_allocation, change_allocation, remove_allocation
from logeerhuis_app.services.queries.guests import PayerChoice, guest_file
from logeerhuis_app.services.rows.funding import AllocationRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.field_access import CodeChoice, RowChoice
from logeerhuis_app.ui.guests.file_dialog import FileDialog, RemoveDialog, Values
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.number_field import NumberField

MOST_NIGHTS = 999
_FIELDS = (
    *("payer_id", "basis", "number", "decision_no", "product", "valid_from", "valid_until"),
    *("volume", "frequency"),
)


class AllocationDialog(FileDialog):
    def __init__(
        self,
        operations: Operations,
        parent: QWidget,
        file: GuestFile,
        payers: tuple[PayerChoice, ...],
        row: AllocationRow | None = None,
    ) -> None:
        self._row, self._guest_id, self._payers = row, file.person.guest.guest_id, payers
        title = _("Allocation of {guest}").format(guest=file.person.guest.name)
        super().__init__(operations, title, parent, newest=self._read if row is not None else None)
        self.basis: CodeChoice[Basis] = CodeChoice(list(Basis))
        self.payer = RowChoice([(payer.payer_id, payer.name) for payer in payers])
        self.ask("basis", _("&Basis"), self.basis)
        hint = "" if payers else _("There is no payer yet: the manager adds one in Settings, Payers and rates.")
        self.ask("payer_id", _("&Payer"), self.payer, hint=hint)
        self.ask_beside(
            ("number", _("Number of the allocation"), QLineEdit()), ("decision_no", _("Decision number"), QLineEdit())
        )
        self.ask("product", _("Product"), QLineEdit(), hint=_("As it stands in the allocation"))
        clock = operations.door.clock
        self.ask_beside(
            ("valid_from", _("&From"), DateField(clock, past=True)), ("valid_until", _("&Until"), DateField(clock))
        )
        nights = NumberField(0, MOST_NIGHTS, 0)
        nights.setSpecialValueText(_("no number"))
        self.ask_beside(
            ("volume", _("Nights"), nights),
            ("frequency", _("Counted"), CodeChoice(list(Frequency), nothing=_("not counted"))),
        )
        self.start({"basis": Basis.WMO})
        if row is None:
            self._suggest_payer()
            self.basis.currentIndexChanged.connect(self._suggest_payer)
        else:
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        wish = AllocationWish(**self.values(), version=self.version, accepted=self.passed_concerns)
        if self._row is None:
            return lambda door: add_allocation(door, self._guest_id, wish)
        allocation_id = self._row.allocation_id
        return lambda door: change_allocation(door, allocation_id, wish)

    def _suggest_payer(self) -> None:
        """The first payer that usually pays on this basis; any other can still be chosen."""
        basis = self.basis.value()
        usual = [payer for payer in self._payers if basis is not None and is_usual_payer(basis, payer.kind)]
        if usual and self.payer.value() not in {payer.payer_id for payer in usual}:
            self.payer.set_value(usual[0].payer_id)

    def _read(self) -> tuple[Values, int] | None:
        allocation_id = self._row.allocation_id if self._row is not None else 0
        file = self.operations.read(partial(_read_file, guest_id=self._guest_id))
        row = next((row for row in file.allocations if row.allocation_id == allocation_id), None)
        return None if row is None else ({name: getattr(row, name) for name in _FIELDS}, row.version)

    def _remove(self) -> None:
        row, version = self._row, self.version
        if row is not None:
            title = _("Remove «{what}»?").format(what=f"{row.payer} {row.number}".strip())
            deed = partial(_remove, allocation_id=row.allocation_id, version=version)
            question = RemoveDialog(self.operations, title, deed, self)
            question.accepted.connect(self.accept)
            question.open()


def _remove(door: Door, allocation_id: int, version: int) -> Changes:
    return remove_allocation(door, allocation_id, version)


def _read_file(door: Door, guest_id: int) -> GuestFile:
    return guest_file(door, guest_id)
