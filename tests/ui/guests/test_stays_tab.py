"""The tab of stays: the way to a stay in the planning, and what care it took beside what was estimated."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Booking
from logeerhuis_app.services.intake import EstimateWish, set_estimate
from logeerhuis_app.services.queries.care_need import care_need
from logeerhuis_app.ui.guests.observation_dialog import ObservationDialog
from logeerhuis_app.ui.guests.stays_tab import StaysTab
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.stays.check_out_dialog import CheckOutDialog
from logeerhuis_app.ui.widgets.fact_table import FactTable
from tests.support.houses import TestHouse, nov
from tests.support.look import open_window, settle, take_keyboard


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


def test_what_a_stay_took_is_typed_and_laid_beside_the_estimate(qtbot, open_screen, file_house: TestHouse):
    guest, place = file_house.guest("Noor"), file_house.location()
    set_estimate(file_house.door, guest, EstimateWish(nov(1), estimate_minutes=60, estimate_nightly=1))
    booking = Booking(
        guest_id=guest, location_id=place, arrival=nov(10), departure=nov(14), state=BookingState.LEFT,
        label=BookingLabel.TRIAL,
    )  # fmt: skip
    file_house.add(booking)
    screen = open_screen(Role.CARE)
    screen.open_guest(guest)
    tab = screen.view.show_tab(StaysTab)
    settle()
    (button,) = [one for one in tab.findChildren(QPushButton) if one.text().startswith("Waargenomen zorg")]
    qtbot.keyClick(button, Qt.Key.Key_Space)
    form: Any
    (form,) = [one for one in screen.findChildren(ObservationDialog) if one.isVisible()]
    form.fields["seen_minutes"].set_value(90)
    form.fields["seen_nightly"].set_value(1)
    form.fields["seen_why"].setPlainText("stond elke nacht op")
    take_keyboard(form)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    rows = [row for table in tab.findChildren(FactTable) for row in table.texts()]
    assert ["Minuten zorg per dag", "60 minuten", "90 minuten", "30 minuten meer"] in rows
    assert any(row[1:] == ["1 keer", "1 keer", "zoals geschat"] for row in rows)


def test_the_first_departure_keeps_what_was_seen(qtbot, file_house: TestHouse):
    guest, place = file_house.guest("Noor"), file_house.location()
    booking = Booking(
        guest_id=guest, location_id=place, arrival=nov(20), departure=nov(22), state=BookingState.PRESENT,
        label=BookingLabel.TRIAL,
    )  # fmt: skip
    booking_id = file_house.add(booking).id
    dialog = CheckOutDialog(Operations(file_house.as_role(Role.CARE)), booking_id)
    qtbot.addWidget(dialog)
    open_window(dialog)
    for box in dialog.steps.boxes:
        box.box.setChecked(True)
    dialog.destination.setCurrentIndex(1)
    fields: dict[str, Any] = {code: field for code, _label, field in dialog.seen}
    fields["seen_minutes"].set_value(120)
    dialog.save_button.click()
    assert not dialog.isVisible()
    (seen,) = care_need(file_house.door, guest).stays
    assert (seen.booking_id, seen.seen_minutes, seen.seen_adl) == (booking_id, 120, "")
