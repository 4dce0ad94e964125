"""What is done with medicines in the house, in a real window: stopped, taken up again, counted, managed."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton

from logeerhuis_app.domain.care import AnswerState, CareTopic, MedicationCare
from logeerhuis_app.domain.medication import (
    CountMoment,
    HighRisk,
    StopType,
)
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.medication import StopWish, record_list, stop_medicine
from logeerhuis_app.services.medicine_counts import CountWish, record_counts, sign_count
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.ui.guests.field_access import write
from logeerhuis_app.ui.guests.medication_scope import MedicationScopeDialog
from logeerhuis_app.ui.guests.medication_tab import MedicationTab
from logeerhuis_app.ui.guests.medicine_card import MedicineCard
from logeerhuis_app.ui.style import apply_style
from tests.support.guest_files import nobody_asked, piet
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, settle
from tests.support.medicines import METHOTREXATE, METOPROLOL, PARACETAMOL, TODAY, pharmacy_list
from tests.ui.guests.medicine_hands import (
    fill_line,
    medication_of,
    open_list,
    pick,
    press,
    save,
    shown_dialog,
    type_in,
    words_on,
)


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
