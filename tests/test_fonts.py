"""The shipped letters: one family with its weights, and a picture for every sign the screens and prints use."""

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF, QRawFont

from logeerhuis_app import paths

FAMILY = "Atkinson Hyperlegible Next"
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
ATKINSON = ("Regular", "Medium", "SemiBold", "Bold", "Italic", "BoldItalic")
LETTERS = "aZ09ĳĲńŁłëïéöüÉ€–—·•…×−°½\u00a0\u202f\u2011„“”‚‘’"
SIGNS = "→←↑↓☐☑☒✓✗▲▼△⚠"


def raw(name: str) -> QRawFont:
    font = QRawFont(str(paths.resource("fonts", f"{name}.ttf")), 16)
    assert font.isValid(), f"{name} cannot be loaded"
    return font


@pytest.fixture
def loaded(qapp: object) -> None:
    for file in sorted(paths.resource("fonts").glob("*.ttf")):
        identity = QFontDatabase.addApplicationFont(str(file))
        assert identity >= 0, f"Qt refuses {file.name}"
        (family,) = QFontDatabase.applicationFontFamilies(identity)
        assert family in (FAMILY, "DejaVu Sans")


@pytest.mark.parametrize("style", ATKINSON)
def test_each_style_has_every_letter(qapp: object, style: str) -> None:
    font = raw(f"AtkinsonHyperlegibleNext-{style}")
    assert [sign for sign in LETTERS if not font.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize("name", ["DejaVuSans", "DejaVuSans-Bold"])
def test_the_fallback_has_every_sign(qapp: object, name: str) -> None:
    font = raw(name)
    assert [sign for sign in SIGNS + LETTERS if not font.supportsCharacter(ord(sign))] == []


@pytest.mark.parametrize(("style", "weight"), WEIGHTS.items())
def test_a_weight_is_found_in_the_one_family(loaded: None, style: str, weight: int) -> None:
    font = QFont(FAMILY)
    font.setWeight(QFont.Weight(weight))
    found = QFontInfo(font)
    assert (found.family(), found.styleName(), found.weight()) == (FAMILY, style, weight)


@pytest.mark.parametrize("weight", WEIGHTS.values())
@pytest.mark.parametrize("italic", [False, True])
def test_digits_are_equally_wide(loaded: None, weight: int, italic: bool) -> None:
    font = QFont(FAMILY)
    font.setPixelSize(40)
    font.setWeight(QFont.Weight(weight))
    font.setItalic(italic)
    metrics = QFontMetricsF(font)
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    assert metrics.horizontalAdvance("11.111,11") == metrics.horizontalAdvance("20.468,97")


def test_licences_travel_with_the_fonts() -> None:
    fonts = paths.resource("fonts")
    assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts / "OFL.txt").read_text(encoding="utf-8")
    assert "Bitstream" in (fonts / "DEJAVU-LICENSE.txt").read_text(encoding="utf-8")
