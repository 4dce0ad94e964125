"""The planning screen over a real house, with keys only (and once with the mouse)."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.trajectory import Urgency
from logeerhuis_app.services.bookings import BookingWish, cancel_booking, place_booking
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.planning import booking_detail, chart_rows
from logeerhuis_app.services.rows.planning import BarRow
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.planning.booking_dialog import BookingDialog
from logeerhuis_app.ui.planning.cancel_dialog import CancelDialog
from logeerhuis_app.ui.planning.move_dialog import MoveDialog
from logeerhuis_app.ui.planning.planning_screen import PlanningScreen
from logeerhuis_app.ui.planning.stay_panel import Deed
from logeerhuis_app.ui.planning.tape_geometry import Zoom
from logeerhuis_app.ui.planning.tape_ghost import Fit, GhostKind, of_bar, on_bed
from logeerhuis_app.ui.stays.check_out_dialog import CheckOutDialog
from logeerhuis_app.ui.top_bar import TopBar
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts, open_window, settle, take_keyboard
from tests.ui.planning.chart_rows import S, dec, nov
from tests.ui.planning.hands import drag, row_middle
from tests.ui.planning.planning_house import PlanningHouse, picture_house

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CONTROL, SHIFT = Modifier.ControlModifier, Modifier.ShiftModifier


@pytest.fixture
def filled(file_house: TestHouse) -> PlanningHouse:
    return picture_house(file_house)


OpenScreen = Callable[[Door], PlanningScreen]


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


Dialog = TypeVar("Dialog", bound=QDialog)


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


# booking


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


# moving


def test_move_with_keys_and_undo(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 5, nov(25))
    press(Key.Key_Right, held=CONTROL)
    press(Key.Key_Return)
    assert nights(filled, "Jannie") == [(5, nov(26), dec(10))]
    screen._operations.undo_stack.undo()
    assert nights(filled, "Jannie") == [(5, nov(25), dec(9))]
    screen._operations.undo_stack.redo()
    assert nights(filled, "Jannie") == [(5, nov(26), dec(10))]


def test_lengthen_and_shorten_with_keys(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 5, nov(25))
    press(Key.Key_Right, Key.Key_Right, held=SHIFT)
    press(Key.Key_Return)
    assert nights(filled, "Jannie") == [(5, nov(25), dec(11))]
    press(Key.Key_Left, Key.Key_Left, Key.Key_Left, held=SHIFT)
    press(Key.Key_Return)
    assert nights(filled, "Jannie") == [(5, nov(25), dec(8))]


def test_who_is_in_the_house_gets_another_bed_from_tonight(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 3, nov(22))
    press(Key.Key_Down, Key.Key_Down, Key.Key_Down, held=CONTROL)
    press(Key.Key_Return)
    assert nights(filled, "Rita")[:2] == [(3, nov(21), nov(22)), (6, nov(22), nov(24))]
    screen._operations.undo_stack.undo()
    assert nights(filled, "Rita")[0] == (3, nov(21), nov(24))


def test_a_misfit_is_said_before_the_drop_and_weighed_after_it(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 3, nov(27))
    press(Key.Key_Up, Key.Key_Up, held=CONTROL)
    view = screen.chart.view
    assert "bezet: Piet Voorbeeld" in view.hand.verdict.text
    press(Key.Key_Left, Key.Key_Left)
    assert "24-uurs toezicht" in view.hand.verdict.text
    press(Key.Key_Return)
    assert nights(filled, "Rita")[1] == (3, nov(27), dec(1))
    assert "24-uurs toezicht" in screen.message.text
    press(Key.Key_Space)  # the keyboard stands on «do it anyway»
    assert nights(filled, "Rita")[1] == (1, nov(25), nov(29))


def test_a_location_that_does_not_take_the_guest_refuses_the_drop(
    filled: PlanningHouse, open_screen: OpenScreen
) -> None:
    elsewhere = filled.house.location("WPH", name="Wijkpension", takes_wlz=False)
    bed = filled.house.bed("Kamer A", elsewhere)
    screen = open_screen(filled.house.as_role(Role.COORDINATOR))
    (row,) = screen.chart.view.tape.bars_of(filled.stay["Rita", nov(27)])
    verdict = screen.wishes.judge(on_bed(of_bar(row, GhostKind.MOVE, nov(22)), bed))
    assert verdict.fit is Fit.TAKEN
    assert "Wlz" in verdict.text


def test_move_dialog_says_and_keeps_what_was_typed(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 4, nov(25))
    do(screen, Deed.MOVE)
    dialog = open_dialog(screen, MoveDialog)
    dialog.bed.choose(filled.bed[5])
    assert "Jannie Voorbeeld" in dialog.verdict.text()
    press(Key.Key_Return, held=CONTROL)
    assert dialog.isVisible()
    assert "Jannie Voorbeeld" in dialog.problem.text()
    dialog.bed.choose(filled.bed[6])
    press(Key.Key_Return, held=CONTROL)
    assert not dialog.isVisible()
    assert nights(filled, "Johan")[1] == (6, nov(25), nov(30))


def test_drag_with_the_mouse_moves(screen: PlanningScreen, filled: PlanningHouse) -> None:
    view = screen.chart.view
    start = QPoint(view.scale_().middle_of(nov(28)) - view.offset(), row_middle(view, filled.bed[5]))
    drag(view, start, QPoint(start.x() + view.scale_().width, row_middle(view, filled.bed[5])))
    assert nights(filled, "Jannie") == [(5, nov(26), dec(10))]


# cancelling


def test_cancel_with_keys_and_bring_back(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 5, nov(25))
    press(Key.Key_Delete)
    dialog = open_dialog(screen, CancelDialog)
    press(Key.Key_Return, held=CONTROL)
    assert dialog.isVisible()
    assert dialog.problem.text() == "Vul in: Reden"
    type_text("dochter is weer thuis")
    press(Key.Key_Return, held=CONTROL)
    assert not dialog.isVisible()
    assert nights(filled, "Jannie") == []
    detail = booking_detail(filled.house.door, filled.stay["Jannie", nov(25)])
    assert detail is not None
    assert detail.state is BookingState.CANCELLED_GUEST
    screen._operations.undo_stack.undo()
    assert nights(filled, "Jannie") == [(5, nov(25), dec(9))]


def test_a_stay_that_someone_else_cancelled_leaves_the_chart(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 5, nov(25))
    booking_id = filled.stay["Jannie", nov(25)]
    changes = cancel_booking(filled.house.door, booking_id, None, by_house=True, reason="personeel")
    screen._operations.changed.emit(changes, None)
    assert screen.chart.view.tape.bars_of(booking_id) == []
    assert screen.panel.detail is None


# the panel


def test_the_panel_tells_who_what_is_dangerous_and_what_does_not_fit(
    screen: PlanningScreen, filled: PlanningHouse, qtbot: QtBot
) -> None:
    go(screen, filled, 3, nov(22))
    qtbot.waitUntil(lambda: screen.panel.detail is not None)
    panel = screen.panel
    facts = dict(panel.facts.texts())
    assert (facts["Aankomst"], facts["Vertrek"], facts["Nachten"]) == ("za 21 nov", "di 24 nov", "3")
    assert "niet besproken" in panel.banner.accessibleDescription().lower()
    assert panel.misfits.isVisible()
    words = " ".join(label.text() for label in panel.misfits.findChildren(type(panel.aftercare)))
    assert "24-uurs toezicht" in words
    assert "Vrij en passend: Kamer 6" in words
    assert "Proef evalueren op di 24 nov" in panel.aftercare.text()
    assert panel.button(Deed.CHECK_OUT) is not None
    assert panel.button(Deed.CANCEL) is None
    assert list(cut_off_texts(panel)) == []


def test_enter_goes_into_the_panel_and_escape_back(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 2, dec(5))
    press(Key.Key_Return)
    assert QApplication.focusWidget() is screen.panel.button(Deed.CONFIRM)
    press(Key.Key_Escape)
    assert screen.chart.view.hasFocus()


def test_confirm_an_option_and_take_it_back(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 2, dec(5))
    press(Key.Key_Return)
    press(Key.Key_Space)
    assert bars(filled, "Jan")[1].state is BookingState.CONFIRMED
    screen._operations.undo_stack.undo()
    assert bars(filled, "Jan")[1].state is BookingState.OPTION
    screen._operations.undo_stack.redo()
    assert bars(filled, "Jan")[1].state is BookingState.CONFIRMED


def test_check_out_opens_its_own_dialog(screen: PlanningScreen, filled: PlanningHouse) -> None:
    go(screen, filled, 3, nov(22))
    do(screen, Deed.CHECK_OUT)
    assert open_dialog(screen, CheckOutDialog).isVisible()


def test_the_file_opens_from_the_panel(screen: PlanningScreen, filled: PlanningHouse, qtbot: QtBot) -> None:
    go(screen, filled, 3, nov(22))
    with qtbot.waitSignal(screen.guest_opened) as opened:
        do(screen, Deed.OPEN_FILE)
    assert opened.args == [filled.guest["Rita"]]


# the waiting list


def test_a_waiting_family_is_brought_to_a_bed_with_keys(screen: PlanningScreen, filled: PlanningHouse) -> None:
    card = screen.waiting.cards()[0]
    card.setFocus()
    press(Key.Key_Return)
    assert screen.chart.view.hasFocus()
    ghost = screen.chart.view.hand.ghost
    assert ghost is not None
    assert (ghost.arrival, ghost.departure) == (nov(24), dec(1))
    assert ghost.bed_id == filled.bed[6]  # the first bed that is free on all those nights
    press(Key.Key_Return)
    dialog = open_dialog(screen, BookingDialog)
    assert dialog.guest.guest_id() == filled.guest["Mies"]
    press(Key.Key_Return, held=CONTROL)
    assert nights(filled, "Mies") == [(6, nov(24), dec(1))]


def test_a_waiting_card_is_dragged_onto_a_bed(screen: PlanningScreen, filled: PlanningHouse) -> None:
    card, view = screen.waiting.cards()[0], screen.chart.view
    target = QPoint(view.scale_().middle_of(nov(24)) - view.offset(), row_middle(view, filled.bed[6]))
    onto = card.mapFromGlobal(view.viewport().mapToGlobal(target))
    start = card.rect().center()
    QTest.mousePress(card, Qt.MouseButton.LeftButton, Modifier.NoModifier, start)
    for step in range(1, 6):
        QTest.mouseMove(card, start + (onto - start) * (step / 5))
    assert view.hand.ghost is not None
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, Modifier.NoModifier, onto)
    dialog = open_dialog(screen, BookingDialog)
    assert dialog.guest.guest_id() == filled.guest["Mies"]
    assert dialog.period.values() == (nov(24), dec(1))
    assert dialog.bed.bed_id() == filled.bed[6]


def test_a_family_without_a_file_is_asked_for_one(screen: PlanningScreen, filled: PlanningHouse) -> None:
    screen.waiting.cards()[1].setFocus()
    press(Key.Key_Return)
    press(Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right, Key.Key_Right)
    press(Key.Key_Return)
    assert "gastdossier voor Carla" in screen.message.text


# moving through time and place


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


def do(screen: PlanningScreen, deed: Deed) -> None:
    """Enter on the stay, then the button of the panel with the keyboard."""
    press(Key.Key_Return)
    button = screen.panel.button(deed)
    assert button is not None
    button.setFocus()
    press(Key.Key_Space)
