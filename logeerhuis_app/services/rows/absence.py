"""Away for some nights while the bed is kept."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Absence:
    """Not in the house on the nights [first, until): ``until`` is the day of coming back, as far as is known."""

    first: date
    until: date
