"""What each coded value is called on screen and paper.

One context per kind of value, so that the same English word may be two Dutch ones.
"""

from enum import Enum

from logeerhuis_app.domain import bookings, care, declaring, funding, guests, handover, roles, trajectory
from logeerhuis_app.i18n import NP_, pgettext
from logeerhuis_app.i18n.labels_rights import WORDS as RIGHTS_WORDS


def label(value: Enum) -> str:
    """The word for one value, in the language of the screen.

    Raises:
        KeyError: a value without a word; a test finds it before a user does.
    """
    context, words = WORDS[type(value)]
    return pgettext(context, words[value])


WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    bookings.BookingState: (
        "BookingState",
        {
            bookings.BookingState.WAITING: NP_("BookingState", "on the waiting list"),
            bookings.BookingState.OPTION: NP_("BookingState", "option"),
            bookings.BookingState.CONFIRMED: NP_("BookingState", "confirmed"),
            bookings.BookingState.PRESENT: NP_("BookingState", "in the house"),
            bookings.BookingState.AWAY: NP_("BookingState", "temporarily away"),
            bookings.BookingState.LEFT: NP_("BookingState", "left"),
            bookings.BookingState.CLOSED: NP_("BookingState", "closed off"),
            bookings.BookingState.CANCELLED_GUEST: NP_("BookingState", "cancelled by the guest"),
            bookings.BookingState.CANCELLED_HOUSE: NP_("BookingState", "cancelled by the house"),
            bookings.BookingState.NO_SHOW: NP_("BookingState", "did not come"),
            bookings.BookingState.WITHDRAWN: NP_("BookingState", "booked by mistake"),
        },
    ),
    bookings.BookingLabel: (
        "BookingLabel",
        {
            bookings.BookingLabel.TRIAL: NP_("BookingLabel", "trial stay"),
            bookings.BookingLabel.INCIDENTAL: NP_("BookingLabel", "incidental"),
            bookings.BookingLabel.STRUCTURAL: NP_("BookingLabel", "regular"),
            bookings.BookingLabel.URGENT: NP_("BookingLabel", "urgent"),
            bookings.BookingLabel.BRIDGING: NP_("BookingLabel", "bridging"),
        },
    ),
    bookings.Presence: (
        "Presence",
        {
            bookings.Presence.PLANNED: NP_("Presence", "planned"),
            bookings.Presence.SLEPT: NP_("Presence", "slept"),
            bookings.Presence.AWAY: NP_("Presence", "away"),
            bookings.Presence.NO_SHOW: NP_("Presence", "did not come"),
        },
    ),
    bookings.CheckInGate: (
        "CheckInGate",
        {
            bookings.CheckInGate.IDENTITY: NP_("CheckInGate", "identity established"),
            bookings.CheckInGate.ALLERGY: NP_("CheckInGate", "allergy asked"),
            bookings.CheckInGate.RESUSCITATION: NP_("CheckInGate", "resuscitation asked"),
            bookings.CheckInGate.MEDICATION: NP_("CheckInGate", "medication list of the pharmacy"),
            bookings.CheckInGate.MEDICATION_CARE: NP_("CheckInGate", "who manages the medicines"),
            bookings.CheckInGate.CONTACT: NP_("CheckInGate", "first and second contact person"),
            bookings.CheckInGate.HOME_CARE: NP_("CheckInGate", "home care during the stay"),
            bookings.CheckInGate.WANDERING: NP_("CheckInGate", "wandering asked"),
            bookings.CheckInGate.FALLING: NP_("CheckInGate", "falling asked"),
            bookings.CheckInGate.SWALLOWING: NP_("CheckInGate", "swallowing asked"),
        },
    ),
    bookings.BedKind: (
        "BedKind",
        {
            bookings.BedKind.FIXED: NP_("BedKind", "respite bed, fixed"),
            bookings.BedKind.FLEXIBLE: NP_("BedKind", "respite bed, flexible"),
            bookings.BedKind.ELV: NP_("BedKind", "ELV bed"),
            bookings.BedKind.CRISIS: NP_("BedKind", "crisis bed"),
            bookings.BedKind.WLZ: NP_("BedKind", "Wlz bed"),
        },
    ),
    bookings.ClosureReason: (
        "ClosureReason",
        {
            bookings.ClosureReason.INFECTION: NP_("ClosureReason", "infection"),
            bookings.ClosureReason.MAINTENANCE: NP_("ClosureReason", "maintenance"),
            bookings.ClosureReason.STAFF: NP_("ClosureReason", "staff shortage"),
            bookings.ClosureReason.HOLIDAY: NP_("ClosureReason", "holiday"),
        },
    ),
    funding.Law: (
        "Law",
        {
            funding.Law.WMO: NP_("Law", "Wmo"),
            funding.Law.WLZ: NP_("Law", "Wlz"),
            funding.Law.ZVW: NP_("Law", "Zvw"),
            funding.Law.PRIVATE: NP_("Law", "private"),
            funding.Law.SUBSIDY: NP_("Law", "subsidy"),
        },
    ),
    funding.Basis: (
        "Basis",
        {
            funding.Basis.WMO: NP_("Basis", "Wmo"),
            funding.Basis.MPT: NP_("Basis", "Wlz, modular package at home (mpt)"),
            funding.Basis.VPT: NP_("Basis", "Wlz, full package at home (vpt)"),
            funding.Basis.PGB: NP_("Basis", "personal budget (pgb)"),
            funding.Basis.ELV: NP_("Basis", "Zvw, primary care stay (ELV)"),
            funding.Basis.PRIVATE: NP_("Basis", "private"),
        },
    ),
    funding.PayerKind: (
        "PayerKind",
        {
            funding.PayerKind.MUNICIPALITY: NP_("PayerKind", "municipality"),
            funding.PayerKind.CARE_OFFICE: NP_("PayerKind", "care office"),
            funding.PayerKind.INSURER: NP_("PayerKind", "health insurer"),
            funding.PayerKind.GUEST: NP_("PayerKind", "private or personal budget"),
            funding.PayerKind.OTHER: NP_("PayerKind", "other"),
        },
    ),
    funding.Arrangement: (
        "Arrangement",
        {
            funding.Arrangement.PER_NIGHT: NP_("Arrangement", "per night"),
            funding.Arrangement.LUMP_SUM: NP_("Arrangement", "lump sum"),
        },
    ),
    funding.Frequency: (
        "Frequency",
        {
            funding.Frequency.WEEK: NP_("Frequency", "per week"),
            funding.Frequency.MONTH: NP_("Frequency", "per month"),
            funding.Frequency.TOTAL: NP_("Frequency", "in total"),
        },
    ),
    care.AnswerState: (
        "AnswerState",
        {
            care.AnswerState.NOT_ASKED: NP_("AnswerState", "not asked"),
            care.AnswerState.UNKNOWN: NP_("AnswerState", "asked, unknown"),
            care.AnswerState.NONE: NP_("AnswerState", "none"),
            care.AnswerState.GIVEN: NP_("AnswerState", "filled in"),
        },
    ),
    care.AllergyStatus: (
        "AllergyStatus",
        {
            care.AllergyStatus.NOT_ASKED: NP_("AllergyStatus", "NOT ASKED"),
            care.AllergyStatus.NONE_KNOWN: NP_("AllergyStatus", "none known"),
            care.AllergyStatus.KNOWN: NP_("AllergyStatus", "known"),
            care.AllergyStatus.UNAVAILABLE: NP_("AllergyStatus", "data not available"),
        },
    ),
    care.Criticality: (
        "Criticality",
        {
            care.Criticality.MILD: NP_("Criticality", "mild"),
            care.Criticality.MODERATE: NP_("Criticality", "moderate"),
            care.Criticality.SEVERE: NP_("Criticality", "severe"),
            care.Criticality.FATAL: NP_("Criticality", "life-threatening"),
        },
    ),
    care.Sensitivity: (
        "Sensitivity",
        {
            care.Sensitivity.ALLERGY: NP_("Sensitivity", "allergy"),
            care.Sensitivity.INTOLERANCE: NP_("Sensitivity", "intolerance"),
        },
    ),
    care.AllergyCategory: (
        "AllergyCategory",
        {
            care.AllergyCategory.FOOD: NP_("AllergyCategory", "food"),
            care.AllergyCategory.MEDICATION: NP_("AllergyCategory", "medicine"),
            care.AllergyCategory.ENVIRONMENT: NP_("AllergyCategory", "environment"),
            care.AllergyCategory.SUBSTANCE: NP_("AllergyCategory", "substance"),
            care.AllergyCategory.OTHER: NP_("AllergyCategory", "other"),
        },
    ),
    care.Resuscitation: (
        "Resuscitation",
        {
            care.Resuscitation.NOT_DISCUSSED: NP_("Resuscitation", "not discussed"),
            care.Resuscitation.YES: NP_("Resuscitation", "yes"),
            care.Resuscitation.NO: NP_("Resuscitation", "no"),
            care.Resuscitation.OTHER: NP_("Resuscitation", "otherwise"),
        },
    ),
    care.AlertKind: (
        "AlertKind",
        {
            care.AlertKind.WANDERING: NP_("AlertKind", "wanders"),
            care.AlertKind.FALLING: NP_("AlertKind", "falls"),
            care.AlertKind.CHOKING: NP_("AlertKind", "chokes"),
            care.AlertKind.AGGRESSION: NP_("AlertKind", "aggression"),
            care.AlertKind.FIRE: NP_("AlertKind", "fire hazard"),
            care.AlertKind.INFECTION: NP_("AlertKind", "infection"),
            care.AlertKind.EPILEPSY: NP_("AlertKind", "epilepsy"),
            care.AlertKind.PACEMAKER: NP_("AlertKind", "pacemaker or ICD"),
            care.AlertKind.BLOOD_THINNER: NP_("AlertKind", "blood thinner"),
            care.AlertKind.INSULIN: NP_("AlertKind", "insulin"),
            care.AlertKind.OXYGEN: NP_("AlertKind", "oxygen"),
            care.AlertKind.CATHETER: NP_("AlertKind", "catheter"),
            care.AlertKind.RESISTANT_BACTERIA: NP_("AlertKind", "resistant bacteria (MRSA, BRMO)"),
            care.AlertKind.OTHER: NP_("AlertKind", "other"),
        },
    ),
    care.Severity: (
        "Severity",
        {
            care.Severity.RED: NP_("Severity", "life risk"),
            care.Severity.AMBER: NP_("Severity", "attention"),
            care.Severity.INFO: NP_("Severity", "information"),
        },
    ),
    care.Wandering: (
        "Wandering",
        {
            care.Wandering.NONE: NP_("Wandering", "does not wander"),
            care.Wandering.INDOORS: NP_("Wandering", "searches inside the house"),
            care.Wandering.LEAVES: NP_("Wandering", "leaves the house"),
            care.Wandering.MISSING_BEFORE: NP_("Wandering", "has been missing before"),
        },
    ),
    care.MedicationCare: (
        "MedicationCare",
        {
            care.MedicationCare.SELF: NP_("MedicationCare", "manages medicines alone"),
            care.MedicationCare.HELP: NP_("MedicationCare", "help needed with medicines"),
            care.MedicationCare.TAKEN_OVER: NP_("MedicationCare", "medicines taken over completely"),
        },
    ),
    care.DuringStay: (
        "DuringStay",
        {
            care.DuringStay.COMES_ALONG: NP_("DuringStay", "comes along"),
            care.DuringStay.TAKEN_OVER: NP_("DuringStay", "taken over by the house"),
            care.DuringStay.PAUSED: NP_("DuringStay", "paused"),
            care.DuringStay.OPEN: NP_("DuringStay", "still to be arranged"),
        },
    ),
    care.InfoScope: (
        "InfoScope",
        {
            care.InfoScope.EVERYTHING: NP_("InfoScope", "everything"),
            care.InfoScope.PRACTICAL: NP_("InfoScope", "practical matters only"),
            care.InfoScope.NOTHING: NP_("InfoScope", "nothing"),
        },
    ),
    care.Section: (
        "Section",
        {
            care.Section.EATING: NP_("Section", "Eating and drinking"),
            care.Section.MOVING: NP_("Section", "Moving and falling"),
            care.Section.TOILET: NP_("Section", "Toilet and skin"),
            care.Section.NIGHT: NP_("Section", "Night"),
            care.Section.MIND: NP_("Section", "Behaviour and approach"),
            care.Section.THIS_IS_ME: NP_("Section", "This is me"),
        },
    ),
    care.CareTopic: (
        "CareTopic",
        {
            care.CareTopic.DRINK_LEVEL: NP_("CareTopic", "Drinks (IDDSI 0–4)"),
            care.CareTopic.FOOD_LEVEL: NP_("CareTopic", "Food (IDDSI 3–7)"),
            care.CareTopic.CHOKING: NP_("CareTopic", "Choking"),
            care.CareTopic.DIET: NP_("CareTopic", "Diet"),
            care.CareTopic.EATING_HELP: NP_("CareTopic", "Help with eating"),
            care.CareTopic.LIKES: NP_("CareTopic", "Likes"),
            care.CareTopic.DISLIKES: NP_("CareTopic", "Rather not"),
            care.CareTopic.ADL_OVERALL: NP_("CareTopic", "ADL"),
            care.CareTopic.WASHING: NP_("CareTopic", "Washing, dressing"),
            care.CareTopic.MOBILITY: NP_("CareTopic", "Mobility"),
            care.CareTopic.TRANSFER: NP_("CareTopic", "Transfer"),
            care.CareTopic.FALL_RISK: NP_("CareTopic", "Falling"),
            care.CareTopic.AIDS: NP_("CareTopic", "Aids"),
            care.CareTopic.TOILET: NP_("CareTopic", "Toilet"),
            care.CareTopic.CATHETER: NP_("CareTopic", "Catheter"),
            care.CareTopic.SKIN: NP_("CareTopic", "Skin"),
            care.CareTopic.NIGHT: NP_("CareTopic", "Night"),
            care.CareTopic.SUPERVISION: NP_("CareTopic", "Supervision"),
            care.CareTopic.WANDERING: NP_("CareTopic", "Wandering"),
            care.CareTopic.MEMORY: NP_("CareTopic", "Memory"),
            care.CareTopic.BEHAVIOUR: NP_("CareTopic", "Behaviour"),
            care.CareTopic.WHAT_HELPS: NP_("CareTopic", "What helps"),
            care.CareTopic.SENSES: NP_("CareTopic", "Sight and hearing"),
            care.CareTopic.THIS_IS_ME: NP_("CareTopic", "This is me"),
            care.CareTopic.DAY_RHYTHM: NP_("CareTopic", "Day rhythm"),
        },
    ),
    guests.Gender: (
        "Gender",
        {
            guests.Gender.MALE: NP_("Gender", "man"),
            guests.Gender.FEMALE: NP_("Gender", "woman"),
            guests.Gender.UNDIFFERENTIATED: NP_("Gender", "gender undifferentiated"),
            guests.Gender.UNKNOWN: NP_("Gender", "gender unknown"),
        },
    ),
    guests.MaritalStatus: (
        "MaritalStatus",
        {
            guests.MaritalStatus.MARRIED: NP_("MaritalStatus", "married"),
            guests.MaritalStatus.WIDOWED: NP_("MaritalStatus", "widowed"),
            guests.MaritalStatus.DIVORCED: NP_("MaritalStatus", "divorced"),
            guests.MaritalStatus.SINGLE: NP_("MaritalStatus", "unmarried"),
            guests.MaritalStatus.PARTNERSHIP: NP_("MaritalStatus", "registered partnership"),
            guests.MaritalStatus.UNKNOWN: NP_("MaritalStatus", "asked, unknown"),
        },
    ),
    guests.FileStatus: (
        "FileStatus",
        {
            guests.FileStatus.APPLICATION: NP_("FileStatus", "application"),
            guests.FileStatus.ACTIVE: NP_("FileStatus", "active"),
            guests.FileStatus.RESTING: NP_("FileStatus", "resting"),
            guests.FileStatus.ENDED: NP_("FileStatus", "ended"),
            guests.FileStatus.DESTROYED: NP_("FileStatus", "destroyed"),
            guests.FileStatus.MERGED: NP_("FileStatus", "merged"),
        },
    ),
    guests.Relationship: (
        "Relationship",
        {
            guests.Relationship.SPOUSE: NP_("Relationship", "spouse"),
            guests.Relationship.PARTNER: NP_("Relationship", "partner"),
            guests.Relationship.DAUGHTER: NP_("Relationship", "daughter"),
            guests.Relationship.SON: NP_("Relationship", "son"),
            guests.Relationship.IN_LAW: NP_("Relationship", "in-law"),
            guests.Relationship.SISTER: NP_("Relationship", "sister"),
            guests.Relationship.BROTHER: NP_("Relationship", "brother"),
            guests.Relationship.COUSIN: NP_("Relationship", "niece or nephew"),
            guests.Relationship.GRANDCHILD: NP_("Relationship", "grandchild"),
            guests.Relationship.NEIGHBOUR: NP_("Relationship", "neighbour"),
            guests.Relationship.FRIEND: NP_("Relationship", "friend"),
            guests.Relationship.OTHER: NP_("Relationship", "other"),
        },
    ),
    guests.ProfessionalRole: (
        "ProfessionalRole",
        {
            guests.ProfessionalRole.GP: NP_("ProfessionalRole", "GP"),
            guests.ProfessionalRole.PHARMACY: NP_("ProfessionalRole", "pharmacy"),
            guests.ProfessionalRole.CASE_MANAGER: NP_("ProfessionalRole", "case manager"),
            guests.ProfessionalRole.DISTRICT_NURSING: NP_("ProfessionalRole", "district nursing"),
            guests.ProfessionalRole.SPECIALIST: NP_("ProfessionalRole", "specialist"),
            guests.ProfessionalRole.OTHER: NP_("ProfessionalRole", "other"),
        },
    ),
    guests.HelpKind: (
        "HelpKind",
        {
            guests.HelpKind.DISTRICT_NURSING: NP_("HelpKind", "district nursing"),
            guests.HelpKind.DAY_CARE: NP_("HelpKind", "day care"),
            guests.HelpKind.HOUSEHOLD: NP_("HelpKind", "household help"),
            guests.HelpKind.CASE_MANAGEMENT: NP_("HelpKind", "case management"),
            guests.HelpKind.VOLUNTEER: NP_("HelpKind", "volunteer"),
            guests.HelpKind.TRANSPORT: NP_("HelpKind", "transport"),
            guests.HelpKind.MEALS: NP_("HelpKind", "meals"),
            guests.HelpKind.OTHER: NP_("HelpKind", "other"),
        },
    ),
    guests.CarerLoad: (
        "CarerLoad",
        {
            guests.CarerLoad.NOT_ASKED: NP_("CarerLoad", "not asked"),
            guests.CarerLoad.NOT_BURDENED: NP_("CarerLoad", "not burdened"),
            guests.CarerLoad.LIGHT: NP_("CarerLoad", "lightly burdened"),
            guests.CarerLoad.HEAVY: NP_("CarerLoad", "heavily burdened"),
            guests.CarerLoad.OVERBURDENED: NP_("CarerLoad", "severely overburdened"),
        },
    ),
    handover.ShiftKind: (
        "ShiftKind",
        {
            handover.ShiftKind.EARLY: NP_("ShiftKind", "Morning"),
            handover.ShiftKind.LATE: NP_("ShiftKind", "Evening"),
            handover.ShiftKind.NIGHT: NP_("ShiftKind", "Night"),
        },
    ),
    handover.NoteCategory: (
        "NoteCategory",
        {
            handover.NoteCategory.GENERAL: NP_("NoteCategory", "general"),
            handover.NoteCategory.MEDICATION: NP_("NoteCategory", "medication"),
            handover.NoteCategory.EATING: NP_("NoteCategory", "eating and drinking"),
            handover.NoteCategory.NIGHT: NP_("NoteCategory", "night"),
            handover.NoteCategory.BEHAVIOUR: NP_("NoteCategory", "behaviour"),
            handover.NoteCategory.FAMILY: NP_("NoteCategory", "family"),
        },
    ),
    trajectory.TrajectoryState: (
        "TrajectoryState",
        {
            trajectory.TrajectoryState.REQUESTED: NP_("TrajectoryState", "requested"),
            trajectory.TrajectoryState.FAMILY_THINKS: NP_("TrajectoryState", "family takes time"),
            trajectory.TrajectoryState.INTAKE_PLANNED: NP_("TrajectoryState", "intake planned"),
            trajectory.TrajectoryState.INTAKE_DONE: NP_("TrajectoryState", "intake done"),
            trajectory.TrajectoryState.VISIT_PLANNED: NP_("TrajectoryState", "acquaintance planned"),
            trajectory.TrajectoryState.VISIT_DONE: NP_("TrajectoryState", "acquaintance done"),
            trajectory.TrajectoryState.WAITING_LIST: NP_("TrajectoryState", "on the waiting list"),
            trajectory.TrajectoryState.TRIAL_PLANNED: NP_("TrajectoryState", "trial stay planned"),
            trajectory.TrajectoryState.TRIAL_RUNS: NP_("TrajectoryState", "trial stay runs"),
            trajectory.TrajectoryState.TRIAL_BROKEN_OFF: NP_("TrajectoryState", "trial stay broken off"),
            trajectory.TrajectoryState.EVALUATION: NP_("TrajectoryState", "evaluation"),
            trajectory.TrajectoryState.ACTIVE_STRUCTURAL: NP_("TrajectoryState", "regular guest"),
            trajectory.TrajectoryState.ACTIVE_INCIDENTAL: NP_("TrajectoryState", "incidental guest"),
            trajectory.TrajectoryState.RESTING: NP_("TrajectoryState", "resting"),
            trajectory.TrajectoryState.REFERRED: NP_("TrajectoryState", "referred elsewhere"),
            trajectory.TrajectoryState.NOT_FITTING: NP_("TrajectoryState", "does not fit"),
            trajectory.TrajectoryState.STOPPED: NP_("TrajectoryState", "stopped"),
            trajectory.TrajectoryState.ENDED: NP_("TrajectoryState", "ended"),
        },
    ),
    trajectory.Urgency: (
        "Urgency",
        {
            trajectory.Urgency.NORMAL: NP_("Urgency", "normal"),
            trajectory.Urgency.TWO_WEEKS: NP_("Urgency", "within two weeks"),
            trajectory.Urgency.URGENT: NP_("Urgency", "urgent"),
        },
    ),
    trajectory.Referrer: (
        "Referrer",
        {
            trajectory.Referrer.FAMILY: NP_("Referrer", "family"),
            trajectory.Referrer.GP: NP_("Referrer", "GP"),
            trajectory.Referrer.CASE_MANAGER: NP_("Referrer", "case manager"),
            trajectory.Referrer.SOCIAL_TEAM: NP_("Referrer", "social team"),
            trajectory.Referrer.MUNICIPALITY: NP_("Referrer", "municipality"),
            trajectory.Referrer.HOSPITAL: NP_("Referrer", "hospital"),
            trajectory.Referrer.HOME_CARE: NP_("Referrer", "home care"),
            trajectory.Referrer.VOLUNTEERS: NP_("Referrer", "volunteers"),
            trajectory.Referrer.OTHER: NP_("Referrer", "other"),
        },
    ),
    trajectory.Stage: (
        "Stage",
        {
            trajectory.Stage.REQUEST: NP_("Stage", "Request"),
            trajectory.Stage.INTAKE: NP_("Stage", "Intake"),
            trajectory.Stage.VISIT: NP_("Stage", "Acquaintance"),
            trajectory.Stage.TRIAL: NP_("Stage", "Trial stay"),
            trajectory.Stage.EVALUATION: NP_("Stage", "Evaluation"),
            trajectory.Stage.PLAN: NP_("Stage", "Plan"),
        },
    ),
    declaring.DeclarationState: (
        "DeclarationState",
        {
            declaring.DeclarationState.DRAFT: NP_("DeclarationState", "draft"),
            declaring.DeclarationState.FIXED: NP_("DeclarationState", "fixed"),
            declaring.DeclarationState.SENT: NP_("DeclarationState", "sent"),
            declaring.DeclarationState.PAID: NP_("DeclarationState", "paid"),
            declaring.DeclarationState.REJECTED: NP_("DeclarationState", "rejected"),
            declaring.DeclarationState.CREDITED: NP_("DeclarationState", "credited"),
        },
    ),
    declaring.QuestionKind: (
        "QuestionKind",
        {
            declaring.QuestionKind.NO_PAYER: NP_("QuestionKind", "no payer"),
            declaring.QuestionKind.OUTSIDE_ALLOCATION: NP_("QuestionKind", "outside the allocation"),
            declaring.QuestionKind.VOLUME_EXCEEDED: NP_("QuestionKind", "more than was granted"),
            declaring.QuestionKind.NO_RATE: NP_("QuestionKind", "no rate"),
            declaring.QuestionKind.NO_CONTRACT: NP_("QuestionKind", "no contract"),
            declaring.QuestionKind.NO_BSN: NP_("QuestionKind", "no BSN"),
            declaring.QuestionKind.NOT_CHECKED_OUT: NP_("QuestionKind", "not recorded as slept"),
            declaring.QuestionKind.ABSENCE_OPEN: NP_("QuestionKind", "absence without an end"),
            declaring.QuestionKind.WLZ_YEAR_FULL: NP_("QuestionKind", "Wlz year is full"),
            declaring.QuestionKind.OVERLAPPING_ALLOCATIONS: NP_("QuestionKind", "overlapping allocations"),
        },
    ),
    declaring.Choice: (
        "Choice",
        {
            declaring.Choice.ASK_EXTENSION: NP_("Choice", "ask for an extension"),
            declaring.Choice.PRIVATE: NP_("Choice", "let the guest pay"),
            declaring.Choice.NOT_DECLARED: NP_("Choice", "do not declare"),
            declaring.Choice.DECLARE_ANYWAY: NP_("Choice", "declare anyway"),
            declaring.Choice.COUNT_AS_SLEPT: NP_("Choice", "count as slept"),
            declaring.Choice.COUNT_AS_ABSENT: NP_("Choice", "count as absent"),
            declaring.Choice.OPEN_FILE: NP_("Choice", "open the file"),
            declaring.Choice.OPEN_RATES: NP_("Choice", "see rates and contracts"),
        },
    ),
    declaring.Billing: (
        "Billing",
        {
            declaring.Billing.NORMAL: NP_("Billing", "by the rules"),
            declaring.Billing.PRIVATE: NP_("Billing", "the guest pays"),
            declaring.Billing.NOT_DECLARED: NP_("Billing", "not declared"),
            declaring.Billing.HELD: NP_("Billing", "extension asked"),
            declaring.Billing.ACCEPTED: NP_("Billing", "declared in spite of the warning"),
        },
    ),
    roles.Role: (
        "Role",
        {
            roles.Role.COORDINATOR: NP_("Role", "coordinator"),
            roles.Role.CARE: NP_("Role", "care staff"),
            roles.Role.ADMINISTRATOR: NP_("Role", "administrator"),
            roles.Role.MANAGER: NP_("Role", "manager"),
        },
    ),
    roles.UseCase: (
        "UseCase",
        {
            roles.UseCase.START_DAY: NP_("UseCase", "start the day"),
            roles.UseCase.SEE_TODAY: NP_("UseCase", "see what happens today"),
            roles.UseCase.SEE_PLANNING: NP_("UseCase", "see the planning"),
            roles.UseCase.PLACE_BOOKING: NP_("UseCase", "book a stay"),
            roles.UseCase.MOVE_BOOKING: NP_("UseCase", "move or change a stay"),
            roles.UseCase.CONFIRM_BOOKING: NP_("UseCase", "confirm a stay"),
            roles.UseCase.CANCEL_BOOKING: NP_("UseCase", "cancel a stay"),
            roles.UseCase.REVIVE_BOOKING: NP_("UseCase", "put back a cancelled stay"),
            roles.UseCase.CHECK_IN: NP_("UseCase", "check in a guest"),
            roles.UseCase.CHECK_OUT: NP_("UseCase", "check out a guest"),
            roles.UseCase.RECORD_ABSENCE: NP_("UseCase", "record that a guest is away"),
            roles.UseCase.CLOSE_BEDS: NP_("UseCase", "close beds"),
            roles.UseCase.FIND_GUESTS: NP_("UseCase", "search guests"),
            roles.UseCase.SEE_GUEST: NP_("UseCase", "see a guest file"),
            roles.UseCase.SEE_BSN: NP_("UseCase", "see a BSN"),
            roles.UseCase.SEE_FUNDING: NP_("UseCase", "see who pays"),
            roles.UseCase.SEE_CARE: NP_("UseCase", "see care details"),
            roles.UseCase.SEE_CARER: NP_("UseCase", "see the situation of the carer"),
            roles.UseCase.REGISTER_GUEST: NP_("UseCase", "register a guest"),
            roles.UseCase.CHANGE_GUEST: NP_("UseCase", "change a guest file"),
            roles.UseCase.CHANGE_CARE: NP_("UseCase", "change care details"),
            roles.UseCase.CHANGE_CONTACTS: NP_("UseCase", "change contact persons"),
            roles.UseCase.CHANGE_MEDICATION: NP_("UseCase", "change medication"),
            roles.UseCase.CHECK_MEDICATION: NP_("UseCase", "check medication"),
            roles.UseCase.CHANGE_FUNDING: NP_("UseCase", "change who pays"),
            roles.UseCase.SEE_HANDOVER: NP_("UseCase", "see the handover"),
            roles.UseCase.WRITE_NOTE: NP_("UseCase", "write a note"),
            roles.UseCase.ACKNOWLEDGE_HANDOVER: NP_("UseCase", "confirm that the handover was read"),
            roles.UseCase.DO_TASK: NP_("UseCase", "do a task"),
            roles.UseCase.PRINT_HANDOVER: NP_("UseCase", "print the handover"),
            roles.UseCase.SEE_TRAJECTORIES: NP_("UseCase", "see requests"),
            roles.UseCase.OPEN_TRAJECTORY: NP_("UseCase", "open a request"),
            roles.UseCase.ADVANCE_TRAJECTORY: NP_("UseCase", "take a step in a request"),
            roles.UseCase.SEE_DECLARATIONS: NP_("UseCase", "see declarations"),
            roles.UseCase.ANSWER_QUESTION: NP_("UseCase", "answer a question about a declaration"),
            roles.UseCase.FIX_DECLARATION: NP_("UseCase", "fix a declaration"),
            roles.UseCase.PRINT_DECLARATION: NP_("UseCase", "print a declaration"),
            roles.UseCase.CHANGE_HOUSE: NP_("UseCase", "change the house"),
            roles.UseCase.MANAGE_USERS: NP_("UseCase", "manage users"),
            roles.UseCase.CHANGE_OWN_PASSWORD: NP_("UseCase", "change the own password"),
            roles.UseCase.SEE_AUDIT: NP_("UseCase", "see the log"),
            roles.UseCase.EXPORT_HOUSE: NP_("UseCase", "export the whole house"),
            roles.UseCase.EXPORT_GUEST: NP_("UseCase", "export the data of a guest"),
            roles.UseCase.RECORD_REQUEST: NP_("UseCase", "record what a guest asks about the own file"),
            roles.UseCase.DECIDE_REQUEST: NP_("UseCase", "decide what a guest asked about the own file"),
            roles.UseCase.RESTRICT_FILE: NP_("UseCase", "restrict a guest file"),
            roles.UseCase.REMOVE_FILE: NP_("UseCase", "destroy a care file"),
            roles.UseCase.SEE_RETENTION: NP_("UseCase", "see which files fall due"),
            roles.UseCase.IMPORT_HOUSE: NP_("UseCase", "import a house"),
            roles.UseCase.BUILD_PRACTICE_HOUSE: NP_("UseCase", "build a practice house"),
            roles.UseCase.BACK_UP: NP_("UseCase", "make a backup"),
            roles.UseCase.RESTORE: NP_("UseCase", "restore a backup"),
        },
    ),
    **RIGHTS_WORDS,
}
"""Kind of value: its context in the catalogue, and the English word of each value."""
