"""The ghost: where a stay would be, before anything is done. Plain values, no window.

Every step gives a new ghost. What cannot be wished at all (a departure before the arrival, a night that has been slept
elsewhere) cannot be reached; whether the bed is free and fits is for the judge to say.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum

from logeerhuis_app.domain.bookings import IN_HOUSE, MOVABLE
from logeerhuis_app.domain.nights import MOST_NIGHTS, ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow, WaitingRow


class GhostKind(Enum):
    PLACE = "place"
    MOVE = "move"
    ARRIVAL = "arrival"  # the first day is being moved
    DEPARTURE = "departure"
    WAITING = "waiting"  # a card of the waiting list on its way to a bed


class Fit(Enum):
    FREE = "free"
    MISFIT = "misfit"  # may be wished, with words
    TAKEN = "taken"  # refused, with words


@dataclass(frozen=True)
class Verdict:
    fit: Fit
    text: str = ""


FREE = Verdict(Fit.FREE)


@dataclass(frozen=True)
class Ghost:
    """``from_night`` is the first night that would lie in ``bed_id``; earlier ones stay where they are.

    ``is_rooted``: the dates cannot be shifted, because the guest is in the house or was in another bed first.
    ``latest_arrival`` and ``earliest_departure`` keep the bar its last night, and the nights that were already slept.
    """

    kind: GhostKind
    bed_id: int
    arrival: date
    departure: date
    from_night: date
    booking_id: int | None = None
    trajectory_id: int | None = None
    guest_id: int | None = None
    guest: str = ""
    is_rooted: bool = False
    latest_arrival: date = date.max
    earliest_departure: date = date.min

    @property
    def nights(self) -> int:
        return (self.departure - self.arrival).days


Judge = Callable[[Ghost], Verdict]


def always_free(ghost: Ghost) -> Verdict:
    """The judge of a chart that has none."""
    return FREE


def placed(bed_id: int, one: date, other: date) -> Ghost:
    """A new stay between two days, in whichever order they were pointed at; never less than one night."""
    arrival = min(one, other)
    departure = min(max(one, other, arrival + ONE_DAY), arrival + timedelta(days=MOST_NIGHTS))
    return Ghost(GhostKind.PLACE, bed_id, arrival, departure, arrival)


def of_nights(bed_id: int, one: date, other: date) -> Ghost:
    """A new stay that holds both nights and all between."""
    return placed(bed_id, min(one, other), max(one, other) + ONE_DAY)


def may_move(bar: BarRow) -> bool:
    return bar.state in MOVABLE


def may_change_arrival(bar: BarRow) -> bool:
    """Not of a stay in two beds: its first bed cannot get more nights without the second losing them."""
    is_whole = bar.first_night == bar.arrival and bar.last_night + ONE_DAY == bar.departure
    return may_move(bar) and bar.state not in IN_HOUSE and is_whole


def may_change_departure(bar: BarRow) -> bool:
    return may_move(bar) and bar.last_night + ONE_DAY == bar.departure


def of_bar(bar: BarRow, kind: GhostKind, today: date) -> Ghost:
    """The ghost of a stay before anything has been dragged.

    Who is in the house moves to another bed from tonight on: the nights before were slept where they were.
    """
    is_inside = bar.state in IN_HOUSE
    from_night = bar.first_night
    if is_inside and kind is GhostKind.MOVE:
        from_night = min(max(bar.first_night, today), bar.last_night)
    earliest = bar.first_night + ONE_DAY
    return Ghost(
        kind,
        bar.bed_id,
        bar.arrival,
        bar.departure,
        from_night,
        booking_id=bar.booking_id,
        guest_id=bar.guest_id,
        guest=bar.guest,
        is_rooted=is_inside or bar.first_night != bar.arrival,
        latest_arrival=bar.last_night,
        earliest_departure=min(max(earliest, today), bar.departure) if is_inside else earliest,
    )


def of_waiting(row: WaitingRow, bed_id: int, arrival: date) -> Ghost:
    """A family's wish laid on a bed; one night when they did not say how long."""
    departure = arrival + timedelta(days=row.wished_nights or 1)
    return Ghost(
        GhostKind.WAITING,
        bed_id,
        arrival,
        departure,
        arrival,
        trajectory_id=row.trajectory_id,
        guest_id=row.guest_id,
        guest=row.guest,
    )


def shifted(ghost: Ghost, nights: int) -> Ghost:
    """The same stay some nights later or earlier; a rooted one stays put."""
    if ghost.is_rooted or not nights:
        return ghost
    by = timedelta(days=nights)
    return replace(ghost, arrival=ghost.arrival + by, departure=ghost.departure + by, from_night=ghost.from_night + by)


def on_bed(ghost: Ghost, bed_id: int) -> Ghost:
    return replace(ghost, bed_id=bed_id)


def with_arrival(ghost: Ghost, day: date) -> Ghost:
    """Another first day, at least one night before the departure."""
    if ghost.is_rooted:
        return ghost
    earliest = ghost.departure - timedelta(days=MOST_NIGHTS)
    arrival = max(earliest, min(day, ghost.departure - ONE_DAY, ghost.latest_arrival))
    return replace(ghost, arrival=arrival, from_night=arrival)


def with_departure(ghost: Ghost, day: date) -> Ghost:
    """Another last day, at least one night after the arrival and not before what was slept."""
    earliest = max(ghost.arrival + ONE_DAY, ghost.earliest_departure)
    latest = max(ghost.arrival + timedelta(days=MOST_NIGHTS), earliest)
    return replace(ghost, departure=min(max(day, earliest), latest))


def grown(ghost: Ghost, nights: int) -> Ghost:
    """One of the ends moved by some nights, whichever end this ghost holds."""
    by = timedelta(days=nights)
    if ghost.kind is GhostKind.ARRIVAL:
        return with_arrival(ghost, ghost.arrival + by)
    return with_departure(ghost, ghost.departure + by)
