"""Families that wait for a bed, as cards under the chart: dragged onto a bed, or brought there with Enter."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from logeerhuis_app.domain.trajectory import Urgency
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.planning import WaitingRow
from logeerhuis_app.ui.planning.tape_view import TapeView
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge, LawBadge
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role

MOST_WISH = 170


def who(row: WaitingRow) -> str:
    """«M. (81)»; the age only when it is known."""
    return row.guest if row.age is None else f"{row.guest} ({row.age})"


class WaitingCard(ChoiceCard):
    """One family. A drag follows the pointer over the chart; a click or Enter hands the card to the keyboard."""

    dragged = Signal(object)  # global position
    dropped = Signal()
    abandoned = Signal()
    reached = Signal()  # the keyboard came to this card

    def __init__(self, row: WaitingRow, parent: QWidget | None = None) -> None:
        super().__init__(", ".join(filter(None, (who(row), self._urgency(row), row.wish, row.payer))), parent)
        self.row = row
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self.setToolTip(f"{row.wish}\n" + _("Drag to a bed, or press Enter and choose bed and night with the arrows"))
        line = QHBoxLayout()
        line.setSpacing(px(tokens.SPACE_3))
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(Label(who(row), Role.STRONG))
        wish = Label(role=Role.SMALL)
        wish.setText(wish.fontMetrics().elidedText(row.wish, Qt.TextElideMode.ElideRight, px(MOST_WISH)))
        words.addWidget(wish)
        line.addLayout(words)
        badges = QVBoxLayout()
        badges.setSpacing(px(3))
        if self._urgency(row):
            badges.addWidget(Badge(self._urgency(row), Tone.AMBER), 0, Qt.AlignmentFlag.AlignRight)
        badges.addWidget(LawBadge(row.law, row.payer), 0, Qt.AlignmentFlag.AlignRight)
        line.addLayout(badges)
        self.body.addLayout(line)

    @staticmethod
    def _urgency(row: WaitingRow) -> str:
        urgency = Urgency(row.urgency)
        return "" if urgency is Urgency.NORMAL else label(urgency)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.reached.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None:
            return
        way = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if self._is_dragging or way >= QApplication.startDragDistance():
            self._is_dragging = True
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.dragged.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        was_dragging, self._is_dragging, self._pressed_at = self._is_dragging, False, None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if was_dragging:
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._is_dragging:
            self._is_dragging, self._pressed_at = False, None
            self.abandoned.emit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._walk(1 if event.key() == Qt.Key.Key_Right else -1)
        else:
            super().keyPressEvent(event)


class Shelf(QScrollArea):
    """One row of cards, however many wait: the chart above keeps its height. The card with the keyboard is in view."""

    def __init__(self, row: QHBoxLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._inside.setProperty("role", "scrolled")
        self._inside.setLayout(row)
        self.setWidget(self._inside)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        content = self._inside.sizeHint()
        needs_bar = content.width() > self.viewport().width()
        bar = self.horizontalScrollBar().sizeHint().height() if needs_bar else 0
        return QSize(px(300), content.height() + bar)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


class WaitingList(QWidget):
    """«Wacht op een plek» with a card per family, the most urgent first."""

    def __init__(self, view: TapeView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.count = Badge("", Tone.AMBER)
        self._hint = Label("", Role.SMALL)
        self._cards: list[WaitingCard] = []
        heading = FlowArea(tokens.SPACE_2)
        heading.add(Label(_("Waiting for a place"), Role.HEADING), self.count, self._hint)
        self._row = QHBoxLayout()
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(tokens.SPACE_2))
        self._row.addStretch(1)
        self._shelf = Shelf(self._row)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_2))
        column.addWidget(heading)
        column.addWidget(self._shelf)
        self.setAccessibleName(_("Waiting for a place"))

    def show_rows(self, rows: tuple[WaitingRow, ...], may_place: bool = True) -> None:
        for card in self._cards:
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = []
        for row in rows:
            card = WaitingCard(row)
            card.setEnabled(may_place)
            card.chosen.connect(lambda row=row: self._view.keys.carry(row))
            card.dragged.connect(lambda at, row=row: self._drag(row, at))
            card.dropped.connect(self._view.mouse.put_down)
            card.reached.connect(lambda card=card: self._shelf.ensureWidgetVisible(card))
            card.abandoned.connect(self._view.mouse.stop_carrying)
            self._row.insertWidget(len(self._cards), card)
            self._cards.append(card)
        self.count.show_text(number(len(rows)), Tone.AMBER if rows else Tone.NEUTRAL)
        self._hint.setText(self._hint_text(bool(rows), may_place))
        self._shelf.setVisible(bool(rows))

    @staticmethod
    def _hint_text(has_rows: bool, may_place: bool) -> str:
        if not has_rows:
            return _("nobody is waiting")
        return _("drag a request to a bed, or press Enter and choose with the arrows") if may_place else ""

    def cards(self) -> list[WaitingCard]:
        return list(self._cards)

    def _drag(self, row: WaitingRow, at: QPoint) -> None:
        self._view.mouse.carry(row, self._view.viewport().mapFromGlobal(at))
