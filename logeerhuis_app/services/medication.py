"""The pharmacy's list as a reference with its transcript. It computes no dose and is no list to administer from.

A list that changes is a new list: it starts unchecked, and the one before stays as it was. Only stopping a medicine
and taking it up again are written on the list itself, since the doctor's word may not wait for a new paper.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select, update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import flag_modified

from logeerhuis_app.domain.care import MedicationCare
from logeerhuis_app.domain.checks import Reason, require_not_future
from logeerhuis_app.domain.errors import ChangedByOther, FieldInvalid, FieldRequired
from logeerhuis_app.domain.medication import Medicine, StopType, tidy_medicine
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.i18n import _
from logeerhuis_app.i18n.format import date_numeric
from logeerhuis_app.models import Guest, MedicationItem, MedicationList
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, put
from logeerhuis_app.services.rows.medication import columns_of, medicine_of

_CHANGED = Topic.CARE | Topic.GUESTS
MOST_PAGES = 99


@dataclass(frozen=True)
class ListWish:
    """``replaces`` is the list the writer saw, 0 for none: a newer one in between refuses."""

    list_date: date | None
    pharmacy: str = ""
    origin: str = ""
    medicines: tuple[Medicine, ...] = ()
    replaces: int = 0
    pages: int | None = None


@dataclass(frozen=True)
class StopWish:
    """``stop_type`` None: taken up again, ``until`` the last day of its course if it has one.

    ``by``: who said so, ``version``: of the list the writer saw.
    """

    on: date | None
    stop_type: StopType | None
    by: str = ""
    version: int = 0
    until: date | None = None


@dataclass(frozen=True)
class CareWish:
    """Who manages the medicines (None: not asked), and the BEM that says so; a BEM without a day was not done."""

    care: MedicationCare | None
    bem_on: date | None = None
    bem_result: MedicationCare | None = None
    bem_note: str = ""
    version: int = 0


@writes(UseCase.CHANGE_MEDICATION)
def record_list(work: Work, guest_id: int, wish: ListWish) -> Changes:
    """Write down the pharmacy's list; two different people check it afterwards.

    Raises:
        FieldRequired, FieldInvalid: where the list comes from, or a date, name, dose, time or limit that is missing
            or easily misread.
        ChangedByOther: somebody wrote down another list since.
    """
    found(work.session, Guest, guest_id, lock=True)
    list_date = _require_list(wish, work.today)
    latest = latest_list(work.session, guest_id)
    if (latest.id if latest is not None else 0) != wish.replaces:
        raise ChangedByOther("guest")
    row = MedicationList(guest_id=guest_id)
    values = {"list_date": list_date, "pharmacy": wish.pharmacy, "origin": wish.origin, "pages": wish.pages}
    put(row, values)
    work.session.add(row)
    work.session.flush()
    items = list(_items(row.id, wish.medicines))
    work.session.add_all(items)
    names = [item.name for item in items]
    work.log("C", "medication_list", row.id, guest_id, list_date=list_date, medicines=names)
    return Changes(_CHANGED, created_id=row.id)


@writes(UseCase.CHECK_MEDICATION)
def check_list(work: Work, list_id: int, version: int) -> Changes:
    """«I compared it with the pharmacy's paper». The second must be somebody else; then no line is «to check» any more.

    Raises:
        FieldInvalid: the same person twice, or a third one.
    """
    row = held_list(work.session, list_id, version)
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


@writes(UseCase.CHECK_MEDICATION)
def confirm_medicine(work: Work, item_id: int, version: int) -> Changes:
    """«This copied line stands on the new paper, word for word»: from now on it counts. ``version`` is the list's."""
    item = found(work.session, MedicationItem, item_id)
    row = held_list(work.session, item.list_id, version)
    changed = put(item, {"is_to_check": False})
    work.log("U", "medication_item", item.id, row.guest_id, changed=changed, medicine=item.name)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_MEDICATION)
def stop_medicine(work: Work, item_id: int, wish: StopWish) -> Changes:
    """Stopped for now, for good, or taken up again. The list says so at once, and two people compare it anew.

    Raises:
        FieldRequired: the day, or who said so.
        FieldInvalid: a day before the first one; taken up again on a day to come, for the line counts at once.
        ChangedByOther: somebody changed the list since, or wrote down another.
    """
    item = found(work.session, MedicationItem, item_id)
    row = held_list(work.session, item.list_id, wish.version)
    if not wish.by.strip():
        raise FieldRequired("stop_note")
    if wish.on is None:
        raise FieldRequired("ends_on")
    if wish.stop_type is None:
        require_not_future("ends_on", wish.on, work.today)
    ends_on = wish.on if wish.stop_type is not None else wish.until
    note = _stop_note(item, wish)
    tidied = tidy_medicine(_stopped(item, wish.stop_type, ends_on))
    changed = put(item, {"stop_type": tidied.stop_type, "ends_on": tidied.ends_on, "stop_note": note})
    put(row, {"changed_on": work.today, "checked_by_1": "", "checked_by_2": "", "checked_at_utc": None})
    flag_modified(row, "changed_on")  # a newer list, also where it was changed today before
    work.log("U", "medication_item", item.id, row.guest_id, changed=changed, medicine=item.name)
    return Changes(_CHANGED)


@writes(UseCase.CHANGE_MEDICATION)
def set_medication_care(work: Work, guest_id: int, wish: CareWish) -> Changes:
    """Who manages the medicines, and what the BEM said.

    Raises:
        FieldRequired: a result without a day, or a day without a result.
    """
    guest = found(work.session, Guest, guest_id, wish.version)
    require_not_future("bem_on", wish.bem_on, work.today)
    if wish.bem_result is not None and wish.bem_on is None:
        raise FieldRequired("bem_on")
    if wish.bem_on is not None and wish.bem_result is None:
        raise FieldRequired("bem_result")
    bem = {"bem_on": wish.bem_on, "bem_result": wish.bem_result, "bem_note": wish.bem_note}
    changed = put(guest, {"medication_care": wish.care, **bem})
    work.log("U", "guest", guest.id, guest.id, changed=changed)
    return Changes(_CHANGED)


def held_list(session: Session, list_id: int, version: int | None = None) -> MedicationList:
    """The list, while it is the one that holds: a word on the one before would be read by nobody.

    Raises: NotFound; ChangedByOther: somebody changed it, or wrote down another.
    """
    row = found(session, MedicationList, list_id, version)
    found(session, Guest, row.guest_id, lock=True)  # whoever writes down another waits
    if latest_list(session, row.guest_id) is not row:
        raise ChangedByOther("guest")
    return row


def latest_list(session: Session, guest_id: int) -> MedicationList | None:
    """The list that holds now: the last one written down, for a correction has the date of the paper it corrects."""
    query = select(MedicationList).where(MedicationList.guest_id == guest_id)
    return session.scalars(query.order_by(MedicationList.id.desc())).first()


def _require_list(wish: ListWish, today: date) -> date:
    """A list is the pharmacy's: which one, of which day, who brought it, and how many pages there are."""
    if wish.list_date is None:
        raise FieldRequired("list_date")
    require_not_future("list_date", wish.list_date, today)
    for field, text in (("pharmacy", wish.pharmacy), ("origin", wish.origin)):
        if not text.strip():
            raise FieldRequired(field)
    if wish.pages is None:
        raise FieldRequired("pages")
    if not 0 < wish.pages <= MOST_PAGES:
        raise FieldInvalid("pages", str(wish.pages), Reason.NUMBER)
    return wish.list_date


def _stop_note(item: MedicationItem, wish: StopWish) -> str:
    """Who said so; of a course that is stopped for now also how long it was to last, to be taken up again by."""
    if wish.stop_type is not StopType.TEMPORARY or item.ends_on is None or item.stop_type is not None:
        return wish.by
    return _("{who}; the course was to last until {date}").format(who=wish.by.strip(), date=date_numeric(item.ends_on))


def _stopped(item: MedicationItem, stop_type: StopType | None, ends_on: date | None) -> Medicine:
    return replace(medicine_of(item), stop_type=stop_type, ends_on=ends_on)


def _items(list_id: int, wishes: Iterable[Medicine]) -> Iterable[MedicationItem]:
    for place, wish in enumerate(wishes):
        row = MedicationItem(list_id=list_id, order=place)
        put(row, columns_of(tidy_medicine(wish)))
        yield row
