"""Making one file of two files of one person: everything moves, nothing that keeps a guest safe is dropped."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from typing import Any

from sqlalchemy import Table, select, update
from sqlalchemy.orm import Session

from logeerhuis_app.db.guest_words import fold
from logeerhuis_app.domain.care import AllergyStatus
from logeerhuis_app.domain.errors import Concern, ConcernsOpen
from logeerhuis_app.domain.errors_merging import ChoiceOpen, MergeBlocked
from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.medication import Medicine
from logeerhuis_app.domain.merging import MergeFacts, MergeObstacle, Side, concerns, more_open, obstacles, shared_nights
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.i18n.partial_dates import birth_words
from logeerhuis_app.models import (
    Allergy,
    Base,
    Booking,
    CareAnswer,
    Guest,
    MedicationItem,
    MedicationList,
    TreatmentDirective,
)
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import SECRET, found, put
from logeerhuis_app.services.field_values import kept as said_by
from logeerhuis_app.services.file_parts import empty_guest
from logeerhuis_app.services.lists_kept_true import keep_lists_true
from logeerhuis_app.services.medication import latest_list
from logeerhuis_app.services.merge_parts import (
    Lost,
    counts,
    drop_acks,
    drop_doubles,
    drop_statements,
    lead_once,
    move_rows,
    remove_row,
    stand_behind,
)
from logeerhuis_app.services.queries.merging import (
    ANSWER,
    DIRECTIVE,
    INTAKE,
    PARTS,
    answers_of,
    directives_of,
    facts_of,
    intake_id,
    questions,
)


@dataclass(frozen=True)
class MergeWish:
    """``choices``: by code which of two different answers holds; what can harm must be among them."""

    kept_id: int
    other_id: int
    kept_version: int
    other_version: int
    choices: Mapping[str, Side] = field(default_factory=dict)
    accepted: tuple[str, ...] = ()


@writes(UseCase.MERGE_FILES)
def merge_files(work: Work, wish: MergeWish) -> Changes:
    """Everything of the other file belongs to the kept one from now on; the other number leads there.

    What gave way stands on record. It cannot be undone.

    Raises:
        NotFound, ChangedByOther.
        MergeBlocked: two stays in one night, a closed or destroyed file, another BSN...
        ConcernsOpen: another birth date or name, and nobody said that it is one person all the same.
        ChoiceOpen: the files differ in something that can harm, and nobody chose.
    """
    kept, other = _both(work.session, wish)
    accepted = _weigh(work.session, kept, other, wish)
    sides = _chosen(work.session, kept, other, wish)
    number, moved, was = other.guest_no, counts(work.session, other.id), said_by(other)
    new = _new_values(kept, other, sides)
    bsn = kept.bsn or other.bsn
    _join_rows(work, kept, other, sides)
    empty_guest(
        work.session,
        other.id,
        _("Merged into guest {number}").format(number=kept.guest_no),
        FileStatus.MERGED,
        merged_into=kept.id,
    )
    changed = _take_over(work, kept, new, bsn)
    keep_lists_true(work, kept.id)
    fold(work.session, (kept.id, other.id))
    told = {"accepted": accepted} if accepted else {}
    work.log("U", "guest", kept.id, kept.id, merged=number, moved=dict(moved), changed=changed, **told)
    work.log("U", "guest", other.id, other.id, merged_into=kept.guest_no, was=was)
    return Changes(Topic.EVERYTHING, created_id=kept.id, number=number)


# -- whether it may be


def _both(session: Session, wish: MergeWish) -> tuple[Guest, Guest]:
    """Both files, held in the same order by everybody; and their stays, for whoever declares holds those.

    Raises: NotFound, ChangedByOther.
    """
    versions = {wish.kept_id: wish.kept_version, wish.other_id: wish.other_version}
    held = {guest_id: found(session, Guest, guest_id, versions[guest_id], lock=True) for guest_id in sorted(versions)}
    stays = select(Booking.id).where(Booking.guest_id.in_(held)).order_by(Booking.id).with_for_update()
    session.execute(stays).all()
    return held[wish.kept_id], held[wish.other_id]


def _weigh(session: Session, kept: Guest, other: Guest, wish: MergeWish) -> list[str]:
    """The concerns that were passed. Raises: MergeBlocked, ConcernsOpen."""
    facts = facts_of(session, kept), facts_of(session, other)
    if blocked := obstacles(*facts):
        codes = tuple(one.value for one in blocked)
        raise MergeBlocked(kept.guest_no, other.guest_no, codes, _nights(facts, blocked))
    open_concerns = concerns(*facts)
    missing = [one for one in open_concerns if one.value not in wish.accepted]
    if missing:
        raise ConcernsOpen(tuple(Concern(one.value, _doubt(one.value, kept, other), other.id) for one in missing))
    return [one.value for one in open_concerns]


def _nights(facts: tuple[MergeFacts, MergeFacts], blocked: tuple[MergeObstacle, ...]) -> tuple[date, ...]:
    of_nights = {MergeObstacle.SAME_NIGHTS, MergeObstacle.DECLARED_TWICE}
    return shared_nights(*facts) if of_nights & set(blocked) else ()


def _doubt(code: str, kept: Guest, other: Guest) -> str:
    if "birth" in code:
        return f"{birth_words(kept.born)} / {birth_words(other.born)}"
    return f"{kept.given_name} {kept.last_name} / {other.given_name} {other.last_name}"


def _chosen(session: Session, kept: Guest, other: Guest, wish: MergeWish) -> dict[str, Side]:
    """Which file's answer holds, by code. Raises: ChoiceOpen."""
    sides = {}
    for question in questions(session, kept, other):
        pair = question.pair
        side = wish.choices.get(pair.code) if pair.differs else None
        side = side or pair.unasked
        if side is None:
            raise ChoiceOpen(pair.code)
        sides[pair.code] = side
    return sides


# -- doing it


def _new_values(kept: Guest, other: Guest, sides: Mapping[str, Side]) -> dict[str, Any]:
    """What the kept file says of the guest afterwards, without the BSN."""
    values = {
        name: getattr(other, name) for code, names in PARTS.items() if sides[code] is Side.OTHER for name in names
    }
    values["file_status"] = more_open(kept.file_status, other.file_status)
    values |= _end(kept, other, values["file_status"])
    days = [day for day in (kept.kept_until, other.kept_until) if day]
    if days:
        values["kept_until"] = max(days)
        values["kept_reason"] = "; ".join(dict.fromkeys(filter(None, (kept.kept_reason, other.kept_reason))))[:400]
    return values


def _end(kept: Guest, other: Guest, status: FileStatus) -> dict[str, Any]:
    """Why and when the file ended, of the kept one if it says so; an open file says neither."""
    source = kept if kept.end_reason is not None else other
    if status is not FileStatus.ENDED:
        return {"end_reason": None, "ended_on": None}
    return {"end_reason": source.end_reason, "ended_on": source.ended_on}


def _join_rows(work: Work, kept: Guest, other: Guest, sides: Mapping[str, Side]) -> None:
    session, own, theirs = work.session, kept.id, other.id

    def lost(table: Table, row: dict[str, Any]) -> None:
        was = {name: _plain(value) for name, value in row.items() if name not in SECRET | {"version"}}
        work.log("D", table.name, row["id"], own, was=was)

    _join_medication(work, own, theirs)
    answers = Base.metadata.tables[CareAnswer.__tablename__]
    for answer_id in _losing_answers(session, own, theirs, sides):
        remove_row(session, answers, answer_id, lost)
    directives = Base.metadata.tables[TreatmentDirective.__tablename__]
    for directive_id in _losing_directives(session, own, theirs, sides):
        remove_row(session, directives, directive_id, lost)
    _join_intake(session, own, theirs, sides, lost)
    drop_statements(session, theirs, own, lost)
    drop_acks(session, theirs, own)
    lead_once(session, theirs, own)
    drop_doubles(session, theirs, own, lost)
    stand_behind(session, theirs, own)
    move_rows(session, theirs, own)
    session.expire_all()


def _losing_answers(session: Session, own: int, theirs: int, sides: Mapping[str, Side]) -> list[int]:
    mine, others = answers_of(session, own), answers_of(session, theirs)
    return [
        (mine if sides[f"{ANSWER}{topic.value}"] is Side.OTHER else others)[topic].id
        for topic in mine
        if topic in others
    ]


def _losing_directives(session: Session, own: int, theirs: int, sides: Mapping[str, Side]) -> list[int]:
    mine, others = directives_of(session, own), directives_of(session, theirs)
    return [
        (mine if sides[f"{DIRECTIVE}{treatment.value}"] is Side.OTHER else others)[treatment].id
        for treatment in mine
        if treatment in others
    ]


def _join_intake(session: Session, own: int, theirs: int, sides: Mapping[str, Side], lost: Lost) -> None:
    mine, others = intake_id(session, own), intake_id(session, theirs)
    if mine is not None and others is not None:
        gives_way = mine if sides[INTAKE] is Side.OTHER else others
        remove_row(session, Base.metadata.tables[INTAKE], gives_way, lost)


def _take_over(work: Work, kept: Guest, new: Mapping[str, Any], bsn: str | None) -> dict[str, Any]:
    """The row is read again, for its rows moved; it is a newer one, whatever changed."""
    session = work.session
    session.refresh(kept)
    values = {**new, "bsn": bsn}
    holds = Allergy.guest_id == kept.id, Allergy.ended_on.is_(None)
    if session.scalar(select(Allergy.id).where(*holds).limit(1)):
        values["allergy_status"] = AllergyStatus.KNOWN
    changed = put(kept, values)
    session.flush()
    newer = update(Guest).where(Guest.id == kept.id).values(version=Guest.version + 1)
    session.execute(newer, execution_options={"synchronize_session": False})
    session.expire_all()
    return changed


# -- medication


def _join_medication(work: Work, own: int, theirs: int) -> None:
    """A transcript for two files was compared with neither paper: one list of all lines, each still to be checked.

    The lists as they were stay on file. A list that only the other file has is to be checked again too.
    """
    session = work.session
    mine, others = latest_list(session, own), latest_list(session, theirs)
    if others is None:
        return
    if mine is None:
        lines = update(MedicationItem).where(MedicationItem.list_id == others.id)
        session.execute(lines.values(is_to_check=True))
        changed = put(others, {"checked_by_1": "", "checked_by_2": "", "checked_at_utc": None})
        changed.pop("checked_at_utc", None)
        session.flush()
        work.log("U", "medication_list", others.id, own, changed=changed)
        return
    _write_one_list(work, own, mine, others)


def _write_one_list(work: Work, own: int, mine: MedicationList, others: MedicationList) -> None:
    """As old as the older of the two: it is asked for anew the sooner."""
    session = work.session
    origin = _("from two files: {first} and {second}").format(
        first=date_numeric(mine.list_date), second=date_numeric(others.list_date)
    )
    pharmacy = mine.pharmacy if mine.pharmacy == others.pharmacy else f"{mine.pharmacy} / {others.pharmacy}"
    row = MedicationList(guest_id=own, list_date=min(mine.list_date, others.list_date))
    pages = mine.pages + others.pages if mine.pages and others.pages else None
    put(row, {"pharmacy": pharmacy.strip(" /")[:120], "origin": origin, "pages": pages})
    session.add(row)
    session.flush()
    items = _lines_of(session, mine.id, others.id)
    for place, values in enumerate(items):
        session.add(MedicationItem(list_id=row.id, order=place, is_to_check=True, **values))
    session.flush()
    work.log("C", "medication_list", row.id, own, list_date=row.list_date, medicines=[one["name"] for one in items])


_LINE = tuple(column.name for column in fields(Medicine) if column.name != "is_to_check")


def _lines_of(session: Session, *list_ids: int) -> list[dict[str, Any]]:
    """Every line of both; one that is the same to the letter once. The same medicine in another dose stands twice."""
    lines: list[dict[str, Any]] = []
    for list_id in list_ids:
        rows = session.scalars(
            select(MedicationItem).where(MedicationItem.list_id == list_id).order_by(MedicationItem.order)
        )
        for row in rows:
            values = {name: getattr(row, name) for name in _LINE}
            if values not in lines:
                lines.append(values)
    return lines


def _plain(value: Any) -> Any:
    return getattr(value, "value", value)
