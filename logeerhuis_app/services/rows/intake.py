"""The intake as screens and papers show it."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from logeerhuis_app.domain.intake import IntakePart, PartState
from logeerhuis_app.services.rows.guest import GuestFile, GuestRef


@dataclass(frozen=True)
class IntakeSheet:
    """The paper form. Without a guest its head has lines to write on."""

    house: str
    printed_at_utc: datetime
    printed_by: str
    guest: GuestRef | None = None
    is_practice: bool = False


@dataclass(frozen=True)
class EstimateRow:
    """When the talk was and how much care is expected; ``version`` 0: nothing was written down."""

    held_on: date | None = None
    place: str = ""
    present: str = ""
    estimate_adl: str = ""
    estimate_minutes: int | None = None
    estimate_nightly: int | None = None
    estimate_why: str = ""
    version: int = 0


@dataclass(frozen=True)
class ObservedRow:
    """What care one stay took; ``version`` 0: nobody wrote it down."""

    booking_id: int
    arrival: date
    departure: date
    seen_adl: str = ""
    seen_minutes: int | None = None
    seen_nightly: int | None = None
    seen_why: str = ""
    recorded_by: str = ""
    version: int = 0


@dataclass(frozen=True)
class CareNeed:
    """The estimate of the talk, and the stays of the guest, the latest first."""

    estimate: EstimateRow = field(default_factory=EstimateRow)
    stays: tuple[ObservedRow, ...] = ()


@dataclass(frozen=True)
class DraftRow:
    """What the reader typed in a part and did not save."""

    typed: dict[str, Any]
    saved_at_utc: datetime


@dataclass(frozen=True)
class IntakeView:
    """The whole talk at one look. ``missing``: codes of CheckInGate that are still open, in the order of the talk."""

    file: GuestFile
    parts: dict[IntakePart, PartState]
    missing: tuple[str, ...] = ()
    drafts: dict[IntakePart, DraftRow] = field(default_factory=dict)
    estimate: EstimateRow = field(default_factory=EstimateRow)
