"""Aanvragen in a real window: a call is written down, a family takes steps, nothing typed is lost."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.domain.trajectory import TrajectoryState
from logeerhuis_app.services.queries.trajectories import fixed_contacts, trajectory_rows
from logeerhuis_app.services.trajectories import RequestWish, open_trajectory
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.requests.dialogs import RequestDialog, StepDialog
from logeerhuis_app.ui.requests.requests_screen import LIST, RequestsScreen
from tests.support.houses import TestHouse, nov

D = TypeVar("D", RequestDialog, StepDialog)


@pytest.fixture
def screen(qtbot, file_house: TestHouse) -> RequestsScreen:
    made = RequestsScreen(Operations(file_house.as_role(Role.COORDINATOR)))
    qtbot.addWidget(made)
    for widget in made.top_bar_widgets():
        qtbot.addWidget(widget)  # the window's top bar would own them
        widget.show()
    made.resize(1170, 700)
    made.show()
    made.activate()
    return made


def opened(house: TestHouse, name: str, **wish) -> int:
    contact = fixed_contacts(house.door)[0].user_id
    return open_trajectory(house.door, RequestWish(name, contact, **wish)).created_id


def dialog_of(screen: RequestsScreen, kind: type[D]) -> D:
    found = [child for child in screen.findChildren(kind) if child.isVisible()]
    assert len(found) == 1
    return found[0]


def test_an_empty_house_says_what_to_do_first(screen: RequestsScreen):
    assert screen.empty.isVisible()
    assert "+ Aanvraag" in screen.empty.first_step.text()


def test_a_call_is_written_down_with_keys_only(qtbot, screen: RequestsScreen, file_house: TestHouse):
    screen.new_button.setFocus()
    qtbot.keyClick(screen.new_button, Qt.Key.Key_Space)
    dialog = dialog_of(screen, RequestDialog)
    qtbot.keyClicks(dialog.guest, "mevrouw De Boer")
    qtbot.keyClicks(dialog.next_on.line, "4 dec")
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Space)
    assert not dialog.isVisible()
    (row,) = trajectory_rows(file_house.door)
    assert (row.guest, row.next_on) == ("mevrouw De Boer", nov(22).replace(month=12, day=4))
    assert [card.row.guest for card in screen.board.cards] == ["mevrouw De Boer"]


def test_without_a_name_the_dialog_stays_and_says_so(qtbot, screen: RequestsScreen, file_house: TestHouse):
    screen.new_request()
    dialog = dialog_of(screen, RequestDialog)
    qtbot.keyClicks(dialog.town, "Helmond")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "Gast" in dialog.problem.text()
    assert dialog.town.text() == "Helmond"
    assert trajectory_rows(file_house.door) == ()


def test_a_date_that_is_none_is_said_beside_its_field(qtbot, screen: RequestsScreen, file_house: TestHouse):
    screen.new_request()
    dialog = dialog_of(screen, RequestDialog)
    qtbot.keyClicks(dialog.guest, "x")
    qtbot.keyClicks(dialog.wished_from.line, "31 februari")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "geen datum" in dialog.problem.text()
    assert trajectory_rows(file_house.door) == ()


def test_a_step_without_its_day_keeps_the_dialog_open(qtbot, screen: RequestsScreen, file_house: TestHouse):
    opened(file_house, "de heer Kok", next_on=nov(20))
    screen.activate()
    assert screen.waiting_count() == 1
    screen.take_step(TrajectoryState.INTAKE_PLANNED)
    dialog = dialog_of(screen, StepDialog)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.problem.text()
    qtbot.keyClicks(dialog.next_on.line, "26-11")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    (row,) = trajectory_rows(file_house.door)
    assert (row.state, row.next_on) == (TrajectoryState.INTAKE_PLANNED, nov(26))


def test_board_and_list_show_the_same_families(qtbot, screen: RequestsScreen, file_house: TestHouse):
    for name in ("mevrouw A", "mevrouw B"):
        opened(file_house, name)
    screen.activate()
    screen.view_choice.changed.emit(LIST)
    screen.view_choice.set_current(LIST)
    screen.activate()
    assert screen.list.isVisible()
    assert screen.list.rows_model.rowCount() == len(screen.board.cards) == 2
    qtbot.keyClick(screen.list, Qt.Key.Key_Down)
    assert "mevrouw B" in [label.text() for label in screen.panel.findChildren(type(screen.empty.sentence))]


def test_the_list_is_a_sound_model(qtmodeltester, screen: RequestsScreen, file_house: TestHouse):
    opened(file_house, "mevrouw A")
    screen.activate()
    qtmodeltester.check(screen.list.rows_model)
