"""States and questions of a declaration; the rules stand in ``domain.billing``."""

from enum import StrEnum


class DeclarationState(StrEnum):
    """concept → vastgesteld → verzonden → betaald | afgewezen → gecrediteerd."""

    DRAFT = "draft"
    FIXED = "fixed"
    SENT = "sent"
    PAID = "paid"
    REJECTED = "rejected"
    CREDITED = "credited"


class QuestionKind(StrEnum):
    """What stands between a month's nights and a declaration."""

    NO_PAYER = "no_payer"  # no allocation covers the nights at all
    OUTSIDE_ALLOCATION = "outside_allocation"  # the guest has one, but not for these nights
    VOLUME_EXCEEDED = "volume_exceeded"
    NO_RATE = "no_rate"
    NO_CONTRACT = "no_contract"
    NO_BSN = "no_bsn"
    NOT_CHECKED_OUT = "not_checked_out"  # nights past their date that were never confirmed as slept
    ABSENCE_OPEN = "absence_open"
    WLZ_YEAR_FULL = "wlz_year_full"
    OVERLAPPING_ALLOCATIONS = "overlapping_allocations"


class Choice(StrEnum):
    """What the administrator may decide about a question's nights."""

    ASK_EXTENSION = "ask_extension"  # leave them out this time and ask again next time
    PRIVATE = "private"  # the guest pays
    NOT_DECLARED = "not_declared"  # the house bears it
    DECLARE_ANYWAY = "declare_anyway"
    COUNT_AS_SLEPT = "count_as_slept"
    COUNT_AS_ABSENT = "count_as_absent"
    OPEN_FILE = "open_file"  # put it right in the guest's file
    OPEN_RATES = "open_rates"


class Billing(StrEnum):
    """What was decided for one night; ``NORMAL`` follows the rules."""

    NORMAL = "normal"
    PRIVATE = "private"
    NOT_DECLARED = "not_declared"
    HELD = "held"  # an extension was asked
    ACCEPTED = "accepted"  # declare in spite of the warning
