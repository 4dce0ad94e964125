"""Parts of a paper that is filled in by hand: boxes to tick and lines to write on."""

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.colors import HexColor
from reportlab.lib.styles import ParagraphStyle

from logeerhuis_app.reports import fonts
from logeerhuis_app.reports.flowables import SLACK, Canvas, Part, Text
from logeerhuis_app.reports.markup import safe
from logeerhuis_app.reports.styles import FORM_WORD, INK, MUTE

LINE_TO_WRITE = 20.0
"""So high a pen writes with ease."""
BOX = 9.0
BOX_GAP = 5.0
BETWEEN = 14.0


@dataclass(frozen=True)
class WriteLines:
    """Empty lines for a pen; they stay together."""

    count: int = 1
    tall: float = LINE_TO_WRITE

    def height(self, width: float) -> float:
        return self.count * self.tall

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        return (self, None) if self.height(width) <= room + SLACK else (None, self)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.setStrokeColor(HexColor(MUTE))
        canvas.setLineWidth(0.5)
        for place in range(1, self.count + 1):
            y = top - place * self.tall + 3
            canvas.line(x, y, x + width, y)


@dataclass(frozen=True)
class Boxes:
    """A box to tick before each of the words, as many on a line as fit."""

    words: Sequence[str]
    style: ParagraphStyle = FORM_WORD

    def height(self, width: float) -> float:
        return sum(line[0][2] for line in self._lines(width))

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        return (self, None) if self.height(width) <= room + SLACK else (None, self)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        for line in self._lines(width):
            for left, words, _tall, wide in line:
                self._draw_one(canvas, x + left, top, Text(safe(words), self.style), wide)
            top -= line[0][2]

    def _draw_one(self, canvas: Canvas, x: float, top: float, words: Part, wide: float) -> None:
        canvas.setStrokeColor(HexColor(INK))
        canvas.setLineWidth(0.9)
        canvas.rect(x, top - (self.style.leading + BOX) / 2, BOX, BOX)
        words.draw(canvas, x + BOX + BOX_GAP, top, wide)

    def _lines(self, width: float) -> list[list[tuple[float, str, float, float]]]:
        """Per line its boxes: (left, words, height of the line, width of the words)."""
        lines: list[list[tuple[float, str, float, float]]] = []
        left = width + 1.0
        for words in self.words:
            wide = min(self._wide(words), width - BOX - BOX_GAP)
            if left + BOX + BOX_GAP + wide > width + SLACK:
                lines.append([])
                left = 0.0
            lines[-1].append((left, words, Text(safe(words), self.style).height(wide) + 2, wide))
            left += BOX + BOX_GAP + wide + BETWEEN
        return lines

    def _wide(self, words: str) -> float:
        return fonts.text_width(words, self.style.fontName, self.style.fontSize) + 1
