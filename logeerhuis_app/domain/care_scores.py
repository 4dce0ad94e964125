"""Barthel and Katz: how much a guest does without help, in points that are added up here and nowhere else.

Nothing is concluded from a total: it is shown with its day, and a person weighs it. A score of which an item is open
has no total.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from logeerhuis_app.domain.checks import Reason, require_not_future
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired


class ScoreKind(StrEnum):
    """Source: Barthel index in 20 points: C. Collin and others, «The Barthel ADL Index: a reliability study»,
    International Disability Studies 10 (1988). Katz index in 6 points: S. Katz and others, JAMA 185 (1963).
    """

    BARTHEL = "barthel"
    KATZ = "katz"


class ScoreItem(StrEnum):
    """The items of both, by what they are about; zib BarthelIndex and FunctioneleOfMentaleStatus."""

    BOWELS = "bowels"  # FECAL
    BLADDER = "bladder"  # URIN
    GROOMING = "grooming"  # GROOM
    TOILET = "toilet"  # TOIL
    FEEDING = "feeding"  # FEED
    TRANSFER = "transfer"  # TRANS
    MOBILITY = "mobility"  # MOBIL
    DRESSING = "dressing"  # DRESS
    STAIRS = "stairs"  # CLIMB
    BATHING = "bathing"  # BATH
    CONTINENCE = "continence"


MOST_POINTS: dict[ScoreKind, dict[ScoreItem, int]] = {
    ScoreKind.BARTHEL: {
        ScoreItem.BOWELS: 2,
        ScoreItem.BLADDER: 2,
        ScoreItem.GROOMING: 1,
        ScoreItem.TOILET: 2,
        ScoreItem.FEEDING: 2,
        ScoreItem.TRANSFER: 3,
        ScoreItem.MOBILITY: 3,
        ScoreItem.DRESSING: 2,
        ScoreItem.STAIRS: 2,
        ScoreItem.BATHING: 1,
    },
    ScoreKind.KATZ: dict.fromkeys(
        (
            *(ScoreItem.BATHING, ScoreItem.DRESSING, ScoreItem.TOILET, ScoreItem.TRANSFER),
            *(ScoreItem.CONTINENCE, ScoreItem.FEEDING),
        ),
        1,
    ),
}
"""The items of each index in the order of its form, with the points of who needs no help at all."""


class ScoreClass(StrEnum):
    """Bands of the Barthel total: 20, 15-19, 10-14, 5-9, 0-4.

    The words for the highest and the lowest are those of the index in Dutch use; the three between are the house's own.
    """

    INDEPENDENT = "independent"
    MOSTLY = "mostly"
    PARTLY = "partly"
    MUCH_HELP = "much_help"
    FULL_HELP = "full_help"


_FROM = (
    (20, ScoreClass.INDEPENDENT),
    (15, ScoreClass.MOSTLY),
    (10, ScoreClass.PARTLY),
    (5, ScoreClass.MUCH_HELP),
    (0, ScoreClass.FULL_HELP),
)

Items = Mapping[ScoreItem, int]


@dataclass(frozen=True)
class Score:
    """What was seen on one day; what was not scored is not in ``items``."""

    kind: ScoreKind
    items: Items = field(default_factory=dict)

    @property
    def asked(self) -> int:
        """How many items there are."""
        return len(MOST_POINTS[self.kind])

    @property
    def most(self) -> int:
        return sum(MOST_POINTS[self.kind].values())

    @property
    def total(self) -> int | None:
        """None while an item is open: a sum of some items would read as more help than there is."""
        return sum(self.items.values()) if len(self.items) == self.asked else None

    @property
    def score_class(self) -> ScoreClass | None:
        """Of a whole Barthel; the Katz has no bands."""
        total = self.total
        if self.kind is not ScoreKind.BARTHEL or total is None:
            return None
        return next(word for least, word in _FROM if total >= least)


def require_score(score: Score, taken_on: date | None, today: date) -> date:
    """The day on which it was scored.

    Raises:
        FieldRequired: no item, or no day.
        FieldInvalid: an item of another index, points that it does not have, a day to come.
    """
    if taken_on is None:
        raise FieldRequired("taken_on")
    require_not_future("taken_on", taken_on, today)
    allowed = MOST_POINTS[score.kind]
    if not score.items:
        raise FieldRequired(next(iter(allowed)).value)
    for item, points in score.items.items():
        if item not in allowed or not 0 <= points <= allowed[item]:
            raise FieldInvalid(item.value, str(points), Reason.UNKNOWN_CODE)
    return taken_on
