"""The field for one question of care, by its kind: the one place where an editor is chosen."""

from logeerhuis_app.clock import Clock
from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.care_topics import QUESTIONS, Kind
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_codes import LEVEL_COLOURS, MARK_WORDS
from logeerhuis_app.i18n.answer_words import bounds_words, choice_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.ui.widgets.answer_entry import AnswerEntry, DayEntry, ListEntry, NumberEntry, TicksEntry
from logeerhuis_app.ui.widgets.tri_state import TriState

LEVELS = frozenset({CareTopic.DRINK_LEVEL, CareTopic.FOOD_LEVEL})


def answer_field(topic: CareTopic, clock: Clock) -> TriState:
    """A few answers without «none» stand beside the empties; others open an editor under them."""
    question, name = QUESTIONS[topic], label(topic)
    choices = [(code, choice_words(topic, code)) for code in question.codes]
    if not question.has_none:
        return TriState(name, beside=choices)
    entry = _entry(topic, choices, clock)
    return TriState(name, entry=entry, has_text=question.kind is not Kind.DAY)


def _entry(topic: CareTopic, choices: list[tuple[str, str]], clock: Clock) -> AnswerEntry | None:
    question = QUESTIONS[topic]
    if question.kind is Kind.ONE_OF:
        return ListEntry(choices, LEVEL_COLOURS if topic in LEVELS else None)
    if question.kind is Kind.SEVERAL:
        return TicksEntry(choices, [(mark, _(MARK_WORDS[mark])) for mark in question.marks])
    if question.kind is Kind.DAY:
        return DayEntry(clock, is_past=question.is_past)
    return NumberEntry(bounds_words(question.bounds)) if question.bounds is not None else None
