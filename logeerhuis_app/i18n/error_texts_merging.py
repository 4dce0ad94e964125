"""The sentences about two files of one person."""

from collections.abc import Callable
from typing import Any

from logeerhuis_app.domain import errors_merging as errors
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.merge_words import choice_word, obstacle_words, way_out

MOST_NIGHTS = 6


def _merge_blocked(error: errors.MergeBlocked) -> str:
    reasons = ", ".join(obstacle_words(code) for code in error.missing)
    words = _("Guests {kept} and {other} cannot be merged now: {reasons}.").format(
        kept=error.kept, other=error.other, reasons=reasons
    )
    return " ".join([words, *_nights(error), *filter(None, map(way_out, error.missing))])


def _nights(error: errors.MergeBlocked) -> list[str]:
    if not error.nights:
        return []
    shown = ", ".join(date_numeric(night) for night in error.nights[:MOST_NIGHTS])
    return [_("It is about the night of: {nights}.").format(nights=f"{shown}…" if _is_more(error) else shown)]


def _is_more(error: errors.MergeBlocked) -> bool:
    return len(error.nights) > MOST_NIGHTS


def _choice_open(error: errors.ChoiceOpen) -> str:
    return _("Choose which of the two holds: {field}.").format(field=choice_word(error.field))


def _file_merged(error: errors.FileMerged) -> str:
    return _(
        "Guest {guest} is the same person as guest {kept}: the files were merged. Go on in the file of {kept}."
    ).format(guest=error.guest, kept=error.kept)


SENTENCES: dict[type[UserFacingError], Callable[[Any], str]] = {
    errors.MergeBlocked: _merge_blocked,
    errors.ChoiceOpen: _choice_open,
    errors.FileMerged: _file_merged,
}
"""Taken up by ``error_texts.SENTENCES``."""
