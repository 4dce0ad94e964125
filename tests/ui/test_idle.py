"""Nobody at the keyboard: the house locks by itself, and whoever comes back finds everything as it was."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from logeerhuis_app.app import Program
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.house import change_lock_minutes
from logeerhuis_app.services.login import NewUser
from logeerhuis_app.services.users import add_user, block_user, change_user, give_password, user_list
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.handover.note_dialogs import NoteDialog
from logeerhuis_app.ui.idle import IdleWatch
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import NOON, PASSWORD, TestHouse

PATIENCE_MS = 20_000
FIVE_MINUTES_S = 300
SANNE = NewUser("sanne", "S. de Wit", Role.CARE, "korenbloem blauw lucht")


class Seconds:
    """A clock that is wound by hand."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def program(qtbot, file_house: TestHouse, tmp_path: Path, seconds: Seconds):
    file_house.bed()
    add_user(file_house.door, SANNE)
    made = Program(file_house.place, FixedClock(NOON), SettingsFile(tmp_path))
    made.idle._seconds_now = seconds
    made.start()
    yield made
    made._leave()
    for window in (made.login, made.begin):
        if window is not None:
            window.close()
            window.deleteLater()
    QApplication.processEvents()


def come_in(qtbot, program: Program, name: str = "manager", password: str = PASSWORD) -> Workplace:
    login = program.login
    assert login is not None
    login.user_field.setText(name)
    login.password_field.setText(password)
    qtbot.mouseClick(login.login_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.login is None, timeout=PATIENCE_MS)
    assert program.workplace is not None
    assert program.workplace.user_name == name
    return program.workplace


def half_a_note(qtbot, workplace: Workplace, text: str) -> NoteDialog:
    workplace.show_screen("handover").panel.house_note_requested.emit()  # type: ignore[attr-defined]
    (dialog,) = (one for one in workplace.window.findChildren(NoteDialog) if one.isVisible())
    dialog.text.setPlainText(text)
    return dialog


def test_five_minutes_without_a_key_lock_the_house(qtbot, program: Program, seconds: Seconds):
    workplace = come_in(qtbot, program)
    seconds.now += FIVE_MINUTES_S - 1
    program.idle.look()
    assert workplace.window.isVisible()
    seconds.now += 1
    program.idle.look()
    assert not workplace.window.isVisible()
    assert program.login is not None
    assert program.login.user_field.text() == "manager"


@pytest.mark.parametrize("sign", ["key", "mouse", "press"])
def test_each_sign_of_life_begins_the_wait_anew(sign: str, qtbot, program: Program, seconds: Seconds):
    workplace = come_in(qtbot, program)
    seconds.now += FIVE_MINUTES_S - 1
    if sign == "key":
        qtbot.keyClick(workplace.window, Qt.Key.Key_Shift)
    elif sign == "mouse":
        QTest.mouseMove(workplace.window, QPoint(40, 40))
        QTest.mouseMove(workplace.window, QPoint(60, 60))
        QApplication.processEvents()
    else:
        qtbot.mouseClick(workplace.search.line, Qt.MouseButton.LeftButton)
    seconds.now += FIVE_MINUTES_S - 1
    program.idle.look()
    assert workplace.window.isVisible()


def test_a_login_that_waits_is_not_locked_again(qtbot, program: Program, seconds: Seconds):
    come_in(qtbot, program)
    seconds.now += FIVE_MINUTES_S
    program.idle.look()
    login = program.login
    seconds.now += 10 * FIVE_MINUTES_S
    program.idle.look()
    assert program.login is login


def test_how_long_it_waits_belongs_to_the_house(qtbot, program: Program, seconds: Seconds, file_house: TestHouse):
    """Chosen at another PC: this one knows it with the next news, and from the next log-in on."""
    first = come_in(qtbot, program)
    change_lock_minutes(file_house.door, 2)
    first._operations.look_for_news()
    seconds.now += 2 * 60 - 1
    program.idle.look()
    assert first.window.isVisible()
    seconds.now += 1
    program.idle.look()
    assert not first.window.isVisible()
    change_lock_minutes(file_house.door, 8)
    second = come_in(qtbot, program, SANNE.username, SANNE.password)
    seconds.now += 8 * 60 - 1
    program.idle.look()
    assert second.window.isVisible()


def test_a_half_written_note_waits_for_its_writer_through_a_change_of_user(qtbot, program: Program, seconds: Seconds):
    first = come_in(qtbot, program)
    dialog = half_a_note(qtbot, first, "Mevrouw vroeg om")
    seconds.now += FIVE_MINUTES_S
    program.idle.look()
    assert not dialog.isVisible()
    second = come_in(qtbot, program, SANNE.username, SANNE.password)
    assert second is not first
    assert not first.window.isVisible()
    assert not dialog.isVisible()
    own = half_a_note(qtbot, second, "Van Sanne")
    second.window.lock_requested.emit()
    assert come_in(qtbot, program) is first
    assert first.window.isVisible()
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "Mevrouw vroeg om"
    assert not own.isVisible()
    first.window.lock_requested.emit()
    assert come_in(qtbot, program, SANNE.username, SANNE.password) is second
    assert own.text.toPlainText() == "Van Sanne"
    shown = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    assert first.window not in shown
    assert dialog not in shown


def test_another_role_keeps_half_a_note_for_its_writer(qtbot, program: Program, file_house: TestHouse):
    """Given while the house was locked, and taken back again: the text is there as long as the program runs."""
    first = come_in(qtbot, program, SANNE.username, SANNE.password)
    half_a_note(qtbot, first, "Meneer sliep tot")
    first.window.lock_requested.emit()
    sanne = next(user for user in user_list(file_house.door).users if user.username == SANNE.username)
    change_user(file_house.door, sanne.user_id, sanne.name, Role.ADMINISTRATOR)
    second = come_in(qtbot, program, SANNE.username, SANNE.password)
    assert second is not first
    assert "schrijft u geen notities" in second.window.message_bar.text
    assert "Meneer" not in second.window.message_bar.text
    second.window.lock_requested.emit()
    change_user(file_house.door, sanne.user_id, sanne.name, Role.COORDINATOR)
    third = come_in(qtbot, program, SANNE.username, SANNE.password)
    assert "notitie half geschreven" in third.window.message_bar.text
    third.show_screen("handover").panel.house_note_requested.emit()  # type: ignore[attr-defined]
    (dialog,) = (one for one in third.window.findChildren(NoteDialog) if one.isVisible())
    assert dialog.text.toPlainText() == "Meneer sliep tot"


def test_a_blocked_user_finds_half_a_note_when_let_in_again(qtbot, program: Program, file_house: TestHouse):
    first = come_in(qtbot, program, SANNE.username, SANNE.password)
    dialog = half_a_note(qtbot, first, "Meneer sliep tot")
    first.window.lock_requested.emit()
    sanne = next(user for user in user_list(file_house.door).users if user.username == SANNE.username)
    block_user(file_house.door, sanne.user_id)
    give_password(file_house.door, sanne.user_id, "madelief groen gras")
    assert come_in(qtbot, program, SANNE.username, "madelief groen gras") is first
    assert dialog.isVisible()
    assert dialog.text.toPlainText() == "Meneer sliep tot"


def test_one_window_makes_the_backups(qtbot, program: Program):
    """Whoever is at work, or was the last to be."""
    first = come_in(qtbot, program)
    assert makes_backups(first)
    first.window.lock_requested.emit()
    assert makes_backups(first)
    second = come_in(qtbot, program, SANNE.username, SANNE.password)
    assert (makes_backups(first), makes_backups(second)) == (False, True)
    second.window.lock_requested.emit()
    come_in(qtbot, program)
    assert (makes_backups(first), makes_backups(second)) == (True, False)


def makes_backups(workplace: Workplace) -> bool:
    keeper = workplace.backups.keeper
    return keeper is not None and keeper._timer.isActive()


def test_who_waits_reads_nothing_meanwhile(qtbot, program: Program):
    first = come_in(qtbot, program)
    first.window.lock_requested.emit()
    assert not first._operations._watch.isActive()
    come_in(qtbot, program)
    assert first._operations._watch.isActive()


def test_a_watch_that_stopped_hears_nothing(qtbot, seconds: Seconds):
    field = QLineEdit()
    qtbot.addWidget(field)
    watch = IdleWatch(None, seconds)
    watch.set_minutes(1)
    watch.start()
    watch.stop()
    seconds.now = 59
    qtbot.keyClick(field, Qt.Key.Key_A)
    seconds.now = 60
    with qtbot.waitSignal(watch.idle):
        watch.look()


def test_a_wrong_clock_is_said_in_the_window(qtbot, file_house: TestHouse, tmp_path: Path):
    program = Program(file_house.place, FixedClock(NOON - timedelta(days=2)), SettingsFile(tmp_path))
    program.start()
    workplace = come_in(qtbot, program)
    assert "Controleer de datum en de tijd van de computer" in workplace.window.message_bar.text
    program._leave()
