"""What the quiet look at a house found while people work in it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Verified:
    """Up to which line the log was found whole, and on which day all of it was read."""

    line_id: int
    hash: str
    whole_on: date

    @classmethod
    def read(cls, text: str) -> "Verified | None":
        """As it is kept between two looks; None where that cannot be read, for then all is read again."""
        try:
            line_id, line_hash, day = text.split(" ")
            return cls(int(line_id), line_hash, date.fromisoformat(day))
        except ValueError:
            return None

    def __str__(self) -> str:
        return f"{self.line_id} {self.hash} {self.whole_on.isoformat()}"


@dataclass(frozen=True)
class WatchReport:
    """``broken``: lines as in ``LogBroken``. ``verified``: None when the log is broken, or not this user's to read."""

    broken: tuple[int, ...]
    verified: Verified | None
