"""The pharmacy's list that holds now, for any number of guests: one statement per table."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import GONE, Presence
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.models import Booking, Guest, MedicationItem, MedicationList, Night
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, one_of, whole_rows
from logeerhuis_app.services.rows.medication import MedicationRow, MedicineRow, medicine_of

_CARE = Prepared(
    select(Guest.id, Guest.medication_care, Guest.bem_on, Guest.bem_result, Guest.bem_note).where(of_guests(Guest.id))
)
_LISTS = Prepared(whole_rows(MedicationList).where(of_guests(MedicationList.guest_id)).order_by(MedicationList.id))
_ITEMS = Prepared(
    whole_rows(MedicationItem)
    .where(one_of("list_ids", MedicationItem.list_id))
    .order_by(MedicationItem.order, MedicationItem.id)
)
_LEFT = Prepared(
    select(Booking.guest_id, func.max(Booking.departure).label("left_on"))
    .where(of_guests(Booking.guest_id), Booking.state.in_(GONE))
    .group_by(Booking.guest_id)
)
_AWAY = Prepared(
    select(Night.guest_id, func.max(Night.night).label("night"))
    .where(of_guests(Night.guest_id), Night.presence == Presence.AWAY)
    .group_by(Night.guest_id)
)


def medication_of(session: Session, guest_ids: Collection[int]) -> dict[int, MedicationRow]:
    """The list that holds now (the last one written down) and who manages the medicines; one row per guest."""
    people = {row.id: row for row in _CARE.rows(session, guest_ids=guest_ids)}
    latest = {row.guest_id: row for row in _LISTS.rows(session, guest_ids=guest_ids)}
    medicines = _medicines(session, [row.id for row in latest.values()])
    left: dict[int, date] = dict(_LEFT.rows(session, guest_ids=list(latest)))
    away: dict[int, date] = dict(_AWAY.rows(session, guest_ids=list(latest)))
    return {
        guest_id: _row(person, latest.get(guest_id), medicines, left.get(guest_id), away.get(guest_id))
        for guest_id, person in people.items()
    }


def _row(
    person: Any, row: Any, medicines: Mapping[int, tuple[MedicineRow, ...]], left: date | None, night: date | None
) -> MedicationRow:
    care = {"care": person.medication_care, "bem_on": person.bem_on}
    care |= {"bem_result": person.bem_result, "bem_note": person.bem_note}
    if row is None:
        return MedicationRow(**care)
    return MedicationRow(
        **care,
        list_date=row.list_date,
        pharmacy=row.pharmacy,
        checked_by=tuple(name for name in (row.checked_by_1, row.checked_by_2) if name),
        medicines=medicines.get(row.id, ()),
        list_id=row.id,
        version=row.version,
        origin=row.origin,
        document_id=row.document_id or 0,
        pages=row.pages,
        changed_on=row.changed_on,
        left_on=left,
        away_until=night + ONE_DAY if night is not None else None,
    )


def _medicines(session: Session, list_ids: Collection[int]) -> dict[int, tuple[MedicineRow, ...]]:
    found: dict[int, tuple[MedicineRow, ...]] = defaultdict(tuple)
    for row in _ITEMS.rows(session, list_ids=list_ids):
        found[row.list_id] += (medicine_of(row, row.id),)
    return found
