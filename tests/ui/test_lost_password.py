"""Every password is lost: from the login, with the paper, into the house."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from logeerhuis_app.app import Program
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.services.recovery import new_recovery_code
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.lost_password import LostPasswordDialog
from tests.support.houses import NOON, PASSWORD, TestHouse
from tests.support.look import cut_off_texts, settle
from tests.support.seen_words import words_of

PATIENCE_MS = 20_000
NEW = "fluitketel op zolder"


@pytest.fixture
def begin(qtbot, file_house: TestHouse, tmp_path: Path):
    """Starts the program on the house as it is then."""
    made: list[Program] = []

    def start() -> Program:
        program = Program(file_house.place, FixedClock(NOON), SettingsFile(tmp_path / "settings"))
        made.append(program)
        program.start()
        return program

    yield start
    for program in made:
        if program.workplace is not None:
            program.workplace.close()
        if program.login is not None:
            program.login.close()
    QApplication.processEvents()


def opened(qtbot, program: Program) -> LostPasswordDialog:
    assert program.login is not None
    qtbot.mouseClick(program.login.lost_button, Qt.MouseButton.LeftButton)
    settle()
    (dialog,) = program.login.findChildren(LostPasswordDialog)
    return dialog


def fill_in(qtbot, dialog: LostPasswordDialog, **words: str) -> None:
    for name, text in words.items():
        field = getattr(dialog, name)
        field.clear()
        qtbot.keyClicks(field, text)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)


def test_the_paper_opens_the_house(qtbot, begin, file_house: TestHouse):
    code = new_recovery_code(file_house.door).code
    program = begin()
    dialog = opened(qtbot, program)
    assert list(cut_off_texts(dialog)) == []
    words = {"username": "manager", "password": NEW, "again": NEW}
    fill_in(qtbot, dialog, code=code[:-1], **words)
    qtbot.waitUntil(lambda: "verschrijving" in dialog.problem.text(), timeout=PATIENCE_MS)
    fill_in(qtbot, dialog, code=code, again="iets anders dan dat")
    assert "niet gelijk" in dialog.problem.text()
    fill_in(qtbot, dialog, code=code.lower(), again=NEW)
    qtbot.waitUntil(lambda: program.workplace is not None, timeout=PATIENCE_MS)
    assert program.workplace.user_name == "manager"
    assert program.login is None
    bar = program.workplace.window.message_bar
    assert "geen geldige herstelcode" in bar.text
    qtbot.mouseClick(bar.action_button, Qt.MouseButton.LeftButton)
    tab = program.workplace.show_screen("settings").users
    assert tab.paper.question is not None  # where the next paper goes
    tab.paper.question.close()
    assert "nog geen herstelcode" in tab._code_state.text()


def test_who_has_a_code_on_paper_is_not_bothered(qtbot, begin, file_house: TestHouse):
    new_recovery_code(file_house.door)
    program = begin()
    program.login.user_field.setText("manager")
    program.login.password_field.setText(PASSWORD)
    qtbot.mouseClick(program.login.login_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.workplace is not None, timeout=PATIENCE_MS)
    assert "herstelcode" not in program.workplace.window.message_bar.text


def test_a_code_that_was_never_made_is_told_on_today_and_nowhere_else(qtbot, begin, file_house: TestHouse):
    program = begin()
    program.login.user_field.setText("manager")
    program.login.password_field.setText(PASSWORD)
    qtbot.mouseClick(program.login.login_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.workplace is not None, timeout=PATIENCE_MS)
    assert "herstelcode" not in program.workplace.window.message_bar.text
    today = program.workplace.show_screen("today")
    assert "Zet een herstelcode op papier" in words_of(today)


def test_without_a_code_the_login_does_not_offer_it(qtbot, begin):
    assert not begin().login.lost_button.isVisible()
