"""What a guest may ask about the own file: to see it, to have it put right, to have it closed."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from logeerhuis_app.domain.checks import Reason, require_not_future
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired, NotFound
from logeerhuis_app.domain.errors_merging import FileMerged
from logeerhuis_app.domain.errors_rights import AlreadyDecided, FileDestroyed
from logeerhuis_app.domain.guests import FileStatus
from logeerhuis_app.domain.person import shown_name
from logeerhuis_app.domain.rights import Asker, Decision, RestrictionGround, RightKind, require_asker
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Guest, RightsRequest
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, reads, writes
from logeerhuis_app.services.field_values import found, put
from logeerhuis_app.services.queries.dossier import dossier
from logeerhuis_app.services.queries.requests import requests_of
from logeerhuis_app.services.rows.rights import Dossier, GivenTo, RestrictionRow, RightsSheet


@dataclass(frozen=True)
class AskedBy:
    """Who asks, and on what ground if it is not the guest."""

    asker: Asker
    name: str = ""
    ground: str = ""


@dataclass(frozen=True)
class RequestWish:
    """A request as it was received; ``wish`` in the asker's own words."""

    kind: RightKind
    received_on: date | None
    by: AskedBy
    wish: str = ""


@dataclass(frozen=True)
class DecisionWish:
    """What was decided; ``statement``: the guest's own words that stay with the file."""

    decision: Decision
    reason: str = ""
    statement: str = ""
    version: int = 0


@writes(UseCase.EXPORT_GUEST)
def give_access_to_number(work: Work, guest_no: str, by: AskedBy) -> Dossier:
    """As ``give_access``, by the number that people type."""
    return _give_access(work, _guest_with_number(work, guest_no), by)


@writes(UseCase.EXPORT_GUEST)
def give_access(work: Work, guest_id: int, by: AskedBy) -> Dossier:
    """Everything on file, for whoever may have it; to whom it was given is kept and on record.

    Raises:
        NotFound, FileDestroyed.
        FieldRequired: a representative or a GP without a name, or a representative without a ground.
    """
    return _give_access(work, _kept_file(work, guest_id), by)


def _give_access(work: Work, guest: Guest, by: AskedBy) -> Dossier:
    require_asker(by.asker, by.name, by.ground)
    row = RightsRequest(guest_id=guest.id, kind=RightKind.ACCESS, received_on=work.today)
    put(row, {"asker": by.asker, "asker_name": by.name, "ground": by.ground, "decision": Decision.GRANTED})
    put(row, {"decided_on": work.today, "decided_by": work.actor.name})
    work.session.add(row)
    work.session.flush()
    work.log("E", "guest_export", guest.id, guest.id, to=by.asker.value, request=row.id)
    return dossier(work, guest, GivenTo(by.asker, by.name.strip(), by.ground.strip()))


@reads(UseCase.RECORD_REQUEST)
def rights_sheet(work: Work, guest_id: int) -> RightsSheet:
    """What was asked about this file before, and whether it is closed; the latest request first."""
    guest = _kept_file(work, guest_id)
    work.looked_at(guest_id)
    return RightsSheet(
        guest_id=guest.id,
        guest_no=guest.guest_no,
        name=shown_name(guest),
        born=guest.born,
        requests=requests_of(work.session, guest_id),
        restriction=RestrictionRow(guest.restricted_on, guest.restriction_ground, guest.restriction_reason),
        version=guest.version,
    )


@writes(UseCase.RECORD_REQUEST)
def record_request(work: Work, guest_id: int, wish: RequestWish) -> Changes:
    """Write down what is asked; deciding is another step, and the manager's.

    Raises:
        FieldRequired: no day, or nothing that is to be put right; see ``give_access`` for who asks.
        FieldInvalid: a day in the future.
    """
    _kept_file(work, guest_id)
    require_asker(wish.by.asker, wish.by.name, wish.by.ground)
    if wish.received_on is None:
        raise FieldRequired("received_on")
    require_not_future("received_on", wish.received_on, work.today)
    if wish.kind is RightKind.CORRECTION and not wish.wish.strip():
        raise FieldRequired("wish")
    row = RightsRequest(guest_id=guest_id, kind=wish.kind, decision=Decision.OPEN)
    put(row, {"received_on": wish.received_on, "wish": wish.wish, "asker": wish.by.asker})
    put(row, {"asker_name": wish.by.name, "ground": wish.by.ground})
    work.session.add(row)
    work.session.flush()
    work.log("C", "rights_request", row.id, guest_id, right=wish.kind.value, asker=wish.by.asker.value)
    return Changes(Topic.GUESTS, created_id=row.id)


@writes(UseCase.DECIDE_REQUEST)
def decide_request(work: Work, request_id: int, wish: DecisionWish) -> Changes:
    """Grant or refuse. Refused, the guest's own statement stays with the file.

    Source: AVG art. 12 paragraph 4 (a refusal has its reason), art. 16 (a supplementary statement).

    Raises:
        FieldRequired: no decision, or a refusal without a reason.
        AlreadyDecided: somebody did before; a new request can be recorded.
        ChangedByOther.
    """
    row = found(work.session, RightsRequest, request_id, wish.version)
    if row.decision is not Decision.OPEN:
        raise AlreadyDecided()
    if wish.decision is Decision.OPEN:
        raise FieldRequired("decision")
    if wish.decision is Decision.REFUSED and not wish.reason.strip():
        raise FieldRequired("reason")
    put(row, {"decision": wish.decision, "reason": wish.reason, "statement": wish.statement})
    put(row, {"decided_on": work.today, "decided_by": work.actor.name})
    has_statement = bool(row.statement)
    work.log("U", "rights_request", row.id, row.guest_id, decision=wish.decision.value, has_statement=has_statement)
    return Changes(Topic.GUESTS)


@writes(UseCase.RESTRICT_FILE)
def restrict_file(work: Work, guest_id: int, ground: RestrictionGround | None, reason: str, version: int) -> Changes:
    """Close the file to everybody but the manager, save what a present stay needs.

    Source: AVG art. 18.

    Raises:
        FieldRequired: no ground or no reason.
        FieldInvalid: it is closed already.
        ChangedByOther.
    """
    guest = _kept_file(work, guest_id, version)
    if guest.restricted_on is not None:
        raise FieldInvalid("restricted_on", guest.restricted_on.isoformat(), Reason.ORDER)
    if ground is None:
        raise FieldRequired("ground")
    if not reason.strip():
        raise FieldRequired("reason")
    put(guest, {"restricted_on": work.today, "restriction_ground": ground, "restriction_reason": reason})
    work.log("U", "guest", guest_id, guest_id, restricted=ground.value)
    return Changes(Topic.EVERYTHING)


@writes(UseCase.RESTRICT_FILE)
def lift_restriction(work: Work, guest_id: int, version: int) -> Changes:
    """Open the file again. Whoever had it closed is told before (AVG art. 18 paragraph 3): the dialog says so."""
    guest = _kept_file(work, guest_id, version)
    since = guest.restricted_on
    put(guest, {"restricted_on": None, "restriction_ground": None, "restriction_reason": ""})
    work.log("U", "guest", guest_id, guest_id, restriction_lifted=since)
    return Changes(Topic.EVERYTHING)


def _guest_with_number(work: Work, guest_no: str) -> Guest:
    """Raises: NotFound, FileDestroyed, FileMerged."""
    guest_id = work.session.scalar(select(Guest.id).where(Guest.guest_no == guest_no.strip()))
    if guest_id is None:
        raise NotFound("guest", guest_no)
    return _kept_file(work, guest_id)


def _kept_file(work: Work, guest_id: int, version: int | None = None) -> Guest:
    """Raises: NotFound, ChangedByOther, FileDestroyed, FileMerged."""
    guest = found(work.session, Guest, guest_id, version)
    if guest.file_status is FileStatus.DESTROYED:
        raise FileDestroyed(guest.guest_no)
    if guest.file_status is FileStatus.MERGED:
        kept = work.session.get_one(Guest, guest.merged_into_id)
        raise FileMerged(guest.guest_no, kept.guest_no, kept.id)
    return guest
