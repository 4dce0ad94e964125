"""Lists of the pharmacy in a real window: typed over, compared by two, copied."""

import json
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from logeerhuis_app.domain.medication import (
    DayPart,
    DoseUnit,
    HighRisk,
    MedicineForm,
    Packaging,
    Period,
    Rhythm,
    Route,
    StopType,
    StrengthUnit,
    Weekday,
)
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.medication import check_list, record_list
from logeerhuis_app.ui.guests.medication_dialogs import ListDialog
from logeerhuis_app.ui.guests.medication_tab import MedicationTab
from tests.support.guest_files import piet
from tests.support.houses import TestHouse, nov
from tests.support.look import nameless_fields, settle
from tests.support.medicines import METOPROLOL, pharmacy_list
from tests.ui.guests.medicine_hands import (
    fill_line,
    medication_of,
    open_list,
    pick,
    press,
    save,
    shown_dialog,
    tick,
    type_in,
    words_on,
)

WATERMARK = "Geen toedienlijst – zie de lijst van de apotheek"


# --- a whole list ------------------------------------------------------------------------------------------------


def type_three_lines(qtbot, dialog: ListDialog) -> None:
    """One for each day, one for each week without its day yet, one when needed without its maximum yet."""
    daily = dialog.lines[0]
    fill_line(qtbot, daily, "metoprolol", "50 mg", "1 tablet", "8, 20.00, nacht")
    pick(qtbot, daily.fields.form, MedicineForm.TABLET)
    pick(qtbot, daily.fields.route, Route.ORAL)
    tick(qtbot, daily.more_button)
    type_in(qtbot, daily.fields.brand, "Selokeen")
    type_in(qtbot, daily.fields.reason, "hoge bloeddruk")
    type_in(qtbot, daily.fields.prescriber, "huisarts Vos")
    pick(qtbot, daily.fields.packaging, Packaging.GDS)
    type_in(qtbot, daily.fields.ends_on.line, "1 dec")
    tick(qtbot, dialog.add_line_button)
    weekly = dialog.lines[1]
    fill_line(qtbot, weekly, "methotrexaat", "2,5 mg", "4 tabletten", "8")
    pick(qtbot, weekly.fields.rhythm, Rhythm.WEEKLY)
    pick(qtbot, weekly.fields.high_risk, HighRisk.CYTOSTATIC)
    tick(qtbot, weekly.fields.double_check)
    tick(qtbot, dialog.add_line_button)
    needed = dialog.lines[2]
    fill_line(qtbot, needed, "paracetamol", "500 mg", "2 tabletten")
    tick(qtbot, needed.as_needed)
    type_in(qtbot, needed.fields.condition, "pijn")
    type_in(qtbot, needed.fields.instruction, "reden noteren")


def test_a_whole_list_is_typed_over_by_keyboard(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    dialog = open_list(qtbot, screen)
    type_three_lines(qtbot, dialog)
    _daily, weekly, needed = dialog.lines

    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "weekdag van een wekelijks medicijn" in weekly.problem.text()
    tick(qtbot, weekly.fields.weekdays.boxes[Weekday.MONDAY])
    save(qtbot, dialog)
    assert "maximum" in needed.problem.text()
    type_in(qtbot, needed.fields.most, "6 tabletten")
    save(qtbot, dialog)
    assert "per welke tijd" in needed.problem.text()
    pick(qtbot, needed.fields.most_per, Period.DAY)
    save(qtbot, dialog)
    assert not dialog.isVisible()

    row = medication_of(file_house, guest)
    assert (row.pharmacy, row.origin, row.pages) == ("Apotheek Oost", "apotheek, via de dochter", 2)
    first, second, third = row.medicines
    assert (first.strength, first.strength_unit, first.dose_amount, first.dose_unit) == (
        ("50", StrengthUnit.MG, "1", DoseUnit.TABLET)
    )
    assert (first.times, first.day_parts) == (("8:00", "20:00"), (DayPart.NIGHT,))
    assert (first.brand, first.reason, first.prescriber) == ("Selokeen", "hoge bloeddruk", "huisarts Vos")
    assert (first.form, first.route, first.packaging) == (MedicineForm.TABLET, Route.ORAL, Packaging.GDS)
    assert first.ends_on == date(2026, 12, 1)
    assert (second.strength, second.weekdays, second.high_risk) == ("2.5", (Weekday.MONDAY,), HighRisk.CYTOSTATIC)
    assert second.double_check
    assert (third.condition, third.most, third.most_unit, third.most_per) == ("pijn", "6", DoseUnit.TABLET, Period.DAY)

    settle()
    tab = screen.view.current_tab()
    said = words_on(tab)
    assert WATERMARK in said
    assert "wekelijks: maandag" in said
    assert "risicovol: cytostaticum of methotrexaat" in said
    assert "zo nodig bij pijn, hoogstens 6 tabletten per 24 uur" in said
    assert "twee komma vijf milligram · vier tabletten" in said


def test_a_dose_is_said_in_words_while_it_is_typed(qtbot, ida):
    screen, _guest = ida
    line = open_list(qtbot, screen).lines[0]
    type_in(qtbot, line.strength, "0,5 mg")
    assert line.echo.text() == "sterkte: nul komma vijf milligram"
    type_in(qtbot, line.dose, "0.5 tablet")
    assert line.echo.text() == "sterkte: nul komma vijf milligram · dosis: nul komma vijf tablet (een halve)"
    line.dose.clear()
    type_in(qtbot, line.dose, "volgens schema")
    assert "woorden van de apotheek: volgens schema" in line.echo.text()


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("strength", ",5 mg", "bijvoorbeeld 0,5"),
        ("strength", "1.000 mg", "schrijf 1000 of 1,5"),
        ("strength", "5,0 mg", "5 en niet 5,0"),
        ("strength", "50", "eenheid van de sterkte"),
        ("dose", ",5 tablet", "bijvoorbeeld 0,5"),
        ("dose", "1", "eenheid"),
    ],
)
def test_a_number_that_can_be_misread_is_said_beside_it_and_nothing_is_lost(qtbot, ida, field, typed, said):
    screen, _guest = ida
    dialog = open_list(qtbot, screen)
    line = dialog.lines[0]
    type_in(qtbot, line.name, "digoxine")
    box: QLineEdit = getattr(line, field)
    type_in(qtbot, box, typed)
    line.times.setFocus()
    assert said in line.problem.text(), "said as soon as the field is left"
    other = line.dose if field == "strength" else line.strength
    type_in(qtbot, other, "1 tablet" if field == "strength" else "1 mg")
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert said in line.problem.text()
    assert box.property("invalid") == "true"
    assert box.hasFocus()
    assert (line.name.text(), box.text()) == ("digoxine", typed)


def test_a_list_without_its_origin_is_refused_beside_the_field(qtbot, ida):
    screen, _guest = ida
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_Insert)
    dialog = shown_dialog(screen, ListDialog)
    type_in(qtbot, dialog.fields["pharmacy"], "Apotheek Oost")
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "wie bracht hem" in dialog.problem.text()


def test_tab_walks_as_the_paper_is_read(qtbot, ida):
    screen, _guest = ida
    dialog = open_list(qtbot, screen)
    line = dialog.lines[0]
    line.name.setFocus()
    walked = []
    for _step in range(4):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        walked.append(dialog.focusWidget())
    assert walked == [line.strength, line.dose, line.times, line.fields.rhythm]


def test_every_field_of_a_line_has_a_name(qtbot, ida):
    screen, _guest = ida
    dialog = open_list(qtbot, screen)
    dialog.lines[0].more_button.setChecked(True)
    settle()
    assert list(nameless_fields(dialog)) == []


# --- two people, copying, stopping -------------------------------------------------------------------------------


def test_two_people_compare_and_the_first_cannot_do_it_twice(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    record_list(file_house.door, guest, pharmacy_list(METOPROLOL))
    screen.open_guest(guest)
    press(qtbot, screen, "Ik heb hem met het papier vergeleken")
    assert medication_of(file_house, guest).checked_by == (file_house.door.actor.name,)
    button = next(b for b in screen.findChildren(QPushButton) if b.isVisible() and b.text().startswith("Ik heb hem"))
    assert not button.isEnabled()
    assert "tweede" in button.toolTip()
    row = medication_of(file_house, guest)
    check_list(file_house.as_role(Role.CARE), row.list_id, row.version)
    screen.open_guest(guest)
    settle()
    assert "gecontroleerd door 2" in words_on(screen.view.current_tab())


def test_lines_taken_over_are_to_be_checked_one_by_one(qtbot, open_screen, file_house: TestHouse):
    guest = piet(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    screen.view.show_tab(MedicationTab)
    settle()
    dialog = open_list(qtbot, screen)
    assert [line.is_empty() for line in dialog.lines] == [True]
    press(qtbot, dialog, "Vorige lijst overnemen (te controleren)")
    dialog.lines[1].remove_button.click()
    save(qtbot, dialog)
    row = medication_of(file_house, guest)
    assert [one.name for one in row.medicines] == ["metoprolol", "furosemide", "paracetamol"]
    assert (row.medicines[0].strength, row.medicines[0].dose_amount, row.medicines[0].times) == ("50", "1", ("8:00",))
    assert (row.medicines[2].most, row.medicines[2].most_per) == ("6", Period.DAY)
    assert all(one.is_to_check for one in row.medicines)
    assert (row.checked_by, row.list_date) == ((), nov(22))
    settle()
    assert words_on(screen.view.current_tab()).count("TE CONTROLEREN") == 3
    assert "nog niet door 2 gecontroleerd" in words_on(screen.view.current_tab()), "Piet is in the house"
    press(qtbot, screen, "staat zo op het nieuwe papier")
    assert [one.is_to_check for one in medication_of(file_house, guest).medicines] == [False, True, True]


# --- interrupted -------------------------------------------------------------------------------------------------


def test_a_half_typed_list_comes_back_with_its_faults(qtbot, ida):
    screen, _guest = ida
    dialog = open_list(qtbot, screen)
    line = dialog.lines[0]
    fill_line(qtbot, line, "methotrexaat", ",5 mg", "4 tabletten", "8")
    pick(qtbot, line.fields.rhythm, Rhythm.WEEKLY)
    tick(qtbot, line.fields.weekdays.boxes[Weekday.MONDAY])
    type_in(qtbot, line.fields.ends_on.line, "volgend jaar")
    kept = json.loads(json.dumps(dialog.more_typed()))
    dialog.take_more(kept)
    settle()
    (again,) = dialog.lines
    assert again is not line
    assert (again.name.text(), again.strength.text(), again.times.text()) == ("methotrexaat", ",5 mg", "8")
    assert again.fields.rhythm.value() is Rhythm.WEEKLY
    assert again.fields.weekdays.value() == (Weekday.MONDAY,)
    assert again.fields.weekdays.isVisibleTo(dialog)
    assert again.fields.ends_on.line.text() == "volgend jaar"
    dialog.reject()


def test_a_line_taken_over_with_a_stop_to_come_keeps_it_and_can_lose_it(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    stops = replace(METOPROLOL, stop_type=StopType.STOPPED, ends_on=nov(30), stop_note="huisarts Vos")
    record_list(file_house.door, guest, pharmacy_list(stops))
    screen.open_guest(guest)
    dialog = open_list(qtbot, screen)
    tick(qtbot, dialog.take_over_button)
    dialog.take_more(json.loads(json.dumps(dialog.more_typed())))
    (line,) = dialog.lines
    held = line.wish()
    assert (held.stop_type, held.ends_on, held.stop_note) == (StopType.STOPPED, nov(30), "huisarts Vos")
    line.fields.ends_on.line.clear()
    held = line.wish()
    assert (held.stop_type, held.ends_on, held.stop_note) == (None, None, "")
    dialog.reject()
