"""What one shift leaves to the next: notes, tasks, receipts."""

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.handover import NoteCategory, ShiftKind
from logeerhuis_app.models.base import Base


class Note(Base):
    """Never edited: a correction is a new note that names the old one."""

    __tablename__ = "note"
    __table_args__ = (CheckConstraint("text <> ''", name="says_something"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int | None] = mapped_column(ForeignKey("guest.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    at_utc: Mapped[datetime] = mapped_column(index=True)
    shift_day: Mapped[date] = mapped_column(doc="The day on which the shift starts")
    shift_kind: Mapped[ShiftKind]
    category: Mapped[NoteCategory]
    text: Mapped[str] = mapped_column(Text)
    is_important: Mapped[bool] = mapped_column(default=False)
    by_user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    corrects_id: Mapped[int | None] = mapped_column(ForeignKey("note.id"))
    reason: Mapped[str] = mapped_column(String(200), default="", doc="Why the old note was not right")


class Task(Base):
    """Something to do in a shift; not done, it carries over and counts."""

    __tablename__ = "task"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int | None] = mapped_column(ForeignKey("guest.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    text: Mapped[str] = mapped_column(String(400))
    due_on: Mapped[date] = mapped_column(index=True)
    due_at: Mapped[time | None]
    done_at_utc: Mapped[datetime | None]
    done_by: Mapped[str] = mapped_column(String(80), default="")


class HandoverAck(Base):
    """«I have read this guest's handover» of one user in one shift."""

    __tablename__ = "handover_ack"
    __table_args__ = (UniqueConstraint("guest_id", "shift_day", "shift_kind", "user_id"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    shift_day: Mapped[date]
    shift_kind: Mapped[ShiftKind]
    user_id: Mapped[int] = mapped_column(ForeignKey("app_user.id"))
    at_utc: Mapped[datetime]
