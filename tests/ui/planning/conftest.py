"""The planning screen over a filled house, as in the main window."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.door import Door
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.planning.planning_screen import PlanningScreen
from logeerhuis_app.ui.top_bar import TopBar
from tests.support.houses import TestHouse
from tests.support.look import open_window, settle
from tests.ui.planning.desk import (
    OpenScreen,
)
from tests.ui.planning.planning_house import PlanningHouse, picture_house


@pytest.fixture
def filled(file_house: TestHouse) -> PlanningHouse:
    return picture_house(file_house)


@pytest.fixture
def open_screen(qtbot: QtBot) -> Iterator[OpenScreen]:
    """The screen under its own top bar, as in the main window on the smallest monitor."""
    windows: list[QWidget] = []

    def show(door: Door) -> PlanningScreen:
        screen, window, bar = PlanningScreen(Operations(door)), QWidget(), TopBar()
        bar.add_screen("planning", (), screen.top_bar_widgets())
        bar.show_screen("planning", screen.title)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(bar)
        column.addWidget(screen, 1)
        qtbot.addWidget(window)
        windows.append(window)
        window.resize(1170, 768)
        open_window(window)
        screen.activate()
        settle()
        return screen

    yield show
    for dialog in [found for window in windows for found in window.findChildren(QDialog)]:
        dialog.reject()


@pytest.fixture
def screen(filled: PlanningHouse, open_screen: OpenScreen) -> PlanningScreen:
    return open_screen(filled.house.as_role(Role.COORDINATOR))
