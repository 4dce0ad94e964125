"""What was asked about the own file, and everything that is on file: for the screen and for the access file."""

from dataclasses import dataclass, field
from datetime import date, datetime

from logeerhuis_app.domain.declaring import DeclarationState
from logeerhuis_app.domain.partial_date import PartialDate
from logeerhuis_app.domain.rights import Asker, RestrictionGround
from logeerhuis_app.services.rows.carer import CarerFile
from logeerhuis_app.services.rows.guest import GuestFile, LogRow, RequestRow
from logeerhuis_app.services.rows.whole_house import Tables


@dataclass(frozen=True)
class RestrictionRow:
    """Since when and why the file is closed; ``since`` None: it is open."""

    since: date | None = None
    ground: RestrictionGround | None = None
    reason: str = ""


@dataclass(frozen=True)
class RightsSheet:
    """What the dialog about a guest's rights shows."""

    guest_id: int
    guest_no: str
    name: str
    born: PartialDate
    requests: tuple[RequestRow, ...] = ()
    restriction: RestrictionRow = RestrictionRow()
    version: int = 0


@dataclass(frozen=True)
class DeclaredRow:
    """One line about the guest on a declaration that left the house."""

    number: str
    month: date
    payer: str
    nights: int
    amount_cents: int
    state: DeclarationState


@dataclass(frozen=True)
class StayLine:
    """One booking in the access file, with what was recorded of each night that was not simply slept."""

    arrival: date
    departure: date
    place: str
    state: str
    label: str
    slept: int
    other_nights: tuple[tuple[date, str], ...] = ()
    note: str = ""
    end_reason: str = ""
    destination: str = ""


@dataclass(frozen=True)
class GivenTo:
    """For whom the access file was made."""

    asker: Asker
    name: str = ""
    ground: str = ""


@dataclass(frozen=True)
class Dossier:
    """Everything on file about one guest.

    ``tables``: every row as it goes out as JSON. ``names``: what a row that is referred to is called, by table and id.
    """

    file: GuestFile
    bsn: str
    tables: Tables
    names: dict[tuple[str, int], str]
    stays: tuple[StayLine, ...]
    declared: tuple[DeclaredRow, ...]
    log: tuple[LogRow, ...]
    given_to: GivenTo
    house: str
    is_practice: bool
    made_at_utc: datetime
    made_by: str
    restriction: RestrictionRow = field(default_factory=RestrictionRow)
    carers: CarerFile = field(default_factory=CarerFile)
