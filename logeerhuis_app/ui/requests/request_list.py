"""The same families as a list, sorted by the next date."""

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.format import day_short
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.trajectory import TrajectoryRow
from logeerhuis_app.ui.requests.request_card import who_line
from logeerhuis_app.ui.style import px

Index = QModelIndex | QPersistentModelIndex
ROLE_ID = Qt.ItemDataRole.UserRole + 1


class Column(IntEnum):
    WHO = 0
    STATE = 1
    NEXT_ON = 2
    NEXT_STEP = 3
    CONTACT = 4
    URGENCY = 5


TITLES = {
    Column.WHO: N_("Guest"),
    Column.STATE: N_("State"),
    Column.NEXT_ON: N_("When"),
    Column.NEXT_STEP: N_("Next step"),
    Column.CONTACT: N_("Fixed contact"),
    Column.URGENCY: N_("Urgency"),
}


class RequestModel(QAbstractTableModel):
    """Rows in the order they are given."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[TrajectoryRow, ...] = ()

    def show_rows(self, rows: Sequence[TrajectoryRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(Column)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == ROLE_ID:
            return row.trajectory_id
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _cell(row, Column(index.column()))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return _(TITLES[Column(section)])
        return None


def _cell(row: TrajectoryRow, column: Column) -> str:
    if column is Column.WHO:
        return f"{row.guest}\n{who_line(row)}"
    if column is Column.NEXT_ON:
        return _("no date") if row.next_on is None else _when(row)
    texts = {
        Column.STATE: label(row.state),
        Column.NEXT_STEP: row.next_step or "–",
        Column.CONTACT: row.fixed_contact or "–",
        Column.URGENCY: label(row.urgency),
    }
    return texts[column]


def _when(row: TrajectoryRow) -> str:
    if row.next_on is None:
        return ""
    day = day_short(row.next_on)
    return _("{day}, passed").format(day=day) if row.is_late else day


class RequestList(QTableView):
    """Enter or a double click opens the road at the right."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Requests"))
        self.rows_model = RequestModel(self)
        self.setModel(self.rows_model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(50))
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(Column.NEXT_STEP, QHeaderView.ResizeMode.Stretch)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_rows(self, rows: Sequence[TrajectoryRow], selected_id: int | None) -> None:
        """The rows anew; the chosen one stays chosen."""
        self.rows_model.show_rows(rows)
        place = next((n for n, row in enumerate(rows) if row.trajectory_id == selected_id), -1)
        if place >= 0:
            blocked = self.selectionModel().blockSignals(True)
            self.selectRow(place)
            self.selectionModel().blockSignals(blocked)

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(int(current.data(ROLE_ID)))
