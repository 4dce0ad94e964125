"""The planning screen over a real house: booking with keys only, and what it shows."""

from datetime import date

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QDialog, QMenu
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.trajectory import Urgency
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.ui.planning.booking_dialog import BookingDialog
from logeerhuis_app.ui.planning.planning_screen import PlanningScreen
from logeerhuis_app.ui.planning.stay_panel import Deed
from logeerhuis_app.ui.planning.tape_geometry import Zoom
from logeerhuis_app.ui.planning.tape_ghost import Fit
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts, open_window, settle
from tests.ui.planning.chart_rows import S, dec, nov
from tests.ui.planning.desk import (
    CONTROL,
    SHIFT,
    Key,
    OpenScreen,
    bars,
    go,
    nights,
    open_dialog,
    pick_guest,
    press,
)
from tests.ui.planning.planning_house import PlanningHouse


def test_book_with_keys(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 2, nov(29))
    press(Key.Key_Right, Key.Key_Right, held=SHIFT)
    press(Key.Key_Return)
    dialog = open_dialog(screen, BookingDialog)
    pick_guest("mies")
    assert dialog.guest.guest_id() == filled.guest["Mies"]
    assert dialog.verdict.text() == "3 nachten · vrij"
    press(Key.Key_Return, held=CONTROL)
    assert not dialog.isVisible()
    assert nights(filled, "Mies") == [(2, nov(29), dec(2))]
    assert bars(filled, "Mies")[0].state is BookingState.OPTION
    assert screen.chart.view.selected_booking == bars(filled, "Mies")[0].booking_id
    assert screen._operations.undo_stack.undoText() == "Geboekt: Mies Voorbeeld, Kamer 2, zo 29 nov tot wo 2 dec"


def test_booking_is_undone_and_done_again(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 2, nov(29))
    press(Key.Key_Return)
    pick_guest("mies")
    press(Key.Key_Return, held=CONTROL)
    assert len(nights(filled, "Mies")) == 1
    assert screen.undo_button.isEnabled()
    assert "Geboekt: Mies Voorbeeld" in screen.undo_button.toolTip()
    open_window(screen.window())  # without a window manager nobody gives the keyboard back
    screen.undo_button.setFocus()
    press(Key.Key_Space)
    assert nights(filled, "Mies") == []
    screen._operations.undo_stack.redo()
    assert nights(filled, "Mies") == [(2, nov(29), nov(30))]


def test_all_steps_are_taken_back_and_all_done_again(screen: PlanningScreen, filled: PlanningHouse) -> None:
    """The booking that comes back is the one that the later steps speak of."""
    go(screen, filled, 2, nov(29))
    press(Key.Key_Return)
    pick_guest("mies")
    press(Key.Key_Return, held=CONTROL)
    open_window(screen.window())
    go(screen, filled, 2, nov(29))
    press(Key.Key_Right, held=CONTROL)
    press(Key.Key_Return)
    moved = nights(filled, "Mies")
    stack = screen._operations.undo_stack
    assert stack.count() == 2
    stack.undo()
    stack.undo()
    assert nights(filled, "Mies") == []
    stack.redo()
    stack.redo()
    assert nights(filled, "Mies") == moved


def test_by_telephone_the_first_bed_that_is_free_is_proposed(screen: PlanningScreen, filled: PlanningHouse) -> None:
    """A name and two days are enough; a bed that somebody chose stays chosen."""
    go(screen, filled, 5, nov(25))
    screen.new_stay()
    settle()
    dialog = open_dialog(screen, BookingDialog)
    pick_guest("mies")
    dialog.period.arrival.line.setText("30 nov")
    dialog.period.departure.line.setText("2 dec")
    assert dialog.judge_bed(dialog.bed.itemData(0)).fit is Fit.TAKEN
    proposed = dialog.bed.bed_id()
    assert proposed is not None
    assert dialog.judge_bed(proposed).fit is Fit.FREE
    assert dialog.verdict.text() == "2 nachten · vrij"
    open_window(dialog)
    dialog.bed.setFocus()
    press(Key.Key_Up)
    dialog.period.departure.line.setText("3 dec")
    assert dialog.bed.currentIndex() == 0


def test_a_taken_bed_keeps_the_dialog_open_and_says_who_has_it(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 2, nov(29))
    press(Key.Key_Return)
    dialog = open_dialog(screen, BookingDialog)
    pick_guest("mies")
    dialog.period.departure.set_value(dec(6))
    assert dialog.verdict.text() == "7 nachten · bezet: Jan Voorbeeld heeft dit bed van 4 dec tot 11 dec"
    press(Key.Key_Return, held=CONTROL)
    assert dialog.isVisible()
    assert "Jan Voorbeeld" in dialog.problem.text()
    assert nights(filled, "Mies") == []


def test_a_bed_that_was_taken_a_moment_ago_is_refused_by_the_house(
    screen: PlanningScreen, filled: PlanningHouse
) -> None:
    """Another desk was quicker: this screen has not seen it yet."""
    go(screen, filled, 1, nov(22))
    press(Key.Key_Return)
    dialog = open_dialog(screen, BookingDialog)
    pick_guest("mies")
    ida = BookingWish(filled.guest["Ida"], filled.bed[1], nov(22), nov(24), accepted=frozenset({"wandering_not_asked"}))
    place_booking(filled.house.as_role(Role.MANAGER), ida)
    assert dialog.verdict.text() == "1 nacht · vrij"
    press(Key.Key_Return, held=CONTROL)
    assert dialog.isVisible()
    assert "Ida Voorbeeld" in dialog.problem.text()
    assert nights(filled, "Mies") == []


def test_a_warning_is_passed_by_pressing_again(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 1, nov(24))
    press(Key.Key_Return)
    dialog = open_dialog(screen, BookingDialog)
    pick_guest("rita")
    dialog.period.departure.set_value(nov(26))
    press(Key.Key_Return, held=CONTROL)
    assert dialog.isVisible()
    assert "24-uurs toezicht" in dialog.problem.text()
    press(Key.Key_Return, held=CONTROL)
    assert (1, nov(24), nov(26)) in nights(filled, "Rita")


def test_another_bed_asks_its_own_warning(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 1, nov(24))
    press(Key.Key_Return)
    dialog = open_dialog(screen, BookingDialog)
    pick_guest("rita")
    press(Key.Key_Return, held=CONTROL)
    dialog.bed.choose(filled.bed[3])
    press(Key.Key_Return, held=CONTROL)
    assert dialog.isVisible()
    assert len(nights(filled, "Rita")) == 2


def test_without_a_guest_nothing_is_booked(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 2, nov(29))
    press(Key.Key_Return)
    dialog = open_dialog(screen, BookingDialog)
    press(Key.Key_Return, held=CONTROL)
    assert dialog.isVisible()
    assert dialog.problem.text()


def test_new_stay_button_asks_for_everything(screen: PlanningScreen) -> None:
    screen.new_button.setFocus()
    press(Key.Key_Space)
    dialog = open_dialog(screen, BookingDialog)
    assert dialog.guest.guest_id() is None
    assert QApplication.focusWidget() is dialog.guest.line


def test_far_days_are_read_when_they_are_wanted(screen: PlanningScreen, filled: PlanningHouse) -> None:
    screen.chart.view.set_zoom(Zoom.YEAR)
    before = screen.chart.view.tape.chart.first
    for _press in range(6):
        screen.steps.later.click()
    assert screen.chart.view.tape.chart.first > before
    assert screen.chart.view.left_day() > date(2027, 11, 1)
    screen.steps.today.click()
    assert screen.chart.view.left_day() == nov(16)


def test_a_stay_of_long_ago_is_found(screen: PlanningScreen, filled: PlanningHouse) -> None:
    booking_id = filled.book("Ida", 6, date(2026, 2, 2), date(2026, 2, 6), S.LEFT)
    screen.show_booking(booking_id)
    assert screen.chart.view.selected_booking == booking_id


def test_one_location_alone(filled: PlanningHouse, open_screen: OpenScreen) -> None:
    dennen = filled.house.location("DEN", name="In de Dennen")
    filled.house.bed("Kamer A", dennen)
    screen = open_screen(filled.house.door)
    assert [screen.location.itemText(i) for i in range(3)] == ["Alle locaties", "Plezant", "In de Dennen"]
    assert screen.chart.view.tape.rowCount() == 10
    screen.location.setFocus()
    press(Key.Key_Down, Key.Key_Down)
    assert [line.name for line in screen.chart.view.tape.lines] == ["In de Dennen", "Kamer A"]


def test_an_empty_house_says_what_to_do_first(file_house: TestHouse, open_screen: OpenScreen) -> None:
    screen = open_screen(file_house.door)
    assert screen.empty.isVisible()


# who may not


def test_care_looks_but_does_not_touch(filled: PlanningHouse, open_screen: OpenScreen, qtbot: QtBot) -> None:
    screen = open_screen(filled.house.as_role(Role.CARE))
    go(screen, filled, 5, nov(25))
    press(Key.Key_Right, held=CONTROL)
    press(Key.Key_Delete)
    assert screen.chart.view.hand.ghost is None
    go(screen, filled, 2, nov(29))
    press(Key.Key_Return)
    assert not screen.findChildren(QDialog)
    assert not screen.new_button.isVisibleTo(screen)
    assert not screen.waiting.isVisible()
    assert screen.waiting.cards() == []
    go(screen, filled, 5, nov(25))
    qtbot.waitUntil(lambda: screen.panel.detail is not None)
    assert screen.panel.button(Deed.MOVE) is None
    assert screen.panel.button(Deed.CHECK_IN) is not None
    assert not screen.panel.meter.isVisible()


def test_no_text_is_cut_off_on_the_smallest_monitor(
    screen: PlanningScreen, filled: PlanningHouse, qtbot: QtBot
) -> None:
    go(screen, filled, 3, nov(22))
    qtbot.waitUntil(lambda: screen.panel.detail is not None)
    settle()
    assert list(cut_off_texts(screen.window())) == []


def test_however_many_wait_the_chart_keeps_its_height(screen: PlanningScreen, filled: PlanningHouse) -> None:
    before = screen.chart.height()
    for number in range(12):
        filled.wait(f"Familie {number}", None, Urgency.NORMAL, "een week", dec(1), 7)
    screen.reload()
    settle()
    assert len(screen.waiting.cards()) == 14
    assert screen.chart.height() >= before - 20
    last = screen.waiting.cards()[-1]
    last.setFocus()
    settle()
    assert last.visibleRegion().boundingRect().width() == last.width()


def test_the_menu_of_a_stay_offers_what_the_panel_does(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 5, nov(25))
    screen._show_menu(filled.stay["Jannie", nov(25)], QPoint(10, 10))
    menu = screen.findChild(QMenu)
    assert menu is not None
    assert [action.text() for action in menu.actions()] == ["Aankomst", "Verplaats", "Annuleer verblijf", "Gastdossier"]
    menu.close()
