"""Mantelzorger: how each carer is doing, and what was measured over time. Only for who may see the carer's own data."""

from functools import partial

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.carer_words import asked_words, carer_lines, ended_words, item_words, measure_words
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.carer import CarerRow, MeasureRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.parts import Deed, add_button, buttons_row, facts_card, item_card, list_card
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.key_values import KeyValue
from logeerhuis_app.ui.widgets.label import Label, Role


class CarerTab(FileTab):
    """For each carer of whom something is known the situation and the measurements; the others on one card."""

    def title(self, file: GuestFile) -> str:
        return _("Carer")

    def may_show(self, file: GuestFile) -> bool:
        return file.may_see_carer

    def show_file(self, file: GuestFile) -> None:
        if not file.may_see_carer:
            self.show_cards([])
            return
        known = known_carers(file)
        cards: list[QWidget] = []
        for row in known:
            cards += [self._situation(file, row), self._measures(file, row)]
        others = [row for row in file.carers if row not in known]
        if others or not file.carers:
            cards.append(self._others(file, others))
        if gone := [row for row in file.measures if row.contact_id is None]:
            cards.append(self._gone(gone))
        self.show_pairs(cards)

    def main_deed(self) -> None:
        if self.file is not None and self.file.carers:
            self.deeds.edit_carer(self.file, _first(self.file))

    def add_deed(self) -> None:
        if self.file is not None and self.file.carers:
            self.deeds.edit_measure(self.file, _first(self.file))

    def _if_may(self, deed: Deed) -> Deed | None:
        return deed if self.deeds.operations.door.may(UseCase.CHANGE_CARER) else None

    def _situation(self, file: GuestFile, row: CarerRow) -> Card:
        facts = [KeyValue(line.name, line.words, is_missing=not line.is_known) for line in carer_lines(row)]
        title = _("{name}, {relationship}").format(name=row.name, relationship=row.relationship)
        card = facts_card(title, facts, self._if_may(lambda: self.deeds.edit_carer(file, row)), share=0.36)
        asked = " · ".join(part for part in (asked_words(row), _("the carer's own data: on no print")) if part)
        card.add(Label(asked, Role.SMALL, wraps=True))
        return card

    def _measures(self, file: GuestFile, row: CarerRow) -> Card:
        held = [one for one in file.measures if one.contact_id == row.contact_id]
        items = [self._measure(file, row, one) for one in reversed(held)]
        title = _("Measurements of {name}").format(name=row.name)
        card = list_card(title, items, _("Nothing was measured yet."))
        if self._if_may(lambda: None) is not None:
            add = add_button(_("Measurement"), lambda: self.deeds.edit_measure(file, row), _("Insert"))
            card.add(buttons_row(add))
        return card

    def _measure(self, file: GuestFile, row: CarerRow, one: MeasureRow) -> QWidget:
        deed = self._if_may(partial(self.deeds.edit_measure, file, row, one)) if one.counts else None
        return item_card(measure_title(one), measure_lines(one), deed)

    def _others(self, file: GuestFile, rows: list[CarerRow]) -> Card:
        items = [
            item_card(
                _("{name}, {relationship}").format(name=row.name, relationship=row.relationship),
                [_("not asked")],
                self._if_may(partial(self.deeds.edit_carer, file, row)),
            )
            for row in rows
        ]
        title = _("Other contact persons") if known_carers(file) else _("How the carers are doing")
        return list_card(title, items, _("Write down a contact person first."))

    def _gone(self, rows: list[MeasureRow]) -> Card:
        items = [
            item_card(
                _("{name}: {measure}").format(name=one.carer, measure=measure_title(one)), measure_lines(one), None
            )
            for one in reversed(rows)
        ]
        return list_card(_("Of who is no contact person any more"), items, "")


def known_carers(file: GuestFile) -> list[CarerRow]:
    """Of whom something was written down or measured."""
    measured = {row.contact_id for row in file.measures}
    return [row for row in file.carers if row.version or row.contact_id in measured]


def measure_title(row: MeasureRow) -> str:
    """«12-03-2026 · CarerQol-7D»."""
    kind = label(row.answers.kind)
    return f"{date_numeric(row.taken_on)} · {kind[:1].upper()}{kind[1:]}"


def measure_lines(row: MeasureRow) -> list[str]:
    recorded = _("written down by {name}").format(name=row.recorded_by)
    return [measure_words(row.answers), ", ".join(item_words(row.answers)), row.note, ended_words(row) or recorded]


def _first(file: GuestFile) -> CarerRow:
    return (known_carers(file) or list(file.carers))[0]
