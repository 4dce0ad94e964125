"""The second step at the login: turning it on with a phone, and off without one."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.domain.errors_access import CodeUnclear, CodeUsed, CodeWrong, OldPasswordWrong, TooManyTries
from logeerhuis_app.domain.second_factor import in_groups
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.users import NewSecondFactor, UserRow, WayBack
from logeerhuis_app.services.second_factor import (
    has_second_factor,
    new_second_factor,
    turn_off_for,
    turn_off_own,
    turn_on,
)
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.user_dialogs import UserDialog
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.code_field import CodeField
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.password_field import PasswordField
from logeerhuis_app.ui.widgets.qr_code import QrCode

WAYS_BACK: dict[WayBack, str] = {
    WayBack.MANAGER: N_("Phone lost? A colleague who is manager can turn this step off."),
    WayBack.RECOVERY_CODE: N_("Phone lost? The paper with the recovery code is then the only way in. Keep it safe."),
    WayBack.NONE: N_(
        "Phone lost? Then you cannot come in any more: there is no other manager and no recovery code. See to one of "
        "them first."
    ),
}


class TurnOnDialog(UserDialog):
    """A picture for the phone, the same as letters to type, and the first code: before that nothing counts."""

    def __init__(self, operations: Operations, parent: QWidget) -> None:
        hint = _(
            "From then on the login asks for a code of your phone after the password. It stops whoever saw you type "
            "your password. It works without internet."
        )
        title = _("Turn on the second step at the login")
        super().__init__(operations, title, parent, save_text=_("Turn on"), hint=hint)
        self.setMinimumWidth(px(700))  # beside the picture the words need room
        self._new = operations.read(new_second_factor)
        self.add_wide(self._build_key(self._new))
        self.code, self.own_password = CodeField(), PasswordField()
        code = FormRow(_("&Code that the phone shows"), self.code, required=True)
        self.add_rows_beside(code, FormRow(_("Your &password"), self.own_password, required=True))
        self.refused_fields |= dict.fromkeys((CodeUnclear, CodeWrong, CodeUsed), self.code)
        self.refused_fields |= {OldPasswordWrong: self.own_password, TooManyTries: self.own_password}

    def deed(self) -> Callable[[Door], Changes]:
        key, code, password = self._new.key, self.code.text(), self.own_password.text()
        return lambda door: turn_on(door, key, code, password)

    def _build_key(self, new: NewSecondFactor) -> QWidget:
        whole = QWidget()
        line = QHBoxLayout(whole)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(px(tokens.SPACE_4))
        self.picture = QrCode(_("Picture for the app on the phone; the key stands beside it"))
        self.picture.show_text(new.address)
        half = len(new.key) // 2
        self.key = Label(f"{in_groups(new.key[:half])}\n{in_groups(new.key[half:])}", Role.HEADING)
        self.way_back = Label(
            _(WAYS_BACK[new.way_back]), Role.MUTE if new.way_back is WayBack.MANAGER else Role.AMBER, wraps=True
        )
        words = QVBoxLayout()
        words.setSpacing(px(tokens.SPACE_2))
        scan = _("Open an app for login codes (authenticator) on your phone, add an account and scan this picture.")
        for label in (
            Label(scan, wraps=True),
            Label(_("Cannot scan? Type this key into the app:"), Role.MUTE, wraps=True),
            self.key,
            self.way_back,
        ):
            words.addWidget(label)
        words.addStretch(1)
        line.addWidget(self.picture)
        line.addLayout(words, 1)
        return whole


class TurnOffOwnDialog(UserDialog):
    def __init__(self, operations: Operations, parent: QWidget) -> None:
        hint = _("From then on your password alone is enough, also for whoever saw you type it.")
        title = _("Turn off the second step at the login")
        super().__init__(operations, title, parent, save_text=_("Turn off"), hint=hint)
        self.own_password = PasswordField()
        self.add_row(_("Your &password"), self.own_password, required=True)
        self.refused_fields |= {OldPasswordWrong: self.own_password, TooManyTries: self.own_password}

    def deed(self) -> Callable[[Door], Changes]:
        password = self.own_password.text()
        return lambda door: turn_off_own(door, password)


class TurnOffForDialog(UserDialog):
    """Asks once more, for it works at once, and only the user with the phone can turn it on again."""

    def __init__(self, operations: Operations, parent: QWidget, user: UserRow) -> None:
        hint = _(
            "For who lost the phone. From now on the password of {name} alone is enough. {name} reads it at the next "
            "login and can turn it on again with another phone; nobody else can."
        ).format(name=user.name)
        title = _("Turn off the second step of {name}?").format(name=user.name)
        super().__init__(operations, title, parent, save_text=_("Turn off"), hint=hint)
        self._user_id = user.user_id

    def deed(self) -> Callable[[Door], Changes]:
        return lambda door: turn_off_for(door, self._user_id)


class SecondStepCard(Card):
    """Whether the user at work has a second step, and the button to the other of the two."""

    def __init__(self, operations: Operations) -> None:
        super().__init__(_("Second step at the login"))
        self._operations = operations
        self._is_on = False
        self.state = Label("", wraps=True)
        self.button = Button("")
        self.button.clicked.connect(self._open)
        line = QHBoxLayout()
        line.addWidget(self.state, 1)
        line.addWidget(self.button)
        self.body.addLayout(line)
        self.show_state()

    def show_state(self) -> None:
        self._is_on = self._operations.read(has_second_factor)
        self.state.setText(
            _("On: after your password the login asks for a code of your phone.")
            if self._is_on
            else _("Off: your password alone is enough to log in.")
        )
        self.button.setText(_("Turn off…") if self._is_on else _("Turn on…"))
        name = _("Turn off the second step") if self._is_on else _("Turn on the second step")
        self.button.setAccessibleName(name)

    def _open(self) -> None:
        kind = TurnOffOwnDialog if self._is_on else TurnOnDialog
        dialog = kind(self._operations, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self.show_state)
        dialog.open()
