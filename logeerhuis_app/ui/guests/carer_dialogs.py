"""How a carer is doing, and one measurement: the carer's own data, on no print and in no handover."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.carers import (
    EMPTIES,
    LIMITS,
    CarerFact,
    CarerWork,
    Complaint,
    HomeTask,
    RespiteReason,
    SickLeave,
    whole_number,
)
from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import FieldInvalid
from logeerhuis_app.domain.guests import CarerLoad
from logeerhuis_app.domain.measures import (
    MOST_TOTAL,
    Answers,
    CarerQolItem,
    Endurance,
    HowMuch,
    MeasureKind,
    Series,
    carerqol_total,
    happiness_tenths,
)
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.carer_words import measure_words, scale_words, since_words
from logeerhuis_app.i18n.format import capital
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.partial_dates import parse_partial
from logeerhuis_app.services.carers import (
    CarerWish,
    MeasureWish,
    add_measure,
    correct_measure,
    end_measure,
    set_carer_situation,
)
from logeerhuis_app.services.changes import Changes
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.carers import carer_file
from logeerhuis_app.services.rows.carer import CarerFile, CarerRow, MeasureRow
from logeerhuis_app.ui.guests.carer_fields import CodeTicks, KnownLine, TaskTicks
from logeerhuis_app.ui.guests.field_access import CodeChoice, WideText
from logeerhuis_app.ui.guests.file_dialog import FileDialog, ReasonDialog, Values, refusing
from logeerhuis_app.ui.operations import Operations
from logeerhuis_app.ui.style import px
from logeerhuis_app.ui.widgets.date_field import DateField
from logeerhuis_app.ui.widgets.label import Label, Role

_LINES = (CarerFact.AGE, CarerFact.CARING_SINCE, CarerFact.HOURS_WEEK, CarerFact.WORK_HOURS)
_TEXTS = ("tasks_note", "work_note", "health_note", "load_note", "reasons_note")
_COLUMN_OF = {CarerFact.HEALTH: "complaints", CarerFact.REASONS: "reasons"}


class CarerDialog(FileDialog):
    """The questions in the order of the paper sheet; what was not asked stays so."""

    def __init__(self, operations: Operations, parent: QWidget, guest_id: int, row: CarerRow) -> None:
        self._guest_id, self._contact_id = guest_id, row.contact_id
        title = _("How is {carer} doing?").format(carer=row.name)
        hint = _("These are the carer's own data: on no print but the access file, and not for care staff.")
        super().__init__(operations, title, parent, newest=self._read, hint=hint)
        self._ask_who()
        self._ask_tasks()
        self._ask_work()
        self._ask_health()
        self.setMinimumWidth(px(680))
        self.start()

    def deed(self) -> Callable[[Door], Changes]:
        held, version = self.values(), self.version
        return lambda door: set_carer_situation(door, self._contact_id, _wish(held, version, door.clock.today()))

    def _ask_who(self) -> None:
        clock = self.operations.door.clock
        self.ask("asked_on", _("Day of the talk"), DateField(clock, past=True))
        age, since, hours, _work = (self._known(fact) for fact in _LINES)
        self.ask_beside(age, since)
        self.ask(*hours)

    def _ask_tasks(self) -> None:
        name, empties = _name(CarerFact.TASKS), EMPTIES[CarerFact.TASKS]
        self.ask("tasks", name, TaskTicks(name, list(HomeTask), empties), hint=_nothing_ticked())
        self.ask("tasks_note", _("About the tasks"), WideText())

    def _ask_work(self) -> None:
        work = ("work", _name(CarerFact.WORK), CodeChoice(list(CarerWork)))
        self.ask_beside(work, self._known(CarerFact.WORK_HOURS))
        self.ask("sick_leave", _name(CarerFact.SICK_LEAVE), CodeChoice(list(SickLeave)))
        self.ask("work_note", _("About the work"), WideText())

    def _ask_health(self) -> None:
        for fact, codes in ((CarerFact.HEALTH, Complaint), (CarerFact.REASONS, RespiteReason)):
            if fact is CarerFact.REASONS:
                self.ask("load", _name(CarerFact.LOAD), CodeChoice(list(CarerLoad)))
                self.ask("load_note", _("In the carer's own words"), WideText())
            ticks = CodeTicks(_name(fact), list(codes), EMPTIES[fact])
            self.ask(fact.value, _name(fact), ticks, hint=_nothing_ticked())
            about = _("About the own health") if fact is CarerFact.HEALTH else _("About the reason")
            self.ask(f"{fact.value}_note", about, WideText())

    def _known(self, fact: CarerFact) -> tuple[str, str, QWidget]:
        return fact.value, _question(fact), KnownLine(_question(fact))

    def _read(self) -> tuple[Values, int] | None:
        file = self.operations.read(partial(_read_carers, guest_id=self._guest_id))
        row = next((row for row in file.carers if row.contact_id == self._contact_id), None)
        return None if row is None else (_held(row), row.version)


class MeasureDialog(FileDialog):
    """One questionnaire: each kind shows its own questions. What stood there is corrected with a reason."""

    def __init__(
        self, operations: Operations, parent: QWidget, guest_id: int, row: CarerRow, old: MeasureRow | None = None
    ) -> None:
        self._guest_id, self._contact_id, self._row = guest_id, row.contact_id, old
        words = _("Correct a measurement of {carer}") if old is not None else _("Measurement of {carer}")
        hint = _("Take over what stands on the form. Nothing is concluded from it here.")
        super().__init__(operations, words.format(carer=row.name), parent, hint=hint)
        self._ask_kind()
        self._ask_carerqol()
        self._ask_others()
        self.ask("note", _("Note"), WideText())
        if old is not None:
            self.ask("reason", _("Why it is corrected"), QLineEdit(), required=True)
            self.add_remove_button(_("Withdraw…"), self._withdraw)
        self.setMinimumWidth(px(600))
        self.start(_measured(old) if old is not None else {"taken_on": operations.door.clock.today()})
        self._show_kind()

    def deed(self) -> Callable[[Door], Changes]:
        held, old = self.values(), self._row
        if held["kind"] is None:
            return refusing("kind")
        if old is None:
            return lambda door: add_measure(door, self._contact_id, _measure_wish(held))
        return lambda door: correct_measure(door, old.measure_id, _measure_wish(held), held["reason"], old.version)

    @property
    def kind(self) -> MeasureKind | None:
        chosen = self.values()["kind"]
        return chosen if isinstance(chosen, MeasureKind) else None

    def _ask_kind(self) -> None:
        kinds = CodeChoice(list(MeasureKind), nothing=_("choose…"))
        kinds.currentIndexChanged.connect(self._show_kind)
        kinds.setEnabled(self._row is None)
        filled_in = DateField(self.operations.door.clock, past=True)
        self.ask_beside(("kind", _("Kind"), kinds), ("taken_on", _("Filled in on"), filled_in))

    def _ask_carerqol(self) -> None:
        mark = ("happiness_tenths", _("How happy, 0 to 10 (whole or half)"), QLineEdit())
        questions = [*(self._item(item) for item in CarerQolItem), mark]
        for place in range(0, len(questions), 2):
            self.ask_beside(*questions[place : place + 2])
        self.sum = Label("", Role.STRONG, wraps=True)
        self.source = Label(_source_words(), Role.SMALL, wraps=True)
        self.add_wide(self.sum)
        self.add_wide(self.source)

    def _item(self, item: CarerQolItem) -> tuple[str, str, QWidget]:
        choice = CodeChoice(list(HowMuch), nothing=_("left open"))
        choice.currentIndexChanged.connect(self._show_sum)
        words = label(item)
        return item.value, capital(words), choice

    def _ask_others(self) -> None:
        classes = CodeChoice(list(Endurance), nothing=_("choose…"))
        self.ask("endurance", _("How long can you go on like this?"), classes)
        self.ask("total", _("Total"), QLineEdit(), hint=_("The total as it stands on the form"))
        self.scale = Label("", Role.SMALL, wraps=True)
        self.add_wide(self.scale)

    def _show_kind(self) -> None:
        """The questions of the chosen kind, and no others."""
        if "total" not in self.fields:
            return
        kind = self.kind
        for item in CarerQolItem:
            self._rows_by_code[item.value].setVisible(kind is MeasureKind.CARERQOL)
        self._rows_by_code["happiness_tenths"].setVisible(kind is MeasureKind.CARERQOL)
        self.sum.setVisible(kind is MeasureKind.CARERQOL)
        self.source.setVisible(kind is MeasureKind.CARERQOL)
        self._rows_by_code["endurance"].setVisible(kind is MeasureKind.ENDURANCE)
        self._rows_by_code["total"].setVisible(kind in MOST_TOTAL)
        self.scale.setVisible(kind in MOST_TOTAL)
        if kind in MOST_TOTAL:
            self.scale.setText(scale_words(Series(kind.value)))
        self._show_sum()

    def _show_sum(self) -> None:
        if self.kind is not MeasureKind.CARERQOL:
            return
        items = _items(self.values())
        if carerqol_total(items) is None:
            self.sum.setText(_("Sum: only when all seven are answered"))
            return
        words = _("Sum: {value}; {scale}")
        value = measure_words(Answers(MeasureKind.CARERQOL, items))
        self.sum.setText(words.format(value=value, scale=scale_words(Series.CARERQOL)))

    def _withdraw(self) -> None:
        old = self._row
        if old is None:
            return

        def away(reason: str) -> Callable[[Door], Changes]:
            return lambda door: end_measure(door, old.measure_id, reason, old.version)

        question = ReasonDialog(self.operations, _("Withdraw this measurement?"), away, self)
        question.accepted.connect(self.accept)
        question.open()


# -- what the fields of the situation hold


def _held(row: CarerRow) -> dict[str, Any]:
    values: dict[str, Any] = {fact.value: _said(row, fact) for fact in _LINES}
    values |= {name: getattr(row, name) for name in (*_TEXTS, "asked_on", "work", "sick_leave", "load")}
    values["tasks"] = _ticked(row, CarerFact.TASKS, row.tasks.items())
    for fact, column in _COLUMN_OF.items():
        values[fact.value] = _ticked(row, fact, getattr(row, column))
    return values


def _said(row: CarerRow, fact: CarerFact) -> tuple[AnswerState, str]:
    value = since_words(row.caring_since) if fact is CarerFact.CARING_SINCE else getattr(row, fact.value)
    if value in (None, ""):
        return row.empties.get(fact, AnswerState.NOT_ASKED), ""
    return AnswerState.GIVEN, str(value)


def _ticked(row: CarerRow, fact: CarerFact, values: Iterable[Any]) -> tuple[AnswerState, tuple[Any, ...]]:
    told = tuple(values)
    return (AnswerState.GIVEN, told) if told else (row.empties.get(fact, AnswerState.NOT_ASKED), ())


def _wish(held: Values, version: int, today: date) -> CarerWish:
    """Raises: NumberOutside, FieldInvalid for what is no number or no month."""
    numbers: dict[str, Any] = {
        fact.value: whole_number(fact.value, held[fact.value][1], *LIMITS[fact]) for fact in LIMITS
    }
    empties = {fact: held[fact.value][0] for fact in EMPTIES}
    return CarerWish(
        **numbers,
        **{name: held[name] for name in (*_TEXTS, "asked_on", "work", "sick_leave", "load")},
        caring_since=_since(held["caring_since"][1], today),
        tasks=dict(held["tasks"][1]),
        complaints=held["health"][1],
        reasons=held["reasons"][1],
        empties=empties,
        version=version,
    )


def _since(text: str, today: date) -> str:
    if not text:
        return ""
    since = parse_partial(text, today)
    if since is None or since.is_whole:
        raise FieldInvalid("caring_since", text, Reason.MONTH)
    return since.isoformat()


def _name(fact: CarerFact) -> str:
    words = label(fact)
    return capital(words)


def _question(fact: CarerFact) -> str:
    questions = {
        CarerFact.AGE: _("Age"),
        CarerFact.CARING_SINCE: _("Caring since (year, or month and year)"),
        CarerFact.HOURS_WEEK: _("Hours of care a week"),
        CarerFact.WORK_HOURS: _("Hours of work a week"),
    }
    return questions[fact]


def _nothing_ticked() -> str:
    return _("Nothing ticked counts as «not asked».")


# -- what the fields of a measurement hold


def _items(held: Values) -> dict[CarerQolItem, HowMuch]:
    return {item: held[item.value] for item in CarerQolItem if held.get(item.value) is not None}


def _measure_wish(held: Values) -> MeasureWish:
    """Raises: NumberOutside, HalfNumberOutside for what was typed for this kind."""
    kind = held["kind"]
    is_carerqol, most = kind is MeasureKind.CARERQOL, MOST_TOTAL.get(kind)
    answers = Answers(
        kind,
        _items(held) if is_carerqol else {},
        whole_number("total", held["total"], 0, most) if most is not None else None,
        happiness_tenths(held["happiness_tenths"]) if is_carerqol else None,
        held["endurance"],
    )
    return MeasureWish(answers, held["taken_on"], held["note"])


def _measured(row: MeasureRow) -> dict[str, Any]:
    answers = row.answers
    tenths = answers.happiness_tenths
    return {
        "kind": answers.kind,
        "taken_on": row.taken_on,
        "note": row.note,
        "endurance": answers.endurance,
        "total": "" if answers.total is None else str(answers.total),
        "happiness_tenths": "" if tenths is None else f"{tenths / 10:g}".replace(".", ","),
        **{item.value: answer for item, answer in answers.items.items()},
    }


def _source_words() -> str:
    return _(
        "CarerQol-7D: iMTA, Erasmus Universiteit Rotterdam (Brouwer and others, 2006). "
        "The words above are short names for its seven questions."
    )


def _read_carers(door: Door, guest_id: int) -> CarerFile:
    return carer_file(door, guest_id)
