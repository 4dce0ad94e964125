"""Copying a house while people work in it, and proving that the copy is whole.

The copy is made through SQLite's own backup call, encrypted with the same key: a plain copy of the file misses what
still stands in its journal. Everything is written under a name that ends in ``.part`` and renamed when it was checked,
so a backup is there whole or not at all.
"""

import errno
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from logeerhuis_app.db import backup_file
from logeerhuis_app.db.backup_file import Manifest, house_mark
from logeerhuis_app.db.engine import BUSY_SECONDS
from logeerhuis_app.db.place import DATABASE_FILE, KEY_FILE, HousePlace
from logeerhuis_app.db.whole_files import sync_folder
from logeerhuis_app.domain.errors import BackupFailed, BackupStopped, BackupUnreadable, HouseUnreadable

PART = ".part"
_PAGES_PER_STEP = 1000
_HUNDRED = 100
_LOOKS = 3
_STAGES = 4
"""Copying, checking, packing, reading back: each counts for a quarter of the progress."""
_EACH_LOGIN = {("app_user", "second_factor_step")}
"""What a login with a code leaves behind is no work that a restore would undo."""


@dataclass(frozen=True)
class Watch:
    """How long work tells how far it is (so many of 100), and hears that it should stop."""

    progress: Callable[[int, int], None] = lambda _done, _total: None
    is_stopped: Callable[[], bool] = lambda: False

    def look(self) -> None:
        if self.is_stopped():
            raise BackupStopped

    def stage(self, number: int, total_bytes: int) -> Callable[[int], None]:
        """A step that counts bytes within one stage."""
        done = 0

        def step(more: int) -> None:
            nonlocal done
            self.look()
            done += more
            share = min(done / max(total_bytes, 1), 1)
            self.progress(round(_HUNDRED * (number + share) / _STAGES), _HUNDRED)

        return step


def connect(path: Path, key: bytes) -> Any:
    """A bare connection with the key given, so that nobody's journal mode is touched."""
    connection = sqlcipher.connect(str(path), timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key.hex()}'\"")
    return connection


def make_backup(place: HousePlace, key: bytes, target: Path, made_at_utc: datetime, watch: Watch) -> Manifest:
    """Write a checked backup at ``target``; a file that stands there is replaced at the very end.

    Raises:
        BackupFailed: no room, no right to write there, or the house itself is damaged. Nothing is left half done.
        BackupStopped: the user did not want to wait.
    """
    token = secrets.token_hex(4)
    copy, packed = (target.with_name(f"{target.name}.{token}{kind}{PART}") for kind in (".db", ""))
    with _said(target), gone_afterwards(copy, Path(f"{copy}-journal"), packed):
        target.parent.mkdir(parents=True, exist_ok=True)
        revision = _copy_house(place.database, copy, key, watch)
        size = copy.stat().st_size
        sources = {DATABASE_FILE: copy, KEY_FILE: place.keys}
        backup_file.pack(packed, sources, made_at_utc, house_mark(key), revision, watch.stage(2, size))
        try:
            manifest = backup_file.check_parts(packed, watch.stage(3, size))
        except BackupUnreadable as failure:
            raise BackupFailed(str(target), "medium") from failure
        packed.replace(target)
        sync_folder(target.parent)
    return manifest


def copy_backup(source: Path, target: Path) -> None:
    """A second copy of a checked backup, itself checked byte for byte.

    Raises: BackupFailed.
    """
    part = target.with_name(f"{target.name}.{secrets.token_hex(4)}{PART}")
    with _said(target), gone_afterwards(part), source.open("rb") as original:
        with part.open("xb") as out:
            while chunk := original.read(backup_file.CHUNK):
                out.write(chunk)
            out.flush()
            os.fsync(out.fileno())
        try:
            backup_file.check_parts(part, lambda _bytes: None)
        except BackupUnreadable as failure:
            raise BackupFailed(str(target), "medium") from failure
        part.replace(target)
        sync_folder(target.parent)


def faults_in(path: Path, key: bytes) -> str:
    """What is wrong with an encrypted house: empty, «damaged» or «foreign_keys:TABLE».

    Every page is decrypted and its seal checked, then the tables and indexes, then that rows belong together.
    """
    try:
        with _closing(connect(path, key)) as connection:
            return _faults(connection)
    except sqlcipher.DatabaseError:
        return "damaged"


def one_file(path: Path, key: bytes) -> bool:
    """Bring everything into the one file, without a journal beside it; False when somebody else has it open."""
    with _closing(connect(path, key)) as connection:
        try:
            return connection.execute("PRAGMA journal_mode=DELETE").fetchone() == ("delete",)  # type: ignore[no-any-return]
        except sqlcipher.OperationalError as failure:
            if "locked" in str(failure):
                return False
            raise


def differences(present: Path, key: bytes, past: Path, past_key: bytes) -> dict[str, tuple[int, int, int]]:
    """Per table how many rows the present has that the past has not, has otherwise, and has no more.

    Both must be of the same shape.

    Raises:
        HouseUnreadable: the present is damaged where it is compared.
    """
    names = "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
    try:
        with _closing(connect(present, key)) as connection:
            connection.execute("ATTACH DATABASE ? AS past KEY ?", (str(past), f"x'{past_key.hex()}'"))
            return {name: _difference(connection, name) for (name,) in connection.execute(names).fetchall()}
    except sqlcipher.DatabaseError as failure:
        raise HouseUnreadable(str(present), "damaged") from failure


def remove_stale_parts(folder: Path, before: datetime) -> None:
    """What a backup or a restore left behind whose computer went out half-way; a younger one may still be at work."""
    for part in (*folder.glob(f"logeerhuis-*{PART}"), *folder.glob(f"{DATABASE_FILE}.*{PART}*")):
        with suppress(FileNotFoundError):
            if part.stat().st_mtime < before.timestamp():
                part.unlink()


@contextmanager
def gone_afterwards(*parts: Path) -> Iterator[None]:
    """Whatever happens in between, these files do not stay."""
    try:
        yield
    finally:
        for part in parts:
            part.unlink(missing_ok=True)


# --- inside -----------------------------------------------------------------------------------------------------


def _copy_house(source: Path, target: Path, key: bytes, watch: Watch) -> str:
    """Copy one moment of the house; gives the number of its shape."""
    if not _seals_hold(source, key):
        raise BackupFailed(str(source), "house_damaged")
    target.touch(mode=0o600, exist_ok=False)
    with _closing(connect(source, key)) as house, _closing(connect(target, key)) as copy:
        # A read transaction holds one moment. Without it each commit of somebody else starts the copy over, for ever.
        house.execute("BEGIN")
        counted = _row_counts(house)
        revision = str(house.execute("SELECT version_num FROM alembic_version").fetchone()[0])
        house.backup(copy, pages=_PAGES_PER_STEP, progress=_progress_of(watch))
        house.execute("ROLLBACK")
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, and no journal beside it
    watch.progress(_HUNDRED // _STAGES, _HUNDRED)
    with _closing(connect(target, key)) as copy:
        watch.look()
        if _faults(copy) or _row_counts(copy) != counted or not _log_ends_well(copy):
            raise BackupFailed(str(source), "house_damaged")
    return revision


def _seals_hold(path: Path, key: bytes) -> bool:
    """Whether every page of the living house is as it was written.

    SQLite's backup call hands a page whose seal is broken on as if it were empty, without a word; so do queries. The
    check looks at the file itself and may meet a page that is just being written: then it looks again.
    """
    for _attempt in range(_LOOKS):
        with _closing(connect(path, key)) as connection:
            if not connection.execute("PRAGMA cipher_integrity_check").fetchall():
                return True
    return False


def _progress_of(watch: Watch) -> Callable[[int, int, int], None]:
    def progress(_status: int, remaining: int, total: int) -> None:
        watch.look()
        share = (total - remaining) / max(total, 1)
        watch.progress(round(_HUNDRED * share / _STAGES), _HUNDRED)

    return progress


def _faults(connection: Any) -> str:
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        return "damaged"
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        return "damaged"
    if orphan := connection.execute("PRAGMA foreign_key_check").fetchone():
        return f"foreign_keys:{orphan[0]}"
    return ""


def _row_counts(connection: Any) -> dict[str, int]:
    names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
    return {name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for (name,) in names}


def _difference(connection: Any, table: str) -> tuple[int, int, int]:
    facts = connection.execute(f'PRAGMA main.table_info("{table}")').fetchall()
    columns = ", ".join(f'"{fact[1]}"' for fact in facts if (table, fact[1]) not in _EACH_LOGIN)
    ids = ", ".join(f'"{fact[1]}"' for fact in facts if fact[5]) or columns

    def count(what: str, have: str, lack: str) -> int:
        rows = f'SELECT {what} FROM {have}."{table}" EXCEPT SELECT {what} FROM {lack}."{table}"'
        return int(connection.execute(f"SELECT count(*) FROM ({rows})").fetchone()[0])

    made = count(ids, "main", "past")
    return made, count(columns, "main", "past") - made, count(ids, "past", "main")


def _log_ends_well(connection: Any) -> bool:
    """The last line of the log is the one its head speaks of."""
    last = connection.execute("SELECT hash FROM audit_line ORDER BY id DESC LIMIT 1").fetchone()
    head = connection.execute("SELECT last_hash FROM audit_head").fetchone()
    return bool(last == head)


@contextmanager
def _closing(connection: Any) -> Iterator[Any]:
    try:
        yield connection
    finally:
        connection.close()


@contextmanager
def _said(target: Path) -> Iterator[None]:
    """What the disk and SQLite say, as one refusal."""
    try:
        yield
    except OSError as failure:
        raise BackupFailed(str(target), _reason(failure)) from failure
    except sqlcipher.DatabaseError as failure:
        text = str(failure)
        reason = "full" if "full" in text else "busy" if "locked" in text else "house_damaged"
        raise BackupFailed(str(target), "unwritable" if "unable to open" in text else reason) from failure


def _reason(failure: OSError) -> str:
    return "full" if failure.errno in (errno.ENOSPC, errno.EDQUOT) else "unwritable"
