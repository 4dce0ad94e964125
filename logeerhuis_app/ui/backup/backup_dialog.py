"""How things stand with the backups, and what can be done about them."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.backup_words import size_words
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import moment, number
from logeerhuis_app.services.rows.backup import BackupDone, BackupRow, BackupState
from logeerhuis_app.ui.backup.keeper import BackupKeeper, made_words
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role


class BackupDialog(FormDialog):
    """Reads through the keeper; closing it leaves a backup at work alone."""

    restore_wished = Signal()

    def __init__(self, keeper: BackupKeeper, *, may_restore: bool, parent: QWidget | None = None) -> None:
        hint = _("A backup is made by itself every day and when the window is closed. It is locked like the house.")
        super().__init__(_("Backup"), parent, save_text=_("Back up now"), cancel_text=_("Close"), hint=hint)
        self._keeper = keeper
        self._build_body(may_restore)
        self._connect()
        self._show_working(keeper.is_working)
        if keeper.state is not None:
            self._show_state(keeper.state)
        keeper.look(also_make=False)

    def _connect(self) -> None:
        self.save_requested.connect(self._keeper.back_up_now)
        self._keeper.looked.connect(self._show_state)
        self._keeper.began.connect(lambda: self._show_working(True))
        self._keeper.progressed.connect(self._show_progress)
        self._keeper.made.connect(self._show_made)
        self._keeper.failed.connect(self._show_failed)

    def _build_body(self, may_restore: bool) -> None:
        self.facts = KeyValues(label_share=0.3)
        self.add_wide(self.facts)
        self.choose_button = Button(_("Choose second place…"))
        self.choose_button.setToolTip(_("A folder on a USB stick or another disk: it survives when this computer dies"))
        self.choose_button.clicked.connect(self._choose_second_place)
        self.drop_button = Button(_("No second place"))
        self.drop_button.clicked.connect(lambda: self._take_second_place(""))
        places = QWidget()
        row = QHBoxLayout(places)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.SPACE_2))
        row.addWidget(self.choose_button)
        row.addWidget(self.drop_button)
        row.addStretch(1)
        self.add_wide(places)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("The backup is being made"))
        self.add_wide(self.progress)
        self.outcome = Label("", Role.BODY, wraps=True)
        self.add_wide(self.outcome)
        self.outcome.hide()
        self.restore_button = Button(_("Put back…"))
        self.restore_button.clicked.connect(self.restore_wished)
        self.buttons.insertWidget(0, self.restore_button)
        self.restore_button.setVisible(may_restore)

    def _choose_second_place(self) -> None:
        dialog = QFileDialog(self, _("Second place for the backups"), str(self._keeper.second_place or Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.choose_second_place)
        dialog.open()

    def choose_second_place(self, folder: str) -> None:
        """The folder of the house itself would be no second place."""
        state = self._keeper.state
        own = Path(state.folder).resolve() if state is not None else None
        if own is not None and Path(folder).resolve() in (own, own.parent):
            self.show_problem(_("The backups stand there already. Choose a folder on another disk or a USB stick."))
            return
        self._take_second_place(folder)

    def _take_second_place(self, folder: str) -> None:
        self.clear_problem()
        try:
            self._keeper.choose_second_place(folder)
        except UserFacingError as refusal:
            self.show_problem(error_text(refusal))

    # --- showing -----------------------------------------------------------------------------------------------

    def _show_state(self, state: BackupState) -> None:
        self.facts.set_rows(_facts(state))
        self.drop_button.setVisible(bool(state.second_place))

    def _show_working(self, working: bool) -> None:
        self.set_busy(working)
        self.progress.setRange(0, 0)
        self.progress.setVisible(working)
        self.restore_button.setEnabled(not working)
        if working:
            self.outcome.hide()
            self.clear_problem()

    def _show_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)

    def _show_made(self, done: BackupDone) -> None:
        self._show_working(False)
        self.outcome.setText(made_words(done))
        self.outcome.show()

    def _show_failed(self, error: UserFacingError) -> None:
        self._show_working(False)
        self.show_problem(error_text(error))


def _facts(state: BackupState) -> list[KeyValue]:
    last = state.last_good
    count = ngettext("{n} backup", "{n} backups", len(state.backups)).format(n=number(len(state.backups)))
    kept = _("{backups}; the last of each day (7), week (5) and month (12) stays").format(backups=count)
    return [
        KeyValue(
            _("Last good backup"),
            _row_words(last) if last else _("none yet"),
            is_strong=True,
            needs_attention=state.is_too_old,
        ),
        KeyValue(_("Kept"), kept),
        KeyValue(_("Folder"), state.folder),
        KeyValue(
            _("Second place"),
            _second_words(state),
            is_missing=not state.second_place,
            needs_attention=bool(state.second_place) and not state.second_is_there,
        ),
    ]


def _second_words(state: BackupState) -> str:
    if not state.second_place:
        return _("none: if this computer is stolen or breaks, its backups are gone too")
    if not state.second_is_there:
        return _("{place} is not there now").format(place=state.second_place)
    newest = _row_words(state.second[0]) if state.second else _("none yet")
    return _("{place}, last one: {backup}").format(place=state.second_place, backup=newest)


def _row_words(row: BackupRow) -> str:
    return f"{moment(row.made_at_utc)} ({size_words(row.bytes)})"
