"""The Overdracht screen: all guests present, what can harm, what to give now, what is new."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.errors import ChangedByOther, UserFacingError
from logeerhuis_app.domain.handover import ORDER, Shift, ShiftKind, shift_at
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import clock_time, date_long, day_short, number, weekday_letters
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.handover import AckWish, acknowledge, do_task, undo_task, withdraw
from logeerhuis_app.services.queries.handover import guest_cards, handover_places, handover_rows
from logeerhuis_app.services.rows.handover import ArrivalRow, HandoverGuest, HandoverRows, PlaceRow
from logeerhuis_app.ui.guests.guest_paper import GuestPaper
from logeerhuis_app.ui.guests.missing_print import MISSING_SHEET
from logeerhuis_app.ui.handover import printing
from logeerhuis_app.ui.handover.detail_panel import DetailPanel
from logeerhuis_app.ui.handover.guest_rows import GuestRows
from logeerhuis_app.ui.handover.writing import Writing
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.screen import Screen
from logeerhuis_app.ui.stays.check_in_dialog import CheckInDialog
from logeerhuis_app.ui.stays.check_out_dialog import CheckOutDialog
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.message_bar import MessageBar, MessageKind
from logeerhuis_app.ui.widgets.segmented import Segmented

_SHOWS = Topic.HANDOVER | Topic.BOOKINGS | Topic.GUESTS | Topic.CARE | Topic.HOUSE
REFRESH_MS = 60_000
"""Others write too, and the next dose moves on."""


class HandoverScreen(Screen):
    """Shows one location and one shift; it follows the clock until somebody chooses another shift."""

    shows_search = False
    guest_opened = Signal(int)
    count_changed = Signal(int)  # guests with news this user has not signed for

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self.missing_print = GuestPaper(MISSING_SHEET, operations, self)
        self._places: tuple[PlaceRow, ...] = ()
        self._page: HandoverRows | None = None
        self._shift = self._shift_now()
        self._is_chosen = False
        self._writing = Writing(operations, self)
        self._build()
        self._connect()
        self._load_places()

    # -- protocol of a screen ----------------------------------------------------------------------------------------

    @property
    def page(self) -> HandoverRows | None:
        """What is on screen now; None in a house without beds."""
        return self._page

    def leading_widgets(self) -> Sequence[QWidget]:
        return (self.shift_choice, self.place_choice, self.date_line)

    def top_bar_widgets(self) -> Sequence[QWidget]:
        return (self.news_badge, self.print_button, self.all_read_button)

    def activate(self) -> None:
        if not self._is_chosen:
            self._set_shift(self._shift_now())
        self.reload()
        self.rows.take_focus()

    def key_help(self) -> Sequence[tuple[str, str]]:
        return (
            ("↑ ↓", _("another guest")),
            ("Enter", _("Open the guest file")),
            ("G", _("read and understood")),
            ("N · Shift+N", _("note about the guest, about the house")),
            ("T · Shift+T", _("to the tasks, a new task")),
            (_("Space"), _("the task is done")),
            ("A · V", _("arrival, departure")),
        )

    def show_shift(self, shift: Shift) -> None:
        """Another shift than the one that runs; the screen stays there until it is left."""
        self._is_chosen = shift != self._shift_now()
        self._set_shift(shift)
        self.reload()

    def show_guest(self, guest_id: int) -> None:
        """Choose this guest's row, if the guest is on the page."""
        if self._page is not None:
            for row in self._page.everyone:
                if row.banner.guest.guest_id == guest_id:
                    self.rows.choose(row.booking_id)

    def showEvent(self, event: QShowEvent) -> None:
        self._timer.start()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at what cannot be seen: nothing is read in this user's name."""
        self._timer.stop()
        super().hideEvent(event)

    # -- reading -----------------------------------------------------------------------------------------------------

    def reload(self) -> None:
        if not self._places:
            self._load_places()
        if not self._places:
            return
        place = self._places[max(0, self.place_choice.currentIndex())]
        shift = self._shift
        self._page = self._operations.read(lambda door: handover_rows(door, place.location_id, shift))
        self.rows.show_page(self._page, self._now())
        self._show_panel()
        self._show_bar(self._page)

    def _load_places(self) -> None:
        self._places = self._operations.read(handover_places)
        self.place_choice.blockSignals(True)
        self.place_choice.clear()
        self.place_choice.addItems([place.name for place in self._places])
        self.place_choice.blockSignals(False)
        has_places = bool(self._places)
        for widget in (self.rows, self.panel):
            widget.setVisible(has_places)
        self.nowhere.setVisible(not has_places)
        self.all_read_button.setEnabled(has_places)
        if not has_places:
            self.place_choice.hide()
            self.news_badge.hide()

    def _now(self) -> datetime:
        """The wall clock of the house."""
        return house_time(self._operations.door.clock.now_utc()).replace(tzinfo=None)

    def _shift_now(self) -> Shift:
        return shift_at(self._now())

    def _set_shift(self, shift: Shift) -> None:
        self._shift = shift
        self.shift_choice.set_current(ORDER.index(shift.kind))

    def _chosen_row(self) -> HandoverGuest | ArrivalRow | None:
        if self._page is None:
            return None
        return next((row for row in self._page.everyone if row.booking_id == self.rows.chosen), None)

    def _show_panel(self) -> None:
        if self._page is None:
            return
        row = self._chosen_row()
        if isinstance(row, HandoverGuest):
            self.panel.show_guest(row, self._page, self._now().date())
        elif isinstance(row, ArrivalRow):
            self.panel.show_arrival(row, self._page, self._now())
        else:
            self.panel.show_nobody(self._page)

    def _show_bar(self, page: HandoverRows) -> None:
        self.place_choice.setVisible(len(self._places) > 1)
        self.news_badge.show_text(_("{n} new").format(n=number(page.unread)), Tone.AMBER)
        self.news_badge.setVisible(page.unread > 0)
        self.all_read_button.setEnabled(bool(page.guests))
        self.date_line.setText(page_words(page, short=len(self._places) > 1))
        read_at = clock_time(page.made_at_utc) if page.made_at_utc else ""
        refresh = _("Read at {time}; read again every minute").format(time=read_at)
        self.date_line.setToolTip(f"{page_words(page)}\n{refresh}")
        self.place_choice.setToolTip(page.location)
        self.count_changed.emit(page.unread)

    # -- doing -------------------------------------------------------------------------------------------------------

    def sign(self) -> None:
        """«Gelezen»: this guest."""
        row = self._chosen_row()
        if isinstance(row, HandoverGuest) and self._page is not None:
            self._sign((row.banner.guest.guest_id,), _("Read: {guest}").format(guest=row.banner.guest.name))

    def sign_all(self) -> None:
        """«Alles gelezen»: everybody on this page."""
        if self._page is not None and self._page.guests:
            self._sign(tuple(guest.banner.guest.guest_id for guest in self._page.guests), _("Read: all guests"))

    def _sign(self, guest_ids: tuple[int, ...], text: str) -> None:
        page = self._page
        if page is None or not self._operations.door.may(UseCase.ACKNOWLEDGE_HANDOVER):
            return
        wish = AckWish(page.shift, guest_ids, page.last_note_id)
        self._operations.run_undoable(
            text,
            lambda door: acknowledge(door, wish),
            lambda door, _changes: withdraw(door, wish),
            on_error=self._refuse,
        )

    def tick_task(self, task_id: int, done: bool) -> None:
        """Done, or open again; either can be taken back."""
        deed, take_back = (do_task, undo_task) if done else (undo_task, do_task)
        text = _("Task done") if done else _("Task opened again")
        self._operations.run_undoable(
            text,
            lambda door: deed(door, task_id),
            lambda door, _changes: take_back(door, task_id),
            on_error=self._refuse,
        )

    def _refuse(self, error: UserFacingError) -> None:
        self.message.show_message(error_text(error), MessageKind.ATTENTION)
        if isinstance(error, ChangedByOther):
            self.reload()

    def _check_in(self) -> None:
        row = self._chosen_row()
        if isinstance(row, ArrivalRow):
            dialog = CheckInDialog(self._operations, row.booking_id, self)
            dialog.guest_opened.connect(self.guest_opened)
            dialog.open()

    def _check_out(self) -> None:
        row = self._chosen_row()
        if isinstance(row, HandoverGuest):
            CheckOutDialog(self._operations, row.booking_id, self).open()

    def _open_file(self) -> None:
        row = self._chosen_row()
        if row is not None:
            self.guest_opened.emit(row.banner.guest.guest_id)

    def _show_missing_sheet(self) -> None:
        row = self._chosen_row()
        if row is not None:
            self.missing_print.show(row.banner.guest)

    # -- paper -------------------------------------------------------------------------------------------------------

    def print_page(self) -> None:
        """Ask where, make the PDF of this shift, and open it."""
        if self._page is not None and self._operations.door.may(UseCase.PRINT_HANDOVER):
            printing.ask_where(self._page.location, self._page.shift, self, self.print_to)

    def print_to(self, path: Path) -> None:
        page = self._page
        if page is None:
            return
        made = self._operations.read(lambda door: guest_cards(door, page.location_id, page.shift))
        self.print_button.setEnabled(False)
        job = printing.write_job(made, path, self)
        job.finished.connect(self._printed)
        job.failed.connect(self._not_printed)
        job.start()

    def _printed(self, path: Path) -> None:
        self.print_button.setEnabled(True)
        saved = _("Saved as {file}; destroy paper and file after use").format(file=path.name)
        self.message.show_message(saved, MessageKind.SUCCESS, seconds=10)
        printing.open_file(path)

    def _not_printed(self, error: Exception) -> None:
        self.print_button.setEnabled(True)
        if not isinstance(error, UserFacingError):
            raise error
        self.message.show_message(error_text(error), MessageKind.ATTENTION)

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        door = self._operations.door
        self.shift_choice = Segmented([label(kind) for kind in ORDER], accessible_name=_("Shift"))
        self.place_choice = QComboBox()
        self.place_choice.setAccessibleName(_("House"))
        self.place_choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.date_line = Label("", Role.MUTE)
        self.news_badge = Badge("", Tone.AMBER)
        self.print_button = Button(_("Print"))
        self.print_button.setToolTip(_("Save this handover as PDF and open it (Ctrl+P)"))
        self.print_button.setEnabled(door.may(UseCase.PRINT_HANDOVER))
        self.all_read_button = Button(_("All read"), Kind.PRIMARY, key="Ctrl+G")
        self.message = MessageBar()
        first = _("Locations and rooms come first: ask the manager.")
        self.nowhere = EmptyState(_("This house has no beds yet"), first, icon="bed")
        self.rows = GuestRows()
        self.panel = DetailPanel(may_check_in=door.may(UseCase.CHECK_IN))
        self._timer = QTimer(self)
        self._timer.setInterval(REFRESH_MS)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.message)
        whole.addWidget(self.nowhere, 1)
        both = QHBoxLayout()
        both.setSpacing(0)
        both.addWidget(self.rows, 1)
        both.addWidget(self.panel)
        whole.addLayout(both, 1)

    def _connect(self) -> None:
        self._operations.changed.connect(self._on_changed)
        self._timer.timeout.connect(self.reload)
        self.shift_choice.changed.connect(self._choose_shift)
        self.place_choice.currentIndexChanged.connect(lambda _place: self.reload())
        self.print_button.clicked.connect(self.print_page)
        self.all_read_button.clicked.connect(self.sign_all)
        self.rows.guest_chosen.connect(lambda _booking: self._show_panel())
        self.rows.guest_opened.connect(self.guest_opened)
        panel = self.panel
        panel.read_requested.connect(self.sign)
        panel.note_requested.connect(lambda: self._writing.write_note(self._chosen_row(), self._page))
        panel.house_note_requested.connect(lambda: self._writing.write_note(None, self._page))
        panel.task_requested.connect(lambda: self._writing.add_task(self._chosen_row(), self._page))
        panel.correction_requested.connect(lambda note: self._writing.correct(note, self._page))
        panel.file_requested.connect(self._open_file)
        panel.arrival_requested.connect(self._check_in)
        panel.departure_requested.connect(self._check_out)
        panel.missing_requested.connect(self._show_missing_sheet)
        self.missing_print.said.connect(lambda said: self.message.show_message(said, MessageKind.ATTENTION))
        panel.task_ticked.connect(self.tick_task)
        QShortcut(QKeySequence("T"), self).activated.connect(panel.tasks.focus_first_open)

    def _choose_shift(self, place: int) -> None:
        self.show_shift(Shift(self._shift.day, ORDER[place]))

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.topics & _SHOWS and self.isVisible():
            self.reload()


def page_words(page: HandoverRows, *, short: bool = False) -> str:
    """«zo 22 november 2026 · 6 in huis, 1 komt»; a night names both its days. ``short`` leaves out the year."""
    day = page.shift.day
    said = day_short(day) if short else f"{weekday_letters(day)} {date_long(day)}"
    if page.shift.kind is ShiftKind.NIGHT:
        year = "" if short else f" {day.year}"
        said = f"{day_short(day)} → {day_short(day + timedelta(days=1))}{year}"
    present = ngettext("{n} in the house", "{n} in the house", len(page.guests)).format(n=number(len(page.guests)))
    coming, going = len(page.arrivals), page.departures_today
    counts = [present]
    if coming:
        counts.append(ngettext("{n} comes", "{n} come", coming).format(n=number(coming)))
    if going:
        counts.append(ngettext("{n} leaves", "{n} leave", going).format(n=number(going)))
    return f"{said} · {', '.join(counts)}"
