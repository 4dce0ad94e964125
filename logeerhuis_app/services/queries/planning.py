"""The tape chart: beds by nights, who lies where, and who waits."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.funding import LAW_OF_BASIS, Law
from logeerhuis_app.domain.matching import misfits
from logeerhuis_app.domain.nights import ONE_DAY, StayPeriod
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.trajectory import WAITS_FOR_BED
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_short
from logeerhuis_app.i18n.format import nights as nights_text
from logeerhuis_app.i18n.labels import label
from logeerhuis_app.models import (
    Allocation,
    Bed,
    Booking,
    Closure,
    ContactPerson,
    Guest,
    Location,
    Night,
    Payer,
    Room,
    Trajectory,
    User,
)
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.queries.absences import absences
from logeerhuis_app.services.queries.banners import banners, without_care
from logeerhuis_app.services.queries.budgets import budget_on
from logeerhuis_app.services.queries.check_in import open_gates
from logeerhuis_app.services.queries.closed_files import closed_to_reader
from logeerhuis_app.services.queries.fitting import bed_offers, guest_needs, misfit_rows
from logeerhuis_app.services.rows.absence import Absence
from logeerhuis_app.services.rows.planning import (
    BarRow,
    BedRow,
    BookingDetail,
    ChartRows,
    ClosureRow,
    FreeBed,
    Misfit,
    WaitingRow,
)


@reads(UseCase.SEE_PLANNING)
def chart_rows(work: Work, first: date, until: date, location_id: int | None = None) -> ChartRows:
    """Everything the planning screen draws for the nights [first, until)."""
    beds = bed_rows(work.session, location_id, first)
    ids = [bed.bed_id for bed in beds]
    return ChartRows(
        first=first,
        until=until,
        beds=beds,
        bars=tuple(_bars(work.session, ids, first, until, work.today)),
        closures=(*_closures(work.session, ids, first, until), *_gone(work.session, ids, until)),
        waiting=waiting_rows(work.session, work.today) if work.may(UseCase.SEE_TRAJECTORIES) else (),
    )


def bed_rows(session: Session, location_id: int | None = None, day: date = date.min) -> tuple[BedRow, ...]:
    """The beds in the order of the chart: per location, then as the house sorts them. What was closed for good
    before ``day`` is not there any more.
    """
    query = (
        select(Bed, Room, Location)
        .join(Room, Bed.room_id == Room.id)
        .join(Location, Room.location_id == Location.id)
        .order_by(Location.id, Bed.order, Bed.id)
    )
    query = query.where(or_(Bed.closed_from.is_(None), Bed.closed_from > day))
    if location_id is not None:
        query = query.where(Location.id == location_id)
    return tuple(
        BedRow(bed.id, bed.code, room.name, room.features, location.id, location.name)
        for bed, room, location in session.execute(query)
    )


def _bars(session: Session, bed_ids: Sequence[int], first: date, until: date, today: date) -> Iterable[BarRow]:
    """Unbroken runs of nights of one booking in one bed. A bar that begins before the window keeps its true start."""
    in_window = select(Night.booking_id).where(
        Night.bed_id.in_(bed_ids), Night.night >= first, Night.night < until, Night.booking_id.is_not(None)
    )
    query = (
        select(Night.booking_id, Night.bed_id, Night.night)
        .where(Night.booking_id.in_(in_window))
        .order_by(Night.booking_id, Night.night)
    )
    nights: dict[int, list[tuple[date, int | None]]] = defaultdict(list)
    for booking_id, bed_id, night in session.execute(query):
        nights[booking_id or 0].append((night, bed_id))
    heads = _booking_heads(session, nights)
    away = absences(session, nights, today)
    for booking_id, rows in nights.items():
        for bed_id, start, end in _bed_runs(rows):
            if bed_id in bed_ids and end >= first and start < until:
                yield _bar(heads[booking_id], bed_id, start, end, away.get(booking_id))


def _bed_runs(rows: Sequence[tuple[date, int | None]]) -> Iterable[tuple[int, date, date]]:
    """(bed, first night, last night) of each unbroken stretch; nights without a bed give none."""
    start = 0
    for place in range(1, len(rows) + 1):
        if place == len(rows) or rows[place][1] != rows[start][1] or rows[place][0] - rows[place - 1][0] != ONE_DAY:
            bed_id = rows[start][1]
            if bed_id is not None:
                yield bed_id, rows[start][0], rows[place - 1][0]
            start = place


_Head = tuple[Booking, Guest, Law | None]


def _booking_heads(session: Session, booking_ids: Iterable[int]) -> dict[int, _Head]:
    ids = list(booking_ids)
    query = select(Booking, Guest).join(Guest, Booking.guest_id == Guest.id).where(Booking.id.in_(ids))
    pairs = session.execute(query).all()
    laws = _laws(session, [booking for booking, _guest in pairs])
    return {booking.id: (booking, guest, laws.get(booking.id)) for booking, guest in pairs}


def _laws(session: Session, bookings: Sequence[Booking]) -> dict[int, Law]:
    """Under which law the first night of each booking falls; missing where nobody is known to pay."""
    guests = {booking.guest_id for booking in bookings}
    rows: dict[int, list[tuple[date, date, Law]]] = defaultdict(list)
    query = select(Allocation.guest_id, Allocation.valid_from, Allocation.valid_until, Allocation.basis)
    for guest_id, first, last, basis in session.execute(query.where(Allocation.guest_id.in_(guests))):
        rows[guest_id].append((first, last or date.max, LAW_OF_BASIS[basis]))
    found: dict[int, Law] = {}
    for booking in bookings:
        for first, last, law in rows[booking.guest_id]:
            if first <= booking.arrival <= last:
                found[booking.id] = law
    return found


def _bar(head: _Head, bed_id: int, start: date, end: date, absence: Absence | None) -> BarRow:
    booking, guest, law = head
    return BarRow(
        booking_id=booking.id,
        bed_id=bed_id,
        first_night=start,
        last_night=end,
        arrival=booking.arrival,
        departure=booking.departure,
        guest_id=guest.id,
        guest=shown_name(guest),
        state=booking.state,
        label=booking.label,
        law=law,
        option_until=booking.option_until,
        note=booking.note,
        version=booking.version,
        absence=absence,
    )


def _closures(session: Session, bed_ids: Sequence[int], first: date, until: date) -> Iterable[ClosureRow]:
    query = (
        select(Closure, Night.bed_id)
        .join(Night, Night.closure_id == Closure.id)
        .where(Night.bed_id.in_(bed_ids), Closure.from_day < until, Closure.until_day > first)
        .distinct()
        .order_by(Closure.id, Night.bed_id)
    )
    for closure, bed_id in session.execute(query):
        last = closure.until_day - ONE_DAY
        yield ClosureRow(closure.id, bed_id or 0, closure.from_day, last, label(closure.reason))


def _gone(session: Session, bed_ids: Sequence[int], until: date) -> Iterable[ClosureRow]:
    """Beds that are closed for good: a closure without an end."""
    query = select(Bed.id, Bed.closed_from).where(Bed.id.in_(bed_ids), Bed.closed_from < until)
    for bed_id, closed_from in session.execute(query):
        if closed_from is not None:
            yield ClosureRow(0, bed_id, closed_from, until - ONE_DAY, _("closed for good"))


def waiting_rows(session: Session, today: date) -> tuple[WaitingRow, ...]:
    """Families that wait for a bed, the most urgent and then the longest waiting first."""
    query = (
        select(Trajectory, Guest)
        .join(Guest, Trajectory.guest_id == Guest.id, isouter=True)
        .where(Trajectory.state.in_(WAITS_FOR_BED))
        .order_by(Trajectory.received_on, Trajectory.id)
    )
    pairs = session.execute(query).all()
    payers = payers_on(session, [guest.id for _trajectory, guest in pairs if guest is not None], today)
    rows = [_waiting(trajectory, guest, payers, today) for trajectory, guest in pairs]
    order = {"urgent": 0, "two_weeks": 1, "normal": 2}
    return tuple(sorted(rows, key=lambda row: order[row.urgency]))


def _waiting(
    trajectory: Trajectory, guest: Guest | None, payers: dict[int, tuple[Law, str]], today: date
) -> WaitingRow:
    law, payer = payers.get(guest.id, (None, "")) if guest is not None else (None, "")
    name = shown_name(guest) if guest is not None else trajectory.guest_name
    born = guest.born if guest is not None else trajectory.born
    return WaitingRow(
        trajectory_id=trajectory.id,
        guest_id=trajectory.guest_id,
        guest=name,
        age=born.age_on(today) if born else None,
        urgency=trajectory.urgency.value,
        wish=trajectory.wish or _wish_words(trajectory),
        wished_from=trajectory.wished_from,
        wished_nights=trajectory.wished_nights,
        law=law,
        payer=payer,
    )


def _wish_words(trajectory: Trajectory) -> str:
    words = nights_text(trajectory.wished_nights) if trajectory.wished_nights else ""
    if trajectory.wished_from is None:
        return words
    start = _("from {date}").format(date=date_short(trajectory.wished_from))
    return f"{words} {start}".strip()


def payers_on(session: Session, guest_ids: Sequence[int], day: date) -> dict[int, tuple[Law, str]]:
    """Law and payer of each guest on one day; a guest without an allocation is not in the answer."""
    query = (
        select(Allocation.guest_id, Allocation.basis, Payer.name)
        .join(Payer, Allocation.payer_id == Payer.id)
        .where(Allocation.guest_id.in_(guest_ids), Allocation.valid_from <= day)
        .where(or_(Allocation.valid_until.is_(None), Allocation.valid_until >= day))
        .order_by(Allocation.valid_from)
    )
    return {guest_id: (LAW_OF_BASIS[basis], payer) for guest_id, basis, payer in session.execute(query)}


@reads(UseCase.SEE_PLANNING)
def booking_detail(work: Work, booking_id: int) -> BookingDetail | None:
    """The panel beside the chart; None when there is no such booking any more.

    Of a closed file it shows who has the bed and no more: that much is needed to move or cancel the stay.
    """
    booking = work.session.get(Booking, booking_id)
    if booking is None:
        return None
    guest = work.session.get_one(Guest, booking.guest_id)
    work.looked_at(guest.id)
    bed_id = _bed_now(work.session, booking, work.today)
    location = work.session.get_one(Location, booking.location_id)
    room = next((bed.name for bed in bed_rows(work.session, location.id) if bed.bed_id == bed_id), "")
    law, payer = payers_on(work.session, [guest.id], booking.arrival).get(guest.id, (None, ""))
    is_open = guest.id not in closed_to_reader(work, [guest.id])
    may_see_money, may_see_care = (is_open and work.may(one) for one in (UseCase.SEE_FUNDING, UseCase.SEE_CARE))
    banner = banners(work.session, [guest.id], work.today)[guest.id]
    return BookingDetail(
        booking_id=booking.id,
        version=booking.version,
        guest_id=guest.id,
        banner=banner if may_see_care else without_care(banner),
        state=booking.state,
        label=booking.label,
        arrival=booking.arrival,
        departure=booking.departure,
        arrival_time=booking.arrival_time,
        departure_time=booking.departure_time,
        bed_id=bed_id,
        bed=room,
        location=location.name,
        option_until=booking.option_until,
        carer=_carer(work.session, guest.id) if is_open else "",
        fixed_contact=_user_name(work.session, guest.fixed_contact_id),
        law=law,
        payer=payer if may_see_money else "",
        budget=budget_on(work.session, guest.id, booking.arrival, work.today) if may_see_money else None,
        misfits=_misfits_of(work.session, guest.id, bed_id, booking.arrival) if may_see_care else (),
        missing_for_check_in=_missing(work.session, guest.id, work.today) if may_see_care else (),
        note=booking.note if is_open else "",
        absence=absences(work.session, [booking.id], work.today).get(booking.id),
    )


def _bed_now(session: Session, booking: Booking, today: date) -> int | None:
    """The bed of tonight, or of the nearest night of the stay."""
    rows = session.execute(
        select(Night.night, Night.bed_id).where(Night.booking_id == booking.id).order_by(Night.night)
    ).all()
    if not rows:
        return None
    beds = [bed_id for night, bed_id in rows if night >= today]
    return beds[0] if beds else rows[-1][1]


def _misfits_of(session: Session, guest_id: int, bed_id: int | None, day: date) -> tuple[Misfit, ...]:
    if bed_id is None:
        return ()
    return misfit_rows(misfits(guest_needs(session, guest_id, day), bed_offers(session, [bed_id])[bed_id]))


def _missing(session: Session, guest_id: int, today: date) -> tuple[str, ...]:
    return tuple(gate.value for gate in open_gates(session, [guest_id], today)[guest_id])


def _carer(session: Session, guest_id: int) -> str:
    """«Annemarie (dochter)»: the first contact person."""
    query = select(ContactPerson).where(ContactPerson.guest_id == guest_id).order_by(ContactPerson.order)
    contact = session.scalars(query.limit(1)).first()
    return "" if contact is None else f"{contact.name} ({label(contact.relationship)})"


def _user_name(session: Session, user_id: int | None) -> str:
    return session.scalar(select(User.name).where(User.id == user_id)) or ""


@reads(UseCase.SEE_PLANNING)
def free_beds(
    work: Work, arrival: date, departure: date, guest_id: int | None = None, location_id: int | None = None
) -> tuple[FreeBed, ...]:
    """Beds that are free on all nights, the best fitting first; of two that fit alike the one of the last stay.

    Raises:
        DepartureTooEarly, StayTooLong: the dates cannot be a stay.
    """
    period = StayPeriod(arrival, departure)
    taken = set(
        work.session.scalars(
            select(Night.bed_id).where(Night.night >= period.arrival, Night.night < period.departure).distinct()
        )
    )
    may_see_care = work.may(UseCase.SEE_CARE)
    needs = guest_needs(work.session, guest_id, arrival) if guest_id is not None and may_see_care else None
    offers = bed_offers(work.session)
    last_bed = _last_bed(work.session, guest_id) if guest_id is not None else None
    found = [
        FreeBed(
            bed,
            misfit_rows(misfits(needs, offers[bed.bed_id])) if needs is not None else (),
            bed.bed_id == last_bed,
        )
        for bed in bed_rows(work.session, location_id, period.departure - ONE_DAY)
        if bed.bed_id not in taken
    ]
    return tuple(
        sorted(
            found,
            key=lambda one: (
                any(misfit.is_excluding for misfit in one.misfits),
                len(one.misfits),
                not one.was_last_bed,
            ),
        )
    )


def _last_bed(session: Session, guest_id: int) -> int | None:
    query = select(Night.bed_id).where(and_(Night.guest_id == guest_id, Night.bed_id.is_not(None)))
    return session.scalar(query.order_by(Night.night.desc()).limit(1))


@reads(UseCase.SEE_PLANNING)
def locations(work: Work) -> tuple[tuple[int, str], ...]:
    """Id and name of each location, in order."""
    rows = work.session.execute(select(Location.id, Location.name).order_by(Location.id))
    return tuple((location_id, name) for location_id, name in rows)
