"""Colours, sizes and paragraph styles of the papers. Nothing for the bedside is smaller than nine points."""

from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.styles import ParagraphStyle

from logeerhuis_app.reports import fonts

INK = "#1E2B30"
MUTE = "#66737A"
LINE = "#E4DFD6"
SAND = "#F2EFE9"
TEAL = "#17635F"
ACCENT = "#E8B04A"
RED = "#B3261E"
AMBER = "#7A4A00"
PLACEHOLDER = "#EEE9E3"

SMALLEST = 9.0


def style(size: float, leading: float, *, colour: str = INK, is_bold: bool = False, **more: object) -> ParagraphStyle:
    """One paragraph style in the house's letter; long words break rather than run out of their column."""
    return ParagraphStyle(
        name=f"s{size}",
        fontName=fonts.MAIN_BOLD if is_bold else fonts.MAIN,
        fontSize=size,
        leading=leading,
        textColor=HexColor(colour),
        splitLongWords=1,
        allowOrphans=0,
        allowWidows=0,
        **more,
    )


BODY = style(9.75, 13.5)
BODY_MUTE = style(9.75, 13.5, colour=MUTE)
HEADING = style(10.2, 13, is_bold=True)


@dataclass(frozen=True)
class Density:
    """How closely a guest card is set; the small one only if that keeps a guest on one page."""

    body: ParagraphStyle
    mute: ParagraphStyle
    heading: ParagraphStyle
    section_gap: float
    label_width: float


ROOMY = Density(BODY, BODY_MUTE, HEADING, 11, 78)
CLOSE = Density(style(SMALLEST, 10.8), style(SMALLEST, 10.8, colour=MUTE), style(SMALLEST, 11, is_bold=True), 6, 66)

NAME = style(19.5, 24, is_bold=True)
IDENTITY = style(12, 16)
IDENTITY_MUTE = style(9.75, 13, colour=MUTE)
STOP_TITLE = style(10.2, 14, colour=RED, is_bold=True)
STOP = style(11.25, 15.75)
FOOTER = style(SMALLEST, 11, colour=MUTE)
FOOTER_RIGHT = style(SMALLEST, 11, colour=MUTE, alignment=TA_RIGHT)
SHEET_NAME = style(23, 27, is_bold=True)
SHEET_BODY = style(11.25, 15)
SHEET_MUTE = style(10.2, 15, colour=MUTE)
PHOTO = style(9.75, 12, colour=MUTE, alignment=TA_CENTER)

ROW_NAME = style(11.25, 13, is_bold=True)
ROW = style(SMALLEST, 10.4)
ROW_HEADING = style(SMALLEST, 11, colour=MUTE, is_bold=True)
BADGE = style(SMALLEST, 11, colour="#FFFFFF", is_bold=True, alignment=TA_CENTER)
TITLE = style(15, 18, is_bold=True)

LETTERHEAD = style(15, 19, colour=TEAL, is_bold=True)
LETTERHEAD_MUTE = style(9.75, 13.5, colour=MUTE)
LETTERHEAD_RIGHT = style(9.75, 13.5, colour=MUTE, alignment=TA_RIGHT)
SHEET_TITLE = style(12.75, 16, is_bold=True)
CAPTION = style(8.6, 11, is_bold=True)
CAPTION_RIGHT = style(8.6, 11, is_bold=True, alignment=TA_RIGHT)
CELL = style(9.1, 12.6)
CELL_BOLD = style(9.1, 12.6, is_bold=True)
CELL_RIGHT = style(9.1, 12.6, alignment=TA_RIGHT)
CELL_RIGHT_BOLD = style(9.1, 12.6, is_bold=True, alignment=TA_RIGHT)
CELL_MUTE = style(SMALLEST, 12, colour=MUTE)
TOTAL_RIGHT = style(11.25, 14, is_bold=True, alignment=TA_RIGHT)
DRAFT_NOTE = style(10.5, 14, is_bold=True, alignment=TA_CENTER)
FORM_WORD = style(9.75, 13)
FORM_MUTE = style(SMALLEST, 11.5, colour=MUTE)
FORM_PART = style(12, 15, colour=TEAL, is_bold=True)
FORM_NEEDED = style(SMALLEST, 12, colour=AMBER, is_bold=True, alignment=TA_RIGHT)
