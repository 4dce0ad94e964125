"""Parts of the talk that are lists of the file: its own cards, which also say what an empty one means."""

from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.care_tab import CareTab
from logeerhuis_app.ui.guests.contacts_tab import ContactsTab
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.legal_cards import representation_card
from logeerhuis_app.ui.guests.medication_tab import MedicationTab
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.label import Label, Role


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
