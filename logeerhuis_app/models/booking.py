"""Bookings and their nights: the rows that make a double booking impossible."""

from datetime import date, datetime, time

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.bookings import BookingLabel, BookingState, Presence
from logeerhuis_app.domain.declaring import Billing
from logeerhuis_app.models.base import Base, Versioned


class Booking(Base, Versioned):
    """A bed kept for a guest (Dutch: boeking), or what became of it. [arrival, departure)."""

    __tablename__ = "booking"
    __table_args__ = (
        CheckConstraint("departure > arrival", name="departs_after_arrival"),
        Index("ix_booking_arrival_departure", "arrival", "departure"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), index=True)
    arrival: Mapped[date]
    departure: Mapped[date]
    arrival_time: Mapped[time | None]
    departure_time: Mapped[time | None]
    state: Mapped[BookingState] = mapped_column(index=True)
    label: Mapped[BookingLabel]
    option_until: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(400), default="")
    end_reason: Mapped[str] = mapped_column(String(400), default="", doc="Why cancelled or shortened")
    destination: Mapped[str] = mapped_column(String(80), default="")
    checked_in_at_utc: Mapped[datetime | None]
    checked_out_at_utc: Mapped[datetime | None]
    trajectory_id: Mapped[int | None] = mapped_column(ForeignKey("trajectory.id"), index=True)


class Night(Base):
    """One night of one bed: taken by a booking or by a closure.

    ``unique(bed, night)`` and ``unique(guest, night)`` are the promise that nobody sleeps in a taken bed and
    nobody sleeps twice. Respite at home is a night without a bed.
    """

    __tablename__ = "night"
    __table_args__ = (
        UniqueConstraint("bed_id", "night", name="uq_night_bed"),
        UniqueConstraint("guest_id", "night", name="uq_night_guest"),
        CheckConstraint(
            "(booking_id IS NOT NULL AND guest_id IS NOT NULL AND closure_id IS NULL)"
            " OR (booking_id IS NULL AND guest_id IS NULL AND closure_id IS NOT NULL AND bed_id IS NOT NULL)",
            name="guest_or_closure",
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    night: Mapped[date] = mapped_column(index=True, doc="Date of its evening")
    bed_id: Mapped[int | None] = mapped_column(ForeignKey("bed.id"))
    guest_id: Mapped[int | None] = mapped_column(ForeignKey("guest.id"))
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("booking.id"), index=True)
    closure_id: Mapped[int | None] = mapped_column(ForeignKey("closure.id"), index=True)
    presence: Mapped[Presence] = mapped_column(default=Presence.PLANNED)
    billing: Mapped[Billing] = mapped_column(default=Billing.NORMAL)
