"""Each kind of answer is typed in a real window by keys, and is found back in the house."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from logeerhuis_app.domain.care import AnswerState, CareTopic, Section
from logeerhuis_app.domain.care_topics import QUESTIONS, topics_of
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import AnswerRow
from logeerhuis_app.ui.guests.answers_dialog import AnswersDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.answer_entry import DayEntry, ListEntry, NumberEntry, TicksEntry
from logeerhuis_app.ui.widgets.tri_state import TriState
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts, settle, take_keyboard


@pytest.fixture
def ask(qtbot, file_house: TestHouse):
    """``ask(section)``: the dialog of one part; the guest is always the same."""
    guest = file_house.guest("Noor")

    def opened(section: Section) -> AnswersDialog:
        file = guest_file(file_house.door, guest)
        dialog = AnswersDialog(Operations(file_house.door), None, file, section)  # type: ignore[arg-type]
        qtbot.addWidget(dialog)
        dialog.resize(720, 700)
        dialog.open()
        take_keyboard(dialog)
        return dialog

    opened.guest = guest  # type: ignore[attr-defined]
    return opened


def field(dialog: AnswersDialog, topic: CareTopic) -> TriState:
    found = dialog.fields[topic.value]
    assert isinstance(found, TriState)
    return found


def choose(qtbot, question: TriState, steps: int) -> None:
    for _step in range(steps):
        qtbot.keyClick(question.states, Qt.Key.Key_Right)


def save(qtbot, dialog: QDialog) -> None:
    take_keyboard(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def answers(house: TestHouse, guest: int) -> dict[CareTopic, AnswerRow]:
    return guest_file(house.door, guest).answers


def test_a_yes_is_three_keys(qtbot, ask, file_house: TestHouse):
    dialog = ask(Section.BODY)
    question = field(dialog, CareTopic.RESISTANT_BACTERIA)
    choose(qtbot, question, 3)
    qtbot.keyClicks(question.text, "MRSA in 2019")
    save(qtbot, dialog)
    row = answers(file_house, ask.guest)[CareTopic.RESISTANT_BACTERIA]
    assert (row.state, row.code, row.text) == (AnswerState.GIVEN, "yes", "MRSA in 2019")


def test_a_number_is_typed_with_a_comma(qtbot, ask, file_house: TestHouse):
    dialog = ask(Section.BODY)
    question = field(dialog, CareTopic.OXYGEN)
    assert isinstance(question.entry, NumberEntry)
    choose(qtbot, question, 3)
    qtbot.keyClicks(question.entry.line, "2,5")
    save(qtbot, dialog)
    assert answers(file_house, ask.guest)[CareTopic.OXYGEN].code == "2.5"
    again = field(ask(Section.BODY), CareTopic.OXYGEN)
    assert isinstance(again.entry, NumberEntry)
    assert again.entry.line.text() == "2,5"


def test_a_number_out_of_bounds_is_said_beside_it_and_nothing_is_lost(qtbot, ask, file_house: TestHouse):
    dialog = ask(Section.BODY)
    question = field(dialog, CareTopic.OXYGEN)
    assert isinstance(question.entry, NumberEntry)
    choose(qtbot, question, 3)
    qtbot.keyClicks(question.entry.line, "25")
    choose(qtbot, field(dialog, CareTopic.LIVESTOCK), 2)
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "typ een getal van 0,5 tot 15 l/min" in dialog.problem.text()
    assert question.entry.line.text() == "25"
    assert field(dialog, CareTopic.LIVESTOCK).code() == "no"
    assert answers(file_house, ask.guest) == {}


def test_a_day_is_typed_as_people_say_it(qtbot, ask, file_house: TestHouse):
    dialog = ask(Section.TOILET)
    question = field(dialog, CareTopic.CATHETER_NEXT)
    assert isinstance(question.entry, DayEntry)
    choose(qtbot, question, 3)
    qtbot.keyClicks(question.entry.day.line, "26 nov")
    save(qtbot, dialog)
    assert answers(file_house, ask.guest)[CareTopic.CATHETER_NEXT].code == "2026-11-26"


@pytest.mark.parametrize(
    ("topic", "typed", "words"),
    [
        (CareTopic.CATHETER_NEXT, "ooit", "geen datum"),
        (CareTopic.CATHETER_CHANGED, "24-11-2026", "toekomst"),
    ],
)
def test_what_is_no_day_is_said_beside_it(qtbot, ask, file_house: TestHouse, topic, typed: str, words: str):
    dialog = ask(Section.TOILET)
    question = field(dialog, topic)
    assert isinstance(question.entry, DayEntry)
    choose(qtbot, question, 3)
    qtbot.keyClicks(question.entry.day.line, typed)
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert words in dialog.problem.text()
    assert answers(file_house, ask.guest) == {}


def test_several_are_ticked(qtbot, ask, file_house: TestHouse):
    dialog = ask(Section.MOVING)
    question = field(dialog, CareTopic.AIDS)
    assert isinstance(question.entry, TicksEntry)
    choose(qtbot, question, 3)
    for code in ("hearing_aid_left", "walker"):
        qtbot.keyClick(question.entry.ticks[code], Qt.Key.Key_Space)
    save(qtbot, dialog)
    assert answers(file_house, ask.guest)[CareTopic.AIDS].code == "walker,hearing_aid_left"


def test_each_diet_says_whether_it_is_medical(qtbot, ask, file_house: TestHouse):
    dialog = ask(Section.EATING)
    question = field(dialog, CareTopic.DIET)
    assert isinstance(question.entry, TicksEntry)
    choose(qtbot, question, 3)
    for code in ("salt_reduced", "vegetarian"):
        qtbot.keyClick(question.entry.ticks[code], Qt.Key.Key_Space)
    qtbot.keyClick(question.entry.marks["salt_reduced"], Qt.Key.Key_Down)
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert "medisch is of eigen keus" in dialog.problem.text()
    for _step in range(2):
        qtbot.keyClick(question.entry.marks["vegetarian"], Qt.Key.Key_Down)
    save(qtbot, dialog)
    assert answers(file_house, ask.guest)[CareTopic.DIET].code == "salt_reduced:medical,vegetarian:own_choice"


def test_one_of_a_list_and_words_beside_it(qtbot, ask, file_house: TestHouse):
    dialog = ask(Section.TOILET)
    question = field(dialog, CareTopic.CATHETER)
    assert isinstance(question.entry, ListEntry)
    choose(qtbot, question, 3)
    for _step in range(4):
        qtbot.keyClick(question.entry.choice, Qt.Key.Key_Down)
    qtbot.keyClicks(question.text, "maat 14")
    save(qtbot, dialog)
    row = answers(file_house, ask.guest)[CareTopic.CATHETER]
    assert (row.code, row.text) == ("suprapubic", "maat 14")


def test_an_ability_stands_beside_the_empties(qtbot, ask, file_house: TestHouse):
    dialog = ask(Section.SELF_CARE)
    question = field(dialog, CareTopic.WASHING)
    assert [button.text() for button in question.states.buttons()] == [
        *("niet gevraagd", "gevraagd, onbekend", "zelfstandig", "hulp nodig", "niet in staat")
    ]
    choose(qtbot, question, 3)
    qtbot.keyClicks(question.text, "aan de wastafel, zelf het gezicht")
    save(qtbot, dialog)
    row = answers(file_house, ask.guest)[CareTopic.WASHING]
    assert (row.code, row.text) == ("help", "aan de wastafel, zelf het gezicht")


@pytest.mark.parametrize("section", list(Section))
def test_every_question_has_a_field_that_gives_back_what_was_put_in(ask, section: Section):
    dialog = ask(section)
    assert {topic.value for topic in topics_of(section)} <= set(dialog.fields)
    for topic in topics_of(section):
        question, code = field(dialog, topic), _a_code(topic)
        question.set_answer(AnswerState.GIVEN, code)
        assert (question.state(), question.code()) == (AnswerState.GIVEN, code)
    settle()
    assert list(cut_off_texts(dialog)) == []


def _a_code(topic: CareTopic) -> str:
    question = QUESTIONS[topic]
    if question.bounds is not None:
        return f"{question.bounds.most:f}"
    if question.marks:
        return ",".join(f"{code}:{question.marks[0]}" for code in question.codes)
    return {"day": "2026-11-20", "several": ",".join(question.codes)}.get(question.kind, (question.codes or ("",))[-1])
