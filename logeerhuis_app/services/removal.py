"""Destroying a care file: what goes, what finance keeps, and the protocol of it. It cannot be undone."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.backups import KEPT_MONTHS
from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired
from logeerhuis_app.domain.errors_rights import NameMistyped, RemovalBlocked
from logeerhuis_app.domain.guests import fold
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.retention import (
    CARE_YEARS,
    FINANCE_YEARS,
    LONGEST_YEARS,
    Due,
    FileFacts,
    Obstacle,
    Part,
    Terms,
    backups_until,
    care_due,
    finance_due,
    obstacles,
    removal_ground,
)
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.models import (
    AuditLine,
    Declaration,
    DeclarationLine,
    Destruction,
    Guest,
    House,
    Night,
    Note,
    Task,
    Trajectory,
)
from logeerhuis_app.services.audit import EMPTIED, empty_details
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, reads, writes
from logeerhuis_app.services.field_values import found, put
from logeerhuis_app.services.file_parts import FINANCE, Ids, care_rows, destroy_rows, empty_kept_rows
from logeerhuis_app.services.queries.file_facts import candidates, facts_of, terms_of
from logeerhuis_app.services.rows.retention import DestructionRow, DueList, DueRow, ProofSheet, RemovalSheet


@dataclass(frozen=True)
class KeepWish:
    """Keep a file longer than its term; ``until`` None: no longer so."""

    until: date | None
    reason: str = ""
    version: int = 0


@reads(UseCase.SEE_RETENTION)
def removal_sheet(work: Work, guest_id: int) -> RemovalSheet:
    """What would go, what would stay, and what stands in the way.

    Raises: NotFound.
    """
    session, guest = work.session, found(work.session, Guest, guest_id)
    work.looked_at(guest_id)
    terms, facts = terms_of(session), facts_of(session, [guest], work.today)[guest_id]
    return RemovalSheet(
        guest_id=guest_id,
        guest_no=guest.guest_no,
        name=shown_name(guest),
        last_name=_typed_name(guest),
        born=guest.born,
        version=guest.version,
        obstacles=obstacles(facts, terms, work.today),
        ground=removal_ground(facts),
        care_due=care_due(facts, terms).day,
        finance_due=finance_due(facts, terms).day,
        gone=_counts(care_rows(session, guest_id)),
        nights_kept=_count(session, Night, guest_id),
        declared_kept=_papers(session, guest_id),
        mentions=_mentions(session, guest),
        backups_until=backups_until(work.today, KEPT_MONTHS),
        terms=terms,
        kept_until=guest.kept_until,
        kept_reason=guest.kept_reason,
    )


@writes(UseCase.REMOVE_FILE)
def destroy_file(work: Work, guest_id: int, typed_name: str, version: int) -> Changes:
    """Destroy the care file for good; ``number`` of the answer is that of the protocol.

    Raises:
        NotFound, ChangedByOther.
        NameMistyped: the name that was typed is another one.
        RemovalBlocked: a stay, an open declaration, a restriction or the term stands in the way.
    """
    session = work.session
    session.get(House, 1, with_for_update=True)  # one protocol number is given once
    guest = found(session, Guest, guest_id, version, lock=True)
    if fold(typed_name) != fold(_typed_name(guest)):
        raise NameMistyped()
    terms, facts = terms_of(session), facts_of(session, [guest], work.today)[guest_id]
    if blocked := obstacles(facts, terms, work.today):
        raise RemovalBlocked(guest.guest_no, tuple(one.value for one in blocked))
    gone = care_rows(session, guest_id)
    row = _protocol(work, guest, facts, terms, gone)
    lines = _lines_with_details(session, guest_id, gone)
    destroy_rows(session, guest_id, gone)
    empty_kept_rows(session, guest_id, _("Destroyed file {number}").format(number=_number(row)))
    empty_details(session, lines)
    session.expire_all()
    work.log("D", "guest", guest_id, guest_id, number=_number(row), ground=row.ground.value, **{EMPTIED: lines})
    return Changes(Topic.EVERYTHING, created_id=row.id, number=_number(row))


@writes(UseCase.SEE_RETENTION)
def keep_longer(work: Work, guest_id: int, wish: KeepWish) -> Changes:
    """Keep the file in spite of term or request: another's interest, or good care, asks for it.

    Source: art. 7:454 paragraph 3 and art. 7:455 paragraph 2 BW.

    Raises:
        FieldRequired: no reason.
        ChangedByOther.
    """
    guest = found(work.session, Guest, guest_id, wish.version)
    if wish.until is not None and not wish.reason.strip():
        raise FieldRequired("reason")
    put(guest, {"kept_until": wish.until, "kept_reason": wish.reason if wish.until else ""})
    work.log("U", "guest", guest_id, guest_id, kept_until=wish.until)
    return Changes(Topic.GUESTS)


@writes(UseCase.CHANGE_HOUSE)
def set_terms(work: Work, terms: Terms) -> Changes:
    """The years of this house.

    Raises: FieldInvalid, for fewer years than the law asks or the house is held to.
    """
    for field, years, least in (
        ("care_years", terms.care_years, CARE_YEARS),
        ("finance_years", terms.finance_years, FINANCE_YEARS),
    ):
        if not least <= years <= LONGEST_YEARS:
            raise FieldInvalid(field, str(years), Reason.NUMBER)
    house = work.session.get_one(House, 1)
    changed = put(house, {"care_years": terms.care_years, "finance_years": terms.finance_years})
    work.log("U", "house", 1, changed=changed)
    return Changes(Topic.HOUSE)


@reads(UseCase.SEE_RETENTION)
def due_list(work: Work) -> DueList:
    """What has fallen due, falls due this year or was asked for; and what was destroyed."""
    session, terms = work.session, terms_of(work.session)
    guests = candidates(session, terms, date(work.today.year, 12, 31))
    facts = facts_of(session, guests, work.today)
    rows = [row for guest in guests for row in _due_rows(guest, facts[guest.id], terms, work.today)]
    rows.sort(key=lambda row: (not row.has_request, row.day or date.max, row.guest_no, row.part is Part.FINANCE))
    protocol = session.scalars(select(Destruction).order_by(Destruction.id.desc()))
    return DueList(tuple(rows), tuple(map(_destruction, protocol)), terms)


@reads(UseCase.SEE_RETENTION)
def proof_sheet(work: Work, destruction_id: int) -> ProofSheet:
    """The proof of one destruction, for paper; the print is on record.

    Raises: NotFound.
    """
    row = found(work.session, Destruction, destruction_id)
    house = work.session.get_one(House, 1)
    work.log("E", "destruction_print", row.id, row.guest_id)
    return ProofSheet(_destruction(row), house.name, house.is_practice, work.actor.name, work.today)


# -- inside


def _typed_name(guest: Guest) -> str:
    return guest.last_name or guest.given_name


def _due_rows(guest: Guest, facts: FileFacts, terms: Terms, today: date) -> list[DueRow]:
    dues = (care_due(facts, terms), finance_due(facts, terms))
    return [
        _due_row(guest, due, facts, obstacles(facts, terms, today) if due.part is Part.CARE else ())
        for due in dues
        if due.is_over_by(today.year) or (due.part is Part.CARE and facts.has_request and not facts.is_destroyed)
    ]


def _due_row(guest: Guest, due: Due, facts: FileFacts, blocked: tuple[Obstacle, ...]) -> DueRow:
    return DueRow(
        guest_id=guest.id,
        guest_no=guest.guest_no,
        name=shown_name(guest),
        born=guest.born,
        part=due.part,
        day=due.day,
        has_request=facts.has_request and due.part is Part.CARE,
        obstacles=blocked,
    )


def _protocol(work: Work, guest: Guest, facts: FileFacts, terms: Terms, gone: Ids) -> Destruction:
    year = work.today.year
    last = work.session.scalar(select(func.max(Destruction.sequence)).where(Destruction.year == year)) or 0
    row = Destruction(
        year=year,
        sequence=last + 1,
        guest_id=guest.id,
        guest_no=guest.guest_no,
        destroyed_on=work.today,
        ground=removal_ground(facts),
        decided_by=work.actor.name,
        removed=dict(_counts(gone)),
        finance_until=finance_due(facts, terms).day,
        backups_until=backups_until(work.today, KEPT_MONTHS),
    )
    work.session.add(row)
    work.session.flush()
    return row


def _lines_with_details(session: Session, guest_id: int, gone: Ids) -> list[int]:
    """The lines of the record that may say what stood in the file; who did it and when stays."""
    of_rows = [and_(AuditLine.object_kind == name, AuditLine.object_id.in_(ids)) for name, ids in gone.items()]
    merged = select(Guest.id).where(Guest.merged_into_id == guest_id)
    query = select(AuditLine.id).where(
        or_(AuditLine.guest_id == guest_id, AuditLine.guest_id.in_(merged), *of_rows),
        AuditLine.object_kind.not_in(FINANCE - {"booking", "allocation"}),
    )
    return list(session.scalars(query.order_by(AuditLine.id)))


def _counts(gone: Ids) -> tuple[tuple[str, int], ...]:
    return tuple((name, len(ids)) for name, ids in gone.items())


def _count(session: Session, model: type[Night], guest_id: int) -> int:
    return session.scalar(select(func.count()).select_from(model).where(model.guest_id == guest_id)) or 0


def _papers(session: Session, guest_id: int) -> int:
    lines = select(DeclarationLine.declaration_id).where(DeclarationLine.guest_id == guest_id)
    return session.scalar(select(func.count()).select_from(Declaration).where(Declaration.id.in_(lines))) or 0


def _mentions(session: Session, guest: Guest) -> int:
    """Free words outside the file, also in somebody else's, in which the last name stands."""
    name = _typed_name(guest)
    queries = (
        select(func.count()).where(
            Note.guest_id.is_distinct_from(guest.id), Note.text.icontains(name, autoescape=True)
        ),
        select(func.count()).where(
            Task.guest_id.is_distinct_from(guest.id), Task.text.icontains(name, autoescape=True)
        ),
        select(func.count()).where(
            Trajectory.guest_id.is_(None), Trajectory.guest_name.icontains(name, autoescape=True)
        ),
    )
    return sum(session.scalar(query) or 0 for query in queries)


def _number(row: Destruction) -> str:
    return f"{row.year}-{row.sequence:03d}"


def _destruction(row: Destruction) -> DestructionRow:
    return DestructionRow(
        destruction_id=row.id,
        number=_number(row),
        guest_no=row.guest_no,
        destroyed_on=row.destroyed_on,
        ground=row.ground,
        decided_by=row.decided_by,
        removed=tuple(row.removed.items()),
        finance_until=row.finance_until,
        backups_until=row.backups_until,
    )
