"""What left the house: copies, never changed, numbered without a gap."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, ForeignKey, Index, LargeBinary, String, UniqueConstraint, event, text
from sqlalchemy.orm import Mapped, Mapper, mapped_column

from logeerhuis_app.domain.declaring import DeclarationState
from logeerhuis_app.domain.funding import Arrangement, Law
from logeerhuis_app.models.base import Base


class IssuedDocumentChanged(RuntimeError):
    """Code tried to change what left the house. Our fault, never the user's."""


class NumberSeries(Base):
    """The last number given in one series of one year; taken inside the transaction that uses it, so without gaps."""

    __tablename__ = "number_series"
    __table_args__ = (UniqueConstraint("series", "year"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    series: Mapped[str] = mapped_column(String(20))
    year: Mapped[int]
    last_number: Mapped[int]


class Declaration(Base):
    """A fixed declaration (Dutch: vastgestelde declaratie): every fact copied, the paper kept as it was."""

    __tablename__ = "declaration"
    __table_args__ = (UniqueConstraint("series", "year", "sequence"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    series: Mapped[str] = mapped_column(String(20))
    year: Mapped[int]
    sequence: Mapped[int]
    number: Mapped[str] = mapped_column(String(12), unique=True, doc="«2026-0117»")
    state: Mapped[DeclarationState]
    month: Mapped[date] = mapped_column(index=True, doc="First day of the month")
    payer_id: Mapped[int] = mapped_column(ForeignKey("payer.id"), index=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    guest_id: Mapped[int | None] = mapped_column(ForeignKey("guest.id"), doc="Filled when the guest pays")
    law: Mapped[Law]
    arrangement: Mapped[Arrangement]
    lump_key: Mapped[str | None] = mapped_column(String(40), unique=True, doc="A share of a month is declared once")
    total_cents: Mapped[int]
    issued_on: Mapped[date]
    fixed_at_utc: Mapped[datetime]
    fixed_by: Mapped[str] = mapped_column(String(80))
    sheet: Mapped[dict[str, Any]] = mapped_column(JSON, doc="Everything on the paper, as it was")
    pdf: Mapped[bytes] = mapped_column(LargeBinary)
    pdf_sha256: Mapped[str] = mapped_column(String(64))


class DeclarationLine(Base):
    """Guest × allocation × rate × month, copied."""

    __tablename__ = "declaration_line"
    id: Mapped[int] = mapped_column(primary_key=True)
    declaration_id: Mapped[int] = mapped_column(ForeignKey("declaration.id"), index=True)
    reference: Mapped[str] = mapped_column(String(20), unique=True, doc="Never used again")
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"))
    allocation_id: Mapped[int | None] = mapped_column(ForeignKey("allocation.id"))
    nights: Mapped[int]
    rate_cents: Mapped[int]
    amount_cents: Mapped[int]


class DeclaredNight(Base):
    """One night on one line. Not credited, a guest's night can stand on one line only, whoever the payer is."""

    __tablename__ = "declared_night"
    __table_args__ = (
        Index(
            "uq_declared_night_once",
            "guest_id",
            "night",
            unique=True,
            sqlite_where=text("is_credited = 0"),
            postgresql_where=text("is_credited = false"),
        ),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    line_id: Mapped[int] = mapped_column(ForeignKey("declaration_line.id"), index=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"))
    night: Mapped[date]
    is_credited: Mapped[bool] = mapped_column(default=False)


MAY_CHANGE = frozenset({"state"})
"""What happens to a declaration afterwards; everything else is a copy of the day it was fixed."""


@event.listens_for(Declaration, "before_update")
def _refuse_change(_mapper: Mapper[Declaration], _connection: Any, declaration: Declaration) -> None:
    from sqlalchemy import inspect

    changed = {attr.key for attr in inspect(declaration).attrs if attr.history.has_changes()}
    if changed - MAY_CHANGE:
        raise IssuedDocumentChanged(f"declaration {declaration.number}: {sorted(changed - MAY_CHANGE)}")


@event.listens_for(Declaration, "before_delete")
@event.listens_for(DeclarationLine, "before_delete")
@event.listens_for(DeclarationLine, "before_update")
@event.listens_for(DeclaredNight, "before_delete")
def _refuse_removal(_mapper: Mapper[Any], _connection: Any, row: Any) -> None:
    raise IssuedDocumentChanged(f"{type(row).__name__} {row.id}")
