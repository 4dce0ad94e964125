"""The intake in a real window: begun, left, gone on with, broken off, by two people."""

import pytest
from PySide6.QtCore import Qt

from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.domain.care import (
    AnswerState,
    CareTopic,
    Resuscitation,
)
from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.care import AnswerWish, record_answers
from logeerhuis_app.services.intake import EstimateWish, set_estimate
from logeerhuis_app.services.queries.intake import intake_view
from logeerhuis_app.ui.guests.conflict_line import Holds
from logeerhuis_app.ui.guests.field_access import RowChoice, write
from logeerhuis_app.ui.intake.intake_dialog import PARTS, IntakeDialog
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.tri_state import TriState
from tests.support.houses import TestHouse, nov
from tests.support.look import settle
from tests.ui.intake.hands import CTRL, answer, form_of, on, press, shown, view

# --- begin, leave, resume ----------------------------------------------------------------------------------------


def test_the_talk_is_walked_by_keys_and_each_part_saves_itself(qtbot, open_intake, file_house):
    guest = file_house.guest()
    dialog = open_intake(guest)
    assert shown(dialog) is IntakePart.WHO
    on(qtbot, dialog)
    assert shown(dialog) is IntakePart.THIS_IS_ME
    field = form_of(dialog).fields[CareTopic.THIS_IS_ME.value]
    assert isinstance(field, TriState)
    for _step in range(3):
        qtbot.keyClick(field.states, Qt.Key.Key_Right)
    qtbot.keyClicks(field.text, "Was timmerman")
    on(qtbot, dialog)
    assert shown(dialog) is IntakePart.PEOPLE
    row = view(file_house, guest).file.answers[CareTopic.THIS_IS_ME]
    assert (row.state, row.text) == (AnswerState.GIVEN, "Was timmerman")
    assert dialog.parts.item(1).text() == "2. Zo ben ik\ndeels gevraagd"
    qtbot.keyClick(dialog, Qt.Key.Key_PageUp, CTRL)
    assert shown(dialog) is IntakePart.THIS_IS_ME


def test_stopping_saves_and_the_next_time_goes_on_there(qtbot, open_intake, file_house):
    guest = file_house.guest()
    dialog = open_intake(guest)
    dialog.go_to(IntakePart.NIGHT)
    answer(dialog, CareTopic.NIGHT, AnswerState.GIVEN, text="twee keer op")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert view(file_house, guest).file.answers[CareTopic.NIGHT].text == "twee keer op"
    assert view(file_house, guest).drafts == {}
    assert shown(open_intake(guest)) is IntakePart.WHO  # the first that was not asked to the end


def test_the_parts_can_be_chosen_at_the_left(qtbot, open_intake, file_house):
    dialog = open_intake(file_house.guest())
    qtbot.keyClick(dialog, Qt.Key.Key_F6)
    qtbot.keyClick(dialog.parts, Qt.Key.Key_Down)
    assert shown(dialog) is IntakePart.THIS_IS_ME


def test_enter_goes_to_the_next_question(qtbot, open_intake, file_house):
    dialog = open_intake(file_house.guest())
    name = form_of(dialog).fields["given_name"]
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert dialog.focusWidget() is form_of(dialog).fields["prefix"]


# --- broken off --------------------------------------------------------------------------------------------------


def crash(qtbot, dialog: IntakeDialog, house: TestHouse, guest: int) -> None:
    """The window goes without a word, once its typing was put away by itself."""
    door = house.as_role(Role.COORDINATOR)
    dialog.draft_timer.setInterval(10)
    qtbot.waitUntil(lambda: bool(intake_view(door, guest).drafts), timeout=20_000)
    dialog.draft_timer.stop()
    dialog.hide()
    dialog.deleteLater()
    settle()


def test_half_a_part_is_there_again_after_a_crash(qtbot, open_intake, file_house):
    guest = file_house.guest()
    dialog = open_intake(guest)
    dialog.go_to(IntakePart.MIND)
    answer(dialog, CareTopic.WHAT_HELPS, AnswerState.GIVEN, text="samen zin")
    answer(dialog, CareTopic.WANDERING, AnswerState.GIVEN, "1")
    crash(qtbot, dialog, file_house, guest)
    assert CareTopic.WHAT_HELPS not in view(file_house, guest).file.answers
    again = open_intake(guest)
    assert shown(again) is IntakePart.MIND
    assert "Verder waar u was, van 12:00" in again.messages.text
    typed = form_of(again).values()
    assert typed[CareTopic.WHAT_HELPS.value][2] == "samen zin"
    assert typed[CareTopic.WANDERING.value][1] == "1"
    on(qtbot, again)
    assert view(file_house, guest).file.answers[CareTopic.WHAT_HELPS].text == "samen zin"
    assert intake_view(file_house.as_role(Role.COORDINATOR), guest).drafts == {}


def test_what_was_half_typed_can_be_thrown_away(qtbot, open_intake, file_house):
    guest = file_house.guest()
    dialog = open_intake(guest)
    dialog.go_to(IntakePart.TOILET)
    answer(dialog, CareTopic.SKIN, AnswerState.NONE)
    crash(qtbot, dialog, file_house, guest)
    again = open_intake(guest)
    again.messages.action_button.click()
    assert not again.page.is_touched
    assert intake_view(file_house.as_role(Role.COORDINATOR), guest).drafts == {}


def test_dates_and_choices_come_back_as_well(qtbot, open_intake, file_house):
    guest = file_house.guest()
    dialog = open_intake(guest)
    dialog.go_to(IntakePart.WISHES)
    write(form_of(dialog).fields["resuscitation"], Resuscitation.NO)
    write(form_of(dialog).fields["resuscitation_on"], nov(20))
    crash(qtbot, dialog, file_house, guest)
    again = open_intake(guest)
    assert form_of(again).values()["resuscitation"] is Resuscitation.NO
    assert form_of(again).values()["resuscitation_on"] == nov(20)


def test_what_cannot_be_saved_is_said_beside_its_field_and_kept(qtbot, open_intake, file_house):
    guest = file_house.guest()
    dialog = open_intake(guest)
    dialog.go_to(IntakePart.WISHES)
    write(form_of(dialog).fields["resuscitation"], Resuscitation.NO)
    on(qtbot, dialog)
    assert shown(dialog) is IntakePart.WISHES
    assert "Vul in" in form_of(dialog).problem.text()
    assert dialog.parts.currentRow() == PARTS.index(IntakePart.WISHES)
    dialog.reject()
    assert dialog.isVisible()
    assert "sluit nog een keer" in dialog.messages.text
    dialog.reject()
    assert not dialog.isVisible()
    again = open_intake(guest)
    assert form_of(again).values()["resuscitation"] is Resuscitation.NO


# --- two people --------------------------------------------------------------------------------------------------


def test_two_people_in_one_part_lose_nothing(qtbot, open_intake, file_house):
    guest = file_house.guest()
    dialog = open_intake(guest)
    dialog.go_to(IntakePart.EATING)
    other = file_house.as_role(Role.CARE)
    theirs = [
        AnswerWish(CareTopic.LIKES, AnswerState.GIVEN, text="koffie"),
        AnswerWish(CareTopic.DISLIKES, AnswerState.NONE),
    ]
    record_answers(other, guest, theirs)
    answer(dialog, CareTopic.LIKES, AnswerState.GIVEN, text="thee")
    on(qtbot, dialog)
    assert shown(dialog) is IntakePart.EATING
    line = form_of(dialog).conflicts[CareTopic.LIKES.value]
    assert "schreef: «koffie»" in line.said.text()
    assert form_of(dialog).values()[CareTopic.DISLIKES.value][0] is AnswerState.NONE
    on(qtbot, dialog)
    assert shown(dialog) is IntakePart.EATING  # nobody chose yet
    line.choose(Holds.MINE)
    on(qtbot, dialog)
    answers = view(file_house, guest).file.answers
    assert answers[CareTopic.LIKES].text == "thee"
    assert answers[CareTopic.DISLIKES].state is AnswerState.NONE


def test_a_draft_says_what_another_wrote_since(qtbot, open_intake, file_house):
    guest = file_house.guest()
    dialog = open_intake(guest)
    dialog.go_to(IntakePart.EATING)
    answer(dialog, CareTopic.LIKES, AnswerState.GIVEN, text="thee")
    crash(qtbot, dialog, file_house, guest)
    record_answers(
        file_house.as_role(Role.CARE), guest, [AnswerWish(CareTopic.LIKES, AnswerState.GIVEN, text="koffie")]
    )
    again = open_intake(guest)
    assert "Lust graag" in again.messages.text
    assert "schreef: «koffie»" in form_of(again).conflicts[CareTopic.LIKES.value].said.text()
    assert form_of(again).values()[CareTopic.LIKES.value][2] == "thee"


# --- three empties, and what check-in needs ----------------------------------------------------------------------


def test_none_unknown_and_not_asked_are_three_things(open_intake, file_house):
    dialog = open_intake(file_house.guest())
    dialog.go_to(IntakePart.HELP)
    row = PARTS.index(IntakePart.HELP)
    assert dialog.parts.item(row).text().endswith("niet gevraagd")
    press(dialog, "Geen: gevraagd en bevestigd")
    assert dialog.parts.item(row).text().endswith("\ngeen")
    press(dialog, "Gevraagd, niemand weet het")
    assert dialog.parts.item(row).text().endswith("gevraagd, onbekend")
    press(dialog, "Toch niet gevraagd")
    assert dialog.parts.item(row).text().endswith("niet gevraagd")


def test_the_list_for_the_arrival_shrinks_and_leads_the_way(open_intake, file_house):
    dialog = open_intake(file_house.guest())
    before = len(dialog.needed.buttons)
    dialog.needed.buttons[CheckInGate.ALLERGY.value].click()
    assert shown(dialog) is IntakePart.ALLERGY
    assert dialog.banner.chips()[0].text() == "ALLERGIE NIET GEVRAAGD"
    press(dialog, "Geen bekend: gevraagd en bevestigd")
    assert CheckInGate.ALLERGY.value not in dialog.needed.buttons
    assert len(dialog.needed.buttons) == before - 1
    assert dialog.banner.chips()[0].text().startswith("Allergie: geen bekend")


def test_the_care_need_is_estimated_in_the_last_part(open_intake, file_house):
    guest = file_house.guest()
    dialog = open_intake(guest)
    dialog.go_to(IntakePart.ESTIMATE)
    fields = form_of(dialog).fields
    write(fields["estimate_adl"], 1)
    write(fields["estimate_minutes"], 45)
    write(fields["estimate_nightly"], 0)
    write(fields["held_on"], nov(20))
    dialog.next_button.click()
    assert not dialog.isVisible()
    row = view(file_house, guest).estimate
    assert (row.estimate_adl, row.estimate_minutes, row.estimate_nightly) == ("partly", 45, 0)


def test_an_estimate_that_is_not_on_the_list_is_shown_and_stays(open_intake, file_house):
    """Read in from elsewhere, or of before the list was what it is."""
    guest = file_house.guest()
    set_estimate(file_house.door, guest, EstimateWish(estimate_minutes=20, estimate_nightly=14))
    dialog = open_intake(guest)
    dialog.go_to(IntakePart.ESTIMATE)
    fields = form_of(dialog).fields
    minutes = fields["estimate_minutes"]
    assert isinstance(minutes, RowChoice)
    assert minutes.currentText() == "20 minuten"
    write(fields["place"], "thuis")
    dialog.next_button.click()
    row = view(file_house, guest).estimate
    assert (row.estimate_minutes, row.estimate_nightly, row.place) == (20, 14, "thuis")


def test_care_staff_take_the_talk_but_not_the_address(open_intake, file_house):
    dialog = open_intake(file_house.guest(), Role.CARE)
    assert shown(dialog) is IntakePart.WHO
    assert dialog.page.form is None
    assert dialog.go_to(IntakePart.EATING)
    assert form_of(dialog)


@pytest.mark.parametrize("width", [900, 1300])
def test_what_the_arrival_needs_is_in_sight_on_each_screen(open_intake, file_house, width):
    dialog = open_intake(file_house.guest())
    dialog.resize(px(width), 700)
    settle()
    for part in PARTS:
        dialog.go_to(part)
        settle()
        assert dialog.needed.isVisible()
        assert dialog.needed.height() >= dialog.needed.minimumSizeHint().height()
        assert dialog.rect().contains(dialog.needed.geometry())
