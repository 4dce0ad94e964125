"""The answers of a guest on their cards: read in ten seconds, and nothing that is unknown passes for none."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from logeerhuis_app.domain.care import AnswerState, CareTopic, Section
from logeerhuis_app.domain.care_topics import SAFETY, topics_of
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.care import AnswerWish, record_answers
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.ui.guests.topic_card import topic_card
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.key_values import KeyValues
from logeerhuis_app.ui.widgets.more_section import MoreSection
from tests.support.houses import TestHouse, nov
from tests.support.look import cut_off_texts, open_window, settle


@pytest.fixture
def card_of(qtbot, file_house: TestHouse):
    guest = file_house.guest("Noor")

    def made(section: Section, *wishes: AnswerWish) -> Card:
        record_answers(file_house.door, guest, wishes)
        card = topic_card(guest_file(file_house.door, guest), section, nov(22))
        qtbot.addWidget(card)
        card.resize(420, 500)
        open_window(card)
        return card

    return made


def given(topic: CareTopic, code: str = "", text: str = "") -> AnswerWish:
    return AnswerWish(topic, AnswerState.GIVEN, code, text)


def rows(card: Card) -> dict[str, str]:
    settle()
    return {name: value for part in card.findChildren(KeyValues) if part.isVisible() for name, value in part.texts()}


@pytest.mark.parametrize("section", list(Section))
def test_of_a_new_guest_only_what_matters_stands_on_its_own(card_of, section: Section):
    card = card_of(section)
    safety = [label(topic) for topic in topics_of(section) if topic in SAFETY]
    assert list(rows(card)) == safety
    assert set(rows(card).values()) <= {"niet gevraagd"}
    (more,) = card.findChildren(MoreSection)
    rest = len(topics_of(section)) - len(safety)
    assert more.button.text() == f"▸ Niet gevraagd: {rest} onderwerpen"


def test_the_line_opens_by_key_and_names_them(qtbot, card_of):
    card = card_of(Section.MIND, given(CareTopic.MEMORY, text="vergeet de dag"))
    (more,) = card.findChildren(MoreSection)
    qtbot.keyClick(more.button, Qt.Key.Key_Space)
    assert rows(card)["Wat helpt"] == "niet gevraagd"
    assert rows(card)["Geheugen"] == "vergeet de dag"
    assert list(cut_off_texts(card)) == []


def test_three_empties_stay_three_on_the_card(card_of):
    said = [AnswerWish(CareTopic.SKIN, AnswerState.NONE), AnswerWish(CareTopic.WOUND, AnswerState.UNKNOWN)]
    shown = rows(card_of(Section.TOILET, *said))
    assert (shown["Huid"], shown["Wond"]) == ("geen", "gevraagd, onbekend")


def test_one_yes_to_a_question_about_falling_asks_for_a_plan(card_of):
    shown = rows(card_of(Section.MOVING, given(CareTopic.AFRAID_TO_FALL, "yes")))
    assert shown["Valvragen"] == "Valrisico: plan (bang om te vallen)"
    assert shown["Vallen"] == "niet gevraagd"


def test_three_times_no_says_nothing_of_a_plan(card_of):
    topics = (CareTopic.FELL_PAST_YEAR, CareTopic.AFRAID_TO_FALL, CareTopic.TROUBLE_MOVING)
    assert "Valvragen" not in rows(card_of(Section.MOVING, *(given(topic, "no") for topic in topics)))


@pytest.mark.parametrize(
    ("day", "words", "is_amber"),
    [
        ("2026-11-25", "25-11-2026 (over 3 dagen)", False),
        ("2026-11-23", "23-11-2026 (morgen)", False),
        ("2026-11-22", "22-11-2026 (vandaag)", True),
        ("2026-11-20", "20-11-2026 (2 dagen geleden)", True),
    ],
)
def test_a_day_says_how_far_it_is_and_turns_amber(card_of, day: str, words: str, is_amber: bool):
    card = card_of(Section.TOILET, given(CareTopic.CATHETER_NEXT, day))
    assert rows(card)["Katheter wisselen op"] == words
    (value,) = [one for one in card.findChildren(QLabel) if one.text() == words]
    assert (value.property("role") == "problem") is is_amber


def test_a_level_has_its_number_its_colour_and_its_words(card_of):
    card = card_of(Section.EATING, given(CareTopic.DRINK_LEVEL, "3"), given(CareTopic.FOOD_LEVEL, "5"))
    shown = rows(card)
    assert shown["Drank (IDDSI 0–4)"] == "3 dik"
    assert shown["Voeding (IDDSI 3–7)"].startswith("5, ")
    squares = [one for one in card.findChildren(QLabel) if not one.pixmap().isNull()]
    assert len(squares) == 2
