"""Changing a file in a real window: each dialog by keys or mouse, what it refuses, and two people at once."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    DuringStay,
    Resuscitation,
    Section,
)
from logeerhuis_app.domain.funding import Basis, Frequency
from logeerhuis_app.domain.guests import CarerLoad, Relationship
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.care import AnswerWish, record_answers
from logeerhuis_app.services.guests import PersonWish, change_guest
from logeerhuis_app.services.queries.carers import carer_file
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests import card_print
from logeerhuis_app.ui.guests.care_tab import CareTab
from logeerhuis_app.ui.guests.contacts_tab import ContactsTab
from logeerhuis_app.ui.guests.file_dialog import FileDialog, ReasonDialog, RemoveDialog
from logeerhuis_app.ui.guests.funding_tab import FundingTab
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.guests.person_dialog import PersonDialog
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView
from tests.support.guest_files import nobody_asked, piet
from tests.support.houses import TestHouse
from tests.support.look import StrangeWindows, cut_off_texts, settle, take_keyboard
from tests.support.pdf_reading import text_of


def shown_dialog(screen: GuestsScreen, kind: type = FileDialog):
    found = [child for child in screen.findChildren(QDialog) if isinstance(child, kind) and child.isVisible()]
    assert len(found) == 1
    return found[0]


def save(qtbot, dialog: QDialog) -> None:
    take_keyboard(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def press(qtbot, screen: GuestsScreen, words: str) -> None:
    settle()
    buttons = [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.text() == words]
    assert len(buttons) == 1, words
    qtbot.keyClick(buttons[0], Qt.Key.Key_Space)


def item(screen: GuestsScreen, words: str) -> ChoiceCard:
    settle()
    cards = [one for one in screen.findChildren(ChoiceCard) if one.isVisible() and words in one.accessibleName()]
    assert len(cards) == 1, words
    return cards[0]


def file_of(house: TestHouse, guest: int) -> GuestFile:
    return guest_file(house.door, guest)


@pytest.fixture
def ida(open_screen, file_house: TestHouse):
    """The screen on a file of which nothing was asked, at its care tab."""
    guest = nobody_asked(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    screen.view.show_tab(CareTab)
    settle()
    return screen, guest


# --- allergies ---------------------------------------------------------------------------------------------------


def test_an_allergy_from_the_question_to_the_banner(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_Insert)
    dialog = shown_dialog(screen)
    qtbot.keyClicks(dialog.focusWidget(), "noten")
    dialog.fields["criticality"].set_value(Criticality.FATAL)
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "noodmedicatie" in dialog.problem.text().lower()
    qtbot.keyClicks(dialog.fields["rescue"], "EpiPen in de rode tas")
    save(qtbot, dialog)
    settle()
    assert screen.view.banner.chips()[0].text().startswith("Geen noten")
    assert file_of(file_house, guest).banner.allergy_status is AllergyStatus.KNOWN


def test_none_known_is_said_by_a_person(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    press(qtbot, screen, "Geen bekend: gevraagd en bevestigd")
    settle()
    assert screen.view.banner.chips()[0].text() == "Allergie: geen bekend (22-11-2026)"
    assert file_of(file_house, guest).allergy_confirmed_by == file_house.door.actor.name


def test_the_last_allergy_goes_with_a_reason_and_leaves_a_question(qtbot, open_screen, file_house: TestHouse):
    guest = piet(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    screen.view.show_tab(CareTab)
    qtbot.keyClick(item(screen, "penicilline"), Qt.Key.Key_Return)
    dialog = shown_dialog(screen)
    assert dialog.fields["reaction"].text() == "anafylaxie"
    press(qtbot, screen, "Verwijderen…")
    reason = shown_dialog(screen, ReasonDialog)
    save(qtbot, reason)
    assert reason.isVisible()  # without a reason nothing goes
    qtbot.keyClicks(reason.reason, "was van de buurman")
    save(qtbot, reason)
    settle()
    assert not any(one.isVisible() for one in screen.findChildren(QDialog))
    assert screen.view.banner.chips()[0].text() == "ALLERGIE NIET GEVRAAGD"
    assert file_of(file_house, guest).banner.allergies == ()


# --- the rest of safety ------------------------------------------------------------------------------------------


def test_resuscitation_needs_its_day(qtbot, ida, file_house: TestHouse):
    screen, _guest = ida
    screen.deeds.edit_resuscitation(screen.file)
    dialog = shown_dialog(screen)
    dialog.fields["resuscitation"].set_value(Resuscitation.NO)
    save(qtbot, dialog)
    assert "Besproken of gevraagd op" in dialog.problem.text()
    qtbot.keyClicks(dialog.fields["resuscitation_on"].line, "gisteren")
    save(qtbot, dialog)
    settle()
    assert screen.view.banner.chips()[1].text() == "Reanimeren: nee (besproken 21-11-2026)"


def test_an_alert_is_chosen_and_says_what_to_do(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    press(qtbot, screen, "Waarschuwing")
    dialog = shown_dialog(screen)
    qtbot.keyClicks(dialog.fields["action"], "rollator binnen bereik")
    save(qtbot, dialog)
    assert "Soort" in dialog.problem.text()  # no kind is chosen for the user
    dialog.fields["kind"].set_value(AlertKind.FALLING)
    save(qtbot, dialog)
    assert not dialog.isVisible()
    qtbot.keyClick(item(screen, "rollator"), Qt.Key.Key_Space)
    press(qtbot, screen, "Beëindigen…")
    reason = shown_dialog(screen, ReasonDialog)
    qtbot.keyClicks(reason.reason, "loopt weer goed")
    save(qtbot, reason)
    assert file_of(file_house, guest).banner.alerts == ()


def test_a_condition_comes_and_goes(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    press(qtbot, screen, "Aandoening")
    dialog = shown_dialog(screen)
    qtbot.keyClicks(dialog.focusWidget(), "COPD")
    save(qtbot, dialog)
    assert [row.name for row in file_of(file_house, guest).problems] == ["COPD"]
    qtbot.mouseClick(item(screen, "COPD"), Qt.MouseButton.LeftButton)
    press(qtbot, screen, "Verwijderen…")
    save(qtbot, shown_dialog(screen, RemoveDialog))
    assert file_of(file_house, guest).problems == ()


def test_the_banner_stands_above_what_scrolls_in_a_dialog(ida):
    screen, _guest = ida
    screen.deeds.edit_answers(screen.file, Section.MOVING)
    settle()
    dialog = shown_dialog(screen)
    banner = dialog.findChild(SafetyBannerView)
    assert banner.parentWidget() is dialog
    assert "ALLERGIE NIET GEVRAAGD" in [chip.text() for chip in banner.chips()]


# --- questions of care -------------------------------------------------------------------------------------------


def test_a_question_is_answered_with_keys(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_E)
    dialog = shown_dialog(screen)
    transfer = dialog.fields[CareTopic.TRANSFER.value]
    for _step in range(3):
        qtbot.keyClick(transfer.states, Qt.Key.Key_Right)
    qtbot.keyClicks(transfer.text, "hulp van 1")
    aids = dialog.fields[CareTopic.AIDS.value]
    qtbot.keyClick(aids.states, Qt.Key.Key_Right)
    save(qtbot, dialog)
    answers = file_of(file_house, guest).answers
    assert (answers[CareTopic.TRANSFER].code, answers[CareTopic.TRANSFER].text) == ("help", "hulp van 1")
    assert answers[CareTopic.AIDS].state is AnswerState.UNKNOWN
    assert set(answers) == {CareTopic.TRANSFER, CareTopic.AIDS}  # what was not touched is not written


def test_filled_in_without_an_answer_is_refused_beside_the_question(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    screen.deeds.edit_answers(screen.file, Section.EATING)
    dialog = shown_dialog(screen)
    dialog.fields[CareTopic.FOOD_LEVEL.value].set_answer(AnswerState.GIVEN)
    dialog.fields[CareTopic.LIKES.value].set_answer(AnswerState.GIVEN, text="koffie zwart")
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "IDDSI 3–7" in dialog.problem.text()
    assert dialog.fields[CareTopic.LIKES.value].answer_text() == "koffie zwart"
    assert file_of(file_house, guest).answers == {}


def test_two_people_answer_at_once_and_both_are_seen(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    screen.deeds.edit_answers(screen.file, Section.TOILET)
    dialog = shown_dialog(screen)
    dialog.fields[CareTopic.SKIN.value].set_answer(AnswerState.GIVEN, text="gaaf")
    other = [
        AnswerWish(CareTopic.SKIN, AnswerState.GIVEN, text="rode hiel"),
        AnswerWish(CareTopic.WOUND, AnswerState.NONE),
    ]
    record_answers(file_house.as_role(Role.CARE), guest, other)
    save(qtbot, dialog)
    assert dialog.isVisible()
    line = dialog.conflicts[CareTopic.SKIN.value]
    assert "«rode hiel»" in line.said.text()
    assert dialog.fields[CareTopic.SKIN.value].answer_text() == "gaaf"  # what was typed stays
    assert dialog.fields[CareTopic.WOUND.value].state() is AnswerState.NONE  # what the other did is taken over
    qtbot.keyClick(line.mine_button, Qt.Key.Key_Space)
    save(qtbot, dialog)
    assert file_of(file_house, guest).answers[CareTopic.SKIN].text == "gaaf"


def test_two_people_change_one_person(qtbot, open_screen, file_house: TestHouse):
    guest = nobody_asked(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    settle()
    with qtbot.waitSignal(screen.view.head.edit_wished):
        qtbot.keyClick(screen, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    dialog = shown_dialog(screen, PersonDialog)
    dialog.fields["town"].setText("Strijen")
    change_guest(file_house.door, guest, PersonWish("Ida", date(1940, 11, 19), phone="0186 123 456", version=1))
    save(qtbot, dialog)
    assert "Telefoon" in dialog.problem.text()  # which field the other changed
    assert dialog.fields["phone"].text() == "0186 123 456"
    save(qtbot, dialog)
    person = file_of(file_house, guest).person
    assert (person.town, person.phone) == ("Strijen", "0186 123 456")


def test_a_masked_bsn_that_is_left_alone_stays(qtbot, open_screen, file_house: TestHouse):
    guest = piet(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    screen.deeds.edit_person(screen.file)
    dialog = shown_dialog(screen, PersonDialog)
    assert dialog.fields["bsn"].text() == "••••• 333"
    dialog.fields["town"].setText("Deurne")
    save(qtbot, dialog)
    person = file_of(file_house, guest).person
    assert (person.town, person.bsn) == ("Deurne", "••••• 333")
    screen.deeds.edit_person(screen.file)
    again = shown_dialog(screen, PersonDialog)
    again.fields["bsn"].setText("111222334")
    save(qtbot, again)
    assert "BSN" in again.problem.text()
    assert "111222334" not in again.problem.text()


# --- people and money --------------------------------------------------------------------------------------------


def test_a_contact_is_added_changed_and_removed(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    screen.view.show_tab(ContactsTab)
    settle()
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_Insert)
    dialog = shown_dialog(screen)
    qtbot.keyClicks(dialog.focusWidget(), "Els")
    qtbot.keyClicks(dialog.fields["phone"], "buren")
    save(qtbot, dialog)
    assert "Relatie" in dialog.problem.text()
    dialog.fields["relationship"].set_value(Relationship.DAUGHTER)
    save(qtbot, dialog)
    assert "telefoonnummer" in dialog.problem.text().lower()
    dialog.fields["phone"].setText("06 2345 6789")
    save(qtbot, dialog)
    qtbot.keyClick(item(screen, "1. Els"), Qt.Key.Key_Return)
    again = shown_dialog(screen)
    again.fields["may_collect"].setChecked(True)
    save(qtbot, again)
    (row,) = file_of(file_house, guest).contacts
    assert (row.name, row.phone, row.may_collect) == ("Els", "06 2345 6789", True)
    qtbot.keyClick(item(screen, "1. Els"), Qt.Key.Key_Return)
    press(qtbot, screen, "Verwijderen…")
    save(qtbot, shown_dialog(screen, RemoveDialog))
    assert file_of(file_house, guest).contacts == ()


def test_help_professionals_carer_and_fixed_contact(qtbot, open_screen, file_house: TestHouse):
    guest = piet(file_house)
    screen = open_screen(Role.COORDINATOR)
    screen.open_guest(guest)
    file = screen.file
    screen.deeds.edit_help(file, file.help_at_home[0])
    dialog = shown_dialog(screen)
    dialog.fields["during_stay"].set_value(DuringStay.OPEN)
    save(qtbot, dialog)
    screen.deeds.edit_professional(file)
    dialog = shown_dialog(screen)
    save(qtbot, dialog)
    assert "Naam" in dialog.problem.text()
    dialog.fields["organisation"].setText("Fysio Oost")
    save(qtbot, dialog)
    screen.deeds.edit_carer(file, carer_file(file_house.door, guest).carers[1])
    dialog = shown_dialog(screen)
    dialog.fields["load"].set_value(CarerLoad.LIGHT)
    save(qtbot, dialog)
    screen.deeds.edit_fixed_contact(screen.file)
    dialog = shown_dialog(screen)
    dialog.fields["fixed_contact_id"].setCurrentIndex(1)
    save(qtbot, dialog)
    after = file_of(file_house, guest)
    assert after.help_at_home[0].during_stay is DuringStay.OPEN
    assert after.professionals[-1].organisation == "Fysio Oost"
    assert [row.load for row in carer_file(file_house.door, guest).carers] == [CarerLoad.HEAVY, CarerLoad.LIGHT]
    assert after.fixed_contact
    screen.view.show_tab(ContactsTab)
    assert "inchecken wacht hierop" in item(screen, "Wijkverpleging").accessibleName()


def test_an_allocation_asks_about_what_is_odd_once(qtbot, open_screen, file_house: TestHouse):
    guest = piet(file_house)
    file_house.payer("Gemeente Helmond")
    screen = open_screen(Role.ADMINISTRATOR)
    screen.open_guest(guest)
    screen.view.show_tab(FundingTab)
    settle()
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_Insert)
    dialog = shown_dialog(screen)
    assert dialog.payer.currentText() == "Gemeente Helmond"  # the usual payer of the Wmo
    dialog.basis.set_value(Basis.MPT)
    assert dialog.payer.currentText() == "CZ · Zuidoost-Brabant"
    qtbot.keyClicks(dialog.fields["valid_from"].line, "1-12-2026")
    dialog.fields["volume"].setValue(4)
    save(qtbot, dialog)
    assert "per week, per maand" in dialog.problem.text() or "Geteld" in dialog.problem.text()
    dialog.fields["frequency"].set_value(Frequency.MONTH)
    save(qtbot, dialog)
    assert "dezelfde wet" in dialog.problem.text()
    assert len(file_of(file_house, guest).allocations) == 1
    save(qtbot, dialog)
    assert len(file_of(file_house, guest).allocations) == 2
    settle()
    qtbot.keyClick(item(screen, "01-12-2026"), Qt.Key.Key_Return)
    press(qtbot, screen, "Verwijderen…")
    save(qtbot, shown_dialog(screen, RemoveDialog))
    assert len(file_of(file_house, guest).allocations) == 1


# --- paper -------------------------------------------------------------------------------------------------------


def test_the_card_of_a_present_guest_is_printed(qtbot, open_screen, file_house: TestHouse, tmp_path: Path, monkeypatch):
    opened: list[Path] = []
    monkeypatch.setattr(card_print, "open_file", opened.append)
    guest = piet(file_house)
    screen = open_screen(Role.CARE)
    screen.open_guest(guest)
    settle()
    with qtbot.waitSignal(screen.view.head.print_wished):
        screen.print_page()
    question = screen.card_print.question
    assert question is not None
    assert "Piet" not in question.selectedFiles()[0]
    to = tmp_path / "kaart.pdf"
    with qtbot.waitSignal(screen.card_print.written, timeout=20_000):
        question.fileSelected.emit(str(to))
    question.close()
    said = text_of(to.read_bytes())
    assert "Piet van den Berg" in said
    assert "14-03-1949" in said
    assert "penicilline" in said
    assert "111222333" not in said
    assert opened == [to]


def test_without_a_stay_there_is_no_card(qtbot, ida, tmp_path: Path):
    screen, guest = ida
    screen.card_print.print_to(guest, tmp_path / "kaart.pdf")
    assert "niet in huis" in screen.messages.text
    assert list(tmp_path.glob("*.pdf")) == []


def test_a_place_that_cannot_be_written_is_said(qtbot, open_screen, file_house: TestHouse, tmp_path: Path):
    guest = piet(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    with qtbot.waitSignal(screen.card_print.said, timeout=20_000):
        screen.card_print.print_to(guest, tmp_path / "geen" / "map" / "kaart.pdf")
    assert "Kies een andere map" in screen.messages.text


# --- all of them -------------------------------------------------------------------------------------------------


def test_no_dialog_cuts_off_its_words_or_flashes_a_window(open_screen, file_house: TestHouse):
    guest = piet(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    file, deeds, windows = screen.file, screen.deeds, StrangeWindows()
    for ask in (
        lambda: deeds.edit_person(file),
        lambda: deeds.edit_allergy(file, file.banner.allergies[0]),
        lambda: deeds.edit_resuscitation(file),
        lambda: deeds.edit_alert(file, file.banner.alerts[0]),
        lambda: deeds.edit_problem(file, file.problems[0]),
        *(lambda section=section: deeds.edit_answers(file, section) for section in Section),
        lambda: deeds.write_list(file),
        lambda: deeds.edit_medication_care(file),
        lambda: deeds.edit_contact(file, file.contacts[0]),
        lambda: deeds.edit_professional(file),
        lambda: deeds.edit_help(file, file.help_at_home[0]),
        lambda: deeds.edit_carer(file, carer_file(file_house.door, file.person.guest.guest_id).carers[0]),
        lambda: deeds.edit_allocation(file, file.allocations[0]),
    ):
        ask()
        settle()
        dialog = shown_dialog(screen)
        assert list(cut_off_texts(dialog)) == []
        assert dialog.height() <= 768
        dialog.reject()
        settle()
    assert windows.seen == []
