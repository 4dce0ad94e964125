"""Opening the fullest file of the practice house, beside reading the same rows bare."""

import tempfile
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from bench.houses import NOON
from bench.measure import Result, beside
from logeerhuis_app import i18n
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.engine import reading_options
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.roles import Role
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import log_in
from logeerhuis_app.services.practice_house import build_practice_house
from logeerhuis_app.services.queries.guests import guest_file, guest_list

_OF_GUEST = (
    *("allergy", "alert", "contact_person", "health_professional", "help_from_others", "problem"),
    *("care_answer", "care_score", "medication_list", "booking", "night", "document", "consent", "rights_request"),
    *("representative", "capacity_note", "treatment_directive", "living_will"),
)
_BARE = (
    "SELECT * FROM guest WHERE id = ?",
    "SELECT * FROM guest_key WHERE guest_id = ?",
    *(f"SELECT * FROM {table} WHERE guest_id = ?" for table in _OF_GUEST),
    "SELECT * FROM allocation JOIN payer ON payer.id = payer_id WHERE guest_id = ?",
    "SELECT * FROM medication_item WHERE list_id IN (SELECT id FROM medication_list WHERE guest_id = ?)",
    "SELECT room.name FROM night JOIN bed ON bed.id = bed_id JOIN room ON room.id = room_id WHERE guest_id = ?",
    "SELECT app_user.name FROM app_user JOIN guest ON fixed_contact_id = app_user.id WHERE guest.id = ?",
)


def run() -> list[Result]:
    i18n.install()
    with tempfile.TemporaryDirectory() as folder:
        place = HousePlace(Path(folder) / "house")
        house = build_practice_house(place, FixedClock(NOON))
        manager = next(user for user in house.users if user.role is Role.MANAGER)
        door = log_in(place, manager.username, manager.password, FixedClock(NOON))
        guest_id, lines = max(
            ((row.guest.guest_id, _lines(door, row.guest.guest_id)) for row in _guests(door)), key=_last
        )
        raw = door.engine.raw_connection()
        cursor = raw.cursor()
        name = f"open a whole file again, {lines} lines: banner, care, medication, contacts, payers, stays, documents"
        results = [
            beside(name, lambda: guest_file(door, guest_id), limit_name, limit, rounds=61)
            for limit_name, limit in (
                (
                    f"all rows of the {len(_BARE)} tables it stands in, with bare indexed SQL on one cursor",
                    lambda: [cursor.execute(statement, (guest_id,)).fetchall() for statement in _BARE],
                ),
                (
                    "the same statements through SQLAlchemy's connection, as of one moment",
                    lambda: _at_one_moment(door.engine, guest_id),
                ),
            )
        ]
        raw.close()
        door.engine.dispose()
        return results


def _at_one_moment(engine: Engine, guest_id: int) -> list[Any]:
    """A file that is read table by table while somebody saves is a mixture: a reader asks in one transaction."""
    with engine.connect().execution_options(**reading_options(engine)) as connection:
        return [connection.exec_driver_sql(statement, (guest_id,)).fetchall() for statement in _BARE]


def _guests(door: Door) -> Any:
    return guest_list(door).rows


def _lines(door: Door, guest_id: int) -> int:
    file = guest_file(door, guest_id)
    parts = (file.answers, file.contacts, file.stays, file.allocations, file.problems, file.professionals)
    return sum(len(part) for part in (*parts, file.help_at_home, file.medication.medicines))


def _last(pair: tuple[int, int]) -> int:
    return pair[1]
