"""The eye that compares papers sees what a person would see."""

from PIL import Image, ImageDraw

from logeerhuis_app.reports.declaration import build_declaration
from tests.reports.conftest import look_alike
from tests.support import papers
from tests.support.pdf_reading import built, pictures_of, signs_of


def page() -> Image.Image:
    return pictures_of(built(build_declaration, papers.sheet()))[0]


def test_the_same_page_looks_the_same() -> None:
    assert look_alike(page(), page())


def test_a_shade_less_is_not_seen() -> None:
    assert look_alike(page(), page().point(lambda value: min(255, value + 20)))


def test_a_vanished_amount_is_seen() -> None:
    blotted = page()
    last = [sign for sign in signs_of(built(build_declaration, papers.sheet())) if sign.left > 500 and sign.size > 11]
    height = blotted.height
    box = (min(s.left for s in last), height - max(s.top for s in last), max(s.right for s in last) + 1,
           height - min(s.bottom for s in last))  # fmt: skip
    ImageDraw.Draw(blotted).rectangle(box, fill=255)
    assert not look_alike(page(), blotted)


def test_another_size_is_seen() -> None:
    assert not look_alike(page(), page().resize((500, 700)))
