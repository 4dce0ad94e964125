"""What can be done with a stay from the planning: each a use case, and taken back with Ctrl+Z.

``step`` says in words what was done: the window shows it with the way to take it back.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.services.bookings import (
    BookingWish,
    MoveWish,
    cancel_booking,
    confirm_booking,
    make_option_again,
    move_booking,
    place_booking,
    put_back,
    record_no_show,
    revive_booking,
    withdraw_booking,
)
from logeerhuis_app.services.changes import Changes, Place
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.planning import BarRow, BookingDetail
from logeerhuis_app.services.stays import come_back
from logeerhuis_app.ui.operations import Operations

OnError = Callable[[UserFacingError], None]


class StayDeeds:
    """Answers with what changed, or None when it was refused and ``on_error`` has heard why."""

    def __init__(self, operations: Operations, origin: QObject) -> None:
        self._operations = operations
        self._origin = origin

    def place(self, wish: BookingWish, step: str, on_error: OnError) -> Changes | None:
        deed = _PlaceOnce(wish)
        return self._undoable(step, deed, deed.take_back, on_error)

    def move(self, wish: MoveWish, step: str, on_error: OnError) -> Changes | None:
        return self._undoable(step, _MoveOnce(wish), _put_back, on_error)

    def cancel(self, detail: BookingDetail, end: BookingState, reason: str, on_error: OnError) -> Changes | None:
        step = _("The stay of {guest} is cancelled; the nights are free.").format(guest=detail.banner.guest.name)
        deed = _CancelOnce(detail.booking_id, detail.version, end, reason)
        return self._undoable(step, deed, _revive, on_error)

    def confirm(self, detail: BookingDetail, accepted: frozenset[str], on_error: OnError) -> Changes | None:
        step = _("The stay of {guest} is confirmed.").format(guest=detail.banner.guest.name)
        deed = _ConfirmOnce(detail.booking_id, detail.version, accepted)
        return self._undoable(step, deed, _make_option_again, on_error)

    def come_back(self, detail: BookingDetail, on_error: OnError) -> Changes | None:
        return self._operations.run(
            lambda door: come_back(door, detail.booking_id, detail.version), self._origin, on_error
        )

    def _undoable(
        self,
        step: str,
        deed: Callable[[Door], Changes],
        take_back: Callable[[Door, Changes], Changes],
        on_error: OnError,
    ) -> Changes | None:
        return self._operations.run_undoable(step, deed, take_back, self._origin, on_error)


def move_wish_of(bars: list[BarRow], arrival: date, departure: date) -> MoveWish:
    """Lengthen or shorten without changing beds: new nights at the end lie in the bed of the last night."""
    last = bars[-1]
    from_night = last.first_night if len(bars) > 1 else None
    return MoveWish(last.booking_id, last.version, last.bed_id, arrival, departure, from_night)


def whole_move_wish(bar: BarRow, bed_id: int, arrival: date, departure: date, from_night: date) -> MoveWish:
    """A drop on another bed or night; ``from_night`` is told only when earlier nights stay where they are."""
    earlier_stay = from_night if from_night != arrival else None
    return MoveWish(bar.booking_id, bar.version, bed_id, arrival, departure, earlier_stay)


class _PlaceOnce:
    """Done again after an undo it is the same booking: later steps on the stack still know it by its number."""

    def __init__(self, wish: BookingWish) -> None:
        self._wish = wish
        self._taken_back: Place | None = None

    def __call__(self, door: Door) -> Changes:
        if self._taken_back is None:
            return place_booking(door, self._wish)
        return revive_booking(door, self._taken_back)

    def take_back(self, door: Door, changes: Changes) -> Changes:
        withdrawn = withdraw_booking(door, changes.created_id, changes.after)
        self._taken_back = _before(withdrawn)
        return withdrawn


class _MoveOnce:
    """The version that was read guards the first time; done again after an undo it is what the undo left."""

    def __init__(self, wish: MoveWish) -> None:
        self._wish = wish

    def __call__(self, door: Door) -> Changes:
        changes = move_booking(door, self._wish)
        self._wish = replace(self._wish, version=None, was=changes.before)
        return changes


class _CancelOnce:
    def __init__(self, booking_id: int, version: int | None, end: BookingState, reason: str) -> None:
        self._booking_id = booking_id
        self._version = version
        self._end = end
        self._reason = reason

    def __call__(self, door: Door) -> Changes:
        if self._end is BookingState.NO_SHOW:
            changes = record_no_show(door, self._booking_id, self._version, self._reason)
        else:
            by_house = self._end is BookingState.CANCELLED_HOUSE
            changes = cancel_booking(door, self._booking_id, self._version, by_house=by_house, reason=self._reason)
        self._version = None
        return changes


class _ConfirmOnce:
    def __init__(self, booking_id: int, version: int, accepted: frozenset[str]) -> None:
        self._booking_id = booking_id
        self._version: int | None = version
        self._accepted = accepted

    def __call__(self, door: Door) -> Changes:
        changes = confirm_booking(door, self._booking_id, self._version, self._accepted)
        self._version = None
        return changes


def _put_back(door: Door, changes: Changes) -> Changes:
    return put_back(door, _before(changes), changes.after)


def _revive(door: Door, changes: Changes) -> Changes:
    return revive_booking(door, _before(changes))


def _make_option_again(door: Door, changes: Changes) -> Changes:
    return make_option_again(door, _before(changes), changes.after)


def _before(changes: Changes) -> Place:
    if changes.before is None:
        raise ValueError("this step did not say what was there before")
    return changes.before
