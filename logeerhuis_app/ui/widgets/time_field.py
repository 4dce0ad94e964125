"""A time of the clock."""

from datetime import time

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QTimeEdit, QWidget

from logeerhuis_app.ui.style import px


class TimeField(QTimeEdit):
    """Hours and minutes, 24 hours to the day."""

    def __init__(self, value: time, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDisplayFormat("H:mm")
        self.set_value(value)
        # WORKAROUND: Qt 6.11 ignores horizontal padding of a spin box in a style sheet.
        self.lineEdit().setTextMargins(px(8), 0, 0, 0)

    def value(self) -> time:
        return time(self.time().hour(), self.time().minute())

    def set_value(self, value: time) -> None:
        self.setTime(QTime(value.hour, value.minute))
