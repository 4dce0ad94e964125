"""The intake over a window of the smallest screen's size."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.ui.intake.intake_dialog import IntakeDialog
from logeerhuis_app.ui.operations import Operations
from tests.support.houses import TestHouse
from tests.support.look import take_keyboard
from tests.ui.intake.hands import Open


@pytest.fixture
def open_intake(qtbot, file_house: TestHouse) -> Iterator[Open]:
    """``open_intake(guest, role)``: over a window of the smallest screen's size."""
    below: list[QWidget] = []

    def opened(guest: int, role: Role = Role.COORDINATOR) -> IntakeDialog:
        window = QWidget()
        qtbot.addWidget(window)
        window.resize(1366, 768)
        window.show()
        below.append(window)
        dialog = IntakeDialog(Operations(file_house.as_role(role)), window, guest)
        dialog.open()
        take_keyboard(dialog)
        return dialog

    yield opened
    for window in below:
        window.close()
