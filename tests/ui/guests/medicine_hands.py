"""Hands for the forms about medicines: keys only, as without a mouse."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QWidget

from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.medication import MedicationRow
from logeerhuis_app.ui.guests.field_access import write
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.guests.medication_dialogs import ListDialog
from logeerhuis_app.ui.guests.medicine_line import MedicineLine
from tests.support.houses import TestHouse
from tests.support.look import settle, take_keyboard


def shown_dialog(screen: GuestsScreen, kind: type = FileDialog) -> Any:
    found = [child for child in screen.findChildren(QDialog) if isinstance(child, kind) and child.isVisible()]
    assert len(found) == 1
    return found[0]


def save(qtbot, dialog: QDialog) -> None:
    take_keyboard(dialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def press(qtbot, screen: QWidget, words: str, place: int = 0) -> None:
    settle()
    buttons = [one for one in screen.findChildren(QPushButton) if one.isVisible() and one.text() == words]
    assert buttons, words
    qtbot.keyClick(buttons[place], Qt.Key.Key_Space)
    settle()


def type_in(qtbot, field: QWidget, text: str) -> None:
    field.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClicks(field, text)


def pick(qtbot, box: QComboBox, code: Any) -> None:
    """Down with the arrow until the word is there, as without a mouse."""
    box.setFocus()
    words = label(code)
    for _step in range(box.count()):
        if box.currentText().casefold() == words.casefold():
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.currentText().casefold() == words.casefold()


def tick(qtbot, box: QWidget) -> None:
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)


def medication_of(house: TestHouse, guest: int) -> MedicationRow:
    return guest_file(house.door, guest).medication


def words_on(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def open_list(qtbot, screen: GuestsScreen) -> ListDialog:
    qtbot.keyClick(screen.view.current_tab(), Qt.Key.Key_Insert)
    dialog: ListDialog = shown_dialog(screen, ListDialog)
    take_keyboard(dialog)
    type_in(qtbot, dialog.fields["origin"], "apotheek, via de dochter")
    type_in(qtbot, dialog.fields["pages"], "2")
    write(dialog.fields["pharmacy"], "")
    type_in(qtbot, dialog.fields["pharmacy"], "Apotheek Oost")
    return dialog


def fill_line(qtbot, line: MedicineLine, name: str, strength: str, dose: str, times: str = "") -> None:
    for field, text in ((line.name, name), (line.strength, strength), (line.dose, dose), (line.times, times)):
        type_in(qtbot, field, text)
