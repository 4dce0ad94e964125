"""A field for the six digits that a phone shows."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.second_factor import DIGITS

_ROOM = DIGITS + 4
"""Some apps show the code in two or three groups."""


class CodeField(QLineEdit):
    """Six digits, as the phone shows them: with or without spaces. Whoever reads it judges it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(_ROOM)
        self.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
        self.setPlaceholderText("123 456")
