"""Refusals while a house is made."""

from dataclasses import dataclass

from logeerhuis_app.domain.errors import UserFacingError


@dataclass
class BedsUnfit(UserFacingError):
    """A house has a number of beds that fits on one screen."""

    count: int
    most: int


@dataclass
class RoomTwice(UserFacingError):
    """Two rooms with one name: nobody would know which bed is meant."""

    room: str


@dataclass
class FolderUnfit(UserFacingError):
    """No house can be made in this folder: it cannot be made or written to."""

    place: str


@dataclass
class RecoveryGroupWrong(UserFacingError):
    """What was typed is not the first group of the code on the paper."""


@dataclass
class PasswordsDiffer(UserFacingError):
    """A new password is typed twice, and the second time it was another one."""


@dataclass
class PaperMissing(UserFacingError):
    """The recovery code is to be on paper before it counts."""


@dataclass
class PlaceMissing(UserFacingError):
    """A second place for the backups is to be chosen, or left for later in so many words."""


@dataclass
class PlaceIsOwn(UserFacingError):
    """The second place would be the folder of the house itself."""
