"""Locking with a dialog open: nothing of a guest stays on screen, and nothing that was typed is lost."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QAccessible, QClipboard
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.app import Program
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.services.door import Door, Work
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.backup.keeper import BackupKeeper
from logeerhuis_app.ui.guests.file_head import FileHead
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


def spoken(program: QObject) -> list[str]:
    """The windows a screen reader can walk into."""
    root = QAccessible.queryAccessibleInterface(program)
    return [root.child(place).text(QAccessible.Text.Name) for place in range(root.childCount())]


@pytest.fixture
def strangers(qapp: QApplication) -> Counter[str]:
    """What other tests left for the collector; it is not of this house."""
    return Counter(spoken(qapp))


def test_nothing_of_the_house_stands_behind_the_lock(
    strangers: Counter[str], qtbot: QtBot, program: Program, file_house: TestHouse, qapp: QApplication
) -> None:
    """No window for a screen reader, no tip under the pointer, nothing of ours to paste; and all of it comes back."""
    come_in(qtbot, program, file_house.door.actor.username)
    workplace = program.workplace
    assert workplace is not None
    workplace.new_stay()
    dialog = workplace.window.findChild(BookingDialog)
    assert dialog is not None
    QToolTip.showText(QPoint(10, 10), "Piet van den Berg, Kamer 3", workplace.window)
    assert dialog.windowTitle() in spoken(qapp)
    workplace.lock_requested.emit()
    assert on_screen() == [LoginWindow]
    assert program.login is not None
    assert list(Counter(spoken(qapp)) - strangers) == [program.login.windowTitle()]
    assert "Piet" not in program.login.windowTitle()
    come_in(qtbot, program, file_house.door.actor.username)
    assert workplace.window.isVisible()
    assert dialog.isVisible()
    assert dialog.windowTitle() in spoken(qapp)


@pytest.mark.parametrize(("is_ours", "left"), [(True, ""), (False, "Piet van den Berg")])
def test_what_was_copied_here_is_not_pasted_by_the_next(
    is_ours: bool,
    left: str,
    qtbot: QtBot,
    program: Program,
    file_house: TestHouse,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Another program's copy stays. Which of the two it is only a desk with glass can tell."""
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: is_ours)
    come_in(qtbot, program, file_house.door.actor.username)
    qapp.clipboard().setText("Piet van den Berg")
    assert program.workplace is not None
    program.workplace.lock_requested.emit()
    assert qapp.clipboard().text() == left
    qapp.clipboard().clear()


def test_what_opens_behind_the_lock_waits_for_its_user(qtbot: QtBot, program: Program, file_house: TestHouse) -> None:
    """A job that ends late may open a dialog."""
    come_in(qtbot, program, file_house.door.actor.username)
    workplace = program.workplace
    assert workplace is not None
    workplace.lock_requested.emit()
    workplace.new_stay()
    dialog = workplace.window.findChild(BookingDialog)
    assert dialog is not None
    assert on_screen() == [LoginWindow]
    come_in(qtbot, program, file_house.door.actor.username)
    assert dialog.isVisible()


def test_a_resting_workplace_reads_nothing_and_a_woken_one_reads_again(
    qtbot: QtBot, program: Program, file_house: TestHouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    come_in(qtbot, program, file_house.door.actor.username)
    workplace = program.workplace
    assert workplace is not None
    for screen_id in workplace.window.screen_ids:
        workplace.show_screen(screen_id)
    handover = workplace.show_screen("handover")
    assert ticking(handover)
    read: list[str] = []
    through = Door.read

    def note(door: Door, use_case: UseCase, look: Callable[[Work], object]) -> object:
        read.append(use_case.value)
        return through(door, use_case, look)

    monkeypatch.setattr(Door, "read", note)
    workplace.lock_requested.emit()
    assert [timer for timer in ticking(workplace.window) if not is_of_backups(timer)] == []
    keeper = workplace.backups.keeper
    assert keeper is not None
    assert ticking(keeper), "the house is backed up, locked or not"
    QApplication.processEvents()
    assert read == []
    come_in(qtbot, program, file_house.door.actor.username)
    assert "see_handover" in read
    assert ticking(handover)


def ticking(thing: QObject) -> list[QTimer]:
    return [timer for timer in thing.findChildren(QTimer) if timer.isActive()]


def is_of_backups(timer: QTimer) -> bool:
    return isinstance(timer.parent(), BackupKeeper)


def test_a_number_that_was_shown_is_masked_again(qtbot: QtBot) -> None:
    head = FileHead(lambda _guest_id: "123456782")
    qtbot.addWidget(head)
    head.show()
    head._mask_timer.start()
    head.hide()
    assert not head._mask_timer.isActive()
