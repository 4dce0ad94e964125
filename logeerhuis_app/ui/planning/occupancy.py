"""How full the house is, night by night: counted from the rows of the chart."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow, ChartRows, ClosureRow


@dataclass(frozen=True)
class NightCount:
    """``is_full``: no bed left that is open; a night on which all beds are closed is not full but shut."""

    night: date
    occupied: int
    closed: int
    beds: int

    @property
    def is_full(self) -> bool:
        return self.occupied > 0 and self.occupied + self.closed >= self.beds


def occupancy(chart: ChartRows) -> tuple[NightCount, ...]:
    """One count per night of the chart, in order; beds that are not in the chart do not count."""
    shown = {bed.bed_id for bed in chart.beds}
    length = (chart.until - chart.first).days
    occupied = _running([bar for bar in chart.bars if bar.bed_id in shown], chart.first, length)
    closed = _running([row for row in chart.closures if row.bed_id in shown], chart.first, length)
    return tuple(
        NightCount(chart.first + number * ONE_DAY, occupied[number], closed[number], len(shown))
        for number in range(length)
    )


def _running(stretches: list[BarRow] | list[ClosureRow], first: date, length: int) -> list[int]:
    """How many of the stretches hold each night: one step up at the first night, one down after the last."""
    steps = [0] * (length + 1)
    for stretch in stretches:
        start = max(0, (stretch.first_night - first).days)
        stop = min(length, (stretch.last_night - first).days + 1)
        if start < stop:
            steps[start] += 1
            steps[stop] -= 1
    counts, now = [], 0
    for step in steps[:length]:
        now += step
        counts.append(now)
    return counts
