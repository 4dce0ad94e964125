"""What the door does for every file it lets somebody at: a closed one stays closed, and a change starts its term."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from logeerhuis_app.domain.errors_merging import FileMerged
from logeerhuis_app.domain.errors_rights import FileDestroyed, FileRestricted
from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.rights import FILE_DEEDS, StayFact, is_closed_to
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.models import Booking, Guest
from logeerhuis_app.services.audit import Entry
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, whole_rows

_CHANGES = frozenset("CUD")
_NO_CARE = frozenset(
    {"allocation", "declaration", "declaration_line", "night", "booking", "rights_request", "form_draft"}
)
"""Who pays, and when somebody comes: the stays themselves count by their departure."""
_NO_CHANGE = frozenset({UseCase.RESTRICT_FILE, UseCase.REMOVE_FILE, UseCase.SEE_RETENTION})

_SHUT = Prepared(
    whole_rows(Guest).where(
        of_guests(Guest.id),
        or_(
            Guest.restricted_on.is_not(None),
            Guest.file_status == FileStatus.DESTROYED,
            Guest.file_status == FileStatus.MERGED,
        ),
    )
)


def require_open(session: Session, role: Role, today: date, entries: Sequence[Entry]) -> None:
    """Raises:
    FileRestricted: one of these files is closed to this role today.
    FileDestroyed: there is nothing left of it.
    FileMerged: it is one with another file now.
    """
    ids = {entry.guest_id for entry in entries if entry.guest_id is not None and entry.use_case in FILE_DEEDS}
    require_open_files(session, role, today, ids)


def require_open_files(session: Session, role: Role, today: date, ids: Collection[int]) -> None:
    """Raises: FileRestricted, FileDestroyed, FileMerged, see ``require_open``."""
    if not ids:
        return
    for guest in _SHUT.rows(session, guest_ids=ids):
        if guest.file_status is FileStatus.DESTROYED:
            raise FileDestroyed(guest.guest_no)
        if guest.file_status is FileStatus.MERGED:
            kept = session.get_one(Guest, guest.merged_into_id)
            raise FileMerged(guest.guest_no, kept.guest_no, kept.id)
        if is_closed_to(role, stay_facts(session, [guest.id])[guest.id], today):
            raise FileRestricted(shown_name(guest), guest.id)


def note_changes(session: Session, today: date, entries: Sequence[Entry]) -> None:
    """The retention period of a care file starts anew with each change. Source: art. 7:454 paragraph 3 BW."""
    ids = {entry.guest_id for entry in entries if entry.guest_id is not None and _changes_care(entry)}
    if not ids:
        return
    older = or_(Guest.care_changed_on.is_(None), Guest.care_changed_on < today)
    query = update(Guest).where(Guest.id.in_(ids), older).values(care_changed_on=today)
    session.execute(query, execution_options={"synchronize_session": False})


def stay_facts(session: Session, guest_ids: Collection[int]) -> dict[int, tuple[StayFact, ...]]:
    """Every booking of these guests, whatever became of it."""
    found: dict[int, tuple[StayFact, ...]] = dict.fromkeys(guest_ids, ())
    query = select(Booking.guest_id, Booking.arrival, Booking.departure, Booking.state)
    for guest_id, arrival, departure, state in session.execute(query.where(Booking.guest_id.in_(guest_ids))):
        found[guest_id] += (StayFact(arrival, departure, state),)
    return found


def _changes_care(entry: Entry) -> bool:
    if entry.action not in _CHANGES or entry.use_case in _NO_CHANGE:
        return False
    return entry.object_kind not in _NO_CARE
