"""The sentences about accounts, passwords and the recovery code."""

from collections.abc import Callable
from typing import Any

from logeerhuis_app.domain import errors_access as errors
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.domain.passwords import SHORTEST
from logeerhuis_app.domain.second_factor import DIGITS
from logeerhuis_app.i18n import N_, _, ngettext
from logeerhuis_app.i18n.format import moment, number

WEAK: dict[str, str] = {
    "short": N_("A password has at least {n} signs. A few words in a row are easy to remember and hard to guess."),
    "common": N_(
        "This password is one of the first that anybody would try. "
        "Take a few words that have nothing to do with each other."
    ),
    "name": N_("This password is not much more than your own name. Take a few words that nobody connects with you."),
}


def _password_weak(error: errors.PasswordWeak) -> str:
    return _(WEAK.get(error.reason, WEAK["common"])).format(n=number(SHORTEST))


def _old_password_wrong(_error: errors.OldPasswordWrong) -> str:
    return _("The present password is not right; nothing was changed. Type it once more.")


def _too_many_tries(error: errors.TooManyTries) -> str:
    return ngettext(
        "The last password or code was not right. Wait one second before you try again.",
        "The last passwords or codes were not right. Wait {n} seconds before you try again.",
        error.seconds,
    ).format(n=number(error.seconds))


def _code_needed(_error: errors.CodeNeeded) -> str:
    return _(
        "This user logs in with a code of the phone as well. Put it in LOGEERHUIS_CODE, or give the command in a "
        "terminal: there it is asked for."
    )


def _code_unclear(_error: errors.CodeUnclear) -> str:
    return _("A code of the phone has {n} digits. Type it as it stands there.").format(n=number(DIGITS))


def _code_wrong(error: errors.CodeWrong) -> str:
    return _(
        "This code is not right. Type the one that the phone shows now. If that is not right either, check the clock "
        "of this PC: it says {moment}."
    ).format(moment=moment(error.at_utc))


def _code_used(_error: errors.CodeUsed) -> str:
    return _("This code was used already, and each works once. Wait until the phone shows the next one.")


def _last_manager(error: errors.NoManagerLeft) -> str:
    return _(
        "{name} is the only manager: without one nobody can let anybody in. Make somebody else manager first."
    ).format(name=error.name)


def _own_account(_error: errors.OwnAccount) -> str:
    return _("You cannot block your own account or take away your own role. Ask another manager.")


def _account_closed(error: errors.AccountClosed) -> str:
    return _("The account of {name} was blocked or got another role; nothing was saved. Log in again.").format(
        name=error.name
    )


def _recovery_code_unclear(_error: errors.RecoveryCodeUnclear) -> str:
    return _("There is a slip in this recovery code: a sign is missing or wrong. Compare it with the paper.")


def _recovery_code_wrong(_error: errors.RecoveryCodeWrong) -> str:
    return _(
        "This code does not open this house, or this user name is no manager here. "
        "Look whether the paper is of this house and is the latest one."
    )


def _recovery_on_server(_error: errors.RecoveryOnServer) -> str:
    return _("A house on a server has no recovery code. Ask whoever looks after the server.")


def _username_unfit(error: errors.UsernameUnfit) -> str:
    return _("“{username}” cannot be a user name. Use two to forty letters, digits, dots or dashes, no spaces.").format(
        username=error.username
    )


SENTENCES: dict[type[UserFacingError], Callable[[Any], str]] = {
    errors.PasswordWeak: _password_weak,
    errors.OldPasswordWrong: _old_password_wrong,
    errors.TooManyTries: _too_many_tries,
    errors.CodeNeeded: _code_needed,
    errors.CodeUnclear: _code_unclear,
    errors.CodeWrong: _code_wrong,
    errors.CodeUsed: _code_used,
    errors.NoManagerLeft: _last_manager,
    errors.OwnAccount: _own_account,
    errors.AccountClosed: _account_closed,
    errors.RecoveryCodeUnclear: _recovery_code_unclear,
    errors.RecoveryCodeWrong: _recovery_code_wrong,
    errors.RecoveryOnServer: _recovery_on_server,
    errors.UsernameUnfit: _username_unfit,
}
