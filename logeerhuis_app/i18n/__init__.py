"""The words on screen and paper: gettext with English msgids and a complete Dutch catalogue.

The catalogue is looked up at call time, so that a text declared at import (``N_``) is still shown
in the language that was installed later.
"""

import gettext as _gettext
from typing import Final

from logeerhuis_app import paths

DOMAIN: Final = "logeerhuis"
_catalogue: _gettext.NullTranslations = _gettext.NullTranslations()
_language = "en"


def install(language: str = "nl") -> None:
    """Show every text in this language from now on.

    Raises:
        FileNotFoundError: the program was packed without its catalogue; a half-English screen is worse than no start.
    """
    global _catalogue, _language
    locale_dir = paths.resource("locale")
    _catalogue = _gettext.translation(DOMAIN, localedir=str(locale_dir), languages=[language])
    _language = language


def language() -> str:
    """The language in use, as an ISO 639-1 code."""
    return _language


def _(message: str) -> str:
    return _catalogue.gettext(message)


def ngettext(singular: str, plural: str, n: int) -> str:
    return _catalogue.ngettext(singular, plural, n)


def pgettext(context: str, message: str) -> str:
    return _catalogue.pgettext(context, message)


def N_(message: str) -> str:
    """Mark a text for the catalogue where it is declared; ``_`` shows it later."""
    return message


def NP_(context: str, message: str) -> str:
    """Mark a text with its context where it is declared; ``pgettext`` shows it later."""
    return message
