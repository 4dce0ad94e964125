"""A bed is booked once, a guest sleeps once, and every step can be taken back."""

from datetime import timedelta

import pytest

from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.domain.bookings import BookingLabel, BookingState, ClosureReason
from logeerhuis_app.domain.care import AnswerState, CareTopic
from logeerhuis_app.domain.errors import (
    ArrivalIsPast,
    BedClosed,
    BedTaken,
    BookingLocked,
    ChangedByOther,
    ConcernsOpen,
    DepartureTooEarly,
    FieldInvalid,
    GuestElsewhere,
    GuestExcluded,
    NoShowTooEarly,
    NotAllowed,
    NotFound,
    StayTooLong,
)
from logeerhuis_app.domain.matching import Condition, Effect
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.models import AuditLine, Booking, CareAnswer, LocationRule, Night
from logeerhuis_app.services.bookings import (
    BookingWish,
    MoveWish,
    cancel_booking,
    confirm_booking,
    make_option_again,
    move_booking,
    place_booking,
    put_back,
    record_no_show,
    revive_booking,
    withdraw_booking,
)
from logeerhuis_app.services.closures import ClosureWish, close_beds, closure_wish, reopen_beds
from logeerhuis_app.services.house import house_facts
from logeerhuis_app.services.queries.planning import booking_detail, chart_rows, free_beds
from logeerhuis_app.services.rows.house import BedClosure
from logeerhuis_app.services.stays import check_in, start_day
from tests.support.houses import NOON, TestHouse, nov


def place(house: TestHouse, guest: int, bed: int, first: int = 24, until: int = 27, **wish) -> int:
    return place_booking(house.door, BookingWish(guest, bed, nov(first), nov(until), **wish)).created_id


def nights(house: TestHouse) -> set[tuple[int | None, int | None, int]]:
    with reading(house.door.engine) as session:
        return {(row.bed_id, row.guest_id, row.night.day) for row in session.query(Night)}


def booking(house: TestHouse, booking_id: int) -> Booking:
    with reading(house.door.engine) as session:
        row = session.get_one(Booking, booking_id)
        session.expunge(row)
        return row


def test_a_stay_takes_a_row_per_night(house: TestHouse):
    bed, guest = house.bed(), house.guest()
    place(house, guest, bed)
    assert nights(house) == {(bed, guest, 24), (bed, guest, 25), (bed, guest, 26)}


def test_the_next_guest_may_come_on_the_day_the_first_one_leaves(house: TestHouse):
    bed = house.bed()
    place(house, house.guest(), bed, 24, 27)
    place(house, house.guest(), bed, 27, 29)
    assert len(nights(house)) == 5


def test_a_taken_bed_says_who_has_it(house: TestHouse):
    bed = house.bed("Kamer 3")
    place(house, house.guest("Noor", "Berg", "van den"), bed, 24, 27)
    with pytest.raises(BedTaken) as refusal:
        place(house, house.guest(), bed, 25, 30)
    assert refusal.value == BedTaken("Kamer 3", (nov(25), nov(26)), "Noor van den Berg", nov(24), nov(27))
    assert len(nights(house)) == 3


def test_a_guest_cannot_sleep_in_two_beds(house: TestHouse):
    one, other, guest = house.bed("Kamer 1"), house.bed("Kamer 2"), house.guest()
    place(house, guest, one)
    with pytest.raises(GuestElsewhere) as refusal:
        place(house, guest, other, 26, 28)
    assert refusal.value.nights == (nov(26),)
    assert refusal.value.bed == "Kamer 1"


def test_a_closed_bed_is_not_given(house: TestHouse):
    bed = house.bed("Kamer 1")
    closure = close_beds(house.door, ClosureWish((bed,), nov(24), nov(26), ClosureReason.INFECTION)).created_id
    with pytest.raises(BedClosed):
        place(house, house.guest(), bed)
    assert closure_wish(house.door, closure) == ClosureWish((bed,), nov(24), nov(26), ClosureReason.INFECTION)
    (row,) = (one for one in house_facts(house.door).beds if one.bed_id == bed)
    assert row.closures == (BedClosure(closure, nov(24), nov(25), ClosureReason.INFECTION),)
    reopen_beds(house.door, closure)
    assert closure_wish(house.door, closure) is None
    place(house, house.guest(), bed)


def test_a_bed_with_a_guest_is_not_closed(house: TestHouse):
    bed = house.bed()
    place(house, house.guest(), bed)
    with pytest.raises(BedTaken):
        close_beds(house.door, ClosureWish((bed,), nov(20), nov(30), ClosureReason.STAFF))


def test_a_closed_bed_is_not_closed_again(house: TestHouse):
    wish = ClosureWish((house.bed(),), nov(20), nov(30), ClosureReason.STAFF)
    close_beds(house.door, wish)
    with pytest.raises(BedClosed):
        close_beds(house.door, wish)


@pytest.mark.parametrize(("first", "until", "error"), [(24, 24, DepartureTooEarly), (24, 20, DepartureTooEarly)])
def test_a_stay_has_a_night(house: TestHouse, first: int, until: int, error: type[Exception]):
    with pytest.raises(error):
        place(house, house.guest(), house.bed(), first, until)


def test_a_stay_of_years_is_a_typing_error(house: TestHouse):
    wish = BookingWish(house.guest(), house.bed(), nov(24), nov(24) + timedelta(days=400))
    with pytest.raises(StayTooLong):
        place_booking(house.door, wish)


def test_unknown_guest_or_bed_is_said(house: TestHouse):
    with pytest.raises(NotFound):
        place(house, 999, house.bed())
    with pytest.raises(NotFound):
        place(house, house.guest(), 999)


def test_moving_and_taking_it_back(house: TestHouse):
    one, other, guest = house.bed("Kamer 1"), house.bed("Kamer 2"), house.guest()
    booking_id = place(house, guest, one)
    before = nights(house)
    changes = move_booking(house.door, MoveWish(booking_id, 1, other, nov(25), nov(29)))
    assert nights(house) == {(other, guest, day) for day in (25, 26, 27, 28)}
    assert changes.before is not None
    put_back(house.door, changes.before)
    assert nights(house) == before
    assert booking(house, booking_id).departure == nov(27)


def test_a_bed_can_change_half_way(house: TestHouse):
    one, other, guest = house.bed("Kamer 1"), house.bed("Kamer 2"), house.guest()
    booking_id = place(house, guest, one, 24, 28)
    move_booking(house.door, MoveWish(booking_id, 1, other, nov(24), nov(28), from_night=nov(26)))
    assert nights(house) == {(one, guest, 24), (one, guest, 25), (other, guest, 26), (other, guest, 27)}
    bars = chart_rows(house.door, nov(20), nov(30)).bars
    assert [(bar.bed_id, bar.first_night.day, bar.last_night.day) for bar in bars] == [(one, 24, 25), (other, 26, 27)]


def test_two_people_cannot_move_the_same_stay_unknowingly(house: TestHouse):
    bed = house.bed()
    booking_id = place(house, house.guest(), bed)
    move_booking(house.door, MoveWish(booking_id, 1, bed, nov(24), nov(28)))
    with pytest.raises(ChangedByOther):
        move_booking(house.door, MoveWish(booking_id, 1, bed, nov(24), nov(30)))
    assert booking(house, booking_id).departure == nov(28)


def test_a_refused_move_leaves_the_stay_as_it_was(house: TestHouse):
    bed, other = house.bed("Kamer 1"), house.bed("Kamer 2")
    booking_id = place(house, house.guest(), bed)
    place(house, house.guest(), other, 26, 28)
    before = nights(house)
    with pytest.raises(BedTaken):
        move_booking(house.door, MoveWish(booking_id, 1, other, nov(24), nov(27)))
    assert nights(house) == before


def test_cancelling_gives_the_nights_back_and_can_be_taken_back(house: TestHouse):
    bed, guest = house.bed(), house.guest()
    booking_id = place(house, guest, bed)
    changes = cancel_booking(house.door, booking_id, 1, by_house=False, reason="ziek")
    assert nights(house) == set()
    assert booking(house, booking_id).end_reason == "ziek"
    assert changes.before is not None
    revive_booking(house.door, changes.before)
    assert len(nights(house)) == 3
    assert booking(house, booking_id).state is BookingState.OPTION


def test_a_booking_made_by_mistake_counts_as_nobodys_cancellation(house: TestHouse):
    booking_id = place(house, house.guest(), house.bed())
    changes = withdraw_booking(house.door, booking_id)
    assert (nights(house), booking(house, booking_id).state) == (set(), BookingState.WITHDRAWN)
    assert changes.before is not None
    revive_booking(house.door, changes.before)
    assert booking(house, booking_id).state is BookingState.OPTION


def test_taking_back_never_takes_away_what_a_colleague_did_after_it(house: TestHouse):
    first, second, third = house.bed(), house.bed(), house.bed()
    placed = place_booking(house.door, BookingWish(house.guest(), first, nov(24), nov(26)))
    moved = move_booking(house.door, MoveWish(placed.created_id, None, second, nov(24), nov(26)))
    move_booking(house.as_role(Role.COORDINATOR), MoveWish(placed.created_id, None, third, nov(25), nov(27)))
    before = nights(house)
    assert moved.before is not None
    with pytest.raises(ChangedByOther):
        put_back(house.door, moved.before, moved.after)
    with pytest.raises(ChangedByOther):
        withdraw_booking(house.door, placed.created_id, placed.after)
    with pytest.raises(ChangedByOther):
        move_booking(house.door, MoveWish(placed.created_id, None, first, nov(24), nov(26), was=moved.before))
    assert nights(house) == before


def test_a_guest_who_came_in_keeps_the_day_of_arrival_when_a_move_is_taken_back(house: TestHouse):
    bed = house.bed()
    guest = house.guest()
    booking_id = place_booking(
        house.door, BookingWish(guest, bed, nov(23), nov(26), label=BookingLabel.URGENT)
    ).created_id
    confirm_booking(house.door, booking_id, None, frozenset({"no_payer"}))
    moved = move_booking(house.door, MoveWish(booking_id, None, bed, nov(22), nov(26)))
    check_in(house.door, booking_id, booking(house, booking_id).version)
    assert moved.before is not None
    with pytest.raises(ArrivalIsPast):
        put_back(house.door, moved.before)
    assert booking(house, booking_id).arrival == nov(22)


def test_a_reason_that_a_server_could_not_keep_is_refused_on_a_file_too(house: TestHouse):
    booking_id = place(house, house.guest(), house.bed())
    with pytest.raises(FieldInvalid):
        cancel_booking(house.door, booking_id, None, by_house=True, reason="x" * 401)
    assert len(nights(house)) == 3
    with pytest.raises(FieldInvalid):
        place(house, house.guest(), house.bed(), note="x" * 401)


def test_a_cancelled_stay_cannot_come_back_into_a_taken_bed(house: TestHouse):
    bed = house.bed()
    booking_id = place(house, house.guest(), bed)
    changes = cancel_booking(house.door, booking_id, 1, by_house=True, reason="")
    place(house, house.guest(), bed)
    assert changes.before is not None
    with pytest.raises(BedTaken):
        revive_booking(house.door, changes.before)
    assert booking(house, booking_id).state is BookingState.CANCELLED_HOUSE


def test_a_cancelled_stay_keeps_its_dates(house: TestHouse):
    bed = house.bed()
    booking_id = place(house, house.guest(), bed)
    cancel_booking(house.door, booking_id, 1, by_house=False, reason="")
    with pytest.raises(BookingLocked):
        move_booking(house.door, MoveWish(booking_id, None, bed, nov(24), nov(28)))


def test_confirming_asks_who_pays(house: TestHouse):
    guest, bed = house.guest(), house.bed()
    booking_id = place(house, guest, bed)
    with pytest.raises(ConcernsOpen) as refusal:
        confirm_booking(house.door, booking_id, 1)
    assert [concern.kind for concern in refusal.value.concerns] == ["no_payer"]
    changes = confirm_booking(house.door, booking_id, 1, frozenset({"no_payer"}))
    assert booking(house, booking_id).option_until is None
    assert changes.before is not None
    make_option_again(house.door, changes.before)
    assert booking(house, booking_id).state is BookingState.OPTION


def test_with_an_allocation_confirming_asks_nothing(house: TestHouse):
    guest = house.guest()
    house.allocation(guest, house.payer())
    assert booking(house, place(house, guest, house.bed(), state=BookingState.CONFIRMED)).option_until is None


def test_an_option_holds_the_bed_for_five_working_days_and_then_lets_go(house: TestHouse):
    booking_id = place(house, house.guest(), house.bed())
    assert booking(house, booking_id).option_until == nov(27)
    start_day(house.at(NOON + timedelta(days=5)))
    assert booking(house, booking_id).state is BookingState.OPTION
    start_day(house.at(NOON + timedelta(days=6)))
    assert booking(house, booking_id).state is BookingState.CANCELLED_GUEST
    assert nights(house) == set()


def test_a_location_that_excludes_wandering_does_not_take_a_guest_who_walks_away(house: TestHouse):
    location = house.location("WIJ")
    house.add(LocationRule(location_id=location, condition=Condition.WANDERING, effect=Effect.EXCLUDE))
    guest, bed = house.guest(), house.bed(location_id=location)
    with pytest.raises(ConcernsOpen):
        place(house, guest, bed)  # not asked is a question, and not «does not wander»
    answer = {"state": AnswerState.GIVEN, "code": "2", "recorded_at_utc": NOON, "recorded_by": "x"}
    house.add(CareAnswer(guest_id=guest, topic=CareTopic.WANDERING, **answer))
    with pytest.raises(GuestExcluded):
        place(house, guest, bed)


def test_free_beds_offer_the_fitting_one_first(house: TestHouse):
    low, high = house.bed("Kamer 1"), house.bed("Kamer 2", is_wheelchair_accessible=True)
    guest = house.guest()
    answer = {"state": AnswerState.GIVEN, "code": "wheelchair", "recorded_at_utc": NOON, "recorded_by": "x"}
    house.add(CareAnswer(guest_id=guest, topic=CareTopic.MOBILITY, **answer))
    found = free_beds(house.door, nov(24), nov(27), guest)
    assert [(one.bed.bed_id, len(one.misfits)) for one in found] == [(high, 0), (low, 1)]
    place(house, house.guest(), high)
    assert [one.bed.bed_id for one in free_beds(house.door, nov(24), nov(27), guest)] == [low]


def test_the_panel_beside_the_chart(house: TestHouse):
    guest = house.guest("Rita")
    house.allocation(guest, house.payer("Gemeente Zeist"), volume=10)
    booking_id = place(house, guest, house.bed("Kamer 6"))
    detail = booking_detail(house.door, booking_id)
    assert detail is not None
    assert (detail.bed, detail.payer, detail.budget.planned if detail.budget else 0) == ("Kamer 6", "Gemeente Zeist", 3)
    care = booking_detail(house.as_role(Role.CARE), booking_id)
    assert care is not None
    assert (care.payer, care.budget) == ("", None)


def test_a_year_far_ahead_is_asked_about(house: TestHouse):
    wish = BookingWish(house.guest(), house.bed(), nov(24).replace(year=2206), nov(27).replace(year=2206))
    with pytest.raises(ConcernsOpen) as refusal:
        place_booking(house.door, wish)
    assert [concern.kind for concern in refusal.value.concerns] == ["far_ahead"]


def test_who_did_not_come_is_counted_apart_and_only_the_day_after(house: TestHouse):
    booking_id = place(
        house, house.guest(), house.bed(), state=BookingState.CONFIRMED, accepted=frozenset({"no_payer"})
    )
    with pytest.raises(NoShowTooEarly):
        record_no_show(house.at(NOON + timedelta(days=2)), booking_id, None, "")
    record_no_show(house.at(NOON + timedelta(days=3)), booking_id, None, "opgenomen")
    assert (nights(house), booking(house, booking_id).state) == (set(), BookingState.NO_SHOW)


def test_care_staff_do_not_book(house: TestHouse):
    wish = BookingWish(house.guest(), house.bed(), nov(24), nov(27))
    with pytest.raises(NotAllowed):
        place_booking(house.as_role(Role.CARE), wish)
    assert nights(house) == set()
    with reading(house.door.engine) as session:
        assert session.query(AuditLine).filter_by(outcome="refused").count() == 1
