"""``logeerhuis verify``: is the log whole?"""

from logeerhuis_app.commands.context import Setting
from logeerhuis_app.domain.errors import LogBroken
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import number
from logeerhuis_app.services.queries.audit_chain import look_through_log


def run(setting: Setting) -> None:
    with setting.door() as door:
        found = look_through_log(door)
    if found.broken:
        raise LogBroken(found.broken)
    text = _("The log is whole: {n} lines, none changed and none missing.").format(n=number(found.lines))
    setting.answer(text, {"lines": found.lines, "broken": list(found.broken)})
