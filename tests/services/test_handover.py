"""Notes, tasks and signatures, on both databases."""

from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

import pytest
from sqlalchemy import Select, select

from logeerhuis_app.clock import house_time
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.errors import (
    ChangedByOther,
    FieldInvalid,
    FieldRequired,
    NotAllowed,
    NotFound,
    ShiftOutOfReach,
)
from logeerhuis_app.domain.handover import Shift, ShiftKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, HandoverAck, Note, Task
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.handover import (
    AckWish,
    CorrectionWish,
    NoteWish,
    TaskWish,
    acknowledge,
    add_task,
    correct_note,
    do_task,
    undo_task,
    withdraw,
    write_note,
)
from tests.support.houses import NOON, TestHouse, nov

MORNING = Shift(nov(22), ShiftKind.EARLY)
EVENING = Shift(nov(22), ShiftKind.LATE)
Row = TypeVar("Row")


def rows(house: TestHouse, query: Select[Row]) -> list[Row]:
    with reading(house.door.engine) as session:
        found = list(session.scalars(query))
        session.expunge_all()
    return found


def note_row(house: TestHouse, note_id: int) -> Note:
    (row,) = rows(house, select(Note).where(Note.id == note_id))
    return row


def task_row(house: TestHouse, task_id: int) -> Task:
    (row,) = rows(house, select(Task).where(Task.id == task_id))
    return row


def audit(house: TestHouse, kind: str) -> list[AuditLine]:
    return rows(house, select(AuditLine).where(AuditLine.object_kind == kind).order_by(AuditLine.id))


# -- notes -------------------------------------------------------------------------------------------------------


def test_a_note_goes_to_the_shift_that_runs(house: TestHouse) -> None:
    place, guest = house.location(), house.guest("Piet")
    wish = NoteWish(place, "  urine troebel, huisarts gebeld ", guest, is_important=True)
    made = write_note(house.as_role(Role.CARE), wish).created_id
    row = note_row(house, made)
    assert (row.shift_day, row.shift_kind, row.text) == (nov(22), ShiftKind.EARLY, "urine troebel, huisarts gebeld")
    assert row.is_important
    assert row.by_user_id == house.users[Role.CARE].user_id


def test_the_log_tells_that_a_note_was_written_but_not_what(house: TestHouse) -> None:
    place, guest = house.location(), house.guest("Piet")
    write_note(house.as_role(Role.CARE), NoteWish(place, "urine troebel", guest))
    (line,) = audit(house, "note")
    assert line.action == "C"
    assert line.guest_id == guest
    assert "troebel" not in line.detail
    assert "13" in line.detail


@pytest.mark.parametrize("text", ["", "   ", "\n\t"])
def test_an_empty_note_is_no_note(house: TestHouse, text: str) -> None:
    with pytest.raises(FieldRequired):
        write_note(house.door, NoteWish(house.location(), text))


def test_five_thousand_characters_and_not_one_more(house: TestHouse) -> None:
    place = house.location()
    assert write_note(house.door, NoteWish(place, "x" * 5000)).created_id
    with pytest.raises(FieldInvalid) as refused:
        write_note(house.door, NoteWish(place, "x" * 5001))
    assert refused.value.reason == "too_long"


def test_after_midnight_the_note_is_for_the_night_that_began_yesterday(house: TestHouse) -> None:
    night = datetime(2026, 11, 22, 23, 40, tzinfo=UTC)  # 0:40 on the 23rd
    made = write_note(house.at(night), NoteWish(house.location(), "rustig")).created_id
    assert (note_row(house, made).shift_day, note_row(house, made).shift_kind) == (nov(22), ShiftKind.NIGHT)


def test_a_note_can_be_written_for_the_evening_after_midnight(house: TestHouse) -> None:
    night = datetime(2026, 11, 22, 23, 40, tzinfo=UTC)
    made = write_note(house.at(night), NoteWish(house.location(), "na het eten gevallen", shift=EVENING)).created_id
    assert (note_row(house, made).shift_day, note_row(house, made).shift_kind) == (nov(22), ShiftKind.LATE)


@pytest.mark.parametrize("shift", [EVENING, Shift(nov(21), ShiftKind.EARLY), Shift(nov(18), ShiftKind.NIGHT)])
def test_a_shift_to_come_or_long_past_takes_no_notes(house: TestHouse, shift: Shift) -> None:
    place = house.location()
    if shift == Shift(nov(21), ShiftKind.EARLY):  # the same shift of yesterday is the last that may
        assert write_note(house.door, NoteWish(place, "nagekomen", shift=shift)).created_id
        return
    with pytest.raises(ShiftOutOfReach):
        write_note(house.door, NoteWish(place, "te laat", shift=shift))


def test_the_autumn_night_has_half_past_two_twice_and_one_shift(house: TestHouse) -> None:
    """25 October 2026: the clock goes back at 3:00 and the night lasts nine hours."""
    place, night = house.location(), Shift(date(2026, 10, 24), ShiftKind.NIGHT)
    first, second = datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    assert house_time(first).time() == house_time(second).time() == time(2, 30)
    made = [note_row(house, write_note(house.at(at), NoteWish(place, "wakker")).created_id) for at in (first, second)]
    assert [Shift(row.shift_day, row.shift_kind) for row in made] == [night, night]
    assert made[1].at_utc - made[0].at_utc == timedelta(hours=1)


def test_the_spring_night_has_no_half_past_two(house: TestHouse) -> None:
    """28 March 2027: 1:59 is followed by 3:00."""
    place, night = house.location(), Shift(date(2027, 3, 27), ShiftKind.NIGHT)
    before, after = datetime(2027, 3, 28, 0, 59, tzinfo=UTC), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)
    assert (house_time(before).time(), house_time(after).time()) == (time(1, 59), time(3, 0))
    made = [note_row(house, write_note(house.at(at), NoteWish(place, "wakker")).created_id) for at in (before, after)]
    assert [Shift(row.shift_day, row.shift_kind) for row in made] == [night, night]


def test_a_correction_is_a_new_note_that_names_the_old(house: TestHouse) -> None:
    place, guest = house.location(), house.guest("Piet")
    old = write_note(house.as_role(Role.CARE), NoteWish(place, "2 tabletten", guest)).created_id
    new = correct_note(house.door, CorrectionWish(old, "1 tablet", "verkeerd overgenomen")).created_id
    row = note_row(house, new)
    assert (row.corrects_id, row.guest_id, row.reason) == (old, guest, "verkeerd overgenomen")
    assert note_row(house, old).text == "2 tabletten"


def test_no_correction_without_a_reason(house: TestHouse) -> None:
    old = write_note(house.door, NoteWish(house.location(), "2 tabletten")).created_id
    with pytest.raises(FieldRequired) as refused:
        correct_note(house.door, CorrectionWish(old, "1 tablet", " "))
    assert refused.value.field == "reason"


def test_two_people_cannot_correct_the_same_note(house: TestHouse) -> None:
    old = write_note(house.door, NoteWish(house.location(), "2 tabletten")).created_id
    correct_note(house.as_role(Role.CARE), CorrectionWish(old, "1 tablet", "las verkeerd"))
    with pytest.raises(ChangedByOther):
        correct_note(house.door, CorrectionWish(old, "3 tabletten", "las ook verkeerd"))


def test_a_note_in_the_wrong_file_moves_with_a_trace(house: TestHouse) -> None:
    place, jan, johan = house.location(), house.guest("Jan"), house.guest("Johan")
    old = write_note(house.door, NoteWish(place, "viel in de badkamer", jan)).created_id
    wish = CorrectionWish(old, "viel in de badkamer", "hoort bij Johan", guest_id=johan)
    new = note_row(house, correct_note(house.door, wish).created_id)
    assert (new.guest_id, new.corrects_id) == (johan, old)
    assert f'"was_of_guest": {jan}' in audit(house, "note")[-1].detail


def test_the_administrator_writes_no_notes(house: TestHouse) -> None:
    with pytest.raises(NotAllowed):
        write_note(house.as_role(Role.ADMINISTRATOR), NoteWish(house.location(), "gezien"))


@pytest.mark.parametrize(("place", "guest"), [(99_999, None), (0, 99_999)])
def test_a_note_needs_a_house_and_a_guest_that_exist(house: TestHouse, place: int, guest: int | None) -> None:
    with pytest.raises(NotFound):
        write_note(house.door, NoteWish(place or house.location(), "tekst", guest))


# -- tasks -------------------------------------------------------------------------------------------------------


def test_a_task_is_done_by_someone_and_opened_again(house: TestHouse) -> None:
    care = house.as_role(Role.CARE)
    task = add_task(care, TaskWish(house.location(), "huisarts terugbellen", nov(22), time(20, 0))).created_id
    do_task(care, task)
    assert task_row(house, task).done_by == "Care Test"
    with pytest.raises(ChangedByOther):
        do_task(house.door, task)
    undo_task(house.door, task)
    assert (task_row(house, task).done_at_utc, task_row(house, task).done_by) == (None, "")
    with pytest.raises(ChangedByOther):
        undo_task(house.door, task)


def test_a_task_in_the_past_is_refused(house: TestHouse) -> None:
    place = house.location()
    with pytest.raises(ShiftOutOfReach):
        add_task(house.door, TaskWish(place, "had gisteren gemoeten", nov(21)))
    with pytest.raises(FieldRequired):
        add_task(house.door, TaskWish(place, " ", nov(22)))


# -- receipts ----------------------------------------------------------------------------------------------------


def acks(house: TestHouse) -> list[HandoverAck]:
    return rows(house, select(HandoverAck).order_by(HandoverAck.guest_id))


def test_reading_is_signed_per_guest_and_once(house: TestHouse) -> None:
    jan, piet, care = house.guest("Jan"), house.guest("Piet"), house.as_role(Role.CARE)
    acknowledge(care, AckWish(EVENING, (jan,)))
    acknowledge(care, AckWish(EVENING, (jan, piet)))
    assert [row.guest_id for row in acks(house)] == [jan, piet]


def test_signing_again_moves_the_moment(house: TestHouse) -> None:
    jan = house.guest("Jan")
    acknowledge(house.door, AckWish(EVENING, (jan,)))
    later = NOON + timedelta(hours=4)
    acknowledge(house.at(later), AckWish(EVENING, (jan,)))
    assert [row.at_utc for row in acks(house)] == [later]


def test_what_was_not_on_screen_is_not_signed(house: TestHouse) -> None:
    place, jan, piet = house.location(), house.guest("Jan"), house.guest("Piet")
    seen = write_note(house.as_role(Role.CARE), NoteWish(place, "at weinig", jan)).created_id
    write_note(house.as_role(Role.CARE), NoteWish(place, "valt", jan))
    with pytest.raises(ChangedByOther):
        acknowledge(house.door, AckWish(EVENING, (piet, jan), last_note_id=seen))
    assert acks(house) == []


def test_ones_own_newer_note_does_not_block_the_signature(house: TestHouse) -> None:
    place, jan, care = house.location(), house.guest("Jan"), house.as_role(Role.CARE)
    write_note(care, NoteWish(place, "at weinig", jan))
    acknowledge(care, AckWish(EVENING, (jan,)))
    assert len(acks(house)) == 1


def test_a_signature_can_be_withdrawn_by_its_owner_only(house: TestHouse) -> None:
    jan, care = house.guest("Jan"), house.as_role(Role.CARE)
    acknowledge(care, AckWish(EVENING, (jan,)))
    withdraw(house.door, AckWish(EVENING, (jan,)))
    assert len(acks(house)) == 1
    withdraw(care, AckWish(EVENING, (jan,)))
    assert acks(house) == []
    assert [line.action for line in audit(house, "handover_ack")] == ["E", "D"]


def test_the_administrator_neither_reads_nor_signs(house: TestHouse) -> None:
    door: Door = house.as_role(Role.ADMINISTRATOR)
    with pytest.raises(NotAllowed):
        acknowledge(door, AckWish(EVENING, (house.guest("Jan"),)))
