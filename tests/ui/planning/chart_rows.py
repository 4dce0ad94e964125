"""The seven beds of the design picture, as rows: who is where in the weeks round 22 November 2026."""

from dataclasses import replace
from datetime import date, timedelta

from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.funding import Law
from logeerhuis_app.domain.nights import ONE_DAY
from logeerhuis_app.services.rows.planning import BarRow, BedRow, ChartRows, ClosureRow, WaitingRow

TODAY = date(2026, 11, 22)
FIRST = date(2026, 9, 1)
UNTIL = date(2027, 9, 1)
S, L = BookingState, BookingLabel
FEATURES = ("hoog-laagbed", "tillift · rolstoel", "prikkelarm", "", "", "24-uurs toezicht", "wisselbed (ELV)")


def nov(day: int) -> date:
    return date(2026, 11, 1) + timedelta(days=day - 1)


def dec(day: int) -> date:
    return date(2026, 12, 1) + timedelta(days=day - 1)


def beds(count: int = 7, location: str = "Plezant", location_id: int = 1, first_id: int = 1) -> tuple[BedRow, ...]:
    return tuple(
        BedRow(
            first_id + i, f"P{i + 1}", f"Kamer {i + 1}", FEATURES[i % 7] if count <= 7 else "", location_id, location
        )
        for i in range(count)
    )


def bar(
    booking_id: int,
    bed_id: int,
    guest: str,
    arrival: date,
    departure: date,
    state: BookingState = S.CONFIRMED,
    law: Law | None = Law.WMO,
    label: BookingLabel = L.INCIDENTAL,
    guest_id: int | None = None,
    option_until: date | None = None,
) -> BarRow:
    return BarRow(
        booking_id,
        bed_id,
        arrival,
        departure - ONE_DAY,
        arrival,
        departure,
        guest_id or 100 + booking_id,
        guest,
        state,
        label,
        law,
        option_until,
    )


def picture_bars() -> tuple[BarRow, ...]:
    return (
        bar(1, 1, "Piet", nov(16), nov(20), S.LEFT, Law.WLZ),
        bar(2, 1, "Piet", nov(29), dec(3), S.CONFIRMED, Law.WLZ, L.STRUCTURAL),
        bar(3, 1, "Piet", dec(13), dec(17), S.CONFIRMED, Law.WLZ, L.STRUCTURAL),
        bar(4, 2, "Jan", nov(18), nov(28), S.PRESENT),
        bar(5, 2, "Jan", dec(4), dec(11), S.OPTION, option_until=nov(25)),
        bar(6, 3, "Rita", nov(21), nov(24), S.PRESENT, None, L.TRIAL, guest_id=200),
        bar(7, 3, "Rita", nov(27), dec(1), S.CONFIRMED, Law.WLZ, L.STRUCTURAL, guest_id=200),
        bar(8, 3, "Rita", dec(11), dec(15), S.CONFIRMED, Law.WLZ, L.STRUCTURAL, guest_id=200),
        bar(9, 4, "Johan", nov(8), nov(21), S.LEFT),
        bar(10, 4, "Johan", nov(25), nov(30), S.CONFIRMED, Law.WMO, L.STRUCTURAL),
        bar(11, 4, "Johan", dec(10), dec(15)),
        bar(12, 5, "Jannie", nov(25), dec(9)),
        bar(13, 6, "Ida", nov(17), nov(23), S.PRESENT, Law.WLZ),
        bar(14, 6, "Ida", dec(2), dec(12)),
        bar(15, 7, "ELV · extern", nov(19), nov(25), S.PRESENT, Law.ZVW),
        bar(16, 7, "aanvraag", dec(6), dec(11), S.OPTION, None),
    )


def waiting() -> tuple[WaitingRow, ...]:
    return (
        WaitingRow(31, 301, "M.", 81, "urgent", "7 nachten vanaf 24 nov · tillift", nov(24), 7, Law.WMO, "Wmo Helmond"),
        WaitingRow(
            32, 302, "Carla voor Johan", None, "normal", "2–3 nachten · december", None, 3, Law.WMO, "Wmo Zeist"
        ),
        WaitingRow(33, 303, "T.", 79, "two_weeks", "wo–ma, 2× per maand", dec(2), 5, Law.WLZ, "Wlz CZ"),
    )


def chart(**changes: object) -> ChartRows:
    closures = (ClosureRow(1, 5, nov(16), nov(20), "schilderwerk"),)
    return replace(ChartRows(FIRST, UNTIL, beds(), picture_bars(), closures, waiting()), **changes)  # type: ignore[arg-type]


def large_chart(beds_count: int = 40, nights: int = 730) -> ChartRows:
    """As many beds and nights as the largest house shows: stays of three nights with one between."""
    rows, number = [], 0
    states, laws = (S.OPTION, S.CONFIRMED, S.PRESENT, S.LEFT), (Law.WMO, Law.WLZ, Law.ZVW, None)
    for bed in range(1, beds_count + 1):
        for start in range(bed % 4, nights - 4, 4):
            number += 1
            arrival = FIRST + timedelta(days=start)
            rows.append(
                bar(number, bed, f"Gast {number}", arrival, arrival + 3 * ONE_DAY, states[number % 4], laws[number % 4])
            )
    return ChartRows(FIRST, FIRST + timedelta(days=nights), beds(beds_count), tuple(rows), ())
