"""Text on a screen."""

from enum import StrEnum

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from logeerhuis_app.ui.style.sheet import restyle


class Role(StrEnum):
    """What a text is; the style sheet says how that looks."""

    BODY = "body"
    TITLE = "title"
    NAME = "name"
    HEADING = "heading"
    STRONG = "strong"
    MUTE = "mute"
    SMALL = "small"
    SECTION = "section"
    AMBER = "amber"
    PROBLEM = "problem"
    MISSING = "missing"


class Label(QLabel):
    """Plain text, never markup: a name with «<» in it is shown as it was typed."""

    def __init__(
        self, text: str = "", role: Role = Role.BODY, *, wraps: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wraps)
        self.setProperty("role", str(role))

    def setText(self, text: str) -> None:
        super().setText(text)
        self._claim_height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._claim_height()

    def _claim_height(self) -> None:
        """A layout may squeeze a wrapping label below its text; this one does not let it."""
        if not self.wordWrap():
            return
        needed = self._text_height(self.contentsRect().width()) + self.height() - self.contentsRect().height()
        if needed != self.minimumHeight():
            self.setMinimumHeight(needed)

    def _text_height(self, width: int) -> int:
        """Measured here, since ``heightForWidth`` of a label never falls below its minimum height."""
        flags = Qt.TextFlag.TextWordWrap.value
        return self.fontMetrics().boundingRect(QRect(0, 0, max(1, width), 100_000), flags, self.text()).height()

    def set_role(self, role: Role) -> None:
        if self.property("role") != str(role):
            self.setProperty("role", str(role))
            restyle(self)
