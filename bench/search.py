"""Finding a guest among ten thousand, beside the bare query."""

from bench.houses import add_guests, empty_house
from bench.measure import Result, beside
from logeerhuis_app.services.queries.guests import guest_list

GUESTS = 10_000
TYPED = "berg"
_BARE = (
    "SELECT id, guest_no, given_name, prefix, last_name, born, town FROM guest WHERE name_folded LIKE ?"
    " ORDER BY last_name, given_name, id LIMIT 100"
)


def run() -> list[Result]:
    with empty_house() as door:
        add_guests(door, GUESTS)
        raw = door.engine.raw_connection()
        cursor = raw.cursor()
        result = beside(
            f"search «{TYPED}» among {GUESTS:,} guests: rows with namesakes, room and payer",
            lambda: guest_list(door, TYPED),
            "the same names with one bare SQL query",
            lambda: cursor.execute(_BARE, (f"%{TYPED}%",)).fetchall(),
            rounds=25,
        )
        raw.close()
        return [result]
