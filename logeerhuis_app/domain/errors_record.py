"""Refusals about taking back a change of a file."""

from dataclasses import dataclass

from logeerhuis_app.domain.errors import UserFacingError


@dataclass
class ChangedSince(UserFacingError):
    """Somebody changed it after the change that was to be taken back; nothing of theirs is overwritten."""

    who: str


@dataclass
class NotToBeTakenBack(UserFacingError):
    """A change of this kind is not taken back but put right."""
