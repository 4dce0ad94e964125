"""Typing over the pharmacy's list, and who manages the medicines."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from logeerhuis_app.domain.care import MedicationCare
from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.medication import ListWish, record_list, set_medication_care
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.field_access import CodeChoice
from logeerhuis_app.ui.guests.file_dialog import Values
from logeerhuis_app.ui.guests.medicine_line import MedicineLine
from logeerhuis_app.ui.guests.parts import add_button, buttons_row
from logeerhuis_app.ui.guests.safety_dialogs import SafetyDialog
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.date_field import DateField


class ListDialog(SafetyDialog):
    """A new list starts empty and unchecked; lines taken over from the last one are marked «to check»."""

    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile) -> None:
        hint = _("Copy the pharmacy's paper word for word. This is no list to give medicines from.")
        super().__init__(operations, _("List of the pharmacy"), parent, file, hint=hint)
        self._former = file.medication
        self.lines: list[MedicineLine] = []
        day = DateField(operations.door.clock, past=True, value=operations.door.clock.today())
        self.ask("list_date", _("&Date of the list"), day, required=True)
        self.ask_beside(("pharmacy", _("&Pharmacy"), QLineEdit()), ("origin", _("Who brought it"), QLineEdit()))
        self._build_lines()
        self.setMinimumWidth(px(700))
        self.start({"pharmacy": self._former.pharmacy, "list_date": operations.door.clock.today()})
        self.add_line()
        self.fields["list_date"].setFocus(Qt.FocusReason.OtherFocusReason)

    def add_line(self) -> MedicineLine:
        """One more empty line, with the keyboard in it."""
        line = MedicineLine(len(self.lines) + 1)
        line.removed.connect(lambda: self._remove_line(line))
        self.lines.append(line)
        self._column.addWidget(line)
        line.name.setFocus(Qt.FocusReason.OtherFocusReason)
        return line

    def take_over(self) -> None:
        """The lines of the list before, each to be checked against the paper."""
        for line in [line for line in self.lines if line.is_empty()]:
            self._remove_line(line)
        for row in self._former.medicines:
            self.add_line().take(row)
        self.take_over_button.setEnabled(False)

    def save(self) -> None:
        if all(line.check() for line in self._filled()):
            super().save()

    def wish(self) -> ListWish:
        medicines = tuple(line.wish() for line in self._filled())
        return ListWish(**self.values(), medicines=medicines, replaces=self._former.list_id)

    def deed(self) -> Callable[[Door], Changes]:
        wish = self.wish()
        return lambda door: record_list(door, self.guest_id, wish)

    def _build_lines(self) -> None:
        box = QWidget()
        self._column = QVBoxLayout(box)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(tokens.SPACE_2))
        self.add_wide(box)
        self.add_line_button = add_button(_("Medicine"), self.add_line)
        self.take_over_button = Button(_("Take over the last list (to check)"))
        self.take_over_button.clicked.connect(self.take_over)
        self.add_wide(buttons_row(self.add_line_button, self.take_over_button))
        self.take_over_button.setVisible(bool(self._former.medicines))

    def _filled(self) -> list[MedicineLine]:
        return [line for line in self.lines if not line.is_empty()]

    def _remove_line(self, line: MedicineLine) -> None:
        self.lines.remove(line)
        self._column.removeWidget(line)
        line.hide()
        line.deleteLater()


class MedicationCareDialog(SafetyDialog):
    def __init__(self, operations: Operations, parent: QWidget, file: GuestFile) -> None:
        super().__init__(operations, _("Who manages the medicines"), parent, file, newest=self._read)
        choice = CodeChoice(list(MedicationCare), nothing=_("not asked"))
        self.ask("medication_care", _("At home and here"), choice)
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        return partial(_set_care, guest_id=self.guest_id, care=self.values()["medication_care"], version=self.version)

    def _read(self) -> tuple[Values, int]:
        file = self.read_file()
        return {"medication_care": file.medication.care}, file.person.version


def _set_care(door: Door, guest_id: int, care: MedicationCare | None, version: int) -> Changes:
    return set_medication_care(door, guest_id, care, version)
