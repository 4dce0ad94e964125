"""A step that may wait: ticked only with what that means in plain words below it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.label import Label, Role


class Later(QWidget):
    """``consequence`` is read by eye and by screen reader alike."""

    toggled = Signal(bool)

    def __init__(self, text: str, consequence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QCheckBox(text)
        self.box.setAccessibleDescription(consequence)
        self.box.toggled.connect(self.toggled)
        line = QHBoxLayout()
        line.setContentsMargins(px(29), 0, 0, 0)
        line.addWidget(Label(consequence, Role.AMBER, wraps=True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(6), 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.box)
        column.addLayout(line)
        self.setFocusProxy(self.box)

    @property
    def is_chosen(self) -> bool:
        return self.box.isChecked()
