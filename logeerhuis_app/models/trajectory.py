"""A family's road from first call to a plan."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.trajectory import Referrer, TrajectoryState, Urgency
from logeerhuis_app.models.base import Base, Versioned


class Trajectory(Base, Versioned):
    """Request and road in one (Dutch: aanvraag, traject). One minute of typing is enough to open it."""

    __tablename__ = "trajectory"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int | None] = mapped_column(ForeignKey("guest.id"), index=True)
    location_id: Mapped[int | None] = mapped_column(ForeignKey("location.id"))
    caller: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(30), default="")
    guest_name: Mapped[str] = mapped_column(String(160), doc="In the caller's words, until there is a file")
    born: Mapped[PartialDate | None]
    town: Mapped[str] = mapped_column(String(80), default="")
    received_on: Mapped[date]
    referrer: Mapped[Referrer]
    urgency: Mapped[Urgency]
    reasons: Mapped[str] = mapped_column(Text, default="")
    wish: Mapped[str] = mapped_column(String(200), default="")
    wished_from: Mapped[date | None]
    wished_nights: Mapped[int | None]
    fixed_contact_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"))
    state: Mapped[TrajectoryState]
    next_step: Mapped[str] = mapped_column(String(200), default="")
    next_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(String(400), default="")
    outcome: Mapped[str] = mapped_column(String(400), default="")


class TrajectoryStep(Base):
    """One step that was taken: kept for ever, in order."""

    __tablename__ = "trajectory_step"
    id: Mapped[int] = mapped_column(primary_key=True)
    trajectory_id: Mapped[int] = mapped_column(ForeignKey("trajectory.id"), index=True)
    at_utc: Mapped[datetime]
    by: Mapped[str] = mapped_column("by_name", String(80))
    state: Mapped[TrajectoryState]
    note: Mapped[str] = mapped_column(String(400), default="")
