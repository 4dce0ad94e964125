"""The lines of one payer's month as a table: a row per line and the total under them."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import amount, number
from logeerhuis_app.services.rows.declaring import LineRow, PayerGroup
from logeerhuis_app.ui.declarations import words

AnyIndex = QModelIndex | QPersistentModelIndex
ROLE_CELL = Qt.ItemDataRole.UserRole + 1
ROLE_ID = Qt.ItemDataRole.UserRole + 2


class Column(IntEnum):
    GUEST = 0
    STAY = 1
    NIGHTS = 2
    RATE = 3
    AMOUNT = 4


@dataclass(frozen=True)
class Cell:
    """What stands in a cell, one under the other: plain lines, small ones, and amber ones."""

    main: tuple[str, ...]
    small: tuple[str, ...] = ()
    amber: tuple[str, ...] = ()
    is_strong: bool = False

    @property
    def text(self) -> str:
        return "\n".join((*self.main, *self.small, *self.amber))


class LinesModel(QAbstractTableModel):
    """Read only; set anew as a whole."""

    def __init__(self) -> None:
        super().__init__()
        self._group: PayerGroup | None = None
        self._rows: list[tuple[Cell, ...]] = []
        self.is_compact = False  # the rate stands under the amount, for there is no room beside it

    def set_compact(self, compact: bool) -> None:
        if compact != self.is_compact:
            self.is_compact = compact
            self.show_group(self._group)

    def show_group(self, group: PayerGroup | None) -> None:
        self.beginResetModel()
        self._group = group
        self._rows = [] if group is None else [_cells(line, is_compact=self.is_compact) for line in group.lines]
        if group is not None and group.lines:
            self._rows.append(_total(group))
        self.endResetModel()

    def guest_at(self, row: int) -> int:
        """The guest of a line; 0 for the total."""
        lines: Sequence[LineRow] = self._group.lines if self._group else ()
        return lines[row].guest_id if 0 <= row < len(lines) else 0

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(Column)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell = self._rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return cell.text
        if role == ROLE_CELL:
            return cell
        if role == ROLE_ID:
            return self.guest_at(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight if index.column() >= Column.NIGHTS else Qt.AlignmentFlag.AlignLeft
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if section >= Column.NIGHTS else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        nights = words.unit_caption(self._group) if self._group else _("Nights")
        return (_("Guest"), _("Stay"), nights, _("Rate"), _("Amount"))[section]


def _cells(line: LineRow, *, is_compact: bool) -> tuple[Cell, ...]:
    spans = tuple(words.span_words(span, line) for span in line.spans)
    return (
        Cell((line.name,), (words.born_words(line),), is_strong=True),
        Cell(spans, (*line.remarks, *line.notes), line.cautions),
        Cell((number(line.nights),)),
        Cell((amount(line.rate),)),
        Cell((amount(line.amount),), (_("at {rate}").format(rate=amount(line.rate)),) if is_compact else ()),
    )


def _total(group: PayerGroup) -> tuple[Cell, ...]:
    nights, total = number(group.nights), amount(group.total)
    return tuple(Cell((text,), is_strong=True) for text in (_("Total"), "", nights, "", total))
