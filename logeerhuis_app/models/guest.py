"""The guest and the people around: contacts, professionals, help at home.

The zib elements (2020) stand with the columns, so that a later export is a renaming.
"""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.care import AllergyStatus, AnswerState, DuringStay, InfoScope, MedicationCare, Resuscitation
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.guests import FileStatus, Gender, HelpKind, MaritalStatus, ProfessionalRole, Relationship
from logeerhuis_app.domain.legal import Seen, WzdStatus
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import (
    AddressKind,
    EndReason,
    FrequencyPeriod,
    FrequencyUnit,
    HouseKind,
    IdentityDocument,
    LifeStance,
    LivingSituation,
    NameUsage,
)
from logeerhuis_app.domain.rights import RestrictionGround
from logeerhuis_app.domain.sources import InfoSource
from logeerhuis_app.models.base import Base, Versioned


class Guest(Base, Versioned):
    """Who stays (Dutch: gast, logé). zib Patient, Naamgegevens, Adresgegevens, Contactgegevens, Levensovertuiging."""

    __tablename__ = "guest"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_no: Mapped[str] = mapped_column(
        String(12), unique=True, doc="Own number, never used again; zib Patient: Identificatienummer"
    )
    bsn: Mapped[str | None] = mapped_column(
        String(9), unique=True, doc="Nine digits; only after identity was checked; zib Patient: Identificatienummer"
    )
    identity_checked_on: Mapped[date | None]
    identity_document: Mapped[IdentityDocument | None] = mapped_column(doc="Kind of document; never a copy")
    identity_number: Mapped[str] = mapped_column(String(20), default="", doc="Its number; shown masked")
    given_name: Mapped[str] = mapped_column(
        String(80), doc="Roepnaam: how the guest is called; zib Naamgegevens: Roepnaam"
    )
    first_names: Mapped[str] = mapped_column(String(120), default="", doc="zib Naamgegevens: Voornamen")
    initials: Mapped[str] = mapped_column(String(20), default="", doc="zib Naamgegevens: Initialen")
    prefix: Mapped[str] = mapped_column(String(30), default="", doc="zib Geslachtsnaam: Voorvoegsels")
    last_name: Mapped[str] = mapped_column(String(80), default="", doc="zib Geslachtsnaam: Achternaam")
    partner_prefix: Mapped[str] = mapped_column(
        String(30), default="", doc="zib GeslachtsnaamPartner: VoorvoegselsPartner"
    )
    partner_last_name: Mapped[str] = mapped_column(
        String(80), default="", doc="zib GeslachtsnaamPartner: AchternaamPartner"
    )
    name_usage: Mapped[NameUsage] = mapped_column(default=NameUsage.OWN, doc="zib Naamgegevens: Naamgebruik")
    form_of_address: Mapped[str] = mapped_column(String(80), default="")
    born: Mapped[PartialDate] = mapped_column(
        index=True, doc="A year or a month where the day is not known; zib Patient: Geboortedatum"
    )
    gender: Mapped[Gender] = mapped_column(default=Gender.UNKNOWN, doc="zib Patient: Geslacht")
    marital_status: Mapped[MaritalStatus | None] = mapped_column(doc="zib BurgerlijkeStaat")
    address_kind: Mapped[AddressKind] = mapped_column(default=AddressKind.HOME, doc="zib Adresgegevens: AdresSoort")
    street: Mapped[str] = mapped_column(String(120), default="", doc="zib Adresgegevens: Straat")
    house_no: Mapped[str] = mapped_column(String(20), default="", doc="zib Adresgegevens: Huisnummer")
    house_letter: Mapped[str] = mapped_column(String(1), default="", doc="zib Adresgegevens: Huisnummerletter")
    house_addition: Mapped[str] = mapped_column(String(10), default="", doc="zib Adresgegevens: Huisnummertoevoeging")
    postcode: Mapped[str] = mapped_column(String(7), default="", doc="zib Adresgegevens: Postcode")
    town: Mapped[str] = mapped_column(String(80), default="", doc="zib Adresgegevens: Woonplaats")
    municipality_code: Mapped[str] = mapped_column(String(4), default="", doc="CBS code; drives the Wmo payer")
    municipality: Mapped[str] = mapped_column(String(80), default="", doc="zib Adresgegevens: Gemeente")
    municipality_since: Mapped[date | None] = mapped_column(doc="Since when the guest lives in this municipality")
    phone: Mapped[str] = mapped_column(
        String(30), default="", doc="The number to call first; zib Contactgegevens: Telefoonnummer"
    )
    more_phones: Mapped[list[Any]] = mapped_column(
        JSON, default=[], doc="Other numbers: number, kind LL or MC, use HP, TMP or WP; zib Contactgegevens"
    )
    email: Mapped[str] = mapped_column(String(120), default="", doc="zib Contactgegevens: EmailAdres")
    more_emails: Mapped[list[Any]] = mapped_column(JSON, default=[], doc="Other addresses, as texts")
    language: Mapped[str] = mapped_column(
        String(2), default="", doc="ISO 639-1; empty: not asked; zib Taalvaardigheid: Communicatietaal"
    )
    interpreter_needed: Mapped[bool | None] = mapped_column(doc="Empty: not asked")
    life_stance: Mapped[LifeStance | None] = mapped_column(doc="Empty: not asked; zib Levensovertuiging")
    life_stance_text: Mapped[str] = mapped_column(String(200), default="", doc="zib Levensovertuiging: Toelichting")
    living_situation: Mapped[LivingSituation | None] = mapped_column(doc="Empty: not asked; zib Gezinssituatie")
    house_kind: Mapped[HouseKind | None] = mapped_column(doc="Empty: not asked; zib Woonsituatie: WoningType")
    lives_with: Mapped[str] = mapped_column(String(200), default="", doc="In words: with whom")
    file_status: Mapped[FileStatus] = mapped_column(default=FileStatus.ACTIVE)
    end_reason: Mapped[EndReason | None] = mapped_column(doc="Why the file ended; zib Patient: OverlijdensIndicator")
    ended_on: Mapped[date | None] = mapped_column(doc="When; with «died» zib Patient: DatumOverlijden")
    allergy_status: Mapped[AllergyStatus] = mapped_column(
        default=AllergyStatus.NOT_ASKED, doc="What it means that no allergy is written down; zib AllergieStatus"
    )
    allergy_confirmed_on: Mapped[date | None]
    allergy_confirmed_by: Mapped[str] = mapped_column(String(80), default="")
    resuscitation: Mapped[Resuscitation] = mapped_column(
        default=Resuscitation.NOT_DISCUSSED, doc="zib BehandelAanwijzing: BehandelBesluit"
    )
    resuscitation_text: Mapped[str] = mapped_column(
        String(400), default="", doc="zib BehandelAanwijzing: SpecificatieAnders"
    )
    resuscitation_on: Mapped[date | None] = mapped_column(doc="zib BehandelAanwijzing: MeestRecenteBespreekdatum")
    resuscitation_with: Mapped[str] = mapped_column(
        String(120), default="", doc="With whom; zib BehandelAanwijzing: BesprokenMet"
    )
    resuscitation_source: Mapped[InfoSource | None] = mapped_column(doc="Empty: not asked; zib Informatiebron")
    resuscitation_recorded_at_utc: Mapped[datetime | None]
    resuscitation_recorded_by: Mapped[str] = mapped_column(String(80), default="")
    resuscitation_verified_at_utc: Mapped[datetime | None] = mapped_column(doc="When it was asked again")
    resuscitation_verified_by: Mapped[str] = mapped_column(String(80), default="")
    resuscitation_seen: Mapped[Seen] = mapped_column(default=Seen.NOT_ASKED, doc="Whether a paper was seen")
    representation_state: Mapped[AnswerState] = mapped_column(
        default=AnswerState.NOT_ASKED, doc="What it means that nobody is written down as representative"
    )
    wzd_status: Mapped[WzdStatus | None] = mapped_column(
        doc="Empty: not asked; zib JuridischeSituatie: JuridischeStatus"
    )
    wzd_text: Mapped[str] = mapped_column(
        String(400), default="", doc="Measures agreed; zib VrijheidsbeperkendeInterventie"
    )
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
    order: Mapped[int] = mapped_column("sort_order", doc="1 first, 2 second contact person; zib Contactpersoon: Rol")
    name: Mapped[str] = mapped_column(String(120), doc="zib Contactpersoon: Naamgegevens")
    relationship: Mapped[Relationship] = mapped_column(doc="zib Contactpersoon: Relatie")
    roles: Mapped[list[Any]] = mapped_column(JSON, default=[], doc="zib Contactpersoon: Rol")
    phone: Mapped[str] = mapped_column(String(30), default="", doc="zib Contactgegevens: Telefoonnummer")
    more_phones: Mapped[list[Any]] = mapped_column(
        JSON, default=[], doc="Other numbers: number, kind LL or MC, use HP, TMP or WP; zib Contactgegevens"
    )
    email: Mapped[str] = mapped_column(String(120), default="", doc="zib Contactgegevens: EmailAdres")
    address: Mapped[str] = mapped_column(String(200), default="", doc="zib Contactpersoon: Adresgegevens")
    may_collect: Mapped[bool] = mapped_column(default=False)
    collect_note: Mapped[str] = mapped_column(String(200), default="", doc="How to know who comes to fetch")
    info_scope: Mapped[InfoScope] = mapped_column(default=InfoScope.PRACTICAL)
    info_agreed_by: Mapped[str] = mapped_column(String(120), default="", doc="Who agreed that this person may know")
    info_agreed_on: Mapped[date | None]
    lives_with_guest: Mapped[bool] = mapped_column(default=False)
    travel_minutes: Mapped[int | None] = mapped_column(doc="How far away; empty: not asked")
    is_representative: Mapped[bool] = mapped_column(default=False, doc="Decides where the guest cannot")
    reach_note: Mapped[str] = mapped_column(String(400), default="", doc="When and how to reach during a stay")
    key_note: Mapped[str] = mapped_column(String(400), default="", doc="Key of the guest's home, alarm")
    away_from: Mapped[date | None]
    away_until: Mapped[date | None]
    stands_in: Mapped[str] = mapped_column(String(120), default="", doc="Who decides while this person is away")
    note: Mapped[str] = mapped_column(String(400), default="")


class HealthProfessional(Base, Versioned):
    """GP, pharmacy, case manager. zib Zorgverlener."""

    __tablename__ = "health_professional"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    role: Mapped[ProfessionalRole] = mapped_column(doc="zib Zorgverlener: ZorgverlenerRol")
    name: Mapped[str] = mapped_column(String(120), default="", doc="zib Zorgverlener: Naamgegevens")
    organisation: Mapped[str] = mapped_column(String(120), default="", doc="zib Zorgaanbieder: OrganisatieNaam")
    phone: Mapped[str] = mapped_column(String(30), default="", doc="zib Contactgegevens: Telefoonnummer")
    agb: Mapped[str] = mapped_column(String(8), default="", doc="AGB code; zib Zorgverlener: Identificatienummer")
    note: Mapped[str] = mapped_column(String(400), default="")


class HelpFromOthers(Base, Versioned):
    """Help at home and who does it during the stay. zib HulpVanAnderen."""

    __tablename__ = "help_from_others"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[HelpKind] = mapped_column(doc="zib HulpVanAnderen: SoortHulp")
    law: Mapped[Law | None] = mapped_column(doc="Empty: not known")
    is_voluntary: Mapped[bool] = mapped_column(default=False, doc="Given by volunteers: no law pays")
    provider: Mapped[str] = mapped_column(String(120), default="", doc="zib HulpVanAnderen: Hulpverlener")
    phone: Mapped[str] = mapped_column(String(30), default="", doc="zib Contactgegevens: Telefoonnummer")
    often: Mapped[int | None] = mapped_column(doc="How many times; zib HulpVanAnderen: Frequentie")
    often_most: Mapped[int | None] = mapped_column(doc="At most, where it differs from week to week")
    often_unit: Mapped[FrequencyUnit] = mapped_column(
        default=FrequencyUnit.TIMES, doc="What is counted; zib HulpVanAnderen: Frequentie"
    )
    often_period: Mapped[FrequencyPeriod] = mapped_column(
        default=FrequencyPeriod.WEEK, doc="In which time; zib HulpVanAnderen: Frequentie"
    )
    weekdays: Mapped[list[Any]] = mapped_column(JSON, default=[], doc="1 Monday … 7 Sunday")
    frequency: Mapped[str] = mapped_column(
        String(120), default="", doc="In words, where numbers do not fit; zib HulpVanAnderen: Frequentie"
    )
    during_stay: Mapped[DuringStay] = mapped_column(default=DuringStay.OPEN)
    note: Mapped[str] = mapped_column(String(400), default="", doc="zib HulpVanAnderen: Toelichting")
