"""What care needs to know: answers per topic, allergies, alerts, problems, the pharmacy's list."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.care import (
    AlertKind,
    AllergyCategory,
    AnswerState,
    CareTopic,
    Criticality,
    Sensitivity,
    Severity,
)
from logeerhuis_app.models.base import Base, Versioned


class CareAnswer(Base, Versioned):
    """One question of care, one answer. No row means «not asked», as does its state of that name."""

    __tablename__ = "care_answer"
    __table_args__ = (UniqueConstraint("guest_id", "topic"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    topic: Mapped[CareTopic]
    state: Mapped[AnswerState]
    code: Mapped[str] = mapped_column(String(40), default="")
    text: Mapped[str] = mapped_column(Text, default="")
    recorded_at_utc: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(80))


class Allergy(Base, Versioned):
    """zib AllergieIntolerantie. A preference is no allergy and stands with the food topics."""

    __tablename__ = "allergy"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    agent: Mapped[str] = mapped_column(String(120))
    category: Mapped[AllergyCategory]
    sensitivity: Mapped[Sensitivity]
    criticality: Mapped[Criticality]
    reaction: Mapped[str] = mapped_column(String(200), default="")
    rescue: Mapped[str] = mapped_column(String(200), default="", doc="Rescue medicine and where it lies")


class Alert(Base, Versioned):
    """zib Alert. The database refuses an alert that does not say what to do."""

    __tablename__ = "alert"
    __table_args__ = (CheckConstraint("action <> ''", name="says_what_to_do"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[AlertKind]
    name: Mapped[str] = mapped_column(String(120), default="", doc="In words; empty: the kind's own word")
    action: Mapped[str] = mapped_column(String(400))
    severity: Mapped[Severity]
    ended_on: Mapped[date | None]
    ended_why: Mapped[str] = mapped_column(String(200), default="")


class Problem(Base):
    """zib Probleem."""

    __tablename__ = "problem"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    detail: Mapped[str] = mapped_column(String(400), default="")
    is_leading: Mapped[bool] = mapped_column(default=False)


class MedicationList(Base, Versioned):
    """A reference to the pharmacy's list, with who compared it. It is no list to administer from."""

    __tablename__ = "medication_list"
    __table_args__ = (
        CheckConstraint("checked_by_2 = '' OR checked_by_2 <> checked_by_1", name="two_different_checkers"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    list_date: Mapped[date]
    pharmacy: Mapped[str] = mapped_column(String(120), default="")
    origin: Mapped[str] = mapped_column(String(120), default="")
    checked_by_1: Mapped[str] = mapped_column(String(80), default="")
    checked_by_2: Mapped[str] = mapped_column(String(80), default="")
    checked_at_utc: Mapped[datetime | None]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), doc="The scan of the paper, if kept")


class MedicationItem(Base):
    """One line of the transcript. As-needed medicines carry a condition and a maximum."""

    __tablename__ = "medication_item"
    __table_args__ = (
        CheckConstraint("NOT as_needed OR (condition <> '' AND maximum <> '')", name="as_needed_has_limits"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("medication_list.id"), index=True)
    order: Mapped[int] = mapped_column("sort_order", default=0)
    name: Mapped[str] = mapped_column(String(160), doc="With strength: «metoprolol 50 mg»")
    dose: Mapped[str] = mapped_column(String(80))
    times: Mapped[list[Any]] = mapped_column(JSON, doc="Wall clock texts: «8:00»")
    as_needed: Mapped[bool] = mapped_column(default=False)
    condition: Mapped[str] = mapped_column(String(160), default="")
    maximum: Mapped[str] = mapped_column(String(80), default="")
    instruction: Mapped[str] = mapped_column(String(200), default="")
    double_check: Mapped[bool] = mapped_column(default=False)
    is_to_check: Mapped[bool] = mapped_column(default=False, doc="Copied from an earlier stay, not yet confirmed")
