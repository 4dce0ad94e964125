"""What the quiet look finds is one line in the window of whom it concerns."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QThreadPool, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.house_watch import VERIFIED_KEY
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import TestHouse

PATIENCE_MS = 20_000
Enter = Callable[[Role], Workplace]


@pytest.fixture
def enter(qtbot: QtBot, file_house: TestHouse, tmp_path: Path) -> Iterator[Enter]:
    made: list[Workplace] = []

    def open_as(role: Role) -> Workplace:
        door = file_house.as_role(role)
        made.append(Workplace(Operations(door), SettingsFile(tmp_path), "Testhuis", is_practice=False))
        made[-1].show()
        return made[-1]

    yield open_as
    for workplace in made:
        workplace.close()


def look(qtbot: QtBot, workplace: Workplace) -> str:
    with qtbot.waitSignal(workplace.house_watch.looked, timeout=PATIENCE_MS):
        workplace.house_watch.look()
    return workplace.window.message_bar.text


def tamper(house: TestHouse) -> None:
    with writing(house.door.engine) as session:
        session.execute(update(AuditLine).where(AuditLine.id == 1).values(username="iemand.anders"))


def test_a_broken_log_is_told_to_the_manager_and_to_nobody_else(qtbot: QtBot, enter: Enter, file_house: TestHouse):
    manager, care = enter(Role.MANAGER), enter(Role.CARE)
    tamper(file_house)
    assert "logboek" in look(qtbot, manager)
    assert look(qtbot, care) == ""


def test_a_house_that_is_whole_is_not_spoken_of_and_remembered(qtbot: QtBot, enter: Enter, tmp_path: Path):
    assert look(qtbot, enter(Role.MANAGER)) == ""
    assert SettingsFile(tmp_path).get(VERIFIED_KEY).endswith("2026-11-22")


def test_damage_is_told_to_everybody_with_the_way_out(qtbot: QtBot, enter: Enter, file_house: TestHouse):
    care = enter(Role.CARE)
    keys = file_house.place.keys
    keys.write_bytes(keys.read_bytes()[:-1])
    assert "laatste back-up" in look(qtbot, care)


def test_a_window_that_goes_does_not_wait_for_its_look(qtbot: QtBot, enter: Enter, file_house: TestHouse):
    manager, found = enter(Role.MANAGER), list[str]()
    manager.house_watch.found.connect(found.append)
    tamper(file_house)
    manager.house_watch.look()
    manager.house_watch.stop()
    assert QThreadPool.globalInstance().waitForDone(PATIENCE_MS)
    QApplication.processEvents()
    assert found == []


def test_a_window_that_was_closed_before_its_first_look_never_looks(
    qtbot: QtBot, enter: Enter, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("logeerhuis_app.ui.house_watch.FIRST_LOOK_SECONDS", 0)
    looked, seen = list[str](), list[str]()
    monkeypatch.setattr("logeerhuis_app.ui.house_watch.look_after", lambda *_all: looked.append("looked"))
    manager = enter(Role.MANAGER)
    manager.house_watch.stop()
    QTimer.singleShot(0, manager, lambda: seen.append("later"))
    qtbot.waitUntil(lambda: bool(seen), timeout=PATIENCE_MS)
    assert looked == []
