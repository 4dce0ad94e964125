"""Codes of a phone: their shape, how far clocks may differ, and that each works once."""

import base64
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.errors_access import CodeUnclear, CodeUsed, CodeWrong
from logeerhuis_app.domain.second_factor import DRIFT_STEPS, STEP_SECONDS, in_groups, matching_step, read_code, step_at
from logeerhuis_app.services.second_factor import code_at

SECRET = base64.b32encode(b"12345678901234567890").decode()
# RFC 6238 appendix B, the lines for SHA-1: eight digits there, of which six are the end.
PUBLISHED = {
    59: "94287082",
    1111111109: "07081804",
    1111111111: "14050471",
    1234567890: "89005924",
    2000000000: "69279037",
    20000000000: "65353130",
}
MOMENTS = st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1), timezones=st.just(UTC))


def at(seconds: int) -> datetime:
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def number_of(step: int) -> str:
    """A phone whose code is easy to tell apart: no two steps near each other share one."""
    return f"{step % 1_000_000:06d}"


@pytest.mark.parametrize("seconds", PUBLISHED)
def test_the_published_codes_come_out(seconds: int) -> None:
    code = PUBLISHED[seconds][2:]
    assert code_at(SECRET)(step_at(at(seconds))) == code
    assert matching_step(code, code_at(SECRET), at(seconds), None) == seconds // STEP_SECONDS


@pytest.mark.parametrize("typed", ["123456", "123 456", " 1 2 3 4 5 6 ", "123\u00a0456", "12 34\t56\n"])
def test_spaces_do_not_matter(typed: str) -> None:
    assert read_code(typed) == "123456"


@pytest.mark.parametrize("typed", ["", " ", "12345", "1234567", "12345a", "123-456", "١٢٣٤٥٦", "12345²"])
def test_what_is_no_code_is_said(typed: str) -> None:
    with pytest.raises(CodeUnclear):
        read_code(typed)


@given(MOMENTS, st.integers(-5 * STEP_SECONDS, 5 * STEP_SECONDS))
def test_clocks_may_differ_one_step_either_way_and_no_more(now: datetime, drift: int) -> None:
    """``drift``: how many seconds the phone's clock is ahead."""
    step = step_at(now + timedelta(seconds=drift))
    if abs(step - step_at(now)) <= DRIFT_STEPS:
        assert matching_step(number_of(step), number_of, now, None) == step
    else:
        with pytest.raises(CodeWrong) as refused:
            matching_step(number_of(step), number_of, now, None)
        assert refused.value.at_utc == now


@pytest.mark.parametrize(("second", "is_taken"), [(989, False), (990, True), (1019, True), (1079, True), (1080, False)])
def test_the_edges_to_the_second(second: int, is_taken: bool) -> None:
    """In the last microsecond of a half minute that one counts, the one before it and the one after it."""
    now, step = at(1049) + timedelta(microseconds=999_999), second // STEP_SECONDS
    if is_taken:
        assert matching_step(number_of(step), number_of, now, None) == step
    else:
        with pytest.raises(CodeWrong):
            matching_step(number_of(step), number_of, now, None)


@given(MOMENTS, st.lists(st.integers(-1, 1), min_size=1, max_size=12))
def test_no_code_is_taken_twice_and_none_before_it(now: datetime, drifts: list[int]) -> None:
    """Whoever tries the codes of three half minutes in any order gets each in once at most, and never an older one."""
    last: int | None = None
    taken: list[int] = []
    for drift in drifts:
        step = step_at(now) + drift
        try:
            last = matching_step(number_of(step), number_of, now, last)
        except CodeUsed:
            assert last is not None
            assert step <= last
        else:
            taken.append(last)
    assert taken == sorted(set(taken))


def test_two_steps_with_one_code_are_taken_for_two() -> None:
    """It happens once in a million: then the code is not used before both halves of the time are over."""
    now = at(60)
    assert matching_step("111111", lambda _step: "111111", now, None) == 1
    assert matching_step("111111", lambda _step: "111111", now, 1) == 2


def test_before_the_first_half_minute_there_is_none() -> None:
    assert matching_step(number_of(0), number_of, at(3), None) == 0


def test_the_key_is_shown_in_groups_of_four() -> None:
    assert in_groups("ABCDEFGHIJ") == "ABCD EFGH IJ"
    assert len(in_groups(SECRET).split()) == 8
