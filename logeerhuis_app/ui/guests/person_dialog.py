"""Who the guest is: a new file in a minute, or a change of what is known."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.errors import AlreadyExists, ConcernsOpen, UserFacingError
from logeerhuis_app.domain.guests import FileStatus, Gender, MaritalStatus
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
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.date_field import DateField

_SAME_NAME = (
    *("given_name", "first_names", "prefix", "last_name", "form_of_address", "street", "house_no", "postcode", "town"),
    *("municipality", "municipality_code", "phone", "email", "lives_with", "identity_checked_on"),
    *("identity_document", "file_status"),
)


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
        self._build_identity()
        if not is_new:
            self._build_status()
        self.start({"gender": Gender.UNKNOWN})

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
        bsn = held.pop("bsn")
        is_untouched = self._guest_id is not None and "bsn" not in self.touched()
        return PersonWish(
            **held, bsn=None if is_untouched else bsn, version=self.version, accepted=self.passed_concerns
        )

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
        born = DateField(self.operations.door.clock, birth=True)
        self.ask("born", _("&Birth date"), born, required=True)
        self.ask_beside(
            ("gender", _("Gender"), CodeChoice(list(Gender))),
            ("form_of_address", _("Form of address"), QLineEdit()),
        )

    def _build_address(self) -> None:
        self.ask_beside(("street", _("Street"), QLineEdit()), ("house_no", _("House number"), QLineEdit()))
        self.ask_beside(("postcode", _("Postcode"), QLineEdit()), ("town", _("Town"), QLineEdit()))
        self.ask_beside(
            ("municipality", _("Municipality"), QLineEdit()), ("municipality_code", _("Municipality code"), QLineEdit())
        )
        self.ask_beside(("phone", _("Telephone"), QLineEdit()), ("email", _("E-mail"), QLineEdit()))
        self.ask("lives_with", _("Lives with"), QLineEdit())

    def _build_identity(self) -> None:
        clock = self.operations.door.clock
        self.ask_beside(
            ("identity_checked_on", _("Identity established on"), DateField(clock, past=True)),
            ("identity_document", _("With which document"), QLineEdit()),
        )
        self.ask(
            "bsn", _("BSN"), QLineEdit(), hint=_("Only after the identity was established; no copy of the document.")
        )

    def _build_status(self) -> None:
        self.ask_beside(
            ("marital_status", _("Marital status"), CodeChoice(list(MaritalStatus), nothing=_("not asked"))),
            ("first_names", _("First names"), QLineEdit()),
        )
        self.ask("file_status", _("State of the file"), CodeChoice(CHOICES))

    def _read(self) -> tuple[Values, int]:
        person = self.operations.read(partial(_read_person, guest_id=self._guest_id or 0))
        return person_values(person), person.version


CHOICES = [FileStatus.APPLICATION, FileStatus.ACTIVE, FileStatus.RESTING, FileStatus.ENDED]
"""A file is destroyed in a dialog of its own, and never by choosing a state."""


class FixedContactDialog(FileDialog):
    """Who in the house the family always gets on the line."""

    def __init__(
        self, operations: Operations, parent: QWidget | None, guest_id: int, people: tuple[UserRef, ...]
    ) -> None:
        self._guest_id = guest_id
        super().__init__(operations, _("Fixed contact in the house"), parent, newest=self._read)
        choice = RowChoice([(one.user_id, one.name) for one in people], nothing=_("nobody yet"))
        self.ask("fixed_contact_id", _("Colleague"), choice)
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        user_id, version = self.values()["fixed_contact_id"], self.version
        return lambda door: set_fixed_contact(door, self._guest_id, user_id, version)

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
        "bsn": person.bsn,
    }


def _register(door: Door, wish: PersonWish) -> Changes:
    return register_guest(door, wish)


def _change(door: Door, guest_id: int, wish: PersonWish) -> Changes:
    return change_guest(door, guest_id, wish)


def _read_person(door: Door, guest_id: int) -> GuestPerson:
    return guest_file(door, guest_id).person
