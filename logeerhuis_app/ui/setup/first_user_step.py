"""The first manager: who lets everybody else in. At its end the house is made."""

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired, HouseExists, HouseFull, UserFacingError
from logeerhuis_app.domain.errors import HouseUnreadable as Unreadable
from logeerhuis_app.domain.errors_access import PasswordWeak, UsernameUnfit
from logeerhuis_app.domain.errors_setup import FolderUnfit, PasswordsDiffer
from logeerhuis_app.domain.new_house import LONGEST_USER, ManagerWish, manager_name_faults
from logeerhuis_app.domain.passwords import SHORTEST
from logeerhuis_app.domain.usernames import LONGEST, proposed_username, require_username
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import number
from logeerhuis_app.services.password_rules import require_strong
from logeerhuis_app.ui.setup.step import SetupStep
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.password_field import PasswordField

_ROWS: dict[type[UserFacingError], str] = {
    UsernameUnfit: "username",
    PasswordWeak: "password",
    PasswordsDiffer: "again",
    HouseExists: "folder",
    HouseFull: "folder",
    FolderUnfit: "folder",
    Unreadable: "folder",
}


class ManagerStep(SetupStep):
    """``place``: where the house will stand, to be read once more before it is made."""

    def __init__(self, place: str, *, is_server: bool) -> None:
        super().__init__(
            _("The manager"),
            _("Who is the first manager?"),
            _("The manager lets colleagues in and looks after the house. You can make somebody else manager later."),
        )
        self.next_text = _("&Make the house")
        self._username_is_own = False
        self._build(place, is_server=is_server)
        self._connect()
        self._judge()

    def wish(self) -> ManagerWish:
        return ManagerWish(
            self.given_name.text(), self.last_name.text(), self.username.text().strip(), self.password.text()
        )

    def forget_passwords(self) -> None:
        """When nobody looks at this page any more they need not be kept."""
        self.password.clear()
        self.again.clear()

    def faults(self) -> Mapping[str, UserFacingError]:
        found = dict(manager_name_faults(self.wish()))
        judged = {"username": self._username_fault(), "password": self._password_fault()}
        found |= {code: fault for code, fault in judged.items() if fault is not None}
        if "password" not in found and self.password.text() != self.again.text():
            found["again"] = PasswordsDiffer()
        return found

    def row_of(self, error: UserFacingError) -> str:
        if isinstance(error, FieldRequired | FieldInvalid):
            return error.field
        return _ROWS.get(type(error), "")

    # --- inside ------------------------------------------------------------------------------------------------

    def _build(self, place: str, *, is_server: bool) -> None:
        self.given_name, self.last_name, self.username = QLineEdit(), QLineEdit(), QLineEdit()
        for field, longest in ((self.given_name, LONGEST_USER), (self.last_name, LONGEST_USER - 4)):
            field.setMaxLength(longest)
        self.username.setMaxLength(LONGEST)
        self.password, self.again = PasswordField(), PasswordField()
        self.folder = QLineEdit(place)
        self.folder.setReadOnly(True)
        self.folder.setCursorPosition(0)
        self.add_beside(
            self.make_row("given_name", _("Given &name"), self.given_name, required=True),
            self.make_row("last_name", _("&Last name"), self.last_name, required=True),
        )
        self.shown_name = Label("", Role.SMALL, wraps=True)
        self.add(self.shown_name)
        self.add_row("username", _("&User name"), self.username, required=True, hint=_("Typed at each login"))
        again = self.make_row("again", _("The same once m&ore"), self.again, required=True)
        self.add_beside(self._password_column(), again)
        self.add_row("folder", _("The server") if is_server else _("The house comes to stand here"), self.folder)
        self.form.addStretch(1)

    def _password_column(self) -> QWidget:
        hint = _("At least {n} signs. A few words in a row are easy to remember.").format(n=SHORTEST)
        row = self.make_row("password", _("&Password"), self.password, required=True, hint=hint)
        self.strength = Label("", Role.SMALL, wraps=True)
        layout = row.layout()
        if layout is not None:
            layout.addWidget(self.strength)
        return row

    def _connect(self) -> None:
        for field in (self.given_name, self.last_name):
            field.textEdited.connect(self._follow_name)
        self.username.textEdited.connect(self._keep_username)
        for changed in (self.given_name, self.last_name, self.username, self.password, self.again):
            changed.textChanged.connect(self._judge)

    def _follow_name(self) -> None:
        if not self._username_is_own:
            self.username.setText(proposed_username(self.given_name.text(), self.last_name.text()))
            self.rows["username"].clear_message()

    def _keep_username(self, text: str) -> None:
        self._username_is_own = bool(text)

    def _judge(self) -> None:
        """What stands there is good, or what it lacks: while it is typed."""
        wish = self.wish()
        has_name = bool(wish.given_name.strip() and wish.last_name.strip())
        self.shown_name.setText(
            _("Under notes and on paper stands: {name}").format(name=wish.shown_name)
            if has_name
            else _("Under notes and on paper stands the first letter with the last name.")
        )
        words, is_good = self._strength_words()
        self.strength.setText(words)
        self.strength.set_role(Role.STRONG if is_good else Role.AMBER)
        self.strength.setVisible(bool(words) and not self.rows["password"].message)

    def _strength_words(self) -> tuple[str, bool]:
        typed = self.password.text()
        if not typed:
            return "", False
        if (lacking := SHORTEST - len(typed.strip())) > 0:
            words = ngettext("One sign more", "{n} signs more", lacking)
            return words.format(n=number(lacking)), False
        fault = self._password_fault()
        return (error_text(fault), False) if fault is not None else (_("This is a good password."), True)

    def _username_fault(self) -> UserFacingError | None:
        if not self.username.text().strip():
            return FieldRequired("username")
        try:
            require_username(self.username.text())
        except UsernameUnfit as fault:
            return fault
        return None

    def _password_fault(self) -> UserFacingError | None:
        wish = self.wish()
        if not wish.password:
            return FieldRequired("password")
        try:
            require_strong(wish.password, wish.username, wish.given_name, wish.last_name)
        except PasswordWeak as fault:
            return fault
        return None
