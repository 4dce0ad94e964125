"""Destroying a care file in two steps: what goes and what stays, then the last name of the guest is typed."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.errors_rights import NameMistyped, RemovalBlocked
from logeerhuis_app.domain.retention import Obstacle
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.file_words import removed_words
from logeerhuis_app.i18n.format import date_long, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.removal import destroy_file
from logeerhuis_app.services.rows.retention import RemovalSheet
from logeerhuis_app.ui.guests.file_dialog import FileDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role


class DestroyDialog(FileDialog):
    """``access_wished``: first the file for whoever wants to have it. There is no way back after the second step."""

    access_wished = Signal()

    def __init__(self, operations: Operations, parent: QWidget, sheet: RemovalSheet) -> None:
        hint = _("This cannot be undone. Give the guest the whole file first, if it is wished for.")
        title = _("Destroy the care file of {name}").format(name=f"{sheet.name}, {birth_words(sheet.born)}")
        super().__init__(operations, title, parent, hint=hint, save_text=_("Go on"))
        self._sheet = sheet
        self._say_obstacles()
        self.add_wide(KeyValues(list(_facts(sheet)), label_share=0.28))
        self.access_button = Button(_("Give access first…"))
        self.access_button.clicked.connect(self.access_wished)
        first = FlowArea(tokens.SPACE_2)
        first.add(self.access_button)
        self.add_wide(first)
        self.typed = QLineEdit()
        self.question = self.ask("typed_name", _("Type the &last name of the guest"), self.typed)
        self.question.setVisible(False)
        self.save_button.setEnabled(not sheet.obstacles)

    def _say_obstacles(self) -> None:
        """First in the form: what stands in the way is no slip of whoever reads it."""
        codes = tuple(one.value for one in self._sheet.obstacles)
        if codes:
            self.add_wide(Label(error_text(RemovalBlocked(self._sheet.name, codes)), Role.PROBLEM, wraps=True))

    def deed(self) -> Callable[[Door], Changes]:
        sheet, typed = self._sheet, self.typed.text()
        return lambda door: destroy_file(door, sheet.guest_id, typed, sheet.version)

    def save(self) -> None:
        if self.question.isVisible():
            super().save()
            return
        self.question.setVisible(True)
        self.save_button.setText(_("Destroy for good"))
        self._save_text = _("Destroy for good")
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: UserFacingError) -> None:
        if isinstance(error, NameMistyped):
            self.show_problem(error_text(error), self.typed)
        else:
            super().refuse(error)


def _facts(sheet: RemovalSheet) -> Iterable[KeyValue]:
    if Obstacle.TERM_RUNS not in sheet.obstacles:
        yield KeyValue(_("Ground"), label(sheet.ground))
    elif sheet.care_due is not None:
        yield KeyValue(_("Retention"), _("until {date}").format(date=date_long(sheet.care_due)))
    yield KeyValue(_("What goes"), removed_words(sheet.gone) or _("Nothing on record."))
    yield KeyValue(_("What stays"), _kept(sheet))
    until = _("until {date} a backup may still hold the file, if each month has its backup; a backup elsewhere longer")
    yield KeyValue(_("Backups"), until.format(date=date_long(sheet.backups_until)))
    if sheet.mentions:
        words = ngettext(
            "{n} note, task or request outside this file holds this last name: look at it first",
            "{n} notes, tasks or requests outside this file hold this last name: look at them first",
            sheet.mentions,
        )
        yield KeyValue(_("Elsewhere"), words.format(n=number(sheet.mentions)))


def _kept(sheet: RemovalSheet) -> str:
    nights = ngettext("{n} night", "{n} nights", sheet.nights_kept).format(n=number(sheet.nights_kept))
    papers = ngettext("{n} declaration as it was sent", "{n} declarations as they were sent", sheet.declared_kept)
    words = _("guest number {no}, payer, {nights}, {papers}; and who saw the file, without what stood in it").format(
        no=sheet.guest_no, nights=nights, papers=papers.format(n=number(sheet.declared_kept))
    )
    if sheet.finance_due is None:
        return words
    return _("{kept}; finance until {date}").format(kept=words, date=date_long(sheet.finance_due))
