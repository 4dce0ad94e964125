"""Letting people in and out: one dialog per deed. A password is typed twice, and never comes back on screen."""

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from logeerhuis_app.domain.errors import AlreadyExists, FieldRequired, UserFacingError
from logeerhuis_app.domain.errors_access import PasswordWeak, UsernameUnfit
from logeerhuis_app.domain.passwords import SHORTEST
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import NewUser
from logeerhuis_app.services.rows.users import UserRow
from logeerhuis_app.services.users import add_user, block_user, change_user, give_password
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.password_field import PasswordField

ROLES = (Role.CARE, Role.COORDINATOR, Role.ADMINISTRATOR, Role.MANAGER)


class RoleChoice(QComboBox):
    """The four roles by their Dutch words."""

    def __init__(self, role: Role = Role.CARE) -> None:
        super().__init__()
        for choice in ROLES:
            words = label(choice)
            self.addItem(capital(words), choice)
        self.setCurrentIndex(ROLES.index(role))

    def role(self) -> Role:
        return ROLES[self.currentIndex()]


class UserDialog(FormDialog):
    """The base: does the deed, and says a refusal beside the field it is about."""

    def __init__(
        self, operations: Operations, title: str, parent: QWidget, *, save_text: str = "", hint: str = ""
    ) -> None:
        super().__init__(title, parent, save_text=save_text, hint=hint)
        self._operations = operations
        self.password: PasswordField | None = None
        self.again: PasswordField | None = None
        self.refused_fields: dict[type[UserFacingError], QWidget] = {}
        self.save_requested.connect(self._save_it)

    def ask_password(self) -> None:
        """The new password, twice, with what it should be like."""
        self.password, self.again = PasswordField(), PasswordField()
        hint = _("At least {n} signs. A few words in a row are easy to remember.").format(n=SHORTEST)
        self.add_row(_("New &password"), self.password, required=True, hint=hint)
        self.add_row(_("The same once &more"), self.again, required=True)
        self.refused_fields[PasswordWeak] = self.password

    def deed(self) -> Callable[[Door], Changes]:
        raise NotImplementedError

    def _save_it(self) -> None:
        if self.password is not None and self.again is not None and self.password.text() != self.again.text():
            self.show_problem(_("The two passwords are not the same. Type the second one again."), self.again)
            return
        self.set_busy(True)
        if self._operations.run(self.deed(), self, on_error=self._refuse) is not None:
            self.accept()

    def _refuse(self, error: UserFacingError) -> None:
        self.show_problem(error_text(error), self.refused_fields.get(type(error)))


class NewUserDialog(UserDialog):
    def __init__(self, operations: Operations, parent: QWidget) -> None:
        hint = _("Everybody has an own account: so the log knows who did what.")
        super().__init__(operations, _("New user"), parent, save_text=_("Add"), hint=hint)
        self.name, self.username, self.role = QLineEdit(), QLineEdit(), RoleChoice()
        self.add_row(_("&Name"), self.name, required=True, hint=_("As it stands under notes: M. Bakker"))
        self.add_row(_("&User name"), self.username, required=True, hint=_("Typed at the login: m.bakker"))
        self.add_row(_("&Role"), self.role)
        self.ask_password()
        self.refused_fields |= {FieldRequired: self.name, UsernameUnfit: self.username, AlreadyExists: self.username}

    def deed(self) -> Callable[[Door], Changes]:
        password = self.password.text() if self.password is not None else ""
        new = NewUser(self.username.text(), self.name.text(), self.role.role(), password)
        return lambda door: add_user(door, new)


class ChangeUserDialog(UserDialog):
    def __init__(self, operations: Operations, parent: QWidget, user: UserRow) -> None:
        hint = _("With another role {name} logs in again; an open window saves nothing more.").format(name=user.name)
        super().__init__(operations, _("Name and role of {name}").format(name=user.name), parent, hint=hint)
        self._user_id = user.user_id
        self.name, self.role = QLineEdit(user.name), RoleChoice(user.role)
        self.add_row(_("&Name"), self.name, required=True)
        self.add_row(_("&Role"), self.role)
        self.refused_fields[FieldRequired] = self.name

    def deed(self) -> Callable[[Door], Changes]:
        name, role = self.name.text(), self.role.role()
        return lambda door: change_user(door, self._user_id, name, role)


class BlockDialog(UserDialog):
    """Asks once more, for it works at once."""

    def __init__(self, operations: Operations, parent: QWidget, user: UserRow) -> None:
        hint = _(
            "{name} cannot log in any more, and a window that is open now saves nothing more. "
            "What {name} wrote stays. You can let {name} in again with a new password."
        ).format(name=user.name)
        title = _("Block {name}?").format(name=user.name)
        super().__init__(operations, title, parent, save_text=_("Block"), hint=hint)
        self._user_id = user.user_id

    def deed(self) -> Callable[[Door], Changes]:
        return lambda door: block_user(door, self._user_id)


class GivePasswordDialog(UserDialog):
    """For somebody who lost the password, and for somebody who comes back."""

    def __init__(self, operations: Operations, parent: QWidget, user: UserRow) -> None:
        title = _("New password for {name}") if user.is_active else _("Let {name} in again")
        hint = _("Tell it to {name} in person. After logging in {name} changes it with Ctrl+Shift+W.")
        hint = hint.format(name=user.name)
        super().__init__(operations, title.format(name=user.name), parent, hint=hint)
        self._user_id = user.user_id
        self.ask_password()

    def deed(self) -> Callable[[Door], Changes]:
        password = self.password.text() if self.password is not None else ""
        return lambda door: give_password(door, self._user_id, password)
