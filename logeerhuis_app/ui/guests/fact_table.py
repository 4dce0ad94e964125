"""A small table to read: everything in sight, no scroll bars of its own."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from logeerhuis_app.ui.style import px


class FactTable(QTableWidget):
    """Rows of texts; the column ``stretches`` takes the room that is left and wraps.

    ``strong`` columns are bold. The arrows walk through the rows, so that a screen reader can read them.
    """

    def __init__(
        self,
        headings: Sequence[str],
        *,
        stretches: int = 0,
        strong: frozenset[int] = frozenset({0}),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(headings), parent)
        self._strong = strong
        self.setHorizontalHeaderLabels(list(headings))
        self.setAccessibleName(name)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(stretches, QHeaderView.ResizeMode.Stretch)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        self.setRowCount(len(rows))
        bold = QFont(self.font())
        bold.setBold(True)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column in self._strong:
                    item.setFont(bold)
                self.setItem(place, column, item)
        self._fit()

    def texts(self) -> list[list[str]]:
        """What stands there, row by row."""
        return [[self._text(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return "" if item is None else item.text()

    def sizeHint(self) -> QSize:
        return QSize(px(320), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self.resizeRowsToContents()
        for place in range(self.rowCount()):
            self.setRowHeight(place, self.rowHeight(place) + px(4))
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _height(self) -> int:
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + px(4)
