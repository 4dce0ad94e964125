"""The handover of one shift: every guest present in the order of rooms, what is new, and who comes today.

Whoever sees this page has looked at the file of each guest on it; that is on record per guest.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from sqlalchemy import select

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.bookings import IN_HOUSE, BookingLabel, BookingState
from logeerhuis_app.domain.errors import NotFound, NotInHouse
from logeerhuis_app.domain.handover import Dose, NextDose, Shift, next_dose
from logeerhuis_app.domain.intake import FileList
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import clock_time
from logeerhuis_app.i18n.medicine_words import moments
from logeerhuis_app.models import Bed, Booking, Guest, House, Location, Room
from logeerhuis_app.services.door import Work, reads, writes
from logeerhuis_app.services.field_values import found
from logeerhuis_app.services.queries.absences import absences
from logeerhuis_app.services.queries.check_in import open_gates
from logeerhuis_app.services.queries.closed_files import closed_to_reader
from logeerhuis_app.services.queries.guests import guest_files
from logeerhuis_app.services.queries.shift_news import (
    Read,
    ShiftTasks,
    is_read,
    newest_note,
    notes_of,
    reads_of,
    tasks_of,
    utc_of,
)
from logeerhuis_app.services.queries.stays_in_shift import Sleeping, arriving_in, present_in
from logeerhuis_app.services.rows.absence import Absence
from logeerhuis_app.services.rows.guest import GuestFile
from logeerhuis_app.services.rows.handover import (
    ArrivalRow,
    GuestCard,
    HandoverGuest,
    HandoverPrint,
    HandoverRows,
    NoteRow,
    PlaceRow,
    PrintStamp,
    TaskRow,
)
from logeerhuis_app.services.rows.medication import MedicationRow


@reads(UseCase.SEE_HANDOVER)
def handover_places(work: Work) -> tuple[PlaceRow, ...]:
    """The locations that have beds, in their own order."""
    query = select(Location.id, Location.name).where(
        Location.id.in_(select(Room.location_id).join(Bed, Bed.room_id == Room.id))
    )
    return tuple(PlaceRow(location_id, name) for location_id, name in work.session.execute(query.order_by(Location.id)))


@reads(UseCase.SEE_HANDOVER)
def handover_rows(work: Work, location_id: int, shift: Shift) -> HandoverRows:
    """All guests present in this shift, with what can harm, what to give now, and what is new.

    Raises:
        NotFound: there is no such location.
    """
    page = _page(work, location_id, shift)
    for guest_id in page.files:
        work.looked_at(guest_id)
    return page.rows


@writes(UseCase.PRINT_HANDOVER)
def guest_cards(work: Work, location_id: int, shift: Shift) -> HandoverPrint:
    """The same page with a card per guest, for paper. Every print is on record, however soon after the last."""
    page = _page(work, location_id, shift)
    return _printed(work, page, page.present, shift)


@writes(UseCase.PRINT_HANDOVER)
def guest_card(work: Work, guest_id: int, shift: Shift) -> HandoverPrint:
    """The card of one guest who is in the house, with the news of the shift; on record as a print of this guest only.

    Raises:
        NotInHouse: a card is about a stay; without one there is no room, no departure and no news.
    """
    guest = found(work.session, Guest, guest_id)
    present = select(Booking.location_id).where(Booking.guest_id == guest_id, Booking.state.in_(IN_HOUSE))
    location_id = work.session.scalar(present.limit(1))
    if location_id is None:
        raise NotInHouse(shown_name(guest))
    page = _page(work, location_id, shift)
    return _printed(work, page, [one for one in page.present if one.booking.guest_id == guest_id], shift)


def _printed(work: Work, page: "_Page", printed: Collection[Sleeping], shift: Shift) -> HandoverPrint:
    for one in printed:
        work.log("E", "handover_print", one.booking.id, one.booking.guest_id, shift=f"{shift.day} {shift.kind}")
    house = work.session.scalars(select(House)).one()
    stamp = PrintStamp(work.now_utc, work.actor.name, shift, house.name, house.is_practice)
    rows = {guest.booking_id: guest for guest in page.rows.guests}
    cards = tuple(_card(page.files[one.booking.guest_id], rows[one.booking.id]) for one in printed)
    return HandoverPrint(page.rows, cards, stamp)


@dataclass(frozen=True)
class _Page:
    """What both screen and paper are made of."""

    rows: HandoverRows
    present: list[Sleeping]
    files: dict[int, GuestFile]


def _page(work: Work, location_id: int, shift: Shift) -> _Page:
    location = work.session.get(Location, location_id)
    if location is None:
        raise NotFound("location", str(location_id))
    present = _open_to_reader(work, present_in(work.session, location_id, shift, work.now_utc))
    arriving = _open_to_reader(work, arriving_in(work.session, location_id, shift))
    ids = {one.booking.guest_id for one in [*present, *arriving]}
    files = guest_files(work, ids)
    news = _news(work, location_id, shift, present)
    gates = open_gates(work.session, ids, work.today)
    missing = {guest_id: tuple(gate.value for gate in still_open) for guest_id, still_open in gates.items()}
    rows = HandoverRows(
        shift=shift,
        location=location.name,
        guests=tuple(_guest(one, files, missing, news) for one in present),
        arrivals=tuple(_arrival(one, files, missing, news) for one in arriving),
        departures_today=sum(one.booking.departure == shift.day for one in present),
        tasks=news.tasks.of_shift,
        made_at_utc=work.now_utc,
        notes=tuple(news.notes.get(None, ())),
        location_id=location_id,
        last_note_id=newest_note(work.session),
    )
    return _Page(rows, present, files)


def _open_to_reader(work: Work, stays: list[Sleeping]) -> list[Sleeping]:
    """A shift of long ago is no way into a file that was closed since; whoever is in the house now is always here."""
    closed = closed_to_reader(work, [one.booking.guest_id for one in stays])
    return [one for one in stays if one.booking.guest_id not in closed]


@dataclass(frozen=True)
class _News:
    """What happened and what is to be done, per guest, seen by one reader at one moment."""

    shift: Shift
    wall_clock: datetime
    reader_id: int | None
    notes: Mapping[int | None, list[NoteRow]]
    reads: Mapping[int, list[Read]]
    tasks: ShiftTasks
    absences: Mapping[int, Absence]  # by booking

    def open_tasks(self, guest_id: int) -> tuple[TaskRow, ...]:
        return tuple(task for task in self.tasks.of_shift if task.guest_id == guest_id and not task.is_done)

    def later_tasks(self, guest_id: int) -> tuple[TaskRow, ...]:
        return tuple(task for task in self.tasks.later if task.guest_id == guest_id)


def _news(work: Work, location_id: int, shift: Shift, present: Collection[Sleeping]) -> _News:
    reader_id = work.actor.user_id
    since = {one.booking.guest_id: _came(one) for one in present}
    reads = reads_of(work.session, since)
    return _News(
        shift=shift,
        wall_clock=house_time(work.now_utc).replace(tzinfo=None),
        reader_id=reader_id,
        notes=notes_of(work.session, location_id, since, shift, reads, reader_id),
        reads=reads,
        tasks=_tasks(work, location_id, shift),
        absences=absences(work.session, [one.booking.id for one in present], work.today),
    )


def _tasks(work: Work, location_id: int, shift: Shift) -> ShiftTasks:
    tasks = tasks_of(work.session, location_id, shift)
    about = {task.guest_id for task in (*tasks.of_shift, *tasks.later) if task.guest_id is not None}
    closed = closed_to_reader(work, about)
    of_shift = tuple(task for task in tasks.of_shift if task.guest_id not in closed)
    return ShiftTasks(of_shift, tuple(task for task in tasks.later if task.guest_id not in closed))


def _came(one: Sleeping) -> datetime:
    return one.booking.checked_in_at_utc or utc_of(datetime.combine(one.booking.arrival, time.min))


def _guest(
    one: Sleeping, files: Mapping[int, GuestFile], missing: Mapping[int, tuple[str, ...]], news: _News
) -> HandoverGuest:
    guest_id, file = one.booking.guest_id, files[one.booking.guest_id]
    notes = tuple(news.notes.get(guest_id, ()))
    signed = news.reads.get(guest_id, [])
    dose = dose_after(file.medication, news.wall_clock)
    return HandoverGuest(
        banner=file.banner,
        booking_id=one.booking.id,
        bed_id=one.bed_id,
        room=one.room,
        is_trial=one.booking.label is BookingLabel.TRIAL,
        night_number=one.night_number(news.shift.day),
        nights=one.nights,
        departure=one.booking.departure,
        departure_time=one.booking.departure_time,
        is_away=one.booking.state is BookingState.AWAY,
        absence=news.absences.get(one.booking.id),
        medication=file.medication,
        next_dose=dose_words(dose),
        next_dose_needs_two=dose.needs_two,
        notes=notes,
        tasks=news.open_tasks(guest_id),
        receipts=tuple(one.receipt for one in signed if one.receipt.shift in (news.shift, news.shift.next())),
        is_read_by_me=is_read(signed, notes, news.shift, news.reader_id),
        answers=tuple(file.answers.values()),
        contacts=file.contacts,
        upcoming=news.later_tasks(guest_id),
        help_at_home=file.help_at_home,
        alerts_asked=file.state_of(FileList.ALERTS),
        help_asked=file.state_of(FileList.HELP),
        missing=missing.get(guest_id, ()),
    )


def _arrival(
    one: Sleeping, files: Mapping[int, GuestFile], missing: Mapping[int, tuple[str, ...]], news: _News
) -> ArrivalRow:
    guest_id = one.booking.guest_id
    return ArrivalRow(
        banner=files[guest_id].banner,
        booking_id=one.booking.id,
        room=one.room,
        arrival=one.booking.arrival,
        arrival_time=one.booking.arrival_time,
        missing=missing.get(guest_id, ()),
        alerts_asked=files[guest_id].state_of(FileList.ALERTS),
        tasks=news.open_tasks(guest_id),
        note=one.booking.note,
    )


def _card(file: GuestFile, row: HandoverGuest) -> GuestCard:
    return GuestCard(
        file=file,
        room=row.room,
        booking_id=row.booking_id,
        is_trial=row.is_trial,
        departure=row.departure,
        departure_time=row.departure_time,
        night_number=row.night_number,
        nights=row.nights,
        next_dose=row.next_dose,
        next_dose_needs_two=row.next_dose_needs_two,
        notes=row.notes,
        tasks=row.tasks,
    )


# -- the next dose -------------------------------------------------------------------------------------------------


def dose_after(medication: MedicationRow, wall_clock: datetime) -> NextDose:
    """What the transcript says comes next; not what is for when it is needed, was stopped, or is to be checked."""
    today = wall_clock.date()
    return next_dose(_doses(medication, today), wall_clock.time(), _doses(medication, today + ONE_DAY))


def _doses(medication: MedicationRow, day: date) -> Iterable[Dose]:
    for medicine in medication.medicines:
        if medicine.is_due_on(day):
            for moment in moments(medicine):
                yield Dose(moment, medicine.double_check)


def dose_words(dose: NextDose) -> str:
    """«18:00», «morgen 8:00», «18:00 · voor de nacht»; empty: the list names no moment."""
    words = list(dose.in_words)
    if dose.at is not None:
        at = clock_time(dose.at)
        words.insert(0, _("tomorrow {time}").format(time=at) if dose.is_tomorrow else at)
    return " · ".join(words)
