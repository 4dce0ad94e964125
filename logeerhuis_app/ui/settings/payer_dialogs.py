"""Dialogs of «Payers and rates»: who pays, by which contract, what a night costs from a day on."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from logeerhuis_app.domain.funding import LAW_OF_BASIS, Basis, PayerKind
from logeerhuis_app.domain.money import typed_cents
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import amount, date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.payers import (
    ContractWish,
    PayerWish,
    RateWish,
    add_contract,
    add_payer,
    add_rate,
    change_payer,
    correct_rate,
    end_contract,
    payer_facts,
)
from logeerhuis_app.services.rows.payers import ContractRow, PayerRow, RateRow
from logeerhuis_app.ui.guests.field_access import CodeChoice, RowChoice
from logeerhuis_app.ui.guests.file_dialog import FileDialog, Values
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.number_field import NumberField

_PAYMENT_DAYS, _MOST_PAYMENT_DAYS = 30, 120


class PayerDialog(FileDialog):
    """Name and address stand on the declaration; the code says which municipality, office or insurer it is."""

    def __init__(self, operations: Operations, parent: QWidget, row: PayerRow | None = None) -> None:
        self._row = row
        title = row.name if row is not None else _("New payer")
        super().__init__(operations, title, parent, newest=self._read if row is not None else None)
        self.ask("kind", _("&Kind"), CodeChoice(list(PayerKind)))
        self.ask("name", _("&Name"), QLineEdit(), required=True, hint=_("As it stands on the declaration"))
        hint = _("Four digits: the code of the municipality, or the UZOVI code of care office or insurer")
        self.ask("code", _("&Code"), QLineEdit(), hint=hint)
        self.ask("department", _("&Department"), QLineEdit(), hint=_("For the attention of"))
        self.ask("address", _("&Address"), QLineEdit())
        self.ask("postcode_town", _("&Postcode and town"), QLineEdit())
        box = QCheckBox(_("Wants a &signature on the declaration"))
        self.fields["is_signature_wanted"] = box
        self._names["is_signature_wanted"] = box.text().replace("&", "")
        self.add_wide(box)
        self.start({"kind": PayerKind.MUNICIPALITY})

    def deed(self) -> Callable[[Door], Changes]:
        wish = PayerWish(**self.values(), version=self.version)
        if self._row is None:
            return lambda door: add_payer(door, wish)
        payer_id = self._row.payer_id
        return lambda door: change_payer(door, payer_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        wanted = self._row.payer_id if self._row is not None else 0
        rows = self.operations.read(payer_facts).payers
        row = next((row for row in rows if row.payer_id == wanted), None)
        return None if row is None else (vars(row), row.version)


class PricedDialog(FileDialog):
    """The base: an amount is read without guessing, or asked again."""

    def ask_amount(self) -> None:
        self.ask("amount_cents", _("&Amount of one night"), QLineEdit(), required=True, hint=_("In euros: 152,50"))

    def values(self) -> dict[str, Any]:
        """The amount in cents, None where it is empty or cannot be read."""
        found = super().values()
        if "amount_cents" in found:
            found["amount_cents"] = typed_cents(str(found["amount_cents"] or ""))
        return found

    def save(self) -> None:
        field = self.fields.get("amount_cents")
        if isinstance(field, QLineEdit) and field.text().strip() and typed_cents(field.text()) is None:
            self.show_problem(_("“{text}” is no amount. Write it as 152,50.").format(text=field.text().strip()), field)
            return
        super().save()


class ContractDialog(PricedDialog):
    """An agreement per night with the first rate of it; more rates come with «New rate»."""

    def __init__(
        self, operations: Operations, parent: QWidget, payer: PayerRow, locations: Sequence[tuple[int, str]]
    ) -> None:
        self._payer_id = payer.payer_id
        super().__init__(operations, _("New contract with {payer}").format(payer=payer.name), parent)
        clock = operations.door.clock
        self.ask("location_id", _("&Location"), RowChoice(locations))
        self.ask("number", _("&Number of the contract"), QLineEdit(), required=True)
        self.fields["contract_number"] = self.fields["number"]
        self.ask("basis", _("&Basis"), CodeChoice(list(Basis)), hint=_("The law follows from it"))
        first = DateField(clock, value=clock.today().replace(month=1, day=1), past=True)
        self.ask("valid_from", _("&From"), first, required=True)
        self.ask_amount()
        self.ask("product", _("&Product"), QLineEdit(), hint=_("As the payer calls it: Kortdurend verblijf"))
        self.ask_beside(
            ("product_category", _("Product category"), QLineEdit()), ("product_code", _("Product code"), QLineEdit())
        )
        self.ask("payment_days", _("Days to pay"), NumberField(1, _MOST_PAYMENT_DAYS, _PAYMENT_DAYS))
        self.start({"basis": _usual_basis(payer.kind)})

    def deed(self) -> Callable[[Door], Changes]:
        values = self.values()
        del values["contract_number"]  # the same field by the name that refusals use
        wish = ContractWish(**values)
        payer_id = self._payer_id
        return lambda door: add_contract(door, payer_id, wish)


class RateDialog(PricedDialog):
    """What a night costs from a day on; nights before it keep their price."""

    def __init__(self, operations: Operations, parent: QWidget, contract: ContractRow) -> None:
        self._contract_id = contract.contract_id
        hint = _("The rate before it ends the day before. Nights keep the price of their own date.")
        title = _("New rate of contract {number}").format(number=contract.number)
        super().__init__(operations, title, parent, hint=hint)
        bases = [basis for basis, law in LAW_OF_BASIS.items() if law is contract.law]
        self.ask("basis", _("&Basis"), CodeChoice(bases))
        self.ask("valid_from", _("&From"), DateField(operations.door.clock, past=True), required=True)
        self.ask_amount()
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        wish, contract_id = RateWish(**self.values()), self._contract_id
        return lambda door: add_rate(door, contract_id, wish)


class CorrectRateDialog(PricedDialog):
    """For a typing error; a price that changes is a new rate."""

    def __init__(self, operations: Operations, parent: QWidget, rate: RateRow) -> None:
        self._rate_id = rate.rate_id
        hint = _("Only for a typing error. What was declared stays as it was; the difference is offered as a credit.")
        title = _("Rate of {basis} from {date}").format(basis=label(rate.basis), date=date_numeric(rate.valid_from))
        super().__init__(operations, title, parent, hint=hint)
        self.ask_amount()
        self.start()
        field = self.fields["amount_cents"]
        if isinstance(field, QLineEdit):
            field.setText(amount(rate.amount_cents))
            field.selectAll()

    def deed(self) -> Callable[[Door], Changes]:
        rate_id, cents = self._rate_id, self.values()["amount_cents"]
        return lambda door: correct_rate(door, rate_id, cents)


class EndContractDialog(FileDialog):
    """The last day on which the contract holds."""

    def __init__(self, operations: Operations, parent: QWidget, contract: ContractRow) -> None:
        self._contract = contract
        title = _("Last day of contract {number}").format(number=contract.number)
        super().__init__(operations, title, parent, hint=_("Nights after it are not paid by this contract."))
        field = DateField(operations.door.clock, value=contract.valid_until)
        self.ask("valid_until", _("&Last day"), field, hint=_("Empty: no end is agreed"))
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        row, last_day = self._contract, self.values()["valid_until"]
        return lambda door: end_contract(door, row.contract_id, last_day, row.version)


def _usual_basis(kind: PayerKind) -> Basis:
    usual = {PayerKind.CARE_OFFICE: Basis.MPT, PayerKind.INSURER: Basis.ELV, PayerKind.GUEST: Basis.PRIVATE}
    return usual.get(kind, Basis.WMO)
