"""What happens at the door of the house: check in, away for a while, check out, and what a new day changes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import IN_HOUSE, BookingLabel, BookingState, Presence, require_transition
from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import (
    BookingLocked,
    CheckInBlocked,
    FieldInvalid,
    FieldRequired,
    GuestAlreadyPresent,
    WrongDay,
)
from logeerhuis_app.domain.nights import ONE_DAY, StayPeriod
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.models import Booking, Night
from logeerhuis_app.services.bookings import found_booking, found_guest, log_booking, name_of, place_of
from logeerhuis_app.services.changes import Changes, Place, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import put
from logeerhuis_app.services.queries.check_in import open_gates
from logeerhuis_app.services.sources import forget_verified, note_verified
from logeerhuis_app.services.stay_nights import assign, nights_of, refuse_if_declared

_CHANGED = Topic.BOOKINGS | Topic.HANDOVER | Topic.DECLARATIONS | Topic.TRAJECTORIES
UNDO_WITHIN = timedelta(hours=24)


@dataclass(frozen=True)
class CheckOutWish:
    """``destination`` in words: home, nursing home, hospital... ``reason``: why not on the planned day."""

    booking_id: int
    version: int | None
    destination: str
    reason: str = ""


@writes(UseCase.CHECK_IN)
def check_in(work: Work, booking_id: int, version: int | None, reason: str = "") -> Changes:
    """The guest is here. What can harm a guest must have been asked first.

    An urgent stay may begin with an incomplete intake; what is missing stays on screen in red until it is filled.

    Raises:
        CheckInBlocked: names what is missing.
        WrongDay: before the planned day (move the booking first), or a day later without a reason.
        GuestAlreadyPresent: in another stay.
    """
    booking = found_booking(work.session, booking_id, version)
    require_transition(booking.state, BookingState.PRESENT)
    _require_day(booking.arrival, work.today, reason)
    guest = found_guest(work.session, booking.guest_id)
    if _is_present(work.session, guest.id, booking.id):
        raise GuestAlreadyPresent(name_of(guest))
    missing = open_gates(work.session, [guest.id], work.today)[guest.id]
    if missing and booking.label is not BookingLabel.URGENT:
        raise CheckInBlocked(name_of(guest), tuple(gate.value for gate in missing))
    for night, row in nights_of(work.session, booking.id).items():
        if night < work.today and row.presence is Presence.PLANNED:  # what was decided about, or declared, stays
            row.presence = Presence.NO_SHOW
    booking.state, booking.checked_in_at_utc = BookingState.PRESENT, work.now_utc
    note_verified(work, guest)
    log_booking(work, "U", booking, state=booking.state, reason=reason, missing=[gate.value for gate in missing])
    return Changes(_CHANGED, before=place_of(work.session, booking))


@writes(UseCase.CHECK_IN)
def undo_check_in(work: Work, booking_id: int, version: int | None, reason: str) -> Changes:
    """The wrong guest was checked in; possible for a day, and only with a reason.

    Raises:
        FieldRequired: why.
        WrongDay: the guest has slept here by now, so somebody was there.
    """
    booking = found_booking(work.session, booking_id, version)
    if booking.state is not BookingState.PRESENT:
        raise BookingLocked(booking.state.value)
    if not reason:
        raise FieldRequired("reason")
    if booking.checked_in_at_utc and work.now_utc - booking.checked_in_at_utc > UNDO_WITHIN:
        raise WrongDay(booking.arrival, work.today)
    for row in nights_of(work.session, booking.id).values():
        if row.presence is Presence.NO_SHOW:
            row.presence = Presence.PLANNED
    if booking.checked_in_at_utc is not None:
        forget_verified(work, found_guest(work.session, booking.guest_id), booking.checked_in_at_utc)
    booking.state, booking.checked_in_at_utc = BookingState.CONFIRMED, None
    log_booking(work, "U", booking, state=booking.state, reason=reason)
    return Changes(_CHANGED)


def _require_day(planned: date, today: date, reason: str) -> None:
    if today < planned or (today > planned + ONE_DAY and not reason):
        raise WrongDay(planned, today)


def _is_present(session: Session, guest_id: int, booking_id: int) -> bool:
    query = select(Booking.id).where(
        Booking.guest_id == guest_id, Booking.state.in_(IN_HOUSE), Booking.id != booking_id
    )
    return session.scalar(query.limit(1)) is not None


@writes(UseCase.CHECK_OUT)
def check_out(work: Work, wish: CheckOutWish) -> Changes:
    """The guest has left. Earlier than planned gives the nights back; every night slept is on record.

    Raises:
        WrongDay: after the planned day, without a reason: then the stay should be lengthened first.
        NightsDeclared: a night that is to be given back stands on a fixed declaration.
    """
    booking = found_booking(work.session, wish.booking_id, wish.version)
    require_transition(booking.state, BookingState.LEFT)
    if not wish.destination:
        raise FieldRequired("destination")
    if work.today > booking.departure + ONE_DAY and not wish.reason:
        raise WrongDay(booking.departure, work.today)
    before = place_of(work.session, booking)
    _shorten_to(work, booking)
    _confirm_slept(nights_of(work.session, booking.id).values(), until=booking.departure)
    booking.state, booking.checked_out_at_utc = BookingState.LEFT, work.now_utc
    put(booking, {"destination": wish.destination, "end_reason": wish.reason})
    log_booking(work, "U", booking, state=booking.state, destination=wish.destination, was=before.departure)
    return Changes(_CHANGED, before=before)


def _shorten_to(work: Work, booking: Booking) -> None:
    """Give back the nights from today on. Whoever leaves on the day of arrival keeps one night, as absent."""
    if work.today >= booking.departure:
        return
    rows = nights_of(work.session, booking.id)
    departure = max(work.today, booking.arrival + ONE_DAY)
    assign(work.session, booking, {night: row.bed_id for night, row in rows.items() if night < departure})
    if work.today <= booking.arrival:
        rows[booking.arrival].presence = Presence.AWAY
    booking.departure = departure


def _confirm_slept(nights: Iterable[Night], until: date) -> None:
    for night in nights:
        if night.presence is Presence.PLANNED and night.night < until:
            night.presence = Presence.SLEPT


@writes(UseCase.CHECK_OUT)
def undo_check_out(
    work: Work, booking_id: int, version: int | None, reason: str, before: Place | None = None
) -> Changes:
    """The wrong guest was checked out; possible for a day, and only with a reason.

    ``before``: as the stay was, so that an early departure gives back the nights it gave away.

    Raises:
        BedTaken, BedClosed, GuestElsewhere: somebody or something else has those nights by now.
    """
    booking = found_booking(work.session, booking_id, version)
    require_transition(booking.state, BookingState.PRESENT)
    if not reason:
        raise FieldRequired("reason")
    if booking.checked_out_at_utc and work.now_utc - booking.checked_out_at_utc > UNDO_WITHIN:
        raise WrongDay(booking.departure, work.today)
    if before is not None:
        _give_nights_back(work, booking, before)
    booking.state, booking.checked_out_at_utc = BookingState.PRESENT, None
    booking.destination, booking.end_reason = "", ""
    log_booking(work, "U", booking, state=booking.state, reason=reason)
    return Changes(_CHANGED)


def _give_nights_back(work: Work, booking: Booking, before: Place) -> None:
    """A guest who is back on the day of arrival was not away that night after all."""
    left_at_once = booking.departure == booking.arrival + ONE_DAY and work.today == booking.arrival
    assign(work.session, booking, dict(before.nights))
    booking.departure = before.departure
    if left_at_once:
        nights_of(work.session, booking.id)[booking.arrival].presence = Presence.PLANNED


@writes(UseCase.RECORD_ABSENCE)
def record_absence(work: Work, booking_id: int, version: int, first: date, until: date, reason: str) -> Changes:
    """Away on the nights [first, until), to hospital or home; the bed is kept, the nights are not counted.

    Raises:
        FieldRequired: why.
        DepartureTooEarly: no night lies between the two days.
        FieldInvalid: none of those nights is one of the stay.
        NightsDeclared: one of the nights stands on a fixed declaration as slept.
    """
    booking = found_booking(work.session, booking_id, version)
    if booking.state not in IN_HOUSE:
        require_transition(booking.state, BookingState.AWAY)
    if not reason:
        raise FieldRequired("reason")
    wanted = set(StayPeriod(first, until).nights())
    away = {night: row for night, row in nights_of(work.session, booking.id).items() if night in wanted}
    if not away:
        raise FieldInvalid("first", first.isoformat(), Reason.ORDER)
    refuse_if_declared(work.session, booking.guest_id, list(away))
    for row in away.values():
        row.presence = Presence.AWAY
    if first <= work.today < until:
        booking.state = BookingState.AWAY
    log_booking(work, "U", booking, state=booking.state, away=[first, until], reason=reason)
    return Changes(_CHANGED)


@writes(UseCase.RECORD_ABSENCE)
def come_back(work: Work, booking_id: int, version: int) -> Changes:
    """Back in the house, or not going after all; the nights from today on count again."""
    booking = found_booking(work.session, booking_id, version)
    coming = [row for night, row in nights_of(work.session, booking.id).items() if night >= work.today]
    is_planned = any(row.presence is Presence.AWAY for row in coming)
    if booking.state is not BookingState.PRESENT or not is_planned:
        require_transition(booking.state, BookingState.PRESENT)
    for row in coming:
        row.presence = Presence.PLANNED
    booking.state = BookingState.PRESENT
    log_booking(work, "U", booking, state=booking.state)
    return Changes(_CHANGED)


@writes(UseCase.START_DAY)
def start_day(work: Work) -> Changes:
    """What time itself changes: options that ran out are given back, nights in the house were slept.

    Run at every start and before a month is declared; doing it twice changes nothing.
    """
    expired = _expire_options(work)
    slept, away = _record_slept(work), _begin_absences(work)
    work.log("U", "day", detail_expired=expired, detail_slept=slept, detail_away=away)
    return Changes(_CHANGED if expired or slept or away else Topic.NONE)


def _expire_options(work: Work) -> int:
    query = select(Booking).where(Booking.state == BookingState.OPTION, Booking.option_until < work.today)
    expired = list(work.session.scalars(query.with_for_update()))
    for booking in expired:
        for row in nights_of(work.session, booking.id).values():
            work.session.delete(row)
        booking.state, booking.end_reason = BookingState.CANCELLED_GUEST, _("the option expired")
        log_booking(work, "U", booking, state=booking.state, expired=booking.option_until)
    return len(expired)


def _begin_absences(work: Work) -> int:
    """An absence that was planned ahead begins on its day; the handover must not count the guest as present."""
    tonight = select(Night.booking_id).where(Night.night == work.today, Night.presence == Presence.AWAY)
    query = select(Booking).where(Booking.state == BookingState.PRESENT, Booking.id.in_(tonight))
    leaving = list(work.session.scalars(query.with_for_update()))
    for booking in leaving:
        booking.state = BookingState.AWAY
        log_booking(work, "U", booking, state=booking.state)
    return len(leaving)


def _record_slept(work: Work) -> int:
    here = select(Booking.id).where(Booking.state == BookingState.PRESENT)
    planned = select(Night.id).where(
        Night.booking_id.in_(here), Night.night < work.today, Night.presence == Presence.PLANNED
    )
    ids = list(work.session.scalars(planned))
    if ids:
        work.session.execute(update(Night).where(Night.id.in_(ids)).values(presence=Presence.SLEPT))
    return len(ids)
