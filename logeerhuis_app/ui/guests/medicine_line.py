"""One line of the pharmacy's list while it is being typed over; what was typed is said in words at once."""

from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired, UserFacingError
from logeerhuis_app.domain.medication import (
    Medicine,
    Packaging,
    Rhythm,
    StopType,
    Weekday,
    tidy_medicine,
)
from logeerhuis_app.domain.medicine_typing import read_dose, read_moments, read_most, read_strength
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.amount_words import dose_in_words, strength_in_words
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.medicine_words import DOT, dose_words, moments, most_words, strength_words
from logeerhuis_app.services.rows.medication import MedicineRow
from logeerhuis_app.ui.guests.field_access import CodeChoice, read, write
from logeerhuis_app.ui.guests.medicine_fields import MedicineFields, WeekdayChoice, beside
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.label import Label, Role

_MORE = ("brand", "reason", "prescriber", "packaging", "packaging_note", "ends_on")
_FIELD_OF_CODE = {"medicine": "name", "maximum": "most", "checked_by_2": "name"}
"""Where errors and fields have names of their own."""


class MedicineLine(QFrame):
    """What must be there stands open; «more» opens the rest, and a choice opens what belongs to it."""

    removed = Signal()

    def __init__(self, number: int, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._number = number
        self._held = Medicine("")  # of a line taken over: what this form does not ask
        self.fields = MedicineFields(number, clock)
        self.name, self.strength, self.dose = self.fields.name, self.fields.strength, self.fields.dose
        self.times, self.as_needed = self.fields.times, self.fields.as_needed
        self._build()
        self._connect()
        self._show_what_belongs()

    # --- reading and writing -----------------------------------------------------------------------------------

    def wish(self) -> Medicine:
        """The line as it is typed.

        Raises:
            FieldRequired, FieldInvalid: something that cannot be read, or can be read in two ways.
        """
        fields = self.fields
        strength, strength_unit = read_strength(fields.strength.text())
        amount, unit, words = read_dose(fields.dose.text())
        times, day_parts = read_moments(fields.times.text())
        most, most_unit = read_most(fields.most.text()) if fields.as_needed.isChecked() else ("", None)
        same = ("name", "form", "route", "rhythm", "every_unit", "starts_on", "as_needed", "condition", "most_per")
        more = ("instruction", "double_check", "high_risk", *_MORE)
        wish = replace(
            self._held,
            **{name: read(getattr(fields, name)) for name in (*same, *more)},
            strength=strength,
            strength_unit=strength_unit,
            dose=words,
            dose_amount=amount,
            dose_unit=unit,
            times=times,
            day_parts=day_parts,
            weekdays=fields.weekdays.value(),
            every=_whole_number(fields.every.text()),
            most=most,
            most_unit=most_unit,
        )
        if wish.ends_on is None:  # the day was taken out: then nothing is stopped
            wish = replace(wish, stop_type=None, stop_note="")
        return tidy_medicine(wish)

    def is_empty(self) -> bool:
        return not any(field.text().strip() for field in self.fields.lines())

    def take(self, row: MedicineRow) -> None:
        """Copied from an older list: to be checked line by line."""
        facts = {name: getattr(row, name) for name in Medicine.__dataclass_fields__}
        self._held = Medicine(**{**facts, "is_to_check": True})
        for name, field in self.fields.all().items():
            if name in facts and not isinstance(field, WeekdayChoice) and name not in ("times", "dose", "strength"):
                write(field, str(row.every or "") if name == "every" else facts[name])
        self.strength.setText(strength_words(row))
        self.dose.setText(dose_words(row))
        self.times.setText(", ".join(moments(row)))
        self.fields.weekdays.set_value(row.weekdays)
        self.fields.most.setText(most_words(row, with_period=False))
        self._show_what_belongs()

    def typed(self) -> dict[str, Any]:
        """Everything that stands in the fields, right or wrong, as plain values to be kept for later."""
        held = self._held
        kept: dict[str, Any] = {"is_to_check": held.is_to_check, "stop_note": held.stop_note}
        kept["stop_type"] = held.stop_type.value if held.stop_type is not None else None
        for name, field in self.fields.all().items():
            kept[name] = _kept(field)
        return kept

    def take_typed(self, kept: Mapping[str, Any]) -> None:
        stopped = kept.get("stop_type")
        self._held = replace(
            self._held,
            is_to_check=bool(kept.get("is_to_check")),
            stop_type=StopType(stopped) if stopped else None,
            stop_note=str(kept.get("stop_note") or ""),
        )
        for name, field in self.fields.all().items():
            if name in kept:
                _put_back(field, kept[name])
        self._show_what_belongs()

    # --- what is wrong -----------------------------------------------------------------------------------------

    def check(self) -> bool:
        """Say beside the line what is wrong with it, and go there; True when all is well."""
        self.problem.hide()
        self._mark(None)
        for name in ("starts_on", "ends_on"):
            if not getattr(self.fields, name).is_understood():
                self._say(_("This is no date. Type for example 4 dec or 04-12-2026."), name)
                return False
        try:
            self.wish()
        except (FieldRequired, FieldInvalid) as error:
            self.show_error(error, error.field)
            return False
        return True

    def show_error(self, error: UserFacingError, code: str) -> None:
        self._say(error_text(error), _FIELD_OF_CODE.get(code, code))

    def _say(self, text: str, name: str) -> None:
        field = self.fields.all().get(name, self.name)
        if name in _MORE:
            self.more_button.setChecked(True)
        self.problem.setText(text)
        self.problem.show()
        self._mark(field)
        place = field.line if isinstance(field, DateField) else field
        place.setFocus()
        place.setAccessibleDescription(text)

    def _mark(self, wrong: QWidget | None) -> None:
        for field in self.fields.lines():
            field.setProperty("invalid", "true" if field is wrong else "false")
            restyle(field)

    # --- inside ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        fields = self.fields
        column = QVBoxLayout(self)
        side = px(tokens.SPACE_3)
        column.setContentsMargins(side, px(tokens.SPACE_2), side, px(tokens.SPACE_2))
        column.setSpacing(px(tokens.SPACE_1))
        self.echo = Label("", Role.SMALL, wraps=True)
        self.remove_button = self._remove_button()
        self.more_button = Button(_("more"), Kind.LINK)
        self.more_button.setCheckable(True)
        self.more_button.setAccessibleName(_("More about line {n}").format(n=self._number))
        self._weekday_row = beside(fields.weekdays)
        self._interval_row = beside(fields.every, fields.every_unit, (fields.starts_on, 2))
        self._needed_row = beside((fields.condition, 2), fields.most, fields.most_per)
        self._more_rows = beside(fields.brand, fields.reason, fields.prescriber)
        self._pack_row = beside(fields.packaging, fields.packaging_note, fields.ends_on)
        rows = (
            beside((fields.name, 5), (fields.strength, 3), (fields.dose, 3), (self.remove_button, 0)),
            self.echo,
            beside((fields.times, 2), (fields.rhythm, 2), (fields.form, 2), (fields.route, 2)),
            *(self._weekday_row, self._interval_row),
            beside((fields.as_needed, 0), (fields.double_check, 0), fields.high_risk, (self.more_button, 0)),
            *(self._needed_row, beside(fields.instruction), self._more_rows, self._pack_row),
        )
        self.problem = Label("", Role.PROBLEM, wraps=True)
        for row in rows:
            column.addWidget(row)
        column.insertWidget(2, self.problem)  # under the numbers, which are what is mostly wrong
        self.problem.hide()
        self.echo.hide()
        self._order_keys()

    def _order_keys(self) -> None:
        """Tab walks as the paper is read; what takes the line out comes last."""
        fields = self.fields
        walk = (
            *(fields.name, fields.strength, fields.dose, fields.times, fields.rhythm, fields.form, fields.route),
            *(*fields.weekdays.boxes.values(), fields.every, fields.every_unit, fields.starts_on.line),
            *(fields.as_needed, fields.double_check, fields.high_risk, self.more_button),
            *(fields.condition, fields.most, fields.most_per, fields.instruction),
            *(fields.brand, fields.reason, fields.prescriber, fields.packaging, fields.packaging_note),
            *(fields.ends_on.line, self.remove_button),
        )
        for before, after in pairwise(walk):
            QWidget.setTabOrder(before, after)

    def _remove_button(self) -> QToolButton:
        button = QToolButton()
        button.setProperty("kind", "plain")
        button.setIcon(icon("close", tokens.INK, 14))
        button.setToolTip(_("Take this line out"))
        button.setAccessibleName(_("Take line {n} out").format(n=self._number))
        return button

    def _connect(self) -> None:
        fields = self.fields
        fields.as_needed.toggled.connect(self._show_what_belongs)
        fields.rhythm.currentIndexChanged.connect(self._show_what_belongs)
        fields.packaging.currentIndexChanged.connect(self._show_what_belongs)
        self.more_button.toggled.connect(self._show_what_belongs)
        self.remove_button.clicked.connect(self.removed)
        for amount in (fields.strength, fields.dose, fields.most):
            amount.textChanged.connect(self._echo)
            amount.editingFinished.connect(self._check_amounts)

    def _show_what_belongs(self) -> None:
        rhythm = self.fields.rhythm.value()
        is_more = self.more_button.isChecked()
        self._weekday_row.setVisible(rhythm is Rhythm.WEEKLY)
        self._interval_row.setVisible(rhythm is Rhythm.INTERVAL)
        self._needed_row.setVisible(self.as_needed.isChecked())
        self._more_rows.setVisible(is_more)
        self._pack_row.setVisible(is_more)
        self.fields.packaging_note.setVisible(self.fields.packaging.value() is Packaging.WEEK_BOX)
        self._echo()

    def _echo(self) -> None:
        """In words what the numbers say; nothing while one of them is not to be read yet."""
        said = [self._strength_said(), self._dose_said()]
        self.echo.setText(DOT.join(part for part in said if part))
        self.echo.setVisible(bool(self.echo.text()))

    def _strength_said(self) -> str:
        try:
            spoken = strength_in_words(*read_strength(self.strength.text()))
        except (FieldInvalid, FieldRequired):
            return ""
        return _("strength: {words}").format(words=spoken) if spoken else ""

    def _dose_said(self) -> str:
        try:
            amount, unit, words = read_dose(self.dose.text())
        except (FieldInvalid, FieldRequired):
            return ""
        spoken = dose_in_words(amount, unit)
        if spoken:
            return _("dose: {words}").format(words=spoken)
        return _("dose in the pharmacy's words: {words}").format(words=words)

    def _check_amounts(self) -> None:
        """A number that can be misread is said when its field is left, not only when the whole list is saved."""
        for field, reader in ((self.strength, read_strength), (self.dose, read_dose), (self.fields.most, read_most)):
            if field.text().strip():
                try:
                    reader(field.text())
                except (FieldInvalid, FieldRequired) as error:
                    self.problem.setText(error_text(error))
                    self.problem.show()
                    self._mark(field)
                    return
        self.problem.hide()
        self._mark(None)


def _whole_number(text: str) -> int | None:
    """None for nothing.

    Raises:
        FieldInvalid: no whole number.
    """
    typed = text.strip()
    if not typed:
        return None
    if not (typed.isascii() and typed.isdigit() and len(typed) < 4):
        raise FieldInvalid("every", typed, Reason.NUMBER)
    return int(typed)


def _kept(field: QWidget) -> Any:
    if isinstance(field, WeekdayChoice):
        return [day.value for day in field.value()]
    if isinstance(field, DateField):
        return field.line.text()
    value = read(field)
    return value.value if isinstance(value, StrEnum) else value


def _put_back(field: QWidget, value: Any) -> None:
    if isinstance(field, WeekdayChoice):
        field.set_value([Weekday(day) for day in value])
    elif isinstance(field, DateField):
        field.line.setText(value)
    elif isinstance(field, CodeChoice):
        field.set_value(field.code_of(value))
    else:
        write(field, value)
