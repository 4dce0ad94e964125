"""The recovery code: 130 random bits as a person can copy them from paper, with a check against a slip of the pen."""

import hashlib

from logeerhuis_app.domain.errors_access import RecoveryCodeUnclear

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U, for those are read as something else (crockford.com/base32.html)."""
RANDOM_SIGNS = 26
CHECK_SIGNS = 2
GROUP = 4
RANDOM_BITS = RANDOM_SIGNS * 5
_READ_AS = str.maketrans("ILO", "110")


def code_of(number: int) -> str:
    """The code for this many random bits, in groups: «7K2M-09QX-…»."""
    signs = "".join(SIGNS[number >> shift & 31] for shift in range(0, RANDOM_BITS, 5))
    whole = signs + _check(signs)
    return "-".join(whole[start : start + GROUP] for start in range(0, len(whole), GROUP))


def read_code(typed: str) -> str:
    """The code as it was made, however it was typed: small letters, spaces, an O for a nought.

    Raises:
        RecoveryCodeUnclear: it is not a code, or a sign is wrong.
    """
    signs = _signs(typed)
    is_code = len(signs) == RANDOM_SIGNS + CHECK_SIGNS and set(signs) <= set(SIGNS)
    if not is_code or _check(signs[:RANDOM_SIGNS]) != signs[RANDOM_SIGNS:]:
        raise RecoveryCodeUnclear
    return "-".join(signs[start : start + GROUP] for start in range(0, len(signs), GROUP))


def is_first_group(typed: str, code: str) -> bool:
    """Whether somebody has the paper with this code at hand."""
    return _signs(typed) == groups(code)[0]


def groups(code: str) -> tuple[str, ...]:
    return tuple(code.split("-"))


def _signs(typed: str) -> str:
    """However it was typed: small letters, spaces, an O for a nought."""
    return "".join(sign for sign in typed.upper().translate(_READ_AS) if sign.isalnum())


def _check(signs: str) -> str:
    digest = hashlib.sha256(signs.encode()).digest()
    return SIGNS[digest[0] & 31] + SIGNS[digest[1] & 31]
