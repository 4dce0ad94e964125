"""Contrast, fonts, icons, and that the sheet grows with the text scale."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from logeerhuis_app import paths
from logeerhuis_app.ui.style import apply_style, fonts, icons, px, tokens
from logeerhuis_app.ui.style.sheet import style_sheet
from tests.support.look import open_window


def luminance(colour: str) -> float:
    """WCAG 2.2: relative luminance."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


TEXT_ON = [
    (tokens.INK, tokens.PAPER),
    (tokens.MUTE, tokens.PAPER),
    (tokens.MUTE_ON_TINT, tokens.TEAL_TINT),
    (tokens.MUTE_ON_TINT, tokens.NEUTRAL_TINT),
    (tokens.TEAL, tokens.TEAL_TINT),
    (tokens.PANEL, tokens.TEAL),
    (tokens.RAIL_TEXT, tokens.RAIL_ACTIVE),
    (tokens.RAIL_MUTE, tokens.RAIL),
    (tokens.RAIL_MUTE, tokens.RAIL_ACTIVE),
    (tokens.ACCENT_INK, tokens.ACCENT),
    *((colours.ink, colours.tint) for colours in tokens.TONES.values()),
    *((tokens.PANEL, colours.full) for tone, colours in tokens.TONES.items() if tone is not tokens.Tone.AMBER),
]


@pytest.mark.parametrize(("text", "ground"), TEXT_ON)
def test_text_is_legible(text: str, ground: str) -> None:
    assert contrast(text, ground) >= 4.5


@pytest.mark.parametrize(
    ("edge", "ground"),
    [
        (tokens.LINE_STRONG, tokens.PANEL),
        (tokens.TEAL, tokens.PAPER),
        (tokens.ACCENT, tokens.TEAL),
        (tokens.ACCENT, tokens.RAIL),
        (tokens.AMBER, tokens.PANEL),
    ],
)
def test_edges_of_fields_and_focus_can_be_seen(edge: str, ground: str) -> None:
    assert contrast(edge, ground) >= 3


def test_the_shipped_letters_are_used(qtbot: QtBot) -> None:
    label = QLabel("x")
    qtbot.addWidget(label)
    assert QFontInfo(label.font()).family() == tokens.FONT_FAMILY


def test_a_missing_font_is_said_loudly(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(paths, "resource", lambda *parts: tmp_path.joinpath(*parts))
    with pytest.raises(fonts.FontMissing, match="Atkinson"):
        fonts.load_fonts()


def test_every_size_in_the_sheet_grows() -> None:
    def sizes(scale: float) -> list[int]:
        return [int(size) for size in re.findall(r"font-size: (\d+)px", style_sheet(scale))]

    assert all(large > small for small, large in zip(sizes(1.0), sizes(1.5), strict=True))
    assert min(sizes(1.0)) >= 12


def test_every_picture_the_sheet_names_is_there() -> None:
    named = re.findall(r'url\("([^"]+)"\)', style_sheet(1.0))
    assert named
    assert all(Path(name).is_file() for name in named)


def test_every_drawing_can_be_drawn(qapp: QApplication) -> None:
    for file in sorted(paths.resource("icons").glob("*.svg")):
        image = icons.pixmap(file.stem, tokens.INK, 24).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), file.name


def test_a_drawing_takes_the_colour_asked_for(qapp: QApplication) -> None:
    image = icons.pixmap("plus", tokens.RED, 24).toImage()
    assert image.pixelColor(12, 12).name().upper() == tokens.RED


def test_text_and_spaces_follow_the_scale(qapp: QApplication, qtbot: QtBot) -> None:
    button = QPushButton("Opslaan")
    qtbot.addWidget(button)
    normal = button.sizeHint().height()
    try:
        apply_style(qapp, 1.5)
        assert px(10) == 15
        assert button.sizeHint().height() >= normal * 1.4
        apply_style(qapp, 9.0)
        assert px(10) == 15
    finally:
        apply_style(qapp)
    assert px(10) == 10


def test_focus_changes_the_look_of_a_button(qtbot: QtBot) -> None:
    button = QPushButton("Opslaan")
    qtbot.addWidget(button)
    open_window(button)
    button.clearFocus()
    before, size = button.grab().toImage(), button.sizeHint()
    button.setFocus()
    assert button.grab().toImage() != before
    assert button.sizeHint() == size
