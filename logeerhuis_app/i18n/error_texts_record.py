"""The sentences about taking back a change of a file."""

from collections.abc import Callable
from typing import Any

from logeerhuis_app.domain import errors_record as errors
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _


def _changed_since(error: errors.ChangedSince) -> str:
    if not error.who:
        return _("This was changed again since; nothing was taken back. Look at it and change it by hand.")
    return _("{user} changed this since; nothing was taken back. Look at it and change it by hand.").format(
        user=error.who
    )


def _not_to_be_taken_back(_error: errors.NotToBeTakenBack) -> str:
    return _("This cannot be taken back. Open it and put it right.")


SENTENCES: dict[type[UserFacingError], Callable[[Any], str]] = {
    errors.ChangedSince: _changed_since,
    errors.NotToBeTakenBack: _not_to_be_taken_back,
}
"""Taken up by ``error_texts.SENTENCES``."""
