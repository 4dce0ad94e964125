"""The list that opens under a field while someone types; the keyboard stays in the field."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone

ROLE_ROW = Qt.ItemDataRole.UserRole
_MOST_ROWS = 8


@dataclass(frozen=True)
class ResultRow:
    """One line: a title, what tells two alike apart, and up to two badges with their tones."""

    key: object
    title: str
    subtitle: str = ""
    badges: tuple[tuple[str, Tone], ...] = ()

    @property
    def spoken(self) -> str:
        return ", ".join(part for part in (self.title, self.subtitle, *(text for text, _tone in self.badges)) if part)


class ResultDelegate(QStyledItemDelegate):
    """Paints a ``ResultRow``: bold title, mute line below, badges beside the title or, where it is long, below.

    ``room`` is the width of a line; 0: as wide as the view. A name is never cut off for a badge.
    """

    room = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: ResultRow = index.data(ROLE_ROW)
        bold, small = self._fonts(option)
        lines = QFontMetrics(bold).height() + (QFontMetrics(small).height() if row.subtitle else 0)
        if not self._fits_beside(row, option, self.room or _view_width(option)):
            lines += QFontMetrics(small).height() + px(7)
        width = max(
            QFontMetrics(bold).horizontalAdvance(row.title), QFontMetrics(small).horizontalAdvance(row.subtitle)
        )
        return QSize(width + self._badges_width(row, small) + px(40), lines + px(14))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: ResultRow = index.data(ROLE_ROW)
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if QStyle.StateFlag.State_Selected in state:
            painter.fillRect(box, QColor(tokens.TEAL_TINT))
            painter.fillRect(QRect(box.left(), box.top(), px(4), box.height()), QColor(tokens.TEAL))
        painter.setPen(QColor(tokens.LINE))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        bold, small = self._fonts(option)
        text = box.adjusted(px(12), px(7), -px(10), -px(7))
        if self._fits_beside(row, option, box.width()):
            left = text.right() - self._badges_width(row, small) + px(6)
            self._paint_badges(painter, row, QPoint(left, text.top()), small)
        else:
            text.setBottom(text.bottom() - QFontMetrics(small).height() - px(7))
            self._paint_badges(painter, row, QPoint(text.left(), text.bottom() + px(4)), small)
        self._paint_line(painter, text, Qt.AlignmentFlag.AlignTop, row.title, bold, tokens.INK)
        self._paint_line(painter, text, Qt.AlignmentFlag.AlignBottom, row.subtitle, small, tokens.MUTE_ON_TINT)
        painter.restore()

    @staticmethod
    def _paint_line(
        painter: QPainter, box: QRect, edge: Qt.AlignmentFlag, words: str, font: QFont, colour: str
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, edge | Qt.AlignmentFlag.AlignLeft, shown)

    def _fits_beside(self, row: ResultRow, option: QStyleOptionViewItem, width: int) -> bool:
        """Title and badges on one line of this width."""
        bold, small = self._fonts(option)
        title = QFontMetrics(bold).horizontalAdvance(row.title)
        return px(12) + title + px(8) + self._badges_width(row, small) + px(10) <= width

    def _badges_width(self, row: ResultRow, font: QFont) -> int:
        return sum(self._badge_width(font, text) + px(6) for text, _tone in row.badges)

    def _paint_badges(self, painter: QPainter, row: ResultRow, at: QPoint, font: QFont) -> None:
        """From this corner to the right."""
        left, height = at.x(), QFontMetrics(font).height() + px(3)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        strong = QFont(font)
        strong.setBold(True)
        painter.setFont(strong)
        for text, tone in row.badges:
            width = self._badge_width(strong, text)
            pill = QRect(left, at.y(), width, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.TONES[tone].tint))
            painter.drawRoundedRect(pill, height / 2, height / 2)
            painter.setPen(QColor(tokens.TONES[tone].ink))
            painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)
            left += width + px(6)

    @staticmethod
    def _badge_width(font: QFont, text: str) -> int:
        strong = QFont(font)
        strong.setBold(True)
        return QFontMetrics(strong).horizontalAdvance(text) + px(16)

    @staticmethod
    def _fonts(option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
        bold = QFont(option.font)
        bold.setBold(True)
        small = QFont(option.font)
        small.setPixelSize(px(tokens.SMALL_PX))
        return bold, small


def _view_width(option: QStyleOptionViewItem) -> int:
    view = option.widget
    return view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()


class ResultList(QFrame):
    """Lies over the window of its field. Up, down, Page, Enter and Esc are taken from the field while it is open."""

    picked = Signal(object)  # key of the row

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field)
        self._field = field
        self.setProperty("role", "popup")
        self.list = QListWidget()
        self.list.setAccessibleName(_("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._delegate = ResultDelegate(self.list)
        self.list.setItemDelegate(self._delegate)
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.itemClicked.connect(self._pick)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(2), px(4), px(2), px(4))
        column.addWidget(self.list)
        field.installEventFilter(self)
        self.hide()

    def show_rows(self, rows: Sequence[ResultRow], nothing_found: str) -> None:
        """Open with these rows, the first one chosen; without rows it says so in words."""
        self.list.clear()
        for row in rows:
            self._add(row).setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
        if not rows:
            item = self._add(ResultRow(None, nothing_found))
            item.setFlags(Qt.ItemFlag.NoItemFlags)
        else:
            self.list.setCurrentRow(0)
        self._place()
        self.show()
        self.raise_()

    def rows(self) -> list[ResultRow]:
        """What stands in the list now, the sentence about nothing found left out."""
        items = (self.list.item(place) for place in range(self.list.count()))
        return [item.data(ROLE_ROW) for item in items if item.flags() & Qt.ItemFlag.ItemIsSelectable]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and self.isVisible():
            if event.type() == QEvent.Type.FocusOut and not self.underMouse():
                self.hide()
            elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: _MOST_ROWS, Qt.Key.Key_PageUp: -_MOST_ROWS}
        if key in steps:
            last = self.list.count() - 1
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + steps[key], last)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.list.currentItem() is not None:
                self._pick(self.list.currentItem())
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def _add(self, row: ResultRow) -> QListWidgetItem:
        item = QListWidgetItem(self.list)
        item.setData(ROLE_ROW, row)
        return item

    def _pick(self, item: QListWidgetItem) -> None:
        if not item.flags() & Qt.ItemFlag.ItemIsSelectable:
            return
        row: ResultRow = item.data(ROLE_ROW)
        self.hide()
        self.picked.emit(row.key)

    def _place(self) -> None:
        """Under the field, or above it where there is more room; within its window."""
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        corner = self._field.mapTo(window, QPoint(0, 0))
        below = window.height() - corner.y() - self._field.height() - px(8)
        above = corner.y() - px(8)
        width = min(max(self._field.width(), self.list.sizeHintForColumn(0) + px(24)), window.width() - px(16))
        self._delegate.room = width - px(24)
        wanted = sum(self.list.sizeHintForRow(place) for place in range(min(self.list.count(), _MOST_ROWS))) + px(14)
        height = min(wanted, max(below, above))
        x = max(px(8), min(corner.x(), window.width() - width - px(8)))
        goes_below = below >= min(wanted, above) or below >= above
        y = corner.y() + self._field.height() + px(2) if goes_below else corner.y() - height - px(2)
        self.setGeometry(x, y, width, height)
