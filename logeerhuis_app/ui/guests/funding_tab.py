"""Wie betaalt: what payers granted, and how much of it is left."""

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.funding import AllocationRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.overview_tab import allocation_facts
from logeerhuis_app.ui.guests.parts import add_button, buttons_row
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge, LawBadge
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.meter import Meter


class FundingTab(FileTab):
    def title(self, file: GuestFile) -> str:
        return _("Who pays")

    def may_show(self, file: GuestFile) -> bool:
        return file.may_see_funding

    def show_file(self, file: GuestFile) -> None:
        cards: list[QWidget] = [self._allocation(file, row) for row in file.allocations]
        if not cards:
            cards.append(
                EmptyState(
                    _("No payer is known for this guest."),
                    _("Write down the allocation or indication with Insert, or with the button below."),
                    icon="declarations",
                )
            )
        if self._may():
            text = _("Allocation or indication")
            cards.append(buttons_row(add_button(text, lambda: self.deeds.edit_allocation(file), _("Insert"))))
        self.show_cards(cards)

    def main_deed(self) -> None:
        if self.file is not None and self._may() and self.file.allocations:
            self.deeds.edit_allocation(self.file, self.file.allocations[0])

    def add_deed(self) -> None:
        if self.file is not None and self._may():
            self.deeds.edit_allocation(self.file)

    def _may(self) -> bool:
        return self.deeds.operations.door.may(UseCase.CHANGE_FUNDING)

    def _allocation(self, file: GuestFile, row: AllocationRow) -> QWidget:
        facts = allocation_facts(row)
        card = ChoiceCard(", ".join(f"{fact.label}: {fact.value}" for fact in facts if fact.value))
        head = FlowArea()
        head.add(LawBadge(row.law, row.payer))
        if not row.is_now:
            head.add(Badge(_("not valid today"), Tone.NEUTRAL))
        card.body.addWidget(head)
        if row.decision_no:
            facts.insert(3, KeyValue(_("Decision"), row.decision_no))
        card.body.addWidget(KeyValues(facts, label_share=0.24))
        if row.budget is not None:
            card.body.addWidget(Meter(row.budget, row.law))
            if row.budget.counts_own_house_only:
                words = _("counts only the nights in this house; the yearly limit holds for all houses together")
                card.body.addWidget(Label(words, Role.SMALL, wraps=True))
        if self._may():
            card.setToolTip(_("Enter or a click: edit or remove"))
            card.chosen.connect(lambda: self.deeds.edit_allocation(file, row))
        return card
