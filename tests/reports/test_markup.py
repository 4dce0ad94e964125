"""Text on paper: escaped, and never an empty box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.reports import fonts
from logeerhuis_app.reports.markup import bold, clean, fill, join, safe


def test_signs_of_markup_are_escaped() -> None:
    assert safe("Jan <van & zonen>") == "Jan &lt;van &amp; zonen&gt;"


def test_a_letter_of_the_fallback_font_is_set_in_it() -> None:
    assert safe("a → b") == 'a <font name="DejaVu">→</font> b'


def test_polish_and_turkish_need_no_fallback() -> None:
    assert safe("Łukasz Şahin ĳsbrand") == "Łukasz Şahin ĳsbrand"


def test_a_letter_no_font_has_is_named() -> None:
    assert safe("李") == "[U+674E]"


def test_invisible_signs_are_left_out_and_letters_are_whole() -> None:
    assert clean("Zo\u0308e\u200b\u202e\ufe0f") == "Zöe"
    assert clean("een\r\ntwee\tdrie") == "een\ntwee drie"


def test_line_ends_are_kept() -> None:
    assert safe("een\ntwee") == "een<br/>twee"


def test_places_of_a_sentence_take_markup() -> None:
    assert fill("List of {day} & more", day=bold("<19>")) == "List of <b>&lt;19&gt;</b> &amp; more"


def test_empty_parts_leave_no_separator() -> None:
    assert join(" · ", (safe("a"), safe(""), safe("b"))) == "a · b"


@given(st.text())
def test_what_is_left_is_in_one_of_the_fonts(text: str) -> None:
    known = fonts.MAIN_LETTERS | fonts.FALLBACK_LETTERS
    assert all(ord(sign) in known for sign in safe(text))


@pytest.mark.parametrize("name", [fonts.MAIN, fonts.MAIN_BOLD])
def test_digits_are_equally_wide(name: str) -> None:
    assert len({fonts.text_width(digit, name, 10) for digit in "0123456789"}) == 1
