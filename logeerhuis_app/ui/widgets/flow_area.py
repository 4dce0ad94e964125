"""A piece of a window whose widgets go on to the next line when the line is full."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.widgets.flow_layout import FlowLayout


class FlowArea(QWidget):
    """Put widgets in ``flow``. It claims the height its lines need, so that no layout can squeeze a line away."""

    def __init__(self, spacing: int = tokens.SPACE_2, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.flow = FlowLayout(self, spacing)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self.flow.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_height()

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._claim_height()
        return answer

    def _claim_height(self) -> None:
        needed = self.flow.heightForWidth(self.width())
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)
