"""The pharmacy's list as a reference with its transcript. It computes no dose and is no list to administer from.

A list that changes is a new list: it starts unchecked, and the one before stays as it was.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from logeerhuis_app.domain.care import MedicationCare
from logeerhuis_app.domain.checks import Reason, amount_fault, clock_text, dose_fault, require_not_future
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import Guest, MedicationItem, MedicationList
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, put

_CHANGED = Topic.CARE | Topic.GUESTS


@dataclass(frozen=True)
class MedicineWish:
    """One line as the pharmacy wrote it. ``name`` with its strength; ``times`` as people say them: «8», «18:00»."""

    name: str
    dose: str
    times: tuple[str, ...] = ()
    as_needed: bool = False
    condition: str = ""
    maximum: str = ""
    instruction: str = ""
    double_check: bool = False
    is_to_check: bool = False  # taken over from an older list


@dataclass(frozen=True)
class ListWish:
    """``replaces`` is the list the writer saw, 0 for none: a newer one in between refuses."""

    list_date: date | None
    pharmacy: str = ""
    origin: str = ""
    medicines: tuple[MedicineWish, ...] = ()
    replaces: int = 0


@writes(UseCase.CHANGE_MEDICATION)
def record_list(work: Work, guest_id: int, wish: ListWish) -> Changes:
    """Write down the pharmacy's list; two different people check it afterwards.

    Raises:
        FieldRequired, FieldInvalid: a date, name, dose, time or limit that is missing or easily misread.
        ChangedByOther: somebody wrote down another list since.
    """
    found(work.session, Guest, guest_id, lock=True)
    if wish.list_date is None:
        raise FieldRequired("list_date")
    require_not_future("list_date", wish.list_date, work.today)
    latest = latest_list(work.session, guest_id)
    if (latest.id if latest is not None else 0) != wish.replaces:
        raise ChangedByOther("guest")
    row = MedicationList(guest_id=guest_id)
    put(row, {"list_date": wish.list_date, "pharmacy": wish.pharmacy, "origin": wish.origin})
    work.session.add(row)
    work.session.flush()
    work.session.add_all(_items(row.id, wish.medicines))
    work.log(
        "C", "medication_list", row.id, guest_id, list_date=wish.list_date, medicines=[m.name for m in wish.medicines]
    )
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHECK_MEDICATION)
def check_list(work: Work, list_id: int, version: int) -> Changes:
    """«I compared it with the pharmacy's paper». The second must be somebody else; then no line is «to check» any more.

    Raises:
        FieldInvalid: the same person twice, or a third one.
    """
    row = found(work.session, MedicationList, list_id, version)
    name = work.actor.name
    if row.checked_by_1 and row.checked_by_2:
        raise ChangedByOther("guest")
    if row.checked_by_1 == name:
        raise FieldInvalid("checked_by_2", name, Reason.SAME_PERSON)
    field = "checked_by_2" if row.checked_by_1 else "checked_by_1"
    changed = put(row, {field: name, "checked_at_utc": work.now_utc})
    changed.pop("checked_at_utc", None)
    if row.checked_by_2:
        lines = update(MedicationItem).where(MedicationItem.list_id == row.id)
        work.session.execute(lines.values(is_to_check=False))
    work.log("U", "medication_list", row.id, row.guest_id, changed=changed)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_MEDICATION)
def set_medication_care(work: Work, guest_id: int, care: MedicationCare | None, version: int) -> Changes:
    """Who manages the medicines; None: not asked."""
    guest = found(work.session, Guest, guest_id, version)
    changed = put(guest, {"medication_care": care})
    work.log("U", "guest", guest.id, guest.id, changed=changed)
    return Changes(_CHANGED)


def latest_list(session: Session, guest_id: int) -> MedicationList | None:
    """The list that holds now: the last one written down, for a correction has the date of the paper it corrects."""
    query = select(MedicationList).where(MedicationList.guest_id == guest_id)
    return session.scalars(query.order_by(MedicationList.id.desc())).first()


def require_medicine(wish: MedicineWish) -> None:
    """Raises: FieldRequired, FieldInvalid; ``value`` names the medicine, so that the line can be found."""
    if not wish.name.strip():
        raise FieldRequired("medicine")
    if not wish.dose.strip():
        raise FieldRequired("dose")
    for field, fault in (("medicine", amount_fault(wish.name)), ("dose", dose_fault(wish.dose))):
        if fault is not None:
            raise FieldInvalid(field, wish.name if field == "medicine" else wish.dose, fault)
    for text in wish.times:
        if clock_text(text) is None:
            raise FieldInvalid("times", text, Reason.CLOCK_TIME)
    if wish.as_needed and not wish.condition.strip():
        raise FieldRequired("condition")
    if wish.as_needed and not wish.maximum.strip():
        raise FieldRequired("maximum")


def _items(list_id: int, wishes: Iterable[MedicineWish]) -> Iterable[MedicationItem]:
    for place, wish in enumerate(wishes):
        require_medicine(wish)
        row = MedicationItem(list_id=list_id, order=place)
        put(
            row,
            {
                "name": wish.name,
                "dose": wish.dose,
                "times": [clock_text(text) for text in wish.times],
                "as_needed": wish.as_needed,
                "condition": wish.condition if wish.as_needed else "",
                "maximum": wish.maximum if wish.as_needed else "",
                "instruction": wish.instruction,
                "double_check": wish.double_check,
                "is_to_check": wish.is_to_check,
            },
        )
        yield row
