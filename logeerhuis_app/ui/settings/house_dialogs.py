"""Dialogs of «House and beds»: a location with who declares there, a room with its bed, closing a bed for good."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from logeerhuis_app.domain.bookings import BedKind
from logeerhuis_app.domain.house_facts import LONGEST_TURNOVER
from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.house import (
    BedWish,
    LocationWish,
    add_bed,
    add_location,
    change_bed,
    change_location,
    close_bed_for_good,
    house_facts,
)
from logeerhuis_app.services.rows.house import BedFacts, LocationRow
from logeerhuis_app.ui.guests.field_access import CodeChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import FileDialog, Values
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.number_field import NumberField

_USUAL_TURNOVER = 60


class LocationDialog(FileDialog):
    """Name and address stand on cards and declarations; the numbers on declarations only."""

    def __init__(self, operations: Operations, parent: QWidget, row: LocationRow | None = None) -> None:
        self._row = row
        title = _("Location {name}").format(name=row.name) if row is not None else _("New location")
        super().__init__(operations, title, parent, newest=self._read if row is not None else None)
        self.ask("name", _("&Name"), QLineEdit(), required=True, hint=_("As families know it"))
        if row is None:
            hint = _("The codes of the beds begin with it: PLZ-1, PLZ-2. It cannot be changed later.")
            self.ask("code", _("Short &code"), QLineEdit(), required=True, hint=hint)
        hint = _("Stands as sender on the declarations")
        self.ask("provider", _("Care &organisation"), QLineEdit(), required=True, hint=hint)
        self.ask("street", _("&Street and number"), QLineEdit())
        self.ask_beside(("postcode", _("Postcode"), QLineEdit()), ("town", _("&Town"), QLineEdit()))
        self.ask_beside(("phone", _("Telephone"), QLineEdit()), ("iban", _("IBAN"), QLineEdit()))
        self.ask_beside(("agb", _("AGB code"), QLineEdit()), ("kvk", _("KvK number"), QLineEdit()))
        hint = _("Empty: the usual sentence for care that is exempt")
        self.ask("vat_exemption", _("VAT: sentence on the declaration"), WideText(), hint=hint)
        self.ask("target_group", _("For &whom"), QLineEdit(), hint=_("In your own words: elderly with dementia"))
        for code, words in (
            ("takes_wlz", _("Takes guests with a Wlz decision")),
            ("has_supervision_24_7", _("Somebody is awake day and night")),
            ("needs_indication", _("Only with a decision or referral")),
        ):
            self._tick(code, words)
        turnover = NumberField(0, LONGEST_TURNOVER, _USUAL_TURNOVER)
        turnover.setSingleStep(15)
        self.ask("turnover_minutes", _("Minutes to clean between two guests"), turnover)
        self.start({"takes_wlz": True, "needs_indication": True, "turnover_minutes": _USUAL_TURNOVER})

    def deed(self) -> Callable[[Door], Changes]:
        values = self.values()
        values["turnover_minutes"] = values["turnover_minutes"] or 0
        wish = LocationWish(**values, **self._kept(), version=self.version)
        if self._row is None:
            return lambda door: add_location(door, wish)
        location_id = self._row.location_id
        return lambda door: change_location(door, location_id, wish)

    def _tick(self, code: str, words: str) -> None:
        box = QCheckBox(words)
        self.fields[code] = box
        self._names[code] = words
        self.add_wide(box)

    def _kept(self) -> dict[str, Any]:
        """What this form does not ask stays as it is."""
        return {"vat_id": self._row.vat_id} if self._row is not None else {}

    def _read(self) -> tuple[Values, int] | None:
        wanted = self._row.location_id if self._row is not None else 0
        rows = self.operations.read(house_facts).locations
        row = next((row for row in rows if row.location_id == wanted), None)
        return None if row is None else (vars(row), row.version)


class BedDialog(FileDialog):
    """A room with one bed: how people call it, and what a guest may need of it."""

    def __init__(
        self, operations: Operations, parent: QWidget, location: LocationRow, row: BedFacts | None = None
    ) -> None:
        self._row, self._location = row, location
        new = _("New bed in {location}").format(location=location.name)
        title = _("{room} in {location}").format(room=row.name, location=location.name) if row is not None else new
        super().__init__(operations, title, parent, newest=self._read if row is not None else None)
        hint = _("As people say it: Room 3. Two beds in one room: Room 3 window, Room 3 door.")
        self.ask("name", _("&Name of the room"), QLineEdit(), required=True, hint=hint)
        self.ask("kind", _("&Kind of bed"), CodeChoice(list(BedKind)))
        for code, words in (
            ("is_wheelchair_accessible", _("A &wheelchair can get in and turn")),
            ("has_lift", _("There is a &lift to help a guest out of bed")),
            ("has_supervision", _("Near the staff, also at &night")),
            ("is_quiet", _("&Quiet: few stimuli")),
        ):
            self._tick(code, words)
        hint = _("Stands beside the room in the planning: lift · garden side")
        self.ask("features", _("In a few w&ords"), QLineEdit(), hint=hint)
        self.start({"kind": BedKind.FIXED})

    def deed(self) -> Callable[[Door], Changes]:
        wish = BedWish(**self.values(), version=self.version)
        if self._row is None:
            location_id = self._location.location_id
            return lambda door: add_bed(door, location_id, wish)
        bed_id = self._row.bed_id
        return lambda door: change_bed(door, bed_id, wish)

    def _tick(self, code: str, words: str) -> None:
        box = QCheckBox(words)
        self.fields[code] = box
        self._names[code] = words.replace("&", "")
        self.add_wide(box)

    def _read(self) -> tuple[Values, int] | None:
        wanted = self._row.bed_id if self._row is not None else 0
        row = next((row for row in self.operations.read(house_facts).beds if row.bed_id == wanted), None)
        return None if row is None else (vars(row), row.version)


class CloseBedDialog(FileDialog):
    """From which night on nobody sleeps there."""

    def __init__(self, operations: Operations, parent: QWidget, row: BedFacts) -> None:
        self._row = row
        title = _("Close {room} for good?").format(room=row.name)
        hint = _("The stays of before remain.")
        super().__init__(operations, title, parent, hint=hint, save_text=_("Close for good"))
        clock = operations.door.clock
        self.ask("closed_from", _("&First night without guests"), DateField(clock, value=clock.today()), required=True)
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        return partial(_close, bed_id=self._row.bed_id, from_day=self.values()["closed_from"])


def _close(door: Door, bed_id: int, from_day: Any) -> Changes:
    return close_bed_for_good(door, bed_id, from_day)
