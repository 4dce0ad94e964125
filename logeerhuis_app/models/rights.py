"""What guests asked about their own file, and which files were destroyed."""

from datetime import date
from typing import Any

from sqlalchemy import JSON, ForeignKey, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.retention import RemovalGround
from logeerhuis_app.domain.rights import Asker, Decision, RightKind
from logeerhuis_app.models.base import Base, Versioned


class RightsRequest(Base, Versioned):
    """One request about the own file (Dutch: verzoek van betrokkene), what was decided and why."""

    __tablename__ = "rights_request"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[RightKind]
    received_on: Mapped[date]
    asker: Mapped[Asker]
    asker_name: Mapped[str] = mapped_column(String(120), default="", doc="Empty: the guest")
    ground: Mapped[str] = mapped_column(String(200), default="", doc="On what ground a representative asks")
    wish: Mapped[str] = mapped_column(Text, default="", doc="What is asked, in the asker's words")
    decision: Mapped[Decision] = mapped_column(default=Decision.OPEN)
    decided_on: Mapped[date | None]
    decided_by: Mapped[str] = mapped_column(String(80), default="")
    reason: Mapped[str] = mapped_column(Text, default="")
    statement: Mapped[str] = mapped_column(Text, default="", doc="The guest's own statement, kept with the file")


class Destruction(Base):
    """The protocol of one destroyed care file (Dutch: vernietiging). It names nobody."""

    __tablename__ = "destruction"
    __table_args__ = (UniqueConstraint("year", "sequence"), UniqueConstraint("guest_id"))
    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    sequence: Mapped[int]
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"))
    guest_no: Mapped[str] = mapped_column(String(12))
    destroyed_on: Mapped[date]
    ground: Mapped[RemovalGround]
    decided_by: Mapped[str] = mapped_column(String(80))
    removed: Mapped[dict[str, Any]] = mapped_column(JSON, doc="How many rows of which table")
    finance_until: Mapped[date | None] = mapped_column(doc="From then on the declared facts may go; empty: none")
    backups_until: Mapped[date] = mapped_column(doc="Last day on which a backup may still hold the file")
