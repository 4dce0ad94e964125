"""When a file falls due, and what stands in the way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.bookings import BookingState
from logeerhuis_app.domain.retention import (
    CARE_YEARS,
    FileFacts,
    Obstacle,
    RemovalGround,
    Terms,
    backups_until,
    care_due,
    finance_due,
    obstacles,
    removal_ground,
    years_after,
)
from logeerhuis_app.domain.rights import FILE_DEEDS, StayFact, is_closed_to
from logeerhuis_app.domain.roles import Role, UseCase

TODAY = date(2026, 11, 22)
days = st.dates(date(1990, 1, 1), date(2060, 12, 31))
states = st.sampled_from(BookingState)
stays = st.builds(
    lambda arrival, nights, state: StayFact(arrival, arrival + timedelta(days=nights), state),
    days,
    st.integers(1, 60),
    states,
)
facts = st.builds(
    FileFacts,
    changed_on=st.none() | days,
    stays=st.lists(stays, max_size=4).map(tuple),
    declared_on=st.none() | days,
    has_open_nights=st.booleans(),
    has_request=st.booleans(),
    is_restricted=st.booleans(),
    kept_until=st.none() | days,
    is_destroyed=st.booleans(),
)
terms = st.builds(Terms, st.integers(1, 40), st.integers(1, 40))


def left(first: date, last: date) -> StayFact:
    return StayFact(first, last, BookingState.LEFT)


def test_twenty_years_after_the_last_change_or_stay():
    stay = left(date(2005, 3, 1), date(2005, 3, 8))
    assert care_due(FileFacts(date(2005, 3, 20), (stay,)), Terms()).day == date(2025, 3, 20)
    assert care_due(FileFacts(date(2004, 3, 20), (stay,)), Terms()).day == date(2025, 3, 8)


def test_a_stay_that_never_was_counts_for_nothing():
    cancelled = StayFact(date(2020, 1, 1), date(2020, 1, 5), BookingState.CANCELLED_GUEST)
    assert care_due(FileFacts(date(2004, 3, 20), (cancelled,)), Terms()).day == date(2024, 3, 20)


def test_nobody_knows_the_last_change():
    assert care_due(FileFacts(), Terms()).day is None
    assert Obstacle.TERM_RUNS in obstacles(FileFacts(), Terms(), TODAY)


def test_a_term_from_the_29th_of_february_is_never_a_day_short():
    assert years_after(date(2024, 2, 29), 20) == date(2044, 2, 29)
    assert years_after(date(2024, 2, 29), 7) == date(2031, 3, 1)


def test_finance_goes_after_seven_whole_book_years():
    assert finance_due(FileFacts(declared_on=date(2018, 1, 4)), Terms()).day == date(2026, 1, 1)
    assert finance_due(FileFacts(declared_on=date(2018, 12, 31)), Terms()).day == date(2026, 1, 1)
    assert finance_due(FileFacts(), Terms()).day is None


@given(facts, terms)
def test_the_house_keeps_longer_and_never_shorter(file: FileFacts, wished: Terms):
    for due in (care_due, finance_due):
        usual, own = due(file, Terms()).day, due(file, wished).day
        assert (usual is None) == (own is None)
        assert usual is None or own is None or own >= usual


@given(facts)
def test_the_care_term_starts_after_everything_that_happened(file: FileFacts):
    due = care_due(file, Terms()).day
    slept = [stay.departure for stay in file.stays if stay.state in {BookingState.LEFT, BookingState.CLOSED}]
    assert due is None or all(years_after(day, CARE_YEARS) <= due for day in slept)


@given(facts, days)
def test_a_request_passes_the_term_and_nothing_else(file: FileFacts, today: date):
    asked = FileFacts(**{**file.__dict__, "has_request": True})
    unasked = FileFacts(**{**file.__dict__, "has_request": False})
    assert set(obstacles(asked, Terms(), today)) == set(obstacles(unasked, Terms(), today)) - {Obstacle.TERM_RUNS}


@given(facts, days)
def test_nothing_goes_while_somebody_needs_it(file: FileFacts, today: date):
    if obstacles(file, Terms(), today):
        return
    assert not any((file.is_destroyed, file.is_restricted, file.has_open_nights))
    assert file.kept_until is None or file.kept_until < today
    assert all(is_closed_to(Role.CARE, [stay], today) for stay in file.stays)
    due = care_due(file, Terms()).day
    assert file.has_request or (due is not None and due <= today)


@given(facts, terms, days, st.integers(0, 9000))
def test_what_fell_due_stays_due(file: FileFacts, wished: Terms, today: date, later: int):
    """Time alone never brings an obstacle back, save a stay that was far ahead and is there now."""
    now = set(obstacles(file, wished, today))
    then = set(obstacles(file, wished, today + timedelta(days=later)))
    assert then <= now


def test_every_obstacle_is_said():
    here = StayFact(date(2026, 11, 20), date(2026, 11, 24), BookingState.PRESENT)
    ahead = StayFact(date(2026, 12, 4), date(2026, 12, 8), BookingState.OPTION)
    everything = FileFacts(TODAY, (here, ahead), None, True, False, True, TODAY)
    assert obstacles(everything, Terms(), TODAY) == tuple(Obstacle)[1:]
    assert obstacles(FileFacts(is_destroyed=True), Terms(), TODAY) == (Obstacle.DESTROYED,)


def test_the_ground_is_what_somebody_asked_or_the_time():
    assert removal_ground(FileFacts(has_request=True)) is RemovalGround.REQUEST
    assert removal_ground(FileFacts()) is RemovalGround.TERM


@pytest.mark.parametrize(
    ("day", "last"),
    [
        (date(2026, 11, 22), date(2027, 11, 30)),
        (date(2026, 12, 1), date(2027, 12, 31)),
        (date(2027, 1, 31), date(2028, 1, 31)),
    ],
)
def test_until_when_a_backup_may_hold_the_file(day: date, last: date):
    assert backups_until(day, 12) == last


@pytest.mark.parametrize("role", [Role.COORDINATOR, Role.CARE, Role.ADMINISTRATOR])
def test_a_restricted_file_is_open_at_the_bedside_only(role: Role):
    here = StayFact(date(2026, 11, 20), date(2026, 11, 24), BookingState.PRESENT)
    today = StayFact(TODAY, date(2026, 11, 24), BookingState.CONFIRMED)
    ahead = StayFact(date(2026, 12, 4), date(2026, 12, 8), BookingState.CONFIRMED)
    assert not is_closed_to(role, [here], TODAY)
    assert not is_closed_to(role, [today], TODAY)
    assert is_closed_to(role, [ahead, left(date(2026, 1, 1), date(2026, 1, 4))], TODAY)
    assert not is_closed_to(Role.MANAGER, [], TODAY)


def test_what_a_present_stay_needs_is_never_closed():
    needed = {UseCase.SEE_HANDOVER, UseCase.PRINT_HANDOVER, UseCase.CHECK_OUT, UseCase.CANCEL_BOOKING}
    assert not needed & FILE_DEEDS
