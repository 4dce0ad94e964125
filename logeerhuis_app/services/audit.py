"""The record of every action and every look (NEN 7513), chained by hashes.

One line per action and one per file that was looked at, written in the transaction of the action itself.
"""

import hashlib
import json
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import Row, select, update
from sqlalchemy.orm import Session

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import AuditHead, AuditLine

START = "0" * 64
Line = AuditLine | Row[Any]
NO_DETAILS = "{}"
EMPTIED = "emptied"
"""In the line of a destroyed file: the ids of the lines whose details went with it."""


@dataclass(frozen=True)
class Actor:
    """Who acts. ``user_id`` is empty only while a house is being made."""

    user_id: int | None
    username: str
    name: str
    role: str


@dataclass(frozen=True)
class Entry:
    """One line to be. ``action``: C, R, U, D or E."""

    use_case: UseCase
    action: str
    object_kind: str
    object_id: int | None = None
    guest_id: int | None = None
    detail: dict[str, Any] = field(default_factory=dict)
    outcome: str = "done"


def append(session: Session, entry: Entry, actor: Actor, at_utc: datetime, workstation: str) -> int:
    """Write one line at the end of the chain, and give its id; other writers on a server wait for the head."""
    head = session.get(AuditHead, 1, with_for_update=True)
    if head is None:
        head = AuditHead(id=1, last_hash=START)
        session.add(head)
    line = AuditLine(
        at_utc=at_utc.replace(microsecond=0),
        user_id=actor.user_id,
        username=actor.username,
        role=actor.role,
        workstation=workstation,
        use_case=entry.use_case.value,
        action=entry.action,
        outcome=entry.outcome,
        object_kind=entry.object_kind,
        object_id=entry.object_id,
        guest_id=entry.guest_id,
        detail=json.dumps(entry.detail, sort_keys=True, ensure_ascii=False, default=str),
        previous_hash=head.last_hash,
    )
    line.salt = secrets.token_hex(16)
    line.detail_hash = detail_hash(line)
    line.hash = line_hash(line)
    head.last_hash = line.hash
    session.add(line)
    session.flush()
    return line.id


def detail_hash(line: Line) -> str:
    """Salted, so that what was destroyed cannot be guessed from it."""
    return hashlib.sha256(f"{line.salt}{line.detail}".encode()).hexdigest()


def empty_details(session: Session, line_ids: Iterable[int]) -> None:
    """Take the details out of these lines; whoever does it names the ids in a line of its own (``EMPTIED``).

    Who did what to which file and when stays, and so does the chain.
    """
    query = update(AuditLine).where(AuditLine.id.in_(list(line_ids)))
    session.execute(query.values(detail=NO_DETAILS, salt=""), execution_options={"synchronize_session": False})


def line_hash(line: Line) -> str:
    """SHA-256 over everything the line says, and the hash of the line before."""
    said = [
        line.at_utc.isoformat(),
        line.user_id,
        line.username,
        line.role,
        line.workstation,
        line.use_case,
        line.action,
        line.outcome,
        line.object_kind,
        line.object_id,
        line.guest_id,
        line.detail_hash,
        line.previous_hash,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def broken_lines(session: Session) -> Iterator[int]:
    """Ids of the lines that were changed, or before which one is missing; empty when the chain is whole."""
    previous, emptied = START, emptied_lines(session)
    for line in session.scalars(select(AuditLine).order_by(AuditLine.id)).yield_per(1000):
        if not is_as_written(line, previous, emptied):
            yield line.id
        previous = line.hash
    head = session.get(AuditHead, 1)
    if head is not None and head.last_hash != previous:
        yield 0


def is_as_written(line: Line, previous: str, emptied: set[int]) -> bool:
    """Whether this line follows the one with the hash ``previous`` and says what it said; ``emptied``: see below."""
    return line.previous_hash == previous and line.hash == line_hash(line) and _has_its_details(line, emptied)


def _has_its_details(line: Line, emptied: set[int]) -> bool:
    if line.salt:
        return bool(line.detail_hash == detail_hash(line))
    return line.id in emptied and line.detail == NO_DETAILS


def emptied_lines(session: Session) -> set[int]:
    """Whose details were destroyed for good reason; the lines that say so stand in the chain themselves."""
    query = select(AuditLine.detail).where(AuditLine.use_case == UseCase.REMOVE_FILE.value, AuditLine.outcome == "done")
    return {line_id for detail in session.scalars(query) for line_id in json.loads(detail).get(EMPTIED, [])}
