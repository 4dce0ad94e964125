"""Cards side by side, in as many columns as fit; a wide card takes two."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from logeerhuis_app.ui.style import px, tokens

LEAST_WIDTH = 236
MOST_COLUMNS = 3


class CardGrid(QWidget):
    """Lays its cards out anew when its width changes; never a narrow card, never a sideways scroll bar."""

    def __init__(
        self, least_width: int = LEAST_WIDTH, most_columns: int = MOST_COLUMNS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._least_width, self._most_columns = least_width, most_columns
        self._cards: list[tuple[QWidget, int]] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(14))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def show_cards(self, cards: Sequence[tuple[QWidget, int]]) -> None:
        """(card, columns it takes), in reading order; what stood there before goes."""
        for card, _span in self._cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._cards = list(cards)
        for card, _span in cards:
            card.setParent(self)
            card.show()
        self._columns = 0
        self._arrange()

    def cards(self) -> list[QWidget]:
        return [card for card, _span in self._cards]

    def minimumSizeHint(self) -> QSize:
        """One column of the widest card: who has three columns now must be able to become two."""
        widest = max((card.minimumSizeHint().width() for card, _span in self._cards), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = max(1, min(self._most_columns, self.width() // px(self._least_width + tokens.SPACE_3)))
        if columns == self._columns:
            return
        self._columns = columns
        row, column = 0, 0
        for card, span in self._cards:
            takes = min(span, columns)
            if column + takes > columns:
                row, column = row + 1, 0
            self._grid.addWidget(card, row, column, 1, takes, Qt.AlignmentFlag(0))
            column += takes
        for place in range(self._most_columns):
            self._grid.setColumnStretch(place, 1 if place < columns else 0)
            self._grid.setColumnMinimumWidth(place, 0)
