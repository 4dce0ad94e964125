"""The sentences about rights, restriction and destruction of files."""

from collections.abc import Callable
from typing import Any

from logeerhuis_app.domain import errors_rights as errors
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.retention_words import obstacle_words, way_out


def _file_restricted(error: errors.FileRestricted) -> str:
    return _(
        "The file of {guest} is restricted: only the manager may see or change it while the guest is not in the house."
    ).format(guest=error.guest)


def _file_destroyed(error: errors.FileDestroyed) -> str:
    return _("The care file of guest {guest} was destroyed; only what finance must keep is left.").format(
        guest=error.guest
    )


def _already_decided(_error: errors.AlreadyDecided) -> str:
    return _("This request was decided already. Record a new one if the guest asks again.")


def _removal_blocked(error: errors.RemovalBlocked) -> str:
    reasons = ", ".join(obstacle_words(code) for code in error.missing)
    words = _("The care file of {guest} cannot be destroyed now: {reasons}.").format(guest=error.guest, reasons=reasons)
    return " ".join([words, *filter(None, map(way_out, error.missing))])


def _name_mistyped(_error: errors.NameMistyped) -> str:
    return _("That is not the last name of this guest. Look once more whether this is the right file, and type it.")


SENTENCES: dict[type[UserFacingError], Callable[[Any], str]] = {
    errors.FileRestricted: _file_restricted,
    errors.FileDestroyed: _file_destroyed,
    errors.AlreadyDecided: _already_decided,
    errors.RemovalBlocked: _removal_blocked,
    errors.NameMistyped: _name_mistyped,
}
