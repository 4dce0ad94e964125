"""How much a guest does without help, in points."""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.care_scores import ScoreKind
from logeerhuis_app.models.base import Base, Versioned


class CareScore(Base, Versioned):
    """zib BarthelIndex; Katz is a zib FunctioneleOfMentaleStatus. One of many over time; the total is never stored."""

    __tablename__ = "care_score"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[ScoreKind]
    taken_on: Mapped[date] = mapped_column(doc="zib BarthelIndex: BarthelIndexDatumTijd")
    items: Mapped[dict[str, int]] = mapped_column(JSON, doc="Points by item; an item that was not scored is not there")
    note: Mapped[str] = mapped_column(Text, default="")
    recorded_at_utc: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(80))
    ended_on: Mapped[date | None] = mapped_column(doc="Withdrawn: it does not count any more")
    ended_why: Mapped[str] = mapped_column(String(200), default="")
