"""Who decides for a guest, for what the guest can decide, and what was laid down about treatment."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm.attributes import flag_modified

from logeerhuis_app.domain.care import AnswerState
from logeerhuis_app.domain.checks import Reason, require_not_future, require_order
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired
from logeerhuis_app.domain.legal import Directive, LivingWillKind, Representation, Seen, Treatment, WzdStatus
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.domain.sources import InfoSource
from logeerhuis_app.models import CapacityNote, Guest, LivingWill, Representative, TreatmentDirective
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, kept, put, wish_values
from logeerhuis_app.services.phone_numbers import require_phone
from logeerhuis_app.services.sources import note_recorded

_CHANGED = Topic.CARE | Topic.GUESTS


@dataclass(frozen=True)
class RepresentativeWish:
    kind: Representation
    name: str
    phone: str = ""
    paper: Seen = Seen.NOT_ASKED
    valid_from: date | None = None
    valid_until: date | None = None
    note: str = ""
    version: int = 0


@dataclass(frozen=True)
class CapacityWish:
    decision: str
    judgement: str
    judged_by: str = ""
    judged_on: date | None = None
    version: int = 0


@dataclass(frozen=True)
class DirectiveWish:
    """One treatment; ``text`` is what «otherwise» means."""

    treatment: Treatment
    decision: Directive
    text: str = ""
    discussed_with: str = ""
    discussed_on: date | None = None
    source: InfoSource | None = None


@dataclass(frozen=True)
class WillWish:
    kind: LivingWillKind
    dated_on: date | None = None
    paper: Seen = Seen.NOT_ASKED
    text: str = ""
    version: int = 0


@writes(UseCase.CHANGE_CARE)
def add_representative(work: Work, guest_id: int, wish: RepresentativeWish) -> Changes:
    """Raises: FieldRequired without a name; FieldInvalid for a telephone number or dates that cannot be."""
    guest = found(work.session, Guest, guest_id)
    changes = _add(work, Representative(guest_id=guest_id), _representative_values(wish))
    changed = put(guest, {"representation_state": AnswerState.GIVEN})
    if changed:
        work.log("U", "guest", guest.id, guest.id, changed=changed)
    return changes


@writes(UseCase.CHANGE_CARE)
def change_representative(work: Work, row_id: int, wish: RepresentativeWish) -> Changes:
    return _change(work, found(work.session, Representative, row_id, wish.version), _representative_values(wish))


@writes(UseCase.CHANGE_CARE)
def remove_representative(work: Work, row_id: int, version: int) -> Changes:
    """Without the last one nobody knows any more who decides: ask, and never read «nobody»."""
    row = found(work.session, Representative, row_id, version)
    guest = found(work.session, Guest, row.guest_id)
    changes = _remove(work, row)
    if work.session.scalar(select(Representative.id).where(Representative.guest_id == guest.id).limit(1)) is None:
        changed = put(guest, {"representation_state": AnswerState.NOT_ASKED})
        work.log("U", "guest", guest.id, guest.id, changed=changed)
    return changes


@writes(UseCase.CHANGE_CARE)
def state_representation(work: Work, guest_id: int, state: AnswerState, version: int) -> Changes:
    """«Nobody: asked», «asked, nobody knows», or to be asked again.

    Raises: FieldInvalid while somebody is written down.
    """
    guest = found(work.session, Guest, guest_id, version)
    if work.session.scalar(select(Representative.id).where(Representative.guest_id == guest_id).limit(1)) is not None:
        raise FieldInvalid("representation_state", "", Reason.HAS_REPRESENTATIVES)
    changed = put(guest, {"representation_state": state})
    work.log("U", "guest", guest.id, guest.id, changed=changed)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_CARE)
def add_capacity(work: Work, guest_id: int, wish: CapacityWish) -> Changes:
    """Raises: FieldRequired: about which decision, or what was found."""
    found(work.session, Guest, guest_id)
    return _add(work, CapacityNote(guest_id=guest_id), _capacity_values(work, wish))


@writes(UseCase.CHANGE_CARE)
def change_capacity(work: Work, row_id: int, wish: CapacityWish) -> Changes:
    return _change(work, found(work.session, CapacityNote, row_id, wish.version), _capacity_values(work, wish))


@writes(UseCase.CHANGE_CARE)
def remove_capacity(work: Work, row_id: int, version: int) -> Changes:
    return _remove(work, found(work.session, CapacityNote, row_id, version))


@writes(UseCase.CHANGE_CARE)
def add_will(work: Work, guest_id: int, wish: WillWish) -> Changes:
    """Raises: FieldRequired for another kind without words; FieldInvalid for a day to come."""
    found(work.session, Guest, guest_id)
    return _add(work, LivingWill(guest_id=guest_id), _will_values(work, wish))


@writes(UseCase.CHANGE_CARE)
def change_will(work: Work, row_id: int, wish: WillWish) -> Changes:
    return _change(work, found(work.session, LivingWill, row_id, wish.version), _will_values(work, wish))


@writes(UseCase.CHANGE_CARE)
def remove_will(work: Work, row_id: int, version: int) -> Changes:
    return _remove(work, found(work.session, LivingWill, row_id, version))


@writes(UseCase.CHANGE_CARE)
def set_wzd(work: Work, guest_id: int, status: WzdStatus | None, text: str, version: int) -> Changes:
    """On which ground of the Wet zorg en dwang the guest stays, and which measures were agreed."""
    guest = found(work.session, Guest, guest_id, version)
    changed = put(guest, {"wzd_status": status, "wzd_text": text})
    work.log("U", "guest", guest.id, guest.id, changed=changed)
    return Changes(_CHANGED)


def write_directives(work: Work, guest: Guest, wishes: Iterable[DirectiveWish]) -> None:
    """The agreements on treatment of one guest; the version of the guest guards them all.

    Raises:
        FieldRequired: what «otherwise» means.
        FieldInvalid: a day that is still to come.
    """
    query = select(TreatmentDirective).where(TreatmentDirective.guest_id == guest.id)
    known = {row.treatment: row for row in work.session.scalars(query)}
    is_changed = False
    for wish in wishes:
        if wish.decision is Directive.OTHER and not wish.text.strip():
            raise FieldRequired(f"{wish.treatment.value}_text")
        require_not_future("directives_on", wish.discussed_on, work.today)
        is_changed |= _put_directive(work, guest.id, known.get(wish.treatment), wish)
    if is_changed:
        flag_modified(guest, "resuscitation")  # a newer file, whichever row of it changed


def _put_directive(work: Work, guest_id: int, row: TreatmentDirective | None, wish: DirectiveWish) -> bool:
    """Whether it changed. What was never discussed and is not now gets no row."""
    said_nothing = wish.decision is Directive.NOT_DISCUSSED and not wish.text.strip()
    if row is None and said_nothing:
        return False
    action = "C" if row is None else "U"
    row = row or TreatmentDirective(guest_id=guest_id)
    values = asdict(wish)
    is_same = all(getattr(row, name) == values[name] for name in ("decision", "text"))
    if is_same and action == "U":
        return False
    changed = put(row, values)
    note_recorded(work, row)
    work.session.add(row)
    work.session.flush()
    work.log(action, "treatment_directive", row.id, guest_id, changed=changed)
    return True


def _representative_values(wish: RepresentativeWish) -> dict[str, Any]:
    if not wish.name.strip():
        raise FieldRequired("name")
    require_phone("phone", wish.phone)
    require_order("valid_until", wish.valid_from, wish.valid_until)
    return wish_values(wish)


def _capacity_values(work: Work, wish: CapacityWish) -> dict[str, Any]:
    for name, text in (("decision", wish.decision), ("judgement", wish.judgement)):
        if not text.strip():
            raise FieldRequired(name)
    require_not_future("judged_on", wish.judged_on, work.today)
    return wish_values(wish)


def _will_values(work: Work, wish: WillWish) -> dict[str, Any]:
    if wish.kind is LivingWillKind.OTHER and not wish.text.strip():
        raise FieldRequired("text")
    require_not_future("dated_on", wish.dated_on, work.today)
    return wish_values(wish)


Row = Representative | CapacityNote | LivingWill


def _add(work: Work, row: Row, values: dict[str, Any]) -> Changes:
    changed = put(row, values)
    work.session.add(row)
    work.session.flush()
    work.log("C", row.__tablename__, row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


def _change(work: Work, row: Row, values: dict[str, Any]) -> Changes:
    changed = put(row, values)
    work.log("U", row.__tablename__, row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED, created_id=row.id)


def _remove(work: Work, row: Row) -> Changes:
    work.session.delete(row)
    work.session.flush()
    work.log("D", row.__tablename__, row.id, row.guest_id, was=kept(row))
    return Changes(_CHANGED)
