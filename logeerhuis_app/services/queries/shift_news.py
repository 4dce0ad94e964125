"""Notes, tasks and signatures round one shift: what the people who come in read first."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from sqlalchemy import Select, and_, func, or_, select
from sqlalchemy.orm import Session, aliased

from logeerhuis_app.clock import AMSTERDAM
from logeerhuis_app.domain.handover import Shift, shift_of, shifts_between
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.models import Guest, HandoverAck, Note, Task, User
from logeerhuis_app.services.rows.handover import NoteRow, ReceiptRow, TaskRow

LOOK_AHEAD = timedelta(days=7)
"""What follows is shown a week ahead; a stay is seldom longer."""


def utc_of(wall_clock: datetime) -> datetime:
    """The instant at which the house's clock shows this; of an hour that comes twice, the first."""
    return wall_clock.replace(tzinfo=AMSTERDAM).astimezone(UTC)


# -- notes -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Read:
    """Who has signed for whom: of one guest, in one shift."""

    user_id: int
    receipt: ReceiptRow


def notes_of(
    session: Session,
    location_id: int,
    since: Mapping[int, datetime],
    shift: Shift,
    reads: Mapping[int, Sequence[Read]],
    reader_id: int | None,
) -> dict[int | None, list[NoteRow]]:
    """Per guest, and under None those of the house: the notes of this shift and the one before.

    Older important notes of the stay (``since``: its start, per guest) stay until somebody else has signed after them.
    Important first, then the newest; a note that was corrected stands with its correction.
    """
    rows: dict[int | None, list[NoteRow]] = defaultdict(list)
    for row, by, correction in session.execute(_notes_query(location_id, since, shift)):
        is_news = Shift(row.shift_day, row.shift_kind) in (shift, shift.previous())
        if is_news or _is_unsigned(row, reads.get(row.guest_id or 0, ())):
            rows[row.guest_id].append(_note_row(row, by, correction is not None, reader_id))
    for found in rows.values():
        found.sort(key=lambda note: (not note.is_important, -note.note_id))
    return rows


_Notes = Select[Note, str, int | None]


def _notes_query(location_id: int, since: Mapping[int, datetime], shift: Shift) -> _Notes:
    correction = aliased(Note)
    news = or_(*(and_(Note.shift_day == one.day, Note.shift_kind == one.kind) for one in (shift, shift.previous())))
    important = and_(Note.is_important, Note.at_utc >= min(since.values(), default=datetime.max.replace(tzinfo=UTC)))
    whose = or_(Note.guest_id.in_(list(since)), and_(Note.guest_id.is_(None), Note.location_id == location_id))
    return (
        select(Note, User.name, correction.id)
        .join(User, User.id == Note.by_user_id)
        .outerjoin(correction, correction.corrects_id == Note.id)
        .where(whose, or_(news, important), Note.shift_day <= shift.day)
    )


def _is_unsigned(note: Note, reads: Iterable[Read]) -> bool:
    """Important, and nobody but the writer has signed since."""
    signed = any(read.user_id != note.by_user_id and read.receipt.at_utc >= note.at_utc for read in reads)
    return note.is_important and note.guest_id is not None and not signed


def _note_row(note: Note, by: str, is_corrected: bool, reader_id: int | None) -> NoteRow:
    return NoteRow(
        note_id=note.id,
        guest_id=note.guest_id,
        at_utc=note.at_utc,
        shift=Shift(note.shift_day, note.shift_kind),
        text=note.text,
        is_important=note.is_important,
        by=by,
        corrects=note.corrects_id,
        is_corrected=is_corrected,
        is_mine=note.by_user_id == reader_id,
        reason=note.reason,
    )


def newest_note(session: Session) -> int:
    """The number of the last note that was written, whoever it is about; 0 while there is none."""
    return session.scalar(select(func.max(Note.id))) or 0


# -- receipts ----------------------------------------------------------------------------------------------------


def reads_of(session: Session, guest_ids: Collection[int]) -> dict[int, list[Read]]:
    """Every signature under these guests, by the time it was given."""
    query = select(HandoverAck, User.name).join(User, User.id == HandoverAck.user_id)
    found: dict[int, list[Read]] = defaultdict(list)
    for row, name in session.execute(query.where(HandoverAck.guest_id.in_(guest_ids)).order_by(HandoverAck.at_utc)):
        receipt = ReceiptRow(name, row.at_utc, Shift(row.shift_day, row.shift_kind))
        found[row.guest_id].append(Read(row.user_id, receipt))
    return found


def is_read(reads: Iterable[Read], notes: Iterable[NoteRow], shift: Shift, reader_id: int | None) -> bool:
    """The reader signed in this shift, and nobody else wrote anything after."""
    newest = max((note.at_utc for note in notes if not note.is_mine), default=None)
    mine = (read.receipt for read in reads if read.user_id == reader_id and read.receipt.shift == shift)
    return any(newest is None or receipt.at_utc >= newest for receipt in mine)


# -- tasks -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ShiftTasks:
    """``of_shift``: open ones that are due by its end, and what was done in it. ``later``: open, within a week."""

    of_shift: tuple[TaskRow, ...]
    later: tuple[TaskRow, ...]


def tasks_of(session: Session, location_id: int, shift: Shift) -> ShiftTasks:
    """Both by the moment they are due; a task without a time stands after those of its day."""
    start, end = utc_of(shift.starts_at), utc_of(shift.ends_at)
    query = (
        select(Task, Guest)
        .outerjoin(Guest, Guest.id == Task.guest_id)
        .where(
            Task.location_id == location_id,
            Task.due_on <= shift.day + LOOK_AHEAD,
            or_(Task.done_at_utc.is_(None), Task.done_at_utc >= start, Task.due_on >= shift.day),
        )
    )
    found = sorted(session.execute(query), key=lambda pair: (pair[0].due_on, pair[0].due_at or _AFTER, pair[0].id))
    now: list[TaskRow] = []
    later: list[TaskRow] = []
    for task, guest in found:
        due = shift_of(task.due_on, task.due_at)
        is_due = due.place <= shift.place or _is_any_time_today(task, shift)
        if task.done_at_utc is None:
            (now if is_due else later).append(_task_row(task, guest, shift))
        elif due == shift or start <= task.done_at_utc < end:
            now.append(_task_row(task, guest, shift))
    return ShiftTasks(tuple(now), tuple(later))


_AFTER = datetime.max.time()


def _is_any_time_today(task: Task, shift: Shift) -> bool:
    return task.due_at is None and task.due_on == shift.day


def _task_row(task: Task, guest: Guest | None, shift: Shift) -> TaskRow:
    return TaskRow(
        task_id=task.id,
        guest_id=task.guest_id,
        guest=shown_name(guest) if guest else "",
        text=task.text,
        due_on=task.due_on,
        due_at=task.due_at,
        is_done=task.done_at_utc is not None,
        done_by=task.done_by,
        times_carried=shifts_between(shift_of(task.due_on, task.due_at), shift),
    )
