"""Log: who saw or changed this file, in plain words; for the manager."""

from functools import partial

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import moment
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.guests import guest_log
from logeerhuis_app.services.rows.guest import GuestFile, LogRow
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.fact_table import FactTable

MOST_SHOWN = 200


class LogTab(FileTab):
    def title(self, file: GuestFile) -> str:
        return _("Log")

    def may_show(self, file: GuestFile) -> bool:
        return self.deeds.operations.door.may(UseCase.SEE_AUDIT)

    def show_file(self, file: GuestFile) -> None:
        table = FactTable([_("When"), _("Who"), _("What")], wraps=(2,), strong=frozenset(), name=_("Log"))
        log = self.deeds.operations.read(partial(_log, guest_id=file.person.guest.guest_id))
        table.show_rows([[moment(row.at_utc), row.user, row.what] for row in log[:MOST_SHOWN]])
        card = Card(_("Who saw or changed this file"), _("the latest first"))
        card.add(table)
        self.show_cards([card])


def _log(door: Door, guest_id: int) -> tuple[LogRow, ...]:
    return guest_log(door, guest_id)
