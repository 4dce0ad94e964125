"""No two actions of one window share a key."""

from collections import Counter

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.actions import TABLE, ActionId, build_actions

SCREEN_KEYS = ("F2", "F3", "F4", "F5", "F6", "F7", "F8", "Ctrl+,")


def test_every_action_is_in_the_table_and_built_once(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = build_actions(window)
    assert list(actions) == list(TABLE)
    assert set(TABLE) == set(ActionId)
    assert all(action.text() and action.toolTip() and action.shortcuts() for action in actions.values())


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for text in TABLE.values() for key in text.keys)
    keys.update(QKeySequence(key).toString() for key in SCREEN_KEYS)
    assert [key for key, count in keys.items() if count > 1] == []
    assert "" not in keys


def test_texts_are_dutch(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    actions = build_actions(window)
    assert actions[ActionId.UNDO].text() == "Ongedaan maken"
    assert actions[ActionId.UNDO].toolTip() == "Neem de laatste wijziging terug (Ctrl+Z)"
