"""When something falls due, how often it was handed over, and which dose comes next."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.handover import (
    Dose,
    NextDose,
    Shift,
    ShiftKind,
    next_dose,
    shift_at,
    shift_of,
    shifts_between,
)

DAY = date(2026, 11, 22)
shifts = st.builds(Shift, st.dates(date(2026, 1, 1), date(2027, 12, 31)), st.sampled_from(ShiftKind))
moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 12, 31))


@given(shifts)
def test_a_shift_ends_when_the_next_begins(shift: Shift) -> None:
    assert shift.ends_at == shift.next().starts_at
    assert shifts_between(shift, shift.next()) == 1
    assert shifts_between(shift.next(), shift) == 0


@given(shifts, st.integers(0, 20))
def test_handing_over_is_counted_step_by_step(shift: Shift, steps: int) -> None:
    later = shift
    for _step in range(steps):
        later = later.next()
    assert shifts_between(shift, later) == steps


@given(moments)
def test_a_task_with_a_time_is_due_in_the_shift_of_that_moment(moment: datetime) -> None:
    due = shift_of(moment.date(), moment.time())
    assert due == shift_at(moment)
    assert due.starts_at <= moment < due.ends_at


def test_two_in_the_morning_belongs_to_the_night_that_began_yesterday() -> None:
    assert shift_of(DAY, time(2, 0)) == Shift(DAY - timedelta(days=1), ShiftKind.NIGHT)


def test_without_a_time_it_has_the_whole_day() -> None:
    assert shift_of(DAY, None) == Shift(DAY, ShiftKind.NIGHT)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("8:00", time(8)),
        ("08:00", time(8)),
        ("18.30", time(18, 30)),
        (" 9:05 ", time(9, 5)),
        ("voor de nacht", None),
        ("25:00", None),
        ("", None),
        ("8", None),
    ],
)
def test_what_the_list_says_is_a_time_or_words(text: str, at: time | None) -> None:
    assert Dose(text).at == at


def test_the_dose_of_this_very_minute_is_still_to_come() -> None:
    assert next_dose([Dose("8:00"), Dose("18:00")], time(18, 0)) == NextDose(time(18, 0))
    assert next_dose([Dose("8:00"), Dose("18:00")], time(18, 1)) == NextDose(time(8, 0), is_tomorrow=True)


def test_one_medicine_that_asks_for_two_is_enough_and_another_hour_is_not() -> None:
    doses = [Dose("8:00", needs_two=True), Dose("18:00"), Dose("18:00", needs_two=True), Dose("22:00")]
    assert next_dose(doses, time(12)).needs_two
    assert not next_dose(doses, time(20)).needs_two


def test_no_list_has_no_dose() -> None:
    assert next_dose([], time(12)) == NextDose()


@given(st.lists(st.times(), min_size=1, max_size=6), st.times())
def test_the_next_dose_is_one_of_the_list_and_nothing_lies_between(times: list[time], now: time) -> None:
    rounded = [moment.replace(second=0, microsecond=0) for moment in times]
    found = next_dose([Dose(f"{moment.hour}:{moment.minute:02d}") for moment in rounded], now)
    assert found.at in rounded
    assert found.is_tomorrow == all(moment < now for moment in rounded)
    between = [moment for moment in rounded if now <= moment < (found.at or now)]
    assert found.is_tomorrow or not between


@given(st.lists(st.text(alphabet="abc ", min_size=1, max_size=8), max_size=4), st.times())
def test_moments_in_words_are_never_lost(texts: list[str], now: time) -> None:
    said = next_dose([Dose(text) for text in texts], now).in_words
    assert set(said) == {text.strip() for text in texts}
