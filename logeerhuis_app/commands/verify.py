"""``logeerhuis verify``: is the house, or a backup, still as it was written?"""

from pathlib import Path

from logeerhuis_app.commands.context import Setting
from logeerhuis_app.domain.errors import LogBroken
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import moment, number
from logeerhuis_app.services.backups import check_file
from logeerhuis_app.services.queries.audit_chain import look_through_log
from logeerhuis_app.services.restoring import check_backup


def run_house(setting: Setting) -> None:
    with setting.door() as door:
        check_file(door)
        found = look_through_log(door)
    if found.broken:
        raise LogBroken(found.broken)
    text = _("The log is whole: {n} lines, none changed and none missing.").format(n=number(found.lines))
    setting.answer(text, {"lines": found.lines, "broken": list(found.broken)})


def run_backup(setting: Setting, file: Path) -> None:
    found = check_backup(file, *setting.credentials())
    text = _("The backup of {moment} is whole, and so is its log of {n} lines.").format(
        moment=moment(found.made_at_utc), n=number(found.lines)
    )
    setting.answer(text, {"file": found.file, "made_at_utc": found.made_at_utc, "lines": found.lines, "broken": []})
