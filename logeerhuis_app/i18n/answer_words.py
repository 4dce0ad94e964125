"""What an answer on a question of care says, in words: one source for screens and prints.

The three empties keep their own words, whatever the kind of the question.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal

from logeerhuis_app.domain.care import AnswerState, CareTopic, Wandering
from logeerhuis_app.domain.care_topics import (
    FALL_QUESTIONS,
    QUESTIONS,
    SAFETY,
    Bounds,
    FallRisk,
    Kind,
    Unit,
    chosen,
    day_of,
    fall_risk,
    number_of,
)
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.answer_codes import CODE_WORDS, MARK_WORDS, YES_NO
from logeerhuis_app.i18n.format import date_numeric, day_short, number
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.guest import AnswerRow

MOST_NAMED = 3
"""So many questions that nobody asked are named one by one; more of them are a wall."""


def code_words(topic: CareTopic, code: str) -> str:
    """What a code says: «bril, rollator», «26-11-2026», «2,5 l/min»; one that is not known is shown as it stands."""
    question = QUESTIONS[topic]
    if question.kind is Kind.SEVERAL:
        return ", ".join(choice_words(topic, one.code, one.mark) for one in chosen(code))
    if question.kind is Kind.DAY:
        day = day_of(code)
        return code if day is None else date_numeric(day)
    if question.bounds is not None:
        value = number_of(code)
        return code if value is None else quantity(value, question.bounds.unit)
    return choice_words(topic, code)


def choice_words(topic: CareTopic, code: str, mark: str = "") -> str:
    """One answer out of a list: «zoutarm», «zoutarm (medisch)»."""
    if topic is CareTopic.WANDERING and code.isdigit() and int(code) in set(Wandering):
        return label(Wandering(int(code)))
    known = CODE_WORDS.get(topic) or (YES_NO if QUESTIONS[topic].kind is Kind.YES_NO else {})
    words = _(known[code]) if code in known else code
    if mark not in MARK_WORDS:
        return words
    return _("{diet} ({reason})").format(diet=words, reason=_(MARK_WORDS[mark]))


def quantity(value: Decimal, unit: Unit) -> str:
    """«2,5 l/min»."""
    return label(unit).format(n=number(value))


def bounds_words(bounds: Bounds) -> str:
    """«0,5 tot 15 l/min»: what may be typed."""
    return _("{least} to {most}").format(least=number(bounds.least), most=quantity(bounds.most, bounds.unit))


def bounds_of(field: str) -> str:
    """As ``bounds_words``, for the question with this code; empty for anything else."""
    question = QUESTIONS[CareTopic(field)] if field in set(CareTopic) else None
    return bounds_words(question.bounds) if question is not None and question.bounds is not None else ""


def answer_words(answer: AnswerRow) -> str:
    """«7 normaal», «zoutarm (medisch)», «niet gevraagd», «gevraagd, onbekend», «geen»; never empty."""
    if answer.state is not AnswerState.GIVEN:
        return label(answer.state)
    words = code_words(answer.topic, answer.code)
    if not words:
        return answer.text or label(AnswerState.UNKNOWN)
    if not answer.text:
        return words
    return _("{answer}, {detail}").format(answer=words, detail=answer.text)


def maybe_answer_words(answer: AnswerRow | None) -> str:
    """The same where there may be no answer: then nobody asked."""
    return label(AnswerState.NOT_ASKED) if answer is None else answer_words(answer)


def given_codes(answers: Mapping[CareTopic, AnswerRow]) -> dict[CareTopic, str]:
    """The codes of what was answered, for the rules of the domain."""
    return {topic: row.code for topic, row in answers.items() if row.state is AnswerState.GIVEN}


def not_asked_words(topics: Sequence[CareTopic], name: Callable[[CareTopic], str] = label) -> str:
    """«dieet, 12 andere onderwerpen»: which questions nobody asked. What is safety is named; the rest is counted."""
    if len(topics) <= MOST_NAMED:
        return ", ".join(map(name, topics))
    named = [name(topic) for topic in topics if topic in SAFETY]
    rest = len(topics) - len(named)
    if not named:
        return subjects(rest)
    return ", ".join([*named, ngettext("{n} other subject", "{n} other subjects", rest).format(n=number(rest))])


def subjects(count: int) -> str:
    """«6 onderwerpen»."""
    return ngettext("{n} subject", "{n} subjects", count).format(n=number(count))


def fall_words(answers: Mapping[CareTopic, AnswerRow]) -> str:
    """What the questions about falling come to; empty unless a plan is asked for."""
    if fall_risk(given_codes(answers)) is not FallRisk.PLAN:
        return ""
    told = [label(topic) for topic in FALL_QUESTIONS if topic in answers and answers[topic].code == "yes"]
    return _("Fall risk: plan ({reasons})").format(reasons=", ".join(told).lower())


def due_sentence(topic: CareTopic, day: date, today: date) -> str:
    """«Katheter wisselen op do 26 nov (over 3 dagen)»."""
    return _("{subject} {date} ({when})").format(subject=label(topic), date=day_short(day), when=due_words(day, today))


def due_words(day: date, today: date) -> str:
    """«vandaag», «over 3 dagen», «2 dagen geleden»: when something is to be changed."""
    ahead = (day - today).days
    if ahead > 1:
        return ngettext("in {n} day", "in {n} days", ahead).format(n=number(ahead))
    if ahead < -1:
        return ngettext("{n} day ago", "{n} days ago", -ahead).format(n=number(-ahead))
    return {1: _("tomorrow"), 0: _("today"), -1: _("yesterday")}[ahead]
