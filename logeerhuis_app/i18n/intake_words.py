"""What the parts of the intake are called on screen and paper."""

from logeerhuis_app.domain.intake import SECTION_OF_PART, IntakePart
from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.labels import label

_TITLES: dict[IntakePart, str] = {
    IntakePart.WHO: N_("Who the guest is"),
    IntakePart.PEOPLE: N_("The people around"),
    IntakePart.HELP: N_("Help at home"),
    IntakePart.WISHES: N_("Wishes and agreements"),
    IntakePart.HEALTH: N_("Health and alerts"),
    IntakePart.ALLERGY: N_("Allergies and intolerances"),
    IntakePart.MEDICATION: N_("Medication"),
    IntakePart.ESTIMATE: N_("Care need estimated now"),
}


def part_title(part: IntakePart) -> str:
    """«Wie de gast is»; a part of the file is called as in the file."""
    section = SECTION_OF_PART.get(part)
    return label(section) if section is not None else _(_TITLES[part])
