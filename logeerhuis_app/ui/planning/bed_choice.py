"""Choose a bed, and see at once which ones are free for these nights."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QComboBox, QWidget

from logeerhuis_app.i18n import N_, _
from logeerhuis_app.services.rows.planning import BedRow
from logeerhuis_app.ui.planning import stay_words
from logeerhuis_app.ui.planning.tape_ghost import Fit, Verdict

SHORT = {Fit.FREE: N_("free"), Fit.MISFIT: N_("look out"), Fit.TAKEN: N_("not possible")}
JudgeBed = Callable[[int], Verdict]


class BedChoice(QComboBox):
    """All beds in the order of the chart; behind each a word for these nights.

    Until somebody chooses, it stands on the first bed that is free and suits.
    """

    def __init__(self, beds: tuple[BedRow, ...], chosen: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._beds = beds
        self._has_locations = len({bed.location_id for bed in beds}) > 1
        for bed in beds:
            self.addItem(stay_words.bed_line(bed, self._has_locations), bed.bed_id)
        self._is_chosen = chosen is not None
        if chosen is not None:
            self.choose(chosen)
        self.currentIndexChanged.connect(self._keep_choice)

    def choose(self, bed_id: int) -> None:
        self.setCurrentIndex(max(0, self.findData(bed_id)))

    def bed_id(self) -> int | None:
        found = self.currentData()
        return int(found) if found is not None else None

    def bed_name(self) -> str:
        return next((bed.name for bed in self._beds if bed.bed_id == self.bed_id()), "")

    def show_verdicts(self, arrival: date | None, departure: date | None, judge_bed: JudgeBed) -> None:
        """Without dates that make a stay there is nothing to say."""
        is_stay = arrival is not None and departure is not None and departure > arrival
        fits = [judge_bed(bed.bed_id).fit for bed in self._beds] if is_stay else []
        for place, bed in enumerate(self._beds):
            line = stay_words.bed_line(bed, self._has_locations)
            self.setItemText(place, f"{line} — {_(SHORT[fits[place]])}" if is_stay else line)
        if is_stay and not self._is_chosen:
            self._propose(fits)

    def _propose(self, fits: list[Fit]) -> None:
        """Without telling: whoever asked for the verdicts is about to look at the bed that is chosen."""
        best = next((fit for fit in (Fit.FREE, Fit.MISFIT) if fit in fits), None)
        if best is not None:
            was_blocked = self.blockSignals(True)
            self.setCurrentIndex(fits.index(best))
            self.blockSignals(was_blocked)

    def _keep_choice(self) -> None:
        self._is_chosen = True
