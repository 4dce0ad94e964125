"""No dose may become ten times what it was: what is accepted has one reading, and comes back as it was shown."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.amounts import plain, read_amount, read_amounts, take_apart
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired
from logeerhuis_app.domain.medication import DoseUnit, StrengthUnit
from logeerhuis_app.domain.medicine_typing import read_dose, read_most, read_strength
from logeerhuis_app.i18n.amount_words import dose_in_words, figures, strength_in_words

amounts = st.decimals(min_value=Decimal("0.0001"), max_value=Decimal(99_999), places=4).map(plain)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0,5", "0.5"),
        ("0.5", "0.5"),
        ("½", "0.5"),
        ("1½", "1.5"),
        ("50", "50"),
        ("1000", "1000"),
        ("25 000", "25000"),
        ("25\u202f000", "25000"),
        ("0,125", "0.125"),
        ("1,125", "1.125"),
        ("100", "100"),
    ],
)
def test_one_value_however_it_is_typed(typed: str, value: str) -> None:
    assert plain(read_amount("dose", typed)) == value


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        (",5", "leading_zero"),
        (".5", "leading_zero"),
        ("5,0", "trailing_zero"),
        ("0,50", "trailing_zero"),
        ("1.000", "thousands"),
        ("1.125", "thousands"),
        ("1.000,5", "thousands"),
        ("05", "stray_zero"),
        ("00,5", "stray_zero"),
        ("0", "no_amount"),
        ("1/2", "fraction"),
        ("5,", "no_amount"),
        ("twee", "no_amount"),
        ("٥", "no_amount"),
        ("1-2", "no_amount"),
        ("-1", "no_amount"),
        ("1e3", "no_amount"),
        ("0,00001", "no_amount"),
        ("2 5", "no_amount"),
    ],
)
def test_what_two_people_read_differently_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(FieldInvalid) as caught:
        read_amount("dose", typed)
    assert caught.value.reason == reason


def test_nothing_is_asked_for() -> None:
    with pytest.raises(FieldRequired):
        read_amount("dose", " ")


@given(amounts)
def test_what_is_shown_is_read_back_as_the_same(amount: str) -> None:
    assert plain(read_amount("dose", figures(amount))) == amount


@given(st.text(alphabet="0123456789.,", min_size=1, max_size=8))
def test_an_accepted_number_is_never_ten_times_another_reading(typed: str) -> None:
    """Whoever reads dots and commas as decimals, and whoever overlooks none, sees the same digits in their places."""
    try:
        value = read_amount("dose", typed)
    except FieldInvalid:
        return
    assert value == Decimal(typed.replace(",", "."))
    assert not typed.startswith((".", ","))
    assert not (("." in typed or "," in typed) and typed.endswith("0"))
    assert "." not in typed or len(typed.split(".")[1]) != 3 or typed.startswith("0")


@given(amounts)
def test_the_words_say_every_digit_after_the_comma(amount: str) -> None:
    words = strength_in_words(amount, StrengthUnit.MG)
    whole, _dot, decimals = amount.partition(".")
    digits = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen")
    said = [digits[int(digit)] for digit in decimals]
    assert words.endswith("milligram")
    if decimals:
        assert words.removesuffix(" milligram").split(" komma ")[1].split() == said
    else:
        assert "komma" not in words
    assert whole != "0" or words.startswith("nul")


def test_a_half_is_said_as_people_say_it() -> None:
    assert dose_in_words("0.5", DoseUnit.TABLET) == "nul komma vijf tablet (een halve)"
    assert dose_in_words("1.5", DoseUnit.TABLET) == "één komma vijf tabletten (anderhalve)"
    assert dose_in_words("2", DoseUnit.TABLET) == "twee tabletten"
    assert strength_in_words("0.5", StrengthUnit.MG) == "nul komma vijf milligram"
    assert strength_in_words("100/25", StrengthUnit.MG) == "honderd en vijfentwintig milligram"


def test_figures_have_no_thousands_dot() -> None:
    assert (figures("1000"), figures("25000"), figures("0.5")) == ("1000", "25\u202f000", "0,5")


def test_a_strength_has_a_unit_of_the_list() -> None:
    assert read_strength("0,5 mg") == ("0.5", StrengthUnit.MG)
    assert read_strength("100/25mg") == ("100/25", StrengthUnit.MG)
    assert read_strength("5 mg/ml") == ("5", StrengthUnit.MG_ML)
    assert read_strength("9,5 mg per 24 uur") == ("9.5", StrengthUnit.MG_DAY)
    assert read_strength("75 mcg") == ("75", StrengthUnit.MICROGRAM)
    assert read_strength("") == ("", None)
    for typed in ("50", "50 mgr", "veel"):
        with pytest.raises(FieldInvalid):
            read_strength(typed)


def test_a_dose_is_a_number_with_its_unit_or_the_pharmacys_words() -> None:
    assert read_dose("0.5 tablet") == ("0.5", DoseUnit.TABLET, "")
    assert read_dose("½ tabl.") == ("0.5", DoseUnit.TABLET, "")
    assert read_dose("volgens schema trombosedienst") == ("", None, "volgens schema trombosedienst")
    assert read_dose("1 kauwtablet") == ("", None, "1 kauwtablet")
    for typed, reason in (
        (",5 mg", "leading_zero"),
        ("1", "unit"),
        ("05 kauwtablet", "stray_zero"),
        ("5,0 ml", "trailing_zero"),
    ):
        with pytest.raises(FieldInvalid) as caught:
            read_dose(typed)
        assert caught.value.reason == reason


def test_a_maximum_says_what_is_counted() -> None:
    assert read_most("6 tabletten") == ("6", DoseUnit.TABLET)
    assert read_most("4x") == ("4", DoseUnit.TIMES)
    for typed in ("6", "zes tabletten", "6 dozijn"):
        with pytest.raises(FieldInvalid):
            read_most(typed)


def test_a_half_of_a_combined_strength_is_no_fraction() -> None:
    assert read_amounts("strength", "37,5/325") == "37.5/325"
    with pytest.raises(FieldInvalid):
        read_amounts("strength", "1/2")


def test_take_apart_leaves_words_alone() -> None:
    assert take_apart("volgens schema") is None
