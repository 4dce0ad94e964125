"""Doing, telling, taking back, and noticing what others did."""

from datetime import timedelta

import pytest

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.domain.errors import BedTaken, UserFacingError
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.bookings import BookingWish, place_booking, withdraw_booking
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.services.queries.planning import chart_rows
from logeerhuis_app.ui.operations import Operations
from tests.support.houses import NOON, TestHouse, nov


@pytest.fixture
def operations(qapp, file_house: TestHouse) -> Operations:
    return Operations(file_house.as_role(Role.COORDINATOR))


def wish(house: TestHouse, bed: int) -> BookingWish:
    return BookingWish(house.guest(), bed, nov(24), nov(26))


def bars(house: TestHouse) -> int:
    return len(chart_rows(house.door, nov(1), nov(30)).bars)


def take_back(door: Door, changes: Changes) -> Changes:
    return withdraw_booking(door, changes.created_id)


def test_a_deed_is_told_to_every_screen(qtbot, operations: Operations, file_house: TestHouse):
    asked = wish(file_house, file_house.bed())
    with qtbot.waitSignal(operations.changed) as told:
        operations.run(lambda door: place_booking(door, asked))
    assert told.args[0].topics & Topic.BOOKINGS


def test_a_refusal_is_a_sentence_and_changes_nothing(qtbot, operations: Operations, file_house: TestHouse):
    bed = file_house.bed("Kamer 3")
    place_booking(file_house.door, wish(file_house, bed))
    asked, errors = wish(file_house, bed), list[UserFacingError]()
    with qtbot.waitSignal(operations.refused) as said:
        assert operations.run(lambda door: place_booking(door, asked)) is None
    assert "Kamer 3" in said.args[0]
    operations.run(lambda door: place_booking(door, asked), on_error=errors.append)
    assert [type(error) for error in errors] == [BedTaken]
    assert bars(file_house) == 1


def test_undo_and_redo(operations: Operations, file_house: TestHouse):
    asked = wish(file_house, file_house.bed())
    operations.run_undoable("boek", lambda door: place_booking(door, asked), take_back)
    assert bars(file_house) == 1
    operations.undo_stack.undo()
    assert bars(file_house) == 0
    operations.undo_stack.redo()
    assert bars(file_house) == 1


def test_a_step_that_cannot_be_done_again_leaves_the_stack(operations: Operations, file_house: TestHouse):
    bed = file_house.bed()
    asked = wish(file_house, bed)
    operations.run_undoable("boek", lambda door: place_booking(door, asked), take_back)
    operations.undo_stack.undo()
    place_booking(file_house.door, wish(file_house, bed))
    operations.undo_stack.redo()
    assert bars(file_house) == 1
    assert not operations.undo_stack.canRedo()


def test_what_somebody_else_did_is_noticed_once(qtbot, operations: Operations, file_house: TestHouse):
    told: list[Changes] = []
    bed = file_house.bed()
    operations.watch(seconds=3600)
    operations.changed.connect(lambda changes, _origin: told.append(changes))
    operations.look_for_news()
    assert told == []
    place_booking(file_house.door, wish(file_house, bed))
    operations.look_for_news()
    operations.look_for_news()
    assert [changes.topics for changes in told] == [Topic.EVERYTHING]
    operations.stop_watching()


def test_ones_own_deed_does_not_hide_what_somebody_else_did_just_before(operations: Operations, file_house: TestHouse):
    one, other = wish(file_house, file_house.bed()), wish(file_house, file_house.bed())
    told: list[Changes] = []
    operations.watch(seconds=3600)
    operations.changed.connect(lambda changes, _origin: told.append(changes))
    place_booking(file_house.door, one)
    operations.run(lambda door: place_booking(door, other))
    assert [changes.topics is Topic.EVERYTHING for changes in told] == [False, True]
    operations.look_for_news()
    assert len(told) == 2
    operations.stop_watching()


def test_ones_own_deeds_and_others_looks_are_no_news(qtbot, operations: Operations, file_house: TestHouse):
    asked = wish(file_house, file_house.bed())
    operations.watch(seconds=3600)
    operations.run(lambda door: place_booking(door, asked))
    told: list[Changes] = []
    operations.changed.connect(lambda changes, _origin: told.append(changes))
    guest_list(file_house.at(file_house.door.clock.now_utc() + timedelta(hours=1)))
    operations.look_for_news()
    assert told == []
    operations.stop_watching()


def test_a_window_that_stays_open_begins_the_new_day(qtbot, file_house: TestHouse):
    operations = Operations(file_house.as_role(Role.COORDINATOR))
    place_booking(file_house.door, wish(file_house, file_house.bed()))
    operations.watch(seconds=3600)
    told: list[Changes] = []
    operations.changed.connect(lambda changes, _origin: told.append(changes))
    operations.door.clock = FixedClock(NOON + timedelta(days=9))
    operations.look_for_news()
    operations.look_for_news()
    assert [changes.topics for changes in told] == [Topic.EVERYTHING]
    assert bars(file_house) == 0
    operations.stop_watching()
