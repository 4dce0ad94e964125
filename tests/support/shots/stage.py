"""The houses, the windows of their users, and a guest for every purpose."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from logeerhuis_app.clock import AMSTERDAM, FixedClock
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.guests import PersonWish, register_guest
from logeerhuis_app.services.login import NewUser, create_house, log_in
from logeerhuis_app.services.practice.users import practice_users
from logeerhuis_app.services.practice_house import build_practice_house
from logeerhuis_app.services.queries.carers import carer_file
from logeerhuis_app.services.queries.guests import guest_file, guest_list
from logeerhuis_app.services.queries.today import today_rows
from logeerhuis_app.services.rows.carer import CarerFile
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.today import TodayGuest, TodayRows
from logeerhuis_app.services.stays import start_day
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.workplace import Workplace
from tests.support.shots.camera import come_to_rest

USUAL, SMALL = 0, 1
"""Places of the two screens in ``SCREENS``: width, height."""
SCREENS = ((1440, 900), (1366, 768))
PASSWORD = "een lang wachtwoord"
AT = time(15, 2)
"""The handover of the afternoon has just begun."""
Found = TypeVar("Found", bound=QWidget)
Row = TypeVar("Row")


def first(rows: Iterable[Row], want: Callable[[Row], bool], what: str) -> Row:
    """The first that is wanted.

    Raises:
        LookupError: there is none; the picture cannot be taken, and that is told.
    """
    for row in rows:
        if want(row):
            return row
    raise LookupError(f"no {what}")


def clock_on(day: date) -> FixedClock:
    return FixedClock(datetime.combine(day, AT, AMSTERDAM).astimezone(UTC))


class Stage:
    """Windows are made when they are first asked for, and again after the letters changed size."""

    def __init__(self, folder: Path, clock: FixedClock) -> None:
        self.folder = folder
        self.clock = clock
        self.screen = USUAL
        self._loose: list[QWidget] = []
        self._doors: dict[str, Door] = {}
        self._windows: dict[tuple[str, int], Workplace] = {}
        self._practice = HousePlace(folder / "oefenhuis")
        build_practice_house(self._practice, clock)

    # --- doors -------------------------------------------------------------------------------------------------

    def door(self, role: Role) -> Door:
        """The practice house, as its first user with this role."""
        if role not in self._doors:
            user = next(user for user in practice_users() if user.role is role)
            door = log_in(self._practice, user.username, user.password, self.clock)
            start_day(door)
            self._doors[role] = door
        return self._doors[role]

    @cached_property
    def empty_door(self) -> Door:
        """A house that was made a minute ago: one manager, no beds, no guests."""
        manager = NewUser("beheer", "P. Hoogland", Role.MANAGER, PASSWORD)
        return create_house(HousePlace(self.folder / "leeg"), "Nieuw huis", manager, self.clock, is_practice=False)

    # --- windows -----------------------------------------------------------------------------------------------

    def workplace(self, role: Role = Role.COORDINATOR) -> Workplace:
        return self._open(role.value, self.door(role), "Oefenhuis", is_practice=True)

    def empty_workplace(self) -> Workplace:
        return self._open("empty", self.empty_door, "Nieuw huis", is_practice=False)

    def show(self, screen_id: str, role: Role = Role.COORDINATOR) -> QWidget:
        """The whole window of this user, with this screen in front."""
        self.screen_of(screen_id, role)
        return self.workplace(role).window

    def screen_of(self, screen_id: str, role: Role = Role.COORDINATOR) -> Any:
        """The screen itself, brought to the front."""
        place = self.workplace(role)
        place.window.activateWindow()
        come_to_rest()  # a window that is not in front gives the keyboard to nobody
        if place.window.current_screen != screen_id:
            place.show_screen(screen_id)
            come_to_rest()
        return place.window.screen_of(screen_id)

    def _open(self, key: str, door: Door, house: str, *, is_practice: bool) -> Workplace:
        known = self._windows.get((key, self.screen))
        if known is not None:
            return known
        settings = SettingsFile(self.folder / f"settings-{key}-{self.screen}")
        place = Workplace(Operations(door), settings, house, is_practice=is_practice)
        self.put(place.window)
        place.window.show()
        self._windows[key, self.screen] = place
        return place

    def put(self, window: QWidget, *, fill: bool = True) -> QWidget:
        """On the screen that is in use; over all of it, as most people work. It stays until ``tidy``."""
        self._loose.append(window)
        room = self._screen().availableGeometry()
        if fill:
            window.setGeometry(room)
        else:
            window.move(room.topLeft())
        return window

    def _screen(self) -> QScreen:
        return QApplication.screens()[self.screen]

    # --- dialogs -----------------------------------------------------------------------------------------------

    def dialog(self, kind: type[Found]) -> Found:
        """The dialog of this class that was just opened.

        Raises:
            LookupError: there is none.
        """
        come_to_rest()
        for window in reversed(QApplication.topLevelWidgets()):
            if type(window) is kind and window.isVisible():
                return window
        raise LookupError(f"no {kind.__name__} is open")

    def tidy(self) -> None:
        """Close what was opened for a picture; the windows stay."""
        kept = {id(place.window) for place in self._windows.values()}
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and isinstance(window, QDialog):
                window.done(QDialog.DialogCode.Rejected)
                window.deleteLater()
            elif window.isVisible() and id(window) not in kept:
                window.close()
        self._loose.clear()
        for place in self._windows.values():
            place.window.message_bar.close_message()
        come_to_rest()

    # --- size of the letters and of the screen -------------------------------------------------------------------

    @contextmanager
    def on_small_screen(self, scale: float = 1.0) -> Iterator[None]:
        """The smallest screen there is, with letters of this size."""
        self._dress(scale)
        self.screen = SMALL
        try:
            yield
        finally:
            self.screen = USUAL
            self._dress(1.0)

    def _dress(self, scale: float) -> None:
        """Spaces follow the letters only in windows that are made anew."""
        app = QApplication.instance()
        self.close()
        if isinstance(app, QApplication):
            apply_style(app, scale)

    def close(self) -> None:
        """The windows go; the doors stay open."""
        self.tidy()
        for place in self._windows.values():
            place.window.hide()
            place.window.deleteLater()
        self._windows.clear()
        come_to_rest()

    def close_all(self) -> None:
        """The windows and the houses."""
        self.close()
        for door in (*self._doors.values(), *([self.empty_door] if "empty_door" in vars(self) else [])):
            door.engine.dispose()

    # --- who is in the practice house ----------------------------------------------------------------------------

    @cached_property
    def piet(self) -> int:
        """A guest with a full file, who is in the house."""
        return self.guest("Piet van Lieshout")

    @cached_property
    def measured(self) -> int:
        """A guest whose carer filled in questionnaires over time."""
        rows = guest_list(self.door(Role.MANAGER)).rows
        return first(rows, lambda row: bool(self.carers(row.guest.guest_id).measures), "measured").guest.guest_id

    def guest(self, words: str) -> int:
        rows = guest_list(self.door(Role.MANAGER), words).rows
        return first(rows, lambda _row: True, f"guest {words}").guest.guest_id

    @cached_property
    def newcomer(self) -> int:
        """A guest of whom only the name and the birth date are known."""
        wish = PersonWish(given_name="Wilhelmina", prefix="van der", last_name="Nieuwenhuijzen", born=date(1941, 5, 9))
        return register_guest(self.door(Role.COORDINATOR), wish).created_id

    def file(self, guest_id: int) -> GuestFile:
        """Read anew: a picture before may have changed it."""
        return guest_file(self.door(Role.COORDINATOR), guest_id)

    def carers(self, guest_id: int) -> CarerFile:
        return carer_file(self.door(Role.COORDINATOR), guest_id)

    @property
    def today(self) -> TodayRows:
        return today_rows(self.door(Role.COORDINATOR))

    def arrival(self, *, complete: bool) -> TodayGuest:
        """Somebody who comes today, with everything known or with something missing."""
        return first(self.today.arrivals, lambda row: bool(row.missing) is not complete, "arrival of this kind today")

    def present(self) -> TodayGuest:
        return first(self.today.in_house, lambda row: row.guest_id == self.piet, "Piet in the house")
