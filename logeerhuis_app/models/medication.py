"""The pharmacy's list as a reference, its lines as a transcript, and who handles the medicines."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.medication import (
    DoseUnit,
    HighRisk,
    MedicineForm,
    Packaging,
    Period,
    Rhythm,
    Route,
    StopType,
    StrengthUnit,
)
from logeerhuis_app.models.base import Base, Versioned


class MedicationList(Base, Versioned):
    """A reference to the pharmacy's list (zib MedicatieGebruik), with who compared it. No list to administer from.

    A new one is asked for at each stay and after each hospital; the ones before stay as they were.
    """

    __tablename__ = "medication_list"
    __table_args__ = (
        CheckConstraint("checked_by_2 = '' OR checked_by_2 <> checked_by_1", name="two_different_checkers"),
        CheckConstraint("pages IS NULL OR pages > 0", name="has_a_page"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    list_date: Mapped[date] = mapped_column(doc="As it stands on the paper")
    pharmacy: Mapped[str] = mapped_column(String(120), default="")
    origin: Mapped[str] = mapped_column(String(120), default="", doc="zib herkomst: who made it and who brought it")
    pages: Mapped[int | None] = mapped_column(doc="A page that got lost is noticed; empty: not counted")
    checked_by_1: Mapped[str] = mapped_column(String(80), default="")
    checked_by_2: Mapped[str] = mapped_column(String(80), default="")
    checked_at_utc: Mapped[datetime | None]
    changed_on: Mapped[date | None] = mapped_column(doc="Something was stopped or taken up again after the paper")
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), doc="The scan of the paper, if kept")


class MedicationItem(Base):
    """One line of the transcript (zib MedicatieAfspraak). The database holds what must never be left out of a line."""

    __tablename__ = "medication_item"
    __table_args__ = (
        CheckConstraint(
            "NOT as_needed OR (condition <> '' AND most <> '' AND most_unit IS NOT NULL AND most_per IS NOT NULL)",
            name="as_needed_has_limits",
        ),
        CheckConstraint("dose <> '' OR (dose_amount <> '' AND dose_unit IS NOT NULL)", name="has_a_dose"),
        CheckConstraint("strength = '' OR strength_unit IS NOT NULL", name="strength_has_a_unit"),
        CheckConstraint("rhythm <> 'weekly' OR weekdays <> ''", name="weekly_has_a_weekday"),
        CheckConstraint(
            "rhythm <> 'interval' OR (every > 0 AND every_unit IS NOT NULL AND starts_on IS NOT NULL)",
            name="interval_can_be_counted",
        ),
        CheckConstraint("stop_type IS NULL OR ends_on IS NOT NULL", name="stopped_on_a_day"),
        CheckConstraint("ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on", name="ends_after_start"),
        CheckConstraint("brought_qty IS NULL OR brought_qty >= 0", name="brought_not_negative"),
        CheckConstraint("returned_qty IS NULL OR returned_qty >= 0", name="returned_not_negative"),
        CheckConstraint("brought_by_2 = '' OR brought_by_2 <> brought_by_1", name="brought_by_two_people"),
        CheckConstraint("returned_by_2 = '' OR returned_by_2 <> returned_by_1", name="returned_by_two_people"),
        CheckConstraint(
            "packaging IS NULL OR packaging <> 'week_box' OR packaging_note <> ''", name="week_box_says_why"
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    list_id: Mapped[int] = mapped_column(ForeignKey("medication_list.id"), index=True)
    order: Mapped[int] = mapped_column("sort_order", default=0)
    name: Mapped[str] = mapped_column(String(160), doc="zib Medication, SubstanceCode: the substance")
    brand: Mapped[str] = mapped_column(String(120), default="", doc="The brand on the box, beside the substance")
    strength: Mapped[str] = mapped_column(String(40), default="", doc="zib Concentration: «0.5», «100/25»")
    strength_unit: Mapped[StrengthUnit | None] = mapped_column(doc="zib Concentration, unit")
    form: Mapped[MedicineForm | None] = mapped_column(doc="zib PharmaceuticalForm; empty: not on the list")
    dose: Mapped[str] = mapped_column(String(80), default="", doc="The pharmacy's words where no number fits")
    dose_amount: Mapped[str] = mapped_column(String(20), default="", doc="zib Dose: «0.5»")
    dose_unit: Mapped[DoseUnit | None] = mapped_column(doc="zib Dose, unit")
    route: Mapped[Route | None] = mapped_column(doc="zib RouteOfAdministration; empty: not on the list")
    times: Mapped[list[Any]] = mapped_column(JSON, default=list, doc="zib AdministrationTime, wall clock: «8:00»")
    day_parts: Mapped[str] = mapped_column(String(40), default="", doc="zib TimeOfDay: «morning,night»")
    rhythm: Mapped[Rhythm] = mapped_column(default=Rhythm.DAILY)
    weekdays: Mapped[str] = mapped_column(String(30), default="", doc="zib WeekDay: «mon,thu»; a weekly one has one")
    every: Mapped[int | None] = mapped_column(doc="zib Interval: every so many, counted from starts_on")
    every_unit: Mapped[Period | None] = mapped_column(doc="zib Interval, unit")
    as_needed: Mapped[bool] = mapped_column(default=False, doc="zib ZoNodig")
    condition: Mapped[str] = mapped_column(String(160), default="", doc="zib ZoNodig, Condition (criterium)")
    most: Mapped[str] = mapped_column(String(20), default="", doc="zib ZoNodig, MaximumDose")
    most_unit: Mapped[DoseUnit | None] = mapped_column(doc="zib MaximumDose, unit")
    most_per: Mapped[Period | None] = mapped_column(doc="zib MaximumDose, period")
    starts_on: Mapped[date | None] = mapped_column(doc="zib PeriodOfUse, start")
    ends_on: Mapped[date | None] = mapped_column(doc="zib PeriodOfUse, end; with a stop type the day of stopping")
    stop_type: Mapped[StopType | None] = mapped_column(doc="zib StopType; empty: not stopped, or a course that ends")
    stop_note: Mapped[str] = mapped_column(String(160), default="", doc="Who said so: stopped, or taken up again")
    reason: Mapped[str] = mapped_column(String(160), default="", doc="zib ReasonForUse")
    prescriber: Mapped[str] = mapped_column(String(120), default="", doc="zib Prescriber")
    instruction: Mapped[str] = mapped_column(String(200), default="", doc="zib AdditionalInstructions")
    double_check: Mapped[bool] = mapped_column(
        default=False, doc="As marked by the pharmacy; zib 2017 DoubleCheckPerformed"
    )
    high_risk: Mapped[HighRisk | None] = mapped_column(doc="A tag; the program weighs nothing")
    packaging: Mapped[Packaging | None] = mapped_column(doc="zib DistributionForm")
    packaging_note: Mapped[str] = mapped_column(String(200), default="", doc="Why a week box is accepted")
    brought_qty: Mapped[int | None] = mapped_column(doc="Counted at arrival; empty: not counted")
    brought_by_1: Mapped[str] = mapped_column(String(80), default="")
    brought_by_2: Mapped[str] = mapped_column(String(80), default="", doc="Of an opioid two people count")
    returned_qty: Mapped[int | None] = mapped_column(doc="Counted at departure; empty: not counted")
    returned_by_1: Mapped[str] = mapped_column(String(80), default="")
    returned_by_2: Mapped[str] = mapped_column(String(80), default="")
    is_to_check: Mapped[bool] = mapped_column(default=False, doc="Copied from an earlier stay, not yet compared")
