"""From the password to the open door, beside what no lock of this strength can do without."""

import secrets
import tempfile
from pathlib import Path

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from bench.houses import NOON
from bench.measure import Result, beside
from logeerhuis_app import i18n
from logeerhuis_app.clock import FixedClock
from logeerhuis_app.db.backup import connect
from logeerhuis_app.db.passwords import Cost
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.login import log_in
from logeerhuis_app.services.practice_house import build_practice_house

CLOCK = FixedClock(NOON)


def run() -> list[Result]:
    i18n.install()
    with tempfile.TemporaryDirectory() as folder:
        place = HousePlace(Path(folder) / "house")
        user = build_practice_house(place, CLOCK).users[0]
        door = log_in(place, user.username, user.password, CLOCK)
        key = _key(door)
        door.engine.dispose()
        return [
            beside(
                "unlock the practice house: password to open door, every page's seal looked at, log-in on record",
                lambda: log_in(place, user.username, user.password, CLOCK).engine.dispose(),
                "one bare argon2id with the same parameters, and opening the file",
                lambda: _bare(place, key, user.password),
                rounds=15,
            )
        ]


def _key(door: Door) -> bytes:
    assert door.vault is not None
    return door.vault.key


def _bare(place: HousePlace, key: bytes, password: str) -> None:
    cost = Cost()
    derive = Argon2id(
        salt=secrets.token_bytes(16), length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    derive.derive(password.encode())
    house = connect(place.database, key)
    house.execute("SELECT count(*) FROM guest").fetchone()
    house.close()
