"""The house as its manager sees it in the settings: locations, rooms and beds, and what holds for every PC."""

from dataclasses import dataclass
from datetime import date

from logeerhuis_app.domain.bookings import BedKind, ClosureReason


@dataclass(frozen=True)
class LocationRow:
    """One address. ``beds`` counts those in use today."""

    location_id: int
    version: int
    code: str
    name: str
    provider: str
    target_group: str
    street: str
    postcode: str
    town: str
    phone: str
    agb: str
    kvk: str
    iban: str
    vat_id: str
    vat_exemption: str
    takes_wlz: bool
    has_supervision_24_7: bool
    needs_indication: bool
    turnover_minutes: int
    beds: int


@dataclass(frozen=True)
class BedClosure:
    """Some nights without guests, and why."""

    closure_id: int
    first_night: date
    last_night: date
    reason: ClosureReason


@dataclass(frozen=True)
class BedFacts:
    """One bed with its room. ``closed_from``: the first night on which it is not there any more.

    ``closures``: the nights on which nobody can be booked, from today on, the nearest first.
    """

    bed_id: int
    version: int  # of the room
    location_id: int
    code: str
    name: str  # of the room, as people say it
    kind: BedKind
    features: str
    is_wheelchair_accessible: bool
    has_lift: bool
    has_supervision: bool
    is_quiet: bool
    closed_from: date | None
    closures: tuple[BedClosure, ...] = ()

    def is_closed(self, day: date) -> bool:
        return self.closed_from is not None and self.closed_from <= day


@dataclass(frozen=True)
class HouseFacts:
    """Locations by number, beds in the order of the chart."""

    name: str
    lock_minutes: int
    today: date
    locations: tuple[LocationRow, ...]
    beds: tuple[BedFacts, ...]
