"""Where everything is made and joined: the window of one house, from the login to the screens.

The login is on screen before the database's libraries are loaded: those take a second, which the user spends typing.
So nothing here may import SQLAlchemy, even through others, at its top; a test watches that.
"""

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QThreadPool
from PySide6.QtWidgets import QApplication

from logeerhuis_app.clock import Clock
from logeerhuis_app.db.keyfile import Sign
from logeerhuis_app.db.opening import require_openable
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.backups import HOUSE_IS_WHOLE
from logeerhuis_app.domain.errors import HouseMissing, HouseUnreadable, UserFacingError, WrongPassword
from logeerhuis_app.domain.errors_access import CodeNeeded
from logeerhuis_app.doorplate import has_recovery_code, read_sign
from logeerhuis_app.i18n.clock_words import clock_text
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.paths import settings_dir
from logeerhuis_app.services.practice.users import practice_users
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.application import make_application
from logeerhuis_app.ui.crash_dialog import CrashHook
from logeerhuis_app.ui.curtain import Curtain
from logeerhuis_app.ui.garbage import WindowGarbage
from logeerhuis_app.ui.idle import IdleWatch
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.login_window import LoginHint, LoginWindow
from logeerhuis_app.ui.lost_password import LostPasswordDialog
from logeerhuis_app.ui.setup.beginning import Beginning
from logeerhuis_app.ui.start_window import StartWindow
from logeerhuis_app.ui.widgets.message_bar import MessageKind

if TYPE_CHECKING:
    from logeerhuis_app.services.door import Door
    from logeerhuis_app.services.restoring import Restoration
    from logeerhuis_app.ui.backup.waiting_window import WaitingWindow
    from logeerhuis_app.ui.drafts import Drafts
    from logeerhuis_app.ui.setup.first_run import FirstRun
    from logeerhuis_app.ui.workplace import Workplace

_log = logging.getLogger(__name__)


def run_window(place: HousePlace, clock: Clock) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    app = make_application(settings_dir(place.folder))
    program = Program(place, clock, SettingsFile(settings_dir(place.folder)))
    program.hook.install()
    WindowGarbage(app).start()
    app.setQuitOnLastWindowClosed(False)
    app.lastWindowClosed.connect(program.leave, Qt.ConnectionType.QueuedConnection)
    program.start()
    code = app.exec()
    QThreadPool.globalInstance().waitForDone()
    return code


class Program(QObject):
    """From the start to the screens, and back to the login."""

    def __init__(self, place: HousePlace, clock: Clock, settings: SettingsFile) -> None:
        super().__init__()
        self.hook = CrashHook()
        self.hook.on_refusal = self._tell
        self.login: LoginWindow | None = None
        self.begin: StartWindow | None = None
        self.workplace: Workplace | None = None
        self.waiting: WaitingWindow | None = None
        self._place = place
        self._clock = clock
        self._settings = settings
        self._sign = Sign("", False)
        self._used_up_code = False
        self._beginning: Beginning | None = None
        self._kept: dict[str, Workplace] = {}
        self._drafts: dict[str, Drafts] = {}
        self._curtain = Curtain(self)
        self.idle = IdleWatch(self)
        self.idle.idle.connect(self._lock)

    def start(self) -> None:
        """Ask who is at work, or what to make where there is no house yet."""
        try:
            require_openable(self._place)
        except UserFacingError as error:
            self._show_problem(error)
            return
        if self._place.url or self._place.keys.exists():
            self._show_login()
            return
        self._show_start()

    # --- no house yet ------------------------------------------------------------------------------------------

    @property
    def first_run(self) -> "FirstRun | None":
        """The assistant that makes a house, while it is at work."""
        return self._beginning.first_run if self._beginning is not None else None

    def _show_start(self) -> None:
        self._beginning = Beginning(self._place, self._clock, self._settings, self._build, self)
        self._beginning.entered.connect(self._enter_new_house)
        self._beginning.practice_built.connect(self._leave_start)
        self.begin = self._beginning.window
        self.begin.restore_wished.connect(self._ask_restore)
        Job(_load_the_rest, self).start()

    def _build(self, _job: Job) -> object:
        from logeerhuis_app.services.practice_house import build_practice_house

        return build_practice_house(self._place, self._clock)

    def _leave_start(self) -> None:
        self._close_start()
        self._show_login()

    def _enter_new_house(self, door: "Door") -> None:
        self._sign = read_sign(self._place)
        self._open(door)
        self._close_start()

    def _close_start(self) -> None:
        if self.begin is not None:
            self.begin.close()
            self.begin = None
        if self._beginning is not None:
            self._beginning.close()
            self._beginning = None

    # --- login -------------------------------------------------------------------------------------------------

    def _show_login(self, user_name: str = "") -> None:
        try:
            self._sign = read_sign(self._place)
        except HouseMissing:  # a server that holds nothing
            self._show_start()
            return
        except UserFacingError as error:
            self._show_problem(error)
            return
        users = practice_users() if self._sign.is_practice else ()
        self.login = LoginWindow(
            self._sign.house,
            is_practice=self._sign.is_practice,
            users=[LoginHint(user.username, f"{user.name} · {label(user.role)}") for user in users],
            practice_password=users[0].password if users else "",
            user_name=user_name,
            has_recovery=has_recovery_code(self._place),
        )
        self.login.login_requested.connect(self._log_in)
        self.login.code_given.connect(self._log_in)
        self.login.password_lost.connect(self._ask_recovery)
        self.login.resize(self.login.sizeHint().expandedTo(self.login.minimumSizeHint()))
        self.login.show()
        Job(_load_the_rest, self).start()

    def _show_problem(self, error: UserFacingError) -> None:
        """Why the house does not open, and the way out; nothing in its folder was touched."""
        lost = isinstance(error, HouseUnreadable) and error.reason not in HOUSE_IS_WHOLE
        can_restore = lost and self._place.folder is not None
        self.begin = StartWindow(str(self._place), problem=error_text(error), can_restore=can_restore)
        self.begin.restore_wished.connect(self._ask_restore)
        self.begin.show()

    def _log_in(self, user_name: str, password: str, code: str = "") -> None:
        if self.login is None:
            return
        self.login.set_busy(True)
        resting = self._kept.get(user_name.casefold())
        locked = resting.door if resting is not None else None
        job = Job(lambda job: self._come_in(user_name, password, code, locked), self)
        job.finished.connect(self._enter)
        job.failed.connect(self._refuse)
        job.start()

    def _come_in(self, user_name: str, password: str, code: str, locked: "Door | None") -> "Door":
        """In the pool: deriving the key takes a while on purpose."""
        from logeerhuis_app.services.login import log_in
        from logeerhuis_app.services.stays import start_day

        door = log_in(self._place, user_name, password, self._clock, code, locked)
        start_day(door)
        return door

    def _ask_recovery(self) -> None:
        if self.login is None:
            return
        dialog = LostPasswordDialog(self.login)
        dialog.recovery_requested.connect(lambda *typed: self._recover(dialog, *typed))
        dialog.open()

    def _recover(self, dialog: LostPasswordDialog, code: str, user_name: str, password: str) -> None:
        def work(_job: Job) -> "Door":
            from logeerhuis_app.services.recovery import recover

            return recover(self._place, code, user_name, password, self._clock)

        job = Job(work, self)
        job.finished.connect(lambda _door: self._note_used_up_code(dialog))
        job.finished.connect(self._enter)
        job.failed.connect(lambda error: self._refuse_recovery(dialog, error))
        job.start()

    def _note_used_up_code(self, dialog: LostPasswordDialog) -> None:
        self._used_up_code = True
        dialog.accept()

    def _refuse_recovery(self, dialog: LostPasswordDialog, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            dialog.show_problem(error_text(error))
        else:
            self.hook.caught(type(error), error, error.__traceback__)

    def _refuse(self, error: Exception) -> None:
        if self.login is not None and isinstance(error, CodeNeeded):
            self.login.ask_code()
            return
        if self.login is not None and isinstance(error, UserFacingError):
            if isinstance(error, WrongPassword) and self.login.asks_code:
                self.login.ask_password()  # it was changed, or the user blocked, since the first step
            self.login.show_problem(error_text(error))
            return
        self.hook.caught(type(error), error, error.__traceback__)

    def _enter(self, door: "Door") -> None:
        if self.login is None:
            return
        self.login.close()
        self.login = None
        self._open(door)

    def _open(self, door: "Door") -> None:
        from logeerhuis_app.ui.operations import Operations
        from logeerhuis_app.ui.workplace import Workplace

        self.idle.start()
        if self._returned(door):
            return
        sign = self._sign
        operations = Operations(door, drafts=self._drafts.pop(door.actor.username, None))
        self.workplace = Workplace(operations, self._settings, sign.house, is_practice=sign.is_practice)
        self.workplace.lock_requested.connect(self._lock)
        self.workplace.patience_changed.connect(self.idle.set_minutes)
        self.workplace.restore_requested.connect(self._restore_here, Qt.ConnectionType.QueuedConnection)
        self.workplace.shut_out.connect(self._shut_out, Qt.ConnectionType.QueuedConnection)
        self.hook.parent = self.workplace.window
        self.workplace.show()
        self.workplace.tell_of_drafts()
        self._warn(self.workplace)

    def _returned(self, door: "Door") -> bool:
        """Whether this user was at work here before: then everything stands as it was left."""
        kept = self._kept.pop(door.actor.username, None)
        for other in self._kept.values():
            other.pause()  # from here on this user's window makes the backups
        if kept is None:
            return False
        if kept.door.actor != door.actor:  # another role now: other screens
            self._curtain.forget(kept.window)
            kept.close()
            self._drafts[kept.user_name] = kept.drafts
            return False
        door.engine.dispose()
        self.workplace = kept
        self.hook.parent = kept.window
        self._curtain.lift(kept.window)
        kept.wake()
        self._warn(kept)
        return True

    def _warn(self, workplace: "Workplace") -> None:
        """One thing at a time, the worst first. A practice house may be lost.

        A code that was never made is told on Today, until it is there; one that was just used up is told at once.
        """
        from logeerhuis_app.services.recovery import lacks_recovery_code

        if self._warn_of_clock(workplace):
            return
        used_up, self._used_up_code = self._used_up_code, False
        if used_up and not self._sign.is_practice and lacks_recovery_code(workplace.door):
            workplace.offer_recovery_code()
        else:
            workplace.tell_of_second_step()

    @staticmethod
    def _warn_of_clock(workplace: "Workplace") -> bool:
        from logeerhuis_app.services.clock_watch import wrong_clock

        if fault := wrong_clock(workplace.door):
            workplace.window.show_message(clock_text(fault), MessageKind.ATTENTION)
            return True
        return False

    def _lock(self) -> None:
        """The window stays as it was, out of sight, until its user is back; another user gets an own one."""
        if self.workplace is None or not self.workplace.window.isVisible():
            return
        self.idle.stop()
        self._kept[self.workplace.user_name] = self.workplace
        self.workplace.rest()
        self._curtain.draw(self.workplace.window)
        _log.info("locked")
        self._show_login(self.workplace.user_name)

    def _tell(self, error: UserFacingError) -> None:
        """A refusal that met nobody on its way: said in the window that is there."""
        if self.workplace is not None and self.workplace.window.isVisible():
            self.workplace.tell(error)
        elif self.login is not None:
            self.login.show_problem(error_text(error))
        else:
            self._show_problem(error)

    def _shut_out(self, sentence: str) -> None:
        """Blocked, or in another role now: nothing of the house stays on screen, and the login says why."""
        leaver, self.workplace = self.workplace, None
        if leaver is None:
            return
        self.idle.stop()
        self._curtain.draw(leaver.window)
        self._curtain.forget(leaver.window)
        leaver.close()
        self._drafts[leaver.user_name] = leaver.drafts
        self.hook.parent = None
        _log.info("shut out")
        self._show_login(leaver.user_name)
        if self.login is not None:
            self.login.show_problem(sentence)

    # --- leaving and restoring ---------------------------------------------------------------------------------

    def leave(self) -> None:
        """The last window was closed: make a backup first, if somebody was at work in a house in a file."""
        passing = (Qt.WindowType.ToolTip, Qt.WindowType.Popup)
        if any(one.isVisible() and one.windowType() not in passing for one in QApplication.topLevelWidgets()):
            return
        keeper = self.workplace.backups.keeper if self.workplace is not None else None
        if keeper is None or self.waiting is not None:
            QApplication.quit()
            return
        from logeerhuis_app.ui.backup.closing import closing_window

        self.waiting = closing_window(keeper)
        self.waiting.ended.connect(QApplication.quit)
        self.waiting.show()

    def _restore(self, restoration: "Restoration", door: "Door | None" = None) -> None:
        from logeerhuis_app.ui.backup.closing import restoring_window

        self._leave()  # its screens read in the house until then
        self._close_start()
        self.waiting = restoring_window(restoration, self._clock, door)
        self.waiting.ended.connect(self._come_back, Qt.ConnectionType.QueuedConnection)
        self.waiting.show()

    def _ask_restore(self) -> None:
        """The house does not open: whoever managed it when the backup was made can put it back."""
        from logeerhuis_app.services.backups import readable_backups
        from logeerhuis_app.services.restoring import prepare_restore
        from logeerhuis_app.ui.backup.restore_dialog import RestoreDialog

        prepare = partial(prepare_restore, self._place)
        dialog = RestoreDialog(prepare, readable_backups(self._place), parent=self.begin)
        dialog.confirmed.connect(self._restore, Qt.ConnectionType.QueuedConnection)
        dialog.open()

    def _restore_here(self, restoration: "Restoration") -> None:
        self._restore(restoration, self.workplace.door if self.workplace is not None else None)

    def _come_back(self) -> None:
        """After a restore: everybody logs in anew."""
        waiting, self.waiting = self.waiting, None
        self.start()
        if waiting is not None:
            waiting.finish()

    def _leave(self) -> None:
        """Everybody leaves: those whose window is locked, too."""
        self.idle.stop()
        if self.workplace is not None:
            self._kept[self.workplace.user_name] = self.workplace
            self.workplace = None
        while self._kept:
            leaver = self._kept.popitem()[1]
            self._curtain.forget(leaver.window)
            leaver.close()


def _load_the_rest(_job: Job) -> None:
    """While the user types: importing takes a second, and Python remembers it."""
    import logeerhuis_app.services.login
    import logeerhuis_app.ui.workplace  # noqa: F401
