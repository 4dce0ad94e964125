"""One file per backup: the encrypted house, its key file and a list of both, packed without compressing.

Nothing in it can be read without a password of the house, and neither its name nor the list says anything of a person.
"""

import hashlib
import json
import os
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import IO, Any

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from logeerhuis_app.db.place import DATABASE_FILE, KEY_FILE
from logeerhuis_app.domain.errors import BackupUnreadable

FORMAT = 1
MANIFEST = "manifest.json"
CHUNK = 1 << 20
_MANIFEST_MOST_BYTES = 100_000

Step = Callable[[int], None]
"""Called with the number of bytes that were done; may raise to stop."""


@dataclass(frozen=True)
class Part:
    """What one file in the backup must be."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """``house``: tells the backups of two houses apart and gives nothing of the key away."""

    made_at_utc: datetime
    house: str
    revision: str
    files: dict[str, Part]
    format: int = FORMAT


def house_mark(key: bytes) -> str:
    """The same for every backup of one house."""
    derived = HKDF(algorithm=SHA256(), length=8, salt=None, info=b"logeerhuis backup mark 1").derive(key)
    return derived.hex()


def pack(target: Path, sources: dict[str, Path], made_at_utc: datetime, house: str, revision: str, step: Step) -> None:
    """Write the backup at ``target``, which must not exist, and bring it to the disk."""
    with target.open("xb") as out:
        target.chmod(0o600)
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            parts = {name: _add(archive, name, path, made_at_utc, step) for name, path in sources.items()}
            listed = {**asdict(Manifest(made_at_utc, house, revision, parts)), "made_at_utc": made_at_utc.isoformat()}
            archive.writestr(_entry(MANIFEST, made_at_utc), json.dumps(listed, indent=1))
        out.flush()
        os.fsync(out.fileno())


def read_manifest(path: Path) -> Manifest:
    """What the backup says of itself; its files are not looked at.

    Raises:
        BackupUnreadable: missing, damaged, no backup, or of a newer version of the program.
    """
    with _opened(path) as archive:
        return _manifest(archive, path)


def check_parts(path: Path, step: Step) -> Manifest:
    """Read every byte and compare it with the list.

    Raises: BackupUnreadable.
    """
    with _opened(path) as archive:
        manifest = _manifest(archive, path)
        for name, part in manifest.files.items():
            with archive.open(name) as source:
                _compare(path, part, _copy(source, None, step))
    return manifest


def unpack(path: Path, targets: dict[str, Path], step: Step) -> Manifest:
    """Write the named files out, each compared with the list; a target must not exist.

    Raises: BackupUnreadable.
    """
    with _opened(path) as archive:
        manifest = _manifest(archive, path)
        for name, target in targets.items():
            with archive.open(name) as source, target.open("xb") as out:
                target.chmod(0o600)
                _compare(path, manifest.files[name], _copy(source, out, step))
                out.flush()
                os.fsync(out.fileno())
    return manifest


def _add(archive: zipfile.ZipFile, name: str, path: Path, made_at_utc: datetime, step: Step) -> Part:
    with path.open("rb") as source, archive.open(_entry(name, made_at_utc), "w", force_zip64=True) as out:
        return _copy(source, out, step)


def _entry(name: str, made_at_utc: datetime) -> zipfile.ZipInfo:
    moment = made_at_utc
    entry = zipfile.ZipInfo(name, (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second))
    entry.external_attr = 0o600 << 16
    return entry


def _copy(source: IO[bytes], out: IO[bytes] | None, step: Step) -> Part:
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK):
        digest.update(chunk)
        size += len(chunk)
        if out is not None:
            out.write(chunk)
        step(len(chunk))
    return Part(size, digest.hexdigest())


def _compare(path: Path, wanted: Part, found: Part) -> None:
    if wanted != found:
        raise BackupUnreadable(str(path), "damaged")


@contextmanager
def _opened(path: Path) -> Iterator[zipfile.ZipFile]:
    """Whatever a damaged file makes the zip library say is one refusal here."""
    if not path.is_file():
        raise BackupUnreadable(str(path), "folder" if path.is_dir() else "missing")
    try:
        with zipfile.ZipFile(path) as archive:
            yield archive
    except (zipfile.BadZipFile, EOFError, KeyError, NotImplementedError, RuntimeError) as failure:
        raise BackupUnreadable(str(path), "damaged" if _looks_like_ours(path) else "foreign") from failure
    except PermissionError as failure:
        raise BackupUnreadable(str(path), "unreadable") from failure


def _looks_like_ours(path: Path) -> bool:
    """Whether it begins as our backups do: then it was one, and is damaged or cut off."""
    with path.open("rb") as handle:
        return DATABASE_FILE.encode() in handle.read(200)


def _manifest(archive: zipfile.ZipFile, path: Path) -> Manifest:
    entry = archive.getinfo(MANIFEST)
    if entry.file_size > _MANIFEST_MOST_BYTES:
        raise BackupUnreadable(str(path), "foreign")
    try:
        listed: dict[str, Any] = json.loads(archive.read(entry))
        if listed["format"] > FORMAT:
            raise BackupUnreadable(str(path), "newer")
        files = {name: Part(**part) for name, part in listed["files"].items()}
        made_at_utc = datetime.fromisoformat(listed["made_at_utc"])
        manifest = Manifest(made_at_utc, str(listed["house"]), str(listed["revision"]), files)
    except (ValueError, TypeError, KeyError, AttributeError):
        raise BackupUnreadable(str(path), "foreign") from None
    if set(files) != {DATABASE_FILE, KEY_FILE} or made_at_utc.tzinfo is None:
        raise BackupUnreadable(str(path), "foreign")
    return manifest
