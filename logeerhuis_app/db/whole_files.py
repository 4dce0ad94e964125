"""Files that are there whole or not at all, whatever happens to the computer in between."""

import os
from pathlib import Path


def write_to_disk(path: Path, text: str) -> None:
    """Write a file for its owner alone, and come back when it is on the disk."""
    with path.open("w", encoding="utf-8") as handle:
        path.chmod(0o600)
        handle.write(text)
        handle.flush()
        os.fsync(handle.fileno())


def replace_whole(path: Path, text: str) -> None:
    """The old text or the new one, never half of it."""
    part = path.with_suffix(".part")
    write_to_disk(part, text)
    put_in_place(part, path)


def put_in_place(source: Path, target: Path) -> None:
    """Rename on the disk, too."""
    source.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Bring a rename to the disk; Windows knows no such thing and does it by itself."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
