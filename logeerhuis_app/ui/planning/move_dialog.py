"""Move a stay by filling in bed and days: what dragging does, for who would rather type."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.bookings import IN_HOUSE
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import day_short
from logeerhuis_app.services.bookings import MoveWish
from logeerhuis_app.services.rows.planning import BedRow, BookingDetail
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.planning import stay_words
from logeerhuis_app.ui.planning.bed_choice import BedChoice
from logeerhuis_app.ui.planning.period_fields import PeriodFields
from logeerhuis_app.ui.planning.stay_deeds import StayDeeds
from logeerhuis_app.ui.planning.stay_dialog import StayDialog
from logeerhuis_app.ui.planning.tape_ghost import FREE, Ghost, GhostKind, Judge, Verdict


class MoveDialog(StayDialog):
    """Who is in the house keeps the arrival, and the nights that were slept stay in the bed of those nights."""

    moved = Signal(int)  # booking

    def __init__(
        self,
        operations: Operations,
        deeds: StayDeeds,
        beds: tuple[BedRow, ...],
        judge: Judge,
        detail: BookingDetail,
        parent: QWidget | None = None,
    ) -> None:
        today = operations.door.clock.today()
        self._is_inside = detail.state in IN_HOUSE
        super().__init__(
            _("Move the stay of {guest}").format(guest=detail.banner.guest.name),
            parent,
            save_text=_("Move"),
            hint=_("In the house since {day}: another bed counts from tonight.").format(day=day_short(detail.arrival))
            if self._is_inside
            else "",
        )
        self._deeds = deeds
        self._judge = judge
        self._detail = detail
        self._from_night: date | None = min(max(detail.arrival, today), detail.departure) if self._is_inside else None
        self.bed = BedChoice(beds, detail.bed_id)
        self.add_row(_("&Bed"), self.bed)
        self.period = PeriodFields(operations.door.clock, detail.arrival, detail.departure, self)
        self.period.arrival.setEnabled(not self._is_inside)
        self.add_rows_beside(self.period.arrival_row, self.period.departure_row)
        self.add_verdict()
        self.save_requested.connect(self._move)
        self.bed.setFocus()

    def judge_bed(self, bed_id: int) -> Verdict:
        dates = self.period.values()
        if dates is None or dates[1] <= dates[0]:
            return FREE
        guest = self._detail.banner.guest
        return self._judge(
            Ghost(
                GhostKind.MOVE,
                bed_id,
                dates[0],
                dates[1],
                self._from_night or dates[0],
                booking_id=self._detail.booking_id,
                guest_id=guest.guest_id,
                guest=guest.name,
            )
        )

    def _move(self) -> None:
        dates, bed_id = self.dates_or_problem(), self.bed.bed_id()
        if dates is None or bed_id is None:
            return
        wish = MoveWish(
            self._detail.booking_id,
            self._detail.version,
            bed_id,
            dates[0],
            dates[1],
            self._from_night,
            self.passed_kinds(),
        )
        step = stay_words.moved_step(self._detail.banner.guest.name, self.bed.bed_name(), *dates)
        if self._deeds.move(wish, step, self.refuse) is not None:
            self.accept()
            self.moved.emit(self._detail.booking_id)
