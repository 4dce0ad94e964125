"""Away for some nights, from the panel of a stay: recorded, shown, refused beside the field, taken back."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.queries.planning import booking_detail
from logeerhuis_app.services.rows.absence import Absence
from logeerhuis_app.services.rows.planning import BookingDetail
from logeerhuis_app.ui.planning.planning_screen import PlanningScreen
from logeerhuis_app.ui.planning.stay_panel import Deed
from logeerhuis_app.ui.stays.absence_dialog import AbsenceDialog
from tests.support.look import cut_off_texts, settle
from tests.ui.planning.chart_rows import nov
from tests.ui.planning.desk import (
    CONTROL,
    Key,
    OpenScreen,
    open_dialog,
    press,
)
from tests.ui.planning.planning_house import PlanningHouse


@pytest.fixture
def screen(filled: PlanningHouse, open_screen: OpenScreen) -> PlanningScreen:
    """With a guest selected who is in the house."""
    shown = open_screen(filled.house.as_role(Role.CARE))
    shown.show_booking(present(filled))
    shown._on_opened(present(filled))
    settle()
    return shown


def present(house: PlanningHouse) -> int:
    """The stay of somebody who is in the house tonight and tomorrow night."""
    for booking_id in house.stay.values():
        row = detail_of(house, booking_id)
        if row.state is BookingState.PRESENT and row.departure >= nov(24):
            return booking_id
    raise LookupError


def detail_of(house: PlanningHouse, booking_id: int) -> BookingDetail:
    row = booking_detail(house.house.door, booking_id)
    assert row is not None
    return row


def click(qtbot: QtBot, screen: PlanningScreen, deed: Deed) -> None:
    button = screen.panel.button(deed)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def test_away_tomorrow_and_not_after_all(qtbot: QtBot, screen: PlanningScreen, filled: PlanningHouse) -> None:
    booking_id = present(filled)
    click(qtbot, screen, Deed.AWAY)
    dialog = open_dialog(screen, AbsenceDialog)
    dialog.first.set_value(nov(23))
    dialog.until.set_value(nov(24))
    press(Key.Key_Return, held=CONTROL)
    assert dialog.isVisible(), "without a reason it is not recorded"
    dialog.reason.setText("ziekenhuis")
    assert list(cut_off_texts(dialog)) == []
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert detail_of(filled, booking_id).absence == Absence(nov(23), nov(24))
    assert detail_of(filled, booking_id).state is BookingState.PRESENT
    screen._show_selected()
    settle()
    assert ("Afwezig", "ma 23 nov tot di 24 nov") in screen.panel.facts.texts()
    assert screen.panel.button(Deed.AWAY) is None
    click(qtbot, screen, Deed.STAY_AFTER_ALL)
    assert detail_of(filled, booking_id).absence is None


def test_away_now_and_back_in_the_house(qtbot: QtBot, screen: PlanningScreen, filled: PlanningHouse) -> None:
    booking_id = present(filled)
    click(qtbot, screen, Deed.AWAY)
    dialog = open_dialog(screen, AbsenceDialog)
    dialog.reason.setText("ziekenhuis")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert detail_of(filled, booking_id).state is BookingState.AWAY
    screen._show_selected()
    click(qtbot, screen, Deed.COME_BACK)
    assert detail_of(filled, booking_id).state is BookingState.PRESENT


def test_days_outside_the_stay_are_said_beside_their_field(
    qtbot: QtBot, screen: PlanningScreen, filled: PlanningHouse
) -> None:
    click(qtbot, screen, Deed.AWAY)
    dialog = open_dialog(screen, AbsenceDialog)
    dialog.reason.setText("thuis")
    dialog.until.set_value(nov(30))
    dialog.first.set_value(nov(1))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "valt buiten het verblijf" in dialog.problem.text()
    dialog.first.set_value(nov(23))
    dialog.until.set_value(nov(22))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "na de dag van weggaan" in dialog.problem.text()
    assert dialog.reason.text() == "thuis"
    assert detail_of(filled, present(filled)).absence is None
