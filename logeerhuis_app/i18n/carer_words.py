"""How a carer is doing and what was measured, in words: the same on screen and in the access file."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import Enum

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.carers import CarerFact, CarerWork, SickLeave
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.measures import (
    SCALES,
    Answers,
    CarerQolItem,
    Endurance,
    MeasureKind,
    Series,
    carerqol_total,
    load_class,
)
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.format import capital, date_numeric, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import partial_words
from logeerhuis_app.services.rows.carer import CarerRow, CarerStep, MeasureRow


@dataclass(frozen=True)
class CarerLine:
    """One fact; ``is_known`` False: not asked, or asked and unknown."""

    fact: CarerFact
    words: str
    is_known: bool = True

    @property
    def name(self) -> str:
        words = label(self.fact)
        return capital(words)


def carer_lines(row: CarerRow) -> list[CarerLine]:
    """Every fact in the order of the talk; what was not asked says so. Hours and sick leave only with work."""
    return [_line(row, fact) for fact in CarerFact if _applies(row, fact)]


def since_words(since: str) -> str:
    """«2019», «maart 2019»; what another program wrote here in its own way stays as it is."""
    try:
        return partial_words(PartialDate.fromisoformat(since))
    except ValueError:
        return since


def asked_words(row: CarerRow) -> str:
    """«Gevraagd op 3-11-2026», or that the day is not known; empty where nothing was asked."""
    if not row.version:
        return ""
    if row.asked_on is None:
        return _("The day of the talk is not filled in.")
    return _("Asked on {date}").format(date=date_numeric(row.asked_on))


def step_words(step: CarerStep) -> str:
    """«Gewijzigd 22-11-2026 (J. Lemmens): leeftijd was 72 jaar; eigen gezondheid was niet gevraagd»."""
    before = {line.fact: line for line in carer_lines(step.before)}
    after = {line.fact: line for line in carer_lines(step.after)}
    changed = [line for line in before.values() if line.fact not in after or after[line.fact].words != line.words]
    was = [_("{fact} was {words}").format(fact=label(line.fact), words=_in_line(line.words)) for line in changed]
    if step.before.asked_on != step.after.asked_on:
        was.insert(0, asked_words(replace(step.before, version=1)))
    day = date_numeric(house_time(step.at_utc).date())
    return _("Changed {date} ({name}): {what}").format(date=day, name=step.by, what="; ".join(was))


def measure_words(answers: Answers) -> str:
    """«9 van 14», «8 van 15, matig», «nog een paar maanden»."""
    if answers.kind is MeasureKind.CARERQOL:
        return _carerqol_words(answers)
    if answers.kind is MeasureKind.ENDURANCE:
        return label(answers.endurance) if answers.endurance is not None else ""
    return _total_words(answers)


def item_words(answers: Answers) -> list[str]:
    """«steun van anderen: enige», in the order of the form; a dimension that was left open says so."""
    if answers.kind is not MeasureKind.CARERQOL:
        return []
    return [_item_line(item, answers) for item in CarerQolItem]


def course_words(series: Series, value: float) -> str:
    """The value of one point as a person reads it."""
    if series is Series.ENDURANCE:
        return label(list(Endurance)[int(value)])
    return _decimal(value)


def scale_words(series: Series) -> str:
    """«0 tot 14, hoger is beter»."""
    scale = SCALES[series]
    if series is Series.ENDURANCE:
        return label(scale.direction)
    words = _("{least} to {most}, {direction}")
    return words.format(least=number(scale.least), most=number(scale.most), direction=label(scale.direction))


def ended_words(row: MeasureRow) -> str:
    """«Telt niet meer sinds 3-11-2026 (A. Lemmens): verkeerd overgenomen»; empty while it counts."""
    if row.ended_at_utc is None:
        return ""
    day = date_numeric(house_time(row.ended_at_utc).date())
    words = _("Does not count since {date} ({name}): {reason}")
    return words.format(date=day, name=row.ended_by, reason=row.end_reason)


# -- inside


def _applies(row: CarerRow, fact: CarerFact) -> bool:
    works = row.work in (CarerWork.EMPLOYED, CarerWork.SELF_EMPLOYED)
    if fact is CarerFact.WORK_HOURS:
        return works or row.work_hours is not None
    if fact is CarerFact.SICK_LEAVE:
        return works or row.sick_leave is not SickLeave.NOT_ASKED
    return True


def _line(row: CarerRow, fact: CarerFact) -> CarerLine:
    words, is_known = _told(row, fact)
    note = _note(row, fact)
    if not words:
        state = row.empties.get(fact, AnswerState.NOT_ASKED)
        words, is_known = ("", True) if note else (label(state), state is AnswerState.NONE)
    return CarerLine(fact, "\n".join(part for part in (words, note) if part), is_known or bool(note))


def _told(row: CarerRow, fact: CarerFact) -> tuple[str, bool]:
    """The value in words, and whether it says anything; empty where there is no value."""
    match fact:
        case CarerFact.WORK | CarerFact.SICK_LEAVE | CarerFact.LOAD:
            return _code(getattr(row, fact.value))
        case CarerFact.HEALTH:
            return ", ".join(label(code) for code in row.complaints), True
        case CarerFact.REASONS:
            return ", ".join(label(code) for code in row.reasons), True
        case CarerFact.TASKS:
            return "\n".join(_task(label(task), how) for task, how in row.tasks.items()), True
        case CarerFact.CARING_SINCE:
            return since_words(row.caring_since), True
    return _count(row, fact), True


def _code(code: CarerWork | SickLeave | CarerLoad) -> tuple[str, bool]:
    if code.value == AnswerState.NOT_ASKED.value:
        return "", False
    return label(code), code.value != AnswerState.UNKNOWN.value


def _in_line(words: str) -> str:
    return ", ".join(words.split("\n"))


def _task(task: str, how: str) -> str:
    return _("{subject}: {words}").format(subject=task, words=how) if how else task


def _count(row: CarerRow, fact: CarerFact) -> str:
    value = getattr(row, fact.value)
    if value is None:
        return ""
    if fact is CarerFact.AGE:
        return ngettext("{n} year", "{n} years", value).format(n=number(value))
    return ngettext("{n} hour a week", "{n} hours a week", value).format(n=number(value))


def _note(row: CarerRow, fact: CarerFact) -> str:
    notes: Mapping[CarerFact, str] = {
        CarerFact.TASKS: row.tasks_note,
        CarerFact.WORK: row.work_note,
        CarerFact.HEALTH: row.health_note,
        CarerFact.LOAD: row.load_note,
        CarerFact.REASONS: row.reasons_note,
    }
    return notes.get(fact, "")


def _carerqol_words(answers: Answers) -> str:
    return ", ".join(_carerqol_parts(answers))


def _carerqol_parts(answers: Answers) -> Iterator[str]:
    total, most = carerqol_total(answers.items), SCALES[Series.CARERQOL].most
    if total is not None:
        yield _("{value} of {most}").format(value=number(total), most=number(most))
    elif answers.items:
        answered = ngettext("{n} of 7 answered, no sum", "{n} of 7 answered, no sum", len(answers.items))
        yield answered.format(n=number(len(answers.items)))
    if answers.happiness_tenths is not None:
        yield _("mark of happiness {value}").format(value=_decimal(answers.happiness_tenths / 10))


def _total_words(answers: Answers) -> str:
    if answers.total is None:
        return ""
    value = _("{value} of {most}").format(
        value=number(answers.total), most=number(SCALES[Series(answers.kind.value)].most)
    )
    said = load_class(answers.kind, answers.total)
    return f"{value}, {label(said)}" if said is not None else value


def _item_line(item: CarerQolItem, answers: Answers) -> str:
    answer: Enum | None = answers.items.get(item)
    words = label(answer) if answer is not None else _("left open")
    return _("{subject}: {words}").format(subject=label(item), words=words)


def _decimal(value: float) -> str:
    return number(Decimal(str(value)))
