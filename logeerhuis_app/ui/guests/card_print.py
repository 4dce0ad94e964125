"""One guest's card on paper: where to, made off the window's thread, then opened."""

import io
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.handover import Shift, shift_at
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.handover import guest_card
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.handover import HandoverPrint
from logeerhuis_app.services.saved_files import save_file
from logeerhuis_app.ui.handover.printing import open_file
from logeerhuis_app.ui.jobs import Job
from logeerhuis_app.ui.operations import Operations


class CardPrint(QObject):
    """Asks for a place, then prints; the print is on record. ``written`` comes when the file is there."""

    said = Signal(str)
    written = Signal(object)  # Path

    def __init__(self, operations: Operations, window: QWidget) -> None:
        super().__init__(window)
        self._operations = operations
        self._window = window
        self.question: QFileDialog | None = None

    def ask(self, file: GuestFile) -> None:
        """A card is about a stay: for a guest who is not in the house the sentence says so instead."""
        guest = file.person.guest
        self.question = QFileDialog(self._window, _("Save the guest card as PDF"))
        self.question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.question.setDefaultSuffix("pdf")
        self.question.setNameFilter(_("PDF files (*.pdf)"))
        # A file name is seen by everybody who opens the folder: the number, not the name.
        self.question.selectFile(_("guest-card-{number}.pdf").format(number=guest.guest_no))
        self.question.fileSelected.connect(lambda chosen: self.print_to(guest.guest_id, Path(chosen)))
        self.question.open()

    def print_to(self, guest_id: int, path: Path) -> None:
        shift = shift_at(house_time(self._operations.door.clock.now_utc()).replace(tzinfo=None))
        try:
            made = self._operations.read(partial(_card, guest_id=guest_id, shift=shift))
        except UserFacingError as refusal:
            self.said.emit(error_text(refusal))
            return
        job = Job(lambda _job: _write(made, path), self)
        job.finished.connect(self._open)
        job.failed.connect(self._failed)
        job.start()

    def _open(self, path: Path) -> None:
        open_file(path)
        self.written.emit(path)

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, UserFacingError):
            raise failure
        self.said.emit(error_text(failure))


def _card(door: Door, guest_id: int, shift: Shift) -> HandoverPrint:
    return guest_card(door, guest_id, shift)


def _write(made: HandoverPrint, path: Path) -> Path:
    from logeerhuis_app.reports.guest_card import build_guest_cards  # a quarter of a second, only when printing

    out = io.BytesIO()
    build_guest_cards(made.cards, made.stamp, out)
    return save_file(path, out.getvalue())
