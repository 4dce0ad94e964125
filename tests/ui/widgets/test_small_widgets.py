"""Badge, card, facts, meter, photo, button, flow."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from logeerhuis_app.domain.funding import Law
from logeerhuis_app.services.rows.funding import BudgetRow
from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.widgets.badge import Badge, LawBadge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label
from logeerhuis_app.ui.widgets.meter import Meter, MeterBar
from logeerhuis_app.ui.widgets.photo import Photo
from tests.support.look import cut_off_texts, open_window, settle


def test_a_law_badge_has_words_and_its_own_colour(qtbot: QtBot) -> None:
    badge = LawBadge(Law.WLZ, "CZ")
    qtbot.addWidget(badge)
    assert badge.text() == "Wlz CZ"
    assert badge.property("tone") == "wlz"
    badge.show_law(None)
    assert badge.text() == "financier onbekend"
    assert badge.property("tone") == "amber"


def test_every_tone_paints_its_tint(qtbot: QtBot) -> None:
    for tone, colours in tokens.TONES.items():
        badge = Badge("Wmo", tone)
        qtbot.addWidget(badge)
        badge.resize(badge.sizeHint())
        middle_left = badge.grab().toImage().pixelColor(4, badge.height() // 2)
        assert middle_left.name().upper() == colours.tint, tone


def test_markup_in_a_name_is_shown_as_typed(qtbot: QtBot) -> None:
    label = Label("<b>Jan</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert Badge("<i>x</i>").textFormat() is Qt.TextFormat.PlainText


def test_facts_show_each_kind_of_empty(qtbot: QtBot) -> None:
    facts = KeyValues([KeyValue("Dieet", "zoutarm", is_strong=True), KeyValue("Nacht", "")])
    qtbot.addWidget(facts)
    assert facts.texts() == [("Dieet", "zoutarm"), ("Nacht", "niet ingevuld")]
    facts.set_rows([KeyValue("Vallen", "niet gevraagd", is_missing=True)])
    assert facts.texts() == [("Vallen", "niet gevraagd")]


def test_long_facts_wrap_instead_of_being_cut(qtbot: QtBot) -> None:
    card = Card("Zorg & dagelijks leven")
    card.add(KeyValues([KeyValue("Wassen, aankleden", "hulp van 1, begint zelf met het gezicht en de handen " * 3)]))
    qtbot.addWidget(card)
    card.resize(260, 60)
    card.show()
    settle()
    assert list(cut_off_texts(card)) == []


@pytest.mark.parametrize(
    ("budget", "words"),
    [
        (BudgetRow("Etmalen 2026", 66, 34, 156), "66 gebruikt · 34 gepland · 56 van 156 over"),
        (BudgetRow("Etmalen 2026", 120, 40, 156), "120 gebruikt · 40 gepland · 4 boven de 156"),
        (BudgetRow("Etmalen 2026", 3, 4, None), "3 gebruikt · 4 gepland · grens onbekend"),
    ],
)
def test_a_meter_says_what_it_draws(qtbot: QtBot, budget: BudgetRow, words: str) -> None:
    meter = Meter(budget, Law.WLZ)
    qtbot.addWidget(meter)
    assert f"{meter.spent.text()} {meter.left.text()}" == words
    assert meter.accessibleName() == f"Etmalen 2026: {words}"


def test_a_meter_over_its_limit_is_amber_not_red(qtbot: QtBot) -> None:
    meter = Meter(BudgetRow("Etmalen 2026", 10, 10, 10), Law.WMO)
    qtbot.addWidget(meter)
    meter.resize(200, 40)
    meter.show()
    settle()
    picture = meter.bar.grab().toImage()
    right_half = {picture.pixelColor(x, 6).name().upper() for x in range(110, 190)}
    assert tokens.AMBER in right_half
    assert tokens.RED not in right_half
    assert meter.left.property("role") == "problem"


def test_a_meter_shows_used_planned_and_free(qtbot: QtBot) -> None:
    bar = MeterBar()
    qtbot.addWidget(bar)
    bar.show_budget(BudgetRow("x", 50, 25, 100), Law.WLZ)
    bar.resize(200, 12)
    picture = bar.grab().toImage()
    seen = [picture.pixelColor(x, 6).name().upper() for x in (50, 125, 175)]
    colours = tokens.law_colours(Law.WLZ)
    assert seen == [colours.full, colours.mid, tokens.TRACK]


def test_no_budget_is_not_an_empty_budget(qtbot: QtBot) -> None:
    meter = Meter(None)
    qtbot.addWidget(meter)
    assert meter.spent.text() == "Geen ruimte bekend"


def test_a_button_shows_its_key(qtbot: QtBot) -> None:
    button = Button("Verblijf plannen", Kind.PRIMARY, key="Ctrl+N")
    qtbot.addWidget(button)
    button.show()
    assert button.toolTip() == "Verblijf plannen (Ctrl+N)"
    with qtbot.waitSignal(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_cards_are_chosen_by_click_and_key(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    column = QVBoxLayout(parent)
    cards = [ChoiceCard(name) for name in ("een", "twee")]
    for card in cards:
        card.body.addWidget(Label(card.accessibleName()))
        column.addWidget(card)
    open_window(parent)
    with qtbot.waitSignal(cards[0].chosen):
        qtbot.mouseClick(cards[0], Qt.MouseButton.LeftButton)
    cards[0].setFocus()
    qtbot.keyClick(cards[0], Qt.Key.Key_Down)
    assert cards[1].hasFocus()
    with qtbot.waitSignal(cards[1].chosen):
        qtbot.keyClick(cards[1], Qt.Key.Key_Return)
    cards[1].set_selected(True)
    assert cards[1].is_selected


def test_a_photo_shows_the_initial(qtbot: QtBot) -> None:
    photo = Photo("piet")
    qtbot.addWidget(photo)
    photo.resize(photo.sizeHint())
    middle = photo.grab().toImage()
    assert middle.pixelColor(6, 32).name().upper() == tokens.PHOTO
    assert photo.accessibleName() == "piet"


def test_a_flow_goes_on_to_the_next_line(qtbot: QtBot) -> None:
    area = FlowArea()
    qtbot.addWidget(area)
    badges = [Badge("komt deze week") for _number in range(4)]
    area.add(*badges)
    area.resize(badges[0].sizeHint().width() * 2 + 20, 10)
    area.show()
    settle()
    assert badges[0].y() == badges[1].y() < badges[2].y()
    assert area.height() >= badges[3].geometry().bottom()
    area.flow.clear()
    settle()
    assert area.flow.count() == 0
