"""What the one search of the house finds, and what narrows down the list of guests."""

from dataclasses import dataclass
from enum import StrEnum


class HitKind(StrEnum):
    GUEST = "guest"
    STAY = "stay"
    ROOM = "room"
    ACTION = "action"


@dataclass(frozen=True)
class SearchHit:
    """One line of the list under the search field, best first.

    ``subtitle`` tells two alike apart: birth date and town of a guest, dates and room of a stay, the key of an action.
    """

    kind: HitKind
    id: int | str
    title: str
    subtitle: str = ""
    badge: str = ""


class GuestFilter(StrEnum):
    """The pills above the list; more than one means: all of them."""

    IN_HOUSE = "in_house"
    THIS_WEEK = "this_week"
    TRIAL = "trial"
