"""Page parts: pieces that know their height, can be cut over two pages, and draw themselves.

ReportLab's own frames find out while drawing how many pages there are, cannot repeat the stop-signs on a
page of overflow and cannot carry a subtotal; so its ``Paragraph`` breaks the lines and these parts do the rest.
Nothing is ever clipped: what does not fit is handed back as the remainder.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from reportlab.lib.colors import HexColor
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.platypus import Paragraph

from logeerhuis_app.reports import fonts
from logeerhuis_app.reports.markup import Markup, safe
from logeerhuis_app.reports.styles import LINE

Canvas = Any
"""ReportLab's canvas; the library carries no types."""

SLACK = 0.01
"""Points by which sums of heights may differ before something counts as not fitting."""


class Part(Protocol):
    """A piece of a page. Lengths in points; ``top`` is the upper edge, measured from the bottom of the page."""

    def height(self, width: float) -> float: ...

    def split(self, width: float, room: float) -> tuple["Part | None", "Part | None"]:
        """What fits in the room, and the remainder. Nothing fits: (None, the part itself)."""
        ...

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None: ...


@dataclass(eq=False)
class Text:
    """Wrapped text."""

    markup: Markup
    style: ParagraphStyle
    _broken: dict[float, tuple[Any, float]] = field(default_factory=dict, repr=False)

    def height(self, width: float) -> float:
        return self._wrapped(width)[1]

    def _wrapped(self, width: float) -> tuple[Any, float]:
        if width not in self._broken:
            self._broken[width] = _wrap(Paragraph(self.markup, self.style), width)
        return self._broken[width]

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        paragraph, tall = self._wrapped(width)
        if tall <= room + SLACK:
            return self, None
        pieces = paragraph.split(width, room)
        if len(pieces) < 2:
            del self._broken[width]  # a refused split leaves ReportLab's paragraph without its lines
            return None, self
        first, rest = (Text(self.markup, self.style, {width: _wrap(piece, width)}) for piece in pieces)
        return first, rest

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        paragraph, tall = self._wrapped(width)
        paragraph.drawOn(canvas, x, top - tall)


def _wrap(paragraph: Any, width: float) -> tuple[Any, float]:
    return paragraph, float(paragraph.wrap(width, 1e6)[1])


@dataclass(frozen=True)
class Plain:
    """One line that needs no breaking: dates and amounts by the hundred, thirty times as fast as ``Text``.

    Only for words the program made itself, in letters the main font has; ``cell`` chooses.
    """

    words: str
    style: ParagraphStyle

    def height(self, width: float) -> float:
        return float(self.style.leading)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        return (self, None) if self.height(width) <= room + SLACK else (None, self)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        style = self.style
        canvas.setFont(style.fontName, style.fontSize)
        canvas.setFillColor(style.textColor)
        baseline = top - style.fontSize  # where ReportLab's paragraph puts its first line
        if style.alignment == TA_RIGHT:
            canvas.drawRightString(x + width, baseline, self.words)
        else:
            canvas.drawString(x, baseline, self.words)


def cell(words: str, style: ParagraphStyle, width: float) -> Part:
    """The quickest part that shows the words whole in a column of this width."""
    if fonts.has_all(words) and fonts.text_width(words, style.fontName, style.fontSize) <= width:
        return Plain(words, style)
    return Text(safe(words), style)


@dataclass(eq=False)
class Picture:
    """A JPEG or PNG, whole and never stretched: as high as ``tall`` or as wide as its column, whichever is less."""

    content: bytes
    tall: float
    _read: list[ImageReader] = field(default_factory=list, repr=False)

    def height(self, width: float) -> float:
        return self._size(width)[1]

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        return (self, None) if self.height(width) <= room + SLACK else (None, self)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        wide, tall = self._size(width)
        canvas.drawImage(self._reader(), x, top - tall, wide, tall)

    def _size(self, width: float) -> tuple[float, float]:
        across, down = self._reader().getSize()
        scale = min(width / across, self.tall / down)
        return across * scale, down * scale

    def _reader(self) -> ImageReader:
        if not self._read:
            self._read.append(ImageReader(io.BytesIO(self.content)))
        return self._read[0]


@dataclass(frozen=True)
class Gap:
    """White space."""

    points: float

    def height(self, width: float) -> float:
        return self.points

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        return (self, None) if self.points <= room + SLACK else (None, self)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        """Nothing."""


@dataclass(frozen=True)
class Rule:
    """A line over the whole width."""

    colour: str = LINE
    thickness: float = 0.5
    below: float = 0.0

    def height(self, width: float) -> float:
        return self.thickness + self.below

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        return (self, None) if self.height(width) <= room + SLACK else (None, self)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        canvas.setStrokeColor(HexColor(self.colour))
        canvas.setLineWidth(self.thickness)
        canvas.line(x, top - self.thickness / 2, x + width, top - self.thickness / 2)


@dataclass(eq=False)
class Stack:
    """Parts under each other."""

    parts: Sequence[Part]
    gap: float = 0.0

    def height(self, width: float) -> float:
        return sum(part.height(width) for part in self.parts) + self.gap * max(0, len(self.parts) - 1)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        head: list[Part] = []
        left = room
        for place, part in enumerate(self.parts):
            left -= self.gap if place else 0
            first, rest = part.split(width, left)
            if first is not None:
                head.append(first)
                left -= first.height(width)
            if rest is not None:
                return self._some(head), self._some([rest, *self.parts[place + 1 :]])
        return self, None

    def _some(self, parts: list[Part]) -> "Stack | None":
        return Stack(parts, self.gap) if parts else None

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        for part in self.parts:
            part.draw(canvas, x, top, width)
            top -= part.height(width) + self.gap


@dataclass(eq=False)
class Columns:
    """Parts beside each other. A width of 0 shares what the others leave.

    ``repeated``: cells that are shown again on the next page when the row is cut.
    """

    cells: Sequence[Part]
    widths: Sequence[float]
    gap: float = 0.0
    repeated: frozenset[int] = frozenset()

    def _widths(self, width: float) -> list[float]:
        free = width - sum(self.widths) - self.gap * (len(self.widths) - 1)
        share = free / max(1, sum(1 for wide in self.widths if not wide))
        return [wide or share for wide in self.widths]

    def height(self, width: float) -> float:
        return max(cell.height(wide) for cell, wide in zip(self.cells, self._widths(width), strict=True))

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        if self.height(width) <= room + SLACK:
            return self, None
        pairs = [cell.split(wide, room) for cell, wide in zip(self.cells, self._widths(width), strict=True)]
        if any(first is None for first, _rest in pairs):
            return None, self
        rests = [
            rest or (self.cells[place] if place in self.repeated else Stack(()))
            for place, (_first, rest) in enumerate(pairs)
        ]
        return self._like([first or Stack(()) for first, _rest in pairs]), self._like(rests)

    def _like(self, cells: list[Part]) -> "Columns":
        return Columns(cells, self.widths, self.gap, self.repeated)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        for cell, wide in zip(self.cells, self._widths(width), strict=True):
            cell.draw(canvas, x, top, wide)
            x += wide + self.gap


@dataclass(frozen=True)
class Whole:
    """A part that is not cut, unless it is higher than ``up_to``: that must be less than an empty page gives."""

    inner: Part
    up_to: float = 300.0

    def height(self, width: float) -> float:
        return self.inner.height(width)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        tall = self.height(width)
        if tall <= room + SLACK:
            return self, None
        return (None, self) if tall <= self.up_to else self.inner.split(width, room)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        self.inner.draw(canvas, x, top, width)


@dataclass(frozen=True)
class Look:
    """Border and ground of a box; ``fill`` empty: transparent."""

    stroke: str = LINE
    thickness: float = 0.75
    dash: tuple[float, ...] = ()
    fill: str = ""
    radius: float = 4.5
    pad_x: float = 12.0
    pad_y: float = 9.0


@dataclass(eq=False)
class Box:
    """A part with a border around it; cut over two pages it is two boxes."""

    inner: Part
    look: Look

    def height(self, width: float) -> float:
        return self.inner.height(width - 2 * self.look.pad_x) + 2 * self.look.pad_y

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        first, rest = self.inner.split(width - 2 * self.look.pad_x, room - 2 * self.look.pad_y)
        if first is None:
            return None, self
        return Box(first, self.look), Box(rest, self.look) if rest is not None else None

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        tall = self.height(width)
        self._draw_border(canvas, x, top - tall, width, tall)
        self.inner.draw(canvas, x + self.look.pad_x, top - self.look.pad_y, width - 2 * self.look.pad_x)

    def _draw_border(self, canvas: Canvas, x: float, bottom: float, width: float, tall: float) -> None:
        look = self.look
        inset = look.thickness / 2
        canvas.saveState()
        canvas.setLineWidth(look.thickness)
        canvas.setDash(*([list(look.dash)] if look.dash else [[]]))
        if look.thickness:
            canvas.setStrokeColor(HexColor(look.stroke))
        if look.fill:
            canvas.setFillColor(HexColor(look.fill))
        canvas.roundRect(
            x + inset, bottom + inset, width - 2 * inset, tall - 2 * inset, look.radius,
            stroke=int(bool(look.thickness)), fill=int(bool(look.fill)),
        )  # fmt: skip
        canvas.restoreState()


@dataclass(eq=False)
class Headed:
    """A heading with its body. Cut, the next page starts with ``again``; lower than ``keep_below`` it is never cut."""

    head: Part
    body: Part
    again: Part
    keep_below: float = 0.0

    def height(self, width: float) -> float:
        return self.head.height(width) + self.body.height(width)

    def split(self, width: float, room: float) -> tuple[Part | None, Part | None]:
        tall = self.height(width)
        if tall <= room + SLACK:
            return self, None
        if tall < self.keep_below:
            return None, self
        first, rest = self.body.split(width, room - self.head.height(width))
        if first is None or rest is None:
            return None, self
        return self._like(self.head, first), self._like(self.again, rest)

    def _like(self, head: Part, body: Part) -> "Headed":
        return Headed(head, body, self.again, self.keep_below)

    def draw(self, canvas: Canvas, x: float, top: float, width: float) -> None:
        self.head.draw(canvas, x, top, width)
        self.body.draw(canvas, x, top - self.head.height(width), width)
