"""A form that was interrupted is there again: after the lights went out, for its writer alone, and never a BSN."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.care import AnswerState, CareTopic, Criticality, Section
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, FormDraft
from logeerhuis_app.services.guests import PersonWish, change_guest
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.ui.guests.answers_dialog import AnswersDialog
from logeerhuis_app.ui.guests.conflict_line import Holds
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.guests.person_dialog import PersonDialog
from logeerhuis_app.ui.guests.safety_dialogs import AllergyDialog
from logeerhuis_app.ui.operations import Operations
from tests.support.houses import TestHouse
from tests.support.look import open_window, settle, take_keyboard


@pytest.fixture
def desk(qtbot, file_house: TestHouse):
    """``desk(make, role)``: a form at a desk of its own, as after a new start of the program."""

    windows = []

    def opened(make, role: Role = Role.COORDINATOR) -> Any:
        window = QWidget()
        qtbot.addWidget(window)
        windows.append(window)
        open_window(window)
        form = make(Operations(file_house.as_role(role)), window)
        form.setModal(False)
        form.show()
        settle()
        return form

    return opened


@pytest.fixture
def noor(file_house: TestHouse) -> int:
    return file_house.guest("Noor")


def person_of(guest: int | None):
    return lambda operations, window: PersonDialog(operations, window, guest)


def allergy_of(house: TestHouse, guest: int):
    return lambda operations, window: AllergyDialog(operations, window, guest_file(house.door, guest))


def answers_of(house: TestHouse, guest: int, section: Section):
    return lambda operations, window: AnswersDialog(operations, window, guest_file(house.door, guest), section)


def save(qtbot, form: FileDialog) -> None:
    take_keyboard(form)
    qtbot.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()


def kept(house: TestHouse) -> list[dict[str, object]]:
    with reading(house.door.engine) as session:
        return list(session.scalars(select(FormDraft.typed)))


def lights_out(form: Any) -> None:
    """The form was kept at a pause between keys; then nothing was told to anybody."""
    form.draft.keep()
    form.draft.timer.stop()
    form.hide()


def test_the_timer_keeps_what_is_typed(qtbot, desk, noor: int, file_house: TestHouse):
    form = desk(person_of(noor))
    form.draft.timer.setInterval(5)
    form.fields["street"].setText("Kerkstraat")
    qtbot.waitUntil(lambda: bool(kept(file_house)), timeout=20_000)
    lights_out(form)
    again = desk(person_of(noor))
    assert again.fields["street"].text() == "Kerkstraat"
    assert "nog niet opgeslagen" in again.messages.text
    save(qtbot, again)
    assert kept(file_house) == []
    assert guest_file(file_house.door, noor).person.street == "Kerkstraat"


def test_a_new_allergy_comes_back_whole(qtbot, desk, noor: int, file_house: TestHouse):
    form = desk(allergy_of(file_house, noor))
    form.fields["agent"].setText("noten")
    form.fields["criticality"].set_value(Criticality.FATAL)
    lights_out(form)
    again = desk(allergy_of(file_house, noor))
    assert (again.values()["agent"], again.values()["criticality"]) == ("noten", Criticality.FATAL)
    qtbot.keyClick(again, Qt.Key.Key_Escape)
    assert kept(file_house) == []  # cancelled is let go


def test_each_part_of_the_questions_has_a_draft_of_its_own(desk, noor: int, file_house: TestHouse):
    form = desk(answers_of(file_house, noor, Section.TOILET))
    form.fields[CareTopic.SKIN.value].set_answer(AnswerState.GIVEN, text="rode hiel")
    lights_out(form)
    assert desk(answers_of(file_house, noor, Section.EATING)).touched() == set()
    again = desk(answers_of(file_house, noor, Section.TOILET))
    assert again.fields[CareTopic.SKIN.value].answer_text() == "rode hiel"


def test_a_file_that_was_never_opened_is_typed_once(qtbot, desk, file_house: TestHouse):
    form = desk(person_of(None))
    form.fields["given_name"].setText("Thea")
    lights_out(form)
    again = desk(person_of(None))
    assert again.fields["given_name"].text() == "Thea"
    again.messages.action_button.click()
    assert again.fields["given_name"].text() == ""
    assert kept(file_house) == []


def test_nobody_else_is_offered_it_and_the_number_is_never_kept(desk, noor: int, file_house: TestHouse):
    form = desk(person_of(noor))
    form.fields["bsn"].setText("999990019")
    form.fields["town"].setText("Gemert")
    lights_out(form)
    assert desk(person_of(noor), Role.MANAGER).fields["town"].text() == "Helmond"
    with reading(file_house.door.engine) as session:
        told = "".join(session.scalars(select(AuditLine.detail)))
    everything = f"{told} {kept(file_house)}"
    assert "999990019" not in everything
    assert "Gemert" not in told
    again = desk(person_of(noor))
    assert (again.fields["town"].text(), again.fields["bsn"].text()) == ("Gemert", "")


def test_what_another_saved_meanwhile_is_laid_beside_it(desk, noor: int, file_house: TestHouse):
    form = desk(person_of(noor))
    form.fields["town"].setText("Bakel")
    lights_out(form)
    wish = PersonWish("Noor", guest_file(file_house.door, noor).person.guest.born, "Jansen", town="Gemert", version=1)
    change_guest(file_house.door, noor, wish)
    again = desk(person_of(noor))
    assert again.fields["town"].text() == "Bakel"
    assert again.conflicts["town"].holds is None
    again.conflicts["town"].choose(Holds.THEIRS)
    assert again.fields["town"].text() == "Gemert"


def test_a_window_that_closes_leaves_its_forms_behind(desk, noor: int, file_house: TestHouse):
    form = desk(person_of(noor))
    form.fields["town"].setText("Bakel")
    form.operations.leaving.emit()
    form.reject()
    assert [typed["typed"] for typed in kept(file_house)] == [{"town": "Bakel"}]


def test_a_form_that_is_kept_again_and_again_is_one_line_on_record(desk, noor: int, file_house: TestHouse):
    form = desk(person_of(noor))
    for town in ("B", "Bak", "Bakel"):
        form.fields["town"].setText(town)
        form.draft.keep()
    form.reject()
    with reading(file_house.door.engine) as session:
        lines = select(AuditLine.action, AuditLine.use_case).order_by(AuditLine.id)
        kept_lines = [action for action, use_case in session.execute(lines) if use_case == "keep_draft"]
    assert kept_lines == ["C", "D"]
