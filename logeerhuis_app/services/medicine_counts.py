"""How many of each medicine came with the guest and went back; an opioid is counted by two people.

A count is a count: nothing is subtracted, and what is missing is for people to ask.
"""

from dataclasses import dataclass

from sqlalchemy.orm.attributes import flag_modified

from logeerhuis_app.domain.checks import Reason
from logeerhuis_app.domain.errors import FieldInvalid, FieldRequired
from logeerhuis_app.domain.medication import CountMoment
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.models import MedicationItem
from logeerhuis_app.services.changes import Changes, Topic
from logeerhuis_app.services.door import Work, writes
from logeerhuis_app.services.field_values import found, put
from logeerhuis_app.services.medication import held_list

_CHANGED = Topic.CARE | Topic.GUESTS
MOST = 9999


@dataclass(frozen=True)
class CountWish:
    """``counts``: item and number; what was not counted is left out. ``version``: of the list the counter saw."""

    moment: CountMoment
    counts: tuple[tuple[int, int], ...]
    version: int


@writes(UseCase.CHECK_MEDICATION)
def record_counts(work: Work, list_id: int, wish: CountWish) -> Changes:
    """What this person counted. A number that differs from what stood there is a new count: the second signs again.

    Raises:
        FieldRequired: nothing was counted.
        FieldInvalid: a number that cannot be.
        ChangedByOther: somebody changed the list since.
    """
    row = held_list(work.session, list_id, wish.version)
    if not wish.counts:
        raise FieldRequired("quantity")
    for item_id, quantity in wish.counts:
        if not 0 <= quantity <= MOST:
            raise FieldInvalid("quantity", str(quantity), Reason.NUMBER)
        item = found(work.session, MedicationItem, item_id)
        if item.list_id == row.id and getattr(item, f"{wish.moment.value}_qty") != quantity:
            _write(work, row.guest_id, item, wish.moment, {"qty": quantity, "by_1": work.actor.name, "by_2": ""})
            flag_modified(row, "changed_on")  # whoever counts beside this person sees it first
    return Changes(_CHANGED)


@writes(UseCase.CHECK_MEDICATION)
def sign_count(work: Work, item_id: int, moment: CountMoment, quantity: int) -> Changes:
    """«I counted the same number», of another person than the first.

    Raises:
        FieldRequired: nobody counted yet.
        FieldInvalid: the same person, or another number than the first counted.
    """
    item = found(work.session, MedicationItem, item_id)
    row = held_list(work.session, item.list_id)
    counted, first = getattr(item, f"{moment.value}_qty"), getattr(item, f"{moment.value}_by_1")
    if counted is None:
        raise FieldRequired("quantity")
    if first == work.actor.name:
        raise FieldInvalid("checked_by_2", first, Reason.SAME_PERSON)
    if counted != quantity:
        raise FieldInvalid("quantity", str(quantity), Reason.OTHER_COUNT)
    _write(work, row.guest_id, item, moment, {"by_2": work.actor.name})
    return Changes(_CHANGED)


def _write(work: Work, guest_id: int, item: MedicationItem, moment: CountMoment, values: dict[str, object]) -> None:
    changed = put(item, {f"{moment.value}_{name}": value for name, value in values.items()})
    work.log("U", "medication_item", item.id, guest_id, changed=changed, medicine=item.name)
