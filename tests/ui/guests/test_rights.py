"""The rights of a guest in real windows: asked, decided, given, closed, destroyed; by keys and clicks."""

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.rights import Asker, Decision, RestrictionGround, RightKind
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import Guest
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rights import AskedBy, RequestWish, record_request, rights_sheet
from logeerhuis_app.ui.guests.guests_screen import GuestsScreen
from logeerhuis_app.ui.guests.overview_tab import OverviewTab
from logeerhuis_app.ui.rights.access_dialog import JSON, AccessDialog
from logeerhuis_app.ui.rights.destroy_dialog import DestroyDialog
from logeerhuis_app.ui.rights.request_dialogs import DecisionDialog, LiftDialog, NewRequestDialog, RestrictDialog
from logeerhuis_app.ui.rights.rights_dialog import RightsDialog
from logeerhuis_app.ui.widgets.label import Label
from tests.support.guest_files import piet
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, settle
from tests.support.pdf_reading import text_of

Dialog = TypeVar("Dialog", bound=QDialog)


def shown(kind: type[Dialog]) -> Dialog:
    """The one dialog of this kind that is open."""
    settle()
    (found,) = [one for one in QApplication.allWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


def press(qtbot, button: QPushButton) -> None:
    assert button.isVisible()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()


def rights_of(qtbot, screen: GuestsScreen, guest: int) -> RightsDialog:
    screen.open_guest(guest)
    settle()
    press(qtbot, screen.view.head.rights_button)
    return shown(RightsDialog)


@pytest.fixture
def noor(file_house: TestHouse) -> int:
    """A file without any stay."""
    return file_house.guest("Noor", "Lieshout", prefix="van")


def test_a_correction_is_asked_refused_and_read_by_everybody(qtbot, open_screen, file_house: TestHouse, noor: int):
    screen = open_screen()
    rights = rights_of(qtbot, screen, noor)
    assert rights.nothing.isVisible()
    press(qtbot, rights.record_button)
    asking = shown(NewRequestDialog)
    press(qtbot, asking.save_button)
    assert "wat gevraagd wordt" in asking.problem.text() or "woorden" in asking.problem.text()
    asking.wish.setFocus()
    qtbot.keyClicks(asking.wish, "Ik heet Nora")
    qtbot.keyClick(asking.wish, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert rights.table.texts()[0][1:] == ["iets verbeteren", "de gast", "nog niet beslist"]
    press(qtbot, rights.decide_button)
    deciding = shown(DecisionDialog)
    deciding.decision.set_value(Decision.REFUSED)
    press(qtbot, deciding.save_button)
    assert deciding.isVisible()
    assert deciding.problem.text()
    qtbot.keyClicks(deciding.reason, "staat zo in het paspoort")
    qtbot.keyClicks(deciding.statement, "Toch heet ik Nora")
    press(qtbot, deciding.save_button)
    assert rights.table.texts()[0][3] == "afgewezen op 22-11-2026"
    assert not rights.decide_button.isVisible()
    press(qtbot, rights.save_button)
    words = "\n".join(one.text() for one in screen.view.show_tab(OverviewTab).findChildren(Label) if one.isVisible())
    assert "Toch heet ik Nora" in words
    assert guest_file(file_house.as_role(Role.CARE), noor).corrections


def test_the_coordinator_records_and_decides_nothing(qtbot, open_screen, file_house: TestHouse, noor: int):
    record_request(file_house.door, noor, RequestWish(RightKind.ACCESS, nov(20), AskedBy(Asker.GUEST)))
    rights = rights_of(qtbot, open_screen(Role.COORDINATOR), noor)
    buttons = {button.text() for button in rights.findChildren(QPushButton) if button.isVisible()}
    assert buttons == {"Verzoek vastleggen…", "Sluiten"}
    rights.reject()


def test_care_staff_have_no_such_door(open_screen, noor: int):
    screen = open_screen(Role.CARE)
    screen.open_guest(noor)
    assert not screen.view.head.rights_button.isVisible()


@pytest.mark.parametrize("is_pdf", [True, False])
def test_the_file_is_given(qtbot, open_screen, file_house: TestHouse, tmp_path: Path, monkeypatch, is_pdf: bool):
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    guest = piet(file_house)
    rights = rights_of(qtbot, open_screen(), guest)
    press(qtbot, rights.access_button)
    giving = shown(AccessDialog)
    giving.by.asker.set_value(Asker.REPRESENTATIVE)
    press(qtbot, giving.save_button)
    assert giving.problem.text() == "Vul in: Naam"
    qtbot.keyClicks(giving.by.name, "Margreet")
    qtbot.keyClicks(giving.by.ground, "mentor")
    if not is_pdf:
        giving.form_of_file.set_value(JSON)
    press(qtbot, giving.save_button)
    question = giving.paper.question
    assert question is not None
    assert "Piet" not in question.selectedFiles()[0]
    file = tmp_path / ("x.pdf" if is_pdf else "x.json")
    assert question.defaultSuffix() == file.suffix[1:]
    with qtbot.waitSignal(giving.given, timeout=20_000):
        question.fileSelected.emit(str(file))
    question.close()
    settle()
    assert rights.table.texts()[0][1:3] == ["het eigen dossier inzien", "de vertegenwoordiger, Margreet"]
    if is_pdf:
        assert "Dossier van Piet van den Berg" in text_of(file.read_bytes())
    else:
        assert b'"logeerhuis-guest"' in file.read_bytes()
    assert opened == ([str(file)] if is_pdf else [])
    rights.reject()


def test_a_file_is_closed_and_opened_again(qtbot, open_screen, file_house: TestHouse, noor: int):
    screen = open_screen()
    rights = rights_of(qtbot, screen, noor)
    press(qtbot, rights.restrict_button)
    closing = shown(RestrictDialog)
    press(qtbot, closing.save_button)
    assert "grond" in closing.problem.text()
    closing.ground.set_value(RestrictionGround.ACCURACY)
    qtbot.keyClicks(closing.reason, "wordt uitgezocht")
    press(qtbot, closing.save_button)
    assert "wordt uitgezocht" in rights.state.text()
    assert screen.view.head.restricted.isVisible()
    desk = open_screen(Role.COORDINATOR)
    desk.open_guest(noor)
    assert desk.file is None
    assert "beperkt" in desk.messages.text
    press(qtbot, rights.lift_button)
    press(qtbot, shown(LiftDialog).save_button)
    assert rights_sheet(file_house.door, noor).restriction.since is None
    assert not rights.state.isVisible()
    rights.reject()


def test_a_file_is_destroyed_in_two_steps(qtbot, open_screen, file_house: TestHouse, noor: int):
    record_request(file_house.door, noor, RequestWish(RightKind.REMOVAL, nov(20), AskedBy(Asker.GUEST)))
    screen = open_screen()
    rights = rights_of(qtbot, screen, noor)
    press(qtbot, rights.destroy_button)
    dialog = shown(DestroyDialog)
    assert not dialog.typed.isVisible()
    press(qtbot, dialog.save_button)
    assert dialog.typed.hasFocus()
    assert status(file_house, noor) is FileStatus.ACTIVE
    qtbot.keyClicks(dialog.typed, "Jansen")
    press(qtbot, dialog.save_button)
    assert "niet de achternaam" in dialog.problem.text()
    dialog.typed.clear()
    qtbot.keyClicks(dialog.typed, "lieshout")
    press(qtbot, dialog.save_button)
    assert status(file_house, noor) is FileStatus.DESTROYED
    assert screen.file is None
    assert "2026-001" in screen.messages.text
    assert screen.panel.rows == ()


def test_what_stands_in_the_way_is_said_at_once(qtbot, open_screen, file_house: TestHouse):
    rights = rights_of(qtbot, open_screen(), piet(file_house))
    press(qtbot, rights.destroy_button)
    dialog = shown(DestroyDialog)
    words = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "de gast is in huis" in words
    assert not dialog.save_button.isEnabled()
    assert list(cut_off_texts(dialog)) == []
    press(qtbot, dialog.access_button)
    shown(AccessDialog).reject()
    dialog.reject()
    rights.reject()


def status(house: TestHouse, guest: int) -> FileStatus:
    with reading(house.door.engine) as session:
        return session.get_one(Guest, guest).file_status
