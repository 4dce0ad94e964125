"""A field for a password."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon


class PasswordField(QLineEdit):
    """Hidden unless its eye is pressed; says when Caps Lock seems to be on.

    Qt does not know the state of Caps Lock, but a capital without Shift gives it away.
    """

    caps_lock_seen = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.eye = QToolButton(self)
        self.eye.setProperty("kind", "plain")
        self.eye.setIcon(icon("eye", tokens.MUTE, 16))
        self.eye.setCheckable(True)
        self.eye.setCursor(Qt.CursorShape.PointingHandCursor)
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.toggled.connect(self._show_letters)
        self._show_letters(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = self.height() - px(6)
        self.eye.setGeometry(self.width() - side - px(4), px(3), side, side)
        self.setTextMargins(0, 0, side, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        letter = event.text()
        if len(letter) == 1 and letter.isalpha() and letter.upper() != letter.lower():
            has_shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock_seen.emit(letter.isupper() != has_shift)
        super().keyPressEvent(event)

    def _show_letters(self, shown: bool) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        words = _("Hide the password") if shown else _("Show the password")
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)
