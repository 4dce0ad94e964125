"""The dialogs of the handover: what was typed is saved through the door, or kept in memory when the dialog closes."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.handover import CorrectionWish, NoteWish, TaskWish, add_task, correct_note, write_note
from logeerhuis_app.services.rows.guest import SafetyBanner
from logeerhuis_app.services.rows.handover import ArrivalRow, HandoverGuest, HandoverRows, NoteRow
from logeerhuis_app.ui.handover.note_dialogs import CorrectionDialog, NoteDialog, TaskDialog
from logeerhuis_app.ui.handover.pinned_banner import PinnedBanner
from logeerhuis_app.ui.operations import Operations

PageRow = HandoverGuest | ArrivalRow
HOUSE = 0
"""The draft of a note about the house; guests have their own number."""


class Writing(QObject):
    """Belongs to one screen and so to one user: a half-written note is never shown to somebody else."""

    def __init__(self, operations: Operations, window: QWidget) -> None:
        super().__init__(window)
        self._operations = operations
        self._window = window
        self._open: set[NoteDialog] = set()
        operations.leaving.connect(self._keep_all)

    def draft_of(self, guest_id: int) -> str:
        """What was left unsaved for this guest; never on disk."""
        return self._operations.drafts.of(guest_id)

    def write_note(self, row: PageRow | None, page: HandoverRows | None) -> NoteDialog | None:
        """About this guest, or with None about the house."""
        if page is None:
            return None
        guest_id = row.banner.guest.guest_id if row else HOUSE
        dialog = NoteDialog(_banner(row), self._operations.door.clock, self.draft_of(guest_id), self._window)
        dialog.save_requested.connect(partial(self._save_note, dialog, guest_id, page.location_id))
        dialog.finished.connect(partial(self._keep_draft, dialog, guest_id))
        self._open.add(dialog)
        dialog.open()
        return dialog

    def _keep_all(self) -> None:
        """The window goes with what is still being written."""
        for dialog in tuple(self._open):
            dialog.reject()

    def _save_note(self, dialog: NoteDialog, guest_id: int, location_id: int) -> None:
        dialog.set_busy(True)
        wish = NoteWish(
            location_id=location_id,
            text=dialog.text.text(),
            guest_id=guest_id or None,
            is_important=dialog.is_important.isChecked(),
            shift=dialog.shift(),
        )

        def refuse(error: UserFacingError) -> None:
            dialog.show_problem(error_text(error), dialog.text)

        if self._operations.run(lambda door: write_note(door, wish), on_error=refuse) is not None:
            dialog.accept()

    def _keep_draft(self, dialog: NoteDialog, guest_id: int, result: int) -> None:
        self._open.discard(dialog)
        text = "" if result == QDialog.DialogCode.Accepted else dialog.draft()
        self._operations.drafts.keep(guest_id, text)
        dialog.deleteLater()

    def correct(self, note: NoteRow, page: HandoverRows | None) -> CorrectionDialog | None:
        if page is None:
            return None
        row = next((one for one in page.everyone if one.banner.guest.guest_id == note.guest_id), None)
        dialog = CorrectionDialog(note, _banner(row), self._window)
        dialog.save_requested.connect(partial(self._save_correction, dialog))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _save_correction(self, dialog: CorrectionDialog) -> None:
        dialog.set_busy(True)
        wish = CorrectionWish(dialog.note.note_id, dialog.text.text(), dialog.reason.text())

        def refuse(error: UserFacingError) -> None:
            dialog.show_problem(error_text(error))

        if self._operations.run(lambda door: correct_note(door, wish), on_error=refuse) is not None:
            dialog.accept()

    def add_task(self, row: PageRow | None, page: HandoverRows | None) -> TaskDialog | None:
        """For the guest in the panel, another one, or the house."""
        if page is None:
            return None
        choices: list[tuple[str, int | None]] = [(_("the house"), None)]
        choices += [(_name(one.banner, one.room), one.banner.guest.guest_id) for one in page.everyone]
        chosen = row.banner.guest.guest_id if row else None
        dialog = TaskDialog(choices, chosen, self._operations.door.clock, self._window)
        dialog.save_requested.connect(partial(self._save_task, dialog, page.location_id))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def _save_task(self, dialog: TaskDialog, location_id: int) -> None:
        due_on = dialog.due_on()
        if due_on is None:
            dialog.show_problem(_("This is not a day. Write for example 24-11, tomorrow or +2."), dialog.day)
            return
        dialog.set_busy(True)
        wish = TaskWish(location_id, dialog.text.text(), due_on, dialog.due_at(), dialog.guest_id())

        def refuse(error: UserFacingError) -> None:
            dialog.show_problem(error_text(error))

        if self._operations.run(lambda door: add_task(door, wish), on_error=refuse) is not None:
            dialog.accept()


def _banner(row: PageRow | None) -> PinnedBanner | None:
    if row is None:
        return None
    banner = PinnedBanner()
    banner.show_banner(row.banner, row.room)
    return banner


def _name(banner: SafetyBanner, room: str) -> str:
    """«1 · Piet van den Berg»."""
    return f"{room or '–'} · {banner.guest.name}"
