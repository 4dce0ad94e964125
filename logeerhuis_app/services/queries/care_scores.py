"""Barthel and Katz of a guest, the latest first."""

from sqlalchemy.orm import Session

from logeerhuis_app.domain.care_scores import Score, ScoreItem
from logeerhuis_app.models import CareScore
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, whole_rows
from logeerhuis_app.services.rows.care_score import ScoreRow

_SCORES = Prepared(
    whole_rows(CareScore).where(of_guests(CareScore.guest_id)).order_by(CareScore.taken_on.desc(), CareScore.id.desc())
)


def scores_of(session: Session, guest_id: int) -> tuple[ScoreRow, ...]:
    """Also those that were withdrawn: what somebody went by stays readable."""
    return tuple(
        ScoreRow(
            score_id=row.id,
            score=Score(row.kind, {ScoreItem(name): points for name, points in row.items.items()}),
            taken_on=row.taken_on,
            recorded_by=row.recorded_by,
            note=row.note,
            ended_on=row.ended_on,
            ended_why=row.ended_why,
            version=row.version,
        )
        for row in _SCORES.rows(session, guest_ids=[guest_id])
    )
