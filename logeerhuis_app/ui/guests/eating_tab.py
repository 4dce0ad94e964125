"""Eten & gewoontes: consistency and diet first, then what makes a day this guest's own day."""

from logeerhuis_app.domain.care import Section
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.topic_card import topic_card
from logeerhuis_app.ui.widgets.card import Card

SECTIONS = (Section.EATING, Section.THIS_IS_ME)


class EatingTab(FileTab):
    def title(self, file: GuestFile) -> str:
        return _("Eating && habits")

    def may_show(self, file: GuestFile) -> bool:
        return file.may_see_care

    def show_file(self, file: GuestFile) -> None:
        self.show_pairs([self._section(file, section) for section in SECTIONS])

    def main_deed(self) -> None:
        if self.file is not None:
            self.deeds.edit_answers(self.file, Section.EATING)

    def _section(self, file: GuestFile, section: Section) -> Card:
        may = self.deeds.operations.door.may(UseCase.CHANGE_CARE)
        deed = (lambda: self.deeds.edit_answers(file, section)) if may else None
        return topic_card(file, section, self.deeds.today, deed)
