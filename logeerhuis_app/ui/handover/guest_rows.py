"""All rows of one page under their headings; rows that did not change stay as they are."""

from dataclasses import dataclass
from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.reports.shift_words import since_words
from logeerhuis_app.services.rows.handover import ArrivalRow, HandoverGuest, HandoverRows
from logeerhuis_app.ui.handover.guest_row import COLUMN_GAP, SHARES, SIDE, ArrivalGuestRow, GuestRow, HandoverRow
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.label import Label, Role

PageRow = HandoverGuest | ArrivalRow
MOST_WITH_AIR = 8
FOLDS_BELOW = 640
"""Pixels at 100 %: in less, four columns would cut words."""


def _make(row: PageRow, day: date, now: datetime) -> HandoverRow:
    return GuestRow(row, day, now) if isinstance(row, HandoverGuest) else ArrivalGuestRow(row, day, now)


def _quarter(now: datetime) -> datetime:
    """Rows are made again when something changed, or a quarter of an hour has begun."""
    return now.replace(minute=now.minute // 15 * 15, second=0, microsecond=0)


@dataclass
class _Shown:
    """A row on screen and what it was made from."""

    key: tuple[PageRow, date, datetime]
    widget: HandoverRow


class GuestRows(QWidget):
    """Ten guests without scrolling on the smallest screen; up and down walk, Enter opens the file."""

    guest_chosen = Signal(int)  # booking
    guest_opened = Signal(int)  # guest

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: dict[int, _Shown] = {}
        self._chosen = 0
        self._is_folded = False
        self._build()

    @property
    def chosen(self) -> int:
        """The booking whose guest stands in the panel; 0 when nobody is here."""
        return self._chosen

    def rows(self) -> list[HandoverRow]:
        return [shown.widget for shown in self._shown.values()]

    def row_of(self, booking_id: int) -> HandoverRow:
        return self._shown[booking_id].widget

    def show_page(self, page: HandoverRows, now: datetime) -> None:
        """Keep the choice where it was, or else choose the first."""
        notes = [note for guest in page.guests for note in guest.notes]
        self._news.setText(_("New since {time}, and what follows").format(time=since_words(page.shift, notes)))
        wanted = {row.booking_id: row for row in page.everyone}
        for booking_id in [key for key in self._shown if key not in wanted]:
            self._let_go(booking_id)
        old, self._shown = self._shown, {}
        for place, (booking_id, row) in enumerate(wanted.items()):
            self._shown[booking_id] = self._place(place, row, (row, page.shift.day, _quarter(now)), old.get(booking_id))
        self._set_air(len(wanted))
        self._empty.setVisible(not wanted)
        if self._chosen not in self._shown:
            self._chosen = next(iter(self._shown), 0)
        self._mark()

    def _set_air(self, count: int) -> None:
        is_tight = count > MOST_WITH_AIR
        self._column.setSpacing(px(3 if is_tight else 5))
        for row in self.rows():
            row.set_tight(is_tight)

    def choose(self, booking_id: int) -> None:
        if booking_id not in self._shown:
            return
        is_new = booking_id != self._chosen
        self._chosen = booking_id
        self._mark()
        if is_new:
            self.guest_chosen.emit(booking_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        self._is_folded = self.width() < px(FOLDS_BELOW)
        self._titles.setVisible(not self._is_folded)
        for row in self.rows():
            row.set_folded(self._is_folded)

    def take_focus(self) -> None:
        """Put the keyboard in the chosen row."""
        if self._chosen in self._shown:
            self._shown[self._chosen].widget.setFocus(Qt.FocusReason.OtherFocusReason)

    # -- rows --------------------------------------------------------------------------------------------------------

    def _place(self, place: int, row: PageRow, key: tuple[PageRow, date, datetime], old: _Shown | None) -> _Shown:
        if old is not None and old.key == key:
            if self._column.indexOf(old.widget) != place:
                self._column.removeWidget(old.widget)
                self._column.insertWidget(place, old.widget)
            return old
        # The window remembers its keyboard place also while a dialog stands over it.
        had_focus = old is not None and self.window().focusWidget() is old.widget
        if old is not None:
            self._remove(old.widget)
        widget = _make(*key)
        widget.set_folded(self._is_folded)
        self._connect(widget, row.booking_id)
        self._column.insertWidget(place, widget)
        if had_focus:
            widget.show()  # the layout would do so a moment later, and what is hidden takes no focus
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return _Shown(key, widget)

    def _connect(self, widget: HandoverRow, booking_id: int) -> None:
        widget.focused.connect(lambda: self.choose(booking_id))
        widget.chosen.connect(lambda: self.choose(booking_id))
        widget.opened.connect(lambda: self.guest_opened.emit(widget.guest_id))

    def _let_go(self, booking_id: int) -> None:
        self._remove(self._shown.pop(booking_id).widget)

    def _remove(self, widget: HandoverRow) -> None:
        self._column.removeWidget(widget)
        widget.hide()
        widget.deleteLater()

    def _mark(self) -> None:
        for booking_id, shown in self._shown.items():
            if shown.widget.is_selected != (booking_id == self._chosen):
                shown.widget.set_selected(booking_id == self._chosen)
        if self._chosen in self._shown:
            self._area.ensureWidgetVisible(self._shown[self._chosen].widget, 0, px(8))

    # -- building ----------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(px(12), px(8), px(4), 0)
        whole.setSpacing(px(2))
        self._titles = self._heading()
        whole.addWidget(self._titles)
        inside = QWidget()
        inside.setProperty("role", "scrolled")
        outer = QVBoxLayout(inside)
        outer.setContentsMargins(0, 0, px(8), px(8))
        outer.setSpacing(px(5))
        self._column = QVBoxLayout()
        self._column.setSpacing(px(5))
        outer.addLayout(self._column)
        self._empty = Label(_("Nobody is in this house in this shift. Arrivals of today will stand here."), Role.MUTE)
        outer.addWidget(self._empty)
        outer.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        whole.addWidget(self._area, 1)

    def _heading(self) -> QWidget:
        heading = QWidget()
        grid = QGridLayout(heading)
        grid.setContentsMargins(px(SIDE), 0, px(SIDE + 8), 0)
        grid.setHorizontalSpacing(px(COLUMN_GAP))
        self._news = Label("", Role.SECTION)
        titles = (*(Label(text, Role.SECTION) for text in (_("Who"), _("Stop-signals"), _("Medication"))), self._news)
        for column, (title, share) in enumerate(zip(titles, SHARES, strict=True)):
            title.setMinimumWidth(1)
            grid.addWidget(title, 0, column)
            grid.setColumnStretch(column, share)
        return heading
