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
    """One question of care, one answer. No row means «not asked», as does its state of that name.

    Which zib element each topic is, stands with the questions in ``domain.care_topics``.
    """

    __tablename__ = "care_answer"
    __table_args__ = (UniqueConstraint("guest_id", "topic"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    topic: Mapped[CareTopic]
    state: Mapped[AnswerState]
    code: Mapped[str] = mapped_column(String(400), default="", doc="The value in its one spelling, by kind of question")
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


class Problem(Base, Versioned):
    """zib Probleem."""

    __tablename__ = "problem"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    detail: Mapped[str] = mapped_column(String(400), default="")
    is_leading: Mapped[bool] = mapped_column(default=False)
