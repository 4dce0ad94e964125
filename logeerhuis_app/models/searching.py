"""What a search needs of a guest, worked out beforehand. Made anew from the guest's own rows, and never exported."""

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.searching import LONGEST
from logeerhuis_app.models.base import Base

_BY_CODE_POINT = String(LONGEST).with_variant(String(LONGEST, collation="C"), "postgresql")
"""So that a beginning is a span of the index on a server too; a file compares so by itself."""


class GuestWord(Base):
    """One of the words a guest is found by (``domain.searching``)."""

    __tablename__ = "guest_word"
    __table_args__ = (Index("ix_guest_word_guest_id", "guest_id", "kind", "word"), {"sqlite_with_rowid": False})
    kind: Mapped[str] = mapped_column(String(1), primary_key=True)
    word: Mapped[str] = mapped_column(_BY_CODE_POINT, primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id", ondelete="CASCADE"), primary_key=True)


class GuestKey(Base):
    """In which order guests are listed, and how their names sound: who can be taken for whom."""

    __tablename__ = "guest_key"
    __table_args__ = (Index("ix_guest_key_sound", "last_sound", "given_sound"),)
    guest_id: Mapped[int] = mapped_column(
        ForeignKey("guest.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    sort_name: Mapped[str] = mapped_column(_BY_CODE_POINT, index=True)
    given_sound: Mapped[str] = mapped_column(_BY_CODE_POINT)
    last_sound: Mapped[str] = mapped_column(_BY_CODE_POINT)
