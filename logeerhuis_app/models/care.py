"""What care needs to know: answers per topic, allergies, alerts, problems."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
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
from logeerhuis_app.domain.health import DementiaStage, EuAllergen, ProblemKind, ReactionSeverity, Verification
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.models.base import Base, Versioned
from logeerhuis_app.models.sourced import Sourced, Verified


class CareAnswer(Base, Versioned, Verified):
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


class Allergy(Base, Versioned, Sourced):
    """zib AllergieIntolerantie. A preference is no allergy and stands with the food topics."""

    __tablename__ = "allergy"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    agent: Mapped[str] = mapped_column(String(120), doc="zib AllergieIntolerantie: VeroorzakendeStof")
    category: Mapped[AllergyCategory] = mapped_column(doc="zib AllergieIntolerantie: AllergieCategorie")
    eu_allergen: Mapped[EuAllergen | None] = mapped_column(doc="One of the fourteen that food must name")
    sensitivity: Mapped[Sensitivity]
    criticality: Mapped[Criticality] = mapped_column(doc="zib AllergieIntolerantie: MateVanKritiekZijn")
    reactions: Mapped[list[Any]] = mapped_column(JSON, default=[], doc="zib Reactie: Symptoom")
    reaction: Mapped[str] = mapped_column(String(200), default="", doc="zib Reactie: ReactieBeschrijving")
    reaction_severity: Mapped[ReactionSeverity | None] = mapped_column(doc="Empty: not asked; zib Reactie: Ernst")
    last_reaction: Mapped[PartialDate | None] = mapped_column(doc="zib AllergieIntolerantie: LaatsteReactieDatumTijd")
    rescue: Mapped[str] = mapped_column(String(200), default="", doc="Rescue medicine and where it lies")
    valid_from: Mapped[date | None] = mapped_column(doc="zib AllergieIntolerantie: BeginDatumTijd")
    ended_on: Mapped[date | None] = mapped_column(doc="Found to be none; zib AllergieStatus")
    ended_why: Mapped[str] = mapped_column(String(200), default="")


class Alert(Base, Versioned, Sourced):
    """zib Alert. The database refuses an alert that does not say what to do."""

    __tablename__ = "alert"
    __table_args__ = (CheckConstraint("action <> ''", name="says_what_to_do"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[AlertKind] = mapped_column(doc="zib Alert: AlertNaam")
    name: Mapped[str] = mapped_column(String(120), default="", doc="In words; empty: the kind's own word")
    action: Mapped[str] = mapped_column(String(400), doc="What to do; zib Alert: Toelichting")
    severity: Mapped[Severity]
    starts_on: Mapped[date | None] = mapped_column(doc="zib Alert: BeginDatumTijd")
    review_on: Mapped[date | None] = mapped_column(doc="When to look at it again")
    ended_on: Mapped[date | None] = mapped_column(doc="zib Alert: EindDatumTijd")
    ended_why: Mapped[str] = mapped_column(String(200), default="")


class Problem(Base, Versioned):
    """zib Probleem. The database lets one of a guest's problems lead, and no more."""

    __tablename__ = "problem"
    __table_args__ = (
        Index(
            "uq_problem_one_leads",
            "guest_id",
            unique=True,
            sqlite_where=text("is_leading"),
            postgresql_where=text("is_leading"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[ProblemKind] = mapped_column(default=ProblemKind.OTHER, doc="zib Probleem: ProbleemNaam")
    name: Mapped[str] = mapped_column(String(120), default="", doc="In words; empty: the kind's own word")
    stage: Mapped[DementiaStage | None] = mapped_column(doc="How far a dementia is; empty: not asked")
    detail: Mapped[str] = mapped_column(String(400), default="", doc="zib Probleem: Toelichting")
    started: Mapped[PartialDate | None] = mapped_column(doc="zib Probleem: ProbleemBeginDatum")
    ended: Mapped[PartialDate | None] = mapped_column(doc="zib Probleem: ProbleemEindDatum, ProbleemStatus")
    verification: Mapped[Verification | None] = mapped_column(doc="Empty: not asked; zib Probleem: VerificatieStatus")
    is_leading: Mapped[bool] = mapped_column(default=False)
