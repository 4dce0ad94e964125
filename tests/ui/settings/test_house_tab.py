"""House and beds in a real window: an empty house gets its first location and beds, with keys and clicks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.bookings import BedKind
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.house import house_facts, lock_minutes
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.planning.closing import CloseForNowDialog
from logeerhuis_app.ui.settings.house_dialogs import BedDialog, CloseBedDialog, LocationDialog
from logeerhuis_app.ui.settings.house_tab import HouseTab
from logeerhuis_app.ui.settings.settings_screen import SettingsScreen
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, open_window, settle


@pytest.fixture
def screen(qtbot: QtBot, file_house: TestHouse) -> SettingsScreen:
    made = SettingsScreen(Operations(file_house.door))
    qtbot.addWidget(made)
    made.resize(1150, 700)
    made.pages.setCurrentWidget(made.house)
    open_window(made)
    made.activate()
    settle()
    return made


def click(qtbot: QtBot, button: QPushButton) -> None:
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def opened(screen: SettingsScreen, kind: type[QWidget]) -> QWidget:
    (dialog,) = (one for one in screen.findChildren(kind) if one.isVisible())
    return dialog


def typed(dialog: LocationDialog | BedDialog, **texts: str) -> None:
    for code, text in texts.items():
        dialog.fields[code].setText(text)  # type: ignore[attr-defined]


def furnish(qtbot: QtBot, screen: SettingsScreen) -> HouseTab:
    """A location with two beds."""
    tab = screen.house
    click(qtbot, tab.add_location_button)
    dialog = opened(screen, LocationDialog)
    assert isinstance(dialog, LocationDialog)
    typed(dialog, name="Plezant", code="plz", provider="Stichting Voorbeeld", town="Helmond")
    click(qtbot, dialog.save_button)
    for room in ("Kamer 1", "Kamer 2"):
        click(qtbot, tab.add_bed_button)
        bed = opened(screen, BedDialog)
        assert isinstance(bed, BedDialog)
        typed(bed, name=room)
        qtbot.keyClick(bed.fields["name"], Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle()
    return tab


def test_an_empty_house_says_where_to_begin_and_gets_its_beds(qtbot: QtBot, screen: SettingsScreen) -> None:
    assert screen.house.no_location.isVisible()
    assert not screen.house.beds.isVisible()
    tab = furnish(qtbot, screen)
    assert tab.locations.texts() == [["Plezant", "Stichting Voorbeeld", "Helmond", "2"]]
    assert [row[:2] for row in tab.beds.texts()] == [["Kamer 1", "PLZ-1"], ["Kamer 2", "PLZ-2"]]
    assert [row[4] for row in tab.beds.texts()] == ["ja", "ja"]
    assert not tab.no_location.isVisible()
    assert list(cut_off_texts(screen)) == []


def test_a_refusal_stands_beside_its_field_and_nothing_typed_is_lost(qtbot: QtBot, screen: SettingsScreen) -> None:
    click(qtbot, screen.house.add_location_button)
    dialog = opened(screen, LocationDialog)
    assert isinstance(dialog, LocationDialog)
    typed(dialog, name="Plezant", code="plz", provider="Stichting Voorbeeld", iban="NL00ABNA0417164300")
    click(qtbot, dialog.save_button)
    assert dialog.isVisible()
    assert "geen geldig IBAN" in dialog.problem.text()
    assert dialog.values()["name"] == "Plezant"
    typed(dialog, iban="")
    click(qtbot, dialog.save_button)
    assert screen.house.locations.texts()[0][0] == "Plezant"


def test_a_room_gets_another_name_and_what_it_has(qtbot: QtBot, screen: SettingsScreen, file_house: TestHouse) -> None:
    tab = furnish(qtbot, screen)
    tab.beds.selectRow(1)
    click(qtbot, tab.change_bed_button)
    dialog = opened(screen, BedDialog)
    assert isinstance(dialog, BedDialog)
    typed(dialog, name="Vlinder")
    dialog.fields["has_lift"].setChecked(True)  # type: ignore[attr-defined]
    dialog.fields["kind"].set_value(BedKind.ELV)  # type: ignore[attr-defined]
    click(qtbot, dialog.save_button)
    assert tab.beds.texts()[1][:4] == ["Vlinder", "PLZ-2", "wisselbed (ELV)", "tillift"]
    assert house_facts(file_house.door).beds[1].has_lift


def test_a_bed_is_closed_for_good_and_comes_back(qtbot: QtBot, screen: SettingsScreen, file_house: TestHouse) -> None:
    tab = furnish(qtbot, screen)
    bed_id = house_facts(file_house.door).beds[0].bed_id
    place_booking(file_house.door, BookingWish(file_house.guest(), bed_id, nov(24), nov(26)))
    tab.beds.selectRow(0)
    click(qtbot, tab.close_bed_button)
    dialog = opened(screen, CloseBedDialog)
    assert isinstance(dialog, CloseBedDialog)
    click(qtbot, dialog.save_button)
    assert "Noor Jansen" in dialog.problem.text(), "a stay is in the way"
    dialog.fields["closed_from"].set_value(nov(26))  # type: ignore[attr-defined]
    click(qtbot, dialog.save_button)
    assert tab.beds.texts()[0][4] == "opgeheven vanaf 26-11-2026"
    assert not tab.close_bed_button.isVisible()
    click(qtbot, tab.reopen_bed_button)
    assert tab.beds.texts()[0][4] == "ja"


def test_a_bed_is_closed_for_some_nights_and_opened_again(qtbot: QtBot, screen: SettingsScreen) -> None:
    tab = furnish(qtbot, screen)
    tab.beds.selectRow(0)
    assert not tab.lift_button.isVisible()
    click(qtbot, tab.pause_bed_button)
    dialog = opened(screen, CloseForNowDialog)
    assert isinstance(dialog, CloseForNowDialog)
    dialog.first.set_value(nov(24))
    click(qtbot, dialog.save_button)
    assert tab.beds.texts()[0][4] == "onderhoud: 24-11-2026 t/m 24-11-2026"
    click(qtbot, tab.lift_button)
    assert tab.beds.texts()[0][4] == "ja"
    screen._operations.undo_stack.undo()
    settle()
    assert tab.beds.texts()[0][4] == "onderhoud: 24-11-2026 t/m 24-11-2026"
    assert list(cut_off_texts(screen)) == []


def test_the_house_gets_another_name(qtbot: QtBot, screen: SettingsScreen, file_house: TestHouse) -> None:
    tab = screen.house
    tab.name.clear()
    click(qtbot, tab.save_name_button)
    assert tab._name_row.message
    qtbot.keyClicks(tab.name, "Huis ter Duin")
    with qtbot.waitSignal(screen.said) as said:
        qtbot.keyClick(tab.name, Qt.Key.Key_Return)
    assert said.args is not None
    assert said.args[0].startswith("Het huis heet nu Huis ter Duin.")
    assert house_facts(file_house.door).name == "Huis ter Duin"


def test_the_minutes_until_the_lock(qtbot: QtBot, screen: SettingsScreen, file_house: TestHouse) -> None:
    tab = screen.house
    assert (tab.minutes.value(), tab.minutes.minimum(), tab.minutes.maximum()) == (5, 1, 30)
    tab.minutes.setValue(10)
    with qtbot.waitSignal(screen.said) as said:
        click(qtbot, tab.save_lock_button)
    assert said.args == ["Elke computer van het huis gaat na 10 minuten op slot."]
    assert lock_minutes(file_house.door) == 10
