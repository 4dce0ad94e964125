"""Facts in two columns: what it is at the left, what it says at the right."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.label import Label, Role


@dataclass(frozen=True)
class KeyValue:
    """One fact. An empty ``value`` is shown as «not filled in», never as nothing.

    ``is_missing``: the value says that something is unknown («niet gevraagd»), and is shown apart from a real answer.
    """

    label: str
    value: str
    is_strong: bool = False
    is_missing: bool = False
    needs_attention: bool = False


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
            self._grid.addWidget(value, place, 1, Qt.AlignmentFlag.AlignTop)
        self._rows = place + 1
        self._keep_at_top()

    def texts(self) -> list[tuple[str, str]]:
        """What stands on the screen, row by row."""
        found = []
        for place in range(self._grid.rowCount()):
            cells = [self._grid.itemAtPosition(place, column) for column in (0, 1)]
            widgets = [cell.widget() for cell in cells if cell is not None]
            if len(widgets) == 2 and all(isinstance(widget, Label) for widget in widgets):
                found.append((widgets[0].text(), widgets[1].text()))  # type: ignore[union-attr]
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
