"""A push button in one of the house's kinds."""

from enum import StrEnum

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QWidget

from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon as drawing


class Kind(StrEnum):
    PRIMARY = "primary"  # the one thing to do here
    PLAIN = "plain"
    LINK = "link"  # within text


class Button(QPushButton):
    """Says what it does; its key stands in the tooltip and works wherever its window has the focus.

    ``shown_key`` stands in the tooltip only: the main window owns that key and asks the screen. Two owners of one
    key would be ambiguous to Qt, and neither would work.
    """

    def __init__(
        self,
        text: str,
        kind: Kind = Kind.PLAIN,
        *,
        key: str = "",
        shown_key: str = "",
        icon: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", str(kind))
        self.setAutoDefault(False)
        self.setAccessibleName(text.replace("&", ""))
        if kind is Kind.LINK:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        if key:
            self.set_key(key)
        elif shown_key:
            self._tell_key(QKeySequence(shown_key))
        if icon:
            self.setIcon(drawing(icon, tokens.PANEL if kind is Kind.PRIMARY else tokens.INK, 16))
            self.setIconSize(QSize(px(16), px(16)))

    def set_key(self, key: str) -> None:
        sequence = QKeySequence(key)
        self.setShortcut(sequence)
        self._tell_key(sequence)

    def _tell_key(self, sequence: QKeySequence) -> None:
        shown = sequence.toString(QKeySequence.SequenceFormat.NativeText)
        self.setToolTip(f"{self.text().replace('&', '')} ({shown})")
