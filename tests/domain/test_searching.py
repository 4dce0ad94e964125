"""What is typed finds what it means, whatever else stands beside it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.searching import LONGEST, Person, asked, sort_name, words_of

PIET = Person("Piet", "Petrus Johannes", "van den", "Berg", PartialDate(1938, 3, 12), ("0012",), ("06-12 34 56 78",))
NOOR = Person(
    "Zoë", "", "", "Vries-d'Hondt", PartialDate(1949, 12, 3), ("0113", "0044"), ("0492-123456", "+31 6 87654321")
)


def finds(text: str, person: Person) -> bool:
    """As the database answers: each word in one of its spans."""
    own = words_of(person)
    return all(
        any(kind == span.kind and span.first <= word < span.end for kind, word in own for span in word_asked.spans)
        for word_asked in asked(text)
    )


@pytest.mark.parametrize(
    "text",
    [
        "pie", "PIET", "ber", "berg piet", "van den berg", "vandenberg", "van den", "bergh", "petrus",
        "12-3", "12-03-1938", "12/3/38", "12.3.1938", "12 3 1938", "12 maart", "12 mrt", "12 mrt 1938", "1938-03-12",
        "maart 1938", "1938", "12-3-3", "12-3-19", "12031938", "120338", "piet 12-3", "berg 1938", "12 maart 1938 piet",
        "12", "0012", "0612345678", "06-12345678", "06 12 34", "+31612345678", "0031612345678", "5678", "345678",
        "(06) 12345678",
    ],
)  # fmt: skip
def test_piet_is_found(text: str):
    assert finds(text, PIET)


@pytest.mark.parametrize(
    "text",
    [
        "zoe", "Zoë", "vries", "hondt", "d'Hondt", "d’hondt", "dhondt", "vries-dhondt", "frie", "3-12", "3 december",
        "0113", "113", "0044", "44", "0492 123456", "87654321", "+31 6 87654321",
    ],
)  # fmt: skip
def test_zoe_is_found(text: str):
    assert finds(text, NOOR)


@pytest.mark.parametrize(
    "text", ["%", "_", "'", "piet 1939", "13-3", "12-4", "38", "3-12-1938", "2 feb", "0013", "9999"]
)
def test_piet_is_not_found(text: str):
    assert not finds(text, PIET)


def test_nothing_typed_asks_nothing():
    assert asked("") == asked("   ") == ()


def test_a_bsn_is_only_whole():
    assert [word.bsn for word in asked("1234.56.782")] == ["123456782"]
    assert [word.bsn for word in asked("12345678")] == [""]


def test_the_list_goes_by_last_name_without_prefix():
    assert sort_name(PIET) < sort_name(NOOR)
    assert sort_name(PIET).startswith("berg piet")


words = st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=40)


@given(words, words, st.dates(date(1900, 1, 1), date(2010, 1, 1)))
def test_whoever_is_called_something_is_found_by_it(given_name: str, last_name: str, born: date):
    person = Person(given_name, "", "", last_name, PartialDate.of(born), ("0001",))
    assert all(0 < len(word) <= LONGEST and " " not in word for _kind, word in words_of(person))
    assert finds(f"{born:%d-%m-%Y}", person)
    assert finds(f"{born.day}-{born.month}", person)


@given(st.text(max_size=60))
def test_nothing_typed_makes_it_fall_over(text: str):
    assert all(span.first <= span.end for word in asked(text) for span in word.spans)


letters = st.text("abcdefghijklmnopqrstuvwxyz", min_size=4, max_size=15)


@given(letters, letters, st.integers(3, 15))
def test_three_letters_are_enough(given_name: str, last_name: str, length: int):
    person = Person(given_name.title(), "", "van der", last_name.title(), PartialDate(1940, 1, 1))
    typed = last_name[:length]
    assert finds(typed, person)
    assert finds(f"{given_name} {last_name}", person)
