"""Two files of one person: which is the other, what holds where they differ, and what then happens for good."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from logeerhuis_app.domain.errors import ConcernsOpen, UserFacingError
from logeerhuis_app.domain.errors_merging import ChoiceOpen, MergeBlocked
from logeerhuis_app.domain.merging import Side
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import concern_text, error_text
from logeerhuis_app.i18n.format import number
from logeerhuis_app.i18n.merge_words import moved_words
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.merging import MergeWish, merge_files
from logeerhuis_app.services.queries.guests import MOST_FOUND, guest_list
from logeerhuis_app.services.queries.merging import merge_sheet
from logeerhuis_app.services.rows.guest import GuestListRow, GuestRef
from logeerhuis_app.services.rows.merging import MergeSheet, MergeSide
from logeerhuis_app.ui.guests.side_choice import SideChoice
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.fact_table import FactTable
from logeerhuis_app.ui.widgets.guest_picker import GuestPicker
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.label import Label, Role

_WIDTH = 640
"""Two answers beside each other need room for words."""


class MergeDialog(FormDialog):
    """First everything that is to be chosen; then, as a second step, what happens and cannot be undone."""

    merged = Signal(object)  # Changes

    def __init__(self, operations: Operations, parent: QWidget, guest: GuestRef, other_id: int = 0) -> None:
        hint = _("Everything of the other file moves to this one, and the other number leads here from then on.")
        title = _("Merge two files of one person: {name}").format(name=f"{guest.name}, {birth_words(guest.born)}")
        super().__init__(title, parent, hint=hint, save_text=_("Go on"))
        self._operations = operations
        self._kept_id = guest.guest_id
        self._accepted: tuple[str, ...] = ()
        self.sheet: MergeSheet | None = None
        self.choices: list[SideChoice] = []
        self._build_parts()
        self.save_requested.connect(self._go_on)
        self.other.picked.connect(self._load)
        if other_id:
            self._load(other_id)

    # --- building ----------------------------------------------------------------------------------------------

    def _build_parts(self) -> None:
        self.other = GuestPicker(self._find)
        self.row = self.add_row(_("The &other file of this person"), self.other)
        self.setMinimumWidth(px(_WIDTH))
        self._first, self._second = QWidget(), QWidget()
        for page in (self._first, self._second):
            column = QVBoxLayout(page)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(px(tokens.SPACE_3))
            self.add_wide(page)
        self._second.hide()
        self.swap_button = Button(_("Keep the other number"))
        self.swap_button.setToolTip(_("Which of the two numbers stays, and which leads to it"))
        self.swap_button.clicked.connect(self._swap)
        self.back_button = Button(_("Back"))
        self.back_button.clicked.connect(self._go_back)
        self.buttons.insertWidget(0, self.swap_button)
        self.buttons.insertWidget(1, self.back_button)
        self.swap_button.hide()
        self.back_button.hide()

    def _find(self, text: str) -> Sequence[GuestListRow]:
        rows = self._operations.read(lambda door: guest_list(door, text, most=MOST_FOUND)).rows
        return [row for row in rows if row.guest.guest_id != self._kept_id]

    # --- the first step: what differs --------------------------------------------------------------------------

    def _load(self, other_id: int) -> None:
        self.clear_problem()
        self.sheet = sheet = self._operations.read(partial(_read, kept_id=self._kept_id, other_id=other_id))
        self._accepted = ()
        self._show_sheet(sheet)
        self.swap_button.setVisible(not sheet.obstacles)
        self.save_button.setEnabled(not sheet.obstacles)
        self.row.setVisible(bool(sheet.obstacles))
        if self.choices:
            self.choices[0].take_focus()

    def _show_sheet(self, sheet: MergeSheet) -> None:
        column = _emptied(self._first)
        self.choices = []
        if sheet.obstacles:
            codes = tuple(one.value for one in sheet.obstacles)
            blocked = MergeBlocked(sheet.kept.guest_no, sheet.other.guest_no, codes, sheet.nights)
            column.addWidget(Label(error_text(blocked), Role.PROBLEM, wraps=True))
        if sheet.kept.name:
            column.addWidget(_beside(sheet))
        if sheet.obstacles:
            return
        numbers = {Side.KEPT: _stays(sheet.kept), Side.OTHER: _goes(sheet.other)}
        if not sheet.rows:
            column.addWidget(Label(_("The files contradict each other in nothing."), Role.MUTE, wraps=True))
        for row in sheet.rows:
            choice = SideChoice(row, numbers)
            choice.changed.connect(self.clear_problem)
            self.choices.append(choice)
            column.addWidget(choice)

    def _swap(self) -> None:
        """The same two files, the other way round."""
        if self.sheet is not None:
            self._kept_id, other_id = self.sheet.other.guest_id, self.sheet.kept.guest_id
            self._load(other_id)

    # --- the second step: what happens -------------------------------------------------------------------------

    def _go_on(self) -> None:
        if self.sheet is None:
            self.show_problem(_("Choose the other file of this person first."), self.other)
        elif self._second.isVisible():
            self._merge(self.sheet)
        elif (missing := next((one for one in self.choices if one.side is None), None)) is not None:
            self._refuse(ChoiceOpen(missing.row.code))
        else:
            self._show_second(self.sheet)

    def _show_second(self, sheet: MergeSheet) -> None:
        column = _emptied(self._second)
        column.addWidget(Label(_("This cannot be undone."), Role.HEADING, wraps=True))
        column.addWidget(KeyValues(_facts(sheet), label_share=0.28))
        self._turn(is_second=True)
        self.save_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _go_back(self) -> None:
        self._turn(is_second=False)
        if self.choices:
            self.choices[0].take_focus()

    def _turn(self, *, is_second: bool) -> None:
        self.clear_problem()
        self._first.setVisible(not is_second)
        self._second.setVisible(is_second)
        self.swap_button.setVisible(not is_second)
        self.back_button.setVisible(is_second)
        self._save_text = _("Merge for good") if is_second else _("Go on")
        self.save_button.setText(self._save_text)

    def _merge(self, sheet: MergeSheet) -> None:
        self.set_busy(True)
        if self.accepted_concerns:
            self._accepted = tuple(concern.value for concern in sheet.concerns)
        chosen = {choice.row.code: choice.side for choice in self.choices if choice.side is not None}
        wish = MergeWish(
            sheet.kept.guest_id,
            sheet.other.guest_id,
            sheet.kept.version,
            sheet.other.version,
            chosen,
            self._accepted,
        )
        changes = self._operations.run(lambda door: merge_files(door, wish), self, on_error=self._refuse)
        if changes is not None:
            self.merged.emit(changes)
            self.accept()

    def _refuse(self, error: UserFacingError) -> None:
        if isinstance(error, ConcernsOpen):
            self.ask_anyway([concern_text(concern) for concern in error.concerns], _("It is one person: merge"))
            return
        self.show_problem(error_text(error))
        if isinstance(error, ChoiceOpen):
            self._turn_to(error)

    def _turn_to(self, error: ChoiceOpen) -> None:
        """The question that is still open, with the keyboard on it."""
        for choice in self.choices:
            if choice.row.code == error.field:
                choice.take_focus()
                self._scroll.ensureWidgetVisible(choice)


def _read(door: Door, kept_id: int, other_id: int) -> MergeSheet:
    return merge_sheet(door, kept_id, other_id)


def _emptied(page: QWidget) -> QVBoxLayout:
    column = page.layout()
    if not isinstance(column, QVBoxLayout):
        raise TypeError("a page of this dialog is a column")
    while (item := column.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
    return column


def _stays(side: MergeSide) -> str:
    return _("guest {number}, stays").format(number=side.guest_no)


def _goes(side: MergeSide) -> str:
    return _("guest {number}, goes").format(number=side.guest_no)


def _beside(sheet: MergeSheet) -> FactTable:
    """Who is in either file, to be sure that it is one person."""
    table = FactTable(["", _stays(sheet.kept), _goes(sheet.other)], wraps=(1, 2), name=_("The two files"))
    sides = (sheet.kept, sheet.other)
    nothing = _("not filled in")
    table.show_rows(
        [
            [_("Name"), *(side.name for side in sides)],
            [_("Birth date"), *(birth_words(side.born) if side.born else nothing for side in sides)],
            [_("Town"), *(side.town or nothing for side in sides)],
            [_("BSN"), *(side.bsn or nothing for side in sides)],
            [_("Stays"), *(number(side.stays) for side in sides)],
        ]
    )
    return table


def _facts(sheet: MergeSheet) -> list[KeyValue]:
    """What moves, what is kept of both, and what is gone afterwards."""
    numbers = {"kept": sheet.kept.guest_no, "other": sheet.other.guest_no}
    facts = [
        KeyValue(_("What stays"), _stays_words(sheet), is_strong=True),
        KeyValue(_("What moves"), moved_words(sheet.moves) or _("Nothing on record.")),
        KeyValue(_("Allergies and alerts"), _safety_words(sheet), needs_attention=True),
    ]
    if "medication_list" in dict(sheet.moves):
        facts.append(KeyValue(_("Medicines"), _medicine_words(sheet), needs_attention=True))
    declared = _(
        "what was sent stays as it was; nights that were declared count for guest {kept} and are not sent again"
    )
    facts.append(KeyValue(_("Declarations"), declared.format(**numbers)))
    gone = _("file {other} is empty afterwards; an answer that was not chosen can only be read in the log")
    facts.append(KeyValue(_("What goes"), gone.format(**numbers)))
    return facts


def _stays_words(sheet: MergeSheet) -> str:
    words = _("guest {kept}, {name}; who looks for {other} finds this file")
    return words.format(kept=sheet.kept.guest_no, name=sheet.kept.name, other=sheet.other.guest_no)


def _safety_words(sheet: MergeSheet) -> str:
    words = _("of both files: allergies and intolerances {allergies}, alerts {alerts}; look through them afterwards")
    return words.format(allergies=number(sheet.allergies), alerts=number(sheet.alerts))


def _medicine_words(sheet: MergeSheet) -> str:
    if sheet.has_two_lists:
        return _("the lines of both lists stand in one list that two people have to check again")
    return _("a list that comes from the other file has to be checked again by two people")
