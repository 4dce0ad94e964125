"""Families that wait for a bed, as cards under the chart: dragged onto a bed, or brought there with Enter."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

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


def who(row: WaitingRow) -> str:
    """«M. (81)»; the age only when it is known."""
    return row.guest if row.age is None else f"{row.guest} ({row.age})"


class WaitingCard(ChoiceCard):
    """One family. A drag follows the pointer over the chart; a click or Enter hands the card to the keyboard."""

    dragged = Signal(object)  # global position
    dropped = Signal()
    abandoned = Signal()

    def __init__(self, row: WaitingRow, parent: QWidget | None = None) -> None:
        super().__init__(", ".join(filter(None, (who(row), self._urgency(row), row.wish, row.payer))), parent)
        self.row = row
        self._pressed_at: QPoint | None = None
        self._is_dragging = False
        self.setToolTip(_("Drag to a bed, or press Enter and choose bed and night with the arrows"))
        line = QHBoxLayout()
        line.setSpacing(px(tokens.SPACE_2))
        if self._urgency(row):
            line.addWidget(Badge(self._urgency(row), Tone.AMBER), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(px(1))
        words.addWidget(Label(who(row), Role.STRONG))
        words.addWidget(Label(row.wish, Role.SMALL))
        line.addLayout(words)
        line.addWidget(LawBadge(row.law, row.payer), 0, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(line)

    @staticmethod
    def _urgency(row: WaitingRow) -> str:
        urgency = Urgency(row.urgency)
        return "" if urgency is Urgency.NORMAL else label(urgency)

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


class WaitingList(QWidget):
    """«Wacht op een plek» with a card per family, the most urgent first."""

    def __init__(self, view: TapeView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._title = Label(_("Waiting for a place"), Role.HEADING)
        self.count = Badge("", Tone.AMBER)
        self._hint = Label("", Role.SMALL)
        self._cards = FlowArea(tokens.SPACE_2)
        heading = QHBoxLayout()
        heading.setSpacing(px(tokens.SPACE_2))
        heading.addWidget(self._title)
        heading.addWidget(self.count)
        heading.addWidget(self._hint)
        heading.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(tokens.SPACE_2))
        column.addLayout(heading)
        column.addWidget(self._cards)
        self.setAccessibleName(_("Waiting for a place"))

    def show_rows(self, rows: tuple[WaitingRow, ...], may_place: bool = True) -> None:
        self._cards.flow.clear()
        for row in rows:
            card = WaitingCard(row)
            card.setEnabled(may_place)
            card.chosen.connect(lambda row=row: self._view.keys.carry(row))
            card.dragged.connect(lambda at, row=row: self._drag(row, at))
            card.dropped.connect(self._view.mouse.put_down)
            card.abandoned.connect(self._view.mouse.stop_carrying)
            self._cards.add(card)
        self.count.show_text(number(len(rows)), Tone.AMBER if rows else Tone.NEUTRAL)
        self._hint.setText(self._hint_text(bool(rows), may_place))
        self._cards.setVisible(bool(rows))

    @staticmethod
    def _hint_text(has_rows: bool, may_place: bool) -> str:
        if not has_rows:
            return _("nobody is waiting")
        return _("drag a request to a bed, or press Enter and choose with the arrows") if may_place else ""

    def cards(self) -> list[WaitingCard]:
        return [card for card in self._cards.findChildren(WaitingCard) if not card.isHidden()]

    def _drag(self, row: WaitingRow, at: QPoint) -> None:
        self._view.mouse.carry(row, self._view.viewport().mapFromGlobal(at))
