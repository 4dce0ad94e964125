"""The rows of the chart as a table: a line for every bed and one above each location, a column for every night.

The view paints the bars itself; this table is what a screen reader and the keyboard walk through.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from logeerhuis_app.i18n.format import day_long
from logeerhuis_app.services.rows.planning import BarRow, BedRow, ChartRows, ClosureRow
from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.tape_geometry import Scale

Index = QModelIndex | QPersistentModelIndex
ROLE_ID = Qt.ItemDataRole.UserRole
"""The booking under a cell, or None."""
ROLE_BED = Qt.ItemDataRole.UserRole + 1
ROLE_NIGHT = Qt.ItemDataRole.UserRole + 2
"""The night of a cell as a day number (``date.toordinal``): Qt sorts and compares no ``date``."""


@dataclass(frozen=True)
class LocationLine:
    """The line above the beds of one location: «Plezant 7 bedden»."""

    location_id: int
    name: str
    beds: int


Line = LocationLine | BedRow
Stretch = TypeVar("Stretch", BarRow, ClosureRow)


class TapeModel(QAbstractTableModel):
    """Beds × nights of one stretch of time."""

    def __init__(self, rows: ChartRows, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take(rows)

    def show_rows(self, rows: ChartRows) -> None:
        self.beginResetModel()
        self._take(rows)
        self.endResetModel()

    def _take(self, rows: ChartRows) -> None:
        self.chart = rows
        self.lines: tuple[Line, ...] = tuple(_lines(rows.beds))
        self._row_of_bed = {line.bed_id: row for row, line in enumerate(self.lines) if isinstance(line, BedRow)}
        self._bars: list[list[BarRow]] = [[] for _line in self.lines]
        self._closures: list[list[ClosureRow]] = [[] for _line in self.lines]
        for bar in sorted(rows.bars, key=lambda bar: bar.first_night):
            if bar.bed_id in self._row_of_bed:
                self._bars[self._row_of_bed[bar.bed_id]].append(bar)
        for closure in sorted(rows.closures, key=lambda closure: closure.first_night):
            if closure.bed_id in self._row_of_bed:
                self._closures[self._row_of_bed[closure.bed_id]].append(closure)

    # what the view and the interaction ask

    def line(self, row: int) -> Line:
        return self.lines[row]

    def bed(self, row: int) -> BedRow | None:
        line = self.lines[row] if 0 <= row < len(self.lines) else None
        return line if isinstance(line, BedRow) else None

    def row_of_bed(self, bed_id: int) -> int | None:
        return self._row_of_bed.get(bed_id)

    def bed_rows(self) -> list[int]:
        return list(self._row_of_bed.values())

    def bars_in(self, row: int, first: date, last: date) -> Iterator[BarRow]:
        """The bars of a line with a night in [first, last], in order."""
        return _overlapping(self._bars[row], first, last)

    def closures_in(self, row: int, first: date, last: date) -> Iterator[ClosureRow]:
        return _overlapping(self._closures[row], first, last)

    def bar_at(self, row: int, night: date) -> BarRow | None:
        return next(self.bars_in(row, night, night), None)

    def closure_at(self, row: int, night: date) -> ClosureRow | None:
        return next(self.closures_in(row, night, night), None)

    def bars_of(self, booking_id: int) -> list[BarRow]:
        """The bars of one booking by night: more than one when it changes beds."""
        return sorted((bar for bar in self.chart.bars if bar.booking_id == booking_id), key=lambda b: b.first_night)

    def night(self, column: int) -> date:
        return Scale(self.chart.first, 1).day(column)

    def column_of(self, night: date) -> int:
        """The nearest column of a night, also of one outside the chart."""
        return max(0, min((night - self.chart.first).days, self.columnCount() - 1))

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else (self.chart.until - self.chart.first).days

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or self.bed(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        bed = self.bed(index.row()) if index.isValid() else None
        if bed is None:
            return None
        night = self.night(index.column())
        if role == ROLE_BED:
            return bed.bed_id
        if role == ROLE_NIGHT:
            return night.toordinal()
        bar, closure = self.bar_at(index.row(), night), self.closure_at(index.row(), night)
        if role == ROLE_ID:
            return bar.booking_id if bar else None
        if role == Qt.ItemDataRole.DisplayRole:
            return bar.guest if bar else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tape_words.cell_sentence(bed, night, bar, closure)
        if role == Qt.ItemDataRole.ToolTipRole and (bar or closure):
            return tape_words.bar_tip(bar) if bar else tape_words.closure_tip(closure) if closure else None
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Horizontal:
            return day_long(self.night(section))
        line = self.lines[section] if section < len(self.lines) else None
        if isinstance(line, LocationLine):
            return f"{line.name}, {tape_words.bed_count(line.beds)}"
        return ", ".join(filter(None, (line.name, line.features))) if line else None


def _lines(beds: tuple[BedRow, ...]) -> Iterator[Line]:
    for (location_id, name), group in groupby(beds, key=lambda bed: (bed.location_id, bed.location)):
        members = list(group)
        yield LocationLine(location_id, name, len(members))
        yield from members


def _overlapping(stretches: list[Stretch], first: date, last: date) -> Iterator[Stretch]:
    """Those with a night in [first, last]; a bed holds one at a time, so they are sorted by their last night too."""
    start = bisect_left(stretches, first, key=lambda stretch: stretch.last_night)
    stop = bisect_right(stretches, last, key=lambda stretch: stretch.first_night)
    return iter(stretches[start:stop])
