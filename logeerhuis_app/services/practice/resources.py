"""The files under ``resources/practice``, and dates counted from today."""

import json
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from logeerhuis_app import paths
from logeerhuis_app.clock import AMSTERDAM, house_time
from logeerhuis_app.services.practice.book import Row


def read(name: str) -> Row:
    """One resource file; its «about» says where the facts come from."""
    content: Row = json.loads(paths.resource("practice", f"{name}.json").read_text(encoding="utf-8"))
    return content


@dataclass(frozen=True)
class Calendar:
    """The day on which the practice house is built; every date in it follows from this one."""

    now_utc: datetime

    @property
    def today(self) -> date:
        return house_time(self.now_utc).date()

    def day(self, spec: Any) -> date:
        """A number: days from today. ``{"month": -1, "day": 5}``: the 5th of last month; day 0 is the day before it."""
        if isinstance(spec, int):
            return self.today + timedelta(days=spec)
        return self.month_first(spec["month"]) + timedelta(days=spec["day"] - 1)

    def month_first(self, months: int) -> date:
        place = self.today.year * 12 + self.today.month - 1 + months
        return date(place // 12, place % 12 + 1, 1)

    def at(self, day: date, clock: str) -> datetime:
        """A wall clock time of the house, but never later than now."""
        wanted = datetime.combine(day, wall_time(clock), AMSTERDAM).astimezone(self.now_utc.tzinfo)
        return min(wanted, self.now_utc)


def wall_time(clock: str) -> time:
    """«8:00»."""
    hour, _colon, minute = clock.partition(":")
    return time(int(hour), int(minute))
