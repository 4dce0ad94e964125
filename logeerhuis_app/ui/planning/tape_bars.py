"""Draws one bar, and remembers what it drew: a repaint of a full chart is mostly bars that were drawn before."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainter, QPen, QPixmap

from logeerhuis_app.domain.bookings import IN_HOUSE, BookingLabel, BookingState
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.services.rows.planning import BarRow
from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.tape_fonts import TapeFonts
from logeerhuis_app.ui.planning.tape_geometry import Span, text_span
from logeerhuis_app.ui.style import tokens

LEFT_FILL = "#EDEBE7"
LEFT_INK = "#566066"
LEFT_BARE = "#CFCBC4"
STRIPE = 6
WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
LEAST_LETTERS = 4
BARE_BELOW = 14
"""Bars narrower than this have no words and square corners: nothing would be seen of either."""
MOST_PICTURES = 3_000


@lru_cache(maxsize=64)
def _stripes(colour: str, ground: str, shift: int) -> QBrush:
    """Diagonal stripes that move along with what they fill; ``shift`` is the pixel they start from."""
    gradient = QLinearGradient(QPointF(shift, 0), QPointF(shift + STRIPE, STRIPE))
    gradient.setSpread(QGradient.Spread.RepeatSpread)
    for place, stripe in ((0.0, ground), (0.5, ground), (0.501, colour), (1.0, colour)):
        gradient.setColorAt(place, QColor(stripe))
    return QBrush(gradient)


def stripes(colour: str, left: int, ground: str = tokens.PANEL) -> QBrush:
    return _stripes(colour, ground, left % (2 * STRIPE))


@dataclass(frozen=True)
class BarLook:
    """The colours of one bar; ``edge`` None: no dark edge at the arrival. ``bare``: when it is too narrow for both."""

    fill: str
    text: str
    edge: str | None
    bare: str
    is_option: bool = False


@lru_cache(maxsize=64)
def look_of(law: Law | None, state: BookingState) -> BarLook:
    """In the payer's colour: option hatched, confirmed light, present full, left faded."""
    colours = tokens.law_colours(law)
    if state is BookingState.OPTION:
        return BarLook(colours.tint, colours.ink, None, colours.mid, is_option=True)
    if state is BookingState.CONFIRMED:
        return BarLook(colours.tint, colours.ink, colours.full, colours.mid)
    if state in IN_HOUSE:
        return BarLook(colours.full, tokens.PANEL, QColor(colours.full).darker(165).name(), colours.full)
    return BarLook(LEFT_FILL, LEFT_INK, colours.mid, LEFT_BARE)


class BarPainter:
    """Paints bars in one letter size. Pictures of whole bars are kept; one that is cut by the view is drawn anew,
    for its words stick to the edge."""

    def __init__(self, fonts: TapeFonts) -> None:
        self.fonts = fonts
        self._bodies: dict[tuple[object, ...], QPixmap] = {}
        self._wholes: dict[tuple[object, ...], QPixmap] = {}

    def paint(self, painter: QPainter, bar: BarRow, rect: QRect, view_width: int) -> None:
        look = look_of(bar.law, bar.state)
        if rect.width() < BARE_BELOW:
            painter.fillRect(rect, stripes(look.bare, rect.left()) if look.is_option else QColor(look.bare))
        elif rect.left() >= 0 and rect.right() < view_width:
            painter.drawPixmap(rect.topLeft(), self._whole(bar, look, rect, painter.device().devicePixelRatioF()))
        else:
            has_edge = bar.first_night == bar.arrival
            painter.drawPixmap(rect.topLeft(), self._body(look, has_edge, rect, painter.device().devicePixelRatioF()))
            self._paint_words(painter, rect, text_span(_span(rect), Span(0, view_width), self._pad(rect)), bar, look)

    def _pad(self, rect: QRect) -> int:
        return self.fonts.px(10) if rect.width() > self.fonts.px(90) else self.fonts.px(7)

    def _whole(self, bar: BarRow, look: BarLook, rect: QRect, ratio: float) -> QPixmap:
        has_edge = bar.first_night == bar.arrival
        words = (bar.guest, bar.label, bar.state, bar.law, bar.nights, bar.option_until, bar.absence)
        key = (*words, has_edge, rect.width(), rect.height(), ratio)
        picture = self._wholes.get(key)
        if picture is None:
            picture = QPixmap(self._body(look, has_edge, rect, ratio))
            inside = QRect(0, 0, rect.width(), rect.height())
            painter = QPainter(picture)
            self._paint_words(painter, inside, text_span(_span(inside), _span(inside), self._pad(rect)), bar, look)
            painter.end()
            _keep(self._wholes, key, picture)
        return picture

    def _body(self, look: BarLook, has_edge: bool, rect: QRect, ratio: float) -> QPixmap:
        key = (look, has_edge, rect.width(), rect.height(), ratio)
        picture = self._bodies.get(key)
        if picture is None:
            picture = QPixmap(round(rect.width() * ratio), round(rect.height() * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            painter = QPainter(picture)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _paint_body(painter, QRect(0, 0, rect.width(), rect.height()), look, has_edge, self.fonts.px(5))
            painter.end()
            _keep(self._bodies, key, picture)
        return picture

    def _paint_words(self, painter: QPainter, rect: QRect, room: Span, bar: BarRow, look: BarLook) -> None:
        """The guest in bold and, as far as there is room, what kind of stay; never a letter outside the bar."""
        words, metrics = tape_words.bar_info(bar), self.fonts.bold_metrics
        name = self._name(bar, words[0], room.width)
        used = metrics.horizontalAdvance(name) + self.fonts.px(4)
        info = _fitting(self.fonts, words, room.width - used)
        painter.setPen(QColor(look.text))
        word_fits = self.fonts.plain_metrics.horizontalAdvance(words[0]) <= room.width
        if bar.label is BookingLabel.TRIAL and not info and word_fits:
            self._paint_two_lines(painter, rect, room, name, words[0])
            return
        painter.setFont(self.fonts.bold)
        painter.drawText(QRect(room.left, rect.top(), room.width, rect.height()), WORDS, name)
        painter.setFont(self.fonts.plain)
        painter.drawText(QRect(room.left + used, rect.top(), room.width - used, rect.height()), WORDS, info)

    def _paint_two_lines(self, painter: QPainter, rect: QRect, room: Span, name: str, word: str) -> None:
        """A trial stay says so in a narrow bar too: below the name."""
        heights = self.fonts.bold_metrics.height(), self.fonts.plain_metrics.height()
        top = rect.top() + (rect.height() - sum(heights)) // 2
        painter.setFont(self.fonts.bold)
        painter.drawText(QRect(room.left, top, room.width, heights[0]), WORDS, name)
        painter.setFont(self.fonts.plain)
        painter.drawText(QRect(room.left, top + heights[0], room.width, heights[1]), WORDS, word)

    def _name(self, bar: BarRow, word: str, room: int) -> str:
        """The longest form of the name beside which the first word still stands, or else the longest that fits.

        Cut off where even the shortest does not fit; nothing where not two letters would be left.
        """
        measure = self.fonts.bold_metrics.horizontalAdvance
        beside = self.fonts.plain_metrics.horizontalAdvance(word) + self.fonts.px(4)
        forms = tape_words.name_forms(bar.guest)
        for width in (room - beside, room):
            for form in forms:
                if measure(form) <= width:
                    return form
        cut = self.fonts.bold_metrics.elidedText(forms[-1], Qt.TextElideMode.ElideRight, room)
        return cut if len(cut) >= min(2, len(bar.guest)) else ""


def _keep(pictures: dict[tuple[object, ...], QPixmap], key: tuple[object, ...], picture: QPixmap) -> None:
    """Forget all when there are too many: what is in view is soon there again."""
    if len(pictures) >= MOST_PICTURES:
        pictures.clear()
    pictures[key] = picture


def _span(rect: QRect) -> Span:
    return Span(rect.left(), rect.left() + rect.width())


def _paint_body(painter: QPainter, rect: QRect, look: BarLook, has_edge: bool, radius: int) -> None:
    if look.is_option:
        pen = QPen(QColor(look.text), 1.2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 2])
        painter.setPen(pen)
        painter.setBrush(stripes(look.fill, rect.left()))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(look.edge or look.fill))
    painter.drawRoundedRect(rect, radius, radius)
    edge = min(radius, rect.width() // 4) if has_edge else 1
    painter.setBrush(QColor(look.fill))
    painter.drawRoundedRect(rect.adjusted(edge, 0, 0, 0), radius - 1, radius)


def _fitting(fonts: TapeFonts, words: tuple[str, ...], width: int) -> str:
    """As many of the words as fit whole; if not even the first does, its beginning."""
    for count in range(len(words), 0, -1):
        text = " · ".join(words[:count])
        if fonts.plain_metrics.horizontalAdvance(text) <= width:
            return text
    beginning = fonts.plain_metrics.elidedText(words[0], Qt.TextElideMode.ElideRight, width)
    return beginning if len(beginning) > LEAST_LETTERS else ""
