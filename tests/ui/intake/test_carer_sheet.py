"""The carer's own sheet of the talk: apart, only for who may see it, and typed with keys."""

import json
from enum import Enum
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from logeerhuis_app import paths
from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.carers import CarerFact, CarerWork, Complaint, HomeTask, RespiteReason, SickLeave
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.i18n.carer_words import carer_lines
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.carers import CarerWish, set_carer_situation
from logeerhuis_app.services.network import ContactWish, add_contact
from logeerhuis_app.services.queries.carers import carer_file
from logeerhuis_app.ui.guests.carer_dialogs import CarerDialog, MeasureDialog
from logeerhuis_app.ui.guests.field_access import write
from logeerhuis_app.ui.intake.carer_sheet import CarerSheet
from logeerhuis_app.ui.widgets.course_graph import CourseGraph
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView
from tests.support.houses import TestHouse
from tests.support.look import settle, take_keyboard
from tests.support.seen_words import words_of


def shown(window: QWidget, kind: type[QDialog]) -> QDialog:
    settle()
    (found,) = [one for one in window.findChildren(kind) if one.isVisible()]
    take_keyboard(found)
    return found


def test_the_carer_is_asked_on_a_sheet_apart(qtbot, open_intake, file_house: TestHouse):
    guest = file_house.guest("Piet")
    add_contact(file_house.door, guest, ContactWish("Margreet"))
    intake = open_intake(guest)
    assert intake.carer_button.isVisible()
    qtbot.keyClick(intake.carer_button, Qt.Key.Key_Space)
    sheet = shown(intake, CarerSheet)
    (banner,) = [one for one in sheet.findChildren(SafetyBannerView) if one.isVisible()]
    assert "Piet" in banner.accessibleName()
    qtbot.keyClick(sheet, Qt.Key.Key_E)
    dialog = shown(sheet, CarerDialog)
    assert isinstance(dialog, CarerDialog)
    qtbot.keyClicks(dialog.fields["load_note"], "altijd opletten")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    take_keyboard(sheet)
    assert "altijd opletten" in words_of(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Insert)
    measure = shown(sheet, MeasureDialog)
    assert isinstance(measure, MeasureDialog)
    field = measure.fields["kind"]
    for _step in range(5):
        qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClicks(measure.fields["total"], "7")
    qtbot.keyClick(measure, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert [one.accessibleName() for one in sheet.findChildren(CourseGraph) if one.isVisible()] == [
        "CSI, hoger is zwaarder: 22-11-2026 7"
    ]
    take_keyboard(sheet)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert intake.isVisible()
    assert carer_file(file_house.door, guest).carers[0].load_note == "altijd opletten"


def test_no_part_of_the_talk_itself_shows_the_carers_words(qtbot, open_intake, file_house: TestHouse):
    guest = file_house.guest("Piet")
    contact = add_contact(file_house.door, guest, ContactWish("Margreet")).created_id
    set_carer_situation(file_house.door, contact, CarerWish(load_note="kwikzilveren geheim"))
    intake = open_intake(guest)
    for part in IntakePart:
        intake.go_to(part)
        settle()
        assert "kwikzilveren" not in words_of(intake), part


def test_care_staff_have_no_such_sheet(open_intake, file_house: TestHouse):
    guest = file_house.guest("Piet")
    contact = add_contact(file_house.door, guest, ContactWish("Margreet")).created_id
    set_carer_situation(file_house.door, contact, CarerWish(load_note="kwikzilveren geheim"))
    intake = open_intake(guest, Role.CARE)
    assert not intake.carer_button.isVisible()
    intake.show_carer_sheet()
    settle()
    assert intake.findChildren(CarerSheet) == []


# --- the families of the report ---------------------------------------------------------------------------------

FAMILIES = {
    one["key"]: one["carer"]
    for one in json.loads(paths.resource("practice", "families.json").read_text(encoding="utf-8"))["guests"]
    if one.get("carer")
}
"""Source: DSP-groep, Opbrengsten van drie pilots structurele logeerzorg voor ouderen (3 maart 2021)."""
TICKED: dict[str, tuple[str, type[Enum]]] = {
    "complaints": ("health", Complaint),
    "reasons": ("reasons", RespiteReason),
}
CODED: dict[str, type[Enum]] = {"load": CarerLoad, "work": CarerWork, "sick_leave": SickLeave}


def enter(dialog: CarerDialog, carer: dict[str, Any]) -> None:
    for name, value in carer.items():
        if name in TICKED:
            code, kind = TICKED[name]
            write(dialog.fields[code], (AnswerState.GIVEN, tuple(kind(each) for each in value)))
        elif name in CODED:
            write(dialog.fields[name], CODED[name](value))
        elif name == "tasks":
            write(dialog.fields[name], (AnswerState.GIVEN, tuple((HomeTask(task), how) for task, how in value.items())))
        else:
            write(dialog.fields[name], value if isinstance(value, str) else (AnswerState.GIVEN, str(value)))


@pytest.mark.parametrize("key", FAMILIES)
def test_a_family_of_the_report_is_entered_and_the_rest_was_not_asked(
    qtbot, open_intake, file_house: TestHouse, key: str
):
    told = FAMILIES[key]
    guest = file_house.guest("Piet")
    add_contact(file_house.door, guest, ContactWish("Margreet"))
    intake = open_intake(guest)
    intake.show_carer_sheet()
    sheet = shown(intake, CarerSheet)
    qtbot.keyClick(sheet, Qt.Key.Key_E)
    dialog = shown(sheet, CarerDialog)
    assert isinstance(dialog, CarerDialog)
    enter(dialog, told)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    (row,) = carer_file(file_house.door, guest).carers
    plain = {name: value for name, value in told.items() if name not in {*TICKED, *CODED, "tasks"}}
    assert {name: getattr(row, name) for name in plain} == plain
    assert {task.value: how for task, how in row.tasks.items()} == told.get("tasks", {})
    for name in (*TICKED, *CODED):
        held = getattr(row, name)
        if name in told:
            assert ([code.value for code in held] if name in TICKED else held.value) == told[name]
    open_facts = [line.fact for line in carer_lines(row) if line.words == label(AnswerState.NOT_ASKED)]
    assert CarerFact.CARING_SINCE in open_facts  # the report names no year
    assert CarerFact.HOURS_WEEK in open_facts
    assert CarerFact.LOAD not in open_facts
    assert label(AnswerState.NOT_ASKED) in words_of(sheet)
