"""A card in a list that can be chosen with the mouse or the keyboard."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.sheet import restyle


class ChoiceCard(QFrame):
    """Enter, space or a click choose it; up and down walk to its neighbours in the same parent."""

    chosen = Signal()

    def __init__(self, accessible_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "choice")
        self.setProperty("selected", "false")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(accessible_name)
        self.body = QVBoxLayout(self)
        side = px(tokens.SPACE_3)
        self.body.setContentsMargins(side, px(10), side, px(10))
        self.body.setSpacing(px(tokens.SPACE_1))

    @property
    def is_selected(self) -> bool:
        return bool(self.property("selected") == "true")

    def set_selected(self, selected: bool) -> None:
        self.setProperty("selected", "true" if selected else "false")
        restyle(self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit()
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._walk(1 if key == Qt.Key.Key_Down else -1)
        else:
            super().keyPressEvent(event)

    def _walk(self, step: int) -> None:
        parent = self.parentWidget()
        cards = [card for card in parent.findChildren(ChoiceCard) if card.isVisible()] if parent else []
        cards.sort(key=lambda card: (card.y(), card.x()))
        place = cards.index(self) + step if self in cards else -1
        if 0 <= place < len(cards):
            cards[place].setFocus(Qt.FocusReason.TabFocusReason)
