"""Widgets in a cycle die in the window's thread, whoever allocates."""

import gc
import threading
import weakref

from PySide6.QtWidgets import QWidget

from logeerhuis_app.ui.garbage import WindowGarbage


class Knot(QWidget):
    """Knows itself, as a dialog does that is held by its own lambda."""

    def __init__(self) -> None:
        super().__init__()
        self.held = lambda: self


def test_a_busy_thread_does_not_collect_and_the_window_does(qtbot):
    garbage = WindowGarbage()
    garbage.start(interval_ms=10_000)
    knot = weakref.ref(Knot())
    thread = threading.Thread(target=lambda: [[] for _ in range(100_000)])
    thread.start()
    thread.join()
    assert knot() is not None
    kept: list[list[int]] = [[] for _ in range(gc.get_threshold()[0] + 1)]
    assert garbage.collect_if_due() >= 0
    assert knot() is None
    assert kept
    garbage.stop()
    assert gc.isenabled()
    gc.disable()  # as the fixture of all window tests left it


def test_little_garbage_is_left_for_later(qtbot):
    gc.collect()
    assert WindowGarbage().collect_if_due() == -1
