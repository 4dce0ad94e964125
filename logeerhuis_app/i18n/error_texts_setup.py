"""The sentences about making a house."""

from collections.abc import Callable
from typing import Any

from logeerhuis_app.domain import errors_setup as errors
from logeerhuis_app.domain.errors import UserFacingError
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number


def _beds_unfit(error: errors.BedsUnfit) -> str:
    if not error.count:
        return _("A house has at least one bed. Write the name of a room.")
    return _("There are {n} rooms here; a house has at most {most} beds. Take some away.").format(
        n=number(error.count), most=number(error.most)
    )


def _room_twice(error: errors.RoomTwice) -> str:
    return _("“{room}” stands here twice. Give each room a name of its own.").format(room=error.room)


def _folder_unfit(error: errors.FolderUnfit) -> str:
    return _(
        "No house can be made in {place}: this user may not write there. "
        "Give this user the right to, or start the program with another data folder."
    ).format(place=error.place)


def _recovery_group_wrong(_error: errors.RecoveryGroupWrong) -> str:
    return _("This is not the first group of the code on this paper. Look at the upper left of the box and type it.")


def _passwords_differ(_error: errors.PasswordsDiffer) -> str:
    return _("The two passwords are not the same. Type the second one again.")


def _paper_missing(_error: errors.PaperMissing) -> str:
    return _("The code is not on paper yet. Press the button above and print it, or tick “Later”.")


def _place_missing(_error: errors.PlaceMissing) -> str:
    return _("Choose a folder on a USB stick or another disk, or tick “Later”.")


def _place_is_own(_error: errors.PlaceIsOwn) -> str:
    return _("The backups stand there already. Choose a folder on another disk or a USB stick.")


SENTENCES: dict[type[UserFacingError], Callable[[Any], str]] = {
    errors.BedsUnfit: _beds_unfit,
    errors.RoomTwice: _room_twice,
    errors.FolderUnfit: _folder_unfit,
    errors.RecoveryGroupWrong: _recovery_group_wrong,
    errors.PasswordsDiffer: _passwords_differ,
    errors.PaperMissing: _paper_missing,
    errors.PlaceMissing: _place_missing,
    errors.PlaceIsOwn: _place_is_own,
}
