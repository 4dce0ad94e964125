"""Putting a backup back: choose one, see what would be lost, and only then decide."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from logeerhuis_app.domain.errors import UserFacingError, WrongPassword
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.backup_words import (
    end_rows,
    keys_alone_words,
    loss_rows,
    other_house_words,
    size_words,
    unchanged_words,
    unreadable_words,
)
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import moment
from logeerhuis_app.services.restoring import Restoration
from logeerhuis_app.services.rows.backup import BackupRow, Comparison
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.password_field import PasswordField

Prepare = Callable[[Path, str, str], Restoration]
"""File, user name, password; called in the pool."""


class RestoreDialog(FormDialog):
    """First button: compare. Second button: put back; then ``confirmed`` carries the restoration to whoever does it."""

    confirmed = Signal(object)  # Restoration

    def __init__(
        self, prepare: Prepare, known: Sequence[BackupRow], user_name: str = "", parent: QWidget | None = None
    ) -> None:
        hint = _("The house as it is now is kept under a dated name; nothing is overwritten.")
        super().__init__(_("Put back a backup"), parent, save_text=_("Compare"), hint=hint)
        self._prepare = prepare
        self._restoration: Restoration | None = None
        self._is_preparing = False
        self._build_body(known, user_name)
        self.save_requested.connect(self._go_on)

    @property
    def restoration(self) -> Restoration | None:
        """What lies ready; None before the comparison."""
        return self._restoration

    def reject(self) -> None:
        if self._is_preparing:
            return
        self._forget()
        super().reject()

    # --- asking ------------------------------------------------------------------------------------------------

    def _build_body(self, known: Sequence[BackupRow], user_name: str) -> None:
        self.choice = QComboBox()
        for row in known:
            self.choice.addItem(_backup_words(row), row.file)
        self.choice.setPlaceholderText(_("Choose a backup"))
        self.choice.currentIndexChanged.connect(self._forget)
        self.other_button = Button(_("Another file…"))
        self.other_button.clicked.connect(self._choose_file)
        self.add_row(_("Backup"), _beside(self.choice, self.other_button))
        self.user_field = QLineEdit(user_name)
        self.user_field.setReadOnly(bool(user_name))
        self.user_row = self.add_row(_("User name"), self.user_field, required=True)
        self.password_field = PasswordField()
        self.password_field.textChanged.connect(self._forget)
        self.add_row(_("Password"), self.password_field, required=True)
        self._warning = Label("", Role.AMBER, wraps=True)
        self._headline = Label("", Role.STRONG, wraps=True)
        self._losses, self._ends = KeyValues(), KeyValues()
        for widget in (self._warning, self._headline, self._losses, self._ends):
            self.add_wide(widget)
            widget.hide()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, _("Choose a backup"))
        dialog.setNameFilter(_("Backups (*.backup)"))
        dialog.fileSelected.connect(self.choose)
        dialog.open()

    def choose(self, file: str) -> None:
        """Take this file, whether or not it was in the list."""
        place = self.choice.findData(file)
        if place < 0:
            self.choice.insertItem(0, file, file)
            place = 0
        self.choice.setCurrentIndex(place)

    # --- comparing ---------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self._restoration is not None:
            restoration, self._restoration = self._restoration, None
            self.accept()
            self.confirmed.emit(restoration)
            return
        file = self.choice.currentData()
        if not file:
            self.show_problem(_("Choose a backup first."))
            return
        self._set_preparing(True)
        user_name, password = self.user_field.text().strip(), self.password_field.text()
        job = Job(lambda _job: self._prepare(Path(file), user_name, password))
        job.finished.connect(self._compare)
        job.failed.connect(self._refuse)
        job.start()

    def _set_preparing(self, preparing: bool) -> None:
        self._is_preparing = preparing
        self.set_busy(preparing)
        for widget in (self.choice, self.other_button, self.password_field, self.cancel_button):
            widget.setEnabled(not preparing)
        self._headline.setVisible(preparing)
        self._headline.setText(_("The backup is being opened and checked…") if preparing else "")

    def _compare(self, restoration: Restoration) -> None:
        self._set_preparing(False)
        self._restoration = restoration
        self._show(restoration.comparison)
        self._save_text = _("Put back")
        self.save_button.setText(self._save_text)
        self.save_button.setToolTip(_("{action} (Ctrl+Enter)").format(action=self._save_text))
        self.cancel_button.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter, pressed once too often, loses nothing

    def _show(self, comparison: Comparison) -> None:
        warnings = [text for text in (other_house_words(comparison), unreadable_words(comparison)) if text]
        self._warning.setText("\n".join(warnings))
        self._warning.setVisible(bool(warnings))
        rows = loss_rows(comparison.losses)
        if rows:
            said = _("What was done after {moment} is gone then:").format(moment=moment(comparison.made_at_utc))
        else:
            said = keys_alone_words() if comparison.is_keys_alone else unchanged_words(comparison)
        self._headline.setText(said)
        self._headline.setVisible(bool(said))
        self._losses.set_rows(KeyValue(what, how_much, is_strong=True) for what, how_much in rows)
        self._losses.setVisible(bool(rows))
        self._ends.set_rows(KeyValue(what, words) for what, words in end_rows(comparison))
        self._ends.setVisible(not comparison.is_keys_alone)

    def _refuse(self, error: Exception) -> None:
        self._set_preparing(False)
        if not isinstance(error, UserFacingError):
            raise error
        self.show_problem(error_text(error), self.password_field if isinstance(error, WrongPassword) else None)

    def _forget(self) -> None:
        """Another file or password: what was compared does not count any more."""
        if self._restoration is None:
            return
        self._restoration.give_up()
        self._restoration = None
        self._save_text = _("Compare")
        self.save_button.setText(self._save_text)
        for widget in (self._warning, self._headline, self._losses, self._ends):
            widget.hide()


def _backup_words(row: BackupRow) -> str:
    return f"{moment(row.made_at_utc)} · {size_words(row.bytes)}"


def _beside(wide: QWidget, narrow: QWidget) -> QWidget:
    field = QWidget()
    row = QHBoxLayout(field)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(tokens.SPACE_2))
    row.addWidget(wide, 1)
    row.addWidget(narrow)
    field.setFocusProxy(wide)
    return field
