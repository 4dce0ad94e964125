"""The second step in the window: turning it on, coming in with a code, and losing the phone."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.app import Program
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.second_factor import in_groups
from logeerhuis_app.services.login import NewUser, log_in
from logeerhuis_app.services.recovery import new_recovery_code
from logeerhuis_app.services.second_factor import has_second_factor
from logeerhuis_app.services.users import add_user
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.actions import ActionId
from logeerhuis_app.ui.login_window import LoginWindow
from logeerhuis_app.ui.lost_password import LostPasswordDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.own_account import OwnPasswordDialog
from logeerhuis_app.ui.settings.second_step import TurnOffForDialog, TurnOffOwnDialog, TurnOnDialog
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import NOON, PASSWORD, TestHouse
from tests.support.look import cut_off_texts, open_window, settle, take_keyboard
from tests.support.phones import Phone, with_phone, wrong_code

PATIENCE_MS = 20_000
SANNE = NewUser("sanne", "S. de Wit", Role.CARE, "korenbloem blauw lucht")
NEW = "fluitketel op zolder"


class Watch:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.at_utc = NOON

    def now_utc(self) -> datetime:
        return self.at_utc

    def today(self) -> Any:
        return self.at_utc.date()

    def goes_on(self, **time: int) -> None:
        self.at_utc += timedelta(**time)


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def program(qtbot: QtBot, file_house: TestHouse, tmp_path: Path, watch: Watch):
    file_house.bed()
    add_user(file_house.door, SANNE)
    made = Program(file_house.place, watch, SettingsFile(tmp_path))
    yield made
    made._leave()
    for window in (made.login, made.begin):
        if window is not None:
            window.close()
            window.deleteLater()
    QApplication.processEvents()


def login_of(program: Program) -> LoginWindow:
    assert program.login is not None
    return program.login


def types_password(qtbot: QtBot, program: Program, name: str = "manager", password: str = PASSWORD) -> None:
    login = login_of(program)
    take_keyboard(login)
    login.user_field.clear()
    login.password_field.clear()
    qtbot.keyClicks(login.user_field, name)
    qtbot.keyClicks(login.password_field, password)
    qtbot.keyClick(login.password_field, Qt.Key.Key_Return)


def types_code(qtbot: QtBot, program: Program, code: str) -> None:
    field = login_of(program).code_step.field
    field.clear()
    qtbot.keyClicks(field, code)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def is_inside(qtbot: QtBot, program: Program) -> Workplace:
    qtbot.waitUntil(lambda: program.login is None, timeout=PATIENCE_MS)
    assert program.workplace is not None
    return program.workplace


def is_asked_for_code(qtbot: QtBot, program: Program) -> LoginWindow:
    login = login_of(program)
    qtbot.waitUntil(lambda: login.asks_code and login.code_step.isEnabled(), timeout=PATIENCE_MS)
    return login


def is_refused(qtbot: QtBot, program: Program, words: str) -> LoginWindow:
    login = login_of(program)
    qtbot.waitUntil(lambda: words in login.problem, timeout=PATIENCE_MS)
    return login


def dialog_of(place: Workplace, kind: type[QDialog]) -> Any:
    (found,) = [one for one in place.window.findChildren(kind) if one.isVisible()]
    return found


def save(qtbot: QtBot, dialog: Any) -> None:
    take_keyboard(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def own_account(place: Workplace) -> Any:
    place.window.action(ActionId.OWN_PASSWORD).trigger()
    settle()
    return dialog_of(place, OwnPasswordDialog)


def turned_on(qtbot: QtBot, place: Workplace, watch: Watch) -> Phone:
    """With keys, from the dialog of the own account."""
    account = own_account(place)
    assert account.second_step.state.text().startswith("Uit:")
    account.second_step.button.setFocus()
    qtbot.keyClick(account.second_step.button, Qt.Key.Key_Space)
    dialog = dialog_of(place, TurnOnDialog)
    phone = Phone("".join(dialog.key.text().split()))
    assert dialog.key.text().replace("\n", " ") == in_groups(phone.key)
    qtbot.keyClicks(dialog.code, wrong_code(phone, watch.at_utc))
    qtbot.keyClicks(dialog.own_password, PASSWORD)
    save(qtbot, dialog)
    assert "klok van deze pc" in dialog.problem.text()
    assert dialog.isVisible()
    assert dialog.own_password.text() == PASSWORD
    dialog.code.clear()
    code = phone.code(watch.at_utc)
    qtbot.keyClicks(dialog.code, f"{code[:3]} {code[3:]}")
    save(qtbot, dialog)
    assert not [one for one in place.window.findChildren(TurnOnDialog) if one.isVisible()]
    assert account.second_step.state.text().startswith("Aan:")
    account.reject()
    return phone


def test_turned_on_logged_out_and_in_with_a_code(qtbot: QtBot, program: Program, watch: Watch) -> None:
    program.start()
    types_password(qtbot, program)
    phone = turned_on(qtbot, is_inside(qtbot, program), watch)
    program._leave()  # as at a new start
    watch.goes_on(minutes=5)
    program.start()
    types_password(qtbot, program)
    login = is_asked_for_code(qtbot, program)
    assert login.focusWidget() is login.code_step.field
    assert not login.password_field.isVisible()
    assert list(cut_off_texts(login)) == []
    types_code(qtbot, program, "12 34")
    assert "6 cijfers" in login.problem
    assert login.code_step.field.text() == "12 34"
    types_code(qtbot, program, wrong_code(phone, watch.at_utc))
    is_refused(qtbot, program, "klok van deze pc")
    assert login.code_step.field.text() == ""
    assert login.focusWidget() is login.code_step.field
    types_code(qtbot, program, phone.code(watch.at_utc))
    is_refused(qtbot, program, "Wacht één seconde")
    watch.goes_on(seconds=2)
    types_code(qtbot, program, phone.code(watch.at_utc))
    assert is_inside(qtbot, program).user_name == "manager"


def test_behind_the_lock_the_password_is_enough_but_not_for_another(
    qtbot: QtBot, program: Program, watch: Watch
) -> None:
    program.start()
    types_password(qtbot, program)
    first = is_inside(qtbot, program)
    turned_on(qtbot, first, watch)
    first.window.lock_requested.emit()
    types_password(qtbot, program, SANNE.username, SANNE.password)
    second = is_inside(qtbot, program)
    assert second is not first
    second.window.lock_requested.emit()
    types_password(qtbot, program)
    assert is_inside(qtbot, program) is first


def test_a_login_left_half_way_is_given_up(qtbot: QtBot, program: Program, file_house: TestHouse) -> None:
    with_phone(file_house.door)
    program.start()
    for give_up in ("time", "escape", "button"):
        types_password(qtbot, program)
        login = is_asked_for_code(qtbot, program)
        assert login.code_step.timer.isActive()
        if give_up == "time":
            login.code_step.timer.timeout.emit()
        elif give_up == "escape":
            qtbot.keyClick(login.code_step.field, Qt.Key.Key_Escape)
        else:
            qtbot.mouseClick(login.back_button, Qt.MouseButton.LeftButton)
        assert not login.asks_code
        assert login.password_field.isVisible()
        assert login.password_field.text() == ""
        assert login.focusWidget() is login.user_field
        assert not login.code_step.timer.isActive()


def test_a_manager_helps_who_lost_the_phone(
    qtbot: QtBot, program: Program, file_house: TestHouse, watch: Watch
) -> None:
    door = log_in(file_house.place, SANNE.username, SANNE.password, watch)
    with_phone(door, SANNE.password)
    door.engine.dispose()
    watch.goes_on(minutes=5)
    program.start()
    types_password(qtbot, program)
    place = is_inside(qtbot, program)
    users: Any = place.show_screen("settings")
    users = users.users
    settle()
    row = [line[1] for line in users.table.texts()].index("sanne")
    assert users.table.texts()[row][3] == "mag inloggen, met code"
    users.table.selectRow(row)
    assert users.second_step_button.isVisible()
    qtbot.mouseClick(users.second_step_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(place, TurnOffForDialog)
    assert "S. de Wit" in dialog.windowTitle()
    assert list(cut_off_texts(dialog)) == []
    save(qtbot, dialog)
    assert users.table.texts()[row][3] == "mag inloggen"
    assert not users.second_step_button.isVisible()
    place.window.lock_requested.emit()
    types_password(qtbot, program, SANNE.username, SANNE.password)
    told = is_inside(qtbot, program).window.message_bar.text
    assert told.startswith("M. Beheer heeft de tweede stap bij uw inloggen uitgezet")
    assert "Ctrl+Shift+W" in told


def test_the_recovery_code_goes_round_it_and_says_so(qtbot: QtBot, program: Program, file_house: TestHouse) -> None:
    paper = new_recovery_code(file_house.door).code
    with_phone(file_house.door)
    program.start()
    types_password(qtbot, program)
    login = is_asked_for_code(qtbot, program)
    assert login.lost_button.text() == "Met de herstelcode naar binnen…"
    qtbot.mouseClick(login.lost_button, Qt.MouseButton.LeftButton)
    (dialog,) = login.findChildren(LostPasswordDialog)
    for field, text in (
        (dialog.code, paper),
        (dialog.username, "manager"),
        (dialog.password, NEW),
        (dialog.again, NEW),
    ):
        qtbot.keyClicks(field, text)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    place = is_inside(qtbot, program)
    assert "met de herstelcode" in place.window.message_bar.text
    assert not has_second_factor(place.door)


def test_it_is_turned_off_with_the_own_password(qtbot: QtBot, program: Program, watch: Watch) -> None:
    program.start()
    types_password(qtbot, program)
    place = is_inside(qtbot, program)
    turned_on(qtbot, place, watch)
    account = own_account(place)
    qtbot.mouseClick(account.second_step.button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(place, TurnOffOwnDialog)
    qtbot.keyClicks(dialog.own_password, "niet mijn wachtwoord")
    save(qtbot, dialog)
    assert "huidige wachtwoord klopt niet" in dialog.problem.text()
    watch.goes_on(seconds=2)
    dialog.own_password.clear()
    qtbot.keyClicks(dialog.own_password, PASSWORD)
    save(qtbot, dialog)
    assert account.second_step.state.text().startswith("Uit:")
    assert not has_second_factor(place.door)


def test_whoever_has_no_way_back_is_warned(qtbot: QtBot, file_house: TestHouse) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = TurnOnDialog(Operations(file_house.door), parent)
    open_window(dialog)
    assert "geen andere beheerder en geen herstelcode" in dialog.way_back.text()
    assert list(cut_off_texts(dialog)) == []
