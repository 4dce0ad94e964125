"""Refusals about two files of one person."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.errors import UserFacingError


@dataclass
class MergeBlocked(UserFacingError):
    """The two files cannot become one now; ``missing`` are codes of ``domain.merging.MergeObstacle``."""

    kept: str
    other: str
    missing: tuple[str, ...]
    nights: tuple[date, ...] = ()


@dataclass
class ChoiceOpen(UserFacingError):
    """The files differ in something that can harm, and nobody said which of the two holds."""

    field: str


@dataclass
class FileMerged(UserFacingError):
    """This number is one of the same person's other file now."""

    guest: str
    kept: str
    kept_id: int
