"""Who decides for guests and what was laid down, for any number of files: one statement for each table."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy.orm import Session

from logeerhuis_app.domain.legal import Treatment
from logeerhuis_app.models import CapacityNote, Guest, LivingWill, Representative, TreatmentDirective
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, whole_rows
from logeerhuis_app.services.rows.legal import CapacityRow, DirectiveRow, LegalRow, LivingWillRow, RepresentativeRow

_REPRESENTATIVES = Prepared(
    whole_rows(Representative).where(of_guests(Representative.guest_id)).order_by(Representative.id)
)
_CAPACITY = Prepared(whole_rows(CapacityNote).where(of_guests(CapacityNote.guest_id)).order_by(CapacityNote.id))
_DIRECTIVES = Prepared(whole_rows(TreatmentDirective).where(of_guests(TreatmentDirective.guest_id)))
_WILLS = Prepared(whole_rows(LivingWill).where(of_guests(LivingWill.guest_id)).order_by(LivingWill.id))


def legal_of(session: Session, guests: Mapping[int, Guest]) -> dict[int, LegalRow]:
    """One row for each guest."""
    tables = (_REPRESENTATIVES, _CAPACITY, _DIRECTIVES, _WILLS)
    representatives, capacity, directives, wills = (_by_guest(session, table, guests) for table in tables)
    return {
        guest_id: LegalRow(
            representation_state=guest.representation_state,
            representatives=tuple(_representative(row) for row in representatives[guest_id]),
            capacity=tuple(_capacity(row) for row in capacity[guest_id]),
            directives=_directives(directives[guest_id]),
            wills=tuple(_will(row) for row in wills[guest_id]),
            wzd_status=guest.wzd_status,
            wzd_text=guest.wzd_text,
            resuscitation_with=guest.resuscitation_with,
            resuscitation_seen=guest.resuscitation_seen,
        )
        for guest_id, guest in guests.items()
    }


def _by_guest(session: Session, table: Prepared, guests: Mapping[int, Guest]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = defaultdict(list)
    for row in table.rows(session, guest_ids=list(guests)):
        found[row.guest_id].append(row)
    return found


def _representative(row: Any) -> RepresentativeRow:
    dates = row.valid_from, row.valid_until
    return RepresentativeRow(row.id, row.kind, row.name, row.phone, row.paper, *dates, row.note, row.version)


def _capacity(row: Any) -> CapacityRow:
    return CapacityRow(row.id, row.decision, row.judgement, row.judged_by, row.judged_on, row.version)


def _directives(rows: list[Any]) -> tuple[DirectiveRow, ...]:
    """In the order of the list; what has no row was not discussed."""
    known = {row.treatment: row for row in rows}
    return tuple(
        DirectiveRow(one, row.decision, row.text, row.discussed_with, row.discussed_on)
        if (row := known.get(one)) is not None
        else DirectiveRow(one)
        for one in Treatment
    )


def _will(row: Any) -> LivingWillRow:
    return LivingWillRow(row.id, row.kind, row.dated_on, row.paper, row.text, row.version)
