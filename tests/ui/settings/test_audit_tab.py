"""The record in a real window: what is asked is what is shown, and what is printed."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from sqlalchemy import text

from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.services.audit import Entry, append
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.audit_tab import AuditTab
from logeerhuis_app.ui.settings.settings_screen import SettingsScreen
from tests.support.houses import NOON, TestHouse, nov
from tests.support.look import cut_off_texts, open_window, settle
from tests.support.pdf_reading import pages_of, text_of


@pytest.fixture
def house(file_house: TestHouse) -> TestHouse:
    """Two guests, of whom one was looked at; and a hundred and twenty looks at nobody."""
    noor, piet = file_house.guest("Noor", "Jansen"), file_house.guest("Piet", "de Vries")
    with writing(file_house.door.engine) as session:
        for number in range(120):
            entry = Entry(UseCase.SEE_PLANNING, "R", "planning", number)
            append(session, entry, file_house.users[Role.COORDINATOR], NOON - timedelta(days=10), "balie")
    guest_file(file_house.as_role(Role.CARE), noor)
    guest_file(file_house.as_role(Role.COORDINATOR), piet)
    return file_house


@pytest.fixture
def tab(qtbot, house: TestHouse) -> Iterator[AuditTab]:
    screen = SettingsScreen(Operations(house.door))
    qtbot.addWidget(screen)
    screen.resize(1150, 700)
    open_window(screen)
    screen.activate()
    qtbot.keyClick(screen.pages.tabBar(), Qt.Key.Key_Right)
    settle()
    assert screen.pages.currentWidget() is screen.audit
    qtbot.waitUntil(lambda: "gecontroleerd om" in screen.audit.chain.text(), timeout=10_000)
    yield screen.audit
    screen.close()  # which is kept alive until here


def test_long_lists_are_paged_by_keys(qtbot, tab: AuditTab):
    assert len(tab.table.texts()) == 100
    qtbot.mouseClick(tab.older, Qt.MouseButton.LeftButton)
    assert 20 < len(tab.table.texts()) < 40
    assert not tab.older.isEnabled()
    qtbot.mouseClick(tab.newer, Qt.MouseButton.LeftButton)
    assert (tab.page.offset, len(tab.table.texts())) == (0, 100)
    assert not tab.newer.isEnabled()


def test_a_guest_is_picked_by_name(qtbot, tab: AuditTab):
    qtbot.keyClicks(tab.guest.line, "Noor")
    qtbot.keyClick(tab.guest.line, Qt.Key.Key_Return)
    settle()
    rows = tab.table.texts()
    assert ["Care Test", "een gastdossier zien"] in [row[1:3] for row in rows]
    assert {row[3].split(" (")[0] for row in rows} == {"Noor Jansen"}
    qtbot.mouseClick(tab.clear_button, Qt.MouseButton.LeftButton)
    assert tab.page.total > 100


def test_user_kind_and_period_narrow_it_down(qtbot, tab: AuditTab):
    qtbot.keyClicks(tab.user, "Coord")
    tab.user.activated.emit(tab.user.currentIndex())
    assert {row[1] for row in tab.table.texts()} == {"Coordinator Test"}
    tab.first.set_value(nov(22))
    tab.show_page(0)
    assert [row[2] for row in tab.table.texts()] == ["een gastdossier zien"]
    qtbot.keyClicks(tab.kind, "Gew")
    tab.kind.activated.emit(tab.kind.currentIndex())
    assert tab.table.texts() == []
    assert tab.nothing.isVisible()


def test_a_changed_line_is_said(qtbot, tab: AuditTab, house: TestHouse):
    with writing(house.door.engine) as session:
        session.execute(text("UPDATE audit_line SET username = 'iemand' WHERE id = 2"))
    tab.chain.setText("")
    tab.reload()
    qtbot.waitUntil(lambda: "niet heel" in tab.chain.text(), timeout=10_000)


def test_the_paper_holds_what_was_asked(qtbot, tab: AuditTab, tmp_path: Path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)
    paper = tmp_path / "wie-zag-wat.pdf"
    qtbot.keyClicks(tab.guest.line, "Noor")
    qtbot.keyClick(tab.guest.line, Qt.Key.Key_Return)
    settle()
    qtbot.mouseClick(tab.print_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tab.paper.written, timeout=10_000):
        assert tab.paper.question is not None
        tab.paper.question.fileSelected.emit(str(paper))
    tab.paper.question.close()
    words = text_of(paper.read_bytes())
    assert "Over het dossier van Noor Jansen" in words
    assert "Care Test" in words
    assert "Piet" not in words
    qtbot.mouseClick(tab.clear_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(tab.paper.written, timeout=10_000):
        tab.paper.save_to(paper, lambda: tab.make_paper(tab.asked()))
    pages = pages_of(paper.read_bytes())
    assert len(pages) > 2
    assert all("Wanneer" in page and f"pagina {n} van {len(pages)}" in page for n, page in enumerate(pages, 1))


def test_nothing_is_cut_off(tab: AuditTab):
    assert list(cut_off_texts(tab)) == []
