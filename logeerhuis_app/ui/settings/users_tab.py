"""Users: who may come in, with which role, and since when not any more."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import moment, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.users import RecoverySheet, UserList, UserRow
from logeerhuis_app.services.users import user_list
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.own_account import OwnPasswordDialog
from logeerhuis_app.ui.settings.paper_saving import Build, PaperSaving
from logeerhuis_app.ui.settings.second_step import TurnOffForDialog
from logeerhuis_app.ui.settings.user_dialogs import (
    BlockDialog,
    ChangeUserDialog,
    GivePasswordDialog,
    NewUserDialog,
    UserDialog,
)
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role


class UsersTab(GrowingScrollArea):
    """The table with what can be done to the chosen user under it, and the recovery code below."""

    said = Signal(str)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        super().__init__(inside, parent)
        side = px(tokens.SPACE_4)
        self._column.setContentsMargins(0, side, px(tokens.SPACE_1), side)
        self._column.setSpacing(px(14))
        self._operations = operations
        self._list = UserList((), None)
        self._sheet: RecoverySheet | None = None
        self.paper = PaperSaving(self)
        self.paper.said.connect(self.said)
        self.paper.written.connect(self._code_is_written)
        self._build()
        self._connect()

    def reload(self) -> None:
        """Read again, and keep the same user chosen."""
        chosen = self.chosen()
        self._list = self._operations.read(user_list)
        self.table.show_rows([_words(user) for user in self._list.users])
        ids = [user.user_id for user in self._list.users]
        place = ids.index(chosen.user_id) if chosen is not None and chosen.user_id in ids else 0
        self.table.selectRow(place)
        active = sum(user.is_active and user.can_enter for user in self._list.users)
        counted = ngettext("{n} may come in", "{n} may come in", active)
        self._users.hint.setText(counted.format(n=number(active)))
        self._users.hint.show()
        self.first_step.setVisible(len(self._list.users) == 1)
        self._show_code_state()
        self._show_deeds()

    def chosen(self) -> UserRow | None:
        place = self.table.currentRow()
        return self._list.users[place] if 0 <= place < len(self._list.users) else None

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Insert adds, Enter and E change, Delete blocks the chosen user."""
        deeds = {
            Qt.Key.Key_Insert: self.add_button,
            Qt.Key.Key_Return: self.change_button,
            Qt.Key.Key_Enter: self.change_button,
            Qt.Key.Key_E: self.change_button,
            Qt.Key.Key_Delete: self.block_button,
        }
        button = deeds.get(Qt.Key(event.key())) if not event.modifiers() else None
        if button is None:
            super().keyPressEvent(event)
        elif button.isEnabled() and button.isVisible():
            button.click()

    # --- inside ------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._users = Card(_("Users"))
        self.add_button = Button(_("New user…"), Kind.PRIMARY, icon="plus")
        self.add_button.setToolTip(_("New user… (Insert)"))
        self._users.add_to_heading(self.add_button, at_end=True)
        headings = [_("Name"), _("User name"), _("Role"), _("Access"), _("Last logged in")]
        self.table = FactTable(headings, wraps=(0, 3), name=_("Users"))
        self.first_step = Label(
            _("You are the only one so far. Give every colleague an own account: press New user."),
            Role.MUTE,
            wraps=True,
        )
        self.change_button = Button(_("Name and role…"), icon="edit")
        self.password_button = Button(_("New password…"))
        self.block_button = Button(_("Block…"))
        self.second_step_button = Button(_("Turn off second step…"))
        self.own_button = Button(_("My password and second step…"))
        deeds = FlowArea(tokens.SPACE_2)
        deeds.add(self.change_button, self.password_button, self.second_step_button)
        deeds.add(self.block_button, self.own_button)
        self._users.add(self.table, self.first_step, deeds)
        self._recovery = Card(_("Recovery code"))
        self._code_state = Label("", wraps=True)
        self.code_button = Button(_("Make a new recovery code…"), icon="print")
        line = FlowArea(tokens.SPACE_2)
        line.add(self.code_button)
        self._recovery.add(self._code_state, line)
        self._column.addWidget(self._users)
        self._column.addWidget(self._recovery)
        self._column.addStretch(1)

    def _connect(self) -> None:
        self.table.itemSelectionChanged.connect(self._show_deeds)
        self.add_button.clicked.connect(lambda: self._open(NewUserDialog(self._operations, self.window())))
        self.change_button.clicked.connect(lambda: self._open_for_chosen(ChangeUserDialog))
        self.password_button.clicked.connect(lambda: self._open_for_chosen(GivePasswordDialog))
        self.block_button.clicked.connect(lambda: self._open_for_chosen(BlockDialog))
        self.second_step_button.clicked.connect(lambda: self._open_for_chosen(TurnOffForDialog))
        self.own_button.clicked.connect(lambda: self._open(OwnPasswordDialog(self._operations, self.window())))
        self.code_button.clicked.connect(self.ask_code)

    def _show_deeds(self) -> None:
        user = self.chosen()
        is_self = user is not None and user.user_id == self._operations.door.actor.user_id
        for button in (self.change_button, self.password_button, self.block_button):
            button.setEnabled(user is not None)
        self.password_button.setVisible(not is_self)
        self.block_button.setVisible(user is not None and user.is_active and not is_self)
        self.second_step_button.setVisible(user is not None and user.has_second_factor and not is_self)
        self.own_button.setVisible(is_self)
        back = user is not None and not user.is_active
        self.password_button.setText(_("Let in again…") if back else _("New password…"))
        self.password_button.setAccessibleName(self.password_button.text())

    def _show_code_state(self) -> None:
        has_code = self._list.has_recovery_code
        self._recovery.setVisible(has_code is not None)
        self._code_state.setText(
            _("There is a recovery code on paper. A new one makes that paper worthless.")
            if has_code
            else _(
                "There is no recovery code yet. If every manager loses the password, nobody can open the house again."
            )
        )

    def _open_for_chosen(self, kind: Callable[[Operations, QWidget, UserRow], UserDialog]) -> None:
        user = self.chosen()
        if user is not None:
            self._open(kind(self._operations, self.window(), user))

    def _open(self, dialog: UserDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(self.reload)  # also when it was closed: a dialog above it may have done something
        dialog.open()

    def ask_code(self) -> None:
        """Where to put the paper; a code counts from the moment it stands there."""
        title = _("Save the recovery code as PDF, to print it")
        self.paper.ask(title, _("recovery-code.pdf"), self.new_code)

    def new_code(self) -> Build:
        """A code that opens nothing yet."""
        from logeerhuis_app.reports.recovery_code import build_recovery_code
        from logeerhuis_app.services.recovery import draft_recovery_code

        sheet = self._sheet = self._operations.read(draft_recovery_code)
        return lambda out: build_recovery_code(sheet, out)

    def _code_is_written(self) -> None:
        """From here on the paper before is worthless."""
        sheet, self._sheet = self._sheet, None
        if sheet is None or self._operations.run(partial(_kept, sheet=sheet), self) is None:
            return
        self.reload()
        self.said.emit(_("Print the recovery code, put it in a safe, and throw the file away."))


def _kept(door: Door, sheet: RecoverySheet) -> Changes:
    from logeerhuis_app.services.recovery import keep_recovery_code

    keep_recovery_code(door, sheet)
    return Changes(Topic.HOUSE)


def _words(user: UserRow) -> list[str]:
    """«M. Bakker», «m.bakker», «zorg», «mag inloggen», «zo 22-11-2026 14:02»."""
    if not user.is_active:
        access = _("blocked")
    else:
        may = _("may come in with a code") if user.has_second_factor else _("may come in")
        access = may if user.can_enter else _("has no password yet")
    last = moment(user.last_login_utc) if user.last_login_utc else _("never")
    return [user.name, user.username, label(user.role), access, last]
