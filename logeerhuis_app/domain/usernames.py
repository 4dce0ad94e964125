"""What people type as their name at the login."""

import re
import unicodedata

from logeerhuis_app.domain.errors_access import UsernameUnfit

LONGEST = 40
_FIT = re.compile(r"[\w][\w.-]{1,39}")


def require_username(typed: str) -> str:
    """The name as it is kept: small letters, no spaces around it.

    Raises: UsernameUnfit.
    """
    username = typed.strip().casefold()
    if not _FIT.fullmatch(username):
        raise UsernameUnfit(typed.strip())
    return username


def proposed_username(given_name: str, last_name: str) -> str:
    """«p.hoogland» for Paul Hoogland; empty while there is no last name."""
    given, last = _plain(given_name), _plain(last_name)
    return f"{given[:1]}.{last}".lstrip(".")[:LONGEST] if last else ""


def _plain(name: str) -> str:
    """Letters that are on every keyboard."""
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return "".join(letter for letter in letters.casefold() if letter.isalnum())
