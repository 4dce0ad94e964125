"""Names of any script are kept; what hides, turns around or breaks is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.typed_text import tidy_line, tidy_text


@pytest.mark.parametrize(
    "name", ["Łukasz", "d'Hondt", "Zoë", "שרה כהן", "محمد", "👵🏽", "<b>", "Anne-Fleur", "O’Brien"]
)
def test_a_name_stays_as_it_is(name: str) -> None:
    assert tidy_line(f"  {name} ") == name


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("Jan\nPiet", "Jan Piet"),
        ("Jan\u202e", "Jan"),
        ("\u2066Jan\u2069", "Jan"),
        ("\x00", ""),
        ("Jan\ud800", "Jan"),
        ("a\u2028b", "a b"),
    ],
)
def test_what_hides_or_breaks_goes(typed: str, kept: str) -> None:
    assert tidy_line(typed) == kept


def test_a_note_keeps_its_lines() -> None:
    assert tidy_text(" one\r\ntwo\x00\n\nthree ") == "one\ntwo\n\nthree"


@given(st.text(st.characters()))
def test_every_database_can_keep_what_is_left(text: str) -> None:
    for tidied in (tidy_line(text), tidy_text(text)):
        assert b"\x00" not in tidied.encode("utf-8")
    assert tidy_line(tidy_line(text)) == tidy_line(text)
