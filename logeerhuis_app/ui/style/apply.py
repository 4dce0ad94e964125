"""Dress the application: Fusion, shipped fonts, palette and the one style sheet."""

from typing import Final

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from logeerhuis_app.ui.style import fonts, tokens
from logeerhuis_app.ui.style.sheet import style_sheet

SMALLEST: Final = 1.0
LARGEST: Final = 1.5


def apply_style(app: QApplication, scale: float = 1.0) -> None:
    """Show everything in the house's look at this text scale (1.0 to 1.5).

    Windows that already stand follow in text; their spaces follow when they are built again.
    """
    scale = min(LARGEST, max(SMALLEST, scale))
    if tokens.FONT_FAMILY not in QFontDatabase.families():
        fonts.load_fonts()
    app.setStyle("Fusion")
    app.setFont(body_font(scale))
    app.setPalette(house_palette())
    app.setStyleSheet(style_sheet(scale))


def body_font(scale: float) -> QFont:
    font = QFont([tokens.FONT_FAMILY, tokens.FONT_FALLBACK])
    font.setPixelSize(round(tokens.FONT_PX * scale))
    return font


def house_palette() -> QPalette:
    """What Fusion paints where the style sheet is silent."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: tokens.PAPER,
        QPalette.ColorRole.WindowText: tokens.INK,
        QPalette.ColorRole.Base: tokens.PANEL,
        QPalette.ColorRole.AlternateBase: tokens.PAPER,
        QPalette.ColorRole.Text: tokens.INK,
        QPalette.ColorRole.Button: tokens.PANEL,
        QPalette.ColorRole.ButtonText: tokens.INK,
        QPalette.ColorRole.Highlight: tokens.TEAL,
        QPalette.ColorRole.HighlightedText: tokens.PANEL,
        QPalette.ColorRole.PlaceholderText: tokens.MUTE,
        QPalette.ColorRole.Link: tokens.TEAL,
        QPalette.ColorRole.ToolTipBase: tokens.INK,
        QPalette.ColorRole.ToolTipText: tokens.PANEL,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.DISABLED_INK))
    return palette
