"""Two files of one person made one in real windows, by keys: chosen, said beforehand, done, found by both numbers."""

from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from logeerhuis_app.domain.care import CareTopic, Resuscitation
from logeerhuis_app.domain.merging import Side
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.care import ResuscitationWish, set_resuscitation
from logeerhuis_app.services.guests import PersonWish, register_guest
from logeerhuis_app.services.queries.guests import guest_file, guest_list
from logeerhuis_app.ui.guests.log_tab import LogTab
from logeerhuis_app.ui.guests.merge_dialog import MergeDialog
from logeerhuis_app.ui.guests.person_dialog import PersonDialog
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.label import Label
from tests.support.guest_files import piet
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, settle

Dialog = TypeVar("Dialog", bound=QDialog)
CONTROL = Qt.KeyboardModifier.ControlModifier


def shown(kind: type[Dialog]) -> Dialog:
    settle()
    (found,) = [one for one in QApplication.allWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def is_open(kind: type[QDialog]) -> bool:
    return any(isinstance(one, kind) and one.isVisible() for one in QApplication.allWidgets())


def words(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(Label) if one.isVisible())


@pytest.fixture
def two(file_house: TestHouse) -> tuple[int, int]:
    """Piet, and a second file of him that contradicts the first about resuscitation."""
    kept = piet(file_house)
    born = guest_file(file_house.door, kept).person.guest.born
    wish = PersonWish("Piet", born, "Berg", "van den", phone="06 1234 5678", accepted=("duplicate_guest",))
    other = register_guest(file_house.door, wish).created_id
    version = guest_file(file_house.door, other).person.version
    set_resuscitation(file_house.door, other, ResuscitationWish(Resuscitation.YES, nov(1), version=version))
    return kept, other


def opened(qtbot, screen, guest: int) -> MergeDialog:
    screen.open_guest(guest)
    settle()
    button = screen.view.head.merge_button
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    return shown(MergeDialog)


def picked(qtbot, dialog: MergeDialog, text: str) -> None:
    line = dialog.other.line
    line.setFocus()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()


def test_by_keys_alone(qtbot, open_screen, file_house: TestHouse, two: tuple[int, int]):
    kept, other = two
    screen = open_screen()
    dialog = opened(qtbot, screen, kept)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert dialog.problem.text() == "Kies eerst het andere dossier van deze persoon."
    picked(qtbot, dialog, "Berg")
    assert dialog.sheet is not None
    assert dialog.sheet.other.guest_id == other
    (open_one,) = [choice for choice in dialog.choices if choice.side is None]
    assert open_one is dialog.choices[0], "what can harm stands first"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    assert dialog.problem.text() == "Kies welke van de twee geldt: Reanimatie."
    card = dialog.focusWidget()
    assert card is open_one.cards[Side.KEPT]
    assert "nee" in card.accessibleName().casefold()
    qtbot.keyClick(card, Qt.Key.Key_Right)
    assert dialog.focusWidget() is open_one.cards[Side.OTHER]
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    assert open_one.side is Side.KEPT
    assert card.accessibleName().endswith("gekozen")
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    settle()
    assert "kan niet ongedaan" in words(dialog)
    assert "Allergie" in words(dialog)
    assert guest_file(file_house.door, other), "nothing happened yet"
    assert list(cut_off_texts(dialog)) == []
    number = dialog.sheet.other.guest_no
    qtbot.keyClick(dialog, Qt.Key.Key_Return, CONTROL)
    settle()
    assert not is_open(MergeDialog)
    assert screen.file is not None
    assert screen.file.person.guest.guest_id == kept
    assert "Samengevoegd met gast" in screen.messages.text
    (table,) = screen.view.show_tab(LogTab).findChildren(FactTable)
    assert any(f"samengevoegd met gast {number}" in row[2] for row in table.texts())
    assert [row.guest.guest_id for row in guest_list(file_house.door, number).rows] == [kept]
    screen.open_guest(other)
    settle()
    assert screen.file.person.guest.guest_id == kept, "the old number leads to the kept file"


def test_the_second_step_can_be_left_and_the_numbers_swapped(qtbot, open_screen, file_house, two: tuple[int, int]):
    kept, other = two
    screen = open_screen(Role.COORDINATOR)
    dialog = opened(qtbot, screen, kept)
    picked(qtbot, dialog, "Berg")
    qtbot.mouseClick(dialog.swap_button, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.sheet is not None
    assert (dialog.sheet.kept.guest_id, dialog.sheet.other.guest_id) == (other, kept)
    dialog.choices[0].choose(Side.OTHER)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.save_button.text() == "Definitief samenvoegen"
    qtbot.mouseClick(dialog.back_button, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.save_button.text() == "Verder"
    assert dialog.choices[0].side is Side.OTHER, "what was chosen is still chosen"
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert screen.file is not None
    assert screen.file.person.guest.guest_id == other
    assert screen.file.answers[CareTopic.DIET].code == "salt_reduced:medical"


def test_what_stands_in_the_way_is_said_at_once(qtbot, open_screen, file_house: TestHouse, two: tuple[int, int]):
    kept, other = two
    change = guest_file(file_house.door, kept)
    assert change.stays
    wish = PersonWish(
        "Joop", change.person.guest.born, "Smit", bsn="123456782", identity_checked_on=nov(1), accepted=()
    )
    stranger = register_guest(file_house.door, wish).created_id
    dialog = opened(qtbot, open_screen(), kept)
    picked(qtbot, dialog, "Smit")
    assert dialog.sheet is not None
    assert dialog.sheet.other.guest_id == stranger
    assert "BSN" in words(dialog)
    assert not dialog.save_button.isEnabled()
    dialog.other.clear()
    picked(qtbot, dialog, "Berg")
    assert dialog.sheet.other.guest_id == other
    assert dialog.save_button.isEnabled(), "another choice is free"
    dialog.reject()


def test_other_names_need_a_clear_yes(qtbot, open_screen, file_house: TestHouse):
    first = register_guest(file_house.door, PersonWish("Noor", nov(1).replace(year=1940), "Jansen")).created_id
    register_guest(file_house.door, PersonWish("Ida", nov(2).replace(year=1940), "Vos"))
    screen = open_screen()
    dialog = opened(qtbot, screen, first)
    picked(qtbot, dialog, "Vos")
    for choice in dialog.choices:
        choice.choose(Side.KEPT)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.isVisible()
    assert "Is het zeker" in dialog.problem.text()
    assert dialog.save_button.text() == "Het is één persoon: samenvoegen"
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert not is_open(MergeDialog)


def test_the_notice_of_a_double_offers_it(qtbot, open_screen, file_house: TestHouse, two: tuple[int, int]):
    kept, _other = two
    born = guest_file(file_house.door, kept).person.guest.born
    typo = register_guest(file_house.door, PersonWish("Piet", born, "Bergsma")).created_id
    screen = open_screen()
    screen.open_guest(typo)
    settle()
    qtbot.mouseClick(screen.view.head.edit_button, Qt.MouseButton.LeftButton)
    editing = shown(PersonDialog)
    assert not editing.merge_button.isVisible()
    field = editing.fields["last_name"]
    field.clear()  # type: ignore[attr-defined]
    qtbot.keyClicks(field, "Berg")
    qtbot.mouseClick(editing.save_button, Qt.MouseButton.LeftButton)
    settle()
    qtbot.mouseClick(editing.merge_button, Qt.MouseButton.LeftButton)
    dialog = shown(MergeDialog)
    assert dialog.sheet is not None
    assert dialog.sheet.kept.guest_id == typo
    for choice in dialog.choices:
        choice.choose(Side.KEPT)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert dialog.save_button.text() == "Definitief samenvoegen", "nothing is asked that is known"
    dialog.reject()


@pytest.mark.parametrize("role", [Role.CARE, Role.ADMINISTRATOR])
def test_who_does_not_plan_has_no_such_button(open_screen, two: tuple[int, int], role: Role):
    screen = open_screen(role)
    screen.open_guest(two[0])
    assert not screen.view.head.merge_button.isVisible()
