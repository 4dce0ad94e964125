"""Makes the backups that nobody thinks of: once a day while the window is open, and when it is closed."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.errors import BackupFailed, UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.backup_words import second_words
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import moment
from logeerhuis_app.services.backups import Watch, back_up, backup_state
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.backup import BackupDone, BackupState, SecondCopy
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.jobs import Job

SECOND_PLACE_KEY = "backup.second_place"
FAILED_KEY = "backup.failed"
FIRST_LOOK_SECONDS = 20
LOOK_MINUTES = 10


class BackupKeeper(QObject):
    """One for each window. Works in the pool; what it found and did comes back as signals."""

    looked = Signal(object)  # BackupState
    began = Signal()
    progressed = Signal(int, int)
    made = Signal(object)  # BackupDone
    failed = Signal(object)  # UserFacingError
    attention_changed = Signal(str)  # a sentence while something is wrong, empty when all is well

    def __init__(self, door: Door, settings: SettingsFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.state: BackupState | None = None
        self._door = door
        self._settings = settings
        self._job: Job | None = None
        self._attention = ""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.timeout.connect(self.look)

    @property
    def is_working(self) -> bool:
        return self._job is not None

    @property
    def attention(self) -> str:
        return self._attention

    @property
    def second_place(self) -> Path | None:
        stored = self._settings.get(SECOND_PLACE_KEY)
        return Path(stored) if stored else None

    def choose_second_place(self, folder: str) -> None:
        """Empty: no second place any more.

        Raises: HouseFull, FileUnreadable.
        """
        self._settings.set(SECOND_PLACE_KEY, folder)
        self.look(also_make=False)

    def start(self) -> None:
        """Look soon, when the screens are there, and again and again."""
        self._first.start(FIRST_LOOK_SECONDS * 1000)
        self._timer.start(LOOK_MINUTES * 60_000)

    def pause(self) -> None:
        """Another window looks after the house; what is being made is finished."""
        self._first.stop()
        self._timer.stop()

    def stop(self) -> None:
        self.pause()
        if self._job is not None:
            self._job.stop()

    def look(self, *, also_make: bool = True) -> None:
        """How do things stand? If today has no backup yet, one is made."""
        job = Job(partial(_read, door=self._door, second_place=self.second_place))
        # A bound method of a QObject is called in its own thread; a function of the moment would run in the pool.
        job.finished.connect(self._take_state_and_make if also_make else self._take_state)
        job.failed.connect(self._take_error)
        job.start()

    def back_up_now(self) -> None:
        if self._job is not None:
            return
        job = Job(partial(_make, door=self._door, second_place=self.second_place))
        job.progressed.connect(self.progressed)
        job.finished.connect(self._take_backup)
        job.failed.connect(self._take_failure)
        self._job = job.start()
        self.began.emit()

    # --- what came of it ---------------------------------------------------------------------------------------

    def _take_state(self, state: BackupState) -> None:
        self.state = state
        self.looked.emit(state)
        self._say_attention()

    def _take_state_and_make(self, state: BackupState) -> None:
        if self._timer.isActive() and not _is_of_today(state):
            self.state = state
            self.back_up_now()
        else:
            self._take_state(state)

    def _take_backup(self, done: BackupDone) -> None:
        self._job = None
        self._settings.remember(FAILED_KEY, "second" if done.second is SecondCopy.FAILED else "")
        self.made.emit(done)
        self.look(also_make=False)

    def _take_failure(self, error: Exception) -> None:
        self._job = None
        if isinstance(error, BackupFailed):
            self._settings.remember(FAILED_KEY, error.reason)
        self._take_error(error)
        self._say_attention()

    def _take_error(self, error: Exception) -> None:
        """A refusal is told; anything else is ours to mend and goes to the hook of the event loop."""
        if not isinstance(error, UserFacingError):
            raise error
        self.failed.emit(error)

    def _say_attention(self) -> None:
        said = attention_words(self.state, self._settings.get(FAILED_KEY))
        if said != self._attention:
            self._attention = said
            self.attention_changed.emit(said)


def attention_words(state: BackupState | None, failed: str) -> str:
    """What a banner must say: the last backup failed, or is too old. Empty when all is well."""
    if failed == "second" and state is not None and state.second_place:
        return _("The second copy could not be written to {place}: look whether there is room.").format(
            place=state.second_place
        )
    if failed and failed != "second":
        return error_text(BackupFailed(state.folder if state else "", failed))
    if state is None or not state.is_too_old:
        return ""
    if state.last_good is None:
        return _("There is no backup of this house yet.")
    return _("The last good backup is of {moment}. Make one now.").format(moment=moment(state.last_good.made_at_utc))


def made_words(done: BackupDone) -> str:
    """What was made, and what became of the second copy."""
    said = _("The backup of {moment} was made and checked.").format(moment=moment(done.made_at_utc))
    return " ".join(part for part in (said, second_words(done)) if part)


def _is_of_today(state: BackupState) -> bool:
    last = state.last_good
    return last is not None and house_time(last.made_at_utc).date() == house_time(state.now_utc).date()


def _read(_job: Job, door: Door, second_place: Path | None) -> BackupState:
    return backup_state(door, second_place)


def _make(job: Job, door: Door, second_place: Path | None) -> BackupDone:
    return back_up(door, second_place, Watch(job.progress, job.is_stopped))
