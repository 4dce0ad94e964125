"""A month with a bit of everything, and the screen over it in a real window."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.domain.bookings import BookingLabel
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.ui.declarations.declarations_screen import DeclarationsScreen
from logeerhuis_app.ui.operations import Operations
from tests.support.declaring import add_lump_sum, add_private_contract, add_stay, oct_
from tests.support.houses import TestHouse
from tests.support.look import take_keyboard


@dataclass
class Month:
    """The house, its guests and payers by name."""

    house: TestHouse
    guests: dict[str, int]
    payers: dict[str, int]


@pytest.fixture
def october(file_house: TestHouse) -> Month:
    """Helmond with one question, Zeist ready, a lump sum, and private rates to fall back on."""
    house = file_house
    house.location(name="Logeerhuis Plezant", street="Voorbeeldstraat 1", postcode="5700 AA", town="Helmond")
    helmond, zeist = house.payer("Gemeente Helmond"), house.payer("Gemeente Zeist")
    insurer = house.payer("CZ zorgverzekeraar")
    house.contract(helmond, cents=20891)
    house.contract(zeist, cents=23031)
    add_lump_sum(house, 300000, {insurer: (1, 1)})
    add_private_contract(house)
    guests = {}
    for place, (name, payer, last) in enumerate(
        (("Jannie", helmond, oct_(29)), ("Piet", helmond, None), ("Ida", zeist, None))
    ):
        guest = house.guest(name, "Smit", bsn=f"{999900006 + place:09d}", born=date(1940, 1, 30))
        house.allocation(guest, payer, number=f"70{place}", valid_until=last)
        guests[name] = guest
    add_stay(house, guests["Jannie"], oct_(27), 4)
    add_stay(house, guests["Piet"], date(2026, 9, 30), 4)
    add_stay(house, guests["Ida"], oct_(9), 1, label=BookingLabel.TRIAL)
    return Month(house, guests, {"Helmond": helmond, "Zeist": zeist})


@pytest.fixture
def settle(qtbot) -> Callable[[], None]:
    """Let the pool and what it set in motion come to rest."""

    def rest() -> None:
        for _turn in range(6):
            QThreadPool.globalInstance().waitForDone()
            QApplication.sendPostedEvents()
            QApplication.processEvents()

    return rest


@pytest.fixture
def open_screen(qtbot, settle: Callable[[], None]) -> Callable[..., DeclarationsScreen]:
    """The screen in a window with its top bar, as a role of the house sees it."""

    windows: list[QWidget] = []  # the test holds the screen alone, and a window nobody holds is gone

    def opened(house: TestHouse, role: Role = Role.ADMINISTRATOR) -> DeclarationsScreen:
        screen = DeclarationsScreen(Operations(house.as_role(role)))
        window = QWidget()
        windows.append(window)
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        bar = QHBoxLayout()
        for widget in (*screen.leading_widgets(), *screen.top_bar_widgets()):
            bar.addWidget(widget)
        column.addLayout(bar)
        column.addWidget(screen, 1)
        window.resize(1244, 860)
        window.show()
        screen.activate()
        settle()
        take_keyboard(screen.window())
        return screen

    return opened
