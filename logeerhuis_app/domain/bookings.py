"""What a booking can be and become (Dutch: boeking, verblijf)."""

from datetime import date, timedelta
from enum import StrEnum

from logeerhuis_app.domain.errors import TransitionRefused


class BookingState(StrEnum):
    """The life of a booking; Source: data dictionary C2."""

    WAITING = "waiting"  # wachtlijst: keeps no bed
    OPTION = "option"
    CONFIRMED = "confirmed"
    PRESENT = "present"
    AWAY = "away"  # tijdelijk afwezig: hospital or home visit
    LEFT = "left"
    CLOSED = "closed"  # afgesloten: in a fixed declaration
    CANCELLED_GUEST = "cancelled_guest"
    CANCELLED_HOUSE = "cancelled_house"
    NO_SHOW = "no_show"
    WITHDRAWN = "withdrawn"  # booked by mistake and taken back at once: counts nowhere


class BookingLabel(StrEnum):
    """Why this stay: a label and not a kind of its own, for the border between them proved worthless."""

    TRIAL = "trial"
    INCIDENTAL = "incidental"
    STRUCTURAL = "structural"
    URGENT = "urgent"
    BRIDGING = "bridging"


class Presence(StrEnum):
    """Where the guest was on one night of the booking."""

    PLANNED = "planned"
    SLEPT = "slept"
    AWAY = "away"  # hospital or home: not counted unless a contract says so
    NO_SHOW = "no_show"


class CheckInGate(StrEnum):
    """What must be known before a guest counts as present. Source: data dictionary C1 step 6 and C5."""

    IDENTITY = "identity"
    ALLERGY = "allergy"
    RESUSCITATION = "resuscitation"
    MEDICATION = "medication"
    MEDICATION_CARE = "medication_care"
    CONTACT = "contact"
    HOME_CARE = "home_care"
    WANDERING = "wandering"
    FALLING = "falling"
    SWALLOWING = "swallowing"


class BedKind(StrEnum):
    """What a bed is meant for."""

    FIXED = "fixed"
    FLEXIBLE = "flexible"
    ELV = "elv"
    CRISIS = "crisis"
    WLZ = "wlz"


class ClosureReason(StrEnum):
    INFECTION = "infection"
    MAINTENANCE = "maintenance"
    STAFF = "staff"
    HOLIDAY = "holiday"


HOLDS_BED = frozenset(
    {BookingState.OPTION, BookingState.CONFIRMED, BookingState.PRESENT, BookingState.AWAY}
    | {BookingState.LEFT, BookingState.CLOSED}
)
MOVABLE = frozenset({BookingState.OPTION, BookingState.CONFIRMED, BookingState.PRESENT, BookingState.AWAY})
CANCELLABLE = frozenset({BookingState.WAITING, BookingState.OPTION, BookingState.CONFIRMED})
CANCELLED = frozenset(
    {BookingState.CANCELLED_GUEST, BookingState.CANCELLED_HOUSE, BookingState.NO_SHOW, BookingState.WITHDRAWN}
)
EXPECTED = frozenset({BookingState.OPTION, BookingState.CONFIRMED})
IN_HOUSE = frozenset({BookingState.PRESENT, BookingState.AWAY})
GONE = frozenset({BookingState.LEFT, BookingState.CLOSED})

NEXT_STATES: dict[BookingState, frozenset[BookingState]] = {
    BookingState.WAITING: frozenset({BookingState.OPTION, BookingState.CANCELLED_GUEST}),
    BookingState.OPTION: frozenset(
        {
            BookingState.CONFIRMED,
            BookingState.CANCELLED_GUEST,
            BookingState.CANCELLED_HOUSE,
            BookingState.WITHDRAWN,
        }
    ),
    BookingState.CONFIRMED: frozenset(
        {
            BookingState.PRESENT,
            BookingState.NO_SHOW,
            BookingState.CANCELLED_GUEST,
            BookingState.CANCELLED_HOUSE,
            BookingState.WITHDRAWN,
        }
    ),
    # Back to confirmed only when the wrong guest was checked in, and only within a day.
    BookingState.PRESENT: frozenset({BookingState.AWAY, BookingState.LEFT, BookingState.CONFIRMED}),
    BookingState.AWAY: frozenset({BookingState.PRESENT, BookingState.LEFT}),
    BookingState.LEFT: frozenset({BookingState.PRESENT, BookingState.CLOSED}),
    BookingState.CLOSED: frozenset(),
    BookingState.CANCELLED_GUEST: frozenset(),
    BookingState.CANCELLED_HOUSE: frozenset(),
    BookingState.NO_SHOW: frozenset(),
    BookingState.WITHDRAWN: frozenset(),
}

OPTION_WORKING_DAYS = 5


def require_transition(before: BookingState, after: BookingState) -> None:
    """Raises: TransitionRefused, unless the table of states allows the step."""
    if after not in NEXT_STATES[before]:
        raise TransitionRefused(before.value, after.value)


def option_expiry(today: date) -> date:
    """The last day of an option: five working days from today, weekends not counted."""
    day, left = today, OPTION_WORKING_DAYS
    while left:
        day += timedelta(days=1)
        left -= day.weekday() < 5
    return day
