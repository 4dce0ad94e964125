"""Giving somebody the whole file: who asks, as paper or for another system, and where to put it."""

from collections.abc import Callable
from typing import BinaryIO

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.rights import require_asker
from logeerhuis_app.exchange import house_json
from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rights import AskedBy, give_access
from logeerhuis_app.services.rows.rights import Dossier
from logeerhuis_app.ui.guests.field_access import RowChoice
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.rights.request_dialogs import AskerFields
from logeerhuis_app.ui.settings.paper_saving import Build, PaperSaving

PDF, JSON = 1, 2


class AccessDialog(FileDialog):
    """``given`` comes when the file stands on the disk; who has it is on record by then."""

    given = Signal()
    keeps_draft = False

    def __init__(self, operations: Operations, parent: QWidget, guest_id: int, guest_no: str, name: str) -> None:
        hint = _(
            "Everything on file: care, contacts, the situation of the carer, stays, declarations and who looked. "
            "Establish first who asks. The file on the disk is not locked."
        )
        title = _("Give access to the file of {name}").format(name=name)
        super().__init__(operations, title, parent, hint=hint, save_text=_("Save the file…"))
        self._guest_id, self._guest_no = guest_id, guest_no
        self.by = AskerFields(self)
        self.form_of_file = RowChoice([(PDF, _("PDF, to read")), (JSON, _("JSON, for another system"))])
        self.ask("format", _("&As"), self.form_of_file)
        self.paper = PaperSaving(self)
        self.paper.said.connect(self.show_problem)
        self.paper.written.connect(self._done)
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        """Nothing to save by itself: the file is made when a place for it was chosen."""
        return lambda _door: Changes(Topic.NONE)

    def save(self) -> None:
        by = self.by.by()
        try:
            require_asker(by.asker, by.name, by.ground)
        except UserFacingError as refusal:
            self.refuse(refusal)
            return
        is_pdf = self.form_of_file.value() != JSON
        # A file name is seen by everybody who opens the folder: the number, not the name.
        name = _("guest-file-{number}").format(number=self._guest_no)
        ending = "pdf" if is_pdf else "json"
        title = _("Save the file of the guest")
        self.paper.ask(title, f"{name}.{ending}", lambda: self.make(by, is_pdf=is_pdf), ending)

    def make(self, by: AskedBy, *, is_pdf: bool) -> Build:
        """From here on it is on record that it was given."""
        dossier = self.operations.read(lambda door: give_access(door, self._guest_id, by))
        return _paper(dossier) if is_pdf else _json(dossier)

    def _done(self) -> None:
        self.given.emit()
        self.accept()


def _paper(dossier: Dossier) -> Build:
    from logeerhuis_app.reports.guest_file import build_guest_file  # a quarter of a second, only for paper

    return lambda out: build_guest_file(dossier, out)


def _json(dossier: Dossier) -> Build:
    from logeerhuis_app.services.whole_house import table_facts

    def write(out: BinaryIO) -> None:
        out.write(house_json.written(dossier.tables, table_facts(), house_json.GUEST_FORMAT))

    return write
