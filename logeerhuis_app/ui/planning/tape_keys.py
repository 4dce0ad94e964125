"""Everything the mouse can do on the chart, with keys."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent

from logeerhuis_app.domain.bookings import CANCELLABLE
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow, WaitingRow
from logeerhuis_app.ui.planning import tape_ghost, tape_words
from logeerhuis_app.ui.planning.tape_ghost import Fit, Ghost, GhostKind

if TYPE_CHECKING:
    from logeerhuis_app.ui.planning.tape_view import TapeView

Key = Qt.Key
STEPS = {Key.Key_Left: (-1, 0), Key.Key_Right: (1, 0), Key.Key_Up: (0, -1), Key.Key_Down: (0, 1)}
ENTER = (Key.Key_Return, Key.Key_Enter)
SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class TapeKeys:
    def __init__(self, view: "TapeView") -> None:
        self.view = view
        self._anchor: date | None = None
        self._reach: date | None = None
        plain: dict[int, Callable[[], None]] = {
            Key.Key_T: view.show_today,
            Key.Key_Plus: lambda: view.set_zoom(view.zoom.nearer()),
            Key.Key_Equal: lambda: view.set_zoom(view.zoom.nearer()),
            Key.Key_Minus: lambda: view.set_zoom(view.zoom.farther()),
            Key.Key_Home: lambda: self._go_to_night(self._first_in_view()),
            Key.Key_End: lambda: self._go_to_night(self._last_in_view()),
            Key.Key_Delete: self._cancel_stay,
            Key.Key_S: self._close_bed,
            Key.Key_Insert: self._book,
            Key.Key_Return: self._enter,
            Key.Key_Enter: self._enter,
        }
        self._plain = plain

    def press(self, event: QKeyEvent) -> bool:
        """True when the key was meant for the chart."""
        key, held = event.key(), event.modifiers() & (SHIFT | CTRL | ALT)
        if self.view.hand.ghost is not None:
            return self._press_with_ghost(key, held)
        if key in STEPS:
            self._step(*STEPS[Key(key)], held)
            return True
        if key in (Key.Key_PageUp, Key.Key_PageDown):
            self._page(1 if key == Key.Key_PageDown else -1, bool(held & CTRL))
            return True
        if key in self._plain and not held & ~SHIFT:
            self._plain[key]()
            return True
        return False

    # walking

    def _step(self, across: int, down: int, held: Qt.KeyboardModifier) -> None:
        if self.view.current_bed() is None:
            self.view.show_today()
            return
        if held & (CTRL | SHIFT | ALT):
            self._begin(across, down, held)
        elif across:
            self._go_to_night(self._next_night(across))
        else:
            self._go_to_row(down)

    def _next_night(self, across: int) -> date:
        """A bar is one stop: from any night of it, the next one is beyond its end."""
        bar, night = self.view.current_bar(), self.view.current_night() or self.view.today
        if bar:
            return bar.last_night + ONE_DAY if across > 0 else bar.first_night - ONE_DAY
        return night + across * ONE_DAY

    def _go_to_night(self, night: date) -> None:
        bed = self.view.current_bed()
        if bed is not None:
            self.view.go_to(bed, night)

    def _go_to_row(self, down: int) -> None:
        bed = self._bed_beside(self.view.current_bed(), down)
        night = self.view.current_night()
        if bed is not None and night is not None:
            self.view.go_to(bed, night)

    def _bed_beside(self, bed_id: int | None, down: int) -> int | None:
        beds = [bed.bed_id for bed in self.view.tape.chart.beds]
        if bed_id not in beds:
            return beds[0] if beds else None
        return beds[max(0, min(beds.index(bed_id) + down, len(beds) - 1))]

    def _first_in_view(self) -> date:
        return self.view.scale_().day_at(self.view.offset() + self.view.scale_().width - 1)

    def _last_in_view(self) -> date:
        scale = self.view.scale_()
        return scale.night_at(self.view.offset() + self.view.viewport().width() - scale.width)

    def _page(self, sign: int, is_vertical: bool) -> None:
        view = self.view
        if is_vertical:
            view.verticalScrollBar().setValue(view.verticalScrollBar().value() + sign * view.viewport().height())
            return
        nights = max(1, view.viewport().width() // view.scale_().width - 1)
        night = view.current_night()
        view.travel_to(view.left_day() + sign * nights * ONE_DAY)
        if night is not None:
            self._go_to_night(night + sign * nights * ONE_DAY)

    # taking up a ghost

    def _begin(self, across: int, down: int, held: Qt.KeyboardModifier) -> None:
        """Ctrl moves the stay, Shift its departure, Alt its arrival; Shift on empty nights chooses more of them."""
        bar = self.view.current_bar()
        if bar is None:
            if held == SHIFT and across:
                self._choose_nights(across)
            return
        kind = GhostKind.MOVE if held & CTRL else GhostKind.DEPARTURE if held & SHIFT else GhostKind.ARRIVAL
        if kind is not GhostKind.MOVE and not across:
            return
        if self.view.may_change and not _allows(bar, kind):
            self.view.refused.emit(tape_words.cannot_change(bar, kind))
            return
        self.view.hand.take(tape_ghost.of_bar(bar, kind, self.view.today))
        self._push(across, down)

    def _choose_nights(self, across: int) -> None:
        bed, night = self.view.current_bed(), self.view.current_night()
        if bed is None or night is None:
            return
        if self.view.hand.ghost is None:
            self._anchor = self._reach = night
            self.view.hand.take(tape_ghost.of_nights(bed, night, night))
        self._reach = (self._reach or night) + across * ONE_DAY
        self.view.hand.change(tape_ghost.of_nights(bed, self._anchor or night, self._reach))
        self.view.bring_in_view(self._reach)

    def carry(self, row: WaitingRow) -> None:
        """Bring a waiting family onto the chart, on the first bed that suits; arrows choose another, Enter drops."""
        arrival = max(row.wished_from or self.view.today, self.view.today)
        ghosts = [tape_ghost.of_waiting(row, bed.bed_id, arrival) for bed in self.view.tape.chart.beds]
        if ghosts:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.hand.take(min(ghosts, key=self._unsuited))
            self._show_ghost()

    def _unsuited(self, ghost: Ghost) -> int:
        """0 for a free bed that fits; of beds that suit alike the first in the chart is taken."""
        return list(Fit).index(self.view.judge(ghost).fit)

    # with a ghost in hand

    def _press_with_ghost(self, key: int, held: Qt.KeyboardModifier) -> bool:
        ghost = self.view.hand.ghost
        if key == Key.Key_Escape:
            self.view.mouse.cancel()
        elif key in ENTER:
            self.view.hand.drop(keep_refused=True)
        elif key in STEPS and ghost is not None and self.view.mouse.pressed is None:
            across, down = STEPS[Key(key)]
            if ghost.kind is GhostKind.PLACE:
                self._go_on_choosing(across, down, held)
            else:
                self._push(across, down)
        return True

    def _go_on_choosing(self, across: int, down: int, held: Qt.KeyboardModifier) -> None:
        if held & SHIFT:
            if across:
                self._choose_nights(across)
        else:
            self.view.hand.abandon()
            self._step(across, down, held)

    def _push(self, across: int, down: int) -> None:
        """Move the ghost, or the end of the stay that it holds."""
        ghost = self.view.hand.ghost
        if ghost is None:
            return
        self.view.hand.change(self._pushed(ghost, across, down))
        self._show_ghost()

    def _pushed(self, ghost: Ghost, across: int, down: int) -> Ghost:
        if ghost.kind in (GhostKind.ARRIVAL, GhostKind.DEPARTURE):
            return tape_ghost.grown(ghost, across) if across else ghost
        bed = self._bed_beside(ghost.bed_id, down) if down else ghost.bed_id
        return tape_ghost.shifted(tape_ghost.on_bed(ghost, bed or ghost.bed_id), across)

    def _show_ghost(self) -> None:
        """Bring the end that moves in view."""
        ghost = self.view.hand.ghost
        if ghost is None:
            return
        self.view.bring_in_view(ghost.departure - ONE_DAY if ghost.kind is GhostKind.DEPARTURE else ghost.from_night)
        row = self.view.tape.row_of_bed(ghost.bed_id)
        if row is not None:
            self.view.bring_row_in_view(row)

    # keys that wish at once

    def _enter(self) -> None:
        bar = self.view.current_bar()
        if bar:
            self.view.opened.emit(bar.booking_id)
        else:
            self._book()

    def _book(self) -> None:
        bed, night = self.view.current_bed(), self.view.current_night()
        if bed is not None and night is not None and self.view.current_bar() is None:
            self.view.hand.take(tape_ghost.of_nights(bed, night, night))
            self.view.hand.drop()

    def _close_bed(self) -> None:
        bed, night = self.view.current_bed(), self.view.current_night()
        if bed is not None and night is not None and self.view.current_bar() is None:
            self.view.closure_wished.emit(bed, night)

    def _cancel_stay(self) -> None:
        bar = self.view.current_bar()
        if bar and bar.state in CANCELLABLE and self.view.may_change:
            self.view.cancel_wished.emit(bar.booking_id)

    def menu_position(self) -> QPoint:
        """Where the menu key opens the menu: at the cell the keyboard is on."""
        rect = self.view.visualRect(self.view.currentIndex())
        return self.view.viewport().mapToGlobal(rect.center())


def _allows(bar: BarRow, kind: GhostKind) -> bool:
    rules = {GhostKind.ARRIVAL: tape_ghost.may_change_arrival, GhostKind.DEPARTURE: tape_ghost.may_change_departure}
    return rules.get(kind, tape_ghost.may_move)(bar)
