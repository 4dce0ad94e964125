"""What the coded values of rights and retention are called on screen and paper."""

from enum import Enum

from logeerhuis_app.domain import retention, rights
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    rights.RightKind: (
        "RightKind",
        {
            rights.RightKind.ACCESS: NP_("RightKind", "see the own file"),
            rights.RightKind.CORRECTION: NP_("RightKind", "put something right"),
            rights.RightKind.RESTRICTION: NP_("RightKind", "restrict the file"),
            rights.RightKind.REMOVAL: NP_("RightKind", "destroy the file"),
        },
    ),
    rights.Asker: (
        "Asker",
        {
            rights.Asker.GUEST: NP_("Asker", "the guest"),
            rights.Asker.REPRESENTATIVE: NP_("Asker", "the representative"),
            rights.Asker.GP: NP_("Asker", "the GP"),
            rights.Asker.HOUSE: NP_("Asker", "the house itself"),
        },
    ),
    rights.Decision: (
        "Decision",
        {
            rights.Decision.OPEN: NP_("Decision", "not decided yet"),
            rights.Decision.GRANTED: NP_("Decision", "granted"),
            rights.Decision.REFUSED: NP_("Decision", "refused"),
        },
    ),
    rights.RestrictionGround: (
        "RestrictionGround",
        {
            rights.RestrictionGround.ACCURACY: NP_("RestrictionGround", "whether it is right is disputed"),
            rights.RestrictionGround.UNLAWFUL: NP_("RestrictionGround", "it should not have been recorded"),
            rights.RestrictionGround.CLAIM: NP_("RestrictionGround", "the guest needs it for a legal claim"),
            rights.RestrictionGround.OBJECTION: NP_(
                "RestrictionGround", "the guest objects, and that is being weighed"
            ),
        },
    ),
    retention.Part: (
        "RetentionPart",
        {
            retention.Part.CARE: NP_("RetentionPart", "care file"),
            retention.Part.FINANCE: NP_("RetentionPart", "finance"),
        },
    ),
    retention.RemovalGround: (
        "RemovalGround",
        {
            retention.RemovalGround.REQUEST: NP_("RemovalGround", "on request"),
            retention.RemovalGround.TERM: NP_("RemovalGround", "the retention period is over"),
        },
    ),
}
