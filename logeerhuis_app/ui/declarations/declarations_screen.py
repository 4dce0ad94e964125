"""The Declaraties screen: collect, check and fix what a month owes, with the paper beside it."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.domain.declaring import Choice
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import month_year, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.declarations import (
    AnswerChanges,
    answer_question,
    ask_again,
    record_export,
    take_back_answer,
)
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.declarations import declaration_sheet, fixed_pdf, month_groups
from logeerhuis_app.services.rows.declaring import DecisionRow, PayerGroup, QuestionRow
from logeerhuis_app.services.saved_files import save_file
from logeerhuis_app.ui.declarations.fix_all_dialog import FixAllDialog
from logeerhuis_app.ui.declarations.fixing import FixAllResult, file_name, fix_one
from logeerhuis_app.ui.declarations.group_view import GroupView
from logeerhuis_app.ui.declarations.month_chooser import MonthChooser
from logeerhuis_app.ui.declarations.papers import drawn
from logeerhuis_app.ui.declarations.payer_list import PayerList
from logeerhuis_app.ui.declarations.printing import PaperPrinter
from logeerhuis_app.ui.declarations.words import obstacle_words
from logeerhuis_app.ui.jobs import Job, own_door
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.screen import Screen
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.message_bar import MessageBar, MessageKind
from logeerhuis_app.ui.widgets.preview import Preview

_SHOWS = Topic.DECLARATIONS | Topic.BOOKINGS | Topic.FUNDING | Topic.GUESTS | Topic.HOUSE
ROOM_FOR_THREE = 1040
"""Narrower than this the paper is behind a button."""
_ANY_WIDTH = (1 << 24) - 1  # QWIDGETSIZE_MAX, which PySide6 does not name


class DeclarationsScreen(Screen):
    """Reads in the pool, so that a month of a thousand stays never stops the window."""

    guest_opened = Signal(int)
    loaded = Signal()  # the month that was asked for stands there

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._pool_door = own_door(operations.door)
        self._groups: tuple[PayerGroup, ...] = ()
        self._chosen_key = ""
        self._wish = 0
        self._is_stale = True
        self._goes_to_question = self._wants_keyboard = False  # once the payers have been read
        self._build()
        self._connect()

    # -- protocol of a screen

    def leading_widgets(self) -> Sequence[QWidget]:
        return (self.months,)

    def top_bar_widgets(self) -> Sequence[QWidget]:
        return (self.paper_button, self.fix_all_button)

    def activate(self) -> None:
        if self._is_stale:
            self.reload()
            self._wants_keyboard = True
        self.payers.focus_selected()

    def print_page(self) -> None:
        if self.preview.print_button.isEnabled():
            self.preview.print_button.click()

    def key_help(self) -> Sequence[tuple[str, str]]:
        return (
            ("Alt+← · Alt+→", _("another month")),
            ("↑ ↓ · Enter", _("another payer")),
            ("Alt+V", _("to the first question")),
            ("Ctrl+Enter", _("fix this declaration")),
            ("Ctrl+S · Ctrl+P", _("save the paper as PDF, print it")),
        )

    @property
    def groups(self) -> tuple[PayerGroup, ...]:
        """The payers of the month on screen."""
        return self._groups

    @property
    def chosen(self) -> PayerGroup | None:
        return next((group for group in self._groups if group.key == self._chosen_key), None)

    def show_month(self, month: Month) -> None:
        self.months.choose(month)

    # -- reading

    def reload(self) -> None:
        self._wish += 1
        self._is_stale = False
        month = self.months.month
        door, wish = self._pool_door, self._wish
        job = Job(lambda _job: (wish, month_groups(door, month)))
        job.finished.connect(self._arrived)
        job.failed.connect(self._failed)
        job.start()

    def _arrived(self, answer: tuple[int, tuple[PayerGroup, ...]]) -> None:
        wish, groups = answer
        if wish != self._wish:
            return  # another month was asked for meanwhile
        self._groups = groups
        had_focus = self._wants_keyboard or self.payers.isAncestorOf(self.focusWidget() or self)
        self._wants_keyboard = False
        self.payers.show_groups(groups, self._today)
        self._show_emptiness()
        if groups:
            known = self._chosen_key in {group.key for group in groups}
            self._choose(self._chosen_key if known else groups[0].key)
        if had_focus:
            self.payers.focus_selected()
        if self._goes_to_question:
            self._goes_to_question = False
            self.group_view.focus_first_question()
        self._show_fix_all()
        self.loaded.emit()

    def _choose(self, key: str) -> None:
        self._chosen_key = key
        self.payers.select(key)
        group = self.chosen
        if group is not None:
            self.group_view.show_group(group, self._today)
            self._show_paper(group)

    def _show_paper(self, group: PayerGroup) -> None:
        if group.payer_id is None:
            self.preview.clear(_("Nobody is known to pay, so there is no paper yet."))
        elif not group.lines and not group.total:
            self.preview.clear(_("There is nothing to declare to this payer."))
        else:
            self.preview.show_made(partial(_paper, self._pool_door, group))

    def _show_emptiness(self) -> None:
        has_groups = bool(self._groups)
        self.empty.setVisible(not has_groups)
        self.payers.setVisible(has_groups)
        self._arrange()
        sentence = _("There is nothing to declare in {month}.").format(month=month_year(self.months.month.first))
        self.empty.sentence.setText(sentence)

    def _show_fix_all(self) -> None:
        count = len(self._ready())
        self.fix_all_button.setEnabled(bool(count))
        hint = ngettext("{n} declaration is ready", "{n} declarations are ready", count).format(n=number(count))
        self.fix_all_button.setToolTip(hint)

    def _ready(self) -> list[PayerGroup]:
        return [group for group in self._groups if group.is_ready and not obstacle_words(group, self._today)]

    @property
    def _today(self) -> date:
        return self._operations.door.clock.today()

    # -- deciding

    def _answer(self, question: QuestionRow, choice: Choice) -> None:
        if choice is Choice.OPEN_FILE:
            self.guest_opened.emit(question.guest_id)
            return
        month, guest_id, nights = self.months.month, question.guest_id, question.nights
        self._decide(
            _("{guest}: {choice}").format(guest=question.guest, choice=label(choice)),
            lambda door: answer_question(door, month, guest_id, nights, choice),
        )

    def _ask_again(self, decision: DecisionRow) -> None:
        month, guest_id, nights = self.months.month, decision.guest_id, decision.nights
        self._decide(
            _("{guest}: decide again").format(guest=decision.guest),
            lambda door: ask_again(door, month, guest_id, nights),
        )

    def _decide(self, text: str, deed: Callable[[Door], Changes]) -> None:
        self._goes_to_question = True
        self.message.close_message()
        done = self._operations.run_undoable(
            text,
            deed,
            lambda door, changes: take_back_answer(door, cast("AnswerChanges", changes)),
            origin=self,
            on_error=self._refused,
        )
        if done is None:
            self.reload()

    # -- fixing

    def _fix(self, key: str) -> None:
        self.group_view.set_busy(True)
        self.message.close_message()
        door, month = self._pool_door, self.months.month
        job = Job(lambda _job: fix_one(door, month, key))
        job.finished.connect(self._fixed)
        job.failed.connect(self._not_fixed)
        job.start()

    def _fixed(self, changes: Changes) -> None:
        self._chosen_key = f"d{changes.created_id}"
        said = _("Fixed as {number}.").format(number=changes.number)
        self.message.show_message(said, MessageKind.SUCCESS)
        self._operations.changed.emit(changes, self)

    def _not_fixed(self, error: Exception) -> None:
        self.group_view.set_busy(False)
        self._failed(error)
        self.reload()

    def _fix_all(self) -> None:
        ready = self._ready()
        if not ready:
            return
        self.message.close_message()
        waiting = sum(bool(group.questions) for group in self._groups)
        dialog = FixAllDialog(self._pool_door, ready, waiting, self)
        dialog.ended.connect(self._all_fixed)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _all_fixed(self, result: FixAllResult) -> None:
        if result.fixed:
            topics = Topic.DECLARATIONS | Topic.BOOKINGS
            self._operations.changed.emit(Changes(topics), self)
        else:
            self.reload()

    # -- the paper

    def _save_paper(self) -> None:
        group, pdf = self.chosen, self.preview.pdf
        if group is None or not pdf:
            return
        dialog = QFileDialog(self, _("Save the declaration as PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(_("PDF files (*.pdf)"))
        dialog.selectFile(file_name(group, group.number))
        dialog.fileSelected.connect(lambda chosen: self._write_paper(group, Path(chosen), pdf))
        dialog.open()

    def _write_paper(self, group: PayerGroup, to: Path, pdf: bytes) -> None:
        try:
            record_export(self._operations.door, Month.of(group.month), group.key)
            save_file(to, pdf)
        except UserFacingError as error:
            self._refused(error)
            return
        self.message.show_message(_("Saved: {file}").format(file=str(to)), MessageKind.SUCCESS)

    def _print_paper(self) -> None:
        group = self.chosen
        if group is None or not self.preview.pdf:
            return
        printer = PaperPrinter((self.preview.pdf,), self)
        printer.ended.connect(partial(self._printed, group))
        printer.ask()

    def _printed(self, group: PayerGroup, is_whole: bool) -> None:
        if is_whole:
            record_export(self._operations.door, Month.of(group.month), group.key)
            self.message.show_message(_("Handed to the printer."), MessageKind.SUCCESS, seconds=8)
        else:
            self.message.show_message(_("The printer does not answer; nothing was printed."), MessageKind.ATTENTION)

    # -- what went wrong

    def _refused(self, error: UserFacingError) -> None:
        self.message.show_message(error_text(error), MessageKind.ATTENTION)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserFacingError):
            raise error
        self._refused(error)

    # -- widgets

    def _connect(self) -> None:
        self.months.changed.connect(self._month_changed)
        self.payers.chosen.connect(self._choose)
        self.payers.content_changed.connect(self._arrange)
        self.group_view.answered.connect(self._answer)
        self.group_view.asked_again.connect(self._ask_again)
        self.group_view.fix_requested.connect(self._fix)
        self.group_view.guest_opened.connect(self.guest_opened)
        self.preview.save_requested.connect(self._save_paper)
        self.preview.print_requested.connect(self._print_paper)
        self.fix_all_button.clicked.connect(self._fix_all)
        self.paper_button.toggled.connect(self._arrange)
        self._operations.changed.connect(self._changed)
        QShortcut(QKeySequence("Alt+V"), self).activated.connect(self.group_view.focus_first_question)

    def _month_changed(self, _month: Month) -> None:
        self._chosen_key = ""
        self.message.close_message()
        self.reload()

    def _changed(self, changes: Changes, _origin: object) -> None:
        if changes.topics & _SHOWS:
            self._is_stale = True
            if self.isVisible():
                self.reload()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Three columns where there is room; else the paper takes the middle's place when it is asked for."""
        wide = self.width() >= px(ROOM_FOR_THREE)
        has_groups = bool(self._groups)
        paper_instead = not wide and self.paper_button.isChecked()
        self.paper_button.setVisible(not wide and has_groups)
        self._middle.setVisible(not paper_instead)
        self.group_view.setVisible(has_groups)
        self.preview.setVisible(has_groups and (wide or paper_instead))
        self.payers.setFixedWidth(_share(self.width(), 0.265, self.payers.least_width(), px(344)))
        if wide:
            self.preview.setFixedWidth(_share(self.width(), 0.25, px(230), px(420)))
        else:
            self.preview.setMinimumWidth(0)
            self.preview.setMaximumWidth(_ANY_WIDTH)

    def _build(self) -> None:
        self.months = MonthChooser(Month.of(self._today).previous())
        self.fix_all_button = Button(_("Fix everything and print"), Kind.PRIMARY)
        if not self._operations.door.may(UseCase.FIX_DECLARATION):
            self.fix_all_button.hide()
        self.fix_all_button.setEnabled(False)
        self.paper_button = Button(_("Preview"), key="Ctrl+E")
        self.paper_button.setCheckable(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.payers = PayerList()
        line = QFrame()
        line.setProperty("role", "upright")
        self.preview = Preview()
        row.addWidget(self.payers)
        row.addWidget(line)
        row.addWidget(self._build_middle(), 1)
        row.addWidget(self.preview, 0)

    def _build_middle(self) -> QWidget:
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.message = MessageBar()
        door = self._operations.door
        self.group_view = GroupView(
            may_answer=door.may(UseCase.ANSWER_QUESTION), may_fix=door.may(UseCase.FIX_DECLARATION)
        )
        self.empty = EmptyState(
            _("There is nothing to declare in this month."),
            _("Plan and check in stays first (Planning, F3), or choose another month above."),
            icon="declarations",
        )
        self.empty.hide()
        column.addWidget(self.message)
        column.addWidget(self.group_view, 1)
        column.addWidget(self.empty, 1)
        return self._middle


def _paper(door: Door, group: PayerGroup) -> bytes:
    """The kept paper of a fixed declaration, or the draft as it would be now."""
    if group.declaration_id is not None:
        return fixed_pdf(door, group.declaration_id)
    return drawn(declaration_sheet(door, group.key, Month.of(group.month)))


def _share(width: int, part: float, least: int, most: int) -> int:
    return max(least, min(most, int(width * part)))
