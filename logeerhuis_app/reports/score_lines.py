"""Barthel and Katz for the access file: each with its day, its total and every item."""

from collections.abc import Iterator

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.score_words import ended_words, item_lines, total_words
from logeerhuis_app.reports.care_words import CardSection, Line, section
from logeerhuis_app.reports.markup import bold, join, safe
from logeerhuis_app.services.rows.care_score import ScoreRow
from logeerhuis_app.services.rows.guest import GuestFile


def score_section(file: GuestFile) -> CardSection:
    lines = [line for row in file.scores for line in _score(row)]
    return section(_("Barthel and Katz"), lines or [Line("", safe(_("Nothing on record.")), is_mute=True)])


def _score(row: ScoreRow) -> Iterator[Line]:
    recorded = _("written down by {name}").format(name=row.recorded_by)
    facts = [*item_lines(row.score), row.note, recorded, ended_words(row.ended_on, row.ended_why)]
    head = bold(total_words(row.score))
    yield Line(date_numeric(row.taken_on), join(" · ", (head, *(safe(fact) for fact in facts if fact))))
