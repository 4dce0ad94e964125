"""What Barthel and Katz, their items and their bands are called: short words of the house's own."""

from enum import Enum

from logeerhuis_app.domain.care_scores import ScoreClass, ScoreItem, ScoreKind
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    ScoreKind: (
        "ScoreKind",
        {ScoreKind.BARTHEL: NP_("ScoreKind", "Barthel"), ScoreKind.KATZ: NP_("ScoreKind", "Katz")},
    ),
    ScoreItem: (
        "ScoreItem",
        {
            ScoreItem.BOWELS: NP_("ScoreItem", "Bowels"),
            ScoreItem.BLADDER: NP_("ScoreItem", "Bladder"),
            ScoreItem.GROOMING: NP_("ScoreItem", "Grooming"),
            ScoreItem.TOILET: NP_("ScoreItem", "Going to the toilet"),
            ScoreItem.FEEDING: NP_("ScoreItem", "Eating"),
            ScoreItem.TRANSFER: NP_("ScoreItem", "From bed to chair"),
            ScoreItem.MOBILITY: NP_("ScoreItem", "Moving about"),
            ScoreItem.DRESSING: NP_("ScoreItem", "Dressing"),
            ScoreItem.STAIRS: NP_("ScoreItem", "Stairs"),
            ScoreItem.BATHING: NP_("ScoreItem", "Bath or shower"),
            ScoreItem.CONTINENCE: NP_("ScoreItem", "Continence"),
        },
    ),
    ScoreClass: (
        "ScoreClass",
        {
            ScoreClass.INDEPENDENT: NP_("ScoreClass", "independent"),
            ScoreClass.MOSTLY: NP_("ScoreClass", "independent for the most part"),
            ScoreClass.PARTLY: NP_("ScoreClass", "needs help in part"),
            ScoreClass.MUCH_HELP: NP_("ScoreClass", "needs much help"),
            ScoreClass.FULL_HELP: NP_("ScoreClass", "needs help with everything"),
        },
    ),
}
