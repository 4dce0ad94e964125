"""What is shown of who pays for a guest, of the nights that are left, and of the stays."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.funding import Basis, Frequency, Law


@dataclass(frozen=True)
class BudgetRow:
    """Nights used, planned and allowed of one allocation or of the Wlz year (for a meter)."""

    label: str  # «Etmalen 2026»
    used: int
    planned: int
    most: int | None  # None: no limit known
    counts_own_house_only: bool = False

    @property
    def left(self) -> int | None:
        return None if self.most is None else self.most - self.used - self.planned


@dataclass(frozen=True)
class AllocationRow:
    """An allocation (Dutch: toewijzing, indicatie) of one payer to one guest."""

    allocation_id: int
    law: Law
    basis: Basis
    payer_id: int
    payer: str
    number: str
    product: str
    valid_from: date
    valid_until: date | None
    volume: int | None
    frequency: Frequency | None
    budget: BudgetRow | None = None
    version: int = 0
    decision_no: str = ""
    is_now: bool = True  # covers today


@dataclass(frozen=True)
class StayRow:
    """One booking in the guest's file."""

    booking_id: int
    arrival: date
    departure: date
    nights: int
    bed: str
    state: str  # in words
    label: str  # in words
    state_code: BookingState | None = None
