"""Aanvragen: who asked, where each family stands, what follows and when."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.trajectory import TrajectoryState
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.queries.trajectories import fixed_contacts, trajectory_rows
from logeerhuis_app.services.rows.trajectory import TrajectoryRow
from logeerhuis_app.services.trajectories import advance_trajectory, open_trajectory, plan_next_step
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.requests.board import Board
from logeerhuis_app.ui.requests.dialogs import RequestDialog, StepDialog
from logeerhuis_app.ui.requests.request_list import RequestList
from logeerhuis_app.ui.requests.road_panel import RoadPanel
from logeerhuis_app.ui.screen import Screen
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.button import Button, Kind
from logeerhuis_app.ui.widgets.empty_state import EmptyState
from logeerhuis_app.ui.widgets.segmented import Segmented

BOARD, LIST = 0, 1


class RequestsScreen(Screen):
    """Board or list at the left, one family's road at the right."""

    guest_opened = Signal(int)
    intake_wished = Signal(int)  # guest
    count_changed = Signal(int)

    def __init__(self, operations: Operations, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = _("Requests")
        self._operations = operations
        self._rows: tuple[TrajectoryRow, ...] = ()
        self._selected: int | None = None
        self._build()
        self._connect()

    def top_bar_widgets(self) -> list[QWidget]:
        return [self.view_choice, self.new_button]

    def activate(self) -> None:
        self._reload()
        (self.board if self._pages.currentIndex() == BOARD else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def key_help(self) -> list[tuple[str, str]]:
        return [("N", _("Write down a new request")), ("S", _("Take the next step for the chosen family"))]

    def waiting_count(self) -> int:
        """Families whose next date has come or passed."""
        today = self._operations.door.clock.today()
        return sum(1 for row in self._rows if row.next_on is not None and row.next_on <= today)

    def open_request(self, trajectory_id: int) -> None:
        """Show this family's road."""
        self._reload()
        self._select(trajectory_id)
        self.board.focus_card(trajectory_id)

    def new_request(self) -> None:
        contacts = self._operations.read(fixed_contacts)
        me = self._operations.door.actor.user_id
        dialog = RequestDialog(self._operations.door.clock, contacts, me, self)
        dialog.save_requested.connect(lambda: self._save_request(dialog))
        dialog.open()

    def take_step(self, state: TrajectoryState | None = None) -> None:
        """Ask which step was taken for the chosen family."""
        row = self._current()
        if row is None:
            return
        contacts = self._operations.read(fixed_contacts)
        dialog = StepDialog(row, self._operations.door.clock, contacts, self)
        if state is not None:
            dialog.choose(state)
        dialog.save_requested.connect(lambda: self._save_step(dialog))
        dialog.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_S and self._current() is not None:
            self.take_step()
        else:
            super().keyPressEvent(event)

    # --- building ----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.view_choice = Segmented([_("Board"), _("List")])
        self.new_button = Button(_("+ Request"), Kind.PRIMARY, key="N")
        if not self._operations.door.may(UseCase.OPEN_TRAJECTORY):
            self.new_button.hide()
        self.board, self.list = Board(), RequestList()
        self.empty = EmptyState(
            _("No open requests"), _("Does a family call? Write it down with «+ Request» or N."), icon="requests"
        )
        self._pages = QStackedWidget()
        for page in (self.board, self.list, self.empty):
            self._pages.addWidget(page)
        self.panel = RoadPanel()
        side = px(tokens.SPACE_4)
        air = QVBoxLayout()
        air.setContentsMargins(side, side, px(tokens.SPACE_3), 0)
        air.addWidget(self._pages)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(air, 1)
        body.addWidget(self.panel)

    def _connect(self) -> None:
        self.view_choice.changed.connect(self._show_page)
        self.new_button.clicked.connect(self.new_request)
        self.board.chosen.connect(self._select)
        self.list.chosen.connect(self._select)
        self.panel.step_wished.connect(self.take_step)
        self.panel.guest_opened.connect(self.guest_opened)
        self.panel.intake_wished.connect(self.intake_wished)
        self._operations.changed.connect(self._on_changed)

    # --- showing -----------------------------------------------------------------------------------------------

    def _on_changed(self, changes: Changes, _origin: object) -> None:
        if changes.topics & Topic.TRAJECTORIES:
            self._reload()

    def _reload(self) -> None:
        self._rows = self._operations.read(trajectory_rows)
        if self._current() is None:
            self._selected = self._rows[0].trajectory_id if self._rows else None
        self._show_page()
        self.count_changed.emit(self.waiting_count())

    def _show_page(self) -> None:
        if not self._rows:
            self._pages.setCurrentIndex(2)
        else:
            self._pages.setCurrentIndex(self.view_choice.current())
        self.board.show_rows(self._rows, self._selected)
        self.list.show_rows(self._rows, self._selected)
        self.panel.show_row(self._current())

    def _select(self, trajectory_id: int) -> None:
        self._selected = trajectory_id
        for card in self.board.cards:
            card.set_selected(card.row.trajectory_id == trajectory_id)
        self.list.show_rows(self._rows, trajectory_id)
        self.panel.show_row(self._current())

    def _current(self) -> TrajectoryRow | None:
        return next((row for row in self._rows if row.trajectory_id == self._selected), None)

    # --- saving ------------------------------------------------------------------------------------------------

    def _save_request(self, dialog: RequestDialog) -> None:
        if (field := dialog.misread_date()) is not None:
            dialog.show_problem(_("This is no date. Type for example 4 dec or 04-12-2026."), field)
            return
        wish = dialog.wish()
        changes = self._operations.run(
            lambda door: open_trajectory(door, wish),
            self,
            on_error=lambda error: dialog.show_problem(error_text(error), dialog.guest),
        )
        if changes is not None:
            dialog.accept()
            self._select(changes.created_id)

    def _save_step(self, dialog: StepDialog) -> None:
        if (field := dialog.misread_date()) is not None:
            dialog.show_problem(_("This is no date. Type for example 4 dec or 04-12-2026."), field)
            return
        wish = dialog.wish()
        deed = plan_next_step if wish.state is dialog.trajectory.state else advance_trajectory

        def refused(error: UserFacingError) -> None:
            dialog.show_refusal(error)

        if self._operations.run(lambda door: deed(door, wish), self, on_error=refused) is not None:
            dialog.accept()
