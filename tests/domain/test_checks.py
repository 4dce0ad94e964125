"""What may be typed: amounts that cannot be misread, dates that can be, answers on their own list."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.care_topics import QUESTIONS
from logeerhuis_app.domain.checks import (
    Reason,
    amount_fault,
    clock_text,
    dose_fault,
    is_usual_payer,
    periods_overlap,
    require_answer,
    require_birth_date,
    require_email,
    require_not_future,
    require_order,
    require_phone,
)
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired
from logeerhuis_app.domain.funding import Basis, PayerKind
from logeerhuis_app.domain.nights import age_on
from logeerhuis_app.domain.partial_date import PartialDate

TODAY = date(2026, 11, 22)
days = st.dates(date(1850, 1, 1), date(2060, 12, 31))
amounts = st.decimals(min_value=Decimal("0.01"), max_value=Decimal(9999), places=2).map(Decimal.normalize)


@given(days)
def test_guests_are_18_to_115(born: date):
    if born <= TODAY and 18 <= age_on(born, TODAY) <= 115:
        require_birth_date(PartialDate.of(born), TODAY)
        return
    with pytest.raises(FieldInvalid) as caught:
        require_birth_date(PartialDate.of(born), TODAY)
    assert (caught.value.field, caught.value.value) == ("born", born.isoformat())


@pytest.mark.parametrize(
    ("born", "reason"),
    [
        (TODAY + timedelta(days=1), Reason.IN_FUTURE),
        (date(2008, 11, 23), Reason.TOO_YOUNG),
        (date(1910, 11, 22), Reason.TOO_OLD),
    ],
)
def test_a_birth_date_that_cannot_be_says_why(born: date, reason: Reason):
    with pytest.raises(FieldInvalid) as caught:
        require_birth_date(PartialDate.of(born), TODAY)
    assert caught.value.reason == reason


@given(amounts, st.sampled_from(["{} tablet", "{} mg", "metoprolol {} mg", "{} ml 's ochtends"]))
def test_an_amount_written_well_is_taken_with_comma_or_dot(amount: Decimal, words: str):
    text = f"{amount:f}".replace(".", ",")
    assert dose_fault(words.format(text)) is None
    assert amount_fault(words.format(text)) is None


@given(st.integers(1, 999))
def test_an_amount_without_its_zero_is_refused(decimals: int):
    assert amount_fault(f",{decimals} mg") is Reason.LEADING_ZERO
    assert amount_fault(f"morfine .{decimals} mg") is Reason.LEADING_ZERO


@given(st.integers(1, 999), st.integers(0, 999))
def test_a_dot_before_three_digits_is_thousand_or_comma_and_refused(thousands: int, rest: int):
    assert amount_fault(f"{thousands}.{rest:03d} mg") is Reason.THOUSANDS


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("5,0 mg", Reason.TRAILING_ZERO),
        ("0,50 ml", Reason.TRAILING_ZERO),
        ("1.000,5 mg", Reason.THOUSANDS),
        ("1", Reason.UNIT),
        ("2 - 3", Reason.UNIT),
        ("0.125 mg", None),
        ("1/2 tablet", None),
        ("½ tablet", None),
        ("volgens schema", None),
        ("1 tablet.", None),
        ("10 druppels", None),
        ("", None),
    ],
)
def test_doses_as_people_write_them(text: str, reason: Reason | None):
    assert dose_fault(text) is reason


@given(st.times())
def test_a_time_of_the_day_is_understood_in_many_spellings(moment):
    shown = f"{moment.hour}:{moment.minute:02d}"
    for text in (shown, f"{moment.hour:02d}.{moment.minute:02d}", f" {moment.hour}u{moment.minute:02d}"):
        assert clock_text(text) == shown
    assert clock_text(str(moment.hour)) == clock_text(f"{moment.hour} uur") == f"{moment.hour}:00"


@pytest.mark.parametrize("text", ["24:00", "8:60", "800", "acht", "", "8:0", "-1"])
def test_what_is_no_time_is_not_taken_for_one(text: str):
    assert clock_text(text) is None


@pytest.mark.parametrize("topic", list(CareTopic))
def test_a_given_answer_says_something(topic: CareTopic):
    with pytest.raises(FieldRequired) as caught:
        require_answer(topic, AnswerState.GIVEN, "", " ", TODAY)
    assert caught.value.field == topic.value
    for state in (AnswerState.NOT_ASKED, AnswerState.UNKNOWN):
        assert require_answer(topic, state, "", "", TODAY) == ""


@pytest.mark.parametrize("topic", list(CareTopic))
def test_none_is_an_answer_where_it_says_something(topic: CareTopic):
    if QUESTIONS[topic].has_none:
        assert require_answer(topic, AnswerState.NONE, "", "", TODAY) == ""
        return
    with pytest.raises(FieldInvalid) as caught:
        require_answer(topic, AnswerState.NONE, "", "", TODAY)
    assert caught.value.reason == "no_none"


def test_a_food_level_is_no_drink_level():
    assert set(QUESTIONS[CareTopic.DRINK_LEVEL].codes) == set("01234")
    assert set(QUESTIONS[CareTopic.FOOD_LEVEL].codes) == set("34567")
    for topic, wrong in ((CareTopic.DRINK_LEVEL, "5"), (CareTopic.FOOD_LEVEL, "2")):
        with pytest.raises(FieldInvalid):
            require_answer(topic, AnswerState.GIVEN, wrong, "", TODAY)


def test_a_topic_without_a_list_takes_no_code():
    with pytest.raises(FieldInvalid):
        require_answer(CareTopic.SKIN, AnswerState.GIVEN, "yes", "gaaf", TODAY)


@pytest.mark.parametrize(
    ("topic", "typed", "reason"),
    [
        (CareTopic.OXYGEN, "16", "out_of_bounds"),
        (CareTopic.OXYGEN, "0,7", "out_of_bounds"),
        (CareTopic.CATHETER_NEXT, "donderdag", "date"),
        (CareTopic.CATHETER_CHANGED, "2026-11-23", "in_future"),
        (CareTopic.DIET, "salt_reduced", "mark"),
        (CareTopic.CATHETER, "tube", "unknown_code"),
    ],
)
def test_what_is_no_answer_says_why(topic: CareTopic, typed: str, reason: str):
    with pytest.raises(FieldInvalid) as caught:
        require_answer(topic, AnswerState.GIVEN, typed, "", TODAY)
    assert (caught.value.field, caught.value.reason) == (topic.value, reason)


def test_words_alone_are_an_answer_only_where_nothing_is_reckoned_with_the_code():
    assert require_answer(CareTopic.CATHETER, AnswerState.GIVEN, "", "soort onbekend", TODAY) == ""
    with pytest.raises(FieldRequired):
        require_answer(CareTopic.FOOD_LEVEL, AnswerState.GIVEN, "", "zacht", TODAY)


@given(days, st.one_of(st.none(), days), days, st.one_of(st.none(), days))
def test_periods_overlap_when_a_day_lies_in_both(first: date, last, other_first: date, other_last):
    end, other_end = last or date.max, other_last or date.max
    assume(first <= end and other_first <= other_end)
    shares_a_day = max(first, other_first) <= min(end, other_end)
    assert periods_overlap(first, last, other_first, other_last) is shares_a_day
    assert periods_overlap(other_first, other_last, first, last) is shares_a_day


def test_dates_in_order_and_not_to_come():
    require_order("valid_until", TODAY, None)
    require_order("valid_until", TODAY, TODAY)
    with pytest.raises(FieldInvalid):
        require_order("valid_until", TODAY, TODAY - timedelta(days=1))
    require_not_future("list_date", TODAY, TODAY)
    with pytest.raises(FieldInvalid):
        require_not_future("list_date", TODAY + timedelta(days=1), TODAY)


def test_numbers_that_can_be_called_and_addresses_that_can_be_written_to():
    for text in ("", "06 1234 5678", "+31 (0)492-123456", "0492 123456 na 18 uur"):
        require_phone("phone", text)
    for text in ("b.g.g. buren", "112", "-"):
        with pytest.raises(FieldInvalid):
            require_phone("phone", text)
    require_email("email", "margreet@voorbeeld.nl")
    for text in ("margreet", "a@b", "a b@c.nl"):
        with pytest.raises(FieldInvalid):
            require_email("email", text)


def test_each_basis_has_its_usual_payer():
    assert is_usual_payer(Basis.WMO, PayerKind.MUNICIPALITY)
    assert not is_usual_payer(Basis.MPT, PayerKind.MUNICIPALITY)
    assert all(is_usual_payer(basis, PayerKind.OTHER) for basis in Basis)
