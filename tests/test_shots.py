"""No dialog, widget or screen without a picture, and nothing on the pictures that is wrong to see without eyes."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.calendar_popup import CalendarPopup
from logeerhuis_app.ui.widgets.result_list import ResultList
from logeerhuis_app.ui.workplace import Workplace
from tests.support.gallery import gallery
from tests.support.houses import TestHouse
from tests.support.look import open_window
from tests.support.settings import SettingsInMemory
from tests.support.shots.camera import Camera
from tests.support.shots.classes import BASES, dialog_classes, widget_classes
from tests.support.shots.dialogs import dialog_shots
from tests.support.shots.run import every_shot
from tests.support.shots.screens import MAIN, main_shots
from tests.support.shots.setup import setup_shots
from tests.support.shots.sheets import widget_shots

ROOT = Path(__file__).resolve().parent.parent
OPENED_APART = {CalendarPopup: "widgets/calendar", ResultList: "widgets/results"}


def names(classes: "set[type[QDialog]] | set[type[QWidget]]") -> list[str]:
    return sorted(one.__name__ for one in classes)


def test_every_dialog_has_a_picture() -> None:
    shown = {shot.of for shot in dialog_shots("dialogs")}
    assert names(dialog_classes() - shown) == [], (
        "add a line for these in tests/support/shots/dialogs.py or guest_file.py"
    )


def test_a_base_is_no_dialog_by_itself() -> None:
    children = {parent for one in dialog_classes() for parent in one.__mro__[1:]}
    assert names({base for base in BASES if base not in children}) == []


def test_every_shared_widget_stands_on_the_sheet(qtbot: QtBot) -> None:
    sheet = gallery()
    qtbot.addWidget(sheet)
    shown = {type(widget) for widget in sheet.findChildren(QWidget)}
    assert names(widget_classes() - shown - set(OPENED_APART)) == [], "add these to tests/support/gallery.py"
    assert set(OPENED_APART.values()) <= {shot.name for shot in widget_shots()}


def test_every_screen_has_a_picture(file_house: TestHouse, qtbot: QtBot) -> None:
    place = Workplace(Operations(file_house.as_role(Role.MANAGER)), SettingsInMemory(), "Huis", is_practice=False)  # type: ignore[arg-type]
    qtbot.addWidget(place.window)
    assert set(place.window.rail.buttons) == set(MAIN)
    assert [shot.name for shot in main_shots("small")] == [f"small/{name}" for name in MAIN]


def test_no_two_pictures_have_one_name() -> None:
    every = [shot.name for shot in every_shot()]
    assert len(every) == len(set(every))


def test_the_pictures_are_taken_and_nothing_is_found_on_them(tmp_path: Path) -> None:
    parts = ("small", "large", "setup-large", "dialogs-large", "empty", "papers")
    command = [sys.executable, "-m", "tests.support.shots", "--date", "2026-11-22", "--to", str(tmp_path), *parts]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert answer.returncode == 0, answer.stdout + answer.stderr
    wanted = [*main_shots("small"), *main_shots("large"), *dialog_shots("dialogs-large"), *setup_shots("setup-large")]
    assert [shot.name for shot in wanted if not (tmp_path / f"{shot.name}.png").exists()] == []
    index = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "papers/handover-plezant-1.png" in index


# --- the camera sees what it is made to see ---------------------------------------------------------------------


def found_on(widget: QWidget, qtbot: QtBot, folder: Path) -> list[str]:
    qtbot.addWidget(widget)
    open_window(widget)
    camera = Camera(folder)
    camera.take(widget, "one")
    return camera.findings.get("one", [])


def test_it_sees_cut_off_words(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    label = QLabel("een naam die er niet in past", window)
    label.setFixedWidth(40)
    assert found_on(window, qtbot, tmp_path) == ["cut off: 'een naam die er niet in past'"]


def test_it_sees_english_words(qtbot: QtBot, tmp_path: Path) -> None:
    choice = QComboBox()
    choice.addItems(["Overdracht", "Handover", "Here is a sentence that nobody put in the catalogue yet"])
    found = found_on(choice, qtbot, tmp_path)
    assert found == ["English: 'Handover'", "English: 'Here is a sentence that nobody put in the catalogue yet'"]


def test_it_sees_what_cannot_be_reached(qtbot: QtBot, tmp_path: Path) -> None:
    area = QScrollArea()
    wide = QWidget()
    wide.setFixedSize(900, 20)
    area.setWidget(wide)
    area.resize(200, 100)
    assert found_on(area, qtbot, tmp_path) == ["scrolls sideways: QScrollArea"]


def test_it_finds_nothing_on_a_good_window(qtbot: QtBot, tmp_path: Path) -> None:
    window = QWidget()
    QHBoxLayout(window).addWidget(QLabel("Gasten"))
    assert found_on(window, qtbot, tmp_path) == []


def test_it_sees_a_widget_that_was_shown_before_it_had_its_place(qtbot: QtBot, tmp_path: Path) -> None:
    with Camera(tmp_path) as camera:
        label = QLabel("Opslaan")
        label.show()
        window = QWidget()
        QHBoxLayout(window).addWidget(label)
        qtbot.addWidget(window)
        open_window(window)
        camera.take(window, "one")
    assert camera.findings == {"one": ["flashes as a window of its own: QLabel"]}


def test_a_name_is_used_once(tmp_path: Path) -> None:
    camera = Camera(tmp_path)
    camera.path_of("one")
    with pytest.raises(ValueError, match="two pictures are called one"):
        camera.path_of("one")
