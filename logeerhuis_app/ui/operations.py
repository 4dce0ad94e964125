"""How screens act: run a use case, tell every screen what changed, keep what can be taken back."""

import logging
from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from logeerhuis_app.domain.errors import HouseBusy, UserFacingError
from logeerhuis_app.domain.errors_access import AccountClosed
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.news import last_change
from logeerhuis_app.services.stays import start_day
from logeerhuis_app.services.taking_back import can_take_back, take_back
from logeerhuis_app.ui.drafts import Drafts

T = TypeVar("T")
Deed = Callable[[Door], Changes]
TakeBack = Callable[[Door, Changes], Changes]
OnError = Callable[[UserFacingError], None]

_log = logging.getLogger(__name__)
WATCH_SECONDS = 5


class Operations(QObject):
    """The screens' side of the door. No screen knows another; they all listen to ``changed``."""

    changed = Signal(object, object)  # Changes, the widget that asked
    refused = Signal(str)  # a whole sentence
    shut_out = Signal(str)  # a whole sentence: this user may not be here any more
    leaving = Signal()  # the window goes for good: what is half written is kept now or lost

    def __init__(self, door: Door, parent: QObject | None = None, *, drafts: Drafts | None = None) -> None:
        super().__init__(parent)
        self.door = door
        self.drafts = Drafts() if drafts is None else drafts
        self.undo_stack = QUndoStack(self)
        self._seen = 0
        self._day = door.clock.today()
        self._trouble = ""
        self._watch = QTimer(self)
        self._watch.timeout.connect(lambda: self.look_for_news())

    def watch(self, seconds: int = WATCH_SECONDS) -> None:
        """Look from now on whether somebody else changed something, at another window or PC."""
        self._seen = last_change(self.door)
        self._watch.start(seconds * 1000)

    def stop_watching(self) -> None:
        self._watch.stop()

    def catch_up(self) -> None:
        """After a rest every screen reads again: whatever others did, the clock went on."""
        self.look_for_news(force=True)

    def look_for_news(self, *, force: bool = False) -> None:
        """Tell the screens to read again if somebody else was at work. A house that is busy is asked again later."""
        today = self.door.clock.today()
        try:
            if today != self._day:
                start_day(self.door)  # a window that stays open over midnight gives options back and counts nights too
            newest = last_change(self.door)
        except UserFacingError as error:
            self._tell_trouble(error)
            return
        self._trouble = ""
        if force or newest > self._seen or today != self._day:
            self._seen, self._day = newest, today
            self.changed.emit(Changes(Topic.EVERYTHING), None)

    def tell(self, error: UserFacingError) -> None:
        """What no screen took up: said in the window, which goes if its user may not be here any more."""
        if isinstance(error, AccountClosed):
            self.stop_watching()
            self.shut_out.emit(error_text(error))
        else:
            self.refused.emit(error_text(error))

    def _tell_trouble(self, error: UserFacingError) -> None:
        """Once, for this comes back every few seconds; a house that is busy is no trouble."""
        said = error_text(error)
        if isinstance(error, HouseBusy) or said == self._trouble:
            return
        self._trouble = said
        self.tell(error)

    def read(self, query: Callable[[Door], T]) -> T:
        """Rows for a screen. What the role may not see raises, for a screen must not ask for it."""
        return query(self.door)

    def run(self, deed: Deed, origin: QObject | None = None, on_error: OnError | None = None) -> Changes | None:
        """Do it, tell the screens, and give what changed; None when it was refused.

        A refusal goes to ``on_error``, or else as a sentence to ``refused``.
        """
        try:
            others_were_at_work = self._watch.isActive() and last_change(self.door) > self._seen
            changes = deed(self.door)
        except UserFacingError as error:
            _log.info("refused: %s", type(error).__name__)
            if isinstance(error, AccountClosed):
                self.tell(error)
            elif on_error is not None:
                on_error(error)
            else:
                self.refused.emit(error_text(error))
            return None
        if self._watch.isActive():
            self._seen = last_change(self.door)
        self.changed.emit(changes, origin)
        if others_were_at_work:
            self.changed.emit(Changes(Topic.EVERYTHING), None)
        return changes

    def run_undoable(
        self,
        text: str,
        deed: Deed,
        take_back: TakeBack,
        origin: QObject | None = None,
        on_error: OnError | None = None,
    ) -> Changes | None:
        """As ``run``, and Ctrl+Z takes it back: a new, logged use case and not a deletion."""
        changes = self.run(deed, origin, on_error)
        if changes is not None:
            self.undo_stack.push(_Undoable(self, text, deed, take_back, changes))
        return changes

    def run_edit(
        self, text: str, deed: Deed, origin: QObject | None = None, on_error: OnError | None = None
    ) -> Changes | None:
        """As ``run``, for a change of a file: Ctrl+Z puts back what stood there, unless somebody changed it since."""
        changes = self.run(deed, origin, on_error)
        if changes is not None and can_take_back(self.door, changes.lines):
            self.undo_stack.push(_Edit(self, text, changes))
        return changes


class _Edit(QUndoCommand):
    """Taken back by the lines of the record that it wrote; the step back writes lines too, and so on."""

    def __init__(self, operations: Operations, text: str, changes: Changes) -> None:
        super().__init__(text)
        self._operations = operations
        self._lines = changes.lines
        self._is_first = True

    def redo(self) -> None:
        if self._is_first:
            self._is_first = False
        else:
            self._turn()

    def undo(self) -> None:
        self._turn()

    def _turn(self) -> None:
        lines = self._lines
        changes = self._operations.run(lambda door: take_back(door, lines))
        if changes is None:
            self.setObsolete(True)
        else:
            self._lines = changes.lines


class _Undoable(QUndoCommand):
    """One step on the stack. Qt calls ``redo`` when it is pushed, but the deed is done by then."""

    def __init__(self, operations: Operations, text: str, deed: Deed, take_back: TakeBack, changes: Changes) -> None:
        super().__init__(text)
        self._operations = operations
        self._deed = deed
        self._take_back = take_back
        self._changes = changes
        self._is_first = True

    def redo(self) -> None:
        if self._is_first:
            self._is_first = False
            return
        changes = self._operations.run(self._deed)
        if changes is None:
            self.setObsolete(True)
        else:
            self._changes = changes

    def undo(self) -> None:
        done = self._operations.run(lambda door: self._take_back(door, self._changes))
        if done is None:
            self.setObsolete(True)
