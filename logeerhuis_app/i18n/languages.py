"""The languages of the world by their ISO 639-1 code, named by Babel."""

from functools import lru_cache

from logeerhuis_app.i18n.format import LOCALE

COMMON = ("nl", "fy", "en", "de", "fr", "tr", "ar", "id", "zh", "pl", "es", "it", "pt")
"""Shown first; the rest follows by name."""


@lru_cache(maxsize=1)
def languages() -> tuple[tuple[str, str], ...]:
    """(code, name), the common ones first."""
    named = {code: name for code, name in LOCALE.languages.items() if len(code) == 2}
    rest = sorted((code for code in named if code not in COMMON), key=lambda code: named[code].casefold())
    return tuple((code, named[code]) for code in (*COMMON, *rest))


def language_name(code: str) -> str:
    """«Nederlands»; empty where it was not asked."""
    return dict(languages()).get(code, code)
