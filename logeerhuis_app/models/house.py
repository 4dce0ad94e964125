"""The house: locations, rooms, beds and when they are closed."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.bookings import BedKind, ClosureReason
from logeerhuis_app.domain.house_facts import USUAL_LOCK_MINUTES
from logeerhuis_app.domain.matching import Condition, Effect
from logeerhuis_app.domain.retention import CARE_YEARS, FINANCE_YEARS
from logeerhuis_app.models.base import Base, Versioned


class House(Base):
    """The one row about this installation."""

    __tablename__ = "house"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    is_practice: Mapped[bool] = mapped_column(doc="The practice house: test persons only, framed on screen and paper")
    lock_minutes: Mapped[int] = mapped_column(
        default=USUAL_LOCK_MINUTES, doc="So long may nobody touch a key or the mouse before a PC of the house locks"
    )
    care_years: Mapped[int] = mapped_column(default=CARE_YEARS, doc="Care files are kept so long after the last change")
    finance_years: Mapped[int] = mapped_column(default=FINANCE_YEARS, doc="Whole years after the book year")


class Location(Base, Versioned):
    """One address with beds (Dutch: locatie) and the provider that declares for it."""

    __tablename__ = "location"
    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(String(10), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    provider: Mapped[str] = mapped_column(String(120), doc="The care organisation that declares")
    target_group: Mapped[str] = mapped_column(String(400), default="")
    street: Mapped[str] = mapped_column(String(120), default="")
    postcode: Mapped[str] = mapped_column(String(7), default="")
    town: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(30), default="")
    agb: Mapped[str] = mapped_column(String(8), default="", doc="Provider code, 8 digits, no check digit")
    kvk: Mapped[str] = mapped_column(String(8), default="")
    iban: Mapped[str] = mapped_column(String(34), default="")
    vat_id: Mapped[str] = mapped_column(String(20), default="", doc="Empty: exempt")
    vat_exemption: Mapped[str] = mapped_column(String(200), default="", doc="The sentence that stands on paper")
    takes_wlz: Mapped[bool] = mapped_column(default=True)
    has_supervision_24_7: Mapped[bool] = mapped_column(default=False)
    needs_indication: Mapped[bool] = mapped_column(default=True)
    turnover_minutes: Mapped[int] = mapped_column(default=60, doc="Cleaning between two guests")


class LocationRule(Base):
    """What a location does not take, or only after consultation (Dutch: contra-indicatie)."""

    __tablename__ = "location_rule"
    id: Mapped[int] = mapped_column(primary_key=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), index=True)
    condition: Mapped[Condition]
    effect: Mapped[Effect]


class Room(Base, Versioned):
    __tablename__ = "room"
    id: Mapped[int] = mapped_column(primary_key=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), index=True)
    name: Mapped[str] = mapped_column(String(60), doc="As people say it: «Kamer 3»")
    features: Mapped[str] = mapped_column(String(120), default="", doc="In words, for the eye: «tillift · rolstoel»")
    is_wheelchair_accessible: Mapped[bool] = mapped_column(default=False)
    has_lift: Mapped[bool] = mapped_column(default=False)
    has_supervision: Mapped[bool] = mapped_column(default=False, doc="Near the staff, also at night")
    is_quiet: Mapped[bool] = mapped_column(default=False)


class Bed(Base):
    """What is booked: a bed, never a room."""

    __tablename__ = "bed"
    id: Mapped[int] = mapped_column(primary_key=True)
    room_id: Mapped[int] = mapped_column(ForeignKey("room.id"), index=True)
    code: Mapped[str] = mapped_column(String(12), unique=True)
    kind: Mapped[BedKind]
    order: Mapped[int] = mapped_column("sort_order", default=0)
    closed_from: Mapped[date | None] = mapped_column(
        doc="Closed for good (Dutch: opgeheven): the first night on which nobody can sleep here; empty: in use"
    )


class Closure(Base):
    """Nights on which beds cannot be given (Dutch: sluiting); it takes the nights by the same constraint as a stay."""

    __tablename__ = "closure"
    __table_args__ = (CheckConstraint("until_day > from_day", name="ends_after_it_starts"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    from_day: Mapped[date] = mapped_column(doc="First closed night")
    until_day: Mapped[date] = mapped_column(doc="First night that is open again")
    reason: Mapped[ClosureReason]
    note: Mapped[str] = mapped_column(String(400), default="")
