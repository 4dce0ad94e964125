"""One question of a merge: a file keeps its side, whichever of them guards more."""

import pytest
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.merging import Side
from logeerhuis_app.services.rows.merging import MergeRow
from logeerhuis_app.ui.guests.side_choice import SideChoice
from logeerhuis_app.ui.widgets.badge import Badge
from tests.support.look import open_window


@pytest.mark.parametrize("front", list(Side))
def test_a_file_keeps_its_side_and_the_strictest_is_marked(qtbot: QtBot, front: Side) -> None:
    row = MergeRow("drink", "Drank", "0 dun", "3 dik", front, None, is_safety=True)
    choice = SideChoice(row, {Side.KEPT: "gast 0113", Side.OTHER: "gast 0425"})
    qtbot.addWidget(choice)
    open_window(choice)
    kept, other = choice.cards[Side.KEPT], choice.cards[Side.OTHER]
    assert kept.geometry().x() < other.geometry().x()
    shown = {
        side: [badge.text() for badge in card.findChildren(Badge) if badge.isVisible()]
        for side, card in choice.cards.items()
    }
    assert shown == {side: ["strengst"] if side is front else [] for side in Side}
    choice.take_focus()
    assert choice.cards[front].hasFocus()
