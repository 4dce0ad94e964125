"""A real house as in the design picture, for the planning screen: beds, families, stays and a waiting list."""

from datetime import date
from typing import Any

from sqlalchemy import update

from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.care import AllergyStatus, AnswerState, CareTopic
from logeerhuis_app.domain.funding import Basis, PayerKind
from logeerhuis_app.domain.trajectory import Referrer, TrajectoryState, Urgency
from logeerhuis_app.models import Booking, CareAnswer, Trajectory
from logeerhuis_app.services.bookings import BookingWish, place_booking
from tests.support.houses import NOON, TestHouse
from tests.ui.planning.chart_rows import FEATURES, L, S, dec, nov

ROOMS = {
    0: {},
    1: {"has_lift": True, "is_wheelchair_accessible": True},
    2: {"is_quiet": True},
    5: {"has_supervision": True},
}


class PlanningHouse:
    """Ids by name: ``bed[3]``, ``guest["Rita"]``, ``stay["Jan", nov(18)]``."""

    def __init__(self, house: TestHouse) -> None:
        self.house = house
        self.location = house.location(has_supervision_24_7=False)
        self.bed = {
            number + 1: house.bed(
                f"Kamer {number + 1}", self.location, features=FEATURES[number], **ROOMS.get(number, {})
            )
            for number in range(7)
        }
        self.payers = {
            Basis.WMO: house.payer(),
            Basis.MPT: house.payer("Zorgkantoor CZ", PayerKind.CARE_OFFICE),
            Basis.ELV: house.payer("Zorgverzekeraar VGZ", PayerKind.INSURER),
        }
        self.guest: dict[str, int] = {}
        self.stay: dict[tuple[str, date], int] = {}

    def person(self, name: str, basis: Basis | None = Basis.WMO, **values: Any) -> int:
        guest_id = self.house.guest(name, "Voorbeeld", born=date(1941, 3, 14), **values)
        if basis is not None:
            self.house.allocation(guest_id, self.payers[basis], basis=basis)
        self.guest[name] = guest_id
        return guest_id

    def book(
        self,
        name: str,
        room: int,
        arrival: date,
        departure: date,
        state: BookingState = S.CONFIRMED,
        label: BookingLabel = L.INCIDENTAL,
    ) -> int:
        """Through the door; a stay that has begun is set to its state afterwards."""
        start = S.OPTION if state is S.OPTION else S.CONFIRMED
        every = frozenset({"in_past", "no_payer", "no_supervision", "no_lift", "no_wheelchair", "wandering_not_asked"})
        wish = BookingWish(
            self.guest[name], self.bed[room], arrival, departure, state=start, label=label, accepted=every
        )
        booking_id = place_booking(self.house.door, wish).created_id
        if state not in (S.OPTION, S.CONFIRMED):
            with writing(self.house.door.engine) as session:
                session.execute(update(Booking).where(Booking.id == booking_id).values(state=state))
        self.stay[name, arrival] = booking_id
        return booking_id

    def wait(self, name: str, guest_id: int | None, urgency: Urgency, wish: str, start: date, nights: int) -> int:
        row = Trajectory(
            guest_id=guest_id,
            guest_name=name,
            state=TrajectoryState.WAITING_LIST,
            urgency=urgency,
            referrer=Referrer.FAMILY,
            wish=wish,
            wished_from=start,
            wished_nights=nights,
            received_on=nov(1),
        )
        return self.house.add(row).id


def picture_house(house: TestHouse) -> PlanningHouse:
    """The seven beds of the picture with their families."""
    made = PlanningHouse(house)
    for name, basis in (("Piet", Basis.MPT), ("Jan", Basis.WMO), ("Johan", Basis.WMO), ("Jannie", Basis.WMO)):
        made.person(name, basis)
    made.person("Rita", Basis.MPT, allergy_status=AllergyStatus.NONE_KNOWN, allergy_confirmed_on=nov(1))
    made.person("Ida", Basis.MPT)
    made.person("Truus", Basis.ELV)
    made.person("Mies", Basis.WMO)
    house.add(
        CareAnswer(
            guest_id=made.guest["Rita"],
            topic=CareTopic.SUPERVISION,
            state=AnswerState.GIVEN,
            code="around_the_clock",
            recorded_at_utc=NOON,
            recorded_by="M. Beheer",
        )
    )
    made.book("Piet", 1, nov(16), nov(20), S.LEFT)
    made.book("Piet", 1, nov(29), dec(3), label=L.STRUCTURAL)
    made.book("Jan", 2, nov(18), nov(28), S.PRESENT)
    made.book("Jan", 2, dec(4), dec(11), S.OPTION)
    made.book("Rita", 3, nov(21), nov(24), S.PRESENT, L.TRIAL)
    made.book("Rita", 3, nov(27), dec(1), label=L.STRUCTURAL)
    made.book("Johan", 4, nov(8), nov(21), S.LEFT)
    made.book("Johan", 4, nov(25), nov(30), label=L.STRUCTURAL)
    made.book("Jannie", 5, nov(25), dec(9))
    made.book("Ida", 6, nov(17), nov(20), S.LEFT)
    made.book("Ida", 6, dec(2), dec(12))
    made.book("Truus", 7, nov(19), nov(25), S.PRESENT)
    made.wait("Mies Voorbeeld", made.guest["Mies"], Urgency.URGENT, "7 nachten vanaf 24 nov", nov(24), 7)
    made.wait("Carla", None, Urgency.NORMAL, "2–3 nachten, december", dec(8), 3)
    return made
