"""The program on an empty folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from logeerhuis_app.app import Program
from logeerhuis_app.db import keyfile
from logeerhuis_app.db.passwords import Cost
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.settings import SettingsFile
from tests.ui.setup.founder import (
    CLOCK,
    Begin,
    end,
)

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def begin(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Begin]:
    """Starts the program where it is told to."""
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    monkeypatch.setattr(keyfile, "Cost", lambda: CHEAP)  # what a guess costs is not what is tried here
    made: list[Program] = []

    def start(place: HousePlace) -> Program:
        program = Program(place, CLOCK, SettingsFile(tmp_path / "settings"))
        made.append(program)
        program.start()
        return program

    yield start
    for program in made:
        end(program)
    QApplication.processEvents()


@pytest.fixture
def place(tmp_path: Path) -> HousePlace:
    return HousePlace(tmp_path / "house")
