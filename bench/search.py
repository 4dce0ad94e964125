"""Finding a guest among a hundred thousand while somebody types, beside bare SQL on the same indexes."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

from sqlalchemy import event, insert

from bench.houses import NOON, add_beds, empty_house
from bench.measure import Result, beside
from logeerhuis_app.db.guest_words import fold_everybody
from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.domain.bookings import BookingLabel, BookingState
from logeerhuis_app.domain.funding import Basis, PayerKind
from logeerhuis_app.models import Allocation, Booking, Guest, Night, Payer
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.queries.guests import MOST_FOUND, guest_list

GUESTS = 100_000
IN_HOUSE = 40
TYPED = ("ber", "meyer", "jan linde", "12-3", "1938", "0612345")

_GIVEN = (
    "Riet",
    "Jan",
    "Truus",
    "Piet",
    "Zoë",
    "Henk",
    "Greet",
    "Kees",
    "Wil",
    "Gerrit",
    "Annie",
    "Dirk",
    "Bep",
    "Cor",
)
_PREFIXES = ("", "", "", "van", "de", "van den", "van der")
_FIRST = (
    *("Linden", "Ooster", "Wester", "Noorder", "Haag", "Groene", "Berg", "Boer", "Meijer", "Jans", "Hof", "Dijk"),
    *("Kool", "Brink", "Veen", "Zand", "Water", "Molen", "Kerk", "Schuur", "Bos", "Heide", "Donk", "Rijn", "Vliet"),
    *("Brouwer", "Ruiter", "Smit", "Visser", "Bakker", "Kuiper", "Vos", "Kruis", "Klaas", "Peter", "Hendrik", "Wolf"),
)
_LAST = ("", "sen", "man", "huis", "berg", "stra", "ma", "kamp", "veld", "hof", "meer", "broek", "s", "dijk", "woud")

_NAMES = """
SELECT guest.id, guest_no, given_name, prefix, last_name, born, town
FROM guest_word JOIN guest ON guest.id = guest_word.guest_id JOIN guest_key ON guest_key.guest_id = guest.id
WHERE kind = 'n' AND word >= 'ber' AND word < 'bes' ORDER BY sort_name LIMIT 30
"""


def run() -> list[Result]:
    with empty_house() as door:
        _fill(door)
        return [*_beside_itself(door), _beside_names(door)]


def _beside_itself(door: Door) -> Iterator[Result]:
    """The door, the session and the rows of the list, beside the very statement they send."""
    raw = door.engine.raw_connection()
    cursor = raw.cursor()
    for typed in TYPED:
        sent = _sent(door, typed)
        found = guest_list(door, typed, most=MOST_FOUND)
        more = "or more" if found.is_more else ""
        yield beside(
            f"type «{typed}» among {GUESTS:,} guests: {len(found.rows)} lines of {found.total} {more}".strip(),
            lambda typed=typed: guest_list(door, typed, most=MOST_FOUND),  # type: ignore[misc]
            "the same lines, room, law and namesakes with bare indexed SQL",
            lambda sent=sent: cursor.execute(*sent).fetchall(),  # type: ignore[misc]
            rounds=41,
        )
    raw.close()


def _beside_names(door: Door) -> Result:
    raw = door.engine.raw_connection()
    cursor = raw.cursor()
    result = beside(
        f"type «ber» among {GUESTS:,} guests",
        lambda: guest_list(door, "ber", most=MOST_FOUND),
        "the names alone, by last name, with one bare indexed query",
        lambda: cursor.execute(_NAMES).fetchall(),
        rounds=41,
    )
    raw.close()
    return result


def _sent(door: Door, typed: str) -> tuple[str, Any]:
    """What reaches the database."""
    statements: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        statements.append((statement, values))

    event.listen(door.engine, "before_cursor_execute", note)
    guest_list(door, typed, most=MOST_FOUND)
    event.remove(door.engine, "before_cursor_execute", note)
    return next(sent for sent in statements if "guest_word" in sent[0])


def _fill(door: Door) -> None:
    beds = add_beds(door, IN_HOUSE)
    today = NOON.date()
    with writing(door.engine) as session:
        session.execute(insert(Guest), list(_people()))
        fold_everybody(session)
        payer = Payer(kind=PayerKind.MUNICIPALITY, code="0794", name="Gemeente Helmond")
        session.add(payer)
        session.flush()
        session.execute(insert(Allocation), [_allocation(n, payer.id) for n in range(1, GUESTS, 2)])
        for place, bed in enumerate(beds):
            guest_id = 1 + place * (GUESTS // IN_HOUSE)
            booking = _stay(guest_id, today)
            session.add(booking)
            session.flush()
            nights = (today + timedelta(days=day) for day in range(-2, 3))
            session.add_all(Night(night=day, bed_id=bed, guest_id=guest_id, booking_id=booking.id) for day in nights)


def _people() -> Iterator[dict[str, Any]]:
    surnames = [f"{first}{last}" for first, last in product(_FIRST, _LAST)]
    for n in range(GUESTS):
        place = n * 7919  # a prime, so that names, dates and numbers do not go up together
        yield {
            "id": n + 1,
            "guest_no": f"{n + 1:06d}",
            "given_name": _GIVEN[place % len(_GIVEN)],
            "prefix": _PREFIXES[place // 11 % len(_PREFIXES)],
            "last_name": surnames[place // 17 % len(surnames)],
            "born": date(1925, 1, 1) + timedelta(days=place % 12_000),
            "town": "Helmond",
            "phone": f"06-{10_000_000 + place % 89_999_999}",
            "version": 1,
        }


def _allocation(guest_id: int, payer_id: int) -> dict[str, Any]:
    return {
        "guest_id": guest_id,
        "payer_id": payer_id,
        "basis": Basis.WMO,
        "number": str(guest_id),
        "valid_from": date(2026, 1, 1),
        "version": 1,
    }


def _stay(guest_id: int, today: date) -> Booking:
    return Booking(
        guest_id=guest_id,
        location_id=1,
        arrival=today - timedelta(days=2),
        departure=today + timedelta(days=3),
        state=BookingState.PRESENT,
        label=BookingLabel.INCIDENTAL,
    )
