"""What a hand at the planning screen does, and what the house says of it."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.planning import chart_rows
from logeerhuis_app.services.rows.planning import BarRow
from logeerhuis_app.ui.planning.planning_screen import PlanningScreen
from logeerhuis_app.ui.planning.stay_panel import Deed
from tests.support.look import settle, take_keyboard
from tests.ui.planning.chart_rows import dec, nov
from tests.ui.planning.planning_house import PlanningHouse

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier
OpenScreen = Callable[[Door], PlanningScreen]
Dialog = TypeVar("Dialog", bound=QDialog)


def press(*keys: Qt.Key, held: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    """To whatever has the keyboard."""
    for key in keys:
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)
    settle()


def type_text(text: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, text)
    settle()


def open_dialog(screen: PlanningScreen, kind: type[Dialog]) -> Dialog:
    """The one dialog that is open, with the keyboard in it."""
    (dialog,) = [found for found in screen.findChildren(kind) if found.isVisible()]
    take_keyboard(dialog)
    return dialog


def bars(house: PlanningHouse, name: str) -> list[BarRow]:
    """What the database says, not the screen."""
    rows = chart_rows(house.house.door, nov(1), dec(31))
    return sorted((row for row in rows.bars if row.guest.startswith(f"{name} ")), key=lambda row: row.arrival)


def nights(house: PlanningHouse, name: str) -> list[tuple[int, date, date]]:
    rooms = {bed: room for room, bed in house.bed.items()}
    return [(rooms[row.bed_id], row.first_night, row.last_night + ONE_DAY) for row in bars(house, name)]


def go(screen: PlanningScreen, house: PlanningHouse, room: int, night: date) -> None:
    screen.chart.view.go_to(house.bed[room], night)
    settle()


def pick_guest(name: str) -> None:
    """In the guest field of a dialog: part of the name, down, Enter."""
    type_text(name)
    press(Key.Key_Down)
    press(Key.Key_Return)


def do(screen: PlanningScreen, deed: Deed) -> None:
    """Enter on the stay, then the button of the panel with the keyboard."""
    press(Key.Key_Return)
    button = screen.panel.button(deed)
    assert button is not None
    button.setFocus()
    press(Key.Key_Space)
