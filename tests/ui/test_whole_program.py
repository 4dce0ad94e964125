"""The program from the login to the screens, as a person at the front desk goes through it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QPushButton

from logeerhuis_app.app import Program
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.login import HousePlace
from logeerhuis_app.services.practice.users import practice_users
from logeerhuis_app.services.practice_house import build_practice_house
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.guests.file_view import FileView
from logeerhuis_app.ui.settings.own_account import OwnPasswordDialog
from tests.support.houses import NOON
from tests.support.look import take_keyboard

PATIENCE_MS = 20_000
CLOCK = FixedClock(NOON)
SCREENS = {
    Role.COORDINATOR: {"today", "planning", "guests", "requests", "handover"},
    Role.CARE: {"today", "planning", "guests", "handover"},
    Role.ADMINISTRATOR: {"today", "planning", "guests", "declarations", "settings"},
    Role.MANAGER: {"today", "planning", "guests", "requests", "handover", "declarations", "settings"},
}


@pytest.fixture(scope="module")
def practice_place(tmp_path_factory: pytest.TempPathFactory) -> HousePlace:
    place = HousePlace(tmp_path_factory.mktemp("practice") / "house")
    build_practice_house(place, CLOCK)
    return place


@pytest.fixture
def program(qtbot, practice_place: HousePlace, tmp_path: Path):
    made = Program(practice_place, CLOCK, SettingsFile(tmp_path))
    made.start()
    yield made
    practice_place.tries.unlink(missing_ok=True)  # the clock stands still: nobody's wait would ever end
    if made.workplace is not None:
        made.workplace.close()
    for window in (made.login, made.begin):
        if window is not None:
            window.close()
            window.deleteLater()
    QApplication.processEvents()


def come_in(qtbot, program: Program, role: Role) -> None:
    user = next(user for user in practice_users() if user.role is role)
    assert program.login is not None
    program.login.user_field.setText(user.username)
    program.login.password_field.setText(user.password)
    qtbot.mouseClick(program.login.login_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.workplace is not None, timeout=PATIENCE_MS)


@pytest.mark.parametrize("role", list(Role))
def test_each_role_sees_its_screens_and_no_others(qtbot, program: Program, role: Role):
    come_in(qtbot, program, role)
    assert program.workplace is not None
    window = program.workplace.window
    assert set(window.screen_ids) == SCREENS[role]
    for screen_id in window.screen_ids:
        window.show_screen(screen_id)
        QApplication.processEvents()
        assert window.current_screen == screen_id


def test_a_wrong_password_is_said_and_the_name_stays(qtbot, program: Program):
    assert program.login is not None
    login = program.login
    login.user_field.setText("lemmens")
    login.password_field.setText("verkeerd")
    qtbot.mouseClick(login.login_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: login.problem != "", timeout=PATIENCE_MS)
    assert login.user_field.text() == "lemmens"
    assert program.workplace is None


def test_locking_hides_the_house_until_the_same_user_is_back(qtbot, program: Program):
    come_in(qtbot, program, Role.COORDINATOR)
    first = program.workplace
    assert first is not None
    first.lock_requested.emit()
    assert not first.window.isVisible()
    assert program.login is not None
    user = next(user for user in practice_users() if user.role is Role.COORDINATOR)
    program.login.password_field.setText(user.password)
    qtbot.mouseClick(program.login.login_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: first.window.isVisible(), timeout=PATIENCE_MS)
    assert program.workplace is first


def test_another_user_gets_an_own_window(qtbot, program: Program):
    come_in(qtbot, program, Role.MANAGER)
    first = program.workplace
    assert first is not None
    first.lock_requested.emit()
    assert program.login is not None
    care = next(user for user in practice_users() if user.role is Role.CARE)
    program.login.user_field.setText(care.username)
    program.login.password_field.setText(care.password)
    qtbot.mouseClick(program.login.login_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.workplace is not first, timeout=PATIENCE_MS)
    assert program.workplace is not None
    assert "declarations" not in program.workplace.window.screen_ids


def test_an_empty_folder_offers_a_practice_house(qtbot, tmp_path: Path):
    program = Program(HousePlace(tmp_path / "house"), CLOCK, SettingsFile(tmp_path))
    program.start()
    assert program.begin is not None
    qtbot.addWidget(program.begin)
    qtbot.mouseClick(program.begin.practice_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.login is not None, timeout=PATIENCE_MS)
    assert program.login is not None
    qtbot.addWidget(program.login)
    assert len(program.login.hint_cards) == len(practice_users())


def test_no_key_has_two_owners_on_any_screen(qtbot, program: Program):
    """Qt calls a key with two owners ambiguous, and then it does nothing at all."""
    come_in(qtbot, program, Role.MANAGER)
    assert program.workplace is not None
    window = program.workplace.window
    everywhere = {key.toString() for action in window.actions() for key in action.shortcuts()}
    for screen_id in window.screen_ids:
        screen = window.show_screen(screen_id)
        QApplication.processEvents()
        bars = [*screen.leading_widgets(), *screen.top_bar_widgets()]
        buttons = [*screen.findChildren(QPushButton), *(one for one in bars if isinstance(one, QPushButton))]
        keys = [one.shortcut().toString() for one in {*buttons} if not one.shortcut().isEmpty()]
        keys += [key.key().toString() for key in screen.findChildren(QShortcut)]
        assert not everywhere & set(keys), (screen_id, everywhere & set(keys))
        assert len(keys) == len(set(keys)), (screen_id, sorted(keys))


def test_a_file_opened_from_elsewhere_is_as_dense_as_any(qtbot, program: Program):
    come_in(qtbot, program, Role.COORDINATOR)
    assert program.workplace is not None
    window = program.workplace.window
    window.resize(1366, 768)
    window.show_screen("guests")
    QApplication.processEvents()
    piet = guest_list(program.workplace.door, "lieshout").rows[0].guest.guest_id
    program.workplace.open_guest(piet)
    view = window.screen_of("guests").findChild(FileView)
    assert view is not None
    qtbot.waitUntil(lambda: view.head.name.text() == "Piet van Lieshout")
    QApplication.processEvents()
    assert view.head.height() < view.height() / 4


def test_every_role_can_take_another_password(qtbot, program: Program):
    come_in(qtbot, program, Role.CARE)
    assert program.workplace is not None
    window = program.workplace.window
    take_keyboard(window)
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_W, modifiers)
    (dialog,) = window.findChildren(OwnPasswordDialog)
    assert dialog.isVisible()
    for field, text in ((dialog.old, "niet dit"), (dialog.password, "korenbloem"), (dialog.again, "korenbloem")):
        qtbot.keyClicks(field, text)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "huidige wachtwoord klopt niet" in dialog.problem.text()
    dialog.reject()
