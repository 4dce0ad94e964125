"""What the coded values of guests and the people around them are called on screen and paper."""

from enum import Enum

from logeerhuis_app.domain import guests
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
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
            guests.ProfessionalRole.DENTIST: NP_("ProfessionalRole", "dentist"),
            guests.ProfessionalRole.GP_NEARBY: NP_("ProfessionalRole", "GP near the house"),
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
            guests.HelpKind.THERAPY: NP_("HelpKind", "therapy"),
            guests.HelpKind.CHURCH: NP_("HelpKind", "church"),
            guests.HelpKind.NEIGHBOURS: NP_("HelpKind", "neighbours"),
            guests.HelpKind.OTHER: NP_("HelpKind", "other"),
        },
    ),
    guests.CarerLoad: (
        "CarerLoad",
        {
            guests.CarerLoad.NOT_ASKED: NP_("CarerLoad", "not asked"),
            guests.CarerLoad.UNKNOWN: NP_("CarerLoad", "asked, unknown"),
            guests.CarerLoad.NOT_BURDENED: NP_("CarerLoad", "not burdened"),
            guests.CarerLoad.LIGHT: NP_("CarerLoad", "lightly burdened"),
            guests.CarerLoad.HEAVY: NP_("CarerLoad", "heavily burdened"),
            guests.CarerLoad.OVERBURDENED: NP_("CarerLoad", "severely overburdened"),
        },
    ),
}
