"""The people around and the wishes, typed in a real window and found back in the house."""

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from logeerhuis_app.domain.care import AllergyCategory, AnswerState, Resuscitation
from logeerhuis_app.domain.guests import HelpKind, Relationship
from logeerhuis_app.domain.health import DementiaStage, EuAllergen, ProblemKind, Reaction, Verification
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.legal import Directive, LivingWillKind, Representation, Seen, Treatment, WzdStatus
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import ContactRole, FrequencyPeriod, FrequencyUnit
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.network import ContactWish, HelpWish, add_contact, change_help
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.care_tab import CareTab
from logeerhuis_app.ui.guests.contacts_tab import ContactsTab
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.widgets.label import Label
from logeerhuis_app.ui.widgets.more_section import MoreSection
from tests.support.guest_files import nobody_asked
from tests.support.houses import TestHouse
from tests.support.look import cut_off_texts, settle, take_keyboard
from tests.ui.guests.test_person_dialog import message_at, save, section, typed


def opened(screen: GuestsScreen) -> Any:
    settle()
    (dialog,) = [child for child in screen.findChildren(FileDialog) if child.isVisible()]
    return dialog


def tick(qtbot, box) -> None:
    take_keyboard(box)
    qtbot.keyClick(box, Qt.Key.Key_Space)


def shown_texts(screen: GuestsScreen) -> list[str]:
    settle()
    return [one.text() for one in screen.findChildren(Label) if one.isVisible()]


def press(qtbot, screen: GuestsScreen, words: str) -> None:
    settle()
    shown = [one for one in screen.findChildren(QPushButton) if one.isVisible()]
    (button,) = [one for one in shown if words in {one.text(), one.accessibleName()}]
    take_keyboard(button)
    qtbot.keyClick(button, Qt.Key.Key_Space)


@pytest.fixture
def ida(open_screen, file_house: TestHouse):
    guest = nobody_asked(file_house)
    screen = open_screen()
    screen.open_guest(guest)
    screen.view.show_tab(ContactsTab)
    settle()
    return screen, guest


def file_of(house: TestHouse, guest: int) -> GuestFile:
    return guest_file(house.door, guest)


def test_a_contact_person_with_everything(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_Insert)
    dialog = opened(screen)
    fields = dialog.fields
    typed(qtbot, fields["name"], "Jeroen")
    fields["relationship"].set_value(Relationship.SON)
    typed(qtbot, fields["phone"], "06 66667777")
    tick(qtbot, fields["is_representative"])
    section(dialog, "Hoe te bereiken").open_up()
    typed(qtbot, fields["reach_note"], "niet voor 10:00")
    typed(qtbot, fields["key_note"], "sleutel bij de buren")
    take_keyboard(fields["travel_minutes"])
    fields["travel_minutes"].selectAll()
    qtbot.keyClicks(fields["travel_minutes"], "35")
    section(dialog, "Rollen").open_up()
    tick(qtbot, fields["roles"].boxes[ContactRole.CARER])
    typed(qtbot, fields["info_agreed_by"], "Ida zelf")
    typed(qtbot, fields["info_agreed_on"], "20-11-2026")
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    (row,) = file_of(file_house, guest).contacts
    assert (row.roles, row.travel_minutes, row.key_note) == ((ContactRole.CARER,), 35, "sleutel bij de buren")
    assert (row.info_agreed_by, row.info_agreed_on) == ("Ida zelf", date(2026, 11, 20))
    words = shown_texts(screen)
    assert "mantelzorger" in words
    assert "35 minuten reizen" in words
    assert "bereikbaar: niet voor 10:00" in words


def test_who_goes_away_leaves_somebody_who_decides(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    add_contact(file_house.door, guest, ContactWish("Jeroen", Relationship.SON, "06 66667777"))
    screen.open_guest(guest)
    screen.deeds.edit_contact(screen.file, screen.file.contacts[0])
    dialog = opened(screen)
    typed(qtbot, dialog.fields["away_from"], "28-11-2026")
    typed(qtbot, dialog.fields["away_until"], "6-12-2026")
    save(qtbot, dialog)
    assert "Vervanger" in message_at(dialog, "stands_in")
    typed(qtbot, dialog.fields["stands_in"], "zijn zus Corrie")
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    assert file_of(file_house, guest).contacts[0].stands_in == "zijn zus Corrie"
    assert any("dan beslist: zijn zus Corrie" in words for words in shown_texts(screen))


def test_help_is_counted(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    press(qtbot, screen, "Hulp thuis")
    dialog = opened(screen)
    fields = dialog.fields
    fields["kind"].set_value(HelpKind.DAY_CARE)
    for code, count in (("often", "3"), ("often_most", "4")):
        take_keyboard(fields[code])
        fields[code].selectAll()
        qtbot.keyClicks(fields[code], count)
    fields["often_unit"].set_value(FrequencyUnit.HALF_DAYS)
    section(dialog, "Welke dagen").open_up()
    for day in (1, 3):
        tick(qtbot, fields["weekdays"].boxes[day])
    typed(qtbot, fields["provider"], "De Wissel")
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    (row,) = file_of(file_house, guest).help_at_home
    assert row.frequency == "3–4 dagdelen per week, ma wo"
    assert (row.often, row.often_most, row.often_period) == (3, 4, FrequencyPeriod.WEEK)
    assert (row.weekdays, row.provider) == ((1, 3), "De Wissel")


def test_help_that_somebody_else_changed_loses_nothing(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    press(qtbot, screen, "Hulp thuis")
    first = opened(screen)
    first.fields["kind"].set_value(HelpKind.MEALS)
    save(qtbot, first)
    settle()
    screen.deeds.edit_help(screen.file, screen.file.help_at_home[0])
    dialog = opened(screen)
    typed(qtbot, dialog.fields["provider"], "Tafeltje")
    row = file_of(file_house, guest).help_at_home[0]
    change_help(
        file_house.as_role(Role.COORDINATOR), row.help_id, HelpWish(HelpKind.MEALS, often=5, version=row.version)
    )
    save(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.fields["often"].value() == 5
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    row = file_of(file_house, guest).help_at_home[0]
    assert (row.provider, row.often) == ("Tafeltje", 5)


def test_no_help_at_home_is_three_things(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    title = "Hulp thuis, en tijdens het verblijf"
    assert "Niet gevraagd." in shown_texts(screen)
    press(qtbot, screen, f"{title}: Gevraagd, niemand weet het")
    file = file_of(file_house, guest)
    assert file.state_of(FileList.HELP) is AnswerState.UNKNOWN
    assert file.said[FileList.HELP].recorded_by == file_house.door.actor.name
    press(qtbot, screen, f"{title}: Geen: gevraagd en bevestigd")
    assert file_of(file_house, guest).state_of(FileList.HELP) is AnswerState.NONE
    assert f"Gevraagd: geen (22-11-2026, {file_house.door.actor.name})." in shown_texts(screen)
    screen.deeds.operations.undo_stack.undo()
    assert file_of(file_house, guest).state_of(FileList.HELP) is AnswerState.UNKNOWN
    screen.deeds.operations.undo_stack.undo()
    assert file_of(file_house, guest).state_of(FileList.HELP) is AnswerState.NOT_ASKED


def test_alerts_and_conditions_are_each_said_to_be_none(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    screen.view.show_tab(CareTab)
    for title, which in (("Waarschuwingen", FileList.ALERTS), ("Aandoeningen", FileList.PROBLEMS)):
        assert file_of(file_house, guest).state_of(which) is AnswerState.NOT_ASKED
        press(qtbot, screen, f"{title}: Geen: gevraagd en bevestigd")
        assert file_of(file_house, guest).state_of(which) is AnswerState.NONE
    assert sum("Gevraagd: geen" in words for words in shown_texts(screen)) == 2


def test_nobody_who_decides_is_three_things(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    assert file_of(file_house, guest).legal.representation_state is AnswerState.NOT_ASKED
    press(qtbot, screen, "Wie beslist: Gevraagd, niemand weet het")
    assert file_of(file_house, guest).legal.representation_state is AnswerState.UNKNOWN
    press(qtbot, screen, "Wie beslist: Niemand: gevraagd")
    assert file_of(file_house, guest).legal.representation_state is AnswerState.NONE
    assert "niemand: gevraagd" in shown_texts(screen)


def test_who_decides_on_what_ground(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    press(qtbot, screen, "Vertegenwoordiger")
    dialog = opened(screen)
    typed(qtbot, dialog.fields["name"], "Karin")
    save(qtbot, dialog)
    assert message_at(dialog, "kind"), "the ground is asked, and not chosen for the user"
    dialog.fields["kind"].set_value(Representation.MENTOR)
    dialog.fields["paper"].set_value(Seen.YES)
    typed(qtbot, dialog.fields["phone"], "123")
    save(qtbot, dialog)
    assert "telefoonnummer" in message_at(dialog, "phone")
    typed(qtbot, dialog.fields["phone"], "0492 123456")
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    (row,) = file_of(file_house, guest).legal.representatives
    assert (row.name, row.kind, row.paper, row.phone) == ("Karin", Representation.MENTOR, Seen.YES, "0492 123456")


def test_capacity_a_living_will_and_compulsory_care(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    press(qtbot, screen, "Wat de gast zelf kan beslissen")
    dialog = opened(screen)
    typed(qtbot, dialog.fields["decision"], "opname")
    typed(qtbot, dialog.fields["judgement"], "kan dit zelf")
    typed(qtbot, dialog.fields["judged_by"], "dr. Bos")
    save(qtbot, dialog)
    press(qtbot, screen, "Wilsverklaring")
    dialog = opened(screen)
    dialog.fields["kind"].set_value(LivingWillKind.TREATMENT_BAN)
    typed(qtbot, dialog.fields["text"], "ligt bij de huisarts")
    save(qtbot, dialog)
    press(qtbot, screen, "Onvrijwillige zorg…")
    dialog = opened(screen)
    dialog.fields["wzd_status"].set_value(WzdStatus.ARTICLE_21)
    save(qtbot, dialog)
    legal = file_of(file_house, guest).legal
    assert (legal.capacity[0].decision, legal.capacity[0].judged_by) == ("opname", "dr. Bos")
    assert (legal.wills[0].kind, legal.wills[0].text) == (LivingWillKind.TREATMENT_BAN, "ligt bij de huisarts")
    assert legal.wzd_status is WzdStatus.ARTICLE_21


def test_treatments_are_agreed_on_with_resuscitation(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    screen.deeds.edit_resuscitation(screen.file)
    dialog = opened(screen)
    dialog.fields["resuscitation"].set_value(Resuscitation.NO)
    typed(qtbot, dialog.fields["resuscitation_on"], "20-11-2026")
    typed(qtbot, dialog.fields["resuscitation_with"], "Ida en Jeroen")
    more = section(dialog, "Andere behandelingen")
    take_keyboard(more.button)
    qtbot.keyClick(more.button, Qt.Key.Key_Space)
    dialog.fields["hospital"].set_value(Directive.NO)
    dialog.fields["antibiotics"].set_value(Directive.OTHER)
    save(qtbot, dialog)
    assert dialog.isVisible(), "otherwise says how"
    assert message_at(dialog, "antibiotics_text")
    typed(qtbot, dialog.fields["antibiotics_text"], "alleen tabletten")
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    said = {row.treatment: (row.decision, row.text) for row in file_of(file_house, guest).legal.directives}
    assert said[Treatment.HOSPITAL] == (Directive.NO, "")
    assert said[Treatment.ANTIBIOTICS] == (Directive.OTHER, "alleen tabletten")
    assert "anders: alleen tabletten" in shown_texts(screen)


def test_a_condition_from_the_list(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    screen.deeds.edit_problem(screen.file)
    dialog = opened(screen)
    save(qtbot, dialog)
    assert message_at(dialog, "kind")
    take_keyboard(dialog.fields["kind"])
    qtbot.keyClick(dialog.fields["kind"], Qt.Key.Key_Down)
    assert dialog.fields["kind"].value() is ProblemKind.DEMENTIA
    dialog.fields["stage"].set_value(DementiaStage.FAR_ADVANCED)
    section(dialog, "Sinds wanneer").open_up()
    typed(qtbot, dialog.fields["started"], "2019")
    dialog.fields["verification"].set_value(Verification.TOLD)
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    (row,) = file_of(file_house, guest).problems
    assert (row.name, row.started) == ("dementie (vergevorderd)", PartialDate(2019))


def test_an_allergen_of_the_list_is_a_food(qtbot, ida, file_house: TestHouse):
    screen, guest = ida
    screen.deeds.edit_allergy(screen.file)
    dialog = opened(screen)
    more = section(dialog, "EU-lijst")
    more.open_up()
    take_keyboard(dialog.fields["eu_allergen"])
    for _press in range(5):
        qtbot.keyClick(dialog.fields["eu_allergen"], Qt.Key.Key_Down)
    tick(qtbot, dialog.fields["reactions"].boxes[Reaction.HIVES])
    typed(qtbot, dialog.fields["last_reaction"], "mei 2024")
    save(qtbot, dialog)
    assert not dialog.isVisible(), dialog.problem.text()
    (row,) = file_of(file_house, guest).banner.allergies
    assert (row.agent, row.eu_allergen, row.category) == ("pinda", EuAllergen.PEANUTS, AllergyCategory.FOOD)
    assert (row.reaction, row.last_reaction) == ("galbulten", PartialDate(2024, 5))


def test_no_question_is_cut_off(ida):
    screen, _guest = ida
    deeds = screen.deeds
    forms = (
        deeds.edit_contact,
        deeds.edit_help,
        deeds.edit_allergy,
        deeds.edit_problem,
        deeds.edit_alert,
        deeds.edit_resuscitation,
        deeds.legal.edit_representative,
    )
    for open_form in forms:
        open_form(screen.file)
        dialog = opened(screen)
        for one in dialog.findChildren(MoreSection):
            one.open_up()
        settle()
        assert list(cut_off_texts(dialog)) == [], dialog.windowTitle()
        assert dialog.height() <= 768
        dialog.reject()
        settle()
