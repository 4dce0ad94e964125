"""One row of the handover: who, stop-signals, medication, news; or a guest who is still to come."""

from collections.abc import Sequence
from datetime import date, datetime
from html import escape

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.partial_dates import age_words, birth_words
from logeerhuis_app.i18n.safety_words import safety_words
from logeerhuis_app.services.rows.guest import SafetyBanner
from logeerhuis_app.services.rows.handover import ArrivalRow, HandoverGuest, NoteRow
from logeerhuis_app.ui.handover import row_words as words
from logeerhuis_app.ui.handover.line_stack import LineStack
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.style.tokens import Tone
from logeerhuis_app.ui.widgets.badge import Badge
from logeerhuis_app.ui.widgets.choice_card import ChoiceCard
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.photo import Photo

SHARES = (230, 352, 204, 214)
"""Width of the four columns, in parts of a thousand: who, stop-signals, medication, news."""
FOLDED_SHARES = (40, 60)
"""With large text on a small screen the four stand two by two."""
SELECTED_EDGE = 4
MOST_BESIDE_A_NAME = 4
"""Letters of a room («12B») that stand beside the guest's name; a longer one stands above it."""
COLUMN_GAP = 6
FACE = 30
SIDE = 12


class RoomBadge(Label):
    """«1» in the dark of the rail; the room says where, never who."""

    def __init__(self, room: str, parent: QWidget | None = None) -> None:
        super().__init__(room or "–", parent=parent)
        self.setProperty("role", "room")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setAccessibleName(_("room {room}").format(room=room or "–"))
        self.setSizePolicy(self.sizePolicy().Policy.Fixed, self.sizePolicy().Policy.Fixed)


class _TimedText(Label):
    """«**16:20** urine troebel»: the only markup is the bold time; what people wrote is escaped."""

    def __init__(self, at: str, text: str, parent: QWidget | None = None) -> None:
        self._plain = f"{at} {text}"
        super().__init__("", wraps=True, parent=parent)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setText(f"<b>{escape(at)}</b> {escape(text)}")
        self.setAccessibleName(self._plain)

    def _text_height(self, width: int) -> int:
        """Of the text without its markup."""
        flags = Qt.TextFlag.TextWordWrap.value
        return self.fontMetrics().boundingRect(QRect(0, 0, max(1, width), 100_000), flags, self._plain).height()


class NoteStrip(QFrame):
    """A note as it stands in a row: its time in bold, then its text. Only news has a tint, amber when important."""

    def __init__(self, note: NoteRow, day: date, *, is_new: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        if is_new:
            self.setProperty("role", "strip")
            self.setProperty("tone", "amber" if note.is_important else "plain")
        row = QHBoxLayout(self)
        row.setContentsMargins(px(8) if is_new else 0, px(1), px(6) if is_new else 0, px(1))
        row.addWidget(_TimedText(words.note_time(note, day), words.note_start(note)))
        self.setToolTip(_("{text} ({by})").format(text=note.text, by=note.by))


class HandoverRow(ChoiceCard):
    """The frame of both kinds of row. Being focused is being looked at; Enter opens the file."""

    focused = Signal()
    opened = Signal()

    def __init__(self, banner: SafetyBanner, parent: QWidget | None = None) -> None:
        super().__init__(_("{guest}, born {born}").format(guest=banner.guest.name, born=_born(banner)), parent)
        self.guest_id = banner.guest.guest_id
        self.setProperty("dense", "true")
        self.setAccessibleDescription("\n".join(line.in_full for line in safety_words(banner)))
        self.setToolTip(_("Up and down: choose · Enter: file · G: read · N: note · T: tasks"))
        self.body.setContentsMargins(px(SIDE), px(5), px(SIDE), px(5))
        self.grid = QGridLayout()
        self.body.addLayout(self.grid)
        self._cells: list[QWidget] = []
        self._is_folded: bool | None = None
        self._is_tight = False

    def set_folded(self, folded: bool) -> None:
        """Two columns of two lines, or four on one."""
        if folded == self._is_folded:
            return
        self._is_folded = folded
        for place, cell in enumerate(self._cells):
            self.grid.removeWidget(cell)
            line, column = divmod(place, 2) if folded else (0, place)
            self.grid.addWidget(cell, line, column, Qt.AlignmentFlag.AlignTop)
        shares = (*FOLDED_SHARES, 0, 0) if folded else SHARES
        for column, share in enumerate(shares):
            self.grid.setColumnStretch(column, share)
            self.grid.setColumnMinimumWidth(column, 1 if share else 0)
        self.grid.setHorizontalSpacing(px(COLUMN_GAP))
        self.grid.setVerticalSpacing(px(4) if folded else 0)

    def set_selected(self, selected: bool) -> None:
        """The thick edge takes from the margin, so that nothing jumps."""
        super().set_selected(selected)
        QApplication.sendEvent(self, QEvent(QEvent.Type.StyleChange))  # the frame measures its edge again
        self._set_margins()

    def set_tight(self, tight: bool) -> None:
        """Less air, so that ten guests stand on the smallest screen."""
        if tight != self._is_tight:
            self._is_tight = tight
            self._set_margins()

    def _set_margins(self) -> None:
        left = SIDE - SELECTED_EDGE if self.is_selected else SIDE
        air = px(2 if self._is_tight else 5)
        self.body.setContentsMargins(px(left), air, px(SIDE), air)

    def put(self, *cells: QWidget) -> None:
        """Who, stop-signals, medication, news."""
        for cell in cells:
            cell.setMinimumWidth(1)
            cell.setParent(self)
        self._cells = list(cells)
        self.set_folded(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: object) -> None:
        self.opened.emit()


class GuestRow(HandoverRow):
    """A guest who is present."""

    def __init__(self, guest: HandoverGuest, day: date, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(guest.banner, parent)
        self.guest = guest
        self._stop_lines = words.stop_lines(guest, day)
        self._stop = LineStack(self._stop_lines)
        self.put(
            _who(guest.banner, guest.room, [_age(guest.banner), words.stay_words(guest, day)], words.badges(guest)),
            self._stop,
            LineStack(words.medication_lines(guest, now.date())),
            self._news(guest, day),
        )

    def set_tight(self, tight: bool) -> None:
        if tight != self._is_tight:
            self._stop.show_lines(words.red_on_one_line(self._stop_lines) if tight else self._stop_lines)
        super().set_tight(tight)

    @staticmethod
    def _news(guest: HandoverGuest, day: date) -> QWidget:
        stack = LineStack()
        for note in words.news(guest)[:1]:
            stack.column.addWidget(NoteStrip(note, day, is_new=guest.has_news))
        lines = [*words.news_lines(guest), *words.next_lines(guest, day)]
        stack.column.addWidget(LineStack(lines))
        return stack


class ArrivalGuestRow(HandoverRow):
    """A guest who comes today: dashed, with what is missing in amber."""

    def __init__(self, arrival: ArrivalRow, day: date, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(arrival.banner, parent)
        self.arrival = arrival
        self.setProperty("dashed", "true")
        tasks = [words.tasks_line(arrival.tasks)] if arrival.tasks else []
        self.put(
            _who(arrival.banner, arrival.room, [_age(arrival.banner)], []),
            LineStack([*words.arrival_lines(arrival, day, now), *words.warning_lines(arrival.banner, day)]),
            LineStack(words.arrival_list(arrival)),
            LineStack([*words.arrival_missing(arrival), *tasks]),
        )


def _born(banner: SafetyBanner) -> str:
    return birth_words(banner.guest.born)


def _age(banner: SafetyBanner) -> str:
    return f"({age_words(banner.guest.born, banner.guest.age)})"


def _place_and_face(banner: SafetyBanner, room: str) -> QHBoxLayout:
    """The room, and the face where there is one: who cannot answer is known by it."""
    line = QHBoxLayout()
    line.setSpacing(px(6))
    line.addWidget(RoomBadge(room), 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    if banner.photo.small:
        face = Photo(banner.guest.name, FACE)
        face.set_picture(banner.photo.small)
        line.addWidget(face, 0, Qt.AlignmentFlag.AlignTop)
    line.addStretch(1)
    return line


def _who(banner: SafetyBanner, room: str, rest: Sequence[str], flags: Sequence[str]) -> QWidget:
    """Room and name; under it the birth date in bold, then the rest."""
    who = QWidget()
    column = QVBoxLayout(who)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(px(1))
    is_beside = len(room) <= MOST_BESIDE_A_NAME
    first = QHBoxLayout() if is_beside else QVBoxLayout()
    first.setSpacing(px(6 if is_beside else 1))
    first.addLayout(_place_and_face(banner, room))
    first.addWidget(Label(banner.guest.name, Role.HEADING, wraps=True), 1)
    second = FlowArea(tokens.SPACE_1)
    second.flow.addWidget(Label(_born(banner), Role.STRONG))
    for text in rest:
        second.flow.addWidget(Label(text, Role.MUTE))
    for flag in flags:
        second.flow.addWidget(Badge(flag, Tone.TRIAL if flag == _("TRIAL") else Tone.AMBER))
    column.addLayout(first)
    column.addWidget(second)
    return who
