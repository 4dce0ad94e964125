"""Planning: who sleeps where and when, who waits for a bed, and the selected stay."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from logeerhuis_app.domain.bookings import MOVABLE
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.queries.planning import booking_detail, chart_rows, free_beds, locations
from logeerhuis_app.services.rows.planning import BookingDetail, ChartRows
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.planning_tools import DaySteps, NewStayButton, UndoButton, ZoomChoice
from logeerhuis_app.ui.planning.planning_wishes import PlanningWishes
from logeerhuis_app.ui.planning.stay_panel import OFFERS, StayPanel, offered
from logeerhuis_app.ui.planning.tape_chart import TapeChart
from logeerhuis_app.ui.planning.waiting_list import WaitingList
from logeerhuis_app.ui.screen import Screen
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.message_bar import MessageBar

NIGHTS_BEFORE = 12 * 7
NIGHTS_AFTER = 60 * 7
"""So much is read around the day that is shown: more than a year ahead, for plans are made a season early."""
PANEL_WIDTH = 298
MOST_PANEL = 34
"""Per cent of the width of the screen."""
SETTLE_MS = 60
"""Arrow keys run over many stays: the panel is read for the one where they come to rest."""
SHOWN_HERE = Topic.BOOKINGS | Topic.HOUSE | Topic.TRAJECTORIES | Topic.GUESTS | Topic.CARE | Topic.FUNDING


class PlanningScreen(Screen):
    """Arranges chart, waiting list and panel, reads their rows, and lets ``PlanningWishes`` answer what they wish."""

    guest_opened = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Planning")
        self._operations = operations
        self._location: int | None = None
        self._is_stale = False
        self._first = self._window_start(self._today())
        self._build()
        self._connect()
        self._show_rows(self._read())

    # what the main window asks

    def top_bar_widgets(self) -> list[QWidget]:
        return [self.steps, self.zoom, self.undo_button, self.new_button]

    def activate(self) -> None:
        self.chart.view.set_today(self._today())
        if self._is_stale:
            self.reload()
        self.chart.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """The panel of a stay that was only passed by is not read behind a lock, nor is a bar let go there."""
        self._is_stale = self._is_stale or self._settle.isActive()
        self._settle.stop()
        self.chart.view.mouse.cancel()
        super().hideEvent(event)

    def key_help(self) -> list[tuple[str, str]]:
        return tape_words.key_lines()

    def new_stay(self, guest_id: int | None = None) -> None:
        """Ask for a stay; on the night the keyboard is on, if it is free, or else in the first bed that suits."""
        view = self.chart.view
        if guest_id is not None:
            self.wishes.place_guest(guest_id, None)
            return
        night = view.current_night() if view.current_bar() is None else None
        if night is not None and night >= self._today():
            self.wishes.place(view.current_bed(), night, night + ONE_DAY)
        else:
            self.wishes.place(None, None, None)

    def show_booking(self, booking_id: int) -> None:
        """Bring a stay in view and select it, also one of long ago or far ahead."""
        if self.chart.view.show_booking(booking_id):
            return
        detail = self._detail(booking_id)
        if detail is not None:
            self._set_location(None)
            self._read_around(detail.arrival)
            self.chart.view.show_booking(booking_id)

    # reading

    def reload(self) -> None:
        """The panel follows a moment later: each piece is short, and the window never stands still."""
        self._show_rows(self._read())
        if self.chart.view.selected_booking is not None:
            self._settle.start()

    def _read(self) -> ChartRows:
        until = self._first + timedelta(days=NIGHTS_BEFORE + NIGHTS_AFTER)
        return self._operations.read(lambda door: chart_rows(door, self._first, until, self._location))

    def _show_rows(self, rows: ChartRows) -> None:
        self._is_stale = False
        self.wishes.forget_misfits()
        self.chart.view.show_rows(rows)
        self.waiting.show_rows(rows.waiting, self._may(UseCase.PLACE_BOOKING))
        self._pages.setCurrentIndex(0 if rows.beds else 1)

    def _read_around(self, day: date) -> None:
        """Rows for another stretch of time; where the user was on the chart is kept."""
        self._first = self._window_start(day)
        self._show_rows(self._read())

    @staticmethod
    def _window_start(day: date) -> date:
        return day - timedelta(days=NIGHTS_BEFORE + day.weekday())

    def _today(self) -> date:
        return self._operations.door.clock.today()

    def _may(self, use_case: UseCase) -> bool:
        return self._operations.door.may(use_case)

    def _detail(self, booking_id: int) -> BookingDetail | None:
        return self._operations.read(lambda door: booking_detail(door, booking_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With large letters the panel would push the chart aside."""
        super().resizeEvent(event)
        self.panel.setFixedWidth(min(px(PANEL_WIDTH), self.width() * MOST_PANEL // 100))

    # hearing

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if not changes.topics & SHOWN_HERE:
            return
        if self.isVisible():
            self.reload()
        else:
            self._is_stale = True

    def _on_selected(self, booking_id: int | None) -> None:
        if booking_id is None:
            self._settle.stop()
            self.panel.show_nothing()
        else:
            self._settle.start()

    def _show_selected(self) -> None:
        booking_id = self.chart.view.selected_booking
        detail = self._detail(booking_id) if booking_id is not None else None
        if detail is None:
            self.panel.show_nothing()
        else:
            self.panel.show_detail(detail, self._other_bed(detail))

    def _other_bed(self, detail: BookingDetail) -> str:
        """A free bed that fits, for a guest whose bed does not."""
        arrival = max(detail.arrival, self._today())
        if not detail.misfits or detail.state not in MOVABLE or detail.departure <= arrival:
            return ""
        beds = self._operations.read(lambda door: free_beds(door, arrival, detail.departure, detail.guest_id))
        return next((one.bed.name for one in beds if not one.misfits), "")

    def _on_opened(self, _booking_id: int) -> None:
        """Enter on a stay: its panel, with the keyboard on the first thing that can be done."""
        self._settle.stop()
        self._show_selected()
        self.panel.take_focus()

    def _on_booked(self, booking_id: int) -> None:
        self.show_booking(booking_id)
        self.chart.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, sign: int) -> None:
        view = self.chart.view
        nights = max(7, view.zoom.value // 2 // 7 * 7)
        view.travel_to(view.left_day() + sign * timedelta(days=nights))

    def _show_menu(self, booking_id: int | None, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        detail = self._detail(booking_id) if booking_id is not None else None
        if detail is not None:
            for deed in offered(detail, self._may):
                menu.addAction(_(OFFERS[deed].text), partial(self.wishes.do, deed, detail))
        else:
            self._offer_nights(menu)
        if menu.actions():
            menu.popup(at)

    def _offer_nights(self, menu: QMenu) -> None:
        """What can be done with nights on which nobody lies there."""
        view, wishes = self.chart.view, self.wishes
        bed, night, closure = view.current_bed(), view.current_night(), view.current_closure()
        if bed is None or night is None:
            return
        if closure is None and self._may(UseCase.PLACE_BOOKING):
            menu.addAction(_("Book here…"), lambda: self.new_stay())
        if self._may(UseCase.CLOSE_BEDS):
            text = _("Close the bed for some nights… (S)") if closure is None else _("Open the bed again (S)")
            menu.addAction(text, partial(wishes.close_or_open, bed, night))

    def _choose_location(self, place: int) -> None:
        self._set_location(self.location.itemData(place))
        self.reload()

    def _set_location(self, location_id: int | None) -> None:
        self._location = location_id
        self.location.setCurrentIndex(max(0, self.location.findData(location_id)))

    # building

    def _build(self) -> None:
        until = self._first + timedelta(days=1)
        nothing = ChartRows(self._first, until, (), (), ())
        self.chart = TapeChart(nothing, self._today())
        view = self.chart.view
        view.may_change = self._may(UseCase.MOVE_BOOKING)
        self.message = MessageBar()
        self.wishes = PlanningWishes(self._operations, view.tape, self.message, self)
        view.judge = self.wishes.judge
        self.waiting = WaitingList(view)
        if not self._may(UseCase.SEE_TRAJECTORIES):
            self.waiting.hide()  # never shown without a place: that would be a window of its own for a moment
        self.panel = StayPanel(self._may)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._build_tools()
        self._arrange()

    def _build_tools(self) -> None:
        self.steps = DaySteps()
        self.zoom = ZoomChoice(self.chart.view.zoom)
        self.undo_button = UndoButton(self._operations.undo_stack)
        if not self._may(UseCase.MOVE_BOOKING):
            self.undo_button.hide()
        self.new_button = NewStayButton()
        if not self._may(UseCase.PLACE_BOOKING):
            self.new_button.hide()
        self.location = QComboBox()
        self.location.setAccessibleName(_("Location"))
        self.location.addItem(_("All locations"), None)
        for location_id, name in self._operations.read(locations):
            self.location.addItem(name, location_id)
        if self.location.count() > 2:
            self.chart.set_corner(self.location)

    def _arrange(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(px(tokens.SPACE_4), px(tokens.SPACE_2), 0, px(tokens.SPACE_3))
        column.setSpacing(px(tokens.SPACE_3))
        message_room = QHBoxLayout()
        message_room.setContentsMargins(0, 0, px(tokens.SPACE_3), 0)
        message_room.addWidget(self.message)
        column.addLayout(message_room)
        column.addWidget(self.chart, 100)
        column.addWidget(self.waiting)
        column.addStretch(1)
        self.empty = EmptyState(
            _("There are no beds yet"), _("Ask the manager to add rooms and beds in the settings."), icon="bed"
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(left)
        self._pages.addWidget(self.empty)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._pages, 1)
        row.addWidget(self.panel)

    def _connect(self) -> None:
        view, wishes = self.chart.view, self.wishes
        view.place_wished.connect(wishes.place)
        view.move_wished.connect(wishes.move)
        view.resize_wished.connect(wishes.resize)
        view.cancel_wished.connect(wishes.cancel)
        view.closure_wished.connect(wishes.close_or_open)
        view.waiting_dropped.connect(wishes.place_waiting)
        view.refused.connect(wishes.say_problem)
        view.opened.connect(self._on_opened)
        view.selected.connect(self._on_selected)
        view.menu_wished.connect(self._show_menu)
        view.nights_wanted.connect(self._read_around)
        view.zoomed.connect(self.zoom.show_zoom)
        self._settle.timeout.connect(self._show_selected)
        self.zoom.zoomed.connect(view.set_zoom)
        self.steps.stepped.connect(self._step)
        self.steps.today_wished.connect(view.show_today)
        self.new_button.clicked.connect(lambda: self.new_stay())
        self.location.activated.connect(self._choose_location)
        self.panel.deed_wished.connect(wishes.do)
        wishes.booked.connect(self._on_booked)
        wishes.guest_opened.connect(self.guest_opened)
        self._operations.changed.connect(self._on_changed)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self.panel)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(view.setFocus)
