"""Draws the lines: names bold, birth dates and remarks small, what asks for attention in an amber box."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from logeerhuis_app.domain.funding import Arrangement
from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.declaring import PayerGroup
from logeerhuis_app.ui.declarations.lines_model import ROLE_CELL, ROLE_ID, Cell, Column, LinesModel
from logeerhuis_app.ui.style import px, tokens

AnyIndex = QModelIndex | QPersistentModelIndex
_WRAP = Qt.TextFlag.TextWordWrap


class CellDelegate(QStyledItemDelegate):
    """Paints a cell of lines under each other, and knows how tall that is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        cell: Cell | None = index.data(ROLE_CELL)
        view = self.parent()
        if cell is None or not isinstance(view, QTableView):
            return super().sizeHint(option, index)
        width = view.columnWidth(index.column())
        height = sum(rect.height() for rect, _text, _font, _kind in self._blocks(option, cell, QRect(0, 0, width, 0)))
        return QSize(width, height + 2 * _pad_y())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        cell: Cell | None = index.data(ROLE_CELL)
        if cell is None:
            return
        painter.save()
        self._paint_ground(painter, option)
        side = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole) or Qt.AlignmentFlag.AlignLeft)
        for rect, text, font, kind in self._blocks(option, cell, option.rect):
            painter.setFont(font)
            inner = rect
            if kind == "amber":
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(tokens.AMBER_TINT))
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.drawRoundedRect(rect.adjusted(-px(6), px(2), px(6), 0), px(7), px(7))
                inner = rect.adjusted(0, px(3), 0, 0)
            painter.setPen(QColor(_INK[kind]))
            painter.drawText(inner, side | Qt.AlignmentFlag.AlignTop | _WRAP, text)
        painter.restore()

    @staticmethod
    def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
        rect: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.fillRect(rect, QColor(tokens.TEAL_TINT if selected else tokens.PANEL))
        painter.setPen(QColor(tokens.LINE))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    @staticmethod
    def _blocks(option: QStyleOptionViewItem, cell: Cell, rect: QRect) -> list[tuple[QRect, str, QFont, str]]:
        """Each text with its place, from the top."""
        base: QFont = option.font
        strong, small, amber = QFont(base), QFont(base), QFont(base)
        strong.setBold(cell.is_strong)
        small.setPixelSize(px(tokens.SMALL_PX))
        amber.setPixelSize(px(tokens.TINY_PX))
        amber.setBold(True)
        texts = [(text, strong, "main") for text in cell.main]
        texts += [(text, small, "small") for text in cell.small]
        texts += [(text, amber, "amber") for text in cell.amber]
        top, blocks = rect.top() + _pad_y(), []
        inset = px(8)
        for text, font, kind in texts:
            indent = px(6) if kind == "amber" else 0
            room = QRect(0, 0, max(px(20), rect.width() - 2 * (inset + indent)), 10_000)
            needed = QFontMetrics(font).boundingRect(room, _WRAP, text or " ").height()
            extra = px(6) if kind == "amber" else 0
            blocks.append((QRect(rect.left() + inset + indent, top, room.width(), needed + extra), text, font, kind))
            top += needed + extra
        return blocks


_INK = {"main": tokens.INK, "small": tokens.MUTE_ON_TINT, "amber": tokens.AMBER_INK}


def _pad_y() -> int:
    return px(7)


class LinesTable(QTableView):
    """As tall as its rows; what is around it scrolls. Enter or a double click opens the guest's file."""

    guest_opened = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = LinesModel()
        self.lines.setParent(self)
        self.setModel(self.lines)
        self.setItemDelegate(CellDelegate(self))
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.activated.connect(self._open)
        self.setAccessibleName(_("Lines of this declaration"))

    def show_group(self, group: PayerGroup) -> None:
        self.lines.show_group(group)
        self.setVisible(bool(group.lines) and group.arrangement is not Arrangement.LUMP_SUM)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _open(self, index: QModelIndex) -> None:
        guest_id = index.data(ROLE_ID)
        if guest_id:
            self.guest_opened.emit(guest_id)

    def _fit(self) -> None:
        """Columns to the width, rows to their text, and the table to its rows."""
        metrics = QFontMetrics(self.font())
        compact = self.viewport().width() < px(440)
        self.lines.set_compact(compact)
        self.setColumnHidden(Column.RATE, compact)
        rate = 0 if compact else metrics.horizontalAdvance("208,91") + px(20)
        narrow = {
            Column.NIGHTS: metrics.horizontalAdvance(_("Nights")) + px(22),
            Column.RATE: rate,
            Column.AMOUNT: metrics.horizontalAdvance("12.089,10") + px(20),
        }
        rest = max(px(160), self.viewport().width() - sum(narrow.values()))
        birth_date = metrics.horizontalAdvance("00-00-0000") + px(20)  # the second identifier is never cut
        guest = max(int(rest * 0.38), birth_date)
        widths = {Column.GUEST: guest, Column.STAY: rest - guest, **narrow}
        for column, width in widths.items():
            if width:
                self.setColumnWidth(column, width)
        self.resizeRowsToContents()
        rows = sum(self.rowHeight(row) for row in range(self.lines.rowCount()))
        self.setFixedHeight(rows + self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth() + 2)
