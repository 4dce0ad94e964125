"""How the carers are doing and what was measured, for the access file: the only print that has the carer's own data."""

from collections.abc import Iterable, Iterator

from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.carer_words import asked_words, carer_lines, ended_words, item_words, measure_words, step_words
from logeerhuis_app.i18n.format import capital, date_numeric, moment
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.reports.care_words import CardSection, Line, prose, section
from logeerhuis_app.reports.markup import bold, join, safe
from logeerhuis_app.services.rows.carer import CarerFile, CarerRow, MeasureRow


def carer_sections(file: CarerFile) -> list[CardSection]:
    """Each carer of whom something was written down, then every measurement, also what does not count any more."""
    told = [line for row in file.carers if row.version for line in _carer(row)]
    measured = [line for row in file.measures for line in _measure(row)]
    return [
        section(_("Situation of the carer"), told or _nothing()),
        section(_("Measurements of the carer"), measured or _nothing()),
    ]


def _carer(row: CarerRow) -> Iterator[Line]:
    who = _("{name}, {relationship}").format(name=row.name, relationship=row.relationship)
    yield prose(join(" · ", (bold(who), safe(asked_words(row)))))
    for line in carer_lines(row):
        yield Line(line.name, safe(line.words), is_mute=not line.is_known)
    yield from (Line("", safe(step_words(step)), is_mute=True) for step in row.steps)


def _measure(row: MeasureRow) -> Iterator[Line]:
    kind = label(row.answers.kind)
    head = bold(f"{row.carer}: {capital(kind)}")
    recorded = _("written down by {name}").format(name=row.recorded_by)
    if row.recorded_at_utc is not None:
        recorded = f"{recorded}, {moment(row.recorded_at_utc)}"
    facts = (measure_words(row.answers), *item_words(row.answers), row.note, recorded, ended_words(row))
    yield Line(date_numeric(row.taken_on), join(" · ", (head, *(safe(fact) for fact in facts if fact))))


def _nothing() -> Iterable[Line]:
    return [Line("", safe(_("Nothing on record.")), is_mute=True)]
