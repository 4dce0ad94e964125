"""What screens and the access file show of a carer: the carer's own data, behind its own right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.carers import CarerFact, CarerWork, Complaint, HomeTask, RespiteReason, SickLeave
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.measures import Answers


@dataclass(frozen=True)
class MeasureRow:
    """One questionnaire; ``ended_at_utc``: it was withdrawn or corrected and does not count any more."""

    measure_id: int
    contact_id: int | None  # None: is no contact person any more
    carer: str
    taken_on: date
    answers: Answers
    note: str = ""
    recorded_by: str = ""
    recorded_at_utc: datetime | None = None
    ended_at_utc: datetime | None = None
    ended_by: str = ""
    end_reason: str = ""
    version: int = 0

    @property
    def counts(self) -> bool:
        return self.ended_at_utc is None


@dataclass(frozen=True)
class CarerStep:
    """One change of a situation: what it said until then, and after."""

    at_utc: datetime
    by: str
    before: "CarerRow"
    after: "CarerRow"


@dataclass(frozen=True)
class CarerRow:
    """The carer's situation; ``version`` 0: nothing was ever written down about this carer.

    ``empties`` holds the facts that were asked and have no value; what is in none of both was not asked.
    """

    contact_id: int
    name: str
    relationship: str  # in words
    asked_on: date | None = None
    age: int | None = None
    caring_since: str = ""  # «2019», «2019-03»
    hours_week: int | None = None
    tasks: Mapping[HomeTask, str] = field(default_factory=dict)
    tasks_note: str = ""
    work: CarerWork = CarerWork.NOT_ASKED
    work_hours: int | None = None
    sick_leave: SickLeave = SickLeave.NOT_ASKED
    work_note: str = ""
    complaints: tuple[Complaint, ...] = ()
    health_note: str = ""
    load: CarerLoad = CarerLoad.NOT_ASKED
    load_note: str = ""
    reasons: tuple[RespiteReason, ...] = ()
    reasons_note: str = ""
    empties: Mapping[CarerFact, AnswerState] = field(default_factory=dict)
    version: int = 0
    steps: tuple[CarerStep, ...] = ()  # the latest first


@dataclass(frozen=True)
class CarerFile:
    """The carers' own part of a guest's file: every contact person, and what was measured, the earliest first."""

    carers: tuple[CarerRow, ...] = ()
    measures: tuple[MeasureRow, ...] = ()
