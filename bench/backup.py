"""What safety costs: a backup beside copying the bare file, and the encrypted file beside a plain one."""

import os
import secrets
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from bench.houses import empty_house
from bench.measure import Result, beside
from logeerhuis_app.db.backup import connect
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.services.backups import back_up_to
from logeerhuis_app.services.door import Door

BIG_BYTES = 200_000_000
PAGE = 4000
ROWS = 20_000


def run() -> list[Result]:
    with empty_house() as door, tempfile.TemporaryDirectory() as folder:
        return [_backup(door, Path(folder)), *_encryption(Path(folder))]


def _backup(door: Door, folder: Path) -> Result:
    place = _fill(door)
    return beside(
        f"backup of a house of {BIG_BYTES // 1_000_000} MB: check, copy, check, pack, read back",
        lambda: back_up_to(door, folder / "x.backup"),
        "copying the bare file and reading the copy back",
        lambda: _copy_and_read_back(place.database, folder / "copy.db"),
        rounds=3,
    )


def _copy_and_read_back(source: Path, target: Path) -> None:
    """Until it is on the disk, as a backup has to be."""
    shutil.copyfile(source, target)
    with target.open("rb+") as handle:
        os.fsync(handle.fileno())
        while handle.read(1 << 20):
            pass


def _fill(door: Door) -> HousePlace:
    """Ballast in a table of its own: what counts is pages."""
    assert door.vault is not None
    place = HousePlace(door.vault.path.parent)
    house = connect(place.database, door.vault.key)
    house.execute("CREATE TABLE ballast (id INTEGER PRIMARY KEY, stuff BLOB)")
    house.execute("BEGIN")
    house.executemany("INSERT INTO ballast (stuff) VALUES (randomblob(4000))", ((),) * (BIG_BYTES // PAGE))
    house.execute("COMMIT")
    house.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    house.close()
    return place


def _encryption(folder: Path) -> Iterator[Result]:
    key = secrets.token_bytes(32)
    with _table(connect(folder / "locked.db", key)) as locked, _table(_plain(folder / "plain.db")) as plain:
        for what, deed in (
            (f"insert {ROWS:,} guests in one transaction", _insert_many),
            ("one booking-sized commit", _commit_one),
            (f"read {ROWS:,} guests without an index", _scan),
            ("200 guests by number", _look_up),
        ):
            rounds = 40 if deed is _commit_one else 7
            yield beside(
                f"encrypted file: {what}",
                _of(deed, locked),
                "the same in a plain SQLite file",
                _of(deed, plain),
                rounds,
            )


def _plain(path: Path) -> Any:
    return sqlite3.connect(path, isolation_level=None)


@contextmanager
def _table(connection: Any) -> Iterator[Any]:
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "cache_size=-100"):  # so small that pages are read anew
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE guest (id INTEGER PRIMARY KEY, name TEXT, town TEXT, note TEXT)")
    yield connection
    connection.close()


def _of(deed: Callable[[Any], object], connection: Any) -> Callable[[], object]:
    return lambda: deed(connection)


def _insert_many(connection: Any) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("DELETE FROM guest")
    rows = ((f"Gast {n}", "Helmond", "x" * 120) for n in range(ROWS))
    connection.executemany("INSERT INTO guest (name, town, note) VALUES (?, ?, ?)", rows)
    connection.execute("COMMIT")


_NUMBERS = count()


def _commit_one(connection: Any) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(
        "UPDATE guest SET town = ? WHERE id = ?", (f"Plaats {next(_NUMBERS)}", 1 + next(_NUMBERS) % ROWS)
    )
    connection.execute("COMMIT")


def _scan(connection: Any) -> object:
    return connection.execute("SELECT count(*) FROM guest WHERE note LIKE '%y%'").fetchone()


def _look_up(connection: Any) -> None:
    for number in range(1, ROWS, ROWS // 200):
        connection.execute("SELECT * FROM guest WHERE id = ?", (number,)).fetchone()
