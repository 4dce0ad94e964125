"""A date of which only the year, or the year and month, is known («een vage datum»).

It never stands for a day that nobody named: what is not known stays empty in the value, on screen and on paper.
"""

import re
from calendar import monthrange
from datetime import date

from logeerhuis_app.domain.nights import age_on

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class PartialDate:
    """A year, a month of a year, or a day. It never changes.

    No dataclass: ``dataclasses.asdict`` would take the value apart in every wish that holds one.

    Raises:
        ValueError: there is no such year, month or day, or a day without its month.
    """

    __slots__ = ("_parts",)

    def __init__(self, year: int, month: int | None = None, day: int | None = None) -> None:
        if day is not None and month is None:
            raise ValueError("a day needs its month")
        date(year, 1 if month is None else month, 1 if day is None else day)  # 0 is no month
        self._parts = (year, month, day)

    @property
    def year(self) -> int:
        return self._parts[0]

    @property
    def month(self) -> int | None:
        return self._parts[1]

    @property
    def day(self) -> int | None:
        return self._parts[2]

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        return cls(day.year, day.month, day.day)

    @classmethod
    def fromisoformat(cls, text: str) -> "PartialDate":
        """«1938», «1938-05», «1938-05-12», as FHIR writes a date. Raises: ValueError for anything else."""
        found = _ISO.fullmatch(text)
        if found is None:
            raise ValueError(f"no partial date: {text!r}")
        year, month, day = found.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

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

    def __eq__(self, other: object) -> bool:
        """A whole one is equal to its day."""
        if isinstance(other, PartialDate):
            return self._parts == other._parts
        return isinstance(other, date) and self.whole == other

    def __hash__(self) -> int:
        return hash(self.whole or self._parts)

    def __lt__(self, other: "PartialDate") -> bool:
        return self.isoformat() < other.isoformat()

    def __str__(self) -> str:
        return self.isoformat()

    def __repr__(self) -> str:
        return f"PartialDate({self.isoformat()})"
