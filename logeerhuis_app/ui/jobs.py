"""Work that takes longer than a blink, off the window's thread."""

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal, Slot

if TYPE_CHECKING:  # the login stands on this, and must not wait for the database's libraries
    from logeerhuis_app.services.door import Door

_log = logging.getLogger(__name__)


class Job(QObject):
    """One piece of work in the pool. It takes and gives frozen values only, and opens its own session.

    The work may call ``progress(done, total)`` and look at ``is_stopped()`` between its steps.
    """

    finished = Signal(object)  # what the work gave back
    failed = Signal(object)  # the exception; refusals and faults alike
    progressed = Signal(int, int)

    def __init__(self, work: Callable[["Job"], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._is_stopped = False

    def start(self) -> "Job":
        """Hand it to the pool; the job keeps itself alive until it has ended, or its signals would get lost."""
        _RUNNING.add(self)
        self.finished.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(self._forget, Qt.ConnectionType.QueuedConnection)
        QThreadPool.globalInstance().start(_Runner(self))
        return self

    def stop(self) -> None:
        """Ask it to stop at its next step."""
        self._is_stopped = True

    def is_stopped(self) -> bool:
        return self._is_stopped

    def progress(self, done: int, total: int) -> None:
        self.progressed.emit(done, total)

    def run(self) -> None:
        """In the pool's thread."""
        try:
            answer = self._work(self)
        except Exception as error:  # noqa: BLE001 - the thread border: whoever listens decides what it means
            _log.info("job failed: %s", type(error).__name__)
            self.failed.emit(error)
        else:
            self.finished.emit(answer)

    @Slot()
    def _forget(self) -> None:
        _RUNNING.discard(self)


def own_door(door: "Door") -> "Door":
    """The same user through a door of its own, for a thread of its own."""
    return type(door)(door.engine, door.actor, door.clock, vault=door.vault, workstation=door.workstation)


_RUNNING: set[Job] = set()


class _Runner(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.run()
