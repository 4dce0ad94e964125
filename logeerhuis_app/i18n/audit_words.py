"""The record of actions in words, on screen and on paper alike."""

from logeerhuis_app.i18n import N_, _
from logeerhuis_app.i18n.format import date_numeric, moment
from logeerhuis_app.services.rows.audit import AuditFilter, AuditKind
from logeerhuis_app.services.rows.users import TurnedOff

KINDS: dict[AuditKind, str] = {
    AuditKind.SEEN: N_("Seen"),
    AuditKind.CHANGED: N_("Changed"),
    AuditKind.PRINTED: N_("Printed"),
    AuditKind.EXPORTED: N_("Exported"),
    AuditKind.LOGGED_IN: N_("Logged in"),
    AuditKind.REFUSED: N_("Refused"),
}


def turned_off_words(told: TurnedOff) -> str:
    """To whoever it was done to: who did it, when, and what to do now."""
    at = moment(told.at_utc)
    if not told.by:
        return _(
            "The second step at your login was turned off with the recovery code ({moment}). "
            "Turn it on again with Ctrl+Shift+W."
        ).format(moment=at)
    return _("{name} turned off the second step at your login ({moment}). Turn it on again with Ctrl+Shift+W.").format(
        name=told.by, moment=at
    )


def period_words(asked: AuditFilter) -> str:
    """«van 1-11-2026 tot en met 22-11-2026», «alle dagen»."""
    if asked.first and asked.last:
        return _("from {first} until {last}").format(first=date_numeric(asked.first), last=date_numeric(asked.last))
    if asked.first:
        return _("from {first}").format(first=date_numeric(asked.first))
    return _("until {last}").format(last=date_numeric(asked.last)) if asked.last else _("all days")
