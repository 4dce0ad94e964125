"""Adding a document, putting its description right, and taking a copy out of the house."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.documents import (
    MOST_BYTES,
    MOST_PHOTO_SOURCE_BYTES,
    PICTURES,
    SEEN_THROUGH,
    DocumentKind,
)
from logeerhuis_app.domain.errors import FieldRequired, UserFacingError
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.document_content import media_type
from logeerhuis_app.services.documents import (
    DescriptionWish,
    DocumentWish,
    attach_document,
    describe_document,
    remove_document,
)
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.documents import DocumentRow
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.field_access import CodeChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import ReasonDialog, Values
from logeerhuis_app.ui.guests.path_field import PathField
from logeerhuis_app.ui.guests.safety_dialogs import SafetyDialog
from logeerhuis_app.ui.jobs import Job, own_door
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.pictures import fitted_photo, read_file, require_picture
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.label import Label, Role


def kinds_for(door: Door) -> list[DocumentKind]:
    """The kinds that this role may see, and so may add."""
    return [kind for kind, use_case in SEEN_THROUGH.items() if door.may(use_case)]


def _but_photo(door: Door) -> list[DocumentKind]:
    """A photo is asked for by its own button: it needs consent and a day."""
    return [kind for kind in kinds_for(door) if kind is not DocumentKind.PHOTO]


class AttachDialog(SafetyDialog):
    """The file is read, judged and kept in the pool; what is refused is said beside its field and nothing is lost."""

    def __init__(
        self,
        operations: Operations,
        parent: QWidget,
        file: GuestFile,
        *,
        path: str = "",
        kind: DocumentKind | None = None,
        list_id: int = 0,
    ) -> None:
        is_photo = kind is DocumentKind.PHOTO
        title = _("Add a photo") if is_photo else _("Add a document")
        super().__init__(operations, title, parent, file, hint=_hint(is_photo=is_photo), save_text=_("Add"))
        self._list_id = list_id
        self._job: Job | None = None
        names = _("Pictures (*.jpg *.jpeg *.png)") if is_photo else _("Documents (*.pdf *.jpg *.jpeg *.png)")
        self.ask("file", _("&File"), PathField(title, names), required=True)
        kinds = [DocumentKind.PHOTO] if is_photo else _but_photo(operations.door)
        day = DateField(operations.door.clock, past=True)
        self.ask_beside(
            ("kind", _("&Kind"), CodeChoice(kinds, nothing="" if is_photo else _("choose…"))),
            ("dated_on", _("&Taken on") if is_photo else _("&Date on the document"), day),
        )
        self.ask("note", _("&Note"), WideText(), hint=_("Who gave it, or where the paper itself is kept"))
        self.working = Label("", Role.MUTE, wraps=True)
        self.add_wide(self.working)
        self.working.hide()
        self.start({"file": path, "kind": kind})

    def save(self) -> None:
        if self.refuse_misread_date():
            return
        held = self.values()
        if held["kind"] is None:
            self.refuse(FieldRequired("kind"))
            return
        self._show_working(_("The document is read and kept …"))
        work = partial(_attached, own_door(self.operations.door), self.guest_id, held, self._list_id)
        self._job = Job(lambda _job: work())
        self._job.finished.connect(self._kept)
        self._job.failed.connect(self._failed)
        self._job.start()

    def reject(self) -> None:
        """Not while the document is on its way: it would come in unseen."""
        if self._job is None:
            super().reject()

    def _kept(self, changes: Changes) -> None:
        self._job = None
        self.operations.changed.emit(changes, self)
        self.saved.emit(changes)
        self.accept()

    def _failed(self, failure: Exception) -> None:
        self._job = None
        self._show_working("")
        if not isinstance(failure, UserFacingError):
            raise failure
        self.refuse(failure)

    def _show_working(self, words: str) -> None:
        self.set_busy(bool(words))
        self.working.setText(words)
        self.working.setVisible(bool(words))


def _hint(*, is_photo: bool) -> str:
    if is_photo:
        return _("A JPEG or PNG with one face on it. It is made smaller, and where it was taken is left out.")
    return _("A PDF, JPEG or PNG of at most 10 MB. Never a copy of a passport or identity card.")


def _attached(door: Door, guest_id: int, held: Values, list_id: int) -> Changes:
    """In the pool: read, judge, keep."""
    path = Path(held["file"]).expanduser()
    kind: DocumentKind = held["kind"]
    is_photo = kind is DocumentKind.PHOTO
    content, small = read_file(path, MOST_PHOTO_SOURCE_BYTES if is_photo else MOST_BYTES), b""
    if is_photo:
        content, small = fitted_photo(path.name, content)
    elif media_type(path.name, content) in PICTURES:
        require_picture(path.name, content)
    wish = DocumentWish(kind, path.name, content, held["dated_on"], held["note"], small, list_id)
    return attach_document(door, guest_id, wish)


class DescribeDialog(SafetyDialog):
    """Kind, date and note; the document itself stays as it came in."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile, row: DocumentRow) -> None:
        self._row = row
        super().__init__(operations, _("Describe the document"), parent, file, newest=self._read)
        is_photo = row.kind is DocumentKind.PHOTO
        others = _but_photo(operations.door)
        self.ask_beside(
            ("kind", _("&Kind"), CodeChoice([row.kind] if is_photo else others)),
            ("dated_on", _("&Date on the document"), DateField(operations.door.clock, past=True)),
        )
        self.ask("note", _("&Note"), WideText())
        self.start()
        if operations.door.may(UseCase.REMOVE_DOCUMENT):
            self.add_remove_button(_("Remove…"), self._remove)

    def deed(self) -> Callable[[Door], Changes]:
        wish = DescriptionWish(**self.values(), version=self.version)
        document_id = self._row.document_id
        return lambda door: describe_document(door, document_id, wish)

    def _read(self) -> tuple[dict[str, Any], int] | None:
        rows = self.read_file().papers.documents
        row = next((row for row in rows if row.document_id == self._row.document_id), None)
        return None if row is None else ({"kind": row.kind, "dated_on": row.dated_on, "note": row.note}, row.version)

    def _remove(self) -> None:
        self.leave_after(removal(self.operations, self._row, self))


def removal(operations: Operations, row: DocumentRow, parent: QWidget) -> ReasonDialog:
    """Asks why the document goes away; its bytes go for good."""
    title = _("Remove «{what}» for good?").format(what=label(row.kind))

    def deed(reason: str) -> Callable[[Door], Changes]:
        return lambda door: remove_document(door, row.document_id, reason, row.version)

    return ReasonDialog(operations, title, deed, parent)


class CopyDialog(FormDialog):
    """Says what a copy outside the house means, before a place is asked for."""

    def __init__(self, what: str, guest: str, then: Callable[[], object], parent: QWidget) -> None:
        hint = _("{what} of {guest}").format(what=capital(what), guest=guest)
        super().__init__(_("Save a copy outside the house?"), parent, save_text=_("Choose a place…"), hint=hint)
        words = _(
            "Inside the program the document is locked. A copy lies open: whoever can open the folder, the stick or "
            "the mail can read it. Save it only where it must be, and throw it away when it is no longer needed."
        )
        self.add_wide(Label(words, Role.BODY, wraps=True))
        self.add_wide(Label(_("That you took a copy is put on record."), Role.AMBER, wraps=True))
        self.save_requested.connect(lambda: self._go(then))
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, then: Callable[[], object]) -> None:
        self.accept()
        then()
