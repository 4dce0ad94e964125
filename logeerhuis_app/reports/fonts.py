"""The letters of the papers: shipped, registered once, always embedded.

Import this before any other part of ReportLab that looks up a font: its own default is a Helvetica that is
not embedded, and a paper that falls back on it looks different on each printer.
"""

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from logeerhuis_app import paths

MAIN = "Atkinson"
MAIN_BOLD = "Atkinson-Bold"
FALLBACK = "DejaVu"
FALLBACK_BOLD = "DejaVu-Bold"

_FILES = {
    MAIN: "AtkinsonHyperlegibleNext-Regular.ttf",
    MAIN_BOLD: "AtkinsonHyperlegibleNext-Bold.ttf",
    FALLBACK: "DejaVuSans.ttf",
    FALLBACK_BOLD: "DejaVuSans-Bold.ttf",
}


def _register() -> None:
    for name, file in _FILES.items():
        pdfmetrics.registerFont(TTFont(name, str(paths.resource("fonts", file))))
    # No italic is used: slanted letters read worse, and the fallback has none.
    for family, bold in ((MAIN, MAIN_BOLD), (FALLBACK, FALLBACK_BOLD)):
        pdfmetrics.registerFontFamily(family, normal=family, bold=bold, italic=family, boldItalic=bold)
    rl_config.canvas_basefontname = MAIN


def _letters(font: str) -> frozenset[int]:
    return frozenset(pdfmetrics.getFont(font).face.charToGlyph)


_register()
MAIN_LETTERS = _letters(MAIN) & _letters(MAIN_BOLD)
FALLBACK_LETTERS = _letters(FALLBACK) & _letters(FALLBACK_BOLD)


def text_width(text: str, font: str, size: float) -> float:
    """Points that a line of plain text takes; only for text of which the main font has every letter."""
    return float(pdfmetrics.stringWidth(text, font, size))


def has_all(text: str) -> bool:
    """The main font can show every letter."""
    return all(ord(letter) in MAIN_LETTERS for letter in text)
