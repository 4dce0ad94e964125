"""Gasten: find a guest at the left, read and change the whole file at the right."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.errors_merging import FileMerged
from logeerhuis_app.domain.errors_rights import FileDestroyed, FileRestricted
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.guests import MOST_FOUND, MOST_SHOWN, guest_file, guest_list
from logeerhuis_app.services.rows.guest import GuestFile, GuestListing
from logeerhuis_app.services.rows.search import GuestFilter
from logeerhuis_app.ui.guests.card_print import CardPrint
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.file_view import FileView
from logeerhuis_app.ui.guests.guest_list_panel import GuestListPanel
from logeerhuis_app.ui.guests.guest_paper import GuestPaper
from logeerhuis_app.ui.guests.missing_print import MISSING_SHEET
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.screen import Screen
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.message_bar import MessageBar, MessageKind

SHOWN = Topic.GUESTS | Topic.CARE | Topic.FUNDING | Topic.BOOKINGS
NOBODY, FILE = 0, 1


class GuestsScreen(Screen):
    """The list keeps its words and pills; the file keeps its tab."""

    stay_wished = Signal(int)  # guest_id: choose a bed and nights for this guest
    booking_wished = Signal(int)  # booking_id: show this stay in the planning

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Guests")
        self._operations = operations
        self._guest_id: int | None = None
        self.deeds = FileDeeds(operations, self)
        self.card_print = CardPrint(operations, self)
        self.missing_print = GuestPaper(MISSING_SHEET, operations, self)
        self._build()
        self._connect()

    def top_bar_widgets(self) -> list[QWidget]:
        return [self.new_button] if self._may(UseCase.REGISTER_GUEST) else []

    def activate(self) -> None:
        self.panel.reload()
        self._show_guest()
        self.focus_search()

    def hideEvent(self, event: QHideEvent) -> None:
        self.panel.rest(self._guest_id)
        super().hideEvent(event)

    def focus_search(self) -> bool:
        self.panel.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.search.selectAll()
        return True

    def key_help(self) -> list[tuple[str, str]]:
        return [
            (_("↑ ↓ in the search field"), _("Walk through the list")),
            (_("Enter"), _("Open the file of the chosen guest")),
            (_("E"), _("Edit what stands in this tab")),
            (_("Insert"), _("Add a line in this tab")),
            ("Ctrl+E", _("Edit name, birth date and address")),
            ("Ctrl+I", _("Take or go on with the intake")),
            ("Ctrl+N", _("Plan a stay for this guest")),
            ("Ctrl+P", _("Print the guest card")),
            ("Ctrl+G", _("Open a file for a new guest")),
        ]

    def print_page(self) -> None:
        if self.file is not None and self.view.head.print_button.isVisible():
            self.view.head.print_button.click()

    def plan_stay(self) -> bool:
        if self.file is None or not self._may(UseCase.PLACE_BOOKING):
            return False
        self.stay_wished.emit(self.file.person.guest.guest_id)
        return True

    def open_guest(self, guest_id: int) -> None:
        """Show this guest's file, whatever the list was narrowed down to."""
        self._guest_id = guest_id
        if all(row.guest.guest_id != guest_id for row in self.panel.rows):
            self.panel.clear_search()
        self.panel.mark(guest_id)
        self._show_guest()

    def take_intake(self, guest_id: int) -> None:
        """Show this guest's file, and the talk over it."""
        self.open_guest(guest_id)
        if self.file is not None:
            self.view.take_intake()

    def register(self) -> None:
        """Open a file for somebody new."""
        self.deeds.register(then=self._registered)

    @property
    def file(self) -> GuestFile | None:
        """What is shown now."""
        return self.view.file if self._pages.currentIndex() == FILE else None

    # --- building ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.new_button = Button(_("+ New guest"), Kind.PRIMARY, key="Ctrl+G")
        self.panel = GuestListPanel(self._find)
        self.view = FileView(self.deeds)
        self.messages = MessageBar()
        self._pages = QStackedWidget()
        self._pages.addWidget(self._build_nobody())
        self._pages.addWidget(self.view)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.messages)
        right.addWidget(self._pages, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(1))
        row.addWidget(self.panel)
        row.addLayout(right, 1)

    def _build_nobody(self) -> QStackedWidget:
        """Nobody chosen, nobody found, or nobody in the house at all: three sentences."""
        may = self._may(UseCase.REGISTER_GUEST)
        first = _("Open a file for the first guest: a name and a birth date are enough.") if may else ""
        self.no_guests = EmptyState(_("There are no guests yet"), first, _("+ New guest") if may else "", icon="guests")
        self.none_chosen = EmptyState(
            _("Choose a guest"),
            _("Type a part of the name or the birth date, or walk through the list."),
            icon="guests",
        )
        again = _("Type less, or another part of the name; a birth date works too.")
        self.none_found = EmptyState(_("No guest fits these words"), again, _("Show everybody again"), icon="search")
        self._nobody = QStackedWidget()
        for page in (self.none_chosen, self.none_found, self.no_guests):
            self._nobody.addWidget(page)
        return self._nobody

    def _connect(self) -> None:
        self.new_button.clicked.connect(self.register)
        self.no_guests.acted.connect(self.register)
        self.none_found.acted.connect(self._everybody)
        self.panel.chosen.connect(self._choose)
        self.panel.entered.connect(self.view.take_focus)
        self.panel.listed.connect(self._show_page)
        self.view.stay_wished.connect(self.stay_wished)
        self.deeds.said.connect(self._say)
        self.deeds.file_wished.connect(self.open_guest)
        self.deeds.booking_wished.connect(self.booking_wished)
        self.deeds.card_wished.connect(self.card_print.ask)
        self.deeds.sheet_wished.connect(lambda file: self.missing_print.show(file.person.guest))
        self.missing_print.said.connect(self._say)
        self.card_print.said.connect(self._say)
        self._operations.changed.connect(self._on_changed)

    # --- showing -----------------------------------------------------------------------------------------------

    def _find(self, text: str, filters: frozenset[GuestFilter]) -> GuestListing:
        return self._operations.read(partial(_list, text=text, filters=filters))

    def _choose(self, guest_id: int) -> None:
        if guest_id != self._guest_id:
            self.messages.close_message()
        self._guest_id = guest_id
        self._show_guest()

    def _show_guest(self) -> None:
        """Read the file again; one that went away leaves an empty place and not an error."""
        if self._guest_id is not None:
            try:
                self.view.show_file(self._operations.read(partial(_file, guest_id=self._guest_id)))
            except NotFound:
                self._guest_id = None
            except FileMerged as merged:
                self._say(error_text(merged))
                self.open_guest(merged.kept_id)
            except (FileRestricted, FileDestroyed) as closed:
                self._guest_id = None
                self._say(error_text(closed))
        self._show_page()

    def _show_page(self) -> None:
        self._pages.setCurrentIndex(FILE if self._guest_id is not None else NOBODY)
        is_narrowed = bool(self.panel.search.text().strip() or self.panel.filters())
        if self.panel.rows:
            self._nobody.setCurrentWidget(self.none_chosen)
        else:
            self._nobody.setCurrentWidget(self.none_found if is_narrowed else self.no_guests)

    def _everybody(self) -> None:
        self.panel.clear_search()
        self.focus_search()

    def _registered(self, changes: Changes) -> None:
        self.open_guest(changes.created_id)
        words = _("File {number} is open. Ask about allergies first.").format(number=changes.number)
        self.messages.show_message(words, MessageKind.SUCCESS)

    def _say(self, sentence: str) -> None:
        self.messages.show_message(sentence, MessageKind.ATTENTION)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.topics & SHOWN and self.isVisible():
            self.panel.reload()
            self._show_guest()

    def _may(self, use_case: UseCase) -> bool:
        return self._operations.door.may(use_case)


def _list(door: Door, text: str, filters: frozenset[GuestFilter]) -> GuestListing:
    return guest_list(door, text, filters, MOST_FOUND if text.strip() else MOST_SHOWN)


def _file(door: Door, guest_id: int) -> GuestFile:
    return guest_file(door, guest_id)
