"""Who saw or changed one file, in plain words."""

import json
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import CareTopic
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.error_words import field_word
from logeerhuis_app.i18n.file_words import column_words
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.models import AuditLine, Base, FormDraft, Guest, User
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.queries.file_changes import names_of
from logeerhuis_app.services.record_values import MODELS, NO_WORDS, Names, summary, value_words
from logeerhuis_app.services.rows.guest import LogRow

MOST_LINES = 500
CHANGES = ("C", "U", "D")


def log_of(session: Session, guest_id: int, most: int | None = MOST_LINES) -> tuple[LogRow, ...]:
    """The lines about one guest, the latest first; ``most`` None: all of them.

    What was done with a file that was merged into this one belongs to it.
    """
    merged = select(Guest.id).where(Guest.merged_into_id == guest_id)
    of_guest = or_(AuditLine.guest_id == guest_id, AuditLine.guest_id.in_(merged))
    query = select(AuditLine).where(of_guest).order_by(AuditLine.id.desc())
    users, names = _names(session), names_of(session)
    return tuple(
        LogRow(line.at_utc, users.get(line.username, line.username), deed_words(line), changed_values(line, names))
        for line in session.scalars(query.limit(most))
    )


@reads(UseCase.SEE_GUEST)
def last_change_of_other(work: Work, guest_id: int) -> str:
    """Who, besides this user, changed something in this file last; empty: nobody."""
    is_change = AuditLine.action.in_(CHANGES), AuditLine.object_kind != FormDraft.__tablename__
    query = select(AuditLine.username).where(AuditLine.guest_id == guest_id, *is_change)
    query = query.where(AuditLine.username != work.actor.username).order_by(AuditLine.id.desc()).limit(1)
    username = work.session.scalar(query)
    return _names(work.session).get(username, username) if username else ""


def _names(session: Session) -> dict[str, str]:
    rows = session.execute(select(User.username, User.name))
    return {username: name for username, name in rows}  # noqa: C416 — a Row is a tuple, but not to the type checker


def changed_values(line: AuditLine, names: Names) -> tuple[str, ...]:
    """What each field said before and after; of a row that is gone what it said, and of a secret that it changed."""
    model, detail = MODELS.get(line.object_kind), json.loads(line.detail)
    if model is None:
        return ()
    if isinstance(detail.get("was"), dict):
        return (summary(model, detail["was"], names),)
    changed = detail.get("changed")
    if not isinstance(changed, dict):
        return ()
    return tuple(_value_line(model, name, change, names) for name, change in changed.items() if name not in NO_WORDS)


def _value_line(model: type[Base], name: str, change: Any, names: Names) -> str:
    if not isinstance(change, list):
        return _("{field}: changed").format(field=column_words(name))
    old, new = (value_words(model, name, value, names) or "–" for value in change)
    return _("{field}: {old} → {new}").format(field=column_words(name), old=old, new=new)


def deed_words(line: AuditLine) -> str:
    """«medicatie wijzigen», «gastdossier wijzigen: woonplaats, telefoon»."""
    deed = label(UseCase(line.use_case)) if line.use_case in set(UseCase) else line.use_case
    words = [word for word in _details(json.loads(line.detail)) if word]
    return _("{deed}: {details}").format(deed=deed, details=", ".join(words)) if words else deed


def _details(detail: dict[str, Any]) -> list[str]:
    words = []
    if detail.get("topic") in set(CareTopic):
        words.append(label(CareTopic(detail["topic"])))
    if isinstance(detail.get("merged"), str):
        words.append(_("merged with guest {number}").format(number=detail["merged"]))
    if isinstance(detail.get("merged_into"), str):
        words.append(_("merged into guest {number}").format(number=detail["merged_into"]))
    changed = detail.get("changed")
    if isinstance(changed, dict):
        words += [field_word(name) for name in changed]
    if isinstance(detail.get("reason"), str):
        words.append(detail["reason"])
    return list(dict.fromkeys(words))
