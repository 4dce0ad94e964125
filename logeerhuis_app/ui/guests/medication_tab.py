"""Medicatie: the pharmacy's list, who compared it, and the transcript. What is said here is never a thing to tick."""

from functools import partial

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import CareTopic, Section
from logeerhuis_app.domain.documents import DocumentKind
from logeerhuis_app.domain.medication import CountMoment
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import date_numeric, days_ago, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.medicine_words import DOT, watermark, worry_words
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.medication import MedicationRow, MedicineRow
from logeerhuis_app.ui.guests.facts import facts_of
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.medicine_card import MedicineCard, headline
from logeerhuis_app.ui.guests.medicine_table import is_present, medication_badge
from logeerhuis_app.ui.guests.parts import add_button, buttons_row, facts_card
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role

USE = (CareTopic.OTC, CareTopic.ALCOHOL, CareTopic.DRUGS, CareTopic.SMOKING)


class MedicationTab(FileTab):
    def title(self, file: GuestFile) -> str:
        count = len([row for row in file.medication.medicines if not row.is_stopped(self.deeds.today)])
        return f"{_('Medication')} {count}" if count else _("Medication")

    def may_show(self, file: GuestFile) -> bool:
        return file.may_see_care

    def show_file(self, file: GuestFile) -> None:
        self.show_cards([self._list(file), self._care(file), self._use(file)])

    def main_deed(self) -> None:
        self.add_deed()

    def add_deed(self) -> None:
        if self.file is not None and self._may(UseCase.CHANGE_MEDICATION):
            self.deeds.write_list(self.file)

    def _may(self, use_case: UseCase) -> bool:
        return self.deeds.operations.door.may(use_case)

    # --- who manages them --------------------------------------------------------------------------------------

    def _care(self, file: GuestFile) -> Card:
        row = file.medication
        card = Card(_("Who manages the medicines"))
        missing = _("not asked yet; check-in waits for the answer")
        facts = [
            KeyValue(_("At home and here"), label(row.care) if row.care else missing, needs_attention=row.care is None),
            KeyValue(_("BEM"), _bem_words(row), is_missing=row.bem_on is None),
        ]
        card.add(KeyValues(facts, label_share=0.24))
        if self._may(UseCase.CHANGE_MEDICATION):
            edit = self._link(_("edit"), _("Edit: {subject}").format(subject=_("Who manages the medicines")))
            edit.clicked.connect(lambda: self.deeds.edit_medication_care(file))
            card.add_to_heading(edit, at_end=True)
        return card

    def _use(self, file: GuestFile) -> Card:
        """What else is taken: the pharmacy's list does not know it, and a doctor asks for it."""
        deed = (lambda: self.deeds.edit_answers(file, Section.USE)) if self._may(UseCase.CHANGE_CARE) else None
        return facts_card(label(Section.USE), facts_of(file, USE), deed, share=0.24)

    # --- the list ----------------------------------------------------------------------------------------------

    def _list(self, file: GuestFile) -> Card:
        row = file.medication
        card = Card(_("List of the pharmacy"))
        about = self._link(_("what this is and is not"), _("Medication: what this program does and does not do"))
        about.clicked.connect(self.deeds.explain_medication)
        marks = [medication_badge(row, is_present=is_present(file))]
        marks += [Badge(watermark(), Tone.AMBER)] if row.list_date is not None else []
        card.add(buttons_row(*marks, about))
        if row.list_date is None:
            card.add(Label(_("There is no list of the pharmacy yet. Check-in waits for it."), Role.MISSING, wraps=True))
        else:
            card.add(KeyValues(self._facts(row), label_share=0.24))
            self._add_medicines(card, file)
        card.add(buttons_row(*self._buttons(file)))
        return card

    def _facts(self, row: MedicationRow) -> list[KeyValue]:
        today = self.deeds.today
        day = row.list_date or today
        dated = _("{date} ({age})").format(date=date_numeric(day), age=days_ago(day, today))
        worries = worry_words(row, today)
        asked = _("{date}: ask the pharmacy for a new list, for {why}").format(date=dated, why="; ".join(worries))
        pages = ngettext("{n} page", "{n} pages", row.pages).format(n=number(row.pages)) if row.pages else ""
        origin = DOT.join(part for part in (row.pharmacy, row.origin, pages) if part)
        return [
            KeyValue(
                _("Date of the list"),
                asked if worries else dated,
                is_strong=not worries,
                needs_attention=bool(worries),
            ),
            KeyValue(_("Where it comes from"), origin),
            KeyValue(
                _("Compared by"),
                DOT.join(row.checked_by) or _("nobody yet"),
                is_strong=row.is_checked,
                needs_attention=not row.is_checked,
            ),
        ]

    def _add_medicines(self, card: Card, file: GuestFile) -> None:
        row, today = file.medication, self.deeds.today
        if not row.medicines:
            card.add(Label(_("The pharmacy's list holds no medicines."), Role.MUTE, wraps=True))
        for medicine in row.shown(today):
            card.add(MedicineCard(medicine, today, self._deeds_of(file, medicine)))
        if folded := row.folded(today):
            self._add_folded(card, folded)

    def _add_folded(self, card: Card, rows: tuple[MedicineRow, ...]) -> None:
        """Stopped over two weeks ago: folded away, never gone."""
        words = ngettext(
            "{n} medicine stopped more than 14 days ago", "{n} medicines stopped more than 14 days ago", len(rows)
        )
        button = Button(words.format(n=number(len(rows))), Kind.LINK)
        button.setCheckable(True)
        card.add(button)
        for row in rows:
            line = MedicineCard(row, self.deeds.today)
            card.add(line)
            line.hide()
            button.toggled.connect(line.setVisible)

    def _deeds_of(self, file: GuestFile, row: MedicineRow) -> list[QWidget]:
        found: list[QWidget] = []
        if row.is_to_check and self._may(UseCase.CHECK_MEDICATION):
            confirm = self._link(_("stands so on the new paper"), _("Confirm: {name}").format(name=headline(row)))
            confirm.clicked.connect(lambda: self.deeds.confirm_medicine(file, row))
            found.append(confirm)
        found += self._second_counts(row)
        if self._may(UseCase.CHANGE_MEDICATION):
            is_stopped = row.is_stopped(self.deeds.today)
            words = _("take up again…") if is_stopped else _("stop…")
            stop = self._link(words, f"{words} {headline(row)}")
            stop.clicked.connect(lambda: self.deeds.stop_medicine(file, row))
            found.append(stop)
        return found

    def _second_counts(self, row: MedicineRow) -> list[QWidget]:
        """For another than whoever counted first."""
        me = self.deeds.operations.door.actor.name
        waiting = [moment for moment in CountMoment if row.needs_second(moment) and self._may(UseCase.CHECK_MEDICATION)]
        links: list[QWidget] = []
        for moment in waiting:
            count = row.count_of(moment)
            if count is not None and me not in count.by:
                words = _("I counted {n} too").format(n=number(count.quantity))
                link = self._link(words, f"{words}: {headline(row)}")
                link.clicked.connect(partial(self.deeds.sign_count, row, moment))
                links.append(link)
        return links

    @staticmethod
    def _link(words: str, spoken: str) -> Button:
        button = Button(words, Kind.LINK)
        button.setAccessibleName(spoken)
        button.setToolTip(spoken)
        return button

    # --- deeds -------------------------------------------------------------------------------------------------

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
        if self._may(UseCase.CHECK_MEDICATION) and row.medicines:
            for words, moment in (
                (_("Count at arrival"), CountMoment.BROUGHT),
                (_("Count at departure"), CountMoment.RETURNED),
            ):
                count = Button(words)
                count.clicked.connect(partial(self.deeds.count_medicines, file, moment))
                buttons.append(count)
        return buttons


def _bem_words(row: MedicationRow) -> str:
    if row.bem_on is None or row.bem_result is None:
        return _("no BEM done")
    words = _("{date}: {result}").format(date=date_numeric(row.bem_on), result=label(row.bem_result))
    return DOT.join(part for part in (words, row.bem_note) if part)
