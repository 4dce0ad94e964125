"""Parts of the talk that are lists of the file: its own cards, and the word that there is nothing to list."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.services.intake import state_list
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.care_tab import CareTab
from logeerhuis_app.ui.guests.contacts_tab import ContactsTab
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.legal_cards import representation_card
from logeerhuis_app.ui.guests.medication_tab import MedicationTab
from logeerhuis_app.ui.guests.parts import buttons_row
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.label import Label, Role

SAID = {
    AnswerState.NONE: N_("Asked: there is nothing to write down here."),
    AnswerState.UNKNOWN: N_("Asked, and nobody could tell."),
    AnswerState.NOT_ASKED: N_("Not asked yet."),
}


class AllergyPage(CareTab):
    def show_file(self, file: GuestFile) -> None:
        self._may = self.deeds.operations.door.may(UseCase.CHANGE_CARE)
        self.show_cards([self._allergies(file)])


class HealthPage(CareTab):
    def show_file(self, file: GuestFile) -> None:
        self._may = self.deeds.operations.door.may(UseCase.CHANGE_CARE)
        self.show_cards([self._problems(file), self._alerts(file)])


class PeoplePage(ContactsTab):
    def show_file(self, file: GuestFile) -> None:
        cards = [self._contacts(file), representation_card(self.deeds, file), self._professionals(file)]
        self.show_cards([*cards, self._fixed_contact(file)])


class HelpPage(ContactsTab):
    def show_file(self, file: GuestFile) -> None:
        self.show_cards([self._help(file)])


class NotMinePage(FileTab):
    """A part that another role fills in."""

    def show_file(self, file: GuestFile) -> None:
        card = Card(_("Who the guest is"))
        card.add(Label(_("The coordinator fills this in: your role may not change it."), Role.MUTE, wraps=True))
        self.show_cards([card])


PAGES: dict[IntakePart, type[FileTab]] = {
    IntakePart.WHO: NotMinePage,
    IntakePart.PEOPLE: PeoplePage,
    IntakePart.HELP: HelpPage,
    IntakePart.HEALTH: HealthPage,
    IntakePart.ALLERGY: AllergyPage,
    IntakePart.MEDICATION: MedicationTab,
}


def statement_card(deeds: FileDeeds, guest_id: int, part: IntakePart, state: AnswerState) -> QWidget:
    """«Gevraagd: er is niets», «niemand weet het», «niet gevraagd»: what an empty list means."""
    card = Card(_("Nothing to write down?"))
    card.add(Label(_(SAID[state]), Role.STRONG if state is not AnswerState.NOT_ASKED else Role.MISSING, wraps=True))
    card.add(buttons_row(*_buttons(deeds, guest_id, part, state)))
    return card


def _buttons(deeds: FileDeeds, guest_id: int, part: IntakePart, now: AnswerState) -> Sequence[QWidget]:
    words = {
        AnswerState.NONE: _("None: asked and confirmed"),
        AnswerState.UNKNOWN: _("Asked, nobody can tell"),
        AnswerState.NOT_ASKED: _("Not asked after all"),
    }
    return [
        _button(deeds, guest_id, part, state, text)
        for state, text in words.items()
        if state is not now and not (state is AnswerState.NOT_ASKED and now is AnswerState.GIVEN)
    ]


def _button(deeds: FileDeeds, guest_id: int, part: IntakePart, state: AnswerState, text: str) -> Button:
    button = Button(text)
    button.clicked.connect(lambda: deeds.operations.run(lambda door: state_list(door, guest_id, part, state)))
    return button
