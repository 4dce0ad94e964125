"""Mantelzorger: how each carer is doing, and what was measured over time. Only for who may see the carer's own data."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.measures import SCALES, Series, values_of
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.carer_words import (
    asked_words,
    carer_lines,
    course_words,
    ended_words,
    item_words,
    measure_words,
    scale_words,
    step_words,
)
from logeerhuis_app.i18n.format import capital, date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.carers import carer_file
from logeerhuis_app.services.rows.carer import CarerFile, CarerRow, MeasureRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.file_tab import FileTab
from logeerhuis_app.ui.guests.parts import Deed, add_button, facts_card, item_card, list_card
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.course_graph import CourseGraph, CoursePoint, CourseScale
from logeerhuis_app.ui.widgets.key_values import KeyValue
from logeerhuis_app.ui.widgets.label import Label, Role

STEPS = 3
"""So many changes stand under a situation; the access file has them all."""


class CarerTab(FileTab):
    """For each carer of whom something is known the situation and the measurements; the others on one card."""

    rows = CarerFile()

    def title(self, file: GuestFile) -> str:
        return _("Carer")

    def may_show(self, file: GuestFile) -> bool:
        return file.may_see_carer

    def show_file(self, file: GuestFile) -> None:
        if not file.may_see_carer:
            self.show_cards([])
            return
        self.rows = self._read(file)
        self.show_pairs(self._cards(file, self.rows))

    def _read(self, file: GuestFile) -> CarerFile:
        """Only when the tab is looked at: it is a look of its own on record."""
        return self.deeds.operations.read(partial(_carers, guest_id=file.person.guest.guest_id))

    def _cards(self, file: GuestFile, rows: CarerFile) -> list[QWidget]:
        known = known_carers(rows)
        cards: list[QWidget] = []
        for row in known:
            held = [one for one in rows.measures if one.contact_id == row.contact_id]
            cards += [self._situation(file, row), self._course(file, row, held)]
            cards += [self._measures(file, row, held)] if held else []
        others = [row for row in rows.carers if row not in known]
        if others or not rows.carers:
            cards.append(self._others(file, others, is_alone=not known))
        if gone := [row for row in rows.measures if row.contact_id is None]:
            cards.append(self._gone(file, gone))
        return cards

    def main_deed(self) -> None:
        if self.file is not None and self.rows.carers:
            self.deeds.edit_carer(self.file, _first(self.rows))

    def add_deed(self) -> None:
        if self.file is not None and self.rows.carers:
            self.deeds.edit_measure(self.file, _first(self.rows))

    def _if_may(self, deed: Deed) -> Deed | None:
        return deed if self.deeds.operations.door.may(UseCase.CHANGE_CARER) else None

    def _situation(self, file: GuestFile, row: CarerRow) -> Card:
        facts = [KeyValue(line.name, line.words, is_missing=not line.is_known) for line in carer_lines(row)]
        facts.insert(0, KeyValue(_("Relationship"), row.relationship))
        card = facts_card(row.name, facts, self._if_may(lambda: self.deeds.edit_carer(file, row)), share=0.36)
        asked = " · ".join(
            part for part in (asked_words(row), _("the carer's own data: on no print but the access file")) if part
        )
        card.add(Label(asked, Role.SMALL, wraps=True))
        for step in row.steps[:STEPS]:
            card.add(Label(step_words(step), Role.SMALL, wraps=True))
        return card

    def _course(self, file: GuestFile, row: CarerRow, held: list[MeasureRow]) -> Card:
        """How it went over time, and the way to a new measurement."""
        card = Card(_("Course of {name}").format(name=row.name))
        if self._if_may(lambda: None) is not None:
            add = add_button(_("Measurement"), lambda: self.deeds.edit_measure(file, row), _("Insert"))
            card.add_to_heading(add, at_end=True)
        for widget in _courses([one for one in held if one.counts]):
            card.add(widget)
        if not held:
            card.add(Label(_("Nothing was measured yet."), Role.MISSING, wraps=True))
        return card

    def _measures(self, file: GuestFile, row: CarerRow, held: list[MeasureRow]) -> Card:
        """The latest first; what does not count any more stays readable."""
        items = [self._measure(file, row, one) for one in reversed(held)]
        return list_card(_("Measurements of {name}").format(name=row.name), items, "")

    def _measure(self, file: GuestFile, row: CarerRow, one: MeasureRow, *, is_gone: bool = False) -> QWidget:
        deed = self._if_may(partial(self.deeds.edit_measure, file, row, one)) if one.counts else None
        title = measure_title(one)
        if is_gone:
            title = _("{name}: {measure}").format(name=one.carer, measure=title)
        return item_card(title, measure_lines(one), deed)

    def _others(self, file: GuestFile, rows: list[CarerRow], *, is_alone: bool) -> Card:
        items = [
            item_card(
                _("{name}, {relationship}").format(name=row.name, relationship=row.relationship),
                [_("not asked")],
                self._if_may(partial(self.deeds.edit_carer, file, row)),
            )
            for row in rows
        ]
        title = _("How the carers are doing") if is_alone else _("Other contact persons")
        return list_card(title, items, _("Write down a contact person first."))

    def _gone(self, file: GuestFile, rows: list[MeasureRow]) -> Card:
        items = [self._measure(file, CarerRow(0, one.carer, ""), one, is_gone=True) for one in reversed(rows)]
        return list_card(_("Of who is no contact person any more"), items, "")


def known_carers(file: CarerFile) -> list[CarerRow]:
    """Of whom something was written down or measured."""
    measured = {row.contact_id for row in file.measures}
    return [row for row in file.carers if row.version or row.contact_id in measured]


def _courses(rows: list[MeasureRow]) -> Iterator[QWidget]:
    """A graph for each number that was measured, with its name, its scale and which way is better in words."""
    for series in Series:
        points = [
            CoursePoint(row.taken_on, value, course_words(series, value))
            for row in rows
            if (value := values_of(row.answers).get(series)) is not None
        ]
        if points:
            name = label(series)
            yield Label(capital(name), Role.STRONG, wraps=True)
            yield Label(scale_words(series), Role.SMALL, wraps=True)
            yield CourseGraph(name, _scale(series), points)


def _scale(series: Series) -> CourseScale:
    scale = SCALES[series]
    ends = course_words(series, scale.least), course_words(series, scale.most)
    return CourseScale(scale.least, scale.most, *ends, label(scale.direction))


def measure_title(row: MeasureRow) -> str:
    """«12-03-2026 · CarerQol-7D»."""
    kind = label(row.answers.kind)
    return f"{date_numeric(row.taken_on)} · {capital(kind)}"


def measure_lines(row: MeasureRow) -> list[str]:
    recorded = _("written down by {name}").format(name=row.recorded_by)
    return [measure_words(row.answers), ", ".join(item_words(row.answers)), row.note, ended_words(row) or recorded]


def _carers(door: Door, guest_id: int) -> CarerFile:
    return carer_file(door, guest_id)


def _first(file: CarerFile) -> CarerRow:
    return (known_carers(file) or list(file.carers))[0]
