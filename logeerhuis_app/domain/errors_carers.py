"""What can go wrong with what is written down about a carer."""

from dataclasses import dataclass

from logeerhuis_app.domain.errors import UserFacingError


@dataclass
class NumberOutside(UserFacingError):
    """A number that is none, or that the scale or the week does not have."""

    field: str
    value: str
    least: int
    most: int


@dataclass
class HalfNumberOutside(UserFacingError):
    """A mark on a line that is none: whole or half, within its limits."""

    field: str
    value: str
    least: int
    most: int


@dataclass
class NothingMeasured(UserFacingError):
    """A measurement without a single answer."""

    field: str
