"""What a use case changed: screens that show such things read again."""

from dataclasses import dataclass
from datetime import date
from enum import Flag, auto

from logeerhuis_app.domain.bookings import BookingState


class Topic(Flag):
    """Kinds of things on screen."""

    NONE = 0
    BOOKINGS = auto()
    GUESTS = auto()
    CARE = auto()
    FUNDING = auto()
    HANDOVER = auto()
    TRAJECTORIES = auto()
    DECLARATIONS = auto()
    HOUSE = auto()
    EVERYTHING = BOOKINGS | GUESTS | CARE | FUNDING | HANDOVER | TRAJECTORIES | DECLARATIONS | HOUSE


@dataclass(frozen=True)
class Place:
    """Where and when a booking was: what a taken-back move puts back."""

    booking_id: int
    arrival: date
    departure: date
    nights: tuple[tuple[date, int | None], ...]  # night, bed
    state: BookingState
    option_until: date | None = None


@dataclass(frozen=True)
class Changes:
    """The answer of the door. ``created_id`` is the row that was made; ``before`` what an undo restores.

    ``after`` is what the deed left: an undo is refused when somebody has changed that since.
    """

    topics: Topic
    created_id: int = 0
    before: Place | None = None
    after: Place | None = None
    number: str = ""
    lines: tuple[int, ...] = ()  # of the record, as the door wrote them
