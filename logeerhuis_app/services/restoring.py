"""Putting a backup back: first a comparison with the house as it is, then the change of files, never over the old one.

A backup is opened with its own key file. Where the house at hand has the same data key, its key file stays: who was
let out since, or took another password, is not brought back in by an old backup.
"""

import os
import secrets
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from logeerhuis_app.clock import Clock, house_time
from logeerhuis_app.db import keyfile, schema
from logeerhuis_app.db.backup import Watch, differences, faults_in, one_file
from logeerhuis_app.db.backup_file import Manifest, house_mark, unpack
from logeerhuis_app.db.engine import file_engine
from logeerhuis_app.db.keyfile import RECOVERY, Vault
from logeerhuis_app.db.moving_in import exchange
from logeerhuis_app.db.opening import require_local
from logeerhuis_app.db.place import DATABASE_FILE, KEY_FILE, HousePlace
from logeerhuis_app.db.unit_of_work import reading
from logeerhuis_app.db.whole_files import put_in_place, sync_folder, write_to_disk
from logeerhuis_app.domain.errors import (
    BackedUpElsewhere,
    BackupUnreadable,
    HouseUnreadable,
    NotAllowed,
    NotManagerInFile,
    WrongPassword,
)
from logeerhuis_app.domain.roles import Role, UseCase
from logeerhuis_app.models import AuditLine, User
from logeerhuis_app.services.audit import Actor, broken_lines
from logeerhuis_app.services.backups import opened_vault
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.backup import BackupCheck, Comparison, LastLine, RestoreDone, TableLoss

NOT_COMPARED = {"audit_line", "audit_head", "alembic_version", "guest_word", "guest_key"}
"""The log is told apart, and the words by which guests are found follow from their files."""


@dataclass(frozen=True)
class Restoration:
    """A backup that was opened, checked and compared, and lies ready beside the house. ``repr`` shows no key."""

    comparison: Comparison
    place: HousePlace
    actor: Actor
    database: Path
    keys: Path
    key: bytes = field(repr=False)
    present_key: bytes | None = field(repr=False)

    def give_up(self) -> None:
        """Nothing is restored; the house was not touched."""
        for part in (self.database, self.keys):
            part.unlink(missing_ok=True)


@dataclass(frozen=True)
class _Opened:
    manifest: Manifest
    database: Path
    keys: Path
    key: bytes = field(repr=False)


def prepare_restore(
    place: HousePlace, file: Path, username: str, password: str, door: Door | None = None, watch: Watch | None = None
) -> Restoration:
    """Open the backup, check it whole and compare it with the house; ``door`` is the house's, if that opens.

    Where nothing but the key file of the house is damaged or gone, that alone is put back: no work is lost.

    Whoever gets a ``Restoration`` must end it: ``carry_out`` or ``give_up``.

    Raises: NotAllowed, BackedUpElsewhere, HouseUnreadable, BackupUnreadable, WrongPassword, NotManagerInFile.
    """
    if place.folder is None:
        raise BackedUpElsewhere
    require_local(place)
    if door is not None:
        door.require(UseCase.RESTORE)
    place.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    present_key = door.vault.key if door is not None and door.vault is not None else None
    stem = f"{DATABASE_FILE}.{secrets.token_hex(4)}.restore"
    parts = (place.folder / f"{stem}.part", place.folder / f"{stem}.keys.part")
    with _gone_on_failure(*parts):
        opened = _opened(file, parts, (username, password), place.keys, watch or Watch())
        if door is None and _has_lost_its_keys(place, opened.key):
            return _keys_alone(opened, file, place, username)
        _bring_up(opened, file)
        actor, then = _look_inside(opened, file, username)
        comparison = _compared(opened, file, place, door, then)
    readable_key = present_key if comparison.is_readable else None
    return Restoration(comparison, place, actor, opened.database, opened.keys, opened.key, readable_key)


def prepare_restore_here(door: Door, file: Path, password: str) -> Restoration:
    """As ``prepare_restore``, for whoever is logged in; the password is asked anew, for this undoes others' work."""
    place = HousePlace(opened_vault(door).path.parent)
    return prepare_restore(place, file, door.actor.username, password, door)


def carry_out(restoration: Restoration, clock: Clock, door: Door | None = None) -> RestoreDone:
    """Put the backup in the place of the house, which stays under a dated name. The door is closed for good.

    Raises:
        HouseUnreadable: somebody else still has the house open; nothing was changed.
    """
    try:
        if door is not None:
            if restoration.comparison.is_readable:
                _say(door, restoration, "")
            door.engine.dispose()
        is_keys_alone = restoration.comparison.is_keys_alone
        kept = (_put_keys_back if is_keys_alone else _change_places)(restoration, clock.now_utc())
    finally:
        restoration.give_up()
    restored = file_engine(restoration.place.database, restoration.key)
    vault = Vault(restoration.place.keys, restoration.key)
    _say(Door(restored, restoration.actor, clock, vault=vault), restoration, kept.name if kept else "")
    restored.dispose()
    return RestoreDone(restoration.comparison.file, "" if is_keys_alone else str(kept or ""))


def check_backup(file: Path, username: str, password: str) -> BackupCheck:
    """Whether everything in a backup is as it was written: its bytes, its pages, its rows and its log.

    Raises: BackupUnreadable, WrongPassword, NotAllowed.
    """
    with tempfile.TemporaryDirectory() as folder:  # it stays encrypted there
        parts = (Path(folder) / DATABASE_FILE, Path(folder) / KEY_FILE)
        opened = _opened(file, parts, (username, password), None, Watch())
        with _inside(opened, file) as session:
            actor = _actor(session, username)
            if actor is None or Role(actor.role) is not Role.MANAGER:
                raise NotAllowed(UseCase.SEE_AUDIT.value, actor.role if actor else Role.CARE.value)
            lines = session.scalar(select(func.count()).select_from(AuditLine)) or 0
        return BackupCheck(str(file), opened.manifest.made_at_utc, lines)


# --- opening a backup -------------------------------------------------------------------------------------------


def _opened(
    file: Path, parts: tuple[Path, Path], credentials: tuple[str, str], present_keys: Path | None, watch: Watch
) -> _Opened:
    database, keys = parts
    size = file.stat().st_size if file.is_file() else 0
    manifest = unpack(file, {KEY_FILE: keys, DATABASE_FILE: database}, watch.stage(0, size))
    if manifest.revision > schema.HEAD:
        raise BackupUnreadable(str(file), "newer")
    key = _key(keys, present_keys, credentials, manifest.house)
    if faults_in(database, key):
        raise BackupUnreadable(str(file), "damaged")
    return _Opened(manifest, database, keys, key)


def _key(keys: Path, present_keys: Path | None, credentials: tuple[str, str], mark: str) -> bytes:
    """From the backup's own key file; or, after a new password, from the house's if that is the same key."""
    try:
        return keyfile.unlock(keys, *credentials)
    except WrongPassword:
        if present_keys is None or not present_keys.exists():
            raise
        with suppress(HouseUnreadable):
            key = keyfile.unlock(present_keys, *credentials)
            if house_mark(key) == mark:
                return key
        raise


def _bring_up(opened: _Opened, file: Path) -> None:
    """An older backup is brought to today's shape first, so that both houses can be compared."""
    engine = file_engine(opened.database, opened.key)
    try:
        schema.migrate(engine)
    except DatabaseError as failure:
        raise BackupUnreadable(str(file), "damaged") from failure
    finally:
        engine.dispose()


def _look_inside(opened: _Opened, file: Path, username: str) -> tuple[Actor, LastLine | None]:
    """Who restores, as the backup knows that user, and the end of its log."""
    with _inside(opened, file) as session:
        actor = _actor(session, username)
        if actor is None or Role(actor.role) is not Role.MANAGER:
            raise NotManagerInFile(username, str(file))
        return actor, _last_line(session)


@contextmanager
def _inside(opened: _Opened, file: Path) -> Iterator[Session]:
    """Read in the backup, whose log was found whole; it is one file again afterwards."""
    engine = file_engine(opened.database, opened.key)
    try:
        with reading(engine) as session:
            if any(broken_lines(session)):
                raise BackupUnreadable(str(file), "log")
            yield session
    finally:
        engine.dispose()
        one_file(opened.database, opened.key)


def _compared(opened: _Opened, file: Path, place: HousePlace, door: Door | None, then: LastLine | None) -> Comparison:
    """A house that does not open, or breaks off half-way, cannot be compared: that is told, and no reason to stop."""
    present_key = door.vault.key if door is not None and door.vault is not None else None
    is_same = present_key is None or house_mark(present_key) == opened.manifest.house
    losses: tuple[TableLoss, ...] = ()
    now = None
    is_readable = False
    if door is not None and present_key is not None:
        with suppress(HouseUnreadable, DatabaseError):
            counted = differences(place.database, present_key, opened.database, opened.key)
            losses = tuple(TableLoss(table, *counts) for table, counts in counted.items() if table not in NOT_COMPARED)
            now = _present_end(door)
            is_readable = True
    made_at_utc = opened.manifest.made_at_utc
    return Comparison(str(file), made_at_utc, losses, now, then, is_same_house=is_same, is_readable=is_readable)


def _actor(session: Session, username: str) -> Actor | None:
    user = session.scalar(select(User).where(User.username == username.casefold(), User.is_active))
    return None if user is None else Actor(user.id, user.username, user.name, user.role.value)


def _present_end(door: Door) -> LastLine | None:
    with reading(door.engine) as session:
        return _last_line(session)


def _last_line(session: Session) -> LastLine | None:
    line = session.scalar(select(AuditLine).order_by(AuditLine.id.desc()).limit(1))
    if line is None:
        return None
    name = session.scalar(select(User.name).where(User.username == line.username))
    return LastLine(line.at_utc, name or line.username, line.use_case)


# --- the key file alone -----------------------------------------------------------------------------------------


def _has_lost_its_keys(place: HousePlace, key: bytes) -> bool:
    """Whether the file of the house is whole under this key, and only its key file is not."""
    if not place.database.exists() or faults_in(place.database, key) or not _is_of_today(place.database, key):
        return False
    if not place.keys.exists():
        return True
    try:
        Vault(place.keys, key).require_whole()
    except HouseUnreadable:
        return True
    return False


def _is_of_today(database: Path, key: bytes) -> bool:
    engine = file_engine(database, key)
    try:
        return schema.revision(engine) == schema.HEAD
    finally:
        engine.dispose()


def _keys_alone(opened: _Opened, file: Path, place: HousePlace, username: str) -> Restoration:
    """Who may come in is told by the house as it is: who was let out since the backup stays out.

    Raises: NotManagerInFile.
    """
    engine = file_engine(place.database, opened.key)
    try:
        with reading(engine) as session:
            actor, now = _actor(session, username), _last_line(session)
            active = set(session.scalars(select(User.username).where(User.is_active)))
    finally:
        engine.dispose()
    if actor is None or Role(actor.role) is not Role.MANAGER:
        raise NotManagerInFile(username, str(place))
    content = keyfile.read(opened.keys)
    for name in {*keyfile.usernames(opened.keys)} - active - {RECOVERY}:
        content = keyfile.without_user(content, name)
    write_to_disk(opened.keys, keyfile.sealed_text(content, opened.key))
    made_at_utc = opened.manifest.made_at_utc
    comparison = Comparison(
        str(file), made_at_utc, (), now, None, is_same_house=True, is_readable=True, is_keys_alone=True
    )
    return Restoration(comparison, place, actor, opened.database, opened.keys, opened.key, None)


def _put_keys_back(restoration: Restoration, now_utc: datetime) -> Path | None:
    keys = restoration.place.keys
    kept = _free(restoration.place.database, now_utc).with_suffix(".keys") if keys.exists() else None
    if kept is not None:
        _copy(keys, kept)
    put_in_place(restoration.keys, keys)
    return kept


# --- changing places --------------------------------------------------------------------------------------------


def _change_places(restoration: Restoration, now_utc: datetime) -> Path | None:
    """At every moment there is a house in its place: the old one, and then the restored one."""
    place = restoration.place
    kept = _set_apart(restoration, now_utc) if place.database.exists() or place.keys.exists() else None
    if _keeps_keys(restoration):
        restoration.database.replace(place.database)
    else:
        exchange(restoration.database, restoration.keys, place)
    sync_folder(place.database.parent)
    return kept


def _keeps_keys(restoration: Restoration) -> bool:
    return restoration.present_key == restoration.key and restoration.place.keys.exists()


def _set_apart(restoration: Restoration, now_utc: datetime) -> Path:
    """The old house under a dated name: one closed file, or all of its files as they are when it is damaged."""
    place = restoration.place
    kept = _free(place.database, now_utc)
    if restoration.present_key is not None:
        if not one_file(place.database, restoration.present_key):
            raise HouseUnreadable(str(place), "locked")
    else:
        for tail in ("-wal", "-shm", "-journal"):  # a journal of the old house beside the new one would destroy it
            _move(place.database.with_name(place.database.name + tail), kept.with_name(kept.name + tail))
    if place.database.exists():
        _link(place.database, kept)
    if place.keys.exists():
        _copy(place.keys, kept.with_suffix(".keys"))
    return kept


def _free(database: Path, now_utc: datetime) -> Path:
    """«logeerhuis-before-2026-11-22-1503.db»."""
    moment = house_time(now_utc).strftime("%Y-%m-%d-%H%M")
    names = (f"logeerhuis-before-{moment}{number}.db" for number in ["", *(f"-{n}" for n in range(2, 1000))])
    return next(database.with_name(name) for name in names if not database.with_name(name).exists())


def _move(source: Path, target: Path) -> None:
    if source.exists():
        source.replace(target)


def _link(source: Path, target: Path) -> None:
    """A second name for the same file, so that the first may be replaced; a copy where the disk has no such thing."""
    try:
        os.link(source, target)
    except OSError:
        _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    target.chmod(0o600)


def _say(door: Door, restoration: Restoration, kept: str) -> None:
    file, made = Path(restoration.comparison.file).name, restoration.comparison.made_at_utc.isoformat()
    door.write(UseCase.RESTORE, lambda work: work.log("E", "restore", file=file, made_at_utc=made, kept=kept))


@contextmanager
def _gone_on_failure(*parts: Path) -> Iterator[None]:
    try:
        yield
    except BaseException:
        for part in parts:
            part.unlink(missing_ok=True)
        raise
