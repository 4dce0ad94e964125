"""What can kill: allergies, resuscitation, alerts; and the conditions behind them."""

from collections.abc import Callable
from enum import Enum
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
from logeerhuis_app.domain.health import (
    DementiaStage,
    EuAllergen,
    ProblemKind,
    Reaction,
    ReactionSeverity,
    Verification,
)
from logeerhuis_app.domain.legal import Directive, Seen, Treatment
from logeerhuis_app.domain.sources import InfoSource
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label
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
from logeerhuis_app.services.legal import DirectiveWish
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import AlertRow, AllergyRow, GuestFile, ProblemRow
from logeerhuis_app.ui.guests.field_access import CodeChoice, WideText, read, write
from logeerhuis_app.ui.guests.file_dialog import FileDialog, ReasonDialog, RemoveDialog, Values, refusing
from logeerhuis_app.ui.guests.more_questions import more_questions
from logeerhuis_app.ui.guests.person_fields import CodeBoxes
from logeerhuis_app.ui.guests.whose import whose
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.partial_date_field import PartialDateField

CRITICAL_FIRST = tuple(reversed(Criticality))
_ALLERGY = (
    *("agent", "sensitivity", "category", "criticality", "rescue", "valid_from", "eu_allergen", "reactions"),
    *("reaction_severity", "last_reaction"),
)
_PROBLEM = ("kind", "stage", "detail", "is_leading", "started", "ended", "verification")


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


def source_field() -> CodeChoice[InfoSource]:
    """From whom the house has it."""
    return CodeChoice(list(InfoSource), nothing=_("not asked"))


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
        self.ask("reactions", _("Reaction"), CodeBoxes(_("Reaction"), list(Reaction)))
        hint = _("Required when life-threatening; write «none» if there is none.")
        self.ask("rescue", _("Emergency medicine and where it lies"), QLineEdit(), hint=hint)
        self.ask_beside(
            ("source", _("Source"), source_field()),
            ("valid_from", _("Known since"), DateField(operations.door.clock, past=True)),
        )
        self._ask_more()
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
        values = {name: getattr(row, name) for name in _ALLERGY} | {"reaction": row.own_reaction}
        return values | {"source": row.origin.source}, row.version

    def _ask_more(self) -> None:
        with more_questions(self, _("More about the reaction, and the EU list for food")):
            self.ask("reaction", _("In other words"), QLineEdit(), hint=_("What happened the last time"))
            self.ask_beside(
                ("reaction_severity", _("How bad it was"), CodeChoice(list(ReactionSeverity), nothing=_("not asked"))),
                ("last_reaction", _("The last time"), PartialDateField(self.operations.door.clock)),
            )
            allergens = CodeChoice(list(EuAllergen), nothing=_("none of the list"))
            self.ask("eu_allergen", _("One of the 14 that food must name"), allergens)
        allergens.currentIndexChanged.connect(lambda: self._take_allergen(allergens.value()))

    def _take_allergen(self, allergen: EuAllergen | None) -> None:
        """A food of the list is a food, and its name is that of the substance where none was typed."""
        if allergen is not None:
            write(self.fields["category"], AllergyCategory.FOOD)
            if read(self.fields["agent"]) in {"", *(label(one) for one in EuAllergen)}:
                write(self.fields["agent"], label(allergen))

    def _remove(self) -> None:
        row, version = self._row, self.version
        if row is not None:
            title = _("Why is {agent} no allergy?").format(agent=row.agent)
            deed = lambda reason: lambda door: remove_allergy(door, row.allergy_id, reason, version)  # noqa: E731
            self.leave_after(ReasonDialog(self.operations, title, deed, self))


class ResuscitationDialog(SafetyDialog):
    """Resuscitation, and behind one button the other treatments that can be agreed on."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile) -> None:
        hint = _("No choice is made for you. «Not discussed» counts as asked once it carries a date.")
        super().__init__(operations, _("Resuscitation and treatment"), parent, file, newest=self._read, hint=hint)
        clock = operations.door.clock
        self.ask("resuscitation", _("Resuscitation"), CodeChoice(list(Resuscitation)))
        day = DateField(clock, past=True)
        self.ask("resuscitation_on", _("Discussed or asked on"), day, required=True)
        self.ask("resuscitation_with", _("Discussed with"), QLineEdit(), hint=_("Guest, partner, GP …"))
        self.ask("resuscitation_text", _("What exactly"), WideText())
        self.ask_beside(
            ("resuscitation_seen", _("Declaration or token"), CodeChoice(list(Seen))),
            ("resuscitation_source", _("Source"), source_field()),
        )
        with more_questions(self, _("Other treatments"), _NOT_DISCUSSED):
            for treatment in Treatment:
                name = capital(label(treatment))
                said, text = CodeChoice(list(Directive)), QLineEdit()
                text.setPlaceholderText(_("what exactly"))
                self.ask_beside((treatment.value, name, said), (f"{treatment.value}_text", _("What exactly"), text))
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        held = self.values()
        named, day, source = held["resuscitation_with"], held["resuscitation_on"], held["resuscitation_source"]
        directives = tuple(
            DirectiveWish(one, held[one.value], held[f"{one.value}_text"], named, day, source) for one in Treatment
        )
        wish = ResuscitationWish(
            choice=held["resuscitation"],
            discussed_on=day,
            text=held["resuscitation_text"],
            version=self.version,
            discussed_with=named,
            seen=held["resuscitation_seen"],
            source=source,
            directives=directives,
        )
        return lambda door: set_resuscitation(door, self.guest_id, wish)

    def _read(self) -> tuple[Values, int]:
        file = self.read_file()
        names = ("resuscitation", "resuscitation_on", "resuscitation_text")
        values: dict[str, Any] = {name: getattr(file.banner, name) for name in names}
        values |= {name: getattr(file.legal, name) for name in ("resuscitation_with", "resuscitation_seen")}
        values["resuscitation_source"] = file.banner.resuscitation_origin.source
        for row in file.legal.directives:
            values |= {row.treatment.value: row.decision, f"{row.treatment.value}_text": row.text}
        return values, file.person.version


_NOT_DISCUSSED: dict[str, Enum] = {treatment.value: Directive.NOT_DISCUSSED for treatment in Treatment}


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
        self.ask("source", _("Source"), source_field())
        clock = operations.door.clock
        with more_questions(self, _("From when, and when to look again")):
            self.ask_beside(
                ("starts_on", _("From"), DateField(clock)), ("review_on", _("Look again on"), DateField(clock))
            )
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
        days = {"starts_on": row.starts_on, "review_on": row.review_on}
        return {**values, **days, "source": row.origin.source}, row.version

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
        nothing = _("not asked")
        kind, stage = (
            CodeChoice(list(ProblemKind), nothing=_("choose…")),
            CodeChoice(list(DementiaStage), nothing=nothing),
        )
        self.ask_beside(("kind", _("&Condition"), kind), ("stage", _("How far the dementia is"), stage))
        self.ask("name", _("&In words"), QLineEdit(), hint=_("What is not on the list, or which kind it is"))
        self.ask("detail", _("More about it"), WideText())
        self.ask("is_leading", _("Leading"), QCheckBox(_("This condition leads")))
        with more_questions(self, _("Since when, and how sure")):
            clock = operations.door.clock
            self.ask_beside(
                ("started", _("Since"), PartialDateField(clock)), ("ended", _("Over since"), PartialDateField(clock))
            )
            self.ask("verification", _("How sure"), CodeChoice(list(Verification), nothing=nothing))
        kind.currentIndexChanged.connect(lambda: stage.setEnabled(kind.value() is ProblemKind.DEMENTIA))
        self.start()
        stage.setEnabled(kind.value() is ProblemKind.DEMENTIA)
        if row is not None:
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        held = self.values()
        if held["kind"] is None and not held["name"]:
            return refusing("kind")
        wish = ProblemWish(**{**held, "kind": held["kind"] or ProblemKind.OTHER}, version=self.version)
        if self._row is None:
            return lambda door: add_problem(door, self.guest_id, wish)
        problem_id = self._row.problem_id
        return lambda door: change_problem(door, problem_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        problem_id = self._row.problem_id if self._row is not None else 0
        row = next((row for row in self.read_file().problems if row.problem_id == problem_id), None)
        if row is None:
            return None
        return {name: getattr(row, name) for name in _PROBLEM} | {"name": row.own_name}, row.version

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
