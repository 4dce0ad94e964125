"""The pharmacy's list as it is read: how far it may be trusted, and its lines. «Geen toedienlijst»."""

from dataclasses import dataclass, fields
from datetime import date
from operator import attrgetter
from typing import Any

from logeerhuis_app.domain.care import MedicationCare
from logeerhuis_app.domain.medication import CountMoment, DayPart, HighRisk, ListWorry, Medicine, Weekday, list_worries

_LISTED = {"day_parts": DayPart, "weekdays": Weekday}
"""Columns that hold several codes with commas between them."""
_PLAIN = tuple(field.name for field in fields(Medicine) if field.name not in {*_LISTED, "times"})
_plain_values = attrgetter(*_PLAIN)


@dataclass(frozen=True)
class CountRow:
    """How many there were, counted by whom; of an opioid by two."""

    quantity: int
    by: tuple[str, ...]


@dataclass(frozen=True)
class MedicineRow(Medicine):
    """One line of the transcript. A count that is None was not made, which is not «none»."""

    item_id: int = 0
    brought: CountRow | None = None
    returned: CountRow | None = None

    def count_of(self, moment: CountMoment) -> CountRow | None:
        return self.brought if moment is CountMoment.BROUGHT else self.returned

    def needs_second(self, moment: CountMoment) -> bool:
        """An opioid that one person counted waits for another."""
        count = self.count_of(moment)
        return self.high_risk is HighRisk.OPIOID and count is not None and len(count.by) < 2


@dataclass(frozen=True)
class MedicationRow:
    """The pharmacy's list as a reference, with its transcript. ``list_date`` None: there is no list."""

    list_date: date | None = None
    pharmacy: str = ""
    checked_by: tuple[str, ...] = ()
    care: MedicationCare | None = None
    medicines: tuple[MedicineRow, ...] = ()
    list_id: int = 0
    version: int = 0
    origin: str = ""
    document_id: int = 0  # the scan of the paper; 0: none
    pages: int | None = None
    changed_on: date | None = None  # something was stopped or taken up again after the paper
    left_on: date | None = None  # the end of the last stay that is over
    away_until: date | None = None  # the day of coming back from the last absence
    bem_on: date | None = None
    bem_result: MedicationCare | None = None
    bem_note: str = ""

    @property
    def is_checked(self) -> bool:
        """Two different people looked at it."""
        return len(set(self.checked_by)) >= 2

    def worries(self, today: date) -> tuple[ListWorry, ...]:
        """Why the pharmacy is to be asked for a new list; nothing where there is none at all."""
        if self.list_date is None:
            return ()
        since = {"changed_on": self.changed_on, "left_on": self.left_on, "away_until": self.away_until}
        return list_worries(self.list_date, today, **since)

    def shown(self, today: date) -> tuple[MedicineRow, ...]:
        """What is given, and what was stopped lately."""
        return tuple(row for row in self.medicines if not row.is_folded(today))

    def folded(self, today: date) -> tuple[MedicineRow, ...]:
        """Stopped longer ago; kept, but out of the way."""
        return tuple(row for row in self.medicines if row.is_folded(today))

    def to_check(self, today: date) -> tuple[MedicineRow, ...]:
        """Copied lines that nobody compared yet: not active, and never left out without a word."""
        return tuple(row for row in self.medicines if row.is_to_check and not row.is_stopped(today))


def columns_of(medicine: Medicine) -> dict[str, Any]:
    """A line as its columns."""
    listed = {name: ",".join(getattr(medicine, name)) for name in _LISTED}
    return {**{name: getattr(medicine, name) for name in _PLAIN}, **listed, "times": list(medicine.times)}


def medicine_of(row: Any, item_id: int = 0) -> MedicineRow:
    """A line from its columns: the row of a statement, or an object."""
    values: dict[str, Any] = dict(zip(_PLAIN, _plain_values(row), strict=True))
    for name, kind in _LISTED.items():
        text = getattr(row, name)
        values[name] = tuple(map(kind, text.split(","))) if text else ()
    brought, returned = (_count(row, moment) for moment in CountMoment)
    return MedicineRow(**values, times=tuple(row.times), item_id=item_id, brought=brought, returned=returned)


def _count(row: Any, moment: CountMoment) -> CountRow | None:
    quantity = getattr(row, f"{moment.value}_qty")
    if quantity is None:
        return None
    people = (getattr(row, f"{moment.value}_by_{place}") for place in (1, 2))
    return CountRow(quantity, tuple(name for name in people if name))
