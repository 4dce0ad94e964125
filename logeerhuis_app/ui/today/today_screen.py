"""The Vandaag screen: who comes, who goes, who is there, and what waits for whom."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import day_long, number
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.left_open import LeftOpen
from logeerhuis_app.services.queries.today import today_rows
from logeerhuis_app.services.rows.backup import BackupState
from logeerhuis_app.services.rows.today import TodayGuest, TodayRows, WaitKind, WaitRow
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.screen import Screen
from logeerhuis_app.ui.stays.check_in_dialog import CheckInDialog
from logeerhuis_app.ui.stays.check_out_dialog import CheckOutDialog
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.today import today_words as words
from logeerhuis_app.ui.today.today_line import TodayLine
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.label import Label, Role

_SHOWS = (
    Topic.BOOKINGS | Topic.GUESTS | Topic.CARE | Topic.HANDOVER | Topic.TRAJECTORIES | Topic.DECLARATIONS | Topic.HOUSE
)


class TodayScreen(Screen):
    """Every line opens its place; a guest who comes or goes is received or seen off from here."""

    guest_opened = Signal(int)
    intake_wished = Signal(int)  # guest
    booking_opened = Signal(int)
    request_opened = Signal(int)
    handover_opened = Signal(int)  # guest
    declarations_opened = Signal(object)  # first day of the month
    retention_opened = Signal()
    backup_opened = Signal()
    left_opened = Signal(object)  # LeftOpen
    count_changed = Signal(int)  # what is urgent

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._rows: TodayRows | None = None
        self._backup: tuple[words.Said, ...] = ()
        self._left_open: tuple[LeftOpen, ...] = ()
        self.left_open: Callable[[], Iterable[LeftOpen]] = tuple
        self._build()
        operations.changed.connect(self._on_changed)

    @property
    def rows(self) -> TodayRows | None:
        """What is on screen now."""
        return self._rows

    def show_backups(self, state: BackupState) -> None:
        """How they stand, as the window's keeper found it; whoever makes no plans is not asked to mend it."""
        said = words.backup(state) if self._operations.door.may(UseCase.PLACE_BOOKING) else ()
        if said != self._backup or tuple(self.left_open()) != self._left_open:
            self._backup = said
            if self.isVisible():
                self.reload()

    def leading_widgets(self) -> Sequence[QWidget]:
        return (self.date_line,)

    def activate(self) -> None:
        self.reload()
        first = next(iter(self.lines()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def key_help(self) -> Sequence[tuple[str, str]]:
        return (("↑ ↓", _("another line")), ("Enter", _("open what it is about")), ("Tab", _("to the next card")))

    def lines(self) -> list[TodayLine]:
        """Every line, in the order of the cards."""
        widgets = [widget for card in self._cards for widget in _widgets(self._bodies[card])]
        return [widget for widget in widgets if isinstance(widget, TodayLine)]

    def reload(self) -> None:
        """Read again; the keyboard stays on the line that stands in the same place."""
        kept = self.window().focusWidget()  # also while a dialog stands over it
        focused = next((at for at, line in enumerate(self.lines()) if kept in (line, line.button)), -1) if kept else -1
        self._read()
        if focused >= 0 and (lines := self.lines()):
            line = lines[min(focused, len(lines) - 1)]
            line.show()  # a layout shows its new widgets a moment later, and what is hidden takes no focus
            line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self) -> None:
        self._rows = rows = self._operations.read(today_rows)
        self._left_open = tuple(self.left_open())
        with_place = rows.locations > 1
        self.date_line.setText(_date_words(rows))
        door = self._operations.door
        comes = _("Arrival") if door.may(UseCase.CHECK_IN) else ""
        goes = _("Departure") if door.may(UseCase.CHECK_OUT) else ""
        self._fill(
            self.arrivals,
            [self._guest_line(row, words.arrival(row, with_place=with_place), comes) for row in rows.arrivals],
            _("Nobody comes today."),
        )
        self._fill(
            self.departures,
            [self._guest_line(row, words.departure(row, with_place=with_place), goes) for row in rows.departures],
            _("Nobody leaves today."),
        )
        self._fill(
            self.in_house,
            self._present_widgets(rows),
            _("Nobody is in the house. Place a stay in Planning, or receive a guest under “Comes today”."),
        )
        self._fill(self.waits, self._wait_widgets(rows), _("Nothing waits. Good."))
        for card, count in (
            (self.arrivals, len(rows.arrivals)),
            (self.departures, len(rows.departures)),
            (self.in_house, len(rows.in_house)),
            (self.waits, len(rows.waits) + len(self._backup) + len(self._left_open)),
        ):
            self._counts[card].show_text(number(count), Tone.NEUTRAL)
            self._counts[card].setVisible(count > 0)
        urgent = sum(row.is_urgent for row in rows.waits) + sum(bool(said.attention) for said in self._backup)
        self.count_changed.emit(urgent)

    # -- lines -------------------------------------------------------------------------------------------------------

    def _guest_line(self, row: TodayGuest, said: words.Said, action: str) -> TodayLine:
        line = TodayLine(said, action)
        opened = self.handover_opened if row.is_here and self._may_hand_over() else self.guest_opened
        line.chosen.connect(lambda: opened.emit(row.guest_id))
        line.asked.connect(lambda: self._at_the_door(row))
        return line

    def _present_widgets(self, rows: TodayRows) -> list[QWidget]:
        """With a small heading per location where there are more."""
        widgets: list[QWidget] = []
        for location, guests in groupby(rows.in_house, key=lambda row: row.location):
            if rows.locations > 1:
                widgets.append(Label(location, Role.STRONG))
            widgets += [self._guest_line(row, words.present(row), "") for row in guests]
        return widgets

    def _wait_widgets(self, rows: TodayRows) -> list[QWidget]:
        """A small heading per kind, then its lines."""
        widgets: list[QWidget] = []
        for kind, waiting in groupby(rows.waits, key=lambda row: row.kind):
            widgets.append(Label(words.wait_heading(kind), Role.STRONG))
            widgets += [self._wait_line(row, rows) for row in waiting]
        if self._left_open:
            widgets.append(Label(_("Still to do for this house"), Role.STRONG))
            widgets += [self._left_line(what) for what in self._left_open]
        if self._backup:
            widgets.append(Label(_("Backup"), Role.STRONG))
            widgets += [self._backup_line(said) for said in self._backup]
        return widgets

    def _left_line(self, what: LeftOpen) -> TodayLine:
        line = TodayLine(words.left_open(what))
        line.chosen.connect(lambda: self.left_opened.emit(what))
        return line

    def _backup_line(self, said: words.Said) -> TodayLine:
        line = TodayLine(said)
        line.chosen.connect(self.backup_opened)
        return line

    def _wait_line(self, row: WaitRow, rows: TodayRows) -> TodayLine:
        line = TodayLine(words.wait(row, rows.day))
        line.chosen.connect(lambda: self._open_wait(row))
        return line

    def _open_wait(self, row: WaitRow) -> None:
        deeds: dict[WaitKind, Callable[[], None]] = {
            WaitKind.INTAKE_OPEN: lambda: self.intake_wished.emit(row.key),
            WaitKind.OPTION_EXPIRES: lambda: self.booking_opened.emit(row.key),
            WaitKind.STAY_FORGOTTEN: lambda: self.booking_opened.emit(row.key),
            WaitKind.TRAJECTORY_LATE: lambda: self.request_opened.emit(row.key),
            WaitKind.DECLARATION_OPEN: lambda: self.declarations_opened.emit(row.day),
            WaitKind.FILES_DUE: self.retention_opened.emit,
        }
        deeds.get(row.kind, lambda: self.guest_opened.emit(row.key))()

    def _at_the_door(self, row: TodayGuest) -> None:
        """Receive or see off, with the lists of the door."""
        if row.is_here:
            CheckOutDialog(self._operations, row.booking_id, self).open()
            return
        dialog = CheckInDialog(self._operations, row.booking_id, self)
        dialog.guest_opened.connect(self.guest_opened)
        dialog.open()

    def _may_hand_over(self) -> bool:
        return self._operations.door.may(UseCase.SEE_HANDOVER)

    # -- cards -------------------------------------------------------------------------------------------------------

    def _fill(self, card: Card, widgets: Sequence[QWidget], empty: str) -> None:
        body = self._bodies[card]
        while body.count():
            item = body.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        for widget in widgets or [Label(empty, Role.MUTE, wraps=True)]:
            body.addWidget(widget)

    def _build(self) -> None:
        self.date_line = Label("", Role.MUTE)
        self.arrivals = Card(_("Comes today"))
        self.departures = Card(_("Leaves today"))
        self.in_house = Card(_("In the house"))
        self.waits = Card(_("Waits for someone"))
        self._cards = (self.arrivals, self.departures, self.in_house, self.waits)
        self._bodies: dict[Card, QVBoxLayout] = {}
        self._counts: dict[Card, Badge] = {}
        for card in self._cards:
            self._counts[card] = Badge("", Tone.NEUTRAL)
            card.add_to_heading(self._counts[card])
            self._bodies[card] = QVBoxLayout()
            self._bodies[card].setSpacing(px(6))
            card.body.addLayout(self._bodies[card])
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        both = QHBoxLayout(inside)
        both.setContentsMargins(px(14), px(14), px(14), px(14))
        both.setSpacing(px(tokens.SPACE_3))
        both.addLayout(_column(self.arrivals, self.departures, self.in_house), 1)
        both.addLayout(_column(self.waits), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.topics & _SHOWS and self.isVisible():
            self.reload()


def _widgets(layout: QVBoxLayout) -> list[QWidget | None]:
    items = (layout.itemAt(place) for place in range(layout.count()))
    return [item.widget() for item in items if item is not None]


def _column(*cards: Card) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(px(tokens.SPACE_3))
    for card in cards:
        column.addWidget(card)
    column.addStretch(1)
    return column


def _date_words(rows: TodayRows) -> str:
    """«zondag 22 november 2026 · 6 van 7 bedden»."""
    beds = _("{taken} of {beds} beds").format(taken=number(len(rows.in_house)), beds=number(rows.beds))
    return f"{day_long(rows.day)} · {beds}" if rows.beds else day_long(rows.day)
