"""The carer's own part of the file in a real window: typed with keys, seen with its course, and only by who may."""

import json
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QPushButton, QWidget

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.carers import CarerFact, CarerWork, Complaint, HomeTask, RespiteReason, SickLeave
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.measures import Answers, CarerQolItem, Endurance, HowMuch, MeasureKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import CarerMeasure, CarerSituation
from logeerhuis_app.services.carers import CarerWish, MeasureWish, add_measure, end_measure, set_carer_situation
from logeerhuis_app.services.network import ContactWish, add_contact, remove_contact
from logeerhuis_app.services.queries.carers import carer_file
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.carer import CarerRow
from logeerhuis_app.ui.guests.carer_dialogs import CarerDialog, MeasureDialog
from logeerhuis_app.ui.guests.carer_tab import CarerTab
from logeerhuis_app.ui.guests.draft_values import all_kept, all_read_back
from logeerhuis_app.ui.guests.field_access import words_of as words_of_field
from logeerhuis_app.ui.guests.field_access import write
from logeerhuis_app.ui.guests.file_dialog import ReasonDialog
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.course_graph import CourseGraph
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, nameless_fields, settle, take_keyboard
from tests.support.seen_words import words_of


@pytest.fixture
def margreet(file_house: TestHouse) -> tuple[int, int]:
    """A guest and a contact person of whom nothing was asked."""
    guest = file_house.guest("Piet")
    return guest, add_contact(file_house.door, guest, ContactWish("Margreet")).created_id


@pytest.fixture
def at_tab(open_screen, margreet: tuple[int, int]):
    def opened(role: Role = Role.COORDINATOR) -> GuestsScreen:
        screen: GuestsScreen = open_screen(role)
        screen.open_guest(margreet[0])
        screen.view.show_tab(CarerTab)
        settle()
        return screen

    return opened


def dialog_of(screen: QWidget, kind: type[QDialog]) -> Any:
    settle()
    (found,) = [one for one in screen.findChildren(kind) if one.isVisible()]
    take_keyboard(found)
    return found


def save(qtbot, dialog: QDialog) -> None:
    take_keyboard(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def first_carer(screen: GuestsScreen) -> CarerRow:
    assert screen.file is not None
    return carer_file(screen.deeds.operations.door, screen.file.person.guest.guest_id).carers[0]


def open_dialogs(screen: QWidget) -> list[QDialog]:
    return [one for one in screen.findChildren(QDialog) if one.isVisible()]


def card(screen: QWidget, words: str) -> ChoiceCard:
    settle()
    found = [one for one in screen.findChildren(ChoiceCard) if one.isVisible() and words in one.accessibleName()]
    assert len(found) == 1, words
    return found[0]


def graphs(screen: QWidget) -> list[str]:
    settle()
    return [one.accessibleName() for one in screen.findChildren(CourseGraph) if one.isVisible()]


def choose(qtbot, field: QWidget, steps: int) -> None:
    """Down so many times, as a person at the keyboard does."""
    field.setFocus(Qt.FocusReason.TabFocusReason)
    for _step in range(steps):
        qtbot.keyClick(field, Qt.Key.Key_Down)


def measured(house: TestHouse, contact: int, answers: Answers, day: date) -> int:
    return add_measure(house.door, contact, MeasureWish(answers, day)).created_id


# --- the situation ----------------------------------------------------------------------------------------------


def test_a_situation_is_typed_with_keys_and_found_back(qtbot, at_tab, file_house: TestHouse):
    screen = at_tab()
    qtbot.keyClick(card(screen, "Margreet"), Qt.Key.Key_Return)
    dialog = dialog_of(screen, CarerDialog)
    fields = dialog.fields
    qtbot.keyClicks(fields["asked_on"].line, "3-11-2026")
    qtbot.keyClicks(fields["age"].line, "73")
    qtbot.keyClicks(fields["caring_since"].line, "maart 2019")
    qtbot.keyClicks(fields["hours_week"].line, "60")
    qtbot.keyClick(fields["reasons"].boxes[AnswerState.UNKNOWN], Qt.Key.Key_Space)
    qtbot.keyClick(fields["tasks"].boxes[HomeTask.WASHING], Qt.Key.Key_Space)
    qtbot.keyClicks(fields["tasks"].lines[HomeTask.WASHING], "elke ochtend")
    choose(qtbot, fields["work"], list(CarerWork).index(CarerWork.EMPLOYED))
    choose(qtbot, fields["sick_leave"], list(SickLeave).index(SickLeave.YES))
    qtbot.keyClicks(fields["work_hours"].line, "16")
    qtbot.keyClick(fields["health"].boxes[AnswerState.NONE], Qt.Key.Key_Space)
    qtbot.keyClick(fields["health"].boxes[Complaint.BACK], Qt.Key.Key_Space)  # takes «none» back
    qtbot.keyClicks(fields["health_note"], "sinds de val")
    choose(qtbot, fields["load"], list(CarerLoad).index(CarerLoad.HEAVY))
    qtbot.keyClicks(fields["load_note"], "altijd opletten")
    save(qtbot, dialog)
    assert open_dialogs(screen) == []
    with reading(file_house.door.engine) as session:
        row = session.query(CarerSituation).one()
        assert (row.age, row.caring_since, row.hours_week, row.asked_on) == (73, "2019-03", 60, nov(3))
        assert (row.tasks, row.complaints, row.reasons) == ({"washing": "elke ochtend"}, ["back"], [])
        assert (row.work, row.work_hours, row.sick_leave) == (CarerWork.EMPLOYED, 16, SickLeave.YES)
        assert (row.load, row.load_note, row.health_note) == (CarerLoad.HEAVY, "altijd opletten", "sinds de val")
        assert row.empties == {"reasons": "unknown"}
    words = words_of(screen)
    for shown in ("maart 2019", "wassen: elke ochtend", "gevraagd, onbekend", "zwaar belast", "sinds de val"):
        assert shown in words, shown


def test_each_tick_and_line_has_a_name_of_its_own(at_tab):
    screen = at_tab()
    screen.deeds.edit_carer(screen.file, first_carer(screen))
    dialog = dialog_of(screen, CarerDialog)
    assert list(nameless_fields(dialog)) == []
    assert [code for code in dialog.fields if code in set(CarerFact)] == list(CarerFact)  # as on the paper sheet
    names = [box.accessibleName() for box in dialog.findChildren(QCheckBox)]
    assert "Taken thuis: Wassen" in names
    assert "Eigen gezondheid: Geen" in names
    assert "Leeftijd: gevraagd, onbekend" in names
    assert len(names) == len(set(names))
    dialog.fields["tasks"].setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    assert dialog.focusWidget() is dialog.fields["tasks"].boxes[HomeTask.WASHING]


def test_what_was_not_asked_says_so(at_tab, file_house: TestHouse, margreet: tuple[int, int]):
    wish = CarerWish(CarerLoad.LIGHT, empties={CarerFact.HEALTH: AnswerState.NONE})
    set_carer_situation(file_house.door, margreet[1], wish)
    words = words_of(at_tab())
    assert "niet gevraagd" in words
    assert "Er is nog niets gemeten." in words


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("hours_week", "200", "Uren zorg per week “200”: schrijf een heel getal van 0 tot en met 168."),
        ("age", "oud", "Leeftijd “oud”: schrijf een heel getal van 10 tot en met 115."),
        ("caring_since", "lang", "Zorgt sinds “lang”: schrijf een jaar, of een maand en jaar"),
        ("caring_since", "2031", "Zorgt sinds “2031”: dit ligt in de toekomst."),
    ],
)
def test_bad_input_is_said_beside_its_field_and_the_rest_stays(
    qtbot, at_tab, file_house: TestHouse, field: str, typed: str, sentence: str
):
    screen = at_tab()
    qtbot.keyClick(card(screen, "Margreet"), Qt.Key.Key_Return)
    dialog = dialog_of(screen, CarerDialog)
    qtbot.keyClicks(dialog.fields["load_note"], "altijd opletten")
    qtbot.keyClicks(dialog.fields[field].line, typed)
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert sentence in dialog.problem.text()
    assert dialog._rows_by_code[field].message == dialog.problem.text()
    assert dialog.fields["load_note"].toPlainText() == "altijd opletten"
    with reading(file_house.door.engine) as session:
        assert session.query(CarerSituation).count() == 0


def test_two_people_at_one_situation_lose_nothing(qtbot, at_tab, file_house: TestHouse, margreet: tuple[int, int]):
    set_carer_situation(file_house.door, margreet[1], CarerWish(age=72))
    screen = at_tab()
    screen.deeds.edit_carer(screen.file, first_carer(screen))
    dialog = dialog_of(screen, CarerDialog)
    qtbot.keyClick(dialog.fields["health"].boxes[Complaint.SLEEP], Qt.Key.Key_Space)
    set_carer_situation(file_house.door, margreet[1], CarerWish(age=73, reasons=(RespiteReason.CHORES,), version=1))
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.fields["age"].value() == (AnswerState.GIVEN, "73")
    assert dialog.fields["reasons"].value() == (AnswerState.GIVEN, (RespiteReason.CHORES,))
    save(qtbot, dialog)
    (row,) = carer_file(file_house.door, margreet[0]).carers
    assert (row.age, row.reasons, row.complaints) == (73, (RespiteReason.CHORES,), (Complaint.SLEEP,))


def test_a_draft_brings_every_field_back(qtbot, at_tab):
    """As JSON has it: codes are texts there and pairs are lists."""
    screen = at_tab()
    screen.deeds.edit_carer(screen.file, first_carer(screen))
    dialog = dialog_of(screen, CarerDialog)
    qtbot.keyClicks(dialog.fields["age"].line, "73")
    qtbot.keyClick(dialog.fields["hours_week"].unknown, Qt.Key.Key_Space)
    qtbot.keyClick(dialog.fields["tasks"].boxes[HomeTask.NIGHT], Qt.Key.Key_Space)
    qtbot.keyClicks(dialog.fields["tasks"].lines[HomeTask.NIGHT], "tweemaal")
    qtbot.keyClick(dialog.fields["health"].boxes[AnswerState.NONE], Qt.Key.Key_Space)
    qtbot.keyClick(dialog.fields["reasons"].boxes[RespiteReason.HOLIDAY], Qt.Key.Key_Space)
    held = dialog.values()
    kept = json.loads(json.dumps(all_kept(held)))
    assert all_read_back(dialog.fields, kept) == held
    dialog.begin_anew()
    assert dialog.touched() == set()
    for code, value in all_read_back(dialog.fields, kept).items():
        write(dialog.fields[code], value)
    assert dialog.values() == held
    assert words_in(dialog, "tasks", held) == "hulp in de nacht: tweemaal"
    assert words_in(dialog, "health", held) == "geen"
    assert words_in(dialog, "hours_week", held) == "gevraagd, onbekend"


def words_in(dialog: CarerDialog, code: str, held: dict[str, Any]) -> str:
    """As «the other wrote» says it."""
    return words_of_field(dialog.fields[code], held[code])


# --- measurements -----------------------------------------------------------------------------------------------


def test_a_carerqol_is_typed_with_keys_and_shows_its_sum_and_course(
    qtbot, at_tab, file_house: TestHouse, margreet: tuple[int, int]
):
    first = Answers(MeasureKind.CARERQOL, dict.fromkeys(CarerQolItem, HowMuch.SOME), happiness_tenths=55)
    measured(file_house, margreet[1], first, nov(2))
    screen = at_tab()
    assert graphs(screen)[0] == "CarerQol-7D, som, hoger is beter: 02-11-2026 7"
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_Insert)
    dialog = dialog_of(screen, MeasureDialog)
    choose(qtbot, dialog.fields["kind"], 1)
    assert "pas als alle zeven" in dialog.sum.text()
    for item in CarerQolItem:
        choose(qtbot, dialog.fields[item.value], 1)  # «none» everywhere
    assert dialog.sum.text() == "Som: 10 van 14; 0 tot 14, hoger is beter"
    qtbot.keyClicks(dialog.fields["happiness_tenths"], "6,5")
    save(qtbot, dialog)
    assert open_dialogs(screen) == []
    with reading(file_house.door.engine) as session:
        row = session.query(CarerMeasure).order_by(CarerMeasure.id.desc()).limit(1).one()
        assert row.items == {item.value: 0 for item in CarerQolItem}
        assert (row.happiness_tenths, row.taken_on, row.total) == (65, nov(22), None)
    assert graphs(screen) == [
        "CarerQol-7D, som, hoger is beter: 02-11-2026 7; 22-11-2026 10",
        "geluk, hoger is beter: 02-11-2026 5,5; 22-11-2026 6,5",
    ]
    assert "10 van 14, geluk 6,5" in words_of(screen)


@pytest.mark.parametrize("kind", MeasureKind)
def test_each_kind_shows_its_own_questions(at_tab, kind: MeasureKind):
    screen = at_tab()
    screen.deeds.edit_measure(screen.file, first_carer(screen))
    dialog = dialog_of(screen, MeasureDialog)
    dialog.fields["kind"].set_value(kind)
    settle()
    shown = {code for code, field in dialog.fields.items() if field.isVisible()} - {"kind", "taken_on", "note"}
    own = {
        MeasureKind.CARERQOL: {item.value for item in CarerQolItem} | {"happiness_tenths"},
        MeasureKind.ENDURANCE: {"endurance"},
    }
    assert shown == own.get(kind, {"total"})
    assert list(cut_off_texts(dialog)) == []


@pytest.mark.parametrize(
    ("kind", "field", "typed", "sentence"),
    [
        (MeasureKind.CSI, "total", "99", "Totaal “99”: schrijf een heel getal van 0 tot en met 13."),
        (MeasureKind.EDIZ_PLUS, "total", "16", "van 0 tot en met 15"),
        (MeasureKind.CARERQOL, "happiness_tenths", "11", "Geluk “11”: schrijf een getal van 0 tot en met 10"),
        (MeasureKind.CSI, "note", "leeg", "Er is nog niets ingevuld."),
        (MeasureKind.ENDURANCE, "note", "leeg", "Er is nog niets ingevuld."),
    ],
)
def test_a_measurement_that_cannot_be_is_refused(
    qtbot, at_tab, file_house: TestHouse, kind: MeasureKind, field: str, typed: str, sentence: str
):
    screen = at_tab()
    screen.deeds.edit_measure(screen.file, first_carer(screen))
    dialog = dialog_of(screen, MeasureDialog)
    dialog.fields["kind"].set_value(kind)
    qtbot.keyClicks(dialog.fields[field], typed)
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert sentence in dialog.problem.text()
    with reading(file_house.door.engine) as session:
        assert session.query(CarerMeasure).count() == 0


def test_a_day_in_the_future_is_refused(qtbot, at_tab):
    screen = at_tab()
    screen.deeds.edit_measure(screen.file, first_carer(screen))
    dialog = dialog_of(screen, MeasureDialog)
    dialog.fields["kind"].set_value(MeasureKind.EDIZ)
    qtbot.keyClicks(dialog.fields["total"], "4")
    dialog.fields["taken_on"].set_value(nov(23))
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "toekomst" in dialog.problem.text()


def test_no_kind_is_chosen_for_anybody(qtbot, at_tab):
    screen = at_tab()
    screen.deeds.edit_measure(screen.file, first_carer(screen))
    dialog = dialog_of(screen, MeasureDialog)
    save(qtbot, dialog)
    assert "Soort" in dialog.problem.text()


def test_a_correction_asks_why_and_both_stay_readable(qtbot, at_tab, file_house: TestHouse, margreet: tuple[int, int]):
    measured(file_house, margreet[1], Answers(MeasureKind.CSI, {}, 3), nov(2))
    screen = at_tab()
    qtbot.keyClick(card(screen, "3 van 13"), Qt.Key.Key_Return)
    dialog = dialog_of(screen, MeasureDialog)
    dialog.fields["total"].selectAll()
    qtbot.keyClicks(dialog.fields["total"], "8")
    save(qtbot, dialog)
    assert "Waarom verbeterd" in dialog.problem.text()
    qtbot.keyClicks(dialog.fields["reason"], "verkeerd gelezen")
    save(qtbot, dialog)
    assert graphs(screen) == ["CSI, hoger is zwaarder: 02-11-2026 8"]
    assert "verkeerd gelezen" in card(screen, "3 van 13").accessibleName()
    assert "overbelast" in card(screen, "8 van 13").accessibleName()


def test_a_measurement_that_another_withdrew_says_the_way_out(
    qtbot, at_tab, file_house: TestHouse, margreet: tuple[int, int]
):
    measure = measured(file_house, margreet[1], Answers(MeasureKind.CSI, {}, 3), nov(2))
    screen = at_tab()
    qtbot.keyClick(card(screen, "3 van 13"), Qt.Key.Key_Return)
    dialog = dialog_of(screen, MeasureDialog)
    end_measure(file_house.door, measure, "dubbel", 1)
    qtbot.keyClicks(dialog.fields["reason"], "verkeerd gelezen")
    save(qtbot, dialog)
    assert dialog.problem.text().endswith("Sluit dit formulier en kijk wat er nu staat.")
    assert dialog.values()["reason"] == "verkeerd gelezen"


def test_a_measurement_is_withdrawn_with_a_reason(qtbot, at_tab, file_house: TestHouse, margreet: tuple[int, int]):
    measured(file_house, margreet[1], Answers(MeasureKind.ENDURANCE, {}, endurance=Endurance.WEEKS), nov(2))
    screen = at_tab()
    qtbot.keyClick(card(screen, "nog een paar weken"), Qt.Key.Key_Return)
    dialog = dialog_of(screen, MeasureDialog)
    (button,) = [one for one in dialog.findChildren(QPushButton) if one.text() == "Intrekken…"]
    qtbot.keyClick(button, Qt.Key.Key_Space)
    reason = dialog_of(screen, ReasonDialog)
    qtbot.keyClicks(reason.reason, "van de buurvrouw")
    save(qtbot, reason)
    assert open_dialogs(screen) == []
    assert graphs(screen) == []
    assert "van de buurvrouw" in card(screen, "nog een paar weken").accessibleName()


def test_a_measurement_of_who_is_no_contact_any_more_can_be_put_right(
    qtbot, at_tab, file_house: TestHouse, margreet: tuple[int, int]
):
    measured(file_house, margreet[1], Answers(MeasureKind.CSI, {}, 3), nov(2))
    remove_contact(file_house.door, margreet[1], guest_file(file_house.door, margreet[0]).contacts[0].version)
    screen = at_tab()
    qtbot.keyClick(card(screen, "Margreet: 02-11-2026"), Qt.Key.Key_Return)
    dialog = dialog_of(screen, MeasureDialog)
    dialog.fields["total"].selectAll()
    qtbot.keyClicks(dialog.fields["total"], "4")
    qtbot.keyClicks(dialog.fields["reason"], "verkeerd gelezen")
    save(qtbot, dialog)
    old, new = carer_file(file_house.door, margreet[0]).measures
    assert (old.counts, new.answers.total, new.carer, new.contact_id) == (False, 4, "Margreet", None)


# --- who may, and how it looks --------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [Role.CARE, Role.ADMINISTRATOR])
def test_who_may_not_see_it_has_no_such_tab(open_screen, file_house: TestHouse, margreet: tuple[int, int], role: Role):
    set_carer_situation(file_house.door, margreet[1], CarerWish(load_note="kwikzilveren geheim"))
    screen = open_screen(role)
    screen.open_guest(margreet[0])
    place = next(n for n, tab in enumerate(screen.view.tabs) if isinstance(tab, CarerTab))
    assert not screen.view.pages.isTabVisible(place)
    screen.view.tabs[place].draw()
    assert "kwikzilveren" not in words_of(screen)
    screen.deeds.edit_carer(screen.file, None)
    screen.deeds.edit_measure(screen.file, None)
    assert open_dialogs(screen) == []


def test_it_reads_well_with_large_letters(
    open_screen, qapp: QApplication, file_house: TestHouse, margreet: tuple[int, int]
):
    for month, total in ((9, 3), (10, 8), (11, 5)):
        measured(file_house, margreet[1], Answers(MeasureKind.EDIZ_PLUS, {}, total), date(2026, month, 1))
    try:
        apply_style(qapp, 1.5)
        screen = open_screen(Role.COORDINATOR)
        screen.open_guest(margreet[0])
        screen.view.show_tab(CarerTab)
        settle()
        assert list(cut_off_texts(screen.view.current_tab())) == []
        screen.deeds.edit_carer(screen.file, first_carer(screen))
        dialog = dialog_of(screen, CarerDialog)
        assert list(cut_off_texts(dialog)) == []
        assert dialog.width() <= 1366
    finally:
        apply_style(qapp)
