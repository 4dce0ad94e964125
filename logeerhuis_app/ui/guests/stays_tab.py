"""Verblijven: every booking of this guest, the latest first."""

from functools import partial

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric, nights
from logeerhuis_app.services.rows.funding import StayRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.need_card import need_card
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.label import Label, Role


class StaysTab(FileTab):
    def title(self, file: GuestFile) -> str:
        count = len(file.stays)
        return f"{_('Stays')} {count}" if count else _("Stays")

    def show_file(self, file: GuestFile) -> None:
        cards = [self._table(file)] if file.stays else [self._nothing()]
        if file.may_see_care and (need := self.deeds.care_need(file)).stays:
            may = self.deeds.operations.door.may(UseCase.CHANGE_CARE)
            deed = partial(self.deeds.write_observation, file, need.stays[0]) if may else None
            cards.append(need_card(need, deed))
        self.show_cards(cards)

    def _table(self, file: GuestFile) -> QWidget:
        headings = [_("Arrival"), _("Departure"), _("Nights"), _("Room"), _("Kind"), _("State")]
        table = FactTable(headings, wraps=(3, 4, 5), strong=frozenset({0, 1}), name=_("Stays"))
        table.show_rows([_cells(row) for row in file.stays])
        card = Card(_("Stays"))
        if self.deeds.operations.door.may(UseCase.SEE_PLANNING):
            table.cellActivated.connect(lambda row, _column: self.deeds.booking_wished.emit(file.stays[row].booking_id))
            table.setToolTip(_("Enter or a double click: show this stay in the planning"))
            card.add(Label(_("Enter or a double click shows the stay in the planning."), Role.SMALL, wraps=True))
        card.add(table)
        self.table = table
        return card

    def _nothing(self) -> QWidget:
        may = self.deeds.operations.door.may(UseCase.PLACE_BOOKING)
        step = _("Press «Plan a stay» above to choose a bed and nights.") if may else ""
        return EmptyState(_("This guest has not stayed here yet."), step, icon="bed")


def _cells(row: StayRow) -> list[str]:
    return [
        date_numeric(row.arrival),
        date_numeric(row.departure),
        nights(row.nights),
        row.bed or "–",
        row.label,
        row.state,
    ]
