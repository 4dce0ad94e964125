"""Cents that add up."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.money import Cents, round_cents, split, typed_cents

weights = st.lists(st.integers(1, 50), min_size=1, max_size=12)


@given(st.integers(0, 10**9), weights)
def test_parts_add_up_and_nobody_is_more_than_a_cent_off(total: int, parts: list[int]):
    shares = [Fraction(part, sum(parts)) for part in parts]
    found = split(Cents(total), shares)
    assert sum(found) == total
    assert all(abs(part - total * share) < 1 for part, share in zip(found, shares, strict=True))


def test_the_first_named_party_takes_the_cent_that_is_left():
    assert split(Cents(10000), [Fraction(1, 3)] * 3) == [3334, 3333, 3333]


def test_half_an_insurer_and_six_municipalities():
    parts = split(Cents(4058408), [Fraction(1, 2), *[Fraction(1, 12)] * 6])
    assert parts[0] == 2029204
    assert sum(parts[1:]) == 2029204
    assert max(parts[1:]) - min(parts[1:]) <= 1


def test_shares_that_do_not_make_one_are_our_fault():
    with pytest.raises(ValueError, match="add up"):
        split(Cents(100), [Fraction(1, 2), Fraction(1, 3)])


@pytest.mark.parametrize(("amount", "cents"), [("12.5", 13), ("13.5", 14), ("0.49", 0), ("-0.5", -1)])
def test_half_a_cent_goes_up(amount: str, cents: int):
    assert round_cents(Decimal(amount)) == cents


@pytest.mark.parametrize(
    ("text", "cents"),
    [
        ("152,50", 15_250),
        ("€ 152,50", 15_250),
        ("150", 15_000),
        ("150.50", 15_050),
        ("1.250", 125_000),
        ("1.250,75", 125_075),
        ("0", 0),
        ("1,5", None),
        ("1,250", None),
        ("1.25.0", None),
        ("-5", None),
        ("tien", None),
        ("", None),
    ],
)
def test_a_typed_amount_is_read_or_refused_and_never_guessed(text: str, cents: int | None):
    assert typed_cents(text) == cents
