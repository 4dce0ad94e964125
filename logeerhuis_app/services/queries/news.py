"""Whether somebody changed something: what a second window or PC asks every few seconds."""

from sqlalchemy import select

from logeerhuis_app.models import AuditLine
from logeerhuis_app.services.door import Door

LOOK = "R"


def last_change(door: Door) -> int:
    """The number of the newest line in the record that is no mere look; it grows with every change by anyone.

    Not a use case of its own: it shows nobody's data, and a line for each glance would bury the record.

    Raises: AccountClosed.
    """
    newest = select(AuditLine.id).where(AuditLine.action != LOOK).order_by(AuditLine.id.desc()).limit(1)
    return door.glance(lambda session: session.scalar(newest)) or 0
