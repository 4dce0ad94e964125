"""Locking with a dialog open: nothing of a guest stays on screen, and nothing that was typed is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.app import Program
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.login_window import LoginWindow
from logeerhuis_app.ui.planning.booking_dialog import BookingDialog
from tests.support.houses import NOON, PASSWORD, TestHouse

PATIENCE_MS = 20_000


@pytest.fixture
def program(qtbot: QtBot, file_house: TestHouse, tmp_path: Path):
    file_house.bed("Kamer 1")
    made = Program(file_house.place, FixedClock(NOON), SettingsFile(tmp_path))
    made.start()
    yield made
    if made.workplace is not None:
        made.workplace.close()
    if made.login is not None:
        made.login.close()
        made.login.deleteLater()
    QApplication.processEvents()


def come_in(qtbot: QtBot, program: Program, user_name: str) -> None:
    assert program.login is not None
    program.login.user_field.setText(user_name)
    program.login.password_field.setText(PASSWORD)
    qtbot.mouseClick(program.login.login_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.workplace is not None and program.workplace.window.isVisible(), timeout=PATIENCE_MS)


def on_screen() -> list[type[QWidget]]:
    return [type(one) for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_a_dialog_goes_with_the_window_and_comes_back_as_it_was(
    qtbot: QtBot, program: Program, file_house: TestHouse
) -> None:
    user_name = file_house.door.actor.username
    come_in(qtbot, program, user_name)
    workplace = program.workplace
    assert workplace is not None
    workplace.new_stay()
    dialog = workplace.window.findChild(BookingDialog)
    assert dialog is not None
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.guest.line.setText("half een naam")
    qtbot.keyClick(dialog.guest.line, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert on_screen() == [LoginWindow]
    come_in(qtbot, program, user_name)
    assert dialog.isVisible()
    assert dialog.guest.line.text() == "half een naam"
