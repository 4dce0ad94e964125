"""The questions of care: each value has one spelling, and what follows from answers."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.care_topics import (
    BEFORE_CHECK_IN,
    QUESTIONS,
    SAFETY,
    Choice,
    FallRisk,
    Kind,
    chosen,
    code_of,
    day_of,
    due_days,
    fall_risk,
    joined,
    number_of,
)

NUMBERS = [topic for topic, question in QUESTIONS.items() if question.bounds is not None]
LISTS = [topic for topic, question in QUESTIONS.items() if question.kind is Kind.SEVERAL]


def test_each_kind_has_what_it_needs_and_nothing_else():
    for topic, question in QUESTIONS.items():
        assert bool(question.codes) == (question.kind in {Kind.ONE_OF, Kind.SEVERAL, Kind.YES_NO}), topic
        assert (question.bounds is not None) == (question.kind is Kind.NUMBER), topic
        assert not question.marks or question.kind is Kind.SEVERAL, topic
        assert not (question.is_due or question.is_past) or question.kind is Kind.DAY, topic


def test_what_check_in_waits_for_is_never_hidden():
    assert BEFORE_CHECK_IN <= SAFETY


@pytest.mark.parametrize(
    ("topic", "typed", "code"),
    [
        (CareTopic.OXYGEN, " 2,50 ", "2.5"),
        (CareTopic.OXYGEN, "0.5", "0.5"),
        (CareTopic.OXYGEN, "15", "15"),
        (CareTopic.OXYGEN, "15,5", None),
        (CareTopic.OXYGEN, "2,3", None),
        (CareTopic.OXYGEN, "twee", None),
        (CareTopic.OXYGEN, "nan", None),
        (CareTopic.FLUID_LIMIT, "1500", "1500"),
        (CareTopic.FLUID_LIMIT, "1.500", None),
        (CareTopic.HEIGHT, "1,78", None),
        (CareTopic.CATHETER_NEXT, "2026-11-26", "2026-11-26"),
        (CareTopic.CATHETER_NEXT, "2026-11-31", None),
        (CareTopic.AIDS, "glasses, walker", "walker,glasses"),
        (CareTopic.AIDS, "glasses,glasses", None),
        (CareTopic.AIDS, "glasses:medical", None),
        (CareTopic.DIET, "halal:own_choice,diabetes:medical", "diabetes:medical,halal:own_choice"),
        (CareTopic.DIET, "diabetes", None),
        (CareTopic.DIET, "diabetes:maybe", None),
        (CareTopic.SMOKING, "yes", "yes"),
        (CareTopic.SMOKING, "ja", None),
        (CareTopic.DRINK_LEVEL, "5", None),
        (CareTopic.FOOD_LEVEL, "2", None),
        (CareTopic.SKIN, "", ""),
    ],
)
def test_a_value_has_one_spelling(topic: CareTopic, typed: str, code: str | None):
    assert code_of(topic, typed) == code


@given(st.sampled_from(NUMBERS), st.data())
def test_every_number_within_the_bounds_comes_back(topic: CareTopic, data):
    bounds = QUESTIONS[topic].bounds
    assert bounds is not None
    steps = int((bounds.most - bounds.least) / bounds.step)
    value = bounds.least + bounds.step * data.draw(st.integers(0, steps))
    code = code_of(topic, str(value).replace(".", ","))
    assert code is not None
    assert number_of(code) == value
    assert code_of(topic, code) == code


@given(st.sampled_from(LISTS), st.data())
def test_every_choice_comes_back_in_the_order_of_the_question(topic: CareTopic, data):
    question = QUESTIONS[topic]
    codes = data.draw(st.lists(st.sampled_from(question.codes), unique=True, min_size=1))
    choices = tuple(Choice(code, data.draw(st.sampled_from(question.marks or ("",)))) for code in codes)
    code = code_of(topic, joined(choices))
    assert code is not None
    assert len(code) <= 400
    assert set(chosen(code)) == set(choices)
    assert [one.code for one in chosen(code)] == [one for one in question.codes if one in codes]


@given(st.sampled_from(list(CareTopic)), st.text(max_size=20))
def test_a_code_stays_what_it_is(topic: CareTopic, typed: str):
    code = code_of(topic, typed)
    if code is not None:
        assert code_of(topic, code) == code


@given(st.dates())
def test_a_day_comes_back(day: date):
    assert day_of(day.isoformat()) == day


def test_a_number_is_exact():
    assert number_of("0,1") == Decimal("0.1")


# -- falling


@pytest.mark.parametrize(
    ("said", "risk"),
    [
        ("", FallRisk.NOT_ASKED),
        ("no", FallRisk.INCOMPLETE),
        ("no no", FallRisk.INCOMPLETE),
        ("no no no", FallRisk.NO),
        ("no no yes", FallRisk.PLAN),
        ("yes", FallRisk.PLAN),
    ],
)
def test_one_yes_asks_for_a_plan_and_only_three_times_no_for_none(said: str, risk: FallRisk):
    topics = (CareTopic.FELL_PAST_YEAR, CareTopic.AFRAID_TO_FALL, CareTopic.TROUBLE_MOVING)
    assert fall_risk(dict(zip(topics, said.split(), strict=False))) is risk


# -- what is to be changed


def test_the_first_day_comes_first_and_nothing_of_a_catheter_that_is_none():
    given_days = {
        CareTopic.BAG_CHANGE: (AnswerState.GIVEN, "2026-11-28"),
        CareTopic.CATHETER_NEXT: (AnswerState.GIVEN, "2026-11-26"),
        CareTopic.CATHETER_CHANGED: (AnswerState.GIVEN, "2026-10-01"),
        CareTopic.NIGHT: (AnswerState.GIVEN, ""),
    }
    assert due_days(given_days) == [
        (CareTopic.CATHETER_NEXT, date(2026, 11, 26)),
        (CareTopic.BAG_CHANGE, date(2026, 11, 28)),
    ]
    assert due_days({**given_days, CareTopic.CATHETER: (AnswerState.NONE, "")}) == []
    assert due_days({CareTopic.CATHETER_NEXT: (AnswerState.UNKNOWN, "")}) == []
