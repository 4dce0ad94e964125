"""The list of guests: search, three pills, count, and one line per guest with both identifiers."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from logeerhuis_app.i18n import N_, _, ngettext
from logeerhuis_app.i18n.format import number
from logeerhuis_app.services.rows.guest import GuestListing, GuestListRow
from logeerhuis_app.services.rows.search import GuestFilter
from logeerhuis_app.ui.guests.filter_pill import FilterPill
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.flow_area import FlowArea
from logeerhuis_app.ui.widgets.guest_picker import guest_result
from logeerhuis_app.ui.widgets.label import Label, Role
from logeerhuis_app.ui.widgets.result_list import ROLE_ROW, ResultDelegate, ResultRow
from logeerhuis_app.ui.widgets.search_line import SearchLine

WIDTH = 290
LEAST_WIDTH = 210
TYPING_MS = 90
WALKING_MS = 220
"""Who walks through the list with the arrows looks at the file where the walk stops; each look is on record."""

Find = Callable[[str, frozenset[GuestFilter]], GuestListing]

PILLS: tuple[tuple[GuestFilter, str, str], ...] = (
    (GuestFilter.IN_HOUSE, N_("in the house"), N_("Only guests who are in the house now")),
    (GuestFilter.THIS_WEEK, N_("comes this week"), N_("Only guests who are expected in the coming seven days")),
    (GuestFilter.TRIAL, N_("trial"), N_("Only guests with a trial stay, now or to come")),
)


class GuestListPanel(QFrame):
    """Asks for guests while someone types; says which one is to be shown."""

    chosen = Signal(int)  # guest_id
    entered = Signal()  # Enter: go on in the file
    listed = Signal()  # the list was read again

    def __init__(self, find: Find, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._rows: tuple[GuestListRow, ...] = ()
        self._timers = {name: self._timer(wait) for name, wait in (("type", TYPING_MS), ("walk", WALKING_MS))}
        self._build()
        self._connect()

    @property
    def rows(self) -> tuple[GuestListRow, ...]:
        """What stands in the list now."""
        return self._rows

    def filters(self) -> frozenset[GuestFilter]:
        return frozenset(kind for kind, pill in self.pills.items() if pill.isChecked())

    def current_id(self) -> int | None:
        item = self.list.currentItem()
        return None if item is None else int(item.data(ROLE_ROW).key.guest_id)

    def reload(self) -> None:
        """Ask again; whoever was chosen stays chosen if still there."""
        chosen = self.current_id()
        listing = self._find(self.search.text(), self.filters())
        self._rows = listing.rows
        self.list.blockSignals(True)
        self.list.clear()
        for row in listing.rows:
            self._add(row)
        self.list.blockSignals(False)
        if chosen is not None:
            self.mark(chosen)
        self._show_count(listing)
        self.listed.emit()

    def mark(self, guest_id: int | None) -> None:
        """Show this guest as chosen, without asking for the file; nobody when not in the list."""
        self.list.blockSignals(True)
        places = [place for place, row in enumerate(self._rows) if row.guest.guest_id == guest_id]
        self.list.setCurrentRow(places[0] if places else -1)
        self.list.blockSignals(False)

    def clear_search(self) -> None:
        """Everybody again: no words, no pills."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)
        for pill in self.pills.values():
            pill.blockSignals(True)
            pill.setChecked(False)
            pill.blockSignals(False)
        self.reload()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the search field the arrows walk through the list and Enter opens."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        is_enter = isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if watched is self.list and event.type() == QEvent.Type.KeyPress and is_enter:
            self._open()
            return True
        return super().eventFilter(watched, event)

    def rest(self, guest_id: int | None) -> None:
        """Nobody looks: whose row was only passed by is not opened, and the row is that of the file again."""
        for timer in self._timers.values():
            timer.stop()
        self.mark(guest_id)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), super().sizeHint().height())

    # --- building ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.setProperty("role", "panel")
        self.setMinimumWidth(px(LEAST_WIDTH))
        self.setMaximumWidth(px(WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(14), 0, 0)
        column.setSpacing(px(tokens.SPACE_2))
        column.addLayout(self._build_search())
        column.addWidget(self._build_list(), 1)
        self.hint = Label(
            _("Two guests with the same given name? The list always shows birth date and town."),
            Role.SMALL,
            wraps=True,
        )
        side = px(tokens.SPACE_4)
        self.hint.setContentsMargins(side, px(8), side, px(14))
        column.addWidget(self.hint)

    def _build_search(self) -> QVBoxLayout:
        self.search = SearchLine(_("Name, birth date, room…"), _("Search guests"))
        self.search.setToolTip(_("Name, birth date, guest number, telephone or room (Ctrl+F)"))
        pills = FlowArea(6)
        self.pills = {kind: FilterPill(_(text), _(tip)) for kind, text, tip in PILLS}
        pills.add(*self.pills.values())
        box = QVBoxLayout()
        side = px(tokens.SPACE_4)
        box.setContentsMargins(side, 0, side, 0)
        box.setSpacing(px(tokens.SPACE_2))
        box.addWidget(self.search)
        box.addWidget(pills)
        return box

    def _build_list(self) -> QListWidget:
        self.list = QListWidget()
        self.list.setAccessibleName(_("Guests"))
        self.list.setItemDelegate(ResultDelegate(self.list))
        self.list.setResizeMode(QListWidget.ResizeMode.Adjust)  # what stands beside a name depends on the width
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        return self.list

    def _connect(self) -> None:
        self.search.textChanged.connect(lambda: self._timers["type"].start())
        self.search.installEventFilter(self)
        self.list.installEventFilter(self)
        self._timers["type"].timeout.connect(self.reload)
        self._timers["walk"].timeout.connect(self._choose)
        self.list.currentRowChanged.connect(lambda: self._timers["walk"].start())
        self.list.itemClicked.connect(self._choose)
        for pill in self.pills.values():
            pill.toggled.connect(self.reload)

    def _timer(self, wait_ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(wait_ms)
        return timer

    # --- inside ------------------------------------------------------------------------------------------------

    def _add(self, row: GuestListRow) -> None:
        item = QListWidgetItem(self.list)
        shown = list_line(row)
        item.setData(ROLE_ROW, shown)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, shown.spoken)
        item.setToolTip(shown.spoken)

    def _show_count(self, listing: GuestListing) -> None:
        shown, total = number(len(listing.rows)), number(listing.total)
        words = ngettext("{n} guest", "{n} guests", listing.total).format(n=total)
        if listing.is_more:
            words = _("{shown} of more than {total}").format(shown=shown, total=total)
        elif listing.total > len(listing.rows):
            words = _("{shown} of {total}").format(shown=shown, total=total)
        self.search.set_remark(words)
        self.search.setAccessibleDescription(words)

    def _take_key(self, event: QKeyEvent) -> bool:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps and self.list.count():
            self.list.setCurrentRow(max(0, min(self.list.currentRow() + steps[key], self.list.count() - 1)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._timers["type"].isActive():
                self.reload()
            self._open()
            return True
        if key == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return True
        return False

    def _open(self) -> None:
        """The chosen guest, or the first of the list; then the keyboard goes on in the file."""
        if self.list.count() == 0:
            return
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._choose()
        self.entered.emit()

    def _choose(self) -> None:
        self._timers["walk"].stop()
        guest_id = self.current_id()
        if guest_id is not None:
            self.chosen.emit(guest_id)


def list_line(row: GuestListRow) -> ResultRow:
    """Name; birth date, age, town; the room of who is here; law, NAMESAKE."""
    line = guest_result(row)
    subtitle = f"{line.subtitle} · {row.room}" if row.room else line.subtitle
    return ResultRow(line.key, line.title, subtitle, line.badges)
