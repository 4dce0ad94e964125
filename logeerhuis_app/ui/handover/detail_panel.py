"""The panel beside the rows: one guest in the order of safety, what to do, and who has read it."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.services.rows.guest import walks_away
from logeerhuis_app.services.rows.handover import ArrivalRow, HandoverGuest, HandoverRows, NoteRow
from logeerhuis_app.ui.handover import detail_words as words
from logeerhuis_app.ui.handover import row_words
from logeerhuis_app.ui.handover.panel_section import ContactGrid, PanelSection
from logeerhuis_app.ui.handover.pinned_banner import PinnedBanner
from logeerhuis_app.ui.handover.task_list import TaskList
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role

WIDTH = 286
MOST_PINNED = 0.55
"""Of the panel's height, for the banner that does not scroll."""


class DetailPanel(QFrame):
    """Banner and buttons stay while the rest scrolls. It asks; the screen does."""

    read_requested = Signal()
    note_requested = Signal()
    house_note_requested = Signal()
    file_requested = Signal()
    task_requested = Signal()
    arrival_requested = Signal()
    departure_requested = Signal()
    missing_requested = Signal()
    correction_requested = Signal(object)  # NoteRow
    task_ticked = Signal(int, bool)

    def __init__(self, *, may_check_in: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_check_in = may_check_in
        self.setProperty("role", "side")
        self.setFixedWidth(px(WIDTH))
        self._build()

    # -- showing -----------------------------------------------------------------------------------------------------

    def show_guest(self, guest: HandoverGuest, page: HandoverRows, today: date) -> None:
        day = page.shift.day
        self.banner.show_banner(guest.banner, guest.room)
        self._now.show_lines(words.now_lines(guest, day))
        self._news.show_widgets([_note(note, day, self.correction_requested) for note in guest.notes] or [_nothing()])
        self._eating.show_lines(words.eating_lines(guest.answers))
        self._moving.show_lines(words.moving_lines(guest.answers))
        self._night.show_lines(words.night_lines(guest.answers))
        self._show_contacts(ContactGrid(guest.contacts, today) if guest.contacts else None)
        self._later.show_lines(words.upcoming_lines(guest, day))
        self._readers.show_lines(words.receipt_lines(guest.receipts, page.shift))
        self._show_parts(is_guest=True, has_later=bool(guest.upcoming))
        self.departure_button.setVisible(self._may_check_in and guest.departure <= day)
        self.missing_button.setVisible(walks_away(guest.answers))
        self.read_button.setText(_("Read ✓") if guest.is_read_by_me else _("Read"))
        self.read_button.set_key("G")  # Qt takes the key away with the old text
        self._show_house(page)

    def show_arrival(self, arrival: ArrivalRow, page: HandoverRows, now: datetime) -> None:
        day = page.shift.day
        self.banner.show_banner(arrival.banner, arrival.room)
        self._now.show_lines([*row_words.arrival_lines(arrival, day, now), *row_words.arrival_missing(arrival)])
        self._show_parts(is_guest=False, has_later=False)
        self._show_house(page)

    def show_nobody(self, page: HandoverRows) -> None:
        """An empty house still has tasks and notes."""
        for part in (self.banner, self._now, self._buttons, *self._guest_parts, self._later):
            part.hide()
        self._show_house(page)

    def _show_parts(self, *, is_guest: bool, has_later: bool) -> None:
        self.banner.show()
        self._place_banner()
        self._area.verticalScrollBar().setValue(0)
        self._now.show()
        self._buttons.show()
        for part in self._guest_parts:
            part.setVisible(is_guest)
        self._later.setVisible(has_later)
        self.read_button.setVisible(is_guest)
        self.arrival_button.setVisible(self._may_check_in and not is_guest)
        if not is_guest:
            self.departure_button.hide()
            self.missing_button.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_banner()

    def event(self, event: QEvent) -> bool:
        answer = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self._place_banner()
        return answer

    def _place_banner(self) -> None:
        """Pinned, unless it would leave no room for anything else: then first in what scrolls, and never cut off."""
        is_pinned = self.banner.height_within(px(WIDTH - 28)) <= self.height() * MOST_PINNED
        home = self._whole if is_pinned else self._scrolled
        if home.indexOf(self.banner) < 0:
            home.insertWidget(0, self.banner)

    def _show_contacts(self, grid: QWidget | None) -> None:
        self._contacts.show_widgets([grid or Label(_("no contact person written down"), Role.AMBER)])

    def _show_house(self, page: HandoverRows) -> None:
        self.tasks.show_tasks(page.tasks, page.shift.day)
        notes = [_note(note, page.shift.day, self.correction_requested) for note in page.notes]
        self._house.setVisible(bool(notes))
        self._house.show_widgets(notes)

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(px(16), px(12), px(12), px(12))
        whole.setSpacing(px(8))
        self.banner = PinnedBanner()
        whole.addWidget(self.banner)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        self._scrolled = column = QVBoxLayout(inside)
        column.setContentsMargins(0, px(2), px(4), px(8))
        column.setSpacing(px(10))
        for part in self._parts():
            column.addWidget(part)
        column.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setMinimumHeight(px(60))
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole.addWidget(area, 1)
        whole.addWidget(self._build_buttons())

    def _parts(self) -> Sequence[QWidget]:
        self._now = PanelSection(_("Now"))
        self._news = PanelSection(_("Notes"))
        self._eating = PanelSection(_("Eating and drinking"))
        self._moving = PanelSection(_("Moving"))
        self._night = PanelSection(_("Night"))
        self._contacts = PanelSection(_("Call first"))
        self._later = PanelSection(_("What follows"))
        self._readers = PanelSection(_("Read by"))
        self._house = PanelSection(_("About the house"))
        self._guest_parts: tuple[QWidget, ...] = (
            self._news,
            self._eating,
            self._moving,
            self._night,
            self._contacts,
            self._readers,
        )
        before = (self._now, self._news, self._eating, self._moving, self._night, self._contacts)
        return (*before, self._build_tasks(), self._later, self._house, self._readers)

    def _build_buttons(self) -> QWidget:
        self.read_button = Button(_("Read"), Kind.PRIMARY, key="G")
        self.arrival_button = Button(_("Arrival"), Kind.PRIMARY, key="A")
        self.note_button = Button(_("Note"), key="N")
        self.file_button = Button(_("File"))
        self.file_button.setToolTip(_("Open the guest file (Enter)"))
        self.departure_button = Button(_("Departure"), key="V")
        self.missing_button = Button(_("Missing-person sheet"))
        self._buttons = FlowArea(4)
        for button, signal in (
            (self.read_button, self.read_requested),
            (self.arrival_button, self.arrival_requested),
            (self.note_button, self.note_requested),
            (self.file_button, self.file_requested),
            (self.departure_button, self.departure_requested),
            (self.missing_button, self.missing_requested),
        ):
            self._buttons.flow.addWidget(button)
            button.clicked.connect(signal)
        return self._buttons

    def _build_tasks(self) -> QWidget:
        section = PanelSection(_("In this shift"))
        self.house_note_button = Button(_("+ Note"), Kind.LINK, key="Shift+N")
        self.house_note_button.setToolTip(_("Note about the house (Shift+N)"))
        self.add_task_button = Button(_("+ Task"), Kind.LINK, key="Shift+T")
        for button, signal in (
            (self.house_note_button, self.house_note_requested),
            (self.add_task_button, self.task_requested),
        ):
            section.beside(button)
            button.clicked.connect(signal)
        self.tasks = TaskList()
        self.tasks.ticked.connect(self.task_ticked)
        section.show_widgets([self.tasks])
        return section


def _nothing() -> QWidget:
    return Label(_("nothing new"), Role.MUTE)


def _note(note: NoteRow, day: date, correct: SignalInstance) -> QWidget:
    """The whole text, who wrote it when, and the way to put it right."""
    frame = QFrame()
    frame.setProperty("role", "strip")
    frame.setProperty("tone", "amber" if note.is_important and not note.is_corrected else "plain")
    column = QVBoxLayout(frame)
    column.setContentsMargins(px(8), px(3), px(6), px(3))
    column.setSpacing(0)
    head = QHBoxLayout()
    head.addWidget(Label(words.note_head(note, day), Role.SMALL, wraps=True), 1)
    column.addLayout(head)
    text = Label(note.text, Role.MUTE if note.is_corrected else Role.BODY, wraps=True)
    _strike(text, note.is_corrected)
    column.addWidget(text)
    if not note.is_corrected:
        button = Button(_("Correct"), Kind.LINK)
        button.setToolTip(_("A note is never changed: the correction names it and says why"))
        button.clicked.connect(lambda: correct.emit(note))
        head.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
    return frame


def _strike(label: QLabel, is_struck: bool) -> None:
    font = label.font()
    font.setStrikeOut(is_struck)
    label.setFont(font)
