"""The record of actions in words, on screen and on paper alike."""

from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.services.rows.audit import AuditFilter, AuditKind

KINDS: dict[AuditKind, str] = {
    AuditKind.SEEN: N_("Seen"),
    AuditKind.CHANGED: N_("Changed"),
    AuditKind.PRINTED: N_("Printed"),
    AuditKind.EXPORTED: N_("Exported"),
    AuditKind.LOGGED_IN: N_("Logged in"),
    AuditKind.REFUSED: N_("Refused"),
}


def period_words(asked: AuditFilter) -> str:
    """«van 1-11-2026 tot en met 22-11-2026», «alle dagen»."""
    if asked.first and asked.last:
        return _("from {first} until {last}").format(first=date_numeric(asked.first), last=date_numeric(asked.last))
    if asked.first:
        return _("from {first}").format(first=date_numeric(asked.first))
    return _("until {last}").format(last=date_numeric(asked.last)) if asked.last else _("all days")
