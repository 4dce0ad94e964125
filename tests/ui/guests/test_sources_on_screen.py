"""From whom the house has it: asked in the form by keys, said in a quiet line under the thing."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from logeerhuis_app.domain.care import AnswerState, CareTopic, Criticality, Section
from logeerhuis_app.domain.sources import InfoSource
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.ui.guests.care_tab import CareTab
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from tests.support.houses import TestHouse, nov
from tests.support.look import settle, take_keyboard


def form_of(screen) -> Any:
    (form,) = [one for one in screen.findChildren(FileDialog) if one.isVisible()]
    return form


def save(qtbot, form: FileDialog) -> None:
    take_keyboard(form)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def said(screen) -> str:
    return "\n".join(one.text() for one in screen.view.current_tab().findChildren(QLabel) if one.isVisible())


def test_the_source_of_an_allergy_is_chosen_by_keys_and_stands_under_it(qtbot, open_screen, file_house: TestHouse):
    guest = file_house.guest("Noor")
    screen = open_screen()
    screen.open_guest(guest)
    screen.view.show_tab(CareTab)
    settle()
    screen.deeds.edit_allergy(screen.file)
    form = form_of(screen)
    qtbot.keyClicks(form.fields["agent"], "noten")
    form.fields["criticality"].set_value(Criticality.MILD)
    qtbot.keyClick(form.fields["source"], Qt.Key.Key_Down)
    qtbot.keyClick(form.fields["source"], Qt.Key.Key_Down)
    qtbot.keyClicks(form.fields["valid_from"].line, "2 nov")
    save(qtbot, form)
    row = guest_file(file_house.door, guest).banner.allergies[0]
    assert (row.origin.source, row.valid_from) == (InfoSource.CARER, nov(2))
    assert f"bron: mantelzorger · 22-11-2026 {file_house.door.actor.name}" in said(screen)
    screen.deeds.edit_allergy(screen.file, row)
    assert form_of(screen).values()["source"] is InfoSource.CARER


def test_one_source_for_the_answers_about_safety_of_a_form(qtbot, open_screen, file_house: TestHouse):
    guest = file_house.guest("Noor")
    screen = open_screen()
    screen.open_guest(guest)
    screen.deeds.edit_answers(screen.file, Section.EATING)
    form = form_of(screen)
    form.fields[CareTopic.CHOKING.value].set_answer(AnswerState.UNKNOWN)
    form.fields[CareTopic.LIKES.value].set_answer(AnswerState.GIVEN, text="koffie")
    form.fields["source"].set_value(InfoSource.GP)
    save(qtbot, form)
    answers = guest_file(file_house.door, guest).answers
    assert answers[CareTopic.CHOKING].origin.source is InfoSource.GP
    assert answers[CareTopic.LIKES].origin.source is None
