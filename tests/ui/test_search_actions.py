"""Ctrl+K finds what can be done as well: by its name or by the word people have for it, and only what the role may."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QThreadPool
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.rows.search import HitKind
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.settings.settings_screen import SettingsScreen
from logeerhuis_app.ui.workplace import Workplace
from tests.support.houses import TestHouse
from tests.support.look import open_window, settle
from tests.support.settings import SettingsInMemory

Open = Callable[[Role], Workplace]


@pytest.fixture
def workplace(qtbot: QtBot, file_house: TestHouse) -> Open:
    def opened(role: Role) -> Workplace:
        operations = Operations(file_house.as_role(role))
        place = Workplace(operations, SettingsInMemory(), "Huis", is_practice=False)  # type: ignore[arg-type]
        qtbot.addWidget(place.window)
        place.show_screen("planning")
        open_window(place.window)
        return place

    return opened


def found(place: Workplace, text: str) -> list[str]:
    return [hit.title for hit in place._find(text) if hit.kind is HitKind.ACTION]


def go(qtbot: QtBot, place: Workplace, text: str) -> None:
    """Typed in the search and taken with Enter."""
    place.search.take_focus()
    qtbot.keyClicks(place.search.line, text)
    qtbot.keyClick(place.search.line, Qt.Key.Key_Return)
    settle()


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("back-up maken", "Back-up maken"),
        ("backup ma", "Back-up maken"),
        ("terugz", "Back-up terugzetten"),
        ("herstel", "Back-up terugzetten"),
        ("wie zag", "Wie zag wat"),
        ("logboek", "Wie zag wat"),
        ("gebruikers", "Gebruikers"),
        ("collega", "Gebruikers"),
        ("kamer", "Huis en bedden"),
        ("op slot", "Nu op slot"),
        ("afmelden", "Nu op slot"),
        ("wachtwoord wijz", "Mijn wachtwoord en tweede stap"),
        ("telefoon", "Mijn wachtwoord en tweede stap"),
    ],
)
def test_a_deed_is_found_by_its_name_and_by_its_other_words(workplace: Open, typed: str, title: str) -> None:
    place = workplace(Role.MANAGER)
    assert title in found(place, typed)


def test_a_role_finds_only_what_it_may(workplace: Open) -> None:
    place = workplace(Role.CARE)
    for text in ("back-up terugzetten", "wie zag wat", "gebruikers", "huis en bedden", "nieuw verblijf"):
        assert found(place, text) == []
    assert found(place, "back-up") == ["Back-up maken", "Back-up"]
    assert found(place, "nu op slot") == ["Nu op slot"]


@pytest.mark.parametrize(("typed", "tab"), [("wie zag wat", "audit"), ("gebruikers", "users"), ("huis en b", "house")])
def test_enter_opens_the_tab(qtbot: QtBot, workplace: Open, typed: str, tab: str) -> None:
    place = workplace(Role.MANAGER)
    go(qtbot, place, typed)
    screen = place.window.screen_of("settings")
    assert isinstance(screen, SettingsScreen)
    assert place.window.current_screen == "settings"
    assert screen.pages.currentWidget() is getattr(screen, tab)
    QThreadPool.globalInstance().waitForDone()
    settle()


def test_enter_locks(qtbot: QtBot, workplace: Open) -> None:
    place = workplace(Role.CARE)
    with qtbot.waitSignal(place.lock_requested):
        go(qtbot, place, "nu op slot")


def test_enter_makes_a_backup(qtbot: QtBot, workplace: Open) -> None:
    place = workplace(Role.CARE)
    keeper = place.backups.keeper
    assert keeper is not None
    with qtbot.waitSignal(keeper.made, timeout=20_000):
        go(qtbot, place, "back-up maken")
    assert place.backups.dialog is not None
    QThreadPool.globalInstance().waitForDone()
    settle()
    place.backups.dialog.close()


def test_enter_opens_the_restore(qtbot: QtBot, workplace: Open) -> None:
    place = workplace(Role.MANAGER)
    go(qtbot, place, "back-up terugzetten")
    assert place.backups.restore_dialog is not None
    assert place.backups.restore_dialog.isVisible()
    place.backups.restore_dialog.close()
