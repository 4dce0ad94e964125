"""Where a house lives, told without opening it: so light that the login is on screen before the rest is loaded."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from logeerhuis_app.domain.backups import SUFFIX

DATABASE_FILE = "logeerhuis.db"
KEY_FILE = "logeerhuis.keys"
TRIES_FILE = "logeerhuis.tries"
_COPIES = "logeerhuis-before-"


def belongs_to_a_house(path: Path) -> bool:
    """Whether a file of this name may be a house, its keys or a copy: written over, nobody comes in any more."""
    name = path.name.casefold()
    return name.startswith((DATABASE_FILE, KEY_FILE, TRIES_FILE, _COPIES)) or name.endswith(SUFFIX)


@dataclass(frozen=True)
class HousePlace:
    """A data folder on this machine, or a PostgreSQL server."""

    folder: Path | None = None
    url: str = ""

    @property
    def database(self) -> Path:
        return self._in_folder(DATABASE_FILE)

    @property
    def keys(self) -> Path:
        return self._in_folder(KEY_FILE)

    @property
    def tries(self) -> Path:
        """What is kept of wrong passwords while the house is closed."""
        return self._in_folder(TRIES_FILE)

    def _in_folder(self, name: str) -> Path:
        if self.folder is None:
            raise ValueError("a house on a server has no files")
        return self.folder / name

    def __str__(self) -> str:
        """A server without its password: this text stands in sentences."""
        if not self.url:
            return str(self.folder)
        parts = urlsplit(self.url)
        return parts.netloc.rpartition("@")[2] + parts.path
