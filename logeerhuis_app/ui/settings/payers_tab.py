"""Payers and rates: who pays, and what a night costs on which date."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.domain.funding import Arrangement
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric, euros
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.payers import payer_facts
from logeerhuis_app.services.rows.payers import ContractRow, PayerFacts, PayerRow, RateRow
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.payer_dialogs import (
    ContractDialog,
    CorrectRateDialog,
    EndContractDialog,
    PayerDialog,
    RateDialog,
)
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role

Line = tuple[ContractRow, RateRow | None]


class PayersTab(GrowingScrollArea):
    """The payers above, the contracts and rates of the chosen one below."""

    said = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        super().__init__(inside, parent)
        side = px(tokens.SPACE_4)
        self._column.setContentsMargins(0, side, px(tokens.SPACE_1), side)
        self._column.setSpacing(px(14))
        self._operations = operations
        self._facts: PayerFacts | None = None
        self._lines: tuple[Line, ...] = ()
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read again, and keep the same payer and rate chosen."""
        place, line = max(0, self.payers.currentRow()), max(0, self.rates.currentRow())
        self._facts = facts = self._operations.read(payer_facts)
        self.payers.blockSignals(True)
        self.payers.show_rows([_payer_words(row, facts) for row in facts.payers])
        self.payers.selectRow(min(place, len(facts.payers) - 1))
        self.payers.blockSignals(False)
        self.payers.setVisible(bool(facts.payers))
        self.no_payer.setVisible(not facts.payers)
        for button in (self.change_payer_button, self.contracts_button):
            button.setVisible(bool(facts.payers))
        self._show_rates()
        self.rates.selectRow(min(line, len(self._lines) - 1))

    def payer(self) -> PayerRow | None:
        """The chosen one."""
        rows = self._facts.payers if self._facts is not None else ()
        place = self.payers.currentRow()
        return rows[place] if 0 <= place < len(rows) else None

    def line(self) -> Line | None:
        """The chosen contract, with its rate if it has one."""
        place = self.rates.currentRow()
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def take_focus(self) -> None:
        (self.payers if self.payers.isVisible() else self.add_payer_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert adds a payer, Enter goes from a payer to its contracts."""
        if event.key() == Qt.Key.Key_Insert and not event.modifiers():
            self.add_payer_button.click()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.window().focusWidget() is self.payers:
            self.go_to_contracts()
        else:
            super().keyPressEvent(event)

    def go_to_contracts(self) -> None:
        """Under a long list of payers they would stay out of sight."""
        target = self.rates if self._lines else self.add_contract_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(self._rate_card)

    # --- building ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._column.addWidget(self._build_payers())
        self._column.addWidget(self._build_rates())
        self._column.addStretch(1)

    def _build_payers(self) -> Card:
        card = Card(_("Payers"))
        self.add_payer_button = Button(_("New payer…"), Kind.PRIMARY, icon="plus")
        card.add_to_heading(self.add_payer_button, at_end=True)
        headings = [_("Name"), _("Kind"), _("Code"), _("A night now")]
        self.payers = FactTable(headings, wraps=(0, 3), name=_("Payers"))
        words = _("Begin with who pays: the municipality, the care office, an insurer, or guests themselves.")
        self.no_payer = Label(words, Role.MUTE, wraps=True)
        self.change_payer_button = Button(_("Change payer…"), icon="edit")
        self.contracts_button = Button(_("To the contracts"))
        self.contracts_button.setToolTip(_("To the contracts (Enter)"))
        line = FlowArea(tokens.SPACE_2)
        line.add(self.change_payer_button, self.contracts_button)
        card.add(self.payers, self.no_payer, line)
        return card

    def _build_rates(self) -> Card:
        self._rate_card = card = Card(_("Contracts and rates"))
        self.add_contract_button = Button(_("New contract…"), icon="plus")
        card.add_to_heading(self.add_contract_button, at_end=True)
        headings = [_("Location"), _("Contract"), _("Basis"), _("Per night"), _("From"), _("Until")]
        self.rates = FactTable(headings, wraps=(0, 1), name=_("Contracts and rates"))
        words = _("There is no contract with this payer yet: press New contract.")
        self.no_contract = Label(words, Role.MUTE, wraps=True)
        self.no_location = Label(_("First add a location under House and beds."), Role.AMBER, wraps=True)
        self.add_rate_button = Button(_("New rate…"))
        self.correct_button = Button(_("Correct amount…"), icon="edit")
        self.end_button = Button(_("End of contract…"))
        line = FlowArea(tokens.SPACE_2)
        line.add(self.add_rate_button, self.correct_button, self.end_button)
        card.add(self.rates, self.no_contract, self.no_location, line)
        return card

    def _connect(self) -> None:
        self.payers.itemSelectionChanged.connect(self._show_rates)
        self.payers.cellDoubleClicked.connect(lambda _row, _column: self.go_to_contracts())
        self.rates.itemSelectionChanged.connect(self._show_deeds)
        self.add_payer_button.clicked.connect(lambda: self._open(PayerDialog(self._operations, self.window())))
        self.change_payer_button.clicked.connect(self._change_payer)
        self.contracts_button.clicked.connect(self.go_to_contracts)
        self.add_contract_button.clicked.connect(self._add_contract)
        self.add_rate_button.clicked.connect(self._add_rate)
        self.correct_button.clicked.connect(self._correct)
        self.end_button.clicked.connect(self._end)

    # --- showing -----------------------------------------------------------------------------------------------

    def _show_rates(self) -> None:
        facts, payer = self._facts, self.payer()
        self._rate_card.setVisible(payer is not None)
        if facts is None or payer is None:
            self._lines = ()
            return
        self._lines = tuple(
            (contract, rate) for contract in facts.of(payer.payer_id) for rate in contract.rates or (None,)
        )
        self.rates.show_rows([_line_words(line) for line in self._lines])
        self.rates.selectRow(0)
        self.rates.setVisible(bool(self._lines))
        self._rate_card.title.setText(_("Contracts and rates of {payer}").format(payer=payer.name))
        self.no_contract.setVisible(not self._lines and bool(facts.locations))
        self.no_location.setVisible(not facts.locations)
        self.add_contract_button.setEnabled(bool(facts.locations))
        self._show_deeds()

    def _show_deeds(self) -> None:
        line = self.line()
        rate = line[1] if line is not None else None
        self.end_button.setVisible(line is not None)
        self.add_rate_button.setVisible(rate is not None)
        self.correct_button.setVisible(rate is not None and rate.is_last)

    # --- doing -------------------------------------------------------------------------------------------------

    def _change_payer(self) -> None:
        if (payer := self.payer()) is not None:
            self._open(PayerDialog(self._operations, self.window(), payer))

    def _add_contract(self) -> None:
        payer, facts = self.payer(), self._facts
        if payer is not None and facts is not None:
            self._open(ContractDialog(self._operations, self.window(), payer, facts.locations))

    def _add_rate(self) -> None:
        if (line := self.line()) is not None:
            self._open(RateDialog(self._operations, self.window(), line[0]))

    def _correct(self) -> None:
        line = self.line()
        if line is not None and line[1] is not None:
            self._open(CorrectRateDialog(self._operations, self.window(), line[1]))

    def _end(self) -> None:
        if (line := self.line()) is not None:
            self._open(EndContractDialog(self._operations, self.window(), line[0]))

    def _open(self, dialog: FileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.reload)
        dialog.open()


def _payer_words(row: PayerRow, facts: PayerFacts) -> list[str]:
    """«Gemeente Helmond», «gemeente», «0794», «€ 152,50 · € 178,10»."""
    return [row.name, label(row.kind), row.code or "–", _price_words(facts.of(row.payer_id), facts.today)]


def _price_words(contracts: tuple[ContractRow, ...], today: date) -> str:
    """Who has no contract is seen at a glance: for those no night can be declared."""
    if not contracts:
        return _("no contract")
    prices = dict.fromkeys(euros(cents) for contract in contracts for cents in contract.cents_on(today))
    lump = [label(Arrangement.LUMP_SUM)] if any(one.arrangement is Arrangement.LUMP_SUM for one in contracts) else []
    return " · ".join([*prices, *lump]) or _("no rate today")


def _line_words(line: Line) -> list[str]:
    """«Plezant», «WMO-2026-14», «Wmo», «€ 152,50», «1-1-2026», «geen einde»."""
    contract, rate = line
    number = contract.number
    if contract.valid_until is not None:
        number = _("{number}, until {date}").format(number=number, date=date_numeric(contract.valid_until))
    if rate is None:
        until = date_numeric(contract.valid_until) if contract.valid_until else _("no end")
        law, kind = label(contract.law), label(contract.arrangement)
        return [contract.location, number, law, kind, date_numeric(contract.valid_from), until]
    until = date_numeric(rate.valid_until) if rate.valid_until else _("no end")
    price = euros(rate.amount_cents)
    return [contract.location, number, label(rate.basis), price, date_numeric(rate.valid_from), until]
