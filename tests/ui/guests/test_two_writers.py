"""Two people with one file open, each in a window and with a door of their own: nothing of either is lost."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.care import AlertKind, AnswerState, CareTopic, Criticality, Section, Severity
from logeerhuis_app.domain.guests import HelpKind, ProfessionalRole
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.care import (
    AlertWish,
    AllergyWish,
    ProblemWish,
    add_alert,
    add_allergy,
    add_problem,
)
from logeerhuis_app.services.network import (
    ContactWish,
    HelpWish,
    ProfessionalWish,
    add_contact,
    add_help,
    add_professional,
)
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.answers_dialog import AnswersDialog
from logeerhuis_app.ui.guests.conflict_line import Holds
from logeerhuis_app.ui.guests.contact_dialogs import ContactDialog, HelpDialog, ProfessionalDialog
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.guests.person_dialog import PersonDialog
from logeerhuis_app.ui.guests.safety_dialogs import AlertDialog, AllergyDialog, ProblemDialog
from logeerhuis_app.ui.operations import Operations
from tests.support.houses import TestHouse
from tests.support.look import open_window, settle, take_keyboard

Make = Callable[[Operations, QWidget, GuestFile], FileDialog]
OTHER = "Manager"


def file_of(house: TestHouse, guest: int) -> GuestFile:
    return guest_file(house.door, guest)


@pytest.fixture
def two(qtbot, house: TestHouse):
    """``two(make, guest)``: the same form in the window of a coordinator and in that of a manager."""

    windows = []

    def opened(make: Make, guest: int) -> tuple[FileDialog, FileDialog]:
        forms = []
        for role in (Role.COORDINATOR, Role.MANAGER):
            window = QWidget()
            qtbot.addWidget(window)
            windows.append(window)
            open_window(window)
            door = house.as_role(role)
            form = make(Operations(door), window, guest_file(door, guest))
            form.setModal(False)  # two desks in one process: neither may shut the other out
            form.show()
            settle()
            forms.append(form)
        return forms[0], forms[1]

    return opened


def save(qtbot, form: FileDialog) -> None:
    take_keyboard(form)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def person(operations: Operations, window: QWidget, file: GuestFile) -> FileDialog:
    return PersonDialog(operations, window, file.person.guest.guest_id)


def test_what_only_the_other_changed_is_taken_over_and_said(qtbot, two, house: TestHouse):
    guest = house.guest("Noor")
    mine, theirs = two(person, guest)
    theirs.fields["phone"].setText("0492 123 456")
    mine.fields["street"].setText("Kerkstraat")
    save(qtbot, theirs)
    save(qtbot, mine)
    assert mine.isVisible()
    assert "Telefoon" in mine.problem.text()
    assert house.users[Role.MANAGER].name in mine.problem.text()
    assert mine.conflicts == {}
    save(qtbot, mine)
    held = file_of(house, guest).person
    assert (held.phone, held.street) == ("0492 123 456", "Kerkstraat")


def test_the_same_field_waits_for_a_choice_and_each_answer_comes_back(qtbot, two, house: TestHouse):
    guest = house.guest("Noor")
    mine, theirs = two(person, guest)
    theirs.fields["town"].setText("Gemert")
    mine.fields["town"].setText("Bakel")
    save(qtbot, theirs)
    save(qtbot, mine)
    line = mine.conflicts["town"]
    assert line.isVisible()
    assert "«Gemert»" in line.said.text()
    save(qtbot, mine)  # nobody chose
    assert mine.isVisible()
    assert file_of(house, guest).person.guest.town == "Gemert"
    qtbot.keyClick(line.theirs_button, Qt.Key.Key_Space)
    assert mine.fields["town"].text() == "Gemert"
    qtbot.keyClick(line.mine_button, Qt.Key.Key_Space)
    assert (mine.fields["town"].text(), line.holds) == ("Bakel", Holds.MINE)
    save(qtbot, mine)
    assert not mine.isVisible()
    assert file_of(house, guest).person.guest.town == "Bakel"


def test_typing_on_is_a_choice_too(qtbot, two, house: TestHouse):
    guest = house.guest("Noor")
    mine, theirs = two(person, guest)
    theirs.fields["town"].setText("Gemert")
    mine.fields["town"].setText("Bakel")
    save(qtbot, theirs)
    save(qtbot, mine)
    mine.fields["town"].setText("Gemert-Bakel")
    save(qtbot, mine)
    assert file_of(house, guest).person.guest.town == "Gemert-Bakel"


def test_the_same_answer_from_both_is_no_conflict(qtbot, two, house: TestHouse):
    guest = house.guest("Noor")
    mine, theirs = two(person, guest)
    for form in (mine, theirs):
        form.fields["town"].setText("Gemert")
    mine.fields["phone"].setText("0492 123 456")
    save(qtbot, theirs)
    save(qtbot, mine)
    assert mine.conflicts == {}
    save(qtbot, mine)
    held = file_of(house, guest).person
    assert (held.guest.town, held.phone) == ("Gemert", "0492 123 456")


def test_a_third_writer_is_seen_as_well(qtbot, two, house: TestHouse):
    guest = house.guest("Noor")
    mine, theirs = two(person, guest)
    theirs.fields["town"].setText("Gemert")
    mine.fields["town"].setText("Bakel")
    save(qtbot, theirs)
    save(qtbot, mine)
    mine.conflicts["town"].choose(Holds.MINE)
    third = two(person, guest)[1]
    third.fields["town"].setText("Deurne")
    save(qtbot, third)
    save(qtbot, mine)
    assert "«Deurne»" in mine.conflicts["town"].said.text()
    assert mine.fields["town"].text() == "Bakel"


def allergy(house: TestHouse, guest: int) -> Make:
    add_allergy(house.door, guest, AllergyWish("noten", Criticality.MILD))
    return lambda operations, window, file: AllergyDialog(operations, window, file, file.banner.allergies[0])


def alert(house: TestHouse, guest: int) -> Make:
    add_alert(house.door, guest, AlertWish(AlertKind.FALLING, "rollator", Severity.AMBER))
    return lambda operations, window, file: AlertDialog(operations, window, file, file.banner.alerts[0])


def problem(house: TestHouse, guest: int) -> Make:
    add_problem(house.door, guest, ProblemWish("COPD"))
    return lambda operations, window, file: ProblemDialog(operations, window, file, file.problems[0])


def contact(house: TestHouse, guest: int) -> Make:
    add_contact(house.door, guest, ContactWish("Margreet"))
    return lambda operations, window, file: ContactDialog(operations, window, file, file.contacts[0])


def professional(house: TestHouse, guest: int) -> Make:
    add_professional(house.door, guest, ProfessionalWish(ProfessionalRole.GP, "dr. Bos"))
    return lambda operations, window, file: ProfessionalDialog(operations, window, file, file.professionals[0])


def help_at_home(house: TestHouse, guest: int) -> Make:
    add_help(house.door, guest, HelpWish(HelpKind.DAY_CARE))
    return lambda operations, window, file: HelpDialog(operations, window, file, file.help_at_home[0])


FORMS = [
    (allergy, "reaction", "rescue"),
    (alert, "action", "name"),
    (problem, "detail", "name"),
    (contact, "note", "name"),
    (professional, "phone", "organisation"),
    (help_at_home, "note", "frequency"),
]


@pytest.mark.parametrize(("kind", "both", "one"), FORMS, ids=[kind.__name__ for kind, *_fields in FORMS])
def test_every_form_of_a_row_shows_what_the_other_wrote(qtbot, two, house: TestHouse, kind, both: str, one: str):
    guest = house.guest("Noor")
    mine, theirs = two(kind(house, guest), guest)
    _type(theirs, both, "0492 111 111")
    _type(theirs, one, "van de ander")
    _type(mine, both, "0492 222 222")
    save(qtbot, theirs)
    save(qtbot, mine)
    assert list(mine.conflicts) == [both]
    assert mine.values()[one] == "van de ander"
    mine.conflicts[both].choose(Holds.THEIRS)
    save(qtbot, mine)
    assert not mine.isVisible()
    again = two(kind_of_first(kind), guest)[0]
    assert (again.values()[both], again.values()[one]) == ("0492 111 111", "van de ander")


def kind_of_first(kind: Callable[[TestHouse, int], Make]) -> Make:
    """The form of the row that is there already."""
    makes: dict[str, Make] = {
        "allergy": lambda operations, window, file: AllergyDialog(operations, window, file, file.banner.allergies[0]),
        "alert": lambda operations, window, file: AlertDialog(operations, window, file, file.banner.alerts[0]),
        "problem": lambda operations, window, file: ProblemDialog(operations, window, file, file.problems[0]),
        "contact": lambda operations, window, file: ContactDialog(operations, window, file, file.contacts[0]),
        "professional": lambda operations, window, file: ProfessionalDialog(
            operations, window, file, file.professionals[0]
        ),
        "help_at_home": lambda operations, window, file: HelpDialog(operations, window, file, file.help_at_home[0]),
    }
    return makes[kind.__name__]


def _type(form: FileDialog, code: str, text: str) -> None:
    field = form.fields[code]
    fill = field.setPlainText if hasattr(field, "setPlainText") else field.setText  # type: ignore[attr-defined]
    fill(text)


def test_answers_are_chosen_question_by_question(qtbot, two, house: TestHouse):
    guest = house.guest("Noor")
    mine, theirs = two(lambda operations, window, file: AnswersDialog(operations, window, file, Section.TOILET), guest)
    theirs.fields[CareTopic.SKIN.value].set_answer(AnswerState.GIVEN, text="rode hiel")
    theirs.fields[CareTopic.TOILET.value].set_answer(AnswerState.UNKNOWN)
    mine.fields[CareTopic.SKIN.value].set_answer(AnswerState.GIVEN, text="gaaf")
    save(qtbot, theirs)
    save(qtbot, mine)
    assert list(mine.conflicts) == [CareTopic.SKIN.value]
    assert "rode hiel" in mine.conflicts[CareTopic.SKIN.value].said.text()
    mine.conflicts[CareTopic.SKIN.value].choose(Holds.THEIRS)
    save(qtbot, mine)
    answers = file_of(house, guest).answers
    assert answers[CareTopic.SKIN].text == "rode hiel"
    assert answers[CareTopic.TOILET].state is AnswerState.UNKNOWN


def test_a_row_that_the_other_took_away_is_said(qtbot, two, house: TestHouse):
    guest = house.guest("Noor", born=date(1940, 1, 30))
    mine, theirs = two(problem(house, guest), guest)
    _type(mine, "detail", "GOLD 3")
    theirs.operations.run(lambda door: _remove_first_problem(door, guest))
    save(qtbot, mine)
    assert mine.isVisible()
    assert mine.problem.text()
    assert mine.values()["detail"] == "GOLD 3"


def _remove_first_problem(door, guest: int):
    from logeerhuis_app.services.care import remove_problem

    return remove_problem(door, guest_file(door, guest).problems[0].problem_id)
