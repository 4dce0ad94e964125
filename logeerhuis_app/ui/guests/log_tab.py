"""Log: who saw or changed this file, in plain words; for the manager."""

from functools import partial

from PySide6.QtWidgets import QCheckBox, QWidget

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import moment
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.guests import guest_log
from logeerhuis_app.services.rows.guest import GuestFile, LogRow
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.fact_table import FactTable

MOST_SHOWN = 200


class LogTab(FileTab):
    """Each line can say what stood there before and what after; that is long, and shown when it is asked for."""

    def __init__(self, deeds: FileDeeds, parent: QWidget | None = None) -> None:
        super().__init__(deeds, parent)
        self._with_values = False
        self._log: tuple[LogRow, ...] = ()

    def title(self, file: GuestFile) -> str:
        return _("Log")

    def may_show(self, file: GuestFile) -> bool:
        return self.deeds.operations.door.may(UseCase.SEE_AUDIT)

    def show_file(self, file: GuestFile) -> None:
        self._log = self.deeds.operations.read(partial(_log, guest_id=file.person.guest.guest_id))
        self.table = FactTable([_("When"), _("Who"), _("What")], wraps=(2,), strong=frozenset(), name=_("Log"))
        card = Card(_("Who saw or changed this file"), _("the latest first"))
        self.values_box = QCheckBox(_("with old and new values"))
        self.values_box.setChecked(self._with_values)
        self.values_box.toggled.connect(self._show_values)
        card.add(self.values_box, self.table)
        self._show_rows()
        self.show_cards([card])

    def _show_values(self, is_wished: bool) -> None:
        self._with_values = is_wished
        self._show_rows()

    def _show_rows(self) -> None:
        self.table.show_rows([[moment(row.at_utc), row.user, self._words(row)] for row in self._log[:MOST_SHOWN]])

    def _words(self, row: LogRow) -> str:
        return "\n".join([row.what, *row.values]) if self._with_values else row.what


def _log(door: Door, guest_id: int) -> tuple[LogRow, ...]:
    return guest_log(door, guest_id)
