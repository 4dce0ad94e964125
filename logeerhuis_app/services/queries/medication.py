"""The pharmacy's list that holds now, for any number of guests: one statement per table."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import GONE, Presence
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.models import Booking, Guest, MedicationItem, MedicationList, Night
from logeerhuis_app.services.queries.prepared import Prepared, of_guests, one_of, whole_rows
from logeerhuis_app.services.rows.medication import MedicationRow, MedicineRow, medicine_of

_LEFT = (
    select(func.max(Booking.departure))
    .where(Booking.guest_id == Guest.id, Booking.state.in_(GONE))
    .correlate(Guest)
    .scalar_subquery()
)
_AWAY = (
    select(func.max(Night.night))
    .where(Night.guest_id == Guest.id, Night.presence == Presence.AWAY)
    .correlate(Guest)
    .scalar_subquery()
)
_PEOPLE = Prepared(
    select(
        *(Guest.id, Guest.medication_care, Guest.bem_on, Guest.bem_result, Guest.bem_note),
        *(_LEFT.label("left_on"), _AWAY.label("away_night")),
    ).where(of_guests(Guest.id))
)
_LISTS = Prepared(whole_rows(MedicationList).where(of_guests(MedicationList.guest_id)).order_by(MedicationList.id))
_ITEMS = Prepared(
    whole_rows(MedicationItem)
    .where(one_of("list_ids", MedicationItem.list_id))
    .order_by(MedicationItem.order, MedicationItem.id)
)


def medication_of(session: Session, guest_ids: Collection[int]) -> dict[int, MedicationRow]:
    """The list that holds now (the last one written down) and who manages the medicines; one row per guest."""
    people = _PEOPLE.rows(session, guest_ids=guest_ids)
    latest = {row.guest_id: row for row in _LISTS.rows(session, guest_ids=guest_ids)}
    medicines = _medicines(session, [row.id for row in latest.values()])
    return {person.id: _row(person, latest.get(person.id), medicines) for person in people}


def _row(person: Any, row: Any, medicines: Mapping[int, tuple[MedicineRow, ...]]) -> MedicationRow:
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
        left_on=person.left_on,
        away_until=person.away_night + ONE_DAY if person.away_night is not None else None,
    )


def _medicines(session: Session, list_ids: Collection[int]) -> dict[int, tuple[MedicineRow, ...]]:
    found: dict[int, tuple[MedicineRow, ...]] = defaultdict(tuple)
    for row in _ITEMS.rows(session, list_ids=list_ids):
        found[row.list_id] += (medicine_of(row, row.id),)
    return found
