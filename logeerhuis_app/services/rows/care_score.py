"""A Barthel or Katz as screens and prints show it."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.care_scores import Score


@dataclass(frozen=True)
class ScoreRow:
    """``ended_why``: why it does not count any more; empty while it does."""

    score_id: int
    score: Score
    taken_on: date
    recorded_by: str
    note: str = ""
    ended_on: date | None = None
    ended_why: str = ""
    version: int = 0
