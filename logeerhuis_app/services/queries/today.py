"""Who comes, who goes, who is there, and what waits for whom: only what the role may see."""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, timedelta
from functools import cached_property

from sqlalchemy import ColumnElement, Select, func, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import IN_HOUSE, BookingLabel, BookingState
from logeerhuis_app.domain.nights import Month
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.trajectory import OPEN_STATES
from logeerhuis_app.models import Bed, Booking, ContactPerson, Guest, Location, Trajectory
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.queries.banners import guest_refs
from logeerhuis_app.services.queries.billing_facts import load_month
from logeerhuis_app.services.queries.care_due import due_of
from logeerhuis_app.services.queries.check_in import open_gates
from logeerhuis_app.services.queries.declarations import drafts_of
from logeerhuis_app.services.queries.file_facts import files_due
from logeerhuis_app.services.queries.medication import medication_of
from logeerhuis_app.services.queries.stays_in_shift import Sleeping, beds_on
from logeerhuis_app.services.rows.medication import MedicationRow
from logeerhuis_app.services.rows.today import TodayGuest, TodayRows, WaitKind, WaitRow

GATES_AHEAD = timedelta(days=3)
"""An open gate is a matter of today when the guest comes within three days: a pharmacy needs about as long."""

_SEEN_BY: dict[WaitKind, UseCase] = {
    WaitKind.INTAKE_OPEN: UseCase.SEE_CARE,
    WaitKind.MEDICATION_UNCHECKED: UseCase.SEE_CARE,
    WaitKind.MEDICATION_OLD: UseCase.SEE_CARE,
    WaitKind.CARE_DUE: UseCase.SEE_CARE,
    WaitKind.OPTION_EXPIRES: UseCase.CONFIRM_BOOKING,
    WaitKind.STAY_FORGOTTEN: UseCase.CANCEL_BOOKING,
    WaitKind.TRAJECTORY_LATE: UseCase.SEE_TRAJECTORIES,
    WaitKind.DECLARATION_OPEN: UseCase.SEE_DECLARATIONS,
    WaitKind.FILES_DUE: UseCase.SEE_RETENTION,
}


@reads(UseCase.SEE_TODAY)
def today_rows(work: Work) -> TodayRows:
    """All locations together. What is open of a guest's intake is a look at the file, and on record."""
    people = _People(work)
    kinds = frozenset(kind for kind, use_case in _SEEN_BY.items() if work.may(use_case))
    return TodayRows(
        day=work.today,
        arrivals=tuple(people.rows(people.arriving, at_arrival=True)),
        departures=tuple(people.rows(people.leaving)),
        in_house=tuple(people.rows(people.here)),
        waits=tuple(_waits(people, kinds)),
        kinds=kinds,
        beds=work.session.scalar(select(func.count(Bed.id)).where(_in_use(work.today))) or 0,
        locations=len(people.locations),
    )


class _People:
    """The stays round today with their guests, read once."""

    def __init__(self, work: Work) -> None:
        self.work, self.today = work, work.today
        bookings = list(work.session.scalars(_round_today(work.today)))
        self.here = [one for one in bookings if one.state in IN_HOUSE]
        confirmed = [one for one in bookings if one.state is BookingState.CONFIRMED]
        self.coming = [one for one in confirmed if one.departure > work.today]
        self.forgotten = [one for one in confirmed if one.departure <= work.today]
        self.arriving = [one for one in self.coming if one.arrival <= work.today]
        self.leaving = [one for one in self.here if one.departure <= work.today]
        ids = {one.guest_id for one in bookings}
        self.guests = guest_refs(work.session, ids, work.today)
        self.locations = {place.id: place.name for place in work.session.scalars(select(Location))}
        self.beds = _beds(work.session, bookings, work.today)
        self.missing = self._missing(ids) if work.may(UseCase.SEE_CARE) else {}
        self.fetchers = _fetchers(work.session, [one.guest_id for one in self.leaving])

    def _missing(self, ids: Collection[int]) -> Mapping[int, tuple[str, ...]]:
        gates = open_gates(self.work.session, ids, self.today)
        missing = {guest_id: tuple(gate.value for gate in still_open) for guest_id, still_open in gates.items()}
        for guest_id, still_open in missing.items():
            if still_open:
                self.work.looked_at(guest_id)
        return missing

    @cached_property
    def lists(self) -> Mapping[int, MedicationRow]:
        """The pharmacy's list of everybody in the house."""
        return medication_of(self.work.session, {one.guest_id for one in self.here})

    def rows(self, bookings: Iterable[Booking], *, at_arrival: bool = False) -> list[TodayGuest]:
        """By location and room."""
        ordered = sorted(bookings, key=lambda one: (one.location_id, self.order(one), one.id))
        return [self._row(one, at_arrival=at_arrival) for one in ordered]

    def order(self, booking: Booking) -> int:
        return self.beds[booking.id].order if booking.id in self.beds else 0

    def _row(self, booking: Booking, *, at_arrival: bool) -> TodayGuest:
        planned = booking.arrival if at_arrival else booking.departure
        return TodayGuest(
            guest=self.guests[booking.guest_id],
            booking_id=booking.id,
            room=self.beds[booking.id].room if booking.id in self.beds else "",
            location=self.locations[booking.location_id],
            at=booking.arrival_time if at_arrival else booking.departure_time,
            arrival=booking.arrival,
            departure=booking.departure,
            is_trial=booking.label is BookingLabel.TRIAL,
            is_here=booking.state in IN_HOUSE,
            is_late=planned < self.today,
            is_away=booking.state is BookingState.AWAY,
            missing=self.missing.get(booking.guest_id, ()),
            fetched_by=self.fetchers.get(booking.guest_id, ()),
        )


def _round_today(today: date) -> Select[Booking]:
    soon = Booking.arrival <= today + GATES_AHEAD
    return select(Booking).where(or_(Booking.state.in_(IN_HOUSE), (Booking.state == BookingState.CONFIRMED) & soon))


def _in_use(day: date) -> ColumnElement[bool]:
    return or_(Bed.closed_from.is_(None), Bed.closed_from > day)


def _beds(session: Session, bookings: Iterable[Booking], today: date) -> dict[int, Sleeping]:
    """Tonight's bed; of a guest who is still to come, the first one."""
    days: dict[date, list[int]] = {}
    for booking in bookings:
        days.setdefault(max(today, booking.arrival), []).append(booking.id)
    return {key: bed for day, ids in days.items() for key, bed in beds_on(session, ids, day).items()}


def _fetchers(session: Session, ids: Collection[int]) -> dict[int, tuple[str, ...]]:
    found: dict[int, tuple[str, ...]] = {}
    query = select(ContactPerson).where(ContactPerson.guest_id.in_(ids), ContactPerson.may_collect.is_(True))
    for contact in session.scalars(query.order_by(ContactPerson.order)):
        found[contact.guest_id] = (*found.get(contact.guest_id, ()), contact.name)
    return found


# -- what waits ----------------------------------------------------------------------------------------------------


def _waits(people: _People, kinds: Collection[WaitKind]) -> Iterable[WaitRow]:
    """Urgent ones of every kind first within their kind, then by day."""
    readers: dict[WaitKind, Callable[[_People], Iterable[WaitRow]]] = {
        WaitKind.INTAKE_OPEN: _open_intakes,
        WaitKind.MEDICATION_UNCHECKED: _unchecked_lists,
        WaitKind.MEDICATION_OLD: _old_lists,
        WaitKind.CARE_DUE: _care_due,
        WaitKind.OPTION_EXPIRES: _options,
        WaitKind.STAY_FORGOTTEN: _forgotten,
        WaitKind.TRAJECTORY_LATE: _late_roads,
        WaitKind.DECLARATION_OPEN: _open_declarations,
        WaitKind.FILES_DUE: _files_due,
    }
    for kind in WaitKind:
        if kind in kinds:
            yield from sorted(readers[kind](people), key=lambda row: (row.day or date.max, row.name))


def _open_intakes(people: _People) -> Iterable[WaitRow]:
    for booking in (*people.here, *people.coming):
        missing = people.missing.get(booking.guest_id, ())
        if missing:
            yield WaitRow(
                WaitKind.INTAKE_OPEN,
                booking.guest_id,
                people.guests[booking.guest_id].name,
                day=booking.arrival,
                detail=missing,
                is_urgent=booking.arrival <= people.today,
                is_here=booking.state in IN_HOUSE,
            )


def _unchecked_lists(people: _People) -> Iterable[WaitRow]:
    for guest_id, medication in people.lists.items():
        if medication.list_date is not None and not medication.is_checked:
            name = people.guests[guest_id].name
            yield WaitRow(WaitKind.MEDICATION_UNCHECKED, guest_id, name, day=medication.list_date, is_urgent=True)


def _old_lists(people: _People) -> Iterable[WaitRow]:
    """A guest without any list is told under the intake."""
    for guest_id, medication in people.lists.items():
        if medication.worries(people.today):
            name = people.guests[guest_id].name
            yield WaitRow(WaitKind.MEDICATION_OLD, guest_id, name, day=medication.list_date)


def _care_due(people: _People) -> Iterable[WaitRow]:
    """What is to be changed up to the day the guest leaves; of who comes today as well."""
    stays = {one.guest_id: one for one in (*people.here, *people.arriving)}
    for guest_id, due in due_of(people.work.session, stays).items():
        for topic, day in due:
            if day <= stays[guest_id].departure:
                people.work.looked_at(guest_id)
                name, is_urgent = people.guests[guest_id].name, day <= people.today
                yield WaitRow(WaitKind.CARE_DUE, guest_id, name, day, detail=(topic.value,), is_urgent=is_urgent)


def _options(people: _People) -> Iterable[WaitRow]:
    """Options of which today is the last day, or which should have been decided."""
    query = (
        select(Booking, Guest)
        .join(Guest, Guest.id == Booking.guest_id)
        .where(Booking.state == BookingState.OPTION, Booking.option_until <= people.today)
    )
    for booking, guest in people.work.session.execute(query):
        name = shown_name(guest)
        yield WaitRow(WaitKind.OPTION_EXPIRES, booking.id, name, day=booking.option_until, is_urgent=True)


def _forgotten(people: _People) -> Iterable[WaitRow]:
    """Stays that are over without anybody having come: moved, cancelled or «did not come», somebody must say."""
    for one in people.forgotten:
        name = people.guests[one.guest_id].name
        yield WaitRow(WaitKind.STAY_FORGOTTEN, one.id, name, day=one.arrival, is_urgent=True)


def _late_roads(people: _People) -> Iterable[WaitRow]:
    """Families whose next step is due: the date is today, or has passed."""
    query = (
        select(Trajectory, Guest)
        .outerjoin(Guest, Guest.id == Trajectory.guest_id)
        .where(Trajectory.state.in_(OPEN_STATES), Trajectory.next_on <= people.today)
    )
    for road, guest in people.work.session.execute(query):
        name = shown_name(guest) if guest else road.guest_name
        step = (road.next_step,) if road.next_step else ()
        is_late = road.next_on is not None and road.next_on < people.today
        yield WaitRow(WaitKind.TRAJECTORY_LATE, road.id, name, day=road.next_on, detail=step, is_urgent=is_late)


def _open_declarations(people: _People) -> Iterable[WaitRow]:
    """Last month, as long as one of its declarations is not fixed."""
    month = Month.of(people.today).previous()
    drafts = drafts_of(load_month(people.work.session, month, people.today))
    if drafts:
        yield WaitRow(WaitKind.DECLARATION_OPEN, 0, "", day=month.first, count=len(drafts))


def _files_due(people: _People) -> Iterable[WaitRow]:
    """One line, however many: the list stands in the settings."""
    if count := files_due(people.work.session, people.today):
        yield WaitRow(WaitKind.FILES_DUE, 0, "", count=count)
