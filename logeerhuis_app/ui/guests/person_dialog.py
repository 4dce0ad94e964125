"""Who the guest is: a new file in a minute, or a change of what is known."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.contact_points import MorePhone
from logeerhuis_app.domain.errors import AlreadyExists, ConcernsOpen, UserFacingError
from logeerhuis_app.domain.guests import FileStatus, Gender, MaritalStatus
from logeerhuis_app.domain.person import (
    AddressKind,
    EndReason,
    HouseKind,
    IdentityDocument,
    LifeStance,
    LivingSituation,
    NameUsage,
    shown_name,
)
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.guests import PersonWish, change_guest, register_guest, set_fixed_contact
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import GuestPerson
from logeerhuis_app.services.rows.trajectory import UserRef
from logeerhuis_app.ui.guests.field_access import CodeChoice, RowChoice
from logeerhuis_app.ui.guests.file_dialog import FileDialog, Values
from logeerhuis_app.ui.guests.more_questions import more_questions
from logeerhuis_app.ui.guests.person_fields import EmailsField, LanguageChoice, PhonesField, YesNoChoice
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.partial_date_field import PartialDateField

_SAME_NAME = (
    *("given_name", "first_names", "initials", "prefix", "last_name", "partner_prefix", "partner_last_name"),
    *("name_usage", "form_of_address", "address_kind", "street", "house_no", "house_letter", "house_addition"),
    *("postcode", "town", "municipality", "municipality_code", "municipality_since", "phone", "email", "more_emails"),
    *("language", "interpreter_needed", "life_stance", "life_stance_text", "living_situation", "house_kind"),
    *("lives_with", "identity_checked_on", "identity_document", "identity_number", "file_status", "end_reason"),
    "ended_on",
)
_NAME_PARTS = ("given_name", "prefix", "last_name", "partner_prefix", "partner_last_name", "name_usage")
_USUAL: dict[str, Enum] = {"name_usage": NameUsage.OWN, "address_kind": AddressKind.HOME}
_NUMBERS = ("bsn", "identity_number")
"""Shown masked; one that was not typed over stays as it is."""


@dataclass(frozen=True)
class _TypedName:
    given_name: str
    prefix: str
    last_name: str
    partner_prefix: str
    partner_last_name: str
    name_usage: NameUsage


class PersonDialog(FileDialog):
    """Without ``guest_id`` it opens a new file: name and birth date are enough.

    Where there is a file of this person already it offers to go there instead.
    """

    other_wished = Signal(int)  # guest_id
    merge_wished = Signal(int)  # guest_id of the other file of this person

    def __init__(self, operations: Operations, parent: QWidget | None, guest_id: int | None = None) -> None:
        self._guest_id = guest_id
        is_new = guest_id is None
        super().__init__(
            operations,
            _("New guest") if is_new else _("Edit guest"),
            parent,
            newest=None if is_new else self._read,
            hint=_("A given name and a birth date are enough; the rest can follow.") if is_new else "",
            save_text=_("Open file") if is_new else "",
        )
        self._other_id = 0
        self.other_button = Button(_("Open that file"))
        self.other_button.setParent(self)
        self.other_button.hide()
        self.other_button.clicked.connect(self._open_other)
        self.merge_button = Button(_("Merge the two files…"))
        self.merge_button.setParent(self)
        self.merge_button.hide()
        self.merge_button.clicked.connect(self._merge_with_other)
        self.buttons.insertWidget(0, self.other_button)
        self.buttons.insertWidget(1, self.merge_button)
        self._build_name()
        self._build_address()
        self._build_home()
        self._build_identity()
        if not is_new:
            self._build_status()
        self.start({"gender": Gender.UNKNOWN, "name_usage": NameUsage.OWN, "address_kind": AddressKind.HOME})
        self._show_name()

    def refuse(self, error: UserFacingError) -> None:
        super().refuse(error)
        concerns = error.concerns if isinstance(error, ConcernsOpen) else ()
        others = [concern.guest_id for concern in concerns if concern.guest_id]
        self._other_id = error.guest_id if isinstance(error, AlreadyExists) else next(iter(others), 0)
        self.other_button.setVisible(bool(self._other_id))
        may_merge = self._guest_id is not None and self.operations.door.may(UseCase.MERGE_FILES)
        self.merge_button.setVisible(bool(self._other_id) and may_merge)

    def wish(self) -> PersonWish:
        held: dict[str, Any] = dict(self.values())
        held.setdefault("file_status", FileStatus.ACTIVE)
        held["more_phones"] = tuple(MorePhone(number, use) for number, use in held["more_phones"])
        if self._guest_id is not None:
            held |= {code: None for code in _NUMBERS if code not in self.touched()}
        return PersonWish(**held, version=self.version, accepted=self.passed_concerns)

    def deed(self) -> Callable[[Door], Changes]:
        wish = self.wish()
        if self._guest_id is None:
            return partial(_register, wish=wish)
        return partial(_change, guest_id=self._guest_id, wish=wish)

    def _open_other(self) -> None:
        self.other_wished.emit(self._other_id)
        self.reject()

    def _merge_with_other(self) -> None:
        self.reject()
        self.merge_wished.emit(self._other_id)

    def _build_name(self) -> None:
        self.ask("given_name", _("&Given name"), QLineEdit(), required=True, hint=_("How the guest is called"))
        self.ask_beside(("prefix", _("Prefix"), QLineEdit()), ("last_name", _("&Last name"), QLineEdit()))
        born = PartialDateField(self.operations.door.clock, birth=True)
        hint = _("Only the year, or the month and the year, if the day is not known")
        self.ask("born", _("&Birth date"), born, required=True, hint=hint)
        self.ask_beside(
            ("gender", _("Gender"), CodeChoice(list(Gender))),
            ("form_of_address", _("Form of address"), QLineEdit()),
        )
        with more_questions(self, _("More about the name"), _USUAL):
            self.ask_beside(
                ("partner_prefix", _("Prefix of the partner"), QLineEdit()),
                ("partner_last_name", _("Last name of the partner"), QLineEdit()),
            )
            usage = CodeChoice(list(NameUsage))
            self.ask("name_usage", _("Shown as"), usage)
            self.shown = Label("", Role.SMALL, wraps=True)
            self.add_wide(self.shown)
            self.ask_beside(("first_names", _("First names"), QLineEdit()), ("initials", _("Initials"), QLineEdit()))
            marital = CodeChoice(list(MaritalStatus), nothing=_("not asked"))
            self.ask("marital_status", _("Marital status"), marital)
        for field in (self.fields[code] for code in _NAME_PARTS):
            changed = field.textChanged if isinstance(field, QLineEdit) else usage.currentIndexChanged
            changed.connect(self._show_name)

    def _build_address(self) -> None:
        self.ask("street", _("Street"), QLineEdit())
        self.ask_beside(
            ("house_no", _("House number"), QLineEdit()),
            ("house_letter", _("Letter"), QLineEdit()),
            ("house_addition", _("Addition"), QLineEdit()),
        )
        self.ask_beside(("postcode", _("Postcode"), QLineEdit()), ("town", _("Town"), QLineEdit()))
        clock = self.operations.door.clock
        self.ask_beside(
            ("municipality", _("Municipality"), QLineEdit()),
            ("municipality_since", _("Lives there since"), DateField(clock, past=True)),
        )
        self.ask_beside(("phone", _("Telephone"), QLineEdit()), ("email", _("E-mail"), QLineEdit()))
        with more_questions(self, _("More numbers and addresses"), _USUAL):
            self.ask("more_phones", _("More telephones"), PhonesField())
            self.ask("more_emails", _("More e-mail addresses"), EmailsField(), hint=_("With a comma between them"))
            self.ask_beside(
                ("address_kind", _("Kind of address"), CodeChoice(list(AddressKind))),
                ("municipality_code", _("Municipality code"), QLineEdit()),
            )

    def _build_home(self) -> None:
        nothing = _("not asked")
        self.ask_beside(
            ("living_situation", _("Lives"), CodeChoice(list(LivingSituation), nothing=nothing)),
            ("house_kind", _("House"), CodeChoice(list(HouseKind), nothing=nothing)),
        )
        self.ask("lives_with", _("Lives with"), QLineEdit())
        with more_questions(self, _("Language and life stance")):
            self.ask_beside(
                ("language", _("Speaks"), LanguageChoice()),
                ("interpreter_needed", _("Interpreter"), YesNoChoice(_("Needed"), _("Not needed"))),
            )
            self.ask("life_stance", _("Life stance"), CodeChoice(list(LifeStance), nothing=nothing))
            hint = _("It says nothing about food: what somebody eats is asked under «Eating».")
            self.ask("life_stance_text", _("What it asks of us"), QLineEdit(), hint=hint)

    def _build_identity(self) -> None:
        clock = self.operations.door.clock
        self.ask_beside(
            ("identity_checked_on", _("Identity established on"), DateField(clock, past=True)),
            ("identity_document", _("With which document"), CodeChoice(list(IdentityDocument), nothing=_("choose…"))),
        )
        self.ask_beside(
            ("identity_number", _("Number of the document"), QLineEdit()),
            ("bsn", _("BSN"), QLineEdit()),
        )
        words = _("Both numbers only after the identity was established; no copy of the document.")
        self.add_wide(Label(words, Role.SMALL, wraps=True))

    def _build_status(self) -> None:
        clock = self.operations.door.clock
        self.ask("file_status", _("State of the file"), CodeChoice(CHOICES))
        with more_questions(self, _("End of the file")):
            self.ask_beside(
                ("end_reason", _("Why it ended"), CodeChoice(list(EndReason), nothing=_("choose…"))),
                ("ended_on", _("Ended on"), DateField(clock, past=True)),
            )

    def _show_name(self) -> None:
        """The name as it will stand everywhere."""
        held = self.values()
        name = shown_name(_TypedName(**{part: held[part] for part in _NAME_PARTS}))
        self.shown.setText(_("This name stands everywhere: {name}").format(name=name) if name else "")

    def _read(self) -> tuple[Values, int]:
        person = self.operations.read(partial(_read_person, guest_id=self._guest_id or 0))
        return person_values(person), person.version


CHOICES = [FileStatus.APPLICATION, FileStatus.ACTIVE, FileStatus.RESTING, FileStatus.ENDED]
"""A file is destroyed in a dialog of its own, and never by choosing a state."""


class FixedContactDialog(FileDialog):
    """Who in the house the family always gets on the line; whoever puts another in the place says why."""

    def __init__(
        self, operations: Operations, parent: QWidget | None, guest_id: int, people: tuple[UserRef, ...]
    ) -> None:
        self._guest_id = guest_id
        super().__init__(operations, _("Fixed contact in the house"), parent, newest=self._read)
        choice = RowChoice([(one.user_id, one.name) for one in people], nothing=_("nobody yet"))
        self.ask("fixed_contact_id", _("Colleague"), choice)
        hint = _("Needed when the family gets another one: it wants one and the same person.")
        self.ask("reason", _("Why this changes"), QLineEdit(), hint=hint)
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        held, version = self.values(), self.version
        user_id, reason = held["fixed_contact_id"], held["reason"]
        return lambda door: set_fixed_contact(door, self._guest_id, user_id, version, reason)

    def _read(self) -> tuple[Values, int]:
        person = self.operations.read(partial(_read_person, guest_id=self._guest_id))
        return {"fixed_contact_id": person.fixed_contact_id}, person.version


def person_values(person: GuestPerson) -> dict[str, Any]:
    """The fields of the form as the file has them; the BSN masked, and left alone unless typed over."""
    values = {name: getattr(person, name) for name in _SAME_NAME}
    return values | {
        "born": person.guest.born,
        "gender": person.gender_code,
        "marital_status": person.marital_code,
        "more_phones": tuple((one.number, one.use) for one in person.more_phones),
        "bsn": person.bsn,
    }


def _register(door: Door, wish: PersonWish) -> Changes:
    return register_guest(door, wish)


def _change(door: Door, guest_id: int, wish: PersonWish) -> Changes:
    return change_guest(door, guest_id, wish)


def _read_person(door: Door, guest_id: int) -> GuestPerson:
    return guest_file(door, guest_id).person
