"""Fixtures that watch what a test leaves behind. They act by themselves on every test."""

import logging
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

POOL_PATIENCE_MS = 5_000
THREAD_PATIENCE_S = 5.0


class _ErrorLines(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_error_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail on a logged error, unless the test carries the mark ``error_log_expected``."""
    handler = _ErrorLines()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if handler.lines and request.node.get_closest_marker("error_log_expected") is None:
        pytest.fail("errors were logged:\n" + "\n".join(handler.lines), pytrace=False)


@pytest.fixture(autouse=True)
def no_leftovers() -> Iterator[None]:
    """Fail when a window stays open or a thread keeps running after the test."""
    windows_before = set(map(id, _open_windows()))
    threads_before = set(threading.enumerate())
    yield
    _let_qt_finish()
    windows = [window for window in _open_windows() if id(window) not in windows_before]
    names = [f"{type(window).__name__} {window.windowTitle()!r}" for window in windows]
    for window in windows:  # or every later test would fail for it
        window.hide()
        window.deleteLater()
    threads = [thread.name for thread in set(threading.enumerate()) - threads_before if _keeps_running(thread)]
    if names or threads:
        pytest.fail(f"left behind: windows {names}, threads {threads}", pytrace=False)


def _open_windows() -> list["QWidget"]:
    """Windows on screen; a tooltip vanishes by itself and does not count."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [
        window
        for window in widgets.QApplication.topLevelWidgets()
        if window.isVisible() and window.metaObject().className() != "QTipLabel"
    ]


def _let_qt_finish() -> None:
    """Run what was put off: deletions wait for an event loop that tests do not have."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QCoreApplication.instance() is None:
        return
    if not core.QThreadPool.globalInstance().waitForDone(POOL_PATIENCE_MS):
        pytest.fail("a job of the thread pool is still running", pytrace=False)
    core.QCoreApplication.processEvents()
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)


def _keeps_running(thread: threading.Thread) -> bool:
    if thread.daemon:
        return False
    thread.join(THREAD_PATIENCE_S)
    return thread.is_alive()
