"""Hands to work in the intake with."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from logeerhuis_app.domain.care import (
    AnswerState,
    CareTopic,
)
from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.services.queries.intake import intake_view
from logeerhuis_app.services.rows.intake import IntakeView
from logeerhuis_app.ui.guests.field_access import write
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.intake.intake_dialog import IntakeDialog
from tests.support.houses import TestHouse
from tests.support.look import settle

CTRL = Qt.KeyboardModifier.ControlModifier
Open = Callable[..., IntakeDialog]


def view(house: TestHouse, guest: int) -> IntakeView:
    return intake_view(house.door, guest)


def on(qtbot, dialog: IntakeDialog) -> None:
    """The next part, with the key."""
    qtbot.keyClick(dialog, Qt.Key.Key_PageDown, CTRL)
    settle()


def answer(dialog: IntakeDialog, topic: CareTopic, state: AnswerState, code: str = "", text: str = "") -> None:
    write(form_of(dialog).fields[topic.value], (state, code, text))


def form_of(dialog: IntakeDialog) -> FileDialog:
    """The form of the part that is shown."""
    assert dialog.page is not None
    assert dialog.page.form is not None
    return dialog.page.form


def shown(dialog: IntakeDialog) -> IntakePart:
    assert dialog.page is not None
    return dialog.page.part


def press(dialog: QDialog, words: str) -> None:
    settle()
    found = [one for one in dialog.findChildren(QPushButton) if one.isVisible() and one.text() == words]
    assert len(found) == 1, words
    found[0].click()
    settle()
