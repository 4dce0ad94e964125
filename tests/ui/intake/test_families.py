"""Six families of a report are entered through the intake by keys, as far as it tells; the rest shows «not asked»."""

from collections.abc import Callable
from enum import Enum
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from logeerhuis_app.domain.care import AllergyStatus, AnswerState, CareTopic, DuringStay, Resuscitation, Section
from logeerhuis_app.domain.care_topics import SAFETY, SECTION_OF, topics_of
from logeerhuis_app.domain.handover import Shift, ShiftKind
from logeerhuis_app.domain.intake import SECTION_OF_PART, IntakePart, PartState
from logeerhuis_app.i18n.answer_words import choice_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.reports.guest_card import build_guest_cards
from logeerhuis_app.services.guests import PersonWish, register_guest
from logeerhuis_app.services.queries.handover import guest_card
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.guests.topic_card import topic_card
from logeerhuis_app.ui.intake.intake_dialog import PARTS, IntakeDialog
from logeerhuis_app.ui.widgets.answer_entry import ListEntry, TicksEntry
from logeerhuis_app.ui.widgets.key_values import KeyValues
from logeerhuis_app.ui.widgets.tri_state import TriState
from tests.support.care import stay
from tests.support.dsp_families import FAMILIES, REPORT_YEAR, Family
from tests.support.houses import TestHouse, nov
from tests.support.look import settle, take_keyboard
from tests.support.pdf_reading import built, text_of
from tests.ui.intake.hands import CTRL, form_of, view

NOT_ASKED = "niet gevraagd"


# --- hands ---------------------------------------------------------------------------------------------------------


def put(qtbot, field: QWidget, value: Any) -> None:
    """Type or choose it with keys, whatever the field is."""
    if isinstance(field, QCheckBox):
        qtbot.keyClick(field, Qt.Key.Key_Space)
    elif isinstance(field, QComboBox):
        wanted = label(value) if isinstance(value, Enum) else value
        choose(qtbot, field, wanted)
    elif isinstance(field, QLineEdit | QPlainTextEdit):
        field.clear()
        qtbot.keyClicks(field, value)
    else:
        raise TypeError(type(field).__name__)


def choose(qtbot, field: QComboBox, words: str) -> None:
    while field.currentIndex() > 0:
        qtbot.keyClick(field, Qt.Key.Key_Up)
    for _step in range(field.count()):
        if field.currentText().casefold() == words.casefold():
            return
        qtbot.keyClick(field, Qt.Key.Key_Down)
    raise AssertionError(words)


def tell(qtbot, question: TriState, topic: CareTopic, code: str, text: str) -> None:
    """Answer one question of care with keys."""
    words = choice_words(topic, code) if code and question.entry is None else label(AnswerState.GIVEN)
    places = [button.text() for button in question.states.buttons()]
    for _step in range(places.index(words) - question.states.current()):
        qtbot.keyClick(question.states, Qt.Key.Key_Right)
    if isinstance(question.entry, ListEntry) and code:
        choose(qtbot, question.entry.choice, choice_words(topic, code))
    if isinstance(question.entry, TicksEntry):
        qtbot.keyClick(question.entry.ticks[code], Qt.Key.Key_Space)
    qtbot.keyClicks(question.text, text)


def over(qtbot, dialog: IntakeDialog, open_form: Callable[[GuestFile], None], **values: Any) -> None:
    """A form over the intake: what is empty is left as it is."""
    open_form(dialog.view.file)
    settle()
    (form,) = forms_over(dialog)
    take_keyboard(form)
    for code, value in values.items():
        if value:
            put(qtbot, form.fields[code], value)
    qtbot.keyClick(form, Qt.Key.Key_Return, CTRL)
    settle()
    assert [one.problem.text() for one in forms_over(dialog)] == []


def forms_over(dialog: IntakeDialog) -> list[FileDialog]:
    return [one for one in dialog.findChildren(FileDialog) if one.isVisible() and one.isWindow()]


def enter(qtbot, dialog: IntakeDialog, told: Family) -> None:
    """The whole talk, in its order."""
    form = form_of(dialog)
    for code in ("gender", "town", "marital_status", "lives_with"):
        put(qtbot, form.fields[code], getattr(told, code))
    deeds = dialog.deeds
    dialog.go_to(IntakePart.PEOPLE)
    for name, relationship in told.contacts:
        over(qtbot, dialog, deeds.edit_contact, name=name, relationship=relationship)
    dialog.go_to(IntakePart.HELP)
    for kind, how_often in told.help_at_home:
        over(qtbot, dialog, deeds.edit_help, kind=kind, frequency=how_often)
    dialog.go_to(IntakePart.HEALTH)
    for one in told.conditions:
        over(qtbot, dialog, deeds.edit_problem, kind=one.kind, name=one.name, detail=one.detail)
    dialog.go_to(IntakePart.MEDICATION)
    if told.medication_care is not None:
        over(qtbot, dialog, deeds.edit_medication_care, medication_care=told.medication_care)
    for part, section in SECTION_OF_PART.items():
        dialog.go_to(part)
        for topic, (code, text) in told.answers.items():
            if SECTION_OF[topic] is section:
                question = form_of(dialog).fields[topic.value]
                assert isinstance(question, TriState)
                tell(qtbot, question, topic, code, text)
    dialog.go_to(IntakePart.ESTIMATE)


# --- the six -------------------------------------------------------------------------------------------------------


@pytest.fixture(params=FAMILIES)
def family(request, qtbot, open_intake, file_house: TestHouse) -> tuple[Family, int, IntakeDialog]:
    told = FAMILIES[request.param]
    wish = PersonWish(given_name=told.given_name, born=nov(22).replace(year=REPORT_YEAR - told.age))
    guest = register_guest(file_house.door, wish).created_id
    dialog = open_intake(guest)
    enter(qtbot, dialog, told)
    return told, guest, dialog


def test_a_family_of_the_report_goes_through_the_intake(family, file_house: TestHouse):
    told, guest, dialog = family
    seen = view(file_house, guest)
    stored_as_told(seen.file, told)
    nothing_else_is_known(seen.file)
    the_parts_say_how_far_they_are(dialog, told, seen.parts)
    what_was_not_told_reads_not_asked_on_screen(seen.file, told)
    what_was_not_told_reads_not_asked_on_the_card(file_house, guest, told)


def stored_as_told(file: GuestFile, told: Family) -> None:
    person = file.person
    assert (person.town, person.lives_with) == (told.town, told.lives_with)
    assert (person.gender_code, person.marital_code) == (told.gender, told.marital_status)
    assert [(row.name, row.kind) for row in file.contacts] == list(told.contacts)
    assert [(row.kind_code, row.frequency) for row in file.help_at_home] == list(told.help_at_home)
    assert {row.during_stay for row in file.help_at_home} == {DuringStay.OPEN}
    assert sorted(row.detail for row in file.problems) == sorted(one.detail for one in told.conditions)
    assert file.medication.care is told.medication_care
    answers = {topic: (row.code, row.text) for topic, row in file.answers.items()}
    assert answers == told.answers
    assert {row.state for row in file.answers.values()} == {AnswerState.GIVEN}


def nothing_else_is_known(file: GuestFile) -> None:
    banner = file.banner
    assert (banner.allergy_status, banner.resuscitation) == (AllergyStatus.NOT_ASKED, Resuscitation.NOT_DISCUSSED)
    assert (banner.alerts, banner.allergies, file.medication.medicines, file.allocations) == ((), (), (), ())
    assert (file.medication.list_date, file.person.bsn, file.scores) == (None, "", ())
    assert not any(row.phone or row.may_collect for row in file.contacts)


def the_parts_say_how_far_they_are(dialog: IntakeDialog, told: Family, parts: dict[IntakePart, PartState]) -> None:
    lines = [dialog.parts.item(place).text() for place in range(len(PARTS))]
    for part, section in SECTION_OF_PART.items():
        is_asked = any(topic in told.answers for topic in topics_of(section))
        assert parts[part] is (PartState.PARTLY if is_asked else PartState.NOT_ASKED)
        assert lines[PARTS.index(part)].endswith("deels gevraagd" if is_asked else NOT_ASKED)
    assert lines[PARTS.index(IntakePart.ALLERGY)].endswith(NOT_ASKED)
    assert dialog.banner.chips()[0].text() == "ALLERGIE NIET GEVRAAGD"


def what_was_not_told_reads_not_asked_on_screen(file: GuestFile, told: Family) -> None:
    for section in Section:
        card = topic_card(file, section, nov(22))
        said = {name: value for rows in card.findChildren(KeyValues) for name, value in rows.texts()}
        unasked = [topic for topic in topics_of(section) if topic not in told.answers]
        assert {said[label(topic)] for topic in unasked} <= {NOT_ASKED}
        card.deleteLater()


def what_was_not_told_reads_not_asked_on_the_card(house: TestHouse, guest: int, told: Family) -> None:
    place = house.location()
    stay(house, guest, house.bed("Kamer 1", place), place, nov(20), nov(25))
    shift = Shift(nov(22), ShiftKind.LATE)
    paper = guest_card(house.door, guest, shift)
    words = text_of(built(build_guest_cards, paper.cards, paper.stamp))
    assert "ALLERGIE NIET GEVRAAGD" in words
    assert "Geen lijst van de apotheek" in words
    assert ("hulp: niet gevraagd" in words) is (told.medication_care is None)
    headings = {
        "Eten en drinken": (Section.EATING,),
        "Bewegen, vallen, verzorging": (Section.MOVING, Section.SELF_CARE),
        "Toilet, huid, zuurstof": (Section.TOILET, Section.BODY),
        "Nacht": (Section.NIGHT,),
        "Gedrag en aanpak": (Section.MIND,),
        f"Zo is {told.given_name}": (Section.THIS_IS_ME,),
    }
    for heading, sections in headings.items():
        topics = [topic for section in sections for topic in topics_of(section)]
        is_asked = any(topic in told.answers for topic in topics)
        assert (f"{heading} {NOT_ASKED}" in words) is not is_asked, heading
        if is_asked and any(topic in SAFETY for topic in topics):
            assert f"{NOT_ASKED}:" in words.partition(heading)[2]
