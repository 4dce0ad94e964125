"""The striking frame of the practice house, so that nobody takes its guests for real."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.label import Label


class PracticeFrame(QWidget):
    """A coloured edge all round and a strip of words on top."""

    def __init__(self, inside: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "practice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        edge = px(5)
        column = QVBoxLayout(self)
        column.setContentsMargins(edge, 0, edge, edge)
        column.setSpacing(0)
        self.words = Label(_("PRACTICE HOUSE · invented guests, nothing here is real"))
        self.words.setProperty("role", "practice")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        inside.setProperty("role", "inside")
        column.addWidget(self.words)
        column.addWidget(inside, 1)
