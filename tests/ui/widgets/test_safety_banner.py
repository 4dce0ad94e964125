"""The banner on screen: everything in words, nothing cut off, nothing hidden."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from logeerhuis_app.services.rows.guest import SafetyBanner
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.label import Label
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView
from tests.support.banners import (
    RITA,
    alert,
    banner_none_known,
    banner_piet,
    banner_rita,
    banner_with_many_reds,
)
from tests.support.look import cut_off_texts, settle


def shown(qtbot: QtBot, banner: SafetyBanner, width: int = 700, *, compact: bool = False) -> SafetyBannerView:
    view = SafetyBannerView(banner, compact=compact)
    qtbot.addWidget(view)
    view.resize(width, 10)
    view.show()
    settle()
    return view


def test_every_statement_stands_there_with_its_action(qtbot: QtBot) -> None:
    view = shown(qtbot, banner_piet())
    chips = {chip.text(): chip for chip in view.chips()}
    assert list(chips)[:2] == ["Geen penicilline (anafylaxie)", "Reanimeren: nee (besproken 12-02-2026)"]
    assert chips["Dwaalt 's nachts"].toolTip() == "deuralarm aan"
    assert chips["Dwaalt 's nachts"].accessibleName() == "Dwaalt 's nachts: deuralarm aan"
    assert "bel 112" in view.accessibleDescription()


@pytest.mark.parametrize("width", [180, 320, 700, 1200])
@pytest.mark.parametrize("compact", [False, True])
def test_it_wraps_and_is_never_cut_off(qtbot: QtBot, width: int, compact: bool) -> None:
    long = alert("verslikt zich: drank licht verdikt (IDDSI 2), eten gemalen (IDDSI 4), rechtop aan tafel")
    view = shown(qtbot, replace(banner_piet(), alerts=(long, alert("valt"))), width, compact=compact)
    assert view.width() <= max(width, view.minimumSizeHint().width())
    assert list(cut_off_texts(view)) == []
    for chip in view.chips():
        corner = chip.mapTo(view, chip.rect().bottomRight())
        assert view.rect().contains(corner), chip.text()


def test_the_banner_grows_when_the_window_is_made_narrow(qtbot: QtBot) -> None:
    view = shown(qtbot, banner_piet(), 1200)
    low = view.minimumSizeHint().height()
    view.resize(300, view.height())
    settle()
    assert view.minimumSizeHint().height() > low


def test_not_asked_looks_different_from_none_known(qtbot: QtBot) -> None:
    views = [shown(qtbot, banner_none_known()), shown(qtbot, banner_rita())]
    asked, not_asked = (view.chips()[0] for view in views)
    assert not_asked.text() == "ALLERGIE NIET GEVRAAGD"
    assert not_asked.property("tone") == "red"
    assert not_asked.property("unknown") == "true"
    assert asked.property("tone") == "plain"
    assert asked.property("unknown") == "false"


def test_more_than_five_reds_are_counted_and_open_with_one_press(qtbot: QtBot) -> None:
    view = shown(qtbot, banner_with_many_reds(6))
    assert [chip.text() for chip in view.chips()] == [
        "Geen stof 1 (anafylaxie)",
        "Geen stof 2 (anafylaxie)",
        "Geen stof 3 (anafylaxie)",
        "Geen stof 4 (anafylaxie)",
        "Reanimeren: nee (besproken 12-02-2026)",
    ]
    more = next(button for button in view.findChildren(QPushButton) if button.isVisible())
    assert more.text() == "+2"
    assert "Geen stof 5 (anafylaxie)" in more.toolTip()
    assert "Geen stof 6 (anafylaxie)" in more.accessibleName()
    assert "Geen stof 6 (anafylaxie)" in view.accessibleDescription()
    more.setFocus()
    qtbot.keyClick(more, Qt.Key.Key_Space)
    settle()
    assert len(view.chips()) == 7
    assert not [button for button in view.findChildren(QPushButton) if button.isVisible()]


def test_another_guest_starts_folded_again_and_leaves_nothing_behind(qtbot: QtBot) -> None:
    view = shown(qtbot, banner_with_many_reds(9))
    view.show_banner(banner_none_known())
    settle()
    assert [chip.text() for chip in view.chips()] == [
        "Allergie: geen bekend (18-11-2026)",
        "Reanimeren: wel (besproken 02-01-2026)",
    ]


def test_two_identifiers_and_the_namesake_badge(qtbot: QtBot) -> None:
    view = shown(qtbot, banner_rita())
    words = [label.text() for label in view.findChildren(Label) if label.isVisible()]
    assert words[:2] == [RITA.name, "11-12-1940 (85)"]
    assert "NAAMGENOOT" in visible_badges(view)
    assert "NAAMGENOOT" not in visible_badges(shown(qtbot, banner_piet()))


def visible_badges(view: SafetyBannerView) -> list[str]:
    return [badge.text() for badge in view.findChildren(Badge) if badge.isVisible()]
