"""What still stands between a guest and «present».

Source: data dictionary C1 step 3 (what may not be «not asked») and step 6, C5 (the order of the arrival list).
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from logeerhuis_app.domain.bookings import CheckInGate
from logeerhuis_app.domain.care import AllergyStatus, AnswerState, CareTopic, DuringStay, Resuscitation
from logeerhuis_app.models import CareAnswer, ContactPerson, Guest, HelpFromOthers, MedicationList

_TOPIC_GATES = {
    CareTopic.WANDERING: CheckInGate.WANDERING,
    CareTopic.FALL_RISK: CheckInGate.FALLING,
    CareTopic.CHOKING: CheckInGate.SWALLOWING,
}


def open_gates(session: Session, guest_ids: Collection[int], today: date) -> dict[int, tuple[CheckInGate, ...]]:
    """What blocks check-in, per guest and in the order of the arrival list; empty: nothing does.

    - «Not discussed» about resuscitation is an answer once it carries the day on which it was asked.
    - Contacts: at least two with a phone number, and one of those not away today.
    - Questions answered «asked, unknown» pass: the question was put, and the file shows that nobody knows.
    - A pharmacy list is enough; the check by two people may follow within the shift.
    """
    guests = session.scalars(select(Guest).where(Guest.id.in_(guest_ids))).all()
    passed = {
        **_passed_on_the_file(guests),
        **_passed_topics(session, guest_ids),
        CheckInGate.MEDICATION: _with_pharmacy_list(session, guest_ids),
        CheckInGate.CONTACT: _with_two_contacts(session, guest_ids, today),
        CheckInGate.HOME_CARE: {guest.id for guest in guests} - _with_help_to_arrange(session, guest_ids),
    }
    return {guest.id: tuple(gate for gate in CheckInGate if guest.id not in passed[gate]) for guest in guests}


def _passed_on_the_file(guests: Iterable[Guest]) -> dict[CheckInGate, set[int]]:
    passed: dict[CheckInGate, set[int]] = {
        CheckInGate.IDENTITY: set(),
        CheckInGate.ALLERGY: set(),
        CheckInGate.RESUSCITATION: set(),
        CheckInGate.MEDICATION_CARE: set(),
    }
    for guest in guests:
        if guest.identity_checked_on is not None:
            passed[CheckInGate.IDENTITY].add(guest.id)
        if guest.allergy_status is not AllergyStatus.NOT_ASKED:
            passed[CheckInGate.ALLERGY].add(guest.id)
        if guest.resuscitation is not Resuscitation.NOT_DISCUSSED or guest.resuscitation_on is not None:
            passed[CheckInGate.RESUSCITATION].add(guest.id)
        if guest.medication_care is not None:
            passed[CheckInGate.MEDICATION_CARE].add(guest.id)
    return passed


def _passed_topics(session: Session, guest_ids: Collection[int]) -> dict[CheckInGate, set[int]]:
    passed: dict[CheckInGate, set[int]] = {gate: set() for gate in _TOPIC_GATES.values()}
    found = select(CareAnswer.guest_id, CareAnswer.topic).where(
        CareAnswer.guest_id.in_(guest_ids),
        CareAnswer.topic.in_(_TOPIC_GATES),
        CareAnswer.state != AnswerState.NOT_ASKED,
    )
    for guest_id, topic in session.execute(found):
        passed[_TOPIC_GATES[topic]].add(guest_id)
    return passed


def _with_pharmacy_list(session: Session, guest_ids: Collection[int]) -> set[int]:
    return set(session.scalars(select(MedicationList.guest_id).where(MedicationList.guest_id.in_(guest_ids))))


def _with_two_contacts(session: Session, guest_ids: Collection[int], today: date) -> set[int]:
    is_there: dict[int, list[bool]] = defaultdict(list)
    found = select(ContactPerson).where(ContactPerson.guest_id.in_(guest_ids), ContactPerson.phone != "")
    for contact in session.scalars(found):
        is_there[contact.guest_id].append(not _is_away(contact, today))
    return {guest_id for guest_id, there in is_there.items() if len(there) >= 2 and any(there)}


def _is_away(contact: ContactPerson, today: date) -> bool:
    if contact.away_from is None and contact.away_until is None:
        return False
    return (contact.away_from or date.min) <= today <= (contact.away_until or date.max)


def _with_help_to_arrange(session: Session, guest_ids: Collection[int]) -> set[int]:
    found = select(HelpFromOthers.guest_id).where(
        HelpFromOthers.guest_id.in_(guest_ids), HelpFromOthers.during_stay == DuringStay.OPEN
    )
    return set(session.scalars(found))
