"""At the login: nobody knows a manager's password any more, and the paper with the recovery code is at hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.passwords import SHORTEST
from logeerhuis_app.i18n import _
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.password_field import PasswordField


class LostPasswordDialog(FormDialog):
    """Collects; whether the code is right is for whoever hears ``recovery_requested``."""

    recovery_requested = Signal(str, str, str)  # code, user name, new password

    def __init__(self, parent: QWidget) -> None:
        hint = _(
            "A colleague who is manager can give you a new password, or turn off the second step if you lost your "
            "phone. If no manager can come in any more, take the paper with the recovery code out of the safe: it "
            "turns off the second step as well."
        )
        super().__init__(_("Back in with the recovery code"), parent, save_text=_("Open the house"), hint=hint)
        self.code, self.username = QLineEdit(), QLineEdit()
        self.password, self.again = PasswordField(), PasswordField()
        self.add_row(_("Recovery &code"), self.code, required=True, hint=_("Seven groups of four, as on the paper"))
        self.add_row(_("User name of a &manager"), self.username, required=True)
        length = _("At least {n} signs. A few words in a row are easy to remember.").format(n=SHORTEST)
        self.add_row(_("New &password"), self.password, required=True, hint=length)
        self.add_row(_("The same once &more"), self.again, required=True)
        self.save_requested.connect(self._ask)

    def _ask(self) -> None:
        if self.password.text() != self.again.text():
            self.show_problem(_("The two passwords are not the same. Type the second one again."), self.again)
            return
        self.set_busy(True)
        self.recovery_requested.emit(self.code.text(), self.username.text(), self.password.text())
