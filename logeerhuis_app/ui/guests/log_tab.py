"""Log: who saw or changed this file, in plain words; for the manager."""

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import moment
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.fact_table import FactTable
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.widgets.card import Card

MOST_SHOWN = 200


class LogTab(FileTab):
    def title(self, file: GuestFile) -> str:
        return _("Log")

    def may_show(self, file: GuestFile) -> bool:
        return self.deeds.operations.door.may(UseCase.SEE_AUDIT)

    def show_file(self, file: GuestFile) -> None:
        table = FactTable([_("When"), _("Who"), _("What")], wraps=(2,), strong=frozenset(), name=_("Log"))
        table.show_rows([[moment(row.at_utc), row.user, row.what] for row in file.log[:MOST_SHOWN]])
        card = Card(_("Who saw or changed this file"), _("the latest first"))
        card.add(table)
        self.show_cards([card])
