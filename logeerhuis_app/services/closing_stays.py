"""Which stays are done with (Dutch: afgesloten): the guest left, and every night was declared or decided away."""

from collections.abc import Iterable, Mapping

from sqlalchemy import select

from logeerhuis_app.domain.billing import Bill
from logeerhuis_app.domain.billing_facts import GuestNight, NightFact
from logeerhuis_app.domain.bookings import BookingState, Presence, require_transition
from logeerhuis_app.domain.declaring import Billing
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.verdicts import Fate, judge
from logeerhuis_app.models import Booking, Declaration, DeclaredNight, Night
from logeerhuis_app.services.door import Work
from logeerhuis_app.services.queries.billing_facts import LoadedMonth

NOT_PAYABLE = frozenset({Presence.AWAY, Presence.NO_SHOW})


def close_settled_stays(work: Work, loaded: LoadedMonth, bill: Bill) -> None:
    """Close the stays that this declaration was the last thing to be done about."""
    under_lump = {
        (verdict.fact.guest_id, verdict.night): verdict.fact
        for verdict in judge(loaded.facts)
        if verdict.fate is Fate.LUMP_SUM
    }
    touched = {booking_id for line in bill.lines for booking_id in line.booking_ids}
    if bill.lump is not None:
        touched |= {fact.booking_id for fact in under_lump.values() if fact.location_id == bill.key.location_id}
    unsettled = _unsettled(work, touched, _paid_by_lump(work, under_lump))
    query = select(Booking).where(Booking.id.in_(touched), Booking.state == BookingState.LEFT).order_by(Booking.id)
    for booking in work.session.scalars(query.with_for_update()):
        if booking.id not in unsettled:
            require_transition(booking.state, BookingState.CLOSED)
            booking.state = BookingState.CLOSED
            work.log("U", "booking", booking.id, booking.guest_id, state=BookingState.CLOSED.value)


def _unsettled(work: Work, booking_ids: Iterable[int], paid_by_lump: set[GuestNight]) -> set[int]:
    """The bookings with a night that still waits for something."""
    declared = select(DeclaredNight.id).where(
        DeclaredNight.guest_id == Night.guest_id,
        DeclaredNight.night == Night.night,
        DeclaredNight.is_credited.is_(False),
    )
    query = select(Booking.id, Booking.guest_id, Night.night).join(Booking, Night.booking_id == Booking.id)
    query = query.where(
        Booking.id.in_(booking_ids),
        Night.presence.not_in(NOT_PAYABLE),
        Night.billing != Billing.NOT_DECLARED,
        ~declared.exists(),
    )
    rows = work.session.execute(query)
    return {booking_id for booking_id, guest_id, night in rows if (guest_id, night) not in paid_by_lump}


def _paid_by_lump(work: Work, under_lump: Mapping[GuestNight, NightFact]) -> set[GuestNight]:
    """The nights of months of which a share was fixed at their house."""
    query = select(Declaration.location_id, Declaration.month).where(Declaration.lump_key.is_not(None))
    fixed = {(location_id, Month.of(month)) for location_id, month in work.session.execute(query)}
    return {key for key, fact in under_lump.items() if (fact.location_id, Month.of(fact.night)) in fixed}
