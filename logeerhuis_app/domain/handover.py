"""Shifts of the house: which one is it now, and which follows."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum


class ShiftKind(StrEnum):
    """Early, late and night; a night belongs to the date on which it starts."""

    EARLY = "early"
    LATE = "late"
    NIGHT = "night"


STARTS = {ShiftKind.EARLY: time(7, 0), ShiftKind.LATE: time(15, 0), ShiftKind.NIGHT: time(23, 0)}
ORDER = (ShiftKind.EARLY, ShiftKind.LATE, ShiftKind.NIGHT)


class NoteCategory(StrEnum):
    GENERAL = "general"
    MEDICATION = "medication"
    EATING = "eating"
    NIGHT = "night"
    BEHAVIOUR = "behaviour"
    FAMILY = "family"


@dataclass(frozen=True, order=True)
class Shift:
    """One shift of one day."""

    day: date
    kind: ShiftKind

    def previous(self) -> "Shift":
        place = ORDER.index(self.kind)
        return Shift(self.day - timedelta(days=place == 0), ORDER[place - 1])

    def next(self) -> "Shift":
        place = ORDER.index(self.kind)
        return Shift(self.day + timedelta(days=place == 2), ORDER[(place + 1) % 3])

    @property
    def starts_at(self) -> datetime:
        """Wall clock of the house, without time zone."""
        return datetime.combine(self.day, STARTS[self.kind])

    @property
    def place(self) -> tuple[date, int]:
        """Sorts shifts by time; the names of the kinds do not."""
        return self.day, ORDER.index(self.kind)


def shift_at(wall_clock: datetime) -> Shift:
    """The shift that runs at this moment on the house's wall clock; before seven it is last night's."""
    if wall_clock.time() < STARTS[ShiftKind.EARLY]:
        return Shift(wall_clock.date() - timedelta(days=1), ShiftKind.NIGHT)
    kind = [kind for kind in ORDER if STARTS[kind] <= wall_clock.time()][-1]
    return Shift(wall_clock.date(), kind)
