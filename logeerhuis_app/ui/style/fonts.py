"""The letters the program brings along; it does not start with the machine's own instead."""

from typing import Final

from PySide6.QtGui import QFontDatabase

from logeerhuis_app import paths
from logeerhuis_app.ui.style import tokens

FILES: Final = (
    "AtkinsonHyperlegibleNext-Regular.ttf",
    "AtkinsonHyperlegibleNext-SemiBold.ttf",
    "AtkinsonHyperlegibleNext-Bold.ttf",
    "AtkinsonHyperlegibleNext-Italic.ttf",
    "AtkinsonHyperlegibleNext-BoldItalic.ttf",
    "DejaVuSans.ttf",
    "DejaVuSans-Bold.ttf",
)


class FontMissing(RuntimeError):
    """The program was packed or installed without a font it needs."""


def load_fonts() -> None:
    """Make the shipped fonts known to Qt; names outside the Latin alphabet fall back to DejaVu Sans.

    Raises:
        FontMissing: a file is absent or Qt cannot read it.
    """
    for name in FILES:
        path = paths.resource("fonts", name)
        if not path.is_file():
            raise FontMissing(f"font file is missing: {path}")
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise FontMissing(f"font file cannot be read: {path}")
    if tokens.FONT_FAMILY not in QFontDatabase.families():
        raise FontMissing(f"the shipped files do not hold the family {tokens.FONT_FAMILY}")
