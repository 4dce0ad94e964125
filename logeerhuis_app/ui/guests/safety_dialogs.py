"""What can kill: allergies, resuscitation, alerts; and the conditions behind them."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyCategory,
    Criticality,
    Resuscitation,
    Sensitivity,
    Severity,
)
from logeerhuis_app.i18n import _
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    ProblemWish,
    ResuscitationWish,
    add_alert,
    add_allergy,
    add_problem,
    change_alert,
    change_allergy,
    change_problem,
    end_alert,
    remove_allergy,
    remove_problem,
    set_resuscitation,
)
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import AlertRow, AllergyRow, GuestFile, ProblemRow
from logeerhuis_app.ui.guests.field_access import CodeChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import FileDialog, ReasonDialog, RemoveDialog, Values, refusing
from logeerhuis_app.ui.guests.whose import whose
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField

CRITICAL_FIRST = tuple(reversed(Criticality))


class SafetyDialog(FileDialog):
    """A form under the banner of the guest it is about, so that it cannot be filled in for another."""

    def __init__(self, operations: Operations, title: str, parent: QWidget, file: GuestFile, **more: Any) -> None:
        super().__init__(operations, title, parent, **more)
        self.guest_id = file.person.guest.guest_id
        self.pin(whose(file), first=True)

    def read_file(self) -> GuestFile:
        return self.operations.read(partial(_read_file, guest_id=self.guest_id))

    def leave_after(self, dialog: ReasonDialog | RemoveDialog) -> None:
        """Open a question before something goes away; when it went, this form has nothing left to show."""
        dialog.accepted.connect(self.accept)
        dialog.open()


class AllergyDialog(SafetyDialog):
    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, row: AllergyRow | None = None) -> None:
        self._row = row
        title = _("Allergy or intolerance") if row is None else _("Edit allergy")
        hint = _("A preference is no allergy: write it under «Rather not».")
        super().__init__(operations, title, parent, file, newest=self._read if row is not None else None, hint=hint)
        self.ask("agent", _("&Substance"), QLineEdit(), required=True, hint=_("For example penicillin, nuts, plasters"))
        self.ask_beside(
            ("sensitivity", _("What is it"), CodeChoice(list(Sensitivity))),
            ("category", _("Kind of substance"), CodeChoice(list(AllergyCategory))),
        )
        self.ask("criticality", _("How dangerous"), CodeChoice(list(CRITICAL_FIRST)))
        self.ask("reaction", _("Reaction"), QLineEdit(), hint=_("What happened the last time"))
        hint = _("Required when life-threatening; write «none» if there is none.")
        self.ask("rescue", _("Emergency medicine and where it lies"), QLineEdit(), hint=hint)
        self.start({"criticality": Criticality.SEVERE, "category": AllergyCategory.MEDICATION})
        if row is not None:
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        wish = AllergyWish(**self.values(), version=self.version)
        if self._row is None:
            return lambda door: add_allergy(door, self.guest_id, wish)
        allergy_id = self._row.allergy_id
        return lambda door: change_allergy(door, allergy_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        if self._row is None:
            return None
        allergy_id = self._row.allergy_id
        row = next((row for row in self.read_file().banner.allergies if row.allergy_id == allergy_id), None)
        if row is None:
            return None
        names = ("agent", "sensitivity", "category", "criticality", "reaction", "rescue")
        return {name: getattr(row, name) for name in names}, row.version

    def _remove(self) -> None:
        row, version = self._row, self.version
        if row is not None:
            title = _("Why is {agent} no allergy?").format(agent=row.agent)
            deed = lambda reason: lambda door: remove_allergy(door, row.allergy_id, reason, version)  # noqa: E731
            self.leave_after(ReasonDialog(self.operations, title, deed, self))


class ResuscitationDialog(SafetyDialog):
    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile) -> None:
        hint = _("No choice is made for you. «Not discussed» counts as asked once it carries a date.")
        super().__init__(operations, _("Resuscitation"), parent, file, newest=self._read, hint=hint)
        self.ask("resuscitation", _("What was agreed"), CodeChoice(list(Resuscitation)))
        day = DateField(operations.door.clock, past=True)
        self.ask("resuscitation_on", _("Discussed or asked on"), day, required=True)
        self.ask("resuscitation_text", _("With whom, or what exactly"), WideText())
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        held = self.values()
        wish = ResuscitationWish(
            held["resuscitation"], held["resuscitation_on"], held["resuscitation_text"], self.version
        )
        return lambda door: set_resuscitation(door, self.guest_id, wish)

    def _read(self) -> tuple[Values, int]:
        file = self.read_file()
        names = ("resuscitation", "resuscitation_on", "resuscitation_text")
        return {name: getattr(file.banner, name) for name in names}, file.person.version


class AlertDialog(SafetyDialog):
    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, row: AlertRow | None = None) -> None:
        self._row = row
        title = _("Alert") if row is None else _("Edit alert")
        super().__init__(operations, title, parent, file, newest=self._read if row is not None else None)
        self.ask_beside(
            ("kind", _("Kind"), CodeChoice(list(AlertKind), nothing=_("choose…"))),
            ("severity", _("How serious"), CodeChoice(list(Severity))),
        )
        self.ask("name", _("In words"), QLineEdit(), hint=_("Empty: the kind itself. For example «wanders at night»"))
        self.ask("action", _("What &to do"), WideText(), required=True, hint=_("An alert without an action is noise."))
        self.start({"severity": Severity.AMBER})
        if row is not None:
            self.add_remove_button(_("End…"), self._end)

    def deed(self) -> Callable[[Door], Changes]:
        if self.values()["kind"] is None:
            return refusing("kind")
        wish = AlertWish(**self.values(), version=self.version)
        if self._row is None:
            return lambda door: add_alert(door, self.guest_id, wish)
        alert_id = self._row.alert_id
        return lambda door: change_alert(door, alert_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        alert_id = self._row.alert_id if self._row is not None else 0
        row = next((row for row in self.read_file().banner.alerts if row.alert_id == alert_id), None)
        if row is None:
            return None
        values = {"kind": AlertKind(row.kind), "severity": row.severity, "name": row.own_name, "action": row.action}
        return values, row.version

    def _end(self) -> None:
        row, version = self._row, self.version
        if row is not None:
            title = _("Why does «{alert}» end?").format(alert=row.name)
            deed = lambda reason: lambda door: end_alert(door, row.alert_id, reason, version)  # noqa: E731
            self.leave_after(ReasonDialog(self.operations, title, deed, self))


class ProblemDialog(SafetyDialog):
    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, row: ProblemRow | None = None) -> None:
        self._row = row
        super().__init__(operations, _("Condition"), parent, file, newest=self._read if row is not None else None)
        self.ask("name", _("&Condition"), QLineEdit(), required=True, hint=_("For example dementia, COPD, diabetes"))
        self.ask("detail", _("More about it"), WideText())
        self.ask("is_leading", _("Leading"), QCheckBox(_("This condition leads")))
        self.start()
        if row is not None:
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        wish = ProblemWish(**self.values(), version=self.version)
        if self._row is None:
            return lambda door: add_problem(door, self.guest_id, wish)
        problem_id = self._row.problem_id
        return lambda door: change_problem(door, problem_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        problem_id = self._row.problem_id if self._row is not None else 0
        row = next((row for row in self.read_file().problems if row.problem_id == problem_id), None)
        if row is None:
            return None
        return {name: getattr(row, name) for name in ("name", "detail", "is_leading")}, row.version

    def _remove(self) -> None:
        row, version = self._row, self.version
        if row is not None:
            title = _("Remove «{what}»?").format(what=row.name)
            deed = partial(_remove_problem, problem_id=row.problem_id, version=version)
            self.leave_after(RemoveDialog(self.operations, title, deed, self))


def _remove_problem(door: Door, problem_id: int, version: int) -> Changes:
    return remove_problem(door, problem_id, version)


def _read_file(door: Door, guest_id: int) -> GuestFile:
    return guest_file(door, guest_id)
