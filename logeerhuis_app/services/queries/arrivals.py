"""What is read at the door when a guest comes or goes: one sheet per booking."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.bookings import EXPECTED, GONE, BookingLabel
from logeerhuis_app.domain.errors import NotFound
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Booking, Task
from logeerhuis_app.services.door import Work, reads
from logeerhuis_app.services.file_watch import require_open_files
from logeerhuis_app.services.queries.care_need import is_first_to_judge
from logeerhuis_app.services.queries.check_in import open_gates
from logeerhuis_app.services.queries.file_changes import file_changes
from logeerhuis_app.services.queries.guests import guest_files
from logeerhuis_app.services.queries.handover import dose_after, dose_words
from logeerhuis_app.services.queries.stays_in_shift import beds_on
from logeerhuis_app.services.rows.handover import TaskRow
from logeerhuis_app.services.rows.today import ArrivalSheet, DepartureSheet


@reads(UseCase.CHECK_IN)
def arrival_sheet(work: Work, booking_id: int) -> ArrivalSheet:
    """Raises: NotFound; FileRestricted, FileDestroyed, for a stay that is not now."""
    booking = _booking(work.session, booking_id)
    guest_id = booking.guest_id
    require_open_files(work.session, work.role, work.today, [guest_id])
    work.looked_at(guest_id)
    file = guest_files(work, [guest_id])[guest_id]
    now = house_time(work.now_utc)
    return ArrivalSheet(
        banner=file.banner,
        booking_id=booking.id,
        version=booking.version,
        location_id=booking.location_id,
        room=_room(work.session, booking, booking.arrival),
        arrival=booking.arrival,
        departure=booking.departure,
        today=work.today,
        is_urgent=booking.label is BookingLabel.URGENT,
        missing=tuple(gate.value for gate in open_gates(work.session, [guest_id], work.today)[guest_id]),
        medication=file.medication,
        next_dose=dose_words(dose_after(file.medication, now)),
        contacts=file.contacts,
        answers=tuple(file.answers.values()),
        help_at_home=file.help_at_home,
        last_stay_until=_last_stay(work.session, booking),
        changes=file_changes(work, guest_id),
    )


@reads(UseCase.CHECK_OUT)
def departure_sheet(work: Work, booking_id: int) -> DepartureSheet:
    """Raises: NotFound; FileRestricted, FileDestroyed, for a stay that is not now."""
    booking = _booking(work.session, booking_id)
    guest_id = booking.guest_id
    require_open_files(work.session, work.role, work.today, [guest_id])
    work.looked_at(guest_id)
    file = guest_files(work, [guest_id])[guest_id]
    return DepartureSheet(
        banner=file.banner,
        booking_id=booking.id,
        version=booking.version,
        location_id=booking.location_id,
        room=_room(work.session, booking, work.today),
        arrival=booking.arrival,
        departure=booking.departure,
        today=work.today,
        is_trial=booking.label is BookingLabel.TRIAL,
        asks_need=is_first_to_judge(work, guest_id),
        medication=file.medication,
        contacts=file.contacts,
        help_at_home=file.help_at_home,
        tasks=_open_tasks(work.session, booking, file.banner.guest.name),
        next_stay=_next_stay(work.session, booking, work.today),
    )


def _booking(session: Session, booking_id: int) -> Booking:
    booking = session.get(Booking, booking_id)
    if booking is None:
        raise NotFound("booking", str(booking_id))
    return booking


def _room(session: Session, booking: Booking, day: date) -> str:
    found = beds_on(session, [booking.id], max(day, booking.arrival))
    return found[booking.id].room if booking.id in found else ""


def _last_stay(session: Session, booking: Booking) -> date | None:
    earlier = select(func.max(Booking.departure)).where(
        Booking.guest_id == booking.guest_id, Booking.id != booking.id, Booking.state.in_(GONE)
    )
    return session.scalar(earlier)


def _next_stay(session: Session, booking: Booking, today: date) -> date | None:
    later = select(func.min(Booking.arrival)).where(
        Booking.guest_id == booking.guest_id,
        Booking.id != booking.id,
        Booking.state.in_(EXPECTED),
        Booking.arrival >= today,
    )
    return session.scalar(later)


def _open_tasks(session: Session, booking: Booking, name: str) -> tuple[TaskRow, ...]:
    open_ones = select(Task).where(Task.guest_id == booking.guest_id, Task.done_at_utc.is_(None))
    return tuple(
        TaskRow(task.id, task.guest_id, name, task.text, task.due_on, task.due_at, is_done=False)
        for task in session.scalars(open_ones.order_by(Task.due_on, Task.id))
    )
