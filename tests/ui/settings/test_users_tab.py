"""Users in a real window, with keys and clicks."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton
from sqlalchemy import delete

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.errors import WrongPassword
from logeerhuis_app.domain.errors_access import TooManyTries
from logeerhuis_app.domain.recovery import read_code
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.models import User
from logeerhuis_app.services.login import log_in
from logeerhuis_app.services.recovery import recover
from logeerhuis_app.services.users import user_list
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.settings_screen import SettingsScreen
from logeerhuis_app.ui.settings.user_dialogs import UserDialog
from tests.support.houses import NOON, PASSWORD, TestHouse
from tests.support.look import cut_off_texts, open_window, settle, take_keyboard
from tests.support.pdf_reading import pages_of

GOOD = "korenbloem blauw"


@pytest.fixture
def screen(qtbot, file_house: TestHouse) -> SettingsScreen:
    made = SettingsScreen(Operations(file_house.door))
    qtbot.addWidget(made)
    made.resize(1150, 700)
    open_window(made)
    made.activate()
    settle()
    return made


def dialog_of(screen: SettingsScreen) -> Any:
    (found,) = [child for child in screen.findChildren(UserDialog) if child.isVisible()]
    return found


def type_in(qtbot, dialog: UserDialog, **words: str) -> None:
    for name, text in words.items():
        field = getattr(dialog, name)
        field.clear()
        qtbot.keyClicks(field, text)


def save(qtbot, dialog: UserDialog) -> None:
    take_keyboard(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def row_of(screen: SettingsScreen, username: str) -> list[str]:
    (row,) = [row for row in screen.users.table.texts() if row[1] == username]
    return row


def choose(screen: SettingsScreen, username: str) -> None:
    screen.users.table.selectRow([row[1] for row in screen.users.table.texts()].index(username))


def opens(house: TestHouse, username: str, password: str) -> bool:
    try:
        log_in(house.place, username, password, FixedClock(NOON)).engine.dispose()
    except WrongPassword:
        return False
    return True


def add_sanne(qtbot, screen: SettingsScreen) -> None:
    qtbot.keyClick(screen.users.table, Qt.Key.Key_Insert)
    dialog = dialog_of(screen)
    type_in(qtbot, dialog, name="S. de Wit", username="Sanne", password=GOOD, again=GOOD)
    save(qtbot, dialog)


def test_a_colleague_is_added_with_the_keyboard_alone(qtbot, screen: SettingsScreen, file_house: TestHouse):
    add_sanne(qtbot, screen)
    assert row_of(screen, "sanne")[:4] == ["S. de Wit", "sanne", "zorg", "mag inloggen"]
    assert opens(file_house, "sanne", GOOD)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"password": "kort", "again": "kort"}, "minstens 12 tekens"),
        ({"password": "welkom123456", "again": "welkom123456"}, "eerste die iemand zou proberen"),
        ({"again": "korenbloem rood"}, "niet gelijk"),
        ({"username": "manager"}, "al een gebruiker"),
        ({"username": "sanne de wit"}, "kan geen gebruikersnaam zijn"),
        ({"name": ""}, "Vul in: Naam"),
    ],
)
def test_a_refusal_stands_in_the_dialog_and_what_was_typed_stays(qtbot, screen: SettingsScreen, words, said: str):
    qtbot.mouseClick(screen.users.add_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(screen)
    values = {"name": "S. de Wit", "username": "sanne", "password": GOOD, "again": GOOD, **words}
    type_in(qtbot, dialog, **values)
    save(qtbot, dialog)
    assert said in dialog.problem.text()
    assert dialog.isVisible()
    assert dialog.save_button.isEnabled()
    assert dialog.username.text() == values["username"]
    assert list(cut_off_texts(dialog)) == []


def test_a_leaver_is_blocked_and_let_in_again(qtbot, screen: SettingsScreen, file_house: TestHouse):
    add_sanne(qtbot, screen)
    choose(screen, "sanne")
    qtbot.keyClick(screen.users.table, Qt.Key.Key_Delete)
    save(qtbot, dialog_of(screen))
    assert row_of(screen, "sanne")[3] == "geblokkeerd"
    assert not opens(file_house, "sanne", GOOD)
    chosen = screen.users.chosen()
    assert chosen is not None
    assert chosen.username == "sanne"
    assert not screen.users.block_button.isVisible()
    assert screen.users.password_button.text() == "Weer toelaten…"
    qtbot.mouseClick(screen.users.password_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(screen)
    type_in(qtbot, dialog, password="fluitketel op zolder", again="fluitketel op zolder")
    save(qtbot, dialog)
    assert row_of(screen, "sanne")[3] == "mag inloggen"


def test_another_role_by_enter(qtbot, screen: SettingsScreen):
    choose(screen, "care")
    qtbot.keyClick(screen.users.table, Qt.Key.Key_Return)
    dialog = dialog_of(screen)
    qtbot.keyClick(dialog.role, Qt.Key.Key_Down)
    save(qtbot, dialog)
    assert row_of(screen, "care")[2] == "coördinator"


def test_nobody_can_block_the_own_account_but_change_the_password(qtbot, screen: SettingsScreen, file_house: TestHouse):
    choose(screen, "manager")
    assert not screen.users.block_button.isVisible()
    assert not screen.users.password_button.isVisible()
    qtbot.keyClick(screen.users.table, Qt.Key.Key_Return)
    dialog = dialog_of(screen)
    dialog.role.setCurrentIndex(0)
    save(qtbot, dialog)
    assert "enige beheerder" in dialog.problem.text()
    dialog.reject()
    qtbot.mouseClick(screen.users.own_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(screen)
    type_in(qtbot, dialog, old="niet goed", password=GOOD, again=GOOD)
    save(qtbot, dialog)
    assert "huidige wachtwoord klopt niet" in dialog.problem.text()
    type_in(qtbot, dialog, old=PASSWORD)
    save(qtbot, dialog)
    assert dialog.problem.text() == error_text(TooManyTries(1))
    file_house.door.clock = FixedClock(NOON + timedelta(seconds=2))
    save(qtbot, dialog)
    assert opens(file_house, "manager", GOOD)


def test_the_recovery_code_comes_on_paper_and_opens_the_house(
    qtbot, screen: SettingsScreen, file_house: TestHouse, tmp_path: Path, monkeypatch
):
    opened: list[object] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    paper, tab = tmp_path / "code.pdf", screen.users
    qtbot.mouseClick(tab.code_button, Qt.MouseButton.LeftButton)
    assert tab.paper.question is not None
    assert user_list(file_house.door).has_recovery_code is False  # asking where to is not making one
    tab.paper.question.close()
    with qtbot.waitSignal(tab.paper.written, timeout=10_000):
        tab.paper.question.fileSelected.emit(str(paper))
    (page,) = pages_of(paper.read_bytes())
    assert "In een gesloten envelop" in page
    assert opened
    (first, second) = page.splitlines()[2:4]
    code = "-".join([*first.split(), *second.split()])
    door = recover(file_house.place, read_code(code), "manager", "fluitketel op zolder", FixedClock(NOON))
    assert door.role is Role.MANAGER
    door.engine.dispose()


def test_a_house_of_one_says_what_to_do_first(qtbot, file_house: TestHouse):
    with writing(file_house.door.engine) as session:
        session.execute(delete(User).where(User.username != "manager"))
    screen = SettingsScreen(Operations(file_house.door))
    qtbot.addWidget(screen)
    open_window(screen)
    screen.activate()
    assert "Geef elke collega een eigen account" in screen.users.first_step.text()
    assert screen.users.first_step.isVisible()


@pytest.mark.parametrize("width", [1000, 1150, 1700])
def test_nothing_is_cut_off(qtbot, screen: SettingsScreen, width: int):
    screen.resize(width, 640)
    settle()
    assert list(cut_off_texts(screen)) == []
    assert all(button.accessibleName() for button in screen.findChildren(QPushButton))
