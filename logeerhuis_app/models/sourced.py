"""What everything carries that can harm a guest: from whom the house has it, who wrote it down, who asked again."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.sources import InfoSource


class Verified:
    """zib Informatiebron; «verified»: asked again, aloud, and found to be so still."""

    source: Mapped[InfoSource | None] = mapped_column(doc="Empty: not asked; zib Informatiebron")
    verified_at_utc: Mapped[datetime | None] = mapped_column(doc="Empty: not asked again since it was written down")
    verified_by: Mapped[str] = mapped_column(String(80), default="")


class Sourced(Verified):
    """And who wrote it down. What it said before a change stands in the record."""

    recorded_at_utc: Mapped[datetime | None] = mapped_column(doc="zib DatumTijd")
    recorded_by: Mapped[str] = mapped_column(String(80), default="", doc="zib Auteur")
