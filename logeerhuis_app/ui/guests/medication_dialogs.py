"""Typing over the pharmacy's list, stopping a medicine, and who manages the medicines."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from logeerhuis_app.domain.care import MedicationCare
from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired, UserFacingError
from logeerhuis_app.domain.medication import CountMoment, StopType
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.medicine_words import medicine_name, watermark
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.medication import (
    MOST_PAGES,
    CareWish,
    ListWish,
    StopWish,
    record_list,
    set_medication_care,
    stop_medicine,
)
from logeerhuis_app.services.medicine_counts import CountWish, record_counts
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.medication import MedicineRow
from logeerhuis_app.ui.guests.field_access import CodeChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import Values, refusing
from logeerhuis_app.ui.guests.medicine_line import MedicineLine
from logeerhuis_app.ui.guests.parts import add_button, buttons_row
from logeerhuis_app.ui.guests.safety_dialogs import SafetyDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.number_field import NumberField


class ListDialog(SafetyDialog):
    """A new list starts empty and unchecked; lines taken over from the last one are marked «to check»."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile) -> None:
        hint = _("Copy the pharmacy's paper word for word: a new one for each stay and after each hospital.")
        super().__init__(operations, _("List of the pharmacy"), parent, file, hint=hint)
        self._former = file.medication
        self._clock = operations.door.clock
        self._made = 0
        self.lines: list[MedicineLine] = []
        day = DateField(self._clock, past=True, value=self._clock.today())
        pages = NumberField(0, MOST_PAGES)
        self.ask_beside(("list_date", _("&Date of the list"), day), ("pages", _("Number of pages"), pages))
        self.ask_beside(
            ("pharmacy", _("&Pharmacy"), QLineEdit()), ("origin", _("Who made it and who brought it"), QLineEdit())
        )
        self.add_wide(Label(watermark(), Role.AMBER, wraps=True))
        self._build_lines()
        self.setMinimumWidth(px(880))
        self.start({"pharmacy": self._former.pharmacy, "list_date": self._clock.today()})
        self.add_line()
        self.fields["list_date"].setFocus(Qt.FocusReason.OtherFocusReason)

    def add_line(self) -> MedicineLine:
        """One more empty line, with the keyboard in it."""
        self._made += 1
        line = MedicineLine(self._made, self._clock, self._box)
        line.removed.connect(lambda: self._remove_line(line))
        self.lines.append(line)
        self._column.addWidget(line)
        line.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return line

    def take_over(self) -> None:
        """The lines of the list before, each to be checked against the paper; what was stopped stays behind."""
        for line in [line for line in self.lines if line.is_empty()]:
            self._remove_line(line)
        today = self._clock.today()
        for row in self._former.medicines:
            if not row.is_stopped(today):
                self.add_line().take(row)
        self.take_over_button.setEnabled(False)

    def save(self) -> None:
        if all(line.check() for line in self._filled()):
            super().save()

    def wish(self) -> ListWish:
        medicines = tuple(line.wish() for line in self._filled())
        return ListWish(**self.values(), medicines=medicines, replaces=self._former.list_id)

    def deed(self) -> Callable[[Door], Changes]:
        wish = self.wish()
        return lambda door: record_list(door, self.guest_id, wish)

    def refuse(self, error: UserFacingError) -> None:
        """What was typed stays, to be saved over the other's list by who looked at that."""
        if not isinstance(error, ChangedByOther):
            super().refuse(error)
            return
        self._former = self.read_file().medication
        words = _(
            "{user} wrote down a list of {date} meanwhile: {medicines}. "
            "Look at it, then save again if yours is to hold; that one stays on file."
        )
        names = ", ".join(map(medicine_name, self._former.medicines)) or _("without medicines")
        day = date_numeric(self._former.list_date) if self._former.list_date is not None else ""
        self.show_problem(words.format(user=self._other_writer(), date=day, medicines=names))

    def more_typed(self) -> Any:
        return [line.typed() for line in self._filled()] or None

    def take_more(self, typed: Any) -> None:
        for line in list(self.lines):
            self._remove_line(line)
        for kept in typed:
            self.add_line().take_typed(kept)

    def _build_lines(self) -> None:
        self._box = QWidget()
        self._column = QVBoxLayout(self._box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(tokens.SPACE_2))
        self.add_wide(self._box)
        self.add_line_button = add_button(_("Medicine"), self.add_line)
        self.take_over_button = Button(_("Take over the last list (to check)"))
        self.take_over_button.clicked.connect(self.take_over)
        self.add_wide(buttons_row(self.add_line_button, self.take_over_button))
        self.take_over_button.setVisible(bool(self._former.medicines))

    def _filled(self) -> list[MedicineLine]:
        return [line for line in self.lines if not line.is_empty()]

    def _remove_line(self, line: MedicineLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()


class StopDialog(SafetyDialog):
    """Stopping a medicine, or taking up one that was stopped for now: who said so, and from which day."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, row: MedicineRow) -> None:
        today = operations.door.clock.today()
        self._row, self._is_stopped = row, row.is_stopped(today)
        name = medicine_name(row)
        title = _("Take up again: {name}") if self._is_stopped else _("Stop: {name}")
        hint = _("Two people compare the list again afterwards, and the pharmacy is asked for a new one.")
        super().__init__(operations, title.format(name=name), parent, file, newest=self._read, hint=hint)
        if not self._is_stopped:
            choice = CodeChoice(list(StopType), nothing=_("choose…"))
            self.ask("stop_type", _("For now or for good"), choice)
        self.ask("on", _("From which &day"), DateField(operations.door.clock, value=today), required=True)
        who = _("Name, and how it was said: «GP Vos, by telephone»")
        self.ask("by", _("&Who said so"), QLineEdit(), required=True, hint=who)
        if self._is_stopped:
            last = _("Only of a course; without a day it goes on.")
            self.ask("until", _("Last day of the course"), DateField(operations.door.clock), hint=last)
        self.start({"on": today})

    def deed(self) -> Callable[[Door], Changes]:
        held = self.values()
        if not self._is_stopped and held["stop_type"] is None:
            return refusing("stop_type")
        wish = StopWish(held["on"], held.get("stop_type"), held["by"], self.version, held.get("until"))
        return partial(_stop, item_id=self._row.item_id, wish=wish)

    def refuse(self, error: UserFacingError) -> None:
        """Errors name the columns; a list that holds no more takes no word."""
        if isinstance(error, ChangedByOther) and self._read() is None:
            words = _("Somebody wrote down another list meanwhile. Close this, and look whether it is still on that.")
            self.show_problem(words)
            return
        field = {"ends_on": "on", "stop_note": "by"}.get(getattr(error, "field", ""), "")
        if field == "on" and self.values().get("until") is not None and self.values()["on"] is not None:
            field = "until"
        if field and isinstance(error, FieldRequired | FieldInvalid):
            self.show_problem(error_text(error), self.fields[field])
            return
        super().refuse(error)

    def _read(self) -> tuple[Values, int] | None:
        """What somebody else said of this medicine since; None when another list holds now."""
        medication = self.read_file().medication
        row = next((one for one in medication.medicines if one.item_id == self._row.item_id), None)
        if row is None:
            return None
        said = (row.stop_type, row.ends_on, row.stop_note)
        is_same = said == (self._row.stop_type, self._row.ends_on, self._row.stop_note)
        words = {} if is_same else {"stop_type": row.stop_type, "on": row.ends_on, "by": row.stop_note}
        return words, medication.version


class CountDialog(SafetyDialog):
    """How many of each there are. An empty field was not counted; nothing is worked out."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, moment: CountMoment) -> None:
        titles = {CountMoment.BROUGHT: _("Count at arrival"), CountMoment.RETURNED: _("Count at departure")}
        hint = _("Whole numbers: tablets, patches, boxes. Of an opioid a second person counts too, under the own name.")
        super().__init__(operations, titles[moment], parent, file, newest=self._read, hint=hint)
        self._row, self._moment = file.medication, moment
        for row in self._row.shown(operations.door.clock.today()):
            self.ask(str(row.item_id), medicine_name(row), QLineEdit())
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        counts = []
        for code, typed in self.values().items():
            if typed and not (typed.isascii() and typed.isdigit()):
                return _refuse_count(typed)
            if typed:
                counts.append((int(code), int(typed)))
        wish = CountWish(self._moment, tuple(counts), self.version)
        return partial(_count, list_id=self._row.list_id, wish=wish)

    def refuse(self, error: UserFacingError) -> None:
        if isinstance(error, ChangedByOther) and self._read() is None:
            self.show_problem(_("Somebody wrote down another list meanwhile. Close this, and count by that list."))
            return
        super().refuse(error)

    def _read(self) -> tuple[Values, int] | None:
        """What is counted by now; None when another list holds."""
        medication = self.read_file().medication
        if medication.list_id != self._row.list_id:
            return None
        counts = {str(row.item_id): row.count_of(self._moment) for row in medication.medicines}
        return {code: "" if one is None else str(one.quantity) for code, one in counts.items()}, medication.version


class MedicationCareDialog(SafetyDialog):
    """Who manages the medicines, and the BEM (Dutch: beoordeling eigen beheer medicatie) behind it."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile) -> None:
        super().__init__(operations, _("Who manages the medicines"), parent, file, newest=self._read)
        choice = CodeChoice(list(MedicationCare), nothing=_("not asked"))
        self.ask("medication_care", _("At home and here"), choice)
        result = CodeChoice(list(MedicationCare), nothing=_("no BEM done"))
        day = DateField(operations.door.clock, past=True)
        self.ask_beside(("bem_on", _("BEM done on"), day), ("bem_result", _("Outcome of the BEM"), result))
        self.ask("bem_note", _("What was agreed"), WideText())
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        held = self.values()
        wish = CareWish(
            held["medication_care"], held["bem_on"], held["bem_result"], held["bem_note"], version=self.version
        )
        return partial(_set_care, guest_id=self.guest_id, wish=wish)

    def _read(self) -> tuple[Values, int]:
        file = self.read_file()
        row = file.medication
        bem = {"bem_on": row.bem_on, "bem_result": row.bem_result, "bem_note": row.bem_note}
        return {"medication_care": row.care, **bem}, file.person.version


def _refuse_count(typed: str) -> Callable[[Door], Changes]:
    def refuse(_door: Door) -> Changes:
        raise FieldInvalid("quantity", typed, Reason.NUMBER)

    return refuse


def _count(door: Door, list_id: int, wish: CountWish) -> Changes:
    return record_counts(door, list_id, wish)


def _set_care(door: Door, guest_id: int, wish: CareWish) -> Changes:
    return set_medication_care(door, guest_id, wish)


def _stop(door: Door, item_id: int, wish: StopWish) -> Changes:
    return stop_medicine(door, item_id, wish)
