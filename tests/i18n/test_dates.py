"""Typed days: what a person at the desk types is understood, and never wrongly without a word."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logeerhuis_app.i18n.dates import parse_date
from logeerhuis_app.i18n.format import date_long, date_numeric, date_short, day_long, day_short, weekday_letters

TODAY = date(2026, 11, 22)  # a Sunday


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("4 dec", date(2026, 12, 4)),
        ("4 december", date(2026, 12, 4)),
        ("4 dec.", date(2026, 12, 4)),
        ("4dec", date(2026, 12, 4)),
        ("4-12", date(2026, 12, 4)),
        ("4/12", date(2026, 12, 4)),
        ("4.12", date(2026, 12, 4)),
        ("4 12", date(2026, 12, 4)),
        ("4/12/26", date(2026, 12, 4)),
        ("04-12-2026", date(2026, 12, 4)),
        ("04122026", date(2026, 12, 4)),
        ("041226", date(2026, 12, 4)),
        ("2026-12-04", date(2026, 12, 4)),
        ("vr 4 dec", date(2026, 12, 4)),
        ("vrijdag 4 december 2026", date(2026, 12, 4)),
        ("  Vr   4  DEC ", date(2026, 12, 4)),
        ("vandaag", TODAY),
        ("morgen", date(2026, 11, 23)),
        ("overmorgen", date(2026, 11, 24)),
        ("gisteren", date(2026, 11, 21)),
        ("+7", date(2026, 11, 29)),
        ("-2", date(2026, 11, 20)),
        ("vr", date(2026, 11, 27)),
        ("maandag", date(2026, 11, 23)),
        ("zo", date(2026, 11, 29)),
        ("21 nov", date(2027, 11, 21)),
        ("22 nov", TODAY),
        ("3 mrt", date(2027, 3, 3)),
        ("3 maa", date(2027, 3, 3)),
        ("3 mei 2027", date(2027, 5, 3)),
        ("29 feb", date(2028, 2, 29)),
        ("1-1-28", date(2028, 1, 1)),
    ],
)
def test_what_the_desk_types(typed: str, meant: date) -> None:
    assert parse_date(typed, TODAY) == meant


@pytest.mark.parametrize(
    "typed",
    ["", " ", "x", "4", "32 dec", "31-11", "30-02-2027", "29-2-2027", "4-13", "4 foo", "vr 5 dec 2026", "m", "4 de",
     "4-12-026", "0-12", "+", "+99999", "2026-13-01", "99999999", "4 dec 26 x", "12:00"],
)  # fmt: skip
def test_what_is_not_a_day_is_refused(typed: str) -> None:
    assert parse_date(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("14-3-49", date(1949, 3, 14)),
        ("14 maart 1949", date(1949, 3, 14)),
        ("14031949", date(1949, 3, 14)),
        ("3-5-26", date(1926, 5, 3)),
        ("22-11-08", date(2008, 11, 22)),
        ("23-11-08", date(1908, 11, 23)),
        ("14-3", None),
        ("morgen", None),
        ("vr", None),
    ],
)
def test_birth_dates_are_of_adults_and_have_a_year(typed: str, meant: date | None) -> None:
    assert parse_date(typed, TODAY, birth=True) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("18-11", date(2026, 11, 18)),
        ("23 nov", date(2025, 11, 23)),
        ("18-11-26", date(2026, 11, 18)),
        ("14-3-49", date(1949, 3, 14)),
        ("vr", date(2026, 11, 20)),
        ("29 feb", date(2024, 2, 29)),
    ],
)
def test_the_past_is_looked_for_backwards(typed: str, meant: date) -> None:
    assert parse_date(typed, TODAY, past=True) == meant


days = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(days, days)
def test_what_the_program_shows_can_be_typed_again(day: date, today: date) -> None:
    with_weekday = f"{weekday_letters(day)} {date_long(day)}"
    for shown in (date_numeric(day), date_long(day), day_long(day), with_weekday, day.isoformat()):
        assert parse_date(shown, today) == day
        assert parse_date(shown, today, past=True) == day


@given(days)
def test_a_short_date_near_today_comes_back(today: date) -> None:
    for ahead in (0, 1, 30, 364):
        day = today + timedelta(days=ahead)
        assert parse_date(date_short(day), today) == day
        if ahead:
            assert parse_date(day_short(day), today) in (day, None)


@given(days, st.integers(1, 31), st.integers(1, 12))
def test_without_a_year_planning_never_looks_back(today: date, day: int, month: int) -> None:
    ahead = parse_date(f"{day}-{month}", today)
    behind = parse_date(f"{day}-{month}", today, past=True)
    assert (ahead is None) == (behind is None)
    if ahead and behind:
        assert behind <= today <= ahead
        assert (ahead.day, ahead.month) == (day, month)
        assert ahead - today <= timedelta(days=366 * 8)


@given(st.text(max_size=14), days)
def test_no_text_breaks_it(text: str, today: date) -> None:
    for options in ({}, {"past": True}, {"birth": True}):
        found = parse_date(text, today, **options)
        assert found is None or isinstance(found, date)


@given(st.from_regex(r"[0-9a-z+\- /.]{1,12}", fullmatch=True))
def test_near_misses_do_not_break_it_either(text: str) -> None:
    parse_date(text, TODAY)
    parse_date(text, TODAY, birth=True)
