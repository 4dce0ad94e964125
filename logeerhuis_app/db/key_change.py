"""Changing who can open the house, and what stands on its door, as one with what the house says of it.

The new key file is written whole beside the old one, under the write lock of the house; the line in the record that is
committed with the deed bears its mark; then it takes the place of the old one. So the house decides: wherever the
computer goes out, the next log-in finds either no such line, and throws the new file away, or the line, and puts the
file in its place. Until then the old and the new password both reach the house, and only the valid one comes in.
"""

import errno
import json
import logging
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from logeerhuis_app.db import keyfile
from logeerhuis_app.db.keyfile import Content, Vault
from logeerhuis_app.db.unit_of_work import writing
from logeerhuis_app.db.whole_files import put_in_place, write_to_disk
from logeerhuis_app.domain.errors import HouseFull, HouseUnreadable, UserFacingError, WrongPassword
from logeerhuis_app.models import AuditLine

DETAIL = "keys"
"""Under this name the mark stands in the record."""
_NEXT = ".next"
_log = logging.getLogger(__name__)


class KeyChange:
    """What one deed changes in the key file; nothing is written when it changes nothing."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault
        self._steps: list[Callable[[Content], Content]] = []
        self._file: Path | None = None

    def add_user(self, username: str, password: str) -> None:
        """Let one more user in, or give one another password."""
        key = self._vault.key
        self._steps.append(lambda content: keyfile.with_user(content, key, username, password))

    def remove_user(self, username: str) -> None:
        """From now on this password opens nothing."""
        self._steps.append(lambda content: keyfile.without_user(content, username))

    def rename_house(self, name: str) -> None:
        """What the login shows before anybody came in."""
        self._steps.append(lambda content: keyfile.with_house(content, name))

    def prepare(self, session: Session) -> str:
        """Write the new file beside the old one; gives the mark for the record, empty when nothing changes.

        The write lock of the house is held, so nobody else changes the key file meanwhile.

        Raises: HouseFull, HouseUnreadable.
        """
        if not self._steps:
            return ""
        _settle(self._vault.path, session)
        content = keyfile.read(self._vault.path)
        for step in self._steps:
            content = step(content)
        mark = secrets.token_hex(16)
        self._file = self._vault.path.with_name(f"{self._vault.path.name}.{mark}{_NEXT}")
        with _said(self._vault.path.parent):
            write_to_disk(self._file, keyfile.sealed_text(content, self._vault.key))
        return mark

    def carry_through(self) -> None:
        """The house has it on record: the new file takes its place. If it cannot now, the next log-in does it."""
        if self._file is None:
            return
        try:
            put_in_place(self._file, self._vault.path)
        except FileNotFoundError:
            pass  # somebody who came in just now was faster
        except OSError as failure:
            _log.warning("the key file waits for the next log-in: %s", type(failure).__name__)

    def look_back(self, engine: Engine) -> None:
        """Something went wrong on the way: the house says whether the change counts; if it is silent, the next time."""
        if self._file is not None:
            with suppress(UserFacingError):
                settle(self._vault.path, engine)


def unlock(path: Path, username: str, password: str) -> bytes:
    """The data key, by the key file or by one that waits to take its place; ``settle`` tells which of them counts.

    Raises: as ``keyfile.unlock``.
    """
    try:
        return keyfile.unlock(path, username, password)
    except WrongPassword:
        for file in waiting(path):
            with suppress(WrongPassword, HouseUnreadable):  # half written, it never counted
                return keyfile.unlock(file, username, password)
        raise


def settle(path: Path, engine: Engine) -> bool:
    """End what was broken off; gives whether there was anything.

    Raises:
        HouseBusy: somebody is changing it at this moment.
    """
    if not waiting(path):
        return False
    with writing(engine) as session:
        _settle(path, session)
    return True


def waiting(path: Path) -> list[Path]:
    """Key files that were written and have not taken their place."""
    return list(path.parent.glob(f"{path.name}.*{_NEXT}"))


def _settle(path: Path, session: Session) -> None:
    for file in waiting(path):
        mark = file.name.removeprefix(f"{path.name}.").removesuffix(_NEXT)
        if mark == _newest_on_record(session):
            put_in_place(file, path)
        else:
            file.unlink(missing_ok=True)


def _newest_on_record(session: Session) -> str:
    """Only the last change counts: an older key file that somebody kept is not let in again."""
    said = AuditLine.detail.contains(f'"{DETAIL}": "', autoescape=True)
    detail = session.scalar(select(AuditLine.detail).where(said).order_by(AuditLine.id.desc()).limit(1))
    return str(json.loads(detail)[DETAIL]) if detail else ""


@contextmanager
def _said(folder: Path) -> Iterator[None]:
    """What the disk says, as a refusal."""
    try:
        yield
    except OSError as failure:
        if failure.errno in (errno.ENOSPC, errno.EDQUOT):
            raise HouseFull(str(folder)) from failure
        raise HouseUnreadable(str(folder), "readonly") from failure
