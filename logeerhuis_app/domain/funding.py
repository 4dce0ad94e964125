"""Who pays, under which law, on which basis (Dutch: financiering)."""

from enum import StrEnum


class Law(StrEnum):
    """The law under which a night is paid."""

    WMO = "wmo"
    WLZ = "wlz"
    ZVW = "zvw"
    PRIVATE = "private"
    SUBSIDY = "subsidy"


class Basis(StrEnum):
    """What a rate depends on beside contract and date."""

    WMO = "wmo"
    MPT = "mpt"
    VPT = "vpt"
    PGB = "pgb"
    ELV = "elv"
    PRIVATE = "private"


LAW_OF_BASIS: dict[Basis, Law] = {
    Basis.WMO: Law.WMO,
    Basis.MPT: Law.WLZ,
    Basis.VPT: Law.WLZ,
    Basis.PGB: Law.PRIVATE,  # the budget holder pays the house, whichever law gave the budget
    Basis.ELV: Law.ZVW,
    Basis.PRIVATE: Law.PRIVATE,
}


class PayerKind(StrEnum):
    MUNICIPALITY = "municipality"
    CARE_OFFICE = "care_office"  # zorgkantoor
    INSURER = "insurer"
    GUEST = "guest"  # private or pgb: the guest or the budget holder
    OTHER = "other"


class Arrangement(StrEnum):
    """How a contract pays."""

    PER_NIGHT = "per_night"
    LUMP_SUM = "lump_sum"


class Frequency(StrEnum):
    """Over which stretch an allocation's volume counts. Source: iWmo 3.2 code list WMO757."""

    WEEK = "2"
    MONTH = "4"
    TOTAL = "6"


WLZ_NIGHTS_A_YEAR = 156
"""Logeeropvang: at most 156 nights a calendar year. Source: VGZ zorgkantoren, «Logeren»; a warning, never a refusal."""

NIGHT_UNIT = "14"
"""Etmaal. Source: iWmo 3.2 code list WJ756."""
