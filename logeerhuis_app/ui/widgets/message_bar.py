"""A message in the window, with something to do about it."""

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.icons import icon, pixmap
from logeerhuis_app.ui.style.sheet import restyle
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.label import Label


class MessageKind(StrEnum):
    INFO = "info"
    SUCCESS = "success"
    ATTENTION = "attention"
    LIFE = "life"  # risk of life; nothing else is red


_SIGNS = {
    MessageKind.INFO: ("info", tokens.TEAL),
    MessageKind.SUCCESS: ("check", tokens.TONES[tokens.Tone.WLZ].ink),
    MessageKind.ATTENTION: ("warning", tokens.AMBER_INK),
    MessageKind.LIFE: ("stop", tokens.RED),
}


class MessageBar(QFrame):
    """Hidden until there is something to say; closed by its cross or by the next message."""

    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self._on_action: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_message)
        self._build()
        self.hide()

    @property
    def text(self) -> str:
        """What stands there now; empty when the bar is hidden."""
        return self._text.text() if not self.isHidden() else ""

    def show_message(
        self,
        text: str,
        kind: MessageKind = MessageKind.INFO,
        *,
        action_text: str = "",
        on_action: Callable[[], None] | None = None,
        seconds: int = 0,
    ) -> None:
        """Say it in the place of what stood there. ``seconds`` 0: it stays until it is closed.

        A message of attention or life risk always stays, whatever ``seconds`` says.
        """
        self._timer.stop()
        self._text.setText(text)
        self._on_action = on_action
        self.action_button.setText(action_text)
        self.action_button.setAccessibleName(action_text)
        self.action_button.setVisible(bool(action_text))
        self.setProperty("tone", str(kind))
        restyle(self)
        restyle(self._text)
        sign, colour = _SIGNS[kind]
        self._sign.setPixmap(pixmap(sign, colour, 18))
        self.setAccessibleName(text)
        self.show()
        self.opened.emit()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))
        if seconds and kind in (MessageKind.INFO, MessageKind.SUCCESS):
            self._timer.start(seconds * 1000)

    def close_message(self) -> None:
        if self.isHidden():
            return
        self._timer.stop()
        self.hide()
        self._on_action = None
        self.closed.emit()

    def _act(self) -> None:
        action = self._on_action
        self.close_message()
        if action is not None:
            action()

    def _build(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(px(12), px(6), px(6), px(6))
        row.setSpacing(px(tokens.SPACE_2))
        self._sign = Label()
        self._text = Label("", wraps=True)
        self.action_button = Button("", Kind.LINK)
        self.action_button.clicked.connect(self._act)
        self.close_button = QToolButton()
        self.close_button.setProperty("kind", "plain")
        self.close_button.setIcon(icon("close", tokens.INK, 14))
        self.close_button.setToolTip(_("Close this message"))
        self.close_button.setAccessibleName(_("Close this message"))
        self.close_button.clicked.connect(self.close_message)
        row.addWidget(self._sign)
        row.addWidget(self._text, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.close_button)
