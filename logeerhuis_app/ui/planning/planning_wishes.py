"""Answers the wishes of the chart and the panel: a dialog where something must be asked, else the deed at once."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.bookings import BookingLabel
from logeerhuis_app.domain.errors import ConcernsOpen, UserFacingError
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.trajectory import Urgency
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.services.bookings import MoveWish
from logeerhuis_app.services.queries.fitting import misfits_per_bed
from logeerhuis_app.services.queries.guests import guest_file
from logeerhuis_app.services.queries.planning import booking_detail
from logeerhuis_app.services.rows.guest import GuestRef
from logeerhuis_app.services.rows.planning import BookingDetail, Misfit
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.planning import stay_words
from logeerhuis_app.ui.planning.booking_dialog import BookingDialog, BookingStart
from logeerhuis_app.ui.planning.cancel_dialog import CancelDialog
from logeerhuis_app.ui.planning.closing import CloseForNowDialog, lift_closure
from logeerhuis_app.ui.planning.move_dialog import MoveDialog
from logeerhuis_app.ui.planning.stay_deeds import StayDeeds, move_wish_of, whole_move_wish
from logeerhuis_app.ui.planning.stay_panel import Deed
from logeerhuis_app.ui.planning.tape_ghost import Fit, Ghost, Verdict
from logeerhuis_app.ui.planning.tape_judge import judge_by_rows
from logeerhuis_app.ui.planning.tape_model import TapeModel
from logeerhuis_app.ui.stays.absence_dialog import AbsenceDialog
from logeerhuis_app.ui.stays.check_in_dialog import CheckInDialog
from logeerhuis_app.ui.stays.check_out_dialog import CheckOutDialog
from logeerhuis_app.ui.widgets.message_bar import MessageBar, MessageKind


class PlanningWishes(QObject):
    """``message`` is where it speaks; ``window`` carries the dialogs."""

    booked = Signal(int)  # booking to show
    guest_opened = Signal(int)

    def __init__(self, operations: Operations, tape: TapeModel, message: MessageBar, window: QWidget) -> None:
        super().__init__(window)
        self._operations = operations
        self._tape = tape
        self._message = message
        self._window = window
        self._deeds = StayDeeds(operations, window)
        self._misfits: dict[int, dict[int, tuple[Misfit, ...]]] = {}

    # before the drop

    def judge(self, ghost: Ghost) -> Verdict:
        """Taken, or what does not fit between guest and bed, or free."""
        verdict = judge_by_rows(self._tape, ghost)
        if verdict.fit is not Fit.FREE or ghost.guest_id is None:
            return verdict
        found = self.misfits(ghost.guest_id).get(ghost.bed_id, ())
        if not found:
            return verdict
        is_excluded = any(one.is_excluding for one in found)
        return Verdict(Fit.TAKEN if is_excluded else Fit.MISFIT, " ".join(one.detail for one in found))

    def misfits(self, guest_id: int) -> dict[int, tuple[Misfit, ...]]:
        """Per bed; asked once per guest until the rows are read again."""
        if guest_id not in self._misfits:
            self._misfits[guest_id] = self._operations.read(lambda door: misfits_per_bed(door, guest_id))
        return self._misfits[guest_id]

    def forget_misfits(self) -> None:
        self._misfits.clear()

    # wishes of the chart

    def place(self, bed_id: int | None, arrival: date | None, departure: date | None) -> None:
        self._ask_booking(BookingStart(bed_id, arrival, departure))

    def place_guest(self, guest_id: int, bed_id: int | None) -> None:
        """A stay for this guest, whose nights are still to be chosen."""
        self._ask_booking(BookingStart(bed_id, None, None, self._guest(guest_id)))

    def place_waiting(self, trajectory_id: int, bed_id: int, arrival: date) -> None:
        row = next((row for row in self._tape.chart.waiting if row.trajectory_id == trajectory_id), None)
        if row is None:
            return
        if row.guest_id is None:
            self.say_problem(
                _("Make a guest file for {guest} first: a bed is kept for a person.").format(guest=row.guest)
            )
            return
        departure = arrival + timedelta(days=row.wished_nights or 1)
        kind = BookingLabel.URGENT if row.urgency == Urgency.URGENT else BookingLabel.INCIDENTAL
        guest = self._guest(row.guest_id)
        self._ask_booking(BookingStart(bed_id, arrival, departure, guest, trajectory_id, kind))

    def move(self, booking_id: int, bed_id: int, arrival: date, departure: date, from_night: date) -> None:
        bars = self._tape.bars_of(booking_id)
        if bars:
            bar = next((bar for bar in bars if bar.last_night >= from_night), bars[-1])
            self._move(whole_move_wish(bar, bed_id, arrival, departure, from_night), bar.guest)

    def resize(self, booking_id: int, arrival: date, departure: date) -> None:
        """The bed stays, so what does not fit there was weighed before."""
        bars = self._tape.bars_of(booking_id)
        if bars:
            known = frozenset(one.text_code for one in self.misfits(bars[-1].guest_id).get(bars[-1].bed_id, ()))
            self._move(replace(move_wish_of(bars, arrival, departure), accepted=known), bars[-1].guest)

    def close_or_open(self, bed_id: int, night: date) -> None:
        """A free night: ask from when to when the bed is closed. A closed one: free again at once, with undo."""
        row = self._tape.row_of_bed(bed_id)
        if row is None or not self._operations.door.may(UseCase.CLOSE_BEDS):
            return
        closure = self._tape.closure_at(row, night)
        if closure is None:
            CloseForNowDialog(self._operations, bed_id, self._bed_name(bed_id), night, self._window).open()
        elif closure.closure_id:
            lift_closure(self._operations, closure.closure_id, self._bed_name(bed_id), self._window)
        else:
            self.say_problem(_("This bed is closed for good: the manager opens it under Settings, House and beds."))

    def cancel(self, booking_id: int) -> None:
        detail = self._detail(booking_id)
        if detail is not None:
            self._cancel(detail)

    # wishes of the panel and the menu

    def do(self, deed: Deed, detail: BookingDetail) -> None:
        deeds: dict[Deed, Callable[[BookingDetail], None]] = {
            Deed.CHECK_IN: self._check_in,
            Deed.CHECK_OUT: self._check_out,
            Deed.CONFIRM: self._confirm,
            Deed.COME_BACK: self._come_back,
            Deed.STAY_AFTER_ALL: self._come_back,
            Deed.AWAY: lambda one: AbsenceDialog(self._operations, one, self._window).open(),
            Deed.MOVE: self._ask_move,
            Deed.CANCEL: self._cancel,
            Deed.OPEN_FILE: lambda one: self.guest_opened.emit(one.guest_id),
        }
        deeds[deed](detail)

    def _ask_booking(self, start: BookingStart) -> None:
        dialog = BookingDialog(self._operations, self._deeds, self._tape.chart.beds, self.judge, start, self._window)
        dialog.placed.connect(self.booked)
        dialog.open()

    def _ask_move(self, detail: BookingDetail) -> None:
        dialog = MoveDialog(self._operations, self._deeds, self._tape.chart.beds, self.judge, detail, self._window)
        dialog.moved.connect(self.booked)
        dialog.open()

    def _move(self, wish: MoveWish, guest: str) -> None:
        refuse = partial(self._refuse_move, wish, guest)
        step = stay_words.moved_step(guest, self._bed_name(wish.bed_id), wish.arrival, wish.departure)
        if self._deeds.move(wish, step, refuse) is not None:
            self.booked.emit(wish.booking_id)

    def _refuse_move(self, wish: MoveWish, guest: str, error: UserFacingError) -> None:
        if isinstance(error, ConcernsOpen):
            kinds = wish.accepted | {concern.kind for concern in error.concerns}
            again = partial(self._move, replace(wish, accepted=kinds), guest)
            self._ask_anyway(stay_words.concern_texts(error.concerns), again)
        else:
            self.say_problem(error_text(error))

    def _confirm(self, detail: BookingDetail, accepted: frozenset[str] = frozenset()) -> None:
        def refuse(error: UserFacingError) -> None:
            if isinstance(error, ConcernsOpen):
                kinds = accepted | {concern.kind for concern in error.concerns}
                self._ask_anyway(stay_words.concern_texts(error.concerns), partial(self._confirm, detail, kinds))
            else:
                self.say_problem(error_text(error))

        self._deeds.confirm(detail, accepted, refuse)

    def _cancel(self, detail: BookingDetail) -> None:
        CancelDialog(self._deeds, detail, self._operations.door.clock.today(), self._window).open()

    def _check_in(self, detail: BookingDetail) -> None:
        dialog = CheckInDialog(self._operations, detail.booking_id, self._window)
        dialog.guest_opened.connect(self.guest_opened)
        dialog.open()

    def _check_out(self, detail: BookingDetail) -> None:
        dialog = CheckOutDialog(self._operations, detail.booking_id, self._window)
        dialog.open()

    def _come_back(self, detail: BookingDetail) -> None:
        self._deeds.come_back(detail, lambda error: self.say_problem(error_text(error)))

    # speaking

    def say_problem(self, text: str) -> None:
        self._message.show_message(text, MessageKind.ATTENTION)

    def _ask_anyway(self, texts: list[str], again: Callable[[], None]) -> None:
        """The keyboard is on the button, so that Enter goes on and Tab leaves it."""
        text, action = " ".join(texts), _("Do it anyway")
        self._message.show_message(text, MessageKind.ATTENTION, action_text=action, on_action=again)
        self._message.action_button.setFocus()

    # reading

    def _detail(self, booking_id: int) -> BookingDetail | None:
        return self._operations.read(lambda door: booking_detail(door, booking_id))

    def _bed_name(self, bed_id: int) -> str:
        return next((bed.name for bed in self._tape.chart.beds if bed.bed_id == bed_id), "")

    def _guest(self, guest_id: int) -> GuestRef:
        return self._operations.read(lambda door: guest_file(door, guest_id)).person.guest
