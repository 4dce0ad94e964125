"""Looking at a house from outside: why it will not open, said before anything in it is touched.

Only the standard library: the window looks here before the database's libraries are loaded.
"""

import hashlib
import hmac
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from logeerhuis_app.db.moving_in import finish_exchange, finish_moving_in
from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.db.windows_drives import drive_type_of_windows, is_windows_share
from logeerhuis_app.domain.errors import HouseUnreadable

MOUNTS = Path("/proc/mounts")
NETWORK_KINDS = frozenset(
    {"9p", "afs", "ceph", "cifs", "coda", "davfs", "fuse.davfs2", "fuse.glusterfs", "fuse.rclone", "fuse.sshfs"}
    | {"gfs2", "glusterfs", "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
)
_FOREIGN_BEGINNINGS = (b"SQLite format 3", b"%PDF", b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"MZ", b"\x7fELF")
_SALT_BYTES = 16
_PAGE_BYTES, _SEAL_BYTES = 4096, 64
_SEAL_SALT_MASK, _SEAL_ROUNDS, _KEY_BYTES = 0x3A, 2, 32
"""SQLCipher 4: 4096-byte pages, each ending in an HMAC-SHA512. Source: zetetic.net/sqlcipher/design."""
_PAGES_LOOKED_AT = 200


def require_openable(place: HousePlace) -> None:
    """Look at the files of a house without opening them; nothing is said of an empty folder or a server.

    Raises:
        HouseUnreadable: one half is missing, empty, not ours, not to be written, or on a network drive.
    """
    if place.folder is None:
        return
    finish_moving_in(place)
    finish_exchange(place)
    if reason := _fault_outside(place):
        raise HouseUnreadable(str(place), reason)


def require_local(place: HousePlace) -> None:
    """Raises: HouseUnreadable, for a file on a network drive: its locks do not hold there and two desks would clash."""
    if place.folder is not None and is_on_network(place.folder):
        raise HouseUnreadable(str(place), "network")


def is_on_network(folder: Path) -> bool:
    """As far as the machine tells: shares of Windows by name or letter, on Linux whatever is mounted from elsewhere."""
    target = folder.resolve()
    if any(is_windows_share(str(path), drive_type_of_windows) for path in (folder, target)):
        return True
    mounted = [(point, kind) for point, kind in _mounts() if target.is_relative_to(point)]
    deepest = max(mounted, key=lambda mount: len(mount[0].parts), default=None)
    return deepest is not None and deepest[1] in NETWORK_KINDS


def why_damaged(place: HousePlace, key: bytes) -> str:
    """A closer word for a file that its key does not open: cut_off, mismatch or damaged."""
    if place.database.stat().st_size % _PAGE_BYTES:
        return "cut_off"
    return "damaged" if _any_page_sealed_with(place.database, key) else "mismatch"


def _fault_outside(place: HousePlace) -> str:
    try:
        has_keys, has_file = place.keys.exists(), place.database.exists()
        if is_on_network(place.folder or place.keys.parent):
            return "network"
        if not has_keys and not has_file:
            return ""
        if not has_keys:
            return "keyfile_missing"
        if not has_file:
            return "file_missing"
        return _fault_of_file(place.database) if os.access(place.keys, os.R_OK) else "unreadable"
    except PermissionError:
        return "unreadable"


def _fault_of_file(path: Path) -> str:
    with path.open("rb") as handle:
        beginning = handle.read(_SALT_BYTES)
    if not beginning:
        return "empty"
    if beginning.startswith(_FOREIGN_BEGINNINGS) or _is_text(beginning):
        return "foreign"  # an encrypted house begins with random bytes
    return "" if os.access(path, os.W_OK) and os.access(path.parent, os.W_OK) else "readonly"


def _is_text(beginning: bytes) -> bool:
    with suppress(UnicodeDecodeError):
        return all(letter.isprintable() or letter.isspace() for letter in beginning.decode())
    return False


def _mounts() -> Iterator[tuple[Path, str]]:
    """Where what kind of drive hangs; nothing on machines that do not tell."""
    with suppress(OSError):
        for line in MOUNTS.read_text(encoding="utf-8", errors="replace").splitlines():
            fields = line.split(" ")
            if len(fields) > 2:
                yield Path(fields[1].replace("\\040", " ")), fields[2]


def _any_page_sealed_with(path: Path, key: bytes) -> bool:
    """Whether this key ever wrote in this file: else the key file is of another house."""
    with path.open("rb") as handle:
        salt = handle.read(_SALT_BYTES)
        seal_salt = bytes(byte ^ _SEAL_SALT_MASK for byte in salt)
        seal_key = hashlib.pbkdf2_hmac("sha512", key, seal_salt, _SEAL_ROUNDS, _KEY_BYTES)
        content, number = salt, 0
        handle.seek(0)
        while number < _PAGES_LOOKED_AT and len(content := handle.read(_PAGE_BYTES)) == _PAGE_BYTES:
            number += 1
            sealed = content[_SALT_BYTES if number == 1 else 0 : -_SEAL_BYTES] + number.to_bytes(4, "little")
            if hmac.digest(seal_key, sealed, "sha512") == content[-_SEAL_BYTES:]:
                return True
    return False
