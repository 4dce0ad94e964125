"""Write down a Barthel or a Katz, put it right, withdraw it."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from logeerhuis_app.domain.care_scores import Score, require_score
from logeerhuis_app.domain.errors import ChangedByOther, FieldRequired
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import CareScore, Guest
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, put

_CHANGED = Topic.CARE | Topic.GUESTS


@dataclass(frozen=True)
class ScoreWish:
    """What was seen, and on which day. ``version`` 0 for a new one."""

    score: Score
    taken_on: date | None
    note: str = ""
    version: int = 0


@writes(UseCase.CHANGE_CARE)
def add_score(work: Work, guest_id: int, wish: ScoreWish) -> Changes:
    """Raises: FieldRequired, FieldInvalid: see ``require_score``."""
    found(work.session, Guest, guest_id)
    row = CareScore(guest_id=guest_id, kind=wish.score.kind, recorded_at_utc=work.now_utc, recorded_by=work.actor.name)
    changed = put(row, _values(work, wish))
    work.session.add(row)
    work.session.flush()
    work.log("C", "care_score", row.id, guest_id, score=row.kind.value, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CARE)
def change_score(work: Work, score_id: int, wish: ScoreWish) -> Changes:
    """Put right what was written down wrongly; another day is another score.

    Raises: as ``add_score``; ChangedByOther, also where it was withdrawn meanwhile.
    """
    row = _counting(work, score_id, wish.version)
    changed = put(row, _values(work, wish))
    work.log("U", "care_score", row.id, row.guest_id, score=row.kind.value, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_CARE)
def end_score(work: Work, score_id: int, reason: str, version: int) -> Changes:
    """It does not count any more, and stays on file with the reason. Raises: FieldRequired without one."""
    row = _counting(work, score_id, version)
    if not reason.strip():
        raise FieldRequired("reason")
    changed = put(row, {"ended_on": work.today, "ended_why": reason})
    work.log("U", "care_score", row.id, row.guest_id, score=row.kind.value, changed=changed)
    return Changes(_CHANGED)


def _counting(work: Work, score_id: int, version: int) -> CareScore:
    row = found(work.session, CareScore, score_id, version)
    if row.ended_on is not None:
        raise ChangedByOther("guest")
    return row


def _values(work: Work, wish: ScoreWish) -> dict[str, Any]:
    taken_on = require_score(wish.score, wish.taken_on, work.today)
    items = {item.value: points for item, points in wish.score.items.items()}
    return {"taken_on": taken_on, "items": items, "note": wish.note}
