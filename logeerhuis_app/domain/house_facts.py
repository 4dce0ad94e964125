"""Facts of the house that a manager writes down: what they may be."""

import re

from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import FieldInvalid

USUAL_LOCK_MINUTES, SHORTEST_LOCK, LONGEST_LOCK = 5, 1, 30
"""A desk in a hall where families pass: longer than half an hour is no lock."""
LONGEST_TURNOVER = 24 * 60


def require_lock_minutes(minutes: int) -> None:
    """Raises: FieldInvalid; the lock cannot be switched off."""
    if not SHORTEST_LOCK <= minutes <= LONGEST_LOCK:
        raise FieldInvalid("lock_minutes", str(minutes), Reason.LOCK_MINUTES)


def require_location_code(code: str) -> str:
    """«plz» as «PLZ»: it begins the codes of the beds, which are typed at the command line.

    Raises: FieldInvalid.
    """
    tidy = code.strip().upper()
    if not re.fullmatch(r"[A-Z0-9]{2,6}", tidy):
        raise FieldInvalid("code", code, Reason.BED_CODE)
    return tidy


def require_eight_digits(field: str, text: str) -> str:
    """AGB code of a provider, or number at the chamber of commerce; empty where it is not known yet.

    Source: vektis.nl (AGB: two digits kind of provider, six digits number); kvk.nl (KvK-nummer: eight digits).
    """
    digits = re.sub(r"[\s.-]", "", text)
    if digits and not re.fullmatch(r"\d{8}", digits):
        raise FieldInvalid(field, text, Reason.EIGHT_DIGITS)
    return digits


def next_bed_code(location_code: str, taken: frozenset[str]) -> str:
    """«PLZ-8»: the first number that no bed of the house ever had."""
    number = 1
    while f"{location_code}-{number}" in taken:
        number += 1
    return f"{location_code}-{number}"
