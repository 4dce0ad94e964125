"""What the parts of the intake are called on screen and paper, and how far they are."""

from enum import Enum

from logeerhuis_app.domain.intake import FileList, IntakePart, PartState
from logeerhuis_app.i18n import NP_

WORDS: dict[type[Enum], tuple[str, dict[Enum, str]]] = {
    IntakePart: (
        "IntakePart",
        {
            IntakePart.WHO: NP_("IntakePart", "who the guest is"),
            IntakePart.THIS_IS_ME: NP_("IntakePart", "this is me"),
            IntakePart.PEOPLE: NP_("IntakePart", "the people around"),
            IntakePart.HELP: NP_("IntakePart", "help at home"),
            IntakePart.WISHES: NP_("IntakePart", "wishes and agreements"),
            IntakePart.HEALTH: NP_("IntakePart", "health and alerts"),
            IntakePart.ALLERGY: NP_("IntakePart", "allergies"),
            IntakePart.MEDICATION: NP_("IntakePart", "medication"),
            IntakePart.USE: NP_("IntakePart", "self-care medicines and alcohol"),
            IntakePart.MOVING: NP_("IntakePart", "moving and falling"),
            IntakePart.SELF_CARE: NP_("IntakePart", "washing, dressing, eating"),
            IntakePart.TOILET: NP_("IntakePart", "toilet and skin"),
            IntakePart.BODY: NP_("IntakePart", "oxygen and infection"),
            IntakePart.EATING: NP_("IntakePart", "eating and drinking"),
            IntakePart.NIGHT: NP_("IntakePart", "night"),
            IntakePart.MIND: NP_("IntakePart", "behaviour and approach"),
            IntakePart.APPEARANCE: NP_("IntakePart", "appearance"),
            IntakePart.ESTIMATE: NP_("IntakePart", "care need estimated now"),
        },
    ),
    FileList: (
        "FileList",
        {
            FileList.CONTACTS: NP_("FileList", "contact persons"),
            FileList.PROFESSIONALS: NP_("FileList", "professionals"),
            FileList.HELP: NP_("FileList", "help at home"),
            FileList.PROBLEMS: NP_("FileList", "conditions"),
            FileList.ALERTS: NP_("FileList", "alerts"),
        },
    ),
    PartState: (
        "PartState",
        {
            PartState.NOT_ASKED: NP_("PartState", "not asked"),
            PartState.PARTLY: NP_("PartState", "partly asked"),
            PartState.NONE: NP_("PartState", "none"),
            PartState.UNKNOWN: NP_("PartState", "asked, unknown"),
            PartState.FILLED: NP_("PartState", "filled in"),
        },
    ),
}
