"""Counting nights, against the slow way."""

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow, ChartRows, ClosureRow
from logeerhuis_app.ui.planning.occupancy import occupancy
from tests.ui.planning.chart_rows import bar, beds, chart, nov

START = nov(1)


@st.composite
def charts(draw: st.DrawFn) -> ChartRows:
    """Three beds and thirty nights; stays also hang over the edges and stand in beds that are not shown."""
    bars: list[BarRow] = []
    closures: list[ClosureRow] = []
    for number, (bed, start, length, is_closed) in enumerate(
        draw(
            st.lists(st.tuples(st.integers(1, 4), st.integers(-10, 35), st.integers(1, 12), st.booleans()), max_size=12)
        )
    ):
        first = START + timedelta(days=start)
        if is_closed:
            closures.append(ClosureRow(number, bed, first, first + (length - 1) * ONE_DAY, "schilderwerk"))
        else:
            bars.append(bar(number, bed, "Gast", first, first + length * ONE_DAY))
    return ChartRows(START, START + timedelta(days=30), beds(3), tuple(bars), tuple(closures))


def slept(rows: tuple[BarRow, ...] | tuple[ClosureRow, ...], night: date) -> int:
    return sum(row.bed_id <= 3 and row.first_night <= night <= row.last_night for row in rows)


@given(charts())
def test_running_count_equals_counting_each_night(rows: ChartRows) -> None:
    for count in occupancy(rows):
        assert count.occupied == slept(rows.bars, count.night)
        assert count.closed == slept(rows.closures, count.night)
        assert count.beds == 3


def test_a_closed_bed_makes_the_house_full_sooner() -> None:
    rows = chart(
        beds=beds(2),
        bars=(bar(1, 1, "Jan", nov(18), nov(20)),),
        closures=(ClosureRow(1, 2, nov(18), nov(18), "schilderwerk"),),
    )
    by_night = {count.night: count.is_full for count in occupancy(rows)}
    assert (by_night[nov(18)], by_night[nov(19)]) == (True, False)


def test_a_house_that_is_shut_is_not_called_full() -> None:
    rows = replace(chart(), beds=beds(1), bars=(), closures=(ClosureRow(1, 1, nov(18), nov(18), "vakantie"),))
    assert not any(count.is_full for count in occupancy(rows))
