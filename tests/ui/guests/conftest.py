"""The Gasten screen in a window of its own, as the role under test sees it."""

from collections.abc import Callable

import pytest

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.guests.medication_tab import MedicationTab
from logeerhuis_app.ui.operations import Operations
from tests.support.guest_files import nobody_asked
from tests.support.houses import TestHouse
from tests.support.look import open_window, settle

OpenScreen = Callable[..., GuestsScreen]


@pytest.fixture
def open_screen(qtbot, file_house: TestHouse) -> OpenScreen:
    """``open_screen(role)``: a window of the smallest screen's size, minus rail and top bar."""

    def opened(role: Role = Role.MANAGER, width: int = 1170, height: int = 700) -> GuestsScreen:
        door = file_house.door if role is Role.MANAGER else file_house.as_role(role)
        screen = GuestsScreen(Operations(door))
        qtbot.addWidget(screen)
        for widget in screen.top_bar_widgets():
            widget.setParent(screen)  # the window's top bar would hold it
            widget.adjustSize()
            widget.show()
        screen.resize(width, height)
        open_window(screen)
        screen.activate()
        return screen

    return opened


@pytest.fixture
def ida(open_screen, file_house: TestHouse):
    """The medication of a guest of whom nobody asked anything."""
    guest = nobody_asked(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    screen.view.show_tab(MedicationTab)
    settle()
    return screen, guest
