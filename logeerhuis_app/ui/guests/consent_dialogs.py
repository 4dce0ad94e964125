"""What somebody agreed to or refused: who said it, how, and when; and taking it back."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.documents import ConsentAnswer, ConsentHow, ConsentKind
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.documents import ConsentWish, record_consent, withdraw_consent
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.documents import ConsentRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.field_access import CodeChoice
from logeerhuis_app.ui.guests.safety_dialogs import SafetyDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField


class ConsentDialog(SafetyDialog):
    """A new answer; what was said before stays readable in the record."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, kind: ConsentKind) -> None:
        self._kind = kind
        title = _("Consent: {what}").format(what=label(kind))
        hint = _("Ask the guest, or whoever decides for the guest. No answer is not a yes.")
        super().__init__(operations, title, parent, file, hint=hint)
        clock = operations.door.clock
        self.ask("answer", _("&Answer"), CodeChoice(list(ConsentAnswer), nothing=_("choose…")))
        self.ask("given_by", _("&Given by"), QLineEdit(), required=True, hint=_names_hint(file))
        self.ask_beside(
            ("how", _("&How"), CodeChoice(list(ConsentHow), nothing=_("choose…"))),
            ("given_on", _("&On"), DateField(clock, past=True)),
        )
        self.start({"given_on": clock.today()})

    def deed(self) -> Callable[[Door], Changes]:
        wish = ConsentWish(kind=self._kind, **self.values())
        return lambda door: record_consent(door, self.guest_id, wish)


def _names_hint(file: GuestFile) -> str:
    """Who could have said it: the guest, and whoever represents the guest."""
    named = [row.name for row in file.contacts if row.is_representative]
    return _("For example {names}").format(names=", ".join([file.person.given_name, *named]))


class WithdrawDialog(SafetyDialog):
    """From this day on there is no consent."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, row: ConsentRow) -> None:
        self._row = row
        title = _("Withdraw the consent: {what}").format(what=label(row.kind))
        given = date_numeric(row.given_on) if row.given_on else ""
        hint = _("Given by {who} on {date}.").format(who=row.given_by, date=given)
        if row.kind is ConsentKind.PHOTO:
            hint += " " + _("The photo is hidden everywhere at once; you can remove it after that.")
        super().__init__(operations, title, parent, file, hint=hint, save_text=_("Withdraw"))
        self.ask("withdrawn_on", _("&Withdrawn on"), DateField(operations.door.clock, past=True))
        self.start({"withdrawn_on": operations.door.clock.today()})
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def deed(self) -> Callable[[Door], Changes]:
        row, day = self._row, self.values()["withdrawn_on"]
        return lambda door: withdraw_consent(door, row.consent_id, day, row.version)
