"""Guest picker, result list, segments, three states, empty state, side panel."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.services.rows.guest import GuestListRow
from logeerhuis_app.ui.widgets.answer_entry import ListEntry
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.guest_picker import GuestPicker
from logeerhuis_app.ui.widgets.label import Label
from logeerhuis_app.ui.widgets.segmented import Segmented
from logeerhuis_app.ui.widgets.side_panel import SidePanel
from logeerhuis_app.ui.widgets.tri_state import TriState
from tests.support.banners import PIET, RITA
from tests.support.look import cut_off_texts, open_window, settle

GUESTS = (GuestListRow(PIET, Law.WLZ), GuestListRow(RITA, None))


def find(text: str) -> list[GuestListRow]:
    return [row for row in GUESTS if text.lower() in row.guest.name.lower()]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def picker(window: QWidget) -> GuestPicker:
    picker = GuestPicker(find)
    column = QVBoxLayout(window)
    column.addWidget(picker)
    column.addStretch(1)
    window.resize(500, 300)
    open_window(window)
    picker.setFocus()
    return picker


def test_a_guest_is_found_and_picked_with_the_keyboard(qtbot: QtBot, picker: GuestPicker) -> None:
    qtbot.keyClicks(picker.line, "r")
    shown = [row.spoken for row in picker.results.rows()]
    assert shown == [
        "Piet van den Berg, 14-03-1949 (77) · Helmond, Wlz",
        "Rita Jansen, 11-12-1940 (85) · Gemert-Bakel, NAAMGENOOT",
    ]
    qtbot.keyClick(picker.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(picker.picked) as picked:
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert picked.args == [RITA.guest_id]
    assert picker.guest_id() == RITA.guest_id
    words = [label.text() for label in picker.findChildren(Label) if label.isVisible()]
    assert words == ["Rita Jansen", "11-12-1940 (85) · Gemert-Bakel"]


def test_a_guest_is_picked_with_the_mouse(qtbot: QtBot, picker: GuestPicker) -> None:
    qtbot.keyClicks(picker.line, "piet")
    view = picker.results.list
    with qtbot.waitSignal(picker.picked):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualItemRect(view.item(0)).center())
    assert picker.guest() == PIET


def test_nobody_found_is_said_and_cannot_be_picked(qtbot: QtBot, picker: GuestPicker) -> None:
    qtbot.keyClicks(picker.line, "xyz")
    assert picker.results.rows() == []
    assert picker.results.list.item(0).data(Qt.ItemDataRole.UserRole).title == "Geen gast gevonden voor «xyz»"
    with qtbot.assertNotEmitted(picker.picked):
        qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.keyClick(picker.line, Qt.Key.Key_Escape)
    assert not picker.results.isVisible()


def test_another_guest_starts_over(qtbot: QtBot, picker: GuestPicker) -> None:
    picker.set_guest(PIET)
    qtbot.mouseClick(picker.change_button, Qt.MouseButton.LeftButton)
    assert picker.guest_id() is None
    assert picker.line.isVisible()
    assert picker.line.hasFocus()
    qtbot.keyClicks(picker.line, "piet")
    assert picker.results.isVisible()


def test_the_list_stays_within_its_window(qtbot: QtBot, picker: GuestPicker) -> None:
    many = [replace(GUESTS[0], guest=replace(PIET, guest_id=number)) for number in range(30)]
    picker._find = lambda _text: many
    qtbot.keyClicks(picker.line, "piet")
    settle()
    results = picker.results
    assert picker.window().rect().contains(results.geometry())
    qtbot.keyClick(picker.line, Qt.Key.Key_PageDown)
    qtbot.keyClick(picker.line, Qt.Key.Key_PageDown)
    assert results.list.currentRow() == 16


def test_leaving_the_field_closes_the_list(qtbot: QtBot, picker: GuestPicker) -> None:
    qtbot.mouseMove(picker.line)  # a list under the mouse stays open for its click, wherever an earlier test left it
    qtbot.keyClicks(picker.line, "piet")
    settle()
    assert picker.results.isVisible()
    picker.line.clearFocus()
    assert not picker.results.isVisible()


def test_segments_are_one_tab_stop_with_arrows(qtbot: QtBot) -> None:
    segmented = Segmented(["2 weken", "Maand", "Jaar"], 1, accessible_name="Hoe ver")
    qtbot.addWidget(segmented)
    open_window(segmented)
    heard: list[int] = []
    segmented.changed.connect(heard.append)
    segmented.set_current(0)
    assert heard == []
    segmented.setFocus()
    qtbot.keyClick(segmented.buttons()[0], Qt.Key.Key_Right)
    qtbot.keyClick(segmented.buttons()[1], Qt.Key.Key_Right)
    qtbot.keyClick(segmented.buttons()[2], Qt.Key.Key_Right)
    assert heard == [1, 2]
    assert segmented.buttons()[2].hasFocus()
    qtbot.mouseClick(segmented.buttons()[1], Qt.MouseButton.LeftButton)
    assert segmented.current() == 1
    stops = [button for button in segmented.buttons() if button.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [segmented.buttons()[1]]


def test_three_kinds_of_empty_and_an_answer(qtbot: QtBot) -> None:
    question = TriState("Vallen", (("no", "nee"), ("yes", "ja")))
    qtbot.addWidget(question)
    open_window(question)
    assert question.state() is AnswerState.NOT_ASKED
    assert not question.text.isVisible()
    assert question.accessibleName() == "Vallen: niet gevraagd"
    with qtbot.waitSignal(question.changed):
        qtbot.mouseClick(question.states.buttons()[3], Qt.MouseButton.LeftButton)
    assert question.state() is AnswerState.GIVEN
    assert (question.code(), question.answer_text()) == ("", "")
    assert isinstance(question.entry, ListEntry)
    question.entry.choice.setCurrentIndex(2)
    qtbot.keyClicks(question.text, "twee keer in oktober")
    assert (question.code(), question.answer_text()) == ("yes", "twee keer in oktober")
    qtbot.mouseClick(question.states.buttons()[2], Qt.MouseButton.LeftButton)
    assert question.state() is AnswerState.NONE
    assert (question.code(), question.answer_text()) == ("", "")
    qtbot.mouseClick(question.states.buttons()[3], Qt.MouseButton.LeftButton)
    assert question.answer_text() == "twee keer in oktober"


def test_a_question_without_choices_is_text_only(qtbot: QtBot) -> None:
    question = TriState("Wat helpt")
    qtbot.addWidget(question)
    question.set_answer(AnswerState.GIVEN, text="rustig aanspreken")
    open_window(question)
    assert question.entry is None
    assert question.answer_text() == "rustig aanspreken"


def test_an_empty_state_says_what_to_do_first(qtbot: QtBot) -> None:
    empty = EmptyState("Er zijn nog geen gasten", "Schrijf de eerste gast in.", "+ Nieuwe gast", icon="guests")
    qtbot.addWidget(empty)
    empty.resize(420, 300)
    open_window(empty)
    assert list(cut_off_texts(empty)) == []
    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert EmptyState("Niets").button.isHidden()


def test_the_head_of_a_side_panel_does_not_scroll(qtbot: QtBot) -> None:
    panel = SidePanel()
    qtbot.addWidget(panel)
    head = Label("Piet")
    panel.head.addWidget(head)
    panel.add_section("Nu")
    for number in range(60):
        panel.body.addWidget(Label(f"regel {number}"))
    panel.resize(panel.width(), 400)
    open_window(panel)
    assert panel.height() == 400
    assert head.isVisible()
    assert head.visibleRegion().boundingRect().height() == head.height()
