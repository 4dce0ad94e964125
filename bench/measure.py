"""Measuring a deed and its bare limit in turns, so that a busy machine slows both."""

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Deed = Callable[[], object]


@dataclass(frozen=True)
class Result:
    """Median seconds of the deed and of its bare limit."""

    name: str
    limit_name: str
    seconds: float
    limit_seconds: float
    rounds: int

    @property
    def ratio(self) -> float:
        return self.seconds / self.limit_seconds


def one(deed: Deed) -> float:
    """Seconds of one go, without the garbage of the one before."""
    gc.collect()
    started = time.perf_counter()
    deed()
    return time.perf_counter() - started


def beside(name: str, deed: Deed, limit_name: str, limit: Deed, rounds: int = 15) -> Result:
    """Deed and limit in turns, after one of each to warm up; the medians count."""
    one(deed), one(limit)
    pairs = [(one(deed), one(limit)) for _ in range(rounds)]
    return Result(
        name,
        limit_name,
        statistics.median(seconds for seconds, _limit in pairs),
        statistics.median(seconds for _seconds, seconds in pairs),
        rounds,
    )


def table(results: list[Result]) -> str:
    """As Markdown: what, its limit, both medians, the ratio."""
    lines = ["| what | ms | bare limit | ms | ratio | rounds |", "|---|---:|---|---:|---:|---:|"]
    lines += [
        f"| {one.name} | {one.seconds * 1000:.2f} | {one.limit_name} | {one.limit_seconds * 1000:.2f} "
        f"| {one.ratio:.2f} | {one.rounds} |"
        for one in results
    ]
    return "\n".join(lines)
