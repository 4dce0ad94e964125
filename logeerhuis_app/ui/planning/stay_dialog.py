"""What the dialogs about a stay share: refusals beside their field, and warnings that may be passed."""

from collections.abc import Hashable
from datetime import date

from PySide6.QtWidgets import QWidget

from logeerhuis_app.domain.errors import (
    BedClosed,
    BedTaken,
    ConcernsOpen,
    DepartureTooEarly,
    GuestElsewhere,
    GuestExcluded,
    StayTooLong,
    UserFacingError,
)
from logeerhuis_app.i18n.error_texts import error_text
from logeerhuis_app.ui.planning import stay_words
from logeerhuis_app.ui.planning.bed_choice import BedChoice
from logeerhuis_app.ui.planning.period_fields import PeriodFields
from logeerhuis_app.ui.planning.tape_ghost import Fit, Verdict
from logeerhuis_app.ui.widgets.dialog import FormDialog
from logeerhuis_app.ui.widgets.label import Label, Role

ABOUT_BED = (BedTaken, BedClosed, GuestExcluded)
ABOUT_PERIOD = (DepartureTooEarly, StayTooLong)


class StayDialog(FormDialog):
    """Bed and nights, with what the chart knows of them said before anything is saved."""

    bed: BedChoice
    period: PeriodFields
    _asked_about: Hashable = None
    _asked_kinds: frozenset[str] = frozenset()

    def judge_bed(self, bed_id: int) -> Verdict:
        """Whether the nights that are filled in are free in this bed."""
        raise NotImplementedError

    def question(self) -> Hashable:
        """What a passed warning was about: another bed or another night is another question."""
        return (self.bed.bed_id(), self.period.values())

    def add_verdict(self) -> None:
        """The line under the dates that says how long it is and whether it is free."""
        self.verdict = Label("", Role.MUTE, wraps=True)
        self.add_wide(self.verdict)
        self.period.changed.connect(self.show_verdict)
        self.bed.currentIndexChanged.connect(self.show_verdict)
        self.show_verdict()

    def show_verdict(self) -> None:
        arrival, departure = self.period.arrival.value(), self.period.departure.value()
        self.bed.show_verdicts(arrival, departure, self.judge_bed)
        bed_id = self.bed.bed_id()
        words = stay_words.period_words(arrival, departure)
        if bed_id is not None and arrival is not None and departure is not None and departure > arrival:
            verdict = self.judge_bed(bed_id)
            words = " · ".join((words, verdict.text or stay_words.free_word()))
            self.verdict.set_role(Role.MUTE if verdict.fit is Fit.FREE else Role.AMBER)
        self.verdict.setText(words)
        self.verdict.setVisible(bool(words))

    def dates_or_problem(self) -> tuple[date, date] | None:
        """Both days; or None, and the first field that is no day says so."""
        for field in (self.period.arrival, self.period.departure):
            if field.value() is None:
                self.show_problem(stay_words.no_day_sentence(), field)
                return None
        return self.period.values()

    def passed_kinds(self) -> frozenset[str]:
        """The warnings that were read and passed by pressing the button again, about this same question."""
        is_same = bool(self.accepted_concerns) and self._asked_about == self.question()
        return self._asked_kinds if is_same else frozenset()

    def refuse(self, error: UserFacingError) -> None:
        """Keep the dialog open and say it, beside the field it is about."""
        if isinstance(error, ConcernsOpen):
            already = self.passed_kinds()
            self._asked_about = self.question()
            self._asked_kinds = already | {concern.kind for concern in error.concerns}
            self.ask_anyway(stay_words.concern_texts(error.concerns))
            return
        self.show_problem(error_text(error), self._field_of(error))

    def _field_of(self, error: UserFacingError) -> QWidget | None:
        if isinstance(error, ABOUT_BED):
            return self.bed
        if isinstance(error, ABOUT_PERIOD):
            return self.period.departure
        return self.guest_field() if isinstance(error, GuestElsewhere) else None

    def guest_field(self) -> QWidget | None:
        return None
