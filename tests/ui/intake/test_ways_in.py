"""The intake is opened where somebody thinks of it: in the file, on Vandaag, on the road of a family; and on paper."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.ui.intake.intake_dialog import IntakeDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import TestHouse
from tests.support.look import open_window, settle
from tests.support.pdf_reading import text_of
from tests.support.settings import SettingsInMemory
from tests.ui.requests.test_requests_screen import opened


@pytest.fixture
def workplace(qtbot, file_house: TestHouse) -> Workplace:
    door = file_house.as_role(Role.COORDINATOR)
    place = Workplace(Operations(door), SettingsInMemory(), "Huis", is_practice=False)  # type: ignore[arg-type]
    qtbot.addWidget(place.window)
    place.window.resize(1366, 768)
    open_window(place.window)
    return place


def the_intake(place: Workplace) -> IntakeDialog:
    settle()
    (dialog,) = [one for one in place.window.findChildren(IntakeDialog) if one.isVisible()]
    return dialog


def test_from_the_file_with_its_key(qtbot, workplace: Workplace, file_house: TestHouse):
    workplace.open_guest(file_house.guest("Noor"))
    settle()
    head = workplace.window.screen_of("guests").view.head  # type: ignore[attr-defined]
    with qtbot.waitSignal(head.intake_wished):
        qtbot.keyClick(workplace.window, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert the_intake(workplace).windowTitle().startswith("Intake van Noor")


def test_from_vandaag(workplace: Workplace, file_house: TestHouse):
    guest = file_house.guest("Noor")
    workplace.window.screen_of("today").intake_wished.emit(guest)  # type: ignore[attr-defined]
    assert the_intake(workplace).view.file.person.guest.guest_id == guest


def test_from_the_road_of_a_family(workplace: Workplace, file_house: TestHouse):
    guest = file_house.guest("Noor")
    opened(file_house, "Noor Jansen", guest_id=guest)
    workplace.show_screen("requests")
    settle()
    panel = workplace.window.screen_of("requests").panel  # type: ignore[attr-defined]
    (button,) = [one for one in panel.findChildren(QPushButton) if one.text() == "Intake afnemen"]
    button.click()
    assert the_intake(workplace).view.file.person.guest.guest_id == guest


def test_a_lock_keeps_what_was_half_typed(workplace: Workplace, file_house: TestHouse):
    guest = file_house.guest("Noor")
    workplace.take_intake(guest)
    dialog = the_intake(workplace)
    dialog.go_to(IntakePart.WHO)
    assert dialog.page is not None
    assert dialog.page.form is not None
    dialog.page.form.fields["town"].setText("Gemert")  # type: ignore[attr-defined]
    dialog._operations.leaving.emit()
    dialog.hide()
    dialog.deleteLater()
    settle()
    workplace.take_intake(guest)
    page = the_intake(workplace).page
    assert page is not None
    assert page.form is not None
    assert page.form.values()["town"] == "Gemert"


def test_the_paper_form_is_shown_and_saved(qtbot, tmp_path, workplace: Workplace, file_house: TestHouse):
    workplace.take_intake(file_house.guest("Noor"))
    dialog = the_intake(workplace)
    viewer = dialog.paper.show(dialog.view.file.person.guest)
    qtbot.waitUntil(lambda: bool(viewer.preview.pdf), timeout=20_000)
    with qtbot.waitSignal(dialog.paper.written, timeout=20_000):
        dialog.paper.save_to(tmp_path / "intake.pdf", viewer.preview.pdf)
    assert "Noor Jansen" in text_of((tmp_path / "intake.pdf").read_bytes())
    viewer.reject()
