"""The handover on paper: where to, then made off the window's thread, then opened."""

import io
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from logeerhuis_app.domain.handover import Shift
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.handover import HandoverPrint
from logeerhuis_app.services.saved_files import save_file
from logeerhuis_app.ui.jobs import Job


def ask_where(location: str, shift: Shift, parent: QWidget, then: Callable[[Path], None]) -> QFileDialog:
    """Ask for a file and call ``then`` with it; nothing happens when the question is cancelled."""
    dialog = QFileDialog(parent, _("Save the handover as PDF"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix("pdf")
    dialog.setNameFilter(_("PDF files (*.pdf)"))
    dialog.selectFile(file_name(location, shift))
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog


def file_name(location: str, shift: Shift) -> str:
    """«overdracht-plezant-2026-11-22-avond.pdf»: no guest's name in a file name."""
    place = "-".join(location.lower().split())
    return f"{_('Handover').lower()}-{place}-{shift.day.isoformat()}-{label(shift.kind).lower()}.pdf"


def write_job(made: HandoverPrint, to: Path, parent: QWidget) -> Job:
    """The pages are built from frozen rows in the pool.

    Raises in the job:
        FileUnreadable: the place cannot be written.
    """

    def build(_job: Job) -> Path:
        from logeerhuis_app.reports.handover import build_handover  # a quarter of a second, only when printing

        out = io.BytesIO()
        build_handover(made, out)
        return save_file(to, out.getvalue())

    return Job(build, parent)


def open_file(path: Path) -> None:
    """In whatever program this machine reads PDF with."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
