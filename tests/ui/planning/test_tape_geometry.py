"""Pixels and nights, without a window."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.ui.planning.tape_geometry import Edge, Scale, Span, Zoom, edge_at, text_span

FIRST = date(2026, 9, 1)
days = st.dates(date(2026, 1, 1), date(2028, 1, 1))
widths = st.integers(2, 80)
lengths = st.integers(1, 60)


@given(days, widths)
def test_every_pixel_of_a_cell_is_its_day(day: date, width: int) -> None:
    scale = Scale(FIRST, width)
    left = scale.left_of(day)
    assert {scale.day_at(x) for x in (left, left + width // 2, left + width - 1)} == {day}
    assert scale.day_at(left - 1) == day - ONE_DAY


@given(days, lengths, widths)
def test_every_night_under_a_bar_is_one_of_its_nights(arrival: date, nights: int, width: int) -> None:
    scale, departure = Scale(FIRST, width), arrival + timedelta(days=nights)
    span = scale.span(arrival, departure)
    assert scale.night_at(span.left) == arrival
    assert scale.night_at(span.right - 1) == departure - ONE_DAY


@given(days, lengths, lengths, widths)
def test_guests_who_change_places_on_one_day_meet_and_do_not_overlap(
    arrival: date, first: int, second: int, width: int
) -> None:
    scale = Scale(FIRST, width)
    change = arrival + timedelta(days=first)
    one, other = scale.span(arrival, change), scale.span(change, change + timedelta(days=second))
    assert one.right <= other.left
    assert scale.day_at(other.left) == change
    assert scale.left_of(change) <= one.right  # both touch the cell of the day they share


@given(days, lengths, widths, st.integers(-500, 5000), st.integers(100, 2000), st.integers(0, 12))
def test_words_never_leave_their_bar_or_the_view(
    arrival: date, nights: int, width: int, view_left: int, view_width: int, pad: int
) -> None:
    span = Scale(FIRST, width).span(arrival, arrival + timedelta(days=nights))
    view = Span(view_left, view_left + view_width)
    room = text_span(span, view, pad)
    assert room.width >= 0
    if room.width:
        assert span.left <= room.left
        assert room.right <= span.right
        assert view.left <= room.left
        assert room.right <= view.right


def test_the_name_sticks_to_the_left_edge_of_the_view() -> None:
    span = Span(0, 500)
    assert text_span(span, Span(200, 900), 10).left == 210
    assert text_span(span, Span(-50, 900), 10).left == 10


@given(st.integers(2, 400), st.integers(-20, 420))
def test_the_middle_of_a_bar_always_moves_it(width: int, x: int) -> None:
    span = Span(0, width)
    assert edge_at(width // 2, span) is None
    if not span.holds(x):
        assert edge_at(x, span) is None


def test_six_pixels_at_either_end_take_hold_of_that_end() -> None:
    span = Span(100, 200)
    assert [edge_at(x, span) for x in (100, 105, 106, 193, 194, 199)] == [
        Edge.ARRIVAL,
        Edge.ARRIVAL,
        None,
        None,
        Edge.DEPARTURE,
        Edge.DEPARTURE,
    ]


def test_zoom_goes_step_by_step_and_stops_at_the_ends() -> None:
    assert Zoom.TWO_WEEKS.nearer() is Zoom.TWO_WEEKS
    assert Zoom.TWO_WEEKS.farther() is Zoom.MONTH
    assert Zoom.YEAR.farther() is Zoom.YEAR
    assert Zoom.QUARTER.nearer() is Zoom.MONTH
    assert Zoom.YEAR.column_width(100) == 2
