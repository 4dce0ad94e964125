"""Columns that keep a list or a code of another standard, in words: roles, reactions, days, telephones, a language."""

from collections.abc import Callable
from typing import Any

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.contact_points import read_phones
from logeerhuis_app.domain.health import Reaction
from logeerhuis_app.domain.person import ContactRole
from logeerhuis_app.i18n.answer_words import code_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.i18n.languages import language_name
from logeerhuis_app.i18n.network_words import phones_words, weekday_word


def listed_words(column: str, value: Any) -> str:
    """«mentor, buur», «ma wo», «06 1234 5678 (werk, mobiel)»; empty for a column of another kind, and for no list."""
    return _WORDS[column](value) if column in _WORDS and value else ""


_WORDS: dict[str, Callable[[Any], str]] = {
    "roles": lambda codes: ", ".join(label(ContactRole(code)) for code in codes),
    "reactions": lambda codes: ", ".join(label(Reaction(code)) for code in codes),
    "weekdays": lambda days: " ".join(weekday_word(int(day)) for day in days),
    "more_phones": lambda phones: ", ".join(phones_words(read_phones(phones))),
    "language": language_name,
    "estimate_adl": lambda code: code_words(CareTopic.ADL_OVERALL, code),
    "seen_adl": lambda code: code_words(CareTopic.ADL_OVERALL, code),
}
