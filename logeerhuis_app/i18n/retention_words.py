"""What stands in the way of destroying a file, and what the house does about keeping, in words."""

from logeerhuis_app.domain.retention import Obstacle
from logeerhuis_app.i18n import N_, _

OBSTACLES: dict[Obstacle, str] = {
    Obstacle.DESTROYED: N_("the care file is destroyed already"),
    Obstacle.IN_HOUSE: N_("the guest is in the house"),
    Obstacle.STAY_AHEAD: N_("a stay is planned"),
    Obstacle.DECLARATION_OPEN: N_("nights still have to be declared"),
    Obstacle.RESTRICTED: N_("the file is restricted: it is needed as it is"),
    Obstacle.KEPT_LONGER: N_("the house decided to keep it longer"),
    Obstacle.TERM_RUNS: N_("the retention period runs, and nobody asked for it"),
}

WAYS_OUT: dict[Obstacle, str] = {
    Obstacle.IN_HOUSE: N_("Wait until the guest has left."),
    Obstacle.STAY_AHEAD: N_("Cancel the stay that is planned, or wait until it is over."),
    Obstacle.DECLARATION_OPEN: N_("Fix the declarations first: without a name and a BSN they cannot be sent any more."),
    Obstacle.RESTRICTED: N_("Lift the restriction first, and tell whoever asked for it."),
    Obstacle.KEPT_LONGER: N_("Change the day until which it is kept, with a reason."),
    Obstacle.TERM_RUNS: N_("If the guest asks for it, record that request first."),
}


def obstacle_words(code: str) -> str:
    """«een verblijf is gepland»; a code that is not known is shown as it stands."""
    return _(OBSTACLES[Obstacle(code)]) if code in set(Obstacle) else code


def way_out(code: str) -> str:
    """What to do about it; empty where there is nothing to do."""
    words = WAYS_OUT.get(Obstacle(code)) if code in set(Obstacle) else None
    return _(words) if words else ""
