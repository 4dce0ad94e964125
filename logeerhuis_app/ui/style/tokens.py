"""Named colours, spaces and sizes; the only place where a colour is written down.

Text on a tint is darkened where the funder's own colour would fall under a contrast of 4.5:1 (WCAG 2.2, 1.4.3).
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from logeerhuis_app.domain.funding import Law

PAPER: Final = "#FAF8F4"
PANEL: Final = "#FFFFFF"
LINE: Final = "#E4DFD6"
LINE_STRONG: Final = "#8A8479"  # border of a field: 3:1 on paper (WCAG 2.2, 1.4.11)
INK: Final = "#1E2B30"
MUTE: Final = "#66737A"
MUTE_ON_TINT: Final = "#566268"
TEAL: Final = "#17635F"
TEAL_HOVER: Final = "#124F4C"
TEAL_TINT: Final = "#E3F0EE"
PHOTO: Final = "#D7E7E4"
RAIL: Final = "#12383A"
RAIL_ACTIVE: Final = "#1F5355"
RAIL_HOVER: Final = "#18464A"
RAIL_TEXT: Final = "#DCE9E7"
RAIL_MUTE: Final = "#AFC4C3"
RAIL_LINE: Final = "#2D5456"
ACCENT: Final = "#E8B04A"
ACCENT_INK: Final = "#3A2600"
NEUTRAL_TINT: Final = "#EFEAE3"
NEUTRAL_INK: Final = "#5E554B"
DISABLED_INK: Final = "#8B9296"
DISABLED_FILL: Final = "#F1EEE8"
TRACK: Final = "#EFEAE3"
DESK: Final = "#D8D2C8"  # under a preview of paper

AMBER: Final = "#B86E00"
AMBER_INK: Final = "#7A4A00"
AMBER_TINT: Final = "#FFF3DC"
AMBER_LINE: Final = "#F0D9A8"
RED: Final = "#B3261E"  # risk of life, nothing else
RED_TINT: Final = "#FCE8E6"
RED_LINE: Final = "#EFB8B3"

FONT_FAMILY: Final = "Atkinson Hyperlegible Next"
FONT_FALLBACK: Final = "DejaVu Sans"
FONT_PX: Final = 14  # body text at 100 %
SMALL_PX: Final = 13
TINY_PX: Final = 12
HEADING_PX: Final = 15
TITLE_PX: Final = 20
NAME_PX: Final = 24

SPACE_1: Final = 4
SPACE_2: Final = 8
SPACE_3: Final = 12
SPACE_4: Final = 16
SPACE_6: Final = 24
RADIUS: Final = 8
RADIUS_CARD: Final = 10
RAIL_WIDTH: Final = 196
TOP_BAR_HEIGHT: Final = 56
PHOTO_SIZE: Final = 64


class Tone(StrEnum):
    """What a colour says; the words beside it say the same."""

    WMO = "wmo"
    WLZ = "wlz"
    ZVW = "zvw"
    OTHER = "other"
    TEAL = "teal"
    AMBER = "amber"
    RED = "red"
    NEUTRAL = "neutral"
    TRIAL = "trial"


@dataclass(frozen=True)
class Colours:
    """Text, tint and full colour of one tone; ``mid`` stands between tint and full in a bar."""

    ink: str
    tint: str
    full: str
    mid: str
    line: str


TONES: Final[dict[Tone, Colours]] = {
    Tone.WMO: Colours("#285C9E", "#E1EAF7", "#2B62A8", "#9DB9DF", "#B9CDEA"),
    Tone.WLZ: Colours("#286B3F", "#E2F1E5", "#2F7D4A", "#9CCBAB", "#B4D9BF"),
    Tone.ZVW: Colours("#7D3D91", "#F1E4F5", "#86429B", "#CBA6D6", "#DCC2E4"),
    Tone.OTHER: Colours(NEUTRAL_INK, "#EEE9E3", "#6B6258", "#BDB4A8", "#D6CDC1"),
    Tone.TEAL: Colours(TEAL, TEAL_TINT, TEAL, "#97BFBC", "#B5D3D0"),
    Tone.AMBER: Colours(AMBER_INK, AMBER_TINT, AMBER, "#E3B877", AMBER_LINE),
    Tone.RED: Colours(RED, RED_TINT, RED, "#DE8F8A", RED_LINE),
    Tone.NEUTRAL: Colours(NEUTRAL_INK, NEUTRAL_TINT, "#6B6258", "#BDB4A8", "#D6CDC1"),
    Tone.TRIAL: Colours(NEUTRAL_INK, "#E9E2D8", "#6B6258", "#BDB4A8", "#CFC5B7"),
}

TONE_OF_LAW: Final[dict[Law, Tone]] = {
    Law.WMO: Tone.WMO,
    Law.WLZ: Tone.WLZ,
    Law.ZVW: Tone.ZVW,
    Law.PRIVATE: Tone.OTHER,
    Law.SUBSIDY: Tone.OTHER,
}


def law_colours(law: Law | None) -> Colours:
    """The funder's colours; an unknown payer is neutral, never one of the laws."""
    return TONES[Tone.NEUTRAL if law is None else TONE_OF_LAW[law]]
