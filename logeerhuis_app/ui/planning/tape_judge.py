"""Says of a ghost whether its bed is free, from the rows on screen alone; the database has the last word."""

from datetime import date

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow
from logeerhuis_app.ui.planning import tape_words
from logeerhuis_app.ui.planning.tape_ghost import FREE, Fit, Ghost, Verdict
from logeerhuis_app.ui.planning.tape_model import TapeModel


def judge_by_rows(model: TapeModel, ghost: Ghost) -> Verdict:
    """Free, or taken with who, until when and where."""
    row = model.row_of_bed(ghost.bed_id)
    if row is None:
        return FREE
    last_night = ghost.departure - ONE_DAY
    for bar in model.bars_in(row, ghost.from_night, last_night):
        if bar.booking_id != ghost.booking_id:
            return Verdict(Fit.TAKEN, tape_words.taken_by(bar))
    for closure in model.closures_in(row, ghost.from_night, last_night):
        return Verdict(Fit.TAKEN, tape_words.closed_because(closure))
    return _elsewhere(model, ghost, last_night)


def _elsewhere(model: TapeModel, ghost: Ghost, last_night: date) -> Verdict:
    """One guest sleeps in one bed a night."""
    for bar in model.chart.bars:
        is_other_stay = bar.guest_id == ghost.guest_id and bar.booking_id != ghost.booking_id
        if is_other_stay and bar.first_night <= last_night and ghost.from_night <= bar.last_night:
            return Verdict(Fit.TAKEN, tape_words.sleeps_elsewhere(bar, _bed_name(model, bar)))
    return FREE


def _bed_name(model: TapeModel, bar: BarRow) -> str:
    row = model.row_of_bed(bar.bed_id)
    bed = model.bed(row) if row is not None else None
    return bed.name if bed else ""
