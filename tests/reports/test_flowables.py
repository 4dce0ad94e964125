"""Parts of a page: whatever the room, nothing is lost and nothing runs out of it."""

import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from logeerhuis_app.reports.base import DoesNotFit, cut
from logeerhuis_app.reports.flowables import Box, Columns, Gap, Headed, Look, Part, Plain, Stack, Text, Whole, cell
from logeerhuis_app.reports.markup import safe
from logeerhuis_app.reports.styles import BODY, CELL, HEADING
from tests.support.pdf_reading import letters_of, signs_of

WIDTH = 200.0
HEAD = Text(safe("Kop"), HEADING)


def stacked(texts: list[str]) -> Stack:
    return Stack([Text(safe(text), BODY) for text in texts], 3)


SHAPES: dict[str, Callable[[list[str]], Part]] = {
    "stack": stacked,
    "box": lambda texts: Box(stacked(texts), Look()),
    "section": lambda texts: Headed(HEAD, stacked(texts), HEAD, keep_below=60),
    "columns": lambda texts: Columns((Text(safe("Naam"), BODY), stacked(texts)), (60, 0), gap=5),
    "whole": lambda texts: Whole(stacked(texts), up_to=90),
}


def pieces_of(part: Part, room: float) -> list[Part]:
    pieces: list[Part] = []
    rest: Part | None = part
    while rest is not None:
        piece, rest = cut(rest, WIDTH, room)
        pieces.append(piece)
    return pieces


def drawn(pieces: list[Part]) -> str:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 3000))
    for piece in pieces:
        piece.draw(canvas, 20, 2900, WIDTH)
        canvas.showPage()
    canvas.save()
    return letters_of(out.getvalue())


@pytest.mark.parametrize("shape", SHAPES)
@given(counts=st.lists(st.integers(0, 40), min_size=1, max_size=8), room=st.floats(100, 400))
@settings(max_examples=30)
def test_pieces_fit_and_hold_everything(shape: str, counts: list[int], room: float) -> None:
    words = [[f"w{line}x{place}." for place in range(count)] for line, count in enumerate(counts)]
    part = SHAPES[shape]([" ".join(line) for line in words])
    pieces = pieces_of(part, room)
    assert all(piece.height(WIDTH) <= room + 0.1 for piece in pieces)
    letters = drawn(pieces)
    position = 0
    for word in (word for line in words for word in line):
        position = letters.index(word, position)


def test_what_is_too_high_for_an_empty_page_is_an_error_and_not_clipped() -> None:
    with pytest.raises(DoesNotFit):
        cut(Gap(500), WIDTH, 400)


def test_a_cell_of_the_column_is_repeated_when_the_row_is_cut() -> None:
    row = Columns((Text(safe("Piet"), BODY), stacked(["woord " * 200])), (60, 0), repeated=frozenset({0}))
    pieces = pieces_of(row, 120)
    assert len(pieces) > 2
    assert drawn(pieces).count("Piet") == len(pieces)


def test_a_cell_is_quick_only_where_nothing_can_go_wrong() -> None:
    assert isinstance(cell("208,91", CELL, 50), Plain)
    assert isinstance(cell("208,91", CELL, 10), Text)
    assert isinstance(cell("a → b", CELL, 50), Text)


def test_quick_and_wrapped_text_stand_on_one_line() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(300, 300))
    Plain("E", CELL).draw(canvas, 20, 200, WIDTH)
    Text(safe("E"), CELL).draw(canvas, 60, 200, WIDTH)
    canvas.save()
    quick, wrapped = signs_of(out.getvalue())
    assert quick.bottom == pytest.approx(wrapped.bottom, abs=0.01)
