"""A paper about one guest: on the screen at one press, then to the printer or a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.guest import GuestRef
from logeerhuis_app.services.saved_files import save_file
from logeerhuis_app.ui.declarations.printing import PaperPrinter
from logeerhuis_app.ui.guests.document_viewer import DocumentViewer
from logeerhuis_app.ui.jobs import Job, own_door
from logeerhuis_app.ui.operations import Operations


@dataclass(frozen=True)
class PaperKind:
    """Message ids of its texts, and how its pages are made (in the pool) for a guest.

    ``file_name`` holds ``{number}``, not the name: everybody who opens the folder sees it.
    """

    title: str
    print_title: str
    save_title: str
    file_name: str
    draw: Callable[[Door, int], bytes]


class GuestPaper(QObject):
    """Shows the paper without asking anything first."""

    said = Signal(str)
    written = Signal(object)  # Path

    def __init__(self, kind: PaperKind, operations: Operations, window: QWidget) -> None:
        super().__init__(window)
        self._kind = kind
        self._operations = operations
        self._window = window
        self.question: QFileDialog | None = None

    def show(self, guest: GuestRef) -> DocumentViewer:
        about = _("{guest}, born {birth}").format(guest=guest.name, birth=birth_words(guest.born))
        save = _("Save as PDF…")
        viewer = DocumentViewer(_(self._kind.title), about, self._window, can_copy=True, can_print=True, save_text=save)
        viewer.copy_wished.connect(lambda: self._ask_where(guest.guest_no, viewer.preview.pdf))
        viewer.print_wished.connect(lambda: self._print(viewer))
        viewer.finished.connect(viewer.deleteLater)
        viewer.open()
        door, draw = own_door(self._operations.door), self._kind.draw
        viewer.show_made(lambda: draw(door, guest.guest_id))
        return viewer

    def _print(self, viewer: DocumentViewer) -> None:
        if viewer.preview.pdf:
            PaperPrinter([viewer.preview.pdf], viewer, _(self._kind.print_title)).ask()

    def _ask_where(self, number: str, pdf: bytes) -> None:
        self.question = QFileDialog(self._window, _(self._kind.save_title))
        self.question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.question.setDefaultSuffix("pdf")
        self.question.setNameFilter(_("PDF files (*.pdf)"))
        self.question.selectFile(_(self._kind.file_name).format(number=number))
        self.question.fileSelected.connect(lambda chosen: self.save_to(Path(chosen), pdf))
        self.question.open()

    def save_to(self, path: Path, pdf: bytes) -> None:
        job = Job(lambda _job: save_file(path, pdf), self)
        job.finished.connect(self.written)
        job.failed.connect(self._failed)
        job.start()

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, UserFacingError):
            raise failure
        self.said.emit(error_text(failure))
