"""One dialog per deed about a guest's rights: record, decide, restrict, lift, keep longer, terms."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.retention import CARE_YEARS, FINANCE_YEARS, LONGEST_YEARS, Terms
from logeerhuis_app.domain.rights import Asker, Decision, RestrictionGround, RightKind
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_long
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.removal import KeepWish, keep_longer, set_terms
from logeerhuis_app.services.rights import (
    AskedBy,
    DecisionWish,
    RequestWish,
    decide_request,
    lift_restriction,
    record_request,
    restrict_file,
)
from logeerhuis_app.services.rows.guest import RequestRow
from logeerhuis_app.services.rows.retention import RemovalSheet
from logeerhuis_app.services.rows.rights import RightsSheet
from logeerhuis_app.ui.guests.field_access import CodeChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.number_field import NumberField

PEOPLE = [Asker.GUEST, Asker.REPRESENTATIVE, Asker.GP]


class AskerFields:
    """Who asks, and on what ground if it is not the guest; three questions of a dialog."""

    def __init__(self, dialog: FileDialog) -> None:
        self.asker = CodeChoice(PEOPLE)
        self.name = QLineEdit()
        self.ground = QLineEdit()
        dialog.ask("asker", _("Who &asks?"), self.asker)
        dialog.ask("asker_name", _("&Name"), self.name, hint=_("Of the representative or the GP."))
        dialog.ask("ground", _("On what &ground"), self.ground, hint=_("For example: mentor, power of attorney."))

    def by(self) -> AskedBy:
        return AskedBy(self.asker.value() or Asker.GUEST, self.name.text(), self.ground.text())


class NewRequestDialog(FileDialog):
    """Write down what is asked; what is done with it the manager decides."""

    def __init__(self, operations: Operations, parent: QWidget, sheet: RightsSheet) -> None:
        hint = _("A request is answered within a month. What is done with it is decided in a step of its own.")
        super().__init__(operations, _("Record a request of {name}").format(name=sheet.name), parent, hint=hint)
        self._guest_id = sheet.guest_id
        self.kind = CodeChoice([RightKind.CORRECTION, RightKind.ACCESS, RightKind.RESTRICTION, RightKind.REMOVAL])
        self.day = DateField(operations.door.clock, past=True)
        self.wish = WideText(4)
        self.ask("kind", _("&What is asked?"), self.kind)
        self.ask("received_on", _("&Received on"), self.day, required=True)
        self.by = AskerFields(self)
        self.ask("wish", _("In the asker's &own words"), self.wish)
        self.start({"received_on": operations.door.clock.today()})

    def deed(self) -> Callable[[Door], Changes]:
        kind = self.kind.value() or RightKind.CORRECTION
        wish = RequestWish(kind, self.day.value(), self.by.by(), self.wish.toPlainText())
        return lambda door: record_request(door, self._guest_id, wish)


class DecisionDialog(FileDialog):
    """Grant or refuse; a refusal has its reason, and the guest may add a statement that stays with the file."""

    def __init__(self, operations: Operations, parent: QWidget, request: RequestRow) -> None:
        title = _("Decide: {request}").format(request=label(request.kind))
        super().__init__(operations, title, parent, hint=_("Afterwards the decision cannot be changed."))
        self._request = request
        if request.wish:
            self.add_wide(Label(_("Asked: {wish}").format(wish=request.wish), Role.BODY, wraps=True))
        self.decision = CodeChoice([Decision.GRANTED, Decision.REFUSED], nothing=_("choose"))
        self.reason, self.statement = WideText(3), WideText(3)
        self.ask("decision", _("&Decision"), self.decision)
        self.ask("reason", _("&Reason"), self.reason, hint=_("A refusal needs one; the guest hears it."))
        statement = _("Stays with the file where a correction is refused, and is read by everybody who reads the file.")
        self.ask("statement", _("&Statement of the guest"), self.statement, hint=statement)
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        decision = self.decision.value() or Decision.OPEN
        wish = DecisionWish(decision, self.reason.toPlainText(), self.statement.toPlainText(), self._request.version)
        return lambda door: decide_request(door, self._request.request_id, wish)


class RestrictDialog(FileDialog):
    """Close the file to everybody but the manager."""

    def __init__(self, operations: Operations, parent: QWidget, sheet: RightsSheet) -> None:
        hint = _(
            "Only the manager finds, sees and changes the file from now on. While the guest is in the house, "
            "and on the day of arrival, it is open to those who care: allergies, alerts and the handover stay in sight."
        )
        title = _("Restrict the file of {name}").format(name=sheet.name)
        super().__init__(operations, title, parent, hint=hint, save_text=_("Restrict"))
        self._sheet = sheet
        self.ground = CodeChoice(list(RestrictionGround), nothing=_("choose"))
        self.reason = WideText(3)
        self.ask("ground", _("On what &ground"), self.ground)
        self.ask("reason", _("&Reason"), self.reason)
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        ground, reason, sheet = self.ground.value(), self.reason.toPlainText(), self._sheet
        return lambda door: restrict_file(door, sheet.guest_id, ground, reason, sheet.version)


class LiftDialog(FileDialog):
    """Open the file again."""

    def __init__(self, operations: Operations, parent: QWidget, sheet: RightsSheet) -> None:
        since = date_long(sheet.restriction.since) if sheet.restriction.since else ""
        hint = _("Restricted since {date}: {reason}").format(date=since, reason=sheet.restriction.reason)
        title = _("Lift the restriction of the file of {name}?").format(name=sheet.name)
        super().__init__(operations, title, parent, hint=hint, save_text=_("Lift the restriction"))
        self._sheet = sheet
        before = _("Whoever asked for the restriction must hear it before you lift it.")
        self.add_wide(Label(before, Role.BODY, wraps=True))

    def deed(self) -> Callable[[Door], Changes]:
        sheet = self._sheet
        return lambda door: lift_restriction(door, sheet.guest_id, sheet.version)


class KeepDialog(FileDialog):
    """Keep a care file longer, for another's interest or for good care."""

    def __init__(self, operations: Operations, parent: QWidget, sheet: RemovalSheet) -> None:
        hint = _("Empty the day to keep the file no longer than its term.")
        title = _("Keep the file of {name} longer").format(name=sheet.name)
        super().__init__(operations, title, parent, hint=hint)
        self._sheet = sheet
        self.until = DateField(operations.door.clock)
        self.reason = WideText(3)
        self.ask("kept_until", _("&Until"), self.until)
        self.ask("reason", _("&Reason"), self.reason, hint=_("Whose interest, or which care, asks for it."))
        self.start({"kept_until": sheet.kept_until, "reason": sheet.kept_reason})

    def deed(self) -> Callable[[Door], Changes]:
        wish = KeepWish(self.until.value(), self.reason.toPlainText(), self._sheet.version)
        return lambda door: keep_longer(door, self._sheet.guest_id, wish)


class TermsDialog(FileDialog):
    """The years of this house: longer than the law asks, never shorter."""

    def __init__(self, operations: Operations, parent: QWidget, terms: Terms) -> None:
        super().__init__(operations, _("How long this house keeps files"), parent)
        self.care = NumberField(CARE_YEARS, LONGEST_YEARS)
        self.finance = NumberField(FINANCE_YEARS, LONGEST_YEARS)
        years = _("At least {n} years after the last change (Wgbo, art. 7:454 BW).").format(n=CARE_YEARS)
        self.ask("care_years", _("&Care file: years"), self.care, hint=years)
        book = _(
            "At least {n} whole years after the book year: a setting of this house, with the tax office in mind. "
            "Ask the accountant, and look into the contract with each municipality."
        ).format(n=FINANCE_YEARS)
        self.ask("finance_years", _("&Finance: years"), self.finance, hint=book)
        self.start({"care_years": terms.care_years, "finance_years": terms.finance_years})

    def deed(self) -> Callable[[Door], Changes]:
        terms = Terms(self.care.value(), self.finance.value())
        return lambda door: set_terms(door, terms)
