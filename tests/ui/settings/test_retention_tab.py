"""What falls due, in a real window: why not yet, destroyed by keys, the proof on paper, the terms."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog

from logeerhuis_app.domain.rights import Asker, RightKind
from logeerhuis_app.services.removal import due_list, removal_sheet
from logeerhuis_app.services.rights import AskedBy, RequestWish, record_request
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.rights.destroy_dialog import DestroyDialog
from logeerhuis_app.ui.rights.request_dialogs import KeepDialog, TermsDialog
from logeerhuis_app.ui.settings.retention_tab import RetentionTab
from logeerhuis_app.ui.settings.settings_screen import SettingsScreen
from logeerhuis_app.ui.today.today_line import TodayLine
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, open_window, settle
from tests.support.pdf_reading import text_of
from tests.support.settings import SettingsInMemory

Dialog = TypeVar("Dialog", bound=QDialog)


def shown(kind: type[Dialog]) -> Dialog:
    settle()
    (found,) = [one for one in QApplication.allWidgets() if isinstance(one, kind) and one.isVisible()]
    return found


@pytest.fixture
def noor(file_house: TestHouse) -> int:
    guest = file_house.guest("Noor", "Lieshout")
    record_request(file_house.door, guest, RequestWish(RightKind.REMOVAL, nov(20), AskedBy(Asker.GUEST)))
    return guest


@pytest.fixture
def screen(qtbot, file_house: TestHouse) -> Iterator[SettingsScreen]:
    made = SettingsScreen(Operations(file_house.door))
    qtbot.addWidget(made)
    made.resize(1150, 700)
    open_window(made)
    made.show_page("retention")
    settle()
    yield made
    made.close()


def test_nothing_due_says_so(screen: SettingsScreen):
    tab = screen.retention
    assert tab.nothing.isVisible()
    assert not tab.deeds.isVisible()
    assert tab.terms_button.hasFocus()
    assert list(cut_off_texts(tab)) == []


def test_the_tab_is_reached_by_keys(qtbot, screen: SettingsScreen):
    screen.pages.setCurrentIndex(0)
    screen.pages.tabBar().setFocus()
    while not isinstance(screen.pages.currentWidget(), RetentionTab):
        qtbot.keyClick(screen.pages.tabBar(), Qt.Key.Key_Right)
    assert screen.retention.table.isVisible() or screen.retention.nothing.isVisible()


def test_a_file_goes_by_keys_and_leaves_its_proof(
    qtbot, noor: int, screen: SettingsScreen, tmp_path: Path, monkeypatch
):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    tab = screen.retention
    assert tab.table.texts()[0][1:] == ["zorgdossier, op verzoek", "niet bekend", "kan nu weg"]
    assert tab.table.hasFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    dialog = shown(DestroyDialog)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(dialog.typed, "Lieshout")
    qtbot.keyClick(dialog.typed, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert tab.table.texts() == []
    assert tab.protocol.texts()[0][0] == "2026-001"
    assert list(cut_off_texts(tab)) == []
    qtbot.mouseClick(tab.proof_button, Qt.MouseButton.LeftButton)
    assert tab.paper.question is not None
    paper = tmp_path / "bewijs.pdf"
    with qtbot.waitSignal(tab.paper.written, timeout=20_000):
        tab.paper.question.fileSelected.emit(str(paper))
    tab.paper.question.close()
    words = text_of(paper.read_bytes())
    assert "Bewijs van vernietiging 2026-001" in words
    assert "op verzoek" in words
    assert "Lieshout" not in words


def test_today_leads_here(qtbot, noor: int, file_house: TestHouse):
    place = Workplace(Operations(file_house.door), SettingsInMemory(), "Huis", is_practice=False)  # type: ignore[arg-type]
    qtbot.addWidget(place.window)
    open_window(place.window)
    today = place.show_screen("today")
    (line,) = [one for one in today.findChildren(TodayLine) if "1 zorgdossier" in one.accessibleName()]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()
    settings = place.window.findChild(SettingsScreen)
    assert settings is not None
    assert settings.pages.currentWidget() is settings.retention
    place.window.close()


def test_a_file_is_kept_longer(qtbot, noor: int, screen: SettingsScreen, file_house: TestHouse):
    tab = screen.retention
    qtbot.keyClick(tab.table, Qt.Key.Key_Return)
    dialog = shown(KeepDialog)
    dialog.until.set_value(nov(30))
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    assert dialog.problem.text()
    qtbot.keyClicks(dialog.reason, "belang van de dochter")
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert tab.table.texts()[0][3] == "het huis besloot het langer te bewaren"
    assert removal_sheet(file_house.door, noor).kept_reason == "belang van de dochter"


def test_the_terms_are_lengthened_and_never_shortened(qtbot, screen: SettingsScreen, file_house: TestHouse):
    tab = screen.retention
    qtbot.mouseClick(tab.terms_button, Qt.MouseButton.LeftButton)
    dialog = shown(TermsDialog)
    dialog.care.setValue(5)
    assert dialog.care.value() == 20
    dialog.finance.setValue(10)
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    settle()
    assert due_list(file_house.door).terms.finance_years == 10
    assert "10 jaar" in tab._terms.text()
