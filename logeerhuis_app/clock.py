"""What moment and what day it is. Nothing else in the program asks the machine."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


class Clock(Protocol):
    """Hands out the present; tests and the practice house use a fixed one."""

    def now_utc(self) -> datetime: ...

    def today(self) -> date: ...


class SystemClock:
    """The machine's own clock, read in the time zone of the house."""

    def now_utc(self) -> datetime:
        return datetime.now(UTC)

    def today(self) -> date:
        return self.now_utc().astimezone(AMSTERDAM).date()


@dataclass(frozen=True)
class FixedClock:
    """A clock that stands still at one aware UTC instant."""

    at_utc: datetime

    def now_utc(self) -> datetime:
        return self.at_utc

    def today(self) -> date:
        return self.at_utc.astimezone(AMSTERDAM).date()


def house_time(instant_utc: datetime) -> datetime:
    """A UTC instant as the wall clock of the house shows it."""
    if instant_utc.tzinfo is None:
        instant_utc = instant_utc.replace(tzinfo=UTC)
    return instant_utc.astimezone(AMSTERDAM)
