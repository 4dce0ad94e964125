"""What everybody may do with the own account."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.errors_access import OldPasswordWrong, TooManyTries
from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.users import change_own_password
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.second_step import SecondStepCard
from logeerhuis_app.ui.settings.user_dialogs import UserDialog
from logeerhuis_app.ui.widgets.password_field import PasswordField


class OwnPasswordDialog(UserDialog):
    """Another password; and the second step, which has dialogs of its own."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        super().__init__(operations, _("My password and second step"), parent, save_text=_("Change password"))
        self.old = PasswordField()
        self.add_row(_("P&resent password"), self.old, required=True)
        self.ask_password()
        self.refused_fields |= {OldPasswordWrong: self.old, TooManyTries: self.old}
        self.second_step = SecondStepCard(operations)
        self.add_wide(self.second_step)

    def deed(self) -> Callable[[Door], Changes]:
        old, new = self.old.text(), self.password.text() if self.password is not None else ""
        return lambda door: change_own_password(door, old, new)
