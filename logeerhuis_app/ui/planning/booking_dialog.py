"""Book a stay: who, which bed, which nights, as an option or confirmed."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QRadioButton, QWidget

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.bookings import BookingWish
from logeerhuis_app.services.queries.guests import guest_list
from logeerhuis_app.services.rows.guest import GuestListRow, GuestRef
from logeerhuis_app.services.rows.planning import BedRow
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.planning import stay_words
from logeerhuis_app.ui.planning.bed_choice import BedChoice
from logeerhuis_app.ui.planning.period_fields import PeriodFields
from logeerhuis_app.ui.planning.stay_deeds import StayDeeds
from logeerhuis_app.ui.planning.stay_dialog import StayDialog
from logeerhuis_app.ui.planning.tape_ghost import FREE, Ghost, GhostKind, Judge, Verdict
from logeerhuis_app.ui.style import px, tokens
from logeerhuis_app.ui.widgets.guest_picker import GuestPicker

NOTE_LENGTH = 400
MOST_FOUND = 12


@dataclass(frozen=True)
class BookingStart:
    """What is known when the dialog opens: from a dragged stretch of nights, a waiting family, or nothing."""

    bed_id: int | None = None
    arrival: date | None = None
    departure: date | None = None
    guest: GuestRef | None = None
    trajectory_id: int | None = None
    label: BookingLabel = BookingLabel.INCIDENTAL


class BookingDialog(StayDialog):
    """Closes only when the bed is kept; a taken bed is said beside the bed."""

    placed = Signal(int)  # booking

    def __init__(
        self,
        operations: Operations,
        deeds: StayDeeds,
        beds: tuple[BedRow, ...],
        judge: Judge,
        start: BookingStart,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_("Book a stay"), parent, save_text=_("Book"))
        self._operations = operations
        self._deeds = deeds
        self._judge = judge
        self._start = start
        self._build_fields(beds)
        self.save_requested.connect(self._book)
        (self.guest if start.guest is None else self.bed).setFocus()

    def _build_fields(self, beds: tuple[BedRow, ...]) -> None:
        start = self._start
        self.guest = GuestPicker(self._find)
        self.add_row(_("&Guest"), self.guest, required=True)
        if start.guest is not None:
            self.guest.set_guest(start.guest)
        self.bed = BedChoice(beds, start.bed_id)
        self.add_row(_("&Bed"), self.bed)
        self.period = PeriodFields(self._operations.door.clock, start.arrival, start.departure, self)
        self.add_rows_beside(self.period.arrival_row, self.period.departure_row)
        self.kind = QComboBox()
        for kind in BookingLabel:
            self.kind.addItem(label(kind), kind)
        self.kind.setCurrentIndex(list(BookingLabel).index(start.label))
        self.is_confirmed = StateChoice()
        self.add_verdict()
        self.add_row(_("&Kind of stay"), self.kind)
        self.add_row(_("Certainty"), self.is_confirmed)
        self.note = QLineEdit()
        self.note.setMaxLength(NOTE_LENGTH)
        self.add_row(_("&Note"), self.note)
        self.guest.picked.connect(self.show_verdict)

    def _find(self, text: str) -> Sequence[GuestListRow]:
        return self._operations.read(lambda door: guest_list(door, text, most=MOST_FOUND)).rows

    def question(self) -> Hashable:
        return (super().question(), self.guest.guest_id(), self.is_confirmed.state())

    def guest_field(self) -> QWidget | None:
        return self.guest

    def judge_bed(self, bed_id: int) -> Verdict:
        dates = self.period.values()
        if dates is None or dates[1] <= dates[0]:
            return FREE
        guest = self.guest.guest()
        return self._judge(
            Ghost(
                GhostKind.PLACE,
                bed_id,
                dates[0],
                dates[1],
                dates[0],
                guest_id=guest.guest_id if guest else None,
                guest=guest.name if guest else "",
            )
        )

    def _book(self) -> None:
        guest, bed_id = self.guest.guest(), self.bed.bed_id()
        if guest is None:
            self.show_problem(_("Choose a guest from the list"), self.guest)
            return
        dates = self.dates_or_problem()
        if dates is None or bed_id is None:
            return
        wish = BookingWish(
            guest_id=guest.guest_id,
            bed_id=bed_id,
            arrival=dates[0],
            departure=dates[1],
            state=self.is_confirmed.state(),
            label=BookingLabel(self.kind.currentData()),
            note=self.note.text().strip(),
            trajectory_id=self._start.trajectory_id,
            accepted=self.passed_kinds(),
        )
        step = stay_words.booked_step(guest.name, self.bed.bed_name(), *dates)
        changes = self._deeds.place(wish, step, self.refuse)
        if changes is not None:
            self.accept()
            self.placed.emit(changes.created_id)


class StateChoice(QWidget):
    """An option, or confirmed at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = QRadioButton(_("&Option: kept for five working days"))
        self.confirmed = QRadioButton(_("&Confirmed"))
        self.option.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(tokens.SPACE_4))
        row.addWidget(self.option)
        row.addWidget(self.confirmed)
        row.addStretch(1)
        self.setFocusProxy(self.option)

    def state(self) -> BookingState:
        return BookingState.CONFIRMED if self.confirmed.isChecked() else BookingState.OPTION
