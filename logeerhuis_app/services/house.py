"""The house itself: what holds for every PC, its locations with who declares there, its rooms and beds.

A bed is never deleted: nights were slept in it. It is closed for good from a day on, and that can be taken back.
"""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session
from stdnum import iban as iban_rule
from stdnum.exceptions import ValidationError

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BedKind
from logeerhuis_app.domain.checks import Reason, require_phone
from logeerhuis_app.domain.errors import AlreadyExists, BedTaken, FieldInvalid, FieldRequired, NotFound
from logeerhuis_app.domain.house_facts import (
    LONGEST_TURNOVER,
    next_bed_code,
    require_eight_digits,
    require_location_code,
    require_lock_minutes,
)
from logeerhuis_app.domain.new_house import LONGEST_NAME
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.typed_text import tidy_line
from logeerhuis_app.models import Bed, Booking, Closure, Guest, House, Location, Night, Room
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Door, Work, reads, writes
from logeerhuis_app.services.field_values import found, put
from logeerhuis_app.services.guests import checked_postcode
from logeerhuis_app.services.rows.house import BedClosure, BedFacts, HouseFacts, LocationRow

_CHANGED = Topic.HOUSE | Topic.BOOKINGS | Topic.HANDOVER
"""The chart and the handover show rooms by name."""


@dataclass(frozen=True)
class LocationWish:
    """``code`` counts for a new location only: the codes of its beds begin with it."""

    name: str
    provider: str
    code: str = ""
    target_group: str = ""
    street: str = ""
    postcode: str = ""
    town: str = ""
    phone: str = ""
    agb: str = ""
    kvk: str = ""
    iban: str = ""
    vat_id: str = ""
    vat_exemption: str = ""
    takes_wlz: bool = True
    has_supervision_24_7: bool = False
    needs_indication: bool = True
    turnover_minutes: int = 60
    version: int = 0


@dataclass(frozen=True)
class BedWish:
    """``name``: of the room, «Kamer 3»."""

    name: str
    kind: BedKind = BedKind.FIXED
    features: str = ""
    is_wheelchair_accessible: bool = False
    has_lift: bool = False
    has_supervision: bool = False
    is_quiet: bool = False
    version: int = 0


# --- looking --------------------------------------------------------------------------------------------------------


@reads(UseCase.CHANGE_HOUSE)
def house_facts(work: Work) -> HouseFacts:
    """Everything the manager may change of the house; nothing of a guest."""
    house = work.session.get_one(House, 1)
    query = select(Bed, Room).join(Room, Bed.room_id == Room.id).order_by(Room.location_id, Bed.order, Bed.id)
    closures = _closures(work.session, work.today)
    beds = tuple(_bed_facts(bed, room, closures.get(bed.id, ())) for bed, room in work.session.execute(query))
    locations = work.session.scalars(select(Location).order_by(Location.id))
    rows = tuple(_location_row(location, beds, work.today) for location in locations)
    return HouseFacts(house.name, house.lock_minutes, work.today, rows, beds)


def lock_minutes(door: Door) -> int:
    """How long nobody may touch this PC before it locks. No use case of its own: it shows nobody's data."""
    with reading(door.engine) as session:
        return session.get_one(House, 1).lock_minutes


def _closures(session: Session, today: date) -> dict[int, tuple[BedClosure, ...]]:
    """Per bed, those that are not over."""
    query = (
        select(Night.bed_id, Closure)
        .join(Closure, Night.closure_id == Closure.id)
        .where(Closure.until_day > today)
        .distinct()
        .order_by(Closure.from_day, Closure.id)
    )
    found: dict[int, tuple[BedClosure, ...]] = {}
    for bed, row in session.execute(query):
        bed_id = bed or 0
        closure = BedClosure(row.id, row.from_day, row.until_day - ONE_DAY, row.reason)
        found[bed_id] = (*found.get(bed_id, ()), closure)
    return found


def _bed_facts(bed: Bed, room: Room, closures: tuple[BedClosure, ...]) -> BedFacts:
    return BedFacts(
        bed_id=bed.id,
        version=room.version,
        location_id=room.location_id,
        code=bed.code,
        name=room.name,
        kind=bed.kind,
        features=room.features,
        is_wheelchair_accessible=room.is_wheelchair_accessible,
        has_lift=room.has_lift,
        has_supervision=room.has_supervision,
        is_quiet=room.is_quiet,
        closed_from=bed.closed_from,
        closures=closures,
    )


def _location_row(row: Location, beds: tuple[BedFacts, ...], today: date) -> LocationRow:
    in_use = sum(bed.location_id == row.id and not bed.is_closed(today) for bed in beds)
    names = [name for name in LocationRow.__dataclass_fields__ if name not in {"location_id", "beds"}]
    return LocationRow(location_id=row.id, beds=in_use, **{name: getattr(row, name) for name in names})


# --- every PC -------------------------------------------------------------------------------------------------------


@writes(UseCase.CHANGE_HOUSE)
def change_lock_minutes(work: Work, minutes: int) -> Changes:
    """Raises: FieldInvalid."""
    require_lock_minutes(minutes)
    changed = put(work.session.get_one(House, 1), {"lock_minutes": minutes})
    work.log("U", "house", 1, changed=changed)
    return Changes(Topic.HOUSE)


@writes(UseCase.CHANGE_HOUSE)
def rename_house(work: Work, name: str) -> Changes:
    """Another name, on paper and at the login: in the house and in its key file as one.

    Raises: FieldRequired, FieldInvalid.
    """
    line = tidy_line(name)
    if not line:
        raise FieldRequired("house_name")
    if len(line) > LONGEST_NAME:
        raise FieldInvalid("house_name", line, Reason.TOO_LONG)
    work.log("U", "house", 1, changed=put(work.session.get_one(House, 1), {"name": line}))
    if work.keys is not None:
        work.keys.rename_house(line)
    return Changes(_CHANGED)


# --- locations ------------------------------------------------------------------------------------------------------


@writes(UseCase.CHANGE_HOUSE)
def add_location(work: Work, wish: LocationWish) -> Changes:
    """Another address with beds.

    Raises:
        FieldRequired, FieldInvalid.
        AlreadyExists: another location has this code.
    """
    code = require_location_code(wish.code)
    if work.session.scalar(select(Location.id).where(Location.code == code)) is not None:
        raise AlreadyExists("location", code)
    row = Location(code=code)
    put(row, _checked(wish))
    work.session.add(row)
    work.session.flush()
    work.log("C", "location", row.id, code=code)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHANGE_HOUSE)
def change_location(work: Work, location_id: int, wish: LocationWish) -> Changes:
    """What was declared keeps the name and the numbers of its day.

    Raises:
        FieldRequired, FieldInvalid, ChangedByOther.
    """
    row = found(work.session, Location, location_id, wish.version)
    work.log("U", "location", row.id, changed=put(row, _checked(wish)))
    return Changes(_CHANGED | Topic.DECLARATIONS)


def _checked(wish: LocationWish) -> dict[str, Any]:
    for name in ("name", "provider"):
        if not tidy_line(getattr(wish, name)):
            raise FieldRequired(name)
    require_phone("phone", wish.phone)
    if not 0 <= wish.turnover_minutes <= LONGEST_TURNOVER:
        raise FieldInvalid("turnover_minutes", str(wish.turnover_minutes), Reason.NUMBER)
    values = {name: value for name, value in asdict(wish).items() if name not in {"version", "code"}}
    return values | {
        "postcode": checked_postcode(wish.postcode),
        "agb": require_eight_digits("agb", wish.agb),
        "kvk": require_eight_digits("kvk", wish.kvk),
        "iban": _checked_iban(wish.iban),
    }


def _checked_iban(text: str) -> str:
    if not text.strip():
        return ""
    try:
        return str(iban_rule.validate(text))
    except ValidationError as fault:
        raise FieldInvalid("iban", text, Reason.IBAN) from fault


# --- beds -----------------------------------------------------------------------------------------------------------


@writes(UseCase.CHANGE_HOUSE)
def add_bed(work: Work, location_id: int, wish: BedWish) -> Changes:
    """A room with one bed, last in the chart; its code goes on where those of the location end.

    Raises:
        FieldRequired, FieldInvalid.
        AlreadyExists: this location has a room of that name.
    """
    location = work.session.get(Location, location_id, with_for_update=True)
    if location is None:
        raise NotFound("location", str(location_id))
    room = Room(location_id=location_id)
    put(room, _checked_room(work.session, location_id, wish))
    work.session.add(room)
    work.session.flush()
    code = next_bed_code(location.code, frozenset(work.session.scalars(select(Bed.code))))
    last = work.session.scalar(
        select(func.max(Bed.order)).join(Room, Bed.room_id == Room.id).where(Room.location_id == location_id)
    )
    bed = Bed(room_id=room.id, code=code, kind=wish.kind, order=(last or 0) + 1)
    work.session.add(bed)
    work.session.flush()
    work.log("C", "bed", bed.id, code=code)
    return Changes(_CHANGED, created_id=bed.id)


@writes(UseCase.CHANGE_HOUSE)
def change_bed(work: Work, bed_id: int, wish: BedWish) -> Changes:
    """Another name for the room, or what it has.

    Raises:
        FieldRequired, FieldInvalid, AlreadyExists, ChangedByOther.
    """
    bed = _bed(work.session, bed_id)
    room = found(work.session, Room, bed.room_id, wish.version)
    changed = put(room, _checked_room(work.session, room.location_id, wish, room.id))
    changed |= put(bed, {"kind": wish.kind})
    work.log("U", "bed", bed.id, code=bed.code, changed=changed)
    return Changes(_CHANGED, created_id=bed.id)


@writes(UseCase.CHANGE_HOUSE)
def close_bed_for_good(work: Work, bed_id: int, from_day: date | None) -> Changes:
    """Nobody sleeps here from this night on (Dutch: opheffen); what was slept stays.

    Raises:
        FieldRequired: no day.
        BedTaken: a stay is in the way; it must be moved or cancelled by a human first.
    """
    if from_day is None:
        raise FieldRequired("closed_from")
    bed = _bed(work.session, bed_id)
    _refuse_if_slept_in(work.session, bed, from_day)
    work.log("U", "bed", bed.id, code=bed.code, changed=put(bed, {"closed_from": from_day}))
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_HOUSE)
def reopen_bed(work: Work, bed_id: int) -> Changes:
    """It was closed for good by mistake, or comes back."""
    bed = _bed(work.session, bed_id)
    work.log("U", "bed", bed.id, code=bed.code, changed=put(bed, {"closed_from": None}))
    return Changes(_CHANGED)


def _bed(session: Session, bed_id: int) -> Bed:
    """Locked, as a booking locks it: of two desks one is first."""
    bed = session.get(Bed, bed_id, with_for_update=True)
    if bed is None:
        raise NotFound("bed", str(bed_id))
    return bed


def _checked_room(session: Session, location_id: int, wish: BedWish, own_id: int = 0) -> dict[str, Any]:
    name = tidy_line(wish.name)
    if not name:
        raise FieldRequired("name")
    others = select(Room.name).where(Room.location_id == location_id, Room.id != own_id)
    if name.casefold() in {other.casefold() for other in session.scalars(others)}:
        raise AlreadyExists("room", name)
    return {key: value for key, value in asdict(wish).items() if key not in {"version", "kind"}}


def _refuse_if_slept_in(session: Session, bed: Bed, from_day: date) -> None:
    query = (
        select(Night.night, Booking, Guest)
        .join(Booking, Night.booking_id == Booking.id)
        .join(Guest, Booking.guest_id == Guest.id)
        .where(Night.bed_id == bed.id, Night.night >= from_day)
        .order_by(Night.night)
    )
    rows = session.execute(query).all()
    if rows:
        _night, booking, guest = rows[0]
        nights = tuple(night for night, other, _guest in rows if other is booking)
        name = shown_name(guest)
        room = session.get_one(Room, bed.room_id).name
        raise BedTaken(room, nights, name, booking.arrival, booking.departure)
