"""What screens and prints show of a guest; one shape for banner, list, file and card."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from logeerhuis_app.domain.care import (
    AllergyCategory,
    AllergyStatus,
    AnswerState,
    CareTopic,
    Criticality,
    DuringStay,
    InfoScope,
    Resuscitation,
    Sensitivity,
    Severity,
    Wandering,
)
from logeerhuis_app.domain.contact_points import MorePhone
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.guests import (
    FileStatus,
    Gender,
    HelpKind,
    MaritalStatus,
    ProfessionalRole,
    Relationship,
)
from logeerhuis_app.domain.health import (
    DementiaStage,
    EuAllergen,
    ProblemKind,
    Reaction,
    ReactionSeverity,
    Verification,
)
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.person import (
    AddressKind,
    ContactRole,
    EndReason,
    FrequencyPeriod,
    FrequencyUnit,
    HouseKind,
    IdentityDocument,
    LifeStance,
    LivingSituation,
    NameUsage,
)
from logeerhuis_app.domain.rights import Asker, Decision, RightKind
from logeerhuis_app.domain.sources import InfoSource
from logeerhuis_app.services.rows.care_score import ScoreRow
from logeerhuis_app.services.rows.documents import Papers, PhotoRow
from logeerhuis_app.services.rows.funding import AllocationRow, StayRow
from logeerhuis_app.services.rows.legal import LegalRow
from logeerhuis_app.services.rows.medication import MedicationRow


@dataclass(frozen=True)
class GuestRef:
    """Two identifiers, always together: the name as it is spoken and the birth date."""

    guest_id: int
    guest_no: str
    name: str  # «Piet van den Berg»
    born: PartialDate
    age: int
    town: str
    has_namesake: bool = False


@dataclass(frozen=True)
class Origin:
    """From whom the house has something that can harm, who wrote it down, and who asked again."""

    source: InfoSource | None = None
    recorded_at_utc: datetime | None = None
    recorded_by: str = ""
    verified_at_utc: datetime | None = None
    verified_by: str = ""


UNKNOWN_ORIGIN = Origin()


@dataclass(frozen=True)
class AllergyRow:
    allergy_id: int
    agent: str
    reaction: str
    criticality: Criticality
    sensitivity: Sensitivity
    rescue: str = ""  # rescue medicine and where it lies
    category: AllergyCategory = AllergyCategory.OTHER
    version: int = 0
    eu_allergen: EuAllergen | None = None
    reactions: tuple[Reaction, ...] = ()
    own_reaction: str = ""  # as typed; ``reaction`` is all of it in words
    reaction_severity: ReactionSeverity | None = None
    last_reaction: PartialDate | None = None
    origin: Origin = UNKNOWN_ORIGIN
    valid_from: date | None = None


@dataclass(frozen=True)
class AlertRow:
    alert_id: int
    name: str  # «dwaalt 's nachts», already in words
    action: str  # what to do; never empty
    severity: Severity
    kind: str = ""
    own_name: str = ""  # as typed; empty: the kind's own word
    version: int = 0
    starts_on: date | None = None
    review_on: date | None = None
    origin: Origin = UNKNOWN_ORIGIN


@dataclass(frozen=True)
class SafetyBanner:
    """Everything that can kill, in words, for the banner that never scrolls away.

    ``allergies`` is filled only if the status is «known»; «not asked» is its own status and shown as such.
    """

    guest: GuestRef
    allergy_status: AllergyStatus
    allergies: tuple[AllergyRow, ...] = ()
    allergy_confirmed_on: date | None = None
    resuscitation: Resuscitation = Resuscitation.NOT_DISCUSSED
    resuscitation_text: str = ""  # what «other» means, or with whom it was discussed
    resuscitation_on: date | None = None
    resuscitation_origin: Origin = UNKNOWN_ORIGIN
    alerts: tuple[AlertRow, ...] = ()  # red first
    room: str = ""
    photo: PhotoRow = field(default_factory=PhotoRow)


@dataclass(frozen=True)
class GuestListRow:
    """One line in the list of guests."""

    guest: GuestRef
    law: Law | None
    is_in_house: bool = False
    comes_this_week: bool = False
    has_trial: bool = False
    room: str = ""


@dataclass(frozen=True)
class GuestListing:
    """What a search found: as many lines as a person reads, and how many there are in all, or at least."""

    rows: tuple[GuestListRow, ...] = ()
    total: int = 0
    is_more: bool = False


@dataclass(frozen=True)
class AnswerRow:
    """The answer to one question of care; ``code`` only for topics with a list of answers."""

    topic: CareTopic
    state: AnswerState
    code: str = ""
    text: str = ""
    version: int = 0  # 0: never saved
    answered_at_utc: datetime | None = None
    origin: Origin = UNKNOWN_ORIGIN  # of what can harm; of other answers nobody asks


def walks_away(answers: Iterable[AnswerRow]) -> bool:
    """Whether this guest leaves the house, or was missing before."""
    codes = (row.code for row in answers if row.topic is CareTopic.WANDERING)
    return any(code.isdigit() and int(code) >= Wandering.LEAVES for code in codes)


@dataclass(frozen=True)
class ContactRow:
    contact_id: int
    order: int  # 1 first, 2 second, 3 and on: others
    name: str
    relationship: str  # in words
    phone: str
    may_collect: bool
    info_scope: InfoScope
    lives_with_guest: bool
    is_representative: bool = False
    away_from: date | None = None
    away_until: date | None = None
    note: str = ""
    version: int = 0
    kind: Relationship = Relationship.OTHER
    roles: tuple[ContactRole, ...] = ()
    more_phones: tuple[MorePhone, ...] = ()
    email: str = ""
    address: str = ""
    collect_note: str = ""
    info_agreed_by: str = ""
    info_agreed_on: date | None = None
    travel_minutes: int | None = None
    reach_note: str = ""
    key_note: str = ""
    stands_in: str = ""  # who decides while this person is away


@dataclass(frozen=True)
class ProfessionalRow:
    """GP, pharmacy, case manager, district nurse."""

    professional_id: int
    role: str
    name: str
    organisation: str
    phone: str
    kind: ProfessionalRole = ProfessionalRole.OTHER
    version: int = 1
    agb: str = ""
    note: str = ""


@dataclass(frozen=True)
class HelpRow:
    """Help at home and what happens to it during the stay."""

    help_id: int
    kind: str
    law: Law | None
    frequency: str  # in words: «4 dagdelen per week»
    during_stay: DuringStay
    note: str = ""
    kind_code: HelpKind = HelpKind.OTHER
    version: int = 1
    is_voluntary: bool = False
    provider: str = ""
    phone: str = ""
    often: int | None = None
    often_most: int | None = None
    often_unit: FrequencyUnit = FrequencyUnit.TIMES
    often_period: FrequencyPeriod = FrequencyPeriod.WEEK
    weekdays: tuple[int, ...] = ()
    own_words: str = ""  # how often, as typed


@dataclass(frozen=True)
class ProblemRow:
    problem_id: int
    name: str  # in words: «dementie (gevorderd)»
    detail: str
    is_leading: bool
    version: int = 1
    kind: ProblemKind = ProblemKind.OTHER
    own_name: str = ""
    stage: DementiaStage | None = None
    started: PartialDate | None = None
    ended: PartialDate | None = None
    verification: Verification | None = None


@dataclass(frozen=True)
class ListStatement:
    """What was said of a list with nothing on it: «none», or nobody knows."""

    state: AnswerState
    recorded_at_utc: datetime
    recorded_by: str


@dataclass(frozen=True)
class LogRow:
    """One line of the guest's log in plain words."""

    at_utc: datetime
    user: str
    what: str
    values: tuple[str, ...] = ()  # «woonplaats: Helmond → Gemert», where something was changed


@dataclass(frozen=True)
class GuestPerson:
    """Who the guest is; what a role may not see is empty and its ``may_see_`` flag false."""

    guest: GuestRef
    given_name: str
    first_names: str
    prefix: str
    last_name: str
    form_of_address: str
    gender: str
    marital_status: str
    bsn: str  # masked, «••••• 634»; empty when unknown or not allowed. In full only through ``show_bsn``
    may_see_bsn: bool
    identity_checked_on: date | None
    street: str
    house_no: str
    postcode: str
    town: str
    municipality: str
    municipality_code: str
    phone: str
    email: str
    lives_with: str
    version: int = 0
    gender_code: Gender = Gender.UNKNOWN
    marital_code: MaritalStatus | None = None
    identity_document: IdentityDocument | None = None
    identity_number: str = ""  # masked, as the BSN
    file_status: FileStatus = FileStatus.ACTIVE
    end_reason: EndReason | None = None
    ended_on: date | None = None
    initials: str = ""
    partner_prefix: str = ""
    partner_last_name: str = ""
    name_usage: NameUsage = NameUsage.OWN
    address_kind: AddressKind = AddressKind.HOME
    house_letter: str = ""
    house_addition: str = ""
    municipality_since: date | None = None
    more_phones: tuple[MorePhone, ...] = ()
    more_emails: tuple[str, ...] = ()
    language: str = ""  # ISO 639-1; empty: not asked
    interpreter_needed: bool | None = None
    life_stance: LifeStance | None = None
    life_stance_text: str = ""
    living_situation: LivingSituation | None = None
    house_kind: HouseKind | None = None
    fixed_contact_id: int | None = None


@dataclass(frozen=True)
class RequestRow:
    """One request about the own file, its decision, and the guest's statement if one was handed in."""

    request_id: int
    kind: RightKind
    received_on: date
    asker: Asker
    asker_name: str
    ground: str
    wish: str
    decision: Decision
    decided_on: date | None
    decided_by: str
    reason: str
    statement: str
    version: int


@dataclass(frozen=True)
class GuestFile:
    """The whole file as one overview; empty tuples mean «nothing recorded», the states say what that means."""

    person: GuestPerson
    banner: SafetyBanner
    answers: dict[CareTopic, AnswerRow] = field(default_factory=dict)
    contacts: tuple[ContactRow, ...] = ()
    professionals: tuple[ProfessionalRow, ...] = ()
    help_at_home: tuple[HelpRow, ...] = ()
    problems: tuple[ProblemRow, ...] = ()
    medication: MedicationRow = field(default_factory=MedicationRow)
    legal: LegalRow = field(default_factory=LegalRow)
    allocations: tuple[AllocationRow, ...] = ()
    stays: tuple[StayRow, ...] = ()
    fixed_contact: str = ""
    corrections: tuple[RequestRow, ...] = ()  # what the guest wants to have put right, and says about it
    restricted_on: date | None = None
    allergy_confirmed_by: str = ""
    papers: Papers = field(default_factory=Papers)
    scores: tuple[ScoreRow, ...] = ()  # Barthel and Katz, the latest first
    may_see_care: bool = True
    may_see_funding: bool = True
    may_see_carer: bool = True
    said: dict[FileList, ListStatement] = field(default_factory=dict)  # of lists that are empty
    changed: frozenset[str] = frozenset()  # keys of what changed since the last stay, where that was asked for

    def state_of(self, which: FileList) -> AnswerState:
        """An empty list is «none» only where somebody said so."""
        rows: dict[FileList, tuple[object, ...]] = {
            FileList.CONTACTS: self.contacts,
            FileList.PROFESSIONALS: self.professionals,
            FileList.HELP: self.help_at_home,
            FileList.PROBLEMS: self.problems,
            FileList.ALERTS: self.banner.alerts,
        }
        if rows[which]:
            return AnswerState.GIVEN
        return self.said[which].state if which in self.said else AnswerState.NOT_ASKED

    @property
    def leaves_the_house(self) -> bool:
        """Whether somebody may have to look for this guest outside."""
        return walks_away(self.answers.values())
