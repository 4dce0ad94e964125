"""Python's cyclic garbage is collected in the window's thread only.

A cycle that holds a widget (a lambda that knows its dialog is enough) can be found by the collector in whichever
thread happens to allocate; destroying a widget outside the window's thread crashes Qt. So the automatic collector is
off while the window runs, and a timer does its work where widgets live.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 1000


class WindowGarbage(QObject):
    """Keeps Python's own thresholds; ``stop`` gives the work back to Python."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.collect_if_due)

    def start(self, interval_ms: int = INTERVAL_MS) -> None:
        gc.disable()
        self._timer.start(interval_ms)

    def stop(self) -> None:
        self._timer.stop()
        gc.enable()

    def collect_if_due(self) -> int:
        """Collect the oldest generation whose threshold was passed; gives its number, or -1."""
        for generation in (2, 1, 0):
            threshold = gc.get_threshold()[generation]
            if threshold and gc.get_count()[generation] > threshold:
                gc.collect(generation)
                return generation
        return -1
