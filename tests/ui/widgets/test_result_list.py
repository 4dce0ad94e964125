"""A line of a list of guests: the name is never cut off for a badge."""

from typing import Any

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QListWidget, QListWidgetItem
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.result_list import ROLE_ROW, ResultDelegate, ResultRow

BADGES = (("NAAMGENOOT", Tone.AMBER), ("particulier", Tone.NEUTRAL))
LONG = ResultRow(1, "Huub van der Linden-Aarts", "24-09-1950 (76) · Puttershoek", BADGES)
SHORT = ResultRow(2, "Jo", "08-05-1951 (75) · Bakel", BADGES[1:])


@pytest.fixture
def view(qtbot: QtBot) -> QListWidget:
    view = QListWidget()
    qtbot.addWidget(view)
    view.setItemDelegate(ResultDelegate(view))
    for row in (LONG, SHORT):
        QListWidgetItem(view).setData(ROLE_ROW, row)
    view.resize(290, 300)
    view.show()
    return view


def test_badges_that_do_not_fit_beside_the_name_get_a_line_of_their_own(view: QListWidget) -> None:
    long, short = view.sizeHintForRow(0), view.sizeHintForRow(1)
    assert long > short
    view.resize(600, 300)
    assert view.sizeHintForRow(0) == short


@pytest.mark.parametrize("width", [180, 290, 600])
def test_the_name_is_drawn_in_full(view: QListWidget, monkeypatch: pytest.MonkeyPatch, width: int) -> None:
    drawn: list[str] = []
    elide = QFontMetrics.elidedText

    def spy(self: QFontMetrics, text: str, *rest: Any) -> str:
        drawn.append(shown := elide(self, text, *rest))
        return shown

    monkeypatch.setattr(QFontMetrics, "elidedText", spy)
    view.resize(width, 300)
    view.grab()
    assert {LONG.title, SHORT.title} <= set(drawn)
