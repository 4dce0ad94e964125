"""With large letters on a small screen the safety banner of a file keeps all its room."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from logeerhuis_app.ui.style import apply_style
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView
from tests.support.banners import banner_piet
from tests.support.look import open_window, settle


@pytest.fixture
def large(qapp: QApplication) -> Iterator[None]:
    apply_style(qapp, 1.5)
    yield
    apply_style(qapp)


@pytest.mark.usefixtures("large")
def test_a_compact_banner_says_the_same_on_less_room(qtbot: QtBot) -> None:
    view = SafetyBannerView(banner_piet(), with_identity=False)
    qtbot.addWidget(view)
    view.resize(620, 400)
    open_window(view)
    said, height = [chip.text() for chip in view.chips()], view.sizeHint().height()
    view.set_compact(True)
    settle()
    assert [chip.text() for chip in view.chips()] == said
    assert view.sizeHint().height() < height
