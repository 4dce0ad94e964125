"""What can be done with documents, photo and consents, by name; the tabs ask for it and know no dialog."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from logeerhuis_app.domain.documents import SUFFIX, ConsentKind, DocumentKind
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import capital, date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.services.documents import copy_document
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.documents import open_document
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.rows.documents import ConsentRow, DocumentRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.saved_files import save_file
from logeerhuis_app.ui.guests.consent_dialogs import ConsentDialog, WithdrawDialog
from logeerhuis_app.ui.guests.document_dialogs import AttachDialog, CopyDialog, DescribeDialog, removal
from logeerhuis_app.ui.guests.document_viewer import DocumentViewer
from logeerhuis_app.ui.jobs import Job, own_door
from logeerhuis_app.ui.operations import Operations


class DocumentDeeds(QObject):
    """``said`` carries a sentence for the message bar; ``copied`` comes when a copy stands outside the house."""

    said = Signal(str)
    copied = Signal(object)  # Path

    def __init__(self, operations: Operations, window: QWidget) -> None:
        super().__init__(window)
        self.operations = operations
        self.question: QFileDialog | None = None
        self._window = window
        self._waiting: list[str] = []

    def may(self, use_case: UseCase) -> bool:
        return self.operations.door.may(use_case)

    # --- coming in -----------------------------------------------------------------------------------------------

    def attach(
        self, file: GuestFile, kind: DocumentKind | None = None, *, path: str = "", list_id: int = 0
    ) -> AttachDialog | None:
        if not self.may(UseCase.ATTACH_DOCUMENT):
            return None
        dialog = AttachDialog(self.operations, self._window, file, path=path, kind=kind, list_id=list_id)
        self._open(dialog)
        return dialog

    def attach_dropped(self, file: GuestFile, paths: list[str]) -> None:
        """One form after the other; whoever cancels one leaves out the rest."""
        self._waiting = list(paths)
        self._next_dropped(file)

    def _next_dropped(self, file: GuestFile) -> None:
        if not self._waiting:
            return
        dialog = self.attach(file, path=self._waiting.pop(0))
        if dialog is not None:
            dialog.accepted.connect(lambda: self._next_dropped(file))
            dialog.rejected.connect(self._waiting.clear)

    # --- looking -------------------------------------------------------------------------------------------------

    def view(self, file: GuestFile, row: DocumentRow) -> DocumentViewer:
        door, document_id = own_door(self.operations.door), row.document_id
        can_copy = self.may(UseCase.COPY_DOCUMENT)
        viewer = DocumentViewer(_title(row), _about(file), self._window, can_copy=can_copy)
        viewer.copy_wished.connect(lambda: self.copy(file, row, viewer))
        self._open(viewer)
        viewer.show_made(lambda: open_document(door, document_id).content)
        return viewer

    def view_by_id(self, file: GuestFile, document_id: int) -> None:
        """The document of another tab, as long as it is there."""
        row = next((row for row in file.papers.documents if row.document_id == document_id), None)
        if row is not None:
            self.view(file, row)

    def describe(self, file: GuestFile, row: DocumentRow) -> None:
        if self.may(UseCase.ATTACH_DOCUMENT):
            self._open(DescribeDialog(self.operations, self._window, file, row))

    def remove(self, row: DocumentRow) -> None:
        if self.may(UseCase.REMOVE_DOCUMENT):
            self._open(removal(self.operations, row, self._window))

    # --- going out -----------------------------------------------------------------------------------------------

    def copy(self, file: GuestFile, row: DocumentRow, parent: QWidget | None = None) -> None:
        """First what a copy means, then where to."""
        if self.may(UseCase.COPY_DOCUMENT):
            name = file.person.guest.name
            self._open(CopyDialog(label(row.kind), name, partial(self._ask_where, file, row), parent or self._window))

    def _ask_where(self, file: GuestFile, row: DocumentRow) -> None:
        suffix = SUFFIX[row.media_type]
        self.question = QFileDialog(self._window, _("Save a copy"))
        self.question.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.question.setDefaultSuffix(suffix)
        self.question.setNameFilter(f"{suffix.upper()} (*.{suffix})")
        # A file name is seen by everybody who opens the folder: the numbers, not the name.
        number = file.person.guest.guest_no
        self.question.selectFile(
            _("guest-{number}-document-{id}").format(number=number, id=row.document_id) + f".{suffix}"
        )
        self.question.fileSelected.connect(lambda chosen: self.copy_to(row.document_id, Path(chosen)))
        self.question.open()

    def copy_to(self, document_id: int, path: Path) -> None:
        door = own_door(self.operations.door)
        job = Job(lambda _job: _copied(door, document_id, path), self)
        job.finished.connect(self._tell_copied)
        job.failed.connect(self._failed)
        job.start()

    def _tell_copied(self, path: Path) -> None:
        self.said.emit(_("The copy stands in {place}. It lies open there.").format(place=path))
        self.copied.emit(path)

    # --- consent -------------------------------------------------------------------------------------------------

    def ask_consent(self, file: GuestFile, kind: ConsentKind) -> None:
        if self.may(UseCase.RECORD_CONSENT):
            self._open(ConsentDialog(self.operations, self._window, file, kind))

    def withdraw(self, file: GuestFile, row: ConsentRow) -> None:
        if self.may(UseCase.RECORD_CONSENT):
            self._open(WithdrawDialog(self.operations, self._window, file, row))

    # --- inside --------------------------------------------------------------------------------------------------

    def newest(self, file: GuestFile) -> GuestFile:
        return self.operations.read(partial(_read, guest_id=file.person.guest.guest_id))

    def _open(self, dialog: QDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _failed(self, failure: Exception) -> None:
        if not isinstance(failure, UserFacingError):
            raise failure
        self.said.emit(error_text(failure))


def _read(door: Door, guest_id: int) -> GuestFile:
    return guest_file(door, guest_id)


def _title(row: DocumentRow) -> str:
    """«Wilsverklaring van 12-02-2026»."""
    kind = label(row.kind)
    kind = capital(kind)
    if row.dated_on is None:
        return kind
    return _("{kind} of {date}").format(kind=kind, date=date_numeric(row.dated_on))


def _about(file: GuestFile) -> str:
    """Two identifiers: a document on the screen belongs to one guest only."""
    guest = file.person.guest
    return _("{guest}, born {birth}").format(guest=guest.name, birth=birth_words(guest.born))


def _copied(door: Door, document_id: int, path: Path) -> Path:
    """In the pool. Raises: FileUnreadable: the place cannot be written."""
    return save_file(path, copy_document(door, document_id).file.content)
