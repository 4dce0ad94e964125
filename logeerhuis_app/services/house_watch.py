"""Looking at a house quietly while people work in it: is every page, every key and every line of its log as written?

The looks at the log are in small portions with a rest in between: whoever types must not notice.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.db import schema
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import AuditHead, AuditLine
from logeerhuis_app.services.audit import START, Line, emptied_lines, is_as_written
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.watch import Verified, WatchReport

PORTION = 500
REST_SECONDS = 0.01
IsStopped = Callable[[], bool]


@dataclass
class _Chain:
    """How far the log was read."""

    line_id: int = 0
    hash: str = START
    emptied: set[int] = field(default_factory=set)
    broken: list[int] = field(default_factory=list)
    is_at_end: bool = False


def look_after(door: Door, verified: Verified | None, is_stopped: IsStopped = lambda: False) -> WatchReport:
    """Look at the pages, at the key file, and at the log for whoever may see that.

    The log is read from where it was found whole today, and all of it once a day.

    Raises:
        HouseUnreadable: the file or its key file is not as it was written.
        AccountClosed.
    """
    schema.require_pages_whole(door.engine)
    if door.vault is not None:
        door.vault.require_whole()
    if not door.may(UseCase.SEE_AUDIT):
        return WatchReport((), None)
    today = door.clock.today()
    chain = _Chain()
    if verified is not None and verified.whole_on == today and door.glance(partial(_is_there, verified)):
        chain = _read(door, _Chain(verified.line_id, verified.hash), is_stopped)
    if chain.broken or not chain.line_id:
        chain = _read(door, _Chain(), is_stopped)  # the mark may be of another house, or of before a restore
    is_verified = chain.is_at_end and not chain.broken
    return WatchReport(tuple(chain.broken), Verified(chain.line_id, chain.hash, today) if is_verified else None)


def _is_there(verified: Verified, session: Session) -> bool:
    """A log that was cut off before this line has to be read from its beginning."""
    return session.scalar(select(AuditLine.hash).where(AuditLine.id == verified.line_id)) == verified.hash


def _read(door: Door, chain: _Chain, is_stopped: IsStopped) -> _Chain:
    while not chain.is_at_end and not is_stopped():
        door.glance(lambda session: _read_portion(session, chain))
        time.sleep(REST_SECONDS)
    return chain


def _read_portion(session: Session, chain: _Chain) -> None:
    table = AuditLine.__table__
    lines = session.execute(
        select(*table.c).where(table.c.id > chain.line_id).order_by(table.c.id).limit(PORTION)
    ).all()
    for line in lines:
        if not _is_as_written(session, line, chain):
            chain.broken.append(line.id)
        chain.line_id, chain.hash = line.id, line.hash
    if len(lines) == PORTION:
        return
    chain.is_at_end = True
    head = session.get(AuditHead, 1)
    if head is not None and head.last_hash != chain.hash:
        chain.broken.append(0)


def _is_as_written(session: Session, line: Line, chain: _Chain) -> bool:
    """A file may be destroyed for good reason while the log is read: then who did it is read anew."""
    if is_as_written(line, chain.hash, chain.emptied):
        return True
    chain.emptied = emptied_lines(session)
    return is_as_written(line, chain.hash, chain.emptied)
