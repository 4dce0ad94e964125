"""Bookings from option to departure: place, move, confirm, cancel, check in and out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import (
    CANCELLABLE,
    CANCELLED,
    EXPECTED,
    MOVABLE,
    BookingLabel,
    BookingState,
    option_expiry,
    require_transition,
)
from logeerhuis_app.domain.errors import (
    ArrivalIsPast,
    BookingLocked,
    ChangedByOther,
    Concern,
    ConcernsOpen,
    GuestExcluded,
    NoShowTooEarly,
    NotFound,
)
from logeerhuis_app.domain.matching import Effect, misfits
from logeerhuis_app.domain.nights import StayPeriod
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Allocation, Bed, Booking, Guest, Location, Room
from logeerhuis_app.services.changes import Changes, Place, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import put
from logeerhuis_app.services.queries.fitting import bed_offers, guest_needs
from logeerhuis_app.services.stay_nights import assign, bed_name, free, lock, nights_of

CONCERN_IN_PAST = "in_past"
CONCERN_FAR_AHEAD = "far_ahead"
CONCERN_NO_PAYER = "no_payer"
FAR_AHEAD = timedelta(days=730)
"""Beyond two years the year is more likely mistyped than meant."""
_CHANGED = Topic.BOOKINGS | Topic.HANDOVER | Topic.DECLARATIONS


@dataclass(frozen=True)
class BookingWish:
    """What someone at the desk asks for. ``accepted``: kinds of the concerns that were read and passed."""

    guest_id: int
    bed_id: int
    arrival: date
    departure: date
    state: BookingState = BookingState.OPTION
    label: BookingLabel = BookingLabel.INCIDENTAL
    arrival_time: time | None = None
    departure_time: time | None = None
    note: str = ""
    trajectory_id: int | None = None
    accepted: frozenset[str] = frozenset()


@dataclass(frozen=True)
class MoveWish:
    """Other nights, another bed, or both. ``from_night``: the bed changes from this night on only.

    ``version`` None with ``was``: a step that is done again after it was taken back, if nobody moved the stay since.
    """

    booking_id: int
    version: int | None
    bed_id: int
    arrival: date
    departure: date
    from_night: date | None = None
    accepted: frozenset[str] = frozenset()
    was: Place | None = None


@writes(UseCase.PLACE_BOOKING)
def place_booking(work: Work, wish: BookingWish) -> Changes:
    """Keep a bed for a guest (Dutch: boeken), as an option or confirmed at once.

    Raises:
        DepartureTooEarly, StayTooLong: the dates cannot be a stay.
        BedTaken, BedClosed, GuestElsewhere: somebody or something else has the nights.
        GuestExcluded: the location does not take this guest.
        ConcernsOpen: something to weigh first.
    """
    period = StayPeriod(wish.arrival, wish.departure)
    guest = found_guest(work.session, wish.guest_id)
    lock(work.session, guest.id, [wish.bed_id])
    location = location_of_bed(work.session, wish.bed_id)
    booking = Booking(
        guest_id=guest.id,
        location_id=location.id,
        arrival=wish.arrival,
        departure=wish.departure,
        arrival_time=wish.arrival_time,
        departure_time=wish.departure_time,
        state=BookingState.OPTION,
        label=wish.label,
        option_until=option_expiry(work.today),
        trajectory_id=wish.trajectory_id,
    )
    put(booking, {"note": wish.note})
    _weigh(work, guest, wish.bed_id, period, wish.accepted, is_confirming=wish.state is BookingState.CONFIRMED)
    if wish.state is BookingState.CONFIRMED:
        _confirm(booking)
    with work.session.no_autoflush:
        work.session.add(booking)
        work.session.flush()
    assign(work.session, booking, dict.fromkeys(period.nights(), wish.bed_id))
    log_booking(work, "C", booking, bed=bed_name(work.session, wish.bed_id), accepted=sorted(wish.accepted))
    return Changes(_CHANGED, created_id=booking.id, after=place_of(work.session, booking))


@writes(UseCase.MOVE_BOOKING)
def move_booking(work: Work, wish: MoveWish) -> Changes:
    """Move, lengthen or shorten a stay; ``before`` of the answer takes it back.

    Raises:
        as ``place_booking``, and BookingLocked, ArrivalIsPast, NightsDeclared, ChangedByOther.
    """
    period = StayPeriod(wish.arrival, wish.departure)
    booking = found_booking(work.session, wish.booking_id, wish.version)
    guest = found_guest(work.session, booking.guest_id)
    _require_movable(work, booking, guest, period)
    before = _require_as_left(work, booking, wish.was)
    old_beds = [bed_id for _night, bed_id in before.nights if bed_id is not None]
    lock(work.session, guest.id, [wish.bed_id, *old_beds])
    location = location_of_bed(work.session, wish.bed_id)
    _weigh(work, guest, wish.bed_id, period, wish.accepted, is_confirming=False, is_move=True)
    stays_until = wish.from_night or (work.today if booking.state not in EXPECTED else date.min)
    kept = {night: bed for night, bed in before.nights if night < stays_until}
    assign(work.session, booking, {night: kept.get(night, wish.bed_id) for night in period.nights()})
    booking.arrival, booking.departure, booking.location_id = wish.arrival, wish.departure, location.id
    log_booking(
        work,
        "U",
        booking,
        bed=bed_name(work.session, wish.bed_id),
        was=[before.arrival, before.departure],
        accepted=sorted(wish.accepted),
    )
    return Changes(_CHANGED, before=before, after=place_of(work.session, booking))


@writes(UseCase.MOVE_BOOKING)
def put_back(work: Work, place: Place, left: Place | None = None) -> Changes:
    """Take a move back: the same nights in the same beds as before it.

    ``left``: as the move left the stay. Raises ChangedByOther when it is no longer so.
    """
    booking = found_booking(work.session, place.booking_id)
    before = _require_as_left(work, booking, left)
    guest = found_guest(work.session, booking.guest_id)
    _require_movable(work, booking, guest, StayPeriod(place.arrival, place.departure))
    _restore(work, booking, place)
    log_booking(work, "U", booking, undo=True, was=[before.arrival, before.departure])
    return Changes(_CHANGED, before=before)


@writes(UseCase.CONFIRM_BOOKING)
def confirm_booking(
    work: Work, booking_id: int, version: int | None, accepted: frozenset[str] = frozenset()
) -> Changes:
    """An option becomes a promise. Who pays must be known, or accepted as still to be arranged."""
    booking = found_booking(work.session, booking_id, version)
    require_transition(booking.state, BookingState.CONFIRMED)
    period = StayPeriod(booking.arrival, booking.departure)
    _require_accepted(_payer_concerns(work.session, booking.guest_id, period), accepted)
    before = place_of(work.session, booking)
    _confirm(booking)
    log_booking(work, "U", booking, state=booking.state, accepted=sorted(accepted))
    return Changes(_CHANGED, before=before, after=place_of(work.session, booking))


@writes(UseCase.CONFIRM_BOOKING)
def make_option_again(work: Work, place: Place, left: Place | None = None) -> Changes:
    """Take a confirmation back; ``left`` as for ``put_back``."""
    booking = found_booking(work.session, place.booking_id)
    if booking.state is not BookingState.CONFIRMED:
        raise BookingLocked(booking.state.value)
    before = _require_as_left(work, booking, left)
    booking.state, booking.option_until = place.state, place.option_until
    log_booking(work, "U", booking, undo=True, state=booking.state)
    return Changes(_CHANGED, before=before)


@writes(UseCase.CANCEL_BOOKING)
def cancel_booking(work: Work, booking_id: int, version: int | None, *, by_house: bool, reason: str) -> Changes:
    """Give the nights back and keep the booking with its reason; nothing is ever deleted."""
    booking = found_booking(work.session, booking_id, version)
    if booking.state not in CANCELLABLE:
        raise BookingLocked(booking.state.value)
    return _end(work, booking, BookingState.CANCELLED_HOUSE if by_house else BookingState.CANCELLED_GUEST, reason)


@writes(UseCase.PLACE_BOOKING)
def withdraw_booking(work: Work, booking_id: int, left: Place | None = None) -> Changes:
    """Take a booking back that was just placed: it counts as nobody's cancellation, and stays on record.

    ``left`` as for ``put_back``: a booking that a colleague moved or confirmed meanwhile is no mistake any more.
    """
    booking = found_booking(work.session, booking_id)
    require_transition(booking.state, BookingState.WITHDRAWN)
    _require_as_left(work, booking, left)
    return _end(work, booking, BookingState.WITHDRAWN, "")


@writes(UseCase.CANCEL_BOOKING)
def record_no_show(work: Work, booking_id: int, version: int | None, reason: str) -> Changes:
    """The guest did not come; certain only when the day of arrival is over."""
    booking = found_booking(work.session, booking_id, version)
    require_transition(booking.state, BookingState.NO_SHOW)
    if work.today <= booking.arrival:
        raise NoShowTooEarly(booking.arrival)
    return _end(work, booking, BookingState.NO_SHOW, reason)


@writes(UseCase.REVIVE_BOOKING)
def revive_booking(work: Work, place: Place) -> Changes:
    """Take a cancellation back, if the nights are still free."""
    booking = found_booking(work.session, place.booking_id)
    if booking.state not in CANCELLED:
        raise BookingLocked(booking.state.value)
    booking.state, booking.option_until, booking.end_reason = place.state, place.option_until, ""
    _restore(work, booking, place)
    log_booking(work, "U", booking, undo=True, state=booking.state)
    return Changes(_CHANGED, created_id=booking.id, after=place_of(work.session, booking))


def _end(work: Work, booking: Booking, state: BookingState, reason: str) -> Changes:
    before = place_of(work.session, booking)
    free(work.session, booking)
    booking.state = state
    put(booking, {"end_reason": reason})
    log_booking(work, "U", booking, state=state, was=before.state, reason=reason)
    return Changes(_CHANGED, before=before)


def _restore(work: Work, booking: Booking, place: Place) -> None:
    beds = dict(place.nights)
    lock(work.session, booking.guest_id, [bed_id for bed_id in beds.values() if bed_id is not None])
    assign(work.session, booking, beds)
    booking.arrival, booking.departure = place.arrival, place.departure
    known = [bed_id for bed_id in beds.values() if bed_id is not None]
    if known:
        booking.location_id = location_of_bed(work.session, known[-1]).id


def _require_as_left(work: Work, booking: Booking, left: Place | None) -> Place:
    """Where the stay is now. Raises ChangedByOther when a step would take away what somebody did after it."""
    now = place_of(work.session, booking)
    if left is not None and replace(now, option_until=left.option_until) != left:
        raise ChangedByOther("booking")
    return now


def _require_movable(work: Work, booking: Booking, guest: Guest, period: StayPeriod) -> None:
    if booking.state not in MOVABLE:
        raise BookingLocked(booking.state.value)
    is_here = booking.state not in EXPECTED
    if is_here and (period.arrival != booking.arrival or period.departure < work.today):
        raise ArrivalIsPast(name_of(guest), booking.arrival)


def _confirm(booking: Booking) -> None:
    booking.state, booking.option_until = BookingState.CONFIRMED, None


def _weigh(
    work: Work,
    guest: Guest,
    bed_id: int,
    period: StayPeriod,
    accepted: frozenset[str],
    *,
    is_confirming: bool,
    is_move: bool = False,
) -> None:
    """Raises: GuestExcluded, ConcernsOpen."""
    found = misfits(guest_needs(work.session, guest.id, period.arrival), bed_offers(work.session, [bed_id])[bed_id])
    excluding = tuple(one.kind.value for one in found if one.effect is Effect.EXCLUDE)
    if excluding:
        raise GuestExcluded(name_of(guest), location_of_bed(work.session, bed_id).name, excluding)
    concerns = [Concern(one.kind.value) for one in found]
    if period.arrival < work.today and not is_move:
        concerns.append(Concern(CONCERN_IN_PAST))
    if period.arrival > work.today + FAR_AHEAD:
        concerns.append(Concern(CONCERN_FAR_AHEAD, str(period.arrival.year)))
    if is_confirming:
        concerns += _payer_concerns(work.session, guest.id, period)
    _require_accepted(concerns, accepted)


def _require_accepted(concerns: Iterable[Concern], accepted: frozenset[str]) -> None:
    still_open = tuple(concern for concern in concerns if concern.kind not in accepted)
    if still_open:
        raise ConcernsOpen(still_open)


def _payer_concerns(session: Session, guest_id: int, period: StayPeriod) -> list[Concern]:
    """Empty when every night has an allocation."""
    rows = session.execute(
        select(Allocation.valid_from, Allocation.valid_until).where(
            Allocation.guest_id == guest_id, Allocation.valid_from < period.departure
        )
    ).all()
    uncovered = [
        night for night in period.nights() if not any(first <= night <= (last or date.max) for first, last in rows)
    ]
    return [Concern(CONCERN_NO_PAYER, str(len(uncovered)))] if uncovered else []


def found_guest(session: Session, guest_id: int) -> Guest:
    """Raises: NotFound."""
    guest = session.get(Guest, guest_id)
    if guest is None:
        raise NotFound("guest", str(guest_id))
    return guest


def found_booking(session: Session, booking_id: int, version: int | None = None) -> Booking:
    """Raises: NotFound; ChangedByOther when the row is newer than the one that was read."""
    booking = session.get(Booking, booking_id, with_for_update=True)
    if booking is None:
        raise NotFound("booking", str(booking_id))
    if version is not None and booking.version != version:
        raise ChangedByOther("booking")
    return booking


def location_of_bed(session: Session, bed_id: int) -> Location:
    """Raises: NotFound."""
    query = select(Location).join(Room, Room.location_id == Location.id).join(Bed, Bed.room_id == Room.id)
    location = session.scalar(query.where(Bed.id == bed_id))
    if location is None:
        raise NotFound("bed", str(bed_id))
    return location


def name_of(guest: Guest) -> str:
    """«Piet van den Berg»."""
    return shown_name(guest)


def place_of(session: Session, booking: Booking) -> Place:
    nights = tuple((night, row.bed_id) for night, row in nights_of(session, booking.id).items())
    return Place(booking.id, booking.arrival, booking.departure, nights, booking.state, booking.option_until)


def log_booking(work: Work, action: str, booking: Booking, **detail: object) -> None:
    dates = {"arrival": booking.arrival, "departure": booking.departure}
    work.log(action, "booking", booking.id, booking.guest_id, **dates, **detail)
