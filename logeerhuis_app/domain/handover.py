"""Shifts of the house: which one is it now, and which follows; when something falls due."""

from collections.abc import Iterable
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
    def ends_at(self) -> datetime:
        """Wall clock of the house, without time zone: the moment the next shift starts."""
        return self.next().starts_at

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


def shift_of(due_on: date, due_at: time | None) -> Shift:
    """The shift in which something falls due; without a time it has the whole day, so the last shift of it."""
    return Shift(due_on, ShiftKind.NIGHT) if due_at is None else shift_at(datetime.combine(due_on, due_at))


def shifts_between(earlier: Shift, later: Shift) -> int:
    """How often something was handed over from the one shift to the other; 0 if the other is not later."""
    return max(0, _number(later) - _number(earlier))


def _number(shift: Shift) -> int:
    return shift.day.toordinal() * len(ORDER) + ORDER.index(shift.kind)


@dataclass(frozen=True)
class Dose:
    """One moment on the pharmacy's list. ``text`` is what the list says: «8:00», or words such as «voor de nacht»."""

    text: str
    needs_two: bool = False

    @property
    def at(self) -> time | None:
        """None when the list gives words instead of a time."""
        try:
            return time.fromisoformat(self.text.strip().replace(".", ":").zfill(5))
        except ValueError:
            return None


@dataclass(frozen=True)
class NextDose:
    """What comes next. ``at`` None: no fixed time on the list. ``in_words``: moments without a time, never left out."""

    at: time | None = None
    is_tomorrow: bool = False
    needs_two: bool = False
    in_words: tuple[str, ...] = ()


def next_dose(doses: Iterable[Dose], now: time, tomorrow: Iterable[Dose] | None = None) -> NextDose:
    """The first fixed time from now on, or else tomorrow's first. One medicine that asks for two people is enough.

    ``tomorrow`` where another day has other doses: a weekly medicine is on one day only.
    """
    every = list(doses)
    words = tuple(dict.fromkeys(dose.text.strip() for dose in every if dose.at is None))
    two_for_words = any(dose.needs_two for dose in every if dose.at is None)
    later = [dose for dose in every if dose.at is not None and dose.at >= now]
    is_tomorrow = not later
    if is_tomorrow:
        later = [dose for dose in (every if tomorrow is None else tomorrow) if dose.at is not None]
    if not later:
        return NextDose(needs_two=two_for_words, in_words=words)
    at = min(dose.at for dose in later if dose.at is not None)
    needs_two = two_for_words or any(dose.needs_two for dose in later if dose.at == at)
    return NextDose(at, is_tomorrow=is_tomorrow, needs_two=needs_two, in_words=words)
