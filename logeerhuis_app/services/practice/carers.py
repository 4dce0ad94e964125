"""How the carers of the practice house are doing: as the families' report tells, and invented for the other guests."""

from datetime import datetime, time, timedelta

from logeerhuis_app.clock import AMSTERDAM
from logeerhuis_app.domain.carers import CarerWork, SickLeave
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.measures import CarerQolItem, Endurance, MeasureKind
from logeerhuis_app.models import CarerMeasure, CarerSituation, ContactPerson
from logeerhuis_app.services.practice.book import Row, RowBook
from logeerhuis_app.services.practice.guests import PracticeGuest
from logeerhuis_app.services.practice.resources import Calendar

EVERY = 16
"""So many guests by chance have one whose carer was asked; enough to practise with."""
_CODES = {"load": CarerLoad, "work": CarerWork, "sick_leave": SickLeave}
_NOTHING: Row = {"tasks": {}, "complaints": [], "reasons": [], "empties": {}, "earlier": []}
_SITUATIONS: tuple[Row, ...] = (
    {
        "age": 71,
        "caring_since": "2022-03",
        "hours_week": 60,
        "load": "heavy",
        "work": "retired",
        "load_note": "kan geen avond meer weg",
        "complaints": ["sleep", "back"],
        "tasks": {"washing": "elke ochtend", "medicines": "driemaal per dag", "household": ""},
        "reasons": ["breathing_space", "own_life"],
    },
    {
        "age": 54,
        "caring_since": "2024",
        "hours_week": 14,
        "load": "light",
        "work": "employed",
        "work_hours": 28,
        "sick_leave": "no",
        "empties": {"health": "none"},
        "tasks": {"shopping": "zaterdag", "administration": ""},
        "reasons": ["holiday"],
    },
    {
        "age": 78,
        "load": "overburdened",
        "work": "retired",
        "complaints": ["heart", "stress"],
        "empties": {"caring_since": "unknown", "hours_week": "unknown"},
        "load_note": "het is altijd opletten",
        "tasks": {"night": "tweemaal per nacht", "watching": "de hele dag"},
        "reasons": ["admission", "recovery"],
    },
)
_COURSES: tuple[tuple[tuple[int, ...], int], ...] = (
    ((1, 1, 1, 1, 2, 0, 1), 55),
    ((1, 0, 1, 1, 2, 1, 1), 60),
    ((2, 0, 0, 1, 2, 1, 0), 70),
)
"""Answers in the order of the form and the mark of happiness, from the first measurement to the last."""
_ENDURES = (Endurance.WEEKS, Endurance.MONTHS, Endurance.YEAR)


class CarerMaker:
    """Takes nothing from chance, so that the rest of the house stays as it was."""

    def __init__(self, book: RowBook, calendar: Calendar, recorded_by: str) -> None:
        self._book, self._calendar, self._recorded_by = book, calendar, recorded_by

    def told(self, guest_id: int, contact_id: int, carer: Row) -> None:
        """As the families' file has it; what it does not say was not asked."""
        columns = {name: _CODES[name](value) if name in _CODES else value for name, value in carer.items()}
        self._book.add(CarerSituation, guest_id=guest_id, contact_id=contact_id, **(_NOTHING | columns))

    def invented(self, guest: PracticeGuest) -> None:
        """For some guests who stayed: a talk, and measurements around it."""
        place, rest = divmod(guest.number, EVERY)
        if rest or not guest.was_here:
            return
        contacts = self._book.of(ContactPerson)
        contact = next(row for row in reversed(contacts) if row["guest_id"] == guest.guest_id and row["order"] == 1)
        asked_on = min(guest.first_day, self._calendar.today) - timedelta(days=12)
        fitting = [told for told in _SITUATIONS if ("work_hours" in told) != contact["lives_with_guest"]]
        told = fitting[place % len(fitting)] | {"asked_on": asked_on}
        self.told(guest.guest_id, contact["id"], told)
        self._measures(guest.guest_id, contact)

    def _measures(self, guest_id: int, contact: Row) -> None:
        for turn, (items, tenths) in enumerate(_COURSES):
            held = (CarerQolItem(item).value for item in CarerQolItem)
            answers = {"items": dict(zip(held, items, strict=True)), "happiness_tenths": tenths}
            days_ago = 180 - 70 * turn
            self._measure(guest_id, contact, MeasureKind.CARERQOL, days_ago, **answers)
            self._measure(guest_id, contact, MeasureKind.ENDURANCE, days_ago, endurance=_ENDURES[turn], items={})
        self._measure(guest_id, contact, MeasureKind.CSI, 180, total=8, items={})

    def _measure(self, guest_id: int, contact: Row, kind: MeasureKind, days_ago: int, **answers: object) -> None:
        day = self._calendar.today - timedelta(days=days_ago)
        self._book.add(
            CarerMeasure,
            guest_id=guest_id,
            contact_id=contact["id"],
            carer_name=contact["name"],
            kind=kind,
            taken_on=day,
            recorded_by=self._recorded_by,
            recorded_at_utc=datetime.combine(day, time(10), AMSTERDAM),
            **answers,
        )
