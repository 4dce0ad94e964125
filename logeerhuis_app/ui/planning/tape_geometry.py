"""From nights to pixels and back.

A guest arrives and leaves in the course of a day, so a bar runs from the middle of the arrival day to the middle
of the departure day: two guests who change places on one day meet in one cell.
Pixels are counted from the left of the first night of the chart, not of the view.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple

from logeerhuis_app.domain.nights import ONE_DAY

GRIP = 6
"""How near to the end of a bar the pointer takes hold of that end, in pixels."""


class Zoom(Enum):
    """How many nights fit in the width of the view."""

    TWO_WEEKS = 14
    MONTH = 28
    QUARTER = 91
    YEAR = 366

    def nearer(self) -> "Zoom":
        steps = list(Zoom)
        return steps[max(0, steps.index(self) - 1)]

    def farther(self) -> "Zoom":
        steps = list(Zoom)
        return steps[min(len(steps) - 1, steps.index(self) + 1)]

    def column_width(self, view_width: int) -> int:
        return max(2, view_width // self.value)


class Edge(Enum):
    ARRIVAL = "arrival"
    DEPARTURE = "departure"


class Span(NamedTuple):
    """A stretch of pixels, right excluded."""

    left: int
    right: int

    @property
    def width(self) -> int:
        return self.right - self.left

    def holds(self, x: int) -> bool:
        return self.left <= x < self.right


@dataclass(frozen=True)
class Scale:
    """Where a day lies; ``width`` is that of one day in pixels."""

    first: date
    width: int

    def column(self, day: date) -> int:
        return (day - self.first).days

    def day(self, column: int) -> date:
        return self.first + timedelta(days=column)

    def left_of(self, day: date) -> int:
        return self.column(day) * self.width

    def middle_of(self, day: date) -> int:
        return self.left_of(day) + self.width // 2

    def day_at(self, x: int) -> date:
        """The day whose cell lies under this pixel."""
        return self.day(x // self.width)

    def night_at(self, x: int) -> date:
        """The night whose bar would lie under this pixel: from midday to midday."""
        return self.day((x - self.width // 2) // self.width)

    def span(self, arrival: date, departure: date) -> Span:
        """The bar of [arrival, departure), with a sliver of air before whoever comes next."""
        air = min(3, self.width // 8)
        return Span(self.middle_of(arrival), self.middle_of(departure) - air)

    def night_span(self, night: date) -> Span:
        return self.span(night, night + ONE_DAY)


def edge_at(x: int, span: Span) -> Edge | None:
    """Which end of the bar the pointer holds; a narrow bar keeps half its width for moving."""
    grip = min(GRIP, span.width // 4)
    if span.left <= x < span.left + grip:
        return Edge.ARRIVAL
    if span.right - grip <= x < span.right:
        return Edge.DEPARTURE
    return None


def text_span(span: Span, view: Span, pad: int) -> Span:
    """Where the words of a bar may stand: inside the bar, and sticking to the left edge of the view."""
    left = max(span.left, view.left) + pad
    right = min(span.right, view.right) - min(pad, 3)
    return Span(left, max(left, right))
