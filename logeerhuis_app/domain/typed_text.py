"""What people type or paste, made fit to keep: no sign that is invisible, turns a name around or breaks a line."""

import unicodedata

_TURNS_AROUND = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks that show the rest of a line backwards: with them one guest can look like another."""
_NEVER = frozenset({"Cc", "Cs", "Co", "Cn"})
_BREAKS = frozenset("\r\n\t\v\f\x85\u2028\u2029")


def tidy_line(text: str) -> str:
    """One line, such as a name: breaks become a space. Names in any script stay as they are."""
    return _without_hidden("".join(" " if sign in _BREAKS else sign for sign in text)).strip()


def tidy_text(text: str) -> str:
    """Running text, such as a note: its lines stay."""
    return _without_hidden(text.replace("\r\n", "\n")).strip()


def _without_hidden(text: str) -> str:
    return "".join(sign for sign in text if sign == "\n" or _is_visible(sign))


def _is_visible(sign: str) -> bool:
    return sign not in _TURNS_AROUND and unicodedata.category(sign) not in _NEVER
