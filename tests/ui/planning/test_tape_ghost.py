"""What a ghost can become, without a window."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.nights import MOST_NIGHTS, ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow
from logeerhuis_app.ui.planning import tape_ghost
from logeerhuis_app.ui.planning.tape_ghost import Ghost, GhostKind
from tests.ui.planning.chart_rows import TODAY, S, bar, dec, nov, waiting

days = st.dates(date(2026, 10, 1), date(2027, 3, 1))
steps = st.integers(-40, 40)
states = st.sampled_from(list(S))
kinds = st.sampled_from([GhostKind.MOVE, GhostKind.ARRIVAL, GhostKind.DEPARTURE])


@st.composite
def bars(draw: st.DrawFn) -> BarRow:
    """A stay of one to thirty nights in any state; sometimes only its last part lies in this bed."""
    arrival, nights = draw(days), draw(st.integers(1, 30))
    skipped = draw(st.integers(0, nights - 1))
    whole = bar(1, 1, "Jan", arrival, arrival + timedelta(days=nights), draw(states))
    return BarRow(**{**whole.__dict__, "first_night": arrival + timedelta(days=skipped)})


def is_a_stay(ghost: Ghost) -> bool:
    return (
        ghost.arrival < ghost.departure <= ghost.arrival + timedelta(days=MOST_NIGHTS)
        and ghost.arrival <= ghost.from_night < ghost.departure
    )


@given(days, days)
def test_pointing_at_two_days_gives_a_stay_in_either_order(one: date, other: date) -> None:
    ghost = tape_ghost.placed(1, one, other)
    assert is_a_stay(ghost)
    assert ghost == tape_ghost.placed(1, other, one)
    assert ghost.arrival == min(one, other)


@given(days, days)
def test_choosing_nights_holds_both_ends(one: date, other: date) -> None:
    ghost = tape_ghost.of_nights(1, one, other)
    assert ghost.nights == abs((one - other).days) + 1
    assert ghost.arrival <= one < ghost.departure
    assert ghost.arrival <= other < ghost.departure


@given(bars(), kinds, st.lists(st.tuples(st.sampled_from(["shift", "grow", "bed"]), steps), max_size=8))
def test_whatever_is_done_to_a_ghost_it_stays_a_stay(
    row: BarRow, kind: GhostKind, deeds: list[tuple[str, int]]
) -> None:
    ghost = start = tape_ghost.of_bar(row, kind, TODAY)
    for deed, by in deeds:
        if deed == "bed":
            ghost = tape_ghost.on_bed(ghost, abs(by) + 1)
        elif kind is GhostKind.MOVE:
            ghost = tape_ghost.shifted(ghost, by)
        else:
            ghost = tape_ghost.grown(ghost, by)
        assert is_a_stay(ghost)
    if kind is GhostKind.MOVE:
        assert ghost.nights == start.nights
    if kind is GhostKind.ARRIVAL:
        assert ghost.departure == start.departure
    if kind is GhostKind.DEPARTURE:
        assert ghost.arrival == start.arrival


@given(bars(), steps)
def test_shifting_there_and_back_leaves_it_as_it_was(row: BarRow, by: int) -> None:
    ghost = tape_ghost.of_bar(row, GhostKind.MOVE, TODAY)
    assert tape_ghost.shifted(tape_ghost.shifted(ghost, by), -by) == ghost


@given(bars(), steps)
def test_nights_that_were_slept_stay_in_the_stay(row: BarRow, by: int) -> None:
    if row.state not in (S.PRESENT, S.AWAY):
        return
    ghost = tape_ghost.grown(tape_ghost.of_bar(row, GhostKind.DEPARTURE, TODAY), by)
    assert ghost.departure >= min(row.departure, TODAY)


def test_who_is_in_the_house_moves_from_tonight_and_keeps_the_dates() -> None:
    ghost = tape_ghost.of_bar(bar(6, 3, "Rita", nov(20), nov(25), S.PRESENT), GhostKind.MOVE, TODAY)
    moved = tape_ghost.shifted(tape_ghost.on_bed(ghost, 6), 4)
    assert (moved.bed_id, moved.from_night) == (6, TODAY)
    assert (moved.arrival, moved.departure) == (nov(20), nov(25))


def test_who_comes_later_moves_whole() -> None:
    ghost = tape_ghost.shifted(tape_ghost.of_bar(bar(7, 3, "Rita", nov(27), dec(1)), GhostKind.MOVE, TODAY), 2)
    assert (ghost.arrival, ghost.departure, ghost.from_night) == (nov(29), dec(3), nov(29))


def test_what_is_over_or_cancelled_is_not_taken_up() -> None:
    over = [bar(1, 1, "Piet", nov(16), nov(20), state) for state in (S.LEFT, S.CLOSED, S.CANCELLED_GUEST, S.NO_SHOW)]
    assert not any(
        may(row)
        for row in over
        for may in (tape_ghost.may_move, tape_ghost.may_change_arrival, tape_ghost.may_change_departure)
    )


def test_of_a_stay_in_two_beds_only_the_departure_can_be_pulled() -> None:
    whole = bar(1, 1, "Jan", nov(25), dec(5))
    first = BarRow(**{**whole.__dict__, "last_night": nov(28)})
    second = BarRow(**{**whole.__dict__, "first_night": nov(29), "bed_id": 2})
    assert tape_ghost.may_change_arrival(whole)
    assert not tape_ghost.may_change_arrival(first)
    assert not tape_ghost.may_change_departure(first)
    assert not tape_ghost.may_change_arrival(second)
    assert tape_ghost.may_change_departure(second)
    pulled = tape_ghost.grown(tape_ghost.of_bar(second, GhostKind.DEPARTURE, TODAY), -30)
    assert (pulled.from_night, pulled.departure) == (nov(29), nov(30))


def test_a_family_that_did_not_say_how_long_gets_one_night() -> None:
    row = waiting()[0]
    assert tape_ghost.of_waiting(row, 4, dec(1)).departure == dec(8)
    unsaid = type(row)(**{**row.__dict__, "wished_nights": None})
    assert tape_ghost.of_waiting(unsaid, 4, dec(1)).departure == dec(1) + ONE_DAY
