"""Making backups of a house in a file, keeping the right ones, and telling how things stand with them."""

import logging
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from logeerhuis_app.clock import house_time
from logeerhuis_app.db.backup import Watch, copy_backup, faults_in, make_backup, remove_stale_parts
from logeerhuis_app.db.backup_file import Manifest, house_mark, read_manifest
from logeerhuis_app.db.keyfile import Vault
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.backups import backup_name, kept, moment_of
from logeerhuis_app.domain.errors import BackedUpElsewhere, BackupFailed, BackupUnreadable, HouseUnreadable
from logeerhuis_app.domain.roles import UseCase
from logeerhuis_app.services.audit import Entry
from logeerhuis_app.services.door import Door
from logeerhuis_app.services.rows.backup import BackupDone, BackupRow, BackupState, SecondCopy

__all__ = ["Watch", "back_up", "backup_state", "is_backed_up_here"]

FOLDER = "backups"
_STALE = timedelta(days=1)
_log = logging.getLogger(__name__)


def is_backed_up_here(door: Door) -> bool:
    """A house in a file is; one on a server is backed up by the server."""
    return door.vault is not None


def backup_state(door: Door, second_place: Path | None = None) -> BackupState:
    """Which backups of this house there are, in its own folder and at the second place.

    Raises: NotAllowed, BackedUpElsewhere.
    """
    door.require(UseCase.BACK_UP)
    vault = opened_vault(door)
    mark = house_mark(vault.key)
    folder = _own_folder(vault)
    is_there = second_place is not None and second_place.is_dir()
    return BackupState(
        door.clock.now_utc(),
        str(folder),
        _newest_first(folder, mark),
        str(second_place or ""),
        is_there,
        _newest_first(second_place, mark) if is_there and second_place is not None else (),
    )


def readable_backups(place: HousePlace) -> tuple[BackupRow, ...]:
    """What stands in the backup folder of a house that may not open any more; whose it is shows when it is opened."""
    if place.folder is None:
        return ()
    return _newest_first(place.folder / FOLDER, None)


def back_up(door: Door, second_place: Path | None = None, watch: Watch | None = None) -> BackupDone:
    """Make a backup in the house's own folder, let the oldest go, and copy it to the second place if that is there.

    Takes as long as the house is large: for a thread, not for the window.

    Raises: NotAllowed, BackedUpElsewhere, BackupFailed, BackupStopped.
    """
    door.require(UseCase.BACK_UP)
    vault = opened_vault(door)
    folder = _own_folder(vault)
    target = _free_name(folder, door)
    manifest = _make(door, vault, target, watch or Watch())
    folder.chmod(0o700)
    remove_stale_parts(folder.parent, door.clock.now_utc() - _STALE)
    removed = _rotate(folder, house_mark(vault.key), target, door)
    second = _copy_to(second_place, target, vault, door)
    done = _done(target, manifest, removed, second, second_place)
    _record(door, done)
    return done


def back_up_to(door: Door, file: Path, watch: Watch | None = None) -> BackupDone:
    """Make a backup with this name, or under a name of its own when it is a folder. Nothing else is removed.

    Raises:
        NotAllowed, BackedUpElsewhere, BackupFailed, BackupStopped; a file that is no backup of this house is never
        overwritten.
    """
    door.require(UseCase.BACK_UP)
    vault = opened_vault(door)
    target = _free_name(file, door) if file.is_dir() else file
    if target.exists() and not _is_of(target, house_mark(vault.key)):
        raise BackupFailed(str(target), "occupied")
    done = _done(target, _make(door, vault, target, watch or Watch()), 0, SecondCopy.NOT_CHOSEN, None)
    _record(door, done)
    return done


def check_file(door: Door) -> None:
    """Whether every page and row of a house in a file is as it was written; a server looks after its own.

    Raises: NotAllowed, HouseUnreadable.
    """
    door.require(UseCase.SEE_AUDIT)
    if door.vault is None:
        return
    place = HousePlace(door.vault.path.parent)
    if faults := faults_in(place.database, door.vault.key):
        raise HouseUnreadable(str(place), faults)


def opened_vault(door: Door) -> Vault:
    """Raises: BackedUpElsewhere."""
    if door.vault is None:
        raise BackedUpElsewhere
    return door.vault


# --- inside -----------------------------------------------------------------------------------------------------


def _own_folder(vault: Vault) -> Path:
    return vault.path.parent / FOLDER


def _free_name(folder: Path, door: Door) -> Path:
    """Two backups within a minute both stay."""
    local = house_time(door.clock.now_utc())
    copy = 1
    while (folder / backup_name(local, copy)).exists():
        copy += 1
    return folder / backup_name(local, copy)


def _make(door: Door, vault: Vault, target: Path, watch: Watch) -> Manifest:
    try:
        return make_backup(HousePlace(vault.path.parent), vault.key, target, door.clock.now_utc(), watch)
    except BackupFailed as failure:
        _log.warning("no backup: %s", failure.reason)
        if failure.reason not in ("full", "busy", "house_damaged"):  # then the house cannot be written to either
            detail = {"reason": failure.reason}
            _write_line(door, Entry(UseCase.BACK_UP, "E", "backup", detail=detail, outcome="failed"))
        raise


def _copy_to(second_place: Path | None, source: Path, vault: Vault, door: Door) -> SecondCopy:
    """A place that is not there is not made: a folder for a stick that is absent would lie on the same disk."""
    if second_place is None:
        return SecondCopy.NOT_CHOSEN
    if not second_place.is_dir():
        return SecondCopy.ABSENT
    target = second_place / source.name
    try:
        copy_backup(source, target)
        _rotate(second_place, house_mark(vault.key), target, door)
    except (BackupFailed, OSError) as failure:  # the first copy is good: told, and no reason to call that one failed
        _log.warning("no second copy: %s", getattr(failure, "reason", type(failure).__name__))
        return SecondCopy.FAILED
    return SecondCopy.COPIED


def _rotate(folder: Path, mark: str, newest: Path, door: Door) -> int:
    """Let the oldest go; gives how many. Only checked backups of this very house are looked at."""
    remove_stale_parts(folder, door.clock.now_utc() - _STALE)
    moments = {house_time(row.made_at_utc): Path(row.file) for row in reversed(_newest_first(folder, mark))}
    staying = {moments[moment] for moment in kept(moments)} | {newest}
    going = [Path(row.file) for row in _newest_first(folder, mark) if Path(row.file) not in staying]
    for file in going:
        file.unlink(missing_ok=True)
    return len(going)


def _newest_first(folder: Path, mark: str | None) -> tuple[BackupRow, ...]:
    if not folder.is_dir():
        return ()
    rows = [row for file in _named_as_ours(folder) if (row := _row(file, mark)) is not None]
    return tuple(sorted(rows, key=lambda row: (row.made_at_utc, len(row.file), row.file), reverse=True))


def _named_as_ours(folder: Path) -> Iterable[Path]:
    return (file for file in folder.iterdir() if moment_of(file.name) is not None)


def _row(file: Path, mark: str | None) -> BackupRow | None:
    """None for a backup of another house, or one that cannot be read: neither is counted on, neither is removed."""
    try:
        manifest = read_manifest(file)
        size = file.stat().st_size
    except (BackupUnreadable, FileNotFoundError):
        return None
    return BackupRow(str(file), manifest.made_at_utc, size) if mark in (None, manifest.house) else None


def _is_of(file: Path, mark: str) -> bool:
    return _row(file, mark) is not None


def _done(target: Path, manifest: Manifest, removed: int, second: SecondCopy, second_place: Path | None) -> BackupDone:
    size = target.stat().st_size
    return BackupDone(str(target), manifest.made_at_utc, size, removed, second, str(second_place or ""))


def _record(door: Door, done: BackupDone) -> None:
    detail = {"file": Path(done.file).name, "bytes": done.bytes, "removed": done.removed, "second": done.second.value}
    _write_line(door, Entry(UseCase.BACK_UP, "E", "backup", detail=detail))


def _write_line(door: Door, entry: Entry) -> None:
    door.write(entry.use_case, lambda work: work.entries.append(entry))
