"""A small table to read: everything in sight, no scroll bars of its own."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QResizeEvent
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

LEAST_COLUMN = 64


class FactTable(QTableWidget):
    """Rows of texts. Where the table is too narrow the widest of the columns in ``wraps`` gives way and wraps.

    Room to spare goes to the last column; ``strong`` columns are bold. The arrows walk through the rows.
    """

    def __init__(
        self,
        headings: Sequence[str],
        *,
        wraps: Sequence[int],
        strong: frozenset[int] = frozenset({0}),
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(headings), parent)
        self._wraps, self._strong = tuple(wraps), strong
        self.setProperty("role", "facts")
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
        self.verticalHeader().setMinimumSectionSize(px(20))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(px(24))

    def show_rows(self, rows: Sequence[Sequence[str]], *, struck: Collection[int] = ()) -> None:
        """``struck``: rows that do not hold any more; their words must say so too."""
        self.setRowCount(len(rows))
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
                font = self._font_of(column)
                font.setStrikeOut(place in struck and column < self.columnCount() - 1)
                item.setFont(font)
                self.setItem(place, column, item)
        self._fit()

    def texts(self) -> list[list[str]]:
        """What stands there, row by row."""
        return [[self._text(row, column) for column in range(self.columnCount())] for row in range(self.rowCount())]

    def sizeHint(self) -> QSize:
        return QSize(px(320), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.rowCount():
            self._fit()

    # --- inside ------------------------------------------------------------------------------------------------

    def _fit(self) -> None:
        for column, width in enumerate(self._widths(self.viewport().width())):
            self.horizontalHeader().resizeSection(column, width)
        for row in range(self.rowCount()):
            self.setRowHeight(row, self._row_height(row))
        if self.height() != self._height():
            self.setFixedHeight(self._height())

    def _widths(self, room: int) -> list[int]:
        """What each column gets of this room."""
        widths = [self._wanted(column) for column in range(self.columnCount())]
        spare = room - sum(widths)
        if spare >= 0:
            widths[-1] += spare
            return widths
        for columns in (self._wraps, range(self.columnCount())):  # first those that read well in lines, then any
            while sum(widths) > room:
                widest = max(columns, key=lambda column: widths[column])
                if widths[widest] <= px(LEAST_COLUMN):
                    break
                widths[widest] -= 1
        return widths

    def _wanted(self, column: int) -> int:
        metrics = QFontMetrics(self._font_of(column))
        texts = max((metrics.horizontalAdvance(text) for text in self._column(column)), default=0)
        return max(texts + self._side() + 2, self.horizontalHeader().sectionSizeHint(column))

    def _row_height(self, row: int) -> int:
        height = 0
        for column in range(self.columnCount()):
            metrics = QFontMetrics(self._font_of(column))
            room = self.columnWidth(column) - self._side()
            box = metrics.boundingRect(0, 0, max(1, room), 10_000, Qt.TextFlag.TextWordWrap, self._text(row, column))
            height = max(height, box.height())
        return max(height, self.fontMetrics().lineSpacing()) + px(12)

    def _column(self, column: int) -> list[str]:
        return [self._text(row, column) for row in range(self.rowCount())]

    def _text(self, row: int, column: int) -> str:
        item = self.item(row, column)
        return "" if item is None else item.text()

    def _font_of(self, column: int) -> QFont:
        font = QFont(self.font())
        font.setBold(column in self._strong)
        return font

    @staticmethod
    def _side() -> int:
        """Left and right of the text in a cell: the style's padding and Qt's own margin."""
        return px(16) + 8

    def _height(self) -> int:
        return self.horizontalHeader().sizeHint().height() + self.verticalHeader().length() + px(2)
