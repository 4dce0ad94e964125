"""The guest and the people around: contacts, professionals, help at home, the carer's own situation.

zib names (2020) stand in the docstrings, so that a later export is a renaming.
"""

from datetime import date

from sqlalchemy import ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.care import AllergyStatus, DuringStay, InfoScope, MedicationCare, Resuscitation
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.guests import (
    CarerLoad,
    FileStatus,
    Gender,
    HelpKind,
    MaritalStatus,
    ProfessionalRole,
    Relationship,
)
from logeerhuis_app.domain.rights import RestrictionGround
from logeerhuis_app.models.base import Base, Versioned


class Guest(Base, Versioned):
    """Who stays (Dutch: gast, logé). zib Patient, Naamgegevens, Adresgegevens, BehandelAanwijzing."""

    __tablename__ = "guest"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_no: Mapped[str] = mapped_column(String(12), unique=True, doc="Own number, never used again")
    bsn: Mapped[str | None] = mapped_column(String(9), unique=True, doc="Nine digits; only after identity was checked")
    identity_checked_on: Mapped[date | None]
    identity_document: Mapped[str] = mapped_column(String(60), default="", doc="Kind of document; never a copy")
    given_name: Mapped[str] = mapped_column(String(80), doc="Roepnaam: how the guest is called")
    first_names: Mapped[str] = mapped_column(String(120), default="")
    initials: Mapped[str] = mapped_column(String(20), default="")
    prefix: Mapped[str] = mapped_column(String(30), default="")
    last_name: Mapped[str] = mapped_column(String(80), default="")
    form_of_address: Mapped[str] = mapped_column(String(80), default="")
    born: Mapped[PartialDate] = mapped_column(index=True, doc="A year or a month where the day is not known")
    gender: Mapped[Gender] = mapped_column(default=Gender.UNKNOWN)
    marital_status: Mapped[MaritalStatus | None]
    street: Mapped[str] = mapped_column(String(120), default="")
    house_no: Mapped[str] = mapped_column(String(20), default="")
    postcode: Mapped[str] = mapped_column(String(7), default="")
    town: Mapped[str] = mapped_column(String(80), default="")
    municipality_code: Mapped[str] = mapped_column(String(4), default="", doc="CBS code; drives the Wmo payer")
    municipality: Mapped[str] = mapped_column(String(80), default="")
    phone: Mapped[str] = mapped_column(String(30), default="")
    email: Mapped[str] = mapped_column(String(120), default="")
    lives_with: Mapped[str] = mapped_column(String(200), default="")
    file_status: Mapped[FileStatus] = mapped_column(default=FileStatus.ACTIVE)
    allergy_status: Mapped[AllergyStatus] = mapped_column(default=AllergyStatus.NOT_ASKED)
    allergy_confirmed_on: Mapped[date | None]
    allergy_confirmed_by: Mapped[str] = mapped_column(String(80), default="")
    resuscitation: Mapped[Resuscitation] = mapped_column(default=Resuscitation.NOT_DISCUSSED)
    resuscitation_text: Mapped[str] = mapped_column(String(400), default="")
    resuscitation_on: Mapped[date | None]
    medication_care: Mapped[MedicationCare | None] = mapped_column(
        doc="zib VermogenTotZelfstandigMedicatiegebruik; empty: not asked"
    )
    bem_on: Mapped[date | None] = mapped_column(doc="Day of the BEM, how far the guest can manage; empty: not done")
    bem_result: Mapped[MedicationCare | None]
    bem_note: Mapped[str] = mapped_column(String(200), default="")
    fixed_contact_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"), doc="Fixed contact in the house")
    merged_into_id: Mapped[int | None] = mapped_column(
        ForeignKey("guest.id", deferrable=True, initially="DEFERRED"),
        index=True,
        doc="The file of the same person that was kept; this number leads there",
    )
    care_changed_on: Mapped[date | None] = mapped_column(doc="Last change of the care file: its term starts there")
    restricted_on: Mapped[date | None] = mapped_column(doc="Since when the file is closed; empty: it is open")
    restriction_ground: Mapped[RestrictionGround | None]
    restriction_reason: Mapped[str] = mapped_column(String(400), default="")
    kept_until: Mapped[date | None] = mapped_column(doc="Kept at least until this day, in spite of term or request")
    kept_reason: Mapped[str] = mapped_column(String(400), default="")


class ContactPerson(Base, Versioned):
    """Someone to call (Dutch: contactpersoon). zib Contactpersoon."""

    __tablename__ = "contact_person"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    order: Mapped[int] = mapped_column("sort_order", doc="1 first, 2 second contact person")
    name: Mapped[str] = mapped_column(String(120))
    relationship: Mapped[Relationship]
    phone: Mapped[str] = mapped_column(String(30), default="")
    may_collect: Mapped[bool] = mapped_column(default=False)
    info_scope: Mapped[InfoScope] = mapped_column(default=InfoScope.PRACTICAL)
    lives_with_guest: Mapped[bool] = mapped_column(default=False)
    is_representative: Mapped[bool] = mapped_column(default=False)
    away_from: Mapped[date | None]
    away_until: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(400), default="")


class HealthProfessional(Base, Versioned):
    """GP, pharmacy, case manager. zib Zorgverlener."""

    __tablename__ = "health_professional"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    role: Mapped[ProfessionalRole]
    name: Mapped[str] = mapped_column(String(120), default="")
    organisation: Mapped[str] = mapped_column(String(120), default="")
    phone: Mapped[str] = mapped_column(String(30), default="")


class HelpFromOthers(Base, Versioned):
    """Help at home and who does it during the stay. zib HulpVanAnderen."""

    __tablename__ = "help_from_others"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[HelpKind]
    law: Mapped[Law | None] = mapped_column(doc="Empty: not known")
    frequency: Mapped[str] = mapped_column(String(120), default="")
    during_stay: Mapped[DuringStay] = mapped_column(default=DuringStay.OPEN)
    note: Mapped[str] = mapped_column(String(400), default="")
