"""The base of every dialog of the file: says refusals beside their field, and never loses what was typed."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.errors import ChangedByOther, ConcernsOpen, FieldRequired, UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import concern_text, error_text
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.guest_log import last_change_of_other
from logeerhuis_app.ui.guests.conflict_line import ConflictLine
from logeerhuis_app.ui.guests.field_access import read, words_of, write
from logeerhuis_app.ui.guests.form_draft import FormDraft
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.form_row import FormRow
from logeerhuis_app.ui.widgets.message_bar import MessageBar
from logeerhuis_app.ui.widgets.partial_date_field import PartialDateField

Values = Mapping[str, Any]
Newest = Callable[[], tuple[Values, int] | None]
"""Reads the row again: its values by field code, and its version; None when it is not there any more."""


class FileDialog(FormDialog):
    """``fields`` are the widgets by the code that errors use. A subclass builds them, then calls ``start``.

    When somebody else saved the same row meanwhile, their changes are taken over in the fields that were not
    touched here; where both changed the same field, both are shown and the user says which of the two holds.

    A form about a guest (``guest_id`` or ``_guest_id``) comes back as it was left after a lock or a crash.
    """

    saved = Signal(object)  # Changes
    keeps_draft: ClassVar[bool] = True
    """False: what is typed here is worth nothing later, or may not be kept."""

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
        self.conflicts: dict[str, ConflictLine] = {}
        self.draft: FormDraft | None = None
        self.messages = MessageBar()
        self.pin(self.messages)
        self._names: dict[str, str] = {}
        self._rows_by_code: dict[str, FormRow] = {}
        self._defaults: Values = {}
        self._empty: Values = {}
        self._newest = newest
        self._base: dict[str, Any] = {}
        self._asked_kinds: tuple[str, ...] = ()
        self.save_requested.connect(self.save)

    # --- building ----------------------------------------------------------------------------------------------

    def ask(self, code: str, label: str, field: QWidget, *, required: bool = False, hint: str = "") -> FormRow:
        """One question on a line of its own."""
        self._keep(code, label, field)
        self._rows_by_code[code] = self.add_row(label, field, required=required, hint=hint)
        return self._rows_by_code[code]

    def ask_beside(self, *questions: tuple[str, str, QWidget]) -> None:
        """Short questions on one line: (code, label, field)."""
        rows = []
        for code, label, field in questions:
            self._keep(code, label, field)
            self._rows_by_code[code] = FormRow(label, field)
            rows.append(self._rows_by_code[code])
        self.add_rows_beside(*rows)

    def start(self, defaults: Values | None = None) -> None:
        """Fill the fields from the row, or from the defaults for a new one."""
        self._defaults = defaults or {}
        self._empty = self.values()
        self.begin_anew()
        next(iter(self.fields.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_anew(self) -> None:
        """What the row says, and nothing of what was typed over it."""
        found = self._newest() if self._newest is not None else None
        values, self.version = found if found is not None else (self._defaults, 0)
        for code, field in self.fields.items():
            if code in values or read(field) != self._empty[code]:
                write(field, values.get(code, self._empty[code]))
        self._base = self.values()
        self._forget_conflicts()

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
        if self.refuse_misread_date() or self.refuse_open_conflict():
            return
        self.set_busy(True)
        step = _("Saved: {form}").format(form=self.windowTitle())
        changes = self.operations.run_edit(step, self.deed(), self, on_error=self.refuse)
        if changes is not None:
            self.saved.emit(changes)
            self.accept()

    def refuse_misread_date(self) -> bool:
        """Whether a field holds a date that nobody understands; then it is said beside it."""
        misread = next((field for field in self.fields.values() if _is_misread(field)), None)
        if misread is not None:
            self.show_problem(_("This is no date. Type for example 4 dec or 04-12-2026."), misread)
        return misread is not None

    def refuse_open_conflict(self) -> bool:
        """Whether two answers to one question stand beside each other still; then it is said beside the first."""
        code = next((code for code, line in self.conflicts.items() if line.holds is None), "")
        if code:
            words = _("Two answers: say which of the two holds. {field}").format(field=self._names[code])
            self.show_problem(words, self.fields[code])
        return bool(code)

    def refuse(self, error: UserFacingError) -> None:
        """Say it where it belongs; everything typed stays."""
        if isinstance(error, ConcernsOpen):
            self._asked_kinds = tuple(concern.kind for concern in error.concerns)
            self.ask_anyway([concern_text(concern) for concern in error.concerns])
        elif isinstance(error, ChangedByOther):
            self.show_problem(self._merge() or _("Somebody else saved this meanwhile. Look, then save again."))
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
        return self._take_over(*found) if found is not None else ""

    def _merge(self) -> str:
        """What the other wrote, laid beside what is typed here; where it is gone, saving again would never do."""
        found = self._newest() if self._newest is not None else None
        if found is not None:
            return self._take_over(*found)
        return _("Somebody else changed this meanwhile. Close this form and look at what stands there now.")

    def _take_over(self, newest: Values, version: int) -> str:
        """Their changes where nothing was touched here; what both changed is to be chosen. Says so in a sentence."""
        mine, now, taken = self.touched(), self.values(), []
        who = self._other_writer()
        self._forget_conflicts()
        for code, field in self.fields.items():
            theirs = newest.get(code, self._base[code])
            if theirs == self._base[code]:
                continue
            if code in mine and now[code] != theirs:
                self._show_conflict(code, theirs, who)
            elif code not in mine:
                write(field, theirs)
                taken.append(self._names[code])
            self._base[code] = theirs
        self.take_version(version)
        if self.conflicts:
            code, line = next(iter(self.conflicts.items()))
            (self.fields[code].focusProxy() or self.fields[code]).setFocus(Qt.FocusReason.OtherFocusReason)
            self.scroll_to(line)
        return _merge_words(who, taken, [self._names[code] for code in self.conflicts])

    def _show_conflict(self, code: str, theirs: Any, who: str) -> None:
        topic = CareTopic(code) if code in set(CareTopic) else None
        field = self.fields[code]
        line = ConflictLine(self._names[code], field, theirs, words_of(field, theirs, topic), who)
        line.decided.connect(self.clear_problem)
        self.conflicts[code] = line
        if code in self._rows_by_code:
            self._rows_by_code[code].add_below(line)
        else:  # a field that a form lays out by itself
            self.add_wide(line)

    def _forget_conflicts(self) -> None:
        for line in self.conflicts.values():
            line.hide()
            line.deleteLater()
        self.conflicts = {}

    def _other_writer(self) -> str:
        """Who changed this file last, besides this user."""
        guest_id = self.file_id
        other = self.operations.read(partial(_other, guest_id=guest_id)) if guest_id else ""
        return other or _("Somebody else")

    def take_version(self, version: int) -> None:
        """From now on a save is made on top of this version."""
        self.version = version

    # --- a form that was interrupted ---------------------------------------------------------------------------

    @property
    def file_id(self) -> int | None:
        """Whose file this form is about, if it says so."""
        return getattr(self, "guest_id", None) or getattr(self, "_guest_id", None)

    def row_key(self) -> str:
        """Which row of the file this form is about; two rows have drafts of their own."""
        row = getattr(self, "_row", None)
        named = [name for name in getattr(row, "__dataclass_fields__", ()) if name.endswith("_id")]
        return str(getattr(row, named[0])) if named else str(getattr(self, "_contact_id", ""))

    def more_typed(self) -> Any:
        """What is typed here besides the fields, as JSON has it; nothing where there is nothing more."""
        return None

    def take_more(self, typed: Any) -> None:
        """Put that back."""

    def showEvent(self, event: QShowEvent) -> None:
        if self.draft is None and not event.spontaneous() and self._is_drafted():
            name = f"{type(self).__name__} {self.row_key()}".strip()
            self.draft = FormDraft(self.operations, self, self.file_id, name, self.messages)
            self.draft.begin()
        super().showEvent(event)

    def done(self, result: int) -> None:
        """Saved or cancelled: there is nothing to come back to."""
        if self.draft is not None:
            self.draft.end()
        super().done(result)

    def _is_drafted(self) -> bool:
        is_about_guest = hasattr(self, "guest_id") or hasattr(self, "_guest_id")
        has_account = self.operations.door.actor.user_id is not None
        return self.keeps_draft and is_about_guest and has_account and not self.is_inside

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
        deed, step = self._deed(self.reason.text()), _("Removed from the file")
        if self._operations.run_edit(step, deed, self, on_error=self._refuse) is not None:
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
        step = _("Removed from the file")
        if self._operations.run_edit(step, self._deed, self, on_error=self._refuse) is not None:
            self.accept()

    def _refuse(self, error: UserFacingError) -> None:
        self.show_problem(error_text(error))


def _merge_words(who: str, taken: list[str], both: list[str]) -> str:
    """What became of the other's changes; empty where there were none."""
    parts = []
    if taken:
        words = _("{user} changed this meanwhile and it stands here now: {fields}.")
        parts.append(words.format(user=who, fields=", ".join(taken)))
    if both:
        words = _("You both changed: {fields}. Say which of the two holds.")
        parts.append(words.format(fields=", ".join(both)))
    if taken and not both:
        parts.append(_("Look, then save again."))
    return " ".join(parts)


def _other(door: Door, guest_id: int) -> str:
    return last_change_of_other(door, guest_id)


def refusing(code: str) -> Callable[[Door], Changes]:
    """A deed that asks for this field first, where there is no safe choice to make for the user."""

    def refuse(_door: Door) -> Changes:
        raise FieldRequired(code)

    return refuse


def _is_misread(field: QWidget) -> bool:
    return isinstance(field, DateField | PartialDateField) and not field.is_understood()
