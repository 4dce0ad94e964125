"""Codes about people: the guest, the carers around the guest, the professionals."""

import unicodedata
from enum import StrEnum
from functools import lru_cache


class Gender(StrEnum):
    """zib Patient: Geslacht."""

    MALE = "M"
    FEMALE = "F"
    UNDIFFERENTIATED = "UN"
    UNKNOWN = "UNK"


class MaritalStatus(StrEnum):
    """zib BurgerlijkeStaat; empty means not asked."""

    MARRIED = "M"
    WIDOWED = "W"
    DIVORCED = "D"
    SINGLE = "S"
    PARTNERSHIP = "T"
    UNKNOWN = "U"


class FileStatus(StrEnum):
    APPLICATION = "application"
    ACTIVE = "active"
    RESTING = "resting"
    ENDED = "ended"
    DESTROYED = "destroyed"  # nothing but a number and what finance must keep
    MERGED = "merged"  # nothing but a number that leads to the file of the same person


OPEN_FILES = frozenset({FileStatus.APPLICATION, FileStatus.ACTIVE, FileStatus.RESTING})
FOUND_FILES = OPEN_FILES | {FileStatus.ENDED}
"""What a search shows; an ended file only by its words."""


class Relationship(StrEnum):
    """What a contact person is to the guest."""

    SPOUSE = "spouse"
    PARTNER = "partner"
    DAUGHTER = "daughter"
    SON = "son"
    IN_LAW = "in_law"
    SISTER = "sister"
    BROTHER = "brother"
    COUSIN = "cousin"  # nicht, neef
    GRANDCHILD = "grandchild"
    NEIGHBOUR = "neighbour"
    FRIEND = "friend"
    OTHER = "other"


class ProfessionalRole(StrEnum):
    GP = "gp"
    PHARMACY = "pharmacy"
    CASE_MANAGER = "case_manager"
    DISTRICT_NURSING = "district_nursing"
    SPECIALIST = "specialist"
    DENTIST = "dentist"
    GP_NEARBY = "gp_nearby"  # covers the house's address where the own GP does not come
    OTHER = "other"


class HelpKind(StrEnum):
    """zib HulpVanAnderen: SoortHulp."""

    DISTRICT_NURSING = "district_nursing"
    DAY_CARE = "day_care"
    HOUSEHOLD = "household"
    CASE_MANAGEMENT = "case_management"
    VOLUNTEER = "volunteer"
    TRANSPORT = "transport"
    MEALS = "meals"
    THERAPY = "therapy"
    CHURCH = "church"
    NEIGHBOURS = "neighbours"
    OTHER = "other"


VISITS = frozenset(
    {HelpKind.DISTRICT_NURSING, HelpKind.DAY_CARE, HelpKind.TRANSPORT, HelpKind.VOLUNTEER, HelpKind.THERAPY}
)
"""Help that goes on during a stay enters the house with these, or takes the guest out of it."""


class CarerLoad(StrEnum):
    """How heavy the caring is, in the carer's own words."""

    NOT_ASKED = "not_asked"
    UNKNOWN = "unknown"
    NOT_BURDENED = "not_burdened"
    LIGHT = "light"
    HEAVY = "heavy"
    OVERBURDENED = "overburdened"


@lru_cache(maxsize=16_384)
def fold(text: str) -> str:
    """Lower case without diacritics: how names are compared and searched («Zoë» is found by «zoe»)."""
    plain = unicodedata.normalize("NFKD", text.replace("ĳ", "ij").replace("Ĳ", "IJ"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold().strip()


def full_name(given_name: str, prefix: str, last_name: str) -> str:
    """«Piet van den Berg»; a family that gave no last name yet is called by the given name alone."""
    return " ".join(part for part in (given_name, prefix, last_name) if part)
