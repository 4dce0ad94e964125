"""Closing a bed for some nights from the chart, with keys: refused with a name, undone, lifted."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.queries.planning import chart_rows
from logeerhuis_app.ui.planning.closing import CloseForNowDialog
from logeerhuis_app.ui.planning.planning_screen import PlanningScreen
from tests.support.look import cut_off_texts
from tests.ui.planning.chart_rows import dec, nov
from tests.ui.planning.desk import (
    CONTROL,
    Key,
    OpenScreen,
    go,
    open_dialog,
    press,
)
from tests.ui.planning.planning_house import PlanningHouse


def closed(house: PlanningHouse, room: int) -> list[tuple[date, date, str]]:
    """What the database says, not the screen."""
    rows = chart_rows(house.house.door, nov(1), dec(31)).closures
    return [(row.first_night, row.last_night, row.reason) for row in rows if row.bed_id == house.bed[room]]


def test_a_bed_is_closed_undone_and_opened_again_with_keys(screen: PlanningScreen, filled: PlanningHouse) -> None:
    before = closed(filled, 2)
    go(screen, filled, 2, nov(29))
    press(Key.Key_S)
    dialog = open_dialog(screen, CloseForNowDialog)
    dialog.last.set_value(dec(1))
    assert list(cut_off_texts(dialog)) == []
    press(Key.Key_Return, held=CONTROL)
    assert not dialog.isVisible()
    assert closed(filled, 2) == [*before, (nov(29), dec(1), "onderhoud")]
    stack = screen._operations.undo_stack
    assert stack.undoText() == "Kamer 2 is gesloten van zo 29 nov tot en met di 1 dec"
    stack.undo()
    assert closed(filled, 2) == before
    stack.redo()
    go(screen, filled, 2, nov(30))
    QTest.keyClick(screen.chart.view, Key.Key_S)
    assert closed(filled, 2) == before
    stack.undo()  # of the lifting
    assert closed(filled, 2) == [*before, (nov(29), dec(1), "onderhoud")]
    stack.undo()
    assert closed(filled, 2) == before


def test_who_is_in_the_way_is_named_and_nothing_is_lost(screen: PlanningScreen, filled: PlanningHouse) -> None:
    before = closed(filled, 2)
    stays = sorted(row.arrival for row in chart_rows(filled.house.door, nov(22), dec(31)).bars)
    go(screen, filled, 2, nov(29))
    press(Key.Key_S)
    dialog = open_dialog(screen, CloseForNowDialog)
    dialog.first.set_value(nov(1))
    press(Key.Key_Return, held=CONTROL)
    assert dialog.isVisible()
    assert "Kamer 2" in dialog.problem.text()
    assert dialog.first.value() == nov(1)
    assert closed(filled, 2) == before
    assert sorted(row.arrival for row in chart_rows(filled.house.door, nov(22), dec(31)).bars) == stays
    dialog.first.set_value(nov(29))
    dialog.last.set_value(nov(28))
    press(Key.Key_Return, held=CONTROL)
    assert "ligt voor de eerste" in dialog.problem.text()


def test_the_menu_of_empty_nights_offers_it(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 2, nov(29))
    screen._show_menu(None, QPoint(10, 10))
    menu = screen.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Hier boeken…", "Bed tijdelijk sluiten… (S)"]
    menu.close()


def test_who_does_not_plan_closes_nothing(filled: PlanningHouse, open_screen: OpenScreen) -> None:
    screen = open_screen(filled.house.as_role(Role.CARE))
    go(screen, filled, 2, nov(29))
    press(Key.Key_S)
    assert screen.findChildren(CloseForNowDialog) == []
