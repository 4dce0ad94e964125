"""Who decides for the guest, for what the guest can decide, living wills, and the Wet zorg en dwang."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.legal import LivingWillKind, Representation, Seen, WzdStatus
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.legal import (
    CapacityWish,
    RepresentativeWish,
    WillWish,
    add_capacity,
    add_representative,
    add_will,
    change_capacity,
    change_representative,
    change_will,
    remove_capacity,
    remove_representative,
    remove_will,
    set_wzd,
)
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.legal import CapacityRow, LivingWillRow, RepresentativeRow
from logeerhuis_app.ui.guests.field_access import CodeChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import RemoveDialog, Values, refusing
from logeerhuis_app.ui.guests.safety_dialogs import SafetyDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField

_REPRESENTATIVE = ("kind", "name", "phone", "paper", "valid_from", "valid_until", "note")
_CAPACITY = ("decision", "judgement", "judged_by", "judged_on")
_WILL = ("kind", "dated_on", "paper", "text")


class RepresentativeDialog(SafetyDialog):
    """Who decides where the guest cannot, on what ground, and whether the paper was seen."""

    def __init__(
        self, operations: Operations, parent: QWidget, file: GuestFile, row: RepresentativeRow | None = None
    ) -> None:
        self._row = row
        newest = self._read if row is not None else None
        super().__init__(operations, _("Who decides for the guest"), parent, file, newest=newest)
        self.ask("name", _("&Name"), QLineEdit(), required=True)
        self.ask_beside(
            ("kind", _("On what ground"), CodeChoice(list(Representation), nothing=_("choose…"))),
            ("phone", _("&Telephone"), QLineEdit()),
        )
        self.ask("paper", _("Order or authorisation"), CodeChoice(list(Seen)))
        clock = operations.door.clock
        self.ask_beside(
            ("valid_from", _("From"), DateField(clock, past=True)), ("valid_until", _("Until"), DateField(clock))
        )
        self.ask("note", _("Note"), WideText())
        first = next((one for one in file.contacts if one.is_representative), None)
        self.start({"name": first.name, "phone": first.phone} if first is not None else {})
        if row is not None:
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        if self.values()["kind"] is None:
            return refusing("kind")
        wish = RepresentativeWish(**self.values(), version=self.version)
        if self._row is None:
            return lambda door: add_representative(door, self.guest_id, wish)
        row_id = self._row.representative_id
        return lambda door: change_representative(door, row_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        wanted = self._row.representative_id if self._row is not None else 0
        rows = self.read_file().legal.representatives
        row = next((row for row in rows if row.representative_id == wanted), None)
        return None if row is None else ({name: getattr(row, name) for name in _REPRESENTATIVE}, row.version)

    def _remove(self) -> None:
        if self._row is not None:
            deed = partial(_remove_representative, row_id=self._row.representative_id, version=self.version)
            title = _("Remove «{what}»?").format(what=self._row.name)
            self.leave_after(RemoveDialog(self.operations, title, deed, self))


class CapacityDialog(SafetyDialog):
    """For one decision at a time: there is no yes or no for everything."""

    def __init__(
        self, operations: Operations, parent: QWidget, file: GuestFile, row: CapacityRow | None = None
    ) -> None:
        self._row = row
        hint = _("For one decision at a time; somebody who cannot decide this may well decide that.")
        newest = self._read if row is not None else None
        super().__init__(operations, _("What the guest can decide"), parent, file, newest=newest, hint=hint)
        self.ask("decision", _("About which &decision"), QLineEdit(), required=True)
        self.ask("judgement", _("What was &found"), WideText(), required=True)
        self.ask_beside(
            ("judged_by", _("By whom"), QLineEdit()),
            ("judged_on", _("On"), DateField(operations.door.clock, past=True)),
        )
        self.start()
        if row is not None:
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        wish = CapacityWish(**self.values(), version=self.version)
        if self._row is None:
            return lambda door: add_capacity(door, self.guest_id, wish)
        row_id = self._row.capacity_id
        return lambda door: change_capacity(door, row_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        wanted = self._row.capacity_id if self._row is not None else 0
        row = next((row for row in self.read_file().legal.capacity if row.capacity_id == wanted), None)
        return None if row is None else ({name: getattr(row, name) for name in _CAPACITY}, row.version)

    def _remove(self) -> None:
        if self._row is not None:
            deed = partial(_remove_capacity, row_id=self._row.capacity_id, version=self.version)
            title = _("Remove «{what}»?").format(what=self._row.decision)
            self.leave_after(RemoveDialog(self.operations, title, deed, self))


class LivingWillDialog(SafetyDialog):
    """What the guest wrote down for later, and whether the house saw the paper."""

    def __init__(
        self, operations: Operations, parent: QWidget, file: GuestFile, row: LivingWillRow | None = None
    ) -> None:
        self._row = row
        newest = self._read if row is not None else None
        super().__init__(operations, _("Living will"), parent, file, newest=newest)
        self.ask("kind", _("&Kind"), CodeChoice(list(LivingWillKind), nothing=_("choose…")))
        self.ask_beside(
            ("dated_on", _("Dated"), DateField(operations.door.clock, past=True)),
            ("paper", _("The paper"), CodeChoice(list(Seen))),
        )
        hint = _("The paper itself is added under «Documents».")
        self.ask("text", _("What it says, and where it lies"), WideText(), hint=hint)
        self.start()
        if row is not None:
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        if self.values()["kind"] is None:
            return refusing("kind")
        wish = WillWish(**self.values(), version=self.version)
        if self._row is None:
            return lambda door: add_will(door, self.guest_id, wish)
        row_id = self._row.will_id
        return lambda door: change_will(door, row_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        wanted = self._row.will_id if self._row is not None else 0
        row = next((row for row in self.read_file().legal.wills if row.will_id == wanted), None)
        return None if row is None else ({name: getattr(row, name) for name in _WILL}, row.version)

    def _remove(self) -> None:
        if self._row is not None:
            deed = partial(_remove_will, row_id=self._row.will_id, version=self.version)
            title = _("Remove «{what}»?").format(what=label(self._row.kind))
            self.leave_after(RemoveDialog(self.operations, title, deed, self))


class WzdDialog(SafetyDialog):
    """On which ground of the Wet zorg en dwang the guest stays, and which measures were agreed."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile) -> None:
        super().__init__(operations, _("Compulsory care (Wzd)"), parent, file, newest=self._read)
        self.ask("wzd_status", _("On which ground"), CodeChoice(list(WzdStatus), nothing=_("not asked")))
        self.ask("wzd_text", _("Measures that were agreed"), WideText(3))
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        held: dict[str, Any] = self.values()
        status, text, version = held["wzd_status"], held["wzd_text"], self.version
        return lambda door: set_wzd(door, self.guest_id, status, text, version)

    def _read(self) -> tuple[Values, int]:
        file = self.read_file()
        return {"wzd_status": file.legal.wzd_status, "wzd_text": file.legal.wzd_text}, file.person.version


def _remove_representative(door: Door, row_id: int, version: int) -> Changes:
    return remove_representative(door, row_id, version)


def _remove_capacity(door: Door, row_id: int, version: int) -> Changes:
    return remove_capacity(door, row_id, version)


def _remove_will(door: Door, row_id: int, version: int) -> Changes:
    return remove_will(door, row_id, version)
