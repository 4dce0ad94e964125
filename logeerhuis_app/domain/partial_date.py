"""A date of which only the year, or the year and month, is known («een vage datum»).

It never stands for a day that nobody named: what is not known stays empty in the value, on screen and on paper.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.nights import age_on

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


@dataclass(frozen=True)
class PartialDate:
    """A year, a month of a year, or a day.

    Raises:
        ValueError: there is no such year, month or day, or a day without its month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    @classmethod
    def fromisoformat(cls, text: str) -> "PartialDate":
        """«1938», «1938-05», «1938-05-12», as FHIR writes a date. Raises: ValueError for anything else."""
        found = _ISO.fullmatch(text)
        if found is None:
            raise ValueError(f"no partial date: {text!r}")
        return cls(*(int(part) if part else None for part in found.groups()))  # type: ignore[arg-type]

    def isoformat(self) -> str:
        parts = [f"{self.year:04d}", *(f"{part:02d}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    @property
    def is_whole(self) -> bool:
        """Whether the day itself is known."""
        return self.day is not None

    @property
    def first(self) -> date:
        """The first day it can have been."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day it can have been."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    @property
    def whole(self) -> date | None:
        """The day; None when it is not known."""
        return self.first if self.is_whole else None

    def may_be(self, other: "PartialDate") -> bool:
        """Whether both can be the same day: «1938» and «12 May 1938» can."""
        return self.first <= other.last and other.first <= self.last

    def age_on(self, day: date) -> int:
        """Whole years; for a part of a date the age of somebody born halfway («circa»)."""
        return age_on(self.whole or self._halfway, day)

    @property
    def _halfway(self) -> date:
        return date(self.year, self.month or 7, 1 if self.month is None else 15)

    def __lt__(self, other: "PartialDate") -> bool:
        return self.isoformat() < other.isoformat()
