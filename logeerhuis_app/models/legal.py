"""Who decides for a guest, for what the guest can decide, and what was laid down about treatment."""

from datetime import date

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.legal import Directive, LivingWillKind, Representation, Seen, Treatment
from logeerhuis_app.models.base import Base, Versioned
from logeerhuis_app.models.sourced import Sourced


class Representative(Base, Versioned):
    """Somebody who decides for the guest. zib JuridischeSituatie: Vertegenwoordiging."""

    __tablename__ = "representative"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[Representation] = mapped_column(doc="zib JuridischeSituatie: Vertegenwoordiging")
    name: Mapped[str] = mapped_column(String(120), doc="zib Contactpersoon: Naamgegevens")
    phone: Mapped[str] = mapped_column(String(30), default="")
    paper: Mapped[Seen] = mapped_column(default=Seen.NOT_ASKED, doc="Whether the order or authorisation was seen")
    valid_from: Mapped[date | None] = mapped_column(doc="zib JuridischeSituatie: DatumAanvang")
    valid_until: Mapped[date | None] = mapped_column(doc="zib JuridischeSituatie: DatumEinde")
    note: Mapped[str] = mapped_column(String(400), default="")


class CapacityNote(Base, Versioned):
    """For one decision: whether the guest can make it. Never one yes or no for everything (Dutch: wilsbekwaam).

    No zib has this.
    """

    __tablename__ = "capacity_note"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    decision: Mapped[str] = mapped_column(String(200), doc="About what")
    judgement: Mapped[str] = mapped_column(String(400), doc="What was found, in words")
    judged_by: Mapped[str] = mapped_column(String(120), default="")
    judged_on: Mapped[date | None]


class TreatmentDirective(Base, Versioned, Sourced):
    """What was agreed about one treatment. zib BehandelAanwijzing. No row means «not discussed»."""

    __tablename__ = "treatment_directive"
    __table_args__ = (UniqueConstraint("guest_id", "treatment"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    treatment: Mapped[Treatment] = mapped_column(doc="zib BehandelAanwijzing: Behandeling")
    decision: Mapped[Directive] = mapped_column(doc="zib BehandelAanwijzing: BehandelBesluit")
    text: Mapped[str] = mapped_column(String(400), default="", doc="zib BehandelAanwijzing: SpecificatieAnders")
    discussed_with: Mapped[str] = mapped_column(String(120), default="", doc="zib BehandelAanwijzing: BesprokenMet")
    discussed_on: Mapped[date | None] = mapped_column(doc="zib BehandelAanwijzing: MeestRecenteBespreekdatum")


class LivingWill(Base, Versioned):
    """What the guest wrote down for later (Dutch: wilsverklaring). zib Wilsverklaring."""

    __tablename__ = "living_will"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[LivingWillKind] = mapped_column(doc="zib Wilsverklaring: WilsverklaringType")
    dated_on: Mapped[date | None] = mapped_column(doc="zib Wilsverklaring: WilsverklaringDatum")
    paper: Mapped[Seen] = mapped_column(default=Seen.NOT_ASKED, doc="zib Wilsverklaring: WilsverklaringDocument")
    text: Mapped[str] = mapped_column(String(400), default="", doc="zib Wilsverklaring: Toelichting")
