"""The tab of stays: Enter or a double click leads to the stay in the planning."""

import pytest
from PySide6.QtCore import Qt

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.models import Booking
from logeerhuis_app.ui.guests.stays_tab import StaysTab
from tests.support.houses import TestHouse, nov
from tests.support.look import settle


@pytest.fixture
def bookings(file_house: TestHouse) -> tuple[int, list[int]]:
    """A guest with two stays, the latest first."""
    guest, place = file_house.guest("Noor"), file_house.location()
    rows = [
        Booking(
            guest_id=guest,
            location_id=place,
            arrival=nov(day),
            departure=nov(day + 2),
            state=BookingState.CONFIRMED,
            label=BookingLabel.INCIDENTAL,
        )
        for day in (27, 24)
    ]
    return guest, [file_house.add(row).id for row in rows]


def test_enter_opens_the_stay_in_the_planning(qtbot, open_screen, bookings: tuple[int, list[int]]):
    guest, ids = bookings
    screen = open_screen()
    screen.open_guest(guest)
    tab = screen.view.show_tab(StaysTab)
    settle()
    tab.table.setFocus()
    tab.table.setCurrentCell(1, 0)
    with qtbot.waitSignal(screen.booking_wished) as wished:
        qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    assert wished.args == [ids[1]]


def test_a_double_click_does_the_same(qtbot, open_screen, bookings: tuple[int, list[int]]):
    guest, ids = bookings
    screen = open_screen()
    screen.open_guest(guest)
    tab = screen.view.show_tab(StaysTab)
    settle()
    spot = tab.table.visualItemRect(tab.table.item(0, 1)).center()
    qtbot.mouseClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    with qtbot.waitSignal(screen.booking_wished) as wished:
        qtbot.mouseDClick(tab.table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert wished.args == [ids[0]]
