"""The fields of one line of the pharmacy's list, in the rows in which they stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QWidget

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.medication import (
    WEEK,
    HighRisk,
    MedicineForm,
    Packaging,
    Period,
    Rhythm,
    Route,
    Weekday,
)
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.ui.guests.field_access import Code, CodeChoice
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.flow_area import FlowArea


class WeekdayChoice(FlowArea):
    """Seven boxes, Monday first; space ticks the one with the keyboard in it."""

    toggled = Signal()

    def __init__(self, number: int) -> None:
        super().__init__(tokens.SPACE_2)
        self.boxes: dict[Weekday, QCheckBox] = {}
        for day in WEEK:
            box = QCheckBox(label(day))
            box.setAccessibleName(_("{name}, line {n}").format(name=label(day), n=number))
            box.toggled.connect(lambda _on: self.toggled.emit())
            self.boxes[day] = box
        self.add(*self.boxes.values())

    def value(self) -> tuple[Weekday, ...]:
        return tuple(day for day, box in self.boxes.items() if box.isChecked())

    def set_value(self, days: Sequence[Weekday]) -> None:
        for day, box in self.boxes.items():
            box.setChecked(day in days)


class MedicineFields:
    """Made once per line; the line lays them out and reads them."""

    def __init__(self, number: int, clock: Clock) -> None:
        self._number = number
        self.name = self._line(_("Medicine (substance)"), _("metoprolol"))
        self.strength = self._line(_("Strength with unit"), _("50 mg"))
        self.dose = self._line(_("Dose"), _("0,5 tablet"))
        self.times = self._line(_("Times"), _("8:00, 18:00 or evening"))
        self.form = self._choice(list(MedicineForm), _("Form: not on the list"))
        self.route = self._choice(list(Route), _("Route: not on the list"))
        self.rhythm: CodeChoice[Rhythm] = self._choice(list(Rhythm))
        self.weekdays = WeekdayChoice(number)
        self.every = self._line(_("Every how many"), "2")
        self.every_unit: CodeChoice[Period] = self._choice(list(Period))
        self.starts_on = self._day(clock, _("First day"))
        self.as_needed = QCheckBox(_("when needed"))
        self.condition = self._line(_("When needed for"), _("pain"))
        self.most = self._line(_("At most"), _("6 tablets"))
        self.most_per: CodeChoice[Period] = self._choice(list(Period), _("per: choose…"))
        self.instruction = self._line(_("Mind"), _("before the meal"))
        self.double_check = QCheckBox(_("2 persons"))
        self.double_check.setToolTip(_("The pharmacy asks a second person to check"))
        self.high_risk = self._choice(list(HighRisk), _("not marked as high risk"))
        self.brand = self._line(_("Brand name"), _("Selokeen"))
        self.reason = self._line(_("What it is for"), _("high blood pressure"))
        self.prescriber = self._line(_("Prescribed by"), _("GP Vos"))
        self.packaging = self._choice(list(Packaging), _("Packaging: not asked"))
        self.packaging_note = self._line(_("Why a week box is accepted"), _("filled by the pharmacy"))
        self.ends_on = self._day(clock, _("Last day"))
        for box in (self.as_needed, self.double_check):
            box.setAccessibleName(_("{name}, line {n}").format(name=box.text(), n=number))
        self.rhythm.setAccessibleName(_("{name}, line {n}").format(name=_("On which days"), n=number))
        self.every_unit.setAccessibleName(_("{name}, line {n}").format(name=_("Days, weeks or months"), n=number))
        self.most_per.setAccessibleName(_("{name}, line {n}").format(name=_("At most per"), n=number))

    def all(self) -> dict[str, QWidget]:
        """By the name that a line and its errors use."""
        return {name: field for name, field in vars(self).items() if isinstance(field, QWidget)}

    def lines(self) -> list[QLineEdit]:
        return [field for field in self.all().values() if isinstance(field, QLineEdit)]

    def _line(self, name: str, example: str) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(_("{name}: {example}").format(name=name, example=example))
        field.setToolTip(name)
        field.setAccessibleName(_("{name}, line {n}").format(name=name, n=self._number))
        return field

    def _choice(self, codes: list[Code], nothing: str = "") -> CodeChoice[Code]:
        field = CodeChoice(codes, nothing)
        field.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        field.setMinimumContentsLength(10)
        field.setAccessibleName(_("{name}, line {n}").format(name=nothing, n=self._number))
        field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        return field

    def _day(self, clock: Clock, name: str) -> DateField:
        field = DateField(clock)
        field.line.setPlaceholderText(_("{name}: {example}").format(name=name, example=_("1 dec")))
        field.line.setAccessibleName(_("{name}, line {n}").format(name=name, n=self._number))
        return field


def beside(*fields: QWidget | tuple[QWidget, int]) -> QWidget:
    """Fields on one line; a number is the share of the room that one gets."""
    row = QWidget()
    line = QHBoxLayout(row)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(px(tokens.SPACE_2))
    for field in fields:
        widget, share = field if isinstance(field, tuple) else (field, 1)
        line.addWidget(widget, share, Qt.AlignmentFlag.AlignTop)
    return row
