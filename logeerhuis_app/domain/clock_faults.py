"""Whether the clock of this computer can be right, judged by what was written last."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

TOLERANCE = timedelta(minutes=5)
"""Two computers differ a little, and a clock that is set right by the network jumps a little."""
LONG_SILENCE = timedelta(days=7)
"""A house that is open at weekends only is silent for five days."""


class ClockFaultKind(StrEnum):
    BACK = "back"
    AHEAD = "ahead"


@dataclass(frozen=True)
class ClockFault:
    """``last_at_utc``: the moment of the newest line that was written before."""

    kind: ClockFaultKind
    last_at_utc: datetime
    now_utc: datetime


def clock_fault(last_at_utc: datetime, now_utc: datetime) -> ClockFault | None:
    """Compared as instants, so the night on which the clocks change is no fault."""
    if now_utc < last_at_utc - TOLERANCE:
        return ClockFault(ClockFaultKind.BACK, last_at_utc, now_utc)
    if now_utc > last_at_utc + LONG_SILENCE:
        return ClockFault(ClockFaultKind.AHEAD, last_at_utc, now_utc)
    return None
