"""Holds the ghost while it is dragged or pushed with keys, and utters the wish when it is put down."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.tape_ghost import FREE, Fit, Ghost, GhostKind, Verdict

if TYPE_CHECKING:
    from logeerhuis_app.ui.planning.tape_view import TapeView


class GhostHand:
    """One ghost at a time; mouse and keyboard share it."""

    def __init__(self, view: "TapeView") -> None:
        self.view = view
        self.ghost: Ghost | None = None
        self.start: Ghost | None = None
        self.verdict: Verdict = FREE

    def take(self, ghost: Ghost) -> None:
        """Begin with the stay as it is now; who may only look gets no ghost."""
        if not self.view.may_change:
            return
        self.start = ghost
        self.ghost = None
        self.change(ghost)

    def change(self, ghost: Ghost) -> None:
        """Ask the judge anew only when the ghost is another."""
        if ghost == self.ghost or not self.view.may_change:
            return
        self.ghost = ghost
        self.verdict = self.view.judge(ghost)
        self.announce()
        self.view.viewport().update()

    def announce(self) -> None:
        """Say where the ghost is and whether it fits, for who cannot see it."""
        if self.ghost is None:
            return
        row = self.view.tape.row_of_bed(self.ghost.bed_id)
        bed = self.view.tape.bed(row) if row is not None else None
        words = (bed.name if bed else "", tape_words.ghost_dates(self.ghost), self.verdict.text)
        text = ", ".join(word for word in words if word)
        self.view.announced.emit(text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.view, text))

    def abandon(self) -> None:
        """Leave everything as it was."""
        if self.ghost is not None or self.start is not None:
            self.ghost = self.start = None
            self.verdict = FREE
            self.view.viewport().update()

    def drop(self, keep_refused: bool = False) -> None:
        """Utter the wish; a taken bed is refused with words, and the keyboard may go on from there."""
        ghost, start, verdict = self.ghost, self.start, self.verdict
        if ghost is None:
            return
        if verdict.fit is Fit.TAKEN:
            if not keep_refused:
                self.abandon()
            self.view.refused.emit(verdict.text)
            return
        self.abandon()
        if ghost != start or ghost.kind in (GhostKind.PLACE, GhostKind.WAITING):
            self._wish(ghost)

    def _wish(self, ghost: Ghost) -> None:
        view = self.view
        if ghost.kind is GhostKind.WAITING and ghost.trajectory_id is not None:
            view.waiting_dropped.emit(ghost.trajectory_id, ghost.bed_id, ghost.arrival)
        elif ghost.booking_id is None:
            view.place_wished.emit(ghost.bed_id, ghost.arrival, ghost.departure)
        elif ghost.kind is GhostKind.MOVE:
            view.move_wished.emit(ghost.booking_id, ghost.bed_id, ghost.arrival, ghost.departure, ghost.from_night)
        else:
            view.resize_wished.emit(ghost.booking_id, ghost.arrival, ghost.departure)
