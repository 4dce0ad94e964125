"""How a carer is doing and what is measured: the door's rules, versions, and that nobody else gets to see it."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.carers import (
    EMPTIES,
    CarerFact,
    CarerWork,
    Complaint,
    HomeTask,
    RespiteReason,
    SickLeave,
    whole_number,
)
from logeerhuis_app.domain.errors import (
    ChangedByOther,
    FieldRequired,
    ImportRefused,
    NotAllowed,
    UserFacingError,
)
from logeerhuis_app.domain.errors_carers import NothingMeasured, NumberOutside
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.measures import Answers, CarerQolItem, Endurance, HowMuch, MeasureKind, carerqol_total
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.exchange.house_json import read, written
from logeerhuis_app.i18n.carer_words import carer_lines, measure_words, step_words
from logeerhuis_app.models import AuditLine, CarerMeasure, CarerSituation
from logeerhuis_app.services.carers import (
    CarerWish,
    MeasureWish,
    add_measure,
    correct_measure,
    end_measure,
    set_carer_situation,
)
from logeerhuis_app.services.house_shapes import misshapen
from logeerhuis_app.services.login import HousePlace, NewUser, create_house
from logeerhuis_app.services.merging import MergeWish, merge_files
from logeerhuis_app.services.network import ContactWish, add_contact, remove_contact
from logeerhuis_app.services.queries.carers import carer_file
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.queries.merging import merge_sheet
from logeerhuis_app.services.rows.carer import CarerRow, MeasureRow
from logeerhuis_app.services.whole_house import check_tables, table_facts, take_over, whole_house
from tests.support.houses import PASSWORD, TestHouse, nov

TOLD = CarerWish(
    CarerLoad.HEAVY,
    "staat altijd aan",
    "slaapt slecht",
    asked_on=nov(3),
    age=73,
    caring_since="2019-03",
    hours_week=60,
    tasks={HomeTask.WASHING: "elke ochtend", HomeTask.NIGHT: ""},
    tasks_note="samen met Els",
    work=CarerWork.EMPLOYED,
    work_hours=16,
    sick_leave=SickLeave.YES,
    work_note="in de winkel",
    complaints=(Complaint.SLEEP, Complaint.BACK),
    reasons=(RespiteReason.HOLIDAY, RespiteReason.BREATHING_SPACE),
    reasons_note="een week naar zee",
)
TENTH = nov(10)
QOL = Answers(MeasureKind.CARERQOL, dict.fromkeys(CarerQolItem, HowMuch.SOME), happiness_tenths=65)


@pytest.fixture
def margreet(house: TestHouse) -> tuple[int, int]:
    """A guest and the contact person who cares."""
    guest = house.guest()
    return guest, add_contact(house.door, guest, ContactWish("Margreet")).created_id


def carer(house: TestHouse, guest: int) -> CarerRow:
    (row,) = carer_file(house.door, guest).carers
    return row


def measures(house: TestHouse, guest: int) -> tuple[MeasureRow, ...]:
    return carer_file(house.door, guest).measures


def wish(answers: Answers = QOL, day: date | None = TENTH, note: str = "") -> MeasureWish:
    return MeasureWish(answers, day, note)


# --- the situation ----------------------------------------------------------------------------------------------


def test_what_was_told_is_kept_by_code_and_shown_in_words(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    set_carer_situation(house.door, contact, TOLD)
    with reading(house.door.engine) as session:
        (row,) = session.query(CarerSituation).all()
        assert (row.tasks, row.complaints) == ({"washing": "elke ochtend", "night": ""}, ["back", "sleep"])
        assert (row.reasons, row.caring_since) == (["breathing_space", "holiday"], "2019-03")
    words = {line.name: line.words for line in carer_lines(carer(house, guest))}
    assert words["Zorgt sinds"] == "maart 2019"
    assert words["Uren zorg per week"] == "60 uur per week"
    assert words["Taken thuis"] == "wassen: elke ochtend\nhulp in de nacht\nsamen met Els"
    assert words["Eigen gezondheid"] == "rug, slaap\nslaapt slecht"
    assert words["Meldt zich ziek door de zorg"] == "ja"
    assert words["Waarom respijt"].startswith("op adem komen")


def test_the_three_empties_are_three(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    said = {CarerFact.HEALTH: AnswerState.NONE, CarerFact.HOURS_WEEK: AnswerState.UNKNOWN}
    set_carer_situation(house.door, contact, CarerWish(work=CarerWork.UNKNOWN, empties=said))
    lines = {line.fact: line for line in carer_lines(carer(house, guest))}
    assert (lines[CarerFact.HEALTH].words, lines[CarerFact.HEALTH].is_known) == ("geen", True)
    assert (lines[CarerFact.HOURS_WEEK].words, lines[CarerFact.HOURS_WEEK].is_known) == ("gevraagd, onbekend", False)
    assert (lines[CarerFact.WORK].words, lines[CarerFact.WORK].is_known) == ("gevraagd, onbekend", False)
    assert (lines[CarerFact.TASKS].words, lines[CarerFact.TASKS].is_known) == ("niet gevraagd", False)
    assert CarerFact.SICK_LEAVE not in lines  # without work it is no question


def test_a_value_wins_from_an_empty(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    set_carer_situation(
        house.door, contact, CarerWish(hours_week=0, empties={CarerFact.HOURS_WEEK: AnswerState.UNKNOWN})
    )
    assert (carer(house, guest).hours_week, dict(carer(house, guest).empties)) == (0, {})


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (CarerWish(hours_week=200), "hours_week"),
        (CarerWish(hours_week=-1), "hours_week"),
        (CarerWish(age=7), "age"),
        (CarerWish(age=116), "age"),
        (CarerWish(work_hours=169), "work_hours"),
        (CarerWish(caring_since="maart"), "caring_since"),
        (CarerWish(caring_since="2019-13"), "caring_since"),
        (CarerWish(caring_since="2019-03-04"), "caring_since"),
        (CarerWish(caring_since="2026-12"), "caring_since"),
        (CarerWish(caring_since="1850"), "caring_since"),
        (CarerWish(asked_on=nov(23)), "asked_on"),
        (CarerWish(empties={CarerFact.AGE: AnswerState.NONE}), "age"),
    ],
)
def test_what_cannot_be_is_refused_by_its_field(
    house: TestHouse, margreet: tuple[int, int], wrong: CarerWish, field: str
):
    guest, contact = margreet
    with pytest.raises(UserFacingError) as caught:
        set_carer_situation(house.door, contact, wrong)
    assert getattr(caught.value, "field", "") == field
    assert carer(house, guest).version == 0


@pytest.mark.parametrize("typed", ["200", "veel", "-3", "12,5", "1" * 40, "٤٠"])
def test_hours_that_are_none(typed: str):
    with pytest.raises(NumberOutside):
        whole_number("hours_week", typed, 0, 168)


def test_two_people_at_one_situation(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    set_carer_situation(house.door, contact, TOLD)
    set_carer_situation(house.door, contact, replace(TOLD, age=74, version=1))
    with pytest.raises(ChangedByOther):
        set_carer_situation(house.door, contact, replace(TOLD, age=75, version=1))
    assert carer(house, guest).age == 74


def test_what_it_said_before_stays_with_the_carers_own_data(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    said = {CarerFact.HEALTH: AnswerState.NONE}
    first = CarerWish(CarerLoad.LIGHT, "gaat wel", asked_on=nov(3), tasks={HomeTask.COOKING: ""}, empties=said)
    set_carer_situation(house.door, contact, first)
    second = CarerWish(CarerLoad.HEAVY, "gaat wel", asked_on=nov(20), complaints=(Complaint.BACK,), version=1)
    set_carer_situation(house.door, contact, second)
    set_carer_situation(house.door, contact, replace(second, load=CarerLoad.OVERBURDENED, version=2))
    row = carer(house, guest)
    assert [step.before.load for step in row.steps] == [CarerLoad.HEAVY, CarerLoad.LIGHT]
    latest, earliest = (step_words(step) for step in row.steps)
    assert latest.endswith(": hoe zwaar is het was zwaar belast, gaat wel")
    assert "Gevraagd op 03-11-2026" in earliest
    assert "taken thuis was koken" in earliest
    assert "eigen gezondheid was geen" in earliest
    assert (row.steps[1].before.asked_on, row.steps[1].after.asked_on) == (nov(3), nov(20))


def test_saving_without_a_change_is_no_change(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    set_carer_situation(house.door, contact, TOLD)
    set_carer_situation(house.door, contact, replace(TOLD, version=1))
    assert carer(house, guest).steps == ()


# --- measurements -----------------------------------------------------------------------------------------------


def test_a_form_is_kept_as_ticked_and_added_up_when_shown(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    add_measure(house.door, contact, wish(note="bij de koffie"))
    with reading(house.door.engine) as session:
        (row,) = session.query(CarerMeasure).all()
        assert row.items == {item.value: 1 for item in CarerQolItem}
        assert (row.total, row.happiness_tenths, row.endurance) == (None, 65, None)
    (shown,) = measures(house, guest)
    assert carerqol_total(shown.answers.items) == 7
    assert measure_words(shown.answers) == "7 van 14, geluk 6,5"
    assert (shown.carer, shown.recorded_by, shown.counts) == ("Margreet", house.door.actor.name, True)


@pytest.mark.parametrize(
    ("answers", "words"),
    [
        (Answers(MeasureKind.EDIZ_PLUS, {}, 8), "8 van 15, matig"),
        (Answers(MeasureKind.EDIZ, {}, 9), "9 van 9"),
        (Answers(MeasureKind.CSI, {}, 7), "7 van 13, overbelast"),
        (Answers(MeasureKind.ENDURANCE, {}, endurance=Endurance.MONTHS), "nog een paar maanden"),
        (Answers(MeasureKind.CARERQOL, {CarerQolItem.SUPPORT: HowMuch.LOT}), "1 van 7 ingevuld, geen som"),
    ],
)
def test_each_kind_in_words(house: TestHouse, margreet: tuple[int, int], answers: Answers, words: str):
    guest, contact = margreet
    add_measure(house.door, contact, wish(answers))
    assert measure_words(measures(house, guest)[0].answers) == words


def test_what_was_typed_for_another_kind_is_not_kept(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    add_measure(house.door, contact, wish(replace(QOL, kind=MeasureKind.CSI, total=4, endurance=Endurance.YEAR)))
    assert measures(house, guest)[0].answers == Answers(MeasureKind.CSI, {}, 4)


def test_bad_measurements_are_refused(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    for answers, error in (
        (Answers(MeasureKind.CSI, {}, 99), NumberOutside),
        (Answers(MeasureKind.CARERQOL, {}), NothingMeasured),
        (replace(QOL, happiness_tenths=110), UserFacingError),
    ):
        with pytest.raises(error):
            add_measure(house.door, contact, wish(answers))
    for day in (None, nov(23)):
        with pytest.raises(UserFacingError) as caught:
            add_measure(house.door, contact, wish(day=day))
        assert getattr(caught.value, "field", "") == "taken_on"
    assert measures(house, guest) == ()


def test_a_correction_keeps_what_stood_there(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    first = add_measure(house.door, contact, wish(Answers(MeasureKind.CSI, {}, 3))).created_id
    with pytest.raises(FieldRequired):
        correct_measure(house.door, first, wish(Answers(MeasureKind.CSI, {}, 8)), " ", 1)
    correct_measure(house.door, first, wish(Answers(MeasureKind.CSI, {}, 8)), "verkeerd gelezen", 1)
    old, new = measures(house, guest)
    assert (old.counts, old.answers.total, old.end_reason) == (False, 3, "verkeerd gelezen")
    assert (new.counts, new.answers.total, new.carer) == (True, 8, "Margreet")
    with pytest.raises(ChangedByOther):
        end_measure(house.door, first, "nog eens", old.version)
    end_measure(house.door, new.measure_id, "van de buurvrouw", new.version)
    assert [row.counts for row in measures(house, guest)] == [False, False]


def test_measurements_stay_when_the_contact_goes(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    set_carer_situation(house.door, contact, TOLD)
    add_measure(house.door, contact, wish())
    remove_contact(house.door, contact, guest_file(house.door, guest).contacts[0].version)
    file = carer_file(house.door, guest)
    assert file.carers == ()
    assert [(row.contact_id, row.carer) for row in file.measures] == [(None, "Margreet")]


# --- who may --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.CARE, Role.ADMINISTRATOR])
def test_care_and_administration_neither_see_nor_write(house: TestHouse, margreet: tuple[int, int], role: Role):
    guest, contact = margreet
    set_carer_situation(house.door, contact, TOLD)
    made = add_measure(house.door, contact, wish()).created_id
    door = house.as_role(role)
    file = guest_file(door, guest)
    assert not file.may_see_carer
    for deed in (
        lambda: carer_file(door, guest),
        lambda: set_carer_situation(door, contact, replace(TOLD, version=1)),
        lambda: add_measure(door, contact, wish()),
        lambda: correct_measure(door, made, wish(), "toch", 1),
        lambda: end_measure(door, made, "toch", 1),
    ):
        with pytest.raises(NotAllowed):
            deed()
    assert carer(house, guest).version == 1
    assert len(measures(house, guest)) == 1


def test_the_record_says_that_and_not_what(house: TestHouse, margreet: tuple[int, int]):
    guest, contact = margreet
    set_carer_situation(house.door, contact, TOLD)
    made = add_measure(house.door, contact, wish(note="flamingo")).created_id
    correct_measure(house.door, made, wish(), "zebra", 1)
    with reading(house.door.engine) as session:
        lines = [line.detail for line in session.query(AuditLine).filter_by(guest_id=guest)]
    said = "\n".join(lines)
    assert any("caring_since" in json.loads(line).get("fields", []) for line in lines)
    for secret in ("staat altijd aan", "slaapt slecht", "elke ochtend", "naar zee", "flamingo", "zebra", "breathing"):
        assert secret not in said


def test_every_fact_has_its_empties_or_codes_that_say_it():
    coded = {CarerFact.WORK, CarerFact.SICK_LEAVE, CarerFact.LOAD}
    assert set(EMPTIES) | coded == set(CarerFact)
    for kind in (CarerWork, SickLeave, CarerLoad):
        assert {"not_asked", "unknown"} <= {code.value for code in kind}


# --- with the rest of the house ---------------------------------------------------------------------------------


def test_merging_keeps_the_measurements_of_both_files(house: TestHouse):
    kept, other = (house.guest("Noor", "Jansen") for _each in range(2))
    contacts = [add_contact(house.door, guest, ContactWish("Margreet")).created_id for guest in (kept, other)]
    set_carer_situation(house.door, contacts[1], TOLD)
    for contact, total in zip(contacts, (3, 8), strict=True):
        add_measure(house.door, contact, wish(Answers(MeasureKind.CSI, {}, total)))
    sheet = merge_sheet(house.door, kept, other)
    merge_files(house.door, MergeWish(kept, other, sheet.kept.version, sheet.other.version))
    file = carer_file(house.door, kept)
    (row,) = [one for one in file.carers if one.version]
    assert row.load_note == "staat altijd aan"
    assert [(one.answers.total, one.contact_id) for one in file.measures] == [(3, row.contact_id), (8, row.contact_id)]


def test_a_house_with_carers_goes_out_and_in_again(house: TestHouse, margreet: tuple[int, int], tmp_path: Path):
    guest, contact = margreet
    set_carer_situation(house.door, contact, replace(TOLD, empties={CarerFact.AGE: AnswerState.UNKNOWN}))
    made = add_measure(house.door, contact, wish(note="bij de koffie")).created_id
    correct_measure(house.door, made, wish(replace(QOL, happiness_tenths=70)), "verkeerd gelezen", 1)
    first = written(whole_house(house.door), table_facts())
    manager = NewUser("manager", "M. Beheer", Role.MANAGER, PASSWORD)
    place = HousePlace(tmp_path / "there")
    there = create_house(place, "Leeg huis", manager, FixedClock(house.door.clock.now_utc()), is_practice=False)
    take_over(there, read(first, table_facts(), "huis.json"), "huis.json")
    assert written(whole_house(there), table_facts()) == first
    assert carer_file(there, guest).measures == measures(house, guest)
    assert carer_file(there, guest).carers == carer_file(house.door, guest).carers
    there.engine.dispose()


@pytest.mark.parametrize(
    ("table", "column", "wrong"),
    [
        ("carer_situation", "tasks", ["washing"]),
        ("carer_situation", "tasks", {"juggling": ""}),
        ("carer_situation", "tasks", {"washing": 3}),
        ("carer_situation", "complaints", "back"),
        ("carer_situation", "complaints", [["back"]]),
        ("carer_situation", "reasons", ["boredom"]),
        ("carer_situation", "empties", {"age": "none"}),
        ("carer_situation", "empties", {"age": ["unknown"]}),
        ("carer_situation", "earlier", [{"until": "gisteren", "by": "x", "was": {}}]),
        ("carer_situation", "earlier", [{"until": "2026-11-22T10:00:00+00:00", "by": "x", "was": {"load": ["heavy"]}}]),
        ("carer_situation", "earlier", [{"until": "2026-11-22T10:00:00+00:00", "by": "x", "was": {"asked_on": "x"}}]),
        ("carer_situation", "earlier", [{"until": "2026-11-22T10:00:00+00:00", "by": "x", "was": {"contact_id": 1}}]),
        ("carer_measure", "items", {"support": 3}),
        ("carer_measure", "items", {"support": True}),
        ("carer_measure", "items", [1]),
    ],
)
def test_a_list_of_another_kind_is_refused_at_the_import(file_house: TestHouse, table: str, column: str, wrong: object):
    contact = add_contact(file_house.door, file_house.guest(), ContactWish("Margreet")).created_id
    set_carer_situation(file_house.door, contact, TOLD)
    set_carer_situation(file_house.door, contact, replace(TOLD, load=CarerLoad.LIGHT, asked_on=None, version=1))
    add_measure(file_house.door, contact, wish())
    tables = whole_house(file_house.door)
    assert list(misshapen(tables)) == []
    tables[table][0][column] = wrong
    assert list(misshapen(tables)) == [(table, 1, column)]
    with pytest.raises(ImportRefused) as refused:
        check_tables(tables, "huis.json")
    assert refused.value.problems == (
        f"{table}, rij 1, kolom {column}: dit is een lijst van een andere soort dan hier hoort",
    )
