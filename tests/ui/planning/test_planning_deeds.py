"""Moving, cancelling, confirming and the waiting list on the planning screen, with keys and with the mouse."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.bookings import cancel_booking
from logeerhuis_app.services.queries.planning import booking_detail
from logeerhuis_app.ui.planning.booking_dialog import BookingDialog
from logeerhuis_app.ui.planning.cancel_dialog import CancelDialog
from logeerhuis_app.ui.planning.move_dialog import MoveDialog
from logeerhuis_app.ui.planning.planning_screen import PlanningScreen
from logeerhuis_app.ui.planning.stay_panel import Deed
from logeerhuis_app.ui.planning.tape_ghost import Fit, GhostKind, of_bar, on_bed
from logeerhuis_app.ui.stays.check_out_dialog import CheckOutDialog
from tests.support.look import cut_off_texts
from tests.ui.planning.chart_rows import dec, nov
from tests.ui.planning.desk import (
    CONTROL,
    SHIFT,
    Key,
    Modifier,
    OpenScreen,
    bars,
    do,
    go,
    nights,
    open_dialog,
    press,
    type_text,
)
from tests.ui.planning.hands import drag, row_middle
from tests.ui.planning.planning_house import PlanningHouse


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
