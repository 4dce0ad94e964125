"""A few lines of text under each other, each in its own weight, with a pill after it where there is one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.ui.handover.row_words import Line, Weight
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label


class LineStack(QWidget):
    """Grows with its text; nothing is cut off."""

    def __init__(self, lines: Sequence[Line] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self.show_lines(lines)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """These instead of what stood there."""
        while self.column.count():
            item = self.column.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for line in lines:
            self.column.addWidget(_line_widget(line))


def line_label(line: Line) -> Label:
    """One line as a label in its weight; what to do about it is its tooltip."""
    label = Label(line.text, wraps=True)
    label.setProperty("role", "strong" if line.weight is Weight.STRONG else str(line.weight))
    label.setToolTip(line.tip)
    return label


def _line_widget(line: Line) -> QWidget:
    if not line.badge:
        return line_label(line)
    area = FlowArea(6)
    if line.text:
        text = line_label(line)
        text.setWordWrap(False)
        area.flow.addWidget(text)
    area.flow.addWidget(Badge(line.badge, Tone.AMBER))
    return area
