"""Nobody at the keyboard for a while: say so, and the house locks."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from logeerhuis_app.domain.house_facts import USUAL_LOCK_MINUTES

LOOK_EVERY_MS = 5_000
_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.TabletMove,
    }
)


class IdleWatch(QObject):
    """Hears every key and mouse of the program, in each of its windows and dialogs.

    ``seconds_now``: a clock that nobody sets back. After a sleep of the computer it may have stood still.
    """

    idle = Signal()

    def __init__(self, parent: QObject | None = None, seconds_now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._seconds_now = seconds_now
        self._patience_s = USUAL_LOCK_MINUTES * 60
        self._last = seconds_now()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def set_minutes(self, minutes: int) -> None:
        """So long the house waits; it is the same on each of its PCs."""
        self._patience_s = minutes * 60

    def start(self) -> None:
        """From now on, counting from now."""
        self._last = self._seconds_now()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]
        self._timer.start(LOOK_EVERY_MS)

    def stop(self) -> None:
        """Nobody is logged in, so there is nothing to lock."""
        self._timer.stop()
        if (app := QApplication.instance()) is not None:
            app.removeEventFilter(self)

    def look(self) -> None:
        if self._seconds_now() - self._last >= self._patience_s:
            self.idle.emit()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS_OF_LIFE:
            self._last = self._seconds_now()
        return False
