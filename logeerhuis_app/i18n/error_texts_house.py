"""The sentences about declaring a month, and about houses and files as a whole."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from logeerhuis_app.domain import errors
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _, ngettext
from logeerhuis_app.i18n.error_words import BACKUPS_FAILED, BACKUPS_UNREADABLE, FILES, HOUSES
from logeerhuis_app.i18n.format import capital, date_long, month_year, number


def _nothing_to_declare(error: errors.NothingToDeclare) -> str:
    return _("There is nothing to declare in {month}: nobody stayed in that month. Choose another month.").format(
        month=month_year(error.month)
    )


def _open_questions(error: errors.OpenQuestions) -> str:
    return ngettext(
        "One question is still open for {payer}. Answer it before fixing the declaration.",
        "{n} questions are still open for {payer}. Answer them before fixing the declaration.",
        error.count,
    ).format(n=number(error.count), payer=error.payer)


def _no_bank_account(error: errors.NoBankAccount) -> str:
    return _(
        "Nobody can pay this declaration: the IBAN of {location} is not filled in. "
        "The manager does that in Settings, House and beds, Address and numbers."
    ).format(location=error.location)


def _month_not_over(error: errors.MonthNotOver) -> str:
    month_end = (error.month.replace(day=1) + timedelta(days=31)).replace(day=1)
    return _("{month} is not over yet. The declaration can be fixed from {day}.").format(
        month=capital(month_year(error.month)), day=date_long(month_end)
    )


def _already_fixed(error: errors.AlreadyFixed) -> str:
    return _("Declaration {number} is fixed and does not change any more. Credit it to put something right.").format(
        number=error.number
    )


def _wrong_password(_error: errors.WrongPassword) -> str:
    return _("User name or password is not right. Try again, or ask the manager for a new password.")


def _house_missing(error: errors.HouseMissing) -> str:
    return _(
        "There is no house in {place} yet. Choose another data folder, or make one with “logeerhuis new-house”."
    ).format(place=error.place)


def _house_exists(error: errors.HouseExists) -> str:
    return _("There is a house in {place} already; nothing was overwritten. Choose another data folder.").format(
        place=error.place
    )


def _house_unreadable(error: errors.HouseUnreadable) -> str:
    words = HOUSES.get(error.reason.partition(":")[0], HOUSES["damaged"])
    return _(words).format(place=error.place)


def _file_unreadable(error: errors.FileUnreadable) -> str:
    return _(FILES[error.reason]).format(place=error.place, line=number(error.line))


def _import_refused(error: errors.ImportRefused) -> str:
    count = len(error.problems)
    sentence = ngettext(
        "{place} was not taken over: there is one problem in it. Nothing was changed.",
        "{place} was not taken over: there are {n} problems in it. Nothing was changed.",
        count,
    ).format(place=error.place, n=number(count))
    return "\n".join([sentence, *error.problems])


def _house_not_empty(error: errors.HouseNotEmpty) -> str:
    return ngettext(
        "This house already holds one guest. A whole house is imported into an empty one only: choose another folder.",
        "This house already holds {n} guests. A whole house is imported into an empty one only: choose another folder.",
        error.guests,
    ).format(n=number(error.guests))


def _month_unclear(error: errors.MonthUnclear) -> str:
    return _("“{text}” is not a month. Write it as year and month, for example 2026-10.").format(text=error.text)


def _questions_open(error: errors.QuestionsOpen) -> str:
    return ngettext(
        "One question is still open in {month} ({guests}). Answer it first; nothing was fixed.",
        "{n} questions are still open in {month} ({guests}). Answer them first; nothing was fixed.",
        error.count,
    ).format(n=number(error.count), month=month_year(error.month), guests=", ".join(error.guests))


def _backup_failed(error: errors.BackupFailed) -> str:
    return _(BACKUPS_FAILED.get(error.reason, BACKUPS_FAILED["unwritable"])).format(place=error.place)


def _backup_stopped(_error: errors.BackupStopped) -> str:
    return _("Making the backup was stopped; the older backups stay.")


def _backup_unreadable(error: errors.BackupUnreadable) -> str:
    return _(BACKUPS_UNREADABLE[error.reason]).format(place=error.place)


def _backed_up_elsewhere(_error: errors.BackedUpElsewhere) -> str:
    return _("This house is on a server and is backed up there. Ask whoever looks after the server.")


def _log_broken(error: errors.LogBroken) -> str:
    lines = [_("the end") if line == 0 else number(line) for line in error.lines[:10]]
    return _("The log is not whole: changed or missing at {lines}. Keep this file and ask who was at it.").format(
        lines=", ".join(lines)
    )


def _not_manager_in_file(error: errors.NotManagerInFile) -> str:
    return _("{user} is no manager in {place}; only a manager of that house can make it out of the file.").format(
        user=error.username, place=error.place
    )


def _self_test_failed(error: errors.SelfTestFailed) -> str:
    return _("The self-test failed at “{step}”. Install the program again, or ask whoever made this copy.").format(
        step=error.step
    )


SENTENCES: dict[type[UserFacingError], Callable[[Any], str]] = {
    errors.NothingToDeclare: _nothing_to_declare,
    errors.OpenQuestions: _open_questions,
    errors.NoBankAccount: _no_bank_account,
    errors.MonthNotOver: _month_not_over,
    errors.AlreadyFixed: _already_fixed,
    errors.WrongPassword: _wrong_password,
    errors.HouseMissing: _house_missing,
    errors.HouseExists: _house_exists,
    errors.HouseUnreadable: _house_unreadable,
    errors.FileUnreadable: _file_unreadable,
    errors.ImportRefused: _import_refused,
    errors.HouseNotEmpty: _house_not_empty,
    errors.MonthUnclear: _month_unclear,
    errors.QuestionsOpen: _questions_open,
    errors.BackupFailed: _backup_failed,
    errors.BackupStopped: _backup_stopped,
    errors.BackupUnreadable: _backup_unreadable,
    errors.BackedUpElsewhere: _backed_up_elsewhere,
    errors.LogBroken: _log_broken,
    errors.NotManagerInFile: _not_manager_in_file,
    errors.SelfTestFailed: _self_test_failed,
}
"""Taken up by ``error_texts.SENTENCES``."""
