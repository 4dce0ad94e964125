"""The white panel at the right of a screen: details of what is chosen, scrolling under a head that stays."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.growing_scroll_area import GrowingScrollArea
from logeerhuis_app.ui.widgets.label import Label, Role


class SidePanel(QFrame):
    """``head`` stands still (put the safety banner there), ``body`` scrolls, ``foot`` holds the buttons."""

    def __init__(self, width: int = 312, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(px(width))
        column = QVBoxLayout(self)
        side = px(18)
        column.setContentsMargins(side, px(16), side, px(16))
        column.setSpacing(px(tokens.SPACE_3))
        self.head = QVBoxLayout()
        self.head.setSpacing(px(tokens.SPACE_2))
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(px(tokens.SPACE_2))
        self.foot = QVBoxLayout()
        column.addLayout(self.head)
        column.addWidget(GrowingScrollArea(inside), 1)
        column.addLayout(self.foot)

    def add_section(self, title: str) -> None:
        """A heading with a line under it, as between the parts of a handover."""
        self.body.addSpacing(px(tokens.SPACE_1))
        self.body.addWidget(Label(title, Role.HEADING))
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        self.body.addWidget(line)
