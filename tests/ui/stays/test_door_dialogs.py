"""A guest comes in and goes, in real dialogs with real keys."""

from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading, writing
from logeerhuis_app.domain.bookings import BookingState, Presence
from logeerhuis_app.domain.care import DuringStay
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Booking, HelpFromOthers, Night, Task
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.stays.check_in_dialog import CheckInDialog
from logeerhuis_app.ui.stays.check_out_dialog import CheckOutDialog
from tests.support.care_house import PictureHouse, picture_house
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts


@pytest.fixture
def picture(file_house: TestHouse) -> PictureHouse:
    return picture_house(file_house)


@pytest.fixture
def operations(picture: PictureHouse, qapp: object) -> Iterator[Operations]:
    operations = Operations(picture.door())
    yield operations
    operations.deleteLater()


def state_of(picture: PictureHouse, name: str) -> BookingState:
    with reading(picture.house.door.engine) as session:
        return session.scalars(select(Booking.state).where(Booking.id == picture.bookings[name])).one()


def open_the_gate(picture: PictureHouse) -> None:
    with writing(picture.house.door.engine) as session:
        for row in session.scalars(select(HelpFromOthers)):
            row.during_stay = DuringStay.PAUSED


def dialog_for(qtbot: QtBot, operations: Operations, picture: PictureHouse, name: str) -> CheckInDialog:
    dialog = CheckInDialog(operations, picture.bookings[name])
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.open()
        dialog.activateWindow()
    return dialog


def tick(qtbot: QtBot, boxes: list[QCheckBox]) -> None:
    for box in boxes:
        box.setFocus()
        qtbot.keyClick(box, Qt.Key.Key_Space)


def required(dialog: CheckInDialog | CheckOutDialog) -> list[QCheckBox]:
    return [step.box for step in dialog.steps.boxes if step.step.is_required]


def test_a_gate_blocks_and_says_how_to_open_it(qtbot: QtBot, operations: Operations, picture: PictureHouse) -> None:
    dialog = dialog_for(qtbot, operations, picture, "Jannie")
    assert not dialog.save_button.isEnabled()
    assert (
        "thuiszorg tijdens het verblijf"
        in " ".join(label.text() for label in dialog.findChildren(type(dialog.problem))).casefold()
    )
    with qtbot.waitSignal(dialog.guest_opened) as opened:
        qtbot.mouseClick(dialog.file_button, Qt.MouseButton.LeftButton)
    assert opened.args == [picture.guests["Jannie"]]
    assert not dialog.isVisible()


def test_two_identifiers_come_first_and_nobody_comes_in_unasked(
    qtbot: QtBot, operations: Operations, picture: PictureHouse
) -> None:
    open_the_gate(picture)
    dialog = dialog_for(qtbot, operations, picture, "Jannie")
    assert "Jannie · 30-01-1940 (86)" in dialog.steps.boxes[0].step.facts
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "Gast of familie noemt naam" in dialog.problem.text()
    assert dialog.steps.boxes[0].box.hasFocus() or not dialog.isActiveWindow()
    assert state_of(picture, "Jannie") is BookingState.CONFIRMED


def test_ticked_and_entered_by_keyboard_the_guest_is_here(
    qtbot: QtBot, operations: Operations, picture: PictureHouse
) -> None:
    open_the_gate(picture)
    dialog = dialog_for(qtbot, operations, picture, "Jannie")
    tick(qtbot, required(dialog))
    with qtbot.waitSignal(operations.changed):
        qtbot.keyClick(dialog.steps.boxes[-1].box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert state_of(picture, "Jannie") is BookingState.PRESENT
    with reading(picture.house.door.engine) as session:
        text = session.scalars(select(Task.text).where(Task.guest_id == picture.guests["Jannie"])).one()
    assert text.startswith("Aankomst afmaken: infectievragen, wat er veranderd is")


def test_a_day_late_needs_no_reason_but_two_do(qtbot: QtBot, picture: PictureHouse) -> None:
    open_the_gate(picture)
    late = Operations(picture.door(at=datetime(2026, 11, 24, 12, tzinfo=UTC)))
    dialog = dialog_for(qtbot, late, picture, "Jannie")
    tick(qtbot, required(dialog))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "22 november 2026" in dialog.problem.text()
    qtbot.keyClicks(dialog.reason, "trein gemist")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert state_of(picture, "Jannie") is BookingState.PRESENT
    late.deleteLater()


def test_a_guest_goes_home_and_leaves_the_nights(qtbot: QtBot, operations: Operations, picture: PictureHouse) -> None:
    dialog = CheckOutDialog(operations, picture.bookings["Piet"])
    qtbot.addWidget(dialog)
    dialog.open()
    assert "Margreet, Els" in dialog.steps.boxes[0].step.facts
    tick(qtbot, required(dialog))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.problem.text() == "Kies waar de gast heen gaat"
    dialog.destination.setFocus()
    qtbot.keyClick(dialog.destination, Qt.Key.Key_Down)
    assert dialog.destination.currentText() == "thuis"
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert state_of(picture, "Piet") is BookingState.LEFT
    assert not dialog.isVisible()


def test_the_wrong_guest_sent_home_is_taken_back_with_all_nights(
    qtbot: QtBot, operations: Operations, picture: PictureHouse
) -> None:
    def stay() -> tuple[BookingState, date, list[tuple[date, Presence]]]:
        with reading(picture.house.door.engine) as session:
            row = session.get_one(Booking, picture.bookings["Piet"])
            rows = session.execute(
                select(Night.night, Night.presence).where(Night.booking_id == row.id).order_by(Night.night)
            )
            return row.state, row.departure, [(night, presence) for night, presence in rows]

    state, departure, before = stay()
    dialog = CheckOutDialog(operations, picture.bookings["Piet"])
    qtbot.addWidget(dialog)
    dialog.open()
    tick(qtbot, required(dialog))
    dialog.destination.setCurrentText("thuis")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert operations.undo_stack.undoText() == "Piet is vertrokken."
    assert len(stay()[2]) < len(before)
    operations.undo_stack.undo()
    assert stay()[:2] == (state, departure)
    assert [night for night, _presence in stay()[2]] == [night for night, _presence in before]
    assert Presence.AWAY not in {presence for _night, presence in stay()[2]}
    operations.undo_stack.redo()
    assert stay()[0] is BookingState.LEFT


def test_nobody_is_handed_over_to_a_stranger(qtbot: QtBot, operations: Operations, picture: PictureHouse) -> None:
    dialog = CheckOutDialog(operations, picture.bookings["Jan"])
    qtbot.addWidget(dialog)
    first = dialog.steps.boxes[0].step
    assert first.needs_attention
    assert "niemand staat genoteerd" in first.facts


@pytest.mark.parametrize("name", ["Jannie", "Rita", "Piet"])
def test_nothing_is_cut_off(qtbot: QtBot, picture: PictureHouse, name: str) -> None:
    operations = Operations(picture.door(Role.COORDINATOR))
    kind = CheckInDialog if name == "Jannie" else CheckOutDialog
    dialog = kind(operations, picture.bookings[name])
    qtbot.addWidget(dialog)
    dialog.open()
    qtbot.wait(10)
    assert list(cut_off_texts(dialog)) == []
    operations.deleteLater()
