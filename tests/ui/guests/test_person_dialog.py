"""Who the guest is, typed in a real window: partial birth dates, two family names, and what cannot be."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import ContactUse, EndReason, HouseKind, LivingSituation, NameUsage, PhoneKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Guest
from logeerhuis_app.services.guests import set_fixed_contact
from logeerhuis_app.services.queries.guests import guest_file, guest_list
from logeerhuis_app.services.users import block_user
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.guests.person_dialog import FixedContactDialog, PersonDialog
from logeerhuis_app.ui.widgets.more_section import MoreSection
from tests.support.guest_files import nobody_asked
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts, settle, take_keyboard


def opened(screen: GuestsScreen, kind: type[FileDialog] = PersonDialog) -> Any:
    settle()
    found: list[FileDialog] = [child for child in screen.findChildren(kind) if child.isVisible()]
    (dialog,) = found
    return dialog


def typed(qtbot, field, text: str) -> None:
    """As keys would: letters without an ASCII key are put in at once."""
    line = field.focusProxy() or field
    take_keyboard(line)
    if isinstance(line, QLineEdit):
        line.selectAll()
    if text.isascii():
        qtbot.keyClicks(line, text)
    elif isinstance(line, QLineEdit):
        line.insert(text)
    elif isinstance(line, QPlainTextEdit):
        line.insertPlainText(text)


def save(qtbot, dialog) -> None:
    take_keyboard(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def section(dialog: FileDialog, words: str) -> MoreSection:
    sections: list[MoreSection] = dialog.findChildren(MoreSection)
    return next(one for one in sections if words in one.button.text())


def message_at(dialog: FileDialog, code: str) -> str:
    return next(row.message for row in dialog._rows if row.field is dialog.fields[code])


@pytest.fixture
def editing(open_screen, file_house: TestHouse):
    """The form of a guest of whom nothing else was asked."""
    guest = nobody_asked(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    screen.deeds.edit_person(screen.file)
    return screen, opened(screen), guest


def test_only_the_year_of_birth_is_known(qtbot, open_screen, file_house: TestHouse):
    screen = open_screen()
    screen.register()
    dialog = opened(screen)
    typed(qtbot, dialog.fields["given_name"], "Toon")
    typed(qtbot, dialog.fields["born"], "1938")
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    settle()
    with reading(file_house.door.engine) as session:
        assert session.query(Guest).one().born == PartialDate(1938)
    assert "1938 (dag onbekend) (circa 88)" in screen.view.head.born.text()
    assert [row.guest.name for row in guest_list(file_house.door, "1938").rows] == ["Toon"]


def test_two_family_names_are_shown_as_they_are_used_and_both_find_the_file(qtbot, editing, file_house: TestHouse):
    _screen, dialog, guest = editing
    typed(qtbot, dialog.fields["last_name"], "Vries")
    typed(qtbot, dialog.fields["prefix"], "de")
    more = section(dialog, "Meer over de naam")
    take_keyboard(more.button)
    qtbot.keyClick(more.button, Qt.Key.Key_Space)
    assert more.is_open
    typed(qtbot, dialog.fields["partner_last_name"], "Jansen")
    take_keyboard(dialog.fields["name_usage"])
    for _press in range(2):
        qtbot.keyClick(dialog.fields["name_usage"], Qt.Key.Key_Down)
    assert dialog.shown.text().endswith("Ida Jansen-de Vries")
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    person = guest_file(file_house.door, guest).person
    assert (person.name_usage, person.guest.name) == (NameUsage.PARTNER_OWN, "Ida Jansen-de Vries")
    for words in ("jans", "vri", "devries", "ida jansen"):
        assert [row.guest.name for row in guest_list(file_house.door, words).rows] == ["Ida Jansen-de Vries"]


def test_home_numbers_and_language_come_back_as_typed(qtbot, editing, file_house: TestHouse):
    _screen, dialog, guest = editing
    fields = dialog.fields
    for code, text in (("house_no", "12"), ("house_letter", "a"), ("house_addition", "bis"), ("postcode", "2601dc")):
        typed(qtbot, fields[code], text)
    section(dialog, "Meer nummers").open_up()
    settle()
    typed(qtbot, fields["more_phones"].lines[0], "06 12345678")
    take_keyboard(fields["more_phones"].uses[0])
    qtbot.keyClick(fields["more_phones"].uses[0], Qt.Key.Key_End)
    typed(qtbot, fields["more_emails"], "a@b.nl, c@d.nl")
    fields["living_situation"].set_value(LivingSituation.WITH_CHILD)
    fields["house_kind"].set_value(HouseKind.ADAPTED)
    section(dialog, "Taal").open_up()
    fields["language"].set_value("tr")
    fields["interpreter_needed"].set_value(True)
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    person = guest_file(file_house.door, guest).person
    assert (person.house_no, person.house_letter, person.house_addition, person.postcode) == (
        "12",
        "A",
        "bis",
        "2601 DC",
    )
    (phone,) = person.more_phones
    assert (phone.number, phone.use, phone.kind) == ("06 12345678", ContactUse.WORK, PhoneKind.MOBILE)
    assert person.more_emails == ("a@b.nl", "c@d.nl")
    assert (person.living_situation, person.house_kind) == (LivingSituation.WITH_CHILD, HouseKind.ADAPTED)
    assert (person.language, person.interpreter_needed) == ("tr", True)
    assert [row.guest.guest_id for row in guest_list(file_house.door, "12345678").rows] == [guest]


WRONG = [
    ("bsn", "123456789", "BSN"),
    ("born", "22-11-2030", "toekomst"),
    ("born", "29-2-1939", "geen datum"),
    ("phone", "123", "telefoonnummer"),
    ("postcode", "12 AB", "postcode"),
    ("email", "ida(at)home", "e-mailadres"),
    ("house_letter", "ab", "letter"),
    ("lives_with", "lang " * 1000, "te lang"),
    ("given_name", "    ", "Vul in"),
]


@pytest.mark.parametrize(("code", "text", "said"), WRONG)
def test_what_cannot_be_is_said_beside_its_field_and_the_rest_stays(
    qtbot, editing, file_house: TestHouse, code: str, text: str, said: str
):
    _screen, dialog, guest = editing
    typed(qtbot, dialog.fields["town"], "Korendijk")
    typed(qtbot, dialog.fields["identity_checked_on"], "20-11-2026")
    if len(text) > 100:
        dialog.fields[code].setText(text)
    else:
        typed(qtbot, dialog.fields[code], text)
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert said.lower() in dialog.problem.text().lower()
    assert message_at(dialog, code) == dialog.problem.text()
    assert dialog.fields["town"].text() == "Korendijk"
    assert guest_file(file_house.door, guest).person.town != "Korendijk", "nothing of a refused form is saved"


@pytest.mark.parametrize("name", ["شهرزاد", "Noor 🌷", "O'Néill-\u0160imi\u0107"])
def test_a_name_in_any_script_is_kept_to_the_letter(qtbot, editing, file_house: TestHouse, name: str):
    _screen, dialog, guest = editing
    typed(qtbot, dialog.fields["given_name"], name)
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    assert guest_file(file_house.door, guest).person.given_name == name


def test_somebody_young_is_asked_about_once(qtbot, open_screen, file_house: TestHouse):
    screen = open_screen()
    screen.register()
    dialog = opened(screen)
    typed(qtbot, dialog.fields["given_name"], "Ida")
    typed(qtbot, dialog.fields["born"], "1990")
    save(qtbot, dialog)
    assert "55" in dialog.problem.text()
    qtbot.keyClick(dialog.save_button, Qt.Key.Key_Space)
    assert not dialog.isVisible()
    assert guest_list(file_house.door).total == 1


def test_a_file_that_ends_says_why_and_the_question_opens_itself(qtbot, editing, file_house: TestHouse):
    _screen, dialog, guest = editing
    dialog.fields["file_status"].set_value(FileStatus.ENDED)
    save(qtbot, dialog)
    settle()
    assert dialog.isVisible()
    assert section(dialog, "Einde van het dossier").is_open
    assert dialog.fields["end_reason"].isVisible()
    dialog.fields["end_reason"].set_value(EndReason.NURSING_HOME)
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    person = guest_file(file_house.door, guest).person
    assert (person.end_reason, person.ended_on) == (EndReason.NURSING_HOME, file_house.door.clock.today())


def test_the_number_of_a_document_is_masked_and_stays_as_it_was(qtbot, editing, file_house: TestHouse):
    screen, dialog, guest = editing
    typed(qtbot, dialog.fields["identity_checked_on"], "20-11-2026")
    typed(qtbot, dialog.fields["identity_number"], "NXA123456")
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    settle()
    screen.deeds.edit_person(screen.file)
    again = opened(screen)
    assert again.fields["identity_number"].text() == "••••• 456"
    typed(qtbot, again.fields["town"], "Gemert")
    save(qtbot, again)
    assert not again.isVisible(), again.problem.text()
    with reading(file_house.door.engine) as session:
        assert session.get_one(Guest, guest).identity_number == "NXA123456"


def test_another_fixed_contact_needs_a_reason(qtbot, open_screen, file_house: TestHouse):
    guest = nobody_asked(file_house)
    first, second = (file_house.users[role].user_id for role in (Role.CARE, Role.COORDINATOR))
    screen = open_screen()
    screen.open_guest(guest)
    for user_id, reason, is_saved in ((first, "", True), (second, "", False), (second, "is met pensioen", True)):
        screen.deeds.edit_fixed_contact(screen.file)
        dialog = opened(screen, FixedContactDialog)
        dialog.fields["fixed_contact_id"].set_value(user_id)
        typed(qtbot, dialog.fields["reason"], reason)
        save(qtbot, dialog)
        assert dialog.isVisible() is not is_saved
        if not is_saved:
            assert message_at(dialog, "reason")
            dialog.reject()
        settle()
    assert guest_file(file_house.door, guest).person.fixed_contact_id == second


def test_a_fixed_contact_who_left_the_house_is_still_named(qtbot, open_screen, file_house: TestHouse):
    guest, left = nobody_asked(file_house), file_house.users[Role.CARE].user_id
    screen = open_screen()
    screen.open_guest(guest)
    set_fixed_contact(file_house.door, guest, left, 1, "")
    block_user(file_house.door, left)
    screen.open_guest(guest)
    settle()
    screen.deeds.edit_fixed_contact(guest_file(file_house.door, guest))
    dialog = opened(screen, FixedContactDialog)
    assert dialog.fields["fixed_contact_id"].currentText() == "Care Test (account gesloten)"
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    assert guest_file(file_house.door, guest).person.fixed_contact_id == left


def test_every_question_fits_when_all_sections_are_open(editing):
    _screen, dialog, _guest = editing
    for one in dialog.findChildren(MoreSection):
        one.open_up()
    settle()
    assert list(cut_off_texts(dialog)) == []
    assert dialog.height() <= 768
