"""What the chart and its panel tell, and to whom."""

from logeerhuis_app.domain.care import AllergyStatus, AnswerState, CareTopic, Criticality
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import CareAnswer
from logeerhuis_app.services.bookings import BookingWish, place_booking
from logeerhuis_app.services.care import AllergyWish, add_allergy
from logeerhuis_app.services.queries.fitting import misfits_per_bed
from logeerhuis_app.services.queries.planning import booking_detail, free_beds
from tests.support.houses import NOON, TestHouse, nov


def test_the_administrator_plans_nothing_and_sees_no_care(house: TestHouse):
    guest, bed = house.guest("Rita"), house.bed("Kamer 6")
    add_allergy(house.door, guest, AllergyWish("noten", Criticality.FATAL, rescue="EpiPen"))
    booking_id = place_booking(house.door, BookingWish(guest, bed, nov(24), nov(27))).created_id
    answer = {"state": AnswerState.GIVEN, "code": "wheelchair", "recorded_at_utc": NOON, "recorded_by": "x"}
    house.add(CareAnswer(guest_id=guest, topic=CareTopic.MOBILITY, **answer))
    shown = booking_detail(house.door, booking_id)
    assert shown is not None
    assert shown.banner.allergies
    assert shown.misfits
    assert shown.missing_for_check_in
    office = house.as_role(Role.ADMINISTRATOR)
    detail = booking_detail(office, booking_id)
    assert detail is not None
    assert (detail.banner.allergy_status, detail.banner.allergies) == (AllergyStatus.UNAVAILABLE, ())
    assert (detail.misfits, detail.missing_for_check_in) == ((), ())
    assert misfits_per_bed(office, guest) == {}
    house.bed("Kamer 7")
    assert [one.misfits for one in free_beds(office, nov(24), nov(27), guest)] == [()]
