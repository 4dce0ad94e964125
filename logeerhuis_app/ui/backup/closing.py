"""The windows that are shown while no screen is: backing up before the program ends, and putting a backup back."""

from PySide6.QtCore import QObject

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.errors import BackupStopped, UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import moment
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.restoring import Restoration, carry_out
from logeerhuis_app.services.rows.backup import BackupDone, RestoreDone, SecondCopy
from logeerhuis_app.ui.backup.keeper import BackupKeeper, made_words
from logeerhuis_app.ui.backup.waiting_window import WaitingWindow
from logeerhuis_app.ui.jobs import Job


def closing_window(keeper: BackupKeeper) -> WaitingWindow:
    """Backs up; ``ended`` comes by itself when all went well, and after a button when there is something to read."""
    window = WaitingWindow(
        _("The backup is being made"), _("The program closes by itself when it is ready."), can_stop=True
    )
    _Closing(keeper, window)
    return window


def restoring_window(restoration: Restoration, clock: Clock, door: Door | None) -> WaitingWindow:
    """Puts the backup in the place of the house; ``ended`` comes when the user has read what became of it."""
    window = WaitingWindow(_("The backup is being put back"), _("This takes a few seconds."), can_stop=False)
    _Restoring(restoration, clock, door, window)
    return window


class _Closing(QObject):
    """Lives as long as its window."""

    def __init__(self, keeper: BackupKeeper, window: WaitingWindow) -> None:
        super().__init__(window)
        self._window = window
        window.stop_requested.connect(keeper.stop)
        keeper.progressed.connect(window.show_progress)
        keeper.made.connect(self._show_made)
        keeper.failed.connect(self._show_failed)
        keeper.back_up_now()

    def _show_made(self, done: BackupDone) -> None:
        if done.second is SecondCopy.FAILED:
            self._window.show_end(made_words(done), _("Close"), is_problem=True)
            return
        self._window.finish()
        self._window.ended.emit()

    def _show_failed(self, error: UserFacingError) -> None:
        if isinstance(error, BackupStopped):
            self._window.finish()
            self._window.ended.emit()
            return
        self._window.show_end(error_text(error), _("Close"), is_problem=True)


class _Restoring(QObject):
    """Lives as long as its window."""

    def __init__(self, restoration: Restoration, clock: Clock, door: Door | None, window: WaitingWindow) -> None:
        super().__init__(window)
        self._window = window
        self._made_at_utc = restoration.comparison.made_at_utc
        job = Job(lambda _job: carry_out(restoration, clock, door))
        job.finished.connect(self._show_done)
        job.failed.connect(self._show_failed)
        job.start()

    def _show_done(self, done: RestoreDone) -> None:
        said = _("The backup of {moment} was put back.").format(moment=moment(self._made_at_utc))
        if done.kept:
            said += " " + _("The old house is kept as {file}.").format(file=done.kept)
        self._window.show_end(said, _("To the login"))

    def _show_failed(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            self._window.show_end(_("Putting back did not succeed; the house was left as it was."), _("To the login"))
            raise error
        self._window.show_end(error_text(error), _("To the login"), is_problem=True)
