"""The intake talk: what was estimated, which lists were asked for and are empty, and what is half filled in."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.models.base import Base, Versioned


class Intake(Base, Versioned):
    """The talk and how much care was expected then; what is seen in the house is laid beside it later."""

    __tablename__ = "intake"
    __table_args__ = (UniqueConstraint("guest_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    held_on: Mapped[date | None]
    place: Mapped[str] = mapped_column(String(120), default="")
    present: Mapped[str] = mapped_column(String(200), default="", doc="Who were there")
    estimate_adl: Mapped[str] = mapped_column(
        String(40), default="", doc="A code of the topic adl_overall; empty: none"
    )
    estimate_minutes: Mapped[int | None] = mapped_column(doc="Minutes of care a day; empty: not estimated")
    estimate_nightly: Mapped[int | None] = mapped_column(doc="Times of help in a night; empty: not estimated")
    estimate_why: Mapped[str] = mapped_column(Text, default="")


class CareObservation(Base, Versioned):
    """What care a guest took in one stay, as staff saw it; laid beside the estimate of the talk."""

    __tablename__ = "care_observation"
    __table_args__ = (UniqueConstraint("booking_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("booking.id"))
    seen_adl: Mapped[str] = mapped_column(
        String(40), default="", doc="A code of the topic adl_overall; empty: not said"
    )
    seen_minutes: Mapped[int | None] = mapped_column(doc="Minutes of care a day")
    seen_nightly: Mapped[int | None] = mapped_column(doc="Times of help in a night")
    seen_why: Mapped[str] = mapped_column(Text, default="", doc="Why it was not as estimated")
    recorded_at_utc: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(80))


class IntakeStatement(Base):
    """«Asked: none», or «asked, unknown», of an empty list. Gone as soon as the list holds something."""

    __tablename__ = "intake_statement"
    __table_args__ = (UniqueConstraint("guest_id", "part"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    part: Mapped[FileList] = mapped_column(doc="Which list")
    state: Mapped[AnswerState]
    recorded_at_utc: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(80))


class FormDraft(Base, Versioned):
    """What one writer typed in a form of the file, or in a part of the intake, and did not save yet. Never a BSN."""

    __tablename__ = "form_draft"
    __table_args__ = (UniqueConstraint("guest_id", "form", "user_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int | None] = mapped_column(ForeignKey("guest.id"), index=True, doc="Empty: of a file to be")
    form: Mapped[str] = mapped_column(String(80), doc="Which form, and of which row")
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    typed: Mapped[dict[str, Any]] = mapped_column(JSON, doc="By field, as the form writes it")
    saved_at_utc: Mapped[datetime]
