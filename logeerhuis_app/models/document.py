"""Papers and pictures of a guest, their bytes apart from what lists show, and what was agreed to."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.documents import ConsentAnswer, ConsentHow, ConsentKind, DocumentKind, MediaType
from logeerhuis_app.models.base import Base, Versioned


class Document(Base, Versioned):
    """What is known of a paper or picture (Dutch: document); its bytes never change."""

    __tablename__ = "document"
    __table_args__ = (CheckConstraint("size > 0", name="holds_something"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[DocumentKind]
    media_type: Mapped[MediaType]
    size: Mapped[int] = mapped_column(doc="In bytes")
    pages: Mapped[int] = mapped_column(default=1)
    dated_on: Mapped[date | None] = mapped_column(doc="Of the paper itself; of a photo the day it was taken")
    note: Mapped[str] = mapped_column(String(400), default="")
    attached_at_utc: Mapped[datetime]
    attached_by: Mapped[str] = mapped_column(String(80))


class DocumentContent(Base):
    """The bytes of one document, in a table of their own so that lists stay light."""

    __tablename__ = "document_content"
    id: Mapped[int] = mapped_column(primary_key=True)
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), unique=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
    small: Mapped[bytes | None] = mapped_column(LargeBinary, doc="Of a photo: the small square picture (JPEG)")


class Consent(Base, Versioned):
    """What was agreed to or refused (Dutch: toestemming): the newest of a kind holds, until it is withdrawn."""

    __tablename__ = "consent"
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    kind: Mapped[ConsentKind]
    answer: Mapped[ConsentAnswer]
    given_by: Mapped[str] = mapped_column(String(120), doc="The guest, or who decides for the guest")
    how: Mapped[ConsentHow]
    given_on: Mapped[date]
    withdrawn_on: Mapped[date | None]
    recorded_by: Mapped[str] = mapped_column(String(80))
