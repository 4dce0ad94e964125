"""The base of every dialog of the file: says refusals beside their field, and never loses what was typed."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.errors import ChangedByOther, ConcernsOpen, FieldRequired, UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import concern_text, error_text
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.ui.guests.field_access import read, words_of, write
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.partial_date_field import PartialDateField

Values = Mapping[str, Any]
Newest = Callable[[], tuple[Values, int] | None]
"""Reads the row again: its values by field code, and its version; None when it is not there any more."""


class FileDialog(FormDialog):
    """``fields`` are the widgets by the code that errors use. A subclass builds them, then calls ``start``.

    When somebody else saved the same row meanwhile, their changes are taken over in the fields that were not
    touched here; where both changed the same field, both are shown and the second press on save decides.
    """

    saved = Signal(object)  # Changes

    def __init__(
        self,
        operations: Operations,
        title: str,
        parent: QWidget | None,
        *,
        newest: Newest | None = None,
        hint: str = "",
        save_text: str = "",
    ) -> None:
        super().__init__(title, parent, hint=hint, save_text=save_text)
        self.operations = operations
        self.fields: dict[str, QWidget] = {}
        self.version = 0
        self._names: dict[str, str] = {}
        self._newest = newest
        self._base: dict[str, Any] = {}
        self._asked_kinds: tuple[str, ...] = ()
        self.save_requested.connect(self.save)

    # --- building ----------------------------------------------------------------------------------------------

    def ask(self, code: str, label: str, field: QWidget, *, required: bool = False, hint: str = "") -> FormRow:
        """One question on a line of its own."""
        self._keep(code, label, field)
        return self.add_row(label, field, required=required, hint=hint)

    def ask_beside(self, *questions: tuple[str, str, QWidget]) -> None:
        """Short questions on one line: (code, label, field)."""
        rows = []
        for code, label, field in questions:
            self._keep(code, label, field)
            rows.append(FormRow(label, field))
        self.add_rows_beside(*rows)

    def start(self, defaults: Values | None = None) -> None:
        """Fill the fields from the row, or from the defaults for a new one."""
        found = self._newest() if self._newest is not None else None
        values, self.version = found if found is not None else (defaults or {}, 0)
        for code, field in self.fields.items():
            if code in values:
                write(field, values[code])
        self._base = self.values()
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def add_remove_button(self, text: str, deed: Callable[[], object]) -> Button:
        button = Button(text)
        button.clicked.connect(lambda: deed())
        self.buttons.insertWidget(0, button)
        return button

    # --- saving ------------------------------------------------------------------------------------------------

    def deed(self) -> Callable[[Door], Changes]:
        """What saving does, with what the fields hold now."""
        raise NotImplementedError

    def values(self) -> dict[str, Any]:
        return {code: read(field) for code, field in self.fields.items()}

    def touched(self) -> set[str]:
        """The fields that hold something else than when the dialog opened."""
        now = self.values()
        return {code for code, value in now.items() if value != self._base[code]}

    @property
    def passed_concerns(self) -> tuple[str, ...]:
        """Kinds of the concerns that were passed."""
        return self._asked_kinds if self.accepted_concerns else ()

    def save(self) -> None:
        if self.refuse_misread_date():
            return
        self.set_busy(True)
        changes = self.operations.run(self.deed(), self, on_error=self.refuse)
        if changes is not None:
            self.saved.emit(changes)
            self.accept()

    def refuse_misread_date(self) -> bool:
        """Whether a field holds a date that nobody understands; then it is said beside it."""
        misread = next((field for field in self.fields.values() if _is_misread(field)), None)
        if misread is not None:
            self.show_problem(_("This is no date. Type for example 4 dec or 04-12-2026."), misread)
        return misread is not None

    def refuse(self, error: UserFacingError) -> None:
        """Say it where it belongs; everything typed stays."""
        if isinstance(error, ConcernsOpen):
            self._asked_kinds = tuple(concern.kind for concern in error.concerns)
            self.ask_anyway([concern_text(concern) for concern in error.concerns])
        elif isinstance(error, ChangedByOther):
            self.show_problem(self._merge() or error_text(error))
        else:
            code = getattr(error, "field", "") or getattr(error, "kind", "")
            text = error_text(error)
            if isinstance(error, FieldRequired) and code in self._names:
                text = _("Fill in: {field}").format(field=self._names[code])
            self.show_problem(text, self.fields.get(code))

    # --- two writers -------------------------------------------------------------------------------------------

    def base_of(self, codes: Iterable[str]) -> dict[str, Any]:
        """What these fields held when the form was filled from the row."""
        return {code: self._base[code] for code in codes}

    def resume(self, typed: Values, base: Values) -> str:
        """Take up what was typed at an earlier time; says in words where somebody changed the same field since."""
        known = {code for code in typed if code in self.fields}
        for code in known:
            write(self.fields[code], typed[code])
        self._base |= {code: base[code] for code in known if code in base}
        found = self._newest() if self._newest is not None else None
        return "\n".join(self._take_over(*found)) if found is not None else ""

    def _merge(self) -> str:
        found = self._newest() if self._newest is not None else None
        if found is None:
            return ""
        both = self._take_over(*found)
        sentence = _("Somebody else saved this meanwhile; their changes are in this form now. Look, then save again.")
        return "\n".join([sentence, *both])

    def _take_over(self, newest: Values, version: int) -> list[str]:
        """Their changes where nothing was touched here; a line for each field that both changed."""
        mine, both = self.touched(), []
        for code, field in self.fields.items():
            theirs = newest.get(code, self._base[code])
            if theirs == self._base[code]:
                continue
            if code in mine:
                topic = CareTopic(code) if code in set(CareTopic) else None
                words = words_of(field, theirs, topic)
                both.append(_("{field}: the other wrote «{value}»").format(field=self._names[code], value=words))
            else:
                write(field, theirs)
            self._base[code] = theirs
        self.take_version(version)
        return both

    def take_version(self, version: int) -> None:
        """From now on a save is made on top of this version."""
        self.version = version

    def _keep(self, code: str, label: str, field: QWidget) -> None:
        self.fields[code] = field
        self._names[code] = label.replace("&", "")


class ReasonDialog(FormDialog):
    """Something goes away for good reason, and the reason is kept."""

    def __init__(
        self, operations: Operations, title: str, deed: Callable[[str], Callable[[Door], Changes]], parent: QWidget
    ) -> None:
        super().__init__(title, parent, save_text=_("Remove"))
        self.reason = QLineEdit()
        self.add_row(_("Reason"), self.reason, required=True, hint=_("The reason stays on record."))
        self._operations, self._deed = operations, deed
        self.save_requested.connect(self._remove)

    def _remove(self) -> None:
        if self._operations.run(self._deed(self.reason.text()), self, on_error=self._refuse) is not None:
            self.accept()

    def _refuse(self, error: UserFacingError) -> None:
        self.show_problem(error_text(error), self.reason)


class RemoveDialog(FormDialog):
    """Asks once more before something goes away; what it was stays on record."""

    def __init__(self, operations: Operations, title: str, deed: Callable[[Door], Changes], parent: QWidget) -> None:
        hint = _("What stood there stays readable in the log.")
        super().__init__(title, parent, save_text=_("Remove"), hint=hint)
        self._operations, self._deed = operations, deed
        self.save_requested.connect(self._remove)

    def _remove(self) -> None:
        refuse = self._refuse
        if self._operations.run(self._deed, self, on_error=refuse) is not None:
            self.accept()

    def _refuse(self, error: UserFacingError) -> None:
        self.show_problem(error_text(error))


def refusing(code: str) -> Callable[[Door], Changes]:
    """A deed that asks for this field first, where there is no safe choice to make for the user."""

    def refuse(_door: Door) -> Changes:
        raise FieldRequired(code)

    return refuse


def _is_misread(field: QWidget) -> bool:
    return isinstance(field, DateField | PartialDateField) and not field.is_understood()
