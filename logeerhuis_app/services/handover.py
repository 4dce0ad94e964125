"""What one shift leaves to the next: notes, tasks, and the signature of who has read them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from sqlalchemy import select

from logeerhuis_app.clock import house_time
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired, NotFound, ShiftOutOfReach
from logeerhuis_app.domain.handover import NoteCategory, Shift, shift_at, shift_of, shifts_between
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.typed_text import tidy_text
from logeerhuis_app.models import Guest, HandoverAck, Location, Note, Task
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes

MOST_CHARACTERS = 5000
MOST_IN_A_TASK = 400
MOST_IN_A_REASON = 200
SHIFTS_BACK = 3
"""A note may be for the shift that runs or one of the three before it: the same shift of yesterday."""


@dataclass(frozen=True)
class NoteWish:
    """``guest_id`` None: about the house. ``shift`` None: the one that runs; after midnight that is last evening's."""

    location_id: int
    text: str
    guest_id: int | None = None
    is_important: bool = False
    shift: Shift | None = None
    category: NoteCategory = NoteCategory.GENERAL


@dataclass(frozen=True)
class CorrectionWish:
    """``guest_id``: of another guest, when the note stood in the wrong file; None: as it was."""

    note_id: int
    text: str
    reason: str
    guest_id: int | None = None


@dataclass(frozen=True)
class TaskWish:
    """``due_on`` is the calendar day of the moment it is due: a task at 2:00 has the new date."""

    location_id: int
    text: str
    due_on: date
    due_at: time | None = None
    guest_id: int | None = None


@dataclass(frozen=True)
class AckWish:
    """Who was read about in which shift. ``last_note_id``: the newest note that was on screen."""

    shift: Shift
    guest_ids: tuple[int, ...]
    last_note_id: int = 0


def shift_now(work: Work) -> Shift:
    return shift_at(house_time(work.now_utc).replace(tzinfo=None))


# -- notes -------------------------------------------------------------------------------------------------------


@writes(UseCase.WRITE_NOTE)
def write_note(work: Work, wish: NoteWish) -> Changes:
    """Leave something for the next shift.

    Raises:
        FieldRequired, FieldInvalid: nothing was written, or far too much.
        ShiftOutOfReach: the shift is still to come, or longer than a day ago.
    """
    text = _written(wish.text, "note", MOST_CHARACTERS)
    shift = wish.shift or shift_now(work)
    _require_in_reach(work, shift)
    _require_known(work, wish.location_id, wish.guest_id)
    note = Note(
        guest_id=wish.guest_id,
        location_id=wish.location_id,
        at_utc=work.now_utc,
        shift_day=shift.day,
        shift_kind=shift.kind,
        category=wish.category,
        text=text,
        is_important=wish.is_important,
        by_user_id=_user(work),
    )
    work.session.add(note)
    work.session.flush()
    _log_note(work, note)
    return Changes(Topic.HANDOVER, created_id=note.id)


@writes(UseCase.WRITE_NOTE)
def correct_note(work: Work, wish: CorrectionWish) -> Changes:
    """Put a note right. The old text stays readable; the new one names it and says why.

    Raises:
        FieldRequired: without a reason nothing is corrected.
        ChangedByOther: somebody corrected it already.
    """
    text = _written(wish.text, "note", MOST_CHARACTERS)
    reason = _written(wish.reason, "reason", MOST_IN_A_REASON)
    old = work.session.get(Note, wish.note_id, with_for_update=True)
    if old is None:
        raise NotFound("note", str(wish.note_id))
    if work.session.scalar(select(Note.id).where(Note.corrects_id == old.id)) is not None:
        raise ChangedByOther("note")
    guest_id = old.guest_id if wish.guest_id is None else wish.guest_id
    _require_known(work, old.location_id, guest_id)
    note = Note(
        guest_id=guest_id,
        location_id=old.location_id,
        at_utc=work.now_utc,
        shift_day=old.shift_day,
        shift_kind=old.shift_kind,
        category=old.category,
        text=text,
        is_important=old.is_important,
        by_user_id=_user(work),
        corrects_id=old.id,
        reason=reason,
    )
    work.session.add(note)
    work.session.flush()
    _log_note(work, note, corrects=old.id, was_of_guest=old.guest_id)
    return Changes(Topic.HANDOVER, created_id=note.id)


def _log_note(work: Work, note: Note, **detail: object) -> None:
    shift = f"{note.shift_day} {note.shift_kind}"
    values = {"shift": shift, "text_length": len(note.text), "is_important": note.is_important, **detail}
    work.log("C", "note", note.id, note.guest_id, **values)


def _require_in_reach(work: Work, shift: Shift) -> None:
    now = shift_now(work)
    if shift.place > now.place or shifts_between(shift, now) > SHIFTS_BACK:
        raise ShiftOutOfReach(shift.day, shift.kind.value)


# -- tasks -------------------------------------------------------------------------------------------------------


@writes(UseCase.DO_TASK)
def add_task(work: Work, wish: TaskWish) -> Changes:
    """Something a shift has to do; not done, it carries over to the next and counts.

    Raises:
        ShiftOutOfReach: it would have been due before the shift that runs.
    """
    text = _written(wish.text, "text", MOST_IN_A_TASK)
    due = shift_of(wish.due_on, wish.due_at)
    if due.place < shift_now(work).place:
        raise ShiftOutOfReach(due.day, due.kind.value)
    _require_known(work, wish.location_id, wish.guest_id)
    task = Task(guest_id=wish.guest_id, location_id=wish.location_id, text=text, due_on=wish.due_on, due_at=wish.due_at)
    work.session.add(task)
    work.session.flush()
    work.log("C", "task", task.id, task.guest_id, due_on=task.due_on, due_at=task.due_at, text_length=len(text))
    return Changes(Topic.HANDOVER, created_id=task.id)


@writes(UseCase.DO_TASK)
def do_task(work: Work, task_id: int) -> Changes:
    """It is done, and by whom.

    Raises:
        ChangedByOther: somebody else did it already; who and when stays as it was.
    """
    task = _found_task(work, task_id)
    if task.done_at_utc is not None:
        raise ChangedByOther("task")
    task.done_at_utc, task.done_by = work.now_utc, work.actor.name
    work.log("U", "task", task.id, task.guest_id, done=True)
    return Changes(Topic.HANDOVER)


@writes(UseCase.DO_TASK)
def undo_task(work: Work, task_id: int) -> Changes:
    """It was not done after all: open again, and carried over as before."""
    task = _found_task(work, task_id)
    if task.done_at_utc is None:
        raise ChangedByOther("task")
    work.log("U", "task", task.id, task.guest_id, done=False, was_by=task.done_by, was_at=task.done_at_utc)
    task.done_at_utc, task.done_by = None, ""
    return Changes(Topic.HANDOVER)


def _found_task(work: Work, task_id: int) -> Task:
    task = work.session.get(Task, task_id, with_for_update=True)
    if task is None:
        raise NotFound("task", str(task_id))
    return task


# -- receipts ----------------------------------------------------------------------------------------------------


@writes(UseCase.ACKNOWLEDGE_HANDOVER)
def acknowledge(work: Work, wish: AckWish) -> Changes:
    """«I have read this», of one guest or of the whole house.

    Raises:
        ChangedByOther: somebody wrote something that was not on screen; nothing is signed, not even the rest.
    """
    if _has_newer_note(work, wish):
        raise ChangedByOther("handover")
    signed = {row.guest_id: row for row in _receipts(work, wish)}
    for guest_id in dict.fromkeys(wish.guest_ids):
        if guest_id in signed:
            signed[guest_id].at_utc = work.now_utc
        else:
            work.session.add(_receipt(work, wish.shift, guest_id))
        work.log("E", "handover_ack", None, guest_id, shift=f"{wish.shift.day} {wish.shift.kind}")
    return Changes(Topic.HANDOVER)


@writes(UseCase.ACKNOWLEDGE_HANDOVER)
def withdraw(work: Work, wish: AckWish) -> Changes:
    """Take one's own signature back: signed by mistake, or for somebody else."""
    for row in _receipts(work, wish):
        work.session.delete(row)
        work.log("D", "handover_ack", None, row.guest_id, shift=f"{row.shift_day} {row.shift_kind}", was=row.at_utc)
    return Changes(Topic.HANDOVER)


def _receipts(work: Work, wish: AckWish) -> Collection[HandoverAck]:
    return work.session.scalars(
        select(HandoverAck).where(
            HandoverAck.guest_id.in_(wish.guest_ids),
            HandoverAck.shift_day == wish.shift.day,
            HandoverAck.shift_kind == wish.shift.kind,
            HandoverAck.user_id == _user(work),
        )
    ).all()


def _receipt(work: Work, shift: Shift, guest_id: int) -> HandoverAck:
    return HandoverAck(
        guest_id=guest_id,
        shift_day=shift.day,
        shift_kind=shift.kind,
        user_id=_user(work),
        at_utc=work.now_utc,
    )


def _has_newer_note(work: Work, wish: AckWish) -> bool:
    newer = select(Note.id).where(
        Note.guest_id.in_(wish.guest_ids), Note.id > wish.last_note_id, Note.by_user_id != _user(work)
    )
    return any(True for _note in work.session.scalars(newer.limit(1)))


# -- what every wish must hold -------------------------------------------------------------------------------------


def _written(text: str, field: str, most: int) -> str:
    said = tidy_text(text)
    if not said:
        raise FieldRequired(field)
    if len(said) > most:
        raise FieldInvalid(field, f"{said[:20]}…", "too_long")
    return said


def _require_known(work: Work, location_id: int, guest_id: int | None) -> None:
    if work.session.get(Location, location_id) is None:
        raise NotFound("location", str(location_id))
    if guest_id is not None and work.session.get(Guest, guest_id) is None:
        raise NotFound("guest", str(guest_id))


def _user(work: Work) -> int:
    if work.actor.user_id is None:
        raise NotFound("user", work.actor.username)
    return work.actor.user_id
