"""Backups of the house: what they are called, which ones are kept, when they are too old."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date, datetime, timedelta

KEPT_DAYS, KEPT_WEEKS, KEPT_MONTHS = 7, 5, 12
TOO_OLD = timedelta(days=2)
SUFFIX = ".backup"
HOUSE_IS_WHOLE = frozenset(
    {"newer", "locked", "readonly", "unreadable", "network", "full", "migration", "disk", "unreachable"}
)
"""Reasons for a house not to open that a backup does not mend: a restore would only lose what is in it."""
_NAME = re.compile(r"logeerhuis-(\d{4}-\d{2}-\d{2}-\d{4})(?:-\d+)?\.backup")
_MOMENT = "%Y-%m-%d-%H%M"


def backup_name(made_at: datetime, copy: int = 1) -> str:
    """«logeerhuis-2026-11-22-1503.backup» by the wall clock of the house; ``copy``: which one of that minute."""
    number = f"-{copy}" if copy > 1 else ""
    return f"logeerhuis-{made_at.strftime(_MOMENT)}{number}{SUFFIX}"


def moment_of(name: str) -> datetime | None:
    """The wall-clock minute a file was made, or None when the name is not one of ours."""
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    try:
        return datetime.strptime(match[1], _MOMENT)  # noqa: DTZ007 - wall clock: only days, weeks and months are counted
    except ValueError:
        return None


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Which of these backups stay: the newest of each of the last 7 days, 5 weeks and 12 months that have one.

    Days without a backup do not count, so a house that was closed for a month still has its last seven.
    """
    newest_first = sorted(moments, reverse=True)
    periods: tuple[tuple[Callable[[datetime], Hashable], int], ...] = (
        (_day, KEPT_DAYS),
        (_week, KEPT_WEEKS),
        (_month, KEPT_MONTHS),
    )
    return {moment for period, most in periods for moment in _newest_of_each(newest_first, period, most)}


def is_too_old(last_good: datetime | None, now: datetime) -> bool:
    """No good backup at all is too old as well; so is one from the future, for then a clock was wrong."""
    return last_good is None or not -TOO_OLD <= now - last_good <= TOO_OLD


def _newest_of_each(
    newest_first: list[datetime], period: Callable[[datetime], Hashable], most: int
) -> Iterator[datetime]:
    seen: set[Hashable] = set()
    for moment in newest_first:
        which = period(moment)
        if which not in seen and len(seen) < most:
            seen.add(which)
            yield moment


def _day(moment: datetime) -> date:
    return moment.date()


def _week(moment: datetime) -> tuple[int, int]:
    calendar = moment.isocalendar()
    return calendar.year, calendar.week


def _month(moment: datetime) -> tuple[int, int]:
    return moment.year, moment.month
