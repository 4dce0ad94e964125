"""Gasten in a real window: find, read, register; who sees what; what stays in sight."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog
from sqlalchemy import select

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.guests import PersonWish, change_guest
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.services.rows.search import GuestFilter
from logeerhuis_app.ui.guests.care_tab import CareTab
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.guests.person_dialog import PersonDialog
from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.widgets.key_values import KeyValues
from logeerhuis_app.ui.widgets.label import Label
from tests.support.guest_files import BSN, nobody_asked, piet
from tests.support.houses import TestHouse
from tests.support.look import StrangeWindows, cut_off_texts, settle


def dialog_of(screen: GuestsScreen, kind: type = QDialog):
    found = [child for child in screen.findChildren(QDialog) if isinstance(child, kind) and child.isVisible()]
    assert len(found) == 1
    return found[0]


def names(screen: GuestsScreen) -> list[str]:
    return [row.guest.name for row in screen.panel.rows]


def search(qtbot, screen: GuestsScreen, text: str) -> None:
    screen.panel.search.clear()
    qtbot.keyClicks(screen.panel.search, text)
    with qtbot.waitSignal(screen.panel.listed):
        pass


def texts(screen: GuestsScreen) -> str:
    return "\n".join(label.text() for label in screen.view.current_tab().findChildren(Label) if label.isVisible())


def looks(house: TestHouse) -> list[int]:
    with reading(house.door.engine) as session:
        return list(session.scalars(select(AuditLine.guest_id).where(AuditLine.use_case == "see_guest")))


def test_an_empty_house_says_what_to_do_first(qtbot, open_screen):
    screen = open_screen()
    assert screen.no_guests.isVisible()
    qtbot.mouseClick(screen.no_guests.button, Qt.MouseButton.LeftButton)
    assert dialog_of(screen, PersonDialog).windowTitle() == "Nieuwe gast"


def test_care_staff_are_not_asked_to_open_files(open_screen):
    screen = open_screen(Role.CARE)
    assert not screen.no_guests.button.isVisible()
    assert not screen.new_button.isVisible()


def test_a_guest_is_registered_with_keys_only(qtbot, open_screen, file_house: TestHouse):
    screen = open_screen(Role.COORDINATOR)
    with qtbot.waitSignal(screen.new_button.clicked):
        qtbot.keyClick(screen, Qt.Key.Key_G, Qt.KeyboardModifier.ControlModifier)
    settle()
    dialog = dialog_of(screen, PersonDialog)
    qtbot.keyClicks(dialog.focusWidget(), "Ida")
    qtbot.keyClicks(dialog.fields["born"].line, "19-11-1940")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert not dialog.isVisible()
    assert screen.file is not None
    assert (screen.file.person.guest.name, screen.file.person.guest.born) == ("Ida", date(1940, 11, 19))
    assert names(screen) == ["Ida"]
    assert "0001" in screen.messages.text


def test_what_is_wrong_stands_beside_the_field_and_nothing_is_lost(qtbot, open_screen, file_house: TestHouse):
    screen = open_screen()
    screen.register()
    dialog = dialog_of(screen, PersonDialog)
    qtbot.keyClicks(dialog.fields["given_name"], "Ida")
    qtbot.keyClicks(dialog.fields["town"], "Korendijk")
    qtbot.keyClicks(dialog.fields["born"].line, "19-11-2020")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert "18 jaar" in dialog.problem.text()
    row = next(row for row in dialog._rows if row.field is dialog.fields["born"])
    assert row.message == dialog.problem.text()
    assert dialog.fields["town"].text() == "Korendijk"
    dialog.fields["born"].line.setText("31-2-1940")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "geen datum" in dialog.problem.text()
    assert guest_list(file_house.door).total == 0


def test_a_second_file_for_one_person_asks_once(qtbot, open_screen, file_house: TestHouse):
    nobody_asked(file_house)
    screen = open_screen()
    screen.register()
    dialog = dialog_of(screen, PersonDialog)
    qtbot.keyClicks(dialog.fields["given_name"], "ida")
    qtbot.keyClicks(dialog.fields["born"].line, "19-11-1940")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "0001 Ida" in dialog.problem.text()
    assert guest_list(file_house.door).total == 1
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert guest_list(file_house.door).total == 2


def test_a_name_that_sounds_alike_leads_to_the_file_that_is_there(qtbot, open_screen, file_house: TestHouse):
    riet = file_house.guest("Riet", "Meijer", born=date(1940, 11, 19))
    screen = open_screen()
    screen.register()
    dialog = dialog_of(screen, PersonDialog)
    qtbot.keyClicks(dialog.fields["given_name"], "Riet")
    qtbot.keyClicks(dialog.fields["last_name"], "Meyer")
    qtbot.keyClicks(dialog.fields["born"].line, "19-11-1940")
    assert not dialog.other_button.isVisible()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert "Riet Meijer, 19-11-1940" in dialog.problem.text()
    qtbot.mouseClick(dialog.other_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert screen.file is not None
    assert screen.file.person.guest.guest_id == riet
    assert guest_list(file_house.door).total == 1


@pytest.mark.parametrize("typed", ["mei", "MEY", "riet mei", "12-3", "12 maart", "1938", "06123456", "12031938"])
def test_a_few_keys_find_the_guest(qtbot, open_screen, file_house: TestHouse, typed: str):
    file_house.guest("Riet", "Meijer", prefix="van der", born=date(1938, 3, 12), phone="06-12345678")
    file_house.guest("Ida", "Smit", born=date(1940, 1, 1), phone="0492 99 88 77")
    screen = open_screen()
    search(qtbot, screen, typed)
    assert names(screen) == ["Riet van der Meijer"]


def test_search_walks_and_opens_by_keyboard(qtbot, open_screen, file_house: TestHouse):
    piet(file_house)
    file_house.guest("Berend", "Berg", born=date(1944, 4, 4))
    file_house.guest("Rita", "Smit", born=date(1941, 1, 1))
    screen = open_screen()
    assert screen.panel.search.hasFocus()
    assert (screen.panel.search.remark(), screen.none_chosen.isVisible()) == ("3 gasten", True)
    search(qtbot, screen, "berg")
    assert names(screen) == ["Piet van den Berg", "Berend Berg"]  # who is in the house comes first
    qtbot.keyClick(screen.panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(screen.panel.search, Qt.Key.Key_Down)
    qtbot.keyClick(screen.panel.search, Qt.Key.Key_Return)
    assert screen.file is not None
    assert screen.file.person.guest.name == "Berend Berg"
    assert screen.view.pages.tabBar().hasFocus()


def test_the_first_hit_opens_while_the_words_are_still_warm(qtbot, open_screen, file_house: TestHouse):
    file_house.guest("Anna", "Aker", born=date(1944, 4, 4))
    piet(file_house)
    screen = open_screen()
    qtbot.keyClicks(screen.panel.search, "1949")
    qtbot.keyClick(screen.panel.search, Qt.Key.Key_Return)  # before the list had time to follow
    assert screen.file is not None
    assert screen.file.person.guest.name == "Piet van den Berg"


def test_only_the_file_where_the_walk_stops_is_looked_at(qtbot, open_screen, file_house: TestHouse):
    guests = [file_house.guest(f"Gast{n}", f"Naam{n}") for n in range(4)]
    screen = open_screen()
    for _step in range(4):
        qtbot.keyClick(screen.panel.search, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: screen.file is not None)
    assert looks(file_house) == [guests[-1]]


def test_words_that_fit_nobody_say_so_and_offer_the_way_back(qtbot, open_screen, file_house: TestHouse):
    nobody_asked(file_house)
    screen = open_screen()
    search(qtbot, screen, "xyz")
    assert screen.none_found.isVisible()
    qtbot.mouseClick(screen.none_found.button, Qt.MouseButton.LeftButton)
    assert (names(screen), screen.panel.search.text()) == (["Ida"], "")
    search(qtbot, screen, "xyz")
    qtbot.keyClick(screen.panel.search, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: names(screen) == ["Ida"])


def test_a_pill_narrows_down_and_says_that_it_is_on(qtbot, open_screen, file_house: TestHouse):
    piet(file_house)
    nobody_asked(file_house)
    screen = open_screen()
    pill = screen.panel.pills[GuestFilter.IN_HOUSE]
    qtbot.keyClick(pill, Qt.Key.Key_Space)
    assert names(screen) == ["Piet van den Berg"]
    assert pill.text() == "✓ in huis"
    assert "aan" in pill.accessibleName()
    qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert len(names(screen)) == 2


def test_another_screen_can_open_a_file_that_the_list_hides(qtbot, open_screen, file_house: TestHouse):
    guest, ida = piet(file_house), nobody_asked(file_house)
    screen = open_screen()
    search(qtbot, screen, "piet")
    screen.open_guest(ida)
    assert screen.file is not None
    assert (screen.file.person.guest.name, screen.panel.search.text()) == ("Ida", "")
    assert screen.panel.current_id() == ida
    screen.open_guest(guest)
    assert screen.panel.current_id() == guest


def test_the_banner_stands_still_above_every_tab(open_screen, file_house: TestHouse):
    screen = open_screen()
    screen.open_guest(piet(file_house))
    top = screen.view.banner.mapTo(screen, screen.view.banner.rect().topLeft()).y()
    for place in range(screen.view.pages.count()):
        screen.view.pages.setCurrentIndex(place)
        tab = screen.view.current_tab()
        settle()
        tab.verticalScrollBar().setValue(tab.verticalScrollBar().maximum())
        settle()
        assert screen.view.banner.isVisible()
        assert screen.view.banner.mapTo(screen, screen.view.banner.rect().topLeft()).y() == top
        words = [chip.text() for chip in screen.view.banner.chips()]
        assert words[:2] == ["Geen penicilline (anafylaxie)", "Reanimeren: nee (besproken 12-02-2026)"]


def test_three_kinds_of_empty_are_three_words(open_screen, file_house: TestHouse):
    screen = open_screen()
    screen.open_guest(piet(file_house))
    screen.view.show_tab(CareTab)
    facts = dict(pair for box in screen.view.current_tab().findChildren(KeyValues) for pair in box.texts())
    assert (facts["Huid"], facts["Horen"], facts["Toilet"]) == ("geen", "gevraagd, onbekend", "niet gevraagd")


def test_a_new_file_shows_what_was_not_asked(open_screen, file_house: TestHouse):
    screen = open_screen()
    screen.open_guest(nobody_asked(file_house))
    settle()
    assert [chip.text() for chip in screen.view.banner.chips()] == [
        "ALLERGIE NIET GEVRAAGD",
        "Reanimeren: niet besproken",
    ]
    shown = texts(screen)
    assert shown.count("niet gevraagd") >= 10
    assert "geen lijst van de apotheek" in shown
    assert "geen financier bekend" in shown
    assert "identiteit nog niet vastgesteld" in screen.view.head.more[1].text()


CARE_WORDS = ("penicilline", "dementie", "metoprolol", "Huisarts", "zwaar belast")
CARE_TABS = ("Overzicht", "Zorg & ADL", "Eten & gewoontes", "Medicatie 4", "Contacten 2")
ROLE_TABS = {
    Role.MANAGER: [*CARE_TABS, "Mantelzorger", "Wie betaalt", "Verblijven 3", "Documenten", "Log"],
    Role.COORDINATOR: [*CARE_TABS, "Mantelzorger", "Wie betaalt", "Verblijven 3", "Documenten"],
    Role.CARE: [*CARE_TABS, "Verblijven 3", "Documenten"],
    Role.ADMINISTRATOR: ["Overzicht", "Contacten 2", "Wie betaalt", "Verblijven 3", "Documenten"],
}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_sees_its_own_tabs(open_screen, file_house: TestHouse, role: Role):
    guest = piet(file_house)
    screen = open_screen(role)
    screen.open_guest(guest)
    pages = screen.view.pages
    shown = [pages.tabText(n).replace("&&", "&") for n in range(pages.count()) if pages.isTabVisible(n)]
    assert shown == ROLE_TABS[role]


def test_care_sees_no_money_and_no_bsn(open_screen, file_house: TestHouse):
    guest = piet(file_house)
    screen = open_screen(Role.CARE)
    screen.open_guest(guest)
    shown = texts(screen)
    assert "Zuidoost-Brabant" not in shown
    assert "Wlz" not in shown
    assert not screen.view.head.bsn.isVisible()
    assert not screen.view.head.edit_button.isVisible()
    assert not screen.view.head.stay_button.isVisible()
    assert all(not badge for row in screen.panel.rows for badge in [row.law])


def test_the_office_sees_no_care(open_screen, file_house: TestHouse):
    guest = piet(file_house)
    screen = open_screen(Role.ADMINISTRATOR)
    screen.open_guest(guest)
    assert not screen.view.banner.isVisible()
    assert not screen.view.head.safety_button.isVisible()
    for place in range(screen.view.pages.count()):
        if screen.view.pages.isTabVisible(place):
            screen.view.pages.setCurrentIndex(place)
            shown = texts(screen)
            assert not any(
                word in shown for word in ("penicilline", "dementie", "metoprolol", "Huisarts", "zwaar belast")
            )


def test_the_bsn_is_shown_on_wish_and_that_is_on_record(qtbot, open_screen, file_house: TestHouse):
    guest, ida = piet(file_house), nobody_asked(file_house)
    screen = open_screen(Role.COORDINATOR)
    screen.open_guest(guest)
    head = screen.view.head
    assert (BSN in head.bsn.text(), "••••• 333" in head.bsn.text()) == (False, True)
    qtbot.keyClick(head.bsn_button, Qt.Key.Key_Space)
    assert BSN in head.bsn.text()
    with reading(file_house.door.engine) as session:
        seen = session.scalars(select(AuditLine.username).where(AuditLine.use_case == "see_bsn")).all()
    assert seen == ["coordinator"]
    screen.open_guest(ida)
    screen.open_guest(guest)
    assert BSN not in head.bsn.text()
    qtbot.keyClick(head.bsn_button, Qt.Key.Key_Space)
    qtbot.keyClick(head.bsn_button, Qt.Key.Key_Space)
    assert BSN not in head.bsn.text()


def test_a_stay_is_wished_for_the_guest_shown(qtbot, open_screen, file_house: TestHouse):
    screen = open_screen()
    guest = piet(file_house)
    screen.open_guest(guest)
    with qtbot.waitSignal(screen.stay_wished) as wished:
        assert screen.plan_stay()
    assert wished.args == [guest]


def test_what_another_changes_is_read_again(open_screen, file_house: TestHouse):
    screen = open_screen()
    guest = nobody_asked(file_house)
    screen.open_guest(guest)
    wish = PersonWish("Ida", date(1940, 11, 19), town="Korendijk", version=1)
    screen._operations.run(lambda door: change_guest(door, guest, wish))
    assert "Korendijk" in screen.view.head.place.text()
    assert screen.panel.rows[0].guest.town == "Korendijk"


@pytest.mark.parametrize(("width", "height"), [(1244, 844), (1170, 712), (900, 620)])
def test_nothing_is_cut_off(open_screen, file_house: TestHouse, width: int, height: int):
    guest, ida = piet(file_house), nobody_asked(file_house)
    screen = open_screen(width=width, height=height)
    windows = StrangeWindows()
    for one in (guest, ida):
        screen.open_guest(one)
        for place in range(screen.view.pages.count()):
            screen.view.pages.setCurrentIndex(place)
            settle()
            assert list(cut_off_texts(screen.view)) == []
            inside = screen.view.current_tab().widget()
            assert inside.width() <= screen.view.current_tab().viewport().width()
    assert windows.seen == []


def test_large_text_fits_the_smallest_screen(open_screen, file_house: TestHouse, qapp):
    guest = piet(file_house)
    apply_style(qapp, 1.5)
    try:
        screen = open_screen(width=1366 - 294, height=684)
        screen.open_guest(guest)
        for place in range(screen.view.pages.count()):
            screen.view.pages.setCurrentIndex(place)
            settle()
            assert list(cut_off_texts(screen.view)) == []
        assert screen.minimumSizeHint().width() <= 1366 - 294
    finally:
        apply_style(qapp)
