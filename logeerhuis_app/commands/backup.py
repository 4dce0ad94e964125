"""``logeerhuis backup`` and ``logeerhuis restore``."""

from dataclasses import asdict
from pathlib import Path

import click

from logeerhuis_app.commands.context import Setting
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.backups import HOUSE_IS_WHOLE
from logeerhuis_app.domain.errors import HouseMissing, HouseUnreadable
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.backup_words import comparison_lines, size_words
from logeerhuis_app.i18n.format import moment
from logeerhuis_app.services.backups import back_up_to
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.restoring import carry_out, prepare_restore


def run_backup(setting: Setting, to: Path) -> None:
    with setting.door() as door:
        done = back_up_to(door, to)
    text = _("The backup of {moment} was made and checked: {file} ({size}).").format(
        moment=moment(done.made_at_utc), file=done.file, size=size_words(done.bytes)
    )
    setting.answer(text, {"file": done.file, "bytes": done.bytes, "made_at_utc": done.made_at_utc})


def run_restore(setting: Setting, file: Path, *, is_sure: bool) -> None:
    """The comparison goes to the error stream when it comes with a question, so that ``--json`` stays one object."""
    place = setting.place()
    username, password = setting.credentials()
    door = _present_door(setting, place, username, password)
    try:
        restoration = prepare_restore(place, file, username, password, door)
        try:
            if not is_sure:
                click.echo("\n".join(comparison_lines(restoration.comparison)), err=True)
                click.confirm(_("Put this backup in the place of the house?"), abort=True, err=True)
        except BaseException:
            restoration.give_up()
            raise
        done = carry_out(restoration, setting.clock, door)
    finally:
        if door is not None:
            door.engine.dispose()
    text = _("The backup of {moment} was put back.").format(moment=moment(restoration.comparison.made_at_utc))
    if done.kept:
        text += " " + _("The old house is kept as {file}.").format(file=done.kept)
    setting.answer(text, {**asdict(done), "comparison": asdict(restoration.comparison)})


def _present_door(setting: Setting, place: HousePlace, username: str, password: str) -> Door | None:
    """The house as it is; None when there is none, or when it is what the backup is needed for."""
    try:
        return setting.log_in(username, password)
    except HouseMissing:
        return None
    except HouseUnreadable as reason:
        if place.url or reason.reason in HOUSE_IS_WHOLE:
            raise
        return None
