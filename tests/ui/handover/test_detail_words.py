"""What the panel of the handover says of one guest: due days and falling."""

from datetime import date

import pytest

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.services.rows.guest import AnswerRow
from logeerhuis_app.services.rows.handover import HandoverGuest
from logeerhuis_app.ui.handover.detail_words import moving_lines, now_lines
from logeerhuis_app.ui.handover.row_words import Weight, _risks_without_alert
from tests.support import papers

DAY = date(2026, 11, 22)


def guest(**answers: str) -> HandoverGuest:
    """Who leaves on 25 November."""
    rows = tuple(AnswerRow(CareTopic(topic), AnswerState.GIVEN, code) for topic, code in answers.items())
    return papers.present(papers.PIET, 2, 4, papers.PIET_LIST, answers=rows)


@pytest.mark.parametrize(
    ("day", "words", "weight"),
    [
        ("2026-11-25", "Katheter wisselen op wo 25 nov (over 3 dagen)", Weight.PLAIN),
        ("2026-11-22", "Katheter wisselen op zo 22 nov (vandaag)", Weight.AMBER),
        ("2026-11-19", "Katheter wisselen op do 19 nov (3 dagen geleden)", Weight.AMBER),
    ],
)
def test_what_is_to_be_changed_during_the_stay(day: str, words: str, weight: Weight):
    lines = now_lines(guest(catheter_next=day), DAY)
    assert (words, weight) in [(line.text, line.weight) for line in lines]


def test_what_is_to_be_changed_after_the_stay_is_not_said():
    assert not [line for line in now_lines(guest(catheter_next="2026-11-26"), DAY) if "wisselen" in line.text]


def test_a_yes_to_a_question_about_falling_is_said_in_the_panel_and_in_the_row():
    answers = guest(afraid_to_fall="yes").answers
    (plan, *_rest) = moving_lines(answers)
    assert (plan.text, plan.weight) == ("Valrisico: plan (bang om te vallen)", Weight.AMBER)
    assert _risks_without_alert(answers, ()) == ["valrisico: plan maken"]
    assert _risks_without_alert(answers, ("falling",)) == []
    assert _risks_without_alert(guest(afraid_to_fall="yes", fall_risk="yes").answers, ()) == ["valt snel"]
