"""The window: rail, top bar, one screen, one message bar. It arranges and nothing else."""

import base64
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from logeerhuis_app.i18n import _
from logeerhuis_app.ui.actions import TABLE, ActionId, build_actions, shown_key
from logeerhuis_app.ui.key_overview import KeyLines, KeyOverview
from logeerhuis_app.ui.practice_frame import PracticeFrame
from logeerhuis_app.ui.rail import Rail
from logeerhuis_app.ui.screen import Screen, ScreenSpec
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.top_bar import TopBar
from logeerhuis_app.ui.widgets.message_bar import MessageBar, MessageKind
from logeerhuis_app.ui.widgets.search_box import SearchBox

GEOMETRY_KEY = "window.geometry"
SMALLEST_WIDTH, SMALLEST_HEIGHT = 1024, 640


class TextSettings(Protocol):
    """Where the window remembers its place; no personal data goes there."""

    def get(self, key: str, default: str = "") -> str: ...

    def remember(self, key: str, value: str) -> None: ...


class MainWindow(QMainWindow):
    """Screens are made when they are first shown and kept. Actions without a listener do nothing."""

    lock_requested = Signal()
    screen_shown = Signal(str)

    def __init__(
        self,
        screens: Sequence[ScreenSpec],
        user: str,
        role_label: str,
        *,
        settings: TextSettings,
        is_practice: bool = False,
        house_name: str = "",
        search: SearchBox | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._specs = {spec.id: spec for spec in screens}
        self._screens: dict[str, Screen] = {}
        self._current = ""
        self._settings = settings
        self.search = search
        self.actions_by_id = build_actions(self)
        self._build(user, role_label, is_practice)
        self._connect()
        self.setWindowTitle(" · ".join(part for part in (house_name, _("Logeerhuis")) if part))
        self._restore_geometry()

    # --- screens -----------------------------------------------------------------------------------------------

    @property
    def screen_ids(self) -> tuple[str, ...]:
        """The screens of this role, in the order of the rail."""
        return tuple(self._specs)

    @property
    def current_screen(self) -> str:
        """The id of the screen that is shown; empty before the first."""
        return self._current

    def screen_of(self, screen_id: str) -> Screen:
        """The screen, made now if nobody saw it yet."""
        if screen_id not in self._screens:
            screen = self._specs[screen_id].factory()
            self._screens[screen_id] = screen
            self.top_bar.add_screen(screen_id, screen.leading_widgets(), screen.top_bar_widgets())
            self._stack.addWidget(screen)
        return self._screens[screen_id]

    def show_screen(self, screen_id: str) -> Screen:
        """Bring it to the front and let it load what is new."""
        screen = self.screen_of(screen_id)
        self._current = screen_id
        self._stack.setCurrentWidget(screen)
        title = screen.title or _(self._specs[screen_id].title)
        self.top_bar.show_screen(screen_id, title, with_search=screen.shows_search)
        self.rail.set_active(screen_id)
        screen.activate()
        self.screen_shown.emit(screen_id)
        return screen

    def set_count(self, screen_id: str, count: int) -> None:
        """So many things wait on that screen; 0 takes the badge away. Unknown ids are another role's screens."""
        if screen_id in self._specs:
            self.rail.set_count(screen_id, count)

    # --- messages and actions ----------------------------------------------------------------------------------

    def show_message(
        self,
        text: str,
        kind: MessageKind = MessageKind.INFO,
        *,
        action_text: str = "",
        on_action: Callable[[], None] | None = None,
        seconds: int = 0,
    ) -> None:
        self.message_bar.show_message(text, kind, action_text=action_text, on_action=on_action, seconds=seconds)

    def action(self, action_id: ActionId) -> QAction:
        """For whoever joins the parts: undo, redo, print, new stay."""
        return self.actions_by_id[action_id]

    def go_to_search(self) -> None:
        if self.search is not None:
            self.top_bar.reveal_search()
            self.search.take_focus()
        else:
            self.find_in_screen()

    def find_in_screen(self) -> None:
        has_own = bool(self._current) and self._screens[self._current].focus_search()
        if not has_own and self.search is not None:
            self.search.take_focus()

    def show_keys(self) -> None:
        KeyOverview(self.key_groups(), self).open()

    def key_groups(self) -> list[tuple[str, KeyLines]]:
        """Every key that works now, for the overview."""
        screens = [(shown_key(spec.key), _(spec.title)) for spec in self._specs.values() if spec.key]
        everywhere = [(" · ".join(shown_key(key) for key in text.keys), _(text.tip)) for text in TABLE.values()]
        own: KeyLines = self._screens[self._current].key_help() if self._current else ()
        return [(self.top_bar.title.text(), own), (_("Screens"), screens), (_("Everywhere"), everywhere)]

    # --- Qt ----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.message_bar.close_message()
            return
        super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        stored = bytes(self.saveGeometry().data())
        self._settings.remember(GEOMETRY_KEY, base64.b64encode(stored).decode("ascii"))
        super().closeEvent(event)

    # --- inside ------------------------------------------------------------------------------------------------

    def _build(self, user: str, role_label: str, is_practice: bool) -> None:
        lock_key = TABLE[ActionId.LOCK].keys[0]
        self.rail = Rail(tuple(self._specs.values()), user, role_label, lock_key)
        self.top_bar = TopBar(self.search)
        self.message_bar = MessageBar()
        self._stack = QStackedWidget()
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.top_bar)
        right.addWidget(self._message_room())
        right.addWidget(self._stack, 1)
        inside = QWidget()
        row = QHBoxLayout(inside)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(PracticeFrame(inside) if is_practice else inside)

    def _message_room(self) -> QWidget:
        """Air around the message, and nothing at all while there is none."""
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(px(12), px(8), px(12), 0)
        column.addWidget(self.message_bar)
        room.hide()
        self.message_bar.opened.connect(room.show)
        self.message_bar.closed.connect(room.hide)
        return room

    def _connect(self) -> None:
        self.rail.chosen.connect(self.show_screen)
        self.rail.lock_requested.connect(self.lock_requested)
        self.rail.backup_requested.connect(self.action(ActionId.BACKUP).trigger)
        self.action(ActionId.LOCK).triggered.connect(self.lock_requested)
        self.action(ActionId.SEARCH).triggered.connect(self.go_to_search)
        self.action(ActionId.FIND_IN_SCREEN).triggered.connect(self.find_in_screen)
        self.action(ActionId.HELP).triggered.connect(self.show_keys)
        self.addActions(list(self.actions_by_id.values()))
        for spec in self._specs.values():
            self.addAction(self._screen_action(spec))

    def _screen_action(self, spec: ScreenSpec) -> QAction:
        action = QAction(_(spec.title), self)
        action.setShortcut(QKeySequence(spec.key))
        action.triggered.connect(lambda: self.show_screen(spec.id))
        return action

    def _restore_geometry(self) -> None:
        """Where it was last time, if that still lies on a screen; Qt looks after that."""
        self.setMinimumSize(SMALLEST_WIDTH, SMALLEST_HEIGHT)
        stored = self._settings.get(GEOMETRY_KEY)
        if not stored or not self.restoreGeometry(QByteArray.fromBase64(stored.encode("ascii"))):
            room = self.screen().availableGeometry()
            self.resize(min(px(1440), room.width()), min(px(900), room.height()))
