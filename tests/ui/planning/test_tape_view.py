"""The chart under a real mouse and real keys. It only wishes: the rows stay as they are."""

from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.ui.planning.tape_chart import TapeChart
from logeerhuis_app.ui.planning.tape_geometry import Zoom
from logeerhuis_app.ui.planning.tape_ghost import Fit, Ghost, Verdict
from logeerhuis_app.ui.planning.tape_judge import judge_by_rows
from logeerhuis_app.ui.planning.tape_view import TapeView
from tests.ui.planning.chart_rows import TODAY, S, bar, chart, dec, large_chart, nov, picture_bars
from tests.ui.planning.hands import LEFT, bar_point, bar_span, day_point, drag

Key, Modifier = Qt.Key, Qt.KeyboardModifier
WISHES = ("place_wished", "move_wished", "resize_wished", "cancel_wished", "opened", "waiting_dropped", "refused")


class Wishes(list[tuple[Any, ...]]):
    """Everything the chart asked for: its name, then the values."""

    def __init__(self, view: TapeView) -> None:
        super().__init__()
        for name in WISHES:
            getattr(view, name).connect(lambda *values, name=name: self.append((name, *values)))


@pytest.fixture
def shown(qtbot: QtBot) -> TapeChart:
    widget = TapeChart(chart(), TODAY)
    widget.view.judge = lambda ghost: judge_by_rows(widget.view.tape, ghost)
    qtbot.addWidget(widget)
    widget.resize(950, 560)
    widget.show()
    qtbot.waitExposed(widget)
    widget.view.setFocus()
    return widget


@pytest.fixture
def view(shown: TapeChart) -> TapeView:
    return shown.view


@pytest.fixture
def wishes(view: TapeView) -> Wishes:
    return Wishes(view)


def press(view: TapeView, *keys: Qt.Key, held: Qt.KeyboardModifier = Modifier.NoModifier) -> None:
    for key in keys:
        QTest.keyClick(view, key, held)


# the mouse


def test_dragging_over_empty_nights_books_them(view: TapeView, wishes: Wishes) -> None:
    drag(view, day_point(view, 2, nov(28)), day_point(view, 2, dec(2)))
    assert wishes == [("place_wished", 2, nov(28), dec(2))]


def test_dragging_backwards_books_the_same_nights(view: TapeView, wishes: Wishes) -> None:
    drag(view, day_point(view, 2, dec(2)), day_point(view, 2, nov(29)))
    assert wishes == [("place_wished", 2, nov(29), dec(2))]


def test_a_click_books_nothing(view: TapeView, wishes: Wishes) -> None:
    QTest.mouseClick(view.viewport(), LEFT, Modifier.NoModifier, day_point(view, 2, dec(2)))
    assert wishes == []


def test_dragging_the_middle_moves_to_another_bed_and_night(view: TapeView, wishes: Wishes) -> None:
    start = bar_point(view, 11)
    down = day_point(view, 5, TODAY).y() - start.y()
    drag(view, start, start + QPoint(-view.scale_().width, down))
    assert wishes == [("move_wished", 11, 5, dec(9), dec(14), dec(9))]


def test_who_is_in_the_house_changes_bed_from_tonight(view: TapeView, wishes: Wishes) -> None:
    start = bar_point(view, 6)
    down = day_point(view, 5, TODAY).y() - start.y()
    drag(view, start, start + QPoint(60, down))
    assert wishes == [("move_wished", 6, 5, nov(21), nov(24), TODAY)]


def test_dragging_the_right_edge_lengthens(view: TapeView, wishes: Wishes) -> None:
    end = QPoint(bar_span(view, 7).right - 2, bar_point(view, 7).y())
    drag(view, end, end + QPoint(3 * view.scale_().width, 0))
    assert wishes == [("resize_wished", 7, nov(27), dec(4))]


def test_dragging_the_left_edge_changes_the_arrival(view: TapeView, wishes: Wishes) -> None:
    start = QPoint(bar_span(view, 7).left + 2, bar_point(view, 7).y())
    drag(view, start, start + QPoint(-2 * view.scale_().width, 0))
    assert wishes == [("resize_wished", 7, nov(25), dec(1))]


def test_a_stay_cannot_be_dragged_shorter_than_a_night(view: TapeView, wishes: Wishes) -> None:
    end = QPoint(bar_span(view, 7).right - 2, bar_point(view, 7).y())
    drag(view, end, end - QPoint(9 * view.scale_().width, 0))
    assert wishes == [("resize_wished", 7, nov(27), nov(28))]


def test_a_taken_bed_is_refused_with_who_has_it(view: TapeView, wishes: Wishes) -> None:
    start = bar_point(view, 7)
    down = day_point(view, 4, TODAY).y() - start.y()
    drag(view, start, start + QPoint(0, down), let_go=False)
    assert view.hand.verdict.fit is Fit.TAKEN
    QTest.mouseRelease(view.viewport(), LEFT, Modifier.NoModifier, start + QPoint(0, down))
    assert wishes == [("refused", "bezet: Johan heeft dit bed van 25 nov tot 30 nov")]
    assert view.hand.ghost is None


def test_dropping_a_stay_where_it_was_wishes_nothing(view: TapeView, wishes: Wishes) -> None:
    start = bar_point(view, 7)
    drag(view, start, start + QPoint(60, 0), let_go=False)
    QTest.mouseMove(view.viewport(), start)
    QTest.mouseRelease(view.viewport(), LEFT, Modifier.NoModifier, start)
    assert wishes == []


def test_escape_leaves_a_drag(view: TapeView, wishes: Wishes) -> None:
    start = bar_point(view, 7)
    drag(view, start, start + QPoint(80, 0), let_go=False)
    assert view.hand.ghost is not None
    press(view, Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), LEFT, Modifier.NoModifier, start + QPoint(80, 0))
    assert wishes == []


def test_a_stay_that_is_over_says_so_instead_of_moving(view: TapeView, wishes: Wishes) -> None:
    start = bar_point(view, 1)
    drag(view, start, start + QPoint(90, 0))
    assert wishes == [("refused", "Het verblijf van Piet is voorbij: de nachten veranderen niet meer")]


def test_a_click_selects_and_a_double_click_opens(view: TapeView, wishes: Wishes, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.selected) as chosen:
        QTest.mouseClick(view.viewport(), LEFT, Modifier.NoModifier, bar_point(view, 12))
    assert chosen.args == [12]
    QTest.mouseDClick(view.viewport(), LEFT, Modifier.NoModifier, bar_point(view, 12))
    assert wishes == [("opened", 12)]


def test_the_pointer_shows_what_it_would_take_hold_of(view: TapeView) -> None:
    middle, span = bar_point(view, 7), bar_span(view, 7)
    shapes = []
    for x in (middle.x(), span.right - 2, span.right + 30):
        QTest.mouseMove(view.viewport(), QPoint(x, middle.y()))
        shapes.append(view.viewport().cursor().shape())
    assert shapes == [Qt.CursorShape.OpenHandCursor, Qt.CursorShape.SizeHorCursor, Qt.CursorShape.ArrowCursor]


def test_a_drag_to_the_side_scrolls_along(view: TapeView, qtbot: QtBot) -> None:
    before = view.offset()
    edge = QPoint(view.viewport().width() - 3, bar_point(view, 7).y())
    drag(view, bar_point(view, 7), edge, let_go=False)
    qtbot.waitUntil(lambda: view.offset() > before + 50)
    QTest.mouseRelease(view.viewport(), LEFT, Modifier.NoModifier, edge)
    still = view.offset()
    qtbot.wait(120)
    assert view.offset() == still


# the keyboard


def test_arrows_walk_nights_and_beds_and_pass_a_stay_in_one_step(view: TapeView) -> None:
    view.go_to(3, nov(20))
    press(view, Key.Key_Right)
    assert (view.current_night(), view.selected_booking) == (nov(21), 6)
    press(view, Key.Key_Right)
    assert (view.current_night(), view.selected_booking) == (nov(24), None)
    press(view, Key.Key_Left, Key.Key_Left)
    assert view.current_night() == nov(20)
    press(view, Key.Key_Down)
    assert (view.current_bed(), view.selected_booking) == (4, 9)
    press(view, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up, Key.Key_Up)
    assert view.current_bed() == 1


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Insert])
def test_enter_on_an_empty_night_books_it(view: TapeView, wishes: Wishes, key: Qt.Key) -> None:
    view.go_to(2, nov(29))
    press(view, key)
    assert wishes == [("place_wished", 2, nov(29), nov(30))]


def test_shift_chooses_more_nights(view: TapeView, wishes: Wishes) -> None:
    view.go_to(2, nov(29))
    press(view, Key.Key_Right, Key.Key_Right, Key.Key_Left, held=Modifier.ShiftModifier)
    press(view, Key.Key_Return)
    assert wishes == [("place_wished", 2, nov(29), dec(1))]


def test_shift_chooses_backwards_past_the_start(view: TapeView, wishes: Wishes) -> None:
    view.go_to(2, dec(1))
    press(view, Key.Key_Right, Key.Key_Left, Key.Key_Left, Key.Key_Left, held=Modifier.ShiftModifier)
    press(view, Key.Key_Return)
    assert wishes == [("place_wished", 2, nov(29), dec(2))]


def test_plain_arrows_leave_the_chosen_nights(view: TapeView, wishes: Wishes) -> None:
    view.go_to(2, nov(29))
    press(view, Key.Key_Right, held=Modifier.ShiftModifier)
    press(view, Key.Key_Down)
    assert (view.hand.ghost, view.current_bed(), wishes) == (None, 3, [])


def test_control_moves_a_stay_and_enter_drops_it(view: TapeView, wishes: Wishes) -> None:
    view.go_to(3, nov(27))
    press(view, Key.Key_Right, held=Modifier.ControlModifier)
    press(view, Key.Key_Up, held=Modifier.ControlModifier)
    press(view, Key.Key_Right)  # with a ghost in hand plain arrows go on
    assert wishes == []
    press(view, Key.Key_Return)
    assert wishes == [("move_wished", 7, 2, nov(29), dec(3), nov(29))]


def test_a_refused_ghost_stays_in_hand_for_the_keyboard(view: TapeView, wishes: Wishes) -> None:
    view.go_to(3, nov(27))
    press(view, Key.Key_Down, held=Modifier.ControlModifier)
    press(view, Key.Key_Return)
    assert wishes == [("refused", "bezet: Johan heeft dit bed van 25 nov tot 30 nov")]
    assert view.hand.ghost is not None
    press(view, Key.Key_Up, Key.Key_Up, Key.Key_Right, Key.Key_Return)
    assert wishes[-1] == ("move_wished", 7, 2, nov(28), dec(2), nov(28))


def test_escape_abandons_a_pushed_stay(view: TapeView, wishes: Wishes) -> None:
    view.go_to(3, nov(27))
    press(view, Key.Key_Right, held=Modifier.ControlModifier)
    press(view, Key.Key_Escape)
    assert (view.hand.ghost, wishes) == (None, [])


def test_leaving_the_chart_abandons_a_pushed_stay(shown: TapeChart, wishes: Wishes) -> None:
    shown.view.go_to(3, nov(27))
    press(shown.view, Key.Key_Right, held=Modifier.ControlModifier)
    shown.view.clearFocus()
    assert (shown.view.hand.ghost, wishes) == (None, [])


def test_shift_lengthens_and_shortens(view: TapeView, wishes: Wishes) -> None:
    view.go_to(3, nov(27))
    press(view, Key.Key_Right, Key.Key_Right, Key.Key_Left, held=Modifier.ShiftModifier)
    press(view, Key.Key_Return)
    assert wishes == [("resize_wished", 7, nov(27), dec(2))]


def test_alt_moves_the_arrival(view: TapeView, wishes: Wishes) -> None:
    view.go_to(3, nov(27))
    press(view, Key.Key_Left, held=Modifier.AltModifier)
    press(view, Key.Key_Return)
    assert wishes == [("resize_wished", 7, nov(26), dec(1))]


def test_the_arrival_of_who_is_in_the_house_stays(view: TapeView, wishes: Wishes) -> None:
    view.go_to(3, TODAY)
    press(view, Key.Key_Left, held=Modifier.AltModifier)
    assert wishes == [("refused", "Rita is al aangekomen: de aankomst verandert niet meer")]


def test_delete_wishes_to_cancel_what_can_be_cancelled(view: TapeView, wishes: Wishes) -> None:
    view.go_to(3, TODAY)
    press(view, Key.Key_Delete)  # Rita is in the house: that is checking out, not cancelling
    view.go_to(3, nov(27))
    press(view, Key.Key_Delete)
    assert wishes == [("cancel_wished", 7)]


def test_enter_opens_a_stay(view: TapeView, wishes: Wishes) -> None:
    view.go_to(5, nov(25))
    press(view, Key.Key_Return)
    assert wishes == [("opened", 12)]


def test_t_home_end_and_pages(view: TapeView) -> None:
    left = view.left_day()
    press(view, Key.Key_PageDown)
    assert view.left_day() > left + timedelta(days=20)
    press(view, Key.Key_T)
    assert (view.left_day(), view.current_night()) == (nov(16), TODAY)
    press(view, Key.Key_Home)
    assert view.current_night() == nov(16)
    press(view, Key.Key_End)
    end = view.current_night()
    assert end is not None
    assert nov(16) + timedelta(days=25) <= end <= nov(16) + timedelta(days=29)
    assert view.left_day() == nov(16)


def test_plus_and_minus_zoom_and_keep_the_left_day(view: TapeView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.zoomed) as zoomed:
        press(view, Key.Key_Minus)
    assert zoomed.args == [Zoom.QUARTER]
    assert view.left_day() == nov(16)
    press(view, Key.Key_Plus, Key.Key_Plus)
    assert view.zoom is Zoom.TWO_WEEKS
    assert view.left_day() == nov(16)


def test_tab_leaves_the_chart(shown: TapeChart, qtbot: QtBot) -> None:
    view = shown.view
    before = view.current_night()
    press(view, Key.Key_Tab)
    assert view.current_night() == before


# what it shows


def test_the_judge_is_asked_once_per_ghost_and_its_words_are_announced(view: TapeView) -> None:
    asked: list[Ghost] = []
    said: list[str] = []

    def judge(ghost: Ghost) -> Verdict:
        asked.append(ghost)
        return Verdict(Fit.MISFIT, "geen tillift")

    view.judge = judge
    view.announced.connect(said.append)
    view.go_to(3, nov(27))
    press(view, Key.Key_Down, held=Modifier.ControlModifier)
    assert len(asked) == 2
    assert said[-1] == "Kamer 4, vr 27 nov – di 1 dec · 4 nachten, geen tillift"


def test_new_rows_keep_place_selection_and_zoom(view: TapeView) -> None:
    view.set_zoom(Zoom.TWO_WEEKS)
    view.go_to(3, nov(27))
    view.show_rows(chart(bars=picture_bars()[3:]))
    assert (view.current_bed(), view.current_night(), view.selected_booking) == (3, nov(27), 7)
    assert view.zoom is Zoom.TWO_WEEKS


def test_a_stay_that_is_gone_is_no_longer_selected(view: TapeView, qtbot: QtBot) -> None:
    view.go_to(3, nov(27))
    with qtbot.waitSignal(view.selected) as chosen:
        view.show_rows(chart(bars=tuple(row for row in picture_bars() if row.booking_id != 7)))
    assert chosen.args == [None]


def test_show_booking_brings_a_far_stay_in_view(view: TapeView) -> None:
    far = bar(99, 7, "Truus", date(2027, 5, 3), date(2027, 5, 9))
    view.show_rows(chart(bars=(*picture_bars(), far)))
    assert view.show_booking(99)
    assert view.selected_booking == 99
    span = bar_span(view, 99)
    assert 0 <= span.left < view.viewport().width()
    assert not view.show_booking(12345)


def test_a_screen_reader_meets_a_table_with_spoken_cells(view: TapeView) -> None:
    table = QAccessible.queryAccessibleInterface(view)
    assert table.role() == QAccessible.Role.Table
    assert table.text(QAccessible.Text.Name) == "Planbord van bedden en nachten"
    row, column = view.tape.row_of_bed(3), view.tape.column_of(TODAY)
    assert row is not None
    place = (row + 1) * (view.tape.columnCount() + 1) + column + 1  # the headers are the first row and column
    spoken = table.child(place).text(QAccessible.Text.Name)
    assert spoken.startswith("Kamer 3, nacht van zo 22 nov: Rita, in huis, proeflogeren, 3 nachten")
    assert table.child(place - column - 1).text(QAccessible.Text.Name) == "Kamer 3, prikkelarm"


def test_strip_counts_tonight_and_scrolls_with_the_chart(shown: TapeChart) -> None:
    assert shown.strip.accessibleDescription() == "nacht van zo 22 nov: 4 van 7 bezet"
    x = shown.view.viewport().x() + shown.view.scale_().middle_of(nov(19)) - shown.view.offset()
    count = shown.strip.count_at(x)
    assert count is not None
    assert (count.night, count.occupied) == (nov(19), 5)
    shown.view.show_day(nov(18))
    moved = shown.strip.count_at(x)
    assert moved is not None
    assert moved.night == nov(21)


def test_one_scroll_bar_moves_chart_and_strip(shown: TapeChart) -> None:
    shown.scroll_bar.setValue(0)
    assert shown.view.left_day() == shown.view.tape.chart.first
    shown.view.show_day(dec(1))
    assert shown.scroll_bar.value() == shown.view.offset()


def test_the_chart_is_as_high_as_its_beds(shown: TapeChart, qtbot: QtBot) -> None:
    assert shown.view.verticalScrollBar().maximum() == 0
    shown.view.show_rows(large_chart(40, 60))
    qtbot.waitUntil(lambda: shown.view.verticalScrollBar().maximum() > 0)
    shown.view.go_to(40, nov(1) - ONE_DAY)
    row = shown.view.tape.row_of_bed(40)
    assert row is not None
    assert shown.view.rowViewportPosition(row) + shown.view.rowHeight(row) <= shown.view.viewport().height()


def test_states_that_may_be_cancelled_only(view: TapeView, wishes: Wishes) -> None:
    view.show_rows(chart(bars=(bar(1, 1, "Piet", nov(23), nov(26), S.OPTION),)))
    view.go_to(1, nov(23))
    press(view, Key.Key_Delete)
    assert wishes == [("cancel_wished", 1)]
