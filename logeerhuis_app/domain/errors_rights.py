"""Refusals about rights, restriction and destruction of files."""

from dataclasses import dataclass

from logeerhuis_app.domain.errors import UserFacingError


@dataclass
class FileRestricted(UserFacingError):
    """The file is closed to everybody but the manager while the guest is not in the house."""

    guest: str
    guest_id: int


@dataclass
class FileDestroyed(UserFacingError):
    """Nothing of this file is left but a number and what finance must keep."""

    guest: str


@dataclass
class AlreadyDecided(UserFacingError):
    """A request is decided once; a new request can be recorded."""


@dataclass
class RemovalBlocked(UserFacingError):
    """The care file cannot be destroyed now; ``missing`` are codes of ``domain.retention.Obstacle``."""

    guest: str
    missing: tuple[str, ...]


@dataclass
class NameMistyped(UserFacingError):
    """Whoever destroys a file types the last name of the guest, and this was not it."""
