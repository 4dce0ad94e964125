"""What changed since the last stay, in the window: under the head, as a list, as marks, at the door and in the log."""

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.care import AnswerState, CareTopic, Criticality
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Booking
from logeerhuis_app.services.care import AllergyWish, AnswerWish, add_allergy, change_allergy, record_answers
from logeerhuis_app.services.network import ContactWish, add_contact, change_contact
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.ui.guests.care_tab import CareTab
from logeerhuis_app.ui.guests.changes_dialog import ChangesDialog
from logeerhuis_app.ui.guests.log_tab import LogTab
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.stays.check_in_dialog import CheckInDialog
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from tests.support.houses import TestHouse, nov
from tests.support.look import open_window, settle

BEFORE = datetime(2026, 11, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def stayed(file_house: TestHouse) -> int:
    guest, early = file_house.guest("Noor"), file_house.at(BEFORE)
    add_allergy(early, guest, AllergyWish("noten", Criticality.MILD, reaction="jeuk"))
    add_allergy(early, guest, AllergyWish("kiwi", Criticality.MILD))
    add_contact(early, guest, ContactWish("Margreet", phone="0492 123 456"))
    bed = file_house.bed()
    file_house.add(
        Booking(
            guest_id=guest, location_id=1, arrival=nov(10), departure=nov(14), state=BookingState.LEFT,
            label=BookingLabel.INCIDENTAL, checked_out_at_utc=datetime(2026, 11, 14, 9, 30, tzinfo=UTC),
        )
    )  # fmt: skip
    assert bed
    return guest


def change(house: TestHouse, guest: int) -> None:
    file = guest_file(house.door, guest)
    row = next(one for one in file.banner.allergies if one.agent == "noten")
    wish = AllergyWish("noten", Criticality.MILD, reaction="benauwd", version=1)
    change_allergy(house.as_role(Role.CARE), row.allergy_id, wish)
    record_answers(house.door, guest, [AnswerWish(CareTopic.SKIN, AnswerState.GIVEN, text="rode hiel")])
    contact = file.contacts[0]
    wish_of = ContactWish("Margreet", phone="0492 999 999", version=contact.version)
    change_contact(house.door, contact.contact_id, wish_of)


def shown(screen: QWidget, kind: type[QDialog]) -> Any:
    (found,) = [one for one in screen.findChildren(kind) if one.isVisible()]
    return found


def test_nothing_is_said_where_nothing_changed(open_screen, stayed: int):
    screen = open_screen()
    screen.open_guest(stayed)
    assert not screen.view.head.changes_button.isVisible()


def test_the_head_counts_and_opens_the_list_safety_first(qtbot, open_screen, stayed: int, file_house: TestHouse):
    change(file_house, stayed)
    screen = open_screen(Role.CARE)
    screen.open_guest(stayed)
    button = screen.view.head.changes_button
    assert button.text() == "3 dingen gewijzigd sinds 14 november 2026"
    qtbot.keyClick(button, Qt.Key.Key_Space)
    dialog = shown(screen, ChangesDialog)
    rows = [row for table in dialog.tables for row in table.texts()]
    assert rows[0][:4] == ["Allergie noten: reactie", "jeuk", "benauwd", file_house.users[Role.CARE].name]
    assert any("0492 999 999" in row[2] for row in rows)
    assert any(row[1:3] == ["niet gevraagd", "rode hiel"] for row in rows)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_only_what_changed_carries_the_mark(open_screen, stayed: int, file_house: TestHouse):
    change(file_house, stayed)
    screen = open_screen()
    screen.open_guest(stayed)
    tab = screen.view.show_tab(CareTab)
    settle()
    cards = {one.accessibleName().split(",")[0]: one.accessibleName() for one in tab.findChildren(ChoiceCard)}
    assert "gewijzigd" in cards["noten"]
    assert "gewijzigd" not in cards["kiwi"]
    assert any(one.text() == "gewijzigd" and one.isVisible() for one in tab.findChildren(Badge))


def test_the_log_says_old_and_new_when_asked(qtbot, open_screen, stayed: int, file_house: TestHouse):
    change(file_house, stayed)
    screen = open_screen()
    screen.open_guest(stayed)
    tab = screen.view.show_tab(LogTab)
    settle()
    assert not any("→" in row[2] for row in tab.table.texts())
    qtbot.keyClick(tab.values_box, Qt.Key.Key_Space)
    assert any("reactie: jeuk → benauwd" in row[2] for row in tab.table.texts())


def test_who_receives_the_guest_sees_it_at_the_door(qtbot, stayed: int, file_house: TestHouse):
    change(file_house, stayed)
    coming = file_house.add(
        Booking(
            guest_id=stayed, location_id=1, arrival=nov(22), departure=nov(25), state=BookingState.CONFIRMED,
            label=BookingLabel.INCIDENTAL,
        )
    ).id  # fmt: skip
    dialog = CheckInDialog(Operations(file_house.as_role(Role.CARE)), coming)
    qtbot.addWidget(dialog)
    open_window(dialog)
    assert any("sindsdien in het dossier gewijzigd: allergie noten" in box.step.facts for box in dialog.steps.boxes)
    dialog.changes_button.click()
    assert shown(dialog, ChangesDialog).tables
