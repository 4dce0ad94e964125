"""Joins the backups to one window: the banner, the dialog, and the wish to put one back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from logeerhuis_app.domain.errors import BackedUpElsewhere
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.backups import is_backed_up_here
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.restoring import Restoration, prepare_restore_here
from logeerhuis_app.services.rows.backup import BackupState
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.actions import ActionId
from logeerhuis_app.ui.backup.backup_dialog import BackupDialog
from logeerhuis_app.ui.backup.keeper import BackupKeeper
from logeerhuis_app.ui.backup.restore_dialog import RestoreDialog
from logeerhuis_app.ui.main_window import MainWindow
from logeerhuis_app.ui.widgets.message_bar import MessageKind


class BackupDesk(QObject):
    """``keeper`` is None for a house on a server: that is backed up there."""

    restore_requested = Signal(object)  # Restoration

    def __init__(self, window: MainWindow, door: Door, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._door = door
        self.keeper = BackupKeeper(door, settings, self) if is_backed_up_here(door) else None
        self.dialog: BackupDialog | None = None
        self.restore_dialog: RestoreDialog | None = None
        window.action(ActionId.BACKUP).triggered.connect(lambda: self.open())
        if self.keeper is not None:
            self.keeper.attention_changed.connect(self._show_attention)

    def start(self) -> None:
        if self.keeper is not None:
            self.keeper.start()

    def tell(self, listener: Callable[[BackupState], None]) -> None:
        """How the backups stand, now and whenever that was looked at."""
        if self.keeper is not None:
            self.keeper.looked.connect(listener)
            if self.keeper.state is not None:
                listener(self.keeper.state)

    def pause(self) -> None:
        """Look no more until ``start``; a backup that is being made is finished."""
        if self.keeper is not None:
            self.keeper.pause()

    def stop(self) -> None:
        """The window goes: what the keeper still finds is for nobody."""
        if self.keeper is not None:
            self.keeper.attention_changed.disconnect(self._show_attention)
            self.keeper.stop()

    def open(self) -> None:
        if self.keeper is None:
            self._window.show_message(error_text(BackedUpElsewhere()))
            return
        self.dialog = BackupDialog(self.keeper, may_restore=self._door.may(UseCase.RESTORE), parent=self._window)
        self.dialog.restore_wished.connect(self.open_restore)
        self.dialog.open()

    def make(self) -> None:
        """One now; the dialog shows how far it is."""
        self.open()
        if self.keeper is not None:
            self.keeper.back_up_now()

    def open_restore(self) -> None:
        if self.keeper is None:
            self._window.show_message(error_text(BackedUpElsewhere()))
            return
        if self.dialog is not None:
            self.dialog.accept()
            self.dialog = None
        state = self.keeper.state
        known = (*state.backups, *state.second) if state is not None else ()
        prepare = partial(_prepare, self._door)
        self.restore_dialog = RestoreDialog(prepare, known, self._door.actor.username, self._window)
        self.restore_dialog.confirmed.connect(self.restore_requested)
        self.restore_dialog.open()

    def _show_attention(self, text: str) -> None:
        bar = self._window.message_bar
        if text:
            self._window.show_message(
                text, MessageKind.ATTENTION, action_text=_("Backup…"), on_action=lambda: self.open()
            )
        elif bar.action_button.text() == _("Backup…"):
            bar.close_message()


def _prepare(door: Door, file: Path, _user_name: str, password: str) -> Restoration:
    return prepare_restore_here(door, file, password)
