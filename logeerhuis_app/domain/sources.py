"""Where the house has something from that can harm a guest."""

from enum import StrEnum


class InfoSource(StrEnum):
    """Who or what said so. Source: data dictionary, «every safety item carries»."""

    GUEST = "guest"
    CARER = "carer"
    GP = "gp"
    PHARMACY = "pharmacy"
    OBSERVATION = "observation"
    DOCUMENT = "document"
