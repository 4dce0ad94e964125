"""Dates of which only a part is known."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.partial_date import PartialDate

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize("text", ["1938", "1938-05", "1938-05-12"])
def test_it_goes_to_text_and_back(text: str) -> None:
    assert PartialDate.fromisoformat(text).isoformat() == text


@pytest.mark.parametrize(
    "text", ["", "38", "1938-13", "1938-00", "1938-05-00", "1939-02-29", "1938-5-12", "12-05-1938", "1938-05-12T10"]
)
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        PartialDate.fromisoformat(text)


def test_a_day_without_its_month_is_no_date() -> None:
    with pytest.raises(ValueError):
        PartialDate(1938, None, 5)


def test_it_knows_between_which_days_it_lies() -> None:
    assert (PartialDate(1938).first, PartialDate(1938).last) == (date(1938, 1, 1), date(1938, 12, 31))
    assert (PartialDate(1940, 2).first, PartialDate(1940, 2).last) == (date(1940, 2, 1), date(1940, 2, 29))
    assert PartialDate(1938, 5).whole is None


def test_a_year_can_be_any_day_in_it() -> None:
    assert PartialDate(1938).may_be(PartialDate(1938, 5, 12))
    assert PartialDate(1938, 5).may_be(PartialDate(1938))
    assert not PartialDate(1938, 6).may_be(PartialDate(1938, 5, 12))


@given(days)
def test_a_whole_date_is_its_day(day: date) -> None:
    partial = PartialDate.of(day)
    assert partial.whole == partial.first == partial.last == day


@given(days, days)
def test_they_sort_as_days_do(one: date, other: date) -> None:
    assert (PartialDate.of(one) < PartialDate.of(other)) == (one < other)


def test_the_age_of_a_year_is_that_of_somebody_born_halfway() -> None:
    assert PartialDate(1938).age_on(date(2026, 11, 22)) == 88
    assert PartialDate(1938).age_on(date(2026, 3, 1)) == 87
    assert PartialDate(1938, 12).age_on(date(2026, 11, 22)) == 87
    assert PartialDate(1938, 5, 12).age_on(date(2026, 5, 11)) == 87
