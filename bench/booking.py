"""Booking one stay through the door, beside the same rows written with bare SQL."""

from datetime import date, timedelta
from itertools import count

from bench.houses import add_beds, add_guests, empty_house
from bench.measure import Result, beside
from logeerhuis_app.services.bookings import BookingWish, place_booking

START = date(2027, 1, 1)
NIGHTS = 4


def run() -> list[Result]:
    with empty_house() as door:
        beds, guests = add_beds(door, 2), add_guests(door, 2)
        days = (START + timedelta(days=NIGHTS * n) for n in count())
        bare_days = (START + timedelta(days=NIGHTS * n) for n in count())
        raw = door.engine.raw_connection()
        cursor = raw.cursor()

        def through_the_door() -> None:
            day = next(days)
            place_booking(door, BookingWish(guests[0], beds[0], day, day + timedelta(days=NIGHTS)))

        def bare() -> None:
            _bare(cursor, next(bare_days), guests[1], beds[1])

        result = beside(
            "book one stay of 4 nights: role, rules, look, nights, audit, commit",
            through_the_door,
            "the same booking, night and audit rows with bare SQL, one commit",
            bare,
            rounds=60,
        )
        raw.close()
        return [result]


_BOOKING = (
    "INSERT INTO booking (guest_id, location_id, arrival, departure, state, label, note, end_reason, destination,"
    " version) VALUES (?, 1, ?, ?, 'option', 'incidental', '', '', '', 1)"
)
_NIGHT = (
    "INSERT INTO night (night, bed_id, guest_id, booking_id, presence, billing)"
    " VALUES (?, ?, ?, ?, 'planned', 'normal')"
)
_AUDIT = (
    "INSERT INTO audit_line (at_utc, username, role, workstation, use_case, action, outcome, object_kind, detail,"
    " previous_hash, hash)"
    " VALUES (datetime(), 'b', 'manager', '', 'place_booking', 'C', 'done', 'booking', '{}', '', '')"
)


def _bare(cursor: object, day: date, guest_id: int, bed_id: int) -> None:
    execute = cursor.execute  # type: ignore[attr-defined]
    execute("BEGIN IMMEDIATE")
    execute(_BOOKING, (guest_id, day.isoformat(), (day + timedelta(days=NIGHTS)).isoformat()))
    booking_id = cursor.lastrowid  # type: ignore[attr-defined]
    for n in range(NIGHTS):
        execute(_NIGHT, ((day + timedelta(days=n)).isoformat(), bed_id, guest_id, booking_id))
    execute(_AUDIT)
    execute("COMMIT")
