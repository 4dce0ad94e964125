"""The carer's own data: how the carer is doing, and what was measured over time. Behind a right of its own."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.carers import CarerWork, SickLeave
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.measures import Endurance, MeasureKind
from logeerhuis_app.models.base import Base, Versioned


class CarerSituation(Base, Versioned):
    """How one carer is doing (Dutch: mantelzorgsituatie). zib HulpVanAnderen; the carer's own data.

    A column without a value says «not asked», unless ``empties`` says that it was. Texts stand beside the codes.
    """

    __tablename__ = "carer_situation"
    __table_args__ = (UniqueConstraint("contact_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    contact_id: Mapped[int] = mapped_column(ForeignKey("contact_person.id"), doc="zib Contactpersoon: whose situation")
    asked_on: Mapped[date | None] = mapped_column(doc="Day of the talk; the age is that of this day")
    age: Mapped[int | None] = mapped_column(doc="In years, as told")
    caring_since: Mapped[str] = mapped_column(
        String(7), default="", doc="Year, or year and month (2019-03). zib HulpVanAnderen: Frequentie"
    )
    hours_week: Mapped[int | None] = mapped_column(doc="Hours of care, 0 to 168. zib HulpVanAnderen: Frequentie")
    tasks: Mapped[dict[str, str]] = mapped_column(
        JSON, default=dict, doc="Task: how, and how often. zib HulpVanAnderen: SoortHulp, Aard"
    )
    tasks_note: Mapped[str] = mapped_column(Text, default="", doc="zib HulpVanAnderen: Toelichting")
    work: Mapped[CarerWork] = mapped_column(default=CarerWork.NOT_ASKED)
    work_hours: Mapped[int | None] = mapped_column(doc="Hours of paid work a week")
    sick_leave: Mapped[SickLeave] = mapped_column(default=SickLeave.NOT_ASKED, doc="Reports sick because of the care")
    work_note: Mapped[str] = mapped_column(Text, default="")
    complaints: Mapped[list[str]] = mapped_column(JSON, default=list, doc="Codes of the carer's own health")
    health_note: Mapped[str] = mapped_column(Text, default="")
    load: Mapped[CarerLoad] = mapped_column(default=CarerLoad.NOT_ASKED, doc="Load as the carer feels it")
    load_note: Mapped[str] = mapped_column(Text, default="")
    reasons: Mapped[list[str]] = mapped_column(JSON, default=list, doc="Codes of why respite is asked")
    reasons_note: Mapped[str] = mapped_column(Text, default="")
    empties: Mapped[dict[str, str]] = mapped_column(
        JSON, default=dict, doc="Asked without a value: by fact «unknown» or «none»"
    )
    earlier: Mapped[list[dict[str, Any]]] = mapped_column(
        JSON, default=list, doc="What it said before, the oldest first: until when, changed by whom, and the old values"
    )


class CarerMeasure(Base, Versioned):
    """One questionnaire that a carer filled in (Dutch: meting). Corrected by ending it, and making a new one.

    The sum of the CarerQol is worked out from its items; of EDIZ-plus, EDIZ and CSI the total of the form is kept. No
    zib has this.
    """

    __tablename__ = "carer_measure"
    __table_args__ = (CheckConstraint("total IS NULL OR total >= 0", name="not_negative"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    contact_id: Mapped[int | None] = mapped_column(
        ForeignKey("contact_person.id"), index=True, doc="Empty: is no contact person any more"
    )
    carer_name: Mapped[str] = mapped_column(String(120), doc="As it was when this was measured")
    kind: Mapped[MeasureKind]
    taken_on: Mapped[date]
    items: Mapped[dict[str, int]] = mapped_column(
        JSON, default=dict, doc="CarerQol-7D: 0 none, 1 some, 2 a lot, as ticked; what was left open is not there"
    )
    total: Mapped[int | None] = mapped_column(doc="As it stands on the form; only of EDIZ-plus, EDIZ and CSI")
    happiness_tenths: Mapped[int | None] = mapped_column(doc="Mark of happiness in tenths, 0 to 100, with the CarerQol")
    endurance: Mapped[Endurance | None] = mapped_column(doc="How long this can go on: the house's own classes")
    note: Mapped[str] = mapped_column(Text, default="")
    recorded_at_utc: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(80))
    ended_at_utc: Mapped[datetime | None] = mapped_column(doc="Withdrawn or corrected; it does not count any more")
    ended_by: Mapped[str] = mapped_column(String(80), default="")
    end_reason: Mapped[str] = mapped_column(String(400), default="")
