"""Facts in two columns: what it is at the left, what it says at the right."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.swatch import swatch
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.label import Label, Role


@dataclass(frozen=True)
class KeyValue:
    """One fact. An empty ``value`` is shown as «not filled in», never as nothing.

    ``colour``: a small square before the value, which says the same in words.
    ``mark``: one word on a badge after the value («gewijzigd»).
    ``is_missing``: the value says that something is unknown («niet gevraagd»), and is shown apart from a real answer.
    """

    label: str
    value: str
    is_strong: bool = False
    is_missing: bool = False
    needs_attention: bool = False
    colour: str = ""
    mark: str = ""


class KeyValues(QWidget):
    """Labels and values wrap within their column; a value can be selected and copied."""

    def __init__(
        self, rows: Iterable[KeyValue] = (), *, label_share: float = 0.42, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(tokens.SPACE_2))
        self._grid.setVerticalSpacing(px(5))
        self._grid.setColumnStretch(0, round(label_share * 100))
        self._grid.setColumnStretch(1, round((1 - label_share) * 100))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._rows = 0
        self.set_rows(rows)

    def set_rows(self, rows: Iterable[KeyValue]) -> None:
        self._clear()
        place = -1
        for place, row in enumerate(rows):
            name = Label(row.label, Role.MUTE, wraps=True)
            value = self._value_label(row)
            name.setBuddy(value)
            self._grid.addWidget(name, place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(_beside_colour(row.colour, value), place, 1, Qt.AlignmentFlag.AlignTop)
            if row.mark:
                self._grid.addWidget(Badge(row.mark, Tone.TEAL), place, 2, Qt.AlignmentFlag.AlignTop)
        self._rows = place + 1
        self._keep_at_top()

    def texts(self) -> list[tuple[str, str]]:
        """What stands on the screen, row by row."""
        found = []
        for place in range(self._grid.rowCount()):
            cells = [self._grid.itemAtPosition(place, column) for column in (0, 1)]
            labels = [_label_in(cell.widget()) for cell in cells if cell is not None]
            if len(labels) == 2 and labels[0] is not None and labels[1] is not None:
                found.append((labels[0].text(), labels[1].text()))
        return found

    def _keep_at_top(self) -> None:
        """Room to spare goes below the last row, not between the rows."""
        for place in range(self._rows + 1):
            self._grid.setRowStretch(place, 0)
        self._grid.setRowStretch(self._rows, 1)

    def _clear(self) -> None:
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()  # type: ignore[union-attr]
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    @staticmethod
    def _value_label(row: KeyValue) -> Label:
        role = Role.BODY
        if row.needs_attention:
            role = Role.PROBLEM
        elif row.is_missing or not row.value:
            role = Role.MISSING
        elif row.is_strong:
            role = Role.STRONG
        value = Label(row.value or _("not filled in"), role, wraps=True)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        value.setAccessibleName(f"{row.label}: {value.text()}")
        return value


def _beside_colour(colour: str, value: Label) -> QWidget:
    if not colour:
        return value
    both = QWidget()
    row = QHBoxLayout(both)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(px(6))
    square = QLabel()
    square.setPixmap(swatch(colour))
    row.addWidget(square, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(value, 1)
    return both


def _label_in(cell: QWidget | None) -> Label | None:
    """The label itself, or the one beside a colour."""
    if cell is None or isinstance(cell, Label):
        return cell
    return cell.findChild(Label)
