"""People around the guest: contact persons, professionals, help at home."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from logeerhuis_app.domain.care import DuringStay, InfoScope
from logeerhuis_app.domain.contact_points import MorePhone
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.guests import HelpKind, ProfessionalRole, Relationship
from logeerhuis_app.domain.person import ContactRole, FrequencyPeriod, FrequencyUnit
from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.network import (
    LONGEST_JOURNEY,
    MOST_OFTEN,
    ContactWish,
    HelpWish,
    ProfessionalWish,
    add_contact,
    add_help,
    add_professional,
    change_contact,
    change_help,
    change_professional,
    remove_contact,
    remove_help,
    remove_professional,
)
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import ContactRow, GuestFile, HelpRow, ProfessionalRow
from logeerhuis_app.ui.guests.field_access import CodeChoice, RowChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import FileDialog, RemoveDialog, Values, refusing
from logeerhuis_app.ui.guests.more_questions import more_questions
from logeerhuis_app.ui.guests.person_fields import CodeBoxes, PhonesField, WeekdaysField
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.number_field import NumberField

_CONTACT = (
    *("name", "phone", "order", "may_collect", "info_scope", "lives_with_guest", "is_representative"),
    *("away_from", "away_until", "stands_in", "note", "roles", "email", "address", "collect_note"),
    *("info_agreed_by", "info_agreed_on", "travel_minutes", "reach_note", "key_note"),
)
_HELP = (
    *("law", "during_stay", "note", "is_voluntary", "provider", "phone", "often", "often_most", "often_unit"),
    *("often_period", "weekdays"),
)
_PROFESSIONAL = ("name", "organisation", "phone", "agb", "note")


class ContactDialog(FileDialog):
    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, row: ContactRow | None = None) -> None:
        self._row, self._guest_id = row, file.person.guest.guest_id
        title = _("Contact person of {guest}").format(guest=file.person.guest.name)
        super().__init__(operations, title, parent, newest=self._read if row is not None else None)
        self.ask("name", _("&Name"), QLineEdit(), required=True)
        self.ask_beside(
            ("relationship", _("Relationship"), CodeChoice(list(Relationship), nothing=_("choose…"))),
            ("phone", _("&Telephone"), QLineEdit()),
        )
        places = len(file.contacts) + (row is None)
        orders = [(place, _order_words(place)) for place in range(1, places + 1)]
        self.ask_beside(
            ("order", _("Call as"), RowChoice(orders)),
            ("info_scope", _("May be told"), CodeChoice(list(InfoScope))),
        )
        self._ask_rights()
        self._ask_away(file)
        with more_questions(self, _("How to reach, and the way here")):
            self._ask_reach()
        with more_questions(self, _("Roles and what was agreed")):
            self._ask_roles()
        self.ask("note", _("Note"), WideText())
        self.start({"order": places, "info_scope": InfoScope.PRACTICAL})
        if row is not None:
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        if self.values()["relationship"] is None:
            return refusing("relationship")
        held = self.values()
        held["more_phones"] = tuple(MorePhone(number, use) for number, use in held["more_phones"])
        wish = ContactWish(**held, version=self.version)
        if self._row is None:
            return lambda door: add_contact(door, self._guest_id, wish)
        contact_id = self._row.contact_id
        return lambda door: change_contact(door, contact_id, wish)

    def _ask_rights(self) -> None:
        self.ask_beside(
            ("may_collect", _("Bringing and fetching"), QCheckBox(_("may collect the guest"))),
            ("lives_with_guest", _("Home"), QCheckBox(_("lives with the guest"))),
        )
        hint = _("On what ground, and whether the paper was seen, stands under «Who decides».")
        self.ask("is_representative", _("Decides"), QCheckBox(_("decides where the guest cannot")), hint=hint)

    def _ask_away(self, file: GuestFile) -> None:
        clock = self.operations.door.clock
        self.ask_beside(
            ("away_from", _("Away from"), DateField(clock)), ("away_until", _("Away until"), DateField(clock))
        )
        others = [one.name for one in file.contacts if one is not self._row]
        stands_in = QLineEdit()
        stands_in.setPlaceholderText(", ".join(others))
        hint = _("Who decides while this person is away; empty: the next contact person")
        self.ask("stands_in", _("Stands in"), stands_in, hint=hint)

    def _ask_reach(self) -> None:
        self.ask("reach_note", _("Reachable during a stay"), QLineEdit(), hint=_("For example not before 10:00"))
        self.ask("more_phones", _("More telephones"), PhonesField())
        travel = NumberField(0, LONGEST_JOURNEY, 0)
        travel.setSpecialValueText(_("not asked"))
        self.ask_beside(("email", _("E-mail"), QLineEdit()), ("travel_minutes", _("Minutes of travel"), travel))
        self.ask("address", _("Address"), QLineEdit())
        self.ask("key_note", _("Key and alarm"), QLineEdit(), hint=_("Who has a key of the guest's home"))

    def _ask_roles(self) -> None:
        self.ask("roles", _("Roles"), CodeBoxes(_("Roles"), list(ContactRole)))
        clock = self.operations.door.clock
        self.ask_beside(
            ("info_agreed_by", _("Who agreed to telling"), QLineEdit()),
            ("info_agreed_on", _("Agreed on"), DateField(clock, past=True)),
        )
        self.ask("collect_note", _("How to know who fetches"), QLineEdit())

    def _read(self) -> tuple[Values, int] | None:
        contact_id = self._row.contact_id if self._row is not None else 0
        file = self.operations.read(partial(_read_file, guest_id=self._guest_id))
        row = next((row for row in file.contacts if row.contact_id == contact_id), None)
        if row is None:
            return None
        phones = tuple((one.number, one.use) for one in row.more_phones)
        values = {name: getattr(row, name) for name in _CONTACT} | {"more_phones": phones}
        return values | {"relationship": row.kind}, row.version

    def _remove(self) -> None:
        row, version = self._row, self.version
        if row is not None:
            title = _("Remove «{what}»?").format(what=row.name)
            _ask_away(self, title, lambda door: remove_contact(door, row.contact_id, version))


class ProfessionalDialog(FileDialog):
    def __init__(
        self, operations: Operations, parent: QWidget, file: GuestFile, row: ProfessionalRow | None = None
    ) -> None:
        self._row, self._guest_id = row, file.person.guest.guest_id
        title = _("GP, pharmacy or other professional")
        super().__init__(operations, title, parent, newest=self._read if row is not None else None)
        self.ask("role", _("Role"), CodeChoice(list(ProfessionalRole)))
        self.ask_beside(("name", _("&Name"), QLineEdit()), ("organisation", _("&Organisation"), QLineEdit()))
        self.ask_beside(("phone", _("&Telephone"), QLineEdit()), ("agb", _("AGB code"), QLineEdit()))
        self.ask("note", _("Note"), QLineEdit(), hint=_("For example when the practice can be reached"))
        self.start()
        if row is not None:
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        wish = ProfessionalWish(**self.values(), version=self.version)
        if self._row is None:
            return lambda door: add_professional(door, self._guest_id, wish)
        row_id = self._row.professional_id
        return lambda door: change_professional(door, row_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        row_id = self._row.professional_id if self._row is not None else 0
        file = self.operations.read(partial(_read_file, guest_id=self._guest_id))
        row = next((row for row in file.professionals if row.professional_id == row_id), None)
        if row is None:
            return None
        return {name: getattr(row, name) for name in _PROFESSIONAL} | {"role": row.kind}, row.version

    def _remove(self) -> None:
        row, version = self._row, self.version
        if row is not None:
            title = _("Remove «{what}»?").format(what=row.name or row.organisation)
            _ask_away(self, title, lambda door: remove_professional(door, row.professional_id, version))


class HelpDialog(FileDialog):
    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, row: HelpRow | None = None) -> None:
        self._row, self._guest_id = row, file.person.guest.guest_id
        hint = _("Say for each help what happens during the stay: it goes along, the house takes over, or it pauses.")
        newest = self._read if row is not None else None
        super().__init__(operations, _("Help at home"), parent, newest=newest, hint=hint)
        self.ask_beside(
            ("kind", _("Kind of help"), CodeChoice(list(HelpKind))),
            ("law", _("Paid by"), CodeChoice(list(Law), nothing=_("not known"))),
        )
        self._ask_often()
        self.ask("during_stay", _("During the stay"), CodeChoice(list(DuringStay)))
        self.ask_beside(("provider", _("Given by"), QLineEdit()), ("phone", _("Telephone"), QLineEdit()))
        self.ask("note", _("Note"), WideText())
        self.start({"during_stay": DuringStay.OPEN, "often_period": FrequencyPeriod.WEEK})
        if row is not None:
            self.add_remove_button(_("Remove…"), self._remove)

    def _ask_often(self) -> None:
        """Numbers first; words for what does not fit in them."""
        often, most = NumberField(0, MOST_OFTEN, 0), NumberField(0, MOST_OFTEN, 0)
        often.setSpecialValueText(_("not told"))
        most.setSpecialValueText(_("no more"))
        self.ask_beside(
            ("often", _("How often"), often),
            ("often_most", _("At most"), most),
            ("often_unit", _("Counted in"), CodeChoice(list(FrequencyUnit))),
            ("often_period", _("Per"), CodeChoice(list(FrequencyPeriod))),
        )
        with more_questions(self, _("Which days, in other words, volunteers")):
            self.ask("weekdays", _("On which days"), WeekdaysField())
            self.ask("frequency", _("How often, in words"), QLineEdit(), hint=_("Where numbers do not fit"))
            self.ask("is_voluntary", _("Volunteers"), QCheckBox(_("given by volunteers: no law pays")))

    def deed(self) -> Callable[[Door], Changes]:
        wish = HelpWish(**self.values(), version=self.version)
        if self._row is None:
            return lambda door: add_help(door, self._guest_id, wish)
        help_id = self._row.help_id
        return lambda door: change_help(door, help_id, wish)

    def _read(self) -> tuple[Values, int] | None:
        help_id = self._row.help_id if self._row is not None else 0
        file = self.operations.read(partial(_read_file, guest_id=self._guest_id))
        row = next((row for row in file.help_at_home if row.help_id == help_id), None)
        if row is None:
            return None
        values = {name: getattr(row, name) for name in _HELP} | {"kind": row.kind_code, "frequency": row.own_words}
        return values, row.version

    def _remove(self) -> None:
        row, version = self._row, self.version
        if row is not None:
            title = _("Remove «{what}»?").format(what=row.kind)
            _ask_away(self, title, lambda door: remove_help(door, row.help_id, version))


def _ask_away(dialog: FileDialog, title: str, deed: Callable[[Door], Changes]) -> None:
    question = RemoveDialog(dialog.operations, title, deed, dialog)
    question.accepted.connect(dialog.accept)
    question.open()


def _order_words(place: int) -> str:
    names = {1: _("first contact"), 2: _("second contact")}
    return names.get(place, _("number {n}").format(n=place))


def _read_file(door: Door, guest_id: int) -> GuestFile:
    return guest_file(door, guest_id)
