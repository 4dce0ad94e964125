"""Looks after the house behind the screens: soon after the login, and again as long as the window is open."""

from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from logeerhuis_app.domain.errors import HouseUnreadable, LogBroken, UserFacingError
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.house_watch import look_after
from logeerhuis_app.services.rows.watch import Verified, WatchReport
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.jobs import Job

VERIFIED_KEY = "log.verified"
FIRST_LOOK_SECONDS = 15
LOOK_MINUTES = 60


class HouseWatch(QObject):
    """Silent while all is well. A broken log is told to whoever may see the log; damage to everybody."""

    looked = Signal()
    found = Signal(str)  # a whole sentence

    def __init__(self, door: Door, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._door = door
        self._settings = settings
        self._job: Job | None = None
        self._first, self._again = QTimer(self), QTimer(self)
        self._first.setSingleShot(True)
        for timer in (self._first, self._again):
            timer.timeout.connect(self.look)

    def start(self) -> None:
        self._first.start(FIRST_LOOK_SECONDS * 1000)
        self._again.start(LOOK_MINUTES * 60_000)

    def stop(self) -> None:
        """The window goes: what is still found is for nobody."""
        for timer in (self._first, self._again):
            timer.stop()
        if self._job is not None:
            self._job.finished.disconnect(self._take)
            self._job.failed.disconnect(self._take_error)
            self._job.stop()
            self._job = None

    def look(self) -> None:
        """In the pool; one at a time."""
        if self._job is not None:
            return
        verified = Verified.read(self._settings.get(VERIFIED_KEY))
        self._job = Job(partial(_look, door=self._door, verified=verified))
        self._job.finished.connect(self._take)
        self._job.failed.connect(self._take_error)
        self._job.start()

    def _take(self, report: WatchReport) -> None:
        self._job = None
        if self._door.may(UseCase.SEE_AUDIT):
            self._settings.remember(VERIFIED_KEY, str(report.verified or ""))
        if report.broken:
            self.found.emit(error_text(LogBroken(report.broken)))
        self.looked.emit()

    def _take_error(self, error: Exception) -> None:
        """Damage is told. That the account is closed, or the house busy, the screens say by themselves."""
        self._job = None
        if isinstance(error, HouseUnreadable):
            self.found.emit(error_text(error))
        elif not isinstance(error, UserFacingError):
            raise error
        self.looked.emit()


def _look(job: Job, door: Door, verified: Verified | None) -> WatchReport:
    return look_after(door, verified, job.is_stopped)
