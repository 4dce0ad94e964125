"""Refusals about accounts, passwords and the recovery code."""

from dataclasses import dataclass
from datetime import datetime

from logeerhuis_app.domain.errors import UserFacingError


@dataclass
class PasswordWeak(UserFacingError):
    """A new password is not good enough; ``reason`` is a code of ``domain.passwords.Weakness``."""

    reason: str


@dataclass
class OldPasswordWrong(UserFacingError):
    """Who changes the own password types the old one first, and it was not that."""


@dataclass
class TooManyTries(UserFacingError):
    """After wrong passwords or codes a user has to wait before the next try."""

    seconds: int


@dataclass
class CodeNeeded(UserFacingError):
    """The password is right, and this user shows a code of the phone too."""


@dataclass
class CodeUnclear(UserFacingError):
    """A code of the phone has six digits, and this is something else."""


@dataclass
class CodeWrong(UserFacingError):
    """Not the code of now; ``at_utc`` is what this computer takes for now, for it may be the one that is wrong."""

    at_utc: datetime


@dataclass
class CodeUsed(UserFacingError):
    """A code lets somebody in once: whoever looked over a shoulder comes too late."""


@dataclass
class NoManagerLeft(UserFacingError):
    """Without a manager nobody could let anybody in any more."""

    name: str


@dataclass
class OwnAccount(UserFacingError):
    """Nobody blocks the account at work, or takes its role: another manager does that."""


@dataclass
class AccountClosed(UserFacingError):
    """This account was blocked, or got another role, while its window was open."""

    name: str


@dataclass
class RecoveryCodeUnclear(UserFacingError):
    """What was typed is no recovery code: a sign is missing or wrong."""


@dataclass
class RecoveryCodeWrong(UserFacingError):
    """A recovery code, but not the one of this house, or there is no such manager."""


@dataclass
class RecoveryOnServer(UserFacingError):
    """A house on a server has no key file, and so no recovery code."""


@dataclass
class UsernameUnfit(UserFacingError):
    """A user name is typed at each login: two to forty letters, digits, dots, dashes."""

    username: str
