"""A house is made, or fetched from a backup, beside its place, and moves in when it is whole: the key file last.

Whatever breaks that off, the next start finds the old house or the new one, and finishes what was begun. Only the
standard library: the window looks here at its start.
"""

import os
import secrets
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from logeerhuis_app.db.place import HousePlace
from logeerhuis_app.domain.errors import HouseExists

SITE = "being-made-"
RESTORED = ".restored"
_SALT_BYTES = 16
"""How an encrypted file begins; random, so each file has its own. Source: zetetic.net/sqlcipher/design."""


def new_site(place: HousePlace) -> HousePlace:
    """An empty folder of its own: somebody else may be making a house here at the same moment."""
    if place.folder is None:
        return place
    place.folder.mkdir(parents=True, exist_ok=True)
    place.folder.chmod(0o700)
    site = place.folder / f"{SITE}{secrets.token_hex(4)}"
    site.mkdir(mode=0o700)
    return HousePlace(site)


def move_in(site: HousePlace, place: HousePlace) -> None:
    """Raises: HouseExists, when somebody else was faster; theirs stays as it is."""
    try:
        _claim(site.database, place.database)
        _claim(site.keys, place.keys)
    except (FileExistsError, FileNotFoundError):
        raise HouseExists(str(place)) from None
    _clear_sites(place)


def finish_moving_in(place: HousePlace) -> None:
    """Where the program was ended while a new house moved in: the rest of it; and what was left of broken-off ones."""
    if place.folder is None or not place.database.exists():
        return
    with suppress(OSError):  # then the look at the house tells what is wrong
        if not place.keys.exists():
            for site in _sites(place):
                if _is_house_of(site, place.database):
                    _claim(site.keys, place.keys)
        if place.keys.exists():
            _clear_sites(place)


def exchange(database: Path, keys: Path, place: HousePlace) -> None:
    """Put a restored file and its own key file in the place of the house."""
    for left in _waiting_keys(place):
        left.unlink(missing_ok=True)  # of a restore that was broken off before it began
    keys.replace(_name_of_keys(place, database))
    database.replace(place.database)
    finish_exchange(place)


def finish_exchange(place: HousePlace) -> None:
    """Where the program was ended between the file and its key file: the second half of it."""
    if place.folder is None or not place.database.exists():
        return
    with suppress(OSError):  # then the look at the house tells what is wrong
        waiting = _name_of_keys(place, place.database)
        if waiting.exists():
            waiting.replace(place.keys)


def _waiting_keys(place: HousePlace) -> list[Path]:
    return list(place.keys.parent.glob(f"{place.keys.name}.*{RESTORED}"))


def _name_of_keys(place: HousePlace, database: Path) -> Path:
    """Tells of which file it is the key file."""
    with database.open("rb") as handle:
        salt = handle.read(_SALT_BYTES)
    return place.keys.with_name(f"{place.keys.name}.{salt.hex()}{RESTORED}")


def give_up_site(site: HousePlace) -> None:
    """Making the house failed."""
    if site.folder is not None:
        shutil.rmtree(site.folder, ignore_errors=True)


def _sites(place: HousePlace) -> Iterator[HousePlace]:
    folder = place.database.parent
    return (HousePlace(path) for path in folder.glob(f"{SITE}*") if path.is_dir())


def _clear_sites(place: HousePlace) -> None:
    for site in _sites(place):
        give_up_site(site)


def _is_house_of(site: HousePlace, database: Path) -> bool:
    """Whether this is the key file of the house that was moving in."""
    return site.keys.exists() and (not site.database.exists() or site.database.samefile(database))


def _claim(source: Path, target: Path) -> None:
    """Move it, never over another.

    Raises:
        FileExistsError: there is another.
    """
    if os.name == "nt":
        source.rename(target)  # which refuses there
        return
    try:
        os.link(source, target)
    except FileExistsError:
        if not target.samefile(source):
            raise
    except FileNotFoundError:
        raise
    except OSError:  # a disk that knows no second names
        if target.exists():
            raise FileExistsError(str(target)) from None
        source.rename(target)
        return
    source.unlink()
