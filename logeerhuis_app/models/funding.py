"""Who pays: payers, contracts with their rates and shares, allocations to guests. Amounts in integer cents."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from logeerhuis_app.domain.funding import Arrangement, Basis, Frequency, Law, PayerKind
from logeerhuis_app.models.base import Base, Versioned


class Payer(Base, Versioned):
    """A municipality, care office, insurer, or the guests who pay themselves (Dutch: financier)."""

    __tablename__ = "payer"
    __table_args__ = (UniqueConstraint("kind", "code"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[PayerKind]
    code: Mapped[str] = mapped_column(String(12), doc="Municipality code, or UZOVI code of office or insurer")
    name: Mapped[str] = mapped_column(String(120))
    department: Mapped[str] = mapped_column(String(120), default="")
    address: Mapped[str] = mapped_column(String(120), default="")
    postcode_town: Mapped[str] = mapped_column(String(120), default="")
    is_signature_wanted: Mapped[bool] = mapped_column(default=False)


class Contract(Base, Versioned):
    """An agreement of one location with one payer, or with several that share (then ``payer_id`` is the first)."""

    __tablename__ = "contract"
    __table_args__ = (CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name="ends_after_start"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"), index=True)
    payer_id: Mapped[int] = mapped_column(ForeignKey("payer.id"), index=True)
    law: Mapped[Law]
    arrangement: Mapped[Arrangement]
    number: Mapped[str] = mapped_column(String(40))
    product: Mapped[str] = mapped_column(String(80), default="")
    product_category: Mapped[str] = mapped_column(String(2), default="")
    product_code: Mapped[str] = mapped_column(
        String(5), default="", doc="Free per contract: no national list was found"
    )
    unit: Mapped[str] = mapped_column(String(2), default="14", doc="14: etmaal (code list WJ756)")
    valid_from: Mapped[date]
    valid_until: Mapped[date | None] = mapped_column(doc="Last day; empty: no end agreed")
    payment_days: Mapped[int] = mapped_column(default=30)


class Rate(Base):
    """Price of one night (Dutch: tarief), keyed by the date of the night and never by the day of printing."""

    __tablename__ = "rate"
    __table_args__ = (CheckConstraint("amount_cents >= 0", name="not_negative"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    basis: Mapped[Basis]
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    amount_cents: Mapped[int]


class LumpSum(Base):
    """What the parties pay together each month, however many nights were slept."""

    __tablename__ = "lump_sum"
    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    valid_from: Mapped[date]
    valid_until: Mapped[date | None]
    monthly_cents: Mapped[int]


class Share(Base):
    """One party's part of a lump sum (Dutch: verdeelsleutel); the parts of a contract add up to one."""

    __tablename__ = "share"
    __table_args__ = (
        UniqueConstraint("contract_id", "payer_id"),
        CheckConstraint("numerator > 0 AND denominator > 0", name="is_a_fraction"),
    )
    id: Mapped[int] = mapped_column(primary_key=True)
    contract_id: Mapped[int] = mapped_column(ForeignKey("contract.id"), index=True)
    payer_id: Mapped[int] = mapped_column(ForeignKey("payer.id"))
    order: Mapped[int] = mapped_column("sort_order", doc="A cent that is left goes to the lowest first")
    numerator: Mapped[int]
    denominator: Mapped[int]


class Allocation(Base, Versioned):
    """What a payer granted one guest (Dutch: toewijzing for Wmo, indicatie for Wlz)."""

    __tablename__ = "allocation"
    __table_args__ = (CheckConstraint("valid_until IS NULL OR valid_until >= valid_from", name="ends_after_start"),)
    id: Mapped[int] = mapped_column(primary_key=True)
    guest_id: Mapped[int] = mapped_column(ForeignKey("guest.id"), index=True)
    payer_id: Mapped[int] = mapped_column(ForeignKey("payer.id"), index=True)
    basis: Mapped[Basis]
    number: Mapped[str] = mapped_column(String(20), default="", doc="ToewijzingNummer, or CIZ decision number")
    decision_no: Mapped[str] = mapped_column(String(40), default="", doc="For the paper only")
    product: Mapped[str] = mapped_column(String(80), default="")
    valid_from: Mapped[date]
    valid_until: Mapped[date | None] = mapped_column(doc="Last day that is granted; empty: no end")
    volume: Mapped[int | None] = mapped_column(doc="Nights; empty: no number was granted")
    frequency: Mapped[Frequency | None]
