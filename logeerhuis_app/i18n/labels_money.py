"""What the coded values of funding and declaring are called on screen and paper."""

from enum import Enum

from logeerhuis_app.domain import declaring, funding
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
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
}
