"""Backups on screen: by themselves, by a button, told when they fail, and put back with the keyboard."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from logeerhuis_app.app import Program
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.domain.errors import BackupFailed
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services import backups
from logeerhuis_app.services.backups import back_up, backup_state
from logeerhuis_app.services.login import log_in
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.actions import ActionId
from logeerhuis_app.ui.backup.backup_dialog import BackupDialog
from logeerhuis_app.ui.backup.closing import closing_window
from logeerhuis_app.ui.backup.keeper import FAILED_KEY, SECOND_PLACE_KEY, BackupKeeper, attention_words
from logeerhuis_app.ui.backup.restore_dialog import RestoreDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import NOON, PASSWORD, TestHouse

PATIENCE_MS = 20_000


@pytest.fixture
def settings(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "settings")


@pytest.fixture
def keeper(qtbot, file_house: TestHouse, settings: SettingsFile):
    made = BackupKeeper(file_house.door, settings)
    yield made
    made.stop()


def open_dialog(qtbot, keeper: BackupKeeper, *, may_restore: bool = True) -> BackupDialog:
    dialog = BackupDialog(keeper, may_restore=may_restore)
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.waitUntil(lambda: dialog.facts.texts() != [], timeout=PATIENCE_MS)
    return dialog


def count(house: TestHouse) -> int:
    return len(backup_state(house.door).backups)


# -- by themselves


def test_a_day_without_backup_makes_one_and_one_is_enough(qtbot, file_house: TestHouse, keeper: BackupKeeper):
    keeper.start()
    with qtbot.waitSignal(keeper.made, timeout=PATIENCE_MS):
        keeper.look()
    with qtbot.waitSignal(keeper.looked, timeout=PATIENCE_MS):
        keeper.look()
    assert not keeper.is_working
    assert count(file_house) == 1
    assert keeper.attention == ""


def test_nothing_is_made_after_the_user_has_left(qtbot, file_house: TestHouse, keeper: BackupKeeper):
    keeper.start()
    keeper.stop()
    with qtbot.waitSignal(keeper.looked, timeout=PATIENCE_MS):
        keeper.look()
    assert count(file_house) == 0


def test_the_window_is_not_held_up(qtbot, file_house: TestHouse, keeper: BackupKeeper):
    """The event loop goes round while the backup is made."""
    turns = 0
    keeper.back_up_now()
    while keeper.is_working:
        QApplication.processEvents()
        turns += 1
    assert turns > 5
    qtbot.waitUntil(lambda: keeper.state is not None, timeout=PATIENCE_MS)


def test_an_old_backup_is_a_banner(qtbot, file_house: TestHouse, settings: SettingsFile):
    back_up(file_house.at(NOON - timedelta(days=3)))
    late = BackupKeeper(file_house.door, settings)
    with qtbot.waitSignal(late.attention_changed, timeout=PATIENCE_MS) as said:
        late.look(also_make=False)
    assert said.args == ["De laatste goede back-up is van do 19-11-2026 12:00. Maak er nu een."]


def test_a_failure_is_a_banner_until_one_succeeds(
    qtbot, file_house: TestHouse, settings: SettingsFile, keeper: BackupKeeper, monkeypatch
):
    def no_room(*_all: object) -> None:
        raise BackupFailed("/huis/backups", "full")

    with monkeypatch.context() as patched:
        patched.setattr(backups, "make_backup", no_room)
        with qtbot.waitSignal(keeper.attention_changed, timeout=PATIENCE_MS) as said:
            keeper.back_up_now()
    assert "geen ruimte voor een back-up" in said.args[0]
    assert settings.get(FAILED_KEY) == "full"
    with qtbot.waitSignal(keeper.attention_changed, timeout=PATIENCE_MS) as said:
        keeper.back_up_now()
    assert said.args == [""]


def test_a_failing_second_copy_is_a_banner(
    qtbot, file_house: TestHouse, settings: SettingsFile, keeper: BackupKeeper, tmp_path: Path, monkeypatch
):
    def no_room(_source: Path, target: Path) -> None:
        raise BackupFailed(str(target), "full")

    monkeypatch.setattr(backups, "copy_backup", no_room)
    settings.set(SECOND_PLACE_KEY, str(tmp_path))
    with qtbot.waitSignal(keeper.attention_changed, timeout=PATIENCE_MS) as said:
        keeper.back_up_now()
    assert said.args[0].startswith("De tweede kopie kon niet")
    assert attention_words(None, "") == ""


# -- closing


def test_closing_makes_a_backup_and_ends_by_itself(qtbot, file_house: TestHouse, keeper: BackupKeeper):
    window = closing_window(keeper)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.ended, timeout=PATIENCE_MS):
        pass
    assert count(file_house) == 1
    qtbot.waitUntil(lambda: keeper.state is not None, timeout=PATIENCE_MS)


def test_closing_can_be_hurried_and_a_failure_is_read_first(
    qtbot, file_house: TestHouse, keeper: BackupKeeper, monkeypatch
):
    window = closing_window(keeper)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.ended, timeout=PATIENCE_MS):
        qtbot.mouseClick(window.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not keeper.is_working, timeout=PATIENCE_MS)

    def no_room(*_all: object) -> None:
        raise BackupFailed("/huis/backups", "full")

    monkeypatch.setattr(backups, "make_backup", no_room)
    again = closing_window(keeper)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(lambda: "geen ruimte" in again.text, timeout=PATIENCE_MS)
    assert again.isVisible()
    with qtbot.waitSignal(again.ended):
        qtbot.mouseClick(again.button, Qt.MouseButton.LeftButton)
    again.close()


# -- the dialog


def test_the_dialog_tells_how_things_stand_and_makes_one(qtbot, file_house: TestHouse, keeper: BackupKeeper):
    dialog = open_dialog(qtbot, keeper)
    assert ("Laatste goede back-up", "nog geen") in dialog.facts.texts()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "is gemaakt en gecontroleerd" in dialog.outcome.text(), timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "zo 22-11-2026 12:00" in dict(dialog.facts.texts())["Laatste goede back-up"])
    assert dialog.save_button.isEnabled()
    dialog.reject()


def test_a_second_place_is_remembered_and_the_first_is_none(
    qtbot, file_house: TestHouse, keeper: BackupKeeper, settings: SettingsFile, tmp_path: Path
):
    dialog = open_dialog(qtbot, keeper)
    dialog.choose_second_place(str(file_house.place.folder))
    assert "Daar staan de back-ups al" in dialog.problem.text()
    assert settings.get(SECOND_PLACE_KEY) == ""
    stick = tmp_path / "stick"
    stick.mkdir()
    dialog.choose_second_place(str(stick))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Er staat een tweede kopie" in dialog.outcome.text(), timeout=PATIENCE_MS)
    assert len(list(stick.glob("*.backup"))) == 1
    qtbot.waitUntil(lambda: "laatste: zo" in dict(dialog.facts.texts())["Tweede plek"], timeout=PATIENCE_MS)
    dialog.reject()


def test_only_the_manager_is_offered_to_put_back(qtbot, keeper: BackupKeeper):
    assert not open_dialog(qtbot, keeper, may_restore=False).restore_button.isVisible()


# -- putting back, in the whole program


def test_a_manager_puts_a_backup_back_by_keyboard(qtbot, file_house: TestHouse, tmp_path: Path):
    file_house.guest("Noor")
    back_up(file_house.door)
    file_house.guest("Piet")
    program = Program(file_house.place, FixedClock(NOON), SettingsFile(tmp_path))
    program.workplace = workplace = Workplace(
        Operations(log_in(file_house.place, "manager", PASSWORD, FixedClock(NOON))),
        SettingsFile(tmp_path),
        "Testhuis",
        is_practice=False,
    )
    workplace.restore_requested.connect(program._restore_here, Qt.ConnectionType.QueuedConnection)
    file_house.door.engine.dispose()
    workplace.show()
    desk = workplace.backups
    workplace.window.action(ActionId.BACKUP).trigger()
    assert desk.dialog is not None
    qtbot.waitUntil(lambda: desk.keeper is not None and desk.keeper.state is not None, timeout=PATIENCE_MS)
    qtbot.keyClick(desk.dialog.restore_button, Qt.Key.Key_Space)
    asked = desk.restore_dialog
    assert asked is not None
    assert asked.choice.count() == 1
    asked.password_field.setText("niet dit wachtwoord")
    qtbot.keyClick(asked.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "wachtwoord klopt niet" in asked.problem.text(), timeout=PATIENCE_MS)
    asked.password_field.setText(PASSWORD)
    qtbot.keyClick(asked.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: asked.restoration is not None, timeout=PATIENCE_MS)
    assert ("Gasten", "1 erbij") in asked._losses.texts()
    assert asked.save_button.text() == "Terugzetten"
    qtbot.keyClick(asked.save_button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.waiting is not None, timeout=PATIENCE_MS)
    waiting = program.waiting
    assert waiting is not None
    qtbot.waitUntil(lambda: waiting.progress.isHidden(), timeout=PATIENCE_MS)
    assert "is teruggezet" in waiting.text
    qtbot.keyClick(waiting.button, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.login is not None, timeout=PATIENCE_MS)
    assert program.login is not None
    door = log_in(file_house.place, "manager", PASSWORD, FixedClock(NOON))
    assert [row.guest.name for row in guest_list(door, "").rows] == ["Noor Jansen"]
    door.engine.dispose()
    program.login.close()


def test_a_house_that_does_not_open_offers_its_backups(qtbot, file_house: TestHouse, tmp_path: Path):
    back_up(file_house.door)
    file_house.door.engine.dispose()
    for rest in file_house.place.database.parent.glob("logeerhuis.db*"):
        rest.unlink()
    file_house.place.database.write_bytes(b"no house at all" * 1000)
    program = Program(file_house.place, FixedClock(NOON), SettingsFile(tmp_path))
    program.start()
    assert program.begin is not None
    assert program.begin.restore_button.isVisible()
    qtbot.mouseClick(program.begin.restore_button, Qt.MouseButton.LeftButton)
    (asked,) = program.begin.findChildren(RestoreDialog)
    asked.user_field.setText("manager")
    asked.password_field.setText(PASSWORD)
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: asked.restoration is not None, timeout=PATIENCE_MS)
    qtbot.mouseClick(asked.save_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.waiting is not None, timeout=PATIENCE_MS)
    waiting = program.waiting
    assert waiting is not None
    qtbot.waitUntil(lambda: waiting.progress.isHidden(), timeout=PATIENCE_MS)
    assert "is teruggezet" in waiting.text
    qtbot.mouseClick(waiting.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.login is not None, timeout=PATIENCE_MS)
    assert program.login is not None
    program.login.close()


@pytest.mark.parametrize("role", [Role.CARE, Role.MANAGER])
def test_every_role_reaches_the_backups_from_the_rail(qtbot, file_house: TestHouse, settings: SettingsFile, role: Role):
    workplace = Workplace(Operations(file_house.as_role(role)), settings, "Testhuis", is_practice=False)
    workplace.show()
    qtbot.mouseClick(workplace.window.rail.backup_button, Qt.MouseButton.LeftButton)
    dialog = workplace.backups.dialog
    assert dialog is not None
    qtbot.waitUntil(lambda: dialog.facts.texts() != [], timeout=PATIENCE_MS)
    assert dialog.restore_button.isVisible() is (role is Role.MANAGER)
    dialog.reject()
    workplace.close()
