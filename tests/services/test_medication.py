"""The pharmacy's list on both databases: what it must say, who compared it, what was stopped, and what was copied."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.care import MedicationCare
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired, NotAllowed, UserFacingError
from logeerhuis_app.domain.medication import (
    DoseUnit,
    ListWorry,
    Medicine,
    Packaging,
    Period,
    Rhythm,
    StopType,
    StrengthUnit,
    Weekday,
)
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, MedicationItem
from logeerhuis_app.services.medication import (
    CareWish,
    StopWish,
    check_list,
    confirm_medicine,
    record_list,
    set_medication_care,
    stop_medicine,
)
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.medication import MedicationRow
from tests.support.care import stay
from tests.support.houses import TestHouse
from tests.support.medicines import METHOTREXATE, METOPROLOL, PARACETAMOL, TODAY, pharmacy_list

COPIED = replace(METOPROLOL, is_to_check=True)


def list_of(house: TestHouse, guest: int) -> MedicationRow:
    return guest_file(house.door, guest).medication


def written(house: TestHouse, *medicines: Medicine, **more: Any) -> tuple[int, MedicationRow]:
    guest = house.guest()
    record_list(house.door, guest, pharmacy_list(*medicines, **more))
    return guest, list_of(house, guest)


# --- what it says ------------------------------------------------------------------------------------------------


def test_a_list_is_kept_as_the_pharmacy_wrote_it(house: TestHouse):
    _guest, row = written(house, METOPROLOL, PARACETAMOL, METHOTREXATE, day=date(2026, 11, 19), pages=2)
    assert (row.list_date, row.pharmacy, row.pages, row.is_checked) == (date(2026, 11, 19), "Apotheek Oost", 2, False)
    metoprolol, paracetamol, methotrexate = row.medicines
    assert (metoprolol.times, metoprolol.strength, metoprolol.dose_amount) == (("8:00", "20:00"), "50", "1")
    assert (paracetamol.most, paracetamol.most_unit, paracetamol.most_per) == ("6", DoseUnit.TABLET, Period.DAY)
    assert (methotrexate.rhythm, methotrexate.weekdays) == (Rhythm.WEEKLY, (Weekday.MONDAY,))
    assert methotrexate.strength == "2.5"


@pytest.mark.parametrize(
    ("medicine", "field"),
    [
        (replace(METOPROLOL, name=""), "medicine"),
        (replace(METOPROLOL, name="digoxine ,25 mg"), "medicine"),
        (replace(METOPROLOL, strength="1.000"), "strength"),
        (replace(METOPROLOL, strength=",5"), "strength"),
        (replace(METOPROLOL, strength_unit=None), "strength"),
        (replace(METOPROLOL, strength=""), "strength"),
        (replace(METOPROLOL, dose_amount="", dose_unit=None), "dose"),
        (replace(METOPROLOL, dose_unit=None), "dose"),
        (replace(METOPROLOL, dose_amount="5,0"), "dose"),
        (replace(METOPROLOL, dose_unit=DoseUnit.TIMES), "dose"),
        (Medicine("macrogol", "2"), "dose"),
        (replace(METOPROLOL, times=("25:00",)), "times"),
        (replace(PARACETAMOL, condition=" "), "condition"),
        (replace(PARACETAMOL, most=""), "maximum"),
        (replace(PARACETAMOL, most_unit=None), "maximum"),
        (replace(PARACETAMOL, most_per=None), "most_per"),
        (replace(METHOTREXATE, weekdays=()), "weekdays"),
        (replace(METOPROLOL, rhythm=Rhythm.INTERVAL), "every"),
        (replace(METOPROLOL, rhythm=Rhythm.INTERVAL, every=1, every_unit=Period.WEEK, starts_on=TODAY), "every"),
        (replace(METOPROLOL, rhythm=Rhythm.INTERVAL, every=3, every_unit=Period.DAY), "starts_on"),
        (replace(METOPROLOL, stop_type=StopType.STOPPED), "ends_on"),
        (replace(METOPROLOL, starts_on=TODAY, ends_on=TODAY - timedelta(days=1)), "ends_on"),
        (replace(METOPROLOL, packaging=Packaging.WEEK_BOX), "packaging_note"),
    ],
)
def test_a_line_that_can_be_misread_is_refused(house: TestHouse, medicine: Medicine, field: str):
    guest = house.guest()
    with pytest.raises(UserFacingError) as caught:
        record_list(house.door, guest, pharmacy_list(METOPROLOL, medicine))
    assert getattr(caught.value, "field", "") == field
    assert list_of(house, guest).medicines == ()


@pytest.mark.parametrize(
    "columns",
    [
        {"as_needed": True, "condition": "pijn", "most": "6"},
        {"as_needed": True, "most": "6", "most_unit": DoseUnit.TABLET, "most_per": Period.DAY},
        {"rhythm": Rhythm.WEEKLY},
        {"rhythm": Rhythm.INTERVAL, "every": 3, "every_unit": Period.DAY},
        {"dose": "", "dose_amount": "1"},
        {"strength": "50"},
        {"stop_type": StopType.STOPPED},
        {"packaging": Packaging.WEEK_BOX},
        {"starts_on": TODAY, "ends_on": TODAY - timedelta(days=1)},
    ],
)
def test_the_database_itself_refuses_a_line_without_its_limits(house: TestHouse, columns: dict[str, Any]):
    _guest, row = written(house)
    with pytest.raises(DBAPIError):
        house.add(
            MedicationItem(**{"list_id": row.list_id, "name": "middel", "dose": "1 stuk", "times": [], **columns})
        )


def test_a_name_that_was_pasted_is_on_record_as_it_is_kept(house: TestHouse):
    """Half a sign, as a broken paste leaves it, cannot be written in any log."""
    _guest, row = written(house, replace(METOPROLOL, name="  meto\ud800prolol "))
    with reading(house.door.engine) as session:
        line = session.scalars(select(AuditLine).where(AuditLine.object_kind == "medication_list")).one()
    assert json.loads(line.detail)["medicines"] == [row.medicines[0].name]


def test_what_belongs_to_a_choice_that_was_taken_back_is_not_kept(house: TestHouse):
    leftovers = replace(PARACETAMOL, as_needed=False, weekdays=(Weekday.MONDAY,), every=3, every_unit=Period.DAY)
    _guest, row = written(house, leftovers)
    kept = row.medicines[0]
    assert (kept.condition, kept.most, kept.most_per, kept.weekdays, kept.every) == ("", "", None, (), None)


@pytest.mark.parametrize("day", [None, TODAY + timedelta(days=1)])
def test_a_list_has_a_day_that_was(house: TestHouse, day: date | None):
    with pytest.raises((FieldRequired, FieldInvalid)):
        record_list(house.door, house.guest(), pharmacy_list(day=day))


@pytest.mark.parametrize(
    ("more", "field"),
    [({"pharmacy": " "}, "pharmacy"), ({"origin": ""}, "origin"), ({"pages": None}, "pages"), ({"pages": 0}, "pages")],
)
def test_a_list_says_where_it_comes_from(house: TestHouse, more: dict[str, Any], field: str):
    with pytest.raises((FieldRequired, FieldInvalid)) as caught:
        record_list(house.door, house.guest(), pharmacy_list(METOPROLOL, **more))
    assert getattr(caught.value, "field", "") == field


# --- two people --------------------------------------------------------------------------------------------------


def test_two_different_people_check(house: TestHouse):
    guest, row = written(house, METOPROLOL)
    check_list(house.as_role(Role.CARE), row.list_id, 1)
    assert not list_of(house, guest).is_checked
    with pytest.raises(FieldInvalid) as caught:
        check_list(house.as_role(Role.CARE), row.list_id, 2)
    assert caught.value.reason == "same_person"
    check_list(house.as_role(Role.COORDINATOR), row.list_id, 2)
    assert list_of(house, guest).is_checked
    with pytest.raises(ChangedByOther):
        check_list(house.door, row.list_id, 3)


def test_a_new_list_starts_unchecked_and_nobody_writes_over_another(house: TestHouse):
    guest, row = written(house, METOPROLOL)
    check_list(house.as_role(Role.CARE), row.list_id, 1)
    with pytest.raises(ChangedByOther):
        record_list(house.door, guest, pharmacy_list())
    record_list(house.door, guest, pharmacy_list(day=date(2026, 11, 1), pharmacy="Ander", replaces=row.list_id))
    newest = list_of(house, guest)
    assert (newest.pharmacy, newest.checked_by, newest.medicines) == ("Ander", (), ())


def test_copied_lines_are_not_active_until_confirmed_or_compared_by_two(house: TestHouse):
    guest, row = written(house, COPIED, replace(COPIED, name="furosemide"))
    assert len(row.to_check(TODAY)) == 2
    assert not any(line.is_due_on(TODAY) for line in row.medicines)
    confirm_medicine(house.as_role(Role.CARE), row.medicines[0].item_id, row.version)
    row = list_of(house, guest)
    assert [line.is_to_check for line in row.medicines] == [False, True]
    assert row.medicines[0].is_due_on(TODAY)
    check_list(house.as_role(Role.CARE), row.list_id, row.version)
    assert list_of(house, guest).to_check(TODAY), "one person is not two"
    check_list(house.as_role(Role.COORDINATOR), row.list_id, row.version + 1)
    assert not list_of(house, guest).to_check(TODAY)


# --- stopping ----------------------------------------------------------------------------------------------------


def test_a_stopped_medicine_says_so_and_the_list_is_compared_anew(house: TestHouse):
    guest, row = written(house, METOPROLOL)
    check_list(house.as_role(Role.CARE), row.list_id, 1)
    check_list(house.as_role(Role.COORDINATOR), row.list_id, 2)
    item = row.medicines[0].item_id
    stop_medicine(house.door, item, StopWish(TODAY, StopType.TEMPORARY, "huisarts Vos", 3))
    row = list_of(house, guest)
    line = row.medicines[0]
    assert (line.stop_type, line.ends_on, line.stop_note) == (StopType.TEMPORARY, TODAY, "huisarts Vos")
    assert line.is_stopped(TODAY)
    assert not line.is_due_on(TODAY)
    assert (row.checked_by, row.changed_on) == ((), TODAY)
    stop_medicine(house.door, item, StopWish(TODAY, None, "huisarts Vos", row.version))
    assert list_of(house, guest).medicines[0].is_due_on(TODAY)


def test_a_stop_names_who_said_so_and_a_day(house: TestHouse):
    _guest, row = written(house, METOPROLOL)
    item = row.medicines[0].item_id
    for wish, field in (
        (StopWish(TODAY, StopType.STOPPED, " ", 1), "stop_note"),
        (StopWish(None, None, "arts", 1), "ends_on"),
    ):
        with pytest.raises(FieldRequired) as caught:
            stop_medicine(house.door, item, wish)
        assert caught.value.field == field
    with pytest.raises(ChangedByOther):
        stop_medicine(house.door, item, StopWish(TODAY, StopType.STOPPED, "arts", 9))


def test_nothing_is_said_of_a_list_that_another_took_the_place_of(house: TestHouse):
    guest, row = written(house, COPIED)
    record_list(house.as_role(Role.COORDINATOR), guest, replace(pharmacy_list(METOPROLOL), replaces=row.list_id))
    item = row.medicines[0].item_id
    with pytest.raises(ChangedByOther):  # the new list would go on saying that it is given
        stop_medicine(house.door, item, StopWish(TODAY, StopType.STOPPED, "arts", row.version))
    with pytest.raises(ChangedByOther):
        check_list(house.door, row.list_id, row.version)
    with pytest.raises(ChangedByOther):
        confirm_medicine(house.door, item, row.version)


def test_of_two_who_stop_a_medicine_the_second_sees_the_first(house: TestHouse):
    _guest, row = written(house, METOPROLOL)
    item, care = row.medicines[0].item_id, house.as_role(Role.CARE)
    stop_medicine(house.door, item, StopWish(TODAY, StopType.TEMPORARY, "huisarts Vos", row.version))
    stop_medicine(house.door, item, StopWish(TODAY, StopType.STOPPED, "huisarts Vos", row.version + 1))
    with pytest.raises(ChangedByOther):
        stop_medicine(care, item, StopWish(TODAY, None, "huisarts Vos", row.version + 1))


def test_a_course_that_is_taken_up_again_still_has_an_end(house: TestHouse):
    last = TODAY + timedelta(days=8)
    guest, row = written(house, replace(METOPROLOL, ends_on=last))
    item = row.medicines[0].item_id
    stop_medicine(house.door, item, StopWish(TODAY, StopType.TEMPORARY, "arts", row.version))
    row = list_of(house, guest)
    assert "30-11-2026" in row.medicines[0].stop_note, "the day of the stop stands where the end of the course stood"
    stop_medicine(house.door, item, StopWish(TODAY, None, "arts", row.version, until=last))
    line = list_of(house, guest).medicines[0]
    assert (line.ends_on, line.stop_type, line.stop_note) == (last, None, "arts")
    assert (line.is_due_on(last), line.is_due_on(last + timedelta(days=1))) == (True, False)


def test_nothing_is_taken_up_again_on_a_day_to_come(house: TestHouse):
    guest, row = written(house, METOPROLOL)
    item = row.medicines[0].item_id
    stop_medicine(house.door, item, StopWish(TODAY, StopType.TEMPORARY, "arts", row.version))
    version = list_of(house, guest).version
    with pytest.raises(FieldInvalid) as caught:  # it would count from now on
        stop_medicine(house.door, item, StopWish(TODAY + timedelta(days=3), None, "arts", version))
    assert (caught.value.field, caught.value.reason) == ("ends_on", "in_future")


@pytest.mark.parametrize(("days", "is_shown"), [(0, True), (14, True), (15, False)])
def test_a_stopped_line_stays_in_sight_for_14_days(house: TestHouse, days: int, is_shown: bool):
    stopped = replace(METOPROLOL, stop_type=StopType.STOPPED, ends_on=TODAY - timedelta(days=days))
    _guest, row = written(house, stopped)
    assert bool(row.shown(TODAY)) is is_shown
    assert bool(row.folded(TODAY)) is not is_shown
    assert len(row.medicines) == 1, "folded away, never deleted"


# --- how old -----------------------------------------------------------------------------------------------------


def test_a_list_grows_old_by_days_by_changes_and_by_stays(house: TestHouse):
    _guest, row = written(house, METOPROLOL, day=TODAY - timedelta(days=14))
    assert row.worries(TODAY) == ()
    assert row.worries(TODAY + timedelta(days=1)) == (ListWorry.OLD,)
    assert replace(row, changed_on=TODAY).worries(TODAY) == (ListWorry.CHANGED_SINCE,)
    assert replace(row, away_until=TODAY).worries(TODAY) == (ListWorry.WAS_AWAY,)
    assert MedicationRow().worries(TODAY) == ()


def test_a_new_list_is_asked_for_at_each_stay(house: TestHouse):
    location = house.location()
    bed = house.bed("Duin 1", location)
    guest, row = written(house, METOPROLOL, day=date(2026, 11, 12))
    assert row.left_on is None
    left = {"state": BookingState.LEFT}
    stay(house, guest, bed, location, arrival=date(2026, 11, 10), departure=date(2026, 11, 15), **left)
    row = list_of(house, guest)
    assert (row.left_on, row.worries(TODAY)) == (date(2026, 11, 15), (ListWorry.EARLIER_STAY,))


# --- who manages them --------------------------------------------------------------------------------------------


def test_who_manages_the_medicines_and_the_bem(house: TestHouse):
    guest = house.guest()
    version = guest_file(house.door, guest).person.version
    assert list_of(house, guest).care is None
    wish = CareWish(MedicationCare.HELP, date(2026, 11, 20), MedicationCare.HELP, "dochter vult de doos", version)
    set_medication_care(house.as_role(Role.CARE), guest, wish)
    row = list_of(house, guest)
    assert (row.care, row.bem_on, row.bem_result) == (MedicationCare.HELP, date(2026, 11, 20), MedicationCare.HELP)
    assert row.bem_note == "dochter vult de doos"
    with pytest.raises(ChangedByOther):
        set_medication_care(house.door, guest, replace(wish, version=1))


def test_a_bem_has_a_day_and_an_outcome(house: TestHouse):
    guest = house.guest()
    for wish, field in (
        (CareWish(None, bem_on=TODAY, version=1), "bem_result"),
        (CareWish(None, bem_result=MedicationCare.SELF, version=1), "bem_on"),
    ):
        with pytest.raises(FieldRequired) as caught:
            set_medication_care(house.door, guest, wish)
        assert caught.value.field == field


def test_the_office_writes_no_medicines(house: TestHouse):
    _guest, row = written(house, COPIED)
    office = house.as_role(Role.ADMINISTRATOR)
    item = row.medicines[0].item_id
    for deed in (
        lambda: confirm_medicine(office, item, row.version),
        lambda: stop_medicine(office, item, StopWish(TODAY, None, "arts", row.version)),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_the_unit_of_a_strength_is_kept_by_code(house: TestHouse):
    _guest, row = written(house, replace(METOPROLOL, strength="0.025", strength_unit=StrengthUnit.MG_ML))
    assert (row.medicines[0].strength, row.medicines[0].strength_unit) == ("0.025", StrengthUnit.MG_ML)
