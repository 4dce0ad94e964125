"""Logging in by keyboard and by click; whether it is right is for someone else."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.login_window import LoginHint, LoginWindow
from logeerhuis_app.ui.practice_frame import PracticeFrame
from logeerhuis_app.ui.widgets.label import Label
from tests.support.look import cut_off_texts, open_window, settle

HINTS = (LoginHint("coordinator", "coördinator"), LoginHint("zorg", "zorgmedewerker"))


@pytest.fixture
def window(qtbot: QtBot) -> LoginWindow:
    window = LoginWindow("Plezant")
    qtbot.addWidget(window)
    open_window(window)
    return window


def test_name_enter_password_enter(qtbot: QtBot, window: LoginWindow) -> None:
    assert window.user_field.hasFocus()
    qtbot.keyClicks(window.user_field, " lemmens ")
    qtbot.keyClick(window.user_field, Qt.Key.Key_Return)
    assert window.password_field.hasFocus()
    qtbot.keyClicks(window.password_field, "geheim 12")
    with qtbot.waitSignal(window.login_requested) as asked:
        qtbot.keyClick(window.password_field, Qt.Key.Key_Return)
    assert asked.args == ["lemmens", "geheim 12"]


def test_an_empty_field_is_said_and_nothing_is_asked(qtbot: QtBot, window: LoginWindow) -> None:
    with qtbot.assertNotEmitted(window.login_requested):
        qtbot.mouseClick(window.login_button, Qt.MouseButton.LeftButton)
    assert window.problem == "Vul uw gebruikersnaam en wachtwoord in."
    assert window.user_field.hasFocus()


def test_while_busy_nothing_can_be_pressed(qtbot: QtBot, window: LoginWindow) -> None:
    window.user_field.setText("lemmens")
    window.password_field.setText("x")
    window.set_busy(True)
    with qtbot.assertNotEmitted(window.login_requested):
        qtbot.mouseClick(window.login_button, Qt.MouseButton.LeftButton)
        qtbot.keyClick(window.password_field, Qt.Key.Key_Return)
    window.set_busy(False)
    with qtbot.waitSignal(window.login_requested):
        qtbot.mouseClick(window.login_button, Qt.MouseButton.LeftButton)


def test_a_refusal_keeps_the_name_and_empties_the_password(qtbot: QtBot, window: LoginWindow) -> None:
    window.user_field.setText("lemmens")
    window.password_field.setText("fout")
    window.set_busy(True)
    window.show_problem("Deze gebruikersnaam of dit wachtwoord klopt niet.")
    settle()
    assert window.user_field.text() == "lemmens"
    assert window.password_field.text() == ""
    assert window.password_field.hasFocus()
    assert window.problem == "Deze gebruikersnaam of dit wachtwoord klopt niet."
    assert list(cut_off_texts(window)) == []


def test_caps_lock_is_guessed_from_a_capital_without_shift(qtbot: QtBot, window: LoginWindow) -> None:
    seen: list[bool] = []
    window.password_field.caps_lock_seen.connect(seen.append)
    qtbot.keyClick(window.password_field, Qt.Key.Key_A)
    qtbot.keyClicks(window.password_field, "A", Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(window.password_field, Qt.Key.Key_1)
    assert seen == [False, False]
    qtbot.keyClicks(window.password_field, "A")  # a capital without Shift
    assert seen[-1] is True
    hint = next(label for label in window.findChildren(Label) if label.text() == "Caps Lock lijkt aan te staan")
    assert hint.isVisible()
    qtbot.keyClick(window.password_field, Qt.Key.Key_A)
    assert not hint.isVisible()


def test_the_practice_house_fills_in_name_and_password(qtbot: QtBot) -> None:
    window = LoginWindow("Plezant", is_practice=True, users=HINTS, practice_password="oefenen")
    qtbot.addWidget(window)
    open_window(window)
    assert window.findChild(PracticeFrame) is not None
    window.hint_cards[1].setFocus()
    qtbot.keyClick(window.hint_cards[1], Qt.Key.Key_Return)
    assert window.user_field.text() == "zorg"
    with qtbot.waitSignal(window.login_requested) as asked:
        qtbot.keyClick(window.login_button, Qt.Key.Key_Space)
    assert asked.args == ["zorg", "oefenen"]


def test_a_real_house_never_shows_its_users(qtbot: QtBot) -> None:
    window = LoginWindow("Plezant", users=HINTS, practice_password="oefenen")
    qtbot.addWidget(window)
    assert window.hint_cards == []
    assert window.findChild(PracticeFrame) is None


def test_with_large_letters_it_stays_on_the_screen_and_scrolls(qtbot: QtBot, qapp: QApplication) -> None:
    hints = [LoginHint(f"gebruiker{number}", "naam · rol") for number in range(30)]
    window = LoginWindow("Oefenhuis", is_practice=True, users=hints, practice_password="oefenen")
    qtbot.addWidget(window)
    window.resize(window.sizeHint())
    open_window(window)
    assert window.height() <= qapp.primaryScreen().availableGeometry().height()
    assert window._scroll.verticalScrollBar().maximum() > 0


def test_it_grows_for_what_comes_in(qtbot: QtBot) -> None:
    window = LoginWindow("Logeerhuis Plezant", user_name="bakker", has_recovery=True)
    qtbot.addWidget(window)
    window.resize(window.sizeHint())
    open_window(window)
    assert window._scroll.verticalScrollBar().maximum() == 0
    window.show_problem("Naam of wachtwoord klopt niet. " * 4)
    settle()
    assert window._scroll.verticalScrollBar().maximum() == 0
