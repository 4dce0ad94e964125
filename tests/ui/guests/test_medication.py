"""The medication tab and its forms in a real window: a whole list typed over, compared by two, copied and stopped."""

import json
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QLineEdit, QPushButton, QWidget

from logeerhuis_app.domain.care import AnswerState, CareTopic, MedicationCare
from logeerhuis_app.domain.medication import (
    CountMoment,
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
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.medication import StopWish, check_list, record_list, stop_medicine
from logeerhuis_app.services.medicine_counts import CountWish, record_counts, sign_count
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.medication import MedicationRow
from logeerhuis_app.ui.guests.field_access import write
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.guests.medication_dialogs import ListDialog
from logeerhuis_app.ui.guests.medication_scope import MedicationScopeDialog
from logeerhuis_app.ui.guests.medication_tab import MedicationTab
from logeerhuis_app.ui.guests.medicine_card import MedicineCard
from logeerhuis_app.ui.guests.medicine_line import MedicineLine
from logeerhuis_app.ui.style import apply_style
from tests.support.guest_files import nobody_asked, piet
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, nameless_fields, settle, take_keyboard
from tests.support.medicines import METHOTREXATE, METOPROLOL, PARACETAMOL, TODAY, pharmacy_list

WATERMARK = "Geen toedienlijst – zie de lijst van de apotheek"


def shown_dialog(screen: GuestsScreen, kind: type = FileDialog) -> Any:
    found = [child for child in screen.findChildren(QDialog) if isinstance(child, kind) and child.isVisible()]
    assert len(found) == 1
    return found[0]


def save(qtbot, dialog: QDialog) -> None:
    take_keyboard(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def press(qtbot, screen: QWidget, words: str, place: int = 0) -> None:
    settle()
    buttons = [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.text() == words]
    assert buttons, words
    qtbot.keyClick(buttons[place], Qt.Key.Key_Space)
    settle()


def type_in(qtbot, field: QWidget, text: str) -> None:
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(field, text)


def pick(qtbot, box: QComboBox, code: Any) -> None:
    """Down with the arrow until the word is there, as without a mouse."""
    box.setFocus()
    words = label(code)
    for _step in range(box.count()):
        if box.currentText().casefold() == words.casefold():
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText().casefold() == words.casefold()


def tick(qtbot, box: QWidget) -> None:
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def medication_of(house: TestHouse, guest: int) -> MedicationRow:
    return guest_file(house.door, guest).medication


def words_on(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


@pytest.fixture
def ida(open_screen, file_house: TestHouse):
    guest = nobody_asked(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    screen.view.show_tab(MedicationTab)
    settle()
    return screen, guest


def open_list(qtbot, screen: GuestsScreen) -> ListDialog:
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_Insert)
    dialog: ListDialog = shown_dialog(screen, ListDialog)
    take_keyboard(dialog)
    type_in(qtbot, dialog.fields["origin"], "apotheek, via de dochter")
    type_in(qtbot, dialog.fields["pages"], "2")
    write(dialog.fields["pharmacy"], "")
    type_in(qtbot, dialog.fields["pharmacy"], "Apotheek Oost")
    return dialog


def fill_line(qtbot, line: MedicineLine, name: str, strength: str, dose: str, times: str = "") -> None:
    for field, text in ((line.name, name), (line.strength, strength), (line.dose, dose), (line.times, times)):
        type_in(qtbot, field, text)


# --- a whole list ------------------------------------------------------------------------------------------------


def test_a_whole_list_is_typed_over_by_keyboard(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    dialog = open_list(qtbot, screen)
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


def test_a_medicine_is_stopped_and_taken_up_again(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    record_list(file_house.door, guest, pharmacy_list(METOPROLOL, PARACETAMOL))
    screen.open_guest(guest)
    press(qtbot, screen, "stoppen…")
    dialog = shown_dialog(screen)
    type_in(qtbot, dialog.fields["by"], "huisarts Vos, telefonisch")
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "Tijdelijk of voorgoed" in dialog.problem.text()
    pick(qtbot, dialog.fields["stop_type"], StopType.TEMPORARY)
    save(qtbot, dialog)
    assert not dialog.isVisible()
    settle()
    card = screen.findChildren(MedicineCard)[0]
    said = words_on(screen.view.current_tab())
    assert "TIJDELIJK GESTOPT sinds 22-11-2026 (huisarts Vos, telefonisch)" in said
    assert "op 22-11-2026 is een medicijn gestopt" not in said, "the list is of today"
    struck = [one for one in card.findChildren(QLabel) if one.font().strikeOut()]
    assert [one.text() for one in struck] == ["metoprolol 50 mg · 1 tablet · 8:00, 20:00"]
    assert screen.view.current_tab().title(screen.file) == "Medicatie 1"
    press(qtbot, screen, "weer starten…")
    dialog = shown_dialog(screen)
    type_in(qtbot, dialog.fields["by"], "huisarts Vos")
    save(qtbot, dialog)
    assert medication_of(file_house, guest).medicines[0].ends_on is None


def test_what_was_stopped_long_ago_is_folded_away(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    old = replace(METOPROLOL, stop_type=StopType.STOPPED, ends_on=TODAY - timedelta(days=15))
    record_list(file_house.door, guest, pharmacy_list(old, METHOTREXATE))
    screen.open_guest(guest)
    settle()
    cards = {card.row.name: card for card in screen.findChildren(MedicineCard)}
    assert (cards["metoprolol"].isVisible(), cards["methotrexaat"].isVisible()) == (False, True)
    press(qtbot, screen, "1 medicijn, meer dan 14 dagen geleden gestopt")
    assert cards["metoprolol"].isVisible()


# --- who manages them, what this is ------------------------------------------------------------------------------


def test_who_manages_the_medicines_is_asked_with_the_bem(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    assert "geen BEM gedaan" in words_on(screen.view.current_tab())
    screen.deeds.edit_medication_care(screen.file)
    dialog = shown_dialog(screen)
    pick(qtbot, dialog.fields["medication_care"], MedicationCare.SELF)
    pick(qtbot, dialog.fields["bem_result"], MedicationCare.SELF)
    save(qtbot, dialog)
    assert "BEM gedaan op" in dialog.problem.text()
    type_in(qtbot, dialog.fields["bem_on"].line, "20 nov")
    type_in(qtbot, dialog.fields["bem_note"], "doos om acht uur")
    save(qtbot, dialog)
    row = medication_of(file_house, guest)
    assert (row.care, row.bem_on, row.bem_note) == (MedicationCare.SELF, nov(20), "doos om acht uur")


def test_what_the_program_does_not_do_is_one_key_away(qtbot, ida, file_house: TestHouse):
    screen, _guest = ida
    press(qtbot, screen, "wat dit wel en niet is")
    dialog = shown_dialog(screen, MedicationScopeDialog)
    said = words_on(dialog)
    assert "Het rekent geen dosis uit" in said
    assert "legt vast en toont" in said
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut_off_on_the_smallest_screen(qtbot, qapp, open_screen, file_house: TestHouse, scale: float):
    guest = piet(file_house)
    apply_style(qapp, scale)
    try:
        screen = open_screen(width=1100, height=700)
        screen.open_guest(guest)
        screen.view.show_tab(MedicationTab)
        settle()
        assert list(cut_off_texts(screen.view.current_tab())) == []
        dialog = open_list(qtbot, screen)
        press(qtbot, dialog, "Vorige lijst overnemen (te controleren)")
        dialog.lines[0].more_button.setChecked(True)
        settle()
        assert dialog.width() <= 1366
        assert list(cut_off_texts(dialog)) == []
        dialog.reject()
    finally:
        apply_style(qapp, 1.0)


def test_what_is_taken_beside_the_list_is_asked_with_its_three_empties(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    said = words_on(screen.view.current_tab())
    assert said.count("niet gevraagd") >= 4, "self-care medicines, alcohol, drugs and smoking"
    press(qtbot, screen, "wijzig", place=-1)
    dialog = shown_dialog(screen)
    fields = dialog.fields
    fields[CareTopic.OTC.value].set_answer(AnswerState.GIVEN, "", "ibuprofen van de drogist")
    fields[CareTopic.ALCOHOL.value].set_answer(AnswerState.NONE, "", "")
    fields[CareTopic.DRUGS.value].set_answer(AnswerState.UNKNOWN, "", "")
    save(qtbot, dialog)
    answers = guest_file(file_house.door, guest).answers
    assert answers[CareTopic.OTC].text == "ibuprofen van de drogist"
    assert answers[CareTopic.ALCOHOL].state is AnswerState.NONE
    assert answers[CareTopic.DRUGS].state is AnswerState.UNKNOWN
    settle()
    said = words_on(screen.view.current_tab())
    assert "ibuprofen van de drogist" in said
    assert "gevraagd, onbekend" in said


# --- counting ----------------------------------------------------------------------------------------------------


def test_medicines_are_counted_and_an_opioid_by_two(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    oxycodone = replace(METOPROLOL, name="oxycodon", high_risk=HighRisk.OPIOID)
    record_list(file_house.door, guest, pharmacy_list(oxycodone, METOPROLOL))
    screen.open_guest(guest)
    press(qtbot, screen, "Tellen bij aankomst")
    dialog = shown_dialog(screen)
    opioid = str(medication_of(file_house, guest).medicines[0].item_id)
    type_in(qtbot, dialog.fields[opioid], "twintig")
    save(qtbot, dialog)
    assert "heel getal" in dialog.problem.text()
    dialog.fields[opioid].clear()
    type_in(qtbot, dialog.fields[opioid], "20")
    save(qtbot, dialog)
    assert not dialog.isVisible()
    settle()
    me = file_house.door.actor.name
    said = words_on(screen.view.current_tab())
    assert f"meegebracht: 20 ({me}) · opiaat: tweede teller ontbreekt" in said
    assert not [one for one in screen.findChildren(QPushButton) if one.isVisible() and "telde ook" in one.text()]
    item = medication_of(file_house, guest).medicines[0]
    sign_count(file_house.as_role(Role.CARE), item.item_id, CountMoment.BROUGHT, 20)
    screen.open_guest(guest)
    settle()
    assert "tweede teller ontbreekt" not in words_on(screen.view.current_tab())


def test_the_second_counter_signs_with_one_key(qtbot, open_screen, file_house: TestHouse):
    guest = nobody_asked(file_house)
    oxycodone = replace(METOPROLOL, name="oxycodon", high_risk=HighRisk.OPIOID)
    record_list(file_house.door, guest, pharmacy_list(oxycodone))
    row = medication_of(file_house, guest)
    wish = CountWish(CountMoment.BROUGHT, ((row.medicines[0].item_id, 20),), row.version)
    record_counts(file_house.as_role(Role.CARE), row.list_id, wish)
    screen = open_screen()
    screen.open_guest(guest)
    screen.view.show_tab(MedicationTab)
    press(qtbot, screen, "ik telde ook 20")
    assert not medication_of(file_house, guest).medicines[0].needs_second(CountMoment.BROUGHT)


# --- two at once -------------------------------------------------------------------------------------------------


def test_a_typed_list_is_not_lost_where_another_list_came_between(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    dialog = open_list(qtbot, screen)
    fill_line(qtbot, dialog.lines[0], "metoprolol", "50 mg", "1 tablet", "8")
    record_list(file_house.as_role(Role.COORDINATOR), guest, pharmacy_list(PARACETAMOL))
    save(qtbot, dialog)
    assert dialog.isVisible()
    said = dialog.problem.text()
    assert "Coordinator Test heeft intussen een lijst van 22-11-2026 vastgelegd: paracetamol" in said
    assert [row.name for row in medication_of(file_house, guest).medicines] == ["paracetamol"]
    save(qtbot, dialog)
    assert not dialog.isVisible()
    assert [row.name for row in medication_of(file_house, guest).medicines] == ["metoprolol"]


def test_who_stops_what_another_stopped_sees_it_and_chooses(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    record_list(file_house.door, guest, pharmacy_list(METOPROLOL))
    screen.open_guest(guest)
    press(qtbot, screen, "stoppen…")
    dialog = shown_dialog(screen)
    pick(qtbot, dialog.fields["stop_type"], StopType.STOPPED)
    type_in(qtbot, dialog.fields["by"], "huisarts Vos")
    row = medication_of(file_house, guest)
    wish = StopWish(TODAY, StopType.TEMPORARY, "specialist", row.version)
    stop_medicine(file_house.as_role(Role.CARE), row.medicines[0].item_id, wish)
    save(qtbot, dialog)
    assert set(dialog.conflicts) == {"stop_type", "by"}
    assert "«specialist»" in dialog.conflicts["by"].said.text()
    for line in dialog.conflicts.values():
        qtbot.keyClick(line.mine_button, Qt.Key.Key_Space)
    save(qtbot, dialog)
    assert not dialog.isVisible()
    line = medication_of(file_house, guest).medicines[0]
    assert (line.stop_type, line.stop_note) == (StopType.STOPPED, "huisarts Vos")


def test_a_list_that_came_between_takes_no_stop_of_the_one_before(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    record_list(file_house.door, guest, pharmacy_list(METOPROLOL))
    screen.open_guest(guest)
    press(qtbot, screen, "stoppen…")
    dialog = shown_dialog(screen)
    pick(qtbot, dialog.fields["stop_type"], StopType.STOPPED)
    type_in(qtbot, dialog.fields["by"], "huisarts Vos")
    newer = replace(pharmacy_list(METOPROLOL), replaces=medication_of(file_house, guest).list_id)
    record_list(file_house.as_role(Role.CARE), guest, newer)
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "andere lijst vastgelegd" in dialog.problem.text()
    dialog.reject()


def test_two_who_count_see_each_others_number(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    record_list(file_house.door, guest, pharmacy_list(METOPROLOL, PARACETAMOL))
    screen.open_guest(guest)
    press(qtbot, screen, "Tellen bij aankomst")
    dialog = shown_dialog(screen)
    row = medication_of(file_house, guest)
    first, second = (line.item_id for line in row.medicines)
    type_in(qtbot, dialog.fields[str(first)], "20")
    wish = CountWish(CountMoment.BROUGHT, ((first, 19), (second, 7)), row.version)
    record_counts(file_house.as_role(Role.CARE), row.list_id, wish)
    save(qtbot, dialog)
    assert set(dialog.conflicts) == {str(first)}
    assert dialog.fields[str(second)].text() == "7"
    qtbot.keyClick(dialog.conflicts[str(first)].mine_button, Qt.Key.Key_Space)
    save(qtbot, dialog)
    counts = [line.brought for line in medication_of(file_house, guest).medicines]
    assert [one.quantity for one in counts if one is not None] == [20, 7]


def test_a_course_is_taken_up_again_until_its_last_day(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    over = replace(METOPROLOL, stop_type=StopType.TEMPORARY, ends_on=TODAY)
    record_list(file_house.door, guest, pharmacy_list(over))
    screen.open_guest(guest)
    press(qtbot, screen, "weer starten…")
    dialog = shown_dialog(screen)
    type_in(qtbot, dialog.fields["by"], "huisarts Vos")
    write(dialog.fields["on"], TODAY + timedelta(days=3))
    save(qtbot, dialog)
    assert dialog.isVisible(), "on a day to come"
    write(dialog.fields["on"], TODAY)
    type_in(qtbot, dialog.fields["until"].line, "30 nov")
    save(qtbot, dialog)
    assert not dialog.isVisible()
    assert medication_of(file_house, guest).medicines[0].ends_on == nov(30)


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
