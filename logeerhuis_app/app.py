"""Where everything is made and joined: the window of one house, from the login to the screens.

The login is on screen before the database's libraries are loaded: those take a second, which the user spends typing.
So nothing here may import SQLAlchemy, even through others, at its top; a test watches that.
"""

import logging
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLibraryInfo, QObject, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from logeerhuis_app import i18n, log, paths
from logeerhuis_app.clock import Clock
from logeerhuis_app.db.keyfile import RECOVERY, Sign, usernames
from logeerhuis_app.db.keyfile import sign as file_sign
from logeerhuis_app.db.opening import require_openable
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.practice.users import practice_users
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.crash_dialog import CrashHook
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.login_window import LoginHint, LoginWindow
from logeerhuis_app.ui.lost_password import LostPasswordDialog
from logeerhuis_app.ui.start_window import StartWindow
from logeerhuis_app.ui.style import apply_style

if TYPE_CHECKING:
    from logeerhuis_app.services.door import Door
    from logeerhuis_app.ui.workplace import Workplace

_log = logging.getLogger(__name__)
PUT_AWAY = "putAway"


def run_window(place: HousePlace, clock: Clock) -> int:
    """Open the window and stay until it is closed; gives the exit code."""
    app = make_application(settings_folder(place))
    program = Program(place, clock, SettingsFile(settings_folder(place)))
    program.hook.install()
    program.start()
    return app.exec()


def make_application(folder: Path) -> QApplication:
    """Qt in Dutch and in the house's look."""
    i18n.install("nl")
    log.start(folder)
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("Logeerhuis")
    translator = QTranslator(app)
    if translator.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
    apply_style(app, SettingsFile(folder).text_scale / 100)
    return app


def settings_folder(place: HousePlace) -> Path:
    """Beside the house, or in the user's own folder where the house is on a server."""
    return place.folder if place.folder is not None else paths.default_data_dir()


class Program(QObject):
    """From the start to the screens, and back to the login."""

    def __init__(self, place: HousePlace, clock: Clock, settings: SettingsFile) -> None:
        super().__init__()
        self.hook = CrashHook()
        self.login: LoginWindow | None = None
        self.begin: StartWindow | None = None
        self.workplace: Workplace | None = None
        self._place = place
        self._clock = clock
        self._settings = settings
        self._sign = Sign("", False)

    def start(self) -> None:
        """Ask who is at work, or offer a practice house where there is no house yet."""
        try:
            require_openable(self._place)
        except UserFacingError as error:
            self._show_problem(error)
            return
        if self._place.url or self._place.keys.exists():
            self._show_login()
            return
        self.begin = StartWindow(str(self._place))
        self.begin.practice_wished.connect(self._build_practice_house)
        self.begin.show()

    def _build_practice_house(self) -> None:
        job = Job(self._build, self)
        job.finished.connect(self._practice_house_built)
        job.failed.connect(self._practice_house_failed)
        job.start()

    def _build(self, _job: Job) -> object:
        from logeerhuis_app.services.practice_house import build_practice_house

        return build_practice_house(self._place, self._clock)

    def _practice_house_built(self, _house: object) -> None:
        if self.begin is not None:
            self.begin.close()
            self.begin = None
        self._show_login()

    def _practice_house_failed(self, error: Exception) -> None:
        if self.begin is not None and isinstance(error, UserFacingError):
            self.begin.show_problem(error_text(error))
        else:
            self.hook.caught(type(error), error, error.__traceback__)

    # --- login -------------------------------------------------------------------------------------------------

    def _show_login(self, user_name: str = "") -> None:
        try:
            self._sign = read_sign(self._place)
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
        self.login.password_lost.connect(self._ask_recovery)
        self.login.resize(self.login.sizeHint().expandedTo(self.login.minimumSizeHint()))
        self.login.show()
        Job(_load_the_rest, self).start()

    def _show_problem(self, error: UserFacingError) -> None:
        """Why the house does not open, and the way out; nothing in its folder was touched."""
        self.begin = StartWindow(str(self._place), problem=error_text(error))
        self.begin.show()

    def _log_in(self, user_name: str, password: str) -> None:
        if self.login is None:
            return
        self.login.set_busy(True)
        job = Job(lambda job: self._come_in(user_name, password), self)
        job.finished.connect(self._enter)
        job.failed.connect(self._refuse)
        job.start()

    def _come_in(self, user_name: str, password: str) -> "Door":
        """In the pool: deriving the key takes a while on purpose."""
        from logeerhuis_app.services.login import log_in
        from logeerhuis_app.services.stays import start_day

        door = log_in(self._place, user_name, password, self._clock)
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
        job.finished.connect(lambda _door: dialog.accept())
        job.finished.connect(self._enter)
        job.failed.connect(lambda error: self._refuse_recovery(dialog, error))
        job.start()

    def _refuse_recovery(self, dialog: LostPasswordDialog, error: Exception) -> None:
        if isinstance(error, UserFacingError):
            dialog.show_problem(error_text(error))
        else:
            self.hook.caught(type(error), error, error.__traceback__)

    def _refuse(self, error: Exception) -> None:
        if self.login is not None and isinstance(error, UserFacingError):
            self.login.show_problem(error_text(error))
            return
        self.hook.caught(type(error), error, error.__traceback__)

    def _enter(self, door: "Door") -> None:
        from logeerhuis_app.ui.operations import Operations
        from logeerhuis_app.ui.workplace import Workplace

        if self.login is None:
            return
        self.login.close()
        self.login = None
        if self.workplace is not None and self.workplace.user_name == door.actor.username:
            door.engine.dispose()
            self.workplace.window.show()
            self._bring_back(self.workplace.window)
            return
        self._leave()
        sign = self._sign
        self.workplace = Workplace(Operations(door), self._settings, sign.house, is_practice=sign.is_practice)
        self.workplace.lock_requested.connect(self._lock)
        self.hook.parent = self.workplace.window
        self.workplace.show()

    def _lock(self) -> None:
        """The window stays as it was, out of sight, for the same user; another user gets an own one."""
        if self.workplace is None:
            return
        self._put_away_dialogs(self.workplace.window)
        self.workplace.window.hide()
        _log.info("locked")
        self._show_login(self.workplace.user_name)

    @staticmethod
    def _put_away_dialogs(window: QWidget) -> None:
        """Qt leaves them on screen when their window goes, with a guest's name in them. Inner ones go first."""
        shown = [one for one in window.findChildren(QWidget) if one.isWindow() and one.isVisible()]
        for one in reversed(shown):
            one.setProperty(PUT_AWAY, isinstance(one, QDialog))  # a list under a field opens when it is asked for
            one.hide()

    @staticmethod
    def _bring_back(window: QWidget) -> None:
        """What was half written stands there again."""
        for dialog in window.findChildren(QDialog):
            if dialog.property(PUT_AWAY):
                dialog.setProperty(PUT_AWAY, False)
                dialog.show()

    def _leave(self) -> None:
        if self.workplace is not None:
            self.workplace.close()
            self.workplace = None


def has_recovery_code(place: HousePlace) -> bool:
    """Whether a paper can open this house when every password is lost."""
    return not place.url and RECOVERY in usernames(place.keys)


def read_sign(place: HousePlace) -> Sign:
    """Which house this is; only a house on a server needs the database's libraries for that.

    Raises:
        HouseMissing, HouseUnreadable.
    """
    if not place.url:
        require_openable(place)
        return file_sign(place.keys)
    from logeerhuis_app.services.login import house_sign

    return house_sign(place)


def _load_the_rest(_job: Job) -> None:
    """While the user types: importing takes a second, and Python remembers it."""
    import logeerhuis_app.services.login
    import logeerhuis_app.ui.workplace  # noqa: F401
