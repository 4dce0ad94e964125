"""Text that is safe to print: escaped, and with a glyph for every letter.

A value typed by a person never reaches a ``Paragraph`` but through ``safe``: «Jan <van» would break it, an
``<img>`` would open a file, and a letter the font lacks would print as an empty box without a word.
"""

import unicodedata
from collections.abc import Iterable
from itertools import groupby
from typing import NewType
from xml.sax.saxutils import escape

from logeerhuis_app.reports import fonts

Markup = NewType("Markup", str)
"""Escaped text with ReportLab's few tags; only this module makes it."""

EMPTY = Markup("")
BREAK = Markup("<br/>")


def safe(text: str) -> Markup:
    """A plain text as markup: escaped, line ends kept, letters the main font lacks set in the fallback font."""
    lines = clean(text).split("\n")
    return Markup(BREAK.join(_one_line(line) for line in lines))


def clean(text: str) -> str:
    """One form per letter (NFC), without invisible signs; each line end is one ``\\n``."""
    whole = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return "".join(_visible(sign) for sign in whole.strip())


def _visible(sign: str) -> str:
    if sign in "\n\u2028\u2029":
        return "\n"
    kind = unicodedata.category(sign)
    if kind == "Cf" or "\ufe00" <= sign <= "\ufe0f":  # joiners, direction marks, variation selectors
        return ""
    return " " if kind == "Cc" else sign


def _font_of(sign: str) -> str:
    if ord(sign) in fonts.MAIN_LETTERS:
        return fonts.MAIN
    return fonts.FALLBACK if ord(sign) in fonts.FALLBACK_LETTERS else ""


def _one_line(line: str) -> str:
    return "".join(_run(font, "".join(signs)) for font, signs in groupby(line, key=_font_of))


def _run(font: str, text: str) -> str:
    if font == fonts.MAIN:
        return escape(text)
    if font:
        return f'<font name="{font}">{escape(text)}</font>'
    return "".join(f"[U+{ord(sign):04X}]" for sign in text)  # no letter for it: say which, never an empty box


def unbroken(text: str) -> str:
    """A telephone number or code that stays on one line."""
    return text.replace(" ", "\xa0")


def bold(text: str) -> Markup:
    """Plain text in bold."""
    return Markup(f"<b>{safe(text)}</b>")


def strong(inner: Markup) -> Markup:
    """Markup in bold."""
    return Markup(f"<b>{inner}</b>")


def struck(inner: Markup) -> Markup:
    """Markup with a line through it: said once, corrected since."""
    return Markup(f"<strike>{inner}</strike>")


def coloured(inner: Markup, colour: str) -> Markup:
    """Markup in another colour, «#RRGGBB»."""
    return Markup(f'<font color="{colour}">{inner}</font>')


def fill(sentence: str, **places: Markup) -> Markup:
    """A translated sentence with markup in its named places."""
    return Markup(safe(sentence).format(**places))


def join(separator: str, parts: Iterable[Markup]) -> Markup:
    """The parts that say something, with a separator of plain text between them."""
    between = escape(separator)
    return Markup(between.join(part for part in parts if part))
