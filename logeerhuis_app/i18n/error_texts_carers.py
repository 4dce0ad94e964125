"""The sentences about what is written down of a carer."""

from collections.abc import Callable
from typing import Any

from logeerhuis_app.domain import errors_carers as errors
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_words import field_word
from logeerhuis_app.i18n.format import capital, number


def _number_outside(error: errors.NumberOutside) -> str:
    words = _("{field} “{value}”: write a whole number from {least} to {most}.")
    return _filled(words, error)


def _half_number_outside(error: errors.HalfNumberOutside) -> str:
    words = _("{field} “{value}”: write a number from {least} to {most}, whole or half, for example 6,5.")
    return _filled(words, error)


def _filled(words: str, error: errors.NumberOutside | errors.HalfNumberOutside) -> str:
    field = capital(field_word(error.field) or _("number"))
    return words.format(field=field, value=error.value, least=number(error.least), most=number(error.most))


def _nothing_measured(_error: errors.NothingMeasured) -> str:
    return _("Nothing is filled in yet. Take over what stands on the form; what was left open there stays open.")


SENTENCES: dict[type[UserFacingError], Callable[[Any], str]] = {
    errors.NumberOutside: _number_outside,
    errors.HalfNumberOutside: _half_number_outside,
    errors.NothingMeasured: _nothing_measured,
}
