"""Blocked while the window is open, or the file taken away: one sentence, and nothing of the house for wrong eyes."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.app import Program
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import HouseUnreadable
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Guest
from logeerhuis_app.services.login import NewUser
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.services.users import add_user, block_user, change_user
from logeerhuis_app.settings import SettingsFile
from logeerhuis_app.ui.login_window import LoginWindow
from logeerhuis_app.ui.planning.booking_dialog import BookingDialog
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import NOON, PASSWORD, TestHouse

PATIENCE_MS = 20_000
SANNE = NewUser("sanne", "S. de Wit", Role.COORDINATOR, PASSWORD)


@pytest.fixture
def sanne(file_house: TestHouse) -> int:
    file_house.bed("Kamer 1")
    file_house.guest(last_name="Zeldzaam")
    return add_user(file_house.door, SANNE).created_id


@pytest.fixture
def program(qtbot: QtBot, file_house: TestHouse, sanne: int, tmp_path: Path) -> Iterator[Program]:
    made = Program(file_house.place, FixedClock(NOON), SettingsFile(tmp_path))
    made.start()
    assert made.login is not None
    made.login.user_field.setText("sanne")
    made.login.password_field.setText(PASSWORD)
    qtbot.mouseClick(made.login.login_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: made.workplace is not None and made.workplace.window.isVisible(), timeout=PATIENCE_MS)
    yield made
    if made.workplace is not None:
        made.workplace.close()
    for window in (made.login, made.begin):
        if window is not None:
            window.close()
            window.deleteLater()
    QApplication.processEvents()


def workplace_of(program: Program) -> Workplace:
    assert program.workplace is not None
    return program.workplace


def on_screen() -> list[type[QWidget]]:
    return [type(one) for one in QApplication.topLevelWidgets() if one.isVisible()]


def wait_until_out(qtbot: QtBot, program: Program) -> None:
    qtbot.waitUntil(lambda: program.workplace is None and on_screen() == [LoginWindow], timeout=PATIENCE_MS)
    assert program.login is not None
    assert "S. de Wit" in program.login.problem


BLOCK = """
import sys
from logeerhuis_app.clock import SystemClock
from logeerhuis_app.db.place import HousePlace
from pathlib import Path
from logeerhuis_app.services.login import log_in
from logeerhuis_app.services.users import block_user
door = log_in(HousePlace(Path(sys.argv[1])), "manager", sys.argv[2], SystemClock())
block_user(door, int(sys.argv[3]))
"""


def test_a_user_who_is_blocked_at_another_desk_loses_the_window(
    qtbot: QtBot, program: Program, file_house: TestHouse, sanne: int
) -> None:
    """With a dialog open, and nobody touching anything: the look for news is enough."""
    workplace = workplace_of(program)
    workplace.show_screen("guests")
    workplace.new_stay()
    qtbot.waitUntil(lambda: workplace.window.findChild(BookingDialog) is not None)
    command = [sys.executable, "-c", BLOCK, str(file_house.place.folder), PASSWORD, str(sanne)]
    subprocess.run(command, check=True, timeout=60)
    wait_until_out(qtbot, program)


def test_a_read_of_somebody_who_is_blocked_shows_nothing(
    qtbot: QtBot, program: Program, file_house: TestHouse, sanne: int
) -> None:
    workplace = workplace_of(program)
    workplace.rest()  # no look for news: the screen itself asks
    block_user(file_house.door, sanne)
    with qtbot.captureExceptions() as caught:
        qtbot.keyClick(workplace.window, Qt.Key.Key_F4)
    assert caught
    program.hook.caught(*caught[0])
    wait_until_out(qtbot, program)


def test_a_deed_of_somebody_who_is_blocked_ends_the_window(
    qtbot: QtBot, program: Program, file_house: TestHouse, sanne: int
) -> None:
    workplace = workplace_of(program)
    workplace.rest()
    block_user(file_house.door, sanne)
    assert workplace._operations.run(lambda door: guest_list(door)) is None  # type: ignore[arg-type, return-value]
    wait_until_out(qtbot, program)


def test_another_role_asks_for_the_login_too(qtbot: QtBot, program: Program, file_house: TestHouse, sanne: int) -> None:
    change_user(file_house.door, sanne, SANNE.name, Role.CARE)
    wait_until_out(qtbot, program)


# --- the file goes away --------------------------------------------------------------------------------------------


def test_a_file_that_is_taken_away_is_said_and_work_goes_on_when_it_is_back(
    qtbot: QtBot, program: Program, file_house: TestHouse
) -> None:
    """A file without a name still takes what is written, on this system, and all of it would be lost."""
    workplace = workplace_of(program)
    file_house.door.engine.dispose()
    place = file_house.place
    elsewhere = place.database.with_name("elders")
    elsewhere.mkdir()
    names = [place.database.name + tail for tail in ("", "-wal", "-shm")]
    there = [name for name in names if place.database.with_name(name).exists()]
    for name in there:
        place.database.with_name(name).rename(elsewhere / name)
    qtbot.waitUntil(lambda: "is er niet meer" in workplace.window.message_bar.text, timeout=PATIENCE_MS)
    with pytest.raises(HouseUnreadable) as refusal:
        guest_list(workplace.door)
    assert refusal.value.reason == "gone"
    assert not place.database.exists()
    for name in there:
        (elsewhere / name).rename(place.database.with_name(name))
    assert [row.guest.name for row in guest_list(workplace.door).rows] == ["Noor Zeldzaam"]


def test_a_file_that_was_changed_for_another_is_not_written_to(file_house: TestHouse) -> None:
    file_house.guest(last_name="Blijft")
    path = file_house.place.database
    other = path.with_name("ander.db")
    file_house.door.engine.dispose()
    other.write_bytes(path.read_bytes())
    guest_list(file_house.door)
    other.replace(path)
    with pytest.raises(HouseUnreadable) as refusal:
        file_house.guest(last_name="Verdwenen")
    assert refusal.value.reason == "gone"
    with reading(file_house.door.engine) as session:  # what stands there now is opened anew
        assert [guest.last_name for guest in session.query(Guest)] == ["Blijft"]


def test_a_read_that_fails_is_a_sentence_and_no_crash(qtbot: QtBot, program: Program) -> None:
    workplace = workplace_of(program)
    error = HouseUnreadable("C:\\Huis", "disk")
    program.hook.caught(HouseUnreadable, error, None)
    assert "C:\\Huis" in workplace.window.message_bar.text
    assert on_screen() == [type(workplace.window)]
