"""Which passwords are good enough to keep a house closed.

A password opens the file with the health of dozens of people, so the first few thousand guesses must fail. Length does
most of that; beyond it only what everybody tries first is refused (NIST SP 800-63B §5.1.1.2), no rules about signs.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from itertools import pairwise

SHORTEST = 12
LEAST_WITHOUT_NAME = 8
"""So much must be left of a password when the user's own names are taken out of it."""
LEAST_DIFFERENT = 5
LONGEST_WAIT = 60
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm", "1234567890", "abcdefghijklmnopqrstuvwxyz")
_LETTERS_IN_DISGUISE = str.maketrans("013457@$", "oleastas")
_STUCK_ON = "0123456789!@#$%&*?._- "
_NOT_LETTERS = re.compile(r"[^a-z]+")


class Weakness(StrEnum):
    """Why a password is not taken."""

    SHORT = "short"
    COMMON = "common"
    NAME = "name"


def weakness(password: str, names: Iterable[str], common: Collection[str]) -> Weakness | None:
    """What is wrong with it, or None. ``names``: of the user; ``common``: what is guessed first, in small letters."""
    plain = unicodedata.normalize("NFC", password)
    if len(plain.strip()) < SHORTEST:
        return Weakness.SHORT
    small = plain.strip().casefold()
    if _is_common(small, common):
        return Weakness.COMMON
    return Weakness.NAME if _is_mostly_name(small, names) else None


def _is_common(small: str, common: Collection[str]) -> bool:
    if len(set(small)) < LEAST_DIFFERENT or any(word in common for word in _disguises(small)):
        return True
    return _is_row_of_keys(small)


def _disguises(small: str) -> Iterator[str]:
    """The password itself, without what is usually stuck on a word, with letters for signs, and half of a double."""
    bare = small.strip(_STUCK_ON)
    for word in (small, bare, small.translate(_LETTERS_IN_DISGUISE), bare.translate(_LETTERS_IN_DISGUISE)):
        for form in (word, _NOT_LETTERS.sub("", word), word.replace(" ", "")):
            yield form
            for times in (2, 3, 4):
                part = form[: len(form) // times]
                if len(part) > 2 and part * times == form:
                    yield part


def _is_row_of_keys(small: str) -> bool:
    """Nothing but neighbours on the keyboard or in the alphabet: «qwertyuiopas», «123456789012»."""
    rows = [turned for row in _ROWS for turned in (row, row[::-1])]
    steps = list(pairwise(small))
    neighbours = sum(any(a + b in row or a + b == row[-1] + row[0] for row in rows) for a, b in steps)
    return neighbours >= len(steps) - 2


def _is_mostly_name(small: str, names: Iterable[str]) -> bool:
    parts = sorted((part for name in names for part in re.split(r"[\W_]+", name.casefold()) if len(part) > 2), key=len)
    rest = small
    for part in reversed(parts):
        rest = rest.replace(part, "")
    return rest != small and len(_NOT_LETTERS.sub("", rest)) < LEAST_WITHOUT_NAME


def seconds_to_wait(wrong_tries: int) -> int:
    """How long after the last wrong try the next one is taken: 1, 2, 4, 8… seconds, never more than a minute."""
    return min(LONGEST_WAIT, 1 << min(wrong_tries - 1, 6)) if wrong_tries else 0
