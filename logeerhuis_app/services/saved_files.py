"""The one way a paper, a copy or an export comes to stand in a folder that somebody chose."""

from pathlib import Path

from logeerhuis_app.db.place import belongs_to_a_house
from logeerhuis_app.domain.errors import FileUnreadable


def save_file(path: Path, content: bytes) -> Path:
    """Whole or not at all: a paper that breaks off half-way is worse than none. It is its owner's alone.

    Raises:
        FileUnreadable: the folder cannot be written to, or a house lives under this name.
    """
    if belongs_to_a_house(path) and path.exists():
        raise FileUnreadable(str(path), "unwritable")
    part = path.with_name(f".{path.name}.part")
    try:
        part.touch(mode=0o600)
        part.write_bytes(content)
        part.replace(path)
    except OSError:
        raise FileUnreadable(str(path), "unwritable") from None
    return path
