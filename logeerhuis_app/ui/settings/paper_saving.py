"""A paper of the settings: where to, made off the window's thread, then opened in the program for PDF."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.saved_files import save_file
from logeerhuis_app.ui.jobs import Job

Build = Callable[[BinaryIO], None]


class PaperSaving(QObject):
    """``make`` is asked only after a place was chosen: what is cancelled leaves no trace.

    The window is known as the parent only: held by name it would be a cycle with its child, and Python's collector
    takes such a pair apart in any order, which crashes Qt.
    """

    said = Signal(str)
    written = Signal(object)  # Path

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.question: QFileDialog | None = None

    def ask(self, title: str, file_name: str, make: Callable[[], Build], ending: str = "pdf") -> None:
        """``ending``: of the file; paper is opened when it is there, anything else is for another program."""
        window = self.parent()
        self.question = QFileDialog(window if isinstance(window, QWidget) else None, title)
        self.question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.question.setDefaultSuffix(ending)
        filters = {"pdf": _("PDF files (*.pdf)")}
        self.question.setNameFilter(filters.get(ending, f"{ending.upper()} (*.{ending})"))
        self.question.selectFile(file_name)
        self.question.fileSelected.connect(lambda chosen: self.save_to(Path(chosen), make))
        self.question.open()

    def save_to(self, path: Path, make: Callable[[], Build]) -> None:
        try:
            build = make()
        except UserFacingError as refusal:
            self.said.emit(error_text(refusal))
            return
        job = Job(lambda _job: _write(build, path), self)
        job.finished.connect(self._open)
        job.failed.connect(self._failed)
        job.start()

    def _open(self, path: Path) -> None:
        if path.suffix.casefold() == ".pdf":
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
        self.written.emit(path)

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, UserFacingError):
            raise failure
        self.said.emit(error_text(failure))


def _write(build: Build, path: Path) -> Path:
    out = io.BytesIO()
    build(out)
    return save_file(path, out.getvalue())
