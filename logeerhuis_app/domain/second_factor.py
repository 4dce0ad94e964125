"""The second step at the login: a code that a phone works out from a shared key and the time, without any network.

Source: RFC 6238 (TOTP) and RFC 4226 (HOTP), in the sizes that every app for such codes knows: SHA-1, six digits, half
a minute.
"""

import hmac
from collections.abc import Callable
from datetime import datetime

from logeerhuis_app.domain.errors_access import CodeUnclear, CodeUsed, CodeWrong

DIGITS = 6
STEP_SECONDS = 30
DRIFT_STEPS = 1
"""So many steps the clocks of phone and PC may differ either way. Source: RFC 6238 §5.2 recommends at most one."""
KEY_LETTERS = 32
"""Base32 for 160 bits. Source: RFC 4226 §4, requirement R6."""
_GROUP = 4


def read_code(typed: str) -> str:
    """Six digits; apps show them with a space in the middle.

    Raises:
        CodeUnclear: it is something else.
    """
    code = "".join(typed.split())
    if len(code) != DIGITS or not (code.isascii() and code.isdigit()):
        raise CodeUnclear
    return code


def step_at(at_utc: datetime) -> int:
    """The half minutes since 1970 began."""
    return int(at_utc.timestamp()) // STEP_SECONDS


def matching_step(code: str, code_at: Callable[[int], str], at_utc: datetime, last_used: int | None) -> int:
    """The step this code is of; whoever lets somebody in with it keeps the step as the last used one.

    Raises:
        CodeWrong: it is not the code of now, nor of the half minute before or after.
        CodeUsed: it is, but it or a later one let somebody in already. Source: RFC 6238 §5.2, one time only.
    """
    now = step_at(at_utc)
    found = [
        step
        for step in range(max(0, now - DRIFT_STEPS), now + DRIFT_STEPS + 1)
        if hmac.compare_digest(code_at(step), code)
    ]
    if not found:
        raise CodeWrong(at_utc)
    fresh = [step for step in found if last_used is None or step > last_used]
    if not fresh:
        raise CodeUsed
    return fresh[0]


def in_groups(key: str) -> str:
    """«ABCD EFGH IJKL …», to be typed over without losing one's place."""
    return " ".join(key[start : start + _GROUP] for start in range(0, len(key), _GROUP))
