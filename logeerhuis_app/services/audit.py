"""The record of every action and every look (NEN 7513), chained by hashes.

One line per action and one per file that was looked at, written in the transaction of the action itself.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import AuditHead, AuditLine

START = "0" * 64


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


def append(session: Session, entry: Entry, actor: Actor, at_utc: datetime, workstation: str) -> None:
    """Write one line at the end of the chain; other writers on a server wait for the head."""
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
    line.hash = line_hash(line)
    head.last_hash = line.hash
    session.add(line)
    session.flush()


def line_hash(line: AuditLine) -> str:
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
        line.detail,
        line.previous_hash,
    ]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def broken_lines(session: Session) -> Iterator[int]:
    """Ids of the lines that were changed, or before which one is missing; empty when the chain is whole."""
    previous = START
    for line in session.scalars(select(AuditLine).order_by(AuditLine.id)).yield_per(1000):
        if line.previous_hash != previous or line.hash != line_hash(line):
            yield line.id
        previous = line.hash
    head = session.get(AuditHead, 1)
    if head is not None and head.last_hash != previous:
        yield 0
