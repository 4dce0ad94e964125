"""Who works here, and the record of what they did."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models.base import Base


class User(Base):
    """A personal account; shared ones do not exist."""

    __tablename__ = "app_user"
    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(String(40), unique=True)
    name: Mapped[str] = mapped_column(String(80), doc="As it stands under notes and prints: «M. Bakker»")
    role: Mapped[Role]
    is_active: Mapped[bool] = mapped_column(default=True)
    password_hash: Mapped[str | None] = mapped_column(
        String(200), doc="Argon2id; only where the house lives on a server. A file is opened by its key file."
    )
    second_factor_key: Mapped[str | None] = mapped_column(
        String(64), doc="Shared with the user's phone (base32); empty while the second step is off"
    )
    second_factor_step: Mapped[int | None] = mapped_column(
        doc="The half minute whose code let the user in last: no code works twice"
    )


class AuditLine(Base):
    """One action or one look (NEN 7513). Append-only; each line carries the hash of the one before."""

    __tablename__ = "audit_line"
    id: Mapped[int] = mapped_column(primary_key=True)
    at_utc: Mapped[datetime] = mapped_column(index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("app_user.id"), index=True)
    username: Mapped[str] = mapped_column(String(40))
    role: Mapped[str] = mapped_column(String(20))
    workstation: Mapped[str] = mapped_column(String(80))
    use_case: Mapped[str] = mapped_column(String(40))
    action: Mapped[str] = mapped_column(String(1), doc="C, R, U, D or E (execute), as NEN 7513 has them")
    outcome: Mapped[str] = mapped_column(String(10), doc="done or refused")
    object_kind: Mapped[str] = mapped_column(String(30))
    object_id: Mapped[int | None]
    guest_id: Mapped[int | None] = mapped_column(ForeignKey("guest.id"), index=True)
    detail: Mapped[str] = mapped_column(Text, doc="JSON: old and new values, accepted warnings")
    salt: Mapped[str] = mapped_column(String(32), doc="Empty: the details went with a destroyed file")
    detail_hash: Mapped[str] = mapped_column(
        String(64), doc="Of salt and details: the chain holds this, so that details can be destroyed and the chain not"
    )
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class AuditHead(Base):
    """The end of the chain: the row that makes two writers on a server queue up."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="only_one"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    last_hash: Mapped[str] = mapped_column(String(64))
