"""The paper form of the intake: on the screen at one press, then to the printer or a file."""

import io
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from logeerhuis_app.domain.errors import FileUnreadable, UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.intake import intake_sheet
from logeerhuis_app.services.rows.guest import GuestRef
from logeerhuis_app.ui.declarations.printing import PaperPrinter
from logeerhuis_app.ui.guests.document_viewer import DocumentViewer
from logeerhuis_app.ui.jobs import Job, own_door
from logeerhuis_app.ui.operations import Operations


class IntakePrint(QObject):
    said = Signal(str)
    written = Signal(object)  # Path

    def __init__(self, operations: Operations, window: QWidget) -> None:
        super().__init__(window)
        self._operations = operations
        self._window = window
        self.question: QFileDialog | None = None

    def show(self, guest: GuestRef) -> DocumentViewer:
        about = _("{guest}, born {birth}").format(guest=guest.name, birth=date_numeric(guest.born))
        title, save = _("Intake form"), _("Save as PDF…")
        viewer = DocumentViewer(title, about, self._window, can_copy=True, can_print=True, save_text=save)
        viewer.copy_wished.connect(lambda: self._ask_where(guest.guest_no, viewer.preview.pdf))
        viewer.print_wished.connect(lambda: self._print(viewer))
        viewer.finished.connect(viewer.deleteLater)
        viewer.open()
        door = own_door(self._operations.door)
        viewer.show_made(lambda: _drawn(door, guest.guest_id))
        return viewer

    def _print(self, viewer: DocumentViewer) -> None:
        if viewer.preview.pdf:
            PaperPrinter([viewer.preview.pdf], viewer, _("Print the intake form")).ask()

    def _ask_where(self, number: str, pdf: bytes) -> None:
        self.question = QFileDialog(self._window, _("Save the intake form as PDF"))
        self.question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.question.setDefaultSuffix("pdf")
        self.question.setNameFilter(_("PDF files (*.pdf)"))
        # A file name is seen by everybody who opens the folder: the number, not the name.
        self.question.selectFile(_("intake-{number}.pdf").format(number=number))
        self.question.fileSelected.connect(lambda chosen: self.save_to(Path(chosen), pdf))
        self.question.open()

    def save_to(self, path: Path, pdf: bytes) -> None:
        job = Job(lambda _job: _written(path, pdf), self)
        job.finished.connect(self.written)
        job.failed.connect(self._failed)
        job.start()

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, UserFacingError):
            raise failure
        self.said.emit(error_text(failure))


def _drawn(door: Door, guest_id: int) -> bytes:
    from logeerhuis_app.reports.intake_form import build_intake_form  # a quarter of a second, at first use only

    out = io.BytesIO()
    build_intake_form(intake_sheet(door, guest_id), out)
    return out.getvalue()


def _written(path: Path, pdf: bytes) -> Path:
    """In the pool. Raises: FileUnreadable: the place cannot be written."""
    try:
        path.write_bytes(pdf)
    except OSError as failure:
        raise FileUnreadable(str(path), "unwritable") from failure
    return path
