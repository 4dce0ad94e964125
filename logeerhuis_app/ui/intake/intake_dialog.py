"""Take an intake: the parts of the talk at the left, one of them in the middle, what check-in needs at the right."""

from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QDialog, QGridLayout, QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.intake import IntakePart, PartState
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.i18n.format import clock_time, day_month
from logeerhuis_app.i18n.intake_words import part_title
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.intake import drop_draft, keep_draft
from logeerhuis_app.services.queries.intake import intake_view
from logeerhuis_app.services.rows.intake import DraftRow, IntakeView
from logeerhuis_app.ui.guests.file_deeds import FileDeeds
from logeerhuis_app.ui.guests.guest_paper import GuestPaper
from logeerhuis_app.ui.intake.carer_sheet import CarerSheet
from logeerhuis_app.ui.intake.intake_print import INTAKE_FORM
from logeerhuis_app.ui.intake.needed_panel import NeededPanel
from logeerhuis_app.ui.intake.part_page import PartPage
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.dialog import lock_house_below
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.message_bar import MessageBar, MessageKind
from logeerhuis_app.ui.widgets.safety_banner import SafetyBannerView

PARTS = tuple(IntakePart)
DRAFT_MS = 3000
"""So much typing is lost at most when the power goes."""
SHOWS = Topic.CARE | Topic.GUESTS
WIDE = 1180
_SHARE = 0.94
_OPEN = (PartState.NOT_ASKED, PartState.PARTLY)


class IntakeDialog(QDialog):
    """Each part is saved when it is left, through the use case of the file; stopping loses nothing.

    What cannot be saved yet stays as a draft of this user, inside the house, and is there at the next opening.
    """

    file_wished = Signal(int)  # guest_id: another file of this person, which stands behind the intake

    def __init__(self, operations: Operations, parent: QWidget, guest_id: int) -> None:
        super().__init__(parent)
        self._operations, self._guest_id = operations, guest_id
        self.deeds = FileDeeds(operations, self)
        self.paper = GuestPaper(INTAKE_FORM, operations, self)
        self.view = self._read()
        self.page: PartPage | None = None
        self._kept: dict[str, object] = {}
        self._is_closing_anyway = False
        self.setModal(True)
        title = _("Intake of {guest}").format(guest=self.view.file.person.guest.name)
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self._build()
        self._connect()
        self._show_view()
        self.go_to(self._first_part())

    @property
    def part(self) -> IntakePart:
        return PARTS[self.parts.currentRow()]

    def go_to(self, part: IntakePart) -> bool:
        """Leave this part, saving it, and show another; False: what stands here cannot be saved so."""
        if self.page is not None and not self._leave():
            self._mark(self.page.part)
            return False
        self._mark(part)
        self._open_page(part)
        return True

    def go_on(self, steps: int) -> None:
        """Further in the talk, or back."""
        place = PARTS.index(self.page.part if self.page is not None else PARTS[0]) + steps
        if 0 <= place < len(PARTS):
            self.go_to(PARTS[place])
        elif steps > 0:
            self.reject()

    def keep_typing(self) -> None:
        """Put what was typed and not saved away inside the house, if it is new."""
        page = self.page
        if page is None or not page.is_touched:
            return
        typed = page.typed()
        if typed == self._kept:
            return
        deed = partial(_keep, guest_id=self._guest_id, part=page.part, typed=typed)
        if self._operations.run(deed, self, on_error=self._say) is not None:
            self._kept = typed

    def reject(self) -> None:
        """Close: saved, or kept as it stands; the second press closes on what cannot be saved."""
        if self.page is not None and not self._is_closing_anyway and not self._leave():
            self.keep_typing()
            self._is_closing_anyway = True
            self._tell(_("This is not saved. Mend it, or close once more: then it stands here again at your return."))
            return
        self.draft_timer.stop()
        super().reject()

    def show_carer_sheet(self) -> None:
        """The carer's own sheet, for who may see it; what stands in this part waits."""
        if self._operations.door.may(UseCase.SEE_CARER):
            sheet = CarerSheet(self._operations, self, self._guest_id)
            sheet.finished.connect(sheet.deleteLater)
            sheet.open()

    # --- building ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(14), px(20), px(14))
        column.setSpacing(px(tokens.SPACE_2))
        self.banner = SafetyBannerView(compact=True)
        self.messages = MessageBar()
        column.addWidget(self.banner)
        column.addLayout(self._build_middle(), 1)
        column.addWidget(self.messages)
        column.addLayout(self._build_buttons())
        self.carer_button.setVisible(self._operations.door.may(UseCase.SEE_CARER))
        self.draft_timer = QTimer(self)
        self.draft_timer.setInterval(DRAFT_MS)
        self.draft_timer.start()

    def _build_middle(self) -> QGridLayout:
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(px(tokens.SPACE_4))
        grid.setVerticalSpacing(px(tokens.SPACE_2))
        self.parts = QListWidget()
        self.parts.setAccessibleName(_("Parts of the talk"))
        self.parts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.parts.setWordWrap(True)
        self.parts.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.parts.setFixedWidth(px(212))
        self.needed = NeededPanel()
        self.heading = Label("", Role.TITLE, wraps=True)
        self._middle = QVBoxLayout()
        self._middle.setSpacing(px(tokens.SPACE_2))
        self._middle.addWidget(self.heading)
        grid.addWidget(self.parts, 1, 0)
        grid.addLayout(self._middle, 1, 1)
        grid.setColumnStretch(1, 1)
        grid.setRowStretch(1, 1)
        grid.addWidget(self.needed, 0, 0, 1, 2)
        return grid

    def _build_buttons(self) -> QHBoxLayout:
        self.paper_button = Button(_("Form on paper…"))
        self.carer_button = Button(_("Carer apart…"))
        self.carer_button.setToolTip(_("How the carer is doing, on a sheet of its own"))
        self.close_button = Button(_("Close"))
        self.close_button.setToolTip(_("Saves this part; go on later where you are (Esc)"))
        self.back_button = Button(_("Previous part"), shown_key="Ctrl+PgUp")
        self.next_button = Button(_("Next part"), Kind.PRIMARY, shown_key="Ctrl+PgDown")
        row = QHBoxLayout()
        row.setSpacing(px(tokens.SPACE_2))
        row.addWidget(self.paper_button)
        row.addWidget(self.carer_button)
        row.addStretch(1)
        for button in (self.close_button, self.back_button, self.next_button):
            row.addWidget(button)
        return row

    def _connect(self) -> None:
        self.parts.currentRowChanged.connect(self._row_chosen)
        self.needed.part_wished.connect(self.go_to)
        self.next_button.clicked.connect(lambda: self.go_on(1))
        self.back_button.clicked.connect(lambda: self.go_on(-1))
        self.close_button.clicked.connect(self.reject)
        self.paper_button.clicked.connect(lambda: self.paper.show(self.view.file.person.guest))
        self.carer_button.clicked.connect(self.show_carer_sheet)
        self.draft_timer.timeout.connect(self.keep_typing)
        self.deeds.said.connect(self._tell)
        self.deeds.file_wished.connect(self._go_to_file)
        self.paper.said.connect(self._tell)
        self._operations.changed.connect(self._on_changed)
        self._operations.leaving.connect(self.keep_typing)
        for key, deed in (
            ("Ctrl+PgDown", lambda: self.go_on(1)),
            ("Ctrl+PgUp", lambda: self.go_on(-1)),
            ("Ctrl+Return", lambda: self.go_on(1)),
            ("F6", self._change_place),
            ("Ctrl+L", lambda: lock_house_below(self)),
        ):
            QShortcut(QKeySequence(key), self).activated.connect(deed)

    # --- showing -----------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            room = self.screen().availableGeometry()
            self.resize(min(px(1240), int(room.width() * _SHARE)), int(room.height() * _SHARE))
        super().showEvent(event)
        if self.page is not None:
            self.page.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At the right where there is room, else above the questions: in sight all the time."""
        super().resizeEvent(event)
        is_wide = self.width() >= px(WIDE)
        self.needed.setMaximumWidth(px(276) if is_wide else 16_777_215)
        self._grid.removeWidget(self.needed)
        if is_wide:
            self._grid.addWidget(self.needed, 1, 2, Qt.AlignmentFlag.AlignTop)
        else:
            self._grid.addWidget(self.needed, 0, 0, 1, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on to the next question, as Tab does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton) and isinstance(focused, Button):
                focused.click()
            else:
                self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _show_view(self) -> None:
        self.banner.show_banner(self.view.file.banner)
        self.needed.show_missing(self.view.missing)
        blocker = QSignalBlocker(self.parts)
        while self.parts.count() < len(PARTS):
            self.parts.addItem("")
        for place, part in enumerate(PARTS):
            words = _("{number}. {part}\n{state}").format(
                number=place + 1, part=part_title(part), state=label(self.view.parts[part])
            )
            item = self.parts.item(place)
            item.setText(words)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words.replace("\n", ", "))
        blocker.unblock()

    def _first_part(self) -> IntakePart:
        """Where this user was typing, else the first that was not asked to the end."""
        drafts = [part for part in PARTS if part in self.view.drafts]
        is_open = [part for part in PARTS if self.view.parts[part] in _OPEN]
        return next(iter([*drafts, *is_open]), PARTS[0])

    def _open_page(self, part: IntakePart) -> None:
        if self.page is not None:
            self.page.hide()
            self.page.deleteLater()
        self._kept = {}
        self._is_closing_anyway = False
        self.messages.close_message()
        self.page = PartPage(self.deeds, self.view, part, self)
        self.heading.setText(part_title(part))
        self._middle.addWidget(self.page, 1)
        self.page.show()
        self.back_button.setEnabled(part is not PARTS[0])
        is_last = part is PARTS[-1]
        self.next_button.setText(_("Finish the talk") if is_last else _("Next part"))
        if part in self.view.drafts:
            self._take_up(self.page, self.view.drafts[part])
        if self.isVisible():
            self.page.take_focus()

    def _mark(self, part: IntakePart) -> None:
        blocker = QSignalBlocker(self.parts)
        self.parts.setCurrentRow(PARTS.index(part))
        blocker.unblock()

    def _row_chosen(self, place: int) -> None:
        if place >= 0 and (self.page is None or PARTS[place] is not self.page.part):
            self.go_to(PARTS[place])

    def _go_to_file(self, guest_id: int) -> None:
        """What was typed stays as a draft: that other file may be the one to go on with."""
        self.keep_typing()
        self._is_closing_anyway = True
        self.reject()
        self.file_wished.emit(guest_id)

    def _change_place(self) -> None:
        """F6: between the parts and the questions."""
        if self.parts.hasFocus() and self.page is not None:
            self.page.take_focus()
        else:
            self.parts.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _tell(self, sentence: str) -> None:
        self.messages.show_message(sentence, MessageKind.ATTENTION)

    def _say(self, error: UserFacingError) -> None:
        self._tell(error_text(error))

    # --- saving ------------------------------------------------------------------------------------------------

    def _leave(self) -> bool:
        """Save what was typed here; the draft of it is not needed any more."""
        page = self.page
        if page is None:
            return True
        was_touched = page.is_touched
        if not page.save():
            return False
        if was_touched or page.part in self.view.drafts:
            self._drop(page.part)
        return True

    def _drop(self, part: IntakePart) -> None:
        self._operations.run(partial(_drop, guest_id=self._guest_id, part=part), self, on_error=self._say)
        self._kept = {}
        self.view = self._read()
        self._show_view()

    def _take_up(self, page: PartPage, draft: DraftRow) -> None:
        """Put the draft in the form, and offer to begin anew."""
        others = page.take_up(draft)
        if not page.is_touched:
            self._drop(page.part)
            return
        self._kept = page.typed()
        words = _("Go on where you were, of {moment}. This is not saved yet.").format(moment=self._moment(draft))
        self.messages.show_message(
            "\n".join(part for part in (words, others) if part),
            MessageKind.ATTENTION if others else MessageKind.INFO,
            action_text=_("Begin anew"),
            on_action=lambda: self._begin_anew(page.part),
        )

    def _begin_anew(self, part: IntakePart) -> None:
        self._drop(part)
        self._open_page(part)

    def _moment(self, draft: DraftRow) -> str:
        """«14:02», with its day unless that is today."""
        local = house_time(draft.saved_at_utc)
        time = clock_time(local.time())
        if local.date() == self._operations.door.clock.today():
            return time
        return _("{day} {time}").format(day=day_month(local.date()), time=time)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.topics & SHOWS and self.isVisible():
            self.view = self._read()
            self._show_view()
            if self.page is not None:
                self.page.show_view(self.view)

    def _read(self) -> IntakeView:
        return self._operations.read(partial(_view, guest_id=self._guest_id))


def _view(door: Door, guest_id: int) -> IntakeView:
    return intake_view(door, guest_id)


def _keep(door: Door, guest_id: int, part: IntakePart, typed: dict[str, object]) -> Changes:
    return keep_draft(door, guest_id, part, typed)


def _drop(door: Door, guest_id: int, part: IntakePart) -> Changes:
    return drop_draft(door, guest_id, part)
