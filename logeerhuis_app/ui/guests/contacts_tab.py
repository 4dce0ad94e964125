"""Contacten: whom to call in which order, professionals, help at home."""

from functools import partial

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import DuringStay
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital, date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.network_words import contact_facts, phones_words
from logeerhuis_app.services.rows.guest import ContactRow, GuestFile, HelpRow
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.legal_cards import representation_card, wishes_card
from logeerhuis_app.ui.guests.parts import (
    Deed,
    add_button,
    buttons_row,
    changed_mark,
    edit_link,
    file_list_card,
    item_card,
    statement_buttons,
)
from logeerhuis_app.ui.guests.person_card import person_card
from logeerhuis_app.ui.style.tokens import TONE_OF_LAW, Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.label import Label, Role


class ContactsTab(FileTab):
    def title(self, file: GuestFile) -> str:
        count = len(file.contacts)
        return f"{_('Contacts')} {count}" if count else _("Contacts")

    def show_file(self, file: GuestFile) -> None:
        cards: list[QWidget] = [self._contacts(file)]
        if file.may_see_care:
            cards += [representation_card(self.deeds, file), self._professionals(file)]
            cards += [wishes_card(self.deeds, file), self._help(file)]
        cards += [self._person(file), self._fixed_contact(file)]
        self.show_pairs(cards)

    def _person(self, file: GuestFile) -> Card:
        may = self.deeds.operations.door.may(UseCase.CHANGE_GUEST)
        return person_card(file, (lambda: self.deeds.edit_person(file)) if may else None)

    def main_deed(self) -> None:
        if self.file is not None and self._may() and self.file.contacts:
            self.deeds.edit_contact(self.file, self.file.contacts[0])

    def add_deed(self) -> None:
        if self.file is not None and self._may():
            self.deeds.edit_contact(self.file)

    def _may(self) -> bool:
        return self.deeds.operations.door.may(UseCase.CHANGE_CONTACTS)

    def _if_may(self, deed: Deed) -> Deed | None:
        return deed if self._may() else None

    def _fixed_contact(self, file: GuestFile) -> Card:
        card = Card(_("Fixed contact in the house"))
        words = file.fixed_contact or _("nobody yet: a family wants one and the same person")
        card.add(Label(words, Role.STRONG if file.fixed_contact else Role.MISSING, wraps=True))
        if self.deeds.operations.door.may(UseCase.CHANGE_GUEST):
            link = edit_link(_("Fixed contact in the house"), lambda: self.deeds.edit_fixed_contact(file))
            card.add_to_heading(link, at_end=True)
        return card

    def _contacts(self, file: GuestFile) -> Card:
        items = [self._contact(file, row) for row in file.contacts]
        title = _("Whom to call")
        card = file_list_card(title, items, file, FileList.CONTACTS)
        if len(file.contacts) < 2:
            card.add(Label(_too_few_words(len(file.contacts)), Role.PROBLEM, wraps=True))
        if self._may():
            add = add_button(_("Contact person"), lambda: self.deeds.edit_contact(file), _("Insert"))
            card.add(buttons_row(add, *self._stated(title, file, FileList.CONTACTS)))
        return card

    def _contact(self, file: GuestFile, row: ContactRow) -> QWidget:
        title = _("{order}. {name}, {relationship}").format(
            order=row.order, name=row.name, relationship=row.relationship
        )
        badges = [
            Badge(text, tone)
            for text, tone, holds in (
                (_("may collect"), Tone.TEAL, row.may_collect),
                (_("decides"), Tone.TEAL, row.is_representative),
                (_("lives with the guest"), Tone.NEUTRAL, row.lives_with_guest),
            )
            if holds
        ]
        badges += changed_mark(file, "contact_person", row.contact_id)
        told = _("may be told: {scope}").format(scope=label(row.info_scope))
        deed = self._if_may(lambda: self.deeds.edit_contact(file, row))
        problem = "" if row.phone else _("no telephone number")
        lines = [row.phone, *phones_words(row.more_phones), row.email, *contact_facts(row), told, row.note]
        return item_card(title, lines, deed, badges=badges, problem=_away_words(row) or problem)

    def _professionals(self, file: GuestFile) -> Card:
        items = [
            item_card(
                capital(row.role),
                [", ".join(part for part in (row.name, row.organisation) if part), row.phone, row.note],
                self._if_may(partial(self.deeds.edit_professional, file, row)),
                badges=changed_mark(file, "health_professional", row.professional_id),
            )
            for row in file.professionals
        ]
        title = _("GP, pharmacy and others")
        card = file_list_card(title, items, file, FileList.PROFESSIONALS)
        if self._may():
            add = add_button(_("Professional"), lambda: self.deeds.edit_professional(file))
            card.add(buttons_row(add, *self._stated(title, file, FileList.PROFESSIONALS)))
        return card

    def _help(self, file: GuestFile) -> Card:
        items = [self._help_item(file, row) for row in file.help_at_home]
        title = _("Help at home, and during the stay")
        card = file_list_card(title, items, file, FileList.HELP)
        if self._may():
            add = add_button(_("Help at home"), lambda: self.deeds.edit_help(file))
            card.add(buttons_row(add, *self._stated(title, file, FileList.HELP)))
        return card

    def _stated(self, title: str, file: GuestFile, which: FileList) -> list[QWidget]:
        may = self.deeds.operations.door.may(UseCase.CHANGE_CARE)
        return statement_buttons(title, file, which, self.deeds.state_list) if may else []

    def _help_item(self, file: GuestFile, row: HelpRow) -> QWidget:
        is_open = row.during_stay is DuringStay.OPEN
        badges = [Badge(label(row.law), TONE_OF_LAW[row.law])] if row.law is not None else []
        badges += changed_mark(file, "help_from_others", row.help_id)
        during = "" if is_open else _("during the stay: {what}").format(what=label(row.during_stay))
        problem = _("still to be arranged for the stay; check-in waits for it") if is_open else ""
        deed = self._if_may(lambda: self.deeds.edit_help(file, row))
        title = capital(row.kind)
        badges += [Badge(_("volunteers"), Tone.NEUTRAL)] if row.is_voluntary else []
        by = " · ".join(part for part in (row.provider, row.phone) if part)
        return item_card(title, [row.frequency, by, during, row.note], deed, badges=badges, problem=problem)


def _too_few_words(count: int) -> str:
    if count:
        return _("A second contact person is needed before the guest can come.")
    return _("A first and a second contact person are needed before the guest can come.")


def _away_words(row: ContactRow) -> str:
    if row.away_from is None and row.away_until is None:
        return ""
    start = date_numeric(row.away_from) if row.away_from else "…"
    end = date_numeric(row.away_until) if row.away_until else "…"
    away = _("away {start} – {end}").format(start=start, end=end)
    if not row.stands_in:
        return away
    return " · ".join((away, _("then decides: {name}").format(name=row.stands_in)))
