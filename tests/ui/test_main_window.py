"""The main window under real keys and clicks: screens, messages, search, lock, practice frame, geometry."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.services.rows.search import HitKind, SearchHit
from logeerhuis_app.ui.actions import ActionId
from logeerhuis_app.ui.key_overview import KeyOverview
from logeerhuis_app.ui.main_window import GEOMETRY_KEY, MainWindow
from logeerhuis_app.ui.practice_frame import PracticeFrame
from logeerhuis_app.ui.screen import Screen, ScreenSpec
from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.message_bar import MessageKind
from logeerhuis_app.ui.widgets.search_box import SearchBox
from logeerhuis_app.ui.widgets.segmented import Segmented
from tests.support.look import cut_off_texts, open_window, settle
from tests.support.settings import SettingsInMemory

PIET = SearchHit(HitKind.GUEST, 1, "Piet van den Berg", "14-03-1949 (77) · Helmond", "Wlz")
PIETJE = SearchHit(HitKind.GUEST, 2, "Pietje de Groot", "02-01-1941 (85) · Zeist", "Wmo")


class NotingScreen(Screen):
    """Notes what the window asks of it."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.activations = 0
        self.field = QLineEdit()
        QVBoxLayout(self).addWidget(self.field)
        self.hidden_button = QPushButton("Mag niet")
        self.hidden_button.setVisible(False)
        self.button = Button(f"Doe {title}", Kind.PRIMARY)
        self.spans = Segmented(["2 weken", "Maand", "Kwartaal", "Jaar"], 1)

    def top_bar_widgets(self) -> Sequence[QWidget]:
        return (self.spans, Button("Ongedaan maken"), self.hidden_button, self.button)

    def activate(self) -> None:
        self.activations += 1

    def focus_search(self) -> bool:
        self.field.setFocus()
        return True

    def key_help(self) -> Sequence[tuple[str, str]]:
        return (("T", "naar vandaag"),)


class House:
    """A window with three screens, and what it made and remembered."""

    def __init__(self, qtbot: QtBot, *, is_practice: bool = False, settings: SettingsInMemory | None = None) -> None:
        self.made: list[str] = []
        self.settings = settings or SettingsInMemory()
        self.search = SearchBox(lambda text: [hit for hit in (PIET, PIETJE) if text in hit.title.lower()])
        specs = [
            ScreenSpec("today", "Today", "today", "F2", lambda: self._make("Vandaag")),
            ScreenSpec("planning", "Planning", "planning", "F3", lambda: self._make("Planning")),
            ScreenSpec("settings", "Settings", "settings", "Ctrl+,", lambda: Screen(), at_bottom=True),
        ]
        self.window = MainWindow(
            specs, "J. Lemmens", "coördinator", settings=self.settings, is_practice=is_practice,
            house_name="Plezant", search=self.search,
        )  # fmt: skip
        qtbot.addWidget(self.window)
        self.window.show_screen("today")
        open_window(self.window)

    def _make(self, title: str) -> Screen:
        self.made.append(title)
        return NotingScreen(title)

    def screen(self, screen_id: str) -> NotingScreen:
        screen = self.window.screen_of(screen_id)
        assert isinstance(screen, NotingScreen)
        return screen


@pytest.fixture
def house(qtbot: QtBot) -> House:
    return House(qtbot)


def test_screens_are_made_when_first_shown_and_kept(qtbot: QtBot, house: House) -> None:
    assert house.made == ["Vandaag"]
    for key in (Qt.Key.Key_F3, Qt.Key.Key_F2, Qt.Key.Key_F3):
        qtbot.keyClick(house.window, key)
    assert house.made == ["Vandaag", "Planning"]
    assert house.window.current_screen == "planning"
    assert house.screen("planning").activations == 2
    assert house.window.top_bar.title.text() == "Planning"
    assert house.window.rail.buttons["planning"].isChecked()
    assert not house.window.rail.buttons["today"].isChecked()


def test_a_click_in_the_rail_shows_the_screen(qtbot: QtBot, house: House) -> None:
    with qtbot.waitSignal(house.window.screen_shown) as shown:
        qtbot.mouseClick(house.window.rail.buttons["planning"], Qt.MouseButton.LeftButton)
    assert shown.args == ["planning"]


def test_the_settings_stand_behind_a_key_of_their_own(qtbot: QtBot, house: House) -> None:
    qtbot.keyClick(house.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert house.window.current_screen == "settings"
    assert house.window.top_bar.title.text() == "Instellingen"


def test_each_screen_has_its_own_top_bar(qtbot: QtBot, house: House) -> None:
    qtbot.keyClick(house.window, Qt.Key.Key_F3)
    assert house.screen("planning").button.isVisible()
    assert not house.screen("today").button.isVisible()
    qtbot.keyClick(house.window, Qt.Key.Key_F2)
    assert house.screen("today").button.isVisible()
    assert not house.screen("planning").button.isVisible()
    assert not house.screen("today").hidden_button.isVisible()


def test_counts_stand_in_words_for_the_screen_reader(house: House) -> None:
    house.window.set_count("planning", 3)
    entry = house.window.rail.buttons["planning"]
    assert (entry.count.text(), entry.count.isVisible(), entry.key.isVisible()) == ("3", True, False)
    assert entry.accessibleName() == "Planning, 3 wachten"
    house.window.set_count("planning", 0)
    assert (entry.count.isVisible(), entry.key.isVisible()) == (False, True)
    house.window.set_count("finance", 2)  # another role's screen


def test_arrows_walk_over_the_rail(qtbot: QtBot, house: House) -> None:
    rail = house.window.rail
    rail.buttons["today"].setFocus()
    qtbot.keyClick(rail.buttons["today"], Qt.Key.Key_Down)
    assert rail.buttons["planning"].hasFocus()
    qtbot.keyClick(rail.buttons["planning"], Qt.Key.Key_Space)
    assert house.window.current_screen == "planning"


def test_ctrl_l_and_the_user_ask_for_the_lock(qtbot: QtBot, house: House) -> None:
    with qtbot.waitSignal(house.window.lock_requested):
        qtbot.keyClick(house.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(house.window.lock_requested):
        qtbot.mouseClick(house.window.rail.user_button, Qt.MouseButton.LeftButton)
    assert house.window.rail.user_button.accessibleName() == "J. Lemmens, coördinator: scherm vergrendelen"


def test_actions_reach_whoever_connects_them(qtbot: QtBot, house: House) -> None:
    done: list[str] = []
    house.window.action(ActionId.UNDO).triggered.connect(lambda: done.append("undo"))
    house.window.action(ActionId.NEW_BOOKING).triggered.connect(lambda: done.append("new"))
    qtbot.keyClick(house.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(house.window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done == ["undo", "new"]


def test_ctrl_k_searches_and_picks_by_keyboard(qtbot: QtBot, house: House) -> None:
    qtbot.keyClick(house.window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    line = house.search.line
    assert line.hasFocus()
    qtbot.keyClicks(line, "piet")
    assert house.search.results.isVisible()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    with qtbot.waitSignal(house.search.picked) as picked:
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert picked.args == [PIETJE]
    assert not house.search.results.isVisible()
    assert line.text() == ""


def test_ctrl_f_goes_to_the_search_of_the_screen(qtbot: QtBot, house: House) -> None:
    qtbot.keyClick(house.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert house.screen("today").field.hasFocus()
    house.window.show_screen("settings")
    qtbot.keyClick(house.window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert house.search.line.hasFocus()


def test_escape_closes_the_list_and_then_the_message(qtbot: QtBot, house: House) -> None:
    house.window.show_message("Verblijf verplaatst.", MessageKind.SUCCESS)
    house.search.take_focus()
    qtbot.keyClicks(house.search.line, "piet")
    qtbot.keyClick(house.search.line, Qt.Key.Key_Escape)
    assert not house.search.results.isVisible()
    assert house.window.message_bar.text == "Verblijf verplaatst."
    qtbot.keyClick(house.search.line, Qt.Key.Key_Escape)
    qtbot.keyClick(house.search.line, Qt.Key.Key_Escape)
    assert house.window.message_bar.text == ""


def test_f1_shows_every_key_that_works(qtbot: QtBot, house: House) -> None:
    qtbot.keyClick(house.window, Qt.Key.Key_F1)
    overview = house.window.findChild(KeyOverview)
    assert overview is not None
    assert overview.isVisible()
    keys = {key for key, _what in overview.lines}
    assert {"T", "F2", "F3", "Ctrl+K", "Ctrl+L"} <= keys
    qtbot.keyClick(overview, Qt.Key.Key_Escape)
    settle()
    assert not overview.isVisible()


def test_the_practice_house_cannot_be_taken_for_real(qtbot: QtBot) -> None:
    practice = House(qtbot, is_practice=True).window
    frame = practice.findChild(PracticeFrame)
    assert frame is not None
    assert frame.words.text().startswith("OEFENOMGEVING")
    assert frame.words.isVisible()
    picture = practice.grab().toImage()
    edges = [(1, 300), (practice.width() - 2, 300), (300, practice.height() - 2), (5, 5)]
    assert {picture.pixelColor(*edge).name().upper() for edge in edges} == {"#E8B04A"}
    assert House(qtbot).window.findChild(PracticeFrame) is None


def test_the_window_remembers_its_place_and_nothing_else(qtbot: QtBot, house: House) -> None:
    house.window.resize(1100, 700)
    house.window.close()
    assert list(house.settings.texts) == [GEOMETRY_KEY]
    again = House(qtbot, settings=house.settings)
    assert again.window.height() == 700  # the width is more than the screen of the tests has


def test_broken_settings_do_not_keep_the_window_away(qtbot: QtBot) -> None:
    settings = SettingsInMemory()
    settings.remember(GEOMETRY_KEY, "no geometry at all")
    assert House(qtbot, settings=settings).window.isVisible()


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5])
def test_it_fits_the_smallest_screen_at_every_text_size(qtbot: QtBot, qapp: QApplication, scale: float) -> None:
    try:
        apply_style(qapp, scale)
        window = House(qtbot, is_practice=True).window
        window.set_count("planning", 12)
        window.show_message("Reservekopie is 3 dagen oud.", MessageKind.ATTENTION, action_text="Nu maken")
        window.resize(1366, 768)
        settle()
        assert (window.width(), window.height()) == (1366, 768)
        assert list(cut_off_texts(window)) == []
        window.close()
    finally:
        apply_style(qapp)


def test_tab_reaches_the_top_bar_and_the_rail(qtbot: QtBot, house: House) -> None:
    seen = set()
    house.search.take_focus()
    for _step in range(20):
        focused = QApplication.focusWidget()
        if focused is not None:
            seen.add(focused)
            qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert house.screen("today").button in seen
    assert house.window.rail.buttons["today"] in seen
    assert house.window.rail.user_button in seen
    assert all(widget.accessibleName() or isinstance(widget, QLineEdit) for widget in seen)
