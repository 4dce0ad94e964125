"""How much was tried: a test records a number, and the end of the run shows them all in one table.

``record_property(COUNT + "kills: while booking", 500)``: the part, and what was done; the built-in fixture also reaches
the summary from another process.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator

import pytest

COUNT = "count: "
NUMBER = "TORTURE_NUMBER"


def how_often(usual: int) -> int:
    """As often as usual, or as somebody asked for (scripts/torture --number)."""
    return int(os.environ.get(NUMBER) or usual)


def counted(reports: Iterable[pytest.TestReport]) -> Counter[str]:
    """The numbers of all tests, added up by what they count."""
    totals: Counter[str] = Counter()
    for report in reports:
        for name, number in report.user_properties:
            if name.startswith(COUNT):
                totals[name.removeprefix(COUNT)] += int(str(number))
    return totals


def table(totals: Counter[str]) -> Iterator[str]:
    """The lines of the table: part, what was done, how often."""
    rows = sorted((*_named(what), f"{number:,}") for what, number in totals.items())
    width = max(len(what) for _part, what, _number in rows)
    yield f"{'part':<8} {'what':<{width}} {'number':>12}"
    last = ""
    for part, what, number in rows:
        yield f"{'' if part == last else part:<8} {what:<{width}} {number:>12}"
        last = part


def _named(counted_thing: str) -> tuple[str, str]:
    part, _colon, what = counted_thing.partition(": ")
    return part, what
