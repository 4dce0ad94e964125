"""Answers of a file as facts on a card; the three empties keep their own look."""

from collections.abc import Iterable

from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.care_topics import BEFORE_CHECK_IN
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_words import answer_words
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.services.rows.guest import AnswerRow, ContactRow, GuestFile, ProfessionalRow, RequestRow
from logeerhuis_app.ui.widgets.key_values import KeyValue


def answer_of(file: GuestFile, topic: CareTopic) -> AnswerRow:
    """The answer; a topic that nobody saved was not asked."""
    return file.answers.get(topic, AnswerRow(topic, AnswerState.NOT_ASKED))


def answer_fact(file: GuestFile, topic: CareTopic, *, is_strong: bool = False) -> KeyValue:
    row = answer_of(file, topic)
    is_open = row.state is AnswerState.NOT_ASKED
    return KeyValue(
        label(topic),
        answer_words(row),
        is_strong=is_strong and row.state is AnswerState.GIVEN,
        is_missing=is_open or row.state is AnswerState.UNKNOWN,
        needs_attention=is_open and topic in BEFORE_CHECK_IN,
        mark=_("changed") if f"care_answer {topic.value}" in file.changed else "",
    )


def facts_of(file: GuestFile, topics: Iterable[CareTopic]) -> list[KeyValue]:
    return [answer_fact(file, topic) for topic in topics]


def contact_words(contact: ContactRow) -> str:
    """«Margreet, partner» and the number under it."""
    who = _("{name}, {relationship}").format(name=contact.name, relationship=contact.relationship)
    return f"{who}\n{contact.phone}" if contact.phone else f"{who}\n{_('no telephone number')}"


def correction_words(row: RequestRow) -> str:
    """«Gevraagd 20-11-2026: … · afgewezen: …», and the guest's own statement under it."""
    asked = _("Asked {date}: {wish}").format(date=date_numeric(row.received_on), wish=row.wish)
    decided = f"{label(row.decision)}: {row.reason}" if row.reason else label(row.decision)
    said = _("Statement of the guest: {statement}").format(statement=row.statement) if row.statement else ""
    return "\n".join(part for part in (f"{asked} · {decided}", said) if part)


def professional_words(row: ProfessionalRow) -> str:
    named = [part for part in (row.name, row.organisation) if part]
    return "\n".join(part for part in (", ".join(named), row.phone) if part)
