"""Medicatie: the pharmacy's list, who compared it, and the transcript."""

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import is_list_old
from logeerhuis_app.domain.documents import DocumentKind
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric, days_ago
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.guest import GuestFile, MedicationRow
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.medicine_table import MedicineTable, medication_badge
from logeerhuis_app.ui.guests.parts import add_button, buttons_row, edit_link
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role


class MedicationTab(FileTab):
    def title(self, file: GuestFile) -> str:
        count = len(file.medication.medicines)
        return f"{_('Medication')} {count}" if count else _("Medication")

    def may_show(self, file: GuestFile) -> bool:
        return file.may_see_care

    def show_file(self, file: GuestFile) -> None:
        self.show_cards([self._care(file), self._list(file)])

    def main_deed(self) -> None:
        self.add_deed()

    def add_deed(self) -> None:
        if self.file is not None and self._may(UseCase.CHANGE_MEDICATION):
            self.deeds.write_list(self.file)

    def _may(self, use_case: UseCase) -> bool:
        return self.deeds.operations.door.may(use_case)

    def _care(self, file: GuestFile) -> Card:
        card = Card(_("Who manages the medicines"))
        care = file.medication.care
        if care is None:
            card.add(Label(_("not asked yet; check-in waits for the answer"), Role.PROBLEM, wraps=True))
        else:
            card.add(Label(label(care), Role.STRONG, wraps=True))
        if self._may(UseCase.CHANGE_MEDICATION):
            link = edit_link(_("Who manages the medicines"), lambda: self.deeds.edit_medication_care(file))
            card.add_to_heading(link, at_end=True)
        return card

    def _list(self, file: GuestFile) -> Card:
        row = file.medication
        card = Card(_("List of the pharmacy"))
        card.add_to_heading(medication_badge(row))
        if row.list_date is None:
            card.add(Label(_("There is no list of the pharmacy yet. Check-in waits for it."), Role.MISSING, wraps=True))
        else:
            card.add(KeyValues(self._facts(row), label_share=0.24))
            self._add_medicines(card, row)
        card.add(buttons_row(*self._buttons(file)))
        return card

    def _facts(self, row: MedicationRow) -> list[KeyValue]:
        day = row.list_date or self.deeds.today
        is_old = is_list_old(day, self.deeds.today)
        age = _("{date} ({age})").format(date=date_numeric(day), age=days_ago(day, self.deeds.today))
        checked = " · ".join(row.checked_by)
        return [
            KeyValue(
                _("Date of the list"),
                age if not is_old else _("{date}: ask the pharmacy for a new list").format(date=age),
                is_strong=not is_old,
                needs_attention=is_old,
            ),
            KeyValue(_("Pharmacy"), row.pharmacy),
            KeyValue(_("Origin"), row.origin),
            KeyValue(
                _("Compared by"),
                checked or _("nobody yet"),
                is_strong=row.is_checked,
                needs_attention=not row.is_checked,
            ),
        ]

    def _scan_buttons(self, file: GuestFile) -> list[QWidget]:
        """The paper itself: to compare with, and to look up what the transcript leaves out."""
        row, papers = file.medication, self.deeds.papers
        if row.document_id:
            look = Button(_("Look at the scan"), icon="eye")
            look.clicked.connect(lambda: papers.view_by_id(file, row.document_id))
            return [look]
        if row.list_date is None or not self._may(UseCase.ATTACH_DOCUMENT):
            return []
        kind = DocumentKind.MEDICATION_LIST
        return [add_button(_("Add the scan"), lambda: papers.attach(file, kind, list_id=row.list_id))]

    def _add_medicines(self, card: Card, row: MedicationRow) -> None:
        if not row.medicines:
            card.add(Label(_("The pharmacy's list holds no medicines."), Role.MUTE, wraps=True))
            return
        warning = _("No administration list: give from the list of the pharmacy.")
        card.add(MedicineTable(row.medicines), Label(warning, Role.AMBER, wraps=True))

    def _buttons(self, file: GuestFile) -> list[QWidget]:
        row = file.medication
        buttons: list[QWidget] = []
        if self._may(UseCase.CHANGE_MEDICATION):
            text = _("New list") if row.list_date else _("Write down the list")
            buttons.append(add_button(text, lambda: self.deeds.write_list(file), _("Insert")))
        buttons += self._scan_buttons(file)
        if self._may(UseCase.CHECK_MEDICATION) and row.list_date is not None and not row.is_checked:
            me = self.deeds.operations.door.actor.name
            check = Button(_("I compared it with the paper"), icon="check")
            check.setEnabled(me not in row.checked_by)
            if me in row.checked_by:
                check.setToolTip(_("You compared it already; a second person must look too"))
            check.clicked.connect(lambda: self.deeds.check_list(file))
            buttons.append(check)
        return buttons
