"""Stays, notes and tasks for tests of the handover: one line each, ids back."""

from datetime import date, datetime, timedelta
from typing import Any

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.care import (
    AllergyStatus,
    AnswerState,
    CareTopic,
    InfoScope,
    MedicationCare,
    Resuscitation,
)
from logeerhuis_app.domain.guests import Relationship
from logeerhuis_app.models import (
    Booking,
    CareAnswer,
    ContactPerson,
    MedicationItem,
    MedicationList,
    Night,
)
from tests.support.houses import NOON, TestHouse, nov

READY: dict[str, Any] = {
    "identity_checked_on": nov(1),
    "allergy_status": AllergyStatus.NONE_KNOWN,
    "allergy_confirmed_on": nov(18),
    "resuscitation": Resuscitation.YES,
    "resuscitation_on": nov(18),
    "medication_care": MedicationCare.TAKEN_OVER,
}
"""What the guest row must say before the arrival gates open."""


def stay(
    house: TestHouse,
    guest_id: int,
    bed_id: int,
    location_id: int,
    arrival: date = date(2026, 11, 20),
    departure: date = date(2026, 11, 25),
    state: BookingState = BookingState.PRESENT,
    **values: Any,
) -> int:
    """A booking with its nights, as the door would have left it."""
    defaults: dict[str, Any] = {"label": BookingLabel.INCIDENTAL}
    if state is BookingState.PRESENT:
        defaults["checked_in_at_utc"] = datetime.combine(arrival, NOON.timetz())
    row = Booking(
        guest_id=guest_id,
        location_id=location_id,
        arrival=arrival,
        departure=departure,
        state=state,
        **{**defaults, **values},
    )
    booking_id = house.add(row).id
    for count in range((departure - arrival).days):
        night = arrival + timedelta(days=count)
        house.add(Night(night=night, bed_id=bed_id, guest_id=guest_id, booking_id=booking_id))
    return booking_id


def medication(
    house: TestHouse, guest_id: int, *times: str, list_date: date = date(2026, 11, 19), **values: Any
) -> int:
    """A pharmacy list with one medicine per moment; ``double_check`` for all of them."""
    both = values.pop("double_check", False)
    defaults: dict[str, Any] = {"pharmacy": "Apotheek De Linde", "checked_by_1": "S. de Wit", "checked_by_2": "M. Bos"}
    list_id = house.add(MedicationList(guest_id=guest_id, list_date=list_date, **{**defaults, **values})).id
    for place, moment in enumerate(times):
        item = MedicationItem(
            list_id=list_id, order=place, name=f"middel {place}", dose="1 tablet", times=[moment], double_check=both
        )
        house.add(item)
    return list_id


def answer(house: TestHouse, guest_id: int, topic: CareTopic, code: str = "", text: str = "") -> int:
    row = CareAnswer(
        guest_id=guest_id,
        topic=topic,
        state=AnswerState.GIVEN,
        code=code,
        text=text,
        recorded_at_utc=NOON,
        recorded_by="S. de Wit",
    )
    return house.add(row).id


def contact(house: TestHouse, guest_id: int, name: str, phone: str, order: int = 1, **values: Any) -> int:
    defaults: dict[str, Any] = {"relationship": Relationship.PARTNER, "info_scope": InfoScope.EVERYTHING}
    row = ContactPerson(guest_id=guest_id, order=order, name=name, phone=phone, **{**defaults, **values})
    return house.add(row).id


def ready_guest(house: TestHouse, given_name: str, **values: Any) -> int:
    """A guest who may come in: every gate of the arrival list is closed."""
    guest_id = house.guest(given_name, **{**READY, **values})
    medication(house, guest_id, "8:00", "18:00")
    contact(house, guest_id, "Margreet", "06 1234 5678")
    contact(house, guest_id, "Els", "06 2345 6789", order=2, relationship=Relationship.DAUGHTER)
    for topic, code in ((CareTopic.WANDERING, "0"), (CareTopic.FALL_RISK, "no"), (CareTopic.CHOKING, "no")):
        answer(house, guest_id, topic, code)
    return guest_id
