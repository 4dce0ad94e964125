"""The parts of the intake as headings."""

from logeerhuis_app.domain.intake import IntakePart
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label


def part_title(part: IntakePart) -> str:
    """«Wie de gast is»."""
    words = label(part)
    return capital(words)
