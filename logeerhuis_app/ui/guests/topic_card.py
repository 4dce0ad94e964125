"""The answers of one part of the file on a card: what is known, what is missing and matters, one line for the rest."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from logeerhuis_app.domain.care import AnswerState, CareTopic, Section
from logeerhuis_app.domain.care_topics import SAFETY, due_days, topics_of
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.answer_codes import LEVEL_COLOURS
from logeerhuis_app.i18n.answer_words import answer_words, due_words, fall_words, subjects
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.origin_words import origin_words
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.ui.guests.answer_field import LEVELS
from logeerhuis_app.ui.guests.facts import answer_fact, answer_of
from logeerhuis_app.ui.guests.parts import Deed, edit_link
from logeerhuis_app.ui.widgets.card import Card
from logeerhuis_app.ui.widgets.key_values import KeyValue, KeyValues
from logeerhuis_app.ui.widgets.more_section import MoreSection

SHARE = 0.3


def topic_card(file: GuestFile, section: Section, today: date, deed: Deed | None = None) -> Card:
    """A card of one part; with a deed it can be edited."""
    card = Card(label(section))
    if deed is not None:
        card.add_to_heading(edit_link(label(section), deed), at_end=True)
    shown, unasked = _parted(file, section)
    rows = [*_fall_row(file, section), *(_fact(file, topic, today) for topic in shown)]
    if rows:
        card.add(KeyValues(rows, label_share=SHARE))
    if unasked:
        card.add(unasked_topics(unasked))
    return card


def unasked_topics(topics: Sequence[CareTopic]) -> MoreSection:
    """«Niet gevraagd: 6 onderwerpen»: one line that opens, so that what is known stays in sight."""
    section = MoreSection(_("Not asked: {topics}").format(topics=subjects(len(topics))))
    rows = [KeyValue(label(topic), label(AnswerState.NOT_ASKED), is_missing=True) for topic in topics]
    section.form.addWidget(KeyValues(rows, label_share=SHARE))
    return section


def _parted(file: GuestFile, section: Section) -> tuple[list[CareTopic], list[CareTopic]]:
    """What is shown row by row, and what is only counted."""
    topics = topics_of(section)
    hidden = [
        topic for topic in topics if topic not in SAFETY and answer_of(file, topic).state is AnswerState.NOT_ASKED
    ]
    return [topic for topic in topics if topic not in hidden], hidden


def _fall_row(file: GuestFile, section: Section) -> list[KeyValue]:
    """What the three questions come to, while a plan is asked for."""
    words = fall_words(file.answers) if section is Section.MOVING else ""
    return [KeyValue(_("Fall questions"), words, needs_attention=True)] if words else []


def _fact(file: GuestFile, topic: CareTopic, today: date) -> KeyValue:
    """A day on which something is to be done says how far it is, in amber from the day itself on."""
    due = dict(due_days({key: (row.state, row.code) for key, row in file.answers.items()})).get(topic)
    if due is None:
        return _with_colour(file, topic)
    words = _("{date} ({when})").format(date=answer_words(answer_of(file, topic)), when=due_words(due, today))
    return KeyValue(label(topic), words, needs_attention=due <= today)


def _with_colour(file: GuestFile, topic: CareTopic) -> KeyValue:
    """A consistency carries the colour of its level beside its number and its words; what can harm says from whom."""
    fact = answer_fact(file, topic)
    colour = LEVEL_COLOURS.get(answer_of(file, topic).code, "") if topic in LEVELS else ""
    fact = replace(fact, colour=colour, is_strong=bool(colour))
    origin = answer_of(file, topic).origin
    if origin.source is None and origin.verified_at_utc is None:
        return fact
    return replace(fact, value=f"{fact.value}\n{origin_words(origin)}")
